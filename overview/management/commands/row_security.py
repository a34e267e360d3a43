"""`manage.py row_security`: build or check the second wall."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.row_security import NoRole, role_name
from overview.row_security import build, faults


class Command(BaseCommand):
    """Bring row-level security to what overview/row_security.py declares; `migrate` does it too."""

    help = "Bring row-level security to what is declared (--check: only say what differs)."

    def add_arguments(self, parser: CommandParser) -> None:
        """One option."""
        parser.add_argument("--check", action="store_true", help="change nothing, exit with 1 when something differs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refused when something differs and only checking was asked for, or when the role can't be made."""
        if not settings.ROW_SECURITY:
            self.stdout.write("Row-level security is turned off (ROW_SECURITY=no): the pages alone keep co-ops apart.")
            return
        if options["check"]:
            if found := faults():
                raise CommandError("\n".join(found))
            self.stdout.write(f"Row-level security stands, under the role {role_name()}.")
            return
        try:
            changed = build()
        except NoRole as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Row-level security stands: {changed} tables and triggers brought up to date.")
