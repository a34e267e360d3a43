"""A spreadsheet (XLSX, ECMA-376) written row by row: no more than a few hundred rows are in memory at a time.

A library writes the whole sheet to a file first, so that nothing arrives before everything is read. One sheet holds
1,048,576 rows; what is beyond goes to further sheets, each with the column names on top.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED

from zipstream.ng import ZipStream

Row = Sequence[Any]

MOST_ROWS = 1_048_576  # of a sheet, by the format
TOGETHER = 500  # rows compressed at once
LONGEST = 32_767  # characters of a cell, by the format
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPECIAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff&<>]")  # the same, and what is written otherwise
_DAY_ZERO = dt.date(1899, 12, 30).toordinal()
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# The formats of cells: 0 general, 1 a date, 2 a time.
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>'
    '<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf numFmtId="165" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def as_iso(value: Any) -> Any:
    """Dates and times in ISO form, everything else as it is."""
    return value.isoformat() if isinstance(value, dt.date) else value


def xlsx_pieces(rows: Iterable[Row]) -> Iterator[bytes]:
    """The file, piece by piece. Times are in UTC; text stays text, also when it starts like a formula."""
    archive = ZipStream(compress_type=ZIP_DEFLATED, compress_level=4)
    source = iter(rows)
    head = list(islice(source, 1))
    left: Iterable[Row] | None = source
    sheets = 0
    while left is not None:
        sheets += 1
        archive.add(_sheet(head, islice(left, MOST_ROWS - len(head))), f"xl/worksheets/sheet{sheets}.xml")
        yield from archive.all_files()
        beyond = list(islice(source, 1))
        left = chain(beyond, source) if beyond else None
    for name, content in _frame(sheets).items():
        archive.add(content.encode(), name)
    yield from archive.all_files()
    yield from archive.footer()


def _sheet(head: list[Row], rows: Iterable[Row]) -> Iterator[bytes]:
    view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'
        "<sheetData>"
    ).encode()
    written = map(_row, chain(head, rows))
    while some := "".join(islice(written, TOGETHER)):
        yield some.encode()
    yield b"</sheetData></worksheet>"


def _row(row: Row) -> str:
    return f"<row>{''.join([_WRITES.get(type(value), _cell)(value) for value in row])}</row>"


def _text(value: str) -> str:
    if len(value) > LONGEST or _SPECIAL.search(value):
        value = escape(_ILLEGAL.sub("", value)[:LONGEST])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


def _number(value: float | Decimal) -> str:
    return f"<c><v>{value}</v></c>"


def _moment(value: dt.datetime) -> str:
    moment = value.astimezone(dt.UTC) if value.tzinfo else value
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return f'<c s="2"><v>{moment.toordinal() - _DAY_ZERO + seconds / 86400:.10f}</v></c>'


def _day(value: dt.date) -> str:
    return f'<c s="1"><v>{value.toordinal() - _DAY_ZERO}</v></c>'


# By type, for a sheet has millions of cells.
_WRITES: dict[type, Callable[[Any], str]] = {
    str: _text,
    type(None): lambda _nothing: "<c/>",
    int: _number,
    float: _number,
    Decimal: _number,
    bool: lambda value: _number(int(value)),
    dt.date: _day,
    dt.datetime: _moment,
}


def _cell(value: Any) -> str:
    """A cell for what is of no plain type, such as a choice or a text of translation."""
    plain = (kind for kind in (int, float, Decimal, dt.datetime, dt.date) if isinstance(value, kind))
    kind = next(plain, str)
    return _WRITES[kind](value if kind is not str else str(value))


def _frame(sheets: int) -> dict[str, str]:
    """The small files around the sheets."""
    numbers = range(1, sheets + 1)
    names = {number: "data" if number == 1 else f"data {number}" for number in numbers}
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kinds}.worksheet+xml"/>'
        for number in numbers
    )
    listed = "".join(f'<sheet name="{names[number]}" sheetId="{number}" r:id="rId{number}"/>' for number in numbers)
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kinds}.styles+xml"/>{parts}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}'
        f'<Relationship Id="rId0" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
    }
