"""What becomes of a plan: the training was held, its report is written, or it was cancelled."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.ui import day
from cooperatives.models import User
from trainings.actions.plan_training import lock_training
from trainings.models import Training
from trainings.models.trainings import TrainingState


def hold_training(*, training: Training, by: User) -> Training:
    """Say that a planned training took place, for one of which no names are taken. Refused before its first day."""
    with in_words():
        locked = lock_training(training.pk)
        if locked.state != TrainingState.PLANNED:
            raise Refused(_("Only a planned training is marked as held."))
        refuse_before_first_day(locked)
        locked.state = TrainingState.HELD
        locked.save(update_fields=["state"])
    return locked


def report_training(*, training: Training, report: str, by: User) -> Training:
    """Write what came of a training that was held; a second report replaces the first. Refused otherwise."""
    with in_words():
        locked = lock_training(training.pk)
        if not locked.took_place:
            raise Refused(_("Only a training that was held is reported."))
        locked.state, locked.report = TrainingState.REPORTED, report
        locked.reported_at, locked.reported_by = timezone.now(), by
        locked.save(update_fields=["state", "report", "reported_at", "reported_by"])
    return locked


def cancel_training(*, training: Training, reason: str, by: User) -> Training:
    """Cancel a planned training. Refused once it was held, and without a reason."""
    with in_words():
        locked = lock_training(training.pk)
        if locked.state != TrainingState.PLANNED:
            raise Refused(_("Only a planned training is cancelled."))
        locked.state, locked.cancelled_reason = TrainingState.CANCELLED, reason
        locked.cancelled_at, locked.cancelled_by = timezone.now(), by
        locked.save(update_fields=["state", "cancelled_reason", "cancelled_at", "cancelled_by"])
    return locked


def refuse_before_first_day(training: Training) -> None:
    """Refuse what only a training that began can have."""
    today = timezone.localdate()
    if training.starts_on and training.starts_on > today:
        raise Refused(_("This training begins on %(day)s. Come back then.") % {"day": day(training.starts_on)})
