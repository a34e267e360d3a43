"""What `load_programme` brings in: sourced facts, the same at every run, never over a correction."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import pghistory
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.db.models import Q

from certification.models import (
    Certificate,
    CertificationFile,
    Certifier,
    Criterion,
    Section,
    Standard,
    StandardVersion,
    Step,
)
from cooperatives.models import (
    Cooperative,
    Enrolment,
    Fact,
    Partner,
    PartnerRole,
    Place,
    Programme,
    Scheme,
    Visit,
)
from overview.actions.load_programme import load_programme
from overview.actions.loaded_rows import read_data
from premiums.models import (
    Activity,
    Assembly,
    Category,
    Expense,
    Fund,
    Plan,
    PremiumReceived,
    Rate,
    Resolution,
    Sale,
)
from tests import factories
from trainings.models import Indicator, Milestone, Track, Training, TrainingInvitation

pytestmark = pytest.mark.django_db

OURS = ("cooperatives", "trainings", "premiums", "certification", "overview")
# Texts in our own words. Proper names stay as they are: facts about names and places may lack translations.
OWN_TEXTS = [
    (Place, "note"),
    (Cooperative, "place_note"),
    (Fact, "text"),
    (Fact, "note"),
    (Visit, "purpose"),
    (Track, "name"),
    (Track, "objective"),
    (Training, "title"),
    (Milestone, "name"),
    (Milestone, "guidance"),
    (Indicator, "name"),
    (Indicator, "guidance"),
    (Indicator, "unit"),
    (Category, "name"),
    (Plan, "title"),
    (Activity, "title"),
    (Expense, "purpose"),
    (Resolution, "text"),
    (Sale, "note"),
    (Certificate, "note"),
    (Certifier, "note"),
    (Standard, "name"),
    (StandardVersion, "note"),
    (Section, "title"),
    (Criterion, "text"),
]
SOURCED = [
    Certificate,
    CertificationFile,
    Step,
    Certifier,
    Standard,
    StandardVersion,
    Section,
    Criterion,
    Enrolment,
    PartnerRole,
    Visit,
    Track,
    Milestone,
    Indicator,
    Category,
    Scheme,
    Place,
    Training,
    Rate,
    Sale,
    PremiumReceived,
    Assembly,
    Resolution,
    Plan,
    Activity,
    Expense,
]


@pytest.fixture
def loaded() -> None:
    """The data files are loaded."""
    load_programme()


def run(**options: bool) -> str:
    """The command's output."""
    out = StringIO()
    call_command("load_programme", stdout=out, **options)
    return out.getvalue()


def every_row() -> dict[str, list[Any]]:
    """All rows of all our tables, with the tables of the history and of many-to-many fields."""
    ours = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if is_ours(model)}
    rows = {}
    with connection.cursor() as cursor:
        for table in sorted(ours & set(connection.introspection.table_names(cursor))):
            cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1')
            rows[table] = cursor.fetchall()
    return rows


def is_ours(model: type[models.Model]) -> bool:
    return model._meta.app_label in (*OURS, "pghistory")


def loaded_models() -> set[type[models.Model]]:
    return set(load_programme().tallies)


# Twice, and after a correction --------------------------------------------------------------------------------------


def test_second_load_leaves_every_row_and_the_history_as_they_were(loaded: None) -> None:
    before = every_row()
    assert len(before["cooperatives_cooperative"]) == 10
    assert len(before["cooperatives_visitvisitor"]) == 2
    assert len(before["cooperatives_factevent"]) == len(before["cooperatives_fact"]) > 200

    run()
    load_programme(update=True)

    assert every_row() == before


def test_second_load_says_that_nothing_changed(loaded: None) -> None:
    lines = run().splitlines()

    assert len(lines) == len(loaded_models())
    assert all(line.endswith("(nothing changed)") for line in lines)


def test_first_load_counts_new_rows() -> None:
    assert "co-ops: 10 (10 new)" in run()


def test_history_names_the_command_and_no_person(loaded: None) -> None:
    contexts = pghistory.models.Context.objects.all()

    assert [context.metadata for context in contexts] == [{"command": "load_programme"}]


