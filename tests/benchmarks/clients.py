"""People at their browsers: requests over kept connections, one thread each."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

# A form of ours is accepted when cookie and field agree.
TOKEN = "b" * 32


@dataclass(frozen=True)
class Answer:
    """What came back. Times are in milliseconds: `took` and `used` (processor) are the server's own, `waited` ours."""

    status: int
    size: int
    took: float
    used: float
    waited: float
    location: str


class Browser:
    """One signed-in person on one connection."""

    def __init__(self, port: int, session: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._headers = {
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}; django_language=en",
            "Accept-Encoding": "gzip",
            "Accept-Language": "en",
        }

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self._ask("GET", path, None, {})

    def post(self, path: str, fields: list[tuple[str, str]], file: bytes | None = None) -> Answer:
        """Send a form, with a picture as its voucher when one is given."""
        fields = [("csrfmiddlewaretoken", TOKEN), *fields]
        if file is None:
            body, kind = urlencode(fields).encode(), "application/x-www-form-urlencoded"
        else:
            body, kind = _multipart(fields, file), f"multipart/form-data; boundary={TOKEN}"
        return self._ask("POST", path, body, {"Content-Type": kind})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        began = time.perf_counter()
        self._connection.request(method, path, body, {**self._headers, **headers})
        response = self._connection.getresponse()
        size = len(response.read())
        waited = 1000 * (time.perf_counter() - began)
        took, used = (float(part) for part in (response.getheader("X-Took") or "0 0").split())
        return Answer(response.status, size, took, used, waited, response.getheader("Location") or "")


def _multipart(fields: list[tuple[str, str]], file: bytes) -> bytes:
    parts = [f'--{TOKEN}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields]
    head = (
        f'--{TOKEN}\r\nContent-Disposition: form-data; name="vouchers"; filename="voucher.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    return "".join(parts).encode() + head.encode() + file + f"\r\n--{TOKEN}--\r\n".encode()


@dataclass(frozen=True)
class Crowd:
    """What a number of clients got: answers a second, milliseconds, and how many answers were no success."""

    clients: int
    per_second: float
    p50: float
    p95: float
    failed: int


def percentiles(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return statistics.median(times), statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def crowd(clients: int, seconds: float, act: Callable[[int], Callable[[], Answer]]) -> Crowd:
    """So many clients, each doing its `act(number)` again and again for so many seconds."""
    times: list[float] = []
    failures: list[int] = []
    end = time.perf_counter() + seconds

    def work(number: int) -> None:
        do = act(number)
        while time.perf_counter() < end:
            answer = do()
            times.append(answer.waited)
            if answer.status >= 400:
                failures.append(answer.status)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    p50, p95 = percentiles(times)
    return Crowd(clients, len(times) / took, p50, p95, len(failures))
