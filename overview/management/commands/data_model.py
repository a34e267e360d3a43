"""`manage.py data_model`: write the diagrams of docs/data-model.md from the models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand
from django.db import models

APPS = ("cooperatives", "premiums", "trainings", "certification")
FILE = Path("docs") / "data-model.md"
START, END = "<!-- diagram {app} -->", "<!-- end {app} -->"


class Command(BaseCommand):
    """Keep the diagrams true; a test compares them with the models."""

    help = "Writes the diagrams of docs/data-model.md from the models."

    def handle(self, **options: Any) -> None:
        """Replace each diagram in the file."""
        path = settings.BASE_DIR / FILE
        path.write_text(with_diagrams(path.read_text()))
        self.stdout.write(f"{FILE} is up to date.")


def with_diagrams(text: str) -> str:
    """The text with the diagram of each app between its two marks."""
    for app in APPS:
        start, end = START.format(app=app), END.format(app=app)
        before, rest = text.split(start)
        after = rest.split(end)[1]
        text = f"{before}{start}\n\n```mermaid\n{diagram(app)}\n```\n\n{end}{after}"
    return text


def diagram(app: str) -> str:
    """An entity-relationship diagram of one app in Mermaid's notation: foreign keys as lines, facts as attributes."""
    lines = ["erDiagram"]
    for model in records(app):
        columns = [field for field in model._meta.fields if not field.is_relation and field.name != "id"]
        lines.append(f"    {model.__name__} {{")
        lines += [f"        {kind_of(field)} {field.name}" for field in columns if not _is_translation(field)]
        lines.append("    }")
    for model in records(app):
        for field in model._meta.fields:
            if isinstance(field, models.ForeignKey):
                line = "o|" if field.null else "||"
                many = "o|" if isinstance(field, models.OneToOneField) else "o{"
                lines.append(f"    {field.related_model.__name__} {line}--{many} {model.__name__} : {field.name}")
    return "\n".join(lines)


def records(app: str) -> list[type[models.Model]]:
    """The models of an app that people edit: without the tables of their history."""
    return [model for model in apps.get_app_config(app).get_models() if not hasattr(model, "pgh_tracked_model")]


def kind_of(field: models.Field[Any, Any]) -> str:
    """The type of a column in a word."""
    return field.get_internal_type().removesuffix("Field").lower()


def _is_translation(field: models.Field[Any, Any]) -> bool:
    return field.name.endswith(("_es", "_pt", "_precision"))
