"""`make bench`: what every page and every write costs, at three sizes; a table on the screen, JSON beside it.

`python -m tests.benchmarks --sizes 10 --pages board dossier --seconds 1` takes a minute; without options it takes
half an hour on two cores, some of it for filling the largest database, which is kept for the next run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from tests.benchmarks import report, worlds  # noqa: E402 - the settings come first

SIZES = (10, 200, 2000)
EVERY = 2500  # expenses and attendance of a co-op
RESULTS = Path("var/bench.json")


def options() -> argparse.Namespace:
    """What is wanted."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of co-ops")
    parser.add_argument("--pages", nargs="+", default=[], help="names of pages; all without it")
    parser.add_argument("--rounds", type=int, default=40, help="requests of each page by one client")
    parser.add_argument("--crowds", type=int, nargs="*", default=[1, 4, 16], help="clients at once")
    parser.add_argument("--seconds", type=float, default=3.0, help="for each crowd")
    parser.add_argument("--no-writes", action="store_true")
    parser.add_argument("--contention", type=float, default=0, metavar="SECONDS", help="50 writers, at the last size")
    parser.add_argument("--export-rows", type=int, default=0, help="one co-op with so many expenses, as files")
    parser.add_argument("--json", type=Path, default=RESULTS)
    parser.add_argument("--markdown", type=Path, help="also write the tables to this file")
    return parser.parse_args()


def run(cooperatives: int, expenses: int, wishes: dict[str, Any]) -> dict[str, Any]:
    """One size, in a process of its own."""
    worlds.prepare(cooperatives, expenses, EVERY * cooperatives)
    database = worlds.name_of(cooperatives, expenses)
    environment = {**worlds.environment(database), "BENCH_DSN": worlds.dsn_of(database)}
    with tempfile.NamedTemporaryFile() as file:
        command = [sys.executable, "-m", "tests.benchmarks.one_size", json.dumps(wishes), file.name]
        subprocess.run(command, env=environment, check=True)
        found: dict[str, Any] = json.loads(Path(file.name).read_text())
    return {"cooperatives": cooperatives, "expenses": expenses, **found}


def main() -> None:
    """Measure, print, keep."""
    chosen = options()
    wishes = {"pages": chosen.pages, "rounds": chosen.rounds, "crowds": chosen.crowds, "seconds": chosen.seconds}
    wishes |= {"writes": not chosen.no_writes, "contention": 0, "exports": False}
    sizes = []
    for cooperatives in sorted(chosen.sizes):
        busy = chosen.contention if cooperatives == max(chosen.sizes) else 0
        sizes.append(run(cooperatives, EVERY * cooperatives, {**wishes, "contention": busy}))
        print(report.size_table(sizes[-1]), flush=True)  # noqa: T201
    if chosen.export_rows:
        nothing = {**wishes, "pages": ["expense_list"], "writes": False, "exports": True, "crowds": []}
        sizes.append(run(1, chosen.export_rows, nothing))
        print(report.size_table(sizes[-1]), flush=True)  # noqa: T201
    found = {"machine": report.machine(), "sizes": sizes}
    broken = report.broken_limits(sizes)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps({**found, "broken": broken}, indent=1))
    if chosen.markdown:
        chosen.markdown.write_text(report.markdown(found, broken))
    print(report.verdict(broken))  # noqa: T201
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
