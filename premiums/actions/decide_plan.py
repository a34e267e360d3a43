"""Putting a plan or an amendment to the vote: with quorum and majority it is in force and its money released."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.ui import money_text
from cooperatives.models import User
from premiums.actions.decide_resolution import lock_plan, record_vote
from premiums.actions.draft_plan import activity_fields
from premiums.models import Activity, Assembly, Plan, PlanLine, PlanVersion, Resolution
from premiums.models.resolutions import ResolutionKind, ResolutionState
from premiums.models.versions import VersionState
from premiums.reports.assemblies import Votes, missing_for_adoption


def decide_plan(*, version: PlanVersion, assembly: Assembly, votes: Votes, text: str, by: User) -> Resolution:
    """Record what the assembly voted on a draft. Adopted, the version is in force and each activity has its budget.

    What an earlier resolution approved is taken into account; an activity the version drops gives back what is not
    spent. Without quorum or majority the resolution is recorded as rejected and the version stays a draft. Refused: a
    version that is no draft or has no line, a budget below what is already spent.
    """
    with in_words():
        plan, activities = lock_plan(version.plan_id)
        version.refresh_from_db(fields=["state"])
        if version.state != VersionState.DRAFT:
            raise Refused(_("This version was decided meanwhile. Look at the plan again before you go on."))
        lines = list(version.lines.select_related("activity", "category"))
        if any(line.activity_id not in activities for line in lines):
            raise Refused(_("This draft has a line for an activity of another plan. Remove it first."))
        if not lines:
            raise Refused(_("This draft has no activity yet. Add what the assembly voted on, then record the vote."))
        live = plan.versions.filter(state=VersionState.APPROVED).first()
        releases = _releases(plan, lines, live, activities)
        if not missing_for_adoption(assembly, votes):
            _refuse_below_spent(plan, lines, activities)
        resolution = record_vote(
            assembly=assembly,
            kind=ResolutionKind.AMEND_PLAN if live else ResolutionKind.APPROVE_PLAN,
            plan=plan,
            version=version,
            text=text,
            votes=votes,
            releases=releases,
            by=by,
        )
        if resolution.state == ResolutionState.ADOPTED:
            _put_in_force(version, live, lines, by)
        return resolution


def _releases(
    plan: Plan, lines: list[PlanLine], live: PlanVersion | None, activities: dict[int, Activity]
) -> dict[int, Decimal]:
    """By activity: its new budget less what is approved already; of a dropped one, what is not spent, back."""
    releases = {line.activity_id: line.budget - activities[line.activity_id].approved for line in lines}
    earlier = live.lines.values_list("activity_id", flat=True) if live else ()
    for key in set(earlier) - set(releases):
        releases[key] = activities[key].spent - activities[key].approved
    return releases


def _refuse_below_spent(plan: Plan, lines: list[PlanLine], activities: dict[int, Activity]) -> None:
    for line in lines:
        spent = activities[line.activity_id].spent
        if line.budget < spent:
            raise Refused(
                _(
                    "The budget of “%(activity)s”, %(budget)s, is less than the %(spent)s already spent on it. Nothing "
                    "was saved. Plan at least %(spent)s."
                )
                % {
                    "activity": line.title,
                    "budget": money_text(line.budget, plan.fund.currency),
                    "spent": money_text(spent, plan.fund.currency),
                }
            )


def _put_in_force(version: PlanVersion, live: PlanVersion | None, lines: list[PlanLine], by: User) -> None:
    if live:
        live.state = VersionState.SUPERSEDED
        live.save(update_fields=["state"])
    version.state, version.approved_by, version.approved_at = VersionState.APPROVED, by, timezone.now()
    version.save(update_fields=["state", "approved_by", "approved_at"])
    for line in lines:
        fields = activity_fields(line)
        Activity.objects.filter(pk=line.activity_id).update(position=line.position, **fields)
