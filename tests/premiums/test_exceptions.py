"""Exceptional spending: authorised with a reason, red until an assembly ratifies it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from config.errors import Refused
from cooperatives.models import Cooperative, User
from premiums.actions.log_expense import log_expense
from premiums.actions.spend_by_exception import ratify, spend_by_exception
from premiums.models import Activity, Assembly, Category, Fund, Plan, Resolution
from premiums.reports.assemblies import Votes, to_ratify
from premiums.reports.plans import plan_page, plans_of
from tests.factories import (
    ActivityFactory,
    AssemblyFactory,
    CategoryFactory,
    FundFactory,
    PlanFactory,
    approved_activity,
    exceptional_activity,
)
from tests.premiums.test_plans import CLEAR, agrees, refused_by, sql

pytestmark = pytest.mark.django_db

COMPLETE = {
    "title": "Puente",
    "reason": "Se cayó el puente",
    "authoriser": "Consejo de administración",
    "amount": Decimal(900),
    "ratify_by_on": dt.date(2013, 12, 1),
}


@pytest.fixture
def plan(cooperative: Cooperative) -> Plan:
    return PlanFactory.create(fund=FundFactory.create(cooperative=cooperative))


@pytest.fixture
def category() -> Category:
    return CategoryFactory.create(counts_to_quality=True)


@pytest.fixture
def exceptional(plan: Plan, category: Category, treasurer: User) -> Activity:
    return spend_by_exception(plan=plan, category=category, by=treasurer, **COMPLETE)


@pytest.fixture
def assembly(cooperative: Cooperative) -> Assembly:
    return AssemblyFactory.create(cooperative=cooperative, held_on=dt.date(2013, 11, 3))


@pytest.fixture
def spend(exceptional: Activity, treasurer: User) -> Callable[[str], Any]:
    def log(amount: str) -> Any:
        return log_expense(
            activity=exceptional,
            amount=Decimal(amount),
            spent_on=dt.date(2013, 6, 1),
            payee="Materiales",
            purpose="Vigas",
            form_key=uuid.uuid4(),
            by=treasurer,
        )

    return log


@pytest.fixture
def vote(exceptional: Activity, assembly: Assembly, treasurer: User) -> Callable[..., Resolution]:
    return partial(ratify, activity=exceptional, assembly=assembly, votes=CLEAR, text="Se ratifica.", by=treasurer)


def test_spend_by_exception_lets_money_out_up_to_what_was_authorised(
    exceptional: Activity, spend: Callable[[str], Any], cooperative: Cooperative
) -> None:
    assert exceptional.quality_percent == 100
    spend("600")
    sentence = r"300\.01.MXN is more than what is left of “.*”: 300\.00.MXN of the 900\.00.MXN authorised by exception"
    with pytest.raises(Refused, match=sentence):
        spend("300.01")
    assert [row.unratified for row in to_ratify(cooperative)] == [600]
    assert Fund.objects.get().unratified == 600
    assert agrees()


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"reason": " "}, "Say why it could not wait"),
        ({"authoriser": ""}, "Say who authorised it"),
        ({"amount": Decimal(0)}, "needs its reason, who authorised it, the amount"),
    ],
)
def test_spend_by_exception_needs_reason_authoriser_and_amount(
    plan: Plan, category: Category, treasurer: User, missing: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        spend_by_exception(plan=plan, category=category, by=treasurer, **(COMPLETE | missing))
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    "change", ["exceptional_reason = ''", "authoriser = ''", "ratify_by_on = NULL", "authorised_amount = NULL"]
)
def test_activity_exception_complete_around_python(exceptional: Activity, change: str) -> None:
    assert refused_by("activity_exception_complete", partial(sql, f"UPDATE premiums_activity SET {change}"))


def test_an_ordinary_activity_can_not_be_made_exceptional(plan: Plan) -> None:
    ActivityFactory.create(plan=plan)
    change = (
        "UPDATE premiums_activity SET is_exceptional = true, authorised_amount = 5, ratify_by_on = now(), "
        "exceptional_reason = 'x', authoriser = 'x'"
    )
    assert refused_by("activity_stays", partial(sql, change))


def test_ratify_approves_what_was_spent(
    exceptional: Activity, spend: Callable[[str], Any], vote: Callable[..., Resolution], cooperative: Cooperative
) -> None:
    spend("600")
    resolution = vote()
    exceptional.refresh_from_db()
    assert (resolution.kind, resolution.state) == ("ratify", "adopted")
    assert (exceptional.approved, exceptional.unratified) == (600, 0)
    assert Fund.objects.get().unratified == 0
    assert not to_ratify(cooperative)
    with pytest.raises(Refused, match="Nothing of “Puente” waits to be ratified"):
        vote()
    spend("100")
    assert [row.unratified for row in to_ratify(cooperative)] == [100]
    vote(whole=True)
    exceptional.refresh_from_db()
    assert exceptional.approved == 900
    assert agrees()


def test_ratify_before_anything_is_spent_approves_the_authorised_amount(
    exceptional: Activity, vote: Callable[..., Resolution]
) -> None:
    vote()
    exceptional.refresh_from_db()
    assert (exceptional.approved, exceptional.left) == (900, 900)
    assert agrees()


def test_ratify_voted_down_stays_unratified(
    exceptional: Activity, spend: Callable[[str], Any], vote: Callable[..., Resolution], cooperative: Cooperative
) -> None:
    spend("600")
    assert vote(votes=Votes(10, 50)).state == "rejected"
    assert list(to_ratify(cooperative)) == [exceptional]
    assert agrees()


def test_ratify_refuses_an_ordinary_activity(activity: Activity, assembly: Assembly, treasurer: User) -> None:
    with pytest.raises(Refused, match="waits to be ratified"):
        ratify(activity=activity, assembly=assembly, votes=CLEAR, text="Sí", by=treasurer)


# Pages

TYPED = {
    "title": "Puente",
    "reason": "Se cayó el puente",
    "authoriser": "Consejo",
    "amount": "900",
    "ratify_by_on": "2013-12-01",
}


def create_page(plan: Plan) -> str:
    return reverse("premiums:exception_create", args=[plan.cooperative.slug, plan.pk])


def ratify_page(activity: Activity) -> str:
    return reverse("premiums:exception_ratify", args=[activity.cooperative.slug, activity.pk])


def test_exception_create_opens_the_activity(signed_in: Client, plan: Plan, category: Category) -> None:
    assert "900" not in signed_in.get(create_page(plan)).content.decode()
    response = signed_in.post(create_page(plan), TYPED | {"category": category.pk}, follow=True)
    activity = Activity.objects.get()
    assert (activity.authorised_amount, activity.category, activity.is_exceptional) == (900, category, True)
    text = response.content.decode()
    assert "Puente" in text
    assert "to be ratified by Dec 1, 2013" in text


@pytest.mark.parametrize("field", ["title", "reason", "authoriser", "amount", "ratify_by_on"])
def test_exception_create_needs_every_field(signed_in: Client, plan: Plan, category: Category, field: str) -> None:
    response = signed_in.post(create_page(plan), TYPED | {"category": category.pk, field: ""})
    assert response.status_code == 422
    assert "This field is required" in response.content.decode()
    assert not Activity.objects.exists()


def test_exception_ratify_records_the_vote(
    signed_in: Client, exceptional: Activity, spend: Callable[[str], Any], assembly: Assembly
) -> None:
    spend("600")
    page = signed_in.get(ratify_page(exceptional)).content.decode()
    assert "600.00" in page
    typed = {"assembly": assembly.pk, "votes_for": 50, "votes_against": 10, "majority": "simple", "text": "Sí"}
    signed_in.post(ratify_page(exceptional), typed | {"covers": "spent"})
    exceptional.refresh_from_db()
    assert exceptional.approved == 600


def test_exception_ratify_voted_down_says_which_number_is_missing(
    signed_in: Client, exceptional: Activity, assembly: Assembly
) -> None:
    typed = {"assembly": assembly.pk, "votes_for": 30, "votes_against": 30, "majority": "simple", "text": "Sí"}
    response = signed_in.post(ratify_page(exceptional), typed | {"covers": "authorised"}, follow=True)
    assert "30 for, 30 against" in response.content.decode()
    assert Resolution.objects.get().state == "rejected"


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["exception_create", "exception_ratify"])
def test_exceptions_of_another_cooperative_are_not_found(signed_in: Client, exceptional: Activity, view: str) -> None:
    address = create_page(exceptional.plan) if view == "exception_create" else ratify_page(exceptional)
    assert signed_in.get(address).status_code == signed_in.post(address).status_code == 404


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_exceptions_are_forbidden_to_who_only_reads(
    client: Client, request: pytest.FixtureRequest, exceptional: Activity, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    for address in (create_page(exceptional.plan), ratify_page(exceptional)):
        assert client.get(address).status_code == client.post(address).status_code == 403


def test_exceptions_refuse_other_methods(signed_in: Client, exceptional: Activity) -> None:
    for address in (create_page(exceptional.plan), ratify_page(exceptional)):
        assert signed_in.put(address).status_code == 405


def test_exception_ratify_finds_only_exceptional_activities(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(ratify_page(activity)).status_code == 404


def test_unratified_spending_is_red_on_the_plan_and_listed_for_the_next_assembly(
    signed_in: Client, plan: Plan, cooperative: Cooperative
) -> None:
    exceptional_activity(plan, Decimal(500), title="Puente de Jaltenango")
    for view, keys in (("plan_detail", [plan.pk]), ("assembly_list", [])):
        page = signed_in.get(reverse(f"premiums:{view}", args=[cooperative.slug, *keys])).content.decode()
        assert "Puente de Jaltenango" in page
        assert "badge-bad" in page


def test_the_totals_of_a_plan_are_the_sums_of_its_rows(
    plan: Plan, exceptional: Activity, spend: Callable[[str], Any], admin: User
) -> None:
    approved_activity(plan.cooperative, Decimal(1000), by=admin, plan=plan)
    spend("400")
    page = plan_page(plan)
    assert page.totals == {"approved": 1000, "spent": 400, "left": 1500}
    assert sum(row.left for row in page.rows) == 1500
    assert [(row.approved, row.spent, row.left) for row in plans_of(plan.cooperative)] == [(1000, 400, 1500)]
