"""A self-assessment from a phone to its review, and the readiness that comes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from certification.models import Answer, Assessment, CertificationFile, Criterion
from cooperatives.models import Cooperative, User
from tests import factories_certification as made
from tests.browser.conftest import DESK
from tests.browser.test_accessibility import in_every_look
from tests.browser.test_treasurer import photo

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


def test_a_self_assessment_goes_from_a_phone_to_its_review(
    open_as: Callable[..., Page], file: CertificationFile, treasurer: User, manager: User
) -> None:
    phone = open_as(treasurer)
    phone.goto("/cooperatives/triunfo/certification/assessments/")
    phone.get_by_role("link", name="Start a self-assessment").click()
    phone.get_by_role("button", name="Start").click()
    expect(phone.locator("main")).to_contain_text("0 of 40 answered")
    assert fits(phone)
    phone.get_by_role("link", name="Begin: section 3.1").click()
    answer(phone, "Tema 1.1", "Yes")
    answer(phone, "Tema 1.2", "No")
    answer(phone, "Tema 1.3", "Not applicable")
    answer(phone, "Tema 1.5", "4")
    first = phone.locator(f"#c{Criterion.objects.get(text='Tema 1.1').pk}")
    first.get_by_text("Comment and evidence").click()
    first.locator("input[type=file]").set_input_files(files=[photo()])  # type: ignore[list-item]
    assert fits(phone)
    phone.get_by_role("button", name="Save and next").click()
    expect(phone.locator("main")).to_contain_text("4 answers saved")
    expect(phone.locator("h1")).to_contain_text("3.2")

    # She leaves, and comes back to where she was.
    phone.goto("/cooperatives/triunfo/spending/")
    phone.goto("/cooperatives/triunfo/certification/assessments/")
    phone.get_by_role("link", name="Go on answering").click()
    expect(phone.locator("main")).to_contain_text("4 of 40 answered")
    phone.get_by_role("link", name="Submit").click()
    expect(phone.locator("main")).to_contain_text("needs a word why")
    phone.locator(".assess-names").last.get_by_role("link", name="Tema 1.3").click()
    third = phone.locator(f"#c{Criterion.objects.get(text='Tema 1.3').pk}")
    third.locator("textarea").fill("No hay bodega")
    phone.get_by_role("button", name="Save", exact=True).click()
    phone.get_by_role("link", name="Submit").click()
    expect(phone.locator("main")).to_contain_text("36 criteria are not answered")
    assert fits(phone)
    phone.get_by_role("button", name="Submit").click()
    expect(phone.locator("main")).to_contain_text("somebody else reviews it")

    desk = open_as(manager, size=DESK)
    row = Assessment.objects.get()
    address = f"/cooperatives/triunfo/certification/assessments/{row.pk}/"
    desk.goto(address)
    desk.get_by_role("link", name="Return").click()
    desk.get_by_label("Reason").fill("Falta la sección 3.2")
    desk.get_by_role("button", name="Return to be corrected").click()
    expect(desk.locator("main")).to_contain_text("Falta la sección 3.2")

    phone.goto(address)
    expect(phone.locator("main")).to_contain_text("Falta la sección 3.2")
    phone.get_by_role("link", name="3.2 Sección 2").click()
    answer(phone, "Tema 2.1", "Yes")
    phone.get_by_role("button", name="Save", exact=True).click()
    phone.get_by_role("link", name="Submit").click()
    phone.get_by_role("button", name="Submit").click()

    desk.goto(address)
    desk.get_by_role("link", name="Review").click()
    desk.get_by_role("button", name="Confirm the review").click()
    expect(desk.locator("main")).to_contain_text("Reviewed, Marta Manager")
    desk.goto(f"/cooperatives/triunfo/certification/files/{file.pk}/readiness/")
    main = desk.locator("main")
    expect(main).to_contain_text("Of 32 core and major criteria due, 3 are met: 2 passed")
    expect(main).to_contain_text("1 not applicable. 1 failed and 28 are not answered")
    expect(main).to_contain_text("4 points over 1 is an average of 4.00; 3.00 is needed")
    expect(main).to_contain_text("Not ready")
    assert in_every_look(desk, "readiness") == []


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
        (manager, (f"{base}audits/{audit.pk}/close/", f"{base}files/{file.pk}/audits/new/")),
    ):
        page = open_as(person)
        for address in addresses:
            page.goto(address)
            found += in_every_look(page, address)
    assert not found, "\n".join(["", *found])
