"""Turns: reading beside writing, bodies received before a turn, lists that stream."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.http import FileResponse, HttpResponse, StreamingHttpResponse

from config import database, lanes
from config.lanes import Lanes
from cooperatives.models import Cooperative

SOON = 10  # seconds; a thread that takes longer hangs
LONG = 0.3  # seconds in which something that may happen would have happened


class Phone(io.BytesIO):
    """A body that comes over a weak line: nothing more until there is signal."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.signal, self.has_begun = threading.Event(), threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        self.has_begun.set()
        assert self.signal.wait(SOON)
        return super().read(size)


class Site:
    """An application whose requests stay inside until they are let go, in turns."""

    def __init__(self) -> None:
        self.lanes = Lanes(self)
        self.inside, self.changed = list[str](), threading.Condition()
        self.doors: dict[str, threading.Event] = {}
        self.threads = list[threading.Thread]()
        self.answers = dict[str, Any]()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        name = environ["PATH_INFO"]
        with self.changed:
            self.inside.append(name)
            self.changed.notify_all()
        assert self.doors[name].wait(SOON)
        body = environ["wsgi.input"].read()
        start_response("200 OK", [])
        return HttpResponse(body or name)

    def send(self, name: str, method: str = "GET", body: Any = None, length: int | None = None) -> None:
        """A request in a thread of its own."""
        self.doors[name] = threading.Event()
        body = body or io.BytesIO()
        length = len(body.getvalue()) if length is None else length
        environ = {"REQUEST_METHOD": method, "PATH_INFO": name, "wsgi.input": body, "CONTENT_LENGTH": str(length)}

        def ask() -> None:
            said = list[Any]()
            content = b"".join(self.lanes(environ, lambda *what: said.extend(what)))
            self.answers[name] = (said[0], content)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        self.threads.append(thread)

    def comes_in(self, name: str, within: float = SOON) -> bool:
        """Whether it gets its turn within so many seconds."""
        with self.changed:
            return self.changed.wait_for(lambda: name in self.inside, within)

    def end(self) -> None:
        """Let all go, and wait."""
        for door in self.doors.values():
            door.set()
        for thread in self.threads:
            thread.join(SOON)
            assert not thread.is_alive()


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.end()


def test_reading_does_not_wait_for_writing(site: Site) -> None:
    for number in range(10):
        site.send(f"write {number}", "POST")
    assert site.comes_in("write 0")
    site.send("read")
    assert site.comes_in("read")


def test_writes_go_one_by_one(site: Site) -> None:
    site.send("first", "POST")
    assert site.comes_in("first")
    site.send("second", "POST")
    assert not site.comes_in("second", LONG)
    site.doors["first"].set()
    assert site.comes_in("second")


def test_a_write_that_takes_long_is_passed_by_one_other(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "PATIENCE", 0.05)
    site.send("import", "POST")
    assert site.comes_in("import")
    site.send("second", "POST")
    assert site.comes_in("second")
    site.send("third", "POST")
    assert not site.comes_in("third", LONG)
    site.doors["second"].set()
    assert site.comes_in("third")


def test_a_write_lets_those_finish_who_are_reading(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "COURTESY", SOON)
    site.send("read")
    assert site.comes_in("read")
    site.send("write", "POST")
    assert not site.comes_in("write", LONG)
    site.doors["read"].set()
    assert site.comes_in("write")


def test_a_write_waits_for_who_reads_a_moment_only(site: Site) -> None:
    site.send("read")
    assert site.comes_in("read")
    site.send("write", "POST")
    assert site.comes_in("write")


def test_so_many_read_at_once_and_no_more(site: Site) -> None:
    for number in range(lanes.READS):
        site.send(f"read {number}")
        assert site.comes_in(f"read {number}")
    site.send("one more")
    assert not site.comes_in("one more", LONG)
    site.doors["read 2"].set()
    assert site.comes_in("one more")


