"""The dossier of a co-op: facts with their sources, premium, people, and what happened in what order."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cooperatives.models import Cooperative, Programme
from overview.reports import timeline as timelines
from overview.reports.dossier import Dossier, dossier
from premiums.models import Activity
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db

URL = "/cooperatives/triunfo/"
TODAY = dt.date(2015, 6, 15)


def read(cooperative: Cooperative) -> Dossier:
    return dossier(cooperative, with_names=True, today=TODAY)


def words(content: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", content.decode()).split())


# Who sees it ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", ["treasurer", "oversight", "manager", "admin"])
def test_those_who_work_with_the_co_op_see_it(
    client: Client, cooperative: Cooperative, person: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(person))
    assertContains(client.get(URL), "Cooperativa Triunfo")


def test_dossier_asks_the_anonymous_to_sign_in(client: Client, cooperative: Cooperative) -> None:
    assertRedirects(client.get(URL), f"{reverse('account_login')}?next={URL}", fetch_redirect_response=False)


@pytest.mark.as_person("outsider")
def test_dossier_is_not_found_by_an_outsider(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(URL).status_code == 404


def test_dossier_is_not_found_without_a_role(client: Client, cooperative: Cooperative) -> None:
    client.force_login(factories.UserFactory.create())
    assert client.get(URL).status_code == 404


def test_dossier_is_only_read(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.post(URL).status_code == 405


def test_names_are_hidden_from_those_who_may_not_see_members(
    client: Client, cooperative: Cooperative, programme: Programme
) -> None:
    factories.staff_of(cooperative, "treasurer", name="Tomasa Secreta")
    factories.FactFactory.create(cooperative=cooperative, topic="person", text="Jose Secreto")
    client.force_login(factories.ProgrammeAssignmentFactory.create(programme=programme, role="funder").user)
    page = client.get(URL)
    assertNotContains(page, "Secret")
    assertContains(page, "treasurer")


# Facts ---------------------------------------------------------------------------------------------------------------


def test_figures_show_their_year_and_undated_ones_say_so(signed_in: Client, cooperative: Cooperative) -> None:
    members = {"cooperative": cooperative, "topic": "members", "text": "", "unit": "members"}
    factories.FactFactory.create(**members, number=2800, qualifier="more than", is_preferred=False)
    factories.FactFactory.create(**members, number=2030, as_of_on=dt.date(2005, 1, 1), as_of_precision="year")
    text = words(signed_in.get(URL).content)
    assert text.index("2,030 members (2005)") < text.index("more than 2,800 members undated source")


def test_every_fact_has_its_source_one_tap_away(signed_in: Client, cooperative: Cooperative) -> None:
    factories.FactFactory.create(
        cooperative=cooperative,
        topic="founded",
        text="",
        as_of_on=dt.date(1993, 1, 1),
        as_of_precision="year",
        source="https://example.org/profile",
        confidence="medium",
    )
    page = signed_in.get(URL)
    assertContains(page, '<details class="source">')
    assertContains(page, "https://example.org/profile")
    assertContains(page, "Confidence: medium")
    assert "1993" in words(page.content)


def test_what_no_source_gives_is_not_recorded(signed_in: Client, cooperative: Cooperative) -> None:
    factories.FactFactory.create(
        cooperative=cooperative, topic="members", text="", source="", note="Not found in three directories."
    )
    text = words(signed_in.get(URL).content)
    assert "members Not recorded Not found in three directories." in text
    assert "founded Not recorded" in text


def test_facts_speak_the_language_of_the_reader(cooperative: Cooperative) -> None:
    factories.FactFactory.create(
        cooperative=cooperative, topic="language", text="Spanish", text_es="español", is_preferred=True
    )
    (spoken,) = [topic for topic in read(cooperative).facts if topic.topic == "language"]
    assert spoken.statements[0].fact.text_es == "español"


def test_short_facts_of_one_source_stand_together(cooperative: Cooperative) -> None:
    for name, source in (("Tsotsil", "A"), ("Tseltal", "A"), ("Spanish", "B")):
        factories.FactFactory.create(cooperative=cooperative, topic="language", text=name, source=source)
    (spoken,) = [topic for topic in read(cooperative).facts if topic.topic == "language"]
    assert [[fact.text for fact in statement.facts] for statement in spoken.statements] == [
        ["Tsotsil", "Tseltal"],
        ["Spanish"],
    ]


# Premium, trainings, certification, people ---------------------------------------------------------------------------


def test_premium_shows_four_figures_and_each_activity(
    signed_in: Client, cooperative: Cooperative, activity: Activity
) -> None:
    factories.PremiumReceivedFactory.create(fund=activity.fund)
    factories.ExpenseFactory.create(activity=activity, amount=Decimal("250.50"))
    text = words(signed_in.get(URL).content)
    for figure in ("Received 5,000.00 MXN", "spent 749.50 MXN", "Spent 250.50 MXN", "Left 4,000.00 MXN"):
        assert figure in text
    assert "749.50&nbsp; MXN left" in text or "749.50 MXN left" in text
    assert "50 for, 6 against, 3 abstained, 1 blank" in text


def test_premium_without_amounts_is_not_recorded_and_never_zero(signed_in: Client, cooperative: Cooperative) -> None:
    fund = factories.FundFactory.create(cooperative=cooperative)
    activity = factories.ActivityFactory.create(plan__fund=fund, is_historic=True, source="A book")
    factories.ExpenseFactory.create(
        activity=activity, is_historic=True, source="A book", amount=None, spent_on=None, spent_precision=""
    )
    page = signed_in.get(URL)
    assertContains(page, "amount not recorded")
    assertNotContains(page, "0.00")


def test_votes_nobody_wrote_down_are_not_recorded(signed_in: Client, cooperative: Cooperative) -> None:
    assembly = factories.AssemblyFactory.create(
        cooperative=cooperative, is_historic=True, source="A book", held_on=None, held_precision="", entitled=None,
        present_women=None, present_men=None, quorum_percent=None,
    )  # fmt: skip
    votes = dict.fromkeys(("votes_for", "votes_against", "votes_abstained", "votes_blank"))
    factories.ResolutionFactory.create(
        assembly=assembly, is_historic=True, source="A book", state="adopted", text="Rent an office.", **votes
    )
    text = words(signed_in.get(URL).content)
    assert "Rent an office." in text
    assert "Votes: not recorded" in text
    assert read(cooperative).timeline.undated[0].text == "Rent an office."


def test_certificates_are_shown_newest_first(signed_in: Client, cooperative: Cooperative) -> None:
    factories.CertificateFactory.create(cooperative=cooperative, scheme__name="Old scheme")
    factories.CertificateFactory.create(
        cooperative=cooperative, scheme__name="New scheme", valid_from_on=dt.date(2012, 5, 1),
        valid_from_precision="day", valid_until_on=dt.date(2015, 4, 30), number="X-1",
    )  # fmt: skip
    section = words(signed_in.get(URL).content.split(b'id="certification"')[1].split(b"</section>")[0])
    assert section.index("New scheme") < section.index("Old scheme since 2009")
    assert "expired" in section
    assert "number : not recorded" in section or "number: not recorded" in section


def test_members_are_counted_by_sex(cooperative: Cooperative) -> None:
    for sex in ("woman", "woman", "man", ""):
        factories.MemberFactory.create(cooperative=cooperative, sex=sex)
    factories.MemberFactory.create(cooperative=cooperative, left_on=dt.date(2014, 1, 1))
    factories.MemberFactory.create()
    members = read(cooperative).members
    assert (members.total, members.women, members.men, members.unrecorded) == (4, 2, 1, 1)


def test_ended_staff_are_gone(cooperative: Cooperative) -> None:
    assignment = factories.StaffAssignmentFactory.create(cooperative=cooperative)
    assert [person.name for person in read(cooperative).staff] == [assignment.user.name]
    assignment.ended_at, assignment.ended_by = dt.datetime(2014, 1, 1, tzinfo=dt.UTC), assignment.user
    assignment.save()
    assert read(cooperative).staff == []


# Timeline ------------------------------------------------------------------------------------------------------------


def test_timeline_stands_newest_first_with_partial_dates_in_their_place(
    signed_in: Client, cooperative: Cooperative, activity: Activity
) -> None:
    factories.ExpenseFactory.create(activity=activity, purpose="Láminas")
    factories.PremiumReceivedFactory.create(
        fund=activity.fund, received_on=dt.date(2013, 4, 1), received_precision="month"
    )
    factories.CertificateFactory.create(
        cooperative=cooperative, valid_from_on=dt.date(2009, 10, 1), valid_from_precision="late"
    )
    factories.FactFactory.create(
        cooperative=cooperative, topic="founded", as_of_on=dt.date(1993, 1, 1), as_of_precision="year"
    )
    entries = read(cooperative).timeline.dated
    assert [entry.kind for entry in entries] == [
        "expense",
        "premium",
        "resolution",
        "assembly",
        "certificate",
        "founded",
    ]
    text = words(signed_in.get(URL).content.split(b'id="timeline"')[1])
    assert "Assembly ordinary assembly" in text
    written = ["Jun 1, 2013", "April 2013", "Mar 10, 2013", "late 2009", "1993"]
    assert sorted(written, key=text.index) == written


def test_entries_without_date_come_last(cooperative: Cooperative, activity: Activity) -> None:
    factories.ExpenseFactory.create(
        activity=activity, is_historic=True, source="A book", amount=None, spent_on=None, spent_precision=""
    )
    shown = read(cooperative).timeline
    assert all(entry.on for entry in shown.dated)
    assert [entry.kind for entry in shown.undated] == ["expense", "enrolment"]


def test_voided_expense_did_not_happen(cooperative: Cooperative, activity: Activity, manager: object) -> None:
    expense = factories.ExpenseFactory.create(activity=activity)
    expense.state, expense.voided_reason = "voided", "Typed twice."
    expense.voided_at, expense.voided_by = dt.datetime(2014, 1, 1, tzinfo=dt.UTC), manager
    expense.save()
    assert "expense" not in {entry.kind for entry in read(cooperative).timeline.dated}


def test_training_to_come_is_ahead_and_a_missed_one_is_not(cooperative: Cooperative) -> None:
    for days in (-1, 1):
        training = factories.TrainingFactory.create(state="planned", starts_on=TODAY + dt.timedelta(days=days))
        factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    assert [entry.is_ahead for entry in read(cooperative).timeline.dated] == [True, False]


def test_visits_to_the_region_belong_to_every_co_op_of_the_programme(
    cooperative: Cooperative, programme: Programme
) -> None:
    visit = {"programme": programme, "visited_on": dt.date(2012, 3, 1), "visited_precision": "month"}
    programme.visits.create(purpose="Met the farmers.", **{k: v for k, v in visit.items() if k != "programme"})
    factories.ProgrammeFactory.create().visits.create(purpose="Elsewhere.")
    texts = [entry.text for entry in read(cooperative).timeline.dated]
    assert texts == ["Met the farmers."]


def test_long_timeline_is_bounded_and_keeps_how_it_began(cooperative: Cooperative) -> None:
    factories.FactFactory.create(
        cooperative=cooperative, topic="founded", as_of_on=dt.date(1993, 1, 1), as_of_precision="year"
    )
    track = factories.TrackFactory.create()
    for number in range(timelines.LIMIT + 1):
        training = factories.TrainingFactory.create(
            track=track, starts_on=dt.date(2013, 1, 1) + dt.timedelta(days=number)
        )
        factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    shown = read(cooperative).timeline
    assert len(shown.dated) == timelines.LIMIT
    assert [entry.kind for entry in shown.founding] == ["founded"]
    assert shown.is_cut


def test_timeline_is_written_in_the_language_of_the_reader(client: Client, cooperative: Cooperative) -> None:
    training = factories.TrainingFactory.create(title="Pruning", title_es="Poda")
    factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    client.force_login(factories.staff_of(cooperative, "treasurer", language="es-mx"))
    with translation.override("es-mx"):
        assertContains(client.get(URL), "Poda")


def test_what_people_typed_is_escaped(signed_in: Client, cooperative: Cooperative, activity: Activity) -> None:
    factories.ExpenseFactory.create(activity=activity, purpose="<b>Láminas</b> & clavos")
    page = signed_in.get(URL)
    assertContains(page, "&lt;b&gt;Láminas&lt;/b&gt; &amp; clavos")
    assertNotContains(page, "<b>Láminas")


# What it costs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.as_person("manager")
def test_dossier_asks_the_same_number_of_queries(
    signed_in: Client,
    cooperative: Cooperative,
    activity: Activity,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    track = factories.TrackFactory.create()
    for _ in range(count):
        factories.ExpenseFactory.create(activity=activity)
        factories.CertificateFactory.create(cooperative=cooperative)
        factories.FactFactory.create(cooperative=cooperative)
        factories.staff_of(cooperative, "treasurer")
        factories.TrainingInvitationFactory.create(cooperative=cooperative, training__track=track)
        made.NonConformityFactory.create(file=made.file_in("enquiry", cooperative=cooperative))
    with django_assert_num_queries(11):
        signed_in.get(URL)


def test_dossier_counts_historic_trainings_that_belong_to_no_track(cooperative: Cooperative) -> None:
    factories.TrackFactory.create()
    factories.TrainingInvitationFactory.create(cooperative=cooperative, training__track=None)
    found = read(cooperative)
    assert found.trackless_count == 1
    assert [cell.held for cell in found.tracks] == [0]


# Sales beside certificates --------------------------------------------------------------------------------------------


def outside(cooperative: Cooperative) -> list[str]:
    return [sale.contract_number for sale in read(cooperative).sales_outside_certificates]


@pytest.mark.parametrize(
    ("start", "end", "flagged"),
    [
        (dt.date(2013, 2, 11), dt.date(2013, 2, 11), False),
        (dt.date(2013, 2, 12), None, True),
        (dt.date(2010, 1, 1), dt.date(2013, 2, 10), True),
        (dt.date(2010, 1, 1), None, False),
        (None, None, False),
        (None, dt.date(2013, 2, 10), True),
    ],
)
def test_a_sale_signed_outside_every_certificate_is_flagged(
    signed_in: Client, cooperative: Cooperative, start: dt.date | None, end: dt.date | None, *, flagged: bool
) -> None:
    factories.CertificateFactory.create(
        cooperative=cooperative,
        valid_from_on=start,
        valid_from_precision="day" if start else "",
        valid_until_on=end,
    )
    factories.CertificateFactory.create()  # of another co-op
    sale = factories.SaleFactory.create(cooperative=cooperative, contract_number="C-9")
    assert outside(cooperative) == (["C-9"] if flagged else [])
    page = signed_in.get(URL).content.decode()
    assert ("no recorded certificate was valid" in page) is flagged
    assert (reverse("premiums:sale_detail", args=["triunfo", sale.pk]) in page) is flagged


def test_a_sale_is_judged_only_by_a_day_that_is_known(cooperative: Cooperative) -> None:
    assert outside(cooperative) == []
    factories.SaleFactory.create(cooperative=cooperative, signed_on=None, signed_precision="")
    factories.SaleFactory.create(cooperative=cooperative, signed_on=dt.date(2013, 1, 1), signed_precision="year")
    factories.SaleFactory.create(cooperative=cooperative, state="cancelled")
    assert outside(cooperative) == []
    factories.SaleFactory.create(cooperative=cooperative, contract_number="C-9")
    assert outside(cooperative) == ["C-9"]
