"""Expenses, in the order in which they would have been logged all over the world, and the vouchers of the open year."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from PIL import Image

from overview.actions.simulate.copying import Row, Table, Tell, indexes_later
from overview.actions.simulate.world import ACTIVITIES, OPEN_YEAR, YEARS, World, cents, spread
from premiums.models import Expense, Voucher
from premiums.models.spending import FILL

PICTURE = "vouchers/simulation/voucher.png"
PAYEES = ("Agroveterinaria", "Ferretería", "Papelería", "Transportes", "Viveros", "Laboratorio", "Taller", "Molino")
_FORM_KEY = 0x9E3779B97F4A7C15F39CC0605CEDC835


def state_of(expense: int, year: int) -> str:
    """The state of the expense of this number: in closed years checked or voided, in the open one of every kind."""
    draw = spread(expense, 100)
    if draw < 3:
        return "voided"
    if year != OPEN_YEAR or draw < 60:
        return "checked"
    return "logged" if draw < 95 else "returned"


def amount_of(expense: int) -> int:
    """The amount in hundredths of a peso: from 50 to 6,000 pesos."""
    return 5_000 + spread(expense * 31 + 7, 595_000)


def number_of(world: World, activity: int, nth: int) -> int:
    """The number of the nth expense of an activity; states and amounts follow from it."""
    return activity + nth * world.size.activities


@cache
def spent_of(world: World, year: int, line: int, cooperative: int) -> int:
    """What the expenses of an activity come to, in hundredths, without the voided ones."""
    activity = world.activity(year, line, cooperative)
    numbers = (number_of(world, activity, nth) for nth in range(world.size.expenses_of(activity)))
    return sum(amount_of(number) for number in numbers if state_of(number, year) != "voided")


def copy_spending(world: World, tell: Tell) -> None:
    """All expenses; then a voucher for each of the open year, all of them one picture, which is stored once."""
    columns: tuple[str, ...]
    columns = ("pk", "cooperative_id", "activity_id", "spent_on", "amount", "payee", "purpose", "state", "form_key")
    columns += ("logged_at", "logged_by_id", "checked_at", "checked_by_id", "returned_at", "returned_by_id")
    columns += ("returned_reason", "voided_at", "voided_by_id", "voided_reason", "document_kind", "document_number")
    with indexes_later(Expense):
        table = Table(Expense, *columns, spent_precision="day")
        table.copy(_expenses(world), world.size.expenses, tell)
    with connection.cursor() as cursor:
        cursor.execute(FILL)
    picture = _picture()
    same = {
        "file": default_storage.save(PICTURE, ContentFile(picture)) if not default_storage.exists(PICTURE) else PICTURE,
        "original_name": "voucher.png",
        "content_type": "image/png",
        "size": len(picture),
        "sha256": hashlib.sha256(picture).hexdigest(),
    }
    table = Table(Voucher, "pk", "cooperative_id", "expense_id", "uploaded_at", "uploaded_by_id", **same)
    table.copy(_vouchers(world), world.size.expenses // len(YEARS), tell)


def _each(world: World) -> Iterator[tuple[int, int, int, int, int]]:
    """(key, year, nth, line, co-op), by day: all co-ops spend side by side."""
    key = world.keys["Expense"]
    for year in YEARS:
        for nth in range(world.size.most_expenses):
            for line in range(ACTIVITIES):
                first = world.activity(year, line, 0)
                for cooperative in range(world.size.cooperatives):
                    if nth < world.size.expenses_of(first + cooperative):
                        yield key, year, nth, line, cooperative
                        key += 1


def _expenses(world: World) -> Iterator[Row]:
    days = {year: [dt.date(year, 1, 1) + dt.timedelta(day) for day in range(365)] for year in YEARS}
    dates = {year: [day.isoformat() for day in days[year]] for year in YEARS}
    most, first_activity, first_user = world.size.most_expenses, world.keys["Activity"], world.keys["User"]
    first_cooperative = world.keys["Cooperative"]
    for key, year, nth, line, cooperative in _each(world):
        activity = world.activity(year, line, cooperative)
        number = number_of(world, activity, nth)
        on = dates[year][min(364, (365 * nth + spread(number, 365)) // most)]
        treasurer = first_user + 2 + 2 * cooperative
        document = ("cfdi", f"{key:08x}-0000-4000-8000-{number:012x}") if number % 3 == 0 else ("", "")
        state = state_of(number, year)
        yield (
            *(key, first_cooperative + cooperative, first_activity + activity, on, cents(amount_of(number))),
            *(f"{PAYEES[number % 8]} {number % 97}", f"Purchase {number % 1009} for the activity"),
            *(state, f"{key * _FORM_KEY & (1 << 128) - 1:032x}", f"{on} 18:00+00", treasurer),
            *_after(state, on, treasurer),
            *document,
        )


def _after(state: str, on: str, treasurer: int) -> Row:
    """What came after logging: checked, returned and voided, each with time, person and reason."""
    at, oversight, nothing = f"{on} 23:00+00", treasurer + 1, (None, None)
    checked = (at, oversight) if state == "checked" else nothing
    returned = (at, oversight, "Which invoice is it?") if state == "returned" else (*nothing, "")
    voided = (at, treasurer, "Entered twice") if state == "voided" else (*nothing, "")
    return *checked, *returned, *voided


def _vouchers(world: World) -> Iterator[Row]:
    for key, year, _nth, _line, cooperative in _each(world):
        if year == OPEN_YEAR:
            uuid = f"{key * _FORM_KEY + 1 & (1 << 128) - 1:032x}"
            yield uuid, world.cooperative(cooperative), key, f"{year}-12-31 18:00+00", world.treasurer(cooperative)


def _picture() -> bytes:
    content = BytesIO()
    Image.new("L", (320, 200), 235).save(content, "PNG")
    return content.getvalue()
