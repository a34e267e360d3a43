"""What a page asked the database, and asking it again in one round trip."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from psycopg import ServerCursor

_READS = re.compile(
    r"[\s(]*(?:SELECT|WITH)\b(?!.*\b(?:INSERT|UPDATE|DELETE|nextval|set_config|pg_advisory\w*)\b)", re.DOTALL
)

MOST_VALUES = 200_000  # of one result; what is larger takes more room than it saves time

# What the database can see, and since when it runs: after another start the numbers might begin anew. Nothing can be
# told inside of a transaction that wrote itself: it sees its own rows, whatever their number. A standby does not number
# what still runs on its primary; there the place tells up to which it has read along.
STATE = (
    "SELECT CASE WHEN pg_current_xact_id_if_assigned() IS NULL "
    "THEN concat(pg_current_snapshot(), ' ', pg_postmaster_start_time(), ' ', pg_last_wal_replay_lsn()) END"
)


@dataclass(frozen=True)
class Question:
    """A statement as it was asked, with its parameters, and the rows that came back, as bytes."""

    asked: tuple[str, Any]
    rows: bytes


class Read:
    """One result that was read before, in place of the cursor that would read it."""

    _query = None  # Django asks for it when it notes what was executed

    def __init__(self, cursor: Any) -> None:
        self.description, self.rowcount = cursor.description, cursor.rowcount
        self._rows = iter(cursor.fetchall())

    def fetchone(self) -> Any:
        """The next row, or None."""
        return next(self._rows, None)

    def fetchmany(self, size: int) -> list[Any]:
        """The next rows, so many at most."""
        return list(islice(self._rows, size))

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        return list(self._rows)

    def close(self) -> None:
        """Nothing is held."""


class Found:
    """The results of all questions of a remembered page, asked again in one round trip."""

    def __init__(self, cursor: Any, questions: list[Question]) -> None:
        self._cursor, self._asked, self._next = cursor, [question.asked for question in questions], 0
        before, after = [_rows(self._at(place)) for place in (-1, len(questions))]
        self.state: str | None = self._cursor.fetchone()[0] if before == after else None
        self._rows = [_rows(self._at(place)) for place in range(len(questions))]
        self.are_the_same = self._rows == [question.rows for question in questions]

    def _at(self, place: int) -> Any:
        self._cursor.set_result(place + 1)  # the first result is the state
        return self._cursor.pgresult

    def take(self, asked: tuple[Any, Any]) -> tuple[Read, bytes] | None:
        """The answer to the page's next question, if it is the one that came next before. Once it is not, no more."""
        if self._next >= len(self._asked) or self._asked[self._next] != asked:
            self._next = len(self._asked)
            return None
        self._at(self._next)
        self._next += 1
        return Read(self._cursor), self._rows[self._next - 1]


class Listener:
    """Hears every question of a page, and answers those that were found already."""

    def __init__(self, found: Found | None) -> None:
        self.questions: list[Question] | None = []
        self._found = found

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        wrapper, done = context["cursor"], None
        if isinstance(wrapper.cursor, ServerCursor):  # which would bring the rows later, by batches
            wrapper.cursor.close()
            wrapper.cursor = connection.create_cursor()
        read = self._found.take((sql, params)) if self._found and not many else None
        if read:
            wrapper.cursor.close()
            wrapper.cursor, rows = read
        else:
            done = execute(sql, params, many, context)
            rows = b""
        if self.questions is None:
            return done
        if (
            many
            or not isinstance(sql, str)
            or not _READS.match(sql)
            or not (read or _is_small(wrapper.cursor.pgresult))
        ):
            self.questions = None
        else:
            self.questions.append(Question((sql, params), rows or _rows(wrapper.cursor.pgresult)))
        return done


def _is_small(result: Any) -> bool:
    return bool(result.ntuples * result.nfields <= MOST_VALUES)


def _rows(result: Any) -> bytes:
    """All values of a result as the database wrote them."""
    columns = range(result.nfields)
    return marshal.dumps([result.get_value(row, column) for row in range(result.ntuples) for column in columns], 2)


def together(questions: list[Question]) -> str:
    """All statements, with their parameters in them, as one text for the database; before and after them its state."""
    with connection.cursor() as cursor:
        return ";\n".join([STATE, *(cursor.cursor.mogrify(*question.asked) for question in questions), STATE])
