"""`manage.py verify_ledger`: prove that every total equals its rows, or say what differs."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError

from premiums.models import Activity, Expense, Fund, Resolution
from premiums.reports.ledger import CHECKS, differences


class Command(BaseCommand):
    """Exit status 0 when nothing differs, 1 otherwise, with a line for each difference."""

    help = "Recomputes every total, vote and state of the ledger from the rows and says what differs."

    def handle(self, **options: Any) -> None:
        """Print the differences, or that there are none, with what was looked at."""
        found = [str(difference) for difference in differences()]
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"The ledger does not agree with its rows: {len(found)} differences.")
        counts = ", ".join(
            f"{model.objects.count()} {model._meta.verbose_name_plural}"
            for model in (Fund, Activity, Resolution, Expense)
        )
        self.stdout.write(f"The ledger agrees with its rows ({len(CHECKS)} checks over {counts}).")
