"""The dossier: everything about one co-op, in five queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from certification.models import Certificate
from certification.reports.glance import Glance, glances
from config.nested import nested, read
from config.prepared import prepared
from cooperatives.models import Cooperative, Enrolment, Fact, Member, Programme, StaffAssignment
from cooperatives.models.cooperatives import EnrolmentKind
from cooperatives.models.facts import Topic, Unit
from cooperatives.models.members import MemberQuerySet, Sex
from overview.reports.board import Premium, TrackCell, premium_of
from overview.reports.late import (
    NAMES,
    CertificateState,
    Late,
    certificate_states,
    current_certificates,
    late_of,
    nested_certificates,
    with_late_counts,
)
from overview.reports.sales import outside_certificates
from overview.reports.timeline import Timeline, timeline
from premiums.models import Activity, Assembly, Plan, Resolution, Sale
from trainings.models import Track, TrackReach, TrainingInvitation
from trainings.models.trainings import TOOK_PLACE, TrainingState
from trainings.reports.progress import COUNTS, Ladder, ladders
from trainings.reports.trainings import Headcount, overdue

# What a reader expects to find; said to be missing when no source gives it.
EXPECTED = (Topic.LEGAL_FORM, Topic.LEVEL, Topic.FOUNDED, Topic.FAIR_TRADE_SINCE, Topic.MEMBERS)
DATES = (Topic.FOUNDED, Topic.FAIR_TRADE_SINCE)
TITLES = ("title", "title_es", "title_pt")
PEOPLE = (Unit.MEMBERS, Unit.PRODUCERS, Unit.FAMILIES, Unit.ORGANISATIONS, Unit.COMMUNITIES)


@dataclass(frozen=True)
class Statement:
    """One fact, or several short ones from one source."""

    facts: Sequence[Fact]

    @property
    def fact(self) -> Fact:
        """The only one, or the first."""
        return self.facts[0]

    @property
    def is_known(self) -> bool:
        """Something was found, be it text, number or date."""
        return bool(self.fact.text or self.fact.number is not None or self.fact.as_of_on)

    @property
    def is_date(self) -> bool:
        """The date is the statement itself."""
        return self.fact.topic in DATES

    @property
    def is_undated(self) -> bool:
        """A count of people that no source dates; it must not read as today's."""
        return self.fact.number is not None and self.fact.as_of_on is None and self.fact.unit in PEOPLE


@dataclass(frozen=True)
class TopicFacts:
    """What is known on one topic, the best first."""

    topic: Topic
    statements: Sequence[Statement]


@dataclass(frozen=True)
class Staff:
    """A person who works for the co-op."""

    name: str
    role: str
    started_on: dt.date | None


@dataclass(frozen=True)
class Meeting:
    """The last assembly that voted, with what it voted."""

    assembly: Assembly
    resolutions: Sequence[Resolution]


@dataclass(frozen=True)
class Dossier:
    """What the page shows."""

    enrolments: Sequence[Enrolment]
    facts: Sequence[TopicFacts]
    premium: Premium
    sales_outside_certificates: Sequence[Sale]
    activities: Sequence[Activity]
    meeting: Meeting | None
    tracks: Sequence[TrackCell]
    trackless_count: int
    certificates: Sequence[CertificateState]
    certification: Sequence[Glance]
    staff: Sequence[Staff]
    members: Headcount
    late: Late
    timeline: Timeline

    @property
    def open_activities(self) -> list[Activity]:
        """Those with money to spend."""
        return [activity for activity in self.activities if activity.left > 0]

    @property
    def spent_up_activities(self) -> list[Activity]:
        """Those whose money is all spent."""
        return [activity for activity in self.activities if activity.left <= 0]

    @property
    def is_candidate(self) -> bool:
        """On the path to a first certificate."""
        return any(enrolment.kind == EnrolmentKind.CANDIDATE for enrolment in self.enrolments)


