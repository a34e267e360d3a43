"""The rates that `load_programme` brings in: what the standards said, from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cooperatives.models import Scheme
from overview.actions.load_programme import load_programme
from premiums.models import Rate
from tests.keeping import keep

pytestmark = pytest.mark.django_db

ADDRESS = "/rates/"


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The reference data."""
    yield from keep(django_db_blocker, load_programme)


def rate(scheme: str, form: str, region: str, *on: int) -> Rate:
    found = Rate.objects.in_force(scheme=Scheme.objects.get(slug=scheme), form=form, region=region, on=dt.date(*on))
    assert found is not None
    return found


@pytest.mark.parametrize("scheme", ["fair-trade-usa", "fairtrade-international", "fair-trade"])
@pytest.mark.parametrize(
    ("on", "premium", "quality", "washed", "natural", "organic"),
    [
        ((2007, 5, 31), "0.05", "0", "1.21", None, "0.15"),
        ((2007, 6, 1), "0.10", "0", "1.21", None, "0.20"),
        ((2008, 5, 31), "0.10", "0", "1.21", None, "0.20"),
        ((2008, 6, 1), "0.10", "0", "1.25", "1.20", "0.20"),
        ((2011, 3, 31), "0.10", "0", "1.25", "1.20", "0.20"),
        ((2011, 4, 1), "0.20", "0.05", "1.40", "1.35", "0.30"),
        ((2023, 7, 31), "0.20", "0.05", "1.40", "1.35", "0.30"),
    ],
)
def test_the_signing_date_chooses_the_row(
    loaded: None, scheme: str, on: tuple[int, ...], premium: str, quality: str, washed: str, natural: str, organic: str
) -> None:
    found = rate(scheme, "washed", "central", *on)
    assert (found.premium, found.quality_part) == (Decimal(premium), Decimal(quality))
    assert (found.minimum_price, found.organic_differential) == (Decimal(washed), Decimal(organic))
    expected = Decimal(natural) if natural else None
    assert rate(scheme, "natural", "central", *on).minimum_price == expected


@pytest.mark.parametrize(("on", "price"), [((2008, 5, 31), "1.19"), ((2008, 6, 1), "1.25"), ((2012, 1, 1), "1.40")])
def test_south_america_had_its_own_price_until_2008(loaded: None, on: tuple[int, ...], price: str) -> None:
    assert rate("fair-trade-usa", "washed", "south", *on).minimum_price == Decimal(price)


def test_the_schemes_part_in_2023(loaded: None) -> None:
    usa, international, unnamed = (
        rate(scheme, "washed", "central", 2023, 8, 1)
        for scheme in ("fair-trade-usa", "fairtrade-international", "fair-trade")
    )
    assert (usa.minimum_price, international.minimum_price) == (Decimal("1.40"), Decimal("1.80"))
    assert (usa.organic_differential, international.organic_differential) == (Decimal("0.30"), Decimal("0.40"))
    assert (unnamed.premium, unnamed.minimum_price, unnamed.quality_part) == (Decimal("0.20"), None, None)
    assert rate("fairtrade-international", "natural", "central", 2023, 8, 1).minimum_price is None


def test_every_rate_has_a_source_and_no_two_hold_at_once(loaded: None) -> None:
    assert Rate.objects.count() == 56
    assert not Rate.objects.filter(source="").exists()
    keys = list(Rate.objects.values_list("scheme", "form", "region", "from_on"))
    assert len(set(keys)) == len(keys)


def test_rate_list_shows_each_rate_with_its_source(signed_in: Client, loaded: None) -> None:
    page = signed_in.get(ADDRESS).content.decode()
    assert reverse("premiums:rate_list") == ADDRESS
    assert "fairworldproject.org" in page
    assert "Apr 1, 2011" in page
    assert "South America" in page
