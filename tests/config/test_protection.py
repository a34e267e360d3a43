"""What every answer says to the browser, and what start-up refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from cooperatives.models import Cooperative, Programme, User
from tests.test_conventions import KEYS, ROOT, address, routes

ALL_ROUTES = list(routes())
# Open to a machine that reads a calendar, and changing nothing.
NO_FORMS = {"GET", "HEAD"}


def known_address(name: str, pattern: Any) -> str:
    """The address of a route; empty for one whose keys are not ours."""
    try:
        return address(name, pattern) if set(pattern.pattern.converters) <= set(KEYS) else ""
    except (NoReverseMatch, KeyError):
        return ""


def fields_of(policy: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}


def assert_restrained(answer: Any, name: str) -> None:
    policy = fields_of(answer["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"], name
    assert policy.get("script-src", ["'self'"]) == policy.get("style-src", ["'self'"]) == ["'self'"], name
    assert "unsafe" not in answer["Content-Security-Policy"], name
    assert policy["frame-ancestors"] == ["'none'"] or "sandbox" in policy, name
    assert answer["X-Content-Type-Options"] == "nosniff", name
    assert answer["Referrer-Policy"] == "same-origin", name
    assert answer["X-Frame-Options"] == "DENY", name
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin", name
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin", name
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(answer["Permissions-Policy"].split(", ")), name


@pytest.mark.django_db
def test_every_route_is_restrained_for_everybody(
    client: Client, admin: User, cooperative: Cooperative, programme: Programme
) -> None:
    """Signed out and as administrator, with keys of rows that are there and of rows that are not."""
    looked_at = 0
    for person in (None, admin):
        if person:
            client.force_login(person)
        for name, pattern in ALL_ROUTES:
            place = known_address(name, pattern)
            for one in {place, place.replace(KEYS["slug"], cooperative.slug)} - {""}:
                if person and "logout" in name:
                    continue
                answer = client.get(one.replace(KEYS["programme"], programme.slug))
                assert_restrained(answer, name)
                assert answer.status_code < 500, name
                text = answer.content.decode(errors="replace") if not answer.streaming else ""
                if "text/html" in answer["Content-Type"]:
                    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>\s*\S", text), name
                    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=[\"']", text), name
                looked_at += 1
    assert looked_at > 250


@pytest.mark.django_db
def test_every_write_needs_the_token_of_a_form(admin: User, cooperative: Cooperative, programme: Programme) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin)
    written = 0
    for name, pattern in ALL_ROUTES:
        place = known_address(name, pattern).replace(KEYS["slug"], cooperative.slug)
        if not place:
            continue
        for method in (strict.post, strict.put, strict.patch, strict.delete):
            answer = method(place.replace(KEYS["programme"], programme.slug))
            # The token is asked for before anything else is looked at.
            assert answer.status_code in (403, 405), name
            written += answer.status_code == 403
    assert written > 400


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    """A process that reads the settings with these names set, and prints some of them."""
    names = "SECRET_KEY ALLOWED_HOSTS DEBUG SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE LANGUAGE_COOKIE_SECURE "
    names += "SESSION_COOKIE_HTTPONLY SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SECURE_HSTS_INCLUDE_SUBDOMAINS"
    program = (
        "import json; from config import settings; "
        f"print(json.dumps({{name: getattr(settings, name) for name in {names!r}.split()}}))"
    )
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    # A name that is set, though empty, is not read from .env.
    unset = dict.fromkeys(("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HSTS_SECONDS"), "")
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=ROOT,
        env=kept | {name: value for name, value in (unset | environment).items() if value or name != "HSTS_SECONDS"},
        capture_output=True,
        text=True,
        check=False,
    )


SERVER = {"DATABASE_URL": "postgres://b:c@db.example.org/b", "SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "b.example.org"}


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_an_installation_has_no_default_for_what_protects_it(name: str) -> None:
    failed = started(**SERVER | {name: ""})
    assert failed.returncode != 0
    assert f"{name} is not set" in failed.stderr


def test_an_installation_does_not_answer_to_any_name() -> None:
    assert "Name the site's own" in started(**SERVER | {"ALLOWED_HOSTS": "b.example.org, *"}).stderr


def test_an_installation_is_served_over_https_with_secure_cookies() -> None:
    found = json.loads(started(**SERVER).stdout)
    assert found.pop("ALLOWED_HOSTS") == ["b.example.org"]
    assert found.pop("SECRET_KEY") == "k" * 50
    assert found.pop("DEBUG") is False
    assert found.pop("SECURE_HSTS_SECONDS") >= 31_536_000
    assert found == dict.fromkeys(found, True)


@pytest.mark.django_db
def test_a_forged_host_is_refused(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["b.example.org"]
    assert client.get(reverse("account_login"), headers={"host": "evil.example.com"}).status_code == 400
    assert client.get(reverse("account_login"), headers={"host": "b.example.org"}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "target", ["https://evil.example.com/", "//evil.example.com", "/\\evil.example.com", "javascript:x"]
)
def test_nobody_is_sent_to_another_site(client: Client, admin: User, target: str) -> None:
    assert "evil" not in client.post(reverse("language"), {"language": "en", "next": target})["Location"]
    from_login = client.post(
        f"{reverse('account_login')}?next={target}",
        {"login": admin.email, "password": "Rosa de los Vientos", "next": target},
    )
    assert "evil" not in from_login.get("Location", "")
