"""The frame of each example year: the version an assembly votes on, and how earlier years were reported and closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from overview.actions.example.ideas import CLOSING, EXCEPTION, LATE_START, NEXT_ASSEMBLY
from overview.actions.example.world import YEARS, Cast, Story, chance
from premiums.models import (
    Activity,
    ActivityReport,
    Allotment,
    Assembly,
    AssemblyRule,
    Category,
    Fund,
    Plan,
    PlanLine,
    PlannedAssembly,
    PlanVersion,
    Resolution,
)
from premiums.models.assemblies import Majority
from premiums.models.resolutions import ResolutionKind, ResolutionState
from premiums.models.versions import Done, VersionState

QUORUM = {1: Decimal(51), 2: Decimal(25)}  # percent, by call
CLOSED = YEARS[:2]
URGENT = "opcaac"  # the co-op that could not wait for an assembly
# When the next assembly is, in days from the day of the telling; at one co-op it has passed and nobody recorded it.
NEXT_ASSEMBLIES = {"triunfo-verde": 24, "exemplo-do-sul": 38, "orpae": -9}


def tell_rule(cast: Cast) -> None:
    """The co-op's own rule for its assemblies."""
    AssemblyRule.objects.create(
        cooperative=cast.cooperative,
        from_on=dt.date(YEARS[0], 1, 1),
        quorum_first_percent=QUORUM[1],
        quorum_second_percent=QUORUM[2],
        majority=Majority.SIMPLE,
        source="Example bylaws",
        is_example=True,
    )


def announce_assembly(cast: Cast, on: dt.date) -> None:
    """The next assembly, at the co-ops that planned one; told as of a day."""
    if (days := NEXT_ASSEMBLIES.get(cast.cooperative.slug)) is None:
        return
    place, agenda = NEXT_ASSEMBLY[cast.language]
    PlannedAssembly.objects.create(
        cooperative=cast.cooperative,
        planned_on=on + dt.timedelta(days=days),
        place=place,
        agenda=agenda,
        is_example=True,
    )


def draft_version(cast: Cast, plan: Plan, activities: Sequence[Activity], amounts: Sequence[Decimal]) -> PlanVersion:
    """The first version of a plan, as it is put to the vote."""
    assert plan.starts_on and plan.ends_on  # noqa: S101, PT018
    year = plan.starts_on, plan.ends_on
    version = PlanVersion.objects.create(cooperative=cast.cooperative, plan=plan, number=1, is_example=True)
    PlanLine.objects.bulk_create(
        PlanLine(
            cooperative=cast.cooperative,
            version=version,
            activity=activity,
            title=activity.title,
            objective=activity.objective,
            category=activity.category,
            starts_on=activity.starts_on or year[0],
            ends_on=activity.ends_on or year[1],
            responsible=activity.responsible,
            budget=amount,
            quality_percent=activity.quality_percent,
            position=activity.position,
            is_example=True,
        )
        for activity, amount in zip(activities, amounts, strict=True)
    )
    return version


def put_in_force(version: PlanVersion, resolution: Resolution) -> None:
    """What an adopted resolution does to the version it approves."""
    version.state = VersionState.APPROVED
    version.approved_at, version.approved_by = resolution.decided_at, resolution.decided_by
    version.save(update_fields=["state", "approved_at", "approved_by"])


def close_years(cast: Cast) -> None:
    """The first two years were reported, activity by activity, and closed by the assembly of the year after."""
    for year in CLOSED:
        plan = Plan.objects.get(cooperative=cast.cooperative, starts_on=dt.date(year, 1, 1))
        assembly = Assembly.objects.filter(
            cooperative=cast.cooperative, resolutions__plan__starts_on__year=year + 1, resolutions__state="adopted"
        ).latest("held_on")
        activities = list(Activity.objects.filter(plan=plan))
        _report(cast, assembly, activities)
        _close(cast, plan, assembly, activities)


def _report(cast: Cast, assembly: Assembly, activities: Sequence[Activity]) -> None:
    assert assembly.held_on is not None  # noqa: S101
    day = assembly.held_on - dt.timedelta(days=9)
    reports = []
    for activity in activities:
        is_whole = activity.spent == activity.approved
        reached = (
            Done.YES
            if is_whole
            else chance("report", cast.cooperative.slug, activity.title).choice((Done.YES, Done.PARTLY))
        )
        reports.append(
            ActivityReport(
                cooperative=cast.cooperative,
                activity=activity,
                done=Done.YES if is_whole else Done.PARTLY,
                reason="" if is_whole else LATE_START[cast.language],
                objective_reached=reached,
                reported_at=cast.moment(day, 16),
                reported_by=cast.treasurer_on(day),
                is_example=True,
            )
        )
    ActivityReport.objects.bulk_create(reports)


def _close(cast: Cast, plan: Plan, assembly: Assembly, activities: Sequence[Activity]) -> None:
    earlier = assembly.resolutions.filter(state=ResolutionState.ADOPTED).latest("pk")
    assert plan.starts_on is not None and earlier.decided_at is not None  # noqa: S101, PT018
    resolution = Resolution.objects.create(
        cooperative=cast.cooperative,
        assembly=assembly,
        kind=ResolutionKind.CLOSE_YEAR,
        plan=plan,
        text=CLOSING[cast.language].format(year=plan.starts_on.year),
        votes_for=assembly.present,
        votes_against=0,
        votes_abstained=0,
        votes_blank=0,
        is_example=True,
    )
    Allotment.objects.bulk_create(
        Allotment(
            cooperative=cast.cooperative,
            resolution=resolution,
            activity=activity,
            amount=activity.spent - activity.approved,
            is_example=True,
        )
        for activity in activities
        if activity.spent != activity.approved
    )
    resolution.state, resolution.decided_by = ResolutionState.ADOPTED, earlier.decided_by
    resolution.decided_at = earlier.decided_at + dt.timedelta(minutes=20)
    resolution.save(update_fields=["state", "decided_by", "decided_at"])
    plan.closed_by, plan.closed_at = resolution.decided_by, resolution.decided_at + dt.timedelta(minutes=5)
    plan.save(update_fields=["closed_by", "closed_at"])


def tell_exception(story: Story, cast: Cast, fund: Fund, categories: Mapping[str, Category]) -> Activity | None:
    """At one co-op the board let money out before an assembly could vote; it waits to be ratified."""
    if story.slug != URGENT:
        return None
    title, reason, authoriser = EXCEPTION
    return Activity.objects.create(
        cooperative=cast.cooperative,
        fund=fund,
        plan=Plan.objects.get(fund=fund, starts_on=dt.date(YEARS[-1], 1, 1)),
        category=categories["organisation-processing-quality"],
        title=title,
        starts_on=dt.date(YEARS[-1], 9, 1),
        ends_on=dt.date(YEARS[-1], 12, 31),
        quality_percent=Decimal(100),
        is_exceptional=True,
        exceptional_reason=reason,
        authoriser=authoriser,
        authorised_amount=Decimal(15000),
        ratify_by_on=dt.date(YEARS[-1] + 1, 3, 31),
        position=80,
        is_example=True,
    )
