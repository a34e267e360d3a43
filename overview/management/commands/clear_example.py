"""`manage.py clear_example`: remove the example, after saying what goes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.errors import Refused
from overview.actions.clear_example import Found, clear_example, find_example


class Command(BaseCommand):
    """Says what would go, asks, and removes it."""

    help = "Remove every example row and what hangs on it; the reference data stays as it was."

    def add_arguments(self, parser: CommandParser) -> None:
        """Two names for the same wish: do not ask."""
        parser.add_argument("--yes", "--no-input", "--noinput", action="store_true", dest="yes", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, ask, remove."""
        found = find_example()
        if not found.rows:
            self.stdout.write("There are no examples here.")
            return
        self.announce(found)
        if not options["yes"] and not agreed():
            raise CommandError("Nothing was removed.")
        try:
            removed = clear_example()
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Removed {removed.total} rows and {len(removed.files)} files.")

    def announce(self, found: Found) -> None:
        """One line a table, then what is not invented and goes or stays all the same."""
        self.stdout.write("These rows will be removed:")
        for name, count in found.counts():
            self.stdout.write(f"  {name}: {count}")
        if found.real:
            self.stdout.write("Among them are rows that are NOT examples, because they hang on example rows:")
            for name, count in found.counts(only_real=True):
                self.stdout.write(f"  {name}: {count}")
        if found.changes_that_stay:
            self.stdout.write(
                f"Changes that example people made to other records stay: {found.changes_that_stay}. "
                "See the history of those records."
            )


def agreed() -> bool:
    """Whether the person at the keyboard says yes; nobody there means no."""
    try:
        return input("Type yes to remove them: ").strip().lower() == "yes"
    except EOFError:
        return False
