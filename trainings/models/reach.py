"""How many people of each co-op came to trainings of each track: a stored count, kept by the database.

To count different people means to read every row of attendance, which grows with the years; the board shows the count
for 50 co-ops at once. Triggers count anew for the co-op and the tracks that a statement touched. The row is locked
first, so that of two writers the second one counts what the first one wrote. A count is an example when all that it
counts is one.
"""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models import Cooperative, Member
from trainings.models.attendance import Attendance
from trainings.models.counting import Counting
from trainings.models.tracks import Track
from trainings.models.trainings import Training, TrainingSession

_CAME = (
    "trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id "
    "JOIN trainings_training t ON t.id = s.training_id"
)
_OF_PAIR = "a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id"
_DIFFERENT = "count(DISTINCT coalesce(m.merged_into_id, m.id))"
_PEOPLE = f"FROM {_CAME} JOIN cooperatives_member m ON m.id = a.member_id WHERE {_OF_PAIR}"
_ALL_INVENTED = f"NOT EXISTS (SELECT FROM {_CAME} WHERE {_OF_PAIR} AND NOT a.is_example)"

# Every count, as the rows give them.
FROM_ROWS = (
    f"SELECT bool_and(a.is_example), a.cooperative_id, t.track_id, {_DIFFERENT} "
    f"FROM {_CAME} JOIN cooperatives_member m ON m.id = a.member_id WHERE t.track_id IS NOT NULL "
    "GROUP BY a.cooperative_id, t.track_id"
)

# The same for a table without rows: after a load with triggers at rest.
FILL = f"INSERT INTO trainings_trackreach (is_example, cooperative_id, track_id, people) {FROM_ROWS}"

# The counts of some co-ops, after rows were removed with triggers at rest.
COUNT_AGAIN = (
    f"UPDATE trainings_trackreach AS pair SET people = (SELECT {_DIFFERENT} {_PEOPLE}) WHERE cooperative_id = ANY(%s)"
)


def _count_anew(pairs: str) -> str:
    """PL/pgSQL that counts for every pair of co-op and track that `pairs` selects; a pair without people has no row."""
    return f"""
        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM ({pairs}) AS touched
            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id
        LOOP
            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)
                VALUES ({_ALL_INVENTED}, pair.cooperative_id, pair.track_id, 0)
                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;
            UPDATE trainings_trackreach AS reach SET (people, is_example) =
                (SELECT {_DIFFERENT}, coalesce(bool_and(a.is_example), reach.is_example) {_PEOPLE})
                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;
            DELETE FROM trainings_trackreach WHERE people = 0
                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;
        END LOOP;
        RETURN NULL;
    """


_COUNTING = Counting(
    name="reach",
    each="pair",
    touched="SELECT n.cooperative_id, t.track_id FROM {rows} n JOIN trainings_trainingsession s ON s.id = n.session_id "
    "JOIN trainings_training t ON t.id = s.training_id",
    count=_count_anew,
)


@pghistory.track(exclude=["people"])
class TrackReach(Record):
    """Different people of one co-op who came to trainings of one track, ever; without a row nobody did."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="reach", verbose_name=_("co-op"))
    track = models.ForeignKey(Track, models.PROTECT, related_name="reach", verbose_name=_("track"))
    people = models.PositiveIntegerField(_("people"), editable=False)

    class Meta:
        verbose_name = _("people reached")
        verbose_name_plural = _("people reached")
        ordering = ("cooperative", "track")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "track"),
                name="track_reach_once",
                violation_error_message=_("The people of this co-op in this track are counted already."),
            ),
        )
        triggers = (
            Rule(
                name="track_reach_from_attendance",
                sentence=_("This count follows from the attendance, it is not written by hand."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=refuse_when("pg_trigger_depth() < 2", "track_reach_from_attendance")
                + " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.track}: {self.people}"


class CountedAttendance(Attendance):
    """Attendance, for the triggers that keep the count."""

    class Meta:
        proxy = True
        triggers = _COUNTING.of_attendance()


class CountedMember(Member):
    """Members: two entries that are merged are one person."""

    class Meta:
        proxy = True
        triggers = (
            _COUNTING.after_row(
                "member_merged",
                ("merged_into_id",),
                f"SELECT a.cooperative_id, t.track_id FROM {_CAME} WHERE a.member_id = NEW.id",
            ),
        )


class CountedTraining(Training):
    """Trainings: another track."""

    class Meta:
        proxy = True
        triggers = (
            _COUNTING.after_row(
                "training_track",
                ("track_id",),
                "SELECT a.cooperative_id, tracks.id AS track_id FROM trainings_attendance a JOIN "
                "trainings_trainingsession s ON s.id = a.session_id CROSS JOIN (VALUES (OLD.track_id), (NEW.track_id)) "
                "AS tracks (id) WHERE s.training_id = NEW.id",
            ),
        )


class CountedSession(TrainingSession):
    """Days: of another training."""

    class Meta:
        proxy = True
        triggers = (
            _COUNTING.after_row(
                "training_session_moved",
                ("training_id",),
                "SELECT a.cooperative_id, t.track_id FROM trainings_attendance a JOIN trainings_training t "
                "ON t.id IN (OLD.training_id, NEW.training_id) WHERE a.session_id = NEW.id",
            ),
        )
