"""Reminders by mail: the weekly digest of one person, and which kinds they want."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import Enum

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from certification.models import ReminderDigest, ReminderOptOut
from certification.models.reminders import ReminderKind
from certification.reports.reminders import Digest, digest_for
from cooperatives.models import User


class Outcome(Enum):
    """What became of a digest."""

    SENT = "sent"
    ALREADY = "sent before"
    NOTHING = "nothing to say"


def send_digest(*, user: User, on: dt.date) -> Outcome:
    """Send a person the digest of the week of `on`, in their language; once, whoever else sends at the same time.

    Its row is written before the mail leaves, in one transaction that holds the person: a mail that fails raises
    OSError and takes the row back, so that the next run tries again.
    """
    week_on = on - dt.timedelta(days=on.weekday())
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).get(pk=user.pk)
        if ReminderDigest.objects.filter(user=person, week_on=week_on).exists():
            return Outcome.ALREADY
        digest = digest_for(person, on=on) if person.is_active else Digest(())
        if not digest.count:
            return Outcome.NOTHING
        ReminderDigest.objects.create(
            user=person,
            week_on=week_on,
            sent_at=timezone.now(),
            items=digest.count,
            is_example=person.is_example,
        )
        with translation.override(language_of(person)):
            _mail(person, digest, on).send()
        return Outcome.SENT


def choose_reminders(*, kinds: Collection[str], among: Collection[str], by: User) -> None:
    """The person wants reminders of `kinds`, and none of the others `among` those they were asked about."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
        off = set(ReminderOptOut.objects.filter(user=by).values_list("kind", flat=True))
        for kind in set(among) & off & set(kinds):
            ReminderOptOut.objects.filter(user=by, kind=kind).delete()
        for kind in set(among) - off - set(kinds):
            ReminderOptOut.objects.create(user=by, kind=ReminderKind(kind), is_example=by.is_example)


def language_of(user: User) -> str:
    """The language a person chose; before they chose one that of their co-op, else the site's."""
    if user.language:
        return user.language
    own = user.staff_assignments.filter(ended_at__isnull=True).values_list("cooperative__language", flat=True)
    return own.order_by("pk").first() or settings.LANGUAGE_CODE


def _mail(user: User, digest: Digest, on: dt.date) -> EmailMessage:
    subject = ngettext(
        "Certification: %(count)s date to keep in mind", "Certification: %(count)s dates to keep in mind", digest.count
    )
    address = f"{settings.SITE_URL}{reverse('certification:reminders')}"
    context = {"person": user, "digest": digest, "on": on, "site": settings.SITE_URL, "reminders_url": address}
    body = render_to_string("certification/reminder_digest.txt", context)
    headers = {"List-Unsubscribe": f"<{address}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject % {"count": digest.count}, body, to=[user.email], headers=headers)
