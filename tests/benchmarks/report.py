"""The findings as tables, and whether the limits hold."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Any

import django
import psutil
import psycopg
from django.db import connection

from tests.benchmarks.plans import HOTTEST
from tests.benchmarks.recording import MOST_QUERIES

TO_FLOOR = 4
SLOWEST_MAIN = 150  # milliseconds, p95 of a main page at one client
GROWTH = 1.25  # of a main page's p95, from the smallest size to the largest
BARE_FACTOR, BARE_MORE = 1.5, 15  # an expense: times its bare transaction, and milliseconds more
SCANS_FROM = 200  # co-ops; a small table is read whole with good reason
EXPORT_MB, EXPORT_FIRST = 300, 2

Size = dict[str, Any]


def machine() -> dict[str, str]:
    """Where it was measured."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0]
        cursor.execute("SHOW shared_buffers")
        buffers = cursor.fetchone()[0]
    model = [
        line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    ]
    return {
        "processor": f"{psutil.cpu_count()} × {model[0] if model else platform.processor()}",
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "versions": f"Python {platform.python_version()}, Django {django.get_version()}, psycopg "
        f"{psycopg.__version__}, PostgreSQL {version} (shared_buffers {buffers})",
    }


# p50 and p95 while nobody writes, cpu of it; p50 after somebody wrote and the rows were compared; p50, p95 and ×control
# of a page that is made anew; p50 when no part of a page is remembered either.
HEAD = ("page", "queries", "bytes", "p50", "p95", "cpu", "floor", "×floor", "×control")
HEAD += ("asked", "anew", "anew p95", "anew×control", "cold", "MB")


def _cells(page: Size) -> list[str]:
    crowds = [f"{one['per_second']:.0f}/s {one['p95']:.0f}" for one in page["crowds"]]
    return [
        *(page["name"], str(page["queries"]), str(page["bytes"]), f"{page['page_p50']:.1f}", f"{page['page_p95']:.1f}"),
        *(
            f"{page['page_cpu']:.1f}",
            f"{page['floor_p50']:.1f}",
            f"{page['to_floor']:.1f}",
            f"{page['to_control']:.1f}",
        ),
        *(f"{page['asked_p50']:.1f}", f"{page['anew_p50']:.1f}", f"{page['anew_p95']:.1f}"),
        *(f"{page['anew_p50'] / page['control_p50']:.1f}", f"{page['cold_p50']:.1f}"),
        *(f"{page['peak_mb']:.0f}", *crowds),
    ]


def _table(rows: list[list[str]], head: list[str]) -> str:
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in [head, *rows]
    ]
    return "\n".join(lines)


def page_rows(size: Size) -> tuple[list[str], list[list[str]]]:
    """Head and rows of the table of pages."""
    crowds = [f"{one['clients']} clients" for one in (size["pages"][0]["crowds"] if size["pages"] else [])]
    return [*HEAD, *crowds], [_cells(page) for page in size["pages"]]


def other_lines(size: Size) -> list[str]:
    """Writes, contention and exports, one line each."""
    lines = []
    for one in size["writes"]:
        bare = f", bare SQL {one['bare_p50']:.1f} (p95 {one['bare_p95']:.1f})" if "bare_p50" in one else ""
        lines.append(f"{one['name']}: {one['p50']:.1f} ms (p95 {one['p95']:.1f}, processor {one['cpu']:.1f}){bare}")
    for one in size["contention"]:
        lines.append(
            f"{one['clients']} writers at {one['where']}: {one['per_second']:.1f} expenses/s, p95 {one['p95']:.0f} ms, "
            f"{one['failed']} failed, {one['answered']} answered, {one['rows']} rows, {one['deadlocks']} deadlocks, "
            f"{one['ledger_differences']} differences in the ledger; reads p95 {one['read_busy_p95']:.1f} ms in the "
            f"server ({one['read_busy_waited_p95']:.0f} with the wait for a worker), quiet {one['read_quiet_p95']:.1f} "
            f"(made anew {one['read_anew_p95']:.1f})"
        )
    for one in size["exports"]:
        lines.append(
            f"{one['form']} of {one['rows']:,} rows: first byte {one['first_s']:.2f} s, all {one['took_s']:.1f} s, "
            f"{one['bytes'] / 1e6:.1f} MB, worker at most {one['peak_mb']:.0f} MB"
        )
    return lines


