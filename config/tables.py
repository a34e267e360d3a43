"""Lists as files: tidy tables, one row a fact, as CSV or as a spreadsheet, both in little memory.

A table is its rows, the first of them the column names. Values are Python's own: numbers, dates, times with a zone,
texts, None for what is not recorded.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

CSV, XLSX = "csv", "xlsx"
FORMATS = (CSV, XLSX)
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Row = Sequence[Any]


def download(rows: Iterable[Row], *, stem: str, form: str) -> HttpResponseBase:
    """The table as a file to keep, `form` being one of FORMATS."""
    name = f"{stem}.{form}"
    if form == XLSX:
        return FileResponse(write_xlsx(rows), as_attachment=True, filename=name, content_type=XLSX_TYPE)
    return StreamingHttpResponse(
        csv_lines(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Line by line: a decimal point, ISO dates, an empty field where nothing is recorded."""
    writer = csv.writer(_Echo())
    for row in rows:
        yield writer.writerow([_as_text(value) for value in row])


def write_xlsx(rows: Iterable[Row]) -> IO[bytes]:
    """A spreadsheet in a temporary file, written row by row and ready to read; times are in UTC."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_as_cell(sheet, value) for value in row])
    file = TemporaryFile()  # noqa: SIM115 closed by the response that sends it
    book.save(file)
    file.seek(0)
    return file


class _Echo:
    """A file that hands every line on, so that a list of any length streams."""

    def write(self, line: str) -> str:
        return line


def _as_text(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    # A spreadsheet takes a text that starts like this for a formula.
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


def _as_cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, dt.datetime) and value.tzinfo:
        value = value.astimezone(dt.UTC).replace(tzinfo=None)
    if isinstance(value, bool):
        value = int(value)
    if value is None or isinstance(value, int | float | Decimal | dt.date):
        return value
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", str(value)))
    cell.data_type = "s"  # text stays text, also when it starts like a formula
    return cell
