"""Planning a training: what, where, who teaches, who is invited, on which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Max, Min, Q
from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, in_words
from config.ui import day
from cooperatives.models import Cooperative, Enrolment, Programme, User
from trainings.models import (
    Attendance,
    HeadCount,
    Module,
    Track,
    Training,
    TrainingInvitation,
    TrainingModule,
    TrainingSession,
    TrainingTrainer,
)
from trainings.models.trainings import TrainingState

MOST_DAYS = 31


@dataclass(frozen=True)
class Plan:
    """What is typed about a training, without its days. `places` is how many people each co-op may send."""

    title: str
    kind: str
    track: Track | None
    place: str
    host: Cooperative | None
    other_trainers: str
    cooperatives: Sequence[Cooperative]
    places: int | None
    modules: Sequence[Module]
    trainers: Sequence[User]


def plan_training(
    *, programme: Programme, plan: Plan, days: Sequence[dt.date], hours: Decimal | None, by: User
) -> Training:
    """Plan a training with its days, of `hours` hours each.

    Refused: no co-op invited, one that is not enrolled in the programme, no day, more than 31 days.
    """
    _refuse_uninvited(programme, plan.cooperatives)
    if not 0 < len(days) <= MOST_DAYS:
        raise Refused(_("A training has at least one day and at most %(most)s.") % {"most": MOST_DAYS})
    with in_words():
        training = Training(programme=programme, is_example=programme.is_example or by.is_example)
        _write(training, plan)
        training.starts_on, training.starts_precision, training.ends_on = min(days), DatePrecision.DAY, max(days)
        training.save()
        TrainingSession.objects.bulk_create(
            TrainingSession(training=training, held_on=held_on, hours=hours, is_example=training.is_example)
            for held_on in sorted(set(days))
        )
        _join(training, plan)
    return training


def change_training(*, training: Training, plan: Plan, by: User) -> Training:
    """Change what is planned; the days are added and taken away one by one.

    Refused: once cancelled, no co-op invited, a co-op that is not enrolled, taking out a co-op whose people came.
    """
    with in_words():
        locked = lock_training(training.pk)
        if locked.state == TrainingState.CANCELLED:
            raise Refused(_("This training was cancelled. Plan a new one instead."))
        already = set(locked.invitations.values_list("cooperative", flat=True))
        _refuse_uninvited(locked.programme, [one for one in plan.cooperatives if one.pk not in already])
        if not plan.cooperatives:
            raise Refused(_("Invite at least one co-op."))
        _write(locked, plan)
        locked.save()
        _join(locked, plan)
    return locked


def add_day(*, training: Training, held_on: dt.date, hours: Decimal | None, by: User) -> TrainingSession:
    """One more day. Refused: a day the training already has, a cancelled training."""
    with in_words():
        locked = lock_training(training.pk)
        if locked.state == TrainingState.CANCELLED:
            raise Refused(_("This training was cancelled. Plan a new one instead."))
        session = TrainingSession.objects.create(
            training=locked, held_on=held_on, hours=hours, is_example=locked.is_example
        )
        _span(locked)
    return session


def remove_day(*, session: TrainingSession, by: User) -> None:
    """Take a day out of the plan. Refused: a day people came to, the only day."""
    with in_words():
        locked = lock_training(session.training_id)
        if Attendance.objects.filter(session=session).exists() or HeadCount.objects.filter(session=session).exists():
            raise Refused(_("People came on %(day)s, so the day stays.") % {"day": day(session.held_on)})
        if not TrainingSession.objects.filter(training=locked).exclude(pk=session.pk).exists():
            raise Refused(_("This is the only day of the training. Add the right day first, or cancel the training."))
        session.delete()
        _span(locked)


def lock_training(key: int) -> Training:
    """The training, kept as it is until the transaction ends. Everything about one training queues up here."""
    rows = Training.objects.select_related("programme")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=key)


def _span(training: Training) -> None:
    """First and last day follow from the days."""
    span = training.sessions.aggregate(first=Min("held_on"), last=Max("held_on"))
    training.starts_on, training.ends_on = span["first"], span["last"]
    training.starts_precision = DatePrecision.DAY
    training.save(update_fields=["starts_on", "starts_precision", "ends_on"])


def _refuse_uninvited(programme: Programme, cooperatives: Sequence[Cooperative]) -> None:
    enrolled = set(
        Enrolment.objects.filter(Q(programme=programme) | Q(programme__part_of=programme)).values_list(
            "cooperative", flat=True
        )
    )
    strangers = [one.short_name for one in cooperatives if one.pk not in enrolled]
    if strangers:
        raise Refused(
            _("%(names)s takes no part in this programme, so it can't be invited.") % {"names": ", ".join(strangers)}
        )


def _write(training: Training, plan: Plan) -> None:
    for column in ("title", "kind", "track", "place", "host", "other_trainers"):
        setattr(training, column, getattr(plan, column))


def _join(training: Training, plan: Plan) -> None:
    """Bring invitations, modules and trainers to what is planned; only the differences are written."""
    if not plan.cooperatives:
        raise Refused(_("Invite at least one co-op."))
    invited = {row.cooperative_id: row for row in training.invitations.all()}
    _take_out(invited[key] for key in invited.keys() - {one.pk for one in plan.cooperatives})
    TrainingInvitation.objects.bulk_create(
        TrainingInvitation(training=training, cooperative=one, places=plan.places, is_example=training.is_example)
        for one in plan.cooperatives
        if one.pk not in invited
    )
    if plan.places not in {row.places for row in invited.values()}:  # else they stay as different as they are
        training.invitations.update(places=plan.places)
    taught = {row.module_id: row for row in training.module_rows.all()}
    _take_out(taught[key] for key in taught.keys() - {one.pk for one in plan.modules})
    TrainingModule.objects.bulk_create(
        TrainingModule(training=training, module=one, is_example=training.is_example)
        for one in plan.modules
        if one.pk not in taught
    )
    teaching = {row.user_id: row for row in training.trainer_rows.all()}
    _take_out(teaching[key] for key in teaching.keys() - {one.pk for one in plan.trainers})
    TrainingTrainer.objects.bulk_create(
        TrainingTrainer(training=training, user=one, is_example=training.is_example)
        for one in plan.trainers
        if one.pk not in teaching
    )


def _take_out(rows: Iterable[TrainingInvitation | TrainingModule | TrainingTrainer]) -> None:
    for row in rows:
        row.delete()
