"""The board: who sees it, what each row says, what is late, and what it costs."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cooperatives.models import Cooperative, Programme, User
from overview.reports import board as boards
from overview.reports.board import Board, BoardRow, Choice
from premiums.models import Activity
from tests import factories
from tests import factories_certification as made
from trainings.models import Track

pytestmark = pytest.mark.django_db

TODAY = dt.date(2015, 6, 15)
BOARD = "/"


def the_board(choice: Choice | None = None, *, today: dt.date = TODAY) -> Board:
    administrator = User(pk=0, is_superuser=True)
    programmes = boards.programmes_of(administrator)
    return boards.board(administrator, programmes, list(Track.objects.all()), choice or Choice(), today=today)


def row_of(cooperative: Cooperative, *, today: dt.date = TODAY) -> BoardRow:
    return next(row for row in the_board(today=today).rows if row.cooperative == cooperative)


def names(board: Board) -> list[str]:
    return [row.cooperative.short_name for row in board.rows]


# Who sees it ---------------------------------------------------------------------------------------------------------


def test_anonymous_is_asked_to_sign_in(client: Client) -> None:
    assertRedirects(client.get(BOARD), f"{reverse('account_login')}?next=/", fetch_redirect_response=False)


@pytest.mark.as_person("manager")
def test_manager_sees_the_co_ops_of_the_programme_only(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    page = signed_in.get(BOARD)
    assertContains(page, reverse("overview:dossier", args=[cooperative.slug]))
    assertNotContains(page, other_cooperative.short_name)


@pytest.mark.as_person("admin")
def test_administrator_sees_all_co_ops(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    page = signed_in.get(BOARD)
    assertContains(page, cooperative.short_name)
    assertContains(page, other_cooperative.short_name)


def test_staff_are_led_to_the_spending_of_their_co_op(signed_in: Client, cooperative: Cooperative) -> None:
    log = reverse("premiums:spending_log", args=[cooperative.slug])
    assertRedirects(signed_in.get(BOARD), log, fetch_redirect_response=False)


def test_staff_of_two_co_ops_choose_one(
    signed_in: Client, treasurer: User, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    factories.StaffAssignmentFactory.create(user=treasurer, cooperative=other_cooperative)
    page = signed_in.get(BOARD)
    for own in (cooperative, other_cooperative):
        assertContains(page, reverse("premiums:spending_log", args=[own.slug]))


def test_person_without_a_role_learns_what_to_do(client: Client) -> None:
    client.force_login(factories.UserFactory.create())
    assertContains(client.get(BOARD), "An administrator must give you a role")


@pytest.mark.as_person("manager")
def test_board_is_only_read(signed_in: Client) -> None:
    assert signed_in.post(BOARD).status_code == 405


# Groups and filters --------------------------------------------------------------------------------------------------


def test_rows_are_grouped_by_how_co_ops_take_part(cooperative: Cooperative, programme: Programme) -> None:
    candidate = factories.EnrolmentFactory.create(programme=programme, kind="candidate").cooperative
    ended = factories.ProgrammeFactory.create(ends_on=dt.date(2010, 1, 1), ends_precision="year")
    former = factories.EnrolmentFactory.create(programme=ended).cooperative
    groups = {group.key: [row.cooperative for row in group.rows] for group in the_board().groups}
    assert groups == {"participant": [cooperative], "candidate": [candidate], "other": [former]}


def test_co_op_that_left_is_no_participant(cooperative: Cooperative) -> None:
    cooperative.enrolments.update(left_on=dt.date(2014, 1, 1), left_precision="year")
    assert row_of(cooperative).group == "other"


@pytest.mark.as_person("manager")
def test_header_counts_participants_and_candidates_beside_the_goal(
    signed_in: Client, cooperative: Cooperative, programme: Programme
) -> None:
    Programme.objects.update(candidates_goal=5)
    factories.EnrolmentFactory.create(programme=programme, kind="candidate")
    text = " ".join(re.sub(r"<[^>]+>", "", signed_in.get(BOARD).content.decode()).split())
    assert "1 participant · 1 candidate (goal: at least 5)" in text


@pytest.mark.as_person("admin")
def test_programme_filter_leaves_its_own_co_ops(signed_in: Client, cooperative: Cooperative) -> None:
    other = factories.EnrolmentFactory.create(programme__slug="elsewhere")
    page = signed_in.get(BOARD, {"programme": "elsewhere"})
    assertContains(page, other.cooperative.short_name)
    assertNotContains(page, cooperative.short_name)


def test_filter_of_an_umbrella_finds_the_co_ops_of_its_parts(cooperative: Cooperative, programme: Programme) -> None:
    umbrella = factories.ProgrammeFactory.create()
    Programme.objects.filter(pk=programme.pk).update(part_of=umbrella)
    assert names(the_board(Choice(programme=umbrella))) == [cooperative.short_name]


def test_group_filter_keeps_the_counts_of_all_groups(cooperative: Cooperative, programme: Programme) -> None:
    factories.EnrolmentFactory.create(programme=programme, kind="candidate")
    board = the_board(Choice(group="candidate"))
    assert len(board.rows) == board.page.paginator.count == 1
    assert board.counts == {"participant": 1, "candidate": 1, "other": 0}


@pytest.mark.as_person("manager")
def test_unknown_choice_is_said_and_not_applied(signed_in: Client, cooperative: Cooperative) -> None:
    page = signed_in.get(BOARD, {"programme": "nowhere", "sort": "drop"})
    assertContains(page, "nowhere is not one of the available choices")
    assertContains(page, cooperative.short_name)


@pytest.mark.as_person("manager")
def test_empty_group_says_so(signed_in: Client, cooperative: Cooperative) -> None:
    assertContains(signed_in.get(BOARD, {"group": "candidate"}), "No co-op matches this choice.")


# Order ---------------------------------------------------------------------------------------------------------------


def funded(programme: Programme, name: str, received: str) -> Cooperative:
    cooperative = factories.CooperativeFactory.create(short_name=name)
    factories.EnrolmentFactory.create(programme=programme, cooperative=cooperative)
    if received:
        fund = factories.FundFactory.create(cooperative=cooperative)
        factories.PremiumReceivedFactory.create(fund=fund, amount=Decimal(received))
    return cooperative


@pytest.mark.parametrize("sort", ["received", "left"])
def test_premium_orders_rows_with_the_unknown_last(programme: Programme, sort: str) -> None:
    for name, received in (("A", "200"), ("B", ""), ("C", "300"), ("D", "100")):
        funded(programme, name, received)
    assert names(the_board(Choice(sort=sort))) == ["D", "A", "C", "B"]
    assert names(the_board(Choice(sort=sort, descending=True))) == ["C", "A", "D", "B"]


def test_equal_rows_keep_the_order_of_names(programme: Programme) -> None:
    for name in ("B", "C", "A"):
        funded(programme, name, "100")
    for descending in (True, False):
        assert names(the_board(Choice(sort="spent", descending=descending))) == ["A", "B", "C"]


def test_track_orders_rows_by_trainings_held(programme: Programme) -> None:
    few, many = funded(programme, "A", ""), funded(programme, "B", "")
    track = factories.TrackFactory.create(slug="market-access")
    for cooperative, count in ((few, 1), (many, 2)):
        for _ in range(count):
            factories.TrainingInvitationFactory.create(cooperative=cooperative, training__track=track)
    assert names(the_board(Choice(sort="market-access", descending=True))) == ["B", "A"]
    assert names(the_board(Choice(sort="market-access"))) == ["A", "B"]


def test_late_certificate_and_activity_order_rows(programme: Programme) -> None:
    funded(programme, "A", "")
    busy = funded(programme, "B", "100")
    factories.CertificateFactory.create(cooperative=busy, valid_until_on=TODAY - dt.timedelta(days=1))
    for sort in ("late", "certificate", "activity"):
        assert names(the_board(Choice(sort=sort, descending=True))) == ["B", "A"]


@pytest.mark.as_person("manager")
def test_headers_say_and_turn_the_order(signed_in: Client, cooperative: Cooperative) -> None:
    page = signed_in.get(BOARD, {"sort": "received"}).content.decode()
    assert page.count("aria-sort") == 1
    assert 'aria-sort="descending"><a class="sort" href="?sort=received&amp;direction=asc"' in page
    for key in ("cooperative", "late", "committed", "spent", "left", "certificate", "activity"):
        assert f"?sort={key}&amp;direction=" in page


# What a row says -----------------------------------------------------------------------------------------------------


@pytest.mark.as_person("manager")
def test_unknown_premium_is_not_recorded_and_never_zero(signed_in: Client, cooperative: Cooperative) -> None:
    factories.PremiumReceivedFactory.create(
        fund=factories.FundFactory.create(cooperative=cooperative), amount=None, is_historic=True, source="A book"
    )
    row = row_of(cooperative)
    assert not row.premium.is_recorded
    assert row.premium.received is None
    page = signed_in.get(BOARD)
    assertContains(page, '<span class="missing">not recorded</span>')
    assertNotContains(page, "0.00")


@pytest.mark.as_person("manager")
def test_premium_figures_link_to_what_is_behind_them(
    signed_in: Client, cooperative: Cooperative, activity: Activity
) -> None:
    factories.PremiumReceivedFactory.create(fund=activity.fund, amount=Decimal("5000"))
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("250"))
    page = signed_in.get(BOARD).content.decode()
    for view, amount in (
        (reverse("overview:dossier", args=["triunfo"]) + "#premium", "5,000.00"),
        (reverse("premiums:spending_log", args=["triunfo"]), "750.00"),
        (reverse("premiums:expense_list", args=["triunfo"]), "250.00"),
        (reverse("overview:dossier", args=["triunfo"]) + "#premium", "4,000.00"),
    ):
        assert re.search(rf'href="{re.escape(view)}"><span class="money">{amount}&nbsp;<abbr>MXN', page), view


@pytest.mark.as_person("manager")
def test_more_approved_than_received_is_over_committed(
    signed_in: Client, cooperative: Cooperative, activity: Activity
) -> None:
    factories.PremiumReceivedFactory.create(fund=activity.fund, amount=Decimal("400"))
    assert row_of(cooperative).premium.left == Decimal("-600")
    assertContains(signed_in.get(BOARD), "over-committed")


def test_left_is_unknown_while_no_premium_is_recorded_as_received(cooperative: Cooperative, activity: Activity) -> None:
    premium = row_of(cooperative).premium
    assert (premium.received, premium.left, premium.committed) == (None, None, Decimal("1000"))


@pytest.mark.as_person("manager")
def test_track_cell_counts_trainings_and_each_member_once(signed_in: Client, cooperative: Cooperative) -> None:
    training = factories.TrainingInvitationFactory.create(cooperative=cooperative).training
    member = factories.MemberFactory.create(cooperative=cooperative)
    for held_on in (dt.date(2013, 5, 6), dt.date(2013, 5, 7)):
        session = factories.TrainingSessionFactory.create(training=training, held_on=held_on)
        factories.AttendanceFactory.create(session=session, member=member)
        factories.AttendanceFactory.create(session=session, member=factories.MemberFactory.create())
    cell = row_of(cooperative).tracks[0]
    assert (cell.held, cell.planned, cell.people) == (1, 0, 1)
    page = signed_in.get(BOARD)
    assertContains(page, "1 person")
    assertContains(page, reverse("trainings:training_list", args=["triunfo"]) + f"?track={training.track.slug}")


@pytest.mark.as_person("manager")
def test_training_nobody_wrote_down_has_no_people_instead_of_zero(signed_in: Client, cooperative: Cooperative) -> None:
    factories.TrainingInvitationFactory.create(cooperative=cooperative)
    factories.TrackFactory.create()
    page = signed_in.get(BOARD)
    assertContains(page, "people not recorded")
    assertContains(page, "no trainings yet")


@pytest.mark.as_person("manager")
def test_certificate_is_written_as_precisely_as_it_is_known(signed_in: Client, cooperative: Cooperative) -> None:
    factories.CertificateFactory.create(
        cooperative=cooperative, valid_from_on=dt.date(2009, 10, 1), valid_from_precision="late"
    )
    page = signed_in.get(BOARD)
    assertContains(page, "since late 2009")
    assertContains(page, "number not recorded")


@pytest.mark.as_person("manager")
def test_candidate_without_certificate_is_on_the_path(
    signed_in: Client, cooperative: Cooperative, programme: Programme
) -> None:
    cooperative.enrolments.update(kind="candidate")
    assertContains(signed_in.get(BOARD), "on the path")


def test_last_activity_is_the_newest_of_all(cooperative: Cooperative, activity: Activity) -> None:
    last = row_of(cooperative).last
    assert last is not None
    assert (last.on, last.what) == (dt.date(2013, 3, 10), "assembly")
    factories.PremiumReceivedFactory.create(fund=activity.fund, received_on=dt.date(2014, 1, 2))
    training = factories.TrainingFactory.create(starts_on=dt.date(2014, 2, 1), starts_precision="month")
    factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    last = row_of(cooperative).last
    assert last is not None
    assert (last.on, last.precision, last.what) == (dt.date(2014, 2, 1), "month", "training")


# What it costs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3, 30])
@pytest.mark.as_person("manager")
def test_board_asks_the_same_number_of_queries(
    signed_in: Client, programme: Programme, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    track = factories.TrackFactory.create()
    for number in range(count):
        cooperative = funded(programme, f"Coop {number}", "100")
        factories.CertificateFactory.create(cooperative=cooperative)
        factories.TrainingInvitationFactory.create(cooperative=cooperative, training__track=track)
        made.NonConformityFactory.create(file=made.file_in("enquiry", cooperative=cooperative))
    with django_assert_num_queries(11):
        page = signed_in.get(BOARD, {"sort": "late"})
    assert len(page.context["board"].rows) == count


@pytest.mark.as_person("manager")
def test_long_board_has_pages(signed_in: Client, programme: Programme) -> None:
    for number in range(51):
        funded(programme, f"Coop {number:02}", "")
    page = signed_in.get(BOARD, {"page": 2})
    assert names(page.context["board"]) == ["Coop 50"]
    assertContains(page, "51–51 of 51")
