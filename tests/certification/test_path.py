"""The path, what comes next and who owes it; the dates ahead."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.actions.answer_section import Reply
from certification.actions.assess import return_assessment, review_assessment, submit_assessment
from certification.actions.correct import submit_measure, verify_measure
from certification.actions.grant_permission import grant_permission
from certification.actions.hold_audit import close_audit, plan_audit, start_audit
from certification.actions.move_file import move_file
from certification.actions.record_certificate import record_certificate
from certification.models import CertificationFile
from certification.reports.dates import next_dates, upcoming
from certification.reports.path import next_steps, path
from cooperatives.models import Cooperative, Programme, User
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
ON = dt.date(2013, 8, 11)


def next_of(file: CertificationFile) -> tuple[str, str]:
    step = next_steps([CertificationFile.objects.get(pk=file.pk)], on=ON)[file.pk]
    return step.what, step.owes


def test_what_comes_next_before_the_audit(manager: User, treasurer: User) -> None:
    assert next_of(made.file_in("enquiry", version=None)) == ("Choose the version of the standard", "programme")
    file = made.file_in("preparation")
    assert next_of(file) == ("Start the self-assessment", "cooperative")
    assessment = made.AssessmentFactory.create(file=file)
    assert next_of(file) == ("Finish the self-assessment", "cooperative")
    made.answered(assessment, {made.CriterionFactory.create(section__version=file.version): Reply(complies=True)})
    submit_assessment(assessment=assessment, by=treasurer)
    assert next_of(file) == ("Review the self-assessment", "programme")
    return_assessment(assessment=assessment, reason="x", by=manager)
    assert next_of(file) == ("Correct the returned self-assessment", "cooperative")
    submit_assessment(assessment=assessment, by=treasurer)
    review_assessment(assessment=assessment, by=manager)
    assert next_of(file) == ("Send the application", "cooperative")


def test_what_comes_next_from_the_audit_to_the_certificate(manager: User, treasurer: User) -> None:
    file = made.file_in("audit")
    assert next_of(file) == ("Plan the audit", "programme")
    audit = plan_audit(file=file, kind="initial", planned_on=dt.date(2013, 4, 2), by=manager)
    assert next_of(file) == ("Hold the audit", "certifier")
    start_audit(audit=audit, started_on=dt.date(2013, 4, 2), by=manager)
    assert next_of(file) == ("Close the audit with its report", "programme")
    close_audit(audit=audit, ended_on=dt.date(2013, 4, 3), by=manager)
    assert next_of(file) == ("Send the file to the decision", "programme")
    finding = made.NonConformityFactory.create(file=file, assessment=audit)
    assert next_of(file) == ("Go on to the corrective measures", "programme")
    move_file(file=file, to="correction", taken_on=dt.date(2013, 5, 1), by=manager)
    assert next_of(file) == ("Submit evidence for the corrective measures", "cooperative")
    submit_measure(non_conformity=finding, measure="x", evidence="y", by=treasurer)
    assert next_of(file) == ("Verify the evidence", "programme")
    verify_measure(non_conformity=finding, by=manager)
    assert next_of(file) == ("Close what was verified", "programme")
    certified = made.file_in("certified")
    assert next_of(certified) == ("Record the certificate", "programme")
    end = dt.date(2016, 6, 30)
    record_certificate(file=certified, number="1", valid_from_on=dt.date(2013, 7, 1), valid_until_on=end, by=manager)
    assert next_of(certified) == ("Renew before Jun 30, 2016", "cooperative")
    plan_audit(file=certified, kind="surveillance", planned_on=dt.date(2014, 4, 2), by=manager)
    assert next_of(certified) == ("Hold the audit: surveillance audit", "certifier")
    assert next_of(made.file_in("decision")) == ("Decide on certification", "certifier")
    move_file(file=certified, to="suspended", taken_on=dt.date(2013, 8, 1), note="x", by=manager)
    step = next_steps([CertificationFile.objects.get(pk=certified.pk)], on=ON)[certified.pk]
    assert (step.owed_by, step.due_on) == ("the programme", dt.date(2014, 2, 1))
    move_file(file=certified, to="withdrawn", taken_on=dt.date(2013, 8, 2), note="x", by=manager)
    assert next_of(certified) == ("Nothing: the co-op may enquire again", "")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_path_shows_candidates_in_their_stages(programme: Programme, manager: User, rows: int) -> None:
    programme.candidates_goal = 5
    programme.save()
    states = ("audit", "certified", "")[:rows]
    for state in states:
        candidate = factories.CooperativeFactory.create(short_name=f"Candidata {state}")
        factories.EnrolmentFactory.create(cooperative=candidate, programme=programme, kind="candidate")
        if state:
            file = made.file_in(state, cooperative=candidate)
            made.NonConformityFactory.create(file=file, severity="major")
    made.file_in("certified")  # of a co-op out of sight
    visible = Cooperative.objects.visible_to(manager)
    with CaptureQueriesContext(connection) as queries:
        found = path(visible, on=ON, programme=programme)
        for stage in found.stages:
            assert all(str(card.cooperative) and card.next_step.owed_by for card in stage.cards)
    assert len(queries) == 3
    by_state = {stage.state: stage for stage in found.stages}
    (card,) = by_state["audit"].cards
    assert (card.days, card.open_majors, card.open_findings) == (132, 1, 1)
    assert (found.goal, found.total, found.on_the_way, found.certified) == (5, rows, 1, int(rows > 1))
    if rows == 3:
        assert [card.next_step.what for card in by_state[""].cards] == ["Open a certification file"]


def test_without_a_programme_files_that_are_under_way_are_shown_too(cooperative: Cooperative, manager: User) -> None:
    made.file_in("application", cooperative=cooperative)
    assert path(Cooperative.objects.visible_to(manager), on=ON).on_the_way == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_upcoming_dates(manager: User, rows: int) -> None:
    for _number in range(rows):
        file = made.file_in("certified")
        start, end = dt.date(2013, 7, 1), dt.date(2013, 10, 1)
        record_certificate(file=file, number="", valid_from_on=start, valid_until_on=end, by=manager)
        grant_permission(file=file, from_on=start, until_on=dt.date(2013, 9, 20), by=manager)
        plan_audit(file=file, kind="surveillance", planned_on=dt.date(2013, 9, 10), by=manager)
        made.NonConformityFactory.create(file=file, due_on=dt.date(2013, 8, 1))
        made.NonConformityFactory.create(
            file=file,
            due_on=dt.date(2013, 8, 1),
            extended_to_on=dt.date(2014, 8, 1),
            extended_reason="x",
            extended_by=manager,
            extended_at=file.steps.last().recorded_at,
        )
        suspended = made.file_in("certified")
        move_file(
            file=suspended,
            to="suspended",
            taken_on=dt.date(2013, 8, 1),
            note="x",
            until_on=dt.date(2013, 9, 1),
            by=manager,
        )
    everybody = Cooperative.objects.all()
    with CaptureQueriesContext(connection) as queries:
        found = upcoming(everybody, on=ON, until=dt.date(2013, 10, 1))
        assert all(str(one.file) and one.label and one.cooperative.short_name for one in found)
    assert len(queries) == 5
    kinds = [(one.kind, one.days_left) for one in found]
    assert kinds == [
        pair
        for pair in (("measure", -10), ("suspension", 21), ("audit", 30), ("permission", 40), ("certificate", 51))
        for _time in range(rows)
    ]
    assert found[0].is_past
    assert [one.kind for one in upcoming(everybody, on=ON, until=dt.date(2013, 9, 9))][-1] == "suspension"
    assert {one.kind for one in next_dates(everybody, on=ON, until=dt.date(2013, 10, 1)).values()} == {
        "audit",
        "suspension",
    }
