"""The example: the same world every time, marked to the last row, true to the ledger, and gone without a trace."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pghistory
import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.db.models import F, Q, Sum
from django.test import Client
from django.utils import timezone, translation
from pghistory.models import Context, Events
from PIL import Image

from certification.models import Answer, Certificate, CertificationFile, NonConformity
from certification.reports.reminders import digest_for
from config.errors import Refused
from config.records import Record
from cooperatives.models import Cooperative, Enrolment, Programme, Scheme, User
from overview.actions.clear_example import clear_example, find_example
from overview.actions.example.certification import CERTIFIED
from overview.actions.load_example import load_example, sign_ins
from overview.actions.load_programme import load_programme
from overview.reports.sales import outside_certificates
from premiums.models import (
    Activity,
    Allotment,
    Assembly,
    Expense,
    Fund,
    PremiumReceived,
    Resolution,
    Sale,
    Spending,
    Voucher,
)
from premiums.models.rates import region_of
from premiums.reports.ledger import differences
from tests import factories
from trainings.models import (
    Attendance,
    CooperativeMilestone,
    FollowUpVisit,
    HeadCount,
    IndicatorBaseline,
    IndicatorTarget,
    Measurement,
    Module,
    PeopleTrained,
    Score,
    TrackReach,
    Training,
)
from trainings.reports.counts import wrong_counts

pytestmark = pytest.mark.django_db

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


@pytest.fixture
def reference() -> None:
    """The reference data."""
    load_programme()


@pytest.fixture
def example(reference: None) -> None:
    """The reference data with the example on top."""
    load_example()


@pytest.fixture
def clear(django_capture_on_commit_callbacks: Any) -> Any:
    """Removes the example as a command would, files included."""

    def run() -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return clear_example()

    return run


def database() -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        content = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" AS t ORDER BY 1')
            content[table] = [row[0] for row in cursor.fetchall()]
    return content


def stored_files() -> list[str]:
    """Whatever lies in the folder of uploads, folders included."""
    root = Path(settings.MEDIA_ROOT)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def story() -> dict[str, list[tuple[Any, ...]]]:
    """The example rows with their keys counted from one, and without the moment they were written."""
    order = {model: list(model.objects.filter(is_example=True).order_by("pk").values_list("pk")) for model in RECORDS}
    number = {model: {row[0]: place for place, row in enumerate(rows)} for model, rows in order.items()}

    def told(model: type[models.Model], field: models.Field[Any, Any], row: Any) -> Any:
        value = getattr(row, field.attname)
        target = model if field.primary_key else field.related_model
        if target in number:
            return number[target].get(value, value)
        return None if field.name == "joined_at" else str(value)

    return {
        model._meta.label: [
            tuple(told(model, field, row) for field in model._meta.concrete_fields)
            for row in model.objects.filter(is_example=True).order_by("pk")
        ]
        for model in RECORDS
    }


# Loading ------------------------------------------------------------------------------------------------------------


def test_every_new_row_is_marked_as_example(reference: None) -> None:
    before = {model: model.objects.count() for model in RECORDS}
    load_example()
    for model in RECORDS:
        marked = model.objects.filter(is_example=True).count()
        assert model.objects.count() - before[model] == marked, model


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


@pytest.mark.parametrize("on", [None, dt.date(2024, 2, 29)])
def test_what_is_under_way_in_certification_is_told_from_the_day_of_loading(
    reference: None, on: dt.date | None
) -> None:
    load_example(on=on)
    day = on or timezone.localdate()
    due = [row.days_left(day) for row in NonConformity.objects.filter(is_example=True) if row.is_with_cooperative]
    assert min(due) == -6
    assert sum(0 <= days <= 30 for days in due) >= 2
    ends = Certificate.objects.filter(is_example=True, valid_until_on__gte=day)
    assert set(ends.values_list("cooperative__slug", flat=True)) == {*CERTIFIED, "candidate-e"}
    assert Certificate.objects.filter(is_example=True, valid_from_on__gt=day).count() == 0
    for email in ("treasurer@example.org", "tesoureira@example.org", "manager@example.org"):
        kinds = {
            one.kind for _co_op, dates in digest_for(User.objects.get(email=email), on=day).groups for one in dates
        }
        assert kinds >= {"audit", "measure"}, email


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


def test_nothing_is_invented_for_the_association_with_a_real_history(reference: None) -> None:
    assopro = Cooperative.objects.get(slug="assopro")
    with connection.cursor() as cursor:
        before = [rows_of(cursor, model, assopro) for model in RECORDS]
        load_example()
        assert [rows_of(cursor, model, assopro) for model in RECORDS] == before


def rows_of(cursor: Any, model: type[models.Model], cooperative: Cooperative) -> list[Any]:
    """The rows that carry the co-op's key."""
    if "cooperative" not in {field.name for field in model._meta.concrete_fields}:
        return []
    cursor.execute(f"SELECT t::text FROM {model._meta.db_table} AS t WHERE cooperative_id = %s", [cooperative.pk])
    return sorted(cursor.fetchall())


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


