"""`manage.py migrate`: Django's own, which then brings row-level security to the tables as they are now."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS

from config.row_security import NoRole
from overview.row_security import build


class Command(migrate.Command):
    """Django's migrate, and after it the second wall."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Refused with the statements to run when the connecting role may not make the wall's role."""
        super().handle(*args, **options)
        only_shown = options["plan"] or options["check_unapplied"]
        if only_shown or options["database"] != DEFAULT_DB_ALIAS or not settings.ROW_SECURITY:
            return
        try:
            changed = build()
        except NoRole as error:
            raise CommandError(str(error)) from error
        if options["verbosity"] and changed:
            self.stdout.write(f"Row-level security: {changed} tables and triggers brought up to date.")
