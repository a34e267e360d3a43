"""Extraction, merging, checking and compiling of the translation catalogs, on small trees of sources."""

import gettext as plain_gettext
import json
import os
from pathlib import Path

import polib
import pytest
from django.conf import settings as project_settings
from django.template import Context, Engine
from django.utils import translation

from config import messages


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout with nothing in it yet."""
    return tmp_path / "checkout"


def add(root: Path, name: str, source: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")


def found(root: Path) -> list[tuple[str, str, str]]:
    return [(item.context, item.text, item.plural) for item in messages.extract(root)[0]]


def python(root: Path, source: str) -> list[tuple[str, str, str]]:
    add(root, "premiums/forms.py", source)
    return found(root)


def template(root: Path, source: str) -> list[tuple[str, str, str]]:
    add(root, "templates/page.html", source)
    return found(root)


def fill_both(root: Path, spanish: dict[str, object], portuguese: dict[str, object] | None = None) -> None:
    assert messages.fill(root, "es-mx", spanish) == []
    assert messages.fill(root, "pt-br", portuguese or spanish) == []


def po(root: Path, language: str = "es-mx") -> Path:
    return messages.catalog_path(root, language)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# What is found in Python ---------------------------------------------------------------------------------------------


def test_every_translation_function_is_found_under_the_name_it_was_imported_as(tree: Path) -> None:
    source = """
from django.utils import translation
from django.utils.translation import gettext as _, gettext_lazy, ngettext_lazy as many, pgettext, npgettext
label = _("Amount")
lazy = gettext_lazy("A sentence "
                    "in two parts")
