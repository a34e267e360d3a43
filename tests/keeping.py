"""What is loaded once for all tests of a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.utils import translation


def keep(blocker: Any, *loads: Callable[[], object]) -> Iterator[None]:
    """For a fixture of a module: what a test changes is taken back after it, and what was loaded after the last one.

    Every test of the module that opens the database sees it, so all of them should ask for it, and none may commit.
    """
    with blocker.unblock(), translation.override("en"), transaction.atomic():
        for load in loads:
            load()
        yield
        transaction.set_rollback(True)
