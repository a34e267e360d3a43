#!/usr/bin/env python
"""Django's command line."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import NotSupportedError, OperationalError

from config import database


def main() -> None:
    """Run one command. A database out of reach or a missing setting ends in one sentence, not in a stack trace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except NotSupportedError as error:
        sys.exit(f"{error} Point DATABASE_URL to a newer server, or leave it empty for the embedded one.")
    except OperationalError as error:
        sys.exit(database.sentence(error))


if __name__ == "__main__":
    main()
