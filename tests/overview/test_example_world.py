"""The example as it stands: large enough to look at, of its time, true to the ledger, and open to who is printed."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from django.db import models
from django.db.models import F, Q, Sum
from django.utils import translation
from PIL import Image

from certification.models import Answer, CertificationFile, NonConformity
from cooperatives.models import Cooperative, Enrolment, User
from overview.actions.example.certification import CERTIFIED
from overview.actions.load_example import load_example, sign_ins
from overview.reports.sales import outside_certificates
from premiums.models import (
    Activity,
    Assembly,
    Expense,
    Fund,
    PremiumReceived,
    Resolution,
    Sale,
    Voucher,
)
from premiums.models.rates import region_of
from premiums.reports.ledger import differences
from tests.overview.example_world import RECORDS, assert_ledger_is_true, database, stored_files, story
from trainings.models import (
    Attendance,
    CooperativeMilestone,
    FollowUpVisit,
    HeadCount,
    IndicatorBaseline,
    IndicatorTarget,
    Measurement,
    Module,
    Score,
    Training,
)

pytestmark = pytest.mark.django_db


def test_the_world_is_large_enough_to_look_at(example: None) -> None:
    assert Enrolment.objects.filter(kind="candidate", is_example=True).count() == 5
    assert list(Cooperative.objects.filter(slug__startswith="candidate-").values_list("short_name", flat=True)) == [
        f"Candidate {letter}" for letter in "ABCDE"
    ]
    assert set(Expense.objects.filter(is_example=True).values_list("state", flat=True)) == {
        "logged",
        "checked",
        "returned",
        "voided",
    }
    assert 180 <= Expense.objects.filter(is_example=True).count() <= 280
    assert set(Resolution.objects.filter(is_example=True).values_list("state", flat=True)) == {
        "adopted",
        "rejected",
        "draft",
    }
    held = Training.objects.filter(is_example=True)
    assert held.values("track").distinct().count() == 4
    assert set(held.values_list("state", flat=True)) == {"held", "reported", "planned", "cancelled"}
    for model in (FollowUpVisit, HeadCount, Module, Score):
        assert model.objects.filter(is_example=True).exists(), model
    assert Attendance.objects.values("cooperative").distinct().count() > 10
    measured = Measurement.objects.filter(is_example=True)
    assert set(measured.values_list("state", flat=True)) == {"entered", "accepted", "returned", "superseded"}
    assert measured.filter(value__isnull=True).exists()
    today = dt.date(2015, 12, 31)
    climbed = CooperativeMilestone.objects.filter(is_example=True)
    assert {row.state(today).value for row in climbed} >= {"late", "reached", "accepted", "not applicable"}
    assert IndicatorTarget.objects.filter(cooperative__isnull=False).exists()
    assert IndicatorTarget.objects.filter(programme__isnull=False).exists()
    assert IndicatorBaseline.objects.exists()
    assert Cooperative.objects.filter(is_example=True, place__isnull=False).count() == 0


def test_certification_is_told_in_several_stages(example: None) -> None:
    files = CertificationFile.objects.filter(is_example=True)
    assert sorted(files.values_list("cooperative__slug", "state")) == [
        ("candidate-b", "enquiry"),
        ("candidate-c", "preparation"),
        ("candidate-d", "correction"),
        ("candidate-e", "certified"),
        ("exemplo-do-sul", "suspended"),
        ("majomut", "certified"),
        ("triunfo-verde", "certified"),
    ]
    back = files.get(cooperative__slug="majomut")
    assert list(back.steps.order_by("pk").values_list("to_state", flat=True))[-2:] == ["suspended", "certified"]
    assert [bool(permission.ended_at) for permission in back.permissions.order_by("pk")] == [True, False]
    states = NonConformity.objects.filter(is_example=True).values_list("state", flat=True)
    assert set(states) == {"open", "proposed", "submitted", "returned", "closed"}
    assert Answer.objects.filter(is_example=True, assessment__kind="self").exists()
    nobody = NonConformity.objects.filter(verified_by=F("submitted_by"))
    assert not nobody.exists()


def test_sales_of_the_certified_are_flagged_only_while_they_were_suspended(example: None) -> None:
    flagged = outside_certificates().filter(cooperative__slug__in=CERTIFIED, signed_on__gte=dt.date(2013, 5, 1))
    suspended = flagged.filter(cooperative__slug="majomut", signed_on__range=("2014-07-14", "2014-10-19"))
    assert list(flagged) == list(suspended)


def test_all_of_it_happens_from_2012_to_2015(example: None) -> None:
    for model, field in (
        (Sale, "signed_on"),
        (PremiumReceived, "received_on"),
        (Assembly, "held_on"),
        (Expense, "spent_on"),
        (Expense, "logged_at"),
        (Training, "starts_on"),
        (Measurement, "measured_on"),
    ):
        years = set(model.objects.filter(is_example=True).values_list(f"{field}__year", flat=True))
        assert years == {2012, 2013, 2014, 2015}, (model, field)


def test_loading_twice_changes_nothing(example: None) -> None:
    before, files = database(), stored_files()
    assert load_example() is False
    assert database() == before
    assert stored_files() == files


def test_two_fresh_loads_tell_the_same_story(example: None, clear: Any) -> None:
    first, files = story(), stored_files()
    clear()
    load_example()
    assert story() == first
    assert stored_files() == files


def test_vouchers_are_small_pictures_that_match_their_rows(example: None) -> None:
    vouchers = list(Voucher.objects.filter(is_example=True))
    assert len(vouchers) > 100
    assert len({voucher.sha256 for voucher in vouchers}) == len(vouchers)
    for voucher in vouchers:
        content = voucher.file.read()
        voucher.file.close()
        assert len(content) == voucher.size < 16_000
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == ("JPEG", (480, 640))


def test_totals_are_the_sums_of_the_rows(example: None) -> None:
    assert_ledger_is_true()
    funds = Fund.objects.filter(is_example=True)
    assert funds.filter(received__gt=0, approved__gt=0, spent__gt=0).count() == 10
    assert [fund.cooperative.slug for fund in funds if fund.left < 0] == ["ramal-santa-cruz"]


def test_premium_is_what_the_contract_says(example: None) -> None:
    """One container of 275 bags of 69 kg at 0.20 US dollars a pound."""
    mexican = PremiumReceived.objects.filter(is_example=True, fund__currency="MXN")
    assert set(mexican.values_list("original_amount", flat=True)) == {Decimal("8366.54")}
    for row in PremiumReceived.objects.filter(is_example=True):
        assert row.amount == (row.original_amount * row.rate).quantize(Decimal("0.01"))
        assert row.rate_source
        assert "jemplo" in row.payer or "Example" in row.payer


def test_every_receipt_pays_what_its_contract_brings(example: None) -> None:
    sales = Sale.objects.filter(is_example=True).annotate(paid=Sum("payments__amount"))
    assert not sales.filter(Q(rate=None) | Q(premium_due=None) | ~Q(form="washed")).exists()
    assert all(sale.rate.region == region_of(sale.cooperative.country_code) for sale in sales if sale.rate)
    unpaid = sales.filter(Q(paid=None) | ~Q(paid=F("premium_due")))
    assert [(sale.cooperative.slug, sale.state, sale.paid) for sale in unpaid.filter(paid=None)] == [
        ("ramal-santa-cruz", "shipped", None)
    ]
    assert not unpaid.exclude(paid=None).exists()
    assert not list(differences())


def test_nobody_checked_their_own_entry(example: None) -> None:
    checked = Expense.objects.filter(is_example=True, state="checked")
    assert checked.exists()
    for expense in checked.select_related("checked_by", "logged_by"):
        assert expense.checked_by != expense.logged_by
        assert expense.checked_at > expense.logged_at


def test_the_treasurer_finds_something_to_do(example: None) -> None:
    for slug in ("triunfo-verde", "exemplo-do-sul"):
        cooperative = Cooperative.objects.get(slug=slug)
        states = Counter(cooperative.expenses.values_list("state", flat=True))
        assert states["returned"] >= 1
        assert states["logged"] >= 2
        assert Activity.objects.filter(cooperative=cooperative).open().count() >= 3


def test_only_those_who_are_printed_can_sign_in(example: None) -> None:
    printed = {person.email for person in sign_ins()}
    others = User.objects.exclude(email__in=printed)
    assert others.count() > 10
    assert not any(user.has_usable_password() for user in others)


def test_roles_are_said_in_the_language_of_the_page(example: None) -> None:
    with translation.override("es-mx"):
        assert [person.where for person in sign_ins()][2] == "Triunfo Verde"
        assert sign_ins()[2].role == str(translation.gettext("treasurer"))


def test_no_moment_of_the_story_lies_ahead(example: None) -> None:
    """Only what is due or planned in certification is a day to come."""
    today = dt.datetime.now(tz=dt.UTC).date()
    for model in RECORDS:
        for field in model._meta.concrete_fields:
            if isinstance(field, models.DateTimeField) and field.name != "joined_at":
                assert not model.objects.filter(is_example=True, **{f"{field.name}__date__gte": today}).exists()