def test_without_reference_data_it_is_refused() -> None:
    with pytest.raises(Refused, match="load_programme"):
        load_example()
    assert User.objects.count() == 0


def test_beside_real_premium_it_is_refused(reference: None) -> None:
    factories.FundFactory.create(cooperative=Cooperative.objects.get(slug="triunfo-verde"))
    with pytest.raises(Refused, match="Triunfo Verde"):
        load_example()
    assert not User.objects.exists()


def test_a_load_that_fails_leaves_no_files(reference: None) -> None:
    scheme = Scheme.objects.get(slug="fair-trade-usa")
    factories.CertificateFactory.create(scheme=scheme, number="EXAMPLE-1002")
    with pytest.raises(Refused, match="already has this number"):
        load_example()
    assert stored_files() == []
    assert not User.objects.exists()


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


# The ledger ---------------------------------------------------------------------------------------------------------


def total(rows: models.QuerySet[Any]) -> Decimal:
    """The sum of their amounts."""
    return rows.aggregate(total=Sum("amount"))["total"] or Decimal(0)


def assert_ledger_is_true() -> None:
    """Stored totals are the sums of the rows."""
    released = Allotment.objects.filter(resolution__state="adopted")
    counted = Expense.objects.exclude(state="voided")
    for activity in Activity.objects.all():
        assert activity.approved == total(released.filter(activity=activity)), activity
        assert activity.spent == total(counted.filter(activity=activity)), activity
    for fund in Fund.objects.all():
        assert fund.received == total(PremiumReceived.objects.filter(fund=fund)), fund
        assert fund.approved == total(released.filter(activity__fund=fund)), fund
        assert fund.spent == total(counted.filter(activity__fund=fund)), fund


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


# Signing in ---------------------------------------------------------------------------------------------------------


def test_each_kind_of_person_can_sign_in_while_the_example_is_loaded(
    reference: None, clear: Any, django_assert_num_queries: Any
) -> None:
    assert sign_ins() == []
    load_example()
    with django_assert_num_queries(2):
        people = sign_ins()
    assert [person.role for person in people] == [
        "administrator",
        "program manager",
        "treasurer",
        "oversight committee",
        "co-op manager",
        "treasurer",
        "trainer",
        "funder",
    ]
    for person in people:
        assert Client().login(email=person.email, password=person.password), person
    clear()
    assert sign_ins() == []
    assert not Client().login(email=people[0].email, password=people[0].password)


def test_only_those_who_are_printed_can_sign_in(example: None) -> None:
    printed = {person.email for person in sign_ins()}
    others = User.objects.exclude(email__in=printed)
    assert others.count() > 10
    assert not any(user.has_usable_password() for user in others)


def test_roles_are_said_in_the_language_of_the_page(example: None) -> None:
    with translation.override("es-mx"):
        assert [person.where for person in sign_ins()][2] == "Triunfo Verde"
        assert sign_ins()[2].role == str(translation.gettext("treasurer"))


# Clearing -----------------------------------------------------------------------------------------------------------


def test_load_and_clear_leave_no_trace(reference: None, clear: Any) -> None:
    before = database()
    load_example()
    assert stored_files() != []
    clear()
    assert database() == before
    assert stored_files() == []


