"""Keeping the modules of the tracks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from config.errors import in_words
from cooperatives.models import User
from trainings.models import Module


def keep_module(*, module: Module | None = None, typed: Mapping[str, Any], by: User) -> Module:
    """A new module, or what changed in one. Refused: a title the track already has."""
    row = module or Module(is_example=by.is_example)
    for column, value in typed.items():
        setattr(row, column, value)
    with in_words():
        row.save()
    return row
