"""Scores of a training, before and after, and the tests they come from."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.ui import weight
from cooperatives.models import Cooperative, Member, User
from trainings.actions.plan_training import lock_training
from trainings.models import Instrument, Score, Training
from trainings.models.scores import Moment
from trainings.models.trainings import TrainingState

# Points of a person at a moment; None takes a score away.
Points = Mapping[tuple[int, str], Decimal | None]


def enter_scores(
    *, training: Training, cooperative: Cooperative, instrument: Instrument, points: Points, by: User
) -> int:
    """Write the scores that changed; returns how many. Those of other people and moments stay as they are.

    Refused: more points than the test gives, people of another co-op, a cancelled training.
    """
    for value in points.values():
        if value is not None and not 0 <= value <= instrument.maximum:
            raise Refused(
                _("%(points)s is not possible: this test gives from 0 to %(most)s points.")
                % {"points": weight(value), "most": weight(instrument.maximum)}
            )
    with in_words():
        locked = lock_training(training.pk)
        if locked.state == TrainingState.CANCELLED:
            raise Refused(_("This training was cancelled, so there are no scores."))
        keys = {member for member, _moment in points}
        if Member.objects.filter(cooperative=cooperative, pk__in=keys).count() != len(keys):
            raise Refused(_("Some of these people are not on the co-op's list. Open the page anew."))
        return _write(locked, cooperative, instrument, points, by)


def _write(training: Training, cooperative: Cooperative, instrument: Instrument, points: Points, by: User) -> int:
    rows = Score.objects.filter(training=training, cooperative=cooperative)
    existing = {(row.member_id, row.moment): row for row in rows}
    gone = [existing[key].pk for key, value in points.items() if value is None and key in existing]
    Score.objects.filter(pk__in=gone).delete()
    now, new, changed = timezone.now(), list[Score](), list[Score]()
    for (member, moment), value in points.items():
        if value is None:
            continue
        row = existing.get((member, moment)) or Score(
            training=training,
            cooperative=cooperative,
            member_id=member,
            moment=Moment(moment),
            is_example=training.is_example or by.is_example,
        )
        (changed if row.pk else new).append(row)
        row.instrument, row.points, row.entered_at, row.entered_by = instrument, value, now, by
    Score.objects.bulk_create(new)
    Score.objects.bulk_update(changed, ["instrument", "points", "entered_at", "entered_by"])
    return len(gone) + len(new) + len(changed)


def add_instrument(*, name: str, version: str, maximum: Decimal, by: User) -> Instrument:
    """A test, or a new version of one. Refused: a version that is already recorded."""
    with in_words():
        return Instrument.objects.create(name=name, version=version, maximum=maximum, is_example=by.is_example)
