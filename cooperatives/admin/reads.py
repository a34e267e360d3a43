"""Lists of people in the admin: who looks at them is written down, as on the pages of the site."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse

from config.admin import RecordAdmin
from config.http import Request
from cooperatives.exports import note_read


class PeopleAdmin(RecordAdmin):
    """A list of people."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; noted with the number of people on the page."""
        response: Any = super().changelist_view(request, extra_context)
        if changelist := (getattr(response, "context_data", None) or {}).get("cl"):
            note_read(cast(Request, request), len(changelist.result_list))
        return response  # type: ignore[no-any-return]
