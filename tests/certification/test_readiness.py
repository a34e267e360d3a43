"""Readiness at its edges, its arithmetic in words, and what it costs."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.actions.answer_section import Reply
from certification.actions.correct import extend_measure, raise_non_conformity
from certification.actions.hold_audit import close_audit
from certification.models import CertificationFile, Criterion
from certification.reports.arithmetic import explain_readiness, verdict
from certification.reports.readiness import readiness, readiness_of
from certification.reports.standing import Readiness, Standing
from cooperatives.models import Cooperative, User
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
ON = dt.date(2013, 12, 1)
YES, NO = Reply(complies=True), Reply(complies=False)


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A certified file: year zero is 1 July 2013."""
    return made.file_in("certified", cooperative=cooperative)


def core(file: CertificationFile, **about: object) -> Criterion:
    return made.CriterionFactory.create(section__version=file.version, **about)


def ask(file: CertificationFile, replies: dict[Criterion, Reply], *, started_on: dt.date = dt.date(2013, 9, 1)) -> None:
    made.answered(made.AuditFactory.create(file=file, started_on=started_on, kind="surveillance"), replies)


def standing_of(found: Readiness) -> list[Standing]:
    return [line.standing for line in found.lines]


def test_nothing_answered_is_not_passed(file: CertificationFile) -> None:
    core(file)
    core(file, kind="major")
    core(file, kind="development")
    found = readiness(file, on=ON)
    assert (found.must_pass.due, found.must_pass.unanswered, found.must_pass.met) == (2, 2, 0)
    assert (found.development.due, found.development.unanswered, found.development.average) == (1, 1, None)
    assert not found.is_ready
    assert len(found.blocking) == 3
    assert verdict(found) == "Not ready"


def test_nothing_to_judge_is_not_ready(file: CertificationFile) -> None:
    core(file, kind="", due_year=None)
    core(file, kind="voluntary")
    found = readiness(file, on=ON)
    assert (found.judged, found.not_judged, found.is_ready, found.is_provisional) == (0, 1, False, True)
    assert verdict(found) == "Nothing can be judged yet"
    assert not found.blocking
    none = made.file_in("enquiry", version=None)
    assert verdict(readiness(none, on=ON)) == "The file is under no standard yet"
    assert explain_readiness(readiness(none, on=ON)) == []


def test_all_core_met_is_ready(file: CertificationFile) -> None:
    ask(file, {core(file): YES, core(file, kind="major"): YES, core(file, kind="minimum"): YES})
    found = readiness(file, on=ON)
    assert found.is_ready
    assert not found.is_provisional
    assert verdict(found) == "Ready"
    assert found.met == found.judged == 3


@pytest.mark.parametrize(
    ("ranks", "reached", "shown", "missing"),
    [
        ((3, 3, 3), True, "3.00", 0),
        ((5, 1), True, "3.00", 0),
        ((2, 3), False, "2.50", 1),
        ((4, 3, 1), False, "2.66", 1),
    ],
)
def test_average_of_development_criteria(
    file: CertificationFile, ranks: tuple[int, ...], reached: bool, shown: str, missing: int
) -> None:
    ask(file, {core(file, kind="development"): Reply(rank=rank) for rank in ranks})
    found = readiness(file, on=ON)
    assert (found.development.is_reached, str(found.development.average)) == (reached, shown)
    assert found.development.missing_points == missing
    assert found.is_ready is reached


def test_average_a_hair_below_the_mark_fails(file: CertificationFile) -> None:
    ask(file, {core(file, kind="development"): Reply(rank=rank) for rank in [3] * 199 + [2]})
    found = readiness(file, on=ON)
    assert (str(found.development.average), found.development.is_reached) == ("2.99", False)


def test_without_a_recorded_mark_an_average_reaches_nothing(file: CertificationFile) -> None:
    file.version.development_pass_mark = None
    file.version.save()
    ask(file, {core(file, kind="development"): Reply(rank=5)})
    assert not readiness(file, on=ON).is_ready


def test_not_applicable_is_left_out_of_the_average_and_blocks_nothing(file: CertificationFile) -> None:
    ask(
        file,
        {
            core(file): Reply(is_not_applicable=True, comment="Sin empleados"),
            core(file, kind="development"): Reply(is_not_applicable=True, comment="Sin empleados"),
            core(file, kind="development"): Reply(rank=3),
        },
    )
    found = readiness(file, on=ON)
    assert (found.development.ranked, found.development.total, found.development.not_applicable) == (1, 3, 1)
    assert found.must_pass.not_applicable == 1
    assert found.is_ready


@pytest.mark.parametrize(("on", "is_due"), [(dt.date(2014, 6, 30), False), (dt.date(2014, 7, 1), True)])
def test_a_criterion_is_due_from_the_day_of_its_year(file: CertificationFile, on: dt.date, is_due: bool) -> None:
    core(file, due_year=1)
    core(file, due_year=3)
    found = readiness(file, on=on)
    assert standing_of(found) == [Standing.UNANSWERED if is_due else Standing.NOT_DUE, Standing.NOT_DUE]
    assert [line.due_on for line in found.next_due] == [dt.date(2016 if is_due else 2014, 7, 1)]


