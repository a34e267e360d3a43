"""Self-assessments and audits: saved as people go, reviewed by somebody else, closed for good."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from PIL import Image

from certification.actions.answer_section import Reply, answer_section, reply_of
from certification.actions.assess import (
    cancel_assessment,
    return_assessment,
    review_assessment,
    start_self_assessment,
    submit_assessment,
)
from certification.actions.hold_audit import close_audit, plan_audit, start_audit, update_audit
from certification.models import Answer, Assessment, Attachment, CertificationFile, Criterion, Section
from certification.reports.comparison import compare
from config.errors import Refused, broken_rule
from config.uploads import AcceptedFile, read_file
from cooperatives.models import Cooperative, User
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
DAY = dt.date(2013, 2, 3)
PDF = AcceptedFile(b"%PDF-1.4\n%%EOF", "application/pdf", "lista.pdf")


def refused_by(rule: str, work: Any) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        work()
    assert broken_rule(caught.value) == rule


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A file in preparation."""
    return made.file_in("preparation", cooperative=cooperative)


@pytest.fixture
def section(file: CertificationFile) -> Section:
    """A section with two core criteria and one development criterion."""
    section = made.SectionFactory.create(version=file.version)
    made.CriterionFactory.create(section=section, text="Uno")
    made.CriterionFactory.create(section=section, text="Dos")
    made.CriterionFactory.create(section=section, text="Tres", kind="development")
    return section


@pytest.fixture
def assessment(file: CertificationFile, treasurer: User) -> Assessment:
    """An open self-assessment."""
    return start_self_assessment(file=file, started_on=DAY, by=treasurer)[0]


def criteria(section: Section) -> list[Criterion]:
    return list(section.criteria.order_by("position"))


def test_a_second_start_finds_the_one_under_way(assessment: Assessment, treasurer: User, manager: User) -> None:
    again, is_new = start_self_assessment(file=assessment.file, started_on=DAY, by=treasurer)
    assert (again, is_new) == (assessment, False)
    refused_by("assessment_one_open_self", lambda: made.AssessmentFactory.create(file=assessment.file))
    cancel_assessment(assessment=assessment, reason="Por error", by=manager)
    assert start_self_assessment(file=assessment.file, started_on=DAY, by=treasurer)[1]


def test_a_file_without_a_version_has_no_self_assessment(treasurer: User) -> None:
    file = made.file_in("enquiry", version=None)
    with pytest.raises(Refused, match="Choose the version"):
        start_self_assessment(file=file, started_on=DAY, by=treasurer)


def test_a_section_is_saved_and_sent_again_changes_nothing(
    assessment: Assessment, section: Section, treasurer: User
) -> None:
    one, _two, three = criteria(section)
    given = {one.pk: Reply(complies=True), three.pk: Reply(rank=4, comment="Falta el plan")}
    first = answer_section(assessment=assessment, section=section, given=given, seen={}, by=treasurer)
    assert (first.saved, first.unchanged, list(first.conflicts)) == (2, 0, [])
    events = Answer.pgh_event_model.objects.count()  # type: ignore[attr-defined]
    again = answer_section(assessment=assessment, section=section, given=given, seen={}, by=treasurer)
    assert (again.saved, again.unchanged) == (0, 2)
    assert Answer.pgh_event_model.objects.count() == events  # type: ignore[attr-defined]
    assert reply_of(Answer.objects.get(criterion=three)) == given[three.pk]


def test_a_blank_form_of_one_phone_wipes_nothing_of_the_other(
    assessment: Assessment, section: Section, treasurer: User, oversight: User
) -> None:
    one, two, three = criteria(section)
    blank = dict.fromkeys((one.pk, two.pk, three.pk), Reply())
    answer_section(
        assessment=assessment, section=section, given=blank | {one.pk: Reply(complies=True)}, seen=blank, by=treasurer
    )
    saved = answer_section(
        assessment=assessment, section=section, given=blank | {two.pk: Reply(complies=False)}, seen=blank, by=oversight
    )
    assert (saved.saved, saved.unchanged, len(saved.conflicts)) == (1, 2, 0)
    said = dict(Answer.objects.values_list("criterion", "complies"))
    assert (said[one.pk], said[two.pk]) == (True, False)


def test_two_different_answers_meet_as_a_conflict_and_comments_are_both_kept(
    assessment: Assessment, section: Section, treasurer: User, oversight: User
) -> None:
    one = criteria(section)[0]
    send = {"assessment": assessment, "section": section}
    answer_section(**send, given={one.pk: Reply(complies=True, comment="Hay lista")}, seen={}, by=treasurer)
    mine = Reply(complies=False, comment="Falta la firma")
    saved = answer_section(**send, given={one.pk: mine}, seen={}, by=oversight)
    (conflict,) = saved.conflicts
    assert (conflict.criterion, conflict.mine, conflict.theirs.answered_by) == (one, mine, treasurer)
    stored = Answer.objects.get(criterion=one)
    assert stored.complies is True
    assert stored.comment == "Hay lista\nFalta la firma"
    answer_section(**send, given={one.pk: mine}, seen={}, by=oversight)  # the same form again
    assert Answer.objects.get(criterion=one).comment == "Hay lista\nFalta la firma"
    seen = {one.pk: reply_of(Answer.objects.get(criterion=one))}
    answer_section(**send, given={one.pk: Reply(complies=False)}, seen=seen, by=oversight)
    stored.refresh_from_db()
    assert (stored.complies, stored.comment) == (False, "")  # knowing what was there, the person may


