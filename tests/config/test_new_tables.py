"""A new database is made in one step per app; it must be the one that the single steps of the past make."""

from typing import Any

import pgtrigger
import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState
from django.db.migrations.writer import MigrationWriter
from django.db.models import Field

OURS = {"cooperatives", "premiums", "trainings", "certification"}


def described(state: ModelState) -> dict[str, Any]:
    options = dict(state.options)
    triggers = {trigger.name: trigger for trigger in options.pop("triggers", [])}
    constraints = {rule.name: rule.deconstruct() for rule in options.pop("constraints", [])}
    indexes = {index.name: index.deconstruct() for index in options.pop("indexes", [])}
    fields = {name: written(field) for name, field in state.fields.items()}
    return {"fields": fields, "triggers": triggers, "constraints": constraints, "indexes": indexes, "options": options}


def written(field: Field) -> str:
    """The field as a migration writes it: a field within a field has no equality of its own."""
    text: str = MigrationWriter.serialize(field)[0]
    return text


def models(*, replace_migrations: bool) -> dict[tuple[str, str], dict[str, Any]]:
    state = MigrationLoader(None, replace_migrations=replace_migrations).project_state()
    return {key: described(model) for key, model in state.models.items() if key[0] in OURS}


def test_squashed_migrations_make_the_same_models_as_the_single_steps() -> None:
    squashed, stepwise = models(replace_migrations=True), models(replace_migrations=False)

    assert squashed.keys() == stepwise.keys()
    for key, model in squashed.items():
        assert model == stepwise[key], key


@pytest.mark.django_db
def test_every_trigger_of_the_models_is_in_the_database() -> None:
    wanted = {trigger.get_pgid(model) for model, trigger in pgtrigger.registered()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        there = {name for (name,) in cursor.fetchall()}

    assert len(wanted) > 400
    assert wanted <= there
