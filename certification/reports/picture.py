"""The picture of a readiness: a bar for each section, as long as it has criteria due. Sizes are units of its SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from certification.reports.standing import SectionReadiness

WIDTH, LEFT, ROW, BAR = 360, 64, 26, 16
ROOM = WIDTH - LEFT - 34  # at the right stands the number of criteria due


@dataclass(frozen=True)
class Part:
    """One piece of a bar; `css` says what of."""

    css: str
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """One section; no parts where nothing is due."""

    found: SectionReadiness
    y: int
    parts: Sequence[Part]
    end: float

    @property
    def baseline(self) -> int:
        """Where its text stands."""
        return self.y + BAR - 4

    @property
    def label_x(self) -> float:
        """Where the number of criteria due stands."""
        return self.end + 6


@dataclass(frozen=True)
class Picture:
    """All bars."""

    bars: Sequence[Bar]
    width: int
    height: int
    left: int


def picture(sections: Sequence[SectionReadiness]) -> Picture:
    """The bars of the sections, in their order, all to one scale."""
    most = max((len(found.due) for found in sections), default=0) or 1
    bars = []
    for place, found in enumerate(sections):
        parts, x = [], float(LEFT)
        for css, count in (("met", found.met), ("failed", found.failed), ("unanswered", found.unanswered)):
            if count:
                width = round(ROOM * count / most, 1)
                parts.append(Part(css, round(x, 1), width))
                x += width
        bars.append(Bar(found, 4 + place * ROW, parts, round(x, 1)))
    return Picture(bars, WIDTH, len(bars) * ROW + 8, LEFT)
