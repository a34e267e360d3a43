"""Which rows of the premium a person may see: those of the co-ops they may see."""

from __future__ import annotations

import uuid

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from config.http import Request
from cooperatives.access import cooperative_or_404, standing, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.models import Expense, Voucher


def expense_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Expense]:
    """The co-op and its expense: 404 when the person may not see it, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    expenses = Expense.objects.select_related(
        "activity__fund", "activity__plan", "logged_by", "checked_by", "returned_by", "voided_by"
    )
    return cooperative, get_object_or_404(expenses, cooperative=cooperative, pk=pk)


def voucher_or_404(request: Request, pk: uuid.UUID) -> Voucher:
    """A voucher whose expense the person may see."""
    vouchers = Voucher.objects.select_related("cooperative").filter(cooperative__in=visible_cooperatives(request.user))
    voucher = get_object_or_404(vouchers, pk=pk)
    if not standing(request.user).may_in(Permission.SEE_COOPERATIVE, voucher.cooperative):
        raise PermissionDenied
    return voucher
