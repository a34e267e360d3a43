"""`manage.py load_programme`: what is known of the programmes and the co-ops, from the data files."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from overview.actions.load_programme import load_programme


class Command(BaseCommand):
    """Loads the data files and says what it did."""

    help = (
        "Load the programmes, partners, tracks and co-ops with their sources. Running it again changes nothing; "
        "records corrected since are kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One option."""
        parser.add_argument("--update", action="store_true", help="set corrected records back to the data files")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the load and print one line a model, then what differs from the files."""
        load = load_programme(update=options["update"])
        for tally in load.tallies.values():
            changes = {"new": tally.created, "restored": tally.restored, "kept as corrected": tally.kept}
            said = ", ".join(f"{count} {word}" for word, count in changes.items() if count)
            self.stdout.write(f"{tally.name}: {tally.total} ({said or 'nothing changed'})")
        for remark in load.remarks:
            self.stdout.write(remark)