def test_a_form_is_received_before_its_turn(site: Site) -> None:
    phone = Phone(b"x" * 3_000_000)
    site.send("slow", "POST", phone)
    assert phone.has_begun.wait(SOON)
    site.send("quick", "POST")
    assert site.comes_in("quick")
    site.doors["quick"].set()
    phone.signal.set()
    assert site.comes_in("slow")
    site.end()
    assert site.answers["slow"] == ("200 OK", b"x" * 3_000_000)


def test_half_a_form_is_no_form(site: Site) -> None:
    site.send("cut", "POST", io.BytesIO(b"amount=1"), length=1000)
    site.end()
    assert site.answers["cut"] == ("400 Bad Request", b"")
    assert not site.inside


def test_a_line_that_falls_silent_is_given_up() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes, "SILENCE", 0.2)
        theirs.sendall(b"amount=")
        environ = {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "1000", "gunicorn.socket": ours}
        said = list[Any]()
        never = Lanes(lambda *_: pytest.fail("half a form was handed on"))
        assert not list(never(environ | {"wsgi.input": ours.makefile("rb", 0)}, lambda *what: said.extend(what)))
    assert said[0] == "400 Bad Request"


def test_what_is_too_large_is_refused_unread_and_holds_nobody_up(site: Site) -> None:
    phone = Phone(b"x")
    site.send("film", "POST", phone, length=settings.REQUEST_LIMIT + 1)
    assert site.comes_in("film")
    assert not phone.has_begun.is_set()
    site.send("expense", "POST")
    assert site.comes_in("expense")
    phone.signal.set()


def test_a_turn_ends_with_an_error_too() -> None:
    def fails(_environ: dict[str, Any], _start: Callable[..., Any]) -> Any:
        raise RuntimeError("no")

    broken = Lanes(fails)
    for _ in range(2 * lanes.READS):
        with pytest.raises(RuntimeError):
            broken({"REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO()}, print)


def test_there_is_a_connection_for_every_turn() -> None:
    assert database.POOL["max_size"] >= lanes.READS + lanes.WRITES + lanes.STREAMS


def ask(application: Any) -> Any:
    return application({"REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO()}, lambda *_what: None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [StreamingHttpResponse, FileResponse, HttpResponse])
def test_no_connection_is_held_while_an_answer_is_sent(kind: type[HttpResponse]) -> None:
    def view(_environ: dict[str, Any], _start: Callable[..., Any]) -> Any:
        assert Cooperative.objects.count() == 0
        assert connection.connection is not None
        return kind(io.BytesIO(b"content"))

    answer = ask(Lanes(view))
    assert connection.connection is None
    assert b"".join(answer) == b"content"


def test_a_list_that_streams_holds_a_turn_of_its_own_until_it_is_closed() -> None:
    served = Lanes(lambda _environ, _start: StreamingHttpResponse(iter([b"a", b"b"])))
    open_ones = [ask(served) for _ in range(lanes.STREAMS + lanes.READS)]
    lines = [iter(one) for one in open_ones]
    assert [next(line) for line in lines[: lanes.STREAMS]] == [b"a"] * lanes.STREAMS
    came = threading.Event()
    late = threading.Thread(target=lambda: next(lines[-1]) and came.set(), daemon=True)
    late.start()
    assert not came.wait(LONG)
    open_ones[0].close()  # nobody listens any more
    assert came.wait(SOON)
    for one in open_ones:
        one.close()
        one.close()


def test_of_many_lists_one_is_written_at_a_time() -> None:
    is_writing, goes_on = threading.Event(), threading.Event()

    def slow() -> Iterator[bytes]:
        is_writing.set()
        assert goes_on.wait(SOON)
        yield b"a"

    answers = iter([slow(), iter([b"b"])])
    served = Lanes(lambda _environ, _start: StreamingHttpResponse(next(answers)))
    first, second = ask(served), ask(served)
    written = list[bytes]()
    threads = [threading.Thread(target=lambda one=one: written.extend(one), daemon=True) for one in (first, second)]
    threads[0].start()
    assert is_writing.wait(SOON)
    threads[1].start()
    threads[1].join(LONG)
    assert not written
    goes_on.set()
    for thread in threads:
        thread.join(SOON)
    assert sorted(written) == [b"a", b"b"]
    first.close()
    second.close()
