"""A self-assessment on two phones at once, and its pages in every look; its whole way is a walk of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from certification.models import Answer, CertificationFile, Criterion
from cooperatives.models import Cooperative, User
from tests import factories_certification as made
from tests.browser.test_accessibility import in_every_look

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A file in preparation under a version with forty criteria in eight sections."""
    file = made.file_in("preparation", cooperative=cooperative)
    for number in range(1, 9):
        section = made.SectionFactory.create(version=file.version, number=f"3.{number}", title=f"Sección {number}")
        for place in range(1, 6):
            made.CriterionFactory.create(
                section=section, text=f"Tema {number}.{place}", kind="development" if place == 5 else "core"
            )
    return file


def answer(page: Page, text: str, word: str) -> None:
    page.get_by_role("group", name=text, exact=True).get_by_label(word, exact=True).check()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= 360)


def test_two_phones_see_both_answers_and_choose(
    open_as: Callable[..., Page], file: CertificationFile, treasurer: User, cooperative: Cooperative
) -> None:
    row = made.AssessmentFactory.create(file=file)
    criterion = Criterion.objects.get(text="Tema 1.5")
    address = f"/cooperatives/triunfo/certification/assessments/{row.pk}/sections/{criterion.section_id}/"
    one, other = open_as(treasurer), open_as(treasurer, java_script_enabled=False)
    one.goto(address)
    other.goto(address)
    answer(one, "Tema 1.5", "2")
    one.get_by_role("button", name="Save", exact=True).click()
    expect(one.locator("main")).to_contain_text("1 answer saved")
    answer(other, "Tema 1.5", "4")
    answer(other, "Tema 1.1", "Yes")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("alert")).to_contain_text("Somebody else answered this criterion meanwhile")
    assert Answer.objects.get(criterion=criterion).rank == 2
    assert fits(other)
    other.get_by_role("group", name="Tema 1.5").get_by_label("your answer; not saved yet").check()
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator("main")).to_contain_text("1 answer saved")
    assert Answer.objects.get(criterion=criterion).rank == 4
    assert Answer.objects.get(criterion__text="Tema 1.1").complies is True


def test_the_pages_of_an_assessment_are_accessible(
    open_as: Callable[..., Page], chromium: Browser, file: CertificationFile, treasurer: User, manager: User
) -> None:
    row = made.AssessmentFactory.create(file=file)
    audit = made.AuditFactory.create(file=file)
    section = Criterion.objects.get(text="Tema 1.5").section
    made.answered(row, {Criterion.objects.get(text="Tema 1.5"): made.Reply(rank=4, comment="Hay registro")})
    base = "/cooperatives/triunfo/certification/"
    one = f"{base}assessments/{row.pk}/"
    found = []
    for person, addresses in (
        (treasurer, (f"{base}assessments/", one, f"{one}sections/{section.pk}/", f"{one}submit/", f"{one}compare/")),
        (
            manager,
            (
                f"{base}audits/{audit.pk}/close/",
                f"{base}files/{file.pk}/audits/new/",
                f"{base}files/{file.pk}/readiness/",
            ),
        ),
    ):
        page = open_as(person)
        for address in addresses:
            page.goto(address)
            found += in_every_look(page, address)
    assert not found, "\n".join(["", *found])
