"""Pages of lists: counted up to a bound, then from row to row."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config import paging
from config.paging import KeyPaginator
from cooperatives.models import Cooperative
from premiums.models import Activity, Expense
from premiums.reports.spending import expenses_of
from tests.factories import ExpenseFactory

pytestmark = pytest.mark.django_db
DAYS = (dt.date(2013, 6, 3), dt.date(2013, 6, 1), dt.date(2013, 6, 1), dt.date(2013, 6, 2), None)


@pytest.fixture(autouse=True)
def _small_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST", 5)  # so that the last page of two may not be cut in half


def fill(activity: Activity, rows: int) -> list[Expense]:
    """Expenses with days that some share and some lack."""
    for number in range(rows):
        day = DAYS[number % len(DAYS)]
        historic = {"is_historic": True, "source": "Minutes", "logged_by": None, "logged_at": None, "spent_on": None}
        known = {"spent_on": day} if day else {**historic, "spent_precision": ""}
        ExpenseFactory.create(activity=activity, amount=Decimal(1), payee=f"Payee {number % 2}", **known)
    return list(expenses_of(activity.cooperative))


def page_of(activity: Activity, number: Any) -> Page[Any]:
    return KeyPaginator(expenses_of(activity.cooperative), 2).get_page(number)


def forwards(activity: Activity) -> list[Page[Any]]:
    """All pages, as the links lead from one to the next."""
    pages = [page_of(activity, None)]
    while pages[-1].has_next():
        pages.append(page_of(activity, pages[-1].next_page_number()))
    return pages


@pytest.mark.parametrize("rows", [0, 1, 3, 4])
def test_up_to_the_bound_pages_are_those_of_django(activity: Activity, rows: int) -> None:
    fill(activity, rows)
    plain = Paginator(expenses_of(activity.cooperative), 2)
    for number in (None, "1", "2", "last", "3", "0", "-1", "x", "2after", "9" * 30):
        ours, theirs = page_of(activity, number), plain.get_page(number)
        assert (ours.number, list(ours)) == (theirs.number, list(theirs)), number
        assert (ours.has_next(), ours.has_previous()) == (theirs.has_next(), theirs.has_previous())
        assert (ours.start_index(), ours.end_index()) == (theirs.start_index(), theirs.end_index())
        assert (ours.paginator.count, ours.paginator.num_pages) == (rows, plain.num_pages)


@pytest.mark.parametrize("rows", [5, 6, 9, 12])
def test_beyond_the_bound_the_links_lead_through_all_rows_and_back(activity: Activity, rows: int) -> None:
    expected = fill(activity, rows)
    pages = forwards(activity)
    assert [row for page in pages for row in page] == expected
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert [page.start_index() for page in pages] == list(range(1, rows + 1, 2))
    assert pages[-1].end_index() == rows
    assert [page.known for page in pages] == [4, 4, *(page.end_index() for page in pages[2:])]  # type: ignore[attr-defined]
    for before, page in pairwise(pages):
        there = page_of(activity, page.previous_page_number())
        assert (there.number, list(there), there.has_next()) == (before.number, list(before), True)
    assert not pages[0].has_previous()


def test_rows_are_not_counted_beyond_the_bound(activity: Activity) -> None:
    fill(activity, 7)
    paginator = KeyPaginator(expenses_of(activity.cooperative), 2)
    with CaptureQueriesContext(connection) as asked:
        assert (paginator.count, paginator.has_more, paginator.num_pages) == (4, True, 2)
    assert len(asked) == 1
    assert "LIMIT 5)" in asked[0]["sql"]


def test_rows_counted_by_somebody_else_are_all_on_numbered_pages(activity: Activity) -> None:
    expected = fill(activity, 7)
    paginator = KeyPaginator(expenses_of(activity.cooperative), 2, count=7)
    assert (paginator.num_pages, paginator.has_more) == (4, False)
    assert list(paginator.get_page(4)) == expected[6:]
    assert list(paginator.get_page("4after1")) == expected[6:]


@pytest.mark.parametrize("typed", ["3", "5000", "999999999", "3after999999999", "3after-", "3beforeab", "2after1"])
def test_a_page_nobody_can_find_is_the_last_counted_one(activity: Activity, typed: str) -> None:
    expected = fill(activity, 9)
    with CaptureQueriesContext(connection) as asked:
        page = page_of(activity, typed)
        assert (page.number, list(page), page.has_next()) == (2, expected[2:4], True)
    offsets = [int(found) for one in asked for found in re.findall(r"OFFSET (\d+)", one["sql"])]
    assert max(offsets) <= 4


def test_a_place_in_the_list_of_another_cooperative_is_none(activity: Activity, other_cooperative: Cooperative) -> None:
    rows = fill(activity, 9)
    assert list(page_of(activity, f"3after{rows[3].pk}")) == rows[4:6]
    there = KeyPaginator(expenses_of(other_cooperative), 2).get_page(f"3after{rows[3].pk}")
    assert (there.number, list(there)) == (1, [])


def test_a_filter_counts_what_it_leaves(activity: Activity) -> None:
    rows = fill(activity, 9)
    left = expenses_of(activity.cooperative).filter(payee="Payee 1")
    paginator = KeyPaginator(left, 2)
    assert (paginator.count, paginator.has_more) == (4, False)
    assert [*paginator.get_page(1), *paginator.get_page(2)] == [row for row in rows if row.payee == "Payee 1"]


@pytest.mark.parametrize(
    "order",
    [
        ("spent_on", "pk"),
        ("-spent_on", "-pk"),  # those without a day come first
        (F("spent_on").asc(nulls_first=True), "-pk"),
        ("payee", F("spent_on").desc(nulls_last=True), "pk"),
        ("activity__title", "-payee", "pk"),
        ("pk",),
    ],
)
def test_every_order_is_kept_beyond_the_bound(activity: Activity, order: tuple[Any, ...]) -> None:
    fill(activity, 11)
    rows = Expense.objects.order_by(*order)
    page, found = KeyPaginator(rows, 2).get_page(1), list[Expense]()
    while True:
        found += page
        if not page.has_next():
            break
        page = KeyPaginator(rows, 2).get_page(page.next_page_number())
    assert found == list(rows)
    before = KeyPaginator(rows, 2).get_page(page.previous_page_number())
    assert list(before) == found[8:10]


def test_the_page_says_that_there_are_more(
    signed_in: Client, activity: Activity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST", 50)
    address = reverse("premiums:expense_list", args=[activity.cooperative.slug])
    first = ExpenseFactory.create(activity=activity, amount=Decimal(1))
    same = {"activity": activity, "cooperative": activity.cooperative, "logged_by": first.logged_by}
    Expense.objects.bulk_create(ExpenseFactory.build_batch(49, amount=Decimal(1), **same))
    shown = signed_in.get(address).content.decode()
    assert "1–50 of 50" in shown
    assert 'rel="next"' not in shown
    Expense.objects.bulk_create(ExpenseFactory.build_batch(2, amount=Decimal(1), **same))
    shown = signed_in.get(address).content.decode()
    assert "1–50 of more than 50" in shown
    following = re.search(r'rel="next" href="([^"]+)"', shown)
    assert following
    with CaptureQueriesContext(connection) as asked:
        page = signed_in.get(f"{address}{following[1]}")
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) <= 12
    assert "51–52 of 52" in page.content.decode()
    assert 'rel="prev" href="?page=1"' in page.content.decode()
    assert page.context["page_obj"].object_list[-1] == first
