"""Money and votes keep their rules in the admin, and a rule broken there is an explained answer, never an error."""

from __future__ import annotations

import datetime as dt
import io
import re
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from cooperatives.models import Cooperative, User
from premiums.actions.review_expense import check_expense, return_expense, void_expense
from premiums.models import Activity, Allotment, Assembly, Expense, Fund, Plan, PremiumReceived, Resolution, Voucher
from tests import factories
from tests.admin_pages import choose, page, refused, send, told

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


def typed(row: Activity, /, **changes: Any) -> dict[str, Any]:
    """What a person types into the form of a new expense."""
    return {
        "activity": row.pk,
        "amount": "250.50",
        "spent_on": "2013-06-01",
        "payee": "Ferretería El Cafetal",
        "purpose": "Láminas",
    } | changes


def photo(name: str = "nota.jpg") -> SimpleUploadedFile:
    """A small photo."""
    content = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def an_expense(activity: Activity, **fields: Any) -> Expense:
    """An expense somebody else logged."""
    return factories.ExpenseFactory.create(activity=activity, **fields)


# Expenses: logging ---------------------------------------------------------------------------------------------------


def test_expense_is_logged_with_its_author_and_voucher(signed_in: Client, activity: Activity, admin: User) -> None:
    data = typed(activity, purpose_es="Láminas para la bodega", **{"vouchers-0-upload": photo()})
    response = send(signed_in, page(Expense, "add"), **data)
    assert response.status_code == 302
    expense = Expense.objects.get()
    assert (expense.cooperative, expense.amount, expense.state) == (activity.cooperative, Decimal("250.50"), "logged")
    assert (expense.logged_by, expense.spent_precision, expense.purpose_es) == (admin, "day", "Láminas para la bodega")
    voucher = Voucher.objects.get()
    assert (voucher.expense, voucher.uploaded_by, voucher.original_name) == (expense, admin, "nota.jpg")
    activity.refresh_from_db()
    assert activity.spent == Decimal("250.50")


def test_expense_form_sent_twice_is_one_expense(signed_in: Client, activity: Activity) -> None:
    data = typed(activity, entry_key=str(uuid.uuid4()))
    for _time in range(2):
        assert send(signed_in, page(Expense, "add"), **data).status_code == 302
    assert Expense.objects.count() == 1


def test_overspending_is_explained_with_its_numbers(signed_in: Client, activity: Activity) -> None:
    response = send(signed_in, page(Expense, "add"), **typed(activity, amount="1000.01"))
    sentence = refused(response)
    assert "1,000.01\u00a0MXN is more than what is left" in sentence
    assert "Ferretería El Cafetal" in response.content.decode()
    assert not Expense.objects.exists()


def test_overspending_by_correction_is_explained(signed_in: Client, activity: Activity) -> None:
    expense = an_expense(activity, amount=Decimal("900"))
    response = send(signed_in, page(expense, "change"), amount="1000.01", payee="Otra ferretería")
    assert "is more than what is left" in refused(response)
    expense.refresh_from_db()
    assert (expense.amount, expense.payee) == (Decimal("900"), "Ferretería El Cafetal")


def test_future_date_is_explained(signed_in: Client, activity: Activity) -> None:
    day = activity.cooperative.today() + dt.timedelta(days=2)
    response = send(signed_in, page(Expense, "add"), **typed(activity, spent_on=day.isoformat()))
    assert "lies in the future" in refused(response)
    assert not Expense.objects.exists()


@pytest.mark.parametrize("missing", ["amount", "spent_on", "purpose", "activity"])
def test_expense_lacks_nothing(signed_in: Client, activity: Activity, missing: str) -> None:
    response = send(signed_in, page(Expense, "add"), **typed(activity, **{missing: ""}))
    assert "required" in refused(response)
    assert not Expense.objects.exists()


@pytest.mark.parametrize("amount", ["0", "-5", "99999999999999", "1e400", "NaN", "mucho"])
def test_impossible_amounts_are_explained(signed_in: Client, activity: Activity, amount: str) -> None:
    assert refused(send(signed_in, page(Expense, "add"), **typed(activity, amount=amount)))
    assert not Expense.objects.exists()


