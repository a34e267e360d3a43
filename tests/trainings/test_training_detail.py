"""One training of a co-op."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cooperatives.models import Cooperative, Programme
from tests import factories
from trainings.models import Training, TrainingSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def training(cooperative: Cooperative) -> Training:
    """A training of two days, the co-op invited."""
    training: Training = factories.TrainingFactory.create(title="Poda")
    factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    for held_on in (dt.date(2013, 5, 6), dt.date(2013, 5, 7)):
        factories.TrainingSessionFactory.create(training=training, held_on=held_on)
    return training


def url(training: Training) -> str:
    return f"/cooperatives/triunfo/trainings/{training.pk}/"


def came(session: TrainingSession, cooperative: Cooperative, name: str, sex: str) -> None:
    member = cooperative.members.filter(name=name).first() or factories.MemberFactory.create(
        cooperative=cooperative, name=name, sex=sex
    )
    factories.AttendanceFactory.create(session=session, member=member)


def test_days_count_women_men_and_not_recorded(signed_in: Client, cooperative: Cooperative, training: Training) -> None:
    first, second = training.sessions.all()
    came(first, cooperative, "Ana", "woman")
    came(first, cooperative, "Beto", "man")
    came(first, cooperative, "Cruz", "")
    came(second, cooperative, "Ana", "woman")
    came(second, factories.CooperativeFactory.create(), "Zoila", "woman")
    page = signed_in.get(url(training))
    days = [day.people for day in page.context["record"].days]
    assert [(day.women, day.men, day.unrecorded, day.total) for day in days] == [(1, 1, 1, 3), (1, 0, 0, 1)]
    assert page.context["record"].people.total == 3
    assertContains(page, "Beto")
    assertNotContains(page, "Zoila")


def test_attendance_nobody_wrote_down_is_not_zero(signed_in: Client, training: Training) -> None:
    page = signed_in.get(url(training))
    assertContains(page, "Not recorded")
    assertNotContains(page, "0 women")


def test_names_are_hidden_from_those_who_may_not_see_members(
    client: Client, cooperative: Cooperative, programme: Programme, training: Training
) -> None:
    came(training.sessions.first(), cooperative, "Ana Secreta", "woman")
    funder = factories.ProgrammeAssignmentFactory.create(programme=programme, role="funder").user
    client.force_login(funder)
    page = client.get(url(training))
    assertNotContains(page, "Secreta")
    assertContains(page, "1 woman")


def test_training_detail_asks_the_anonymous_to_sign_in(client: Client, training: Training) -> None:
    asked = f"{reverse('account_login')}?next={url(training)}"
    assertRedirects(client.get(url(training)), asked, fetch_redirect_response=False)


@pytest.mark.as_person("outsider")
def test_training_detail_is_not_found_by_an_outsider(signed_in: Client, training: Training) -> None:
    assert signed_in.get(url(training)).status_code == 404


def test_training_of_others_is_not_found(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(url(factories.TrainingInvitationFactory.create().training)).status_code == 404


def test_training_detail_is_not_found_without_a_role(client: Client, training: Training) -> None:
    client.force_login(factories.UserFactory.create())
    assert client.get(url(training)).status_code == 404


def test_training_detail_is_only_read(signed_in: Client, training: Training) -> None:
    assert signed_in.post(url(training)).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.as_person("manager")
def test_training_detail_asks_the_same_number_of_queries(
    signed_in: Client,
    cooperative: Cooperative,
    training: Training,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        for session in training.sessions.all():
            came(session, cooperative, f"Socia {number}", "woman")
    with django_assert_num_queries(11):
        signed_in.get(url(training))
