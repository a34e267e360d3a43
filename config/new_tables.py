"""Many tables, columns or triggers in one step of a migration, so that it takes seconds and not minutes.

Django renders the models of a migration's state anew after each step, and pgtrigger does so for each trigger: with
140 models and nine hundred triggers a new database took over a minute of one processor. These steps render once.
`makemigrations` goes on writing single steps; the migrations that bring an existing database up to date have those.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger


class _Together(Operation):
    """Steps that change the state one by one, and the models that are rendered from it once."""

    reversible = True

    def __init__(self, steps: Sequence[Operation]) -> None:
        self.steps = list(steps)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Give what the writer of migrations needs to write this step down."""
        return self.__class__.__name__, [], {"steps": self.steps}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Apply all steps to the state, and let it be rendered when it is next asked for its models."""
        state.__dict__.pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)


class CreateTables(_Together):
    """Create the tables of these steps as they are after all of them.

    `steps` are CreateModel, and for what tables need from each other AddField, AddIndex and AddConstraint on them;
    a step that does anything else in the database has no place here.
    """

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Create each table; foreign keys come after all of them, as the schema editor does it."""
        for name in self._models():
            model = to_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Drop the tables, the last one first."""
        for name in reversed(self._models()):
            model = from_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)

    def describe(self) -> str:
        """Say in a line what the step does."""
        return f"Create {len(self._models())} tables"

    def _models(self) -> list[str]:
        return [step.name for step in self.steps if isinstance(step, CreateModel)]


class AddTriggers(Operation):
    """Install the triggers, each given with the name of its model in small letters; backwards removes them."""

    reversible = True

    def __init__(self, triggers: Sequence[tuple[str, Trigger]]) -> None:
        self.triggers = list(triggers)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Give what the writer of migrations needs to write this step down."""
        return self.__class__.__name__, [], {"triggers": self.triggers}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the triggers to the options of their models; rendered models do not depend on them."""
        for model_name, trigger in self.triggers:
            options = state.models[app_label, model_name].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Install them in their order."""
        for _model_name, trigger in self.triggers:
            # The SQL of pgtrigger is complete; params=None keeps its per cent signs.
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Remove them, the last one first."""
        for _model_name, trigger in reversed(self.triggers):
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        """Say in a line what the step does."""
        return f"Create {len(self.triggers)} triggers"


class AlterFields(_Together):
    """Change many columns in one step: `steps` are AlterField, on models of one app, one field a step."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Change the columns in their order."""
        for step in self.steps:
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Change them back, the last one first."""
        for step in reversed(self.steps):
            step.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say in a line what the step does."""
        return f"Change {len(self.steps)} columns"
