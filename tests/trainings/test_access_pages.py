"""Who opens which page of the trainings: outsiders 404, a role that may not 403, a wrong method 405."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from cooperatives.models import Cooperative, Member, Programme, User
from tests.factories import EnrolmentFactory, MemberFactory, ProgrammeAssignmentFactory, ProgrammeFactory
from tests.factories_trainings import ModuleFactory, TrainingFileFactory, training_of
from trainings.models import Training, TrainingSession

pytestmark = pytest.mark.django_db

# By page: whose key its address has, whom it is forbidden to, and the methods it does not take.
OF_PROGRAMME = [
    # (view, key, forbidden to, wrong method)
    ("view", "programme_training_list", "", "", "post"),
    ("view", "programme_calendar", "", "", "post"),
    ("view", "people_trained", "", "", "post"),
    ("view", "attendance_export", "", "", "post"),
    ("view", "programme_feed", "", "", "put"),
    ("view", "training_create", "", "funder", "put"),
    ("view", "programme_training_detail", "training", "", "post"),
    ("view", "training_update", "training", "funder", "put"),
    ("view", "training_day_create", "training", "funder", "put"),
    ("view", "training_day_delete", "training", "funder", "get"),
    ("view", "training_hold", "training", "funder", "get"),
    ("view", "training_report", "training", "funder", "put"),
    ("view", "training_cancel", "training", "funder", "put"),
    ("view", "training_attach", "training", "funder", "put"),
]
OF_COOPERATIVE = [
    ("view", "cooperative_calendar", "", "", "post"),
    ("view", "cooperative_feed", "", "", "put"),
    ("view", "visit_list", "", "", "post"),
    ("view", "visit_create", "", "oversight", "put"),
    ("view", "score_update", "training", "oversight", "put"),
    ("view", "instrument_create", "training", "oversight", "put"),
    ("view", "roll_call", "day", "oversight", "put"),
    ("view", "head_count", "day", "oversight", "put"),
    ("view", "head_count_delete", "day", "oversight", "get"),
    ("view", "person_list", "", "funder", "post"),
    ("view", "person_merge", "member", "trainer", "put"),
    ("view", "person_remove_name", "member", "trainer", "put"),
]
POSTED = {"training_day_delete", "training_hold", "head_count_delete"}


@pytest.fixture
def keys(workshop: Training, day: TrainingSession, cooperative: Cooperative) -> dict[str, dict[str, int]]:
    """The key a page has in its address."""
    member: Member = MemberFactory.create(cooperative=cooperative)
    return {"": {}, "training": {"pk": workshop.pk}, "day": {"pk": day.pk}, "member": {"pk": member.pk}}


def answer(client: Client, user: User, url: str, method: str) -> int:
    client.force_login(user)
    return getattr(client, method)(url).status_code


def wrongly(client: Client, request: pytest.FixtureRequest, url: str, name: str, forbidden: str, wrong: str) -> None:
    usual = "post" if name in POSTED else "get"
    assert answer(client, request.getfixturevalue("outsider"), url, usual) == 404
    if forbidden:
        assert answer(client, request.getfixturevalue(forbidden), url, usual) == 403
    assert answer(client, request.getfixturevalue("manager"), url, wrong) == 405
    if usual == "get":
        assert answer(client, request.getfixturevalue("manager"), url, "get") == 200


@pytest.mark.parametrize(("_view", "name", "key", "forbidden", "wrong"), OF_PROGRAMME)
def test_pages_of_a_programme(
    client: Client,
    request: pytest.FixtureRequest,
    programme: Programme,
    keys: dict[str, dict[str, int]],
    _view: str,
    name: str,
    key: str,
    forbidden: str,
    wrong: str,
) -> None:
    url = reverse(f"trainings:{name}", kwargs={"programme": programme.slug, **keys[key]})
    wrongly(client, request, url, name, forbidden, wrong)
    # Staff of a co-op in the programme are no people of the programme.
    assert answer(client, request.getfixturevalue("treasurer"), url, "post" if name in POSTED else "get") == 404


@pytest.mark.parametrize(("_view", "name", "key", "forbidden", "wrong"), OF_COOPERATIVE)
def test_pages_of_a_cooperative(
    client: Client,
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    keys: dict[str, dict[str, int]],
    _view: str,
    name: str,
    key: str,
    forbidden: str,
    wrong: str,
) -> None:
    url = reverse(f"trainings:{name}", kwargs={"slug": cooperative.slug, **keys[key]})
    wrongly(client, request, url, name, forbidden, wrong)


@pytest.mark.parametrize("name", ["roll_call", "head_count"])
def test_a_trainer_of_another_programme_takes_no_roll_here(
    client: Client, cooperative: Cooperative, day: TrainingSession, name: str
) -> None:
    other = EnrolmentFactory.create(cooperative=cooperative, programme=ProgrammeFactory.create()).programme
    user = ProgrammeAssignmentFactory.create(programme=other, role="trainer").user
    url = reverse(f"trainings:{name}", kwargs={"slug": cooperative.slug, "pk": day.pk})
    assert answer(client, user, url, "get") == 403


def test_trainings_of_others_are_not_found(client: Client, programme: Programme, manager: User) -> None:
    other = training_of(ProgrammeFactory.create())
    for name in ("programme_training_detail", "training_update", "training_cancel"):
        url = reverse(f"trainings:{name}", kwargs={"programme": programme.slug, "pk": other.pk})
        assert answer(client, manager, url, "get") == 404


def test_module_list_module_create_and_module_update_are_for_those_who_plan(
    client: Client, manager: User, funder: User, outsider: User
) -> None:
    add, module = reverse("trainings:module_create"), ModuleFactory.create()
    change, every = reverse("trainings:module_update", args=[module.pk]), reverse("trainings:module_list")
    assert [answer(client, user, every, "get") for user in (manager, funder, outsider)] == [200, 200, 403]
    for url in (add, change):
        assert [answer(client, user, url, "get") for user in (manager, funder, outsider)] == [200, 403, 403]
        assert answer(client, manager, url, "put") == 405
    assert answer(client, manager, every, "post") == 405


def test_module_update_is_forbidden_to_an_outsider(client: Client, outsider: User) -> None:
    url = reverse("trainings:module_update", args=[ModuleFactory.create().pk])
    assert answer(client, outsider, url, "post") == 403


def test_training_file_is_not_found_by_an_outsider(
    client: Client, workshop: Training, outsider: User, treasurer: User, manager: User
) -> None:
    file = TrainingFileFactory.create(training=workshop)
    url = reverse("trainings:training_file", args=[file.pk])
    assert answer(client, outsider, url, "get") == 404
    assert answer(client, manager, url, "post") == 405
    for user in (treasurer, manager):
        client.force_login(user)
        response = client.get(url)
        assert b"".join(response.streaming_content).startswith(b"%PDF")
        assert response["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response["Content-Security-Policy"]
    file.file.delete(save=False)
    assert answer(client, manager, url, "get") == 404


def test_training_home_goes_to_the_only_programme(
    client: Client, programme: Programme, manager: User, treasurer: User, admin: User
) -> None:
    url = reverse("trainings:training_home")
    client.force_login(manager)
    assert client.get(url)["Location"] == reverse("trainings:programme_training_list", args=[programme.slug])
    ProgrammeFactory.create(name="Otro programa")
    client.force_login(admin)
    assert "Otro programa" in client.get(url).content.decode()
    assert answer(client, treasurer, url, "get") == 403
    assert answer(client, admin, url, "post") == 405
