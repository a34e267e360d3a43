"""Where the co-ops are: marks on outline maps, spread so that each can be reached."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cooperatives.models import Cooperative
from overview.reports.board import BoardRow

OUTLINES = Path(__file__).resolve().parent.parent / "data" / "outlines.json"
RADIUS = 13.4  # of what a finger can hit, in units of the drawing: 24 CSS pixels across even on the narrowest phone
GAP = 27.0  # between the centres of two marks
FIRST_RING = 30.0
FULL_RING = 12


@dataclass(frozen=True)
class Mark:
    """A co-op on a map: `x`, `y` where its mark stands, `from_x`, `from_y` its place."""

    number: int
    cooperative: Cooperative
    group: str
    x: float
    y: float
    from_x: float
    from_y: float

    @property
    def is_moved(self) -> bool:
        """The mark stands beside its place, joined to it by a line."""
        return (self.x, self.y) != (self.from_x, self.from_y)


@dataclass(frozen=True)
class OutlineMap:
    """A state with the marks of its co-ops. `view_box` leaves room for every mark."""

    name: str
    outline: str
    view_box: str
    marks: Sequence[Mark]


@dataclass(eq=False)
class _Cluster:
    """Marks too close to stand at their places."""

    members: list[tuple[BoardRow, float, float]]
    center: tuple[float, float] = field(init=False)
    reach: float = field(init=False)

    def __post_init__(self) -> None:
        count = len(self.members)
        self.center = sum(x for _row, x, _y in self.members) / count, sum(y for _row, _x, y in self.members) / count
        self.reach = max((radius for radius, _size in _rings(len(self.members))), default=0.0)

    def touches(self, other: _Cluster) -> bool:
        return math.dist(self.center, other.center) < self.reach + other.reach + GAP


def outline_maps(rows: Iterable[BoardRow]) -> list[OutlineMap]:
    """One map for each state that has an outline and co-ops among `rows`; marks are numbered through all maps."""
    rows = [row for row in rows if row.cooperative.place and row.cooperative.place.latitude is not None]
    maps: list[OutlineMap] = []
    for state in _outlines():
        here = [row for row in rows if _lies_in(row, state)]
        if here:
            maps.append(_drawn(state, here, first=1 + sum(len(drawn.marks) for drawn in maps)))
    return maps


@cache
def _outlines() -> list[dict[str, Any]]:
    states: list[dict[str, Any]] = json.loads(OUTLINES.read_text())["states"]
    return states


def _lies_in(row: BoardRow, state: dict[str, Any]) -> bool:
    place = row.cooperative.place
    return place is not None and (place.country_code, place.state) == (state["country_code"], state["name"])


def _drawn(state: dict[str, Any], rows: Sequence[BoardRow], first: int) -> OutlineMap:
    numbers = {row.cooperative.pk: number for number, row in enumerate(rows, first)}
    clusters = _clusters([(row, *_point(row, state["projection"])) for row in rows])
    marks = [
        Mark(numbers[row.cooperative.pk], row.cooperative, row.group, round(x, 1), round(y, 1), from_x, from_y)
        for cluster in clusters
        for (row, from_x, from_y), (x, y) in zip(
            sorted(cluster.members, key=lambda member: numbers[member[0].cooperative.pk]),
            _positions(cluster),
            strict=True,
        )
    ]
    marks.sort(key=lambda mark: mark.number)
    return OutlineMap(state["name"], state["outline"], _view_box(state, marks), marks)


def _point(row: BoardRow, projection: dict[str, float]) -> tuple[float, float]:
    place = row.cooperative.place
    if place is None or place.latitude is None or place.longitude is None:
        raise ValueError("A co-op without a point has no mark.")
    pad, scale = projection["pad"], projection["scale"]
    x = pad + (float(place.longitude) - projection["lon0"]) * projection["k"] * scale
    y = pad + (projection["lat1"] - float(place.latitude)) * scale
    return round(x, 1), round(y, 1)


def _clusters(points: Iterable[tuple[BoardRow, float, float]]) -> list[_Cluster]:
    """Join what touches until nothing does; every mark then has its own spot."""
    clusters: list[_Cluster] = []
    for point in points:
        joined = _Cluster([point])
        while near := [cluster for cluster in clusters if cluster.touches(joined)]:
            clusters = [cluster for cluster in clusters if cluster not in near]
            members = [member for cluster in near for member in cluster.members]
            joined = _Cluster([*members, *joined.members])
        clusters.append(joined)
    return clusters


def _rings(count: int) -> Iterator[tuple[float, int]]:
    """Radius and number of marks of each ring around a place; none for a single mark."""
    radius, room = 0.0, FULL_RING
    while count > (0 if radius else 1):
        size = min(count, room)
        radius = max(FIRST_RING, radius + GAP if radius else 0, GAP / 2 / math.sin(math.pi / max(size, 2)))
        yield radius, size
        count -= size
        room += 6


def _positions(cluster: _Cluster) -> list[tuple[float, float]]:
    if len(cluster.members) == 1:
        return [cluster.center]
    around = [
        (radius, -math.pi / 2 + 2 * math.pi * step / size)
        for radius, size in _rings(len(cluster.members))
        for step in range(size)
    ]
    x, y = cluster.center
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for radius, angle in around]


def _view_box(state: dict[str, Any], marks: Sequence[Mark]) -> str:
    left = min(0.0, *(mark.x - RADIUS for mark in marks))
    top = min(0.0, *(mark.y - RADIUS for mark in marks))
    right = max(state["width"], *(mark.x + RADIUS for mark in marks))
    bottom = max(state["height"], *(mark.y + RADIUS for mark in marks))
    return " ".join(f"{side:g}" for side in (left, top, right - left, bottom - top))
