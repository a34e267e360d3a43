"""What the forms of the premium have in common: choices, numbers as they were typed, refusals told once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cooperatives.models import Cooperative, User
from premiums.forms.sales import RatioField, WeightField
from premiums.models import Activity, Expense
from tests.factories import (
    ActivityReportFactory,
    FundFactory,
    PlanFactory,
    PlanVersionFactory,
    PremiumPaymentFactory,
    SaleFactory,
    approved_activity,
)

pytestmark = pytest.mark.django_db


@pytest.mark.as_person("treasurer")
@pytest.mark.parametrize("page", ["fund", "statement"])
def test_without_a_fund_the_page_leads_to_the_first_plan(
    signed_in: Client, cooperative: Cooperative, page: str
) -> None:
    response = signed_in.get(reverse(f"premiums:{page}", args=[cooperative.slug]))
    assert reverse("premiums:plan_create", args=[cooperative.slug]) in response.content.decode()


@pytest.mark.as_person("manager")
@pytest.mark.parametrize("page", ["fund", "statement"])
def test_without_a_fund_who_keeps_no_premium_is_led_nowhere(
    signed_in: Client, cooperative: Cooperative, page: str
) -> None:
    response = signed_in.get(reverse(f"premiums:{page}", args=[cooperative.slug]))
    assert reverse("premiums:plan_create", args=[cooperative.slug]) not in response.content.decode()


@pytest.mark.as_person("treasurer")
def test_dollars_come_first_then_the_currency_of_the_fund(signed_in: Client, cooperative: Cooperative) -> None:
    FundFactory.create(cooperative=cooperative)
    form = signed_in.get(reverse("premiums:premium_received_create", args=[cooperative.slug])).context["form"]
    assert [code for code, _label in form.fields["currency"].choices][:2] == ["USD", "MXN"]


@pytest.mark.as_person("treasurer")
def test_a_refusal_is_told_once(signed_in: Client, cooperative: Cooperative) -> None:
    plan = PlanFactory.create(fund__cooperative=cooperative)
    dates = {"starts_on": plan.starts_on.isoformat(), "ends_on": plan.ends_on.isoformat()}
    response = signed_in.post(reverse("premiums:plan_create", args=[cooperative.slug]), {"title": "Otro", **dates})
    assert response.status_code == 422
    assert response.content.decode().count("A co-op has one plan for a period") == 1


@pytest.mark.as_person("treasurer")
def test_a_line_can_be_saved_and_another_added(signed_in: Client, cooperative: Cooperative) -> None:
    draft = PlanVersionFactory.create(plan__fund__cooperative=cooperative)
    response = signed_in.get(reverse("premiums:plan_line_create", args=[cooperative.slug, draft.plan_id]))
    assert 'name="another"' in response.content.decode()


def close(activity: Activity, by: User) -> None:
    """Close the year of the activity, by way of the rows."""
    ActivityReportFactory.create(activity=activity)
    plan = activity.plan
    plan.closed_by, plan.closed_at = by, timezone.now()
    plan.save(update_fields=["closed_by", "closed_at"])


@pytest.mark.as_person("treasurer")
def test_spending_in_a_year_closed_meanwhile_is_told_so(signed_in: Client, activity: Activity, treasurer: User) -> None:
    close(activity, treasurer)
    typed = {
        "activity": activity.pk,
        "amount": "10",
        "payee": "Tienda",
        "purpose": "Costales",
        "spent_on": "2013-06-01",
    }
    response = signed_in.post(reverse("premiums:expense_create", args=[activity.cooperative.slug]), typed)
    assert response.status_code == 422
    assert response.context["form"].errors["activity"] == [
        "This year is closed: nothing in it can be added or changed any more."
    ]
    assert not Expense.objects.exists()


@pytest.mark.as_person("treasurer")
def test_activities_of_two_plans_say_which_plan_newest_first(
    signed_in: Client, cooperative: Cooperative, activity: Activity, admin: User
) -> None:
    later = PlanFactory.create(fund=activity.fund, title="Plan 2014", starts_on="2014-01-01", ends_on="2014-12-31")
    approved_activity(cooperative, Decimal(500), by=admin, plan=later, title=activity.title)
    form = signed_in.get(reverse("premiums:expense_create", args=[cooperative.slug])).context["form"]
    first, second = [label for _key, label in form.fields["activity"].choices]
    assert f"{activity.title} (Plan 2014)" in first
    assert f"{activity.title} (Plan 2013)" in second


@pytest.mark.parametrize(("kept", "shown"), [("69.00", "69"), ("69.50", "69.5"), ("18975.00", "18,975")])
def test_a_weight_is_shown_without_decimals_nobody_typed(kept: str, shown: str) -> None:
    field = WeightField(largest=99999)
    assert field.prepare_value(Decimal(kept)) == shown
    assert field.clean(shown) == Decimal(kept)
    assert field.prepare_value(" 69,00") == " 69,00"


@pytest.mark.parametrize(("kept", "shown"), [("1.5500", "1.55"), ("1.4000", "1.40"), ("1.4525", "1.4525")])
def test_a_price_is_shown_without_decimals_nobody_typed(kept: str, shown: str) -> None:
    field = RatioField(decimals=4, example="1.4525")
    assert field.prepare_value(Decimal(kept)) == shown
    assert field.clean(shown) == Decimal(kept)


@pytest.mark.as_person("treasurer")
@pytest.mark.parametrize("paid", [False, True])
def test_the_premium_of_a_sale_is_the_main_step_only_while_it_is_missing(
    signed_in: Client, cooperative: Cooperative, paid: bool
) -> None:
    sale = SaleFactory.create(cooperative=cooperative)
    if paid:
        PremiumPaymentFactory.create(sale=sale)
    page = signed_in.get(reverse("premiums:sale_detail", args=[cooperative.slug, sale.pk])).content.decode()
    address = f"{reverse('premiums:premium_received_create', args=[cooperative.slug])}?sale={sale.pk}"
    assert f'<a class="btn{"" if paid else " btn-primary"}" href="{address}">' in page
