"""The first set of milestones and indicators that comes along, and what happens to what administrators edit."""

from __future__ import annotations

import pytest

from overview.actions.load_programme import load_programme
from trainings.models import Indicator, Milestone, Track

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded() -> None:
    """The data files are loaded."""
    load_programme()


def test_every_track_has_a_ladder_and_indicators_that_say_they_are_ours() -> None:
    for track in Track.objects.all():
        assert track.milestones.count() >= 5
        assert track.indicators.count() >= 2
    for row in (*Milestone.objects.all(), *Indicator.objects.all()):
        assert row.source == "Beneficio's own first set, from the programme's objectives"
        for name in ("name", "guidance"):
            assert all(getattr(row, f"{name}{end}") for end in ("", "_es", "_pt")), (row, name)


def test_the_indicators_that_were_asked_for_are_there() -> None:
    typed = set(Indicator.objects.filter(computation="").values_list("slug", flat=True))
    assert typed >= {"cupping-score", "yield", "export-volume", "fair-trade-share", "buyers-met", "contracts-signed"}
    assert typed >= {"finance-applied", "finance-obtained", "finance-repaid", "accounts-audited"}
    assert Indicator.objects.filter(computation="people trained").count() == 5
    assert Indicator.objects.filter(computation="readiness").count() == 1


def test_what_an_administrator_edited_is_kept() -> None:
    Milestone.objects.filter(slug="finance-books").update(name="Books of two years", position=15, is_active=False)
    Indicator.objects.filter(slug="yield").update(unit="qq/ha")
    load_programme()
    row = Milestone.objects.get(slug="finance-books")
    assert (row.name, row.position, row.is_active) == ("Books of two years", 15, False)
    assert Indicator.objects.get(slug="yield").unit == "qq/ha"
    load_programme(update=True)
    row.refresh_from_db()
    assert (row.name, row.is_active) == ("The books of one full year are complete", False)
