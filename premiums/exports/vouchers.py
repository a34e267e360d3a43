"""The vouchers of a period as one ZIP with an index, streamed: no more than one file is in memory at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from django.db.models import F
from zipstream.ng import ZipStream

from config.tables import csv_lines
from premiums.models import Expense, Voucher
from premiums.models.expenses import ExpenseQuerySet

INDEX = "index.csv"
INDEX_COLUMNS = (
    "expense_id",
    "date",
    "payee",
    "purpose",
    "amount",
    "currency",
    "activity",
    "state",
    "split_of",
    "file",
    "original_name",
    "file_state",
)
PRESENT, MISSING, NONE = "present", "missing", "no voucher"
CHUNK = 64 * 1024


def archive_of(expenses: ExpenseQuerySet) -> Iterator[bytes]:
    """The ZIP, piece by piece: every voucher of these expenses, and last an index of file and expense.

    An expense without a voucher, and a voucher whose file is gone, stand in the index as such. A part of a split
    voucher has none of its own: `split_of` names the entry that holds it.
    """
    archive = ZipStream()
    index: list[tuple[Any, ...]] = [INDEX_COLUMNS]
    for number, (expense, voucher) in enumerate(_with_vouchers(expenses), start=1):
        name, state = "", NONE
        if voucher:
            name, state = _name(expense, voucher, number), PRESENT
            try:
                content = voucher.file.open("rb")
            except FileNotFoundError:
                name, state = "", MISSING
            else:
                archive.add(_chunks(content), name)
                yield from archive.all_files()
        index.append(_index_row(expense, voucher, name, state))
    archive.add("".join(csv_lines(index)).encode(), INDEX)
    yield from archive.all_files()
    yield from archive.footer()


def _with_vouchers(expenses: ExpenseQuerySet) -> Iterator[tuple[Expense, Voucher | None]]:
    """Each expense with each of its vouchers, in a stable order; an expense without any once, with None."""
    rows: Any = expenses.order_by("spent_on", "pk", "vouchers__uploaded_at", "vouchers").annotate(
        voucher=F("vouchers"), path=F("vouchers__file"), original_name=F("vouchers__original_name")
    )
    for row in rows.select_related("activity__fund").iterator(chunk_size=500):
        yield row, row.voucher and Voucher(pk=row.voucher, file=row.path, original_name=row.original_name)


def _name(expense: Expense, voucher: Voucher, number: int) -> str:
    """Date, key of the expense, a running number that makes it unique, and the file's own name in plain letters."""
    own = PurePath(voucher.original_name.replace("\\", "/"))
    stem = unicodedata.normalize("NFKD", own.stem).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-")[:60] or "voucher"
    ending = PurePath(voucher.file.name or "").suffix.lower()
    ending = ending if re.fullmatch(r"\.[a-z0-9]{1,5}", ending) else ""
    return f"{expense.spent_on or 'undated'}_{expense.pk}_{number:05}_{stem}{ending}"


def _index_row(expense: Expense, voucher: Voucher | None, name: str, state: str) -> tuple[Any, ...]:
    return (
        expense.pk,
        expense.spent_on,
        expense.payee,
        expense.purpose,
        expense.amount,
        expense.activity.fund.currency,
        expense.activity.title,
        expense.state,
        expense.split_of_id,
        name,
        voucher.original_name if voucher else "",
        state,
    )


def _chunks(file: Any) -> Iterable[bytes]:
    with file:
        while piece := file.read(CHUNK):
            yield piece
