"""Lists as files: tidy tables, one row a fact, as CSV or as a spreadsheet, both streamed in little memory.

A table is its rows, the first of them the column names. Values are Python's own: numbers, dates, times with a zone,
texts, None for what is not recorded. The rows are read while they are sent, in one transaction, so that the database
hands them over piece by piece instead of gathering all of them first.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.http import StreamingHttpResponse

from config.spreadsheets import Row, as_iso, xlsx_pieces

CSV, XLSX = "csv", "xlsx"
FORMATS = (CSV, XLSX)
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES = 200  # of CSV sent at once
# Milliseconds that a client may take nothing before the database ends the transaction: one that vanished without a word
# would hold it for a quarter of an hour or longer, and with it every row that was changed since.
PATIENCE = 300_000


def download(rows: Iterable[Row], *, stem: str, form: str) -> StreamingHttpResponse:
    """The table as a file to keep, `form` being one of FORMATS."""
    read = _in_one_transaction(rows)
    headers = {"Content-Disposition": f'attachment; filename="{stem}.{form}"'}
    if form == XLSX:  # is compressed already
        headers["Content-Encoding"] = "identity"
        return StreamingHttpResponse(xlsx_pieces(read), content_type=XLSX_TYPE, headers=headers)
    return StreamingHttpResponse(_together(csv_lines(read)), content_type="text/csv; charset=utf-8", headers=headers)


def _in_one_transaction(rows: Iterable[Row]) -> Iterator[Row]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('idle_in_transaction_session_timeout', %s, true)", [f"{PATIENCE}ms"])
        yield from rows


def _together(lines: Iterator[str]) -> Iterator[str]:
    """A line at a time would cost more to send than to write. The first one goes at once."""
    yield from islice(lines, 1)
    while some := "".join(islice(lines, LINES)):
        yield some


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Line by line: a decimal point, ISO dates, an empty field where nothing is recorded."""
    writer, writes = csv.writer(_Echo()), _WRITES.get
    for row in rows:
        yield writer.writerow([write(value) if (write := writes(type(value), _as_text)) else value for value in row])


class _Echo:
    """A file that hands every line on, so that a list of any length streams."""

    def write(self, line: str) -> str:
        return line


def _text(value: str) -> str:
    # A spreadsheet takes a text that starts like this for a formula.
    return f"'{value}" if value[:1] in _FORMULA else value


def _as_text(value: Any) -> Any:
    """What is of no plain type, such as a choice or a text of translation."""
    return _text(value) if isinstance(value, str) else as_iso(value)


_FORMULA = frozenset("=+-@\t\r")
# By type, for a file has millions of values; None for those that are written as they are.
_WRITES: dict[type, Callable[[Any], Any] | None] = {
    str: _text,
    int: None,
    Decimal: None,
    type(None): None,  # an empty field
    bool: int,
    dt.date: dt.date.isoformat,
    dt.datetime: dt.datetime.isoformat,
}
