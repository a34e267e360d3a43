"""Two people at one certification file at the same moment: real connections, real threads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

import pytest
from django.db import DatabaseError, connection

from certification.actions.answer_section import Reply, answer_section
from certification.actions.assess import review_assessment, start_self_assessment, submit_assessment
from certification.actions.correct import raise_non_conformity, submit_measure, verify_measure
from certification.actions.grant_permission import grant_permission
from certification.actions.move_file import move_file, open_file
from certification.models import (
    Answer,
    Assessment,
    Certificate,
    CertificationFile,
    NonConformity,
    Step,
    TradePermission,
)
from config.errors import Refused, broken_rule
from cooperatives.models import User
from tests import factories
from tests import factories_certification as made
from tests.premiums.test_collisions import at_once

pytestmark = pytest.mark.django_db(transaction=True)
DAY = dt.date(2013, 8, 1)
ROUNDS = 4


def sql(statement: str, *values: Any) -> Callable[[], None]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return run


def failed(answers: list[Any]) -> list[Exception]:
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_two_movers_of_one_file_make_one_step(admin: User) -> None:
    file = made.file_in("certified", by=admin)
    moves = [
        partial(move_file, file=CertificationFile.objects.get(pk=file.pk), to=to, taken_on=DAY, note="Así", by=admin)
        for to in ("suspended", "decertified", "withdrawn")
    ]
    # The others start from where the first one left it, if there is an arrow from there.
    moves = [partial(move, seen="certified") for move in moves]
    answers = at_once(moves)
    assert len(failed(answers)) == 2
    assert all(isinstance(answer, Refused) for answer in failed(answers))
    file.refresh_from_db()
    assert Step.objects.filter(file=file, taken_on=DAY).get().to_state == file.state


def test_two_movers_around_python_make_one_step(admin: User) -> None:
    file = made.file_in("certified", by=admin)
    insert = (
        "INSERT INTO certification_step (cooperative_id, file_id, from_state, to_state, taken_on, taken_precision, "
        "note, recorded_at, recorded_by_id, is_historic, source, is_example) "
        "VALUES (%s, %s, 'certified', %s, '2013-08-01', 'day', 'x', now(), %s, false, '', false)"
    )
    works = [
        sql(insert, file.cooperative_id, file.pk, to, admin.pk) for to in ("suspended", "decertified", "withdrawn") * 2
    ]
    refusals = failed(at_once(works))
    assert len(refusals) == 5
    assert {broken_rule(one) for one in refusals if isinstance(one, DatabaseError)} == {"step_arrow"}


def test_one_file_is_opened_once(admin: User) -> None:
    version = made.StandardVersionFactory.create()
    open_one = partial(
        open_file,
        cooperative=factories.CooperativeFactory.create(),
        scheme=version.standard.scheme,
        opened_on=DAY,
        by=admin,
    )
    assert len(failed(at_once([open_one] * 4))) == 3
    assert CertificationFile.objects.count() == Step.objects.count() == 1


def test_a_major_found_while_permission_is_granted_leaves_one_of_them_first(admin: User) -> None:
    for _round in range(ROUNDS):
        file = made.file_in("decision", by=admin)
        raised = partial(raise_non_conformity, file=file, finding="x", severity="major", found_on=DAY, by=admin)
        answers = at_once(
            [
                raised,
                partial(grant_permission, file=file, from_on=DAY, by=admin),
                partial(move_file, file=file, to="certified", taken_on=DAY, by=admin),
            ]
        )
        assert not isinstance(answers[0], Exception)
        # Whatever came second was refused for the major one, never saved beside it unseen.
        for answer in failed(answers):
            assert "still open" in str(answer)
        first = {"permission": not isinstance(answers[1], Exception), "step": not isinstance(answers[2], Exception)}
        assert TradePermission.objects.filter(file=file).exists() is first["permission"]
        assert Step.objects.filter(file=file, to_state="certified").exists() is first["step"]


def test_a_major_waits_for_the_permission_under_way_and_the_other_way_round(admin: User) -> None:
    """The order is forced: one transaction holds the file while the other tries."""
    file = made.file_in("decision", by=admin)
    insert = (
        "INSERT INTO certification_nonconformity (cooperative_id, file_id, finding, severity, state, found_on, due_on,"
        " extended_reason, measure, responsible_name, evidence, raised_at, raised_by_id, returned_reason, closed_note,"
        " is_example) SELECT %s, %s, 'x', 'major', 'open', '2013-08-01', '2013-09-01', '', '', '', '', now(), %s, '',"
        " '', false FROM pg_sleep(0.4)"
    )
    grant = (
        "INSERT INTO certification_tradepermission (cooperative_id, file_id, from_on, note,"
        " granted_at, granted_by_id, ended_reason, is_example) VALUES (%s, %s, '2013-08-01', '', now(), %s, '', false)"
    )
    keys = (file.cooperative_id, file.pk, admin.pk)
    is_held = Event()

    def raise_slowly() -> None:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT FROM certification_certificationfile WHERE id = %s FOR NO KEY UPDATE", [file.pk])
            is_held.set()
            cursor.execute(insert, keys)
            cursor.execute("COMMIT")

    def grant_meanwhile() -> None:
        assert is_held.wait(20)
        sql(grant, *keys)()

    answers = at_once([raise_slowly, grant_meanwhile])
    refusals = failed(answers)
    assert [broken_rule(one) for one in refusals if isinstance(one, DatabaseError)] == ["trade_permission_blocked"]


def test_overlapping_certificates_inserted_at_once_leave_one(admin: User) -> None:
    file = made.file_in("certified", by=admin)
    insert = (
        "INSERT INTO certification_certificate (cooperative_id, scheme_id, file_id, number, scope, valid_from_on,"
        " valid_from_precision, valid_until_on, source, confidence, note, note_es, note_pt, is_example)"
        " VALUES (%s, %s, {file}, '', '', %s, 'day', '2016-06-30', '', '', '', '', '', false)"
    )
    works = []
    for number in range(6):
        start = dt.date(2013, 7, 1 + number)
        column = "%s" if number % 2 else "NULL"  # given, or joined by the database
        values: list[Any] = [file.cooperative_id, file.scheme_id, *([file.pk] if number % 2 else []), start]
        works.append(sql(insert.format(file=column), *values))
    refusals = failed(at_once(works))
    assert {broken_rule(one) for one in refusals if isinstance(one, DatabaseError)} == {"certificate_no_overlap"}
    assert Certificate.objects.filter(file=file).count() == 1


def test_overlapping_permissions_inserted_at_once_leave_one(admin: User) -> None:
    file = made.file_in("certified", by=admin)
    grants = [partial(grant_permission, file=file, from_on=dt.date(2013, 7, day), by=admin) for day in range(1, 7)]
    assert len(failed(at_once(grants))) == 5
    assert TradePermission.objects.count() == 1


def test_verify_while_the_submitter_edits_never_confirms_what_was_not_seen(admin: User) -> None:
    submitter, verifier = factories.UserFactory.create(), factories.UserFactory.create()
    file = made.file_in("correction", by=admin)
    for _round in range(ROUNDS):
        row = made.NonConformityFactory.create(file=file)
        row = submit_measure(non_conformity=row, measure="Hecho", evidence="Primera", by=submitter)
        answers = at_once(
            [
                partial(verify_measure, non_conformity=row, seen=row.submitted_at, by=verifier),
                partial(submit_measure, non_conformity=row, evidence="Segunda", by=submitter),
            ]
        )
        after = NonConformity.objects.get(pk=row.pk)
        assert len(failed(answers)) == 1
        assert (after.state, after.evidence) in (("verified", "Primera"), ("submitted", "Segunda"))


def test_two_phones_answer_one_section_and_lose_nothing(admin: User) -> None:
    file = made.file_in("preparation", by=admin)
    section = made.SectionFactory.create(version=file.version)
    criteria = made.CriterionFactory.create_batch(8, section=section)
    starts = at_once([partial(start_self_assessment, file=file, started_on=dt.date(2013, 2, 2), by=admin)] * 4)
    assert sorted(is_new for _row, is_new in starts) == [False, False, False, True]
    assessment = Assessment.objects.get()
    blank = {criterion.pk: Reply() for criterion in criteria}
    works = [
        partial(
            answer_section,
            assessment=assessment,
            section=section,
            given=blank | {criterion.pk: Reply(complies=True, comment=f"Nota {criterion.pk}")},
            seen=blank,
            by=admin,
        )
        for criterion in criteria
    ]
    assert not failed(at_once(works * 2))  # each phone sends twice
    said = {answer.criterion_id: (answer.complies, answer.comment) for answer in Answer.objects.all()}
    assert said == {criterion.pk: (True, f"Nota {criterion.pk}") for criterion in criteria}


def test_an_answer_that_comes_while_it_is_submitted_is_in_or_refused(admin: User) -> None:
    reviewer = factories.UserFactory.create()
    for _round in range(ROUNDS):
        file = made.file_in("preparation", by=admin)
        assessment = made.AssessmentFactory.create(file=file)
        section = made.SectionFactory.create(version=file.version)
        one, two = made.CriterionFactory.create_batch(2, section=section)
        made.answered(assessment, {one: Reply(complies=True)})

        def finish(assessment: Assessment = assessment) -> None:
            submit_assessment(assessment=assessment, by=admin)
            review_assessment(assessment=assessment, by=reviewer)

        late = partial(
            answer_section,
            assessment=assessment,
            section=section,
            given={two.pk: Reply(complies=False)},
            seen={},
            by=admin,
        )
        answers = at_once([finish, late])
        is_saved = Answer.objects.filter(assessment=assessment, criterion=two).exists()
        assert is_saved is not isinstance(answers[1], Refused)
        assert Assessment.objects.get(pk=assessment.pk).state == "reviewed"
