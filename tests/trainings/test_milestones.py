"""Milestones: their states, who may accept them, what is locked, what the database refuses."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from config.errors import Refused, broken_rule
from cooperatives.models import Cooperative, User
from tests.factories import CooperativeFactory, TrackFactory
from tests.factories_progress import CooperativeMilestoneFactory, MilestoneFactory
from trainings.actions.climb_ladder import (
    accept_milestone,
    plan_milestone,
    reopen_milestone,
    report_milestone,
    return_milestone,
)
from trainings.models import CooperativeMilestone, Milestone
from trainings.models.milestones import MilestoneState
from trainings.reports.progress import ladders

pytestmark = pytest.mark.django_db

TODAY = dt.date(2014, 6, 15)


def report(cooperative: Cooperative, milestone: Milestone, by: User, **said: Any) -> CooperativeMilestone:
    said = {"reached_on": dt.date(2014, 5, 1), "reached_precision": "day", "evidence": "The minutes"} | said
    return report_milestone(cooperative=cooperative, milestone=milestone, by=by, **said)


def seen(row: CooperativeMilestone) -> dt.datetime:
    assert row.reported_at
    return row.reported_at


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({}, "not due"),
        ({"due_on": dt.date(2014, 12, 1)}, "not due"),
        ({"due_on": dt.date(2014, 8, 14)}, "due"),
        ({"due_on": TODAY}, "due"),
        ({"due_on": dt.date(2014, 6, 14)}, "late"),
        ({"due_on": dt.date(2014, 6, 14), "reached": True}, "reached"),
        ({"due_on": dt.date(2014, 6, 14), "accepted": True}, "accepted"),
        ({"due_on": dt.date(2014, 6, 14), "set_aside": True}, "not applicable"),
    ],
)
def test_state_follows_from_dates_and_decisions(row: dict[str, Any], state: str) -> None:
    assert CooperativeMilestoneFactory.create(**row).state(TODAY) == state


def test_reported_milestone_is_accepted_by_a_manager_and_locked(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    row = report(cooperative, MilestoneFactory.create(), treasurer)
    assert row.state(TODAY) == MilestoneState.REACHED
    accepted = accept_milestone(row=row, seen_at=seen(row), by=manager)
    assert accepted.state(TODAY) == MilestoneState.ACCEPTED
    with pytest.raises(Refused, match="An administrator may reopen it"):
        report(cooperative, row.milestone, treasurer, evidence="Something else")
    with pytest.raises(Refused, match="accepted already"):
        return_milestone(row=row, reason="Too late", by=manager)


def test_who_reported_it_does_not_accept_it(cooperative: Cooperative, manager: User) -> None:
    row = report(cooperative, MilestoneFactory.create(), manager)
    with pytest.raises(Refused, match="Another person has to accept it"):
        accept_milestone(row=row, seen_at=seen(row), by=manager)


def test_what_was_reported_anew_is_read_again_before_it_is_accepted(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    first = report(cooperative, MilestoneFactory.create(), treasurer)
    report(cooperative, first.milestone, treasurer, evidence="Other minutes")
    with pytest.raises(Refused, match="Read it again"):
        accept_milestone(row=first, seen_at=seen(first), by=manager)


def test_returned_milestone_counts_as_not_reached_and_keeps_the_reason(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    milestone = MilestoneFactory.create()
    plan_milestone(
        cooperative=cooperative, milestone=milestone, due_on=dt.date(2014, 1, 1), not_applicable_reason="", by=manager
    )
    row = return_milestone(row=report(cooperative, milestone, treasurer), reason="The minutes lack a date", by=manager)
    assert (row.state(TODAY), row.returned_reason) == (MilestoneState.LATE, "The minutes lack a date")
    assert report(cooperative, milestone, treasurer).returned_reason == ""


@pytest.mark.parametrize("act", [return_milestone, reopen_milestone])
def test_a_reason_is_needed(act: Any, manager: User) -> None:
    with pytest.raises(Refused, match="Say what is missing"):
        act(row=CooperativeMilestoneFactory.create(reached=True), reason="  ", by=manager)


def test_administrator_reopens_an_accepted_milestone_with_a_reason(admin: User) -> None:
    row = reopen_milestone(row=CooperativeMilestoneFactory.create(accepted=True), reason="Wrong co-op", by=admin)
    assert row.state(TODAY) == MilestoneState.REACHED
    with pytest.raises(Refused, match="nothing to reopen"):
        reopen_milestone(row=row, reason="Again", by=admin)


def test_milestone_that_does_not_apply_needs_a_reason_and_can_be_taken_back(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    milestone = MilestoneFactory.create()
    plan = {"cooperative": cooperative, "milestone": milestone, "due_on": None, "by": manager}
    row = plan_milestone(**plan, not_applicable_reason="Exports nothing")
    assert row.state(TODAY) == MilestoneState.NOT_APPLICABLE
    with pytest.raises(Refused, match="does not apply"):
        report(cooperative, milestone, treasurer)
    assert plan_milestone(**plan, not_applicable_reason="").state(TODAY) == MilestoneState.NOT_DUE
    report(cooperative, milestone, treasurer)
    with pytest.raises(Refused, match="Accept it or return it"):
        plan_milestone(**plan, not_applicable_reason="Exports nothing")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [({"evidence": " "}, "how one can see"), ({"reached_on": dt.date(2999, 1, 1)}, "in the future")],
)
def test_report_that_says_too_little_is_refused(
    cooperative: Cooperative, treasurer: User, said: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        report(cooperative, MilestoneFactory.create(), treasurer, **said)


def test_milestone_that_is_switched_off_takes_no_report(cooperative: Cooperative, treasurer: User) -> None:
    with pytest.raises(Refused, match="no longer in use"):
        report(cooperative, MilestoneFactory.create(is_active=False), treasurer)


def test_ladder_counts_what_applies(cooperative: Cooperative) -> None:
    track, other = TrackFactory.create(), CooperativeFactory.create()
    for row in ({"accepted": True}, {"reached": True}, {"due_on": dt.date(2014, 6, 14)}, {"set_aside": True}):
        CooperativeMilestoneFactory.create(cooperative=cooperative, milestone__track=track, **row)
    CooperativeMilestoneFactory.create(cooperative=other, milestone=Milestone.objects.first(), accepted=True)
    MilestoneFactory.create(track=track)
    MilestoneFactory.create(track=track, is_active=False)
    assert list(ladders(cooperative.pk, TODAY)) == [
        {"track": track.pk, "applicable": 4, "accepted": 1, "reached": 1, "late": 1}
    ]


# Around Python ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "values", "rule"),
    [
        ({}, {"accepted_at": timezone.now()}, "cooperative_milestone_accepted"),
        ({}, {"reached_on": TODAY, "reached_precision": "day", "evidence": "So"}, "cooperative_milestone_reported"),
        ({"reached": True}, {"reached_on": None, "reached_precision": ""}, "cooperative_milestone_reported"),
        ({"reached": True}, {"evidence": ""}, "cooperative_milestone_evidence"),
        ({"reached": True}, {"reached_precision": "month", "reached_on": TODAY}, "reached_precision"),
        ({"set_aside": True}, {"not_applicable_reason": ""}, "cooperative_milestone_set_aside_reason"),
        ({}, {"not_applicable_reason": "So"}, "cooperative_milestone_set_aside_reason"),
        ({"accepted": True}, {"due_on": TODAY}, "cooperative_milestone_locked"),
        ({"accepted": True}, {"accepted_at": None, "accepted_by": None}, "cooperative_milestone_locked"),
    ],
)
def test_database_refuses(start: dict[str, Any], values: dict[str, Any], rule: str) -> None:
    row = CooperativeMilestoneFactory.create(**start)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        CooperativeMilestone.objects.filter(pk=row.pk).update(**values)
    assert rule in broken_rule(error.value)


def test_database_refuses_that_the_reporter_accepts(manager: User) -> None:
    row = CooperativeMilestoneFactory.create(reached=True, reported_by=manager)
    rows = CooperativeMilestone.objects.filter(pk=row.pk)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        rows.update(accepted_at=timezone.now(), accepted_by=manager)
    assert broken_rule(error.value) == "cooperative_milestone_second_person"


def test_database_refuses_acceptance_of_what_was_not_reached(manager: User) -> None:
    rows = CooperativeMilestone.objects.filter(pk=CooperativeMilestoneFactory.create().pk)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        rows.update(accepted_at=timezone.now(), accepted_by=manager)
    assert broken_rule(error.value) == "cooperative_milestone_accepted_when_reached"


def test_database_refuses_that_a_reached_milestone_does_not_apply(manager: User) -> None:
    rows = CooperativeMilestone.objects.filter(pk=CooperativeMilestoneFactory.create(reached=True).pk)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        rows.update(not_applicable_at=timezone.now(), not_applicable_by=manager, not_applicable_reason="So")
    assert broken_rule(error.value) == "cooperative_milestone_set_aside_or_reached"


def test_database_deletes_and_moves_none(cooperative: Cooperative) -> None:
    row = CooperativeMilestoneFactory.create()
    rows = CooperativeMilestone.objects.filter(pk=row.pk)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        rows.delete()
    assert broken_rule(error.value) == "cooperative_milestone_never_deleted"
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        rows.update(cooperative=cooperative)
    assert broken_rule(error.value) == "cooperative_milestone_fixed"
