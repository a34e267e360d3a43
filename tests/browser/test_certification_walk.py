"""One co-op from its enquiry to the certificate, then through surveillance and a suspension: all of it on the pages.

The program manager sits at a desk, the co-op holds a phone of 360 pixels.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from certification.models import Assessment, CertificationFile, NonConformity, StandardVersion
from cooperatives.models import Cooperative, Programme, User
from tests import factories_certification as made
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_treasurer import photo

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

HOME = "/cooperatives/triunfo/certification/"


@pytest.fixture
def candidate(cooperative: Cooperative, programme: Programme) -> Cooperative:
    """A candidate of the programme, which wants five."""
    programme.candidates_goal = 5
    programme.save()
    cooperative.enrolments.update(kind="candidate")
    return cooperative


@pytest.fixture
def version() -> StandardVersion:
    """A version with six criteria in two sections."""
    row = made.StandardVersionFactory.create()
    for number in (1, 2):
        section = made.SectionFactory.create(version=row, number=f"3.{number}", title=f"Sección {number}")
        for place in (1, 2, 3):
            kind = "development" if place == 3 else "core"
            made.CriterionFactory.create(section=section, text=f"Tema {number}.{place}", kind=kind)
    return row


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def told(page: Page, text: str) -> None:
    expect(page.locator(".alert-success")).to_contain_text(text)


def answer(page: Page, text: str, word: str) -> None:
    page.get_by_role("group", name=text, exact=True).get_by_label(word, exact=True).check()


def fits(phone: Page) -> bool:
    return bool(phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"])


def day_ago(days: int) -> dt.date:
    return Cooperative.objects.get().today() - dt.timedelta(days)


def ago(days: int) -> str:
    """A day before today, as a field for dates takes it."""
    return day_ago(days).isoformat()


def move(page: Page, to: str, days: int, **typed: str) -> None:
    """Move the file so many days ago, from its page and back to it."""
    page.goto(HOME)
    page.locator("main h2 a").first.click()
    follow(page, "Move")
    follow(page, to)
    page.fill("[name=taken_on]", ago(days))
    for label, text in typed.items():
        page.get_by_label(label).fill(text)
    press(page, "Save the move")
    expect(page.locator(".subtitle .badge").first).to_have_text(to.lower())


def trade(page: Page) -> Locator:
    return page.locator("section[aria-labelledby=trade]")


def open_the_file(desk: Page, version: StandardVersion) -> None:
    """The manager opens the file of the candidate, from the path."""
    follow(desk, "Path")
    follow(desk, "Open a file Triunfo")
    desk.get_by_label("Scheme").select_option(str(version.standard.scheme_id))
    desk.get_by_label("Version of the standard").select_option(str(version.pk))
    desk.get_by_label("Enquiry on").fill(ago(200))
    press(desk, "Open the file")
    told(desk, "The file is open")
    expect(desk.locator(".next-step")).to_contain_text("Start the self-assessment")


def assess_themselves(phone: Page) -> None:
    """The treasurer answers section by section, leaves, comes back, is told what is missing, and submits."""
    phone.goto(f"{HOME}assessments/")
    follow(phone, "Start a self-assessment")
    phone.get_by_label("Started on").fill(ago(180))
    press(phone, "Start the self-assessment")
    expect(phone.locator("main")).to_contain_text("0 of 6 answered")
    assert fits(phone)
    follow(phone, "Begin: section 3.1")
    answer(phone, "Tema 1.1", "Yes")
    answer(phone, "Tema 1.2", "Not applicable")
    answer(phone, "Tema 1.3", "4")
    question = phone.locator(".question", has_text="Tema 1.1")
    question.get_by_text("Comment and evidence").click()
    question.locator("input[type=file]").set_input_files(files=[photo()])  # type: ignore[list-item]
    assert fits(phone)
    press(phone, "Save and next")
    told(phone, "3 answers saved")
    expect(phone.locator("h1")).to_contain_text("3.2")
    phone.goto("/cooperatives/triunfo/spending/")
    phone.goto(f"{HOME}assessments/")
    follow(phone, "Go on answering")
    expect(phone.locator("main")).to_contain_text("3 of 6 answered")
    follow(phone, "Submit")
    expect(phone.locator("main")).to_contain_text("needs a word why")
    phone.locator(".assess-names").last.get_by_role("link", name="Tema 1.2").click()
    phone.locator(".question", has_text="Tema 1.2").locator("textarea").fill("No hay bodega")
    press(phone, "Save")
    follow(phone, "Submit")
    expect(phone.locator("main")).to_contain_text("3 criteria are not answered")
    assert fits(phone)
    press(phone, "Submit")
    expect(phone.locator("main")).to_contain_text("somebody else reviews it")
    assert phone.get_by_role("link", name="Review", exact=True).count() == 0, "never by who submitted it"


def review(desk: Page, phone: Page) -> None:
    """The manager returns it with a reason, the co-op completes it, the manager reviews it and looks at readiness."""
    address = phone.url
    desk.goto(address)
    follow(desk, "Return")
    desk.get_by_label("Reason").fill("Falta la sección 3.2")
    press(desk, "Return to be corrected")
    phone.goto(address)
    expect(phone.locator("main")).to_contain_text("Falta la sección 3.2")
    follow(phone, "Go on: section 3.2")
    answer(phone, "Tema 2.1", "Yes")
    answer(phone, "Tema 2.2", "No")
    answer(phone, "Tema 2.3", "2")
    press(phone, "Save")
    follow(phone, "Submit")
    press(phone, "Submit")
    desk.goto(address)
    follow(desk, "Review")
    press(desk, "Confirm the review")
    expect(desk.locator("main")).to_contain_text("Reviewed, Marta Manager")
    desk.goto(f"{HOME}assessments/")
    follow(desk, "Readiness")
    main = desk.locator("main")
    expect(main).to_contain_text("Of 4 core and major criteria due, 3 are met: 2 passed")
    expect(main).to_contain_text("1 not applicable. 1 failed and 0 are not answered")
    expect(main).to_contain_text("6 points over 2 is an average of 3.00; 3.00 is needed")
    expect(main).to_contain_text("Not ready")


def plan_and_begin(desk: Page, kind: str, days: int) -> None:
    """The certifier's audit is planned, and began so many days ago."""
    desk.goto(f"{HOME}assessments/")
    follow(desk, "Plan an audit")
    desk.get_by_label("Kind").select_option(kind)
    desk.get_by_label("Planned for").fill(ago(days))
    desk.get_by_label("Auditor").fill("Irma Inspectora")
    press(desk, "Plan the audit")
    told(desk, "The audit is planned")
    follow(desk, "It has begun")
    press(desk, "Save")
    told(desk, "The audit has begun")


