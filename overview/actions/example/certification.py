"""Example certification files: candidates in different stages, audits with their findings, suspensions.

What is past (first certificates, a suspension of 2014) lies in the years of the premium. What is under way is counted
back and ahead from the day on which the example is loaded, so that dates come near and fall due as in an office.

Rows are written with the times of the story instead of by the actions, which take the time of the clock; the
triggers of the ledger hold for them all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count

from certification.actions.move_file import months_after
from certification.models import (
    Answer,
    Assessment,
    Certificate,
    CertificationFile,
    Criterion,
    NonConformity,
    StandardVersion,
    Step,
    TradePermission,
)
from certification.models.criteria import AnswerType
from certification.models.files import PATH, FileState
from config.dates import DatePrecision
from cooperatives.models import Cooperative, Scheme, User
from overview.actions.example.world import BRAZILIAN

Day = dt.date
Steps = Sequence[tuple[str, Day]]

# The standard of each scheme, whose topics the co-ops of the story answer.
STANDARDS = {"fairtrade-international": "fairtrade-spo", "fair-trade-usa": "ftusa-aps"}
CYCLE = 36  # months of a certificate of the story

# Whose certificates start on 1 May of which year; each is renewed as often as it takes to reach the present.
CERTIFIED = {"cesmach": 2012, "majomut": 2012, "triunfo-verde": 2013, BRAZILIAN: 2012}

# Where each candidate has come: its steps in the order of the path, in days before the example was loaded. The first
# candidate has not enquired yet.
CANDIDATE_STEPS: dict[str, tuple[int, ...]] = {
    "candidate-b": (24,),
    "candidate-c": (116, 40),
    "candidate-d": (288, 260, 155, 61, 40),
    "candidate-e": (1720, 1660, 1500, 1380, 1300, 1080, 1035),
}
SUSPENDED = "Faltó el registro de entregas de tres comunidades (ejemplo)."


@dataclass(frozen=True)
class Tale:
    """One file of the story on the day it is told, and the people who act on it."""

    file: CertificationFile
    on: Day
    programme: User
    submitter: User
    verifier: User

    def moment(self, day: Day, hour: int = 10) -> dt.datetime:
        """A time of day at the co-op."""
        return dt.datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(self.file.cooperative.time_zone))

    def ago(self, days: int) -> Day:
        """So many days before the story is told."""
        return self.on - dt.timedelta(days=days)

    def ahead(self, days: int) -> Day:
        """So many days after it."""
        return self.on + dt.timedelta(days=days)

    @property
    def own(self) -> dict[str, Any]:
        """The columns that every row of the file has."""
        return {"cooperative": self.file.cooperative, "file": self.file, "is_example": True}


def tell_certification(
    cooperatives: Mapping[str, Cooperative], people: Mapping[str, User], schemes: Mapping[str, Scheme], *, on: Day
) -> None:
    """The files of five candidates but one, of three co-ops that were certified, and the certificates, as of a day."""
    versions = {slug: _version(slug) for slug in schemes}

    def opened(slug: str, scheme: str) -> Tale:
        file = CertificationFile.objects.create(
            cooperative=cooperatives[slug], scheme=schemes[scheme], version=versions[scheme], is_example=True
        )
        return Tale(file, on, *_people(people, slug))

    for slug, days in CANDIDATE_STEPS.items():
        tale = opened(slug, "fairtrade-international")
        _walk(tale, [(state, tale.ago(before)) for state, before in zip(PATH, days, strict=False)])
        _TALES.get(slug, lambda _tale: None)(tale)
    for slug, tell in (("majomut", _came_back), ("triunfo-verde", _surveyed), (BRAZILIAN, _suspended)):
        tell(opened(slug, "fair-trade-usa"))
    for number, (slug, year) in enumerate(CERTIFIED.items(), start=1001):
        _certify(cooperatives[slug], schemes["fair-trade-usa"], f"EXAMPLE-{number}", Day(year, 5, 1), until=on)


def _version(scheme: str) -> StandardVersion | None:
    """The version of the scheme's standard with most criteria; None where the reference data has none."""
    versions = StandardVersion.objects.filter(standard__slug=STANDARDS[scheme])
    return versions.annotate(number=Count("criteria")).order_by("-number", "pk").first()


