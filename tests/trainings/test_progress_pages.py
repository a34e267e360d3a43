"""Pages of milestones and measurements: who may, what is kept, what is refused, what it costs."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from cooperatives.models import Cooperative, Programme, User
from tests import factories
from tests.factories_progress import (
    CooperativeMilestoneFactory,
    EvidenceFactory,
    IndicatorFactory,
    IndicatorTargetFactory,
    MeasurementFactory,
    MilestoneFactory,
)
from trainings.models import CooperativeMilestone, Evidence, IndicatorBaseline, IndicatorTarget, Measurement, Milestone

pytestmark = pytest.mark.django_db

REPORT = {"reached_on": "2014-05-01", "reached_precision": "day", "evidence": "The minutes of May"}
VALUE = {"year": "2014", "value": "82.5", "measured_on": "2014-04-01", "source": "Cupping sheets"}
WRITES = ["milestone_report", "milestone_plan", "milestone_return", "measurement_create", "measurement_correct"]
WRITES += ["measurement_return", "target_update"]
WRITES_BY_POST = ["milestone_accept", "measurement_accept"]
DECISIONS = [*WRITES_BY_POST, "milestone_return", "milestone_plan", "measurement_return", "target_update"]


@pytest.fixture
def milestone() -> Milestone:
    """A step of a ladder."""
    return MilestoneFactory.create(slug="step", name="A person is named")


@pytest.fixture
def measurement(cooperative: Cooperative) -> Measurement:
    """A score that waits."""
    return MeasurementFactory.create(cooperative=cooperative, indicator__slug="score")


def at(view: str, cooperative: Cooperative, key: Any) -> str:
    return reverse(f"trainings:{view}", args=[cooperative.slug, key])


def key_of(view: str, cooperative: Cooperative) -> Any:
    """A key for the view, with the rows it needs."""
    if view.startswith("milestone"):
        row = CooperativeMilestoneFactory.create(cooperative=cooperative, reached=view != "milestone_plan")
        return row.milestone.slug
    if view in ("measurement_create", "target_update"):
        return IndicatorFactory.create().slug
    return MeasurementFactory.create(cooperative=cooperative).pk


def photo() -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (60, 80), "beige").save(content, "JPEG")
    return SimpleUploadedFile("acta.jpg", content.getvalue(), "image/jpeg")


# Who may --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["measurement_detail", *WRITES, *WRITES_BY_POST])
@pytest.mark.as_person("outsider")
def test_outsider_finds_nothing(signed_in: Client, cooperative: Cooperative, view: str) -> None:
    url = at(view, cooperative, key_of(view, cooperative))
    assert (signed_in.post(url) if view in WRITES_BY_POST else signed_in.get(url)).status_code == 404


@pytest.mark.parametrize("view", [*WRITES, *WRITES_BY_POST])
@pytest.mark.as_person("oversight")
def test_role_that_may_not_is_refused(signed_in: Client, cooperative: Cooperative, view: str) -> None:
    assert signed_in.post(at(view, cooperative, key_of(view, cooperative))).status_code == 403


@pytest.mark.parametrize("view", DECISIONS)
def test_staff_of_the_co_op_accept_nothing(signed_in: Client, cooperative: Cooperative, view: str) -> None:
    assert signed_in.post(at(view, cooperative, key_of(view, cooperative))).status_code == 403


@pytest.mark.parametrize("view", WRITES_BY_POST)
@pytest.mark.as_person("manager")
def test_acceptance_is_only_posted(signed_in: Client, cooperative: Cooperative, view: str) -> None:
    assert signed_in.get(at(view, cooperative, key_of(view, cooperative))).status_code == 405


@pytest.mark.parametrize("view", [name for name in WRITES if name != "milestone_plan"])
@pytest.mark.as_person("manager")
def test_empty_form_says_that_nothing_was_saved(signed_in: Client, cooperative: Cooperative, view: str) -> None:
    answer = signed_in.post(at(view, cooperative, key_of(view, cooperative)), {"baseline": "x"})
    assertContains(answer, "Nothing was saved yet", status_code=422)


@pytest.mark.parametrize("view", WRITES)
@pytest.mark.as_person("manager")
def test_forms_open_within_twelve_queries(
    signed_in: Client, cooperative: Cooperative, view: str, django_assert_max_num_queries: Any
) -> None:
    url = at(view, cooperative, key_of(view, cooperative))
    with django_assert_max_num_queries(12):
        assert signed_in.get(url).status_code == 200


# Milestones -----------------------------------------------------------------------------------------------------------


def test_milestone_report_keeps_evidence_and_waits(
    signed_in: Client, cooperative: Cooperative, milestone: Milestone, treasurer: User
) -> None:
    url = at("milestone_report", cooperative, "step")
    assertContains(signed_in.get(url), "A person is named")
    page = signed_in.post(url, {**REPORT, "papers": [photo()]}, follow=True)
    assertContains(page, "The program manager sees it")
    row = CooperativeMilestone.objects.get()
    assert (row.reached_on, row.evidence, row.reported_by) == (dt.date(2014, 5, 1), "The minutes of May", treasurer)
    assert row.files.get().original_name == "acta.jpg"


def test_milestone_report_known_to_the_month_keeps_its_first_day(
    signed_in: Client, cooperative: Cooperative, milestone: Milestone
) -> None:
    signed_in.post(
        at("milestone_report", cooperative, "step"),
        {**REPORT, "reached_on": "2014-05-17", "reached_precision": "month"},
    )
    assert CooperativeMilestone.objects.get().reached_on == dt.date(2014, 5, 1)


def test_milestone_report_after_acceptance_says_why_not(signed_in: Client, cooperative: Cooperative) -> None:
    row = CooperativeMilestoneFactory.create(cooperative=cooperative, accepted=True)
    page = signed_in.post(at("milestone_report", cooperative, row.milestone.slug), REPORT)
    assertContains(page, "An administrator may reopen it", status_code=422)


def test_milestone_report_of_an_unknown_step_is_404(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(at("milestone_report", cooperative, "nothing")).status_code == 404


@pytest.mark.as_person("manager")
def test_milestone_plan_sets_the_due_date(signed_in: Client, cooperative: Cooperative, milestone: Milestone) -> None:
    url = at("milestone_plan", cooperative, "step")
    assert signed_in.post(url, {"due_on": "2014-09-30", "not_applicable_reason": ""}).status_code == 302
    assert CooperativeMilestone.objects.get().due_on == dt.date(2014, 9, 30)
    signed_in.post(url, {"due_on": "", "not_applicable_reason": "Exports nothing"})
    assert CooperativeMilestone.objects.get().not_applicable_reason == "Exports nothing"


@pytest.mark.as_person("manager")
def test_milestone_accept_takes_what_was_read(signed_in: Client, cooperative: Cooperative, manager: User) -> None:
    row = CooperativeMilestoneFactory.create(cooperative=cooperative, reached=True)
    url = at("milestone_accept", cooperative, row.milestone.slug)
    signed_in.post(url)
    signed_in.post(url, {"seen_at": "2014-13-45"})
    row.refresh_from_db()
    assert row.accepted_at is None
    signed_in.post(url, {"seen_at": row.reported_at.isoformat()})
    row.refresh_from_db()
    assert row.accepted_by == manager


@pytest.mark.as_person("manager")
def test_milestone_return_sends_it_back(signed_in: Client, cooperative: Cooperative) -> None:
    row = CooperativeMilestoneFactory.create(cooperative=cooperative, reached=True)
    signed_in.post(at("milestone_return", cooperative, row.milestone.slug), {"reason": "No date"})
    row.refresh_from_db()
    assert (row.reached_on, row.returned_reason) == (None, "No date")


# Values ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "kept"), [("82.5", "82.50"), ("82,5", "82.50"), ("0", "0.00"), ("82.5 %", "82.50")])
def test_measurement_create_reads_figures(
    signed_in: Client, cooperative: Cooperative, typed: str, kept: str, treasurer: User
) -> None:
    indicator = IndicatorFactory.create()
    url = at("measurement_create", cooperative, indicator.slug)
    page = signed_in.post(url, {**VALUE, "value": typed, "papers": [photo()]}, follow=True)
    measurement = Measurement.objects.get()
    assert (measurement.value, measurement.entered_by, measurement.year) == (Decimal(kept), treasurer, 2014)
    assertContains(page, "waiting to be accepted")
    assertContains(page, "acta.jpg")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": "N/A"}, "Write the value in figures"),
        ({"value": ""}, "or say below that it was not measured"),
        ({"value": "101"}, "larger than this indicator can be"),
        ({"not_measured": "on"}, "Leave this empty when it was not measured"),
        ({"value": "", "not_measured": "on"}, "Say why it was not measured"),
        ({"year": "2999"}, "in the future"),
        ({"source": ""}, "required"),
    ],
)
def test_measurement_create_refuses_what_is_no_figure(
    signed_in: Client, cooperative: Cooperative, changes: dict[str, str], sentence: str
) -> None:
    url = at("measurement_create", cooperative, IndicatorFactory.create().slug)
    assertContains(signed_in.post(url, VALUE | changes), sentence, status_code=422)
    assert not Measurement.objects.exists()


def test_measurement_create_of_people_shows_all_parts(signed_in: Client, cooperative: Cooperative) -> None:
    people = IndicatorFactory.create(kind="people", largest=None)
    url = at("measurement_create", cooperative, people.slug)
    page = signed_in.post(url, {**VALUE, "value": "40", "women": "12", "men": "20"}, follow=True)
    assertContains(page, "12 women · 20 men · 8 not recorded")


def test_measurement_create_of_a_yes_or_no_asks_for_an_answer(signed_in: Client, cooperative: Cooperative) -> None:
    answer = IndicatorFactory.create(kind="yes/no", largest=None)
    url = at("measurement_create", cooperative, answer.slug)
    typed = {name: value for name, value in VALUE.items() if name != "value"}
    assertContains(signed_in.post(url, typed), "Enter the value", status_code=422)
    signed_in.post(url, {**typed, "answer": "0"})
    assert Measurement.objects.get().value == 0


@pytest.mark.as_person("manager")
def test_measurement_accept_locks_the_value(
    signed_in: Client, cooperative: Cooperative, measurement: Measurement, manager: User
) -> None:
    url = at("measurement_accept", cooperative, measurement.pk)
    assertContains(signed_in.post(url, follow=True), "Look at it again before you accept it")
    page = signed_in.post(url, {"seen_at": measurement.entered_at.isoformat()}, follow=True)
    assertContains(page, "only corrected by a new one")
    measurement.refresh_from_db()
    assert (measurement.state, measurement.accepted_by) == ("accepted", manager)


@pytest.mark.as_person("manager")
def test_measurement_return_shows_the_reason_to_the_co_op(
    client: Client, signed_in: Client, cooperative: Cooperative, measurement: Measurement, treasurer: User
) -> None:
    signed_in.post(at("measurement_return", cooperative, measurement.pk), {"reason": "Which form?"})
    client.force_login(treasurer)
    assertContains(client.get(at("measurement_correct", cooperative, measurement.pk)), "Which form?")


def test_measurement_correct_changes_a_waiting_value_in_place(
    signed_in: Client, cooperative: Cooperative, measurement: Measurement
) -> None:
    signed_in.post(at("measurement_correct", cooperative, measurement.pk), VALUE | {"value": "81"})
    assert Measurement.objects.get().value == 81


def test_measurement_correct_of_an_accepted_value_makes_a_new_one(signed_in: Client, cooperative: Cooperative) -> None:
    first = MeasurementFactory.create(cooperative=cooperative, accepted=True)
    url = at("measurement_correct", cooperative, first.pk)
    assertContains(signed_in.post(url, VALUE | {"value": "81"}, follow=True), "Takes the place of")
    assert Measurement.objects.get(supersedes=first).value == 81
    assertContains(signed_in.get(at("measurement_detail", cooperative, first.pk)), "A correction was entered")
    assertContains(signed_in.post(url, VALUE), "already entered", status_code=422)


@pytest.mark.as_person("manager")
def test_measurement_detail_offers_no_acceptance_of_ones_own(
    signed_in: Client, cooperative: Cooperative, manager: User
) -> None:
    own = MeasurementFactory.create(cooperative=cooperative, entered_by=manager)
    page = signed_in.get(at("measurement_detail", cooperative, own.pk))
    assertContains(page, "Another person has to accept it")
    assertNotContains(page, "seen_at")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.as_person("manager")
def test_measurement_detail_asks_the_same_number_of_queries(
    signed_in: Client, measurement: Measurement, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        EvidenceFactory.create(measurement=measurement)
    with django_assert_num_queries(8):
        signed_in.get(at("measurement_detail", measurement.cooperative, measurement.pk))


@pytest.mark.as_person("manager")
def test_target_update_keeps_baseline_and_targets(signed_in: Client, cooperative: Cooperative) -> None:
    indicator = IndicatorFactory.create()
    IndicatorTargetFactory.create(indicator=indicator, cooperative=cooperative, year=2014)
    url = at("target_update", cooperative, indicator.slug)
    typed = {"baseline": "76", "baseline_on": "2012-03-01", "baseline_source": "First visit", "target_2014": "",
             "target_2015": "83.5"}  # fmt: skip
    assert signed_in.post(url, typed).status_code == 302
    assert IndicatorBaseline.objects.get().value == 76
    assert dict(IndicatorTarget.objects.values_list("year", "value")) == {2014: None, 2015: Decimal("83.5")}
    assertContains(signed_in.post(url, {"target_2015": "101"}), "larger than", status_code=422)
    assertContains(signed_in.post(url, {"baseline": "76"}), "where the value comes from", status_code=422)


# Evidence and what waits ----------------------------------------------------------------------------------------------


def test_evidence_file_is_sent_to_those_who_may_see_it(signed_in: Client, measurement: Measurement) -> None:
    answer = signed_in.get(
        reverse("trainings:evidence_file", args=[EvidenceFactory.create(measurement=measurement).pk])
    )
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert "sandbox" in answer["Content-Security-Policy"]
    answer.close()


@pytest.mark.as_person("outsider")
def test_evidence_file_is_not_found_by_an_outsider(signed_in: Client, measurement: Measurement) -> None:
    key = EvidenceFactory.create(measurement=measurement).pk
    assert signed_in.get(reverse("trainings:evidence_file", args=[key])).status_code == 404


def test_evidence_file_that_is_gone_is_404(signed_in: Client, measurement: Measurement) -> None:
    evidence = EvidenceFactory.create(measurement=measurement)
    evidence.file.storage.delete(evidence.file.name)
    assert signed_in.get(reverse("trainings:evidence_file", args=[evidence.pk])).status_code == 404
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.as_person("manager")
def test_waiting_list_shows_what_the_co_ops_of_the_programme_reported(
    signed_in: Client, programme: Programme, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        cooperative = factories.EnrolmentFactory.create(programme=programme).cooperative
        MeasurementFactory.create(cooperative=cooperative)
        CooperativeMilestoneFactory.create(cooperative=cooperative, reached=True)
    MeasurementFactory.create()
    CooperativeMilestoneFactory.create(reached=True)
    with django_assert_num_queries(6):
        page = signed_in.get(reverse("trainings:waiting_list"))
    assert len(page.context["waiting"]) == 2 * count


@pytest.mark.as_person("manager")
def test_waiting_list_without_anything_says_so(signed_in: Client) -> None:
    assertContains(signed_in.get(reverse("trainings:waiting_list")), "Nothing waits")


def test_waiting_list_is_not_for_staff(signed_in: Client) -> None:
    assert signed_in.get(reverse("trainings:waiting_list")).status_code == 403
