"""Spreadsheets that are written while the rows are read."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal

from openpyxl import load_workbook

from config.spreadsheets import xlsx_pieces


def test_the_first_piece_leaves_before_the_last_row_is_read() -> None:
    read = 0

    def rows() -> Iterator[tuple[str, int]]:
        nonlocal read
        yield "name", "number"  # type: ignore[misc]
        for read in range(1, 50_001):
            yield f"row {read}", read

    pieces = xlsx_pieces(rows())
    got = b"".join(next(pieces) for _ in range(4))
    assert got
    assert read < 25_000
    book = load_workbook(io.BytesIO(got + b"".join(pieces)), read_only=True)
    sheet = book["data"]
    assert sum(1 for _ in sheet.iter_rows()) == 50_001


def test_memory_does_not_grow_with_the_rows() -> None:
    rows = ((f"row {number}", Decimal("12.30"), "x" * 80) for number in range(60_000))
    tracemalloc.start()
    for _piece in xlsx_pieces(rows):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_texts_with_signs_of_xml_come_back_as_they_were() -> None:
    texts = ("a < b & c", " leading", "=1+1", "line\nbreak", "ñ é ü")
    book = load_workbook(io.BytesIO(b"".join(xlsx_pieces([("head",), *((text,) for text in texts)]))))
    assert [row[0].value for row in book["data"].iter_rows(min_row=2)] == list(texts)
    assert {row[0].data_type for row in book["data"].iter_rows(min_row=2)} <= {"s", "inlineStr"}


def test_a_table_without_rows_is_a_file_all_the_same() -> None:
    assert load_workbook(io.BytesIO(b"".join(xlsx_pieces([])))).sheetnames == ["data"]
