"""All measurements of one size, in a process of its own; run by `__main__`, with the database in the environment."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - the settings come first

from tests.benchmarks import plans, writes  # noqa: E402
from tests.benchmarks.clients import Browser, crowd, percentiles  # noqa: E402
from tests.benchmarks.hosting import Host, hosted  # noqa: E402
from tests.benchmarks.pages import Page, Places, pages_of  # noqa: E402
from tests.benchmarks.recording import Doorkeeper, Recorded, record, write  # noqa: E402


def measure(host: Host, door: Doorkeeper, page: Page, known: Recorded, options: dict[str, Any]) -> dict[str, Any]:
    """One page: alone beside floor and control, then by crowds."""
    browser = Browser(host.port, door.session(page.email))
    paths = {way: f"/__{way}__{page.path}" for way in ("cold", "anew", "asked")} | {"page": page.path}
    paths |= {"floor": f"/__floor__/{page.name}", "control": "/__control__/"}
    times: dict[str, list[Any]] = {name: [] for name in paths}
    host.forget_peak()
    for turn in range(options["rounds"] + 5):
        for name, path in paths.items():  # side by side, so that whatever else the machine does meets all three
            answer = browser.get(path)
            assert answer.status == 200, f"{page.name}: {answer.status} at {path}"
            if turn >= 5:
                times[name].append(answer)
    found: dict[str, Any] = {"name": page.name, "queries": known.queries, "bytes": known.size, "limit": page.limit}
    for name, answers in times.items():
        p50, p95 = percentiles([answer.took for answer in answers])
        found |= {f"{name}_p50": p50, f"{name}_p95": p95}
        found[f"{name}_cpu"] = percentiles([answer.used for answer in answers])[0]
    found["to_floor"] = found["page_p50"] / found["floor_p50"]
    found["to_control"] = found["page_p50"] / found["control_p50"]
    found["is_main"] = page.is_main
    found["scanned"] = plans.scanned(known.statements)
    found["crowds"] = [
        asdict(crowd(clients, options["seconds"], lambda _: _reading(host, door, page)))
        for clients in options["crowds"]
    ]
    found["peak_mb"] = host.peak()
    return found


def _reading(host: Host, door: Doorkeeper, page: Page) -> Any:
    browser = Browser(host.port, door.session(page.email))
    return lambda: browser.get(page.path)


def main() -> None:
    """Read the wishes from the first argument, write the findings to the file of the second."""
    options, target = json.loads(sys.argv[1]), Path(sys.argv[2])
    places, door = Places(), Doorkeeper()
    wanted = [page for page in pages_of(places) if not options["pages"] or page.name in options["pages"]]
    known = {page.name: record(door.client(page.email), page) for page in wanted}
    with tempfile.NamedTemporaryFile() as file:
        write(known, Path(file.name))
        own = {"BENCH_FLOOR": file.name, "BENCH_SLUG": places.slug, "BENCH_DSN": os.environ["BENCH_DSN"]}
        connection.close()
        with hosted(own) as host:
            pages = []
            for page in wanted:
                pages.append(measure(host, door, page, known[page.name], options))
                print(".", end="", file=sys.stderr, flush=True)  # noqa: T201
            written = writes.measure(host, door, places, options) if options["writes"] else []
            crowded = writes.contention(host, door, places, options) if options["contention"] else []
            exported = writes.exports(host, door, places) if options["exports"] else []
    found = {"pages": pages, "writes": written, "contention": crowded, "exports": exported}
    target.write_text(json.dumps(found))


if __name__ == "__main__":
    main()
