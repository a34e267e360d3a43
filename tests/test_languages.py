"""No English of ours is left on a page, in a file or in a mail for those who read Spanish or Portuguese."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.contrib import admin as django_admin
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, models, transaction
from django.template.base import Lexer, TokenType
from django.test import Client
from django.urls import reverse
from django.utils.functional import Promise

from certification.models import Section
from config.messages import LANGUAGES, PLACEHOLDER, catalog_path, read_catalog
from cooperatives.models import Fact, User
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme
from premiums.models import Rate
from tests.browser.test_accessibility import OPEN, STATES, addresses, keep_a_year
from tests.test_conventions import OUR_MODELS, OURS, ROOT, our_files
from trainings.models import Indicator, Track

SHOWN = ("title", "aria-label", "placeholder", "alt", "data-label", "label")
FAILED = "could not be read:"
# Each language is offered under its own name; "Sex" is a Friday in Portuguese; Django's admin writes the name of its
# picture of a lens itself.
OWN = {"English", "Sex", "Search"}
WORD = re.compile(r"[A-Za-z]{3,}")
# What is the same in every language: names, codes, units.
NAMES = {"beneficio", "csv", "xlsx", "pdf", "zip", "doctype", "html"}


class Texts(HTMLParser):
    """What a reader meets on a page: its texts, and the attributes that are read out or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.silent = 0
        self.english = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style", "code", "pre")
        self.texts |= {" ".join(value.split()) for name, value in attributes if name in SHOWN and value}

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style", "code", "pre")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.add(" ".join(data.split()))


def texts_of(page: str) -> set[str]:
    parser = Texts()
    parser.feed(page)
    return parser.texts


class English:
    """The English texts of ours that read otherwise in a language."""

    def __init__(self, language: str) -> None:
        self.whole: set[str] = set()
        patterns = []
        for message in read_catalog(catalog_path(ROOT, language), language):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            for text, translation in zip(ids, strings, strict=False):
                if not text or not translation or text == translation:
                    continue
                if not PLACEHOLDER.search(text):
                    self.whole.add(text.replace("%%", "%"))
                elif len(WORD.findall(PLACEHOLDER.sub(" ", text))) > 1:
                    parts = [re.escape(part.replace("%%", "%")) for part in PLACEHOLDER.split(text)]
                    patterns.append(".+?".join(parts))
        self.pattern = re.compile("|".join(patterns) or "(?!)")

    def left_in(self, texts: set[str]) -> set[str]:
        """Those of `texts` that are English of ours, also when they begin with a capital."""
        texts = {text for text in texts - OWN if WORD.search(text)}
        return {text for text in texts if text.startswith(FAILED) or self.is_english(text)}

    def is_english(self, text: str) -> bool:
        return bool({text, text[:1].lower() + text[1:]} & self.whole or self.pattern.fullmatch(text))


def admin_addresses() -> Iterator[str]:
    for model in OUR_MODELS:
        if model in django_admin.site._registry:
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            yield from (reverse(f"{name}_changelist"), reverse(f"{name}_add"))


def recorded_texts() -> set[str]:
    """What the rows of shared lists and the facts say in English, which the admin shows as it stands."""
    recorded = set()
    for model in (Fact, Indicator, Rate, Section, Track):
        for row in model._default_manager.all():
            for field in model._meta.concrete_fields:
                if isinstance(value := getattr(row, field.attname), str):
                    recorded.add(" ".join(value.split()))
    return recorded


def texts_behind(client: Client, address: str) -> set[str]:
    """The texts of a page."""
    try:
        with transaction.atomic():  # a page that fails spoils no other
            answer = client.get(address)
    except DatabaseError:
        return {f"{FAILED} {address}"}
    if answer.status_code >= 500:
        return {f"{FAILED} {address}"}
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        return texts_of(answer.content.decode())
    b"".join(answer)  # a file that was read to its end is closed
    return set()  # the columns of a list in a file have stable names, for the programs that read them


