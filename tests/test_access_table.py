"""Every address × every role × whose row × every method, as a table that a person can read: `tests/access_table.txt`.

The table is the decision, the test its keeper. After a change that is meant, write it anew and read the difference:

    WRITE_ACCESS_TABLE=1 python -m pytest tests/test_access_table.py && git diff tests/access_table.txt
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, reverse

from tests.test_conventions import OUR_ROUTES
from tests.world import ROLES, World, build_world, cases

TABLE = Path(__file__).with_name("access_table.txt")
OTHERS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
WIDTH = 15
HEADING = f"""\
Who gets what at every address. Kept by tests/test_access_table.py, which fails when the site answers otherwise.

A cell: the answer to GET and to an empty POST; on the first line of an address, where most is allowed, then to
{", ".join(OTHERS)} (one number: they agree).
200 the page · 302 done, or to the log-in (anonymous) · 403 not this role · 404 not visible · 405 not this method

own      the person's co-op or programme, and a row of it      mixed   their co-op or programme, a row of the neighbour
foreign  the neighbour's co-op or programme, and a row of it   shared  a row that both take part in

{"":<10}{"".join(f"{role:<{WIDTH}}" for role in ROLES).rstrip()}
"""
APPS = ("certification", "cooperatives", "overview", "premiums", "trainings")


def routes_of(app: str) -> list[tuple[str, URLPattern]]:
    return sorted((name, pattern) for name, pattern in OUR_ROUTES if pattern.callback.__module__.startswith(app))


def address(pattern: URLPattern) -> str:
    return re.sub(r"<\w+:", "<", str(pattern.pattern))


def answers(client: Client, url: str, *methods: str) -> str:
    """The answers to each method; whatever one of them wrote is taken back."""
    codes = {}
    for method in methods:
        with transaction.atomic():
            response = client.generic(method, url)
            codes[method] = response.status_code
            for _chunk in response.streaming_content if response.streaming else ():  # type: ignore[attr-defined]
                pass
            transaction.set_rollback(True)
    others = [codes[method] for method in OTHERS if method in codes]
    told = [str(others[0])] if len(set(others)) == 1 else [f"{m[0]}{codes[m]}" for m in OTHERS if m in codes]
    return " ".join([str(codes["GET"]), str(codes["POST"]), *told])


def lines(app: str, world: World) -> Iterator[str]:
    """The part of the table that tells of one app."""
    browsers = {role: Client() for role in ROLES}
    for role, person in world.people.items():
        if person:
            browsers[role].force_login(person)
    for name, pattern in routes_of(app):
        yield f"{name}  {address(pattern)}"
        for number, (case, keys) in enumerate(cases(name, list(pattern.pattern.converters), world).items()):
            url, others = reverse(name, kwargs=keys), () if number else OTHERS
            cells = (answers(browsers[role], url, "GET", "POST", *others) for role in ROLES)
            yield f"  {case:<8}{''.join(f'{cell:<{WIDTH}}' for cell in cells)}".rstrip()


def parts(text: str) -> dict[str, str]:
    """The table as written, by app."""
    found = re.split(rf"^== ({'|'.join(APPS)}) ==\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(found[::2], found[1::2], strict=True))


@pytest.mark.django_db
@pytest.mark.parametrize("app", APPS)
def test_every_address_answers_every_role_as_the_table_says(app: str) -> None:
    found = "\n".join(lines(app, build_world())) + "\n"
    written = parts(TABLE.read_text())
    if os.environ.get("WRITE_ACCESS_TABLE"):
        written[app] = found
        TABLE.write_text(HEADING + "".join(f"== {one} ==\n{written.get(one, '')}" for one in APPS))
    difference = "\n".join(difflib.unified_diff(written[app].splitlines(), found.splitlines(), "table", "site", n=1))
    assert found == written[app], f"the site answers otherwise than tests/access_table.txt says:\n{difference}"


def test_the_table_tells_of_every_address_and_of_no_other() -> None:
    """So that a row of an address that is gone doesn't stay, and an app of its own doesn't stay away."""
    told = re.findall(r"^(\S+)  \S*$", "".join(parts(TABLE.read_text()).values()), flags=re.MULTILINE)
    assert told == [name for app in APPS for name, _pattern in routes_of(app)]
    assert set(told) == {name for name, _pattern in OUR_ROUTES}
