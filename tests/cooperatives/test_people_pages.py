"""Pages of those who keep people, and coming in with an invitation."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cooperatives.actions.invite_person import invite_person
from cooperatives.models import Cooperative, Invitation, Programme, ProgrammeAssignment, StaffAssignment, User
from tests import factories
from tests.factories_people import InvitationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("manager")]

PEOPLE, INVITE = reverse("people"), reverse("invitation_create")
PASSWORD = "sombra-y-altura-1400"


def typed(cooperative: Cooperative, **other: str) -> dict[str, str]:
    return {
        "name": "Nora Nueva",
        "email": "nora@example.org",
        "role": f"c-{cooperative.pk}-treasurer",
        "by_mail": "no",
    } | other


def link_in(text: str) -> str:
    found = re.search(r"/invitation/[\w-]+/", text)
    assert found, text
    return found.group()


# The list ------------------------------------------------------------------------------------------------------------


def test_people_lists_those_of_ones_programmes(
    signed_in: Client, treasurer: User, trainer: User, outsider: User, manager: User
) -> None:
    page = signed_in.get(PEOPLE)
    for person in (treasurer, trainer, manager):
        assertContains(page, person.name)
    assertNotContains(page, outsider.name)
    assertContains(signed_in.get(PEOPLE, {"text": "tomasa"}), treasurer.name)
    assertContains(signed_in.get(PEOPLE, {"text": "nobody such"}), "Nobody found")


@pytest.mark.as_person("coop_manager")
def test_people_of_a_cooperative_are_all_its_manager_sees(
    signed_in: Client, treasurer: User, manager: User, coop_manager: User
) -> None:
    page = signed_in.get(PEOPLE)
    assertContains(page, treasurer.name)
    assertNotContains(page, manager.name)


def test_people_who_left_are_shown_when_asked_for(
    signed_in: Client, treasurer: User, cooperative: Cooperative, admin: User
) -> None:
    held = treasurer.staff_assignments.get()
    signed_in.post(reverse("staff_role_end", args=[held.pk]), follow=True)
    assertNotContains(signed_in.get(PEOPLE), treasurer.name)
    assertContains(signed_in.get(PEOPLE, {"former": "on"}), treasurer.name)


def test_people_never_shows_a_role_in_another_cooperative(
    signed_in: Client, treasurer: User, other_cooperative: Cooperative
) -> None:
    factories.StaffAssignmentFactory.create(user=treasurer, cooperative=other_cooperative)
    assertNotContains(signed_in.get(PEOPLE), "Vecina")
    assertNotContains(signed_in.get(reverse("person_detail", args=[treasurer.pk])), "Vecina")


@pytest.mark.parametrize("person", ["treasurer", "oversight", "trainer", "funder"])
def test_people_and_inviting_are_for_those_who_keep_people(
    client: Client, request: pytest.FixtureRequest, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    for address in (PEOPLE, INVITE, reverse("person_detail", args=[1])):
        assert client.get(address).status_code == 403
    for name in ("staff_role_end", "programme_role_end", "invitation_resend", "invitation_withdraw"):
        assert client.post(reverse(name, args=[1])).status_code == 403


def test_people_pages_take_no_other_method(signed_in: Client) -> None:
    assert signed_in.post(PEOPLE).status_code == 405
    assert signed_in.put(INVITE).status_code == 405
    assert signed_in.post(reverse("person_detail", args=[1])).status_code == 405
    for name in ("staff_role_end", "programme_role_end", "invitation_resend", "invitation_withdraw"):
        assert signed_in.get(reverse(name, args=[1])).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("person", ["manager", "admin"])
def test_people_pages_ask_at_most_twelve_queries(
    client: Client,
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    treasurer: User,
    count: int,
    person: str,
    django_assert_max_num_queries: Any,
) -> None:
    client.force_login(request.getfixturevalue(person))
    for number in range(count):
        factories.staff_of(cooperative, "treasurer", name=f"T {number}")
        factories.EnrolmentFactory.create(programme=cooperative.enrolments.get().programme)
        InvitationFactory.create(cooperative=cooperative)
    with django_assert_max_num_queries(12) as asked:
        client.get(PEOPLE)
    for address in (INVITE, reverse("person_detail", args=[treasurer.pk])):
        with django_assert_max_num_queries(12):
            client.get(address)
    assert len(asked) == 9


def test_person_detail_tells_what_each_role_means(signed_in: Client, treasurer: User) -> None:
    page = signed_in.get(reverse("person_detail", args=[treasurer.pk]))
    assertContains(page, "Logs what was spent")
    assertContains(page, "End now")


def test_person_detail_of_an_outsider_is_not_found(signed_in: Client, outsider: User) -> None:
    assert signed_in.get(reverse("person_detail", args=[outsider.pk])).status_code == 404


# Inviting ------------------------------------------------------------------------------------------------------------


def test_invitation_create_hands_over_a_link_once(signed_in: Client, cooperative: Cooperative) -> None:
    page = signed_in.post(INVITE, typed(cooperative))
    address = link_in(page.content.decode())
    row = Invitation.objects.get()
    assert (row.role, row.cooperative, row.mailed_at) == ("treasurer", cooperative, None)
    assertNotContains(signed_in.get(PEOPLE), address)
    assert not mail.outbox


def test_invitation_create_mails_in_the_language_of_the_cooperative(
    signed_in: Client, cooperative: Cooperative
) -> None:
    assertRedirects(signed_in.post(INVITE, typed(cooperative, by_mail="yes")), PEOPLE)
    (sent,) = mail.outbox
    assert sent.to == ["nora@example.org"]
    assert "http://testserver/invitation/" in sent.body
    assert Invitation.objects.get().mailed_at


def test_invitation_create_shows_the_link_when_mail_fails(
    signed_in: Client, cooperative: Cooperative, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_arguments: Any) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", lost)
    page = signed_in.post(INVITE, typed(cooperative, by_mail="yes"))
    assertContains(page, "The mail did not leave")
    assert link_in(page.content.decode())


def test_invitation_create_into_another_cooperative_is_no_choice(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    assert signed_in.post(INVITE, typed(other_cooperative)).status_code == 422
    assert signed_in.post(INVITE, typed(cooperative, role="administrator")).status_code == 422
    assert signed_in.post(INVITE, typed(cooperative, email="no address")).status_code == 422
    assert not Invitation.objects.exists()


def test_invitation_create_says_when_the_role_is_held(
    signed_in: Client, cooperative: Cooperative, treasurer: User
) -> None:
    page = signed_in.post(INVITE, typed(cooperative, email=treasurer.email))
    assertContains(page, "has this role already", status_code=422)


def test_invitation_create_to_a_programme(signed_in: Client, programme: Programme) -> None:
    role = {"role": f"p-{programme.pk}-trainer"}
    page = signed_in.post(INVITE, {"name": "T", "email": "t@example.org", "by_mail": "no"} | role)
    Client().post(link_in(page.content.decode()), {"name": "T", "password": PASSWORD})
    held = ProgrammeAssignment.objects.get(user__email="t@example.org")
    assert (held.role, held.programme) == ("trainer", programme)


def test_invitation_resend_makes_the_old_link_useless(signed_in: Client, cooperative: Cooperative) -> None:
    older = link_in(signed_in.post(INVITE, typed(cooperative)).content.decode())
    pk = Invitation.objects.get().pk
    page = signed_in.post(reverse("invitation_resend", args=[pk]), {"by_mail": "no"})
    newer = link_in(page.content.decode())
    assert Client().get(older).status_code == 404
    assert Client().get(newer).status_code == 200
    signed_in.post(reverse("invitation_resend", args=[pk]), {"by_mail": "yes"})
    assert len(mail.outbox) == 1
    assert Client().get(newer).status_code == 404


def test_invitation_withdraw_makes_the_link_useless(signed_in: Client, cooperative: Cooperative) -> None:
    address = link_in(signed_in.post(INVITE, typed(cooperative)).content.decode())
    signed_in.post(reverse("invitation_withdraw", args=[Invitation.objects.get().pk]))
    assert Client().get(address).status_code == 404


def test_invitation_withdraw_and_invitation_resend_of_another_cooperative_are_not_found(signed_in: Client) -> None:
    row = InvitationFactory.create()
    for name in ("invitation_withdraw", "invitation_resend"):
        assert signed_in.post(reverse(name, args=[row.pk])).status_code == 404


# Coming in -----------------------------------------------------------------------------------------------------------


def test_invitation_accept_brings_a_new_person_in(client: Client, cooperative: Cooperative, manager: User) -> None:
    _row, token = invite_person(email="nora@example.org", name="Nora", role="treasurer", place=cooperative, by=manager)
    address = reverse("invitation_accept", args=[token])
    assertContains(client.get(address), "invites you as")
    assertContains(client.post(address, {"name": "Nora", "password": "1234"}), "too short", status_code=422)
    page = client.post(address, {"name": "Nora Nueva", "password": PASSWORD}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("premiums:spending_log", args=[cooperative.slug])
    assert Client().login(email="nora@example.org", password=PASSWORD)
    assert Client().get(address).status_code == 404


def test_invitation_accept_leads_to_a_passkey_when_that_is_chosen(
    client: Client, cooperative: Cooperative, manager: User
) -> None:
    _row, token = invite_person(email="n@example.org", name="N", role="treasurer", place=cooperative, by=manager)
    page = client.post(reverse("invitation_accept", args=[token]), {"name": "N", "passkey": "yes"})
    assert page["Location"].startswith(reverse("mfa_add_webauthn"))
    assert not User.objects.get(email="n@example.org").has_usable_password()
    assert client.get(page["Location"]).status_code == 200  # without being asked once more who one is


def test_invitation_accept_asks_who_has_an_account_to_sign_in(
    client: Client, cooperative: Cooperative, manager: User, outsider: User
) -> None:
    _row, token = invite_person(email=outsider.email, name="O", role="treasurer", place=cooperative, by=manager)
    address = reverse("invitation_accept", args=[token])
    assertContains(client.get(address), "Sign in first")
    client.post(address, {"name": "Mala", "password": PASSWORD})
    outsider.refresh_from_db()
    assert outsider.check_password(factories.PASSWORD)
    client.force_login(outsider)
    client.post(address)
    assert StaffAssignment.objects.filter(user=outsider, cooperative=cooperative).exists()


def test_invitation_accept_of_an_outsider_and_of_no_link_answer_alike(
    client: Client, cooperative: Cooperative, outsider: User
) -> None:
    InvitationFactory.create(cooperative=cooperative, token="para-nora")
    client.force_login(outsider)
    others = client.get(reverse("invitation_accept", args=["para-nora"]))
    nobodys = client.get(reverse("invitation_accept", args=["no-such"]))
    assert others.status_code == nobodys.status_code == 404
    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|/invitation/[\w-]+/')
    assert token.sub(b"", others.content) == token.sub(b"", nobodys.content)


def test_invitation_accept_takes_no_other_method(client: Client) -> None:
    assert client.put(reverse("invitation_accept", args=["x"])).status_code == 405


# Leaving -------------------------------------------------------------------------------------------------------------


def test_staff_role_end_ends_the_open_session_at_once(
    signed_in: Client, treasurer: User, cooperative: Cooperative
) -> None:
    theirs = Client()
    theirs.force_login(treasurer)
    log = reverse("premiums:spending_log", args=[cooperative.slug])
    assert theirs.get(log).status_code == 200
    signed_in.post(reverse("staff_role_end", args=[treasurer.staff_assignments.get().pk]))
    assertRedirects(theirs.get(log), f"{reverse('account_login')}?next={log}")
    theirs.force_login(User.objects.get(pk=treasurer.pk))
    assert theirs.get(log).status_code == 404


def test_programme_role_end_ends_a_trainer(signed_in: Client, trainer: User, manager: User) -> None:
    held = trainer.programme_assignments.get()
    assertContains(signed_in.post(reverse("programme_role_end", args=[held.pk]), follow=True), "The role has ended")
    held.refresh_from_db()
    assert held.ended_by == manager


def test_staff_role_end_and_programme_role_end_of_another_cooperative_are_not_found(
    signed_in: Client, outsider: User
) -> None:
    held = outsider.staff_assignments.get()
    assert signed_in.post(reverse("staff_role_end", args=[held.pk])).status_code == 404
    other = factories.ProgrammeAssignmentFactory.create()
    assert signed_in.post(reverse("programme_role_end", args=[other.pk])).status_code == 404
    held.refresh_from_db()
    assert held.ended_at is None


@pytest.mark.as_person("coop_manager")
def test_staff_role_end_of_who_checks_spending_is_forbidden_to_the_co_op_manager(
    signed_in: Client, oversight: User
) -> None:
    assert signed_in.post(reverse("staff_role_end", args=[oversight.staff_assignments.get().pk])).status_code == 403


# The matrix ----------------------------------------------------------------------------------------------------------


@pytest.mark.as_person("admin")
@pytest.mark.parametrize("count", [1, 3])
def test_role_matrix_shows_roles_permissions_and_people(
    signed_in: Client,
    cooperative: Cooperative,
    trainer: User,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        factories.staff_of(cooperative, "oversight", name=f"Vigilante {number}")
    with django_assert_num_queries(7):
        page = signed_in.get(reverse("role_matrix"))
    assertContains(page, "check or return spending a colleague logged")
    assertContains(page, "Vigilante 0")
    assertContains(page, trainer.name)


def test_role_matrix_is_for_administrators(signed_in: Client) -> None:
    assert signed_in.get(reverse("role_matrix")).status_code == 403


@pytest.mark.as_person("admin")
def test_role_matrix_is_only_read(signed_in: Client) -> None:
    assert signed_in.post(reverse("role_matrix")).status_code == 405


def test_invitation_resend_of_another_cooperative_sends_nothing(signed_in: Client) -> None:
    row = InvitationFactory.create()
    assert signed_in.post(reverse("invitation_resend", args=[row.pk]), {"by_mail": "yes"}).status_code == 404
    assert not mail.outbox


def test_programme_role_end_of_an_outsider_ends_nothing(signed_in: Client) -> None:
    held = factories.ProgrammeAssignmentFactory.create()
    assert signed_in.post(reverse("programme_role_end", args=[held.pk])).status_code == 404
    held.refresh_from_db()
    assert held.ended_at is None
