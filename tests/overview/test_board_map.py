"""The map of the board: every co-op can be reached, also where several share a place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from cooperatives.models import Cooperative, Place, Programme
from overview.reports.places import outline_maps
from tests import factories
from tests.overview.test_board import BOARD, the_board

pytestmark = pytest.mark.django_db


def at_place(place: Place, count: int, programme: Programme) -> list[Cooperative]:
    found = []
    for _ in range(count):
        cooperative = factories.CooperativeFactory.create(place=place)
        factories.EnrolmentFactory.create(programme=programme, cooperative=cooperative)
        found.append(cooperative)
    return found


@pytest.mark.as_person("manager")
def test_map_reaches_each_of_five_co_ops_at_one_place(signed_in: Client, programme: Programme) -> None:
    jaltenango = factories.PlaceFactory.create(latitude=Decimal("15.8726"), longitude=Decimal("-92.7251"))
    five = at_place(jaltenango, 5, programme)
    (drawn,) = outline_maps(the_board().rows)
    assert [mark.number for mark in drawn.marks] == [1, 2, 3, 4, 5]
    assert {(mark.from_x, mark.from_y) for mark in drawn.marks} == {(121.0, 188.6)}
    page = signed_in.get(BOARD).content.decode()
    figure = page[page.index("<svg viewBox") : page.index("</figure>")]
    listed = page[page.index('<ol class="map-list">') :]
    for cooperative in five:
        url = reverse("overview:dossier", args=[cooperative.slug])
        assert f'href="{url}"' in figure
        assert f'href="{url}"' in listed


def test_marks_never_lie_on_each_other_nor_outside_the_drawing(programme: Programme) -> None:
    for number in range(4):
        place = factories.PlaceFactory.create(latitude=Decimal("16") + Decimal(number) / 10, longitude=Decimal("-92.5"))
        at_place(place, 1 + 6 * number, programme)
    (drawn,) = outline_maps(the_board().rows)
    left, top, width, height = map(float, drawn.view_box.split())
    for mark in drawn.marks:
        assert left <= mark.x <= left + width
        assert top <= mark.y <= top + height
        for other in drawn.marks:
            assert mark is other or (mark.x - other.x) ** 2 + (mark.y - other.y) ** 2 >= 24**2


def test_a_map_is_shown_only_for_states_with_co_ops(programme: Programme) -> None:
    brazil = factories.PlaceFactory.create(
        state="Minas Gerais", country_code="BR", latitude=Decimal("-22.2779"), longitude=Decimal("-46.3716")
    )
    at_place(brazil, 1, programme)
    at_place(factories.PlaceFactory.create(state="Aceh", country_code="ID"), 1, programme)
    at_place(factories.PlaceFactory.create(latitude=None, longitude=None), 1, programme)
    (drawn,) = outline_maps(the_board().rows)
    assert (drawn.name, drawn.marks[0].x, drawn.marks[0].y) == ("Minas Gerais", 134.1, 241.0)
    assert not drawn.marks[0].is_moved
