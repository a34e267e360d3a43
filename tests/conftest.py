"""The throw-away server of a test run, and the cast: who appears in the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import translation

from config import database
from cooperatives.models import Cooperative, Programme, User
from cooperatives.roles import CooperativeRole, ProgrammeRole
from premiums.models import Activity
from tests import factories
from tests.keeping import empty_quickly

QUICK_HASHERS = [f"django.contrib.auth.hashers.{name}" for name in ("MD5PasswordHasher", "PBKDF2PasswordHasher")]


def pytest_configure(config: pytest.Config) -> None:
    """One embedded server for the whole run, shared by all workers; or the server DATABASE_URL names."""
    if not os.environ.get("DATABASE_URL") and not hasattr(config, "workerinput"):
        throwaway = ExitStack()
        throwaway.enter_context(database.throwaway_server())
        config.add_cleanup(throwaway.close)


@pytest.fixture(scope="session", autouse=True)
def quick_emptying() -> Iterator[None]:
    """Tests that commit leave no more work behind than they made."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        empty_quickly(monkeypatch)
        yield


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Each test starts in English, whatever the one before it activated."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def own_files(settings: object, tmp_path: object) -> None:
    """Uploads of a test go to its own folder, its rate limits are its own, and static files need no collecting.

    Static files are looked up when asked for: to list them all for each new client took a quarter of the suite's time.
    Passwords are hashed quickly: the real hash takes a fifth of a second for each person a test invents.
    """
    settings.WHITENOISE_AUTOREFRESH = True  # type: ignore[attr-defined]
    settings.PASSWORD_HASHERS = QUICK_HASHERS  # type: ignore[attr-defined]
    settings.MEDIA_ROOT = str(tmp_path / "media")  # type: ignore[attr-defined, operator]
    settings.THUMBNAIL_ROOT = str(tmp_path / "thumbnails")  # type: ignore[attr-defined, operator]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # A page counts its questions: what remembers answers has tests of its own, and those in the browser, see there.
    settings.REMEMBER_ANSWERS = False  # type: ignore[attr-defined]
    settings.CACHES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}
    }


@pytest.fixture
def programme() -> Programme:
    """A programme."""
    return factories.ProgrammeFactory.create()


@pytest.fixture
def cooperative(programme: Programme) -> Cooperative:
    """The co-op most tests are about, enrolled in the programme."""
    cooperative = factories.CooperativeFactory.create(slug="triunfo", short_name="Triunfo")
    factories.EnrolmentFactory.create(cooperative=cooperative, programme=programme)
    return cooperative


@pytest.fixture
def other_cooperative() -> Cooperative:
    """A co-op outside the programme, with staff of its own."""
    return factories.CooperativeFactory.create(slug="vecina", short_name="Vecina")


@pytest.fixture
def admin() -> User:
    """An administrator."""
    return factories.UserFactory.create(name="Ada Admin", is_staff=True, is_superuser=True)


@pytest.fixture
def manager(programme: Programme) -> User:
    """A program manager of the programme."""
    user = factories.UserFactory.create(name="Marta Manager")
    factories.ProgrammeAssignmentFactory.create(user=user, programme=programme, role=ProgrammeRole.MANAGER)
    return user


@pytest.fixture
def trainer(programme: Programme) -> User:
    """A trainer of the programme, who sees no money."""
    user = factories.UserFactory.create(name="Tadeo Técnico")
    factories.ProgrammeAssignmentFactory.create(user=user, programme=programme, role=ProgrammeRole.TRAINER)
    return user


@pytest.fixture
def funder(programme: Programme) -> User:
    """A funder of the programme, who sees its results and no names."""
    user = factories.UserFactory.create(name="Flora Fondos")
    factories.ProgrammeAssignmentFactory.create(user=user, programme=programme, role=ProgrammeRole.FUNDER)
    return user


@pytest.fixture
def treasurer(cooperative: Cooperative) -> User:
    """The treasurer of the co-op."""
    return factories.staff_of(cooperative, CooperativeRole.TREASURER, name="Tomasa Tesorera")


@pytest.fixture
def coop_manager(cooperative: Cooperative) -> User:
    """The manager of the co-op."""
    return factories.staff_of(cooperative, CooperativeRole.MANAGER, name="Gerardo Gerente")


@pytest.fixture
def oversight(cooperative: Cooperative) -> User:
    """A member of the co-op's oversight committee."""
    return factories.staff_of(cooperative, CooperativeRole.OVERSIGHT, name="Valente Vigilancia")


@pytest.fixture
def outsider(other_cooperative: Cooperative) -> User:
    """The treasurer of another co-op."""
    return factories.staff_of(other_cooperative, CooperativeRole.TREASURER, name="Olga Otra")


@pytest.fixture
def activity(cooperative: Cooperative, admin: User) -> Activity:
    """An activity for which the assembly approved 1,000.00 MXN."""
    return factories.approved_activity(cooperative, Decimal("1000.00"), by=admin)


@pytest.fixture
def signed_in(client: Client, request: pytest.FixtureRequest) -> Client:
    """A client signed in as the person whose fixture the test names with `@pytest.mark.as_person("treasurer")`."""
    marker = request.node.get_closest_marker("as_person")
    client.force_login(request.getfixturevalue(marker.args[0] if marker else "treasurer"))
    return client
