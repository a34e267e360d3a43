"""A manager plans a workshop for three co-ops; a trainer takes the roll of 60 people on a phone and enters scores."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cooperatives.models import Cooperative, Programme, User
from tests.browser.conftest import PHONE, WALKS, fits
from tests.factories import EnrolmentFactory, MemberFactory, ProgrammeAssignmentFactory, UserFactory
from tests.factories_trainings import InstrumentFactory, day_of, training_of
from trainings.models import Attendance, Score, Training

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture
def trainer(programme: Programme) -> User:
    """A trainer of the programme."""
    user: User = UserFactory.create(name="Tadeo Técnico")
    ProgrammeAssignmentFactory.create(user=user, programme=programme, role="trainer")
    return user


def plan(page: Page, titled: str, names: list[str]) -> None:
    """The manager plans a training for these co-ops and people."""
    page.locator("header a[href$='/trainings/']").locator("visible=true").first.click()
    page.locator("main a[href$='/trainings/new/']").first.click()
    page.fill("[name=title]", titled)
    page.fill("[name=starts_on]", "2013-05-06")
    for name in names:
        page.get_by_label(name, exact=True).check()
    assert fits(page)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(re.compile(r"/trainings/\d+/$"))
    assert fits(page)


@WALKS
def test_a_workshop_from_plan_to_scores(
    open_as: Callable[..., Page],
    programme: Programme,
    cooperative: Cooperative,
    manager: User,
    trainer: User,
    size: dict[str, int],
    language: str,
) -> None:
    # Sixty people on a phone once; a few are enough to read the pages in each language.
    people = 58 if (size, language) == (PHONE, "es-MX") else 4
    others = [EnrolmentFactory.create(programme=programme).cooperative for _ in range(2)]
    MemberFactory.create_batch(people, cooperative=cooperative)
    jose = MemberFactory.create(cooperative=cooperative, name="José Ángel Núñez")
    InstrumentFactory.create()

    invited = [one.short_name for one in (cooperative, *others)]
    plan(open_as(manager, size=size, language=language), "Poda y sombra", [*invited, "Tadeo Técnico"])
    training = Training.objects.get()
    assert training.state == "planned"
    assert training.invitations.count() == 3

    page = open_as(trainer, size=size, language=language)
    page.goto(f"/programmes/{programme.slug}/trainings/{training.pk}/")
    assert fits(page)
    page.locator(f"main a[href*='/{cooperative.slug}/'][href$='/roll/']").first.click()
    page.locator(".roll").first.wait_for()
    assert page.locator("html").get_attribute("lang") == {"en-US": "en"}.get(language, language.lower())
    assert fits(page)
    page.fill(".roll [name=q]", "angel nun")
    expect(page.locator(".roll-list li:visible")).to_have_count(1)
    page.get_by_text("José Ángel Núñez").click()
    page.fill(".roll [name=q]", "")
    for box in page.locator("[name=marked]").all():
        box.check()
    expect(page.locator("[data-roll-count]")).to_have_text(str(people + 1))
    page.locator(".roll details summary").click()
    page.fill("[name=new-name]", "Luz Pérez")
    page.locator("button[name=do][value=add]").click()
    expect(page.get_by_text("Luz Pérez")).to_be_visible()
    expect(page.locator("[data-roll-count]")).to_have_text(str(people + 2))
    assert Attendance.objects.count() == people + 2
    training.refresh_from_db()
    assert training.state == "held"

    page.goto(f"/cooperatives/{cooperative.slug}/trainings/{training.pk}/scores/")
    assert fits(page)
    page.fill(f"[name=before_{jose.pk}]", "4")
    page.fill(f"[name=after_{jose.pk}]", "7")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("+3")
    assert Score.objects.count() == 2


def test_two_people_take_the_same_roll(
    open_as: Callable[..., Page], programme: Programme, cooperative: Cooperative, treasurer: User, trainer: User
) -> None:
    ana, beto = (MemberFactory.create(cooperative=cooperative, name=name) for name in ("Ana", "Beto"))
    day = day_of(training_of(programme, cooperative, state="planned"))
    pages = [open_as(user) for user in (treasurer, trainer)]
    for page in pages:
        page.goto(f"/cooperatives/{cooperative.slug}/trainings/days/{day.pk}/roll/")
    for page, member in zip(pages, (ana, beto), strict=True):
        page.get_by_text(member.name).click()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("main")).to_contain_text("Saved")
    expect(pages[1].locator("main")).to_contain_text("Saved: 2 present")
    assert Attendance.objects.count() == 2


def test_roll_call_without_javascript(
    open_as: Callable[..., Page], programme: Programme, cooperative: Cooperative, trainer: User
) -> None:
    ana, jose = (MemberFactory.create(cooperative=cooperative, name=name) for name in ("Ana", "José Núñez"))
    day = day_of(training_of(programme, cooperative))
    page = open_as(trainer, java_script_enabled=False)
    page.goto(f"/cooperatives/{cooperative.slug}/trainings/days/{day.pk}/roll/")
    page.locator(f"[name=marked][value='{ana.pk}']").check()
    page.fill(".roll [name=q]", "nunez")
    page.get_by_role("button", name="Save the marks and look").click()
    expect(page.locator(".roll-list li")).to_have_count(1)
    page.locator(f"[name=marked][value='{jose.pk}']").check()
    page.fill(".roll [name=q]", "")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("2 present")
    assert Attendance.objects.count() == 2
