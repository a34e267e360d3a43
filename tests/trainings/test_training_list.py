"""The trainings of a co-op."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cooperatives.models import Cooperative
from tests import factories
from trainings.models import Training

pytestmark = pytest.mark.django_db

LIST = "/cooperatives/triunfo/trainings/"


def invited(cooperative: Cooperative, **training: object) -> Training:
    row: Training = factories.TrainingFactory.create(**training)
    factories.TrainingInvitationFactory.create(training=row, cooperative=cooperative)
    return row


def test_trainings_stand_newest_first_and_without_date_last(signed_in: Client, cooperative: Cooperative) -> None:
    unknown = invited(cooperative, starts_on=None, starts_precision="")
    old = invited(cooperative, starts_on=dt.date(2012, 1, 1), starts_precision="year")
    new = invited(cooperative)
    factories.TrainingFactory.create(title="Elsewhere")
    page = signed_in.get(LIST)
    assert list(page.context["page_obj"]) == [new, old, unknown]
    assertContains(page, "3 trainings")
    assertNotContains(page, "Elsewhere")


def test_training_list_asks_the_anonymous_to_sign_in(client: Client, cooperative: Cooperative) -> None:
    assertRedirects(client.get(LIST), f"{reverse('account_login')}?next={LIST}", fetch_redirect_response=False)


@pytest.mark.as_person("outsider")
def test_training_list_is_not_found_by_an_outsider(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(LIST).status_code == 404


def test_training_list_is_not_found_without_a_role(client: Client, cooperative: Cooperative) -> None:
    client.force_login(factories.UserFactory.create())
    assert client.get(LIST).status_code == 404


def test_training_list_is_only_read(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.post(LIST).status_code == 405


def test_filter_by_track_and_state(signed_in: Client, cooperative: Cooperative) -> None:
    track = factories.TrackFactory.create(slug="market-access")
    held = invited(cooperative, track=track)
    planned = invited(cooperative, track=track, state="planned")
    invited(cooperative)
    assert set(signed_in.get(LIST, {"track": "market-access"}).context["page_obj"]) == {held, planned}
    assert list(signed_in.get(LIST, {"track": "market-access", "state": "held"}).context["page_obj"]) == [held]
    assert list(signed_in.get(LIST, {"state": "overdue"}).context["page_obj"]) == [planned]


def test_planned_training_whose_day_passed_is_marked(signed_in: Client, cooperative: Cooperative) -> None:
    invited(cooperative, state="planned")
    assertContains(signed_in.get(LIST), "planned, day passed")


def test_unknown_track_is_said_and_lists_nothing(signed_in: Client, cooperative: Cooperative) -> None:
    training = invited(cooperative)
    page = signed_in.get(LIST, {"track": "nonsense"})
    assertContains(page, "nonsense is not one of the available choices")
    assertNotContains(page, training.title)


def test_empty_list_says_what_to_expect(signed_in: Client, cooperative: Cooperative) -> None:
    assertContains(signed_in.get(LIST), "No trainings yet")
    assertContains(signed_in.get(LIST, {"state": "held"}), "No training matches")


def test_people_are_those_of_the_co_op_once_each(signed_in: Client, cooperative: Cooperative) -> None:
    training = invited(cooperative)
    member = factories.MemberFactory.create(cooperative=cooperative)
    for held_on in (dt.date(2013, 5, 6), dt.date(2013, 5, 7)):
        session = factories.TrainingSessionFactory.create(training=training, held_on=held_on)
        for person in (member, factories.MemberFactory.create()):
            factories.AttendanceFactory.create(session=session, member=person)
    assert signed_in.get(LIST).context["page_obj"][0].people == 1


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.as_person("manager")
def test_training_list_asks_the_same_number_of_queries(
    signed_in: Client, cooperative: Cooperative, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        invited(cooperative)
    with django_assert_num_queries(9):
        signed_in.get(LIST)


def test_long_list_has_pages(signed_in: Client, cooperative: Cooperative) -> None:
    track = factories.TrackFactory.create()
    for _ in range(51):
        invited(cooperative, track=track)
    assert len(signed_in.get(LIST, {"page": 2}).context["page_obj"]) == 1