def answer_and_close(desk: Page, answers: dict[str, str], days: int) -> None:
    """What the auditor found, section by section; then the closing report."""
    address = desk.url
    follow(desk, "Begin: section 3.1")
    for number in (1, 2):
        for text, word in answers.items():
            if text.startswith(f"Tema {number}"):
                answer(desk, text, word)
        press(desk, "Save and next" if number == 1 else "Save")
    expect(desk.locator("main")).to_contain_text("6 of 6 answered")
    desk.goto(address)
    follow(desk, "Close the audit")
    press(desk, "Close the audit")
    assert desk.url.endswith("/close/"), "the day on which it ended is missing"
    desk.get_by_label("Ended on").fill(ago(days))
    desk.get_by_label("Closing report: photos or PDFs").set_input_files([photo()])  # type: ignore[list-item]
    press(desk, "Close the audit")
    told(desk, "The answers of this audit stay as they are")


def raise_finding(desk: Page, finding: str, severity: str, criterion: str) -> NonConformity:
    """The manager records what the audit found, from the page of the file."""
    desk.goto(HOME)
    desk.locator("main h2 a").first.click()
    follow(desk, "Raise a non-conformity")
    desk.get_by_label("What was found").fill(finding)
    desk.get_by_label(severity, exact=True).check()
    desk.get_by_label("Criterion").select_option(label=criterion)
    desk.get_by_label("Responsible person").select_option(label="Tomasa Tesorera")
    press(desk, "Save the non-conformity")
    told(desk, "The non-conformity is recorded")
    return NonConformity.objects.get(finding=finding)


def correct(phone: Page, finding: NonConformity) -> None:
    """The treasurer says what will be done, does it, and submits a photo; verifying is not hers."""
    phone.goto("/corrective-measures/")
    expect(phone.locator("section", has=phone.get_by_role("heading", name="Mine"))).to_contain_text(finding.finding)
    phone.get_by_role("link", name=finding.finding).first.click()
    phone.wait_for_url("**/non-conformities/**")
    assert fits(phone)
    follow(phone, "Propose a measure")
    phone.get_by_label("What will be done").fill("Poner letreros")
    press(phone, "Save the measure")
    follow(phone, "Submit the evidence")
    phone.get_by_label("What was done").fill("Ya hay letreros")
    phone.get_by_label("Evidence: photos or PDF").set_input_files([photo()])  # type: ignore[list-item]
    press(phone, "Submit")
    told(phone, "Somebody else looks at it now")
    expect(phone.locator(".file-name")).to_have_text("nota.jpg")
    expect(phone.get_by_role("button", name="Verify")).to_have_count(0)
    assert fits(phone)


