"""The rules of expenses, tested by going around Python: whoever writes, the database refuses."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from config.errors import broken_rule, explain
from cooperatives.models import Cooperative, User
from premiums.models import Activity, Allotment, Assembly, Expense, Fund, Resolution
from tests import factories

pytestmark = pytest.mark.django_db


def refused(write: Callable[[], Any]) -> str:
    """The rule that refuses `write`; the test fails when nothing does."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        write()
    assert explain(caught.value) != "This goes against a rule of the records, so nothing was saved."
    return broken_rule(caught.value)


def sql(statement: str, *values: Any) -> Callable[[], None]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return run


@pytest.fixture
def expense(activity: Activity, treasurer: User) -> Expense:
    return factories.ExpenseFactory.create(activity=activity, logged_by=treasurer)


def set_state(expense: Expense, state: str, by: User) -> None:
    now = timezone.now()
    changes = {
        "checked": {"checked_by": by, "checked_at": now},
        "returned": {"returned_by": by, "returned_at": now, "returned_reason": "Falta la nota"},
        "voided": {"voided_by": by, "voided_at": now, "voided_reason": "Duplicado"},
        "logged": {},
    }[state]
    Expense.objects.filter(pk=expense.pk).update(state=state, **changes)


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_amount_is_above_zero(expense: Expense, amount: str) -> None:
    write = sql("UPDATE premiums_expense SET amount = %s WHERE id = %s", amount, expense.pk)
    assert refused(write) == "expense_amount_above_zero"


def test_future_date_is_refused_by_the_day_of_the_cooperative(expense: Expense) -> None:
    tomorrow = expense.cooperative.today() + dt.timedelta(days=1)
    write = sql("UPDATE premiums_expense SET spent_on = %s WHERE id = %s", tomorrow, expense.pk)
    assert refused(write) == "expense_not_in_future"
    sql("UPDATE premiums_expense SET spent_on = %s WHERE id = %s", expense.cooperative.today(), expense.pk)()


def test_who_logged_it_does_not_check_it(expense: Expense, treasurer: User) -> None:
    assert refused(lambda: set_state(expense, "checked", treasurer)) == "expense_checker_is_not_logger"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (["checked"], "logged"),
        (["checked"], "returned"),
        (["returned"], "checked"),
        (["voided"], "logged"),
        (["voided"], "checked"),
        (["voided"], "returned"),
    ],
)
def test_states_move_only_along_their_arrows(expense: Expense, oversight: User, path: list[str], target: str) -> None:
    for state in path:
        set_state(expense, state, oversight)
    rule = refused(lambda: set_state(expense, target, oversight))
    assert rule in ("expense_state_arrows", "expense_fixed_once_checked")


@pytest.mark.parametrize("path", [["checked", "voided"], ["returned", "logged", "checked"], ["returned", "voided"]])
def test_states_move_along_their_arrows(expense: Expense, oversight: User, path: list[str]) -> None:
    for state in path:
        set_state(expense, state, oversight)
    expense.refresh_from_db()
    assert expense.state == path[-1]


@pytest.mark.parametrize("state", ["checked", "voided"])
@pytest.mark.parametrize(
    "change",
    ["amount = amount - 1", "payee = 'Otro'", "spent_on = '2013-01-01'", "purpose = 'Otra cosa'"],
)
def test_checked_and_voided_expenses_are_fixed(expense: Expense, oversight: User, state: str, change: str) -> None:
    set_state(expense, state, oversight)
    write = sql(f"UPDATE premiums_expense SET {change} WHERE id = %s", expense.pk)
    assert refused(write) == "expense_fixed_once_checked"


@pytest.mark.parametrize("column", ["logged_by_id", "logged_at", "form_key"])
def test_the_author_of_an_expense_stays(expense: Expense, oversight: User, column: str) -> None:
    value: Any = {"logged_by_id": oversight.pk, "logged_at": timezone.now(), "form_key": uuid.uuid4()}[column]
    write = sql(f"UPDATE premiums_expense SET {column} = %s WHERE id = %s", value, expense.pk)
    assert refused(write) == "expense_keeps_author"