count = many("%(n)s co-op", "%(n)s co-ops", "n")
board = pgettext("people", "Board")
boards = npgettext("people", "Board", "Boards", 2)
dotted = translation.gettext("Dotted")
inside = f"{_('Inside')} {len(_('Nested'))}"
"""
    assert python(tree, source) == [
        ("", "Amount", ""),
        ("", "A sentence in two parts", ""),
        ("", "%(n)s co-op", "%(n)s co-ops"),
        ("people", "Board", ""),
        ("people", "Board", "Boards"),
        ("", "Dotted", ""),
        ("", "Inside", ""),
        ("", "Nested", ""),
    ]


def test_other_calls_and_texts_known_only_later_are_left_alone(tree: Path) -> None:
    source = 'from django.utils.translation import gettext as _\nprint("No")\n_(row.text)\nfor _, row in rows: pass\n'
    assert python(tree, source) == []
    assert messages.extract(tree)[1] == []


@pytest.mark.parametrize(
    "call", ['_(f"Hello {name}")', '_("Hello " + name)', '_("Hello %s" % name)', 'ngettext("a", b, 2)']
)
def test_a_text_put_together_before_it_is_translated_is_a_problem(tree: Path, call: str) -> None:
    assert python(tree, call) == []
    assert messages.extract(tree)[1] == [
        "premiums/forms.py:1: only a plain text can be translated; fill it in after translating"
    ]


def test_only_our_folders_are_read(tree: Path) -> None:
    for name in (".venv/x.py", "tests/x.py", "var/x.py", "setup.py", "cooperatives/x.py"):
        add(tree, name, f"_({name!r})")
    for name in ("cooperatives/data/notes.txt", "templates/mail.txt"):
        add(tree, name, '{% translate "' + name + '" %}')
    assert found(tree) == [("", "cooperatives/x.py", ""), ("", "templates/mail.txt", "")]


# What is found in templates ------------------------------------------------------------------------------------------

TEMPLATE = """{% load i18n %}
{% translate "Plain" %} {% trans 'Old name' %} {% translate "Filtered"|upper %}
{% translate "May" context "month" %} {% translate "Kept" as title %} {% translate "Both" context "c" as both %}
{% translate variable %} {% translate "5 % left" %}
{% blocktranslate trimmed with name=person.name %}
    Hello {{ name }},
    50 % is spent.
{% endblocktranslate %}
{% blocktranslate count counter=entries|length trimmed %}
    {{ counter }} entry
{% plural %}
    {{ counter }} entries
{% endblocktranslate %}
{% blocktranslate context "board of people" with who=_("Everybody") %}Board of {{ who }}{% endblocktranslate %}
{{ _("Variable") }} {{ value|default:_("None | at all") }} {{ value|default:"not this" }}
{% include "x.html" with label=_("Label") note=_('Say "it"') %}
{# {% translate "commented out" %} #}{% comment %}{% translate "neither" %}{% endcomment %}
{% verbatim %}{% translate "nor this" %}{% endverbatim %}
"""


def test_every_way_of_translating_in_a_template_is_found(tree: Path) -> None:
    assert template(tree, TEMPLATE) == [
        ("", "Plain", ""),
        ("", "Old name", ""),
        ("", "Filtered", ""),
        ("month", "May", ""),
        ("", "Kept", ""),
        ("c", "Both", ""),
        ("", "5 %% left", ""),
        ("", "Hello %(name)s, 50 %% is spent.", ""),
        ("", "%(counter)s entry", "%(counter)s entries"),
        ("", "Everybody", ""),
        ("board of people", "Board of %(who)s", ""),
        ("", "Variable", ""),
        ("", "None | at all", ""),
        ("", "Label", ""),
        ("", 'Say "it"', ""),
    ]
    assert messages.extract(tree)[1] == []


def test_what_is_found_is_what_django_looks_up(tree: Path, settings: object) -> None:
    source = TEMPLATE.replace('{% include "x.html" with', "{% with").replace(
        "{# {%", "{{ label }}{{ note }}{% endwith %}{# {%"
    )
    texts = template(tree, source)
    fill_both(
        tree,
        {
            (f"{context}\x04" if context else "") + text: [f"«{text}»", f"«{plural}»"] if plural else f"«{text}»"
            for context, text, plural in texts
        },
    )
    messages.compile_catalogs(tree)
    settings.LOCALE_PATHS = [tree / "locale"]  # type: ignore[attr-defined]
    context = {"person": {"name": "Ana"}, "entries": [1, 2]}
    engine = Engine(libraries={"i18n": "django.templatetags.i18n"})
    with translation.override("es-mx"):
        shown = engine.from_string(source).render(Context(context))
    lines = " ".join(shown.split())
    assert lines.startswith(
        "«Plain» «Old name» «FILTERED» «May» «5 % left» «Hello Ana, 50 % is spent.» «2 entries» «Board of «Everybody»»"
    )
    assert "«Variable» «None | at all» not this «Label»«Say &quot;it&quot;»" in lines.replace('"', "&quot;")


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("{% blocktranslate %}\n  Two\n{% endblocktranslate %}", "a blocktranslate over several lines needs `trimmed`"),
        ('{{ _("5 % left") }}', "'5 % left' would show its percent sign twice; use the translate tag"),
        (
            "{% blocktranslate %}For {{ row.name }}{% endblocktranslate %}",
            "'row.name' stays empty in a blocktranslate; give it a name in the tag",
        ),
    ],
)
def test_a_template_that_would_show_something_else_is_a_problem(tree: Path, source: str, sentence: str) -> None:
    template(tree, source)
    assert messages.problems(tree)[0] == f"templates/page.html:1: {sentence}"


@pytest.mark.parametrize(
    "source", ["{% blocktranslate %}Open", "{% blocktranslate %}{% if x %}{% endblocktranslate %}"]
)
def test_nothing_is_written_while_a_file_cannot_be_read(
    tree: Path, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    python(tree, '_("Amount")')
    messages.update(tree)
    before = po(tree).read_text()
    add(tree, "templates/page.html", source)
    assert messages.main(["update"], tree) == 1
    assert capsys.readouterr().out.startswith("templates/page.html:1: no ")
    add(tree, "templates/page.html", "")
    add(tree, "config/broken.py", "def (")
    assert messages.main(["update"], tree) == 1
    assert capsys.readouterr().out.startswith("config/broken.py:1: ")
    assert po(tree).read_text() == before


# Updating ------------------------------------------------------------------------------------------------------------


def test_update_keeps_translations_adds_new_texts_empty_and_drops_old_ones(tree: Path) -> None:
    python(tree, '_("Amount")\n_("Gone")')
    fill_both(tree, {"Amount": "Importe", "Gone": "Ido"})
    python(tree, '_("Amounts")\n_("Amount")')
    assert messages.update(tree)[0] == "es-mx: 2 texts, 1 new, 1 gone, 1 to translate"
    catalog = polib.pofile(str(po(tree)))
    assert [(entry.msgid, entry.msgstr, entry.flags) for entry in catalog] == [
        ("Amounts", "", []),
        ("Amount", "Importe", []),
    ]
    assert not catalog.obsolete_entries()


def test_a_text_that_becomes_plural_is_translated_anew(tree: Path) -> None:
    python(tree, '_("day")')
    fill_both(tree, {"day": "día"}, {"day": "dia"})
    python(tree, 'ngettext("day", "days", 2)')
    assert messages.problems(tree)[0] == "es-mx: 'day' (premiums/forms.py): not in the catalog; run update"
    messages.update(tree)
    assert messages.missing(tree, "es-mx") == {"day": {"plural": "days", "files": ["premiums/forms.py"]}}


def test_a_catalog_names_files_in_order_without_lines_and_does_not_change_by_itself(tree: Path) -> None:
    long = "A sentence that goes on " * 8
    add(tree, "config/ui.py", f'_("Zebra")\n_("%(n)s ants")\n_("Amount")\n_("{long}")')
    add(tree, "templates/page.html", '{% translate "Amount" %}{% translate "Last" %}')
    messages.update(tree)
    text = po(tree).read_text(encoding="utf-8")
    assert text.startswith('msgid ""\nmsgstr ""\n"Project-Id-Version: Beneficio\\n"\n"Language: es_MX\\n"\n')
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in po(tree, "pt-br").read_text(encoding="utf-8")
    assert '#: config/ui.py templates/page.html\nmsgid "Amount"' in text
    assert '#: config/ui.py\n#, python-format\nmsgid "%(n)s ants"' in text
    assert [entry.msgid for entry in polib.pofile(str(po(tree)))] == ["Zebra", "%(n)s ants", "Amount", long, "Last"]
    assert 100 < max(len(line) for line in text.splitlines()) <= 120
    assert "Date" not in text
    add(tree, "config/ui.py", "\n\n\n" + (tree / "config/ui.py").read_text())
    messages.update(tree)
    assert po(tree).read_text(encoding="utf-8") == text


# Checking ------------------------------------------------------------------------------------------------------------


def test_a_complete_catalog_passes(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    python(tree, '_("Amount of %(person)s")\n_("Total PDF: %(x)s")')
    fill_both(tree, {"Amount of %(person)s": "Importe de %(person)s", "Total PDF: %(x)s": "Total PDF: %(x)s"})
    assert messages.main(["check"], tree) == 0
    assert capsys.readouterr().out == ""


def test_missing_untranslated_fuzzy_and_obsolete_texts_fail_the_check(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python(tree, '_("Amount")\n_("Reason")\n_("Old")\nngettext("day", "days", 2)')
    fill_both(tree, {"Amount": "Monto", "Reason": "Motivo", "Old": "Viejo", "day": ["día", "días"]})
    python(tree, '_("Amount")\n_("Reason")\n_("New")\nngettext("day", "days", 2)')
    rewrite(po(tree), 'msgid "Amount"', '#, fuzzy\nmsgid "Amount"')
    rewrite(po(tree), 'msgstr "Motivo"', 'msgstr ""')
    rewrite(po(tree), 'msgstr[1] "días"', 'msgstr[1] ""')
    assert messages.main(["check"], tree) == 1
    assert capsys.readouterr().out.splitlines() == [
        "es-mx: 'Amount' (premiums/forms.py): marked fuzzy",
        "es-mx: 'Reason' (premiums/forms.py): not translated",
        "es-mx: 'New' (premiums/forms.py): not in the catalog; run update",
        "es-mx: 'day' (premiums/forms.py): not translated",
        "es-mx: 'Old': no longer in the sources; run update",
        "pt-br: 'New' (premiums/forms.py): not in the catalog; run update",
        "pt-br: 'Old': no longer in the sources; run update",
        "7 problems",
    ]


def test_a_text_kept_as_a_comment_is_obsolete_too(tree: Path) -> None:
    messages.update(tree)
    with po(tree).open("a", encoding="utf-8") as file:
        file.write('\n#~ msgid "Old"\n#~ msgstr "Viejo"\n')
    assert messages.problems(tree) == ["es-mx: 'Old': no longer in the sources; run update"]


def test_no_catalog_at_all_fails_the_check(tree: Path) -> None:
    python(tree, '_("Amount")')
    assert len(messages.problems(tree)) == len(messages.LANGUAGES)


def test_a_catalog_that_cannot_be_read_is_said_so(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    messages.update(tree)
    with po(tree).open("a", encoding="utf-8") as file:
        file.write("<<<<<<< a conflict\n")
    assert messages.main(["check"], tree) == 1
    assert capsys.readouterr().out.startswith(str(po(tree)))


@pytest.mark.parametrize(
    ("source", "text", "complaint"),
    [
        ("%(left)s left", "quedan %(lft)s", "the values filled in differ"),
        ("%(left)s left", "quedan %(left)", "the values filled in differ"),
        ("%(left)s left", "quedan %(left)s de %(all)s", "the values filled in differ"),
        ("%s of %s", "%s de todo", "the values filled in differ"),
        ("{count} rows", "{cuenta} filas", "the values filled in differ"),
        ("%(part)s %% spent", "%(part)s % gastado", "a percent sign is written %%"),
        ("%(part)s spent", "%(part)s gastado: 5%", "a percent sign is written %%"),
        ("Amount: ", "Importe:", "spaces or line ends around the text differ"),
        ("Amount\n", "Importe", "spaces or line ends around the text differ"),
        ("Amount", " Importe", "spaces or line ends around the text differ"),
        ("<b>Amount</b>", "<b>Importe<b>", "the HTML tags differ"),
        ('<a href="/x">Amount</a>', '<a href="/y">Importe</a>', "the HTML tags differ"),
        ("Amount", "Amount", "is the English text"),
        ("Total spent", "Total spent", "is the English text"),
    ],
)
def test_a_translation_that_does_not_fit_its_source_is_refused_and_fails_the_check(
    tree: Path, source: str, text: str, complaint: str
) -> None:
    python(tree, f"_({source!r})")
    assert complaint in messages.fill(tree, "es-mx", {source: text})[0]
    assert source in messages.missing(tree, "es-mx")
    catalog = polib.pofile(str(po(tree)))
    catalog.find(source).msgstr = text
    catalog.save()
    assert any(complaint in problem for problem in messages.problems(tree) if problem.startswith("es-mx"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("%(first)s of %(second)s", "de %(second)s, %(first)s, sí, %(first)s"),
        ("%(part)s %% spent", "se gastó el %(part)s %%"),
        ("5 % are left", "queda el 5 %"),
        ("<b>One</b> <i>two</i>", "<i>Dos</i> <b>uno</b>"),
        ("%(first)s–%(last)s MXN (PDF, kg)", "%(first)s–%(last)s MXN (PDF, kg)"),
        ("— 5 %(x)s", "— 5 %(x)s"),
    ],
)
def test_a_translation_that_fits_its_source_passes(tree: Path, source: str, text: str) -> None:
    python(tree, f"_({source!r})")
    fill_both(tree, {source: text})
    assert messages.problems(tree) == []


def test_the_form_for_one_may_leave_out_the_number_and_the_form_for_many_may_not(tree: Path) -> None:
    python(tree, 'ngettext("One co-op", "%(n)s co-ops", 2)')
    fill_both(tree, {"One co-op": ["Una organización", "%(n)s organizaciones"]})
    fill_both(tree, {"One co-op": ["%(n)s organización", "%(n)s organizaciones"]})
    refused = messages.fill(tree, "es-mx", {"One co-op": ["Una organización", "Muchas organizaciones"]})
    assert refused == ["es-mx: 'One co-op': the values filled in differ: 'Muchas organizaciones'"]


def test_a_word_may_be_the_same_in_one_language_and_not_in_the_other(tree: Path) -> None:
    python(tree, '_("Error")')
    assert messages.fill(tree, "es-mx", {"Error": "Error"}) == []
    assert "is the English text" in messages.fill(tree, "pt-br", {"Error": "Error"})[0]


def test_catalogs_are_for_every_language_but_english() -> None:
    assert ["en", *messages.LANGUAGES] == [code for code, _name in project_settings.LANGUAGES]
    assert project_settings.LOCALE_PATHS == [messages.ROOT / "locale"]


# Compiling -----------------------------------------------------------------------------------------------------------


def spanish(root: Path) -> plain_gettext.NullTranslations:
    return plain_gettext.translation("django", root / "locale", ["es_MX"])


def test_compiled_catalogs_load_without_what_is_fuzzy_or_empty(tree: Path) -> None:
    python(
        tree, '_("Amount")\n_("Doubt")\n_("Empty")\npgettext("month", "May")\nngettext("%(n)s day", "%(n)s days", 2)'
    )
    days = ["%(n)s día", "%(n)s días"]
    fill_both(tree, {"Amount": "Importe", "Doubt": "Duda", "month\x04May": "mayo", "%(n)s day": days})
    rewrite(po(tree), 'msgid "Doubt"', '#, fuzzy\nmsgid "Doubt"')
    assert messages.main(["compile"], tree) == 0
    loaded = spanish(tree)
    assert [loaded.gettext(text) for text in ("Amount", "Doubt", "Empty")] == ["Importe", "Doubt", "Empty"]
    assert loaded.pgettext("month", "May") == "mayo"
    assert [loaded.ngettext("%(n)s day", "%(n)s days", n) for n in (0, 1, 2)] == [days[1], days[0], days[1]]


def test_only_what_is_out_of_date_is_compiled(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert messages.compile_catalogs(tree) == []
    messages.update(tree)
    assert [path.suffix for path in messages.compile_catalogs(tree)] == [".mo", ".mo"]
    assert messages.compile_catalogs(tree) == []
    later = po(tree).stat().st_mtime + 60
    os.utime(po(tree), (later, later))
    assert messages.main(["compile"], tree) == 0
    assert capsys.readouterr().out == "compiled locale/es_MX/LC_MESSAGES/django.mo\n"
    assert sorted(path.name for path in po(tree).parent.iterdir()) == ["django.mo", "django.po"]


@pytest.mark.parametrize(
    ("language", "forms", "expected"),
    [
        ("es-mx", ["%(n)s socia", "%(n)s socias"], ["0 socias", "1 socia", "2 socias", "1000000 socias"]),
        ("pt-br", ["%(n)s sócia", "%(n)s sócias"], ["0 sócia", "1 sócia", "2 sócias", "1000000 sócias"]),
    ],
)
def test_counts_take_the_plural_of_our_catalog_beside_those_of_django(
    tree: Path, settings: object, language: str, forms: list[str], expected: list[str]
) -> None:
    python(tree, 'ngettext("%(n)s woman", "%(n)s women", 2)')
    assert messages.fill(tree, language, {"%(n)s woman": forms}) == []
    messages.compile_catalogs(tree)
    settings.LOCALE_PATHS = [tree / "locale"]  # type: ignore[attr-defined]
    with translation.override(language):
        written = [translation.ngettext("%(n)s woman", "%(n)s women", n) % {"n": n} for n in (0, 1, 2, 1_000_000)]
        assert translation.gettext("Yes") == {"es-mx": "Sí", "pt-br": "Sim"}[language]  # Django's own is still there
    assert written == expected


# For translators -----------------------------------------------------------------------------------------------------


def test_what_is_missing_can_be_translated_and_given_back(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(tree, "config/ui.py", 'pgettext("month", "May")\n_("Amount")\n_("Done")')
    add(tree, "templates/page.html", '{% translate "Amount" %}')
    assert messages.fill(tree, "es-mx", {"Done": "Hecho"}) == []
    assert messages.main(["missing", "es-mx"], tree) == 0
    printed = capsys.readouterr().out
    assert "month\\u0004May" in printed
    wanted = json.loads(printed)
    assert wanted == {
        "month\x04May": {"plural": "", "files": ["config/ui.py"]},
        "Amount": {"plural": "", "files": ["config/ui.py", "templates/page.html"]},
    }
    answers = tree / "answers.json"
    answers.write_text(json.dumps(dict.fromkeys(wanted, "May")), encoding="utf-8")
    assert messages.main(["fill", "es-mx", str(answers)], tree) == 1, "a text left in English is refused"
    answers.write_text(json.dumps({"month\x04May": "mayo", "Amount": "Importe"}), encoding="utf-8")
    assert messages.main(["fill", "es-mx", str(answers)], tree) == 0
    assert messages.missing(tree, "es-mx") == {}


def test_what_does_not_fit_is_refused_and_the_rest_is_written(tree: Path) -> None:
    python(tree, '_("Amount")\n_("Reason")\n_("Place")\nngettext("day", "days", 2)')
    texts: dict[str, object] = {"Amount": "Importe", "Nowhere": "x", "Reason": ["a", "b"], "Place": "", "day": "día"}
    assert messages.fill(tree, "es-mx", texts) == [
        "es-mx: 'Nowhere': not in the sources",
        "es-mx: 'Reason': needs a text",
        "es-mx: 'Place': needs a text",
        "es-mx: 'day': needs [singular, plural]",
    ]
    assert list(messages.missing(tree, "es-mx")) == ["Reason", "Place", "day"]


def test_filling_in_takes_the_fuzzy_mark_away(tree: Path) -> None:
    python(tree, '_("Amount")')
    fill_both(tree, {"Amount": "Monto"})
    rewrite(po(tree), 'msgid "Amount"', '#, fuzzy\nmsgid "Amount"')
    messages.update(tree)
    assert "fuzzy" in po(tree).read_text()
    assert list(messages.missing(tree, "es-mx")) == ["Amount"]
    fill_both(tree, {"Amount": "Importe"})
    assert messages.problems(tree) == []


# The real catalogs ---------------------------------------------------------------------------------------------------


def test_catalogs_are_complete() -> None:
    if wrong := messages.problems(messages.ROOT):
        pytest.fail("\n".join([*wrong[:20], f"{len(wrong)} problems: python -m config.messages check"]), pytrace=False)
