"""Refusals: what the software says when a rule forbids something.

A rule is kept by the database (a constraint, or a trigger declared as a `Rule`). Actions check it first, under a
lock, and raise `Refused` with the numbers. Whatever still reaches the database is refused there and put into words by
`explain`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pgtrigger
from django.apps import apps
from django.db import Error as DatabaseError
from django.db import models, transaction
from django.utils.translation import gettext as _


class Refused(Exception):
    """A rule forbids what was asked. The text is for the person: which rule, which numbers, what to do."""


class Rule(pgtrigger.Trigger):  # type: ignore[misc]
    """A trigger that refuses, with a sentence for the person.

    Its SQL raises a `check_violation` that carries the rule's name, see `refuse_when`, so that `explain` finds the
    sentence from the error alone.
    """

    def __init__(self, *, sentence: Any, **options: Any) -> None:
        super().__init__(**options)
        self.sentence = sentence


def refuse_when(condition: str, rule: str) -> str:
    """PL/pgSQL that refuses under the name `rule` when `condition` holds (null does not hold)."""
    return (
        f"IF ({condition}) THEN RAISE EXCEPTION '{rule}' "
        f"USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}'; END IF;"
    )


@cache
def _sentences() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.violation_error_message != constraint.default_violation_error_message:
                found[constraint.name] = constraint.violation_error_message
        for trigger in getattr(model._meta, "triggers", []):
            if isinstance(trigger, Rule):
                found[str(trigger.name)] = trigger.sentence
    return found


def broken_rule(error: DatabaseError) -> str:
    """The name of the constraint or rule that `error` reports, or an empty text."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return str(getattr(diagnosis, "constraint_name", None) or "")


def explain(error: DatabaseError) -> str:
    """The sentence for the person when the database refused; a general one when the rule has none of its own."""
    sentence = _sentences().get(broken_rule(error))
    if sentence is None:
        return _("This goes against a rule of the records, so nothing was saved.")
    return str(sentence)


def sentence_of(constraint: models.BaseConstraint) -> str:
    """The sentence of one constraint."""
    return str(constraint.get_violation_error_message())


@contextmanager
def in_words() -> Iterator[None]:
    """A transaction; what the database refuses in it comes out as a sentence."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error
