"""Invitations: who may invite whom, a link that works once, and what the database keeps."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from config.errors import Refused, broken_rule
from cooperatives.access import may_give
from cooperatives.actions.end_role import end_role
from cooperatives.actions.invite_person import accept_invitation, invite_person, renew_link, withdraw_invitation
from cooperatives.models import Cooperative, Invitation, Programme, StaffAssignment, User
from cooperatives.models.invitations import hashed
from cooperatives.reports import roles_to_give
from cooperatives.roles import CooperativeRole, ProgrammeRole
from tests import factories
from tests.factories_people import InvitationFactory
from tests.premiums.test_collisions import at_once

pytestmark = pytest.mark.django_db

PASSWORD = "sombra-y-altura-1400"


def broken_by(work: Any) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        work()
    return broken_rule(error.value)


def invite(place: Cooperative | Programme, by: User, role: str = "treasurer", email: str = "Nora@Example.org") -> Any:
    return invite_person(email=email, name="Nora Nueva", role=role, place=place, by=by)


# Who may invite whom -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "in_cooperative", "in_programme"),
    [
        ("admin", set(CooperativeRole), set(ProgrammeRole)),
        ("manager", set(CooperativeRole), set(ProgrammeRole)),
        ("coop_manager", {CooperativeRole.TREASURER, CooperativeRole.MANAGER}, set()),
        ("treasurer", set(), set()),
        ("oversight", set(), set()),
        ("trainer", set(), set()),
        ("funder", set(), set()),
        ("outsider", set(), set()),
    ],
)
def test_each_role_gives_what_the_table_says(
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    programme: Programme,
    person: str,
    in_cooperative: set[str],
    in_programme: set[str],
) -> None:
    by = request.getfixturevalue(person)
    assert {role for role in CooperativeRole if may_give(by, role, cooperative)} == in_cooperative
    assert {role for role in ProgrammeRole if may_give(by, role, programme)} == in_programme
    offered = {type(place): set(roles) for place, roles in roles_to_give(by)}
    assert offered.get(Cooperative, set()) == in_cooperative
    assert offered.get(Programme, set()) == in_programme


def test_nobody_invites_into_another_cooperative_or_programme(
    manager: User, coop_manager: User, other_cooperative: Cooperative
) -> None:
    for by in (manager, coop_manager):
        with pytest.raises(PermissionDenied):
            invite(other_cooperative, by)
    with pytest.raises(PermissionDenied):
        invite(factories.ProgrammeFactory.create(), manager, role="trainer")
    assert not Invitation.objects.exists()


def test_who_may_no_longer_sign_in_invites_nobody(cooperative: Cooperative, admin: User) -> None:
    admin.is_active = False
    with pytest.raises(PermissionDenied):
        invite(cooperative, admin)


def test_no_invitation_makes_an_administrator(cooperative: Cooperative, admin: User) -> None:
    _invitation, token = invite(cooperative, admin, role="manager")
    person = accept_invitation(token=token, password=PASSWORD)
    assert not person.is_superuser
    assert not person.is_staff


# The link ------------------------------------------------------------------------------------------------------------


def test_an_invitation_makes_a_person_with_the_role(cooperative: Cooperative, manager: User) -> None:
    invitation, token = invite(cooperative, manager)
    assert token not in str(Invitation.objects.values().get())
    assert invitation.token_hash == hashed(token)
    person = accept_invitation(token=token, password=PASSWORD, name="Nora N.")
    assert (person.name, person.email) == ("Nora N.", "Nora@example.org")
    assert person.check_password(PASSWORD)
    held = StaffAssignment.objects.get(user=person)
    assert (held.role, held.cooperative, held.ended_at, held.started_on) == (
        "treasurer",
        cooperative,
        None,
        cooperative.today(),
    )
    invitation.refresh_from_db()
    assert invitation.accepted_by == person


def test_a_person_with_an_account_takes_a_second_role(cooperative: Cooperative, outsider: User, manager: User) -> None:
    token = invite(cooperative, manager, email=outsider.email.upper())[1]
    with pytest.raises(Refused):
        accept_invitation(token=token, password=PASSWORD)  # nobody sets the password of an account with a link
    assert accept_invitation(token=token, user=outsider) == outsider
    assert outsider.staff_assignments.filter(ended_at__isnull=True).count() == 2
    assert outsider.check_password(factories.PASSWORD)


def test_a_link_is_for_one_address(cooperative: Cooperative, outsider: User, manager: User) -> None:
    token = invite(cooperative, manager)[1]
    with pytest.raises(Refused):
        accept_invitation(token=token, user=outsider)
    assert outsider.staff_assignments.count() == 1


def test_every_dead_link_is_refused_in_the_same_words(cooperative: Cooperative, manager: User) -> None:
    used = invite(cooperative, manager, email="a@example.org")[1]
    accept_invitation(token=used, password=PASSWORD)
    withdrawn, taken_back = invite(cooperative, manager, email="b@example.org")
    withdraw_invitation(invitation=withdrawn, by=manager)
    InvitationFactory.create(
        cooperative=cooperative, token="vieja", expires_at=timezone.now() - dt.timedelta(seconds=1)
    )
    renewed, replaced = invite(cooperative, manager, email="c@example.org")
    renew_link(invitation=renewed, by=manager)
    known = invite(cooperative, manager, email=manager.email)[1]
    said = set()
    for token in (used, taken_back, "vieja", replaced, known, "no-such-link"):
        with pytest.raises(Refused) as refusal:
            accept_invitation(token=token, password=PASSWORD)
        said.add(str(refusal.value))
    assert said == {"This link no longer works."}


def test_inviting_again_replaces_the_link(cooperative: Cooperative, manager: User) -> None:
    older = invite(cooperative, manager)[1]
    newer = invite(cooperative, manager, email="nora@example.ORG")[1]
    with pytest.raises(Refused):
        accept_invitation(token=older, password=PASSWORD)
    accept_invitation(token=newer, password=PASSWORD)


def test_who_holds_the_role_is_not_invited_to_it(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    with pytest.raises(Refused, match="has this role already"):
        invite(cooperative, manager, email=treasurer.email)


def test_what_was_accepted_is_neither_withdrawn_nor_sent_again(cooperative: Cooperative, manager: User) -> None:
    invitation, token = invite(cooperative, manager)
    accept_invitation(token=token, password=PASSWORD)
    for work in (withdraw_invitation, renew_link):
        with pytest.raises(Refused, match="accepted or withdrawn already"):
            work(invitation=invitation, by=manager)


def test_only_who_may_give_the_role_withdraws_and_sends_again(
    cooperative: Cooperative, manager: User, coop_manager: User
) -> None:
    invitation = invite(cooperative, manager, role="oversight")[0]
    for work in (withdraw_invitation, renew_link):
        with pytest.raises(PermissionDenied):
            work(invitation=invitation, by=coop_manager)


# What the database keeps ---------------------------------------------------------------------------------------------


def test_the_database_keeps_a_link_from_being_used_twice() -> None:
    row, one, other = InvitationFactory.create(), factories.UserFactory.create(), factories.UserFactory.create()
    rows = Invitation.objects.filter(pk=row.pk)
    rows.update(accepted_at=timezone.now(), accepted_by=one)
    assert broken_by(lambda: rows.update(accepted_by=other)) == "invitation_used_once"
    assert broken_by(lambda: rows.update(accepted_at=None, accepted_by=None)) == "invitation_used_once"


def test_the_database_keeps_a_withdrawn_link_dead() -> None:
    row = InvitationFactory.create()
    rows = Invitation.objects.filter(pk=row.pk)
    rows.update(withdrawn_at=timezone.now(), withdrawn_by=row.invited_by)
    assert broken_by(lambda: rows.update(withdrawn_at=None, withdrawn_by=None)) == "invitation_used_once"
    assert broken_by(lambda: rows.update(token_hash="x")) == "invitation_used_once"


def test_the_database_keeps_an_invitation_to_one_role_in_one_place(programme: Programme) -> None:
    both = {"programme": programme, "role": "manager"}
    assert broken_by(lambda: InvitationFactory.create(**both)) == "invitation_to_one_role"
    assert broken_by(lambda: InvitationFactory.create(cooperative=None)) == "invitation_to_one_role"
    assert broken_by(lambda: InvitationFactory.create(role="trainer")) == "invitation_to_one_role"
    of_programme = {"cooperative": None, "programme": programme, "role": "treasurer"}
    assert broken_by(lambda: InvitationFactory.create(**of_programme)) == "invitation_to_one_role"


def test_the_database_keeps_a_link_from_being_used_too_late() -> None:
    row = InvitationFactory.create(expires_at=timezone.now() - dt.timedelta(minutes=1))
    late = {"accepted_at": timezone.now(), "accepted_by": row.invited_by}
    assert broken_by(lambda: Invitation.objects.filter(pk=row.pk).update(**late)) == "invitation_accepted_in_time"


def test_the_database_keeps_an_invitation_as_it_was_sent(other_cooperative: Cooperative) -> None:
    rows = Invitation.objects.filter(pk=InvitationFactory.create().pk)
    for change in ({"email": "otra@example.org"}, {"role": "manager"}, {"cooperative": other_cooperative}):
        assert broken_by(partial(rows.update, **change)) == "invitation_stays_as_sent"
    assert broken_by(rows.delete) == "invitation_never_deleted"


def test_the_database_keeps_one_open_invitation_to_a_role(cooperative: Cooperative, programme: Programme) -> None:
    same = {"cooperative": cooperative, "email": "nora@example.org"}
    InvitationFactory.create(**same)
    assert broken_by(lambda: InvitationFactory.create(**same)) == "invitation_once_to_cooperative"
    InvitationFactory.create(**same, role="manager")
    same = {"cooperative": None, "programme": programme, "role": "trainer", "email": "nora@example.org"}
    InvitationFactory.create(**same)
    assert broken_by(lambda: InvitationFactory.create(**same)) == "invitation_once_to_programme"


# Two at the same moment ----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_who_open_the_same_link_make_one_person(cooperative: Cooperative, manager: User) -> None:
    token = invite(cooperative, manager)[1]
    answers = at_once([partial(accept_invitation, token=token, password=PASSWORD) for _ in range(2)])
    assert {type(answer) for answer in answers} == {User, Refused}
    assert User.objects.filter(email__iexact="nora@example.org").count() == 1
    assert StaffAssignment.objects.filter(user__email__iexact="nora@example.org").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_connections_that_go_around_the_action_use_a_link_once(manager: User, admin: User) -> None:
    row = InvitationFactory.create()

    def use(person: User) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE cooperatives_invitation SET accepted_at = now(), accepted_by_id = %s WHERE id = %s",
                [person.pk, row.pk],
            )

    answers = at_once([partial(use, manager), partial(use, admin)])
    refused = [answer for answer in answers if isinstance(answer, DatabaseError)]
    assert [broken_rule(error) for error in refused] == ["invitation_used_once"]


# Leaving -------------------------------------------------------------------------------------------------------------


def test_end_role_keeps_the_row_and_the_name(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    held = treasurer.staff_assignments.get()
    end_role(assignment=held, by=manager)
    end_role(assignment=held, by=manager)
    held.refresh_from_db()
    assert held.ended_at
    assert held.ended_by == manager
    treasurer.refresh_from_db()
    assert (treasurer.is_active, treasurer.sessions_ended) == (True, 1)


def test_end_role_is_for_those_who_may_give_it(oversight: User, coop_manager: User, outsider: User) -> None:
    for by in (coop_manager, outsider, oversight):
        with pytest.raises(PermissionDenied):
            end_role(assignment=oversight.staff_assignments.get(), by=by)


def test_the_database_ends_sessions_whoever_ends_the_role(treasurer: User, manager: User, admin: User) -> None:
    ended = {"ended_at": timezone.now(), "ended_by": admin}
    before = {person.pk: person.get_session_auth_hash() for person in (treasurer, manager)}
    StaffAssignment.objects.filter(user=treasurer).update(**ended)
    manager.programme_assignments.update(**ended)
    for person in (treasurer, manager):
        person.refresh_from_db()
        assert person.sessions_ended == 1
        assert person.get_session_auth_hash() != before[person.pk]
