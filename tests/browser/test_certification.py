"""A candidate from its enquiry to the certificate, by the program manager and the co-op; then suspended and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from certification.actions.answer_section import Reply, answer_section
from certification.actions.assess import review_assessment, start_self_assessment, submit_assessment
from certification.actions.hold_audit import close_audit, plan_audit, start_audit
from certification.models import Assessment, CertificationFile, NonConformity, StandardVersion
from cooperatives.models import Cooperative, Programme, User
from tests import factories_certification as made
from tests.browser.conftest import DESK, PHONE
from tests.premiums.test_vouchers import picture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def candidate(cooperative: Cooperative, programme: Programme) -> Cooperative:
    """A candidate of the programme, which wants five."""
    programme.candidates_goal = 5
    programme.save()
    cooperative.enrolments.update(kind="candidate")
    return cooperative


@pytest.fixture
def version() -> StandardVersion:
    """A version with one criterion, which the co-op meets."""
    return made.CriterionFactory.create().version


def move(page: Page, to: str, **typed: str) -> None:
    """Move the file whose page is open."""
    page.get_by_role("link", name="Move", exact=True).click()
    page.get_by_role("link", name=to, exact=True).click()
    for label, text in typed.items():
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Save the move").click()
    expect(page.locator(".subtitle .badge").first).to_have_text(to.lower())


def assess(file: CertificationFile, treasurer: User, oversight: User) -> Assessment:
    """The co-op answers its self-assessment, and a colleague reviews it."""
    assessment = start_self_assessment(file=file, started_on=file.cooperative.today(), by=treasurer)[0]
    assert file.version
    criterion = file.version.criteria.get()
    answers = {criterion.pk: Reply(complies=True)}
    answer_section(assessment=assessment, section=criterion.section, given=answers, seen={}, by=treasurer)
    submit_assessment(assessment=assessment, by=treasurer)
    return review_assessment(assessment=assessment, by=oversight)


def audit(file: CertificationFile, manager: User) -> None:
    """The certifier's audit is planned and held."""
    today = file.cooperative.today()
    planned = plan_audit(file=file, kind="initial", planned_on=today, by=manager)
    close_audit(audit=start_audit(audit=planned, started_on=today, by=manager), ended_on=today, by=manager)


def correct(open_as: Callable[..., Page], finding: NonConformity, treasurer: User, oversight: User) -> None:
    """The treasurer submits a photo from the phone; somebody of the oversight committee verifies it."""
    phone = open_as(treasurer, size=PHONE)
    phone.goto("/corrective-measures/")
    phone.get_by_role("link", name=finding.finding).first.click()
    phone.get_by_role("link", name="Submit the evidence").click()
    phone.get_by_label("What was done").fill("Ya hay letreros")
    photo = {"name": "letrero.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG")}
    phone.get_by_label("Evidence: photos or PDF").set_input_files([photo])
    phone.get_by_role("button", name="Submit").click()
    expect(phone.locator(".alert-success")).to_contain_text("Somebody else looks at it now")
    expect(phone.locator(".file-name")).to_have_text("letrero.jpg")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    second = open_as(oversight, size=PHONE)
    second.goto(phone.url)
    second.get_by_role("button", name="Verify").click()
    expect(second.locator(".alert-success")).to_contain_text("Verified")


def test_a_candidate_goes_from_enquiry_to_certified_and_comes_back_from_a_suspension(
    open_as: Callable[..., Page],
    candidate: Cooperative,
    version: StandardVersion,
    manager: User,
    treasurer: User,
    oversight: User,
) -> None:
    page = open_as(manager, size=DESK)
    page.get_by_role("link", name="Path").first.click()
    page.get_by_role("link", name="Open a file").click()
    page.get_by_label("Scheme").select_option(str(version.standard.scheme_id))
    page.get_by_label("Version of the standard").select_option(str(version.pk))
    page.get_by_role("button", name="Open the file").click()
    file = CertificationFile.objects.get(cooperative=candidate)
    home = page.url

    move(page, "Self-assessment")
    assess(file, treasurer, oversight)
    move(page, "Application")
    move(page, "Audit")
    audit(file, manager)
    page.reload()
    page.get_by_role("link", name="Raise a non-conformity").click()
    page.get_by_label("What was found").fill("Faltan letreros")
    page.get_by_label("major", exact=True).check()
    page.get_by_role("button", name="Save the non-conformity").click()
    finding = NonConformity.objects.get()
    page.goto(home)
    move(page, "Corrective measures")
    move(page, "Decision")
    page.get_by_role("link", name="Move", exact=True).click()
    expect(page.locator(".move-blocked")).to_contain_text("1 open major non-conformity")

    correct(open_as, finding, treasurer, oversight)
    page.goto(f"/cooperatives/{candidate.slug}/certification/non-conformities/{finding.pk}/")
    page.get_by_role("link", name="Close", exact=True).click()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator(".subtitle")).to_contain_text(["closed"])

    page.goto(home)
    move(page, "Certified")
    page.get_by_role("link", name="Record a certificate").click()
    page.get_by_label("Number").fill("FT-2026-1")
    page.get_by_role("button", name="Save the certificate").click()
    expect(page.locator("#certificates + dl")).to_contain_text("FT-2026-1")
    page.get_by_role("link", name="Grant permission to trade").click()
    page.get_by_role("button", name="Save the permission").click()
    expect(page.locator("section[aria-labelledby=trade]")).to_contain_text("allowed")
    page.get_by_role("link", name="Path").first.click()
    expect(page.locator("section[aria-labelledby=stage-certified]")).to_contain_text(candidate.short_name)
    expect(page.locator(".figures")).to_contain_text("5 or more")

    page.goto(home)
    move(page, "Suspended", **{"Why, in the certifier's words": "Faltan hojas"})
    expect(page.locator("section[aria-labelledby=trade]")).to_contain_text("barred")
    move(page, "Certified")
    expect(page.locator("section[aria-labelledby=trade]")).to_contain_text("Ended: Faltan hojas")
    file.refresh_from_db()
    assert (file.state, file.since_on) == ("certified", candidate.today())
    assert file.year_zero_on == candidate.today()
    assert file.permissions.get().until_on == candidate.today()
