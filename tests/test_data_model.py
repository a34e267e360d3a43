"""The diagrams of docs/data-model.md show the models as they are."""

from pathlib import Path

from overview.management.commands.data_model import with_diagrams


def test_data_model_document_is_up_to_date() -> None:
    path = Path(__file__).resolve().parent.parent / "docs" / "data-model.md"
    assert with_diagrams(path.read_text()) == path.read_text(), "run `manage.py data_model`"
