"""What is handed out as a file of its own."""

from __future__ import annotations

from django.contrib import messages
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from config.http import Request
from cooperatives.access import cooperative_or_404, require
from cooperatives.exports import note_read
from cooperatives.models.history import ReadForm
from cooperatives.roles import Permission
from premiums.exports.vouchers import archive_of
from premiums.forms.fund import SpanForm
from premiums.models import Expense


@require_GET
@require(Permission.SEE_BOOKS)
def voucher_archive(request: Request, slug: str) -> HttpResponseBase:
    """All vouchers of a period as one ZIP with an index; all there are without a period."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    form = SpanForm(request.GET)
    if not form.is_valid():
        for sentence in form.sentences:
            messages.error(request, sentence)
        return redirect("premiums:expense_list", slug=slug)
    expenses = Expense.objects.filter(cooperative=cooperative, is_historic=False, **form.lookups)
    note_read(request, expenses.count(), form=ReadForm.ZIP, cooperative=cooperative)
    name = "-".join([slug, "vouchers", *map(str, form.lookups.values())])
    return StreamingHttpResponse(
        archive_of(expenses),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}.zip"'},
    )
