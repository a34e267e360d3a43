"""With every filter of the views taken out, people of a co-op still meet nothing of the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, reverse

from config.prepared import forget
from cooperatives import access, scope
from cooperatives.models import Cooperative, Programme
from cooperatives.models.cooperatives import CooperativeQuerySet
from tests.test_conventions import OUR_ROUTES
from tests.world import MARK, World, build_world, cases
from trainings import access as of_trainings

pytestmark = pytest.mark.django_db

# Pages that stand outside the wall, each with its reason beside it in the view.
OUTSIDE = {
    "invitation_accept",
    "invitation_create",
    "invitation_resend",
    "invitation_withdraw",
    "other_sessions_end",
    "people",
    "person_detail",
    "profile",
    "programme_role_end",
    "session_end",
    "staff_role_end",
    "trainings:training_feed",
}


@pytest.fixture
def world() -> World:
    return build_world()


@pytest.fixture
def without_filters(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every co-op and programme is visible to everybody, and everybody may do everything there."""

    def everything(rows: CooperativeQuerySet, *_arguments: Any) -> CooperativeQuerySet:
        return rows

    def yes(*_arguments: Any) -> bool:
        return True

    monkeypatch.setattr(CooperativeQuerySet, "visible_to", everything)
    for name in ("may", "may_in", "may_in_programme", "may_wherever"):
        monkeypatch.setattr(access.Standing, name, yes)
    monkeypatch.setattr(access, "visible_programmes", lambda *_arguments: Programme.objects.all())
    monkeypatch.setattr(of_trainings, "visible_programmes", lambda *_arguments: Programme.objects.all())
    forget()
    yield
    forget()


def addresses(world: World) -> Iterator[tuple[str, URLPattern, str]]:
    """Every address with one's own row, with the neighbour's, with a shared one."""
    for name, pattern in sorted(OUR_ROUTES):
        if name in OUTSIDE:
            continue
        for keys in cases(name, list(pattern.pattern.converters), world).values():
            yield name, pattern, reverse(name, kwargs=keys)


def text_of(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode(errors="replace"))


def leaks(client: Client, world: World) -> dict[str, str]:
    """The addresses whose page shows something of the neighbour. Their programme's name is known to everybody."""
    found = {}
    client.raise_request_exception = False  # a table out of reach ends as an error page, which shows nothing either
    for _name, _pattern, url in addresses(world):
        text = text_of(client.get(url)).replace(str(world.foreign.programme), "")
        shown = text.replace(url, "").replace(world.foreign.programme.slug, "")
        if MARK in shown:
            at = shown.index(MARK)
            found[url] = shown[max(at - 60, 0) : at + 30]
    return found


def writes_to_the_neighbour(world: World) -> int:
    """How often any row of the neighbour was ever written: the database notes every write. One query."""
    key = world.foreign.cooperative.pk
    noted = [(Cooperative.pgh_event_model, "pgh_obj_id")]  # type: ignore[attr-defined]
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model") and any(field.name == "cooperative" for field in model._meta.fields):
            noted.append((model, "cooperative_id"))
    counts = (f"(SELECT count(*) FROM {model._meta.db_table} WHERE {column} = {key})" for model, column in noted)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {' + '.join(counts)}")
        return int(cursor.fetchone()[0])


@pytest.mark.usefixtures("without_filters")
def test_no_page_shows_the_neighbour_when_every_filter_is_forgotten(client: Client, world: World) -> None:
    client.force_login(world.own.people["treasurer"])
    assert leaks(client, world) == {}


@pytest.mark.usefixtures("without_filters")
def test_without_the_wall_the_same_pages_show_the_neighbour(client: Client, world: World, settings: Any) -> None:
    """So that the test above can fail."""
    settings.ROW_SECURITY = False
    client.force_login(world.own.people["treasurer"])
    assert len(leaks(client, world)) > 20


@pytest.mark.usefixtures("without_filters")
@pytest.mark.parametrize("role", ["treasurer", "oversight"])
def test_no_form_writes_a_row_of_the_neighbour_when_every_filter_is_forgotten(
    client: Client, world: World, role: str
) -> None:
    client.force_login(world.own.people[role])
    client.raise_request_exception = False  # what the database refuses may end as an error page, never as a write
    before = writes_to_the_neighbour(world)
    assert before > 50
    for _name, _pattern, url in addresses(world):
        with transaction.atomic():
            client.post(url, {"reason": "x", "note": "x", "confirm": "on"})
            assert writes_to_the_neighbour(world) == before, url
            transaction.set_rollback(True)


def test_only_these_pages_stand_outside_the_wall() -> None:
    assert {name for name, pattern in OUR_ROUTES if getattr(pattern.callback, "outside_the_wall", False)} == OUTSIDE
    assert scope.OUTSIDE == "allauth."
