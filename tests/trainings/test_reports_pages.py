"""People trained on their page, the export, the calendar and its private links."""

from __future__ import annotations

import csv
import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pytest_django.asserts import assertContains, assertNotContains

from cooperatives.models import Cooperative, Programme, User
from tests.factories import MemberFactory, ProgrammeFactory
from tests.factories_trainings import HeadCountFactory, came, training_of
from trainings.models import CalendarFeed, Training, TrainingSession

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("manager")]


@pytest.fixture
def counted(workshop: Training, day: TrainingSession, cooperative: Cooperative) -> Training:
    """A workshop with one woman on the list, and a head count on its second day."""
    came(day, MemberFactory.create(cooperative=cooperative, name="Ana Secreta", birth_year=1990))
    second = workshop.sessions.all()[1]
    HeadCountFactory.create(session=second, cooperative=cooperative, women=2, men=1, under_30=None)
    return workshop


def url(name: str, programme: Programme) -> str:
    return reverse(f"trainings:{name}", args=[programme.slug])


def rows(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(b"".join(response.streaming_content).decode().splitlines()))


def test_people_trained_shows_both_rules_side_by_side(
    signed_in: Client, programme: Programme, cooperative: Cooperative, counted: Training
) -> None:
    page = signed_in.get(url("people_trained", programme))
    ((label, row),) = page.context["page"]
    assert (label, row.unique.total, row.participations.total) == (cooperative.short_name, 1, 3)
    assertContains(page, "Unique people, 2013")
    assertContains(page, "Participations, 2013")
    assertNotContains(page, "Secreta")
    for by in ("track", "programme", "year", "nonsense"):
        assert len(signed_in.get(url("people_trained", programme), {"by": by}).context["page"]) == 1
    other_year = signed_in.get(url("people_trained", programme), {"year": "2012"})
    assertContains(other_year, "Nobody counted yet")
    assert signed_in.get(url("people_trained", programme), {"year": "x"}).status_code == 200


def test_people_trained_shows_fifty_rows_and_counts_all(
    signed_in: Client, programme: Programme, workshop: Training, day: TrainingSession
) -> None:
    for number in range(51):
        came(day, MemberFactory.create(cooperative__short_name=f"Co-op {number:02}"))
    first, second = (signed_in.get(url("people_trained", programme), {"page": page}) for page in (1, 2))
    assert [len(page.context["page"]) for page in (first, second)] == [50, 1]
    assert {page.context["report"].total.unique.total for page in (first, second)} == {51}
    assertContains(second, "Co-op 50")


def test_people_trained_of_nobody_is_not_zero(signed_in: Client, programme: Programme) -> None:
    assertContains(signed_in.get(url("people_trained", programme)), "which is not zero")


def test_attendance_export_leaves_names_out_unless_asked_for(
    signed_in: Client, client: Client, programme: Programme, counted: Training, funder: User
) -> None:
    export = url("attendance_export", programme)
    plain = rows(signed_in.get(export))
    assert "name" not in plain[0]
    assert (plain[0]["sex"], plain[0]["age_band"], plain[1]["heads_women"]) == ("woman", "under 30", "2")
    assert "birth_year" not in plain[0]
    named = rows(signed_in.get(export, {"names": "yes"}))
    assert [(row["name"], row["birth_year"]) for row in named] == [("Ana Secreta", "1990"), ("", "")]
    sheet = signed_in.get(export, {"format": "xlsx"})
    assert sheet["Content-Type"].endswith("spreadsheetml.sheet")
    assert b"".join(sheet.streaming_content).startswith(b"PK")
    client.force_login(funder)
    assert "name" not in rows(client.get(export, {"names": "yes"}))[0]


# Calendar -----------------------------------------------------------------------------------------------------------


def test_programme_calendar_shows_each_day_and_what_has_no_day(
    signed_in: Client, programme: Programme, cooperative: Cooperative, workshop: Training
) -> None:
    vague = training_of(programme, cooperative, starts_on=dt.date(2013, 5, 1), starts_precision="month", days=0)
    month = signed_in.get(url("programme_calendar", programme), {"month": "2013-05"}).context["month"]
    assert [(day.day.day, list(day.trainings)) for day in month.busy_days] == [(6, [workshop]), (7, [workshop])]
    assert list(month.without_day) == [vague]
    assert (month.before, month.after) == (dt.date(2013, 4, 1), dt.date(2013, 6, 1))


