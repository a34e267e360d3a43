"""What the database keeps true about trainings and people, whoever writes: tested by going around Python."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from config.errors import broken_rule
from cooperatives.models import Cooperative, Member, Programme, User
from tests.factories import CooperativeFactory, MemberFactory, TrainingSessionFactory
from tests.factories_trainings import (
    CalendarFeedFactory,
    FollowUpVisitFactory,
    HeadCountFactory,
    InstrumentFactory,
    ModuleFactory,
    ScoreFactory,
    TrainingFileFactory,
    came,
)
from trainings.models import (
    Attendance,
    CalendarFeed,
    FollowUpVisit,
    HeadCount,
    Instrument,
    Module,
    Score,
    Training,
    TrainingFile,
    TrainingInvitation,
    TrainingSession,
)

pytestmark = pytest.mark.django_db


def rule_of(work: Any) -> str:
    """The rule that refused the work; fails when nothing did."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        work()
    return broken_rule(caught.value)


def change(row: Any, **columns: Any) -> Any:
    """A write that asks no form and no action."""
    return lambda: type(row).objects.filter(pk=row.pk).update(**columns)


@pytest.fixture
def member(cooperative: Cooperative) -> Member:
    """A member of the co-op."""
    return MemberFactory.create(cooperative=cooperative)


def test_names_and_heads_exclude_each_other(day: TrainingSession, member: Member, cooperative: Cooperative) -> None:
    came(day, member)
    assert rule_of(lambda: HeadCountFactory.create(session=day, cooperative=cooperative)) == "head_count_or_attendance"
    Attendance.objects.all().delete()
    HeadCountFactory.create(session=day, cooperative=cooperative)
    assert rule_of(lambda: came(day, member)) == "attendance_or_head_count"
    came(day, MemberFactory.create())  # of another co-op


def test_nobody_comes_to_a_cancelled_training_nor_on_a_day_to_come(
    workshop: Training, day: TrainingSession, member: Member, cooperative: Cooperative
) -> None:
    tomorrow = TrainingSessionFactory.create(training=workshop, held_on=cooperative.today() + dt.timedelta(days=1))
    assert rule_of(lambda: came(tomorrow, member)) == "attendance_of_a_day_held"
    heads = {"session": tomorrow, "cooperative": cooperative}
    assert rule_of(lambda: HeadCountFactory.create(**heads)) == "head_count_of_a_day_held"
    came(day, member)
    far = cooperative.today() + dt.timedelta(days=9)
    assert rule_of(change(day, held_on=far)) == "training_session_with_people_not_in_future"
    Attendance.objects.all().delete()
    change(workshop, state="cancelled", cancelled_reason="Lluvia")()
    assert rule_of(lambda: came(day, member)) == "attendance_of_a_day_held"


def test_a_training_people_came_to_is_not_cancelled(workshop: Training, day: TrainingSession, member: Member) -> None:
    came(day, member)
    rule = rule_of(change(workshop, state="cancelled", cancelled_reason="Lluvia"))
    assert rule == "training_cancelled_without_people"


@pytest.mark.parametrize(
    ("before", "after"),
    [("planned", "reported"), ("held", "planned"), ("held", "cancelled"), ("cancelled", "planned"),
     ("cancelled", "held"), ("reported", "planned")],
)  # fmt: skip
def test_states_follow_the_arrows(
    programme: Programme, cooperative: Cooperative, admin: User, before: str, after: str
) -> None:
    done = {"report": "Bien", "reported_at": timezone.now(), "reported_by": admin, "cancelled_reason": "Lluvia"}
    training = Training.objects.create(programme=programme, title="Poda", state=before, **done)
    assert rule_of(change(training, state=after)) == "training_state_arrow"


def test_reported_needs_its_report_and_its_author(workshop: Training, admin: User) -> None:
    change(workshop, state="held")()
    assert rule_of(change(workshop, state="reported")) == "training_reported_with_report"
    assert rule_of(change(workshop, reported_at=timezone.now())) == "training_reported"
    change(workshop, state="reported", report="Bien", reported_at=timezone.now(), reported_by=admin)()


def test_an_invited_cooperative_stays_once_its_people_came(
    workshop: Training, day: TrainingSession, member: Member
) -> None:
    came(day, member)
    rows = TrainingInvitation.objects.filter(training=workshop)
    assert rule_of(rows.delete) == "training_invitation_stays_once_people_came"
    assert rule_of(lambda: rows.update(places=0)) == "training_invitation_places"


def test_head_counts_add_up(day: TrainingSession, cooperative: Cooperative) -> None:
    of = {"session": day, "cooperative": cooperative}
    nobody = {"women": 0, "men": 0, "unrecorded": 0, "under_30": None}
    assert rule_of(lambda: HeadCountFactory.create(**of, **nobody)) == "head_count_of_somebody"
    assert rule_of(lambda: HeadCountFactory.create(**of, under_30=21)) == "head_count_under_30_within_all"
    HeadCountFactory.create(**of)
    assert rule_of(lambda: HeadCountFactory.create(**of)) == "head_count_once"


