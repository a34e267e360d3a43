"""The example is gone without a trace, and what is real stays as it was or is told."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pghistory
import pytest
from django.core.management import CommandError
from django.db.models import Q
from pghistory.models import Context, Events

from config.errors import Refused
from cooperatives.models import Cooperative, Programme, User
from overview.actions.clear_example import clear_example, find_example
from premiums.models import (
    Activity,
    Expense,
    Fund,
    Resolution,
    Spending,
)
from tests import factories
from tests.overview.example_world import assert_ledger_is_true, database, printed
from trainings.models import (
    PeopleTrained,
    TrackReach,
    Training,
)
from trainings.reports.counts import wrong_counts

pytestmark = pytest.mark.django_db


def test_real_rows_on_example_rows_are_counted_and_go_too(example: None, clear: Any) -> None:
    real = factories.UserFactory.create()
    activity = Activity.objects.filter(cooperative__slug="triunfo-verde").open().first()
    voucher = factories.VoucherFactory.create(
        expense__activity=activity, expense__amount=Decimal("10.00"), expense__logged_by=real
    )
    assert "expenses: 1" in printed("clear_example", "--yes").partition("NOT examples")[2]
    assert not Expense.objects.filter(pk=voucher.expense_id).exists()
    assert list(User.objects.all()) == [real]


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
