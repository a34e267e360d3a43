"""The facts that `load_programme` brings in: what the sources say, and no more."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum

from certification.models import Certificate, CertificationFile, Criterion, Section, StandardVersion
from cooperatives.models import Cooperative, Enrolment, Fact, Programme, Visit
from overview.actions.load_programme import load_programme
from premiums.models import Activity, Allotment, Category, Expense, Fund, PremiumReceived, Resolution, Sale
from tests.keeping import keep
from trainings.models import Track, Training, TrainingSession

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The data files are loaded."""
    yield from keep(django_db_blocker, load_programme)


# The co-ops ----------------------------------------------------------------------------------------------------------

CHIAPAS = {
    "fiech": "jaltenango",
    "san-fernando": "san-fernando",
    "majomut": "san-cristobal",
    "opcaac": "jaltenango",
    "orpae": "jaltenango",
    "cesmach": "jaltenango",
    "triunfo-verde": "jaltenango",
    "comon-yaj-noptic": "la-concordia",
    "ramal-santa-cruz": "independencia-la-concordia",
}


def test_ten_coops_in_their_places_and_programmes(loaded: None) -> None:
    chiapas = Cooperative.objects.filter(enrolments__programme__slug="chiapas", enrolments__kind="participant")

    assert dict(chiapas.values_list("slug", "place__slug")) == CHIAPAS
    assert list(CHIAPAS.values()).count("jaltenango") == 5
    assert [coop.slug for coop in Cooperative.objects.filter(enrolments__programme__slug="rsp-brazil")] == ["assopro"]
    assert Cooperative.objects.count() == 10
    assert not Enrolment.objects.filter(joined_on__isnull=False).exists()


def test_every_coop_has_a_name_a_municipality_and_a_point_in_its_state(loaded: None) -> None:
    boxes = {"Chiapas": (14.5, 18.0, -94.5, -90.3), "Minas Gerais": (-23.0, -14.2, -51.1, -39.8)}
    codes = {"Chiapas": r"07\d{3}", "Minas Gerais": r"31\d{5}"}
    for coop in Cooperative.objects.select_related("place"):
        assert coop.name
        assert coop.place is not None
        south, north, west, east = boxes[coop.place.state]
        assert south < coop.place.latitude < north
        assert west < coop.place.longitude < east
        assert re.fullmatch(codes[coop.place.state], coop.place.municipality_code)
        assert coop.place.country_code == coop.country_code


def test_papers_of_each_country(loaded: None) -> None:
    papers = Cooperative.objects.values_list("country_code", "language", "currency", "time_zone").distinct()

    assert set(papers) == {
        ("MX", "es-mx", "MXN", "America/Mexico_City"),
        ("BR", "pt-br", "BRL", "America/Sao_Paulo"),
    }


def test_only_ramal_santa_cruz_is_approximate_and_says_why(loaded: None) -> None:
    ramal = Cooperative.objects.get(is_place_approximate=True)

    assert ramal.slug == "ramal-santa-cruz"
    assert (ramal.place.latitude, ramal.place.longitude) == (Decimal("16.0861"), Decimal("-92.8382"))  # type: ignore[union-attr]
    for note in (ramal.place_note, ramal.place_note_es, ramal.place_note_pt):
        assert "07041" in note


def test_best_member_figures_and_silence_where_none_is_dated(loaded: None) -> None:
    best = Fact.objects.filter(cooperative__isnull=False, topic="members", is_preferred=True)

    assert {fact.cooperative.slug: (fact.number, fact.as_of_on and fact.as_of_on.year) for fact in best} == {
        "fiech": (2030, 2005),
        "san-fernando": (None, None),
        "majomut": (1012, 2014),
        "opcaac": (None, None),
        "orpae": (None, None),
        "cesmach": (478, 2015),
        "triunfo-verde": (447, 2013),
        "comon-yaj-noptic": (None, None),
        "ramal-santa-cruz": (None, None),
        "assopro": (None, None),
    }
    assert not best.filter(number__isnull=True, note="").exists()
    assert set(best.filter(number__isnull=False).values_list("as_of_precision", "unit")) == {("year", "members")}


