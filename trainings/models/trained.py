"""How many people of each co-op were trained in a year: stored counts by both rules, kept by the database.

The rules are those of docs/decisions/0004-counting-people.md: unique people, without awareness meetings, and
participations, with them. Heads counted without names are not in here. To count people means to read every row of
attendance; triggers count anew for the co-op and year that a statement touched. The co-op is locked first (an advisory
lock, until the transaction ends), so that of two writers the second one counts what the first one wrote, also where one
changed a person and the other a day. These triggers run before those of `reach.py`, by their names, so that the lock of
the co-op is always the first one.

A row counts either all trainings of the co-op in the year (`programme` empty), or those of one programme, or those of
a programme and its parts (`with_parts`, where it has any); of these either all together, or those of one track. In
rows of a track an empty one means: of no track.
"""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models import Cooperative, Member, Programme
from trainings.models.attendance import Attendance
from trainings.models.counting import Counting
from trainings.models.tracks import Track
from trainings.models.trainings import Training, TrainingSession

YOUNG = 30  # people are young below this age, in the year of the training
UNIQUE = ("women", "men", "other", "unrecorded", "young", "age_unrecorded")
CAME = tuple(f"came_{name}" for name in UNIQUE)
COUNTS = (*UNIQUE, *CAME, "came_awareness")

_KEY_TYPES = (
    *((name, "0") for name in ("cooperative_id", "year", "programme_id")),
    ("with_parts", "false"),
    ("track_id", "0"),
    ("is_together", "false"),
)
KEY = ", ".join(name for name, _none in _KEY_TYPES)
_YEAR = "extract(year FROM s.held_on)::smallint"
_DAYS = "trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id"
_WHOM = ("sex = 'woman'", "sex = 'man'", "sex = 'other'", "sex = ''", "age = 'young'", "age = ''")
_COUNTED = ", ".join(
    [f"count(DISTINCT person) FILTER (WHERE is_lesson AND {whom})" for whom in _WHOM]
    + [f"count(*) FILTER (WHERE {whom})" for whom in _WHOM]
    + ["count(*) FILTER (WHERE NOT is_lesson)"]
)


def from_rows(where: str) -> str:
    """SQL for the counts as the rows give them; `where` says of which attendance (a) and days (s).

    First a row for each person and training, however many of its days, then one for each way it is counted in. The
    person is the entry that stands for both where two were merged; OFFSET keeps the look for it a look at one row.
    """
    return f"""
        WITH came AS (
            SELECT a.cooperative_id, {_YEAR} AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,
                bool_and(a.is_example) AS is_example
            FROM {_DAYS} JOIN cooperatives_member m ON m.id = a.member_id
            WHERE {where} GROUP BY 1, 2, 3, 4
        ), people AS (
            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,
                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < {YOUNG} THEN 'young' ELSE 'older'
                END AS age,
                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END
                AS whole
            FROM came c JOIN trainings_training t ON t.id = c.training_id
            JOIN cooperatives_programme g ON g.id = t.programme_id
            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p
        )
        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,
            grouping(track_id) = 1 AS is_together, {_COUNTED}
        FROM people CROSS JOIN LATERAL (
            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)
        ) AS way (programme_id, with_parts)
        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts
        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))
    """


_NAMES = f"is_example, {KEY}, {', '.join(COUNTS)}"

# Every count at once, for a table without rows: after a load with triggers at rest.
FILL = f"INSERT INTO trainings_peopletrained ({_NAMES}) {from_rows('true')}"


