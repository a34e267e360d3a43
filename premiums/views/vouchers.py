"""Thumbnails of vouchers."""

from __future__ import annotations

import uuid

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from config import thumbnails
from config.http import Request
from cooperatives.access import require
from cooperatives.roles import Permission
from premiums.access import voucher_or_404


@require_GET
@require(Permission.SEE_BOOKS)
@cache_control(private=True, max_age=86400, immutable=True)
def voucher_thumbnail(request: Request, pk: uuid.UUID) -> FileResponse:
    """The photo of a voucher made small, to those who may see the expense. A PDF has none."""
    voucher = voucher_or_404(request, pk)
    if not voucher.content_type.startswith("image/"):
        raise Http404
    try:
        path = thumbnails.thumbnail(voucher.file, str(voucher.pk))
    except FileNotFoundError:
        raise Http404(_("This file is missing.")) from None
    response = FileResponse(path.open("rb"), content_type=thumbnails.TYPE)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
