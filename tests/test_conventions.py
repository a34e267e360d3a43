"""The house rules that a machine can check."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from cooperatives.models import DataRead

ROOT = Path(__file__).resolve().parent.parent
OURS = ("cooperatives", "trainings", "premiums", "certification", "overview", "config")
FORBIDDEN_NAMES = {"services", "selectors", "managers", "utils", "helpers", "common", "core"}
KEYS = {"slug": "some-cooperative", "programme": "some-programme", "pk": 1, "key": "x", "section": 1}


def our_files(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from routes(pattern, space)
        elif pattern.name:
            yield f"{prefix}{pattern.name}", pattern


OUR_ROUTES = [
    (name, pattern)
    for name, pattern in routes()
    if str(pattern.callback.__module__).split(".")[0] in OURS[:-1] and not name.startswith("admin:")
]
OPEN_ROUTES = {
    "invitation_accept",
    "language",
    "premiums:service_worker",
    "premiums:web_manifest",
    "trainings:training_feed",
}


def address(name: str, pattern: URLPattern) -> str:
    keys = {
        key: "2b0e7c5e-8d7c-4d2c-9a55-0f6f0b6a7c11" if "uuid" in str(pattern.pattern) else KEYS[key]
        for key in pattern.pattern.converters
    }
    return reverse(name, kwargs=keys)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "pattern"), OUR_ROUTES, ids=[name for name, _ in OUR_ROUTES])
def test_every_route_is_closed_to_the_anonymous(client: Client, name: str, pattern: URLPattern) -> None:
    if name in OPEN_ROUTES:
        pytest.skip("open to everybody, and says so in its view")
    for send in (client.get, client.post):
        response = send(address(name, pattern))
        assert response.status_code == 302, name
        assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("name", "pattern"), OUR_ROUTES, ids=[name for name, _ in OUR_ROUTES])
def test_every_route_names_a_permission(name: str, pattern: URLPattern) -> None:
    if name in OPEN_ROUTES:
        pytest.skip("open to everybody, and says so in its view")
    assert hasattr(pattern.callback, "permission") or getattr(pattern.callback, "for_everybody", False), name


@pytest.mark.parametrize(("name", "pattern"), OUR_ROUTES, ids=[name for name, _ in OUR_ROUTES])
def test_one_stem_for_url_view_template_and_tests(name: str, pattern: URLPattern) -> None:
    stem = name.rpartition(":")[2]
    assert pattern.callback.__name__ == stem
    app = pattern.callback.__module__.split(".")[0]
    source = "\n".join(path.read_text() for path in our_files(f"{app}/views*"))
    renders = f'"{app}/{stem}.html"' in source
    assert not renders or (ROOT / "templates" / app / f"{stem}.html").exists()
    tests = "\n".join(path.read_text() for path in our_files("tests/**/*.py"))
    assert re.search(rf"def test_{stem}_", tests), f"no test is named after {stem}"


@pytest.mark.parametrize(("name", "pattern"), OUR_ROUTES, ids=[name for name, _ in OUR_ROUTES])
def test_every_keyed_route_has_an_outsider_case(name: str, pattern: URLPattern) -> None:
    if not pattern.pattern.converters:
        pytest.skip("no key")
    stem = name.rpartition(":")[2]
    tests = "\n".join(path.read_text() for path in our_files("tests/**/*.py"))
    of_another = re.search(rf"def test_{stem}\w*(another_cooperative|outsider)\w*", tests)
    parametrized = re.search(rf"(WRITES|view)[^\n]*\"{stem}\"", tests)
    assert of_another or parametrized, f"no test shows {stem} to an outsider"


OUR_MODELS = [model for model in apps.get_models() if model._meta.app_label in OURS]
RECORDS = [model for model in OUR_MODELS if not (hasattr(model, "pgh_tracked_model") or model._meta.proxy)]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_at_has_its_by_set_together(model: type[models.Model]) -> None:
    fields = {field.name for field in model._meta.get_fields()}
    for name in fields:
        stem, _, ending = name.rpartition("_")
        if ending == "at" and f"{stem}_by" in fields:
            field = model._meta.get_field(name)
            together = any(
                {f"{stem}_at__isnull", f"{stem}_by__isnull"} <= set(re.findall(r"\w+__isnull", str(constraint)))
                for constraint in model._meta.constraints
            )
            assert together or not field.null, f"{model.__name__}.{name} needs its constraint"
        if ending == "by":
            assert f"{stem}_at" in fields, f"{model.__name__}.{name} has no time"


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_is_tracked_and_can_be_an_example(model: type[models.Model]) -> None:
    if model._meta.auto_created or model._meta.proxy or "_" in model.__name__:
        pytest.skip("made by Django")
    tracked = {getattr(event, "pgh_tracked_model", None) for event in OUR_MODELS}
    assert model in tracked or model is DataRead, "not tracked by pghistory"  # DataRead is only added to
    assert any(field.name == "is_example" for field in model._meta.get_fields())


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_deletion_never_cascades(model: type[models.Model]) -> None:
    if model._meta.auto_created or model._meta.proxy:
        pytest.skip("made by Django")
    for field in model._meta.get_fields():
        if isinstance(field, models.ForeignKey):
            assert field.remote_field.on_delete is models.PROTECT, f"{model.__name__}.{field.name}"


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_constraint_has_a_sentence_of_its_own(model: type[models.Model]) -> None:
    for constraint in model._meta.constraints:
        assert constraint.violation_error_message != constraint.default_violation_error_message, constraint.name


def test_no_python_file_is_longer_than_400_lines() -> None:
    code = [path for path in our_files("*.py") if "migrations" not in path.parts and "tests" not in path.parts]
    assert not [path.name for path in code if len(path.read_text().splitlines()) > 400]


def test_files_are_named_after_the_business() -> None:
    code = [path for path in our_files("*.py") if path.relative_to(ROOT).parts[0] in OURS]
    assert not [path for path in code if FORBIDDEN_NAMES & {path.stem, *path.relative_to(ROOT).parts[:-1]}]


def test_init_files_are_empty_but_where_django_looks_for_names() -> None:
    inits = [path for path in our_files("*__init__.py") if path.parent.name not in ("models", "admin")]
    assert not [path for path in inits if path.read_text().strip()]


def test_migrations_are_named_by_hand() -> None:
    assert not [path.name for path in our_files("*/migrations/*.py") if "_auto_" in path.name]


def test_templates_hold_no_inline_script_or_style() -> None:
    for path in our_files("templates/*.html", "templates/**/*.html"):
        text = path.read_text()
        assert not re.search(r"\sstyle=|<style|\son\w+=\"", text), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path


def test_every_blocktranslate_is_trimmed() -> None:
    for path in our_files("templates/*.html", "templates/**/*.html"):
        for tag in re.findall(r"{%\s*blocktrans(?:late)?\b[^%]*%}", path.read_text()):
            assert "trimmed" in tag, (path, tag)


def test_every_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    named = [number for number, line in enumerate(lines) if re.match(r'    "[a-z]', line) and "[tool" not in line]
    until = next(number for number, line in enumerate(lines) if line.startswith("[tool."))
    unexplained = [lines[n] for n in named if n < until and not lines[n - 1].strip().startswith("#")]
    known = {"pytest", "pytest-django", "factory-boy", "ruff", "mypy"}
    assert not [line for line in unexplained if re.sub(r"[^a-z-].*", "", line.strip().strip('"')) not in known]


def test_locks_name_no_address_and_carry_hashes() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "://" not in text
        pinned = re.findall(r"^[a-z][\w.-]*(?:\[[\w,]+\])?==", text, re.MULTILINE)
        assert len(pinned) > 20
        for block in re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]:
            assert "--hash=sha256:" in block


def test_every_address_that_templates_name_exists() -> None:
    names = {name for name, _pattern in routes()}
    for path in our_files("templates/*.html", "templates/**/*.html"):
        for name in re.findall(r"{%\s*url \"([\w:]+)\"", path.read_text()):
            if name.startswith("admin:"):
                continue
            assert name in names, (path, name)
            with pytest.raises(NoReverseMatch):
                reverse(f"{name}-that-is-not-there")
