"""Trainings, their days and who came, in the admin."""

from __future__ import annotations

import pytest
from django.test import Client

from cooperatives.actions.keep_member import remove_name
from cooperatives.models import Cooperative, User
from tests import factories, factories_trainings
from tests.admin_pages import choose, page, refused, send, told
from trainings.models import Attendance, CalendarFeed, HeadCount, Score, TrainingInvitation, TrainingSession

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


def test_cancelling_and_reporting_are_signed(signed_in: Client, admin: User) -> None:
    planned = factories.TrainingFactory.create(state="planned")
    change = {"state": "cancelled", "cancelled_reason": "Lluvia"}
    assert send(signed_in, page(planned, "change"), **change).status_code == 302
    planned.refresh_from_db()
    assert planned.cancelled_by == admin
    assert "only a planned one is cancelled" in refused(send(signed_in, page(planned, "change"), state="held"))
    held = factories.TrainingFactory.create()
    assert send(signed_in, page(held, "change"), state="reported", report="Bien").status_code == 302
    held.refresh_from_db()
    assert (held.state, held.reported_by) == ("reported", admin)


def test_heads_below_a_day_are_signed_and_exclude_names(signed_in: Client, admin: User) -> None:
    session, cooperative = factories.TrainingSessionFactory.create(), factories.CooperativeFactory.create()
    new = {"head_counts-TOTAL_FORMS": "1", "head_counts-0-cooperative": cooperative.pk, "head_counts-0-women": "3",
           "head_counts-0-men": "2", "head_counts-0-unrecorded": "0"}  # fmt: skip
    assert send(signed_in, page(session, "change"), **new).status_code == 302
    assert HeadCount.objects.get().counted_by == admin
    member = factories.MemberFactory.create(cooperative=cooperative)
    data = {"session": session.pk, "member": member.pk}
    assert "counted by heads on this day" in refused(send(signed_in, page(Attendance, "add"), **data))


def test_score_takes_its_cooperative_from_the_member_and_stays_within_the_test(signed_in: Client, admin: User) -> None:
    training, member = factories.TrainingFactory.create(), factories.MemberFactory.create()
    test = factories_trainings.InstrumentFactory.create()
    data = {"training": training.pk, "member": member.pk, "instrument": test.pk, "moment": "before"}
    assert "more points than the test gives" in refused(send(signed_in, page(Score, "add"), **data, points="11"))
    assert send(signed_in, page(Score, "add"), **data, points="9").status_code == 302
    score = Score.objects.get()
    assert (score.cooperative, score.entered_by) == (member.cooperative, admin)
    assert "new version" in refused(send(signed_in, page(test, "change"), maximum="20"))


def test_calendar_links_are_revoked_here_and_show_no_secret(signed_in: Client, admin: User) -> None:
    feed = factories_trainings.CalendarFeedFactory.create()
    assert str(feed.secret) not in signed_in.get(page(feed, "change")).content.decode()
    assert "1 link was revoked" in told(choose(signed_in, "revoke", feed))
    feed.refresh_from_db()
    assert feed.revoked_by == admin
    assert signed_in.get(page(CalendarFeed, "add")).status_code == 403


def test_a_removed_name_is_not_written_again(signed_in: Client, admin: User) -> None:
    member = remove_name(member=factories.MemberFactory.create(), by=admin)
    assert "removed on request" in refused(send(signed_in, page(member, "change"), name="Ana"))
