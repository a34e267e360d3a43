"""Recording what an assembly decided: only an adopted resolution releases money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.ui import number
from cooperatives.models import User
from premiums.actions.log_expense import lock_activities
from premiums.models import Activity, Allotment, Assembly, Plan, PlanVersion, Resolution
from premiums.models.closing import SENTENCE
from premiums.models.resolutions import ResolutionKind, ResolutionState
from premiums.reports.assemblies import Votes, missing_for_adoption


def adopt_resolution(*, resolution: Resolution, by: User) -> Resolution:
    """Mark a draft as adopted and release its allotments. Refused without quorum or majority, or once decided."""
    return _decide(resolution, ResolutionState.ADOPTED, by)


def reject_resolution(*, resolution: Resolution, by: User) -> Resolution:
    """Mark a draft as rejected; it releases nothing. Refused once decided."""
    return _decide(resolution, ResolutionState.REJECTED, by)


def record_vote(
    *,
    assembly: Assembly,
    kind: ResolutionKind,
    plan: Plan,
    text: str,
    votes: Votes,
    releases: Mapping[int, Decimal],
    version: PlanVersion | None = None,
    by: User,
) -> Resolution:
    """Record a resolution with its votes: adopted with quorum and majority, else rejected.

    `releases` is what it gives each activity (by key), in the fund's currency; a rejected one releases nothing. Call it
    under the locks of `lock_plan`. Refused: more votes than people, numbers of the assembly that are not recorded.
    """
    _refuse_impossible(assembly, votes)
    adopted = not missing_for_adoption(assembly, votes)
    resolution = Resolution.objects.create(
        cooperative_id=assembly.cooperative_id,
        assembly=assembly,
        kind=kind,
        plan=plan,
        plan_version=version,
        text=text,
        votes_for=votes.votes_for,
        votes_against=votes.votes_against,
        votes_abstained=votes.votes_abstained,
        votes_blank=votes.votes_blank,
        majority=votes.majority,
        is_example=assembly.is_example or plan.is_example,
    )
    if not adopted:
        return reject_resolution(resolution=resolution, by=by)
    _allot(resolution, releases)
    return adopt_resolution(resolution=resolution, by=by)


def _allot(resolution: Resolution, releases: Mapping[int, Decimal]) -> None:
    for key, amount in sorted(releases.items()):
        if amount:
            Allotment.objects.create(
                cooperative_id=resolution.cooperative_id,
                resolution=resolution,
                activity_id=key,
                amount=amount,
                is_example=resolution.is_example,
            )


def _refuse_impossible(assembly: Assembly, votes: Votes) -> None:
    if assembly.is_historic or assembly.present is None:
        raise Refused(
            _("Of this assembly only what a source says is known. Choose one whose attendance and quorum are recorded.")
        )
    if votes.cast > assembly.present:
        raise Refused(
            _("%(votes)s votes are more than the %(present)s people present. Check the votes and the attendance.")
            % {"votes": number(votes.cast), "present": number(assembly.present)}
        )


def lock_plan(key: int) -> tuple[Plan, dict[int, Activity]]:
    """A plan that is not closed and its activities, locked: the activities first, then the plan, as every writer does.

    Who logs an expense holds its activity and then shares the plan; the same order here, so that none waits in a ring.
    Once the plan is locked none of its totals can move.
    """
    lock_activities(*Activity.objects.filter(plan=key).values_list("pk", flat=True))
    plan = Plan.objects.select_for_update(of=("self",), no_key=True).select_related("fund", "cooperative").get(pk=key)
    if plan.is_closed:
        raise Refused(str(SENTENCE))
    return plan, {activity.pk: activity for activity in Activity.objects.filter(plan=plan)}


def _decide(resolution: Resolution, state: ResolutionState, by: User) -> Resolution:
    with in_words():
        locked = Resolution.objects.select_for_update(of=("self",)).select_related("assembly").get(pk=resolution.pk)
        locked.state, locked.decided_by, locked.decided_at = state, by, timezone.now()
        locked.save(update_fields=["state", "decided_by", "decided_at"])
        return locked
