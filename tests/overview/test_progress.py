"""Progress of a co-op in a track, and of all co-ops against their targets."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from certification.actions.answer_section import Reply
from cooperatives.models import Cooperative, Programme, User
from overview.reports.lines import chart_of
from overview.reports.readiness import readiness_values
from overview.reports.track_progress import track_page
from tests import factories
from tests import factories_certification as made
from tests.factories_progress import (
    CooperativeMilestoneFactory,
    EvidenceFactory,
    IndicatorBaselineFactory,
    IndicatorFactory,
    IndicatorTargetFactory,
    MeasurementFactory,
)
from tests.factories_trainings import InstrumentFactory, ScoreFactory
from tests.overview.test_board import row_of
from trainings.actions.measure import return_measurement
from trainings.models import Indicator, Track
from trainings.reports.indicators import read_book
from trainings.reports.progress import Ladder

pytestmark = pytest.mark.django_db

PROGRESS = "/progress/"


@pytest.fixture
def track() -> Track:
    """A track."""
    return factories.TrackFactory.create(slug="quality")


@pytest.fixture
def score(track: Track) -> Indicator:
    """The score of the cup."""
    return IndicatorFactory.create(track=track, name="Cupping score", slug="cupping-score")


def url(cooperative: Cooperative) -> str:
    return reverse("overview:track_progress", args=[cooperative.slug, "quality"])


def fill(cooperative: Cooperative, track: Track, count: int) -> None:
    """Some of everything on the page of a track."""
    for number in range(count):
        row = CooperativeMilestoneFactory.create(cooperative=cooperative, milestone__track=track, reached=True)
        EvidenceFactory.create(milestone=row, measurement=None, cooperative=cooperative, uploaded_by=row.reported_by)
        indicator = IndicatorFactory.create(track=track)
        own = {"cooperative": cooperative, "indicator": indicator}
        MeasurementFactory.create(**own, accepted=True)
        MeasurementFactory.create(**own, year=2013)
        IndicatorTargetFactory.create(**own)
        IndicatorBaselineFactory.create(**own)
        IndicatorFactory.create(track=track, kind="people", largest=None, computation="people trained")
        session = factories.TrainingSessionFactory.create(training__track=track, held_on=dt.date(2014, 5, 1 + number))
        factories.TrainingInvitationFactory.create(cooperative=cooperative, training=session.training)
        member = factories.MemberFactory.create(cooperative=cooperative)
        factories.AttendanceFactory.create(session=session, cooperative=cooperative, member=member)


# A co-op in a track ---------------------------------------------------------------------------------------------------


def test_track_progress_shows_ladder_indicators_and_trainings(
    signed_in: Client, cooperative: Cooperative, track: Track
) -> None:
    fill(cooperative, track, 1)
    page = signed_in.get(url(cooperative))
    assertContains(page, "never mixed into one score")
    assertContains(page, "reached, to be accepted")
    assertContains(page, "hoja.jpg")
    assertContains(page, "<svg viewBox=")
    assertContains(page, "82.5")
    assertContains(page, "waits to be accepted")
    shown = page.context["page"]
    assert shown.ladder == Ladder(applicable=1, reached=1)
    assert shown.years == [2013, 2014]
    assert len(shown.trainings) == 1


def test_track_progress_without_anything_says_so(signed_in: Client, cooperative: Cooperative, track: Track) -> None:
    page = signed_in.get(url(cooperative))
    assertContains(page, "no milestones yet")
    assertContains(page, "no indicators yet")
    assertContains(page, "A training appears here")


@pytest.mark.parametrize(
    ("person", "may_report", "may_accept"),
    [("treasurer", True, False), ("manager", True, True), ("oversight", False, False)],
)
def test_track_progress_offers_what_a_role_may(
    client: Client,
    cooperative: Cooperative,
    track: Track,
    request: pytest.FixtureRequest,
    person: str,
    may_report: bool,
    may_accept: bool,
) -> None:
    client.force_login(request.getfixturevalue(person))
    fill(cooperative, track, 1)
    text = client.get(url(cooperative)).content.decode()
    assert ("Enter a value" in text) is may_report
    assert ("seen_at" in text) is may_accept


@pytest.mark.as_person("outsider")
def test_track_progress_is_not_found_by_an_outsider(signed_in: Client, cooperative: Cooperative, track: Track) -> None:
    assert signed_in.get(url(cooperative)).status_code == 404


def test_track_progress_of_no_track_is_404(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(url(cooperative)).status_code == 404


def test_track_progress_is_only_read(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.post(url(cooperative)).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("person", ["treasurer", "manager"])
def test_track_progress_asks_the_same_number_of_queries(
    client: Client,
    cooperative: Cooperative,
    track: Track,
    count: int,
    person: str,
    request: pytest.FixtureRequest,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(request.getfixturevalue(person))
    fill(cooperative, track, count)
    with django_assert_num_queries(10):
        client.get(url(cooperative))


def test_names_of_staff_are_shown_only_to_those_who_may_see_them(
    client: Client, cooperative: Cooperative, programme: Programme, track: Track, treasurer: User
) -> None:
    funder = factories.UserFactory.create()
    factories.ProgrammeAssignmentFactory.create(user=funder, programme=programme, role="funder")
    reporter = factories.UserFactory.create(name="Rosa Reporta")
    own = {"cooperative": cooperative, "milestone__track": track, "reached": True, "reported_by": reporter}
    CooperativeMilestoneFactory.create(**own)
    measurement = MeasurementFactory.create(cooperative=cooperative, entered_by=reporter)
    value = reverse("trainings:measurement_detail", args=[cooperative.slug, measurement.pk])
    for person, count in ((treasurer, 1), (funder, 0)):
        client.force_login(person)
        for address in (url(cooperative), value):
            assertContains(client.get(address), "Rosa Reporta", count=count)


def test_gain_of_a_training_is_shown_where_it_is_known(cooperative: Cooperative, track: Track) -> None:
    fill(cooperative, track, 1)
    today = dt.date(2015, 1, 1)
    page = track_page(cooperative, "quality", today=today)
    assert page
    training = page.trainings[0].training
    assert page.trainings[0].gains == []
    instrument = InstrumentFactory.create()
    for member, points in zip(
        factories.MemberFactory.create_batch(3, cooperative=cooperative), (5, 8, None), strict=True
    ):
        own = {"training": training, "member": member, "instrument": instrument}
        ScoreFactory.create(**own, moment="before", points=Decimal(4))
        if points is not None:
            ScoreFactory.create(**own, moment="after", points=Decimal(points))
    again = track_page(cooperative, "quality", today=today)
    assert again
    assert [(gain.people, gain.gain) for gain in again.trainings[0].gains] == [(2, Decimal("2.5"))]


@pytest.mark.as_person("manager")
def test_readiness_comes_from_the_certification_file(
    signed_in: Client, cooperative: Cooperative, track: Track, django_assert_max_num_queries: Any
) -> None:
    ready = IndicatorFactory.create(track=track, slug="ready", computation="readiness", unit="%")
    file = made.file_in("certified", cooperative=cooperative)
    first, second, third = made.CriterionFactory.create_batch(3, section__version=file.version)
    audit = made.AuditFactory.create(file=file, started_on=dt.date(2013, 9, 1), kind="surveillance")
    made.answered(audit, {first: Reply(complies=True), second: Reply(complies=False)})
    today = dt.date(2015, 1, 1)
    assert third.pk  # not answered, so not met
    assert readiness_values([cooperative.pk], [ready], today) == {("ready", cooperative.pk, 2015): Decimal("33.3")}
    bare = factories.CooperativeFactory.create()
    assert readiness_values([bare.pk], [ready], today) == {}
    for address in (url(cooperative), f"{PROGRESS}?track=quality"):
        with django_assert_max_num_queries(12):
            assertContains(signed_in.get(address), "33.3")


@pytest.mark.as_person("manager")
def test_programme_progress_opens_with_the_newest_year_that_was_reported(
    signed_in: Client, cooperative: Cooperative, track: Track
) -> None:
    IndicatorFactory.create(track=track, slug="ready", computation="readiness", unit="%")
    file = made.file_in("certified", cooperative=cooperative)
    criterion = made.CriterionFactory.create(section__version=file.version)
    audit = made.AuditFactory.create(file=file, started_on=dt.date(2013, 9, 1), kind="surveillance")
    made.answered(audit, {criterion: Reply(complies=True)})
    address = f"{PROGRESS}?track={track.slug}"
    this_year = timezone.localdate().year
    assert signed_in.get(address).context["progress"].year == this_year  # nothing else is known
    MeasurementFactory.create(
        cooperative=cooperative, indicator=IndicatorFactory.create(track=track), year=2012, accepted=True
    )
    shown = signed_in.get(address).context
    assert shown["progress"].year == 2012
    assert this_year in dict(shown["form"].fields["year"].choices)


def test_chart_joins_years_that_follow_each_other_and_leaves_gaps(cooperative: Cooperative, score: Indicator) -> None:
    for year in (2010, 2011, 2013):
        MeasurementFactory.create(cooperative=cooperative, indicator=score, year=year, accepted=True)
    IndicatorTargetFactory.create(cooperative=cooperative, indicator=score, year=2012)
    years = range(2010, 2014)
    series = read_book([cooperative.pk], [score], years).series(score, cooperative.pk, years)
    chart = chart_of(series, [dt.date(2011, 7, 1), dt.date(2020, 1, 1)])
    assert chart
    assert ([point.year for point in chart.points], len(chart.runs)) == ([2010, 2011, 2013], 1)
    assert (len(chart.targets), len(chart.marks)) == (1, 1)
    assert chart.lines[0].y == chart.base
    assert not chart.from_zero
    assert chart_of(read_book([cooperative.pk], [score], []).series(score, cooperative.pk, [2016]), []) is None


# All co-ops -----------------------------------------------------------------------------------------------------------


@pytest.mark.as_person("manager")
def test_programme_progress_sets_target_against_actual(
    signed_in: Client, cooperative: Cooperative, programme: Programme, track: Track, score: Indicator
) -> None:
    silent = factories.EnrolmentFactory.create(programme=programme).cooperative
    MeasurementFactory.create(cooperative=cooperative, indicator=score, accepted=True)
    IndicatorTargetFactory.create(cooperative=cooperative, indicator=score, value=Decimal(84))
    page = signed_in.get(PROGRESS, {"year": 2014, "track": "quality"})
    assertContains(page, "1.5 short")
    assertContains(page, "1 of 2 co-ops measured")
    assertContains(page, "Who has not reported 2014")
    assert [list(gap.cooperatives) for gap in page.context["progress"].missing] == [[silent]]
    assertContains(signed_in.get(PROGRESS, {"year": 2013}), "not reported")


@pytest.mark.as_person("manager")
def test_programme_progress_says_the_trend_of_a_value_only(
    signed_in: Client, cooperative: Cooperative, score: Indicator
) -> None:
    for year, value in ((2012, 80), (2014, 79)):
        own = {"cooperative": cooperative, "indicator": score, "accepted": True}
        MeasurementFactory.create(year=year, value=Decimal(value), **own)
    pages = [signed_in.get(PROGRESS, {"year": year}) for year in (2012, 2013, 2014)]
    trends = [page.context["progress"].rows[0].cells[0].trend for page in pages]
    assert trends == ["", "", "worse"]


@pytest.mark.as_person("manager")
def test_programme_progress_without_a_choice_shows_the_newest_year_known(
    signed_in: Client, cooperative: Cooperative, track: Track, score: Indicator
) -> None:
    MeasurementFactory.create(cooperative=cooperative, indicator=score, year=2013, accepted=True)
    assert signed_in.get(PROGRESS).context["progress"].year == 2013


@pytest.mark.as_person("manager")
def test_programme_progress_without_indicators_says_so(signed_in: Client, cooperative: Cooperative) -> None:
    assertContains(signed_in.get(PROGRESS), "Nothing to show")


@pytest.mark.as_person("manager")
def test_programme_progress_says_what_is_no_choice(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(PROGRESS, {"year": "x"}).status_code == 422


@pytest.mark.as_person("manager")
def test_programme_progress_of_one_programme_leaves_the_others(
    signed_in: Client, cooperative: Cooperative, manager: User, score: Indicator
) -> None:
    other = factories.EnrolmentFactory.create()
    factories.ProgrammeAssignmentFactory.create(user=manager, programme=other.programme, role="manager")
    page = signed_in.get(PROGRESS, {"programme": other.programme.slug})
    assert [row.cooperative for row in page.context["progress"].rows] == [other.cooperative]


def test_figures_do_not_depend_on_who_looks(
    client: Client, cooperative: Cooperative, programme: Programme, manager: User, admin: User, score: Indicator
) -> None:
    MeasurementFactory.create(cooperative=cooperative, indicator=score, accepted=True)
    MeasurementFactory.create(indicator=score, accepted=True)
    funder = factories.UserFactory.create()
    factories.ProgrammeAssignmentFactory.create(user=funder, programme=programme, role="funder")
    seen = []
    for person in (manager, funder, admin):
        client.force_login(person)
        rows = client.get(PROGRESS, {"year": 2014}).context["progress"].rows
        seen.append({row.cooperative.slug: row.figures[0].actual for row in rows})
    assert seen[0] == seen[1] == {"triunfo": Decimal("82.50")}
    assert seen[0].items() < seen[2].items()


def test_programme_progress_is_not_for_staff(signed_in: Client) -> None:
    assert signed_in.get(PROGRESS).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.as_person("manager")
def test_programme_progress_asks_the_same_number_of_queries(
    signed_in: Client, programme: Programme, track: Track, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        fill(factories.EnrolmentFactory.create(programme=programme).cooperative, track, 1)
    with django_assert_num_queries(9):
        page = signed_in.get(PROGRESS, {"track": "quality"})
    assert len(page.context["progress"].rows) == count


@pytest.mark.as_person("manager")
def test_programme_progress_shows_fifty_and_counts_all(
    signed_in: Client, programme: Programme, score: Indicator
) -> None:
    for number in range(51):
        enrolment = factories.EnrolmentFactory.create(programme=programme, cooperative__short_name=f"Co-op {number:02}")
        if number in (0, 50):
            MeasurementFactory.create(cooperative=enrolment.cooperative, indicator=score, value=80, accepted=True)
    first, second = (signed_in.get(PROGRESS, {"track": "quality", "page": page}) for page in (1, 2))
    assert [len(page.context["page"]) for page in (first, second)] == [50, 1]
    for page in (first, second):
        assertContains(page, "2 of 51 co-ops measured")
        assertContains(page, "All 51 co-ops together")
    assertContains(second, "Co-op 50")
    assertNotContains(first, "Co-op 50")
    lines = b"".join(signed_in.get(PROGRESS, {"format": "csv", "page": 2}).streaming_content).decode().splitlines()
    assert len({line.split(",")[0] for line in lines[1:]}) == 51


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.as_person("manager")
def test_programme_progress_is_handed_out_as_one_row_a_figure(
    signed_in: Client, cooperative: Cooperative, track: Track, form: str
) -> None:
    people = IndicatorFactory.create(track=track, slug="applying", kind="people", largest=None)
    parts = {"women": 3, "men": 4, "other": 0, "unrecorded": 1}
    MeasurementFactory.create(cooperative=cooperative, indicator=people, value=8, accepted=True, **parts)
    MeasurementFactory.create(
        cooperative=cooperative, indicator=people, year=2013, value=None, note="Rain", accepted=True
    )
    answer = signed_in.get(PROGRESS, {"format": form})
    content = b"".join(answer)
    answer.close()
    rows: list[list[Any]]
    if form == "csv":
        rows = list(csv.reader(io.StringIO(content.decode())))
    else:
        rows = [list(row) for row in load_workbook(io.BytesIO(content)).active.values]
    lines = {str(line["year"]): line for line in (dict(zip(rows[0], row, strict=True)) for row in rows[1:])}
    assert {name: str(lines["2014"][name]) for name in ("cooperative", "indicator", "women", "sex_not_recorded")} == {
        "cooperative": "triunfo",
        "indicator": "applying",
        "women": "3",
        "sex_not_recorded": "1",
    }
    assert Decimal(lines["2014"]["actual"]) == 8
    assert (lines["2013"]["actual"] or None, lines["2013"]["state"]) == (None, "not measured")


# The board ------------------------------------------------------------------------------------------------------------


@pytest.mark.as_person("manager")
def test_board_shows_milestones_accepted_of_those_that_apply(
    signed_in: Client, cooperative: Cooperative, track: Track
) -> None:
    today = dt.date(2014, 6, 15)
    for row in ({"accepted": True}, {"reached": True}, {"due_on": dt.date(2014, 6, 14)}, {"set_aside": True}):
        CooperativeMilestoneFactory.create(cooperative=cooperative, milestone__track=track, **row)
    row = row_of(cooperative, today=today)
    assert row.tracks[0].ladder == Ladder(applicable=3, accepted=1, reached=1, late=1)
    assert (row.late.milestones, len(row.late)) == (1, 1)
    for sort in ("late", "quality"):
        page = signed_in.get("/", {"sort": sort})
        assertContains(page, "of 3 milestones")
        assertContains(page, "1 milestone late")
        assertContains(page, url(cooperative))


def test_returned_value_is_late_until_it_is_corrected(
    signed_in: Client, cooperative: Cooperative, manager: User, score: Indicator
) -> None:
    measurement = MeasurementFactory.create(cooperative=cooperative, indicator=score)
    assert row_of(cooperative).late.values == 0
    return_measurement(measurement=measurement, reason="Which form?", by=manager)
    assert row_of(cooperative).late.values == len(row_of(cooperative).late) == 1
    page = signed_in.get(cooperative.get_absolute_url())
    assertContains(page, "1 value to correct")
    assertContains(page, url(cooperative))


@pytest.mark.as_person("manager")
def test_dossier_shows_the_same_ladder(signed_in: Client, cooperative: Cooperative, track: Track) -> None:
    CooperativeMilestoneFactory.create(cooperative=cooperative, milestone__track=track, accepted=True)
    page = signed_in.get(cooperative.get_absolute_url())
    assertContains(page, "of 1 milestone")
    assertNotContains(page, "milestone late")