def _people(people: Mapping[str, User], slug: str) -> tuple[User, User, User]:
    """Who speaks for the programme, who submits for the co-op, and who verifies there."""
    manager = people["manager@example.org"]
    keys = {
        "triunfo-verde": ("treasurer@example.org", "oversight@example.org"),
        BRAZILIAN: ("tesoureira@example.org", "conselho@example.org"),
    }.get(slug, (f"treasurer.{slug}@example.org", f"oversight.{slug}@example.org"))
    submitter, verifier = (people.get(key, manager) for key in keys)
    return manager, submitter, verifier


def _walk(tale: Tale, steps: Steps, **facts: Any) -> None:
    """Take these steps, one after the other."""
    for to, day in steps:
        Step.objects.create(
            **tale.own,
            from_state=tale.file.state,
            to_state=to,
            taken_on=day,
            taken_precision=DatePrecision.DAY,
            recorded_at=tale.moment(day),
            recorded_by=tale.programme,
            **facts,
        )
        tale.file.refresh_from_db(fields=["state", "since_on", "since_precision", "year_zero_on"])


def _assess(tale: Tale, kind: str, day: Day, **facts: Any) -> Assessment | None:
    """A self-assessment or audit that begins on a day; None where no version of a standard is there."""
    if tale.file.version is None:
        return None
    by = tale.submitter if kind == "self" else tale.programme
    return Assessment.objects.create(
        **tale.own,
        version=tale.file.version,
        kind=kind,
        state="open",
        started_on=day,
        opened_at=tale.moment(day),
        opened_by=by,
        **facts,
    )


def _plan(tale: Tale, kind: str, day: Day) -> None:
    """An audit to come; none where no version of a standard is there."""
    if tale.file.version is None:
        return
    planned = {"version": tale.file.version, "kind": kind, "state": "planned", "planned_on": day}
    moment = tale.moment(tale.ago(20))
    Assessment.objects.create(**tale.own, **planned, opened_at=moment, opened_by=tale.programme)


def _close(tale: Tale, audit: Assessment, ended_on: Day, report_on: Day) -> None:
    """The audit was held, and its report signed."""
    audit.state, audit.ended_on, audit.closing_report_on = "held", ended_on, report_on
    audit.closed_at, audit.closed_by = tale.moment(report_on), tale.programme
    audit.save()


def _review(tale: Tale, assessment: Assessment, submitted_on: Day, reviewed_on: Day) -> None:
    """The self-assessment was handed in, and reviewed by the programme."""
    assessment.state = "submitted"
    assessment.submitted_at, assessment.submitted_by = tale.moment(submitted_on), tale.submitter
    assessment.save()
    assessment.state, assessment.ended_on = "reviewed", reviewed_on
    assessment.closed_at, assessment.closed_by = tale.moment(reviewed_on), tale.programme
    assessment.save()


def _answer(tale: Tale, assessment: Assessment, no: Mapping[int, str], *, number: int) -> None:
    """Answer the first `number` criteria well, but those at the places in `no`, with a comment."""
    criteria = Criterion.objects.filter(version=assessment.version_id)
    for place, criterion in enumerate(criteria.order_by("section__position", "position", "pk")[:number]):
        is_ranked, is_good = criterion.answer_type == AnswerType.RANK, place not in no
        Answer.objects.create(
            cooperative=tale.file.cooperative,
            assessment=assessment,
            criterion=criterion,
            complies=None if is_ranked else is_good,
            rank=(4 if is_good else 2) if is_ranked else None,
            comment=no.get(place, ""),
            answered_at=tale.moment(assessment.started_on or tale.on, 12),
            answered_by=assessment.opened_by,
            is_example=True,
        )


def _find(tale: Tale, finding: str, severity: str, found_on: Day, due_on: Day, **facts: Any) -> NonConformity:
    return NonConformity.objects.create(
        **tale.own,
        finding=finding,
        severity=severity,
        found_on=found_on,
        due_on=due_on,
        raised_at=tale.moment(found_on, 16),
        raised_by=tale.programme,
        **facts,
    )