def test_correction_is_kept_and_named(loaded: None) -> None:
    Place.objects.filter(slug="san-cristobal").update(altitude_m=2120)

    output = run()

    assert Place.objects.get(slug="san-cristobal").altitude_m == 2120
    assert "places: 7 (1 kept as corrected)" in output
    assert re.search(r"kept: place \d+ “San Cristóbal de las Casas, Chiapas”: altitude_m", output)


def test_update_restores_a_correction(loaded: None) -> None:
    Place.objects.filter(slug="san-cristobal").update(altitude_m=2120)

    output = run(update=True)

    assert Place.objects.get(slug="san-cristobal").altitude_m == 2200
    assert "places: 7 (1 restored)" in output


CORRECTED_KEYS: list[tuple[type[models.Model], dict[str, Any], str, Any]] = [
    (Fact, {"topic": "members", "number": 2030}, "position", 899),
    (Training, {"title": "Cupping"}, "title", "Cupping course"),
    (Visit, {}, "source", "Minutes of the visit"),
    (Sale, {}, "source", "Contract found in 2013"),
    (Activity, {"title": "Coffee hulling machinery"}, "title", "Huller"),
    (Programme, {"slug": "aceh"}, "slug", "aceh-sumatra"),
    (Certificate, {"scheme__slug": "fair-trade-usa"}, "source", "Certificate seen"),
]


def test_corrected_keys_make_no_second_row(loaded: None) -> None:
    rows = [(model._default_manager.get(**chosen), column, value) for model, chosen, column, value in CORRECTED_KEYS]
    before = [getattr(row, column) for row, column, _ in rows]
    for row, column, value in rows:
        setattr(row, column, value)
        row.save(update_fields=[column])

    for update, expected in ((False, [value for _, _, value in rows]), (True, before)):
        load = load_programme(update=update)
        for row, _, _ in rows:
            row.refresh_from_db()
        assert [getattr(row, column) for row, column, _ in rows] == expected
        assert sum(tally.created for tally in load.tallies.values()) == 0


def test_knowledge_added_where_the_files_are_silent_survives_an_update(loaded: None) -> None:
    Place.objects.filter(slug="la-independencia").update(altitude_m=1550)
    Certificate.objects.filter(scheme__slug="fair-trade-usa").update(number="MG-1")

    load_programme(update=True)

    assert Place.objects.get(slug="la-independencia").altitude_m == 1550
    assert Certificate.objects.get(scheme__slug="fair-trade-usa").number == "MG-1"


def test_visitors_are_kept_and_restored(loaded: None) -> None:
    visitors = Visit.objects.get().visitors
    visitors.add(Partner.objects.get(slug="doen"))

    load_programme()
    assert visitors.count() == 3

    load_programme(update=True)
    assert set(visitors.values_list("slug", flat=True)) == {"fair-trade-usa", "progreso"}