def test_historic_expense_may_lack_amount_and_date(signed_in: Client, cooperative: Cooperative) -> None:
    activity = factories.ActivityFactory.create(plan__fund=factories.FundFactory.create(cooperative=cooperative))
    data = typed(activity, amount="", spent_on="", is_historic="on")
    assert "needs its source" in refused(send(signed_in, page(Expense, "add"), **data))
    assert send(signed_in, page(Expense, "add"), **data, source="A book").status_code == 302
    expense = Expense.objects.get()
    assert (expense.amount, expense.spent_on, expense.is_historic) == (None, None, True)
    assert send(signed_in, page(expense, "change"), payee="Ferretería").status_code == 302
    expense.refresh_from_db()
    assert expense.payee == "Ferretería"


# Expenses: correcting ------------------------------------------------------------------------------------------------


def test_correction_of_a_returned_expense_waits_for_a_check_again(
    signed_in: Client, activity: Activity, oversight: User
) -> None:
    expense = an_expense(activity)
    return_expense(expense=expense, reason="Falta la fecha", by=oversight)
    assert send(signed_in, page(expense, "change"), amount="120", source="Libro de caja").status_code == 302
    expense.refresh_from_db()
    assert (expense.amount, expense.state, expense.source) == (Decimal("120"), "logged", "Libro de caja")


def test_translation_of_an_expense_is_no_correction(signed_in: Client, activity: Activity, oversight: User) -> None:
    expense = an_expense(activity)
    return_expense(expense=expense, reason="Falta la fecha", by=oversight)
    assert send(signed_in, page(expense, "change"), purpose_pt="Telhas").status_code == 302
    expense.refresh_from_db()
    assert (expense.purpose_pt, expense.state) == ("Telhas", "returned")


def test_expense_of_another_cooperative_is_explained(signed_in: Client, activity: Activity, admin: User) -> None:
    other = factories.approved_activity(factories.CooperativeFactory.create(), Decimal("500"), by=admin)
    expense = an_expense(activity)
    response = send(signed_in, page(expense, "change"), activity=other.pk)
    assert "different co-ops" in refused(response)


@pytest.mark.parametrize("state", ["checked", "voided"])
def test_checked_or_voided_expense_is_read_only_even_by_a_forged_form(
    signed_in: Client, activity: Activity, oversight: User, state: str
) -> None:
    expense = an_expense(activity)
    if state == "checked":
        check_expense(expense=expense, by=oversight)
    else:
        void_expense(expense=expense, reason="Doble", by=oversight)
    before = Expense.objects.filter(pk=expense.pk).values().get()
    opened = signed_in.get(page(expense, "change"))
    assert "can&#x27;t be changed any more" in opened.content.decode()
    assert 'name="_save"' not in opened.content.decode()
    forged = typed(activity, amount="1", state="logged", purpose_es="x", **{"vouchers-0-upload": photo()})
    response = send(signed_in, page(expense, "change"), **forged)
    assert "can't be changed any more" in refused(response)
    assert Expense.objects.filter(pk=expense.pk).values().get() == before
    assert not Voucher.objects.exists()


def test_state_author_and_origin_are_not_taken_from_a_forged_form(
    signed_in: Client, activity: Activity, treasurer: User
) -> None:
    expense = an_expense(activity)
    author = expense.logged_by
    forged = {"state": "checked", "logged_by": treasurer.pk, "checked_by": treasurer.pk, "is_historic": "on"}
    assert send(signed_in, page(expense, "change"), **forged, is_example="on").status_code == 302
    expense.refresh_from_db()
    assert (expense.state, expense.logged_by, expense.checked_by) == ("logged", author, None)
    assert not expense.is_historic
    assert not expense.is_example


def test_voucher_that_is_no_picture_is_explained(signed_in: Client, activity: Activity) -> None:
    expense = an_expense(activity)
    file = SimpleUploadedFile("nota.jpg", b"MZ not a picture", "image/jpeg")
    response = send(signed_in, page(expense, "change"), **{"vouchers-0-upload": file})
    assert "can't be read as a photo or a PDF" in refused(response)
    assert not Voucher.objects.exists()


