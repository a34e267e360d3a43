"""One visual language: each part of a page in one place, no dead style, colours that everybody can tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from tests.test_conventions import ROOT, our_files

TEMPLATES, STYLES = ROOT / "templates", ROOT / "static" / "css"
TOKENS = (STYLES / "tokens.css").read_text()
# In every page's head and header already: what makes pages open without connection.
IN_EVERY_PAGE = {"offline_head", "offline_note", "unsent"}
PARTS = [part for part in sorted((TEMPLATES / "components").glob("*.html")) if part.stem not in IN_EVERY_PAGE]
# Classes that others write: crispy-forms and the Django admin.
WRITTEN_ELSEWHERE = {
    *("inline-group", "tabular", "change-form", "select2-container", "field-amount", "column-amount", "field-text"),
    *("asteriskField", "form-select", "form-check-inline", "is-invalid", "input-group", "input-group-text"),
}
# Markup that only the part itself may write, and the pages that have a reason of their own.
ONLY_IN_PARTS = {
    r'class="page-header': {"premiums/statement.html"},
    r'class="filter-bar': {"trainings/score_update.html"},
    r'class="pagination': set(),
    r'class="empty"': set(),
    r'class="meter[ "]': set(),
    r'class="figure"': set(),
    r'class="badge[ "]': {"allauth/elements/badge.html"},
    r'class="file"': set(),
    r'class="timeline-mark': set(),
    r'<figure class="chart': set(),
    r"{% crispy ": set(),
}
# Forms that are more than a column of fields: the roll, the questions of a section; and what signs people in and out.
FORMS_OF_THEIR_OWN = {
    "base.html",
    "error_base.html",
    "cooperatives/invitation_accept.html",
    "trainings/roll_call.html",
    "certification/assessment_section_form.html",
}


def name_of(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def pages() -> Iterator[tuple[str, str]]:
    for path in our_files("templates/**/*.html", "templates/*.html"):
        if path.parent.name != "components":
            yield name_of(path), path.read_text()


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_every_part_is_in_the_style_guide(part: Path) -> None:
    text = (TEMPLATES / "styleguide.html").read_text()
    ways = (f"components/{part.name}", f'{{% component "{part.stem}"')
    through_form = part.stem == "fields" and "components/form.html" in text
    assert any(way in text for way in ways) or through_form, f"{part.name} is not in the style guide"


@pytest.mark.parametrize("markup", ONLY_IN_PARTS)
def test_no_page_writes_by_hand_what_a_part_writes(markup: str) -> None:
    found = {name for name, text in pages() if re.search(markup, text)}
    assert found <= ONLY_IN_PARTS[markup], f"use the part for {markup}"


def test_every_form_that_changes_something_has_the_one_shell() -> None:
    own = {name for name, text in pages() if re.search(r'<form[^>]*method="post"', text)}
    own = {name for name in own if not name.startswith(("account/", "admin/", "allauth/", "mfa/"))}
    assert own == FORMS_OF_THEIR_OWN


def classes() -> dict[str, set[str]]:
    """Every class that a style sheet selects, with the sheets."""
    found: dict[str, set[str]] = {}
    for sheet in STYLES.glob("*.css"):
        selectors = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL))
        for name in re.findall(r"\.(-?[a-zA-Z][\w-]*)", selectors):
            found.setdefault(name, set()).add(sheet.name)
    return found


def test_no_style_is_for_a_class_that_nothing_has() -> None:
    files = our_files("templates/*.html", "templates/**/*.html", "static/js/*.js", "*.py")
    source = "\n".join(path.read_text() for path in files if "tests" not in path.parts)
    words = set(re.findall(r"[\w-]+", source)) | WRITTEN_ELSEWHERE
    begun = tuple(re.findall(r"([\w-]+-)\{[{%]", source))  # class="badge-{{ tone }}"
    dead = {name: sheets for name, sheets in classes().items() if name not in words and not name.startswith(begun)}
    assert not dead


def test_colours_are_named_in_one_file() -> None:
    for sheet in STYLES.glob("*.css"):
        if sheet.name != "tokens.css":
            text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
            found = set(re.findall(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b(?![\w-]*\s*[{,.:])", text))
            assert found <= {"#fff", "#000"}, (sheet.name, found)


def test_every_token_that_is_used_is_defined() -> None:
    text = "".join(sheet.read_text() for sheet in STYLES.glob("*.css"))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= set(re.findall(r"(--[\w-]+)\s*:", text))


# How the colour-blind see: Machado, Oliveira and Fernandes (2009), the whole of the deficiency, on linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Colour = tuple[float, ...]


def linear(code: str) -> Colour:
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def lab(colour: Colour) -> Colour:
    red, green, blue = (min(1.0, max(0.0, part)) for part in colour)

    def root(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(code: str, sight: str) -> Colour:
    return lab(tuple(sum(a * b for a, b in zip(row, linear(code), strict=True)) for row in SIGHT[sight]))


def contrast(one: str, other: str) -> float:
    light = [sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear(code), strict=True)) for code in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


LIGHT, DARK = TOKENS.split("@media print")[0].split("@media (prefers-color-scheme: dark)")
SCHEMES = {"light": LIGHT, "dark": DARK}


def colour(scheme: str, name: str) -> str:
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", SCHEMES[scheme])
    assert found, (scheme, name)
    return found[1]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_the_colours_of_a_chart_can_be_told_apart(scheme: str, sight: str) -> None:
    series = [colour(scheme, f"series-{number}") for number in range(1, 5)]
    for one, other in combinations(series, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen(one, sight), seen(other, sight), strict=True)) ** 0.5
        assert apart > 20, (one, other, sight)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_a_chart_stand_out_from_the_sheet(scheme: str) -> None:
    for number in range(1, 5):
        assert contrast(colour(scheme, f"series-{number}"), colour(scheme, "sheet")) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["ink", "ink-soft", "green", "cherry", "amber", "blue"])
def test_words_are_readable_on_every_ground(scheme: str, name: str) -> None:
    for ground in ("paper", "sheet", "grey-tint"):
        assert contrast(colour(scheme, name), colour(scheme, ground)) >= 4.5, (name, ground)
