"""People and organisations in the admin."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cooperatives.models import Cooperative, Enrolment, Fact, Programme, StaffAssignment, User
from tests import factories
from tests.admin_pages import choose, page, refused, send, told

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]

NOW = {"ended_at_0": "2026-01-15", "ended_at_1": "12:00:00"}


def test_person_is_added_by_mail_address_and_can_sign_in(signed_in: Client, client: Client) -> None:
    data = {"email": "nueva@example.org", "name": "Nueva", "language": "es-mx", "usable_password": "true"}
    data |= {"password1": factories.PASSWORD, "password2": factories.PASSWORD}
    assert send(signed_in, page(User, "add"), **data).status_code == 302
    person = User.objects.get(email="nueva@example.org")
    assert person.check_password(factories.PASSWORD)
    assert (person.name, person.language, person.is_staff) == ("Nueva", "es-mx", False)


def test_person_may_be_added_without_a_password(signed_in: Client) -> None:
    data = {"email": "nueva@example.org", "name": "Nueva", "usable_password": "false"}
    assert send(signed_in, page(User, "add"), **data).status_code == 302
    assert not User.objects.get(email="nueva@example.org").has_usable_password()


def test_second_person_with_a_mail_address_is_explained(signed_in: Client, treasurer: User) -> None:
    data = {"email": treasurer.email.upper(), "name": "Otra", "usable_password": "false"}
    assert "Somebody already signs in" in refused(send(signed_in, page(User, "add"), **data))


def test_administrator_must_be_allowed_to_open_the_admin(signed_in: Client, treasurer: User) -> None:
    response = send(signed_in, page(treasurer, "change"), is_superuser="on")
    assert "must also be allowed" in refused(response)


def test_person_gets_roles_below_and_the_list_tells_them(
    signed_in: Client, treasurer: User, programme: Programme
) -> None:
    new = {"programme_assignments-TOTAL_FORMS": "1", "programme_assignments-0-programme": programme.pk,
           "programme_assignments-0-role": "trainer"}  # fmt: skip
    assert send(signed_in, page(treasurer, "change"), **new).status_code == 302
    text = signed_in.get(page(User, "changelist")).content.decode()
    assert f"treasurer, Triunfo; trainer, {programme}" in text


def test_second_time_the_same_role_is_explained(signed_in: Client, treasurer: User, cooperative: Cooperative) -> None:
    data = {"user": treasurer.pk, "cooperative": cooperative.pk, "role": "treasurer"}
    assert "already has this role" in refused(send(signed_in, page(StaffAssignment, "add"), **data))
    new = {f"staff_assignments-1-{name}": value for name, value in data.items() if name != "user"}
    response = send(signed_in, page(treasurer, "change"), **new, **{"staff_assignments-TOTAL_FORMS": "2"})
    assert "already has this role" in refused(response)
    assert StaffAssignment.objects.count() == 1


def test_ended_role_says_who_ended_it(signed_in: Client, treasurer: User, admin: User) -> None:
    role = StaffAssignment.objects.get(user=treasurer)
    assert send(signed_in, page(role, "change"), **NOW).status_code == 302
    role.refresh_from_db()
    assert role.ended_by == admin
    assert send(signed_in, page(role, "change"), ended_at_0="", ended_at_1="").status_code == 302
    role.refresh_from_db()
    assert (role.ended_at, role.ended_by) == (None, None)


def test_role_ended_below_the_person_says_who_ended_it(signed_in: Client, treasurer: User, admin: User) -> None:
    ended = {f"staff_assignments-0-{name}": value for name, value in NOW.items()}
    assert send(signed_in, page(treasurer, "change"), **ended).status_code == 302
    assert StaffAssignment.objects.get(user=treasurer).ended_by == admin


def test_roles_are_ended_by_an_action_once(signed_in: Client, treasurer: User, outsider: User, admin: User) -> None:
    roles = list(StaffAssignment.objects.all())
    StaffAssignment.objects.filter(user=outsider).update(ended_at=timezone.now(), ended_by=outsider)
    assert "1 role was ended" in told(choose(signed_in, "end_roles", *roles))
    assert StaffAssignment.objects.get(user=treasurer).ended_by == admin
    assert StaffAssignment.objects.get(user=outsider).ended_by == outsider


@pytest.mark.parametrize("name", ["treasurer", "manager"])
def test_people_and_their_roles_are_not_deleted(signed_in: Client, name: str, request: pytest.FixtureRequest) -> None:
    person: User = request.getfixturevalue(name)
    roles = [*person.staff_assignments.all(), *person.programme_assignments.all()]
    for row in (person, *roles):
        assert signed_in.post(page(row, "delete"), {"post": "yes"}).status_code == 403
    forged = {"staff_assignments-0-DELETE": "on", "programme_assignments-0-DELETE": "on"}
    assert send(signed_in, page(person, "change"), **forged).status_code == 302
    assert person.staff_assignments.count() + person.programme_assignments.count() == 1


def test_replaced_mail_address_opens_no_door(signed_in: Client, treasurer: User) -> None:
    EmailAddress.objects.create(user=treasurer, email=treasurer.email, primary=True, verified=True)
    assert send(signed_in, page(treasurer, "change"), email="tomasa@example.org").status_code == 302
    assert not EmailAddress.objects.exists()


def test_password_is_set_on_its_own_page(signed_in: Client, treasurer: User) -> None:
    url = reverse("admin:auth_user_password_change", args=[treasurer.pk])
    assert signed_in.get(url).status_code == 200
    new = {"password1": "otra-clave-1400", "password2": "otra-clave-1400", "usable_password": "true"}
    assert signed_in.post(url, new).status_code == 302
    treasurer.refresh_from_db()
    assert treasurer.check_password("otra-clave-1400")


def test_cooperative_shows_its_enrolments_people_and_facts(
    signed_in: Client, cooperative: Cooperative, treasurer: User, programme: Programme
) -> None:
    factories.FactFactory.create(cooperative=cooperative, text="Sociedad cooperativa")
    text = signed_in.get(page(cooperative, "change")).content.decode()
    assert str(programme) in text
    assert treasurer.name in text
    assert "Sociedad cooperativa" in text


def test_second_enrolment_is_explained(signed_in: Client, cooperative: Cooperative, programme: Programme) -> None:
    new = {"enrolments-TOTAL_FORMS": "2", "enrolments-1-programme": programme.pk, "enrolments-1-kind": "candidate"}
    assert "duplicate" in refused(send(signed_in, page(cooperative, "change"), **new))
    data = {"cooperative": cooperative.pk, "programme": programme.pk, "kind": "candidate"}
    assert "already enrolled" in refused(send(signed_in, page(Enrolment, "add"), **data))
    assert Enrolment.objects.count() == 1


def test_fact_needs_a_source_and_one_subject(signed_in: Client, cooperative: Cooperative, programme: Programme) -> None:
    fact = {"topic": "legal form", "text": "S.C.", "position": "0", "source": "A book"}
    for changes, sentence in (
        ({"cooperative": cooperative.pk, "source": ""}, "Say where the fact comes from"),
        ({"cooperative": cooperative.pk, "programme": programme.pk}, "A fact is about one"),
        ({}, "A fact is about one"),
    ):
        assert sentence in refused(send(signed_in, page(Fact, "add"), **fact | changes))
    assert send(signed_in, page(Fact, "add"), **fact, cooperative=cooperative.pk).status_code == 302


def test_people_are_found_by_name_mail_and_cooperative(signed_in: Client, treasurer: User, outsider: User) -> None:
    for words in ("Tomasa", treasurer.email, "triunfo"):
        listed = signed_in.get(page(User, "changelist"), {"q": words}).context["cl"].result_list
        assert [person.pk for person in listed] == [treasurer.pk], words