def test_vouchers_are_shown_with_a_link_and_can_be_added(signed_in: Client, activity: Activity) -> None:
    voucher = factories.VoucherFactory.create(expense=an_expense(activity))
    url = page(voucher.expense, "change")
    assert reverse("premiums:voucher_file", args=[voucher.pk]) in signed_in.get(url).content.decode()
    assert send(signed_in, url, **{"vouchers-1-upload": photo("otra.jpg")}).status_code == 302
    assert {row.original_name for row in Voucher.objects.all()} == {"nota.jpg", "otra.jpg"}


# Expenses: deciding --------------------------------------------------------------------------------------------------


def test_expenses_are_checked_by_an_action_but_not_ones_own(signed_in: Client, activity: Activity, admin: User) -> None:
    others, own = an_expense(activity), an_expense(activity, logged_by=admin)
    response = choose(signed_in, "check_selected", others, own)
    assert "Checked: Ferretería El Cafetal" in told(response)
    assert "You logged this expense yourself" in told(response)
    others.refresh_from_db()
    own.refresh_from_db()
    assert (others.state, others.checked_by) == ("checked", admin)
    assert own.state == "logged"


@pytest.mark.parametrize(("action", "state"), [("return_selected", "returned"), ("void_selected", "voided")])
def test_returning_and_voiding_ask_for_the_reason(
    signed_in: Client, activity: Activity, admin: User, action: str, state: str
) -> None:
    expenses = [an_expense(activity), an_expense(activity)]
    response = choose(signed_in, action, *expenses)
    assert response.status_code == 200
    assert len(re.findall('name="_selected_action"', response.content.decode())) == 2
    assert "required" in choose(signed_in, action, *expenses, reason=" ").content.decode()
    assert set(Expense.objects.values_list("state", flat=True)) == {"logged"}
    response = choose(signed_in, action, *expenses, reason="Falta la nota")
    assert told(response).count("Ferretería El Cafetal") == 2
    for expense in Expense.objects.all():
        assert (expense.state, getattr(expense, f"{state}_by")) == (state, admin)
        assert getattr(expense, f"{state}_reason") == "Falta la nota"


def test_voiding_twice_is_explained(signed_in: Client, activity: Activity, oversight: User) -> None:
    expense = an_expense(activity)
    void_expense(expense=expense, reason="Doble", by=oversight)
    response = choose(signed_in, "void_selected", expense, reason="Otra vez")
    assert "is voided by now" in told(response)
    activity.refresh_from_db()
    assert activity.spent == 0


# Votes ---------------------------------------------------------------------------------------------------------------


def test_votes_beyond_presence_are_explained(signed_in: Client) -> None:
    resolution = factories.ResolutionFactory.create()
    response = send(signed_in, page(resolution, "change"), votes_for="61")
    assert "More votes than people present" in refused(response)
    resolution.refresh_from_db()
    assert resolution.votes_for == 50


def test_votes_beyond_presence_are_explained_below_the_assembly(signed_in: Client) -> None:
    assembly = factories.AssemblyFactory.create()
    new = {"resolutions-0-text": "Se aprueba", "resolutions-0-votes_for": "61", "resolutions-0-votes_against": "0",
           "resolutions-0-votes_abstained": "0", "resolutions-0-votes_blank": "0",
           "resolutions-0-majority": "simple", "resolutions-TOTAL_FORMS": "1"}  # fmt: skip
    response = send(signed_in, page(assembly, "change"), **new)
    assert "More votes than people present" in refused(response)
    assert "Se aprueba" in response.content.decode()
    assert not Resolution.objects.exists()
    assert send(signed_in, page(assembly, "change"), **new | {"resolutions-0-votes_for": "60"}).status_code == 302
    assert Resolution.objects.get().cooperative == assembly.cooperative


