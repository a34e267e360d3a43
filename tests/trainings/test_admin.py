"""Trainings, their days and who came, in the admin."""

from __future__ import annotations

import pytest
from django.test import Client

from cooperatives.models import Cooperative
from tests import factories
from tests.admin_pages import page, refused, send
from trainings.models import Attendance, TrainingInvitation, TrainingSession

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


def test_training_takes_days_and_cooperatives_below(signed_in: Client, cooperative: Cooperative) -> None:
    training = factories.TrainingFactory.create()
    new = {"invitations-TOTAL_FORMS": "1", "invitations-0-cooperative": cooperative.pk, "sessions-TOTAL_FORMS": "1",
           "sessions-0-held_on": "2013-05-06", "sessions-0-hours": "6"}  # fmt: skip
    assert send(signed_in, page(training, "change"), **new).status_code == 302
    assert TrainingInvitation.objects.get().cooperative == cooperative
    again = {f"sessions-1-{name}": value for name, value in (("held_on", "2013-05-06"), ("hours", "2"))}
    response = send(signed_in, page(training, "change"), **again, **{"sessions-TOTAL_FORMS": "2"})
    assert "duplicate" in refused(response)
    data = {"training": training.pk, "held_on": "2013-05-06"}
    assert "already recorded" in refused(send(signed_in, page(TrainingSession, "add"), **data))
    assert TrainingSession.objects.count() == 1


def test_attendance_takes_its_cooperative_from_the_member(signed_in: Client) -> None:
    session, member = factories.TrainingSessionFactory.create(), factories.MemberFactory.create()
    new = {"attendances-TOTAL_FORMS": "1", "attendances-0-member": member.pk}
    assert send(signed_in, page(session, "change"), **new).status_code == 302
    assert Attendance.objects.get().cooperative == member.cooperative
    again = {"attendances-TOTAL_FORMS": "2", "attendances-1-member": member.pk}
    assert "duplicate" in refused(send(signed_in, page(session, "change"), **again))
    data = {"session": session.pk, "member": member.pk}
    assert "already marked" in refused(send(signed_in, page(Attendance, "add"), **data))
    other = factories.MemberFactory.create()
    response = send(signed_in, page(Attendance.objects.get(), "change"), member=other.pk)
    assert "different co-ops" in refused(response)
    assert send(signed_in, page(session, "change"), **{"attendances-0-DELETE": "on"}).status_code == 302
    assert not Attendance.objects.exists()


def test_cancelled_training_says_why(signed_in: Client) -> None:
    training = factories.TrainingFactory.create()
    assert "Say why" in refused(send(signed_in, page(training, "change"), state="cancelled"))


def test_training_day_that_people_came_to_is_not_deleted(signed_in: Client) -> None:
    attendance = factories.AttendanceFactory.create()
    response = signed_in.post(page(attendance.session, "delete"), {"post": "yes"})
    assert response.status_code == 200
    assert "Attendances: 1" in response.content.decode()
    forged = {"sessions-0-DELETE": "on"}
    response = send(signed_in, page(attendance.session.training, "change"), **forged)
    assert response.status_code == 200
    assert Attendance.objects.count() == TrainingSession.objects.count() == 1
