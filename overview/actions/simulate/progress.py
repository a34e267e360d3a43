"""Milestones, measured values with their targets, certification files and certificates."""

from __future__ import annotations

from collections.abc import Iterator

from certification.models import Certificate, CertificationFile, Step
from overview.actions.simulate.copying import Keys, Row, Table, Tell
from overview.actions.simulate.world import OPEN_YEAR, SOURCE, YEARS, World, spread
from trainings.models import CooperativeMilestone, Indicator, IndicatorTarget, Measurement, Milestone
from trainings.models.indicators import IndicatorKind

MEASURED = YEARS[2:]


def copy_progress(world: World, tell: Tell) -> None:
    """Where each co-op stands in the tracks, and its certification."""
    size = world.size.cooperatives
    milestones = list(Milestone.objects.filter(is_active=True).order_by("track__position", "position"))
    columns: tuple[str, ...]
    columns = ("cooperative_id", "milestone_id", "due_on", "reached_on", "reached_precision", "evidence")
    columns += ("reported_at", "reported_by_id", "accepted_at", "accepted_by_id")
    table = Table(CooperativeMilestone, *columns)
    table.copy(_milestones(world, milestones), size * len(milestones), tell)
    indicators = list(Indicator.objects.filter(is_active=True, computation="").order_by("pk"))
    columns = ("cooperative_id", "indicator_id", "year", "value", "women", "men", "other", "unrecorded", "measured_on")
    columns += ("state", "entered_at", "entered_by_id", "accepted_at", "accepted_by_id")
    table = Table(Measurement, *columns, measured_precision="day", source=SOURCE)
    table.copy(_measurements(world, indicators), size * len(indicators) * len(MEASURED), tell)
    table = Table(IndicatorTarget, "indicator_id", "cooperative_id", "value", year=OPEN_YEAR, source=SOURCE)
    table.copy(_targets(world, indicators), size * len(indicators), tell)
    _copy_certification(world, tell)


def _milestones(world: World, milestones: list[Milestone]) -> Iterator[Row]:
    """A co-op has climbed some rungs: all but the last of them are accepted."""
    for number in range(world.size.cooperatives):
        climbed = 5 + spread(number, len(milestones) - 5)
        for place, milestone in enumerate(milestones):
            year = YEARS[0] + place * len(YEARS) // len(milestones)
            on, at = f"{year}-06-15", f"{year}-06-16 18:00+00"
            reached = (on, "day", "Papers in the office", at, world.treasurer(number))
            accepted = (f"{year}-07-01 18:00+00", world.manager)
            if place >= climbed:
                reached = (None, "", "", None, None)  # type: ignore[assignment]
            if place >= climbed - 1:
                accepted = (None, None)  # type: ignore[assignment]
            # What is not reached yet is due far ahead, but for one rung in eight co-ops, which is late.
            due = on if place < climbed or (place == climbed and number % 8 == 0) else f"{OPEN_YEAR + 10}-06-30"
            yield world.cooperative(number), milestone.pk, due, *reached, *accepted


def _value(indicator: Indicator, number: int, year: int) -> int:
    draw = spread(number * 131 + year * 17 + indicator.pk, 60)
    if indicator.kind == IndicatorKind.YES_NO:
        return draw % 2
    return min(draw + 20, int(indicator.largest or 1_000))


def _measurements(world: World, indicators: list[Indicator]) -> Iterator[Row]:
    for year in MEASURED:
        for indicator in indicators:
            for number in range(world.size.cooperatives):
                value = _value(indicator, number, year)
                is_people = indicator.kind == IndicatorKind.PEOPLE
                parts = (value // 3, value - value // 3, 0, 0) if is_people else (None, None, None, None)
                waits = year == OPEN_YEAR and number % 10 == 0
                state = ("entered", f"{year}-12-20 18:00+00", world.treasurer(number))
                accepted = (None, None) if waits else (f"{year}-12-28 18:00+00", world.manager)
                state = state if waits else ("accepted", *state[1:])
                own = (world.cooperative(number), indicator.pk, year)
                yield *own, value, *parts, f"{year}-12-15", *state, *accepted


def _targets(world: World, indicators: list[Indicator]) -> Iterator[Row]:
    for indicator in indicators:
        for number in range(world.size.cooperatives):
            value = 1 if indicator.kind == IndicatorKind.YES_NO else min(60, int(indicator.largest or 60))
            yield indicator.pk, world.cooperative(number), value


def _copy_certification(world: World, tell: Tell) -> None:
    """Participants have a certificate of three years in a historic file, candidates a file that was just begun."""
    size, first = world.size.cooperatives, Keys.of(CertificationFile).first
    columns: tuple[str, ...]
    columns = ("pk", "cooperative_id", "state", "since_on", "year_zero_on", "is_historic")
    files = Table(CertificationFile, *columns, scheme_id=world.scheme.pk, since_precision="day", source=SOURCE)
    files.copy(_files(world, first), size, tell)
    columns = ("cooperative_id", "file_id", "to_state", "taken_on", "recorded_at", "recorded_by_id", "is_historic")
    Table(Step, *columns, taken_precision="day", source=SOURCE).copy(_steps(world, first), size, tell)
    columns = ("cooperative_id", "file_id", "number", "valid_from_on", "valid_until_on")
    same = {"scheme_id": world.scheme.pk, "valid_from_precision": "day", "source": SOURCE}
    Table(Certificate, *columns, **same).copy(_certificates(world, first), size - size // 5, tell)


def _certified_on(number: int) -> str:
    return f"{OPEN_YEAR - 1}-{1 + number % 12:02}-15"


def _files(world: World, first: int) -> Iterator[Row]:
    for number in range(world.size.cooperatives):
        own = (first + number, world.cooperative(number))
        if number % 5 == 4:
            yield *own, "enquiry", f"{OPEN_YEAR}-03-01", None, False
        else:
            yield *own, "certified", _certified_on(number), _certified_on(number), True


def _steps(world: World, first: int) -> Iterator[Row]:
    for number in range(world.size.cooperatives):
        own = (world.cooperative(number), first + number)
        if number % 5 == 4:
            yield *own, "enquiry", f"{OPEN_YEAR}-03-01", f"{OPEN_YEAR}-03-02 18:00+00", world.manager, False
        else:
            yield *own, "certified", _certified_on(number), None, None, True


def _certificates(world: World, first: int) -> Iterator[Row]:
    for number in range(world.size.cooperatives):
        if number % 5 != 4:
            ends = f"{OPEN_YEAR + 2}-{1 + number % 12:02}-14"
            yield world.cooperative(number), first + number, f"SIM-{number:05}", _certified_on(number), ends