def test_a_new_expense_starts_as_logged(activity: Activity, oversight: User) -> None:
    def write() -> None:
        factories.ExpenseFactory.create(
            activity=activity, state="checked", checked_by=oversight, checked_at=timezone.now()
        )

    assert refused(write) == "expense_starts_logged"


@pytest.mark.parametrize("table", ["premiums_expense", "premiums_activity", "premiums_fund", "premiums_resolution"])
def test_rows_with_a_history_are_never_deleted(expense: Expense, table: str) -> None:
    assert refused(sql(f"DELETE FROM {table}")).endswith("_never_deleted")


def test_timestamp_never_stands_without_its_actor(expense: Expense) -> None:
    write = sql("UPDATE premiums_expense SET voided_at = now() WHERE id = %s", expense.pk)
    assert refused(write) == "expense_voided"


def test_expense_and_activity_belong_to_one_cooperative(activity: Activity, other_cooperative: Cooperative) -> None:
    def write() -> None:
        factories.ExpenseFactory.create(activity=activity, cooperative=other_cooperative)

    assert refused(write) == "expense_same_cooperative"


def test_form_key_is_unique(expense: Expense, activity: Activity) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        factories.ExpenseFactory.create(activity=activity, form_key=expense.form_key)
    assert "form_key" in broken_rule(caught.value)


def test_totals_follow_every_change(expense: Expense, activity: Activity, oversight: User, admin: User) -> None:
    def totals(row: Activity) -> tuple[Decimal, Decimal]:
        row.refresh_from_db()
        fund = Fund.objects.get(pk=row.fund_id)
        return row.spent, fund.spent

    other = factories.approved_activity(activity.cooperative, Decimal(300), by=admin)
    assert totals(activity) == (Decimal(100), Decimal(100))
    sql("UPDATE premiums_expense SET amount = 250 WHERE id = %s", expense.pk)()
    assert totals(activity) == (Decimal(250), Decimal(250))
    sql("UPDATE premiums_expense SET activity_id = %s WHERE id = %s", other.pk, expense.pk)()
    assert totals(activity) == (Decimal(0), Decimal(250))
    assert totals(other) == (Decimal(250), Decimal(250))
    set_state(expense, "voided", oversight)
    assert totals(other) == (Decimal(0), Decimal(0))


# Assemblies and resolutions ------------------------------------------------------------------------------------------


def adopt(resolution: Resolution, by: User) -> None:
    Resolution.objects.filter(pk=resolution.pk).update(state="adopted", decided_by=by, decided_at=timezone.now())


def test_more_votes_than_people_present_are_refused(cooperative: Cooperative) -> None:
    assembly = factories.AssemblyFactory.create(cooperative=cooperative)

    def write() -> None:
        factories.ResolutionFactory.create(assembly=assembly, votes_for=61, votes_against=0, votes_abstained=0)

    assert refused(write) == "resolution_votes_within_presence"


@pytest.mark.parametrize(
    ("assembly", "votes", "adopted"),
    [
        ({"present_women": 25, "present_men": 26}, {}, True),
        ({"present_women": 25, "present_men": 25}, {"votes_for": 40}, False),  # 50 of 100, quorum is 51 percent
        ({}, {"votes_for": 30, "votes_against": 30, "votes_abstained": 0, "votes_blank": 0}, False),
        ({}, {"votes_for": 31, "votes_against": 29, "votes_abstained": 0, "votes_blank": 0}, True),
        ({}, {"majority": "absolute", "votes_for": 30, "votes_against": 10}, False),
        ({}, {"majority": "absolute", "votes_for": 31, "votes_against": 10}, True),
        ({}, {"majority": "two thirds", "votes_for": 39}, False),
        ({}, {"majority": "two thirds", "votes_for": 40}, True),
        ({}, {"votes_for": None}, False),
    ],
)
def test_only_quorum_and_majority_adopt_a_resolution(
    cooperative: Cooperative, admin: User, assembly: dict[str, Any], votes: dict[str, Any], adopted: bool
) -> None:
    votes = {"votes_for": 40, "votes_against": 5, "votes_abstained": 3, "votes_blank": 1} | votes
    held = factories.AssemblyFactory.create(cooperative=cooperative, **assembly)
    resolution = factories.ResolutionFactory.create(assembly=held, **votes)
    if adopted:
        adopt(resolution, admin)
    else:
        assert refused(lambda: adopt(resolution, admin)) == "resolution_quorum_and_majority"


