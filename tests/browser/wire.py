"""The wire between browser and site: counts what passes, and can be cut, or lose the answers."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit


class Wire:
    """A relay on a port of its own. The browser opens `url`; the site may come and go behind it."""

    def __init__(self, site: str) -> None:
        self.site = urlsplit(site)
        self.bytes_down = 0
        self.asked: list[str] = []  # the first line of each request
        self.is_cut = False
        self.lose_answers_to = ""  # the beginning of a request, such as "POST /x": it arrives, its answer does not
        self.lost = 0
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://localhost:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def weigh(self) -> None:
        """Count anew from here."""
        self.bytes_down, self.asked = 0, []

    def cut(self) -> None:
        """Nothing passes any more, and what was open breaks."""
        self.is_cut = True
        with self._lock:
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Everything passes again."""
        self.is_cut, self.lose_answers_to = False, ""

    def close(self) -> None:
        """The end."""
        self._listening.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=self._relay, args=(self._listening.accept()[0],), daemon=True).start()

    def _relay(self, browser: socket.socket) -> None:
        with browser, suppress(OSError):
            if self.is_cut:
                return
            with socket.create_connection((self.site.hostname, self.site.port)) as site:
                with self._lock:
                    self._open |= {browser, site}
                loses = threading.Event()
                up = threading.Thread(target=self._up, args=(browser, site, loses), daemon=True)
                up.start()
                self._down(site, browser, loses)
                with suppress(OSError):
                    browser.shutdown(socket.SHUT_RDWR)
                up.join(5)
                with self._lock:
                    self._open -= {browser, site}

    def _up(self, browser: socket.socket, site: socket.socket, loses: threading.Event) -> None:
        with suppress(OSError):
            while sent := browser.recv(65536):
                if self.lose_answers_to and sent.startswith(self.lose_answers_to.encode()):
                    loses.set()
                if sent.startswith((b"GET ", b"POST ", b"HEAD ")):
                    self.asked.append(sent.partition(b"\r\n")[0].decode())
                site.sendall(sent)
            site.shutdown(socket.SHUT_WR)

    def _down(self, site: socket.socket, browser: socket.socket, loses: threading.Event) -> None:
        while answer := site.recv(65536):
            if loses.is_set():
                self.lost += 1
                return  # the site has done its work; the browser hears nothing of it
            self.bytes_down += len(answer)
            browser.sendall(answer)