def test_programme_calendar_opens_with_the_last_training_and_survives_nonsense(
    signed_in: Client, programme: Programme, workshop: Training
) -> None:
    page = signed_in.get(url("programme_calendar", programme), {"month": "nonsense"})
    assert page.context["month"].first == dt.date(2013, 5, 1)
    empty = signed_in.get(url("programme_calendar", programme), {"month": "2011-12"})
    assertContains(empty, "No training in this month")
    assert empty.context["month"].after == dt.date(2012, 1, 1)


@pytest.mark.as_person("treasurer")
def test_cooperative_calendar_shows_only_where_the_co_op_is_invited(
    signed_in: Client, programme: Programme, cooperative: Cooperative, workshop: Training
) -> None:
    training_of(programme)
    page = signed_in.get(reverse("trainings:cooperative_calendar", args=[cooperative.slug]))
    assert {one for day in page.context["month"].busy_days for one in day.trainings} == {workshop}


def test_programme_feed_makes_a_link_and_revokes_it(
    signed_in: Client, client: Client, programme: Programme, counted: Training, manager: User
) -> None:
    page = url("programme_feed", programme)
    signed_in.post(page)
    signed_in.post(page)  # a second tap makes no second link
    feed = CalendarFeed.objects.get()
    address = signed_in.get(page).context["address"]
    anonymous = Client()
    response = anonymous.get(address)
    assert response["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (dt.date(2013, 5, 6), dt.date(2013, 5, 8))
    assert (str(event["summary"]), str(event["status"])) == ("Poda", "TENTATIVE")
    assert b"Secreta" not in response.content
    signed_in.post(page, {"do": "revoke"})
    assert anonymous.get(address).status_code == 404
    feed.refresh_from_db()
    assert feed.revoked_by == manager


@pytest.mark.as_person("treasurer")
def test_cooperative_feed_shows_the_trainings_of_the_co_op(
    signed_in: Client, programme: Programme, cooperative: Cooperative, workshop: Training
) -> None:
    page = reverse("trainings:cooperative_feed", args=[cooperative.slug])
    training_of(ProgrammeFactory.create(), title="Ajeno")
    gap = training_of(programme, cooperative, starts_on=dt.date(2013, 6, 3), title="Con hueco")
    gap.sessions.create(held_on=dt.date(2013, 6, 10))
    signed_in.post(page)
    content = Client().get(signed_in.get(page).context["address"]).content
    events = Calendar.from_ical(content).walk("VEVENT")
    assert sorted(str(event["summary"]) for event in events) == ["Con hueco", "Con hueco", "Poda"]
    signed_in.post(page, {"do": "revoke"})
    assert not signed_in.get(page).context["feed"]


def test_training_feed_ends_with_the_rights_of_its_maker(
    client: Client, programme: Programme, manager: User, workshop: Training, admin: User
) -> None:
    client.force_login(manager)
    client.post(url("programme_feed", programme))
    address = client.get(url("programme_feed", programme)).context["address"]
    manager.programme_assignments.update(ended_at=dt.datetime.now(dt.UTC), ended_by=admin)
    assert Client().get(address).status_code == 404
    manager.programme_assignments.update(ended_at=None, ended_by=None)
    assert Client().get(address).status_code == 200
    User.objects.filter(pk=manager.pk).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_training_feed_of_nobody_is_not_found_by_an_outsider(client: Client, outsider: User) -> None:
    client.force_login(outsider)
    address = reverse("trainings:training_feed", args=["2b0e7c5e-8d7c-4d2c-9a55-0f6f0b6a7c11"])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 405


def test_historic_trainings_without_dates_stay_out_of_the_feed(
    client: Client, programme: Programme, cooperative: Cooperative, manager: User
) -> None:
    training = training_of(programme, cooperative)
    training.sessions.all().delete()
    Training.objects.filter(pk=training.pk).update(starts_on=None, starts_precision="", ends_on=None)
    client.force_login(manager)
    client.post(url("programme_feed", programme))
    content = Client().get(client.get(url("programme_feed", programme)).context["address"]).content
    assert not Calendar.from_ical(content).walk("VEVENT")