def test_nothing_is_released_before_adoption(cooperative: Cooperative) -> None:
    plan = factories.PlanFactory.create(fund=factories.FundFactory.create(cooperative=cooperative))
    row = factories.ActivityFactory.create(plan=plan)
    draft = factories.ResolutionFactory.create(assembly__cooperative=cooperative)
    factories.AllotmentFactory.create(resolution=draft, activity=row)

    def write() -> None:
        factories.ExpenseFactory.create(activity=row, amount=Decimal("0.01"))

    assert refused(write) == "activity_spent_within_approved"


def test_a_decided_resolution_and_its_assembly_are_fixed(activity: Activity) -> None:
    votes = sql("UPDATE premiums_resolution SET votes_for = votes_for - 1")
    assert refused(votes) == "resolution_fixed_once_decided"
    presence = sql("UPDATE premiums_assembly SET present_men = present_men - 1")
    assert refused(presence) == "assembly_fixed_once_adopted"
    assert refused(sql("UPDATE premiums_allotment SET amount = amount * 2")) == "allotment_only_in_draft"
    assert refused(sql("DELETE FROM premiums_allotment")) == "allotment_only_in_draft"
    assert Allotment.objects.count() == 1


def test_a_resolution_starts_as_a_draft(cooperative: Cooperative, admin: User) -> None:
    held = factories.AssemblyFactory.create(cooperative=cooperative)

    def write() -> None:
        factories.ResolutionFactory.create(assembly=held, state="adopted", decided_by=admin, decided_at=timezone.now())

    assert refused(write) == "resolution_draft_first"


def test_a_historic_resolution_has_unknown_votes_and_releases_nothing(cooperative: Cooperative) -> None:
    held = Assembly.objects.create(cooperative=cooperative, is_historic=True, source="Producer profile")
    resolution = Resolution.objects.create(
        cooperative=cooperative, assembly=held, text="Voted", is_historic=True, source="Profile", state="adopted"
    )
    plan = factories.PlanFactory.create(fund=factories.FundFactory.create(cooperative=cooperative))
    row = factories.ActivityFactory.create(plan=plan)

    def write() -> None:
        factories.AllotmentFactory.create(resolution=resolution, activity=row)

    assert refused(write) == "allotment_only_in_draft"


def test_a_historic_expense_may_lack_amount_and_date(cooperative: Cooperative) -> None:
    plan = factories.PlanFactory.create(fund=factories.FundFactory.create(cooperative=cooperative))
    row = factories.ActivityFactory.create(plan=plan, is_historic=True, source="Profile")
    Expense.objects.create(cooperative=cooperative, activity=row, purpose="Rent", is_historic=True, source="Profile")
    row.refresh_from_db()
    assert row.spent == 0

    def write() -> None:
        Expense.objects.create(cooperative=cooperative, activity=row, purpose="Rent")

    assert refused(write) == "expense_complete"


def test_a_draft_with_allotments_can_not_become_historic_to_escape_the_vote(cooperative: Cooperative) -> None:
    plan = factories.PlanFactory.create(fund=factories.FundFactory.create(cooperative=cooperative))
    draft = factories.ResolutionFactory.create(assembly__cooperative=cooperative)
    factories.AllotmentFactory.create(resolution=draft, activity=factories.ActivityFactory.create(plan=plan))
    write = sql("UPDATE premiums_resolution SET is_historic = true, source = 'x' WHERE id = %s", draft.pk)
    assert refused(write) == "resolution_stays_historic"
