"""Which rows of the premium a person may see: those of the co-ops they may see."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, ParamSpec, cast

from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from config.answers import fresh
from config.http import Request
from config.offline import KEEP
from cooperatives.access import cooperative_or_404, standing, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.models import (
    Activity,
    Assembly,
    AssemblyFile,
    Expense,
    Plan,
    PlanLine,
    PlannedAssembly,
    PremiumReceived,
    Sale,
    Voucher,
)

P = ParamSpec("P")


def kept_offline(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """The page is kept on the device of who logs spending, for times without connection, and says as of when it is.

    One that carries a message is not kept: what was said once would be said again and again.
    """

    @wraps(view)
    def kept(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = cast(Any, args[0])
        if standing(request.user).own_cooperatives(Permission.LOG_EXPENSE):
            request.kept_at = fresh("now")
        response = view(*args, **kwargs)
        has_told = getattr(get_messages(request), "used", False)
        if hasattr(request, "kept_at") and response.status_code == HTTPStatus.OK and not has_told:
            response[KEEP] = "yes"
        return response

    return kept


def expense_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Expense]:
    """The co-op and its expense: 404 when the person may not see it, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    expenses = Expense.objects.select_related(
        "activity__fund", "activity__plan", "logged_by", "checked_by", "returned_by", "voided_by"
    )
    return cooperative, get_object_or_404(expenses, cooperative=cooperative, pk=pk)


def sale_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Sale]:
    """The co-op and its sale: 404 when the person may not see it, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    sales = Sale.objects.select_related("scheme")
    return cooperative, get_object_or_404(sales, cooperative=cooperative, pk=pk)


def premium_received_or_404(
    request: Request, slug: str, pk: int, permission: Permission
) -> tuple[Cooperative, PremiumReceived]:
    """The co-op and premium it received: 404 when the person may not see it, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    received = PremiumReceived.objects.select_related("fund", "recorded_by")
    return cooperative, get_object_or_404(received, cooperative=cooperative, pk=pk)


def voucher_or_404(request: Request, pk: uuid.UUID) -> Voucher:
    """A voucher whose expense the person may see."""
    vouchers = Voucher.objects.select_related("cooperative").filter(cooperative__in=visible_cooperatives(request.user))
    voucher = get_object_or_404(vouchers, pk=pk)
    if not standing(request.user).may_in(Permission.SEE_BOOKS, voucher.cooperative):
        raise PermissionDenied
    return voucher


def assembly_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Assembly]:
    """The co-op and its assembly: 404 when the person may not see it, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    assemblies = Assembly.objects.select_related("planned")
    return cooperative, get_object_or_404(assemblies, cooperative=cooperative, pk=pk)


def planned_assembly_or_404(
    request: Request, slug: str, pk: int, permission: Permission
) -> tuple[Cooperative, PlannedAssembly]:
    """The co-op and an assembly it announced: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    return cooperative, get_object_or_404(PlannedAssembly, cooperative=cooperative, pk=pk)


def assembly_file_or_404(request: Request, slug: str, pk: uuid.UUID) -> AssemblyFile:
    """A paper of an assembly of a co-op the person may see."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    return get_object_or_404(AssemblyFile, cooperative=cooperative, pk=pk)


def plan_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Plan]:
    """The co-op and its plan: 404 when the person may not see it, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    plans = Plan.objects.select_related("fund", "closed_by")
    return cooperative, get_object_or_404(plans, cooperative=cooperative, pk=pk)


def plan_line_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, PlanLine]:
    """The co-op and a line of one of its plans: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    lines = PlanLine.objects.select_related("version__plan__fund", "category")
    return cooperative, get_object_or_404(lines, cooperative=cooperative, pk=pk)


def activity_or_404(
    request: Request, slug: str, pk: int, permission: Permission, **only: bool
) -> tuple[Cooperative, Activity]:
    """The co-op and an activity of one of its plans: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    activities = Activity.objects.select_related("plan__fund", "fund", "category", "report")
    return cooperative, get_object_or_404(activities, cooperative=cooperative, pk=pk, **only)
