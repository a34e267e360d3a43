"""Roll call, head counts, scores, visits and people on their pages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from cooperatives.models import Cooperative, Member, Programme, User
from tests.factories import EnrolmentFactory, MemberFactory, TrainingInvitationFactory
from tests.factories_trainings import (
    FollowUpVisitFactory,
    HeadCountFactory,
    InstrumentFactory,
    ScoreFactory,
    came,
)
from trainings.models import Attendance, FollowUpVisit, HeadCount, Instrument, Score, Training, TrainingSession

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("trainer")]


def url(name: str, cooperative: Cooperative, pk: int | None = None) -> str:
    return reverse(f"trainings:{name}", kwargs={"slug": cooperative.slug, **({"pk": pk} if pk else {})})


@pytest.fixture
def roll(day: TrainingSession, cooperative: Cooperative) -> str:
    """The address of the roll."""
    return url("roll_call", cooperative, day.pk)


def person(cooperative: Cooperative, name: str, **columns: Any) -> Member:
    return MemberFactory.create(cooperative=cooperative, name=name, **columns)


# Roll call ----------------------------------------------------------------------------------------------------------


def test_roll_call_lists_the_people_of_the_co_op_and_saves_marks(
    signed_in: Client, roll: str, cooperative: Cooperative, day: TrainingSession
) -> None:
    ana, beto = person(cooperative, "Ana"), person(cooperative, "Beto")
    person(cooperative, "Zoila", left_on="2012-01-01")
    MemberFactory.create(name="Ajena")
    page = signed_in.get(roll)
    assert [one.name for one in page.context["roll"].people] == ["Ana", "Beto"]
    assert page.context["shown"] == ""
    response = signed_in.post(roll, {"shown": "", "marked": [ana.pk, beto.pk], "do": "save"}, follow=True)
    assertContains(response, "Saved: 2 present. 2 marked")
    assert response.context["shown"] == f"{ana.pk},{beto.pk}"
    assertContains(response, "checked", 2)
    signed_in.post(roll, {"shown": f"{ana.pk},{beto.pk}", "marked": [ana.pk], "do": "save"})
    assert Attendance.objects.get().member == ana


@pytest.mark.parametrize(("who", "goes_on"), [("treasurer", False), ("manager", True)])
def test_roll_call_leads_on_to_the_other_co_ops_one_may_see(
    client: Client,
    request: pytest.FixtureRequest,
    roll: str,
    day: TrainingSession,
    programme: Programme,
    who: str,
    goes_on: bool,
) -> None:
    other = EnrolmentFactory.create(programme=programme).cooperative
    TrainingInvitationFactory.create(training=day.training, cooperative=other)
    client.force_login(request.getfixturevalue(who))
    text = client.get(roll).content.decode()
    assert (url("roll_call", other, day.pk) in text) is goes_on
    assert (other.short_name in text) is goes_on


@pytest.mark.parametrize("count", [1, 200])
def test_roll_call_of_200_saves_in_one_request_with_as_many_queries_as_of_one(
    signed_in: Client,
    roll: str,
    cooperative: Cooperative,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    keys = [row.pk for row in MemberFactory.create_batch(count, cooperative=cooperative)]
    with django_assert_num_queries(17):
        signed_in.post(roll, {"shown": "", "marked": keys, "do": "save"})
    assert Attendance.objects.count() == count
    assert len(signed_in.get(roll).context["roll"].people) == count


def test_roll_call_search_saves_the_marks_and_finds_without_accents(
    signed_in: Client, roll: str, cooperative: Cooperative
) -> None:
    ana, jose = person(cooperative, "Ana"), person(cooperative, "José Ángel")
    page = signed_in.post(roll, {"shown": "", "marked": [ana.pk], "q": "angel jos", "do": "search"}, follow=True)
    assert list(page.context["roll"].people) == [jose]
    assert Attendance.objects.get().member == ana
    # What the search hides is neither shown nor taken back.
    signed_in.post(roll, {"shown": page.context["shown"], "marked": [jose.pk], "q": "", "do": "save"})
    assert Attendance.objects.count() == 2


def test_roll_call_adds_somebody_new_together_with_the_marks(
    signed_in: Client, roll: str, cooperative: Cooperative, trainer: User
) -> None:
    ana = person(cooperative, "Ana")
    new = {"new-name": "Luz Pérez", "new-sex": "woman", "new-is_guest": "on", "new-has_agreed": "on"}
    page = signed_in.post(roll, {"shown": "", "marked": [ana.pk], "do": "add", **new}, follow=True)
    assertContains(page, "Saved: 2 present")
    luz = Member.objects.get(name="Luz Pérez")
    assert (luz.is_guest, luz.consent_by, luz.attendances.count()) == (True, trainer, 1)


def test_roll_call_asks_whether_the_same_name_is_another_person_and_keeps_the_ticks(
    signed_in: Client, roll: str, cooperative: Cooperative
) -> None:
    ana = person(cooperative, "Ana Núñez")
    typed = {"shown": "", "marked": [ana.pk], "do": "add", "new-name": "ana nunez"}
    page = signed_in.post(roll, typed)
    assertContains(page, "already on the list", status_code=422)
    assertContains(page, "another person of the same name", status_code=422)
    assert page.context["roll"].people[0].is_ticked
    assert not Attendance.objects.exists()
    signed_in.post(roll, typed | {"new-is_another": "on"})
    assert Attendance.objects.count() == 2


def test_roll_call_says_what_is_wrong_and_saves_nothing(
    signed_in: Client, roll: str, cooperative: Cooperative, day: TrainingSession
) -> None:
    ana = person(cooperative, "Ana")
    page = signed_in.post(roll, {"shown": "", "marked": [ana.pk], "new-name": "Luz", "new-birth_year": "74"})
    assertContains(page, "greater than or equal to 1900", status_code=422)
    assertContains(signed_in.post(roll, {"shown": "", "marked": ["999999"]}), "Open the page anew", status_code=422)
    assertContains(signed_in.post(roll, {"shown": "x", "marked": ["y", "9" * 40]}, follow=True), "0 present")
    HeadCountFactory.create(session=day, cooperative=cooperative)
    assertContains(signed_in.post(roll, {"marked": [ana.pk]}), "Heads were counted", status_code=422)
    assert not Attendance.objects.exists()


def test_roll_call_of_a_long_list_shows_the_marked_first_and_finds_the_rest(
    signed_in: Client, roll: str, cooperative: Cooperative, day: TrainingSession
) -> None:
    MemberFactory.create_batch(305, cooperative=cooperative)
    last = person(cooperative, "Zoraida")
    came(day, last)
    page = signed_in.get(roll)
    assert page.context["roll"].people[0] == last
    assert page.context["roll"].more == 6
    assert list(signed_in.get(roll, {"q": "zora"}).context["roll"].people) == [last]


def test_roll_call_of_nobody_yet_says_what_to_do(signed_in: Client, roll: str) -> None:
    assertContains(signed_in.get(roll), "Add the first person below")


@pytest.mark.parametrize("count", [1, 3])
def test_roll_call_asks_the_same_number_of_queries_and_notes_the_reading(
    signed_in: Client,
    roll: str,
    cooperative: Cooperative,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    MemberFactory.create_batch(count, cooperative=cooperative)
    with django_assert_num_queries(11):
        signed_in.get(roll)


def test_treasurers_take_the_roll_of_their_own_co_op(client: Client, roll: str, treasurer: User) -> None:
    client.force_login(treasurer)
    assert client.get(roll).status_code == 200


# Head counts --------------------------------------------------------------------------------------------------------


def test_head_count_saves_and_is_changed(
    signed_in: Client, roll: str, cooperative: Cooperative, day: TrainingSession, trainer: User
) -> None:
    heads = url("head_count", cooperative, day.pk)
    typed = {"women": "12", "men": "8", "under_30": "5"}
    assertContains(signed_in.post(heads, typed, follow=True), "by heads")
    count = HeadCount.objects.get()
    assert (count.total, count.under_30, count.counted_by) == (20, 5, trainer)
    assert signed_in.get(heads).context["form"].initial["women"] == 12
    assertContains(signed_in.get(roll), "20 heads were counted")


def test_head_count_delete_makes_room_for_names(
    signed_in: Client, cooperative: Cooperative, day: TrainingSession
) -> None:
    HeadCountFactory.create(session=day, cooperative=cooperative)
    assertContains(signed_in.post(url("head_count_delete", cooperative, day.pk), follow=True), "Now mark the names")
    assert not HeadCount.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"women": "0", "men": "0"}, "at least one person"),
        ({"women": "2", "men": "1", "under_30": "4"}, "more people younger than 30"),
        ({"women": "-2", "men": "1"}, "greater than or equal to 0"),
    ],
)
def test_head_count_says_what_is_wrong(
    signed_in: Client, cooperative: Cooperative, day: TrainingSession, typed: dict[str, str], sentence: str
) -> None:
    assertContains(signed_in.post(url("head_count", cooperative, day.pk), typed), sentence, status_code=422)


# Scores and visits --------------------------------------------------------------------------------------------------


def test_score_update_enters_points_and_shows_the_gain(
    signed_in: Client, cooperative: Cooperative, workshop: Training, day: TrainingSession, trainer: User
) -> None:
    ana, beto = person(cooperative, "Ana"), person(cooperative, "Beto")
    scores = url("score_update", cooperative, workshop.pk)
    assertContains(signed_in.get(scores), "No test yet")
    test = InstrumentFactory.create()
    assertContains(signed_in.get(scores), "Nobody was listed")
    came(day, ana, beto)
    typed = {"instrument": test.pk, f"before_{ana.pk}": "4", f"after_{ana.pk}": "6.5", f"before_{beto.pk}": "3"}
    page = signed_in.post(scores, typed, follow=True)
    assertContains(page, "Scores changed: 3")
    assertContains(page, "+2.5")
    assertContains(page, "1 person went from 4.0 to 6.5 of 10 points")
    assert Score.objects.filter(entered_by=trainer).count() == 3
    signed_in.post(scores, typed | {f"before_{beto.pk}": "", f"after_{ana.pk}": "7"})
    assert set(Score.objects.values_list("member", "moment", "points")) == {
        (ana.pk, "before", Decimal(4)),
        (ana.pk, "after", Decimal(7)),
    }


def test_score_update_refuses_more_points_than_the_test_gives(
    signed_in: Client, cooperative: Cooperative, workshop: Training, day: TrainingSession
) -> None:
    ana = person(cooperative, "Ana")
    came(day, ana)
    test = InstrumentFactory.create()
    typed = {"instrument": test.pk, f"before_{ana.pk}": "11"}
    page = signed_in.post(url("score_update", cooperative, workshop.pk), typed)
    assertContains(page, "At most 10 points", status_code=422)
    assert not Score.objects.exists()


def test_scores_of_two_versions_show_no_gain(
    signed_in: Client, cooperative: Cooperative, workshop: Training, day: TrainingSession
) -> None:
    ana = person(cooperative, "Ana")
    came(day, ana)
    ScoreFactory.create(training=workshop, member=ana)
    ScoreFactory.create(training=workshop, member=ana, moment="after")
    page = signed_in.get(url("score_update", cooperative, workshop.pk))
    (row,) = page.context["form"].rows
    assert row.gain is None
    assertContains(page, "Nobody has a score from before and from after")


def test_instrument_create_adds_a_version_once(signed_in: Client, cooperative: Cooperative, workshop: Training) -> None:
    add = url("instrument_create", cooperative, workshop.pk)
    typed = {"name": "Catación", "version": "2", "maximum": "100"}
    signed_in.post(add, typed)
    assert Instrument.objects.get().maximum == 100
    assertContains(signed_in.post(add, typed), "already recorded", status_code=422)


@pytest.mark.parametrize("count", [1, 3])
def test_score_update_asks_the_same_number_of_queries_and_notes_the_reading(
    signed_in: Client,
    cooperative: Cooperative,
    workshop: Training,
    day: TrainingSession,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    test = InstrumentFactory.create()
    for member in MemberFactory.create_batch(count, cooperative=cooperative):
        came(day, member)
        ScoreFactory.create(training=workshop, member=member, instrument=test)
    with django_assert_num_queries(12):
        signed_in.get(url("score_update", cooperative, workshop.pk))


def test_visit_create_and_visit_list_tell_what_was_seen(
    signed_in: Client, client: Client, cooperative: Cooperative, workshop: Training, trainer: User, funder: User
) -> None:
    listing, add = url("visit_list", cooperative), url("visit_create", cooperative)
    assertContains(signed_in.get(listing), "No visits yet")
    ana = person(cooperative, "Ana Secreta")
    typed = {"visited_on": "2013-08-01", "member": ana.pk, "practice": "Barreras vivas", "adopted": "partly",
             "evidence": "Con Ana en su parcela"}  # fmt: skip
    page = signed_in.post(add, typed, follow=True)
    assertContains(page, "Ana Secreta")
    assert FollowUpVisit.objects.get().recorded_by == trainer
    assertContains(signed_in.post(add, typed | {"visited_on": "2093-08-01"}), "lies in the future", status_code=422)
    other = MemberFactory.create()
    assertContains(signed_in.post(add, typed | {"member": other.pk}), "valid choice", status_code=422)
    client.force_login(funder)
    page = client.get(listing)
    assertContains(page, "Barreras vivas")
    assertNotContains(page, "Secreta")
    assertNotContains(page, "en su parcela")


@pytest.mark.parametrize("count", [1, 3])
def test_visit_list_and_person_list_ask_at_most_twelve_queries(
    signed_in: Client, cooperative: Cooperative, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for member in MemberFactory.create_batch(count, cooperative=cooperative):
        FollowUpVisitFactory.create(cooperative=cooperative, member=member)
    for name, number in {"visit_list": 9, "person_list": 9}.items():
        with django_assert_num_queries(number, info=name):
            signed_in.get(url(name, cooperative))


# People -------------------------------------------------------------------------------------------------------------


@pytest.mark.as_person("treasurer")
def test_person_list_finds_without_accents_and_counts_days(
    signed_in: Client, cooperative: Cooperative, workshop: Training
) -> None:
    listing = url("person_list", cooperative)
    assertContains(signed_in.get(listing), "Nobody listed yet")
    ana = person(cooperative, "Ana Núñez")
    person(cooperative, "Beto")
    for session in workshop.sessions.all():
        came(session, ana)
    page = signed_in.get(listing, {"q": "nunez"})
    assert [(one.name, one.days) for one in page.context["page_obj"]] == [("Ana Núñez", 2)]
    assertContains(signed_in.get(listing, {"q": "xyz"}), "accents do not matter")


@pytest.mark.as_person("treasurer")
def test_person_merge_joins_two_entries(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    ana, again = person(cooperative, "Ana Núñez"), person(cooperative, "Ana Nuñes")
    abroad = person(other_cooperative, "Ana Núñez")
    merge = url("person_merge", cooperative, again.pk)
    assert list(signed_in.get(merge).context["form"].found) == [ana]
    assert signed_in.post(merge, {"into": abroad.pk}).status_code == 422
    assertContains(signed_in.post(merge, {"into": ana.pk}, follow=True), "Merged")
    again.refresh_from_db()
    assert again.merged_into == ana
    assert signed_in.get(merge).status_code == 404
    assert list(signed_in.get(url("person_list", cooperative)).context["page_obj"]) == [ana]


@pytest.mark.as_person("manager")
def test_person_merge_reaches_across_the_co_ops_of_the_programme(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative, programme: Any
) -> None:
    programme.enrolments.create(cooperative=other_cooperative, kind="participant")
    ana, abroad = person(cooperative, "Ana"), person(other_cooperative, "Ana")
    signed_in.post(url("person_merge", cooperative, ana.pk), {"into": abroad.pk})
    ana.refresh_from_db()
    assert ana.merged_into == abroad


@pytest.mark.as_person("treasurer")
def test_person_remove_name_forgets_the_name(signed_in: Client, cooperative: Cooperative, day: TrainingSession) -> None:
    ana = person(cooperative, "Ana Secreta")
    came(day, ana)
    remove = url("person_remove_name", cooperative, ana.pk)
    assertContains(signed_in.get(remove), "Ana Secreta")
    page = signed_in.post(remove, follow=True)
    assertContains(page, "name removed")
    assertNotContains(page, "Secreta")
    assert Attendance.objects.count() == 1
