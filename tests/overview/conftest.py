"""The example, for the tests about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from overview.actions.clear_example import Found, clear_example
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme
from tests.conftest import QUICK_HASHERS
from tests.keeping import keep


@pytest.fixture(scope="module")
def kept_example(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The reference data with the example on top, loaded once for a module; gives the folder with its files."""
    folder = tmp_path_factory.mktemp("example")

    def load() -> None:
        with override_settings(MEDIA_ROOT=str(folder), PASSWORD_HASHERS=QUICK_HASHERS):
            load_programme()
            load_example()

    for _ in keep(django_db_blocker, load):
        yield folder


@pytest.fixture
def example(kept_example: Path, db: None, own_files: None) -> None:
    """The reference data with the example on top, and the files where this test looks for them."""
    shutil.copytree(kept_example, settings.MEDIA_ROOT, dirs_exist_ok=True)


@pytest.fixture
def clear(django_capture_on_commit_callbacks: Any) -> Callable[[], Found]:
    """Removes the example as a command would, files included."""

    def run() -> Found:
        with django_capture_on_commit_callbacks(execute=True):
            return clear_example()

    return run
