"""Plans, versions and votes: what the actions refuse in words, and the database around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connection

from config.errors import Refused, broken_rule
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, User
from premiums.actions.decide_plan import decide_plan
from premiums.actions.draft_plan import (
    Planned,
    add_line,
    change_line,
    draft_amendment,
    draft_plan,
    remove_line,
    withdraw_draft,
)
from premiums.actions.record_assembly import attach_assembly_file, first_day, record_assembly
from premiums.models import Activity, Allotment, Assembly, Fund, Plan, PlanLine, PlanVersion, Resolution
from premiums.reports.assemblies import Votes, missing_for_adoption
from premiums.reports.ledger import differences
from premiums.reports.plans import plan_page
from tests.factories import (
    AssemblyFactory,
    AssemblyFileFactory,
    AssemblyRuleFactory,
    CategoryFactory,
    ExpenseFactory,
    FundFactory,
    PlanFactory,
    PlanVersionFactory,
    ResolutionFactory,
)
from tests.premiums.test_collisions import at_once

pytestmark = pytest.mark.django_db

CLEAR = Votes(50, 6, 3, 1)


def planned(**changes: Any) -> Planned:
    content: dict[str, Any] = {
        "title": "Renta de la oficina",
        "objective": "Atender a los socios",
        "category": changes.pop("category", None) or CategoryFactory.create(),
        "starts_on": dt.date(2013, 1, 1),
        "ends_on": dt.date(2013, 12, 31),
        "responsible": "Gerencia",
        "budget": Decimal(1000),
        "quality_percent": Decimal(25),
    }
    return Planned(**(content | changes))


@pytest.fixture
def plan(cooperative: Cooperative, treasurer: User) -> Plan:
    return draft_plan(
        cooperative=cooperative,
        title="Plan 2013",
        starts_on=dt.date(2013, 1, 1),
        ends_on=dt.date(2013, 12, 31),
        by=treasurer,
    )


@pytest.fixture
def draft(plan: Plan) -> PlanVersion:
    return plan.versions.get()


@pytest.fixture
def assembly(cooperative: Cooperative) -> Assembly:
    return AssemblyFactory.create(cooperative=cooperative)


@pytest.fixture
def decide(assembly: Assembly, treasurer: User) -> Callable[..., Resolution]:
    return partial(decide_plan, assembly=assembly, votes=CLEAR, text="Se aprueba el plan.", by=treasurer)


@pytest.fixture
def line(draft: PlanVersion, treasurer: User) -> PlanLine:
    return add_line(version=draft, planned=planned(), by=treasurer)


def agrees() -> bool:
    return not [str(difference) for difference in differences()]


def refused_by(rule: str, work: Callable[[], Any]) -> bool:
    with pytest.raises(DatabaseError) as caught:
        work()
    assert broken_rule(caught.value) == rule
    return True


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


# Assemblies


def record(cooperative: Cooperative, by: User, **changes: Any) -> Assembly:
    typed: dict[str, Any] = {
        "held_on": dt.date(2013, 3, 10),
        "kind": "ordinary",
        "call": 1,
        "entitled": 100,
        "present_women": 20,
        "present_men": 40,
        "quorum_percent": Decimal(51),
    }
    return record_assembly(cooperative=cooperative, by=by, **(typed | changes))


def test_record_assembly_takes_the_quorum_of_the_rule_of_that_day(cooperative: Cooperative, treasurer: User) -> None:
    AssemblyRuleFactory.create(cooperative=cooperative, from_on=dt.date(2009, 1, 1), quorum_second_percent=25)
    AssemblyRuleFactory.create(cooperative=cooperative, from_on=dt.date(2013, 3, 11), quorum_second_percent=20)
    assert record(cooperative, treasurer, quorum_percent=None, call=1).quorum_percent == 51
    assert record(cooperative, treasurer, quorum_percent=None, call=2).quorum_percent == 25


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"quorum_percent": None}, "no rule for its assemblies"),
        ({"present_men": 81}, "101 people present are more than the 100 who may vote"),
        ({"held_on": dt.date(2199, 1, 1)}, "The date lies in the future"),
        ({"quorum_percent": Decimal(101)}, "percentage above 0 and up to 100"),
    ],
)
def test_record_assembly_refuses_in_words(
    cooperative: Cooperative, treasurer: User, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        record(cooperative, treasurer, **changes)
    assert not Assembly.objects.exists()


@pytest.mark.parametrize(
    ("precision", "stored"),
    [("day", "2013-11-10"), ("month", "2013-11-01"), ("year", "2013-01-01"), ("late", "2013-10-01")],
)
def test_an_assembly_is_dated_as_exactly_as_known(
    cooperative: Cooperative, treasurer: User, precision: str, stored: str
) -> None:
    day = dt.date(2013, 11, 10)
    assert record(cooperative, treasurer, held_on=day, held_precision=precision).held_on.isoformat() == stored
    assert first_day(day, precision).isoformat() == stored


def test_attach_assembly_file_keeps_the_paper(assembly: Assembly, treasurer: User) -> None:
    paper = attach_assembly_file(
        assembly=assembly, kind="minutes", file=AcceptedFile(b"%PDF-", "application/pdf", "acta.pdf"), by=treasurer
    )
    assert (paper.original_name, paper.size, paper.uploaded_by) == ("acta.pdf", 5, treasurer)
    with paper.file.open() as kept:
        assert kept.read() == b"%PDF-"


# What a vote needs


@pytest.mark.parametrize(
    ("came", "votes", "sentence"),
    [
        (48, Votes(40, 0), "No quorum: 51 of 100 needed, 48 came."),
        (60, Votes(30, 30), "No majority: 30 for, 30 against; more for than against is needed."),
        (60, Votes(30, 0, 30, 0, "absolute"), "No majority: 30 for; 31 needed, more than half of the 60 present."),
        (61, Votes(40, 0, 0, 0, "two thirds"), "No majority: 40 for; 41 needed, two thirds of the 61 present."),
        (60, Votes(31, 0, 29, 0, "absolute"), ""),
        (60, Votes(40, 20, 0, 0, "two thirds"), ""),
        (51, Votes(1, 0), ""),
    ],
)
def test_the_sentence_and_the_database_agree_on_what_a_vote_lacks(
    cooperative: Cooperative, admin: User, came: int, votes: Votes, sentence: str
) -> None:
    assembly = AssemblyFactory.create(cooperative=cooperative, present_women=0, present_men=came)
    assert missing_for_adoption(assembly, votes) == sentence
    row = ResolutionFactory.create(assembly=assembly, **vars(votes))
    adopt = partial(sql, "UPDATE premiums_resolution SET state = 'adopted' WHERE id = %s", row.pk)
    if sentence:
        assert refused_by("resolution_quorum_and_majority", adopt)
    else:
        adopt()


# Drafting


def test_draft_plan_makes_the_fund_in_the_currency_of_the_cooperative(plan: Plan) -> None:
    assert plan.fund.currency == plan.cooperative.currency
    assert [(version.number, version.state) for version in plan.versions.all()] == [(1, "draft")]


@pytest.mark.parametrize(("start", "end"), [("2013-12-31", "2014-12-30"), ("2012-06-01", "2013-01-01")])
def test_draft_plan_refuses_a_second_plan_for_a_period(plan: Plan, treasurer: User, start: str, end: str) -> None:
    period = {"starts_on": dt.date.fromisoformat(start), "ends_on": dt.date.fromisoformat(end)}
    with pytest.raises(Refused, match=r"“Plan 2013” already covers Jan 1, 2013 to Dec 31, 2013"):
        draft_plan(cooperative=plan.cooperative, title="Otro", by=treasurer, **period)
    with pytest.raises(Refused, match="lies before the start"):
        draft_plan(
            cooperative=plan.cooperative,
            title="Otro",
            starts_on=dt.date(2015, 2, 1),
            ends_on=dt.date(2015, 1, 1),
            by=treasurer,
        )


def test_example_rows_beget_example_rows(plan: Plan, decide: Callable[..., Resolution], treasurer: User) -> None:
    Plan.objects.update(is_example=True)
    draft = PlanVersion.objects.get()
    line = add_line(version=draft, planned=planned(), by=treasurer)
    resolution = decide(version=draft)
    rows = [line, line.activity, resolution, resolution.allotments.get()]
    rows += [copy := draft_amendment(plan=plan, changes="Menos", by=treasurer), copy.lines.get()]
    assert all(row.is_example for row in rows)


def test_the_lines_of_a_draft_can_be_added_changed_and_removed(line: PlanLine, treasurer: User) -> None:
    assert (line.activity.title, line.activity.approved) == ("Renta de la oficina", 0)
    change_line(line=line, planned=planned(budget=Decimal("1200.50")), by=treasurer)
    assert PlanLine.objects.get().budget == Decimal("1200.50")
    with pytest.raises(Refused, match="lies before the start"):
        change_line(line=line, planned=planned(ends_on=dt.date(2012, 1, 1)), by=treasurer)
    remove_line(line=line, by=treasurer)
    assert not PlanLine.objects.exists()
    assert not plan_page(line.version.plan).activities


# Deciding


def test_decide_plan_releases_the_budgets(line: PlanLine, decide: Callable[..., Resolution], treasurer: User) -> None:
    change_line(line=line, planned=planned(title="Renta y luz", budget=Decimal(800)), by=treasurer)
    resolution = decide(version=line.version)
    activity = Activity.objects.get()
    assert (resolution.kind, resolution.state, resolution.decided_by) == ("approve plan", "adopted", treasurer)
    assert (activity.title, activity.approved, activity.quality_percent) == ("Renta y luz", Decimal(800), 25)
    assert (activity.starts_on, activity.category.pk) == (dt.date(2013, 1, 1), PlanLine.objects.get().category_id)
    version = PlanVersion.objects.get()
    assert (version.state, version.approved_by) == ("approved", treasurer)
    assert agrees()


@pytest.mark.parametrize(
    ("present", "votes", "sentence"),
    [(48, Votes(40, 0), "51 of 100 needed, 48 came"), (60, Votes(30, 30), "30 for, 30 against")],
)
def test_decide_plan_without_quorum_or_majority_is_recorded_as_rejected(
    line: PlanLine,
    decide: Callable[..., Resolution],
    cooperative: Cooperative,
    present: int,
    votes: Votes,
    sentence: str,
) -> None:
    assembly = AssemblyFactory.create(cooperative=cooperative, present_women=0, present_men=present)
    resolution = decide(version=line.version, assembly=assembly, votes=votes)
    assert (resolution.state, resolution.votes_for) == ("rejected", votes.votes_for)
    assert sentence in missing_for_adoption(assembly, votes)
    assert PlanVersion.objects.get().state == "draft"
    assert Fund.objects.get().approved == 0
    assert not Allotment.objects.exists()
    assert decide(version=line.version).state == "adopted"  # the next assembly may still adopt it
    assert agrees()


def test_decide_plan_refuses_more_votes_than_people(line: PlanLine, decide: Callable[..., Resolution]) -> None:
    with pytest.raises(Refused, match="61 votes are more than the 60 people present"):
        decide(version=line.version, votes=Votes(50, 6, 4, 1))
    assert not Resolution.objects.exists()


def test_decide_plan_refuses_an_empty_draft_and_a_historic_assembly(
    draft: PlanVersion, decide: Callable[..., Resolution], cooperative: Cooperative, treasurer: User
) -> None:
    with pytest.raises(Refused, match="has no activity yet"):
        decide(version=draft)
    add_line(version=draft, planned=planned(), by=treasurer)
    historic = AssemblyFactory.create(cooperative=cooperative, is_historic=True, source="A book", present_men=None)
    with pytest.raises(Refused, match="only what a source says"):
        decide(version=draft, assembly=historic)


def test_decide_plan_refuses_an_assembly_of_another_cooperative(
    line: PlanLine, decide: Callable[..., Resolution]
) -> None:
    with pytest.raises(Refused, match="different co-ops"):
        decide(version=line.version, assembly=AssemblyFactory.create())
    assert Fund.objects.get().approved == 0


def test_an_amendment_moves_only_the_difference(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User
) -> None:
    add_line(version=line.version, planned=planned(title="Vivero", budget=Decimal(500)), by=treasurer)
    decide(version=line.version)
    rent, nursery = Activity.objects.order_by("pk")
    ExpenseFactory.create(activity=rent, amount=Decimal(300))
    ExpenseFactory.create(activity=nursery, amount=Decimal(120))
    draft = draft_amendment(plan=plan, changes="Se cancela el vivero", by=treasurer)
    lines = {line.activity_id: line for line in draft.lines.all()}
    remove_line(line=lines[nursery.pk], by=treasurer)
    change_line(line=lines[rent.pk], planned=planned(budget=Decimal(700)), by=treasurer)
    add_line(version=draft, planned=planned(title="Báscula", budget=Decimal(250)), by=treasurer)
    resolution = decide(version=draft)
    assert resolution.kind == "amend plan"
    assert sorted(resolution.allotments.values_list("amount", flat=True)) == [-380, -300, 250]
    assert dict(Activity.objects.values_list("title", "approved")) == {
        "Renta de la oficina": 700,
        "Vivero": 120,
        "Báscula": 250,
    }
    assert [(version.number, version.state) for version in plan.versions.order_by("number")] == [
        (1, "superseded"),
        (2, "approved"),
    ]
    assert agrees()
    changes = plan_page(plan).earlier[0].changes
    assert [(one.title, one.before, one.after) for one in changes] == [
        ("Renta de la oficina", 1000, 700),
        ("Báscula", None, 250),
        ("Vivero", 500, None),
    ]


def test_a_budget_below_what_is_spent_is_refused_with_the_numbers(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User
) -> None:
    decide(version=line.version)
    ExpenseFactory.create(activity=line.activity, amount=Decimal("300.50"))
    draft = draft_amendment(plan=plan, changes="Menos", by=treasurer)
    change_line(line=draft.lines.get(), planned=planned(budget=Decimal(300)), by=treasurer)
    with pytest.raises(Refused, match=r"300\.00.MXN, is less than the 300\.50.MXN already spent"):
        decide(version=draft)
    assert Resolution.objects.count() == 1
    assert decide(version=draft, votes=Votes(0, 60)).state == "rejected"
    change_line(line=draft.lines.get(), planned=planned(budget=Decimal("300.50")), by=treasurer)
    assert decide(version=draft).state == "adopted"
    assert agrees()


def test_draft_amendment_is_refused_without_words_and_while_a_draft_is_open(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User
) -> None:
    with pytest.raises(Refused, match="already has a draft"):
        draft_amendment(plan=plan, changes="Más", by=treasurer)
    decide(version=line.version)
    with pytest.raises(Refused, match="Say what the amendment changes"):
        draft_amendment(plan=plan, changes=" ", by=treasurer)
    draft_amendment(plan=plan, changes="Más", by=treasurer)
    with pytest.raises(Refused, match="already has a draft"):
        draft_amendment(plan=plan, changes="Más", by=treasurer)


def test_an_approved_version_accepts_no_line_by_any_path(
    line: PlanLine, decide: Callable[..., Resolution], treasurer: User
) -> None:
    decide(version=line.version)
    stale = PlanLine.objects.select_related("version").get()
    for work in (
        partial(add_line, version=stale.version, planned=planned(), by=treasurer),
        partial(change_line, line=stale, planned=planned(), by=treasurer),
        partial(remove_line, line=stale, by=treasurer),
        partial(decide, version=line.version),
    ):
        with pytest.raises(Refused):
            work()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE premiums_planline SET budget = 5000",
        "DELETE FROM premiums_planline",
        "INSERT INTO premiums_planline (cooperative_id, version_id, activity_id, title, objective, category_id, "
        "starts_on, ends_on, responsible, budget, quality_percent, position, is_example) SELECT cooperative_id, "
        "version_id, activity_id, '', '', category_id, starts_on, ends_on, '', 1, 0, 9, false FROM premiums_planline",
    ],
)
def test_plan_line_only_in_draft_around_python(
    line: PlanLine, decide: Callable[..., Resolution], statement: str
) -> None:
    decide(version=line.version)
    assert refused_by("plan_line_only_in_draft", partial(sql, statement))


def test_plan_version_needs_resolution_around_python(line: PlanLine, treasurer: User) -> None:
    approve = "UPDATE premiums_planversion SET state = 'approved', approved_at = now(), approved_by_id = %s"
    assert refused_by("plan_version_needs_resolution", partial(sql, approve, treasurer.pk))


def test_plan_version_is_not_approved_by_a_rejected_resolution(
    line: PlanLine, decide: Callable[..., Resolution], treasurer: User
) -> None:
    decide(version=line.version, votes=Votes(0, 60))
    approve = "UPDATE premiums_planversion SET state = 'approved', approved_at = now(), approved_by_id = %s"
    assert refused_by("plan_version_needs_resolution", partial(sql, approve, treasurer.pk))


def test_plan_one_live_version_around_python(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User, admin: User
) -> None:
    decide(version=line.version)
    second = draft_amendment(plan=plan, changes="Más", by=treasurer)
    row = ResolutionFactory.create(assembly=Assembly.objects.get(), plan=plan, plan_version=second)
    row.state, row.decided_by, row.decided_at = "adopted", admin, row.assembly.held_on
    sql("UPDATE premiums_resolution SET state = 'adopted' WHERE id = %s", row.pk)
    approve = (
        "UPDATE premiums_planversion SET state = 'approved', approved_at = now(), approved_by_id = %s WHERE id = %s"
    )
    assert refused_by("plan_one_live_version", partial(sql, approve, admin.pk, second.pk))


@pytest.mark.parametrize("change", ["state = 'draft', approved_at = NULL, approved_by_id = NULL", "changes = 'x'"])
def test_plan_version_arrows_around_python(line: PlanLine, decide: Callable[..., Resolution], change: str) -> None:
    decide(version=line.version)
    assert refused_by("plan_version_arrows", partial(sql, f"UPDATE premiums_planversion SET {change}"))


def test_plan_one_draft_around_python(plan: Plan) -> None:
    assert refused_by("plan_one_draft", partial(PlanVersionFactory.create, plan=plan, number=2, changes="x"))


@pytest.mark.parametrize(
    "change", ["state = 'draft', withdrawn_at = NULL, withdrawn_by_id = NULL", "changes = 'x'", "number = 9"]
)
def test_a_withdrawn_draft_stays_as_it_is_and_another_one_begins(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User, change: str
) -> None:
    withdrawn = withdraw_draft(version=line.version, by=treasurer)
    assert (withdrawn.state, withdrawn.withdrawn_by) == ("withdrawn", treasurer)
    with pytest.raises(Refused, match="decided or withdrawn"):
        withdraw_draft(version=withdrawn, by=treasurer)
    with pytest.raises(Refused, match="decided or withdrawn"):
        add_line(version=withdrawn, planned=planned(), by=treasurer)
    second = draft_amendment(plan=plan, changes="De nuevo", by=treasurer)
    assert (second.number, second.lines.count()) == (2, 0)
    add_line(version=second, planned=planned(budget=Decimal(50)), by=treasurer)
    assert decide(version=second).state == "adopted"
    assert agrees()
    statement = f"UPDATE premiums_planversion SET {change} WHERE id = %s"
    assert refused_by("plan_version_arrows", partial(sql, statement, withdrawn.pk))


def test_plan_version_withdrawn_state_around_python(line: PlanLine) -> None:
    assert refused_by(
        "plan_version_withdrawn_state", partial(sql, "UPDATE premiums_planversion SET state = 'withdrawn'")
    )


def test_plan_line_same_plan_around_python(line: PlanLine, cooperative: Cooperative) -> None:
    other = PlanFactory.create(
        fund=line.version.plan.fund, starts_on=dt.date(2014, 1, 1), ends_on=dt.date(2014, 12, 31)
    )
    version = PlanVersionFactory.create(plan=other)
    statement = "UPDATE premiums_planline SET version_id = %s"
    assert refused_by("plan_line_same_plan", partial(sql, statement, version.pk))


@pytest.mark.parametrize(("start", "end"), [("2012-01-01", "2013-01-01"), ("2013-12-31", "2014-12-31")])
def test_plan_periods_apart_around_python(plan: Plan, start: str, end: str) -> None:
    overlapping = partial(PlanFactory.create, fund=plan.fund, starts_on=start, ends_on=end)
    assert refused_by("plan_periods_apart", overlapping)


@pytest.mark.django_db(transaction=True)
def test_plan_periods_apart_around_python_at_the_same_moment(cooperative: Cooperative) -> None:
    fund = FundFactory.create(cooperative=cooperative)
    period = {"starts_on": dt.date(2013, 1, 1), "ends_on": dt.date(2013, 12, 31)}
    at_once([partial(PlanFactory.create, fund=fund, title=f"Plan {number}", **period) for number in range(6)])
    assert Plan.objects.count() == 1


def test_assembly_file_stays_as_it_was_and_is_kept_once(assembly: Assembly, treasurer: User) -> None:
    paper = AcceptedFile(b"%PDF-1.4 acta %%EOF", "application/pdf", "acta.pdf")
    keep = partial(attach_assembly_file, assembly=assembly, kind="minutes", file=paper, by=treasurer)
    assert keep() == keep()
    assert refused_by("assembly_file_fixed", partial(sql, "UPDATE premiums_assemblyfile SET original_name = 'x'"))


def test_assembly_file_size_around_python(assembly: Assembly) -> None:
    too_large = partial(AssemblyFileFactory.create, assembly=assembly, size=10 * 1024 * 1024 + 1)
    assert refused_by("assembly_file_size", too_large)


# At the same moment


@pytest.mark.django_db(transaction=True)
def test_one_amendment_decided_by_two_at_once_is_in_force_once(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User
) -> None:
    decide(version=line.version)
    draft = draft_amendment(plan=plan, changes="Más", by=treasurer)
    change_line(line=draft.lines.get(), planned=planned(budget=Decimal(1500)), by=treasurer)
    answers = at_once([partial(decide, version=PlanVersion.objects.get(pk=draft.pk)) for _ in range(4)])
    assert sorted(type(answer).__name__ for answer in answers) == ["Refused"] * 3 + ["Resolution"]
    assert plan.versions.filter(state="approved").count() == 1
    assert Activity.objects.get().approved == 1500
    assert agrees()


@pytest.mark.django_db(transaction=True)
def test_two_amendments_at_once_leave_one_live_version(
    line: PlanLine, plan: Plan, decide: Callable[..., Resolution], treasurer: User
) -> None:
    decide(version=line.version)

    def amend(budget: int) -> Resolution:
        draft = draft_amendment(plan=plan, changes=f"A {budget}", by=treasurer)
        change_line(line=draft.lines.get(), planned=planned(budget=Decimal(budget)), by=treasurer)
        return decide(version=draft)

    for _round in range(3):
        at_once([partial(amend, budget) for budget in (1100, 1200, 1300)])
    live = plan.versions.get(state="approved")
    assert Activity.objects.get().approved == live.lines.get().budget
    assert agrees()


@pytest.mark.django_db(transaction=True)
def test_two_plans_of_one_period_drafted_at_once_make_one(cooperative: Cooperative, treasurer: User) -> None:
    period = {"starts_on": dt.date(2013, 1, 1), "ends_on": dt.date(2013, 12, 31)}
    draft = partial(draft_plan, cooperative=cooperative, title="Plan", by=treasurer, **period)
    at_once([draft] * 4)
    assert Plan.objects.count() == Fund.objects.count() == 1
