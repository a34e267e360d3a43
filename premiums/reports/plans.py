"""Answers about plans: what is in force, what changed, what the year still lacks. A constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.ui import money_text
from cooperatives.models import Cooperative
from premiums.models import Activity, ActivityReport, Expense, Plan, PlanLine, PlanVersion, Resolution
from premiums.models.expenses import ExpenseState
from premiums.models.resolutions import ResolutionState
from premiums.models.versions import VersionState


@dataclass(frozen=True)
class PlanRow:
    """A plan in the list, with its totals in the fund's currency."""

    plan: Plan
    approved: Decimal
    spent: Decimal
    left: Decimal
    unratified_count: int
    live_number: int | None
    has_draft: bool


def plans_of(cooperative: Cooperative) -> list[PlanRow]:
    """The co-op's plans, newest first (three queries)."""
    plans = list(Plan.objects.filter(cooperative=cooperative).select_related("fund"))
    totals: dict[int, Mapping[str, Any]] = {
        row["plan"]: row
        for row in Activity.objects.filter(cooperative=cooperative)
        .order_by()
        .values("plan")
        .annotate(
            approved_sum=Sum("approved"),
            spent_sum=Sum("spent"),
            left_sum=Sum(Greatest("approved", Coalesce("authorised_amount", Decimal(0))) - F("spent")),
            unratified_count=Count("pk", filter=Q(is_exceptional=True, spent__gt=F("approved"))),
        )
    }
    states: dict[int, dict[str, int]] = {}
    for plan, state, version in PlanVersion.objects.filter(cooperative=cooperative).values_list(
        "plan", "state", "number"
    ):
        states.setdefault(plan, {})[state] = version
    return [_plan_row(plan, totals.get(plan.pk, {}), states.get(plan.pk, {})) for plan in plans]


def _plan_row(plan: Plan, totals: Mapping[str, Any], states: dict[str, int]) -> PlanRow:
    return PlanRow(
        plan=plan,
        approved=totals.get("approved_sum", Decimal(0)),
        spent=totals.get("spent_sum", Decimal(0)),
        left=Decimal(0) if plan.is_closed else totals.get("left_sum", Decimal(0)),
        unratified_count=totals.get("unratified_count", 0),
        live_number=states.get(VersionState.APPROVED),
        has_draft=VersionState.DRAFT in states,
    )


@dataclass(frozen=True)
class Change:
    """What one version changes for one activity. No `before`: added; no `after`: dropped."""

    title: str
    before: Decimal | None
    after: Decimal | None
    words: Sequence[str] = ()


@dataclass(frozen=True)
class VersionView:
    """A version with its lines, their total, and what differs from the approved version before it."""

    version: PlanVersion
    lines: Sequence[PlanLine]
    changes: Sequence[Change]
    assembly_id: int | None = None

    @property
    def total(self) -> Decimal:
        """The sum of the budgets, in the fund's currency."""
        return sum((line.budget for line in self.lines), Decimal(0))


@dataclass(frozen=True)
class ActivityView:
    """An activity with money or in force, its line in the version in force, and its report."""

    activity: Activity
    line: PlanLine | None
    report: ActivityReport | None
    is_closed: bool

    @property
    def left(self) -> Decimal:
        """What may still be spent; in a closed year nothing, whatever an exception once allowed."""
        return Decimal(0) if self.is_closed else self.activity.left

    @property
    def is_unratified(self) -> bool:
        """It is exceptional, and no assembly has ratified all of it yet."""
        activity = self.activity
        return activity.is_exceptional and (not activity.approved or activity.spent > activity.approved)

    @property
    def has_money(self) -> bool:
        """It was given money, or spent some, so that it must be reported."""
        return bool(self.activity.approved or self.activity.spent)


