"""The weekly digest: who gets what, in which language, once."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import translation

from certification.actions.remind import Outcome, choose_reminders, language_of, send_digest
from certification.models import ReminderDigest, ReminderOptOut
from certification.models.reminders import ReminderKind
from config.ui import day
from cooperatives.models import Cooperative, User
from cooperatives.roles import CooperativeRole, ProgrammeRole
from tests import factories
from tests.certification.test_dates import dated_file, in_days, suspended_file, today

pytestmark = pytest.mark.django_db

BY_KIND = {
    "certificate": "certificate ends",
    "audit": "audit planned",
    "suspension": "suspension runs out",
    "measure": "corrective measure due",
}


class Refusing(EmailBackend):
    """A mail server that can't be reached for one address."""

    refused: str = ""

    def send_messages(self, messages: Any) -> int:
        if any(self.refused in message.to for message in messages):
            raise ConnectionRefusedError("no mail server")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def who_read_english(request: pytest.FixtureRequest) -> None:
    """The cast chose English, so that the tests find their words; those about languages choose their own."""
    for name in {"treasurer", "manager", "oversight", "outsider"} & set(request.fixturenames):
        person = request.getfixturevalue(name)
        if "language" not in request.node.name:
            person.language = "en"
            person.save(update_fields=["language"])


def run(**options: Any) -> str:
    said = StringIO()
    call_command("send_reminders", stdout=said, stderr=said, **options)
    return said.getvalue()


def texts() -> dict[str, str]:
    """The mails that went out, by address."""
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox)
    return {message.to[0]: message.body for message in mail.outbox}


def kinds_in(text: str) -> set[str]:
    return {kind for kind, words in BY_KIND.items() if words in text}


def test_nothing_to_say_sends_nothing_and_writes_nothing(treasurer: User, manager: User) -> None:
    assert "nothing to say: 2, failed: 0" in run()
    assert mail.outbox == []
    assert not ReminderDigest.objects.exists()


def test_every_kind_reaches_the_treasurer_and_the_manager(
    cooperative: Cooperative, treasurer: User, manager: User, oversight: User, outsider: User
) -> None:
    dated_file(cooperative, by=manager)
    suspended_file(cooperative, by=manager)
    assert "sent: 3" in run()
    sent = texts()
    assert kinds_in(sent[treasurer.email]) == set(BY_KIND) == kinds_in(sent[manager.email])
    assert kinds_in(sent[oversight.email]) == {"measure"}
    assert outsider.email not in sent
    assert ReminderDigest.objects.get(user=treasurer).items == 4
    assert "Falta el registro" in sent[treasurer.email]
    assert "20 days left" in sent[treasurer.email]


def test_each_person_reads_of_their_own_cooperatives_only(
    cooperative: Cooperative, other_cooperative: Cooperative, treasurer: User, manager: User, outsider: User
) -> None:
    dated_file(cooperative, by=manager)
    dated_file(other_cooperative, by=manager)
    run()
    sent = texts()
    assert "Vecina" in sent[outsider.email]
    assert "Triunfo" not in sent[outsider.email]
    assert "Vecina" not in sent[treasurer.email] + sent[manager.email]


def test_people_without_such_a_role_get_none(cooperative: Cooperative, manager: User, admin: User) -> None:
    dated_file(cooperative, by=manager)
    programme = cooperative.enrolments.get().programme
    for role in (ProgrammeRole.TRAINER, ProgrammeRole.FUNDER):
        factories.ProgrammeAssignmentFactory.create(programme=programme, role=role)
    gone = factories.staff_of(cooperative, CooperativeRole.TREASURER)
    gone.staff_assignments.update(ended_at=dt.datetime(2013, 1, 1, tzinfo=dt.UTC), ended_by=admin)
    factories.staff_of(cooperative, CooperativeRole.TREASURER, is_active=False)
    run()
    assert set(texts()) == {manager.email}


