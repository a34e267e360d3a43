"""Pages answered again as they were, while everything the database says about them is the same.

A page follows from its address, from who asks in which language, and from what the database answers. The first answer
is remembered in the process together with every question the page asked and every row that came back. The next time the
questions go to the database in one round trip; only if all rows are the same, byte for byte, the page is sent as it
was. So nothing is ever stale, and nothing has to be told that something changed. Where a row differs, the page is made
anew, from the rows that were just read.

PostgreSQL numbers every transaction that writes, and tells which ones a statement would see (`pg_current_snapshot`).
While that is the same as when the rows were last read, no row can be another: then even the questions are not asked.

What differs in every answer although nothing changed (the token of a form, its key, the time) is asked with `fresh`.

A view may be decorated with `remembered` if its page depends on nothing else: not on chance, not on the clock within a
quarter of an hour, not on cookies or files. Never remembered is an answer that wrote anything or carried a message.
"""

from __future__ import annotations

import re
import secrets
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import wraps
from http import HTTPStatus
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from config.packing import joined, packed, zipped
from config.questions import STATE, Found, Listener, Question, together
from config.rendering import CantTell, values_of
from config.ui import moment

P = ParamSpec("P")
View = TypeVar("View", bound=HttpResponseBase)

MOST = 200  # answers remembered by a process
LARGEST = 600_000  # bytes of a page worth remembering
MOST_ROWS = 2_000_000  # bytes of the rows behind it
SLOT = 15  # minutes that an answer is good for: midnight is at a quarter of an hour everywhere on earth
# What a browser says of itself and of its wishes; no page of ours depends on it, but for the language, which is known.
_ALL_THE_SAME = re.compile(
    r"HTTP_(COOKIE|USER_AGENT|ACCEPT.*|REFERER|CONNECTION|KEEP_ALIVE|CACHE_CONTROL|PRAGMA|PRIORITY|IF_.*|SEC_.*|DNT|TE"
    r"|UPGRADE_.*|VIA|FORWARDED|X_FORWARDED_FOR|X_REAL_IP)"
)
# What is different in every answer, by its name.
MAKERS: dict[str, Callable[[Any], str]] = {
    "csrf": get_token,
    "form_key": lambda _request: str(uuid.uuid4()),
    "now": lambda _request: moment(timezone.now()),
}
_SECRET = secrets.token_hex(16)  # nobody can write one of our places into a page
_PLACE = re.compile(rf"fresh{_SECRET}(\w+?)end")
_listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


def fresh(kind: str) -> str:
    """A value of this kind, or while an answer is being remembered the place where each answer has its own."""
    return f"fresh{_SECRET}{kind}end" if is_remembering() else MAKERS[kind](None)


def is_remembering() -> bool:
    """Whether the page that is being made will be remembered."""
    return _listening.get() is not None