def test_answers_are_of_the_section_the_type_and_the_version(
    assessment: Assessment, section: Section, treasurer: User
) -> None:
    one, _two, three = criteria(section)
    send = {"assessment": assessment, "section": section, "seen": {}, "by": treasurer}
    with pytest.raises(Refused, match="answered by complies"):
        answer_section(**send, given={one.pk: Reply(rank=3)})
    with pytest.raises(Refused, match="Ranks go from 1 to 5"):
        answer_section(**send, given={three.pk: Reply(rank=6)})
    foreign = made.CriterionFactory.create(section__version=section.version)
    with pytest.raises(Refused, match="another section"):
        answer_section(**send, given={foreign.pk: Reply(complies=True)})
    create = made.AnswerFactory.create
    refused_by("answer_of_type", lambda: create(assessment=assessment, criterion=one, complies=None, rank=3))
    refused_by("answer_rank", lambda: create(assessment=assessment, criterion=three, complies=None, rank=6))
    other = made.CriterionFactory.create()
    refused_by("answer_of_version", lambda: create(assessment=assessment, criterion=other))
    refused_by("answer_says_one_thing", lambda: create(assessment=assessment, criterion=one, is_not_applicable=True))


def test_evidence_comes_with_the_answer_and_is_kept_once(
    assessment: Assessment, section: Section, treasurer: User
) -> None:
    one = criteria(section)[0]
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")
    photo = read_file(SimpleUploadedFile("foto.jpg", picture.getvalue(), "image/jpeg"))
    for _time in range(2):
        answer_section(
            assessment=assessment, section=section, given={}, seen={}, papers={one.pk: [photo, PDF]}, by=treasurer
        )
    assert sorted(Attachment.objects.values_list("original_name", flat=True)) == ["foto.jpg", "lista.pdf"]
    assert {row.certification_file_id for row in Attachment.objects.all()} == {assessment.file_id}
    refused_by("attachment_fixed", lambda: Attachment.objects.update(original_name="x"))
    refused_by("attachment_never_deleted", lambda: Attachment.objects.all()._raw_delete("default"))