def test_undated_figures_are_never_the_best(loaded: None) -> None:
    counted = Fact.objects.filter(topic__in=["members", "member organisations"], number__isnull=False)

    assert counted.filter(as_of_on__isnull=True).count() == 14
    assert not counted.filter(as_of_on__isnull=True, is_preferred=True).exists()


def test_inferred_years_say_so(loaded: None) -> None:
    notes = Fact.objects.filter(topic="members", note__contains="inferred").values_list("cooperative__slug", flat=True)

    assert set(notes) == {"majomut", "cesmach", "san-fernando"}


def test_founding(loaded: None) -> None:
    founded = Fact.objects.filter(topic="founded", is_preferred=True, cooperative__isnull=False)

    assert {fact.cooperative.slug: (fact.as_of_on, fact.as_of_precision) for fact in founded} == {
        "fiech": (dt.date(1993, 1, 1), "year"),
        "san-fernando": (dt.date(1984, 1, 1), "year"),
        "majomut": (dt.date(1983, 3, 9), "day"),
        "opcaac": (None, ""),
        "orpae": (None, ""),
        "cesmach": (dt.date(1994, 1, 1), "year"),
        "triunfo-verde": (dt.date(2000, 3, 22), "day"),
        "comon-yaj-noptic": (dt.date(1995, 5, 1), "month"),
        "ramal-santa-cruz": (dt.date(2001, 1, 1), "year"),
        "assopro": (None, ""),
    }


def test_altitude_of_the_farms_in_metres(loaded: None) -> None:
    farms = Fact.objects.filter(topic="altitude").values_list("cooperative__slug", "number", "number_to", "unit")

    assert {slug: (low, high, unit) for slug, low, high, unit in farms} == {
        "fiech": (None, None, ""),
        "san-fernando": (1200, 1400, "m"),
        "majomut": (900, 1700, "m"),
        "opcaac": (None, None, ""),
        "orpae": (None, None, ""),
        "cesmach": (None, None, ""),
        "triunfo-verde": (900, 1800, "m"),
        "comon-yaj-noptic": (900, 1550, "m"),
        "ramal-santa-cruz": (900, 1800, "m"),
        "assopro": (800, 1600, "m"),
    }


def test_languages(loaded: None) -> None:
    spoken = Fact.objects.filter(topic="language")

    assert set(spoken.filter(cooperative__slug="fiech").values_list("text_es", flat=True)) == {
        "tsotsil",
        "tseltal",
        "mam",
        "chuj",
        "zoque",
        "español",
    }
    assert set(spoken.filter(cooperative__slug="assopro").values_list("text_pt", flat=True)) == {"português"}
    assert set(spoken.values_list("cooperative__slug", flat=True)) == {*CHIAPAS, "assopro"}


def test_certificates(loaded: None) -> None:
    certificates = Certificate.objects.select_related("cooperative", "scheme")

    assert {
        row.cooperative.slug: (row.scheme.slug, row.valid_from_on, row.valid_from_precision) for row in certificates
    } == {
        "fiech": ("fair-trade", dt.date(1996, 1, 1), "year"),
        "san-fernando": ("fair-trade", dt.date(1991, 1, 1), "year"),
        "majomut": ("fair-trade", dt.date(1994, 1, 1), "year"),
        "opcaac": ("fair-trade", None, ""),
        "orpae": ("fair-trade", None, ""),
        "cesmach": ("fair-trade", dt.date(2001, 1, 1), "year"),
        "triunfo-verde": ("fair-trade", dt.date(2005, 1, 1), "year"),
        "comon-yaj-noptic": ("fair-trade", None, ""),
        "ramal-santa-cruz": ("fairtrade-international", dt.date(2007, 1, 1), "year"),
        "assopro": ("fair-trade-usa", dt.date(2009, 10, 1), "late"),
    }
    assert set(certificates.values_list("number", "valid_until_on")) == {("", None)}
    assert not certificates.filter(note="").exists()
    implied = certificates.filter(note__startswith="Implied").values_list("cooperative__slug", flat=True)
    assert set(implied) == {"opcaac", "orpae"}


