"""The end of the year: reports, the vote, and a year that accepts no change by any path."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from threading import Event
from time import sleep
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from config.errors import Refused
from cooperatives.models import Cooperative, User
from premiums.actions.close_year import close_year, report_activity
from premiums.actions.decide_plan import decide_plan
from premiums.actions.draft_plan import add_line, draft_amendment, withdraw_draft
from premiums.actions.log_expense import log_expense
from premiums.actions.record_premium import record_premium
from premiums.actions.review_expense import check_expense, correct_expense, return_expense, void_expense
from premiums.actions.spend_by_exception import spend_by_exception
from premiums.models import Activity, ActivityReport, Assembly, Expense, Fund, Plan, Resolution
from premiums.reports.assemblies import Votes
from premiums.reports.plans import unfinished
from tests.factories import (
    ActivityReportFactory,
    AllotmentFactory,
    AssemblyFactory,
    ExpenseFactory,
    FundFactory,
    PlanFactory,
    PlanLineFactory,
    PlanVersionFactory,
    PremiumPaymentFactory,
    PremiumReceivedFactory,
    ResolutionFactory,
    approved_activity,
    exceptional_activity,
)
from tests.premiums.test_collisions import at_once
from tests.premiums.test_plans import CLEAR, agrees, planned, refused_by, sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(activity: Activity) -> Plan:
    return activity.plan


@pytest.fixture
def assembly(cooperative: Cooperative) -> Assembly:
    return AssemblyFactory.create(cooperative=cooperative, held_on=dt.date(2014, 2, 2))


@pytest.fixture
def close(plan: Plan, assembly: Assembly, treasurer: User) -> Callable[..., Resolution]:
    return partial(close_year, plan=plan, assembly=assembly, votes=CLEAR, text="Se cierra el año.", by=treasurer)


@pytest.fixture
def report(activity: Activity, treasurer: User) -> ActivityReport:
    return report_activity(activity=activity, done="yes", objective_reached="partly", by=treasurer)


@pytest.fixture
def expense(activity: Activity, treasurer: User) -> Expense:
    return ExpenseFactory.create(activity=activity, amount=Decimal(400), logged_by=treasurer)


@pytest.fixture
def closed(
    plan: Plan,
    report: ActivityReport,
    expense: Expense,
    oversight: User,
    treasurer: User,
    close: Callable[..., Resolution],
) -> Plan:
    received = PremiumReceivedFactory.create(fund=plan.fund)
    PremiumPaymentFactory.create(premium_received=received, sale__cooperative=plan.cooperative, amount=Decimal(100))
    draft = PlanVersionFactory.create(plan=plan)
    PlanLineFactory.create(version=draft, activity=report.activity)
    withdraw_draft(version=draft, by=treasurer)
    check_expense(expense=expense, by=oversight)
    close()
    plan.refresh_from_db()
    return plan


def test_report_activity_is_replaced_until_the_year_is_closed(activity: Activity, treasurer: User) -> None:
    report = partial(report_activity, activity=activity, objective_reached="no", by=treasurer)
    with pytest.raises(Refused, match="Say why the activity was not carried out in full"):
        report(done="partly", reason=" ")
    report(done="no", reason="Llovió")
    report(done="partly", reason="Faltó dinero", next_step="Seguir en 2014")
    one = ActivityReport.objects.get()
    assert (one.done, one.reason, one.next_step, one.reported_by) == (
        "partly",
        "Faltó dinero",
        "Seguir en 2014",
        treasurer,
    )


def test_activity_report_reason_around_python(activity: Activity) -> None:
    assert refused_by("activity_report_reason", partial(ActivityReportFactory.create, activity=activity, done="no"))


def test_close_year_gives_back_what_is_left(
    plan: Plan, report: ActivityReport, expense: Expense, oversight: User, close: Callable[..., Resolution]
) -> None:
    check_expense(expense=expense, by=oversight)
    resolution = close()
    plan.refresh_from_db()
    assert (resolution.kind, resolution.state, plan.is_closed) == ("close year", "adopted", True)
    assert [row.amount for row in resolution.allotments.all()] == [-600]
    assert (Activity.objects.get().approved, Fund.objects.get().approved) == (400, 400)
    assert agrees()
    with pytest.raises(Refused, match="This year is closed"):
        close()


def test_close_year_says_what_is_missing_with_numbers(
    plan: Plan, expense: Expense, oversight: User, admin: User, close: Callable[..., Resolution]
) -> None:
    returned = ExpenseFactory.create(activity=expense.activity, logged_by=expense.logged_by)
    return_expense(expense=returned, reason="Falta la nota", by=oversight)
    exceptional = exceptional_activity(plan, Decimal(500))
    void = ExpenseFactory.create(activity=exceptional, amount=Decimal(200), logged_by=expense.logged_by)
    with pytest.raises(Refused) as refusal:
        close()
    assert str(refusal.value).replace("\xa0", " ") == (
        "The year can't be closed yet: 2 activities lack their report, 2 expenses wait to be checked, 1 returned "
        "expense isn't corrected and 200.00 MXN spent by exception isn't ratified."
    )
    void_expense(expense=void, reason="Error", by=admin)
    assert not unfinished(plan).unratified
    assert not Resolution.objects.filter(kind="close year").exists()
    assert agrees()


def test_close_year_without_a_majority_leaves_it_open(
    plan: Plan, report: ActivityReport, close: Callable[..., Resolution]
) -> None:
    assert close(votes=Votes(20, 40)).state == "rejected"
    plan.refresh_from_db()
    assert not plan.is_closed
    assert Activity.objects.get().approved == 1000
    assert close().state == "adopted"
    assert agrees()


@pytest.mark.parametrize("missing", ["report", "check", "ratification", "vote on the draft"])
def test_plan_closed_when_reported_around_python(
    plan: Plan, activity: Activity, treasurer: User, oversight: User, missing: str
) -> None:
    if missing == "check":
        ExpenseFactory.create(activity=activity)
    if missing == "ratification":
        exceptional = exceptional_activity(plan, Decimal(500))
        check_expense(expense=ExpenseFactory.create(activity=exceptional), by=oversight)
        ActivityReportFactory.create(activity=exceptional)
    if missing == "vote on the draft":
        PlanVersionFactory.create(plan=plan)
    if missing != "report":
        ActivityReportFactory.create(activity=activity)
    closing = partial(sql, "UPDATE premiums_plan SET closed_at = now(), closed_by_id = %s", treasurer.pk)
    assert refused_by("plan_closed_when_reported", closing)


@pytest.mark.parametrize(
    ("rule", "statement"),
    [
        ("plan_fixed_once_closed", "UPDATE premiums_plan SET title = 'x'"),
        ("plan_fixed_once_closed", "UPDATE premiums_plan SET closed_at = NULL, closed_by_id = NULL"),
        ("expense_not_in_closed_year", "UPDATE premiums_expense SET source = 'x'"),
        ("activity_not_in_closed_year", "UPDATE premiums_activity SET title = 'x'"),
        ("allotment_not_in_closed_year", "DELETE FROM premiums_allotment"),
        ("plan_line_not_in_closed_year", "UPDATE premiums_planline SET budget = 1"),
        ("premium_payment_not_in_closed_year", "UPDATE premiums_premiumpayment SET amount = 1"),
        ("premium_payment_not_in_closed_year", "DELETE FROM premiums_premiumpayment"),
        ("activity_report_not_in_closed_year", "UPDATE premiums_activityreport SET next_step = 'x'"),
        ("activity_report_not_in_closed_year", "DELETE FROM premiums_activityreport"),
        ("premium_received_not_in_closed_year", "UPDATE premiums_premiumreceived SET payer = 'x'"),
        ("premium_received_not_in_closed_year", "UPDATE premiums_premiumreceived SET received_on = '2014-04-01'"),
    ],
)
def test_nothing_changes_in_a_closed_year_around_python(closed: Plan, rule: str, statement: str) -> None:
    assert closed.is_closed
    assert refused_by(rule, partial(sql, statement))


def test_nothing_is_added_to_a_closed_year_around_python(closed: Plan, activity: Activity, admin: User) -> None:
    draft = closed.versions.get()
    resolution = ResolutionFactory.create(assembly__cooperative=closed.cooperative)
    works: dict[str, Callable[[], Any]] = {
        "expense_not_in_closed_year": partial(ExpenseFactory.create, activity=activity),
        "activity_not_in_closed_year": partial(exceptional_activity, closed, Decimal(5)),
        "allotment_not_in_closed_year": partial(AllotmentFactory.create, activity=activity, resolution=resolution),
        "plan_line_not_in_closed_year": partial(PlanLineFactory.create, version=draft, activity=activity),
        "resolution_not_in_closed_year": partial(ResolutionFactory.create, assembly=resolution.assembly, plan=closed),
        "premium_received_not_in_closed_year": partial(PremiumReceivedFactory.create, fund=closed.fund),
        "plan_version_not_in_closed_year": partial(PlanVersionFactory.create, plan=closed, number=2, changes="x"),
    }
    for rule, work in works.items():
        assert refused_in_savepoint(rule, work)
    PremiumReceivedFactory.create(fund=closed.fund, received_on=dt.date(2014, 1, 1))


def refused_in_savepoint(rule: str, work: Callable[[], Any]) -> bool:
    def inside() -> None:
        with transaction.atomic():
            work()

    return refused_by(rule, inside)


def test_the_actions_say_that_the_year_is_closed(
    closed: Plan, activity: Activity, expense: Expense, treasurer: User, oversight: User, assembly: Assembly
) -> None:
    draft = closed.versions.get()
    again = {"by": treasurer}
    exceptional = {"title": "A", "category": None, "reason": "B", "authoriser": "C", "amount": Decimal(1)}
    works: list[Callable[[], Any]] = [
        partial(report_activity, activity=activity, done="yes", objective_reached="yes", **again),
        partial(add_line, version=draft, planned=planned(), **again),
        partial(draft_amendment, plan=closed, changes="x", **again),
        partial(decide_plan, version=draft, assembly=assembly, votes=CLEAR, text="x", **again),
        partial(spend_by_exception, plan=closed, ratify_by_on=dt.date(2014, 1, 1), **exceptional, **again),
        partial(void_expense, expense=expense, reason="x", **again),
    ]
    for work in works:
        with pytest.raises(Refused, match="This year is closed: nothing in it can be added or changed any more"):
            work()
    assert agrees()


def test_log_expense_and_correct_expense_name_the_closed_plan(
    closed: Plan, activity: Activity, cooperative: Cooperative, treasurer: User, admin: User
) -> None:
    fund = closed.fund
    later = PlanFactory.create(fund=fund, starts_on=dt.date(2014, 1, 1), ends_on=dt.date(2014, 12, 31))
    open_one = approved_activity(cooperative, Decimal(1000), by=admin, plan=later)
    entry = logging(open_one, treasurer)()[0]
    moved = {"amount": Decimal(5), "spent_on": entry.spent_on, "payee": "A", "purpose": "B", "by": treasurer}
    for work in (
        logging(activity, treasurer),
        partial(correct_expense, expense=entry, activity=activity, **moved),
    ):
        with pytest.raises(Refused, match=f"“{closed.title}” was closed on .*: nothing in it can be added or changed"):
            work()


def test_close_year_waits_for_an_open_draft(
    plan: Plan, report: ActivityReport, treasurer: User, close: Callable[..., Resolution]
) -> None:
    draft = PlanVersionFactory.create(plan=plan)
    with pytest.raises(Refused, match="a draft of the plan is still open"):
        close()
    withdraw_draft(version=draft, by=treasurer)
    assert close().state == "adopted"
    assert agrees()


# At the same moment


def logging(activity: Activity, by: User) -> Callable[[], Any]:
    return lambda: log_expense(
        activity=activity,
        amount=Decimal(100),
        spent_on=dt.date(2013, 6, 1),
        payee="Ferretería",
        purpose="Láminas",
        form_key=uuid.uuid4(),
        by=by,
    )


@pytest.mark.django_db(transaction=True)
def test_closing_and_logging_at_once_never_leaves_an_open_entry_in_a_closed_year(
    cooperative: Cooperative, treasurer: User, admin: User
) -> None:
    fund, outcomes = FundFactory.create(cooperative=cooperative), set()
    for year in range(2001, 2007):
        period = {"starts_on": dt.date(year, 1, 1), "ends_on": dt.date(year, 12, 31)}
        plan = PlanFactory.create(fund=fund, title=f"Plan {year}", **period)
        rows = [approved_activity(cooperative, Decimal(1000), by=admin, plan=plan) for _ in range(3)]
        for row in rows:
            ActivityReportFactory.create(activity=row)
        assembly = AssemblyFactory.create(cooperative=cooperative)
        closing = partial(close_year, plan=plan, assembly=assembly, votes=CLEAR, text="Se cierra", by=treasurer)
        answers = at_once([*(logging(row, treasurer) for row in reversed(rows)), closing])
        assert all(not isinstance(answer, Exception) or isinstance(answer, Refused) for answer in answers)
        plan.refresh_from_db()
        outcomes.add(plan.is_closed)
        assert plan.is_closed != Expense.objects.filter(activity__plan=plan).exists()
    assert agrees()


@pytest.mark.django_db(transaction=True)
def test_closing_and_voiding_at_once_never_wait_in_a_ring(
    cooperative: Cooperative, treasurer: User, oversight: User, admin: User
) -> None:
    fund = FundFactory.create(cooperative=cooperative)
    for year in range(2001, 2007):
        plan = PlanFactory.create(fund=fund, starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31))
        row = approved_activity(cooperative, Decimal(1000), by=admin, plan=plan)
        expenses = [ExpenseFactory.create(activity=row, logged_by=treasurer) for _ in range(3)]
        for expense in expenses:
            check_expense(expense=expense, by=oversight)
        ActivityReportFactory.create(activity=row)
        assembly = AssemblyFactory.create(cooperative=cooperative)
        closing = partial(close_year, plan=plan, assembly=assembly, votes=CLEAR, text="Se cierra", by=treasurer)
        voids = [partial(void_expense, expense=expense, reason="x", by=treasurer) for expense in expenses]
        answers = at_once([*voids, closing])
        assert all(not isinstance(answer, Exception) or isinstance(answer, Refused) for answer in answers)
        plan.refresh_from_db()
        assert plan.is_closed
    assert agrees()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["action", "around Python"])
def test_premium_that_comes_in_while_the_year_is_being_closed_is_refused(
    plan: Plan, report: ActivityReport, treasurer: User, close: Callable[..., Resolution], path: str
) -> None:
    is_closing = Event()

    def closing() -> None:
        with transaction.atomic():
            close()
            is_closing.set()
            sleep(0.5)  # the other one comes now: it must wait for this transaction, not overlook it

    def receiving() -> Any:
        assert is_closing.wait(20)
        if path == "action":
            terms = {"received_on": dt.date(2013, 6, 1), "payer": "Comprador", "amount": Decimal(100)}
            return record_premium(cooperative=plan.cooperative, by=treasurer, **terms)
        return PremiumReceivedFactory.create(fund=plan.fund, received_on=dt.date(2013, 6, 1))

    answers = at_once([closing, receiving])
    plan.refresh_from_db()
    assert plan.is_closed
    assert [type(answer) for answer in answers if answer] == [Refused if path == "action" else IntegrityError]
    assert not plan.fund.premium_received.exists()
    assert agrees()


@pytest.mark.django_db(transaction=True)
def test_closing_and_receiving_at_once_never_wait_in_a_ring(
    cooperative: Cooperative, treasurer: User, admin: User
) -> None:
    fund = FundFactory.create(cooperative=cooperative)
    for year in range(2001, 2007):
        plan = PlanFactory.create(fund=fund, starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31))
        ActivityReportFactory.create(activity=approved_activity(cooperative, Decimal(10), by=admin, plan=plan))
        assembly = AssemblyFactory.create(cooperative=cooperative)
        closing = partial(close_year, plan=plan, assembly=assembly, votes=CLEAR, text="Se cierra", by=treasurer)
        terms = {"received_on": dt.date(year, 6, 1), "payer": "Comprador"}
        receiving = [
            partial(record_premium, cooperative=cooperative, amount=Decimal(amount), by=treasurer, **terms)
            for amount in (100, 200, 300)
        ]
        answers = at_once([*receiving, closing])
        assert all(not isinstance(answer, Exception) or isinstance(answer, Refused) for answer in answers)
        plan.refresh_from_db()
        assert plan.is_closed
    assert agrees()


# Pages


def report_page(activity: Activity) -> str:
    return reverse("premiums:activity_report_update", args=[activity.cooperative.slug, activity.pk])


def close_page(plan: Plan) -> str:
    return reverse("premiums:year_close", args=[plan.cooperative.slug, plan.pk])


VOTE = {"votes_for": 50, "votes_against": 6, "majority": "simple", "text": "Se cierra el año."}


def test_activity_report_update_keeps_what_became_of_it(
    signed_in: Client, activity: Activity, expense: Expense
) -> None:
    assert "400.00" in signed_in.get(report_page(activity)).content.decode()
    signed_in.post(report_page(activity), {"done": "partly", "reason": "Llovió", "objective_reached": "no"})
    assert ActivityReport.objects.get().reason == "Llovió"
    assert "Llovió" in signed_in.get(report_page(activity)).content.decode()


def test_activity_report_update_needs_the_reason(signed_in: Client, activity: Activity) -> None:
    response = signed_in.post(report_page(activity), {"done": "no", "objective_reached": "no"})
    assert response.status_code == 422
    assert "Say why the activity was not carried out in full" in response.content.decode()


def test_year_close_lists_what_is_missing_with_links(signed_in: Client, plan: Plan, expense: Expense) -> None:
    page = signed_in.get(close_page(plan)).content.decode()
    assert report_page(expense.activity) in page
    assert "state=logged" in page
    assert 'name="votes_for"' not in page


def test_year_close_refuses_while_something_is_missing(
    signed_in: Client, plan: Plan, expense: Expense, assembly: Assembly
) -> None:
    response = signed_in.post(close_page(plan), VOTE | {"assembly": assembly.pk})
    assert response.status_code == 422
    assert "1 activity lacks its report" in response.content.decode()
    plan.refresh_from_db()
    assert not plan.is_closed


def test_year_close_closes_it(signed_in: Client, plan: Plan, report: ActivityReport, assembly: Assembly) -> None:
    assert 'name="votes_for"' in signed_in.get(close_page(plan)).content.decode()
    response = signed_in.post(close_page(plan), VOTE | {"assembly": assembly.pk}, follow=True)
    plan.refresh_from_db()
    assert plan.is_closed
    assert "closed" in response.content.decode()
    response = signed_in.get(close_page(plan), follow=True)
    assert "This year is closed" in response.content.decode()


def test_year_close_voted_down_says_which_number_is_missing(
    signed_in: Client, plan: Plan, report: ActivityReport, assembly: Assembly
) -> None:
    typed = VOTE | {"assembly": assembly.pk, "votes_for": 30, "votes_against": 30}
    response = signed_in.post(close_page(plan), typed, follow=True)
    assert "30 for, 30 against; more for than against is needed" in response.content.decode()


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["year_close", "activity_report_update"])
def test_the_year_of_another_cooperative_is_not_found(signed_in: Client, activity: Activity, view: str) -> None:
    address = close_page(activity.plan) if view == "year_close" else report_page(activity)
    assert signed_in.get(address).status_code == signed_in.post(address).status_code == 404


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_closing_is_forbidden_to_who_only_reads(
    client: Client, request: pytest.FixtureRequest, activity: Activity, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    for address in (close_page(activity.plan), report_page(activity)):
        assert client.get(address).status_code == client.post(address).status_code == 403


def test_closing_refuses_other_methods(signed_in: Client, activity: Activity) -> None:
    for address in (close_page(activity.plan), report_page(activity)):
        assert signed_in.put(address).status_code == 405
