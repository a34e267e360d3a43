"""Non-conformities: measure, evidence, verification by somebody else, closing; the board of measures."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from certification.actions.correct import (
    close_non_conformity,
    extend_measure,
    propose_measure,
    raise_non_conformity,
    return_measure,
    submit_measure,
    verify_measure,
    void_non_conformity,
)
from certification.models import Attachment, CertificationFile, NonConformity
from certification.reports.corrective import corrective
from config.errors import Refused, broken_rule
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, User
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
FOUND = dt.date(2013, 4, 3)
PDF = AcceptedFile(b"%PDF-1.4\n%%EOF", "application/pdf", "lista.pdf")


def refused_by(rule: str, work: Any) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        work()
    assert broken_rule(caught.value) == rule


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A file in which corrective measures are under way."""
    return made.file_in("correction", cooperative=cooperative)


@pytest.fixture
def finding(file: CertificationFile, manager: User) -> NonConformity:
    """A major non-conformity."""
    return raise_non_conformity(file=file, finding="No hay lista", severity="major", found_on=FOUND, by=manager)


def update(row: NonConformity, **values: Any) -> None:
    NonConformity.objects.filter(pk=row.pk).update(**values)


def test_due_day_is_the_usual_one_of_the_version(finding: NonConformity, manager: User) -> None:
    assert finding.due_on == FOUND + dt.timedelta(days=90)
    bare = made.file_in("audit", version__correction_days=None)
    with pytest.raises(Refused, match="until when"):
        raise_non_conformity(file=bare, finding="x", severity="minor", found_on=FOUND, by=manager)
    with pytest.raises(Refused, match="Say what was found"):
        raise_non_conformity(file=bare, finding=" ", severity="minor", found_on=FOUND, by=manager)
    with pytest.raises(Refused, match="due before it was found"):
        raise_non_conformity(
            file=bare, finding="x", severity="minor", found_on=FOUND, due_on=dt.date(2013, 4, 2), by=manager
        )


def test_measure_goes_from_proposal_over_return_to_closed(
    finding: NonConformity, treasurer: User, oversight: User, manager: User
) -> None:
    propose_measure(non_conformity=finding, measure="Hacer la lista", responsible=treasurer, by=treasurer)
    with pytest.raises(Refused, match="Say what shows it"):
        submit_measure(non_conformity=finding, evidence="", by=treasurer)
    submit_measure(non_conformity=finding, evidence="La lista", papers=[PDF], by=treasurer)
    with pytest.raises(Refused, match="yourself"):
        verify_measure(non_conformity=finding, by=treasurer)
    return_measure(non_conformity=finding, reason="Falta la firma", by=oversight)
    submit_measure(non_conformity=finding, evidence="La lista firmada", by=treasurer)
    with pytest.raises(Refused, match="is in “evidence submitted” by now"):
        close_non_conformity(non_conformity=finding, closed_on=FOUND, by=manager)
    verified = verify_measure(non_conformity=finding, by=oversight)
    assert (verified.measure, verified.responsible) == ("Hacer la lista", treasurer)
    with pytest.raises(Refused, match="choose a day from then"):
        close_non_conformity(non_conformity=finding, closed_on=dt.date(2013, 4, 2), by=manager)
    closed = close_non_conformity(non_conformity=finding, closed_on=dt.date(2013, 5, 1), by=manager)
    assert not closed.is_open
    refused_by("non_conformity_fixed_once_done", lambda: update(finding, finding="otra"))
    refused_by("non_conformity_never_deleted", lambda: NonConformity.objects.all()._raw_delete("default"))


def test_verifier_is_not_the_submitter_around_python(finding: NonConformity, treasurer: User) -> None:
    row = submit_measure(non_conformity=finding, measure="Hecho", evidence="Acta", by=treasurer)
    around = {"state": "verified", "verified_at": row.submitted_at, "verified_by": treasurer}
    refused_by("non_conformity_verifier_is_not_submitter", lambda: update(finding, **around))
    refused_by("non_conformity_arrows", lambda: update(finding, state="closed"))
    refused_by("non_conformity_fixed_while_verified", lambda: update(finding, evidence="otra"))
    refused_by("non_conformity_verified_state", lambda: update(finding, state="verified"))
    refused_by("non_conformity_origin_stays", lambda: update(finding, due_on=dt.date(2014, 1, 1)))
    refused_by("non_conformity_starts_open", lambda: made.NonConformityFactory.create(state="closed"))