def test_flo_id_is_in_the_note_not_the_number(loaded: None) -> None:
    assert "FLO-ID 6074" in Certificate.objects.get(cooperative__slug="ramal-santa-cruz").note


# The programmes ------------------------------------------------------------------------------------------------------


def test_four_programmes_and_the_umbrella(loaded: None) -> None:
    assert dict(Programme.objects.values_list("slug", "part_of__slug")) == {
        "co-op-link": None,
        "chiapas": "co-op-link",
        "rsp-brazil": None,
        "aceh": None,
    }


def test_chiapas_goal_funders_and_length(loaded: None) -> None:
    chiapas = Programme.objects.get(slug="chiapas")
    length = chiapas.facts.get(topic="duration", is_preferred=True)

    assert chiapas.candidates_goal == 5
    assert chiapas.candidates_goal_source.endswith("line 48")
    assert partners_of(chiapas, "funder") == {"DOEN Foundation", "W.K. Kellogg Foundation", "Rabobank Foundation"}
    assert partners_of(chiapas, "lead") == {"Fair Trade USA", "Progreso"}
    assert (length.number, length.number_to, length.unit) == (3, 4, "years")
    assert chiapas.facts.get(topic="duration", is_preferred=False).number == 3


def partners_of(programme: Programme, kind: str) -> set[str]:
    return set(programme.partner_roles.filter(kind=kind).values_list("partner__name", flat=True))


def test_responsible_sourcing_partnership(loaded: None) -> None:
    rsp = Programme.objects.get(slug="rsp-brazil")
    counts = rsp.facts.filter(topic="participants")

    assert (rsp.starts_on, rsp.starts_precision) == (dt.date(2007, 1, 1), "year")
    assert (rsp.ends_on, rsp.ends_precision) == (dt.date(2010, 1, 1), "year")
    assert rsp.partner_roles.filter(kind="partner").count() == rsp.partner_roles.count() == 4
    assert dict(counts.values_list("number", "is_preferred")) == {15: True, 12: False}


def test_unknown_dates_and_funds_of_programmes_stay_unknown(loaded: None) -> None:
    undated = Programme.objects.filter(starts_on__isnull=True, ends_on__isnull=True)

    assert set(undated.values_list("slug", flat=True)) == {"co-op-link", "chiapas", "aceh"}
    for programme in Programme.objects.all():
        funding = programme.facts.get(topic="funding", is_preferred=True)
        assert (funding.number, funding.text) == (None, "")


def test_visit_of_march_2012(loaded: None) -> None:
    visit = Visit.objects.get()

    assert (visit.visited_on, visit.visited_precision) == (dt.date(2012, 3, 1), "month")
    assert visit.programme.slug == "chiapas"
    assert set(visit.visitors.values_list("slug", flat=True)) == {"fair-trade-usa", "progreso"}


def test_four_tracks_in_order(loaded: None) -> None:
    assert list(Track.objects.values_list("slug", flat=True)) == [
        "certification",
        "quality-productivity",
        "market-access",
        "access-to-finance",
    ]


def test_categories_in_two_levels(loaded: None) -> None:
    quality = set(Category.objects.filter(counts_to_quality=True).values_list("slug", flat=True))

    assert set(Category.objects.values_list("group", flat=True)) == {"members", "organisation", "community", "other"}
    assert quality == {
        "members-tools-inputs",
        "members-training",
        "members-farm-practice",
        "organisation-processing-quality",
    }


# ASSOPRO -------------------------------------------------------------------------------------------------------------


def test_first_sale_early_2010_of_unknown_size(loaded: None) -> None:
    sale = Sale.objects.get()

    assert sale.cooperative.slug == "assopro"
    assert (sale.signed_on, sale.signed_precision) == (dt.date(2010, 1, 1), "early")
    assert (sale.quantity_kg, sale.bags, sale.buyer, sale.contract_number) == (None, None, "", "")
    assert (sale.form, sale.rate, sale.price, sale.premium_due) == ("", None, None, None)