def verify_and_close(second: Page, desk: Page, phone: Page) -> None:
    """Somebody of the oversight committee verifies it; the manager closes it."""
    second.goto(phone.url)
    press(second, "Verify")
    told(second, "Verified")
    desk.goto(phone.url)
    follow(desk, "Close")
    press(desk, "Close")
    expect(desk.locator(".subtitle")).to_contain_text(["closed"])


def record_what_was_decided(desk: Page, candidate: Cooperative) -> None:
    """The certificate with number, scope and validity, and permission to trade."""
    follow(desk, "Record a certificate")
    expect(desk.get_by_label("Valid until")).not_to_have_value("")  # proposed from the cycle of the version
    desk.get_by_label("Number").fill("FT-2026-1")
    desk.get_by_label("What it covers").fill("Café verde, 44 socias y socios")
    desk.get_by_label("The certificate: photo or PDF").set_input_files([photo()])  # type: ignore[list-item]
    press(desk, "Save the certificate")
    expect(desk.locator("section[aria-labelledby=certificates]")).to_contain_text("FT-2026-1")
    expect(desk.locator("section[aria-labelledby=certificates]")).to_contain_text("Café verde, 44 socias y socios")
    grant(desk, 60)
    follow(desk, "Path")
    expect(desk.locator("section[aria-labelledby=stage-certified]")).to_contain_text(candidate.short_name)
    expect(desk.locator(".figures")).to_contain_text("5 or more")


def grant(desk: Page, days: int) -> None:
    follow(desk, "Grant permission to trade")
    desk.fill("[name=from_on]", ago(days))
    press(desk, "Save the permission")
    expect(trade(desk)).to_contain_text("allowed")


def suspend_and_come_back(desk: Page, phone: Page) -> None:
    """Suspended: trade is barred, the co-op sees until when. Back: permission to trade is granted anew."""
    move(desk, "Suspended", 8, **{"Why, in the certifier's words": "Faltan hojas"})
    expect(trade(desk)).to_contain_text("barred")
    phone.goto(f"{HOME}dates/")
    expect(phone.locator("main")).to_contain_text("Suspension runs out")
    assert fits(phone)
    move(desk, "Certified", 1)
    expect(trade(desk)).to_contain_text("Ended: Faltan hojas")
    expect(trade(desk)).to_contain_text("none now")
    grant(desk, 0)


def test_a_candidate_is_certified_surveyed_suspended_and_comes_back(
    open_as: Callable[..., Page],
    candidate: Cooperative,
    version: StandardVersion,
    manager: User,
    treasurer: User,
    oversight: User,
) -> None:
    desk, phone, second = open_as(manager, size=DESK), open_as(treasurer), open_as(oversight)
    open_the_file(desk, version)
    move(desk, "Self-assessment", 190)
    assess_themselves(phone)
    review(desk, phone)
    move(desk, "Application", 150)
    move(desk, "Audit", 120)
    plan_and_begin(desk, "initial", 110)
    found = {"Tema 1.1": "Yes", "Tema 1.2": "Yes", "Tema 1.3": "4", "Tema 2.1": "Yes", "Tema 2.2": "No"}
    answer_and_close(desk, found | {"Tema 2.3": "3"}, 108)
    major = raise_finding(desk, "Faltan letreros", "major", "3.2 Tema 2.2")
    move(desk, "Corrective measures", 100)
    move(desk, "Decision", 70)
    follow(desk, "Move")
    expect(desk.locator(".move-blocked")).to_contain_text("1 open major non-conformity")
    correct(phone, major)
    verify_and_close(second, desk, phone)
    move(desk, "Certified", 60)
    expect(desk.locator("section[aria-labelledby=ready]")).to_contain_text("Ready")
    record_what_was_decided(desk, candidate)

    plan_and_begin(desk, "surveillance", 20)
    answer_and_close(desk, found | {"Tema 2.3": "5"}, 19)
    minor = raise_finding(desk, "Faltan botas", "minor", "3.2 Tema 2.2")
    correct(phone, minor)
    verify_and_close(second, desk, phone)
    suspend_and_come_back(desk, phone)

    file = CertificationFile.objects.get()
    path = ["enquiry", "preparation", "application", "audit", "correction", "decision", "certified"]
    steps = list(file.steps.order_by("pk").values_list("to_state", flat=True))
    assert steps == [*path, "suspended", "certified"]
    assert (file.state, file.since_on, file.year_zero_on) == ("certified", day_ago(1), day_ago(60))
    held = file.permissions.order_by("from_on").values_list("from_on", "until_on")
    assert list(held) == [(day_ago(60), day_ago(8)), (day_ago(0), None)]
    assert set(Assessment.objects.values_list("kind", "state")) == {
        ("self", "reviewed"),
        ("initial", "held"),
        ("surveillance", "held"),
    }
    for finding in NonConformity.objects.all():
        assert (finding.submitted_by, finding.verified_by, finding.state) == (treasurer, oversight, "closed")