def test_resolution_is_adopted_by_an_action_and_releases_its_money(
    signed_in: Client, cooperative: Cooperative, admin: User
) -> None:
    activity = factories.ActivityFactory.create(plan__fund=factories.FundFactory.create(cooperative=cooperative))
    resolution = factories.ResolutionFactory.create(assembly__cooperative=cooperative)
    factories.AllotmentFactory.create(resolution=resolution, activity=activity, amount=Decimal("300"))
    assert "Adopted" in told(choose(signed_in, "adopt", resolution))
    resolution.refresh_from_db()
    activity.refresh_from_db()
    assert (resolution.state, resolution.decided_by, activity.approved) == ("adopted", admin, Decimal("300"))
    assert "can't be changed any more" in told(choose(signed_in, "reject", resolution))


def test_adopting_without_quorum_is_explained(signed_in: Client) -> None:
    good = factories.ResolutionFactory.create()
    bad = factories.ResolutionFactory.create(assembly__present_women=5, votes_for=30)
    response = choose(signed_in, "adopt", good, bad)
    assert "Adopted" in told(response)
    assert "had its quorum" in told(response)
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.state, bad.state) == ("adopted", "draft")


def test_rejecting_releases_nothing(signed_in: Client) -> None:
    resolution = factories.ResolutionFactory.create()
    assert "Rejected" in told(choose(signed_in, "reject", resolution))
    resolution.refresh_from_db()
    assert resolution.state == "rejected"


def test_state_of_a_resolution_is_not_taken_from_a_forged_form(signed_in: Client) -> None:
    resolution = factories.ResolutionFactory.create()
    assert send(signed_in, page(resolution, "change"), state="adopted", is_historic="on", source="x").status_code == 302
    resolution.refresh_from_db()
    assert (resolution.state, resolution.is_historic) == ("draft", False)


def test_decided_resolution_and_its_allotments_are_read_only(signed_in: Client, activity: Activity) -> None:
    resolution, allotment = Resolution.objects.get(), Allotment.objects.get()
    forged = {"votes_for": "1", "allotments-TOTAL_FORMS": "1", "allotments-0-amount": "5000"}
    for row, data in ((resolution, forged), (allotment, {"amount": "5000", "activity": activity.pk})):
        response = send(signed_in, page(row, "change"), **data)
        assert "can't be changed" in refused(response)
        assert signed_in.post(page(allotment, "delete"), {"post": "yes"}).status_code == 403
    resolution.refresh_from_db()
    allotment.refresh_from_db()
    assert (resolution.votes_for, allotment.amount) == (50, Decimal("1000.00"))


def test_allotment_after_the_decision_is_explained(signed_in: Client, activity: Activity) -> None:
    other = factories.ActivityFactory.create(plan=activity.plan)
    data = {"resolution": Resolution.objects.get().pk, "activity": other.pk, "amount": "10"}
    response = send(signed_in, page(Allotment, "add"), **data)
    assert "The resolution was decided" in refused(response)
    assert Allotment.objects.count() == 1


def test_allotment_below_a_draft_is_added_and_taken_away(signed_in: Client, cooperative: Cooperative) -> None:
    activity = factories.ActivityFactory.create(plan__fund=factories.FundFactory.create(cooperative=cooperative))
    resolution = factories.ResolutionFactory.create(assembly__cooperative=cooperative)
    new = {"allotments-TOTAL_FORMS": "1", "allotments-0-activity": activity.pk, "allotments-0-amount": "300"}
    assert send(signed_in, page(resolution, "change"), **new).status_code == 302
    assert Allotment.objects.get().cooperative == cooperative
    assert send(signed_in, page(resolution, "change"), **{"allotments-0-DELETE": "on"}).status_code == 302
    assert not Allotment.objects.exists()


def test_historic_resolution_releases_no_money(signed_in: Client, cooperative: Cooperative) -> None:
    activity = factories.ActivityFactory.create(plan__fund=factories.FundFactory.create(cooperative=cooperative))
    assembly = factories.AssemblyFactory.create(cooperative=cooperative)
    historic = {"assembly": assembly.pk, "text": "Se aprobó", "is_historic": "on", "source": "A book"}
    new = {"allotments-TOTAL_FORMS": "1", "allotments-0-activity": activity.pk, "allotments-0-amount": "300"}
    assert "or is historic" in refused(send(signed_in, page(Resolution, "add"), **historic, **new))
    assert send(signed_in, page(Resolution, "add"), **historic).status_code == 302
    assert "Adopted" in told(choose(signed_in, "adopt", Resolution.objects.get()))
    activity.refresh_from_db()
    assert activity.approved == 0


