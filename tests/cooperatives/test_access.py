"""Who sees which co-op, and who may do what there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, transaction
from django.utils import timezone

from config.errors import broken_rule
from cooperatives.access import Standing, visible_cooperatives
from cooperatives.models import Cooperative, Programme, StaffAssignment, User
from cooperatives.roles import (
    COOPERATIVE_GRANTS,
    COOPERATIVE_SENTENCES,
    IN_WORDS,
    PROGRAMME_GRANTS,
    PROGRAMME_SENTENCES,
    CooperativeRole,
    Permission,
    ProgrammeRole,
)
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        ("admin", {"triunfo", "vecina"}),
        ("manager", {"triunfo"}),
        ("trainer", {"triunfo"}),
        ("funder", {"triunfo"}),
        ("treasurer", {"triunfo"}),
        ("oversight", {"triunfo"}),
        ("outsider", {"vecina"}),
    ],
)
def test_each_person_sees_their_cooperatives(
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    other_cooperative: Cooperative,
    person: str,
    seen: set[str],
) -> None:
    user = request.getfixturevalue(person)
    assert set(visible_cooperatives(user).values_list("slug", flat=True)) == seen


def test_nobody_unknown_sees_a_cooperative(cooperative: Cooperative) -> None:
    assert not Cooperative.objects.all().visible_to(AnonymousUser()).exists()  # type: ignore[attr-defined]


def test_a_manager_of_the_umbrella_sees_its_parts(cooperative: Cooperative, programme: Programme) -> None:
    programme.part_of = factories.ProgrammeFactory.create()
    programme.save()
    user = factories.ProgrammeAssignmentFactory.create(programme=programme.part_of).user
    assert visible_cooperatives(user).get() == cooperative
    assert Standing(user).may_in(Permission.SEE_COOPERATIVE, cooperative)


def test_access_ends_with_the_assignment(treasurer: User, admin: User, cooperative: Cooperative) -> None:
    StaffAssignment.objects.filter(user=treasurer).update(ended_at=timezone.now(), ended_by=admin)
    assert not visible_cooperatives(treasurer).exists()
    assert not Standing(treasurer).may(Permission.LOG_EXPENSE)
    assert not Standing(treasurer).may_in(Permission.LOG_EXPENSE, cooperative)


def test_who_may_no_longer_sign_in_sees_nothing(treasurer: User) -> None:
    treasurer.is_active = False
    treasurer.save()
    assert not visible_cooperatives(treasurer).exists()


def test_a_role_in_one_cooperative_grants_nothing_in_another(
    treasurer: User, other_cooperative: Cooperative, cooperative: Cooperative
) -> None:
    factories.StaffAssignmentFactory.create(
        user=treasurer, cooperative=other_cooperative, role=CooperativeRole.OVERSIGHT
    )
    held = Standing(treasurer)
    assert held.may_in(Permission.LOG_EXPENSE, cooperative)
    assert not held.may_in(Permission.LOG_EXPENSE, other_cooperative)
    assert held.may_in(Permission.CHECK_EXPENSE, other_cooperative)
    assert not held.may_in(Permission.CHECK_EXPENSE, cooperative)


def test_a_manager_may_nothing_outside_the_programme(manager: User, other_cooperative: Cooperative) -> None:
    assert not Standing(manager).may_in(Permission.SEE_COOPERATIVE, other_cooperative)


def test_all_that_is_granted_is_what_may_be_done_one_by_one(
    manager: User, treasurer: User, admin: User, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    for person in (manager, treasurer, admin):
        for where in (cooperative, other_cooperative):
            one_by_one = {permission for permission in Permission if Standing(person).may_in(permission, where)}
            assert Standing(person).granted_in(where) == one_by_one
    assert Standing(manager).granted_in(cooperative)
    assert not Standing(manager).granted_in(other_cooperative)


def test_who_logs_never_checks_by_role() -> None:
    for permissions in (*COOPERATIVE_GRANTS.values(), *PROGRAMME_GRANTS.values()):
        assert not {Permission.LOG_EXPENSE, Permission.CHECK_EXPENSE} <= permissions


def test_every_role_has_grants_and_a_sentence() -> None:
    assert set(COOPERATIVE_GRANTS) == set(CooperativeRole)
    assert set(PROGRAMME_GRANTS) == set(ProgrammeRole)
    assert set(COOPERATIVE_SENTENCES) == set(CooperativeRole)
    assert set(PROGRAMME_SENTENCES) == set(ProgrammeRole)
    assert set(IN_WORDS) == set(Permission)
    assert COOPERATIVE_SENTENCES[CooperativeRole.MANAGER] != PROGRAMME_SENTENCES[ProgrammeRole.MANAGER]


def test_a_mail_address_signs_in_one_person_in_any_case(treasurer: User) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        factories.UserFactory.create(email=treasurer.email.upper())
    assert broken_rule(caught.value) == "user_email_once"
    assert User.objects.get_by_natural_key(treasurer.email.upper()) == treasurer


def test_an_administrator_always_opens_the_admin(admin: User) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        User.objects.filter(pk=admin.pk).update(is_staff=False)
    assert broken_rule(caught.value) == "user_administrator_opens_admin"