def test_traces_of_example_people_go_and_those_of_others_stay(reference: None, clear: Any) -> None:
    real = factories.UserFactory.create(is_staff=True)
    programme = Programme.objects.get(slug="chiapas")
    log_change(real, programme)
    Client().force_login(real)
    before = database()
    load_example()
    invented = User.objects.get(email="admin@example.org")
    Client().force_login(invented)
    EmailAddress.objects.create(user=invented, email=invented.email)
    log_change(invented, programme)
    log_change(real, Cooperative.objects.get(slug="candidate-a"))
    assert Session.objects.count() == 2
    clear()
    assert {**database(), "cooperatives_user": []} == {**before, "cooperatives_user": []}
    assert list(User.objects.all()) == [real]


def log_change(user: User, row: models.Model) -> None:
    """What the admin notes about a change."""
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        object_repr=str(row),
        action_flag=CHANGE,
    )


def test_clearing_nothing_does_nothing(reference: None, clear: Any) -> None:
    before = database()
    assert clear().total == 0
    assert database() == before


def test_real_rows_on_example_rows_are_counted_and_go_too(example: None, clear: Any) -> None:
    real = factories.UserFactory.create()
    activity = Activity.objects.filter(cooperative__slug="triunfo-verde").open().first()
    voucher = factories.VoucherFactory.create(
        expense__activity=activity, expense__amount=Decimal("10.00"), expense__logged_by=real
    )
    assert "expenses: 1" in printed("clear_example", "--yes").partition("NOT examples")[2]
    assert not Expense.objects.filter(pk=voucher.expense_id).exists()
    assert list(User.objects.all()) == [real]


def printed(*command: str) -> str:
    """What a command says."""
    said = io.StringIO()
    call_command(*command, stdout=said)
    return said.getvalue()


def test_real_totals_get_back_what_example_rows_took(
    example: None, clear: Any, activity: Activity, admin: User, treasurer: User
) -> None:
    invented = User.objects.get(email="treasurer@example.org")
    factories.PremiumReceivedFactory.create(fund=activity.fund, amount=Decimal("700.00"))
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("30.00"), logged_by=treasurer)
    kept = database_of(activity)
    factories.PremiumReceivedFactory.create(fund=activity.fund, amount=Decimal("55.00"), is_example=True)
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("20.00"), logged_by=invented)
    again = factories.approved_activity(
        activity.cooperative, Decimal("400.00"), by=invented, plan=activity.plan, title=activity.title
    )
    assert database_of(activity) != kept
    found = clear()
    assert found.real[Expense] == 1
    assert found.real[Resolution] == 1
    again.refresh_from_db()
    assert (again.approved, again.spent) == (0, 0)
    assert database_of(activity) == kept
    assert_ledger_is_true()


def database_of(activity: Activity) -> tuple[Decimal, ...]:
    """The stored totals."""
    activity.refresh_from_db()
    fund = Fund.objects.get(pk=activity.fund_id)
    return activity.approved, activity.spent, fund.received, fund.approved, fund.spent


def test_counts_of_people_forget_those_of_the_example(example: None, clear: Any) -> None:
    """Also where a real person came to an example training: that mark goes along, and so does a count of nothing."""
    counts = TrackReach.objects.filter(is_example=True, cooperative__is_example=False)
    mixed = counts.order_by("pk")[0]
    people = mixed.people
    session = factories.TrainingSessionFactory.create(training=factories.TrainingFactory.create(track=mixed.track))
    factories.AttendanceFactory.create(
        session=session, member=factories.MemberFactory.create(cooperative=mixed.cooperative)
    )
    stranger = factories.MemberFactory.create(cooperative=Cooperative.objects.get(slug="assopro"))
    taken = Training.objects.filter(is_example=True, track__isnull=False).order_by("pk")[0]
    factories.AttendanceFactory.create(session=taken.sessions.order_by("pk")[0], member=stranger)
    mixed.refresh_from_db()
    assert (mixed.people, mixed.is_example) == (people + 1, False)
    assert TrackReach.objects.filter(cooperative__slug="assopro", is_example=False, people=1).exists()
    assert PeopleTrained.objects.filter(cooperative__slug="assopro", is_example=False).exists()
    found = clear()
    assert found.real[PeopleTrained]
    assert set(PeopleTrained.objects.values_list("cooperative", "is_together", "came_women", "came_unrecorded")) <= {
        (mixed.cooperative_id, is_together, women, 1 - women) for is_together in (True, False) for women in (0, 1)
    }
    assert PeopleTrained.objects.count() == 4
    assert wrong_counts() == 0
    assert found.real[TrackReach] == 1
    assert list(TrackReach.objects.values_list("pk", "people", "is_example")) == [(mixed.pk, 1, False)]
    events = TrackReach.pgh_event_model.objects  # type: ignore[attr-defined]
    assert list(events.values_list("pgh_obj_id", "pgh_label", "is_example")) == [(mixed.pk, "update", False)]