def size_table(size: Size) -> str:
    """Everything of one size, for the screen."""
    head, rows = page_rows(size)
    title = f"\n{size['cooperatives']:,} co-ops, {size['expenses']:,} expenses (milliseconds; crowds: answers/s, p95)"
    control = ""
    if size["pages"]:
        first = size["pages"][0]
        control = (
            f"\ncontrol: p50 {first['control_p50']:.1f} ms, p95 {first['control_p95']:.1f} ms, "
            f"processor {first['control_cpu']:.1f} ms"
        )
    return "\n".join([title, _table(rows, head) + control, *other_lines(size)])


def broken_limits(sizes: list[Size]) -> list[str]:
    """What does not hold, in sentences."""
    found = [line for size in sizes for line in [*_broken_pages(size), *_broken_others(size)]]
    grown = [size for size in sizes if not size["exports"]]
    if len(grown) > 1:
        smallest = {page["name"]: page for page in grown[0]["pages"]}
        for page in grown[-1]["pages"]:
            before = smallest.get(page["name"])
            if page["is_main"] and before and page["page_p95"] > GROWTH * before["page_p95"]:
                found.append(f"{page['name']}: p95 grew from {before['page_p95']:.1f} to {page['page_p95']:.1f} ms")
    return found


def _broken_pages(size: Size) -> list[str]:
    found = []
    for page in size["pages"]:
        name = f"{page['name']} with {size['cooperatives']} co-ops"
        if page["queries"] > MOST_QUERIES:
            found.append(f"{name}: {page['queries']} queries")
        if page["is_main"] and max(page["page_p95"], page["anew_p95"]) > SLOWEST_MAIN:
            found.append(f"{name}: p95 {page['page_p95']:.0f} ms, made anew {page['anew_p95']:.0f} ms")
        if page["scanned"] and page["name"] in HOTTEST and size["cooperatives"] >= SCANS_FROM:
            found.append(f"{name}: reads all of {', '.join(page['scanned'])}")
        if page["limit"] and page["to_floor"] > TO_FLOOR:
            found.append(f"{name}: {page['to_floor']:.1f} times the floor")
        if page["limit"] and page["to_control"] > page["limit"]:
            found.append(f"{name}: {page['to_control']:.1f} times the control, at most {page['limit']}")
    return found


def _broken_others(size: Size) -> list[str]:
    found = []
    for one in size["writes"]:
        if "bare_p50" in one and one["p50"] > BARE_FACTOR * one["bare_p50"] + BARE_MORE:
            found.append(f"{one['name']}: {one['p50']:.1f} ms, bare SQL {one['bare_p50']:.1f} ms")
    for one in size["contention"]:
        if one["failed"] or one["deadlocks"] or one["ledger_differences"] or one["rows"] != one["answered"]:
            found.append(f"writers at {one['where']}: something was lost, doubled, refused or locked")
        # Beside writers a page has changed and is made anew, so it is held to what that takes in quiet.
        if one["read_busy_waited_p95"] > 2 * one["read_anew_p95"]:
            found.append(f"reads beside writers at {one['where']}: p95 {one['read_busy_p95']:.1f} ms")
    for one in size["exports"]:
        if one["peak_mb"] > EXPORT_MB or (one["form"] == "csv" and one["first_s"] > EXPORT_FIRST):
            found.append(
                f"{one['form']} of {one['rows']} rows: {one['peak_mb']:.0f} MB, first byte {one['first_s']:.1f} s"
            )
    return found


def verdict(broken: list[str]) -> str:
    """The last lines on the screen."""
    return (
        "\nAll limits hold." if not broken else "\nLimits that do not hold:\n" + "\n".join(f"- {one}" for one in broken)
    )


def markdown(found: dict[str, Any], broken: list[str]) -> str:
    """The same for docs/performance.md."""
    lines = [f"- {name}: {value}" for name, value in found["machine"].items()]
    for size in found["sizes"]:
        head, rows = page_rows(size)
        lines += ["", f"### {size['cooperatives']:,} co-ops, {size['expenses']:,} expenses", ""]
        lines += ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]]
        lines += ["", *(f"- {line}" for line in other_lines(size))]
    return "\n".join([*lines, verdict(broken), ""])
