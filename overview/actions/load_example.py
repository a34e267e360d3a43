"""Loading the example: a small invented world on top of the reference data, every row of it marked as example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pghistory
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, broken_rule, explain
from cooperatives.models import Cooperative, Enrolment, Programme, Scheme, User
from cooperatives.models.cooperatives import EnrolmentKind
from overview.actions.example.certification import tell_certification
from overview.actions.example.ideas import IDEAS
from overview.actions.example.people import PASSWORD, SIGN_INS, cast_of, create_members, create_people
from overview.actions.example.premium import tell_premium
from overview.actions.example.progress import tell_progress
from overview.actions.example.spending import tell_spending
from overview.actions.example.trainings import EVENTS, Scene, tell_trainings
from overview.actions.example.vouchers import remove_files
from overview.actions.example.world import (
    BRAZILIAN,
    CANDIDATES,
    CHIAPAS,
    STORIES,
    example_cooperatives,
    one_at_a_time,
)
from overview.actions.example.years import announce_assembly, close_years
from premiums.models import Category, Fund
from trainings.models import Track

SCHEME = "fair-trade-usa"
SCHEMES = (SCHEME, "fairtrade-international")


@dataclass(frozen=True)
class SignIn:
    """How one kind of person signs in while the example is loaded; `role` and `where` are written for people."""

    email: str
    password: str
    role: str
    where: str
    name: str


@dataclass(frozen=True)
class Reference:
    """The rows the example hangs on, by their short keys."""

    programmes: Mapping[str, Programme]
    cooperatives: Mapping[str, Cooperative]
    tracks: Mapping[str, Track]
    categories: Mapping[str, Category]
    schemes: Mapping[str, Scheme]

    @property
    def scheme(self) -> Scheme:
        """The one the sales of the example are made under."""
        return self.schemes[SCHEME]


def is_loaded() -> bool:
    """Example figures come with example people, and leave with them."""
    return User.objects.filter(is_example=True).exists()


def sign_ins() -> list[SignIn]:
    """One sign-in for each kind of person, in the order of the table; none unless the example is loaded."""
    emails = [person.email for person in SIGN_INS]
    people = User.objects.filter(is_example=True, is_active=True, email__in=emails)
    names = dict(people.values_list("email", "name"))
    if not names:
        return []
    places = dict(Cooperative.objects.filter(slug__in=[*CHIAPAS, BRAZILIAN]).values_list("slug", "short_name"))
    return [
        SignIn(
            email=person.email,
            password=PASSWORD,
            role=str(person.role.label) if person.role else _("administrator"),
            where=places.get(person.where[0], "") if person.where else "",
            name=names[person.email],
        )
        for person in SIGN_INS
        if person.email in names
    ]


def load_example(*, on: dt.date | None = None) -> bool:
    """Load the example in one transaction; returns False, and does nothing, when it is there already.

    What is under way in certification, and the next assemblies, are told as of a day, today unless said.

    Refused: without the reference data, and where a co-op of the example keeps a real premium fund.
    """
    files: list[str] = []
    try:
        with transaction.atomic(), pghistory.context(command="load_example"):
            one_at_a_time()
            if is_loaded():
                return False
            _tell(_reference(), files, on or timezone.localdate())
    except DatabaseError as error:
        remove_files(files)
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error
    except BaseException:
        remove_files(files)
        raise
    return True


def _reference() -> Reference:
    """The reference rows, refused when some are missing or real money is already recorded at one of the co-ops."""
    programmes = {row.slug: row for row in Programme.objects.filter(slug__in=["chiapas", "rsp-brazil"])}
    cooperatives = {row.slug: row for row in Cooperative.objects.filter(slug__in=CHIAPAS)}
    tracks = {row.slug: row for row in Track.objects.filter(slug__in={event.track for event in EVENTS})}
    used = {idea.category for ideas in IDEAS.values() for idea in ideas}
    categories = {row.slug: row for row in Category.objects.filter(slug__in=used)}
    schemes = {row.slug: row for row in Scheme.objects.filter(slug__in=SCHEMES)}
    complete = len(programmes) == 2 and len(cooperatives) == len(CHIAPAS)
    if not (complete and len(tracks) == 4 and len(categories) == len(used) and len(schemes) == len(SCHEMES)):
        raise Refused(_("The reference data is missing. Load it first: manage.py load_programme"))
    if funds := Fund.objects.filter(cooperative__in=cooperatives.values()).select_related("cooperative"):
        raise Refused(
            _("Real premium is recorded here (%(names)s). Example figures are not mixed with it: nothing was loaded.")
            % {"names": ", ".join(fund.cooperative.short_name for fund in funds)}
        )
    return Reference(programmes, cooperatives, tracks, categories, schemes)


def _tell(reference: Reference, files: list[str], on: dt.date) -> None:
    """The whole story as of a day; `files` gathers the names of the voucher files as they are stored."""
    invented = Cooperative.objects.bulk_create(example_cooperatives())
    cooperatives = {**reference.cooperatives, **{row.slug: row for row in invented}}
    _enrol(reference, cooperatives)
    people = create_people(reference.programmes, cooperatives)
    members = create_members(cooperatives)
    told = [(story, cast_of(story, people, cooperatives[story.slug])) for story in STORIES]
    for story, cast in told:
        tell_spending(cast, tell_premium(story, cast, reference.scheme, reference.categories), files)
        close_years(cast)
        announce_assembly(cast, on)
    tell_trainings(Scene(reference.programmes["chiapas"], reference.tracks, cooperatives, members, people))
    tell_progress(reference.programmes["chiapas"], told, people["manager@example.org"])
    tell_certification(cooperatives, people, reference.schemes, on=on)


def _enrol(reference: Reference, cooperatives: Mapping[str, Cooperative]) -> None:
    chiapas, brazil = reference.programmes["chiapas"], reference.programmes["rsp-brazil"]
    candidates = [
        Enrolment(
            programme=chiapas,
            cooperative=cooperatives[slug],
            kind=EnrolmentKind.CANDIDATE,
            joined_on=dt.date(2013, 1, 1),
            joined_precision=DatePrecision.YEAR,
            is_example=True,
        )
        for slug in CANDIDATES
    ]
    participant = Enrolment(
        programme=brazil, cooperative=cooperatives[BRAZILIAN], kind=EnrolmentKind.PARTICIPANT, is_example=True
    )
    Enrolment.objects.bulk_create([*candidates, participant])