def dossier(cooperative: Cooperative, *, with_names: bool, with_books: bool = True, today: dt.date) -> Dossier:
    """Everything about the co-op (five queries); names of people only `with_names`, spending only `with_books`."""
    row = _row_of(cooperative.pk, today=today, with_books=with_books)[0]
    cooperative.place = row.place  # read along, so that the page need not ask for it
    certificates = certificate_states(row.certificate_rows, today)
    current = [state for state in certificates if state.certificate.pk in row.current_certificate_ids]
    enrolments = _enrolments(row.enrolment_rows)
    facts = [fact for fact in read(Fact, row.fact_rows) if with_names or fact.topic != Topic.PERSON]
    tracks, trackless_count = _tracks(cooperative, today)
    return Dossier(
        enrolments=enrolments,
        facts=_by_topic(facts),
        premium=premium_of(row, getattr(row, "fund", None)),
        sales_outside_certificates=read(Sale, row.outside_rows),
        activities=_activities(row.activity_rows),
        meeting=_meeting(row),
        tracks=tracks,
        trackless_count=trackless_count,
        certificates=certificates,
        certification=glances([cooperative.pk], on=today).get(cooperative.pk, []),
        staff=[_staff(person, with_names=with_names) for person in row.staff_rows],
        members=_members(row),
        late=late_of(row, current),
        timeline=timeline(cooperative, facts, enrolments, today=today, with_books=with_books),
    )


@prepared
def _row_of(cooperative: int, *, today: dt.date, with_books: bool) -> QuerySet[Any]:
    own = Cooperative.objects.filter(pk=cooperative)
    return _with_lists(with_late_counts(own, today, with_books=with_books))


def _with_lists(cooperatives: QuerySet[Any]) -> QuerySet[Any]:
    own = {"cooperative": OuterRef("pk")}
    voted = Assembly.objects.filter(resolutions__isnull=False, **own).order_by(
        F("held_on").desc(nulls_last=True), "-pk"
    )
    found: QuerySet[Any] = cooperatives.select_related("place", "fund").annotate(
        last_assembly=Subquery(voted.values("pk")[:1]),
        enrolment_rows=nested(
            Enrolment.objects.filter(**own).order_by("joined_on", "pk"),
            *("kind", "joined_on", "joined_precision", "left_on", "left_precision", "source"),
            **{name: f"programme__{name}" for name in NAMES},
        ),
        fact_rows=nested(Fact.objects.filter(**own).order_by("-is_preferred", "position", "pk"), *_FACT),
        activity_rows=nested(
            Activity.objects.filter(approved__gt=0, **own).order_by(
                F("plan__starts_on").desc(nulls_last=True), "position", "pk"
            ),
            *("id", "approved", "spent", *TITLES),
            **{f"plan_{title}": f"plan__{title}" for title in TITLES},
        ),
        assembly_rows=nested(Assembly.objects.filter(pk=OuterRef("last_assembly")), *_ASSEMBLY),
        outside_rows=nested(outside_certificates().filter(**own)[:SALES], *_SALE),
        resolution_rows=nested(
            Resolution.objects.filter(assembly=OuterRef("last_assembly")).order_by("pk"), *_RESOLUTION
        ),
        certificate_rows=nested_certificates(
            Certificate.objects.filter(**own).order_by(F("valid_from_on").desc(nulls_last=True), "-pk")
        ),
        current_certificate_ids=ArraySubquery(current_certificates().filter(**own).values("pk")),
        staff_rows=nested(
            StaffAssignment.objects.filter(ended_at__isnull=True, **own).order_by("role", "user__name"),
            *("role", "started_on"),
            name="user__name",
        ),
        **_member_counts(),
    )
    return found


def _member_counts() -> dict[str, Coalesce]:
    members = MemberQuerySet(Member).membership().filter(cooperative=OuterRef("pk")).order_by().values("cooperative")
    return {
        "all_members": _counted(members),
        "women_members": _counted(members.filter(sex=Sex.WOMAN)),
        "men_members": _counted(members.filter(sex=Sex.MAN)),
        "other_members": _counted(members.filter(sex=Sex.OTHER)),
    }