@pytest.mark.django_db
@pytest.mark.slow
def test_no_page_in_spanish_or_portuguese_shows_english_of_ours(settings: Any) -> None:
    load_programme()
    load_example()
    keep_a_year()
    recorded = recorded_texts()
    found: dict[str, set[str]] = {}
    seen = 0
    for language in LANGUAGES:
        english = English(language)
        User.objects.update(language=language)
        for who in STATES:
            client = Client(raise_request_exception=False, headers={"accept-language": language})
            client.force_login(User.objects.get(email=f"{who}@example.org"))
            pages = [*addresses(who), "/search/?q=zzz", "/search/?q=cafe", "/attention/queried/"]
            pages += admin_addresses() if who == "admin" else ()
            for address in pages:
                texts = texts_behind(client, address)
                seen += bool(texts)
                for text in english.left_in(texts - recorded):
                    found.setdefault(f"{language}: {text}", set()).add(address)
        stranger = Client(headers={"accept-language": language})
        for address in OPEN:
            for text in english.left_in(texts_behind(stranger, address)):
                found.setdefault(f"{language}: {text}", set()).add(address)
        mail.outbox = []
        stranger.post(reverse("account_reset_password"), {"email": "treasurer@example.org"})
        call_command("send_reminders", examples=True, verbosity=0)
        assert mail.outbox
        for letter in mail.outbox:
            lines = {line.strip(" *-·") for line in (str(letter.subject), *str(letter.body).splitlines())}
            for text in english.left_in(lines):
                found.setdefault(f"{language}: {text}", set()).add("a mail")
    assert seen > 300
    assert not found, "\n".join(
        f"{text}  ({sorted(where)[0]} and {len(where) - 1} more)" for text, where in found.items()
    )


def test_english_that_is_left_is_noticed() -> None:
    english = English("es-mx")
    page = '<title>Board</title><p aria-label="Spending">Registrar</p><p> Checked <b>3</b></p><script>Board</script>'
    assert english.left_in(texts_of(page)) == {"Board", "Spending", "Checked"}
    assert english.is_english("3 activities are spent in full.")
    assert not english.is_english("Tablero")


def is_translated(text: Any) -> bool:
    return isinstance(text, Promise) or not WORD.search(str(text))


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model.__name__)
def test_every_name_of_a_model_is_marked_for_translation(model: type[models.Model]) -> None:
    if "Event" in model.__name__ or model._meta.auto_created or model._meta.proxy:
        pytest.skip("made by a tracker, or named by its model")
    assert is_translated(model._meta.verbose_name)
    assert is_translated(model._meta.verbose_name_plural)
    for field in model._meta.fields:
        if field.name in ("id", "password", "last_login", "is_superuser"):
            continue  # Django's own
        assert is_translated(field.verbose_name), field.name
        assert is_translated(field.help_text), field.name
        for _value, label in field.flatchoices:
            assert is_translated(label) or field.name == "language", (field.name, label)
    for constraint in model._meta.constraints:
        assert is_translated(constraint.violation_error_message), constraint.name


def our_forms() -> list[type[forms.BaseForm]]:
    found = set()
    for app in OURS:
        package = importlib.import_module(app)
        for module in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".forms" in module.name or ".admin" in module.name:
                values = vars(importlib.import_module(module.name)).values()
                found |= {one for one in values if isinstance(one, type) and issubclass(one, forms.BaseForm)}
    return sorted((one for one in found if one.__module__.split(".")[0] in OURS), key=lambda one: one.__qualname__)


@pytest.mark.parametrize("form", our_forms(), ids=lambda form: form.__qualname__)
def test_every_label_and_choice_of_a_form_is_marked_for_translation(form: type[forms.BaseForm]) -> None:
    for name, field in form.base_fields.items():
        assert field.label is None or is_translated(field.label), name
        assert is_translated(field.help_text), name
        choices = getattr(field, "choices", ()) if not isinstance(field, forms.ModelChoiceField) else ()
        for _value, label in choices:
            assert is_translated(label) or "language" in name, (name, label)


def test_every_app_has_a_name_in_each_language() -> None:
    assert all(is_translated(apps.get_app_config(app).verbose_name) for app in OURS if app != "config")


def test_no_word_in_a_template_is_left_unmarked() -> None:
    for path in our_files("templates/*.html", "templates/**/*.html", "templates/**/*.txt"):
        if path.name in ("styleguide.html", "button.html"):
            continue  # sample data; an element whose very name is chosen
        text, inside = "", False
        for token in Lexer(path.read_text()).tokenize():
            if token.token_type == TokenType.BLOCK:
                tag = token.contents.split()[0]
                inside = tag in ("blocktranslate", "comment") or (
                    inside and tag not in ("endblocktranslate", "endcomment")
                )
                text += " "
            elif token.token_type == TokenType.TEXT and not inside:
                text += token.contents
        found = {word for one in texts_of(text) for word in WORD.findall(re.sub(r"&\w+;", " ", one))}
        words = {word.lower() for word in found if not word.isupper()}
        assert words <= NAMES, (path, words - NAMES)
