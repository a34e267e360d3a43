"""Signing in, one's own sessions, the second factor, and being signed out when idle."""

from __future__ import annotations

import re
import time
from threading import Event
from typing import Any
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.conf import global_settings
from django.conf import settings as django_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cooperatives import sign_in
from cooperatives.models import Cooperative, User
from tests import factories

pytestmark = pytest.mark.django_db

LOGIN, RESET, PROFILE = reverse("account_login"), reverse("account_reset_password"), reverse("profile")
TOLERANCE = django_settings.MFA_TOTP_TOLERANCE
CHROME = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"


def sign_in_as(person: User, client: Client | None = None, password: str = factories.PASSWORD) -> Any:
    client = client or Client()
    return client, client.post(LOGIN, {"login": person.email, "password": password}, headers={"user-agent": CHROME})


def without_token(page: Any) -> str:
    return re.sub(r'value="[\w-]{30,}"', "", page.content.decode())


# What errors tell ----------------------------------------------------------------------------------------------------


def test_sign_in_does_not_tell_whether_an_address_exists(client: Client, treasurer: User) -> None:
    known = client.post(LOGIN, {"login": treasurer.email, "password": "wrong-1400"})
    unknown = client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong-1400"})
    said = [
        without_token(page).replace(address, "")
        for page, address in ((known, treasurer.email), (unknown, "nobody@example.org"))
    ]
    assert said[0] == said[1]


def test_sign_in_works_as_long_for_an_unknown_address(client: Client, treasurer: User, settings: Any) -> None:
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS  # those of the site, not the quick one of the tests
    treasurer.set_password(factories.PASSWORD)
    treasurer.save()
    hashed = []
    for address in (treasurer.email, "nobody@example.org"):
        with mock.patch.object(
            PBKDF2PasswordHasher, "encode", autospec=True, side_effect=PBKDF2PasswordHasher.encode
        ) as encode:
            client.post(LOGIN, {"login": address, "password": "wrong-1400"})
        hashed.append(encode.call_count)
    assert hashed[0] == hashed[1] >= 1


def test_reset_does_not_tell_whether_an_address_exists(client: Client, treasurer: User) -> None:
    pages = [client.post(RESET, {"email": address}, follow=True) for address in (treasurer.email, "no@example.org")]
    assert without_token(pages[0]) == without_token(pages[1])
    sign_in._POST.submit(lambda: None).result()  # after whatever is on its way
    assert [message.to for message in mail.outbox] == [[treasurer.email]]