def _write(where: str, mine: str) -> str:
    """SQL that makes the rows that `mine` names (of p) what the attendance of `where` gives; rows alike stay untouched.

    Rows that count nothing any more go.
    """
    kept, found = ([f"{of}.{name}" for name in ("is_example", *COUNTS)] for of in ("p", "excluded"))
    # Not IS NOT DISTINCT FROM, which compares each row with each: many co-ops at once would take hours.
    same = " AND ".join(f"coalesce(c.{name}, {none}) = coalesce(p.{name}, {none})" for name, none in _KEY_TYPES)
    return f"""
        WITH counted ({_NAMES}) AS MATERIALIZED ({from_rows(where)}), written AS (
            INSERT INTO trainings_peopletrained AS p ({_NAMES}) SELECT {_NAMES} FROM counted
            ON CONFLICT ({KEY}) DO UPDATE SET (is_example, {", ".join(COUNTS)}) = ROW({", ".join(found)})
            WHERE ({", ".join(kept)}) IS DISTINCT FROM ({", ".join(found)})
        )
        DELETE FROM trainings_peopletrained p WHERE {mine} AND NOT EXISTS (SELECT FROM counted c WHERE {same})
    """


# The counts of some co-ops, after rows were removed with triggers at rest; given their keys twice.
COUNT_AGAIN = _write("a.cooperative_id = ANY(%s)", "p.cooperative_id = ANY(%s)")

# Of the days of a year only those the co-op came to are looked at: the days of all co-ops grow with the programme.
_OF_YEAR = (
    "a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) "
    "AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id "
    "FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id))"
)
_MINE = "p.cooperative_id = place.cooperative_id AND p.year = place.year"
_LOCKS = 900  # the locks of these counts among all advisory locks: of a co-op by its key, of all of them 0


def _count_anew(places: str) -> str:
    """PL/pgSQL that counts for every co-op and year that `places` selects, as it stands once the co-op is locked."""
    return f"""
        PERFORM pg_advisory_xact_lock_shared({_LOCKS}, 0);
        FOR place IN SELECT DISTINCT cooperative_id FROM ({places}) AS touched ORDER BY cooperative_id
        LOOP
            PERFORM pg_advisory_xact_lock({_LOCKS}, place.cooperative_id::int);
        END LOOP;
        FOR place IN SELECT DISTINCT cooperative_id, year FROM ({places}) AS touched ORDER BY cooperative_id, year
        LOOP
            {_write(_OF_YEAR, _MINE)};
        END LOOP;
        RETURN NULL;
    """


_COUNTING = Counting(
    name="people",
    each="place",
    touched=f"SELECT n.cooperative_id, {_YEAR} AS year FROM {{rows}} n "
    "JOIN trainings_trainingsession s ON s.id = n.session_id",
    count=_count_anew,
)


def _after_umbrella() -> pgtrigger.Trigger:
    """Another umbrella changes what both umbrellas count of the co-ops that the part trained, in all their years.

    An umbrella that got its first part, or lost its last one, is counted with parts, or not any more, for all of its
    co-ops. All of it is counted at once.
    """
    return pgtrigger.Trigger(
        name="programme_umbrella_people",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("part_of_id"),
        declare=[("owners", "bigint[]")],
        func=f"""
            IF TG_OP = 'UPDATE' AND NEW.part_of_id IS NOT DISTINCT FROM OLD.part_of_id THEN RETURN NULL; END IF;
            PERFORM pg_advisory_xact_lock({_LOCKS}, 0);
            SELECT array_agg(DISTINCT p.cooperative_id) INTO owners FROM trainings_peopletrained p
            WHERE p.programme_id = NEW.id OR p.programme_id IN (NEW.part_of_id, OLD.part_of_id) AND CASE
                WHEN NOT EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = p.programme_id)
                THEN p.with_parts
                ELSE NOT p.with_parts AND NOT EXISTS (SELECT FROM trainings_peopletrained w WHERE w.with_parts
                    AND w.cooperative_id = p.cooperative_id AND w.programme_id = p.programme_id)
            END;
            IF owners IS NULL THEN RETURN NULL; END IF;
            {_write("a.cooperative_id = ANY(owners)", "p.cooperative_id = ANY(owners)")};
            RETURN NULL;
        """,
    )


def _count(label: object) -> models.PositiveIntegerField[int, int]:
    return models.PositiveIntegerField(label, default=0, editable=False)  # type: ignore[arg-type]


