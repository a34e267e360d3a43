"""Planning a training, its days, its report, cancelling it, its files."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from config.errors import Refused
from cooperatives.models import Cooperative, Programme, User
from tests.factories import CooperativeFactory, EnrolmentFactory, MemberFactory, TrackFactory
from tests.factories_trainings import HeadCountFactory, ModuleFactory, came, training_of
from trainings.actions.hold_training import cancel_training, hold_training, report_training
from trainings.actions.plan_training import Plan, change_training, plan_training
from trainings.models import Training, TrainingSession

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("manager")]


def url(name: str, programme: Programme, training: Training | None = None) -> str:
    return reverse(
        f"trainings:{name}", kwargs={"programme": programme.slug, **({"pk": training.pk} if training else {})}
    )


@pytest.fixture
def typed(programme: Programme, cooperative: Cooperative, trainer: User) -> dict[str, Any]:
    """A workshop of three days for three co-ops."""
    others = [EnrolmentFactory.create(programme=programme).cooperative for _ in range(2)]
    return {
        "title": "Cosecha selectiva",
        "kind": "workshop",
        "track": TrackFactory.create().pk,
        "modules": [ModuleFactory.create().pk],
        "starts_on": "2013-09-02",
        "ends_on": "2013-09-04",
        "hours": "6.5",
        "place": "Jaltenango",
        "host": cooperative.pk,
        "cooperatives": [cooperative.pk, *(other.pk for other in others)],
        "places": "20",
        "trainers": [trainer.pk],
    }


def test_training_create_plans_a_workshop_for_three_cooperatives(
    signed_in: Client, programme: Programme, typed: dict[str, Any], trainer: User
) -> None:
    response = signed_in.post(url("training_create", programme), typed)
    training = Training.objects.get()
    assert response["Location"] == url("programme_training_detail", programme, training)
    assert (training.state, training.starts_on, training.ends_on) == (
        "planned",
        dt.date(2013, 9, 2),
        dt.date(2013, 9, 4),
    )
    assert training.sessions.count() == 3
    assert set(training.invitations.values_list("places", flat=True)) == {20}
    assert training.invitations.count() == 3
    assert (training.trainers.get(), training.modules.count()) == (trainer, 1)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cooperatives": []}, "Invite at least one co-op"),
        ({"ends_on": "2013-09-01"}, "end before its first day"),
        ({"ends_on": "2014-09-01"}, "at most a month"),
        ({"hours": "25"}, "It can be at most 24."),
        ({"title": ""}, "This field is required"),
    ],
)
def test_training_create_says_what_is_wrong(
    signed_in: Client, programme: Programme, typed: dict[str, Any], change: dict[str, Any], sentence: str
) -> None:
    response = signed_in.post(url("training_create", programme), typed | change)
    assertContains(response, sentence, status_code=422)
    assert not Training.objects.exists()


def test_a_plan_invites_only_those_who_take_part(programme: Programme, manager: User) -> None:
    stranger = CooperativeFactory.create(short_name="Ajena")
    plan = Plan("Poda", "workshop", None, "", None, "", [stranger], None, [], [])
    with pytest.raises(Refused, match="Ajena takes no part"):
        plan_training(programme=programme, plan=plan, days=[dt.date(2013, 5, 6)], hours=None, by=manager)
    with pytest.raises(Refused, match="at least one day"):
        plan_training(programme=programme, plan=plan.__class__(**vars(plan) | {"cooperatives": []}), days=[],
                      hours=None, by=manager)  # fmt: skip


def test_training_update_writes_the_differences(
    signed_in: Client, programme: Programme, workshop: Training, typed: dict[str, Any], cooperative: Cooperative
) -> None:
    page = signed_in.get(url("training_update", programme, workshop))
    assert page.context["form"].initial["cooperatives"] == [cooperative.pk]
    signed_in.post(url("training_update", programme, workshop), typed | {"places": ""})
    workshop.refresh_from_db()
    assert (workshop.title, workshop.invitations.count(), workshop.sessions.count()) == ("Cosecha selectiva", 3, 2)
    signed_in.post(url("training_update", programme, workshop), typed | {"cooperatives": typed["cooperatives"][:1],
                                                                        "modules": [], "trainers": []})  # fmt: skip
    assert (workshop.invitations.get().cooperative, workshop.modules.count()) == (cooperative, 0)


def test_training_update_leaves_different_numbers_of_people_invited_as_they_are(
    signed_in: Client, programme: Programme, workshop: Training, typed: dict[str, Any], cooperative: Cooperative
) -> None:
    change = url("training_update", programme, workshop)
    signed_in.post(change, typed)
    workshop.invitations.filter(cooperative=cooperative).update(places=5)
    signed_in.post(change, typed)
    assert set(workshop.invitations.values_list("places", flat=True)) == {5, 20}
    signed_in.post(change, typed | {"places": "8"})
    assert set(workshop.invitations.values_list("places", flat=True)) == {8}


def test_training_update_keeps_a_cooperative_whose_people_came(
    signed_in: Client,
    programme: Programme,
    workshop: Training,
    day: TrainingSession,
    typed: dict[str, Any],
    cooperative: Cooperative,
) -> None:
    came(day, MemberFactory.create(cooperative=cooperative))
    response = signed_in.post(
        url("training_update", programme, workshop), typed | {"cooperatives": typed["cooperatives"][1:]}
    )
    assertContains(response, "stays among those invited", status_code=422)
    assert workshop.invitations.get().cooperative == cooperative


def test_training_day_create_and_training_day_delete_move_the_span(
    signed_in: Client, programme: Programme, workshop: Training
) -> None:
    add, take_out = url("training_day_create", programme, workshop), url("training_day_delete", programme, workshop)
    signed_in.post(add, {"held_on": "2013-05-20", "hours": "4"})
    workshop.refresh_from_db()
    assert workshop.ends_on == dt.date(2013, 5, 20)
    again = signed_in.post(add, {"held_on": "2013-05-20"})
    assertContains(again, "already recorded", status_code=422)
    first = workshop.sessions.all()[0]
    signed_in.post(take_out, {"day": first.pk})
    workshop.refresh_from_db()
    assert (workshop.sessions.count(), workshop.starts_on) == (2, dt.date(2013, 5, 7))
    assert signed_in.post(take_out, {"day": first.pk}).status_code == 404


def test_training_day_delete_refuses_a_day_people_came_and_the_only_day(
    signed_in: Client, programme: Programme, workshop: Training, day: TrainingSession, cooperative: Cooperative
) -> None:
    take_out = url("training_day_delete", programme, workshop)
    HeadCountFactory.create(session=day, cooperative=cooperative)
    assertContains(signed_in.post(take_out, {"day": day.pk}, follow=True), "so the day stays")
    only = training_of(programme, cooperative, state="planned")
    response = signed_in.post(url("training_day_delete", programme, only), {"day": only.sessions.get().pk}, follow=True)
    assertContains(response, "the only day")


def test_training_report_needs_a_training_that_was_held(
    signed_in: Client, programme: Programme, workshop: Training
) -> None:
    report = url("training_report", programme, workshop)
    assertContains(signed_in.post(report, {"report": "Bien"}), "Only a training that was held", status_code=422)
    assert signed_in.post(report, {"report": ""}).status_code == 422


def test_training_hold_and_report_follow_the_states(
    signed_in: Client, programme: Programme, workshop: Training, manager: User
) -> None:
    assertContains(signed_in.post(url("training_hold", programme, workshop), follow=True), "Marked as held")
    assertContains(signed_in.post(url("training_hold", programme, workshop), follow=True), "Only a planned training")
    assertContains(
        signed_in.post(url("training_cancel", programme, workshop), {"reason": "Lluvia"}),
        "Only a planned training is cancelled",
        status_code=422,
    )
    signed_in.post(url("training_report", programme, workshop), {"report": "Todos podaron"})
    workshop.refresh_from_db()
    assert (workshop.state, workshop.report, workshop.reported_by) == ("reported", "Todos podaron", manager)
    assert report_training(training=workshop, report="Casi todos", by=manager).report == "Casi todos"


def test_training_cancel_says_why_and_is_final(
    signed_in: Client, programme: Programme, manager: User, cooperative: Cooperative
) -> None:
    other = training_of(programme, cooperative, state="planned")
    assert signed_in.post(url("training_cancel", programme, other), {"reason": ""}).status_code == 422
    signed_in.post(url("training_cancel", programme, other), {"reason": "Lluvia"})
    other.refresh_from_db()
    assert (other.state, other.cancelled_reason, other.cancelled_by) == ("cancelled", "Lluvia", manager)
    plan = Plan("Poda", "workshop", None, "", None, "", [cooperative], None, [], [])
    with pytest.raises(Refused, match="was cancelled"):
        change_training(training=other, plan=plan, by=manager)
    with pytest.raises(Refused, match="Only a planned"):
        cancel_training(training=other, reason="Otra vez", by=manager)


def test_a_training_to_come_is_not_held_yet(programme: Programme, cooperative: Cooperative, manager: User) -> None:
    ahead = training_of(programme, cooperative, state="planned", starts_on=cooperative.today() + dt.timedelta(days=5))
    with pytest.raises(Refused, match="Come back then"):
        hold_training(training=ahead, by=manager)


@pytest.mark.as_person("trainer")
def test_training_attach_keeps_a_photo_and_refuses_nonsense(
    signed_in: Client, programme: Programme, workshop: Training
) -> None:
    content = io.BytesIO()
    Image.new("RGB", (20, 30), "green").save(content, "JPEG")
    photo = SimpleUploadedFile("vivero.jpg", content.getvalue(), "image/jpeg")
    attach = url("training_attach", programme, workshop)
    signed_in.post(attach, {"kind": "photo", "file": photo})
    assert workshop.files.get().original_name == "vivero.jpg"
    bad = SimpleUploadedFile("virus.jpg", b"MZ", "image/jpeg")
    assertContains(signed_in.post(attach, {"kind": "photo", "file": bad}), "read as a photo", status_code=422)
    assertContains(signed_in.get(url("programme_training_detail", programme, workshop)), "vivero.jpg")


def test_module_create_and_module_update_keep_modules(signed_in: Client) -> None:
    track = TrackFactory.create()
    add = reverse("trainings:module_create")
    signed_in.post(add, {"track": track.pk, "title": "Catación", "hours": "12", "language": "tseltal"})
    module = track.modules.get()
    again = signed_in.post(add, {"track": track.pk, "title": "Catación"})
    assertContains(again, "already has a module of this title", status_code=422)
    change = reverse("trainings:module_update", args=[module.pk])
    signed_in.post(change, {"track": track.pk, "title": "Catación II", "is_retired": "on"})
    module.refresh_from_db()
    assert (module.title, module.hours, module.is_retired) == ("Catación II", None, True)
    assertContains(signed_in.get(reverse("trainings:module_list")), "no longer taught")


# What the pages show ------------------------------------------------------------------------------------------------


def test_programme_training_list_filters_and_says_when_it_is_empty(
    signed_in: Client, programme: Programme, cooperative: Cooperative
) -> None:
    listing = url("programme_training_list", programme)
    assertContains(signed_in.get(listing), "Plan the first one")
    held, planned = (training_of(programme, cooperative, state=state) for state in ("held", "planned"))
    assert list(signed_in.get(listing).context["page_obj"]) == [planned, held]
    assert list(signed_in.get(listing, {"state": "held"}).context["page_obj"]) == [held]
    assertContains(signed_in.get(listing, {"state": "cancelled"}), "No training matches")


def test_programme_training_detail_measures_against_invited_and_members(
    signed_in: Client, programme: Programme, workshop: Training, cooperative: Cooperative
) -> None:
    first, second = workshop.sessions.all()
    members = MemberFactory.create_batch(4, cooperative=cooperative, sex="woman")
    MemberFactory.create(cooperative=cooperative, is_guest=True)
    workshop.invitations.update(places=8)
    came(first, *members[:2])
    came(second, members[0])
    page = signed_in.get(url("programme_training_detail", programme, workshop))
    (row,) = page.context["page"].rows
    assert (row.came, row.places, row.members) == (2, 8, 4)
    assert [cell.people and cell.people.total for cell in row.days] == [2, 1]
    assertContains(page, "25 % of 8 invited")
    assertContains(page, "50 % of 4 members")


@pytest.mark.parametrize(("starts_on", "is_late"), [("2012-06-12", True), ("2999-06-12", False)])
def test_programme_training_detail_says_that_the_day_passed(
    signed_in: Client, programme: Programme, cooperative: Cooperative, starts_on: str, is_late: bool
) -> None:
    workshop = training_of(programme, cooperative, state="planned", starts_on=dt.date.fromisoformat(starts_on))
    page = signed_in.get(url("programme_training_detail", programme, workshop))
    assertContains(page, "planned, day passed", count=int(is_late))
    assertContains(page, "Co-ops invited")


def test_programme_training_detail_says_what_is_not_recorded(
    signed_in: Client, programme: Programme, cooperative: Cooperative
) -> None:
    historic = training_of(programme, cooperative, starts_on=dt.date(2013, 1, 1), days=0)
    Training.objects.filter(pk=historic.pk).update(starts_on=None, starts_precision="")
    page = signed_in.get(url("programme_training_detail", programme, historic))
    assertContains(page, "Not recorded")
    assert page.context["page"].came is None


@pytest.mark.parametrize("count", [1, 3])
def test_pages_of_a_programme_ask_at_most_twelve_queries(
    signed_in: Client, programme: Programme, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cooperatives = [EnrolmentFactory.create(programme=programme).cooperative for _ in range(count)]
    for _ in range(count):
        training = training_of(programme, *cooperatives, days=count)
        for session in training.sessions.all():
            for cooperative in cooperatives[1:]:
                came(session, MemberFactory.create(cooperative=cooperative))
            HeadCountFactory.create(session=session, cooperative=cooperatives[0])
    expected = {
        "programme_training_list": 8,
        "programme_training_detail": 11,
        "programme_calendar": 8,
        "people_trained": 10,
        "training_create": 9,
        "training_update": 11,
    }
    for name, number in expected.items():
        page = url(name, programme, training if name in ("programme_training_detail", "training_update") else None)
        with django_assert_num_queries(number, info=name):
            signed_in.get(page)
