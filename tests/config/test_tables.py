"""Lists as files, while they are sent."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection

from config import tables
from config.tables import download

NUMBERS = "SELECT number, repeat('x', 200) FROM generate_series(1, 50000) AS number"


def numbers() -> Iterator[tuple[object, ...]]:
    yield "number", "text"
    with connection.chunked_cursor() as cursor:
        cursor.execute(NUMBERS)
        while some := cursor.fetchmany(500):
            yield from some


def waiting() -> bool:
    """Whether this connection has a transaction open."""
    return bool(connection.in_atomic_block)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", tables.FORMATS)
def test_a_client_that_goes_away_ends_the_transaction(form: str) -> None:
    response = download(numbers(), stem="numbers", form=form)
    pieces = iter(response)
    for _ in range(5):
        next(pieces)
    assert waiting()
    response.close()
    assert not waiting()


@pytest.mark.django_db(transaction=True)
def test_a_client_that_takes_nothing_does_not_hold_the_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PATIENCE", 200)
    pieces = iter(download(numbers(), stem="numbers", form="csv"))
    next(pieces), next(pieces)
    time.sleep(0.5)
    with pytest.raises(DatabaseError, match="idle-in-transaction timeout"):
        list(pieces)
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_the_patience_ends_with_the_file() -> None:
    list(download(numbers(), stem="numbers", form="csv"))
    with connection.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("0",)