@dataclass(frozen=True)
class PlanPage:
    """A plan as its page shows it; amounts in the fund's currency."""

    plan: Plan
    live: VersionView | None
    draft: VersionView | None
    earlier: Sequence[VersionView]
    activities: Sequence[ActivityView]
    exceptions: Sequence[ActivityView]
    totals: dict[str, Decimal] = field(default_factory=dict)

    @property
    def rows(self) -> Sequence[ActivityView]:
        """All its activities, the exceptional ones last."""
        return [*self.activities, *self.exceptions]

    @property
    def has_money(self) -> bool:
        """There is something to report on."""
        return any(row.has_money for row in self.rows)

    @property
    def unratified(self) -> Sequence[Activity]:
        """Exceptional spending that no assembly has ratified yet."""
        return [row.activity for row in self.exceptions if row.is_unratified]

    @property
    def unratified_count(self) -> int:
        """How much of it there is."""
        return len(self.unratified)


def plan_page(plan: Plan) -> PlanPage:
    """A plan with its versions, their lines and votes, its activities and reports (four queries)."""
    lines = Prefetch("lines", PlanLine.objects.select_related("category", "activity").order_by("position", "pk"))
    votes = Prefetch("resolutions", Resolution.objects.filter(state=ResolutionState.ADOPTED))
    versions = plan.versions.order_by("number").select_related("approved_by", "withdrawn_by")
    views = _version_views(list(versions.prefetch_related(lines, votes)))
    live = next((view for view in views if view.version.state == VersionState.APPROVED), None)
    draft = next((view for view in views if view.version.state == VersionState.DRAFT), None)
    by_activity = {line.activity_id: line for line in live.lines} if live else {}
    rows = [
        ActivityView(activity, by_activity.get(activity.pk), getattr(activity, "report", None), plan.is_closed)
        for activity in Activity.objects.filter(plan=plan).select_related("report", "category", "fund")
    ]
    shown = [row for row in rows if not row.activity.is_exceptional and (row.line or row.has_money)]
    return PlanPage(
        plan=plan,
        live=live,
        draft=draft,
        earlier=[view for view in reversed(views) if view is not draft],
        activities=shown,
        exceptions=[row for row in rows if row.activity.is_exceptional],
        totals=_totals(rows),
    )


def _totals(rows: Iterable[ActivityView]) -> dict[str, Decimal]:
    totals = {"approved": Decimal(0), "spent": Decimal(0), "left": Decimal(0)}
    for row in rows:
        totals["approved"] += row.activity.approved
        totals["spent"] += row.activity.spent
        totals["left"] += row.left
    return totals


def _version_views(versions: Sequence[PlanVersion]) -> list[VersionView]:
    views: list[VersionView] = []
    before: VersionView | None = None
    for version in versions:
        lines = list(version.lines.all())
        vote = next(iter(version.resolutions.all()), None)
        views.append(VersionView(version, lines, _changes(before, lines), vote.assembly_id if vote else None))
        if version.state != VersionState.WITHDRAWN:
            before = views[-1]
    return views


def _changes(before: VersionView | None, lines: Sequence[PlanLine]) -> list[Change]:
    if before is None:
        return []
    earlier = {line.activity_id: line for line in before.lines}
    changes = []
    for line in lines:
        old = earlier.pop(line.activity_id, None)
        words = _changed_words(old, line) if old else []
        if old is None or old.budget != line.budget or words:
            changes.append(Change(line.title, old.budget if old else None, line.budget, words))
    return [*changes, *(Change(line.title, line.budget, None) for line in earlier.values())]