def test_reset_answers_before_the_mail_leaves(client: Client, treasurer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    is_answered, sent = Event(), []

    def slow(message: Any) -> None:
        assert is_answered.wait(20)
        sent.append(message)

    monkeypatch.setattr(sign_in, "_send", slow)
    client.post(RESET, {"email": treasurer.email})
    assert not sent
    is_answered.set()
    sign_in._POST.submit(lambda: None).result()
    assert len(sent) == 1


def test_a_mail_that_does_not_leave_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    message = mock.Mock()
    message.send.side_effect = ConnectionRefusedError
    sign_in._send(message)
    assert "did not leave" in caplog.text


def test_the_link_of_a_reset_sets_a_new_password(client: Client, treasurer: User) -> None:
    client.post(RESET, {"email": treasurer.email})
    sign_in._POST.submit(lambda: None).result()
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert found
    page = client.get(found.group(1), follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": "neblina-de-julio", "password2": "neblina-de-julio"})
    treasurer.refresh_from_db()
    assert treasurer.check_password("neblina-de-julio")


def test_wrong_passwords_are_limited(client: Client, treasurer: User) -> None:
    for _try in range(12):
        client.post(LOGIN, {"login": treasurer.email, "password": "wrong-1400"})
    page = client.post(LOGIN, {"login": treasurer.email, "password": factories.PASSWORD})
    assert page.status_code in (200, 429)
    assert not client.session.get("_auth_user_id")


def test_nobody_signs_up(client: Client) -> None:
    data = {"email": "new@example.org", "password1": factories.PASSWORD}
    client.post(reverse("account_signup"), data)
    assert not User.objects.filter(email="new@example.org").exists()


def test_the_admin_uses_the_same_door(client: Client) -> None:
    page = client.get(reverse("admin:login"), follow=True)
    assert page.redirect_chain[-1][0].startswith(LOGIN)


# One's own account ---------------------------------------------------------------------------------------------------


def test_profile_lists_where_one_is_signed_in(treasurer: User, outsider: User) -> None:
    phone, _page = sign_in_as(treasurer)
    sign_in_as(treasurer)
    sign_in_as(outsider)
    page = phone.get(PROFILE)
    assertContains(page, "Chrome, Android", count=2)
    assertContains(page, "now, here", count=1)


@pytest.mark.parametrize("count", [1, 3])
def test_profile_asks_at_most_twelve_queries(treasurer: User, count: int, django_assert_max_num_queries: Any) -> None:
    phone, _page = sign_in_as(treasurer)
    for _number in range(count):
        sign_in_as(treasurer)
    phone.get(PROFILE)
    with django_assert_max_num_queries(10):
        phone.get(PROFILE)


def test_profile_saves_name_and_language(client: Client, treasurer: User) -> None:
    client.force_login(treasurer)
    client.post(PROFILE, {"name": "Tomasa T.", "language": "pt-br", "email": "x@example.org", "is_superuser": "on"})
    treasurer.refresh_from_db()
    assert (treasurer.name, treasurer.language) == ("Tomasa T.", "pt-br")
    assert treasurer.email != "x@example.org"
    assert not treasurer.is_superuser
    assert client.post(PROFILE, {"name": ""}).status_code == 422
    assert client.put(PROFILE).status_code == 405


def test_session_end_signs_another_browser_out(treasurer: User) -> None:
    (here, _), (there, _) = sign_in_as(treasurer), sign_in_as(treasurer)
    row = UserSession.objects.get(session_key=there.session.session_key)
    here.post(reverse("session_end", args=[row.pk]))
    assert there.get(PROFILE).status_code == 302
    assert here.get(PROFILE).status_code == 200
    assert not Session.objects.filter(session_key=row.session_key).exists()


def test_session_end_of_an_outsider_is_not_found(treasurer: User, outsider: User) -> None:
    (here, _), (theirs, _) = sign_in_as(treasurer), sign_in_as(outsider)
    row = UserSession.objects.get(user=outsider)
    assert here.post(reverse("session_end", args=[row.pk])).status_code == 404
    assert here.get(reverse("session_end", args=[row.pk])).status_code == 405
    assert theirs.get(PROFILE).status_code == 200


def test_other_sessions_end_keeps_only_this_one(treasurer: User) -> None:
    clients = [sign_in_as(treasurer)[0] for _ in range(3)]
    assert clients[0].get(reverse("other_sessions_end")).status_code == 405
    assertContains(clients[0].post(reverse("other_sessions_end"), follow=True), "2 browsers were signed out")
    assert [client.get(PROFILE).status_code for client in clients] == [200, 302, 302]


def test_a_new_password_ends_the_other_sessions(treasurer: User) -> None:
    (here, _), (there, _) = sign_in_as(treasurer), sign_in_as(treasurer)
    data = {"oldpassword": factories.PASSWORD, "password1": "neblina-de-julio", "password2": "neblina-de-julio"}
    here.post(reverse("account_change_password"), data)
    assert there.get(PROFILE).status_code == 302


def test_who_may_no_longer_sign_in_is_out_at_once(treasurer: User) -> None:
    phone, _page = sign_in_as(treasurer)
    User.objects.filter(pk=treasurer.pk).update(is_active=False)
    assert phone.get(PROFILE).status_code == 302


# The second factor ---------------------------------------------------------------------------------------------------


def code_now(secret: str) -> str:
    """The code of this moment: not the oldest that still holds, which is refused when the next half minute begins."""
    return str(format_hotp_value(hotp_value(secret, sorted(yield_hotp_counters_from_time())[TOLERANCE])))


def prove(client: Client) -> None:
    """Say once more who one is, as the pages of the second factor ask for."""
    client.post(reverse("account_reauthenticate"), {"password": factories.PASSWORD})


def with_app(person: User) -> str:
    secret = str(generate_totp_secret())
    TOTP.activate(person, secret)
    return secret


def test_an_app_is_set_up_and_then_asked_for(treasurer: User) -> None:
    phone, _page = sign_in_as(treasurer)
    asked = phone.get(reverse("mfa_activate_totp"), follow=True)
    assertContains(asked, "Is it you?")
    prove(phone)
    page = phone.get(reverse("mfa_activate_totp"))
    assertContains(page, "data:image/svg+xml")
    assert phone.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 200
    phone.post(reverse("mfa_activate_totp"), {"code": code_now(page.context["form"].secret)})
    assert Authenticator.objects.filter(user=treasurer, type="totp").exists()
    other, answer = sign_in_as(treasurer)
    assertRedirects(answer, reverse("mfa_authenticate"))
    assert other.get(PROFILE).status_code == 302


def test_a_code_or_a_recovery_code_completes_the_sign_in(treasurer: User) -> None:
    secret = with_app(treasurer)
    codes = RecoveryCodes.activate(treasurer).get_unused_codes()
    for code in (code_now(secret), codes[0]):
        phone, _page = sign_in_as(treasurer)
        assertContains(phone.get(reverse("mfa_authenticate")), "Code of the app")
        phone.post(reverse("mfa_authenticate"), {"code": code})
        assert phone.get(PROFILE).status_code == 200
    phone, _page = sign_in_as(treasurer)
    phone.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert phone.get(PROFILE).status_code == 302


@pytest.mark.parametrize("person", ["admin", "manager", "coop_manager"])
def test_managers_are_led_to_a_second_factor_where_it_is_asked_for(
    request: pytest.FixtureRequest, settings: Any, person: str
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    user = request.getfixturevalue(person)
    client = Client()
    client.force_login(user)
    for address in (PROFILE, reverse("overview:board"), reverse("admin:index")):
        assertRedirects(client.get(address), reverse("mfa_index"), fetch_redirect_response=False)
    assertContains(client.get(reverse("mfa_index")), "Set up a second factor first")
    assert client.post(reverse("language"), {"language": "en"}).status_code == 302
    with_app(user)
    assert client.get(PROFILE).status_code == 200


@pytest.mark.parametrize("person", ["treasurer", "oversight", "trainer", "funder"])
def test_others_choose_for_themselves(request: pytest.FixtureRequest, settings: Any, person: str) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = Client()
    client.force_login(request.getfixturevalue(person))
    assert client.get(PROFILE).status_code == 200


def test_the_last_second_factor_stays_where_it_is_asked_for(manager: User, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    secret = with_app(manager)
    office, _page = sign_in_as(manager)
    office.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    prove(office)
    page = office.post(reverse("mfa_deactivate_totp"))
    assert page.status_code == 200
    assert Authenticator.objects.filter(user=manager, type="totp").exists()


@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
    ],
)
def test_pages_of_the_second_factor_keep_the_strict_policy(treasurer: User, name: str) -> None:
    secret = with_app(treasurer) if "codes" in name else ""
    RecoveryCodes.activate(treasurer)
    phone, _page = sign_in_as(treasurer)
    if secret:
        phone.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    prove(phone)
    page = phone.get(reverse(name))
    assert page.status_code == 200
    assert "script-src 'self'" in page["Content-Security-Policy"]
    text = page.content.decode()
    inline = [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag and "application/json" not in tag]
    assert not inline
    assert not re.search(r"\sstyle=|\son\w+=\"", text)
    assertNotContains(page, "https://")


def test_the_options_of_a_passkey_come_without_a_session(client: Client) -> None:
    page = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert page.json()["request_options"]["publicKey"]["challenge"]


# Idle ----------------------------------------------------------------------------------------------------------------


def idle_for(client: Client, minutes: int) -> Any:
    with mock.patch.object(sign_in.time, "time", return_value=time.time() + minutes * 60):
        return client.get(PROFILE)


@pytest.mark.parametrize("person", ["admin", "manager", "coop_manager"])
def test_idle_managers_are_signed_out(request: pytest.FixtureRequest, settings: Any, person: str) -> None:
    settings.IDLE_MINUTES = 30
    client = Client()
    client.force_login(request.getfixturevalue(person))
    client.get(PROFILE)
    assert idle_for(client, 29).status_code == 200
    assert idle_for(client, 58).status_code == 200
    assertRedirects(idle_for(client, 89), f"{LOGIN}?next={PROFILE}", fetch_redirect_response=False)
    assertContains(client.get(LOGIN), "You were signed out because no page was opened")


def test_idle_treasurers_stay_signed_in(treasurer: User, settings: Any) -> None:
    settings.IDLE_MINUTES = 30
    client = Client()
    client.force_login(treasurer)
    client.get(PROFILE)
    assert idle_for(client, 600).status_code == 200


def test_idle_sign_out_can_be_turned_off(manager: User, settings: Any) -> None:
    settings.IDLE_MINUTES = 0
    client = Client()
    client.force_login(manager)
    client.get(PROFILE)
    assert idle_for(client, 6000).status_code == 200


def test_the_mark_of_the_last_page_is_of_one_session_and_not_to_be_forged(manager: User, settings: Any) -> None:
    settings.IDLE_MINUTES = 30
    client = Client()
    client.force_login(manager)
    page = client.get(PROFILE)
    mark = page.cookies["seen"]
    assert mark["httponly"]
    client.cookies["seen"] = mark.value.replace(mark.value[:4], "9999")
    client.get(PROFILE)
    assert client.cookies["seen"].value.split(":")[0] != "9999"


def test_reading_a_page_writes_nothing(
    treasurer: User, cooperative: Cooperative, django_assert_max_num_queries: Any
) -> None:
    phone, _page = sign_in_as(treasurer)
    phone.get(PROFILE)
    with django_assert_max_num_queries(12) as asked:
        phone.get(PROFILE)
    assert not [query["sql"] for query in asked if query["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]


def test_the_list_of_sessions_learns_of_use_every_ten_minutes(treasurer: User) -> None:
    phone, _page = sign_in_as(treasurer)
    phone.get(PROFILE)
    before = UserSession.objects.get().last_seen_at
    idle_for(phone, 11)
    assert UserSession.objects.get().last_seen_at > before


def test_sessions_from_before_go_on(treasurer: User) -> None:
    assert treasurer.sessions_ended == 0
    assert ":" not in treasurer.get_session_auth_hash()
    treasurer.sessions_ended = 2
    assert treasurer.get_session_auth_hash().endswith(":2")
    assert [one[-2:] for one in treasurer.get_session_auth_fallback_hash()] == [
        ":2" for _key in django_settings.SECRET_KEY_FALLBACKS
    ]