def test_evidence_submitted_anew_is_not_verified_unseen(
    finding: NonConformity, treasurer: User, oversight: User
) -> None:
    first = submit_measure(non_conformity=finding, measure="Hecho", evidence="Acta", by=treasurer)
    second = submit_measure(non_conformity=finding, evidence="Otra acta", papers=[PDF], by=treasurer)
    with pytest.raises(Refused, match="anew meanwhile"):
        verify_measure(non_conformity=finding, seen=first.submitted_at, by=oversight)
    verify_measure(non_conformity=finding, seen=second.submitted_at, by=oversight)
    paper = Attachment.objects.get()
    again = {"cooperative": paper.cooperative, "certification_file": finding.file, "non_conformity": finding}
    again |= {"file": "x", "size": 1, "sha256": "0", "uploaded_by": treasurer, "uploaded_at": paper.uploaded_at}
    refused_by("attachment_evidence_open", lambda: Attachment.objects.create(**again))
    refused_by(
        "attachment_of_one",
        lambda: Attachment.objects.create(**{k: v for k, v in again.items() if k != "non_conformity"}),
    )


def test_more_time_has_a_reason_and_goes_beyond(finding: NonConformity, manager: User) -> None:
    with pytest.raises(Refused, match="beyond that"):
        extend_measure(non_conformity=finding, to=finding.due_on, reason="Lluvias", by=manager)
    extended = extend_measure(non_conformity=finding, to=dt.date(2013, 9, 1), reason="Lluvias", by=manager)
    assert (extended.current_due_on, extended.days_left(dt.date(2013, 8, 31))) == (dt.date(2013, 9, 1), 1)
    with pytest.raises(Refused, match="beyond that"):
        extend_measure(non_conformity=finding, to=dt.date(2013, 8, 1), reason="x", by=manager)
    refused_by("non_conformity_extended_why", lambda: update(finding, extended_reason=""))
    assert not NonConformity.objects.overdue(on=dt.date(2013, 9, 1))  # type: ignore[attr-defined]
    assert NonConformity.objects.overdue(on=dt.date(2013, 9, 2))  # type: ignore[attr-defined]
    assert NonConformity.objects.due_within(30, on=dt.date(2013, 8, 2))  # type: ignore[attr-defined]
    assert not NonConformity.objects.due_within(30, on=dt.date(2013, 8, 1))  # type: ignore[attr-defined]


def test_one_raised_by_mistake_is_voided_with_a_reason(finding: NonConformity, manager: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        void_non_conformity(non_conformity=finding, on=FOUND, reason="", by=manager)
    assert not void_non_conformity(non_conformity=finding, on=FOUND, reason="Por error", by=manager).is_open


def test_audit_and_criterion_belong_to_the_file(file: CertificationFile) -> None:
    foreign = made.AuditFactory.create(file__cooperative=file.cooperative)
    refused_by("non_conformity_of_file", lambda: made.NonConformityFactory.create(file=file, assessment=foreign))
    audit = made.AuditFactory.create(file=file)
    other = made.CriterionFactory.create()
    refused_by(
        "non_conformity_of_file",
        lambda: made.NonConformityFactory.create(file=file, assessment=audit, criterion=other),
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_board_groups_measures_in_one_query(
    file: CertificationFile, treasurer: User, oversight: User, rows: int
) -> None:
    on = dt.date(2013, 7, 1)
    for number in range(rows):
        due = on + dt.timedelta(days=(-1, 30, 31)[number])
        made.NonConformityFactory.create(file=file, due_on=due, responsible=treasurer if number == 0 else None)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        board = corrective(Cooperative.objects.visible_to(treasurer), on=on, user=treasurer)
        names = [str(one.finding.cooperative) for one in board.measures]
    assert len(queries) == 1
    assert names == ["Triunfo"] * rows
    assert [len(group) for group in (board.mine, board.overdue)] == [1, 1]
    assert [len(group) for group in (board.soon, board.later)] == ([1, 1] if rows == 3 else [0, 0])
    assert [(row.short_name, len(found)) for row, found in board.by_cooperative] == [("Triunfo", rows)]
    submit_measure(non_conformity=board.overdue[0].finding, measure="Hecho", evidence="Acta", by=treasurer)
    after = corrective(Cooperative.objects.all(), on=on, user=oversight)
    assert (len(after.to_verify), len(after.overdue), len(after.mine)) == (1, 0, 0)
    assert not corrective(
        Cooperative.objects.filter(pk=factories.CooperativeFactory.create().pk), on=on, user=oversight
    ).measures