def _changed_words(old: PlanLine, new: PlanLine) -> list[str]:
    names = ("title", "objective", "category", "starts_on", "ends_on", "responsible", "quality_percent")
    counts = ("expected_women", "expected_men")
    return [
        str(PlanLine._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name in (*names, *counts)
        if getattr(old, name) != getattr(new, name)
    ]


def coverage(draft: PlanVersion) -> dict[str, Decimal]:
    """What a draft would newly bind against what is left in the fund, in the fund's currency (one query).

    `short` is above zero when more would be approved than has come in; that is a warning, not a rule.
    """
    in_force = Q(lines__version__state=VersionState.APPROVED)
    total = bound = Decimal(0)
    for budget, was_planned, approved, spent in (
        Activity.objects.filter(plan=draft.plan_id)
        .annotate(budget=Sum("lines__budget", filter=Q(lines__version=draft)), planned=Count("lines", filter=in_force))
        .values_list("budget", "planned", "approved", "spent")
    ):
        if budget is not None:
            total += budget
            bound += budget - approved
        elif was_planned:
            bound += spent - approved
    left = draft.plan.fund.left
    return {"total": total, "bound": bound, "left": left, "short": max(bound - left, Decimal(0))}


@dataclass(frozen=True)
class Unfinished:
    """What a year still lacks before it can be closed."""

    activities: Sequence[Activity]
    waiting_count: int
    returned_count: int
    currency: str
    has_draft: bool = False

    @property
    def unreported(self) -> Sequence[Activity]:
        """Activities with money and without a report."""
        return [activity for activity in self.activities if not hasattr(activity, "report")]

    @property
    def reported(self) -> Sequence[Activity]:
        """Activities with a report."""
        return [activity for activity in self.activities if hasattr(activity, "report")]

    @property
    def unratified(self) -> Sequence[Activity]:
        """Activities that spent by exception what is not ratified."""
        return [activity for activity in self.activities if activity.unratified]

    @property
    def left(self) -> Decimal:
        """Approved and not spent: what goes back to the fund when the year is closed."""
        return sum((activity.approved - activity.spent for activity in self.activities), Decimal(0))

    @property
    def is_empty(self) -> bool:
        """Nothing is missing."""
        return not (self.unreported or self.waiting_count or self.returned_count or self.unratified or self.has_draft)

    @property
    def sentence(self) -> str:
        """What is missing, with its numbers; empty when nothing is."""
        parts = []
        if count := len(self.unreported):
            parts.append(ngettext("%s activity lacks its report", "%s activities lack their report", count) % count)
        if count := self.waiting_count:
            parts.append(ngettext("%s expense waits to be checked", "%s expenses wait to be checked", count) % count)
        if count := self.returned_count:
            words = ngettext("%s returned expense isn't corrected", "%s returned expenses aren't corrected", count)
            parts.append(words % count)
        if self.unratified:
            amount = sum((activity.unratified for activity in self.unratified), Decimal(0))
            words = _("%s spent by exception isn't ratified")
            parts.append(words % money_text(amount, self.currency))
        if self.has_draft:
            parts.append(_("a draft of the plan is still open"))
        if not parts:
            return ""
        return _("The year can't be closed yet: %(parts)s.") % {"parts": get_text_list(parts, _("and"))}


def unfinished(plan: Plan) -> Unfinished:
    """What the year of this plan still lacks (two queries)."""
    activities = Activity.objects.filter(Q(approved__gt=0) | Q(spent__gt=0), plan=plan).select_related("report")
    waiting, returned, has_draft = (
        Plan.objects.filter(pk=plan.pk)
        .values_list(
            _open_expenses(ExpenseState.LOGGED),
            _open_expenses(ExpenseState.RETURNED),
            Exists(PlanVersion.objects.filter(plan=OuterRef("pk"), state=VersionState.DRAFT)),
        )
        .get()
    )
    return Unfinished(list(activities), waiting, returned, plan.fund.currency, has_draft)


def _open_expenses(state: ExpenseState) -> Coalesce:
    """How many expenses of a plan are in this state, as a column of the plan."""
    counted = Expense.objects.filter(activity__plan=OuterRef("pk"), is_historic=False, state=state).order_by()
    return Coalesce(Subquery(counted.values("activity__plan").annotate(count=Count("pk")).values("count")), 0)
