"""`manage.py doctor`: in one page, whether this installation is sound."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from overview.reports.soundness import State, look

MARKS = {State.GOOD: "✓", State.WARN: "!", State.BAD: "✗"}


class Command(BaseCommand):
    """Exit status 0 when nothing is unsound, 1 otherwise."""

    help = "Says in one page whether this installation is sound: database, files, mail, clock, backups, protection."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The language of the page."""
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("--language", choices=languages, default=settings.LANGUAGE_CODE)

    def handle(self, *, language: str, **options: Any) -> None:
        """Ask everything, a line each."""
        with translation.override(language):
            findings = list(look())
            wide = max(len(finding.what) for finding in findings)
            for finding in findings:
                self.stdout.write(f"{MARKS[finding.state]} {finding.what:<{wide}}  {finding.sentence}")
            bad = sum(finding.state is State.BAD for finding in findings)
            if bad:
                raise CommandError(
                    ngettext(
                        "This installation is not sound: %(count)d thing to mend.",
                        "This installation is not sound: %(count)d things to mend.",
                        bad,
                    )
                    % {"count": bad}
                )
            self.stdout.write(_("This installation is sound."))