def test_spending_forgets_the_expenses_of_the_example(
    example: None, clear: Any, activity: Activity, treasurer: User
) -> None:
    """Also where real and invented expenses stand in one total, and where only invented ones do."""
    invented = User.objects.get(email="treasurer@example.org")
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("30.00"), logged_by=treasurer)
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("20.00"), logged_by=invented)
    factories.ExpenseFactory.create(
        activity=activity, amount=Decimal("7.00"), spent_on=dt.date(2012, 1, 1), logged_by=invented
    )
    assert Spending.objects.filter(is_example=True).exists()
    found = clear()
    assert found.real[Spending] == 1
    left = Spending.objects.filter(cooperative=activity.cooperative)
    assert list(left.values_list("year", "amount")) == [(2013, Decimal("30.00"))]
    assert_ledger_is_true()


def test_real_spending_of_money_an_example_row_released_is_not_left_hanging(
    example: None, cooperative: Cooperative, treasurer: User
) -> None:
    invented = User.objects.get(email="treasurer@example.org")
    activity = factories.approved_activity(cooperative, Decimal("400.00"), by=invented)
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("20.00"), logged_by=treasurer)
    before = database()
    with pytest.raises(Refused, match="Void that spending first"):
        clear_example()
    assert database() == before


def test_changes_that_example_people_made_inside_real_rows_are_told(example: None) -> None:
    programme = Programme.objects.get(slug="chiapas")
    with pghistory.context(user=User.objects.get(email="admin@example.org").pk):
        programme.region = "Sierra"
        programme.save()
    assert find_example().changes_that_stay == 1
    assert "other records stay: 1" in printed("clear_example", "--yes")
    programme.refresh_from_db()
    assert programme.region == "Sierra"


def test_history_of_example_rows_goes_with_them(example: None, clear: Any) -> None:
    before = Context.objects.filter(metadata__command="load_example").count()
    assert before == 1
    clear()
    assert not Context.objects.filter(metadata__command="load_example").exists()
    assert not Events.objects.filter(Q(pgh_context_id=None) & Q(pgh_data__is_example=True)).exists()


@pytest.mark.parametrize("answer", ["", "no", "y", EOFError])
def test_the_command_removes_nothing_without_a_yes(example: None, monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    answer_with(monkeypatch, answer)
    with pytest.raises(CommandError, match="Nothing was removed"):
        printed("clear_example")
    assert User.objects.filter(is_example=True).exists()


def test_the_command_removes_the_example_after_a_yes(example: None, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, "yes")
    said = printed("clear_example")
    assert "expenses: " in said
    assert "NOT examples" not in said
    assert not find_example().rows
    assert "no examples" in printed("clear_example")


def answer_with(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    """The person at the keyboard types this, or is not there."""

    def typed(_question: str) -> str:
        if answer is EOFError:
            raise EOFError
        return str(answer)

    monkeypatch.setattr("builtins.input", typed)


def test_the_load_command_prints_the_sign_ins(reference: None) -> None:
    said = printed("load_example")
    for person in sign_ins():
        assert f"{person.email}  password: {person.password}" in said
    assert "there already" in printed("load_example")
    assert printed("load_example", "--verbosity=0") == ""


def test_the_load_command_says_what_is_missing() -> None:
    with pytest.raises(CommandError, match="load_programme"):
        printed("load_example")


def test_no_moment_of_the_story_lies_ahead(example: None) -> None:
    """Only what is due or planned in certification is a day to come."""
    today = dt.datetime.now(tz=dt.UTC).date()
    for model in RECORDS:
        for field in model._meta.concrete_fields:
            if isinstance(field, models.DateTimeField) and field.name != "joined_at":
                assert not model.objects.filter(is_example=True, **{f"{field.name}__date__gte": today}).exists()
