"""Example certification files: candidates in different stages, an audit with its findings, a suspension and back.

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
from certification.models.files import PATH, FileState
from config.dates import DatePrecision
from cooperatives.models import Cooperative, Scheme, User

Day = dt.date
Steps = Sequence[tuple[str, Day]]

STANDARD = "fairtrade-spo"  # whose topics the candidates of the story answer

# Where each candidate has come: the days of its steps, in the order of the path. The first one has not enquired yet.
CANDIDATE_STEPS: dict[str, tuple[Day, ...]] = {
    "candidate-b": (Day(2015, 9, 14),),
    "candidate-c": (Day(2015, 3, 9), Day(2015, 6, 1)),
    "candidate-d": (Day(2014, 10, 6), Day(2014, 11, 3), Day(2015, 2, 16), Day(2015, 5, 18), Day(2015, 6, 8)),
    "candidate-e": (
        *(Day(2013, 9, 2), Day(2013, 10, 7), Day(2014, 2, 10), Day(2014, 5, 5), Day(2014, 6, 2)),
        *(Day(2014, 10, 13), Day(2014, 11, 3)),
    ),
}
SUSPENDED = "Faltó el registro de entregas de tres comunidades (ejemplo)."


@dataclass(frozen=True)
class Tale:
    """One file of the story, and the people who act on it."""

    file: CertificationFile
    programme: User
    submitter: User
    verifier: User

    def moment(self, day: Day, hour: int = 10) -> dt.datetime:
        """A time of day at the co-op."""
        return dt.datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(self.file.cooperative.time_zone))

    @property
    def own(self) -> dict[str, Any]:
        """The columns that every row of the file has."""
        return {"cooperative": self.file.cooperative, "file": self.file, "is_example": True}


def tell_certification(
    cooperatives: Mapping[str, Cooperative], people: Mapping[str, User], schemes: Mapping[str, Scheme]
) -> None:
    """The files of five candidates but one, and of two co-ops that are certified in the story."""
    version = _version()
    for slug, days in CANDIDATE_STEPS.items():
        scheme = schemes["fairtrade-international"]
        tale = _opened(cooperatives[slug], scheme, version, _people(people, slug))
        _walk(tale, list(zip(PATH, days, strict=False)))
        _TALES.get(slug, lambda _tale: None)(tale)
    for slug, tell in (("majomut", _suspended_and_back), ("triunfo-verde", _surveyed)):
        tell(_opened(cooperatives[slug], schemes["fair-trade-usa"], None, _people(people, slug)))


def _version() -> StandardVersion | None:
    """The version of the standard with most criteria; None where the reference data has none."""
    versions = StandardVersion.objects.filter(standard__slug=STANDARD).annotate(number=Count("criteria"))
    return versions.order_by("-number", "pk").first()


def _people(people: Mapping[str, User], slug: str) -> tuple[User, User, User]:
    prefix = "" if slug == "triunfo-verde" else f".{slug}"
    manager = people["manager@example.org"]
    keys = (f"treasurer{prefix}@example.org", f"oversight{prefix}@example.org")
    submitter, verifier = (people.get(key, manager) for key in keys)
    return manager, submitter, verifier


def _opened(
    cooperative: Cooperative, scheme: Scheme, version: StandardVersion | None, people: tuple[User, User, User]
) -> Tale:
    file = CertificationFile.objects.create(cooperative=cooperative, scheme=scheme, version=version, is_example=True)
    return Tale(file, *people)


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


def _answer(tale: Tale, assessment: Assessment, replies: Mapping[int, tuple[bool, str]], *, number: int) -> None:
    """Say yes to the first `number` criteria that are answered by yes or no, or what `replies` says to one of them."""
    criteria = Criterion.objects.filter(version=assessment.version_id, answer_type="complies")
    for place, criterion in enumerate(criteria.order_by("section__position", "position", "pk")[:number]):
        complies, comment = replies.get(place, (True, ""))
        Answer.objects.create(
            cooperative=tale.file.cooperative,
            assessment=assessment,
            criterion=criterion,
            complies=complies,
            comment=comment,
            answered_at=tale.moment(assessment.started_on or Day(2015, 1, 1), 12),
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
    finding.measure, finding.evidence = measure, "Lista firmada y fotos (ejemplo)." if until != "proposed" else ""
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
    if assessment := _assess(tale, "self", Day(2015, 6, 3)):
        no = {3: (False, "Faltan las hojas de dos comunidades (ejemplo).")}
        _answer(tale, assessment, no, number=6)


def _correcting(tale: Tale) -> None:
    """An audit with its findings; the measures of the major ones are under way."""
    audit = _assess(tale, "initial", Day(2015, 5, 19), auditor="Auditora (ejemplo)", days=3, sample_members=14)
    if audit:
        _answer(tale, audit, {4: (False, "Sin fechas en las notas (ejemplo).")}, number=9)
        audit.state, audit.ended_on, audit.closing_report_on = "held", Day(2015, 5, 21), Day(2015, 5, 28)
        audit.closed_at, audit.closed_by = tale.moment(Day(2015, 5, 28)), tale.programme
        audit.save()
    told = {"assessment": audit, "responsible": tale.submitter}
    found, due = Day(2015, 5, 21), Day(2015, 8, 19)
    records = _find(tale, "Las notas de venta no llevan fecha ni comprador (ejemplo).", "major", found, due, **told)
    _correct(tale, records, "Usar notas foliadas en todas las bodegas.", Day(2015, 6, 15), until="submitted")
    apart = _find(tale, "El café comprado a no socios no se guarda aparte (ejemplo).", "major", found, due, **told)
    _correct(tale, apart, "Separar la bodega con mamparas y letreros.", Day(2015, 6, 20), until="returned")
    signs = _find(tale, "Faltan letreros en la bodega central (ejemplo).", "minor", found, due, **told)
    _correct(tale, signs, "Colocar letreros.", Day(2015, 6, 10), until="closed")


def _certified(tale: Tale) -> None:
    """The first of the candidates with a certificate and permission to trade."""
    _certificate(tale, "EXAMPLE-2001", Day(2014, 11, 3), Day(2017, 11, 2))
    _permit(tale, Day(2014, 11, 3))


def _certificate(tale: Tale, number: str, start: Day, end: Day) -> None:
    Certificate.objects.create(
        **tale.own,
        scheme=tale.file.scheme,
        number=number,
        valid_from_on=start,
        valid_from_precision=DatePrecision.DAY,
        valid_until_on=end,
    )
    tale.file.cycle_starts_on, tale.file.cycle_ends_on = start, end
    tale.file.save(update_fields=["cycle_starts_on", "cycle_ends_on"])


def _permit(tale: Tale, start: Day) -> None:
    TradePermission.objects.create(**tale.own, from_on=start, granted_at=tale.moment(start), granted_by=tale.programme)


def _way(*days: Day) -> Steps:
    """The path without its corrective measures, on these days."""
    return list(zip([state for state in PATH if state != FileState.CORRECTION], days, strict=True))


def _suspended_and_back(tale: Tale) -> None:
    """Certified, suspended for some months, and certified again; the permission to trade is granted anew."""
    year = (Day(2011, 6, 6), Day(2011, 7, 4), Day(2011, 10, 3), Day(2012, 1, 16), Day(2012, 3, 12), Day(2012, 5, 1))
    _walk(tale, _way(*year))
    _permit(tale, Day(2012, 5, 1))
    _walk(tale, [(FileState.SUSPENDED, Day(2014, 7, 14))], note=SUSPENDED, until_on=Day(2015, 1, 14))
    _walk(tale, [(FileState.CERTIFIED, Day(2014, 10, 20))], note="El registro está completo (ejemplo).")
    _permit(tale, Day(2014, 10, 22))


def _surveyed(tale: Tale) -> None:
    """Certified, with small findings whose measures wait for different people."""
    year = (Day(2012, 5, 7), Day(2012, 6, 4), Day(2012, 9, 10), Day(2012, 12, 3), Day(2013, 2, 18), Day(2013, 5, 1))
    _walk(tale, _way(*year))
    _permit(tale, Day(2013, 5, 1))
    found, due = Day(2015, 4, 16), Day(2015, 7, 15)
    told = {"responsible": tale.submitter}
    _find(tale, "El padrón de socios no está al día (ejemplo).", "minor", found, due, **told)
    plan = _find(tale, "El plan de la prima no dice quién responde (ejemplo).", "minor", found, due, **told)
    _correct(tale, plan, "Nombrar una persona por actividad.", Day(2015, 5, 4), until="proposed")
    boots = _find(tale, "Faltan botas y guantes en la bodega (ejemplo).", "minor", found, due, **told)
    _correct(tale, boots, "Comprar equipo de protección.", Day(2015, 5, 11), until="submitted")


_TALES = {"candidate-c": _preparing, "candidate-d": _correcting, "candidate-e": _certified}
