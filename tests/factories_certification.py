"""Rows of certification for tests. States are reached like in the application: by steps and actions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from certification.actions.answer_section import Reply, answer_section
from certification.actions.assess import review_assessment, submit_assessment
from certification.actions.correct import (
    close_non_conformity,
    raise_non_conformity,
    submit_measure,
    verify_measure,
)
from certification.actions.move_file import move_file
from certification.models import (
    Answer,
    Assessment,
    CertificationFile,
    Certifier,
    Correspondence,
    Criterion,
    NonConformity,
    Section,
    Standard,
    StandardVersion,
    Step,
    TradePermission,
)
from certification.models.files import FileState
from cooperatives.models import User
from tests.factories import CooperativeFactory, SchemeFactory, UserFactory

# The way of a file from its enquiry to its certificate, with the days it takes in tests.
WAY = (
    (FileState.PREPARATION, dt.date(2013, 2, 1)),
    (FileState.APPLICATION, dt.date(2013, 3, 1)),
    (FileState.AUDIT, dt.date(2013, 4, 1)),
    (FileState.CORRECTION, dt.date(2013, 5, 1)),
    (FileState.DECISION, dt.date(2013, 6, 1)),
    (FileState.CERTIFIED, dt.date(2013, 7, 1)),
)


class CertifierFactory(DjangoModelFactory[Certifier]):
    """A certifier."""

    class Meta:
        model = Certifier

    slug = factory.Sequence(lambda n: f"certifier-{n}")
    name = factory.Sequence(lambda n: f"Certifier {n}")


class StandardFactory(DjangoModelFactory[Standard]):
    """A standard."""

    class Meta:
        model = Standard

    slug = factory.Sequence(lambda n: f"standard-{n}")
    scheme = factory.SubFactory(SchemeFactory)
    name = factory.Sequence(lambda n: f"Standard {n}")


class StandardVersionFactory(DjangoModelFactory[StandardVersion]):
    """A version in which development criteria need 3.0 and a suspension lasts six months at most."""

    class Meta:
        model = StandardVersion

    standard = factory.SubFactory(StandardFactory)
    label = factory.Sequence(lambda n: f"v{n}")
    valid_from_on = dt.date(2011, 5, 1)
    valid_from_precision = "day"
    cycle_years = 3
    development_pass_mark = 3
    suspension_months = 6
    correction_days = 90
    is_confirmed = True


class SectionFactory(DjangoModelFactory[Section]):
    """A section."""

    class Meta:
        model = Section

    version = factory.SubFactory(StandardVersionFactory)
    number = factory.Sequence(lambda n: f"{n}.1")
    title = factory.Sequence(lambda n: f"Section {n}")
    position = factory.Sequence(lambda n: n)


class CriterionFactory(DjangoModelFactory[Criterion]):
    """A core criterion due from the start, answered by yes or no."""

    class Meta:
        model = Criterion

    section = factory.SubFactory(SectionFactory)
    version = factory.SelfAttribute("section.version")
    text = factory.Sequence(lambda n: f"Topic {n}")
    kind = "core"
    due_year = 0
    answer_type = factory.LazyAttribute(lambda row: "rank" if row.kind == "development" else "complies")
    position = factory.Sequence(lambda n: n)


class CorrespondenceFactory(DjangoModelFactory[Correspondence]):
    """Two criteria of two versions of one standard that ask the same."""

    class Meta:
        model = Correspondence

    criterion = factory.SubFactory(CriterionFactory)
    earlier = factory.SubFactory(
        CriterionFactory, section__version__standard=factory.SelfAttribute("....criterion.version.standard")
    )


class CertificationFileFactory(DjangoModelFactory[CertificationFile]):
    """A file without a step yet; see `file_in`."""

    class Meta:
        model = CertificationFile

    cooperative = factory.SubFactory(CooperativeFactory)
    version = factory.SubFactory(StandardVersionFactory)
    scheme = factory.LazyAttribute(
        lambda file: file.version.standard.scheme if file.version else SchemeFactory.create()
    )


class StepFactory(DjangoModelFactory[Step]):
    """The enquiry of a file."""

    class Meta:
        model = Step

    file = factory.SubFactory(CertificationFileFactory)
    cooperative = factory.SelfAttribute("file.cooperative")
    from_state = ""
    to_state = "enquiry"
    taken_on = dt.date(2013, 1, 1)
    taken_precision = "day"
    recorded_by = factory.SubFactory(UserFactory)
    recorded_at = factory.LazyFunction(timezone.now)


class TradePermissionFactory(DjangoModelFactory[TradePermission]):
    """Permission from July 2013 on."""

    class Meta:
        model = TradePermission

    file = factory.SubFactory(CertificationFileFactory)
    cooperative = factory.SelfAttribute("file.cooperative")
    from_on = dt.date(2013, 7, 1)
    granted_by = factory.SubFactory(UserFactory)
    granted_at = factory.LazyFunction(timezone.now)


class AssessmentFactory(DjangoModelFactory[Assessment]):
    """An open self-assessment."""

    class Meta:
        model = Assessment

    file = factory.SubFactory(CertificationFileFactory)
    cooperative = factory.SelfAttribute("file.cooperative")
    version = factory.SelfAttribute("file.version")
    kind = "self"
    state = "open"
    started_on = dt.date(2013, 2, 1)
    opened_by = factory.SubFactory(UserFactory)
    opened_at = factory.LazyFunction(timezone.now)


class AuditFactory(AssessmentFactory):
    """An initial audit that has begun."""

    kind = "initial"
    started_on = dt.date(2013, 4, 2)


class AnswerFactory(DjangoModelFactory[Answer]):
    """A yes."""

    class Meta:
        model = Answer

    assessment = factory.SubFactory(AssessmentFactory)
    cooperative = factory.SelfAttribute("assessment.cooperative")
    criterion = factory.LazyAttribute(
        lambda answer: CriterionFactory.create(section__version=answer.assessment.version)
    )
    complies = True
    answered_by = factory.SubFactory(UserFactory)
    answered_at = factory.LazyFunction(timezone.now)


class NonConformityFactory(DjangoModelFactory[NonConformity]):
    """A minor one, found in April 2013 and due in July."""

    class Meta:
        model = NonConformity

    file = factory.SubFactory(CertificationFileFactory)
    cooperative = factory.SelfAttribute("file.cooperative")
    finding = factory.Sequence(lambda n: f"Finding {n}")
    severity = "minor"
    found_on = dt.date(2013, 4, 3)
    due_on = dt.date(2013, 7, 2)
    raised_by = factory.SubFactory(UserFactory)
    raised_at = factory.LazyFunction(timezone.now)


def file_in(state: str, *, by: User | None = None, **file: Any) -> CertificationFile:
    """A file that went its way to a state of the path, one step on the first of each month from January 2013."""
    by = by or UserFactory.create()
    row = CertificationFileFactory.create(**file)
    StepFactory.create(file=row, recorded_by=by)
    row.refresh_from_db()
    for to, on in WAY:
        if row.state == state:
            break
        move_file(file=row, to=to, taken_on=on, by=by)
    assert row.state == state
    return row


def answered(assessment: Assessment, replies: dict[Criterion, Reply], *, by: User | None = None) -> Assessment:
    """The assessment with these replies, saved section by section."""
    by = by or UserFactory.create()
    for criterion, reply in replies.items():
        answer_section(assessment=assessment, section=criterion.section, given={criterion.pk: reply}, seen={}, by=by)
    return assessment


def reviewed(assessment: Assessment) -> Assessment:
    """A self-assessment handed in by one person and reviewed by another."""
    submit_assessment(assessment=assessment, by=UserFactory.create())
    return review_assessment(assessment=assessment, by=UserFactory.create())


def closed_finding(file: CertificationFile, *, closed_on: dt.date, **about: Any) -> NonConformity:
    """A non-conformity that was corrected, verified and closed."""
    submitter, verifier = UserFactory.create(), UserFactory.create()
    facts = {"finding": "Falta el registro", "severity": "major", "found_on": dt.date(2013, 4, 3), **about}
    row = raise_non_conformity(file=file, by=verifier, **facts)
    row = submit_measure(non_conformity=row, measure="Se hizo", evidence="Acta", by=submitter)
    row = verify_measure(non_conformity=row, by=verifier)
    return close_non_conformity(non_conformity=row, closed_on=closed_on, by=verifier)
