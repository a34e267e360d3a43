"""The wall on a server where the connecting role is no superuser: what it makes itself, and what it asks for."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from config import row_security
from config.postgresql.base import DatabaseWrapper
from config.row_security import KEEP, Access, NoRole

pytestmark = pytest.mark.django_db(transaction=True)
MINE = "(SELECT string_to_array(current_setting('test.mine', true), ',')::bigint[])::bigint[]"
OWN = Access(f"cooperative_id = ANY ({MINE})", KEEP)
TABLES = {"thing": OWN, "secret": None, "shared": Access("true"), "not_there": OWN}
Owner = Callable[[str], BaseDatabaseWrapper]


@pytest.fixture
def owner() -> Iterator[Owner]:
    """Gives a connection to a database of its own, whose owner has these attributes (`NOCREATEROLE` …)."""
    made: list[tuple[str, BaseDatabaseWrapper]] = []
    ours = connections["default"]

    def admin(statement: str) -> None:
        run_as_admin(ours, statement)

    def connect(attributes: str) -> BaseDatabaseWrapper:
        name = f"wall_{uuid.uuid4().hex[:8]}"
        admin(f"CREATE ROLE {name} LOGIN NOSUPERUSER {attributes} PASSWORD '{name}'")
        admin(f"CREATE DATABASE {name} OWNER {name}")
        options = {key: value for key, value in ours.settings_dict["OPTIONS"].items() if key != "pool"}
        place = {"NAME": name, "USER": name, "PASSWORD": name, "OPTIONS": options}
        other = DatabaseWrapper(ours.settings_dict | place)
        made.append((name, other))
        connections["default"] = other  # Django's transactions find a connection by its alias
        run(other, "CREATE TABLE thing (id bigint, cooperative_id bigint); INSERT INTO thing VALUES (1, 1), (2, 2)")
        run(other, "CREATE TABLE secret (id bigint); CREATE TABLE shared (id bigint); INSERT INTO shared VALUES (1)")
        return other

    try:
        yield connect
    finally:
        for name, other in made:
            other.close()
            connections["default"] = ours
            admin(f"DROP DATABASE {name}")
            admin(f"DROP ROLE IF EXISTS {name}_cooperatives")
            admin(f"DROP ROLE {name}")


def run_as_admin(ours: BaseDatabaseWrapper, statement: str) -> None:
    """A statement of the server's administrator, which the tests are."""
    try:
        run(ours, statement)
    except DatabaseError as error:
        pytest.skip(f"the tests may not do this on this server: {error}")


def run(place: BaseDatabaseWrapper, statement: str) -> list[Any]:
    with place.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall()) if cursor.description else []


def seen(place: BaseDatabaseWrapper, settings: dict[str, str]) -> list[Any]:
    """What exists for the role with these settings."""
    place.connection.autocommit = False
    try:
        row_security._set_local(place, {**settings, "role": row_security.role_name(place)})
        return run(place, "SELECT id FROM thing ORDER BY id")
    finally:
        place.connection.rollback()
        place.connection.autocommit = True


def test_an_owner_who_may_create_roles_makes_the_wall_alone(owner: Owner) -> None:
    place = owner("CREATEROLE")
    assert row_security.build(TABLES, {}, place) == 1
    assert row_security.build(TABLES, {}, place) == 0
    assert row_security.faults(TABLES, {}, place) == []
    assert seen(place, {"test.mine": "2"}) == [(2,)]
    assert seen(place, {}) == []
    assert run(place, "SELECT count(*) FROM thing") == [(2,)]


def test_an_owner_who_may_not_asks_for_two_statements_once(owner: Owner) -> None:
    ours = connections["default"]
    place = owner("NOCREATEROLE")
    with pytest.raises(NoRole) as refused:
        row_security.build(TABLES, {}, place)
    said = str(refused.value)
    make, grant = said.partition("run, once: ")[2].partition(" Then run")[0].rstrip(";").split("; ")
    assert make == f'CREATE ROLE "{place.settings_dict["NAME"]}_cooperatives" NOLOGIN'
    run_as_admin(ours, make)
    with pytest.raises(NoRole, match="run, once: GRANT"):
        row_security.build(TABLES, {}, place)
    run_as_admin(ours, grant)
    assert row_security.build(TABLES, {}, place) == 1
    assert row_security.faults(TABLES, {}, place) == []
    assert seen(place, {"test.mine": "1"}) == [(1,)]


def test_a_long_database_name_still_makes_a_role(settings: Any) -> None:
    settings.ROW_SECURITY_ROLE = "x" * 80
    assert len(row_security.role_name()) == 63


def test_row_security_says_whether_the_wall_stands(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    call_command("row_security", "--check")
    assert "stands" in capsys.readouterr().out
    run(connection, "ALTER TABLE premiums_expense DISABLE ROW LEVEL SECURITY")
    with pytest.raises(CommandError, match="premiums_expense differ"):
        call_command("row_security", "--check")
    call_command("row_security")
    assert "1 tables" in capsys.readouterr().out
    settings.ROW_SECURITY = False
    call_command("row_security", "--check")
    assert "turned off" in capsys.readouterr().out
