"""Queries that are built once."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Count, F, QuerySet, Value
from django.test.utils import CaptureQueriesContext

from config.prepared import prepared
from cooperatives.models import Cooperative, Enrolment
from premiums.models import Activity, Expense
from tests.factories import CooperativeFactory, ExpenseFactory

pytestmark = pytest.mark.django_db
built: list[tuple[Any, ...]] = []


@prepared
def by_key(key: int, *, prefix: str = "") -> QuerySet[Any]:
    built.append((key, prefix))
    return Cooperative.objects.filter(pk=key, short_name__startswith=prefix).annotate(again=F("pk") + Value(1))


@prepared
def by_slug(slug: str, other: int) -> QuerySet[Any, Any]:
    return Cooperative.objects.filter(slug=slug).exclude(pk=other).values_list("pk", flat=True)


@prepared
def several(*keys: int) -> QuerySet[Any]:
    return Cooperative.objects.filter(pk__in=keys).select_related("place").order_by("pk")


@prepared
def joined(key: int) -> QuerySet[Any, Any]:
    own = Cooperative.objects.filter(pk=key).values_list("slug", "pk")
    return own.union(Cooperative.objects.exclude(pk=key).values_list("slug", "pk"), all=True)


def test_each_key_finds_its_own_row_by_a_query_built_once() -> None:
    one, other = CooperativeFactory.create_batch(2)
    built.clear()
    assert [row.pk for row in by_key(one.pk)] == [one.pk]
    assert [(row.pk, row.again) for row in by_key(other.pk)] == [(other.pk, other.pk + 1)]
    assert by_key(0) == []
    assert len(built) <= 1


def test_what_is_given_by_name_makes_another_query() -> None:
    one = CooperativeFactory.create(short_name="Abc")
    assert by_key(one.pk, prefix="Ab")
    assert by_key(one.pk, prefix="Xy") == []
    assert by_key(one.pk, prefix="Ab")


def test_texts_are_keys_as_well_and_stay_texts() -> None:
    one, other = CooperativeFactory.create(slug="one"), CooperativeFactory.create(slug="other")
    assert by_slug("one", other.pk) == [one.pk]
    assert by_slug("one", one.pk) == []
    assert by_slug("' OR true --", 0) == []


def test_any_number_of_keys_none_included() -> None:
    rows = CooperativeFactory.create_batch(3)
    with CaptureQueriesContext(connection) as asked:
        assert several() == []
        assert [row.pk for row in several(rows[0].pk)] == [rows[0].pk]
        assert several(*(row.pk for row in rows)) == rows
        [row.place for row in several(*(row.pk for row in rows))]
    assert len(asked) == 3


def test_joined_queries_keep_their_keys_apart() -> None:
    one, other = CooperativeFactory.create(slug="one"), CooperativeFactory.create(slug="other")
    assert sorted(joined(one.pk)) == sorted(joined(other.pk))


@prepared
def counted(*, on: dt.date) -> QuerySet[Any, Any]:
    joined_by_then = Enrolment.objects.filter(joined_on__lte=on).order_by().values("kind")
    return joined_by_then.annotate(count=Count("pk"))


def test_values_and_groups_come_as_they_would_from_the_query_set() -> None:
    CooperativeFactory.create()
    assert counted(on=dt.date(2020, 1, 1)) == list(
        Enrolment.objects.filter(joined_on__lte=dt.date(2020, 1, 1))
        .order_by()
        .values("kind")
        .annotate(count=Count("pk"))
    )


@prepared
def by_form_key(form_key: uuid.UUID) -> QuerySet[Any]:
    return Expense.objects.filter(form_key=form_key)


@prepared
def locked(*keys: int) -> QuerySet[Any]:
    return Cooperative.objects.filter(pk__in=keys).order_by("pk").select_for_update()


def test_a_uuid_is_a_key_as_well(activity: Activity) -> None:
    for expense in ExpenseFactory.create_batch(2, activity=activity, amount=1):
        assert expense.form_key
        assert by_form_key(expense.form_key) == [expense]
    assert by_form_key(uuid.uuid4()) == []


@pytest.mark.django_db(transaction=True)
def test_rows_are_locked_inside_of_a_transaction_only() -> None:
    one = CooperativeFactory.create()
    for _ in range(2):
        with transaction.atomic(), CaptureQueriesContext(connection) as asked:
            assert locked(one.pk) == [one]
        assert "FOR UPDATE" in asked.captured_queries[0]["sql"]
        with pytest.raises(transaction.TransactionManagementError):
            locked(one.pk)
