"""Random sequences of what people do with premium, against a plain model of the ledger: every balance, every step."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from config.errors import Refused
from cooperatives.models import User
from premiums.actions.close_year import close_year, report_activity
from premiums.actions.decide_resolution import adopt_resolution
from premiums.actions.log_expense import log_expense
from premiums.actions.record_premium import record_premium
from premiums.actions.review_expense import check_expense, correct_expense, return_expense, void_expense
from premiums.models import Activity, Expense, Fund
from premiums.reports.assemblies import Votes
from premiums.reports.fund import fund_page
from premiums.reports.ledger import differences
from tests.factories import (
    ActivityFactory,
    AllotmentFactory,
    AssemblyFactory,
    CooperativeFactory,
    FundFactory,
    PlanFactory,
    ResolutionFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ZERO = Decimal(0)
# Few different amounts, so that steps often meet a limit exactly, or by a cent.
amounts = st.sampled_from([Decimal(text) for text in ("0.01", "100", "200", "200.01", "400", "999.99")])
which = st.integers(min_value=0, max_value=3)


@dataclass
class PlainActivity:
    """An activity as an accountant would keep it on paper."""

    authorised: Decimal = ZERO
    approved: Decimal = ZERO
    spent: Decimal = ZERO
    is_reported: bool = False

    @property
    def limit(self) -> Decimal:
        return max(self.approved, self.authorised)


@dataclass
class PlainExpense:
    """An expense on paper."""

    activity: int
    amount: Decimal
    author: int
    state: str = "logged"


@dataclass
class PlainLedger:
    """The whole ledger on paper."""

    received: Decimal = ZERO
    activities: list[PlainActivity] = field(default_factory=list)
    expenses: list[PlainExpense] = field(default_factory=list)
    is_closed: bool = False

    def total(self, what: Callable[[PlainActivity], Decimal]) -> Decimal:
        return sum((what(activity) for activity in self.activities), ZERO)

    def balance(self) -> dict[str, Decimal]:
        approved = self.total(lambda one: one.approved)
        spent = self.total(lambda one: one.spent)
        committed = self.total(lambda one: max(one.approved - one.spent, ZERO))
        return {
            "received": self.received,
            "approved": approved,
            "spent": spent,
            "unratified": self.total(lambda one: max(one.spent - one.approved, ZERO)),
            "committed": committed,
            "left": self.received - spent - committed,
        }


class LedgerMachine(RuleBasedStateMachine):
    """Receive, approve, take back, log, correct, check, return, void, close; with and without an exception."""

    expenses = Bundle("expenses")

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.plain = PlainLedger()
        self.cooperative = CooperativeFactory.create()
        self.fund = FundFactory.create(cooperative=self.cooperative)
        self.plan = PlanFactory.create(fund=self.fund)
        self.people: list[User] = UserFactory.create_batch(2)
        self.activities: list[Activity] = []
        self.logged: list[tuple[Expense, PlainExpense]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @initialize(authorised=amounts)
    def plan_activities(self, authorised: Decimal) -> None:
        """Three ordinary activities, and one by exception that the board authorised."""
        exception = {
            "is_exceptional": True,
            "authorised_amount": authorised,
            "exceptional_reason": "Huracán",
            "authoriser": "Consejo",
            "ratify_by_on": dt.date(2014, 3, 1),
        }
        for options in ({}, {}, {}, exception):
            self.activities.append(ActivityFactory.create(plan=self.plan, **options))
            self.plain.activities.append(PlainActivity(authorised=options.get("authorised_amount", ZERO)))
        self.approve(0, Decimal("999.99"), takes_back=False)

    def agree(self, is_allowed: bool, step: Callable[[], Any]) -> Any:
        """The step is taken, or refused, in the software as on paper."""
        if is_allowed:
            return step()
        with pytest.raises(Refused):
            step()
        return None

    @rule(amount=amounts)
    def receive(self, amount: Decimal) -> None:
        terms = {"received_on": dt.date(2013, 3, 1), "payer": "Comprador", "amount": amount}
        record = partial(record_premium, cooperative=self.cooperative, is_another=True, by=self.people[0], **terms)
        if self.agree(not self.plain.is_closed, record):
            self.plain.received += amount

    @rule(number=which, amount=amounts, takes_back=st.booleans())
    def approve(self, number: int, amount: Decimal, takes_back: bool) -> None:
        """An assembly gives an activity money, or takes back what is not spent."""
        change = -amount if takes_back else amount
        plain = self.plain.activities[number]
        if self.plain.is_closed:  # the resolution itself is refused, which tests of the closed year look at
            return
        resolution = ResolutionFactory.create(assembly__cooperative=self.cooperative, plan=self.plan)
        AllotmentFactory.create(resolution=resolution, activity=self.activities[number], amount=change)
        approved = plain.approved + change
        is_allowed = approved >= 0 and plain.spent <= max(approved, plain.authorised)
        if self.agree(is_allowed, lambda: adopt_resolution(resolution=resolution, by=self.people[0])):
            plain.approved = approved

    @rule(target=expenses, number=which, amount=amounts, author=st.integers(0, 1))
    def log(self, number: int, amount: Decimal, author: int) -> Any:
        plain = self.plain.activities[number]
        logged = self.agree(
            not self.plain.is_closed and plain.spent + amount <= plain.limit,
            lambda: log_expense(
                activity=self.activities[number],
                amount=amount,
                spent_on=dt.date(2013, 6, 1),
                payee="Vivero",
                purpose="Plantas",
                form_key=uuid.uuid4(),
                by=self.people[author],
            ),
        )
        if logged is None:
            return None
        plain.spent += amount
        self.plain.expenses.append(PlainExpense(number, amount, author))
        self.logged.append((logged[0], self.plain.expenses[-1]))
        return self.logged[-1]

    @rule(entry=expenses, number=which, amount=amounts)
    def correct(self, entry: Any, number: int, amount: Decimal) -> None:
        if entry is None:
            return
        expense, paper = entry
        old, new = self.plain.activities[paper.activity], self.plain.activities[number]
        back = paper.amount if old is new else ZERO
        is_open = paper.state in ("logged", "returned") and not self.plain.is_closed
        is_allowed = is_open and new.spent - back + amount <= new.limit
        if self.agree(
            is_allowed,
            lambda: correct_expense(
                expense=expense,
                activity=self.activities[number],
                amount=amount,
                spent_on=dt.date(2013, 6, 2),
                payee="Vivero",
                purpose="Plantas",
                by=self.people[0],
            ),
        ):
            old.spent -= paper.amount
            new.spent += amount
            paper.activity, paper.amount, paper.state = number, amount, "logged"

    @rule(entry=expenses, by=st.integers(0, 1))
    def check(self, entry: Any, by: int) -> None:
        if entry is None:
            return
        expense, paper = entry
        is_allowed = paper.state == "logged" and paper.author != by and not self.plain.is_closed
        if self.agree(is_allowed, lambda: check_expense(expense=expense, by=self.people[by])):
            paper.state = "checked"

    @rule(entry=expenses, reason=st.sampled_from(["", "No se lee"]))
    def give_back(self, entry: Any, reason: str) -> None:
        if entry is None:
            return
        expense, paper = entry
        is_allowed = paper.state == "logged" and bool(reason) and not self.plain.is_closed
        if self.agree(is_allowed, lambda: return_expense(expense=expense, reason=reason, by=self.people[1])):
            paper.state = "returned"

    @rule(entry=expenses, reason=st.sampled_from(["", "Dos veces"]))
    def void(self, entry: Any, reason: str) -> None:
        if entry is None:
            return
        expense, paper = entry
        is_allowed = paper.state != "voided" and bool(reason) and not self.plain.is_closed
        if self.agree(is_allowed, lambda: void_expense(expense=expense, reason=reason, by=self.people[0])):
            self.plain.activities[paper.activity].spent -= paper.amount
            paper.state = "voided"

    @rule(number=which)
    def report(self, number: int) -> None:
        plain = self.plain.activities[number]
        said = {"done": "yes", "objective_reached": "yes", "by": self.people[0]}
        if self.agree(not self.plain.is_closed, lambda: report_activity(activity=self.activities[number], **said)):
            plain.is_reported = True

    def tidy_up(self) -> None:
        """What people do before the assembly: check or void what is open, ratify, report."""
        for expense, paper in self.logged:
            self.check((expense, paper), 1 - paper.author)
            if paper.state == "returned":
                self.void((expense, paper), "Dos veces")
        for number, plain in enumerate(self.plain.activities):
            if plain.spent > plain.approved:
                self.approve(number, plain.spent - plain.approved, takes_back=False)
            self.report(number)

    @precondition(lambda self: len(self.logged) > 1)
    @rule(is_tidy=st.booleans(), goes_through=st.booleans())
    def close(self, is_tidy: bool, goes_through: bool) -> None:
        """The assembly closes the year, or votes it down; what is left of the activities goes back."""
        if is_tidy:
            self.tidy_up()
        plain = self.plain
        is_finished = (
            all(one.is_reported for one in plain.activities if one.approved or one.spent)
            and not any(one.state in ("logged", "returned") for one in plain.expenses)
            and not any(one.spent > one.approved for one in plain.activities)
        )
        assembly = AssemblyFactory.create(cooperative=self.cooperative)
        votes = Votes(40, 10) if goes_through else Votes(10, 40)
        act = partial(close_year, plan=self.plan, assembly=assembly, votes=votes, text="Se cierra", by=self.people[0])
        if self.agree(is_finished and not plain.is_closed, act) and goes_through:
            plain.is_closed = True
            for one in plain.activities:
                one.approved = one.spent

    @invariant()
    def every_balance_agrees(self) -> None:
        fund = Fund.objects.get(pk=self.fund.pk)
        expected = self.plain.balance()
        assert {name: getattr(fund, name) for name in expected} == expected
        rows = Activity.objects.filter(fund=fund).order_by("pk")
        assert [(row.approved, row.spent, row.left) for row in rows] == [
            (plain.approved, plain.spent, plain.limit - plain.spent) for plain in self.plain.activities
        ]

    @invariant()
    def nothing_differs_from_the_rows(self) -> None:
        assert list(differences()) == []

    @invariant()
    def the_page_recomputed_from_rows_says_the_same(self) -> None:
        balance = fund_page(self.cooperative, dt.date(2014, 12, 31)).balance
        expected = self.plain.balance()
        assert {name: getattr(balance, name) for name in expected} == expected


def test_the_ledger_agrees_with_paper_whatever_people_do() -> None:
    quick = settings(
        max_examples=20,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(LedgerMachine, settings=quick)  # type: ignore[no-untyped-call]
    assert Expense.objects.count() == 0
