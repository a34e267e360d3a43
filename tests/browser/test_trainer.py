"""A manager plans a workshop for three co-ops; a trainer takes the roll of 60 people on a phone and enters scores."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from cooperatives.models import Cooperative, Programme, User
from tests.browser.conftest import DESK
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


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= 360)


def test_a_workshop_from_plan_to_scores(
    open_as: Callable[..., Page], programme: Programme, cooperative: Cooperative, manager: User, trainer: User
) -> None:
    others = [EnrolmentFactory.create(programme=programme).cooperative for _ in range(2)]
    MemberFactory.create_batch(58, cooperative=cooperative)
    jose = MemberFactory.create(cooperative=cooperative, name="José Ángel Núñez")
    InstrumentFactory.create()

    page = open_as(manager, size=DESK)
    page.get_by_role("link", name="Trainings").first.click()
    page.get_by_role("link", name="Plan a training").first.click()
    page.fill("[name=title]", "Poda y sombra")
    page.fill("[name=starts_on]", "2013-05-06")
    for one in (cooperative, *others):
        page.get_by_label(one.short_name, exact=True).check()
    page.get_by_label("Tadeo Técnico").check()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.locator("main")).to_contain_text("Planned")
    training = Training.objects.get()
    assert training.invitations.count() == 3

    phone = open_as(trainer)
    phone.goto(f"/programmes/{programme.slug}/trainings/{training.pk}/")
    assert fits(phone)
    phone.get_by_role("link", name=f"Roll call of {cooperative.short_name}").click()
    phone.locator(".roll").first.wait_for()
    assert fits(phone)
    phone.fill(".roll [name=q]", "angel nun")
    expect(phone.locator(".roll-list li:visible")).to_have_count(1)
    phone.get_by_text("José Ángel Núñez").click()
    phone.fill(".roll [name=q]", "")
    for box in phone.locator("[name=marked]").all():
        box.check()
    expect(phone.locator("[data-roll-count]")).to_have_text("59")
    phone.get_by_text("Somebody new").click()
    phone.fill("[name=new-name]", "Luz Pérez")
    phone.get_by_role("button", name="Add and mark").click()
    expect(phone.locator("main")).to_contain_text("Saved: 60 present")
    assert Attendance.objects.count() == 60
    training.refresh_from_db()
    assert training.state == "held"

    phone.goto(f"/cooperatives/{cooperative.slug}/trainings/{training.pk}/scores/")
    assert fits(phone)
    phone.fill(f"[name=before_{jose.pk}]", "4")
    phone.fill(f"[name=after_{jose.pk}]", "7")
    phone.get_by_role("button", name="Save the scores").click()
    expect(phone.locator("main")).to_contain_text("+3")
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
