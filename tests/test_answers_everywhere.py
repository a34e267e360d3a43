"""Every view whose answers are remembered follows from nothing but its address, its reader and the database."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from config import answers
from cooperatives.models import User
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme
from tests.browser.test_accessibility import STATES, addresses, keep_a_year
from tests.test_conventions import OUR_ROUTES


def remembered_routes() -> set[str]:
    """The names of the routes whose answers are remembered."""
    return {name for name, pattern in OUR_ROUTES if getattr(pattern.callback, "is_remembered", False)}


@pytest.mark.django_db
@pytest.mark.slow
def test_no_remembered_page_follows_from_chance_or_the_clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    load_programme()
    load_example()
    keep_a_year()
    User.objects.update(language="es-mx")
    settings.REMEMBER_ANSWERS = "verify"
    answers.forget()
    start = timezone.now().replace(minute=30, second=2)
    opened: set[str] = set()
    for who in STATES:
        client = Client()
        client.force_login(User.objects.get(email=f"{who}@example.org"))
        for address in addresses(who):
            with suppress(Resolver404):  # one of the addresses is that of no page
                match = resolve(address.partition("?")[0])
            if not getattr(match.func, "is_remembered", False):
                continue
            for minutes in (0, 14):
                now = start + dt.timedelta(minutes=minutes)
                monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
                response = client.get(address)  # the second time it is compared with the page made anew
            if response.status_code == 200:
                opened.add(match.view_name)
    assert opened == remembered_routes()
    assert len(answers._remembered) > len(opened)


def test_pages_that_people_open_most_are_remembered() -> None:
    main = {"overview:board", "overview:dossier", "premiums:fund", "premiums:expense_list", "premiums:expense_create"}
    assert main | {"premiums:spending_log"} <= remembered_routes()
