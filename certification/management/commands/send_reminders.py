"""`manage.py send_reminders`: the weekly digest of certification dates, by mail."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from certification.actions.remind import Outcome, send_digest
from cooperatives.models import User


class Command(BaseCommand):
    """Run it once a day or a week: a person gets one digest a week. Exit status 1 when a mail failed."""

    help = "Sends each person the digest of this week, unless it went out already or there is nothing to say."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--examples` to write to the invented people as well, for a try on one's own machine."""
        parser.add_argument("--examples", action="store_true")

    def handle(self, *, examples: bool, **options: Any) -> None:
        """Person by person; one mail that fails keeps no other from leaving."""
        today, done, failed = timezone.localdate(), Counter[Outcome](), 0
        for user in self.people(examples=examples):
            try:
                outcome = send_digest(user=user, on=today)
            except OSError as error:  # what a mail server that refuses or can't be reached raises
                failed += 1
                self.stderr.write(f"{user.email}: not sent, will be tried again next time ({error})")
                continue
            done[outcome] += 1
            if outcome is Outcome.SENT:
                self.stdout.write(f"{user.email}: sent")
        counts = ", ".join(f"{outcome.value}: {done[outcome]}" for outcome in Outcome)
        self.stdout.write(f"Digests of the week: {counts}, failed: {failed}.")
        if failed:
            raise CommandError(f"{failed} mails could not be sent. They are tried again at the next run.")

    def people(self, *, examples: bool) -> Any:
        """Whoever may sign in and has a role now."""
        has_role = Q(staff_assignments__ended_at__isnull=True, staff_assignments__isnull=False) | Q(
            programme_assignments__ended_at__isnull=True, programme_assignments__isnull=False
        )
        people = User.objects.filter(has_role, is_active=True).order_by("pk").distinct()
        return people if examples else people.filter(is_example=False)
