"""A treasurer is invited by link, comes in, and leaves: the open session ends at once. A passkey signs a person in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cooperatives.models import Cooperative, StaffAssignment, User
from tests.browser.conftest import DESK, PHONE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= 360)


def with_authenticator(page: Page) -> None:
    """A phone that answers with a fingerprint, as Chromium pretends it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def invited(office: Page, cooperative: Cooperative, name: str) -> str:
    office.goto("/people/invite/")
    office.get_by_label("Name").fill(name)
    office.get_by_label("Mail address").fill(f"{name.lower()}@example.org")
    office.locator("[name=role]").select_option(f"c-{cooperative.pk}-treasurer")
    office.get_by_label("I hand it over myself").check()
    office.get_by_role("button", name="Invite").click()
    return office.get_by_label(f"The link for {name}").input_value()


def test_a_treasurer_comes_in_by_link_and_leaves(
    open_as: Callable[..., Page],
    chromium: Browser,
    live_server: LiveServer,
    cooperative: Cooperative,
    manager: User,
) -> None:
    office = open_as(manager, size=DESK)
    link = invited(office, cooperative, "Nora")

    context = chromium.new_context(base_url=live_server.url, viewport=PHONE, locale="en-US")
    phone = context.new_page()
    phone.goto(link)
    assert fits(phone)
    phone.get_by_label("Password").fill("sombra-y-altura-1400")
    phone.get_by_role("button", name="Save the password and come in").click()
    expect(phone).to_have_url(f"{live_server.url}/cooperatives/{cooperative.slug}/spending/")
    phone.goto("/profile/")
    assert fits(phone)
    expect(phone.locator("main")).to_contain_text("now, here")

    office.goto("/people/")
    office.get_by_role("link", name="Nora").click()
    role = office.get_by_role("row", name="Treasurer")
    role.locator("summary").click()  # what will happen is said before anything is sent
    role.locator(".confirm-panel").get_by_role("button", name="End now").click()
    expect(office.locator("main")).to_contain_text("was signed out everywhere")
    assert StaffAssignment.objects.get(user__name="Nora").ended_by == manager

    phone.goto(f"/cooperatives/{cooperative.slug}/spending/")
    expect(phone).to_have_url(f"{live_server.url}/accounts/login/?next=/cooperatives/{cooperative.slug}/spending/")
    phone.goto(link)
    expect(phone.locator("h1")).to_have_text("This link no longer works")
    context.close()


def test_a_passkey_instead_of_a_password(
    open_as: Callable[..., Page],
    chromium: Browser,
    live_server: LiveServer,
    cooperative: Cooperative,
    manager: User,
) -> None:
    link = invited(open_as(manager, size=DESK), cooperative, "Pilar")
    context = chromium.new_context(base_url=live_server.url, viewport=PHONE, locale="en-US")
    phone = context.new_page()
    problems: list[str] = []
    phone.on("pageerror", lambda error: problems.append(str(error)))
    phone.on("console", lambda line: problems.append(line.text) if "Content Security" in line.text else None)
    with_authenticator(phone)
    phone.goto(link)
    phone.get_by_role("button", name="Come in with a passkey").click()
    phone.get_by_role("button", name="Add a passkey").click()
    expect(phone.locator("h1")).to_have_text("Is it you?")  # the codes are shown only to who just proved it
    phone.get_by_role("link", name="Use a passkey").click()
    phone.get_by_role("button", name="Use a passkey").click()
    expect(phone.locator("h1")).to_have_text("Recovery codes")
    assert fits(phone)
    expect(phone.locator(".codes li")).to_have_count(10)
    assert not User.objects.get(name="Pilar").has_usable_password()

    phone.get_by_text("Account:").first.locator("..").click()
    phone.get_by_role("button", name="Sign out").click()
    phone.wait_for_url(lambda address: "/accounts/login/" in address)
    phone.goto("/accounts/login/")
    phone.get_by_role("button", name="Use a passkey").click()
    expect(phone).to_have_url(f"{live_server.url}/cooperatives/{cooperative.slug}/spending/")
    context.close()
    assert not problems


def test_a_passkey_that_is_refused_says_so(chromium: Browser, live_server: LiveServer, treasurer: User) -> None:
    context = chromium.new_context(base_url=live_server.url, viewport=PHONE, locale="en-US")
    phone = context.new_page()
    session = phone.context.new_cdp_session(phone)
    session.send("WebAuthn.enable")  # and no authenticator: the browser refuses
    phone.goto("/accounts/login/")
    phone.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('refused')) }")
    phone.get_by_role("button", name="Use a passkey").click()
    expect(phone.get_by_role("alert").last).to_contain_text("That did not work")
    context.close()
