"""Queries that are built once and run many times, with other keys.

Building and compiling a large query costs more processor than running it. A function decorated with `prepared` builds
its query with place-holders for its keys, once for every combination of its other arguments; a call then puts the keys
in and reads the rows, exactly as the query set would.

    @prepared
    def _open_plans(cooperative: int, *, today: dt.date) -> QuerySet[Plan]: ...

    rows = _open_plans(cooperative.pk, today=today)

Positional arguments are keys (int, str or UUID): they may only go into the query as values, never be looked at. All
others are given by name, must be hashable, and decide together with the number of keys which query it is.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError

MOST = 64  # combinations remembered of one function
_INT, _TEXT, _UUID = -(10**15), "\x02key ", 2**127 - 1  # no key of a row and no text a person typed is like that

Key = int | str | UUID
Stamp = tuple[Any, ...]


def _hole(place: int, key: Key) -> Key:
    """What stands for a key while its query is built."""
    if isinstance(key, UUID):
        return UUID(int=_UUID - place)
    return _TEXT + str(place) if isinstance(key, str) else _INT - place


class Compiled:
    """A query set with its SQL, and where in the parameters the keys go."""

    def __init__(self, rows: QuerySet[Any], places: dict[Any, int]) -> None:
        self._rows = rows
        self._compiler = rows.query.get_compiler(using=rows.db)
        self._sql, params = self._compiler.as_sql()
        self._params = list(params)
        self._holes = [
            (at, places[value])
            for at, value in enumerate(params)
            if type(value) in (int, str, UUID) and value in places
        ]

    def rows(self, keys: tuple[Key, ...]) -> list[Any]:
        """What the query finds for these keys."""
        if self._rows.query.select_for_update and not connections[self._rows.db].in_atomic_block:
            raise TransactionManagementError("A row is locked until the end of a transaction, and there is none.")
        params = self._params.copy()
        for at, place in self._holes:
            params[at] = keys[place]
        found, compiler = self._rows.all(), copy.copy(self._compiler)
        compiler.connection = connections[self._rows.db]
        compiler.as_sql = lambda *_args, **_options: (self._sql, tuple(params))
        found.query.get_compiler = lambda *_args, **_options: compiler  # type: ignore[method-assign]
        return list(found)


_remembered: list[dict[Stamp, Compiled]] = []


def forget() -> None:
    """Build every query anew when it is next asked: for tests that change what queries are built from."""
    for compiled in _remembered:
        compiled.clear()


def prepared(build: Callable[..., QuerySet[Any]]) -> Callable[..., list[Any]]:
    """The rows of the query that `build` describes; see the module."""
    compiled: dict[Stamp, Compiled] = {}
    _remembered.append(compiled)

    @wraps(build)
    def run(*keys: Key, **fixed: Any) -> list[Any]:
        stamp = (tuple(map(type, keys)), *fixed.items())
        ready = compiled.get(stamp)
        if ready is None:
            holes = [_hole(place, key) for place, key in enumerate(keys)]
            rows = build(*holes, **fixed)
            try:
                ready = Compiled(rows, {hole: place for place, hole in enumerate(holes)})
            except EmptyResultSet:
                return []
            if len(compiled) >= MOST:
                compiled.clear()
            compiled[stamp] = ready
        return ready.rows(keys)

    return run
