"""Stacked bars as the numbers an inline SVG needs: an axis from zero, round steps, labels that do not collide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

WIDTH, HEIGHT = 620, 280
LEFT, RIGHT, TOP, BOTTOM = 60, 210, 22, 26
LABEL_GAP = 15
ZERO = Decimal(0)


@dataclass(frozen=True)
class Segment:
    """One coloured part of a bar; `css` is its class."""

    css: str
    x: int
    y: int
    width: int
    height: int
    value: Decimal


@dataclass(frozen=True)
class Bar:
    """One bar with its name below and its total above."""

    label: str
    middle: int
    top: int
    total: Decimal
    segments: Sequence[Segment]


@dataclass(frozen=True)
class Label:
    """The name of a series beside the last bar, or a number beside the axis."""

    text: str
    css: str
    y: int


@dataclass(frozen=True)
class Line:
    """A line of the grid, with its value."""

    y: int
    value: Decimal


@dataclass(frozen=True)
class Chart:
    """All bars, in a box of WIDTH by HEIGHT."""

    bars: Sequence[Bar]
    labels: Sequence[Label]
    lines: Sequence[Line]
    base: int = HEIGHT - BOTTOM
    left: int = LEFT
    right: int = WIDTH - RIGHT
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def values(self) -> list[tuple[str, Decimal]]:
        """Every bar in words: its name and its total."""
        return [(bar.label, bar.total) for bar in self.bars]

    @property
    def label_x(self) -> int:
        """Where the names of the series begin."""
        return self.right + 10


def stacked(values: Mapping[str, Mapping[str, Decimal]], series: Sequence[tuple[str, str, str]]) -> Chart:
    """Bars by name, each a sum of series (key, name, class), from the axis upwards in the order given."""
    highest = max((sum(one.values(), ZERO) for one in values.values()), default=ZERO)
    step = _step(highest)
    count = max(1, int((highest / step).to_integral_value(ROUND_CEILING)))
    scale = Decimal(HEIGHT - TOP - BOTTOM) / (step * count)
    slot = (WIDTH - LEFT - RIGHT) // max(1, len(values))
    bars = [
        _bar(name, one, series, scale, LEFT + slot * number + slot // 2, min(56, slot * 2 // 3))
        for number, (name, one) in enumerate(values.items())
    ]
    lines = [Line(_y(step * number, scale), step * number) for number in range(count + 1)]
    return Chart(bars, _labels(bars, series), lines)


def _y(value: Decimal, scale: Decimal) -> int:
    return HEIGHT - BOTTOM - int(value * scale + Decimal("0.5"))


def _step(highest: Decimal) -> Decimal:
    """A round step (1, 2 or 5 of a power of ten) that makes at most five lines."""
    if highest <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb((highest / 5).adjusted())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor * 5 >= highest)


def _bar(
    name: str,
    values: Mapping[str, Decimal],
    series: Sequence[tuple[str, str, str]],
    scale: Decimal,
    middle: int,
    width: int,
) -> Bar:
    segments, below = [], ZERO
    for key, _text, css in series:
        value = values.get(key, ZERO)
        if value > 0:
            top = _y(below + value, scale)
            segments.append(Segment(css, middle - width // 2, top, width, _y(below, scale) - top, value))
            below += value
    return Bar(name, middle, _y(below, scale), below, segments)


def _labels(bars: Sequence[Bar], series: Sequence[tuple[str, str, str]]) -> list[Label]:
    """Each series that occurs has its name at the height of its part of the last bar, moved apart where they meet."""
    occurring = {segment.css for bar in bars for segment in bar.segments}
    last = {segment.css: segment.y + segment.height // 2 for segment in (bars[-1].segments if bars else ())}
    labels: list[Label] = []
    floor = HEIGHT - BOTTOM + 4
    for _key, text, css in series:
        if css in occurring:
            y = min(last.get(css, floor) + 4, labels[-1].y - LABEL_GAP if labels else floor)
            labels.append(Label(text, css, y))
    return labels