SALES = 12  # as many badges as fit; the list of sales has all
_SALE = ("id", "contract_number", "buyer", "signed_on", "signed_precision")
_NOTE = ("source", "confidence", "note", "note_es", "note_pt")
_TEXT = ("text", "text_es", "text_pt")
_FACT = (
    "id",
    "topic",
    "number",
    "number_to",
    "unit",
    "qualifier",
    "as_of_on",
    "as_of_precision",
    "is_preferred",
    *_TEXT,
    *_NOTE,
)
_ASSEMBLY = (
    "id",
    "held_on",
    "held_precision",
    "kind",
    "call",
    "entitled",
    "present_women",
    "present_men",
    "quorum_percent",
    "is_historic",
    "source",
)
_RESOLUTION = (
    "id",
    "votes_for",
    "votes_against",
    "votes_abstained",
    "votes_blank",
    "state",
    "is_historic",
    "source",
    *_TEXT,
)


def _counted(members: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(members.annotate(count=Count("pk")).values("count"), output_field=IntegerField()), 0)


def _members(row: Any) -> Headcount:
    known = row.women_members + row.men_members + row.other_members
    return Headcount(row.women_members, row.men_members, row.other_members, row.all_members - known)


def _activities(rows: Iterable[dict[str, Any]]) -> list[Activity]:
    activities = read(Activity, rows)
    for activity, row in zip(activities, rows, strict=True):
        activity.plan = Plan(**{title: row[f"plan_{title}"] for title in TITLES})
    return activities


def _enrolments(rows: Iterable[dict[str, Any]]) -> list[Enrolment]:
    enrolments = read(Enrolment, rows)
    for enrolment, row in zip(enrolments, rows, strict=True):
        enrolment.programme = Programme(**{name: row[name] for name in NAMES})
    return enrolments


def _staff(row: dict[str, Any], *, with_names: bool) -> Staff:
    person = StaffAssignment(role=row["role"])
    started = row["started_on"] and dt.date.fromisoformat(row["started_on"])
    return Staff(row["name"] if with_names else "", person.get_role_display(), started)


def _meeting(row: Any) -> Meeting | None:
    assemblies = read(Assembly, row.assembly_rows)
    return Meeting(assemblies[0], read(Resolution, row.resolution_rows)) if assemblies else None


def _by_topic(facts: Sequence[Fact]) -> list[TopicFacts]:
    """The topics in their order; expected ones also when nothing is recorded."""
    return [
        TopicFacts(topic, _statements([fact for fact in facts if fact.topic == topic]))
        for topic in Topic
        if topic in EXPECTED or any(fact.topic == topic for fact in facts)
    ]


def _statements(facts: Iterable[Fact]) -> list[Statement]:
    """Short texts from one source are said together, everything else by itself."""

    def alike(fact: Fact) -> tuple[object, ...]:
        is_short = fact.number is None and fact.as_of_on is None and not fact.note and len(fact.text) < 30
        return (fact.source, fact.confidence) if is_short else (fact.pk,)

    return [Statement(list(together)) for _key, together in groupby(facts, alike)]


def _tracks(cooperative: Cooperative, today: dt.date) -> tuple[list[TrackCell], int]:
    """The cell of each track, and how many trainings belong to none (one query)."""
    rows = _track_rows(cooperative.pk, today=today)
    cells = [
        TrackCell(row, row.held, row.planned, row.overdue, row.people, *(Ladder(**one) for one in row.ladder_rows))
        for row in rows
    ]
    return cells, rows[0].trackless if rows else 0


@prepared
def _track_rows(cooperative: int, *, today: dt.date) -> QuerySet[Any]:
    invitations = TrainingInvitation.objects.filter(cooperative=cooperative, training__track=OuterRef("pk"))
    invited = invitations.order_by().values("cooperative")
    people = TrackReach.objects.filter(cooperative=cooperative, track=OuterRef("pk"))
    trackless = TrainingInvitation.objects.filter(cooperative=cooperative, training__track__isnull=True)
    return Track.objects.annotate(
        trackless=_counted(trackless.order_by().values("cooperative")),
        held=_counted(invited.filter(training__state__in=TOOK_PLACE)),
        planned=_counted(invited.filter(training__state=TrainingState.PLANNED)),
        overdue=_counted(invited.filter(overdue(today, "training__"))),
        people=Subquery(people.values("people")),
        ladder_rows=nested(ladders(cooperative, today).filter(track=OuterRef("pk")), *COUNTS),
    )
