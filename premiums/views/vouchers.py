"""Thumbnails of vouchers."""

from __future__ import annotations

import uuid

from django.http import FileResponse
from django.views.decorators.http import require_GET

from config.http import Request, small_picture
from config.thumbnails import SIDE
from cooperatives.access import require
from cooperatives.roles import Permission
from premiums.access import voucher_or_404


@require_GET
@require(Permission.SEE_BOOKS)
def voucher_thumbnail(request: Request, pk: uuid.UUID) -> FileResponse:
    """The photo of a voucher made small, to those who may see the expense. A PDF has none."""
    return small_picture(voucher_or_404(request, pk), SIDE)
