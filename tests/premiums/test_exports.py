"""Files to keep: the list as CSV and as a spreadsheet, and the vouchers of a period as one ZIP."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from config.spreadsheets import xlsx_pieces
from config.tables import csv_lines
from cooperatives.models import Cooperative
from premiums.exports.expenses import EXPENSE_COLUMNS
from premiums.models import Activity, Voucher
from tests.factories import ExpenseFactory, VoucherFactory

pytestmark = pytest.mark.django_db


def archive(cooperative: Cooperative) -> str:
    return reverse("premiums:voucher_archive", args=[cooperative.slug])


def unzipped(client: Client, cooperative: Cooperative, **period: str) -> tuple[zipfile.ZipFile, list[dict[str, str]]]:
    response = client.get(archive(cooperative), period)
    assert response.status_code == 200
    assert response.streaming
    file = zipfile.ZipFile(io.BytesIO(b"".join(response)))  # type: ignore[call-overload]
    assert file.testzip() is None
    return file, list(csv.DictReader(io.StringIO(file.read("index.csv").decode())))


def test_expense_list_exports_a_spreadsheet_with_real_numbers_and_dates(signed_in: Client, activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, payee="=cmd()", purpose="con\x07trol", amount=Decimal("12.30"))
    ExpenseFactory.create(activity=activity, spent_on="2014-02-01")
    address = reverse("premiums:expense_list", args=[activity.cooperative.slug])
    response = signed_in.get(address, {"format": "xlsx", "until": "2013-12-31"})
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert 'filename="triunfo-spending.xlsx"' in response["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(b"".join(response)))["data"]  # type: ignore[call-overload]
    rows = list(sheet.iter_rows())
    assert tuple(cell.value for cell in rows[0]) == EXPENSE_COLUMNS
    assert len(rows) == 2
    found = dict(zip(EXPENSE_COLUMNS, rows[1], strict=True))
    assert (found["amount"].value, found["amount"].data_type) == (12.3, "n")
    assert found["date"].value == dt.datetime(2013, 6, 1)  # noqa: DTZ001 a spreadsheet has no zones
    assert (found["payee"].value, found["payee"].data_type) == ("=cmd()", "s")
    assert found["purpose"].value == "control"
    assert isinstance(found["logged_at"].value, dt.datetime)
    assert found["checked_at"].value is None


def test_tables_write_dates_numbers_and_nothing(tmp_path: Path) -> None:
    when = dt.datetime(2013, 6, 1, 20, tzinfo=dt.timezone(dt.timedelta(hours=-6)))
    rows = [("when", "day", "sum", "none", "text"), (when, when.date(), Decimal("-1.50"), None, "-1")]
    assert list(csv_lines(rows))[1] == "2013-06-01T20:00:00-06:00,2013-06-01,-1.50,,'-1\r\n"
    file = io.BytesIO(b"".join(xlsx_pieces(rows)))
    found = [cell.value for cell in load_workbook(file)["data"][2]]
    assert found == [dt.datetime(2013, 6, 2, 2), dt.datetime(2013, 6, 1), -1.5, None, "-1"]  # noqa: DTZ001


def test_voucher_archive_maps_every_file_to_its_expense(signed_in: Client, activity: Activity) -> None:
    expense = ExpenseFactory.create(activity=activity, payee="=Vivero")
    names = ["../../etc/paßwd.jpg", "Factura ñ 1.jpg", "Factura ñ 1.jpg"]
    vouchers = [VoucherFactory.create(expense=expense, original_name=name) for name in names]
    bare = ExpenseFactory.create(activity=activity)
    ExpenseFactory.create(activity=activity, spent_on="2014-01-01")
    file, index = unzipped(signed_in, activity.cooperative, since="2013-01-01", until="2013-12-31")
    files = [row["file"] for row in index if row["file"]]
    assert sorted(file.namelist()) == sorted([*files, "index.csv"])
    assert len(set(files)) == 3
    assert not [name for name in files if "/" in name or ".." in name or not name.isascii()]
    assert [(row["expense_id"], row["file_state"]) for row in index] == [
        *[(str(expense.pk), "present")] * 3,
        (str(bare.pk), "no voucher"),
    ]
    assert index[0]["payee"] == "'=Vivero"
    with vouchers[0].file.open() as stored:
        assert file.read(files[0]) == stored.read()


def test_voucher_archive_lists_a_file_that_is_gone_as_missing(signed_in: Client, activity: Activity) -> None:
    voucher = VoucherFactory.create(expense=ExpenseFactory.create(activity=activity))
    Path(Voucher.objects.get(pk=voucher.pk).file.path).unlink()
    file, index = unzipped(signed_in, activity.cooperative)
    assert file.namelist() == ["index.csv"]
    assert [(row["file"], row["original_name"], row["file_state"]) for row in index] == [("", "nota.jpg", "missing")]


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ({"since": "2013-06-02", "until": "2013-06-01"}, "Until: This day is before the first one"),
        ({"since": "soon"}, "From: Enter a valid date"),
    ],
)
def test_voucher_archive_says_what_is_wrong_with_the_period(
    signed_in: Client, activity: Activity, period: dict[str, str], sentence: str
) -> None:
    response = signed_in.get(archive(activity.cooperative), period, follow=True)
    assert sentence in response.content.decode()


@pytest.mark.as_person("outsider")
def test_voucher_archive_of_another_cooperative_is_not_found(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(archive(activity.cooperative)).status_code == 404


def test_voucher_archive_is_read_only(signed_in: Client, activity: Activity) -> None:
    assert signed_in.post(archive(activity.cooperative)).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_voucher_archive_asks_the_same_number_of_queries(
    signed_in: Client, activity: Activity, rows: int, django_assert_num_queries: object
) -> None:
    for _number in range(rows):
        VoucherFactory.create(expense=ExpenseFactory.create(activity=activity))
    with django_assert_num_queries(7):  # type: ignore[operator]
        unzipped(signed_in, activity.cooperative)
