"""Loading what is known of the programmes, their partners, the tracks and the co-ops, from `cooperatives/data/`.

The facts are those of published sources; unknown amounts and dates stay empty. The whole load is one transaction. It
runs as nobody: the history names the command instead of a person.
"""

from __future__ import annotations

from typing import Any, TypeVar

import pghistory
from django.db import connection, models, transaction

from certification.models import Certificate
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
from overview.actions.load_ledger import load_ledger
from overview.actions.load_progress import load_progress
from overview.actions.load_rates import load_rates
from overview.actions.load_standards import load_standards, put_certificate
from overview.actions.loaded_rows import COMMAND, Load, read_data
from premiums.models import Category
from trainings.models import Track

M = TypeVar("M", bound=models.Model)
Entry = dict[str, Any]


def load_programme(*, update: bool = False) -> Load:
    """Create what is missing of the data files; returns what was done.

    Running it again changes nothing. A record that a person corrected since is kept, unless `update` is given: then
    the columns that the files give are set back to the files. A record that was deleted since is created again.
    """
    with transaction.atomic(), pghistory.context(command=COMMAND):
        with connection.cursor() as cursor:
            # Two loads at once would both find a row missing: the second one waits for the first.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [COMMAND])
        load = Load(update=update)
        places = _by_slug(load, Place, "places")
        schemes = _by_slug(load, Scheme, "schemes")
        load_rates(load, schemes)
        load_standards(load, schemes)
        load_progress(load, _by_slug(load, Track, "tracks"))
        _by_slug(load, Category, "categories")
        partners = _load_partners(load)
        programmes = _load_programmes(load, partners)
        cooperatives = _load_cooperatives(load, places, schemes, programmes)
        load_ledger(load, cooperatives, schemes, programmes)
    return load


def _by_slug(load: Load, model: type[M], name: str) -> dict[str, M]:
    entries = read_data(name)
    return {slug: load.put(model, {"slug": slug}, load.columns(model, entry)) for slug, entry in entries.items()}


def _load_partners(load: Load) -> dict[str, Partner]:
    partners = {}
    for slug, entry in read_data("partners").items():
        facts = entry.pop("facts", [])
        partner = partners[slug] = load.put(Partner, {"slug": slug}, load.columns(Partner, entry))
        _put_facts(load, "partner", partner, facts)
    return partners


def _load_programmes(load: Load, partners: dict[str, Partner]) -> dict[str, Programme]:
    """The umbrella comes before its parts in the file."""
    programmes: dict[str, Programme] = {}
    for slug, entry in read_data("programmes").items():
        facts, roles, visits = (entry.pop(name, []) for name in ("facts", "partners", "visits"))
        if "part_of" in entry:
            entry["part_of"] = programmes[entry["part_of"]]
        programme = programmes[slug] = load.put(Programme, {"slug": slug}, load.columns(Programme, entry))
        for role in roles:
            key = {"programme": programme, "partner": partners[role["partner"]], "kind": role["kind"]}
            load.put(PartnerRole, key, {"source": load.source(role["source"])})
        for visit in visits:
            _put_visit(load, programme, visit, partners)
        _put_facts(load, "programme", programme, facts)
    return programmes


def _put_visit(load: Load, programme: Programme, entry: Entry, partners: dict[str, Partner]) -> None:
    visitors = [partners[slug] for slug in entry.pop("visitors")]
    values = load.columns(Visit, entry)
    key = {"programme": programme, "visited_on": values.pop("visited_on"), "source": values.pop("source")}
    load.link(load.put(Visit, key, values), "visitors", visitors)


def _load_cooperatives(
    load: Load, places: dict[str, Place], schemes: dict[str, Scheme], programmes: dict[str, Programme]
) -> dict[str, Cooperative]:
    cooperatives = {}
    for slug, entry in read_data("cooperatives").items():
        facts, enrolments, certificates = (entry.pop(name) for name in ("facts", "enrolments", "certificates"))
        entry["place"] = places[entry["place"]]
        cooperative = cooperatives[slug] = load.put(Cooperative, {"slug": slug}, load.columns(Cooperative, entry))
        for enrolment in enrolments:
            programme = programmes[enrolment.pop("programme")]
            key = {"cooperative": cooperative, "programme": programme}
            load.put(Enrolment, key, load.columns(Enrolment, enrolment))
        for certificate in certificates:
            scheme = schemes[certificate.pop("scheme")]
            put_certificate(load, cooperative, scheme, load.columns(Certificate, certificate))
        _put_facts(load, "cooperative", cooperative, facts)
    return cooperatives


def _put_facts(load: Load, subject: str, row: models.Model, entries: list[Entry]) -> None:
    """Facts are known by their subject, topic and position; the position orders the page, with gaps for new ones."""
    for entry in entries:
        values = {"is_preferred": True, **load.columns(Fact, entry)}
        key = {subject: row, "topic": values.pop("topic"), "position": values.pop("position")}
        load.put(Fact, key, values)
