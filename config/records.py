"""What every row of ours has, and how pairs of columns belong together."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when


class Record(models.Model):
    """A row of the programme's records. `is_example` marks invented rows, which `clear_example` removes."""

    is_example: models.BooleanField[bool, bool] = models.BooleanField(_("example"), default=False, editable=False)

    class Meta:
        abstract = True


def together(name: str, *fields: str) -> models.CheckConstraint:
    """All of `fields` are set, or none: a timestamp never stands without its actor."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__isnull": True for field in fields})
        | Q(**{f"{field}__isnull": False for field in fields}),
        name=name,
        violation_error_message=_("Who and when are recorded together, or not at all."),
    )


def fixed(name: str, *columns: str, sentence: Any) -> Rule:
    """These columns stay as they were first written."""
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)
    return Rule(
        name=name,
        sentence=sentence,
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(*columns),
        func=refuse_when(changed, name) + " RETURN NEW;",
    )


def never_deleted(name: str) -> Rule:
    """Rows with a history are voided or closed, never deleted."""
    return Rule(
        name=name,
        sentence=_("Nothing that has a history is deleted. Void it or close it instead."),
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func=refuse_when("true", name) + " RETURN OLD;",
    )


def same_cooperative(name: str, column: str, table: str) -> Rule:
    """The row that `column` points to in `table` belongs to the same co-op as this row."""
    lookup = f"(SELECT cooperative_id FROM {table} WHERE id = NEW.{column})"
    return Rule(
        name=name,
        sentence=_("These two records belong to different co-ops, so they cannot be joined."),
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column, "cooperative_id"),
        func=refuse_when(f"NEW.{column} IS NOT NULL AND {lookup} <> NEW.cooperative_id", name) + " RETURN NEW;",
    )
