"""Who goes when: reading never queues behind writing, and a slow phone holds up nobody.

A worker has many threads, which cost little while they wait, and few turns: so many for requests that read, so many
for those that write, so many for lists that stream. Together they are as many as the pool has connections, so that
nobody waits for one in vain. What has nothing to do with our work is done outside of a turn: a form or a photo is
received whole before its turn begins, and a page is sent after its turn has ended, however weak the signal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from tempfile import SpooledTemporaryFile
from threading import Condition, Lock, Semaphore
from typing import Any

from django.conf import settings
from django.db import connections
from django.http import HttpResponse

READS, WRITES, STREAMS = 4, 2, 6
PATIENCE = 2.0  # seconds after which a write goes beside one that takes long; as a rule they go one by one
COURTESY = 0.05  # seconds that a write waits at most for those who are reading
SILENCE = 120.0  # seconds without a byte after which a line counts as dead, and its thread is free again
SAFE = frozenset(("GET", "HEAD", "OPTIONS", "TRACE"))
IN_MEMORY = 1024 * 1024  # bytes of a body; the rest waits for its turn on the disk
PIECE = 64 * 1024
CUT_OFF = "400 Bad Request"

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


class Lanes:
    """A WSGI application in which every request waits for its turn."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.reads, self.streams = Lane(READS), Lane(STREAMS)
        self.writes = Lane(1, beside=WRITES - 1)
        self._reading, self._changed = 0, Condition()
        self.pen = Lock()  # of all lists that stream one is written at a time, however many are being sent

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The answer: a page complete, a file or a list as something to read from."""
        if line := environ.get("gunicorn.socket"):
            line.settimeout(SILENCE)
        if environ["REQUEST_METHOD"] in SAFE:
            return self._in_turn(self.reads, environ, start_response)
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > settings.REQUEST_LIMIT:  # is refused unread, and needs no database
            return self.application(environ, start_response)
        with SpooledTemporaryFile(max_size=IN_MEMORY) as body:
            if not _receive(environ["wsgi.input"], body, length):
                start_response(CUT_OFF, [("Content-Length", "0")])
                return []
            return self._in_turn(self.writes, environ | {"wsgi.input": body}, start_response)

    def _in_turn(self, lane: Lane, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        with self._turn(lane):
            answer = self.application(environ, start_response)
            if isinstance(answer, HttpResponse):
                body = b"".join(answer)
                answer.close()
                return [body]
            for connection in connections.all(initialized_only=True):
                connection.close()  # back to the pool: a file needs none, and a list takes one at its own turn
        return Stream(answer, self.streams, self.pen) if getattr(answer, "streaming", False) else answer

    @contextmanager
    def _turn(self, lane: Lane) -> Iterator[None]:
        """Who reads begins at once; who writes lets those finish first who are reading, for a moment at most."""
        turn = lane.take()
        reads = lane is self.reads
        with self._changed:
            self._reading += reads
            if not reads:
                self._changed.wait_for(lambda: not self._reading, COURTESY)
        try:
            yield
        finally:
            with self._changed:
                self._reading -= reads
                self._changed.notify_all()
            turn.release()


class Lane:
    """So many at a time; and `beside` them so many more, for who has waited for PATIENCE."""

    def __init__(self, turns: int, beside: int = 0) -> None:
        self._turns, self._beside = Semaphore(turns), Semaphore(beside) if beside else None

    def take(self) -> Semaphore:
        """Wait for a turn; it ends with `release`."""
        if self._turns.acquire(timeout=PATIENCE if self._beside else None):
            return self._turns
        assert self._beside is not None  # noqa: S101 without it there is no time-out
        self._beside.acquire()
        return self._beside


def _receive(source: Any, body: Any, length: int) -> bool:
    """Take the body off the wire; false when the line broke: half a form is none, and nobody waits for an answer."""
    with suppress(OSError):
        while length > 0 and (piece := source.read(min(length, PIECE))):
            body.write(piece)
            length -= len(piece)
    body.seek(0)
    return length <= 0


class Stream:
    """A list that is made while it is sent: its turn lasts from the first line to the last, or until nobody listens."""

    streaming = True

    def __init__(self, answer: Any, lane: Lane, pen: Lock) -> None:
        self._answer, self._lane, self._pen = answer, lane, pen
        self._turn: Semaphore | None = None

    def __iter__(self) -> Iterator[bytes]:
        self._turn = self._lane.take()
        pieces = iter(self._answer)
        while True:
            with self._pen:
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece

    def close(self) -> None:
        """Called by the server at the end, whatever the end was."""
        try:
            self._answer.close()
        finally:
            turn, self._turn = self._turn, None
            if turn:
                turn.release()