def test_vote_on_the_first_premium_without_votes(loaded: None) -> None:
    resolution = Resolution.objects.get()

    assert (resolution.state, resolution.is_historic, resolution.majority) == ("adopted", True, "")
    assert (resolution.votes_for, resolution.votes_against, resolution.decided_at) == (None, None, None)
    assert (resolution.assembly.held_on, resolution.assembly.entitled, resolution.assembly.kind) == (None, None, "")
    assert not Allotment.objects.exists()


def test_four_purchases_in_order_without_amount_or_date(loaded: None) -> None:
    expenses = Expense.objects.order_by("activity__position")

    assert list(Activity.objects.values_list("title", flat=True)) == [
        "Rent of the office and headquarters",
        "Scale equipment for measuring humidity",
        "Coffee hulling machinery",
        "Used car for visits to producers",
    ]
    for expense in expenses:
        assert expense.is_historic
        assert (expense.amount, expense.spent_on, expense.payee, expense.logged_at) == (None, None, "", None)
    assert "hulling" in expenses[2].purpose
    assert "morteadora" in expenses[2].purpose_es.lower()


def test_no_total_moves_and_only_assopro_has_a_fund(loaded: None) -> None:
    fund = Fund.objects.get()
    received = PremiumReceived.objects.get()

    assert (fund.cooperative.slug, fund.currency) == ("assopro", "BRL")
    assert (fund.received, fund.approved, fund.spent) == (0, 0, 0)
    assert Activity.objects.aggregate(approved=Sum("approved"), spent=Sum("spent")) == {"approved": 0, "spent": 0}
    assert (received.amount, received.received_on, received.is_historic) == (None, None, True)


def test_four_trainings_of_the_earlier_programme(loaded: None) -> None:
    trainings = Training.objects.filter(cooperatives__slug="assopro")

    assert {training.title for training in trainings} == {
        "Co-operative governance",
        "Business management",
        "Cupping",
        "Post-harvest best practices",
    }
    for training in trainings:
        assert (training.programme.slug, training.state, training.track) == ("rsp-brazil", "held", None)
        assert (training.starts_on, training.ends_on, training.kind) == (None, None, "")
    assert not TrainingSession.objects.exists()


# Certification files and standards ------------------------------------------------------------------------------------


def test_assopro_stands_as_certified_since_late_2009_without_an_invented_number(loaded: None) -> None:
    file = CertificationFile.objects.get(cooperative__slug="assopro")
    assert (file.state, file.since_on, file.since_precision) == ("certified", dt.date(2009, 10, 1), "late")
    assert (file.is_historic, file.certifier_reference, file.year_zero_on) == (True, "", None)
    (certificate,) = file.certificates.all()
    assert (certificate.number, certificate.valid_until_on) == ("", None)
    (step,) = file.steps.all()
    assert (step.recorded_by, step.source) == (None, certificate.source)


def test_every_certificate_is_in_a_historic_certified_file(loaded: None) -> None:
    assert not Certificate.objects.filter(file=None).exists()
    assert set(CertificationFile.objects.values_list("state", "is_historic")) == {("certified", True)}


def test_standards_hold_no_requirement_number_and_no_verified_criterion(loaded: None) -> None:
    assert set(Criterion.objects.values_list("code", "is_topic_level", "confidence")) == {("", True, "low")}
    assert not StandardVersion.objects.filter(is_confirmed=True).exists()
    assert not StandardVersion.objects.exclude(note__contains="confirm with the certifier's list").exists()
    titles = Section.objects.filter(version__label="03.04.2019 v2.3").values_list("number", flat=True)
    assert list(titles) == ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3"]
    # What "mix" or "core then development" would be is for the certifier's list to say.
    assert set(Criterion.objects.exclude(kind="").values_list("kind", "due_year")) == {("core", 0)}
    assert not Criterion.objects.filter(kind="", due_year__isnull=False).exists()
