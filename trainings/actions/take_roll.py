"""Roll call: who of a co-op came on one day. A head count where no names were taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.ui import day
from cooperatives.actions.keep_member import add_member
from cooperatives.models import Cooperative, Member, User
from trainings.actions.plan_training import lock_training
from trainings.models import Attendance, HeadCount, Training, TrainingInvitation, TrainingSession
from trainings.models.trainings import TrainingState
from trainings.reports.attendance import PERSON


@dataclass(frozen=True)
class Roll:
    """What a roll call changed, and how many people of the co-op are now marked for the day."""

    added: int
    removed: int
    present: int


def take_roll(
    *,
    session: TrainingSession,
    cooperative: Cooperative,
    shown: Collection[int],
    marked: Collection[int],
    by: User,
) -> Roll:
    """Write the roll of a co-op for a day. A planned training is held from the first mark on.

    `shown` are the people whom the form showed as marked, `marked` those who are marked now: only the difference
    between the two is applied, so two people who take the same roll keep each other's marks. A constant number of
    queries. Refused: a day to come, a cancelled training, a co-op that is not invited or was counted by heads, people
    who are not on the co-op's list.
    """
    with in_words():
        training = _opened(session, cooperative)
        if HeadCount.objects.filter(session=session, cooperative=cooperative).exists():
            raise Refused(_("Heads were counted for this co-op on this day. Take the head count away to mark names."))
        entries = _entries(cooperative, set(shown) | set(marked))
        came = {entries[key] for key in marked if key in entries}
        add = came - {entries[key] for key in shown if key in entries}
        remove = {entries[key] for key in shown if key in entries} - came
        if missing := set(marked) - entries.keys():
            raise Refused(
                _("%(count)s of the people marked are not on the co-op's list. Open the page anew.")
                % {"count": len(missing)}
            )
        present = set(_present(session, cooperative))
        _mark(session, cooperative, add - present, by)
        gone = _unmark(session, cooperative, remove & present)
        if training.state == TrainingState.PLANNED and came:
            Training.objects.filter(pk=training.pk).update(state=TrainingState.HELD)
    return Roll(len(add - present), gone, len((present | add) - remove))


def add_to_roll(
    *,
    session: TrainingSession,
    cooperative: Cooperative,
    name: str,
    person: Mapping[str, Any],
    has_agreed: bool,
    is_another: bool = False,
    by: User,
) -> Member:
    """Add somebody new to the co-op's list and mark them for the day. Refused as `add_member` and `take_roll` do."""
    with transaction.atomic():
        member = add_member(
            cooperative=cooperative, name=name, person=person, has_agreed=has_agreed, is_another=is_another, by=by
        )
        take_roll(session=session, cooperative=cooperative, shown=(), marked={member.pk}, by=by)
    return member


def count_heads(
    *,
    session: TrainingSession,
    cooperative: Cooperative,
    women: int,
    men: int,
    unrecorded: int = 0,
    under_30: int | None = None,
    by: User,
) -> HeadCount:
    """Count heads where no names were taken; a second count of the same co-op and day replaces the first.

    Refused: where names were taken, nobody at all, more younger people than people, a day to come, a cancelled
    training.
    """
    with in_words():
        training = _opened(session, cooperative)
        if Attendance.objects.filter(session=session, cooperative=cooperative).exists():
            raise Refused(_("Names of this co-op were taken on this day, so its heads are not counted besides."))
        numbers = {"women": women, "men": men, "unrecorded": unrecorded, "under_30": under_30}
        signed = {"counted_at": timezone.now(), "counted_by": by}
        count, _is_new = HeadCount.objects.update_or_create(
            session=session,
            cooperative=cooperative,
            defaults=numbers | signed,
            create_defaults=numbers | signed | {"is_example": session.is_example or by.is_example},
        )
        if training.state == TrainingState.PLANNED:
            Training.objects.filter(pk=training.pk).update(state=TrainingState.HELD)
    return count


def remove_head_count(*, session: TrainingSession, cooperative: Cooperative, by: User) -> None:
    """Take a head count away, so that names can be taken instead. Its history tells that it was there."""
    with in_words():
        _opened(session, cooperative)
        for count in HeadCount.objects.filter(session=session, cooperative=cooperative):
            count.delete()


def _opened(session: TrainingSession, cooperative: Cooperative) -> Training:
    """The training, locked, once people of the co-op can have come."""
    training = lock_training(session.training_id)
    if training.state == TrainingState.CANCELLED:
        raise Refused(_("This training was cancelled, so nobody came."))
    if session.held_on > cooperative.today():
        raise Refused(_("This day is still to come: %(day)s. Take the roll then.") % {"day": day(session.held_on)})
    if not TrainingInvitation.objects.filter(training=training, cooperative=cooperative).exists():
        raise Refused(_("%(name)s is not invited to this training.") % {"name": cooperative.short_name})
    return training


def _entries(cooperative: Cooperative, keys: Collection[int]) -> dict[int, int]:
    """The entries of these keys with the entry that stands for the person; merged in the meantime is no obstacle."""
    rows = Member.objects.filter(cooperative=cooperative, pk__in=keys)
    return {key: into or key for key, into in rows.values_list("pk", "merged_into")}


def _present(session: TrainingSession, cooperative: Cooperative) -> Collection[int]:
    return list(
        Attendance.objects.filter(session=session, cooperative=cooperative).order_by().values_list(PERSON, flat=True)
    )


def _mark(session: TrainingSession, cooperative: Cooperative, people: Collection[int], by: User) -> None:
    is_example = session.is_example or by.is_example
    Attendance.objects.bulk_create(
        Attendance(session=session, cooperative=cooperative, member_id=key, is_example=is_example)
        for key in sorted(people)
    )


def _unmark(session: TrainingSession, cooperative: Cooperative, people: Collection[int]) -> int:
    """Take marks away, also those of a person's second entries; returns how many people lost one."""
    rows = Attendance.objects.filter(session=session, cooperative=cooperative)
    rows.filter(Q(member__in=people) | Q(member__merged_into__in=people)).delete()
    return len(people)
