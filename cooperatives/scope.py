"""Whom the second wall holds, and to which rows: people tied to co-ops meet the rows of their co-ops only.

`visible_to` is the first wall and decides what a page shows. This one is in the database (`config.row_security`): a
view that forgets the first shows nothing of a neighbour, and can't write there. It holds everybody but administrators
and the people of programmes, who see many co-ops by their work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase

from config import row_security
from config.middleware import database_lost
from cooperatives.access import standing
from cooperatives.models import User

# Settings of the transaction that the conditions below read.
COOPERATIVES, PERSON = "beneficio.cooperatives", "beneficio.person"


def among(setting: str) -> str:
    """SQL: the keys in this setting, none when it is not set. A query of its own, so that it is read once."""
    return f"ANY ((SELECT string_to_array(current_setting('{setting}', true), ',')::bigint[])::bigint[])"


# Conditions for the rows of tables.
OWN = f"cooperative_id = {among(COOPERATIVES)}"
OWN_OR_NOBODYS = f"(cooperative_id IS NULL OR {OWN})"
OF_THE_PERSON = "{column} = " + among(PERSON)
NOT_OF_STRANGERS = "NOT beneficio_is_stranger({column})"

# Pages about accounts, which show no co-op's rows: passwords are out of the role's reach. See also `outside_the_wall`.
OUTSIDE = "allauth."


def is_held(user: User) -> bool:
    """Whether the wall holds this person: neither an administrator nor of a programme."""
    held = standing(user)
    return not held.is_administrator and not held.programme_roles


# The people who work for other co-ops only: their names are no business of these co-ops. Not those who ever had a part
# in a programme or were administrators, who may stand in anybody's records. Asked for each person that is met, for a
# list of all strangers would grow with the number of co-ops.
FUNCTIONS = {
    "beneficio_is_stranger": row_security.Function(
        arguments="someone bigint",
        returns="boolean",
        query=f"""
            SELECT NOT someone = {among(PERSON)} AND EXISTS (
                SELECT FROM cooperatives_staffassignment s WHERE s.user_id = someone
            ) AND NOT EXISTS (
                SELECT FROM cooperatives_staffassignment s WHERE s.user_id = someone AND s.{OWN}
            ) AND NOT EXISTS (
                SELECT FROM cooperatives_programmeassignment p WHERE p.user_id = someone
            ) AND NOT EXISTS (
                SELECT FROM cooperatives_userevent e WHERE e.pgh_obj_id = someone AND e.is_superuser
            )
        """,  # noqa: S608 put together from the constants above
    )
}


def behind_the_wall(user: User) -> AbstractContextManager[Callable[[], None]]:
    """One transaction that meets only what this person may, see `row_security.under_role`.

    Refused with ValueError for those the wall does not hold.
    """
    if not is_held(user):
        raise ValueError("The wall holds only people tied to co-ops.")
    here = sorted(standing(user).cooperative_roles)
    return row_security.under_role({COOPERATIVES: ",".join(str(key) for key in here), PERSON: str(user.pk)})


class CooperativeScope:
    """Each request of somebody the wall holds is one transaction behind it, from the view to the last written line.

    It stands last, so that sessions, messages and the log-in stay outside, and a form was read before it begins. What
    a view wrote is committed before the answer leaves; an exception takes all of it back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            with ExitStack() as scope:
                request.scope = scope  # type: ignore[attr-defined]
                response = self.get_response(request)
                if getattr(request, "has_failed", False):
                    request.take_back()  # type: ignore[attr-defined]
        except (OperationalError, InterfaceError) as error:
            return database_lost(request, error)
        held: User | None = getattr(request, "held", None)
        # A stream is read while it is sent, after this: in a transaction of its own. A file is only read from disk.
        if held and response.streaming and not isinstance(response, FileResponse):
            response.streaming_content = _streamed(held, response.streaming_content)  # type: ignore[attr-defined]
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_arguments: Any) -> None:
        """Once the view is known and the person may use it at all."""
        is_outside = view.__module__.startswith(OUTSIDE) or bool(getattr(view, "outside_the_wall", False))
        # The admin asks Django's own permissions, and lets only administrators in.
        is_outside |= request.resolver_match is not None and "admin" in request.resolver_match.app_names
        if settings.ROW_SECURITY and request.user.is_authenticated and not is_outside and is_held(request.user):
            request.held = request.user  # type: ignore[attr-defined]
            request.take_back = request.scope.enter_context(behind_the_wall(request.user))  # type: ignore[attr-defined]

    def process_exception(self, request: HttpRequest, _exception: Exception) -> None:
        """A view that failed, or refused by an exception, keeps nothing."""
        request.has_failed = hasattr(request, "held")  # type: ignore[attr-defined]


def _streamed(user: User, content: Iterable[bytes]) -> Iterator[bytes]:
    with behind_the_wall(user):
        yield from content
