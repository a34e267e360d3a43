"""The roll of a co-op on one day: who is on the list, who is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cooperatives.models import Cooperative, Member
from cooperatives.models.members import MemberQuerySet
from trainings.models import Attendance, TrainingSession

# The person behind an attendance: the entry that stands for them when theirs was merged into another.
PERSON = Coalesce("member__merged_into", "member")
# A list that a phone can carry. Of a longer one those who are marked come first, the rest is found by name.
LIST_LIMIT = 300


@dataclass(frozen=True)
class RollList:
    """The people a roll call shows, and how many more the co-op has."""

    people: Sequence[Any]
    more: int
    present: int
    marked: Sequence[int]


def roll_list(session: TrainingSession, cooperative: Cooperative, search: str = "") -> RollList:
    """The co-op's list for a day (two queries): everybody with `is_marked`, by name; only matches of `search`.

    Those who left before the day, and those whose name was removed, are shown only when they are marked.
    """
    # Read once and looked up for each person; asked for each one, it would read the members of all co-ops.
    marked = Attendance.objects.filter(session=session, cooperative=cooperative).values(person=PERSON)
    is_marked = ExpressionWrapper(Q(pk__in=marked), output_field=BooleanField())
    listed: Any = MemberQuerySet(Member).filter(cooperative=cooperative).people().annotate(is_marked=is_marked)
    listed = listed.filter(
        Q(is_marked=True)
        | Q(name_removed_at__isnull=True) & (Q(left_on__isnull=True) | Q(left_on__gte=session.held_on))
    )
    total, present = listed.aggregate(total=Count("pk"), present=Count("pk", filter=Q(is_marked=True))).values()
    found = listed.named(search)
    order = ("-is_marked", "name_key", "pk") if total > LIST_LIMIT else ("name_key", "pk")
    people = list(found.order_by(*order)[:LIST_LIMIT])
    return RollList(
        people=people,
        more=0 if search else max(0, total - len(people)),
        present=present,
        marked=[person.pk for person in people if person.is_marked],
    )


def with_days(people: QuerySet[Member]) -> QuerySet[Any]:
    """These people with `days`: how many days of training each came to, under whichever of their entries."""
    own = Attendance.objects.filter(member=OuterRef("pk")).order_by().values("member")
    second = Attendance.objects.filter(member__merged_into=OuterRef("pk")).order_by().values("member__merged_into")
    counts = [Coalesce(Subquery(marks.annotate(days=Count("pk")).values("days")), 0) for marks in (own, second)]
    found: QuerySet[Any] = people.annotate(days=counts[0] + counts[1])
    return found
