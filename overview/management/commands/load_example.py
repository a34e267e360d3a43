"""`manage.py load_example`: a small invented world on top of the reference data, and how to sign in to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.errors import Refused
from overview.actions.load_example import load_example, sign_ins


class Command(BaseCommand):
    """Loads the example once and says who can sign in."""

    help = "Load invented figures for 2012 to 2015, marked as examples; clear_example removes them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, then print one sign-in for each kind of person."""
        try:
            is_new = load_example()
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["verbosity"] == 0:
            return
        self.stdout.write("The example is loaded." if is_new else "The example is there already; nothing was changed.")
        for person in sign_ins():
            what = f"{person.role}, {person.where}" if person.where else person.role
            self.stdout.write(f"  {person.email}  password: {person.password}  ({person.name}: {what})")
        if not settings.TRIAL:
            self.stdout.write(
                "The sign-in page shows these passwords to everybody who can open it, also the administrator's. "
                "Remove the example before real people use this site: manage.py clear_example"
            )