@pghistory.track(exclude=list(COUNTS))
class PeopleTrained(Record):
    """People of a co-op who were trained in a year, in one of the ways they are counted in; without a row nobody was.

    The six first counts are of unique people, by sex and by age; those that begin with `came` are participations.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="trained", verbose_name=_("co-op"))
    year = models.PositiveSmallIntegerField(_("year"))
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="trained", null=True, verbose_name=_("programme")
    )
    with_parts = models.BooleanField(_("with the parts of the programme"), default=False)
    track = models.ForeignKey(Track, models.PROTECT, related_name="trained", null=True, verbose_name=_("track"))
    is_together = models.BooleanField(_("all tracks together"), default=True)
    women = _count(_("women"))
    men = _count(_("men"))
    other = _count(_("other"))
    unrecorded = _count(_("sex not recorded"))
    young = _count(_("younger than 30"))
    age_unrecorded = _count(_("age not recorded"))
    came_women = _count(_("participations of women"))
    came_men = _count(_("participations of men"))
    came_other = _count(_("participations of others"))
    came_unrecorded = _count(_("participations, sex not recorded"))
    came_young = _count(_("participations of people younger than 30"))
    came_age_unrecorded = _count(_("participations, age not recorded"))
    came_awareness = _count(_("participations at awareness meetings"))

    class Meta:
        verbose_name = _("people trained")
        verbose_name_plural = _("people trained")
        ordering = ("cooperative", "year", "programme", "track")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "year", "programme", "with_parts", "track", "is_together"),
                nulls_distinct=False,
                name="people_trained_once",
                violation_error_message=_("The people of this co-op in this year are counted already."),
            ),
            models.CheckConstraint(
                condition=Q(is_together=False) | Q(track__isnull=True),
                name="people_trained_track",
                violation_error_message=_("All tracks together are not one track."),
            ),
            models.CheckConstraint(
                condition=Q(with_parts=False) | Q(programme__isnull=False),
                name="people_trained_parts",
                violation_error_message=_("Only a programme has parts."),
            ),
        )
        triggers = (
            Rule(
                name="people_trained_from_attendance",
                sentence=_("This count follows from the attendance, it is not written by hand."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition("pg_trigger_depth() < 1"),
                func=refuse_when("true", "people_trained_from_attendance") + " RETURN NULL;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.year}: {self.women + self.men + self.other + self.unrecorded}"


class TrainedAttendance(Attendance):
    """Attendance, for the triggers that keep the counts."""

    class Meta:
        proxy = True
        triggers = _COUNTING.of_attendance()


class TrainedMember(Member):
    """Members: two entries that are merged are one person, of the sex and age of the one that stands."""

    class Meta:
        proxy = True
        triggers = (
            _COUNTING.after_row(
                "member_merged",
                ("merged_into_id", "sex", "birth_year"),
                f"SELECT a.cooperative_id, {_YEAR} AS year FROM {_DAYS} WHERE a.member_id IN "
                "(SELECT id FROM cooperatives_member WHERE id = NEW.id OR merged_into_id = NEW.id)",
            ),
        )


class TrainedTraining(Training):
    """Trainings: another track, kind or programme."""

    class Meta:
        proxy = True
        triggers = (
            _COUNTING.after_row(
                "training_track",
                ("track_id", "kind", "programme_id"),
                f"SELECT a.cooperative_id, {_YEAR} AS year FROM {_DAYS} WHERE s.training_id = NEW.id",
            ),
        )


class TrainedSession(TrainingSession):
    """Days: on another date, or of another training."""

    class Meta:
        proxy = True
        triggers = (
            _COUNTING.after_row(
                "training_session_moved",
                ("held_on", "training_id"),
                "SELECT a.cooperative_id, extract(year FROM days.held_on)::smallint AS year "
                "FROM trainings_attendance a "
                "CROSS JOIN (VALUES (OLD.held_on), (NEW.held_on)) AS days (held_on) WHERE a.session_id = NEW.id",
            ),
        )


class TrainedProgramme(Programme):
    """Programmes: part of another one."""

    class Meta:
        proxy = True
        triggers = (_after_umbrella(),)
