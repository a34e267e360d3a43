"""How many people were trained: each member counted once a year, in each track and over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cooperatives.models.members import Sex
from trainings.models import Attendance
from trainings.models.trainings import TrainingKind, TrainingState


@dataclass(frozen=True)
class PeopleCount:
    """People, each counted once; whose sex nobody recorded stay in the total."""

    women: int
    men: int
    other: int
    unrecorded: int

    @property
    def total(self) -> int:
        """Everybody."""
        return self.women + self.men + self.other + self.unrecorded


def people_trained(cooperatives: Iterable[int], years: Iterable[int]) -> dict[tuple[int, int | None, int], PeopleCount]:
    """By co-op, track and year; without a track (None) over all trainings (one query).

    Trainings that were held count, awareness meetings do not. Where nobody's attendance is recorded there is no entry.
    """
    came = (
        Attendance.objects.filter(
            cooperative__in=list(cooperatives),
            session__held_on__year__in=list(years),
            session__training__state=TrainingState.HELD,
        )
        .exclude(session__training__kind=TrainingKind.AWARENESS)
        .order_by()
        .values_list("cooperative", "session__training__track", "session__held_on__year", "member", "member__sex")
        .distinct()
    )
    people: dict[tuple[int, int | None, int], dict[int, str]] = {}
    for cooperative, track, year, member, sex in came:
        for key in {track, None}:
            people.setdefault((cooperative, key, year), {})[member] = sex
    return {key: _count(list(members.values())) for key, members in people.items()}


def _count(sexes: list[str]) -> PeopleCount:
    women, men, other = (sexes.count(sex) for sex in (Sex.WOMAN, Sex.MAN, Sex.OTHER))
    return PeopleCount(women, men, other, len(sexes) - women - men - other)
