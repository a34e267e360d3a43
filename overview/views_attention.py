"""What waits for a person, kind by kind."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from config.answers import remembered
from config.http import Request
from config.paging import KeyPaginator
from cooperatives.access import for_everybody
from overview.reports import attention as reports

PAGE = 50


@require_GET
@remembered
@for_everybody
def attention(request: Request, key: str) -> HttpResponse:
    """The rows behind one count of what needs a person; 403 to those for whom nothing of the kind can wait."""
    if key not in reports.CONCERNS:
        raise Http404(_("There is no such list."))
    concern = reports.concerns_of(request.user).get(key)
    if concern is None:
        raise PermissionDenied
    today = timezone.localdate()
    rows = KeyPaginator(reports.rows_of(request.user, concern, today), PAGE)
    context = {
        "key": key,
        "title": concern.title,
        "page_obj": rows.get_page(request.GET.get("page")),
        "year": today.year - 1,
    }
    return render(request, "overview/attention.html", context)