def tokens(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: the token of forms, with its own place in an answer that is remembered."""
    return {"csrf_token": fresh("csrf")} if is_remembering() else {}


@dataclass(frozen=True)
class _Answer:
    """A page in pieces: text, and between each two the name of what is fresh. The same pieces compressed.

    `state` is what the database could see when all rows were last the same, if nothing was written at that moment.
    """

    questions: list[Question]
    together: str
    texts: list[bytes]
    packed: list[bytes]
    lengths: list[int]
    kinds: list[str]
    headers: dict[str, str]
    state: str | None = None


_remembered: OrderedDict[Any, _Answer] = OrderedDict()
_lock = Lock()


def forget() -> None:
    """Forget all answers; for tests."""
    with _lock:
        _remembered.clear()


def remembered(view: Callable[P, View]) -> Callable[P, View]:
    """The view's answers are remembered; see the module."""

    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> View:
        request = cast(HttpRequest, args[0])
        key = _key(request) if settings.REMEMBER_ANSWERS and request.method == "GET" else None
        if key is None:
            return view(*args, **kwargs)
        with _asked_again(_remembered.get(key)) as (known, found):
            if known and (found is None or found.are_the_same):
                _keep(key, replace(known, state=found.state) if found else known)
                if settings.REMEMBER_ANSWERS == "verify":
                    _verify(request, known, lambda: view(*args, **kwargs))
                return cast(View, _sent(request, known, _values(request, known.kinds)))
            with _listen(found) as listener:
                response = view(*args, **kwargs)
        if isinstance(response, HttpResponse) and response.get("Content-Type", "").startswith("text/html"):
            return cast(View, _take(request, key, listener, response))
        return response

    answer.is_remembered = True  # type: ignore[attr-defined]  # for the tests
    return answer


def _key(request: HttpRequest) -> Any:
    """All that a page may follow from besides the database; None when the answer can't be remembered."""
    if request.session.modified or len(get_messages(request)):
        return None
    now = timezone.now()
    said = [
        (name, value)
        for name, value in request.META.items()
        if name[:5] == "HTTP_" and not _ALL_THE_SAME.fullmatch(name)
    ]
    try:
        person = values_of(getattr(request.user, "_wrapped", request.user))
    except CantTell:
        return None
    return (
        request.get_full_path(),
        request.scheme,
        tuple(said),
        person,
        get_language(),
        timezone.get_current_timezone_name(),
        now.replace(minute=now.minute // SLOT * SLOT, second=0, microsecond=0),
    )


@contextmanager
def _listen(found: Found | None) -> Iterator[Listener]:
    listener = Listener(found)
    token = _listening.set(listener)
    try:
        with connection.execute_wrapper(listener):
            yield listener
    finally:
        _listening.reset(token)


@contextmanager
def _asked_again(known: _Answer | None) -> Iterator[tuple[_Answer | None, Found | None]]:
    """The remembered answer, if any, with what the database says now."""
    if not known:
        yield None, None
        return
    with connection.cursor() as cursor:
        if known.state:
            cursor.execute(STATE)
            if cursor.fetchone() == (known.state,):
                yield known, None
                return
        cursor.execute(known.together)
        yield known, Found(cursor.cursor, known.questions)


def _take(request: HttpRequest, key: Any, listener: Listener, response: HttpResponse) -> HttpResponse:
    """The first answer: remembered where it may be, and sent with what is fresh in its places."""
    texts, kinds = _pieces(response)
    values = _values(request, kinds)
    questions = listener.questions
    if (
        questions is None
        or response.status_code != HTTPStatus.OK
        or response.cookies
        or request.session.modified
        or getattr(get_messages(request), "used", False)
        or len(get_messages(request))
        or len(response.content) > LARGEST
        or sum(len(question.rows) for question in questions) > MOST_ROWS
    ):
        response.content = joined(texts, values)
        return response
    lengths, headers = [len(value) for value in values], dict(response.items())
    known = _Answer(questions, together(questions), texts, packed(texts, values), lengths, kinds, headers)
    _keep(key, known)
    return _sent(request, known, values)


def _pieces(response: HttpResponse) -> tuple[list[bytes], list[str]]:
    """The texts of a page, and the names of what is fresh between them."""
    pieces = _PLACE.split(response.content.decode(response.charset))
    return [piece.encode() for piece in pieces[::2]], pieces[1::2]


def _values(request: HttpRequest, kinds: list[str]) -> list[bytes]:
    """What is fresh, made now."""
    return [MAKERS[kind](request).encode() for kind in kinds]


def _keep(key: Any, known: _Answer) -> None:
    """The newest among those remembered; the one not asked for longest goes."""
    with _lock:
        _remembered[key] = known
        _remembered.move_to_end(key)
        while len(_remembered) > MOST:
            _remembered.popitem(last=False)


def _sent(request: HttpRequest, known: _Answer, values: list[bytes]) -> HttpResponse:
    """The page with what is fresh in its places."""
    is_as_long = [len(value) for value in values] == known.lengths  # else it is compressed as any other page
    if not is_as_long or "gzip" not in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        return HttpResponse(joined(known.texts, values), headers=known.headers)
    response = HttpResponse(
        zipped(known.texts, known.packed, values), headers={**known.headers, "Content-Encoding": "gzip"}
    )
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def _verify(request: HttpRequest, known: _Answer, make: Callable[[], Any]) -> None:
    """For tests: the page made anew is the same, unless somebody wrote meanwhile. Refused with AssertionError else."""
    with _listen(None):
        response = make()
    with _asked_again(known) as (_known, found):
        if found and not found.are_the_same:
            return
    assert _pieces(response)[0] == known.texts, f"{request.get_full_path()} follows from more than the database"  # noqa: S101
    assert dict(response.items()) == known.headers, f"{request.get_full_path()} has other headers"  # noqa: S101