def test_self_assessment_is_submitted_returned_and_reviewed_by_another(
    assessment: Assessment, section: Section, treasurer: User, manager: User
) -> None:
    one, two, _three = criteria(section)
    with pytest.raises(Refused, match="Nothing is answered"):
        submit_assessment(assessment=assessment, by=treasurer)
    made.answered(assessment, {one: Reply(complies=True), two: Reply(is_not_applicable=True)})
    with pytest.raises(Refused, match="without a word why"):
        submit_assessment(assessment=assessment, by=treasurer)
    seen = {two.pk: Reply(is_not_applicable=True)}
    given = {two.pk: Reply(is_not_applicable=True, comment="No hay empleados")}
    answer_section(assessment=assessment, section=section, given=given, seen=seen, by=treasurer)
    first = submit_assessment(assessment=assessment, by=treasurer)
    with pytest.raises(Refused, match="can't be changed"):
        answer_section(assessment=assessment, section=section, given=given, seen={}, by=treasurer)
    refused_by("answer_while_open", lambda: Answer.objects.update(comment="x"))
    with pytest.raises(Refused, match="yourself"):
        review_assessment(assessment=assessment, by=treasurer)
    return_assessment(assessment=assessment, reason="Falta la lista", by=manager)
    second = submit_assessment(assessment=assessment, by=treasurer)
    with pytest.raises(Refused, match="anew"):
        review_assessment(assessment=assessment, seen=first.submitted_at, by=manager)
    done = review_assessment(assessment=assessment, seen=second.submitted_at, note="Bien", by=manager)
    assert (done.state, done.closed_by, done.is_confirmed) == ("reviewed", manager, True)
    for change in ({"note": "x"}, {"state": "open"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Assessment.objects.filter(pk=done.pk).update(**change)


def test_reviewer_is_not_the_submitter_around_python(assessment: Assessment, section: Section, treasurer: User) -> None:
    made.answered(assessment, {criteria(section)[0]: Reply(complies=True)})
    row = submit_assessment(assessment=assessment, by=treasurer)
    around = {"state": "reviewed", "closed_at": row.submitted_at, "closed_by": treasurer}
    refused_by("assessment_reviewer_is_not_submitter", lambda: Assessment.objects.filter(pk=row.pk).update(**around))


def test_an_audit_is_planned_begun_and_held(manager: User) -> None:
    file = made.file_in("audit")
    audit = plan_audit(file=file, kind="initial", planned_on=dt.date(2013, 4, 10), auditor="A. Auditora", by=manager)
    assert list(Assessment.objects.upcoming()) == [audit]  # type: ignore[attr-defined]
    update_audit(audit=audit, planned_on=dt.date(2013, 4, 12), sample_members=20, by=manager)
    with pytest.raises(Refused, match="future"):
        start_audit(audit=audit, started_on=dt.date(2999, 1, 1), by=manager)
    start_audit(audit=audit, started_on=dt.date(2013, 4, 12), by=manager)
    with pytest.raises(Refused, match="before it starts"):
        close_audit(audit=audit, ended_on=dt.date(2013, 4, 11), by=manager)
    held = close_audit(audit=audit, ended_on=dt.date(2013, 4, 14), days=3, papers=[PDF], word="Firmado", by=manager)
    assert (held.state, held.sample_members, held.days) == ("held", 20, 3)
    assert held.attachments.count() == 1
    with pytest.raises(Refused, match="is held by now"):
        cancel_assessment(assessment=held, reason="x", by=manager)
    with pytest.raises(Refused, match="isn't planned as an audit"):
        plan_audit(file=file, kind="self", planned_on=DAY, by=manager)
    begun = Assessment.objects.filter(pk=made.AuditFactory.create(file=file).pk)
    around = {"state": "reviewed", "closed_at": held.opened_at, "closed_by": manager}
    refused_by("assessment_state_arrows", lambda: begun.update(**around))
    refused_by("assessment_state_of_kind", lambda: made.AssessmentFactory.create(state="planned", planned_on=DAY))


def test_a_new_version_changes_no_old_answer(assessment: Assessment, section: Section, manager: User) -> None:
    one, _two, three = criteria(section)
    made.answered(assessment, {one: Reply(complies=True), three: Reply(rank=2)})
    before = made.reviewed(assessment)
    refused_by("criterion_fixed_once_judged", lambda: Criterion.objects.filter(pk=one.pk).update(kind="major"))
    refused_by("criterion_fixed_once_judged", lambda: Criterion.objects.filter(pk=one.pk).update(due_year=3))
    Criterion.objects.filter(pk=one.pk).update(code="1.1.1", source="La lista")  # what was missing may be completed
    newer = made.StandardVersionFactory.create(standard=section.version.standard)
    refused_by("assessment_fixed_once_closed", lambda: Assessment.objects.filter(pk=before.pk).update(version=newer))
    same = made.CriterionFactory.create(section__version=newer, kind="development")
    made.CriterionFactory.create(section__version=newer)
    made.CorrespondenceFactory.create(criterion=same, earlier=three)
    after = made.AssessmentFactory.create(file=before.file, version=newer, started_on=dt.date(2014, 2, 1))
    made.answered(after, {same: Reply(rank=4)})
    older = before.version
    refused_by("assessment_version_stays", lambda: Assessment.objects.filter(pk=after.pk).update(version=older))
    found = compare(before, after)
    assert [(pair.criterion, pair.change) for pair in found.pairs] == [(same, 2)]
    assert (found.only_before, found.only_after) == (2, 1)
    assert "only the 1 criteria that correspond" in found.sentence
    alike = compare(before, before)
    assert (len(alike.pairs), alike.only_before, alike.only_after) == (3, 0, 0)


def test_only_criteria_of_two_versions_of_one_standard_correspond() -> None:
    one = made.CriterionFactory.create()
    for other in (made.CriterionFactory.create(), made.CriterionFactory.create(section=one.section)):
        refused_by(
            "correspondence_across_versions",
            lambda: made.CorrespondenceFactory.create(criterion=one, earlier=other),  # noqa: B023
        )


def test_criteria_keep_to_their_version() -> None:
    section = made.SectionFactory.create()
    refused_by("criterion_due_year_of_version", lambda: made.CriterionFactory.create(section=section, due_year=2))
    refused_by(
        "criterion_section_of_version",
        lambda: made.CriterionFactory.create(section=section, version=made.StandardVersionFactory.create()),
    )
    refused_by(
        "criterion_development_ranked",
        lambda: made.CriterionFactory.create(section=section, kind="development", answer_type="complies"),
    )
    unknown = made.CriterionFactory.create(section=section, kind="", due_year=None)
    assert not unknown.must_pass


def test_rows_of_two_cooperatives_are_not_joined(assessment: Assessment, section: Section) -> None:
    other = factories.CooperativeFactory.create()
    one = criteria(section)[0]
    refused_by(
        "answer_same_cooperative",
        lambda: made.AnswerFactory.create(assessment=assessment, criterion=one, cooperative=other),
    )
    refused_by(
        "assessment_same_cooperative",
        lambda: made.AssessmentFactory.create(file=assessment.file, kind="initial", cooperative=other),
    )