def test_a_merged_entry_takes_part_in_nothing_new(
    day: TrainingSession, member: Member, cooperative: Cooperative, admin: User
) -> None:
    first = MemberFactory.create(cooperative=cooperative)
    merged = {"merged_into": first, "merged_at": timezone.now(), "merged_by": admin}
    change(member, **merged)()
    assert rule_of(lambda: came(day, member)) == "attendance_of_first_entry"
    assert rule_of(lambda: ScoreFactory.create(member=member)) == "score_of_first_entry"
    visit = {"member": member, "cooperative": cooperative}
    assert rule_of(lambda: FollowUpVisitFactory.create(**visit)) == "follow_up_of_first_entry"
    chain = "member_merged_into_first_entry"
    third = MemberFactory.create(cooperative=cooperative)
    assert rule_of(change(third, **merged | {"merged_into": member})) == chain
    assert rule_of(change(first, **merged | {"merged_into": third})) == chain
    assert rule_of(change(third, **merged | {"merged_into": third})) == chain
    assert rule_of(change(third, merged_into=first)) == "member_merged"


def test_a_removed_name_stays_away(member: Member, admin: User) -> None:
    removed = {"name_removed_at": timezone.now(), "name_removed_by": admin}
    assert rule_of(change(member, **removed)) == "member_removed_name_stays_away"
    assert rule_of(change(member, name_removed_at=timezone.now(), name="")) == "member_name_removed"
    change(member, **removed, name="")()
    assert rule_of(change(member, name="Ana")) == "member_removed_name_stays_away"
    assert rule_of(change(member, consent_at=timezone.now())) in ("member_consent", "member_removed_name_stays_away")


def test_scores_stay_within_the_test_which_stays_as_it_was(member: Member) -> None:
    test = InstrumentFactory.create(maximum=Decimal(10))
    assert rule_of(lambda: ScoreFactory.create(instrument=test, points=Decimal("10.01"))) == "score_within_maximum"
    assert rule_of(lambda: ScoreFactory.create(instrument=test, points=Decimal(-1))) == "score_not_negative"
    score = ScoreFactory.create(instrument=test, member=member)
    assert rule_of(change(score, points=Decimal(11))) == "score_within_maximum"
    assert rule_of(change(test, maximum=Decimal(20))) == "instrument_fixed_once_scored"
    again = {"instrument": test, "member": member, "training": score.training}
    assert rule_of(lambda: ScoreFactory.create(**again)) == "score_once"
    other = CooperativeFactory.create()
    assert rule_of(change(score, cooperative=other)) == "score_same_cooperative"
    assert rule_of(lambda: InstrumentFactory.create(name=test.name, version=test.version)) == "instrument_version_once"
    assert rule_of(lambda: InstrumentFactory.create(maximum=Decimal(0))) == "instrument_maximum_above_zero"


def test_a_visit_was_made_at_this_cooperative(member: Member, cooperative: Cooperative) -> None:
    ahead = cooperative.today() + dt.timedelta(days=1)
    visit = {"cooperative": cooperative, "visited_on": ahead}
    assert rule_of(lambda: FollowUpVisitFactory.create(**visit)) == "follow_up_not_in_future"
    assert rule_of(lambda: FollowUpVisitFactory.create(member=member)) == "follow_up_same_cooperative"


def test_a_module_is_once_in_its_track() -> None:
    module = ModuleFactory.create()
    again = {"track": module.track, "title": module.title}
    assert rule_of(lambda: ModuleFactory.create(**again)) == "module_once_a_track"
    assert rule_of(lambda: ModuleFactory.create(hours=Decimal(0))) == "module_hours"


def test_a_calendar_link_is_of_one(programme: Programme, cooperative: Cooperative) -> None:
    both = {"programme": programme, "cooperative": cooperative}
    assert rule_of(lambda: CalendarFeedFactory.create(**both)) == "calendar_feed_of_one"
    assert rule_of(lambda: CalendarFeedFactory.create(programme=None)) == "calendar_feed_of_one"
    assert rule_of(change(CalendarFeedFactory.create(), revoked_at=timezone.now())) == "calendar_feed_revoked"


def test_what_has_a_history_is_not_deleted(workshop: Training, cooperative: Cooperative) -> None:
    FollowUpVisitFactory.create(cooperative=cooperative)
    CalendarFeedFactory.create()
    TrainingFileFactory.create()
    ScoreFactory.create()
    ModuleFactory.create()
    TrainingInvitation.objects.all().delete()
    TrainingSession.objects.all().delete()
    for model in (FollowUpVisit, CalendarFeed, TrainingFile, Module):
        assert rule_of(lambda model=model: model.objects.all()._raw_delete("default")).endswith("_never_deleted")
    for model in (Training, Instrument):
        rows = model.objects.filter(pk=model.objects.latest("pk").pk)
        assert rule_of(lambda rows=rows: rows._raw_delete("default")).endswith("_never_deleted")


def test_marks_heads_and_scores_may_be_taken_back(day: TrainingSession, member: Member) -> None:
    came(day, member)
    ScoreFactory.create(member=member)
    HeadCountFactory.create()
    for model in (Attendance, Score, HeadCount):
        model.objects.all().delete()
        assert not model.objects.exists()


def test_a_name_is_found_by_any_part_without_accents(cooperative: Cooperative) -> None:
    names = ["José Ángel Núñez", "Inês Gonçalves", "Ana Jose\u0301 Pérez", "Otra Persona"]
    for name in names:
        MemberFactory.create(cooperative=cooperative, name=name)
    found = Member.objects.all()
    assert set(found.named("jose").values_list("name", flat=True)) == {names[0], names[2]}  # type: ignore[attr-defined]
    assert found.named("NUÑ ang").get().name == names[0]  # type: ignore[attr-defined]
    assert found.named("goncal").get().name == names[1]  # type: ignore[attr-defined]
    assert not found.named("%").exists()  # type: ignore[attr-defined]