def test_before_the_first_certification_only_year_0_is_due() -> None:
    file = made.file_in("audit")
    core(file)
    later = core(file, due_year=1)
    found = readiness(file, on=dt.date(2030, 1, 1))
    assert standing_of(found) == [Standing.UNANSWERED, Standing.NOT_DUE]
    assert [line.criterion for line in found.next_due] == [later]
    assert "isn't recorded, so only criteria of year 0 are due" in " ".join(explain_readiness(found))


def test_low_ranks_fail_core_criteria_too(file: CertificationFile) -> None:
    ask(
        file,
        {core(file, answer_type="rank"): Reply(rank=2), core(file, answer_type="rank"): Reply(rank=3)},
    )
    assert standing_of(readiness(file, on=ON)) == [Standing.FAILED, Standing.PASSED]


def test_the_newest_answer_counts_and_only_those_of_the_day(file: CertificationFile) -> None:
    one = core(file)
    ask(file, {one: NO}, started_on=dt.date(2013, 8, 1))
    ask(file, {one: YES}, started_on=dt.date(2013, 10, 1))
    assert standing_of(readiness(file, on=dt.date(2013, 7, 31))) == [Standing.UNANSWERED]
    assert standing_of(readiness(file, on=dt.date(2013, 9, 30))) == [Standing.FAILED]
    assert standing_of(readiness(file, on=dt.date(2013, 10, 1))) == [Standing.PASSED]


def test_an_audit_goes_before_an_answer_nobody_reviewed(file: CertificationFile, manager: User) -> None:
    one = core(file)
    audit = made.answered(made.AuditFactory.create(file=file, started_on=dt.date(2013, 8, 1)), {one: NO})
    close_audit(audit=audit, ended_on=dt.date(2013, 8, 2), by=manager)
    own = made.answered(made.AssessmentFactory.create(file=file, started_on=dt.date(2013, 9, 1)), {one: YES})
    found = readiness(file, on=dt.date(2030, 1, 1))
    assert (standing_of(found), found.has_unreviewed) == ([Standing.FAILED], False)
    made.reviewed(own)
    assert standing_of(readiness(file, on=dt.date(2999, 1, 1))) == [Standing.PASSED]


def test_a_closed_non_conformity_corrects_the_answer(file: CertificationFile) -> None:
    one = core(file)
    audit = made.AuditFactory.create(file=file, started_on=dt.date(2013, 9, 1), kind="surveillance")
    made.answered(audit, {one: NO})
    made.closed_finding(
        file, criterion=one, assessment=audit, found_on=dt.date(2013, 9, 2), closed_on=dt.date(2013, 10, 1)
    )
    before, after = (readiness(file, on=dt.date(2013, 9, 30)), readiness(file, on=dt.date(2013, 10, 1)))
    assert (standing_of(before), before.is_ready, len(before.majors)) == ([Standing.FAILED], False, 1)
    assert (standing_of(after), after.is_ready, len(after.majors)) == ([Standing.CORRECTED], True, 0)


def test_an_open_major_blocks_a_file_that_passes(file: CertificationFile, manager: User) -> None:
    ask(file, {core(file): YES})
    raised = raise_non_conformity(
        file=file, finding="Ventas", severity="major", found_on=ON, due_on=dt.date(2013, 12, 11), by=manager
    )
    found = readiness(file, on=ON)
    assert (found.is_ready, [open_.days_left for open_ in found.findings]) == (False, [10])
    late = readiness(file, on=dt.date(2013, 12, 12))
    assert [open_.days_left for open_ in late.overdue] == [-1]
    extend_measure(non_conformity=raised, to=dt.date(2013, 12, 12), reason="Lluvias", by=manager)
    extended = readiness(file, on=dt.date(2013, 12, 12))
    assert (extended.overdue, [open_.days_left for open_ in extended.findings]) == ([], [0])
    assert readiness(file, on=dt.date(2013, 11, 30)).is_ready  # not found yet


def test_the_arithmetic_is_explained(file: CertificationFile) -> None:
    ask(
        file,
        {core(file): YES, core(file): NO, core(file, kind="development"): Reply(rank=2)},
    )
    core(file)
    core(file, kind="", due_year=None)
    words = " ".join(explain_readiness(readiness(file, on=ON)))
    assert "Of 3 core and major criteria due, 1 are met: 1 passed, 0 corrected since, 0 not applicable" in words
    assert "1 failed and 1 are not answered" in words
    assert "2 points over 1 is an average of 2.00; 3.00 is needed" in words
    assert "1 more points are needed" in words
    assert "1 criterion is not judged" in words
    assert "No major non-conformity is open" in words


@pytest.mark.parametrize("count", [1, 3])
def test_readiness_of_many_files_takes_four_queries(manager: User, count: int) -> None:
    version = made.StandardVersionFactory.create()
    criteria = made.CriterionFactory.create_batch(2, section__version=version)
    for _number in range(count):
        file = made.file_in("audit", version=version, cooperative=factories.CooperativeFactory.create())
        ask(file, dict.fromkeys(criteria, YES), started_on=dt.date(2013, 4, 2))
        made.NonConformityFactory.create(file=file, criterion=criteria[0])
    files = list(CertificationFile.objects.all())
    with CaptureQueriesContext(connection) as queries:
        found = readiness_of(files, on=ON)
        for one in found.values():
            explain_readiness(one)
            assert [str(section.section) for section in one.sections]
    assert len(queries) <= 4 + 1  # the standard's name of the version
    assert len(found) == count
    assert all(one.must_pass.passed == 2 for one in found.values())