def test_what_is_far_away_or_long_past_is_not_said(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    file = dated_file(cooperative, by=manager, audit=31, measure=31)
    file.certificates.update(valid_until_on=in_days(91))
    assert send_digest(user=treasurer, on=today()) is Outcome.NOTHING
    file.certificates.update(valid_until_on=in_days(-31))
    assert send_digest(user=treasurer, on=today()) is Outcome.NOTHING
    file.certificates.update(valid_until_on=in_days(-30))
    assert send_digest(user=treasurer, on=today()) is Outcome.SENT
    assert "30 days ago" in mail.outbox[0].body


@pytest.mark.parametrize("kind", list(BY_KIND))
def test_a_kind_that_was_switched_off_is_left_out(
    cooperative: Cooperative, treasurer: User, manager: User, kind: str
) -> None:
    dated_file(cooperative, by=manager)
    suspended_file(cooperative, by=manager)
    choose_reminders(kinds=set(BY_KIND) - {kind}, among=set(BY_KIND), by=treasurer)
    send_digest(user=treasurer, on=today())
    assert kinds_in(mail.outbox[0].body) == set(BY_KIND) - {kind}


def test_all_kinds_switched_off_send_nothing(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    dated_file(cooperative, by=manager)
    choose_reminders(kinds=(), among=set(BY_KIND), by=treasurer)
    assert send_digest(user=treasurer, on=today()) is Outcome.NOTHING


@pytest.mark.parametrize("language", ["en", "es-mx", "pt-br"])
def test_the_mail_is_in_the_language_of_the_person(
    cooperative: Cooperative, treasurer: User, manager: User, language: str
) -> None:
    dated_file(cooperative, by=manager)
    User.objects.filter(pk=treasurer.pk).update(language=language)
    run()
    with translation.override(language):
        due = day(in_days(8))
    assert due in texts()[treasurer.email]


def test_who_chose_no_language_is_written_to_in_that_of_the_cooperative(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    Cooperative.objects.filter(pk=cooperative.pk).update(language="pt-br")
    assert (language_of(treasurer), language_of(manager)) == ("pt-br", "en")
    treasurer.language = "es-mx"
    assert language_of(treasurer) == "es-mx"


def test_the_mail_is_plain_and_links_to_whole_addresses(
    cooperative: Cooperative, treasurer: User, manager: User, settings: Any
) -> None:
    settings.SITE_URL = "https://beneficio.example.org"
    cooperative.short_name = "Triunfo & Hijas <1>"
    cooperative.save()
    dated_file(cooperative, by=manager)
    User.objects.filter(pk=treasurer.pk).update(language="en")
    send_digest(user=treasurer, on=today())
    (message,) = mail.outbox
    assert "Triunfo & Hijas <1>" in message.body
    assert "https://beneficio.example.org/cooperatives/triunfo/" in message.body
    address = f"https://beneficio.example.org{reverse('certification:reminders')}"
    assert address in message.body
    assert message.extra_headers["List-Unsubscribe"] == f"<{address}>"
    assert not re.search(r"\n\n\n|[ \t]\n", message.body), message.body
    assert message.from_email == settings.DEFAULT_FROM_EMAIL


def test_a_second_run_in_the_week_sends_nothing(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    dated_file(cooperative, by=manager)
    assert "sent: 2, sent before: 0" in run()
    assert "sent: 0, sent before: 2" in run()
    assert len(mail.outbox) == 2
    monday = today() - dt.timedelta(days=today().weekday())
    assert set(ReminderDigest.objects.values_list("week_on", flat=True)) == {monday}


def test_a_digest_comes_again_the_week_after(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    dated_file(cooperative, by=manager)
    week = [send_digest(user=treasurer, on=dt.date(2013, 5, 6) + dt.timedelta(days=days)) for days in (0, 6, 7)]
    assert week == [Outcome.NOTHING] * 3  # nothing is near then
    assert send_digest(user=treasurer, on=today()) is Outcome.SENT
    assert send_digest(user=treasurer, on=in_days(7)) is Outcome.SENT


def test_a_mail_that_fails_keeps_no_other_and_is_tried_again(
    cooperative: Cooperative, treasurer: User, manager: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = "tests.certification.test_reminders.Refusing"
    monkeypatch.setattr(Refusing, "refused", treasurer.email)
    dated_file(cooperative, by=manager)
    said = StringIO()
    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("send_reminders", stdout=said, stderr=said)
    assert f"{treasurer.email}: not sent, will be tried again next time (no mail server)" in said.getvalue()
    assert set(texts()) == {manager.email}
    assert not ReminderDigest.objects.filter(user=treasurer).exists()
    monkeypatch.setattr(Refusing, "refused", "")
    assert "sent: 1, sent before: 1" in run()
    assert set(texts()) == {manager.email, treasurer.email}


def test_invented_people_are_written_to_only_when_asked(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    dated_file(cooperative, by=manager)
    User.objects.update(is_example=True)
    assert "sent: 0" in run()
    assert "sent: 2" in run(examples=True)
    assert ReminderDigest.objects.filter(is_example=True).count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_the_same_moment_send_one_mail(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    dated_file(cooperative, by=manager)

    def at_once(work: Callable[[], Any], times: int) -> list[Any]:
        start = threading.Barrier(times)

        def one(_number: int) -> Any:
            start.wait()
            try:
                return work()
            finally:
                connection.close()

        with ThreadPoolExecutor(times) as pool:
            return list(pool.map(one, range(times)))

    outcomes = at_once(lambda: send_digest(user=treasurer, on=today()), 8)
    assert sorted(outcome.name for outcome in outcomes) == ["ALREADY"] * 7 + ["SENT"]
    assert len(mail.outbox) == 1
    assert ReminderDigest.objects.count() == 1


# The page -------------------------------------------------------------------------------------------------------------


def test_reminders_are_switched_off_and_on(signed_in: Client, treasurer: User) -> None:
    url = reverse("certification:reminders")
    response = signed_in.get(url)
    assert response.context["form"].initial["kinds"] == [kind.value for kind in ReminderKind]
    assert treasurer.email in response.content.decode()
    response = signed_in.post(url, {"kinds": ["audit", "measure"]}, follow=True)
    assert "Saved" in response.content.decode()
    assert set(treasurer.reminder_opt_outs.values_list("kind", flat=True)) == {"certificate", "suspension"}
    signed_in.post(url, {"kinds": ["certificate"]})
    assert set(treasurer.reminder_opt_outs.values_list("kind", flat=True)) == {"audit", "measure", "suspension"}
    labels = ReminderOptOut.pgh_event_model.objects.values_list("pgh_label", flat=True)
    assert sorted(labels) == ["delete", "insert", "insert", "insert", "insert"]


@pytest.mark.as_person("oversight")
def test_reminders_ask_only_for_the_kinds_one_gets(signed_in: Client, oversight: User) -> None:
    ReminderOptOut.objects.create(user=oversight, kind="audit")  # from a role before
    url = reverse("certification:reminders")
    assert [key for key, _label in signed_in.get(url).context["form"].fields["kinds"].choices] == ["measure"]
    signed_in.post(url, {"kinds": []})
    assert set(oversight.reminder_opt_outs.values_list("kind", flat=True)) == {"audit", "measure"}


def test_reminders_that_do_not_exist_are_refused(signed_in: Client, treasurer: User) -> None:
    response = signed_in.post(reverse("certification:reminders"), {"kinds": ["nonsense"]})
    assert response.status_code == 422
    assert "nonsense" in response.content.decode()
    assert not treasurer.reminder_opt_outs.exists()


def test_reminders_for_a_person_without_such_a_role_say_so(client: Client) -> None:
    client.force_login(factories.UserFactory.create())
    assert "No reminders for you" in client.get(reverse("certification:reminders")).content.decode()


def test_reminders_accept_no_other_method(signed_in: Client) -> None:
    assert signed_in.put(reverse("certification:reminders")).status_code == 405


def test_reminders_ask_few_queries(signed_in: Client, treasurer: User, django_assert_num_queries: Any) -> None:
    signed_in.get(reverse("certification:reminders"))
    with django_assert_num_queries(8):
        signed_in.get(reverse("certification:reminders"))


def test_reminders_are_linked_from_every_page(signed_in: Client) -> None:
    assert reverse("certification:reminders") in signed_in.get(reverse("styleguide")).content.decode()
