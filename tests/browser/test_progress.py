"""A co-op reports a cupping score on a phone, the program manager accepts it, and the board moves."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from cooperatives.models import Cooperative, User
from tests.browser.conftest import DESK
from tests.factories import TrackFactory
from tests.factories_progress import IndicatorFactory, IndicatorTargetFactory, MilestoneFactory
from trainings.models import CooperativeMilestone, Measurement

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]


def sheet() -> dict[str, object]:
    content = io.BytesIO()
    Image.new("RGB", (900, 1200), "beige").save(content, "JPEG")
    return {"name": "hoja.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def test_a_co_op_reports_a_score_the_manager_accepts_it_and_the_board_moves(
    open_as: Callable[..., Page], cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    track = TrackFactory.create(slug="quality", name="Quality")
    score = IndicatorFactory.create(track=track, name="Cupping score", slug="cupping-score")
    IndicatorTargetFactory.create(indicator=score, cooperative=cooperative, year=2014, value=82)
    MilestoneFactory.create(track=track, name="Every lot was cupped", slug="lots-cupped")

    phone = open_as(treasurer)
    phone.goto(f"/cooperatives/{cooperative.slug}/")
    phone.get_by_role("link", name="0 of 1 milestone").click()
    phone.get_by_role("link", name="Enter a value").click()
    phone.fill("[name=year]", "2014")
    phone.fill("[name=value]", "83.75")
    phone.fill("[name=measured_on]", "2014-11-03")
    phone.fill("[name=source]", "Cupping sheets of the laboratory")
    phone.set_input_files("[name=papers]", files=[sheet()])  # type: ignore[list-item]
    phone.locator("main form button[type=submit]").click()
    expect(phone.locator("main")).to_contain_text("waiting to be accepted")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.goto(f"/cooperatives/{cooperative.slug}/progress/quality/")
    expect(phone.locator("#cupping-score")).to_contain_text("waits to be accepted")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.get_by_role("link", name="Report as reached").click()
    phone.fill("[name=reached_on]", "2014-11-03")
    phone.fill("[name=evidence]", "The sheets of all lots")
    phone.locator("main form button[type=submit]").click()
    expect(phone.locator("#lots-cupped")).to_contain_text("reached, to be accepted")

    desk = open_as(manager, size=DESK)
    cell = desk.locator("table.board .board-track").first
    expect(cell).to_contain_text("0 of 1 milestone, 1 to accept")
    desk.goto("/progress/?year=2014")
    expect(desk.locator(".progress-table tbody")).to_contain_text("waits to be accepted")
    desk.get_by_role("link", name="To accept").click()
    desk.get_by_role("link", name="Cupping score").click()
    expect(desk.locator("main")).to_contain_text("83.75 points")
    desk.get_by_role("button", name="Accept").click()
    expect(desk.locator("main")).to_contain_text("only corrected by a new one")
    desk.goto("/progress/waiting/")
    desk.get_by_role("link", name="Every lot was cupped").click()
    desk.locator("#lots-cupped").get_by_role("button", name="Accept").click()
    expect(desk.locator("#lots-cupped")).to_contain_text("accepted by Marta Manager")
    expect(desk.locator("#cupping-score svg circle")).to_have_count(1)
    desk.goto("/progress/?year=2014")
    expect(desk.locator(".progress-table tbody")).to_contain_text("83.75 points")
    expect(desk.locator(".progress-table tbody")).to_contain_text("target met")
    desk.goto("/")
    expect(cell).to_contain_text("1 of 1 milestone")
    expect(cell).not_to_contain_text("to accept")

    assert Measurement.objects.get().accepted_by == CooperativeMilestone.objects.get().accepted_by == manager


def test_without_javascript_a_value_is_reported_and_accepted(
    open_as: Callable[..., Page], cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    score = IndicatorFactory.create(track=TrackFactory.create(slug="quality"), slug="cupping-score")
    page = open_as(treasurer, java_script_enabled=False)
    page.goto(f"/cooperatives/{cooperative.slug}/progress/indicators/{score.slug}/new/")
    page.fill("[name=value]", "much")
    page.fill("[name=source]", "Laboratory")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was saved yet")
    page.fill("[name=value]", "84")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("waiting to be accepted")
    other = open_as(manager, java_script_enabled=False)
    other.goto("/progress/waiting/")
    other.get_by_role("link", name=score.name).click()
    other.get_by_role("button", name="Accept").click()
    expect(other.locator("main")).to_contain_text("only corrected by a new one")
