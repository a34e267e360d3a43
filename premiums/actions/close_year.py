"""The end of the year: a report on every activity, then the assembly closes the year."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from cooperatives.models import User
from premiums.actions.decide_resolution import lock_plan, record_vote
from premiums.models import Activity, ActivityReport, Assembly, Plan, Resolution
from premiums.models.resolutions import ResolutionKind, ResolutionState
from premiums.models.versions import Done
from premiums.reports.assemblies import Votes
from premiums.reports.plans import unfinished


def report_activity(
    *,
    activity: Activity,
    done: Done | str,
    reason: str = "",
    objective_reached: Done | str,
    next_step: str = "",
    by: User,
) -> ActivityReport:
    """Report what became of an activity; a second report replaces the first until the year is closed.

    Refused: not carried out in full, without saying why; a closed year.
    """
    if done != Done.YES and not reason.strip():
        raise Refused(_("Say why the activity was not carried out in full."))
    with in_words():
        plan, _activities = lock_plan(activity.plan_id)
        said = {
            "done": done,
            "reason": reason.strip(),
            "objective_reached": objective_reached,
            "next_step": next_step.strip(),
            "reported_by": by,
            "reported_at": timezone.now(),
        }
        fixed = {"cooperative_id": activity.cooperative_id, "is_example": plan.is_example}
        report, _is_new = ActivityReport.objects.update_or_create(
            activity=activity, defaults=said, create_defaults=said | fixed
        )
        return report


def close_year(*, plan: Plan, assembly: Assembly, votes: Votes, text: str, by: User) -> Resolution:
    """Close the year by resolution: what is left of each activity goes back to the fund, and nothing changes after.

    Without quorum or majority the resolution is recorded as rejected and the year stays open. Refused: while an
    activity with money lacks its report, an expense waits to be checked or corrected, or an exception to be ratified.
    """
    with in_words():
        locked, _earlier = lock_plan(plan.pk)
        missing = unfinished(locked)
        if missing.sentence:
            raise Refused(missing.sentence)
        activities = Activity.objects.filter(Q(approved__gt=0) | Q(spent__gt=0), plan=locked)
        resolution = record_vote(
            assembly=assembly,
            kind=ResolutionKind.CLOSE_YEAR,
            plan=locked,
            text=text,
            votes=votes,
            releases={activity.pk: activity.spent - activity.approved for activity in activities},
            by=by,
        )
        if resolution.state == ResolutionState.ADOPTED:
            locked.closed_by, locked.closed_at = by, timezone.now()
            locked.save(update_fields=["closed_by", "closed_at"])
        return resolution