def _correct(tale: Tale, finding: NonConformity, measure: str, day: Day, *, until: str) -> None:
    """Carry a measure on from day to day until its state is `until`."""
    by = {"proposed": tale.submitter, "submitted": tale.submitter}
    ways = {
        "proposed": ("proposed",),
        "submitted": ("proposed", "submitted"),
        "returned": ("proposed", "submitted", "returned"),
        "closed": ("proposed", "submitted", "verified", "closed"),
    }
    finding.measure, finding.evidence = measure, "" if until == "proposed" else "Lista firmada y fotos (ejemplo)."
    for number, state in enumerate(ways[until]):
        on = day + dt.timedelta(days=9 * number)
        finding.state = state
        setattr(finding, f"{state}_at", tale.moment(on))
        setattr(finding, f"{state}_by", by.get(state, tale.verifier))
        if state == "returned":
            finding.returned_reason = "Falta la lista de una comunidad (ejemplo)."
        if state == "closed":
            finding.closed_on = on
        finding.save()


def _preparing(tale: Tale) -> None:
    """A self-assessment, answered in part."""
    if assessment := _assess(tale, "self", tale.ago(35)):
        _answer(tale, assessment, {3: "Faltan las hojas de dos comunidades (ejemplo)."}, number=6)


def _correcting(tale: Tale) -> None:
    """A reviewed self-assessment, then an audit with its findings; the measures of the major ones are under way."""
    if assessment := _assess(tale, "self", tale.ago(250)):
        _answer(tale, assessment, {4: "No todas las notas llevan fecha (ejemplo)."}, number=30)
        _review(tale, assessment, tale.ago(200), tale.ago(180))
    if audit := _assess(tale, "initial", tale.ago(60), auditor="Auditora (ejemplo)", days=3, sample_members=14):
        _answer(tale, audit, {4: "Sin fechas en las notas (ejemplo).", 7: "Sin letreros (ejemplo)."}, number=40)
        _close(tale, audit, tale.ago(58), tale.ago(51))
    told, found = {"assessment": audit, "responsible": tale.submitter}, tale.ago(58)
    records = "Las notas de venta no llevan fecha ni comprador (ejemplo)."
    _correct(
        tale,
        _find(tale, records, "major", found, tale.ahead(12), **told),
        "Usar notas foliadas en todas las bodegas.",
        tale.ago(45),
        until="submitted",
    )
    apart = _find(
        tale, "El café comprado a no socios no se guarda aparte (ejemplo).", "major", found, tale.ago(4), **told
    )
    _correct(tale, apart, "Separar la bodega con mamparas y letreros.", tale.ago(50), until="returned")
    signs = _find(tale, "Faltan letreros en la bodega central (ejemplo).", "minor", found, tale.ahead(32), **told)
    _correct(tale, signs, "Colocar letreros.", tale.ago(55), until="closed")


def _certified(tale: Tale) -> None:
    """The first of the candidates, whose certificate ends soon; the audit for the next one is planned."""
    start = tale.ago(CANDIDATE_STEPS["candidate-e"][-1])
    _certify(tale.file.cooperative, tale.file.scheme, "EXAMPLE-2001", start, until=start)
    _permit(tale, start)
    _plan(tale, "renewal", tale.ahead(21))


def _certify(cooperative: Cooperative, scheme: Scheme, number: str, start: Day, *, until: Day) -> None:
    """Certificates one after the other, from a day to the one that is valid on another day."""
    cycle = 1
    while start <= until:
        following = months_after(start, CYCLE)
        certificate = Certificate.objects.create(
            cooperative=cooperative,
            scheme=scheme,
            number=number if cycle == 1 else f"{number}-{cycle}",
            valid_from_on=start,
            valid_from_precision=DatePrecision.DAY,
            valid_until_on=following - dt.timedelta(days=1),
            is_example=True,
        )
        CertificationFile.objects.filter(cooperative=cooperative, scheme=scheme).update(
            cycle_starts_on=start, cycle_ends_on=certificate.valid_until_on
        )
        start, cycle = following, cycle + 1


