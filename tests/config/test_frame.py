"""What the frame of every page is made of: icons that come with one file, templates without their indentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template, render_to_string
from django.test import Client
from heroicons import _render_icon

ROOT = Path(__file__).resolve().parent.parent.parent
SPRITE = (ROOT / "static" / "img" / "frame.svg").read_text()
DRAWINGS = dict(re.findall(r'<symbol id="([^"]+)" viewBox="0 0 20 20">(.*?)</symbol>', SPRITE))


def lines(svg: str) -> list[str]:
    """The outlines of a drawing."""
    return re.findall(r' d="([^"]+)"', svg)


@pytest.mark.parametrize("name", DRAWINGS)
def test_frame_icons_are_those_of_the_package(name: str) -> None:
    assert lines(DRAWINGS[name]) == lines(_render_icon("mini", name, None, {})) != []


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["admin", "manager", "treasurer", "oversight"])
def test_every_icon_of_the_frame_is_in_its_file(client: Client, request: pytest.FixtureRequest, person: str) -> None:
    client.force_login(request.getfixturevalue(person))
    asked = re.findall(r"/static/img/frame[^\"]*svg#([a-z0-9-]+)", client.get("/styleguide/").content.decode())
    assert len(asked) >= 6
    assert set(asked) <= set(DRAWINGS)


def test_no_icon_of_the_frame_is_left_over() -> None:
    named = " ".join(path.read_text() for path in ROOT.glob("templates/**/*.html"))
    named += (ROOT / "cooperatives" / "context.py").read_text()
    assert [name for name in DRAWINGS if f'"{name}"' not in named] == []


def test_the_indentation_of_templates_is_not_sent() -> None:
    source = (ROOT / "templates" / "components" / "empty_state.html").read_text()
    assert "\n    " in source
    shown = render_to_string("components/empty_state.html", {"title": "Nichts   da\n    noch", "text": ""})
    assert "Nichts   da\n    noch" in shown, "what is shown keeps its spaces"
    assert "\n " not in shown.replace("\n    noch", "")
    assert "\n " not in get_template("base.html").template.source
    assert "\n    " in get_template("registration/password_reset_form.html").template.source, "of others: as they are"