def test_allotment_for_another_cooperative_is_explained(signed_in: Client) -> None:
    resolution = factories.ResolutionFactory.create()
    foreign = factories.ActivityFactory.create()
    new = {"allotments-TOTAL_FORMS": "1", "allotments-0-activity": foreign.pk, "allotments-0-amount": "300"}
    assert "different co-ops" in refused(send(signed_in, page(resolution, "change"), **new))
    assert not Allotment.objects.exists()


def test_numbers_an_adopted_resolution_rests_on_are_read_only(signed_in: Client, activity: Activity) -> None:
    assembly = Assembly.objects.get()
    assert send(signed_in, page(assembly, "change"), entitled="61", kind="delegates").status_code == 302
    assembly.refresh_from_db()
    assert (assembly.entitled, assembly.kind) == (100, "delegates")


# Totals --------------------------------------------------------------------------------------------------------------


def test_totals_are_shown_with_their_currency_and_not_taken_from_a_forged_form(
    signed_in: Client, activity: Activity
) -> None:
    an_expense(activity, amount=Decimal("400"))
    for row in (activity, activity.fund):
        url = page(row, "change")
        text = signed_in.get(url).content.decode()
        assert re.search(r"1,000\.00&nbsp;<abbr>MXN", text)
        assert re.search(r"600\.00&nbsp;<abbr>MXN", text)
        forged = {"approved": "9999", "spent": "0", "received": "9999", "approved_total": "9999"}
        assert send(signed_in, url, **forged).status_code == 302
        row.refresh_from_db()
        assert (row.approved, row.spent) == (Decimal("1000"), Decimal("400"))


def test_premium_received_has_its_author_and_moves_the_fund(
    signed_in: Client, cooperative: Cooperative, admin: User
) -> None:
    fund = factories.FundFactory.create(cooperative=cooperative)
    data = {"fund": fund.pk, "received_on": "2013-04-02", "received_precision": "day", "amount": "5000"}
    assert send(signed_in, page(PremiumReceived, "add"), **data).status_code == 302
    received = PremiumReceived.objects.get()
    assert (received.cooperative, received.recorded_by) == (cooperative, admin)
    assert received.recorded_at is not None
    assert Fund.objects.get().received == Decimal("5000")
    response = send(signed_in, page(PremiumReceived, "add"), **data | {"original_amount": "300"})
    assert "another currency needs" in refused(response)
    assert PremiumReceived.objects.count() == 1


def test_plan_and_activities_take_their_cooperative_from_above(signed_in: Client, cooperative: Cooperative) -> None:
    fund = factories.FundFactory.create(cooperative=cooperative)
    new = {"activities-TOTAL_FORMS": "1", "activities-0-title": "Bodega", "activities-0-position": "1"}
    assert send(signed_in, page(Plan, "add"), title="Plan 2014", fund=fund.pk, **new).status_code == 302
    activity = Activity.objects.get()
    assert (activity.cooperative, activity.fund, activity.plan.cooperative) == (cooperative, fund, cooperative)


def test_second_fund_of_a_cooperative_is_explained(signed_in: Client, cooperative: Cooperative) -> None:
    factories.FundFactory.create(cooperative=cooperative)
    response = send(signed_in, page(Fund, "add"), cooperative=cooperative.pk, currency="MXN")
    assert "already exists" in refused(response)
    assert Fund.objects.count() == 1


def test_history_of_an_expense_tells_what_the_action_did(signed_in: Client, activity: Activity) -> None:
    expense = an_expense(activity)
    choose(signed_in, "check_selected", expense)
    checked = signed_in.get(page(expense, "history")).context["entries"][0]
    assert checked.by == "Ada Admin"
    assert ("state", "logged", "checked") in {(one.label, one.before, one.after) for one in checked.changes}
    assert ("checked by", "", "Ada Admin") in {(one.label, one.before, one.after) for one in checked.changes}
