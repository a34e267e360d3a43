"""The request as our views see it (signed in, with htmx), and how a stored file is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpRequest
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from config.files import StoredFile
from config.uploads import TYPES

if TYPE_CHECKING:
    from cooperatives.models import User


class Request(HttpRequest):
    """A request behind the log-in."""

    user: User
    htmx: HtmxDetails


def stored_file(row: StoredFile) -> FileResponse:
    """A kept file, to somebody who may have it: it runs nothing, and a PDF is offered for saving, never shown here.

    404 where the file is gone from the disk.
    """
    try:
        content = row.file.open("rb")
    except FileNotFoundError:
        raise Http404(_("This file is missing.")) from None
    response = FileResponse(
        content,
        content_type=row.content_type,
        filename=row.original_name,
        as_attachment=row.content_type == TYPES["PDF"],
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, max_age=86400, immutable=True)
    return response
