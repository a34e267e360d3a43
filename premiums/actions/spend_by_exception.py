"""Spending that can't wait for an assembly: authorised with a reason, and ratified by the next assembly."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db.models import Max
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.ui import in_language
from cooperatives.models import User
from premiums.actions.decide_resolution import lock_plan, record_vote
from premiums.models import Activity, Assembly, Category, Plan, Resolution
from premiums.models.resolutions import ResolutionKind
from premiums.reports.assemblies import Votes


def spend_by_exception(
    *,
    plan: Plan,
    title: str,
    category: Category | None,
    reason: str,
    authoriser: str,
    amount: Decimal,
    ratify_by_on: dt.date,
    by: User,
) -> Activity:
    """Open an activity that may spend `amount` (in the fund's currency) before an assembly approves it.

    Refused: without a reason or who authorised it, for a closed year.
    """
    if not reason.strip():
        raise Refused(_("Say why it could not wait for the assembly."))
    if not authoriser.strip():
        raise Refused(_("Say who authorised it, the board for example."))
    with in_words():
        locked, _activities = lock_plan(plan.pk)
        return Activity.objects.create(
            cooperative_id=locked.cooperative_id,
            fund_id=locked.fund_id,
            plan=locked,
            title=title,
            category=category,
            quality_percent=Decimal(100) if category and category.counts_to_quality else Decimal(0),
            position=(locked.activities.aggregate(last=Max("position"))["last"] or 0) + 1,
            is_exceptional=True,
            exceptional_reason=reason.strip(),
            authoriser=authoriser.strip(),
            authorised_amount=amount,
            ratify_by_on=ratify_by_on,
            is_example=locked.is_example,
        )


def ratify(
    *, activity: Activity, assembly: Assembly, votes: Votes, text: str, whole: bool = False, by: User
) -> Resolution:
    """Record what the assembly voted on exceptional spending: adopted, what was spent is approved.

    With `whole`, or when nothing is spent yet, all that was authorised. Refused: when nothing waits to be ratified.
    """
    with in_words():
        plan, activities = lock_plan(activity.plan_id)
        locked = activities[activity.pk]
        authorised = locked.authorised_amount or Decimal(0)
        target = authorised if whole or not locked.spent else locked.spent
        if not locked.is_exceptional or target <= locked.approved:
            raise Refused(
                _("Nothing of “%(activity)s” waits to be ratified.") % {"activity": in_language(locked, "title")}
            )
        return record_vote(
            assembly=assembly,
            kind=ResolutionKind.RATIFY,
            plan=plan,
            text=text,
            votes=votes,
            releases={locked.pk: target - locked.approved},
            by=by,
        )