def test_what_a_rule_protects_is_kept_with_its_sentence_even_with_update(
    loaded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of a later release say it differently, but the resolution is adopted."""

    def later_release(name: str) -> dict[str, Any]:
        content = read_data(name)
        if name == "assopro":
            content["resolution"]["text"]["en"] = "Said in other words."
        return content

    monkeypatch.setattr("overview.actions.load_ledger.read_data", later_release)
    before = Resolution.objects.get().text

    output = run(update=True)

    assert Resolution.objects.get().text == before
    assert "text (A resolution that was adopted or rejected can't be changed any more.)" in output


def test_deleted_row_is_created_again(loaded: None) -> None:
    fact = Fact.objects.get(topic="members", number=2030)
    fact.delete()

    assert "1 new" in run()
    assert Fact.objects.filter(topic="members", number=2030).exists()


def test_rows_of_people_are_left_alone() -> None:
    scheme = factories.SchemeFactory.create(slug="fair-trade", name="Fair Trade, as we call it")

    load_programme()

    scheme.refresh_from_db()
    assert scheme.name == "Fair Trade, as we call it"
    assert Scheme.objects.count() == 3


def test_nothing_stays_when_the_load_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any) -> None:
        raise ValueError("broken file")

    monkeypatch.setattr("overview.actions.load_programme.load_ledger", broken)

    with pytest.raises(ValueError, match="broken file"):
        load_programme()

    assert not Place.objects.exists()


# Every fact with its source ------------------------------------------------------------------------------------------


def test_every_fact_has_a_source_or_says_that_nothing_was_found(loaded: None) -> None:
    silent = Fact.objects.filter(text="", number__isnull=True, as_of_on__isnull=True)

    assert not silent.filter(Q(note="") | Q(note_es="") | Q(note_pt="")).exists()
    assert not Fact.objects.exclude(pk__in=silent).filter(source="").exists()


def test_every_row_has_a_source(loaded: None) -> None:
    for model in SOURCED:
        assert model._default_manager.exists()
        assert not model._default_manager.filter(source="").exists(), model


def test_models_without_a_source_of_their_own_have_sourced_facts_or_columns(loaded: None) -> None:
    others = loaded_models() - set(SOURCED) - {Fact}

    assert others == {Partner, Programme, Cooperative, Fund, TrainingInvitation}
    assert not Cooperative.objects.filter(place_source="").exists()
    assert not Partner.objects.filter(country_source="").exists()
    for cooperative in Cooperative.objects.all():
        assert cooperative.facts.filter(topic="name", text=cooperative.name).exclude(source="").exists()
        assert cooperative.facts.filter(topic="name", text=cooperative.short_name).exclude(source="").exists()


def test_sources_are_for_readers(loaded: None) -> None:
    shown = {text for values in every_source() for text in values}

    assert any(text.startswith("Article “Fair Trade USA and Progreso Join Forces") for text in shown)
    assert not [text for text in shown if re.search(r"sources/|\.txt|/work/|/shared/|seed", text)]


def every_source() -> list[list[str]]:
    return [
        list(model._default_manager.exclude(**{name: ""}).values_list(name, flat=True))
        for model in loaded_models()
        for name in [field.name for field in model._meta.fields]
        if name == "source" or name.endswith("_source")
    ]


def test_every_listed_source_is_used(loaded: None) -> None:
    shown = "\n".join(text for values in every_source() for text in values)

    assert [text for text in read_data("sources").values() if text not in shown] == []


def test_our_own_words_are_in_three_languages(loaded: None) -> None:
    for model, name in OWN_TEXTS:
        rows = model._default_manager.exclude(**{name: ""})
        if (model, name) == (Fact, "text"):
            rows = rows.exclude(topic__in=["name", "location"])
        assert rows.exists()
        assert not rows.filter(Q(**{f"{name}_es": ""}) | Q(**{f"{name}_pt": ""})).exists(), (model, name)


def test_the_list_of_own_texts_is_complete() -> None:
    translated = {
        (model, field.name.removesuffix("_es"))
        for model in loaded_models()
        for field in model._meta.fields
        if field.name.endswith("_es")
    }

    # Partners and files have no notes, facts and certificates say it; names of programmes are ours only where the
    # sources give none.
    without = {(Partner, "note"), (CertificationFile, "note"), (Programme, "name"), (Scheme, "name")}
    assert translated - set(OWN_TEXTS) == without


def test_names_of_ours_are_translated_and_marked(loaded: None) -> None:
    ours = Programme.objects.filter(is_official_name=False)

    assert set(ours.values_list("slug", flat=True)) == {"chiapas", "aceh"}
    assert all(programme.name_es and programme.name_pt for programme in ours)
    assert not Programme.objects.filter(is_official_name=True).exclude(name_es="", name_pt="").exists()


def test_every_row_passes_the_models_own_checks(loaded: None) -> None:
    for model in loaded_models():
        # The majority that the historic vote needed is not known.
        without = {"majority"} if model is Resolution else set()
        for row in model._default_manager.all():
            row.full_clean(exclude=without)


# Speed ---------------------------------------------------------------------------------------------------------------


def test_loading_again_asks_once_a_row(loaded: None, django_assert_max_num_queries: Callable[[int], Any]) -> None:
    rows = sum(model._default_manager.count() for model in loaded_models())

    with django_assert_max_num_queries(rows + 10):
        load_programme()