def _permit(tale: Tale, start: Day) -> None:
    TradePermission.objects.create(**tale.own, from_on=start, granted_at=tale.moment(start), granted_by=tale.programme)


def _way(*days: Day) -> Steps:
    """The path without its corrective measures, on these days."""
    return list(zip([state for state in PATH if state != FileState.CORRECTION], days, strict=True))


def _came_back(tale: Tale) -> None:
    """Certified, suspended for some months, and certified again; the permission to trade is granted anew."""
    year = (Day(2011, 6, 6), Day(2011, 7, 4), Day(2011, 10, 3), Day(2012, 1, 16), Day(2012, 3, 12), Day(2012, 5, 1))
    _walk(tale, _way(*year))
    _permit(tale, Day(2012, 5, 1))
    _walk(tale, [(FileState.SUSPENDED, Day(2014, 7, 14))], note=SUSPENDED, until_on=Day(2015, 1, 14))
    _walk(tale, [(FileState.CERTIFIED, Day(2014, 10, 20))], note="El registro está completo (ejemplo).")
    _permit(tale, Day(2014, 10, 22))


def _surveyed(tale: Tale) -> None:
    """Certified, with small findings of a surveillance audit whose measures wait for different people."""
    year = (Day(2012, 5, 7), Day(2012, 6, 4), Day(2012, 9, 10), Day(2012, 12, 3), Day(2013, 2, 18), Day(2013, 5, 1))
    _walk(tale, _way(*year))
    _permit(tale, Day(2013, 5, 1))
    if audit := _assess(tale, "surveillance", tale.ago(75), auditor="Auditor (ejemplo)", days=2, sample_members=21):
        _answer(tale, audit, {2: "El padrón no está al día (ejemplo)."}, number=9)
        _close(tale, audit, tale.ago(74), tale.ago(66))
    told, found = {"assessment": audit, "responsible": tale.submitter}, tale.ago(74)
    _find(tale, "El padrón de socios no está al día (ejemplo).", "minor", found, tale.ago(6), **told)
    plan = _find(tale, "El plan de la prima no dice quién responde (ejemplo).", "minor", found, tale.ahead(15), **told)
    _correct(tale, plan, "Nombrar una persona por actividad.", tale.ago(52), until="proposed")
    boots = _find(tale, "Faltan botas y guantes en la bodega (ejemplo).", "minor", found, tale.ahead(15), **told)
    _correct(tale, boots, "Comprar equipo de protección.", tale.ago(40), until="submitted")
    _plan(tale, "renewal", tale.ahead(27))


def _suspended(tale: Tale) -> None:
    """Certified and now suspended; the co-op carries its measures out, and answers a self-assessment meanwhile."""
    year = (Day(2011, 5, 9), Day(2011, 8, 1), Day(2011, 11, 7), Day(2012, 1, 23), Day(2012, 3, 26), Day(2012, 5, 1))
    _walk(tale, _way(*year))
    _permit(tale, Day(2012, 5, 1))
    since = tale.ago(75)
    note = "Faltou o registro de entregas de duas comunidades (exemplo)."
    _walk(tale, [(FileState.SUSPENDED, since)], note=note, until_on=months_after(since, 4))
    told, found = {"responsible": tale.submitter}, tale.ago(78)
    records = _find(
        tale, "O registro de entregas não cobre duas comunidades (exemplo).", "major", found, tale.ahead(9), **told
    )
    _correct(tale, records, "Refazer o registro com as duas comunidades.", tale.ago(60), until="proposed")
    _find(tale, "Faltam placas no armazém (exemplo).", "minor", found, tale.ago(3), **told)
    if assessment := _assess(tale, "self", tale.ago(12)):
        _answer(tale, assessment, {1: "O comitê não se reuniu neste ano (exemplo)."}, number=4)
    _plan(tale, "follow-up", tale.ahead(16))


_TALES = {"candidate-c": _preparing, "candidate-d": _correcting, "candidate-e": _certified}
