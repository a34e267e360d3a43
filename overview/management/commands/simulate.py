"""`manage.py simulate`: an invented world of any size in an empty database, to measure with."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.errors import Refused
from overview.actions.simulate.organisations import MANAGER, oversight_email, treasurer_email
from overview.actions.simulate.simulate import settle, simulate
from overview.actions.simulate.world import Size

BAR = 30


class Command(BaseCommand):
    """Fills an empty database; a progress bar for each table on a terminal, a line elsewhere."""

    help = "Fill an empty database with an invented, consistent world of this size; every row is marked as example."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Three numbers, whether people can sign in, whether the history is filled too."""
        parser.add_argument("--cooperatives", type=int, default=200)
        parser.add_argument("--expenses", type=int, help="default: 2500 a co-op")
        parser.add_argument("--attendance", type=int, help="default: 2500 a co-op")
        parser.add_argument("--password", help="with it the invented people can sign in; without it nobody can")
        parser.add_argument("--history", action="store_true", help="also write that every expense was created")

    def handle(self, *, cooperatives: int, expenses: int | None, attendance: int | None, **options: Any) -> None:
        """Fill, then say how long it took."""
        every = 2500 * cooperatives
        size = Size(cooperatives, every if expenses is None else expenses, every if attendance is None else attendance)
        began = self.told = time.monotonic()
        try:
            how = simulate(size, self.tell, password=options["password"], with_history=options["history"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        settle()
        self.stdout.write(f"Done in {time.monotonic() - began:.0f} s. Triggers were {how} during the load.")
        self.stdout.write(f"People: {MANAGER}, {treasurer_email(0)} …, {oversight_email(0)} …")

    def tell(self, what: str, done: int, expected: int) -> None:
        """Draw the bar, at most five times a second."""
        is_over = done == expected
        if not self.stdout.isatty():
            if is_over:
                self.stdout.write(f"{what}: {done:,}")
            return
        if not is_over and time.monotonic() - self.told < 0.2:
            return
        self.told = time.monotonic()
        full = BAR * done // expected if expected else BAR
        bar = f"\r[{'#' * full}{'.' * (BAR - full)}] {what}: {done:,}"
        self.stdout.write(f"{bar:<78}", ending="\n" if is_over else "")
        self.stdout.flush()
