"""Parts of pages that are written once for the same values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template, engines
from django.utils import translation
from django.utils.safestring import mark_safe

from config import rendering
from config.rendering import CantTell, values_of
from cooperatives.models import Cooperative, Place


@dataclass(frozen=True)
class Row:
    """A row of a list."""

    name: str
    cooperative: Cooperative | None = None


class Odd(str):
    """A text of another class, which may write itself differently each time."""

    __slots__ = ()


@pytest.fixture(autouse=True)
def forgotten() -> None:
    rendering.forget()


def written(name: str, **given: Any) -> str:
    """What an include of one of our own templates comes to."""
    given_as = " ".join(f"{key}={key}" for key in given)
    return Template(f'{{% include "{name}" with {given_as} only %}}').render(Context(given))


def test_the_same_values_are_written_once() -> None:
    first = written("components/badge.html", label="late", tone="bad")
    assert written("components/badge.html", label="late", tone="bad") == first
    assert len(rendering._remembered) == 1


def test_other_values_and_another_language_are_written_anew() -> None:
    assert "early" in written("components/badge.html", label="early")
    assert "late" in written("components/badge.html", label="late")
    with translation.override("es-mx"):
        written("components/badge.html", label="late")
    assert len(rendering._remembered) == 3


def test_a_text_that_must_be_escaped_is_not_taken_for_one_that_must_not() -> None:
    assert "<b>" in written("components/badge.html", label=mark_safe("<b>"))
    assert "<b>" not in written("components/badge.html", label="<b>")


def test_a_change_anywhere_in_a_row_is_another_value() -> None:
    def row(town: str = "Jaltenango", name: str = "CESMACH") -> Row:
        return Row("x", Cooperative(pk=1, short_name=name, place=Place(pk=2, town=town)))

    assert values_of(row()) == values_of(row())
    assert values_of(row()) != values_of(row(town="Motozintla"))
    assert values_of(row()) != values_of(row(name="CESMACh"))


def test_equal_numbers_that_are_written_differently_differ() -> None:
    assert len({values_of(value) for value in (1, True, 1.0, Decimal(1), Decimal("1.00"), "1")}) == 6


def test_a_circle_ends() -> None:
    place = Place(pk=2, town="x")
    place.self_again = place  # type: ignore[attr-defined]
    assert values_of(place)


def test_what_cannot_be_looked_through_is_not_remembered() -> None:
    with pytest.raises(CantTell):
        values_of(object())
    written("components/badge.html", label=Odd("x"))
    assert not rendering._remembered


def test_a_part_that_looks_at_the_clock_is_not_remembered() -> None:
    written("components/print_header.html", title="Statement")
    assert not rendering._remembered


def test_every_include_of_ours_is_the_remembering_one() -> None:
    found = (
        engines["django"].get_template("overview/board.html").template.nodelist.get_nodes_by_type(rendering.OnceNode)
    )  # type: ignore[attr-defined]
    assert found
