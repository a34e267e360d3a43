"""Premium received, resolutions, plans and rates as files: a header and a row a fact."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from cooperatives.models import Cooperative
from premiums.exports.records import PLAN_LINES, RATES, RECEIVED, RESOLUTIONS
from premiums.models import Activity
from tests.factories import (
    AssemblyFactory,
    PlanLineFactory,
    PremiumReceivedFactory,
    RateFactory,
)

pytestmark = pytest.mark.django_db

LISTS = {
    "premium_received_list": RECEIVED,
    "assembly_list": RESOLUTIONS,
    "plan_list": PLAN_LINES,
    "rate_list": RATES,
}


@pytest.fixture
def records(activity: Activity) -> Activity:
    """A receipt, a second assembly without resolutions, a drafted line, a rate."""
    PremiumReceivedFactory.create(fund=activity.fund, payer="Tostadora")
    AssemblyFactory.create(cooperative=activity.cooperative, held_on="2014-03-02")
    PlanLineFactory.create(version__plan=activity.plan, title="Vivero")
    RateFactory.create()
    return activity


def address(name: str, cooperative: Cooperative) -> str:
    return reverse(f"premiums:{name}", args=[] if name == "rate_list" else [cooperative.slug])


def rows_of(client: Client, name: str, cooperative: Cooperative) -> list[dict[str, str]]:
    response: Any = client.get(address(name, cooperative), {"format": "csv"})
    assert response["Content-Type"].startswith("text/csv")
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(("name", "columns"), LISTS.items())
def test_each_list_is_handed_out_as_csv_and_spreadsheet(
    signed_in: Client, records: Activity, name: str, columns: tuple[str, ...]
) -> None:
    assert "format=csv" in signed_in.get(address(name, records.cooperative)).content.decode()
    rows = rows_of(signed_in, name, records.cooperative)
    assert tuple(rows[0]) == columns
    response: Any = signed_in.get(address(name, records.cooperative), {"format": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content)))["data"]
    assert tuple(cell.value for cell in next(sheet.iter_rows())) == columns
    assert sheet.max_row == len(rows) + 1


def test_resolutions_come_with_their_assembly_and_assemblies_without_any_too(
    signed_in: Client, records: Activity
) -> None:
    rows = rows_of(signed_in, "assembly_list", records.cooperative)
    assert [(row["held_on"], row["state"]) for row in rows] == [("2014-03-02", ""), ("2013-03-10", "adopted")]


def test_plan_lines_say_version_budget_and_what_was_approved(signed_in: Client, records: Activity) -> None:
    (row,) = rows_of(signed_in, "plan_list", records.cooperative)
    assert (row["activity"], row["version"], row["version_state"]) == ("Vivero", "1", "draft")
    assert (row["budget"], row["currency"], row["approved"]) == ("1000.00", "MXN", "0.00")


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("name", ["premium_received_list", "assembly_list", "plan_list"])
def test_files_of_another_cooperative_are_not_found(signed_in: Client, records: Activity, name: str) -> None:
    assert signed_in.get(address(name, records.cooperative), {"format": "csv"}).status_code == 404
