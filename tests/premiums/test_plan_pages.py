"""The pages of the plans: drafting, the vote, amendments."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative, User
from premiums.actions.close_year import close_year, report_activity
from premiums.actions.decide_plan import decide_plan
from premiums.actions.draft_plan import add_line, change_line, draft_amendment, draft_plan
from premiums.models import Activity, Assembly, Category, Fund, Plan, PlanLine, PlanVersion, Resolution
from tests.factories import (
    AssemblyFactory,
    AssemblyRuleFactory,
    CategoryFactory,
    ExpenseFactory,
    FundFactory,
    PlanFactory,
    PlanLineFactory,
    PlanVersionFactory,
    PremiumReceivedFactory,
    approved_activity,
    exceptional_activity,
)
from tests.premiums.test_plans import CLEAR, agrees, planned

pytestmark = pytest.mark.django_db

VOTE = {"votes_for": 50, "votes_against": 6, "votes_abstained": 3, "majority": "simple", "text": "Se aprueba."}


def page(view: str, *keys: Any) -> str:
    return reverse(f"premiums:{view}", args=["triunfo", *keys])


@pytest.fixture
def category() -> Category:
    return CategoryFactory.create(counts_to_quality=True, name_es="Producción")


@pytest.fixture
def plan(cooperative: Cooperative, treasurer: User) -> Plan:
    return draft_plan(
        cooperative=cooperative,
        title="Plan 2013",
        starts_on=dt.date(2013, 1, 1),
        ends_on=dt.date(2013, 12, 31),
        by=treasurer,
    )


@pytest.fixture
def line(plan: Plan, category: Category, treasurer: User) -> PlanLine:
    return add_line(version=plan.versions.get(), planned=planned(category=category), by=treasurer)


@pytest.fixture
def assembly(cooperative: Cooperative) -> Assembly:
    return AssemblyFactory.create(cooperative=cooperative)


@pytest.fixture
def live(line: PlanLine, assembly: Assembly, treasurer: User) -> PlanVersion:
    decide_plan(version=line.version, assembly=assembly, votes=CLEAR, text="Se aprueba", by=treasurer)
    return PlanVersion.objects.get()


@pytest.fixture
def typed(category: Category) -> dict[str, Any]:
    return {
        "title": "Vivero",
        "objective": "Renovar cafetales",
        "category": category.pk,
        "starts_on": "2013-02-01",
        "ends_on": "2013-09-30",
        "responsible": "Comité técnico",
        "budget": "12,500.50",
    }


def test_plan_create_starts_a_plan_with_its_draft(signed_in: Client, cooperative: Cooperative) -> None:
    initial = signed_in.get(page("plan_create")).context["form"].initial
    assert initial["starts_on"] == dt.date(cooperative.today().year, 1, 1)
    period = {"starts_on": "2013-01-01", "ends_on": "2013-12-31"}
    signed_in.post(page("plan_create"), {"title": "Plan 2013", **period})
    plan = Plan.objects.get()
    assert (plan.cooperative, plan.versions.get().state, plan.fund.currency) == (cooperative, "draft", "MXN")
    again = signed_in.post(page("plan_create"), {"title": "Otro", **period})
    assert again.status_code == 422
    assert "already covers Jan 1, 2013 to Dec 31, 2013" in again.content.decode()
    backward = signed_in.post(page("plan_create"), {"title": "X", "starts_on": "2015-02-01", "ends_on": "2015-01-01"})
    assert "The end lies before the start" in backward.content.decode()


def test_plan_create_proposes_the_year_after_the_last_plan(signed_in: Client, cooperative: Cooperative) -> None:
    year = cooperative.today().year
    PlanFactory.create(fund=FundFactory.create(cooperative=cooperative), ends_on=dt.date(year, 12, 31))
    assert signed_in.get(page("plan_create")).context["form"].initial["ends_on"] == dt.date(year + 1, 12, 31)


def test_plan_line_create_adds_an_activity(signed_in: Client, plan: Plan, typed: dict[str, Any]) -> None:
    assert signed_in.get(page("plan_line_create", plan.pk)).context["form"].initial["starts_on"] == plan.starts_on
    response = signed_in.post(page("plan_line_create", plan.pk), typed)
    assert response["Location"] == page("plan_detail", plan.pk)
    line = PlanLine.objects.get()
    assert (line.budget, line.quality_percent, line.expected_women) == (Decimal("12500.50"), 100, None)
    assert "Vivero" in signed_in.get(page("plan_detail", plan.pk)).content.decode()
    assert signed_in.post(page("plan_line_create", plan.pk), typed | {"another": ""})["Location"] == page(
        "plan_line_create", plan.pk
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"budget": "mil"}, "Write the amount in figures"),
        ({"budget": "-5"}, "amount"),
        ({"budget": "20 USD"}, "The amount is asked in MXN"),
        ({"ends_on": "2013-01-01"}, "The end lies before the start"),
        ({"quality_percent": "101"}, "It can be at most 100."),
        ({"objective": " "}, "This field is required"),
        ({"responsible": ""}, "This field is required"),
        ({"expected_women": "x"}, "Enter a whole number"),
    ],
)
def test_plan_line_create_says_what_is_wrong(
    signed_in: Client, plan: Plan, typed: dict[str, Any], wrong: dict[str, Any], sentence: str
) -> None:
    response = signed_in.post(page("plan_line_create", plan.pk), typed | wrong)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not PlanLine.objects.exists()


def test_plan_line_update_changes_it(signed_in: Client, line: PlanLine, typed: dict[str, Any]) -> None:
    assert 'value="1,000.00"' in signed_in.get(page("plan_line_update", line.pk)).content.decode()
    signed_in.post(page("plan_line_update", line.pk), typed | {"budget": "", "quality_percent": "12.5"})
    line.refresh_from_db()
    assert (line.title, line.budget, line.quality_percent) == ("Vivero", 0, Decimal("12.5"))


def test_plan_line_delete_takes_it_out(signed_in: Client, line: PlanLine) -> None:
    response = signed_in.post(page("plan_line_delete", line.pk), follow=True)
    assert not PlanLine.objects.exists()
    assert "Taken out of the draft" in response.content.decode()


def test_plan_line_create_update_and_delete_stop_at_an_approved_version(
    signed_in: Client, live: PlanVersion, typed: dict[str, Any]
) -> None:
    line = live.lines.get()
    for address in (page("plan_line_create", live.plan_id), page("plan_line_update", line.pk)):
        assert "no open draft" in signed_in.post(address, typed, follow=True).content.decode()
    assert (
        "draft an amendment instead" in signed_in.post(page("plan_line_delete", line.pk), follow=True).content.decode()
    )
    assert live.lines.get().budget == 1000


def test_plan_decide_releases_the_money(signed_in: Client, line: PlanLine, assembly: Assembly) -> None:
    PremiumReceivedFactory.create(fund=line.version.plan.fund, amount=Decimal(700))
    text = signed_in.get(page("plan_decide", line.version.plan_id)).content.decode()
    assert "300.00" in text  # more than is left of what was received
    assert "The assembly may decide so" in text
    response = signed_in.post(page("plan_decide", line.version.plan_id), VOTE | {"assembly": assembly.pk}, follow=True)
    assert "Adopted. The plan is in force" in response.content.decode()
    assert Activity.objects.get().approved == 1000
    assert agrees()


def test_plan_decide_fills_in_the_usual_majority(signed_in: Client, line: PlanLine, assembly: Assembly) -> None:
    AssemblyRuleFactory.create(cooperative=assembly.cooperative, majority="two thirds")
    form = signed_in.get(page("plan_decide", line.version.plan_id)).context["form"]
    assert form.initial["majority"] == "two thirds"
    assert "Plan 2013" in form.initial["text"]


@pytest.mark.parametrize(
    ("came", "votes", "sentence"),
    [(48, {"votes_for": 40}, "51 of 100 needed, 48 came"), (60, {"votes_against": 50}, "more for than against")],
)
def test_plan_decide_without_quorum_or_majority_says_which_number_is_missing(
    signed_in: Client, line: PlanLine, cooperative: Cooperative, came: int, votes: dict[str, int], sentence: str
) -> None:
    assembly = AssemblyFactory.create(cooperative=cooperative, present_women=0, present_men=came)
    typed = VOTE | {"votes_against": 0, "votes_abstained": "", "assembly": assembly.pk} | votes
    if came == 60:
        typed |= {"votes_for": 10}
    response = signed_in.post(page("plan_decide", line.version.plan_id), typed, follow=True)
    assert sentence in response.content.decode()
    assert Resolution.objects.get().state == "rejected"
    assert Fund.objects.get().approved == 0


def test_plan_decide_refuses_more_votes_than_people(signed_in: Client, line: PlanLine, assembly: Assembly) -> None:
    typed = VOTE | {"assembly": assembly.pk, "votes_blank": 2}
    response = signed_in.post(page("plan_decide", line.version.plan_id), typed)
    assert response.status_code == 422
    assert "61 votes are more than the 60 people present" in response.content.decode()


def test_plan_decide_takes_no_assembly_of_another_cooperative(signed_in: Client, line: PlanLine) -> None:
    AssemblyFactory.create(cooperative=line.cooperative)
    foreign = AssemblyFactory.create()
    response = signed_in.post(page("plan_decide", line.version.plan_id), VOTE | {"assembly": foreign.pk})
    assert response.status_code == 422
    assert not Resolution.objects.exists()


def test_plan_decide_without_an_assembly_leads_to_recording_one(signed_in: Client, line: PlanLine) -> None:
    text = signed_in.get(page("plan_decide", line.version.plan_id)).content.decode()
    assert "Record the assembly first" in text
    assert f"{page('assembly_create')}?next={page('plan_decide', line.version.plan_id)}" in text


def test_plan_decide_and_amend_of_a_plan_without_a_draft(signed_in: Client, live: PlanVersion) -> None:
    response = signed_in.get(page("plan_decide", live.plan_id), follow=True)
    assert "This plan has no open draft" in response.content.decode()


def test_plan_amend_copies_what_is_in_force(signed_in: Client, live: PlanVersion) -> None:
    assert signed_in.get(page("plan_amend", live.plan_id)).status_code == 200
    empty = signed_in.post(page("plan_amend", live.plan_id), {"changes": " "})
    assert empty.status_code == 422
    signed_in.post(page("plan_amend", live.plan_id), {"changes": "Subió la renta"})
    draft = PlanVersion.objects.get(state="draft")
    assert (draft.changes, draft.lines.get().budget) == ("Subió la renta", 1000)
    twice = signed_in.post(page("plan_amend", live.plan_id), {"changes": "Otra vez"})
    assert "already has a draft" in twice.content.decode()


def test_plan_detail_shows_what_changed_between_versions(
    signed_in: Client, live: PlanVersion, assembly: Assembly, treasurer: User
) -> None:
    draft = draft_amendment(plan=live.plan, changes="Subió la renta", by=treasurer)
    change_line(line=draft.lines.get(), planned=planned(budget=Decimal(1500)), by=treasurer)
    decide_plan(version=draft, assembly=assembly, votes=CLEAR, text="Sí", by=treasurer)
    text = signed_in.get(page("plan_detail", live.plan_id)).content.decode()
    assert "Subió la renta" in text
    assert "becomes" in text
    assert "1,500.00" in text
    assert page("assembly_detail", assembly.pk) in text
    assert page("plan_amend", live.plan_id) in text


def test_plan_detail_of_a_closed_year_offers_no_change(
    signed_in: Client, live: PlanVersion, assembly: Assembly, treasurer: User
) -> None:
    report_activity(activity=Activity.objects.get(), done="yes", objective_reached="yes", by=treasurer)
    close_year(plan=live.plan, assembly=assembly, votes=CLEAR, text="Se cierra", by=treasurer)
    text = signed_in.get(page("plan_detail", live.plan_id)).content.decode()
    assert "Nothing in this year can be added or changed" in text
    for view in ("plan_amend", "exception_create", "year_close", "plan_line_create"):
        assert page(view, live.plan_id) not in text
    amended = signed_in.post(page("plan_amend", live.plan_id), {"changes": "x"})
    assert "This year is closed" in amended.content.decode()


def test_plan_withdraw_says_what_happens_and_gives_the_draft_up(signed_in: Client, line: PlanLine) -> None:
    plan = line.version.plan
    asked = signed_in.get(page("plan_withdraw", plan.pk))
    assert "no money moves" in asked.content.decode()
    assert plan.versions.get().state == "draft"
    done = signed_in.post(page("plan_withdraw", plan.pk), {"withdraw": "yes"}, follow=True)
    assert plan.versions.get().state == "withdrawn"
    assert "The draft is withdrawn" in done.content.decode()
    assert "withdrawn by" in done.content.decode()
    again = signed_in.post(page("plan_withdraw", plan.pk), {"withdraw": "yes"}, follow=True)
    assert "has no open draft" in again.content.decode()


PLAN_VIEWS = ("plan_detail", "plan_amend", "plan_decide", "plan_withdraw", "plan_line_create")


def addresses(line: PlanLine) -> dict[str, str]:
    keyed = {view: page(view, line.version.plan_id) for view in PLAN_VIEWS}
    keyed |= {view: page(view, line.pk) for view in ("plan_line_update", "plan_line_delete")}
    return keyed | {view: page(view) for view in ("plan_list", "plan_create")}


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize(
    "view", ["plan_list", "plan_create", "plan_detail", "plan_amend", "plan_decide", "plan_withdraw"]
)
def test_plans_of_another_cooperative_are_not_found(signed_in: Client, line: PlanLine, view: str) -> None:
    assert signed_in.get(addresses(line)[view]).status_code == 404


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["plan_line_create", "plan_line_update", "plan_line_delete"])
def test_plan_lines_of_another_cooperative_are_not_found(signed_in: Client, line: PlanLine, view: str) -> None:
    assert signed_in.post(addresses(line)[view]).status_code == 404
    other = reverse(f"premiums:{view}", args=["vecina", line.version.plan_id if view.endswith("create") else line.pk])
    assert signed_in.post(other).status_code == 404
    assert PlanLine.objects.exists()


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_plans_are_read_only_to_who_keeps_no_premium(
    client: Client, request: pytest.FixtureRequest, line: PlanLine, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    every = addresses(line)
    read = [every.pop("plan_list"), every.pop("plan_detail")]
    for address in every.values():
        assert client.post(address, VOTE).status_code == 403
    for address in read:
        text = client.get(address).content.decode()
        assert not [one for one in every.values() if one in text]


def test_plans_refuse_other_methods(signed_in: Client, line: PlanLine) -> None:
    every = addresses(line)
    for view in ("plan_list", "plan_detail"):
        assert signed_in.post(every.pop(view)).status_code == 405
    assert signed_in.get(every.pop("plan_line_delete")).status_code == 405
    for address in every.values():
        assert signed_in.put(address).status_code == 405


def test_plan_list_without_any_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No plan yet" in signed_in.get(page("plan_list")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_plan_list_asks_the_same_number_of_queries(
    signed_in: Client,
    cooperative: Cooperative,
    admin: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    fund = FundFactory.create(cooperative=cooperative)
    for year in range(2010, 2010 + rows):
        plan = PlanFactory.create(fund=fund, starts_on=dt.date(year, 1, 1), ends_on=dt.date(year, 12, 31))
        approved_activity(cooperative, Decimal(5), by=admin, plan=plan)
        PlanVersionFactory.create(plan=plan)
    with django_assert_num_queries(9):
        signed_in.get(page("plan_list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_plan_detail_asks_the_same_number_of_queries(
    signed_in: Client,
    live: PlanVersion,
    admin: User,
    treasurer: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    draft = draft_amendment(plan=live.plan, changes="Más", by=treasurer)
    for _ in range(rows):
        PlanLineFactory.create(version=draft)
        ExpenseFactory.create(activity=exceptional_activity(live.plan, Decimal(500)))
        row = approved_activity(live.cooperative, Decimal(5), by=admin, plan=live.plan)
        report_activity(activity=row, done="yes", objective_reached="yes", by=treasurer)
    with django_assert_num_queries(11):
        signed_in.get(page("plan_detail", live.plan_id))


@pytest.mark.parametrize("view", ["plan_decide", "plan_line_create", "year_close", "exception_create"])
def test_forms_of_a_plan_ask_at_most_twelve_queries(
    signed_in: Client, line: PlanLine, assembly: Assembly, view: str, django_assert_max_num_queries: partial[Any]
) -> None:
    with django_assert_max_num_queries(12):
        assert signed_in.get(page(view, line.version.plan_id)).status_code == 200
