"""What needs a person: counted on their start page, by role, and listed row by row."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from cooperatives.models import Cooperative, Programme, User
from overview.reports.attention import CONCERNS, Need
from premiums.models import Activity, Expense
from tests import factories, factories_certification
from tests.factories import ExpenseFactory
from tests.factories_progress import CooperativeMilestoneFactory, IndicatorFactory, MeasurementFactory

pytestmark = pytest.mark.django_db
HOME = "/"


def needs(client: Client) -> dict[str, int]:
    found: list[Need] = client.get(HOME).context["needs"]
    return {need.key: need.count for need in found}


def returned(activity: Activity, by: User, **values: Any) -> Expense:
    expense = ExpenseFactory.create(activity=activity, **values)
    expense.state, expense.returned_reason = "returned", "The voucher can't be read."
    expense.returned_at, expense.returned_by = timezone.now(), by
    expense.save()
    return expense


def fill(cooperative: Cooperative, activity: Activity, oversight: User, rows: int) -> None:
    today, track = timezone.localdate(), factories.TrackFactory.create()
    file = factories_certification.file_in("enquiry", cooperative=cooperative)
    for number in range(rows):
        CooperativeMilestoneFactory.create(
            cooperative=cooperative, milestone__track=track, due_on=today - dt.timedelta(days=1)
        )
        indicator = IndicatorFactory.create(track=track)
        MeasurementFactory.create(cooperative=cooperative, indicator=indicator, year=2010)
        returned(activity, oversight, amount=Decimal(1))
        factories_certification.AuditFactory.create(
            file=file, state="planned", started_on=None, planned_on=today + dt.timedelta(days=number)
        )


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.as_person("manager")
def test_home_of_a_manager_counts_what_needs_them_and_leads_to_exactly_those_rows(
    signed_in: Client,
    cooperative: Cooperative,
    activity: Activity,
    oversight: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    fill(cooperative, activity, oversight, rows)
    with django_assert_num_queries(11):
        page = signed_in.get(HOME)
    found = {need.key: need for need in page.context["needs"]}
    assert {key: need.count for key, need in found.items()} == {
        "milestones": rows,
        "values": rows,
        "queried": rows,
        "audits": rows,
        "silent": 1,
    }
    for need in found.values():
        assertContains(page, f'href="{need.url}"')
        answer = signed_in.get(need.url)
        assert answer.status_code == 200
        if need.key != "values":
            assert len(answer.context["page_obj"].object_list) == need.count
    assert len(signed_in.get(found["values"].url).context["waiting"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("key", ["milestones", "queried", "audits", "silent"])
@pytest.mark.as_person("manager")
def test_attention_asks_the_same_number_of_queries(
    signed_in: Client,
    cooperative: Cooperative,
    activity: Activity,
    oversight: User,
    key: str,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    fill(cooperative, activity, oversight, rows)
    with django_assert_num_queries(6):
        signed_in.get(f"/attention/{key}/")


def test_a_person_with_two_roles_sees_what_both_need(
    client: Client, programme: Programme, cooperative: Cooperative, activity: Activity, oversight: User, treasurer: User
) -> None:
    factories.ProgrammeAssignmentFactory.create(user=oversight, programme=programme, role="manager")
    ExpenseFactory.create(activity=activity, logged_by=treasurer)
    CooperativeMilestoneFactory.create(cooperative=cooperative, due_on=dt.date(2012, 1, 1))
    client.force_login(oversight)
    assert needs(client) == {"checks": 1, "milestones": 1}
    assertContains(client.get(HOME), "Board")


def test_staff_of_two_co_ops_see_what_both_need(
    client: Client,
    cooperative: Cooperative,
    other_cooperative: Cooperative,
    activity: Activity,
    oversight: User,
    treasurer: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    factories.StaffAssignmentFactory.create(user=oversight, cooperative=other_cooperative, role="treasurer")
    other = factories.approved_activity(other_cooperative, Decimal(100), by=treasurer)
    ExpenseFactory.create(activity=activity, logged_by=treasurer)
    ExpenseFactory.create(activity=activity, logged_by=oversight)  # nobody checks their own
    returned(other, treasurer)
    returned(activity, treasurer)  # no treasurer there
    client.force_login(oversight)
    assert needs(client) == {"checks": 1, "corrections": 1}
    with django_assert_num_queries(7):
        client.get(HOME)
    page = client.get("/attention/corrections/")
    assertContains(page, other_cooperative.short_name)
    assertContains(page, "The voucher can&#x27;t be read.")
    assert len(page.context["page_obj"].object_list) == 1


def test_home_of_an_administrator_counts_co_ops_where_nobody_logs_spending(
    client: Client, admin: User, cooperative: Cooperative, programme: Programme, treasurer: User
) -> None:
    factories.EnrolmentFactory.create(programme=programme, cooperative__short_name="Sola")
    client.force_login(admin)
    assert needs(client) == {"unstaffed": 1}
    assertContains(client.get("/attention/unstaffed/"), "Sola")
    assertContains(client.get(HOME), "/admin/cooperatives/user/")


def test_a_co_op_has_reported_once_a_value_of_last_year_is_entered(
    client: Client, manager: User, cooperative: Cooperative
) -> None:
    indicator = IndicatorFactory.create()
    client.force_login(manager)
    assert needs(client) == {"silent": 1}
    MeasurementFactory.create(cooperative=cooperative, indicator=indicator, year=timezone.localdate().year - 1)
    assert "silent" not in needs(client)


@pytest.mark.as_person("manager")
def test_home_says_so_when_nothing_waits(signed_in: Client) -> None:
    assertContains(signed_in.get(HOME), "Nothing waits for you.")
    assertContains(signed_in.get("/attention/audits/"), "Nothing waits")


def test_a_funder_is_asked_for_nothing(client: Client, programme: Programme, cooperative: Cooperative) -> None:
    funder = factories.ProgrammeAssignmentFactory.create(programme=programme, role="funder").user
    CooperativeMilestoneFactory.create(cooperative=cooperative, due_on=dt.date(2012, 1, 1))
    client.force_login(funder)
    assertNotContains(client.get(HOME), "What needs you")
    assert client.get("/attention/milestones/").status_code == 403


@pytest.mark.parametrize("key", CONCERNS)
def test_attention_shows_nothing_of_a_co_op_to_an_outsider(
    client: Client, outsider: User, cooperative: Cooperative, activity: Activity, oversight: User, key: str
) -> None:
    fill(cooperative, activity, oversight, 1)
    client.force_login(outsider)
    answer = client.get(f"/attention/{key}/")
    assert answer.status_code == 403 or not answer.context["page_obj"].object_list


def test_attention_of_an_unknown_kind_is_not_found(signed_in: Client) -> None:
    assert signed_in.get("/attention/nothing/").status_code == 404


def test_attention_is_read_only(signed_in: Client) -> None:
    assert signed_in.post("/attention/corrections/").status_code == 405
