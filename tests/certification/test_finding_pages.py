"""The pages of the non-conformities and of the board of corrective measures."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from certification.actions.correct import submit_measure, verify_measure
from certification.models import CertificationFile, NonConformity
from cooperatives.models import Cooperative, User
from tests import factories
from tests import factories_certification as made
from tests.premiums.test_vouchers import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("manager")]
BOARD = "/corrective-measures/"


def page(view: str, *keys: Any) -> str:
    return reverse(f"certification:{view}", args=["triunfo", *keys])


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A file in which corrective measures are under way."""
    return made.file_in("correction", cooperative=cooperative)


@pytest.fixture
def finding(file: CertificationFile) -> NonConformity:
    """A major one, open."""
    return made.NonConformityFactory.create(file=file, finding="Faltan las hojas", severity="major")


@pytest.fixture
def submitted(finding: NonConformity, treasurer: User) -> NonConformity:
    return submit_measure(non_conformity=finding, measure="Ya están", evidence="Lista firmada", by=treasurer)


@pytest.fixture
def verified(submitted: NonConformity, oversight: User) -> NonConformity:
    return verify_measure(non_conformity=submitted, by=oversight)


def state_of(finding: NonConformity) -> str:
    finding.refresh_from_db()
    return finding.state


def test_non_conformity_list_shows_what_is_open_and_all_on_request(
    signed_in: Client, finding: NonConformity, file: CertificationFile
) -> None:
    made.closed_finding(file, closed_on=dt.date(2013, 6, 1), finding="Cerrada hace tiempo")
    answer = signed_in.get(page("non_conformity_list")).content.decode()
    assert "Faltan las hojas" in answer
    assert "overdue" in answer
    assert "Cerrada hace tiempo" not in answer
    answer = signed_in.get(page("non_conformity_list"), {"state": "all"}).content.decode()
    assert "Cerrada hace tiempo" in answer
    assert "Faltan" not in signed_in.get(page("non_conformity_list"), {"state": "closed"}).content.decode()


def test_non_conformity_list_without_one_says_so(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No non-conformity is open" in signed_in.get(page("non_conformity_list")).content.decode()


def test_non_conformity_create_counts_the_usual_days(signed_in: Client, file: CertificationFile, manager: User) -> None:
    assert "the usual 90 days" in signed_in.get(page("non_conformity_create", file.pk)).content.decode()
    typed = {"finding": "Sin fechas", "severity": "minor", "found_on": "2013-05-02"}
    answer = signed_in.post(page("non_conformity_create", file.pk), typed)
    finding = NonConformity.objects.get()
    assert answer["Location"] == page("non_conformity_detail", finding.pk)
    assert (finding.due_on, finding.raised_by, finding.state) == (dt.date(2013, 7, 31), manager, "open")


def test_non_conformity_create_refuses_a_day_before_it_was_found(signed_in: Client, file: CertificationFile) -> None:
    typed = {"finding": "x", "severity": "minor", "found_on": "2013-05-02", "due_on": "2013-05-01"}
    answer = signed_in.post(page("non_conformity_create", file.pk), typed)
    assert answer.status_code == 422
    assert "be due before it was found" in answer.content.decode()


def test_non_conformity_detail_offers_what_each_person_may_do(
    client: Client, finding: NonConformity, treasurer: User, oversight: User, manager: User
) -> None:
    offered = {}
    for person in (treasurer, oversight, manager):
        client.force_login(person)
        answer = client.get(page("non_conformity_detail", finding.pk)).content.decode()
        views = ("measure_submit", "measure_verify", "measure_extend", "non_conformity_void")
        offered[person] = [view for view in views if page(view, finding.pk) in answer]
    assert offered == {
        treasurer: ["measure_submit"],
        oversight: [],
        manager: ["measure_extend", "non_conformity_void"],
    }


def test_non_conformity_detail_tells_the_whole_story(signed_in: Client, submitted: NonConformity) -> None:
    answer = signed_in.get(page("non_conformity_detail", submitted.pk)).content.decode()
    for said in ("Faltan las hojas", "Ya están", "Lista firmada", "Tomasa Tesorera", "evidence submitted"):
        assert said in answer


def test_non_conformity_detail_hides_names_from_funders(
    client: Client, programme: Any, submitted: NonConformity
) -> None:
    funder = factories.UserFactory.create()
    factories.ProgrammeAssignmentFactory.create(user=funder, programme=programme, role="funder")
    client.force_login(funder)
    answer = client.get(page("non_conformity_detail", submitted.pk)).content.decode()
    assert "Faltan las hojas" in answer
    assert "Tomasa" not in answer


@pytest.mark.as_person("treasurer")
def test_measure_propose_records_who_answers_for_it(signed_in: Client, finding: NonConformity, treasurer: User) -> None:
    assert signed_in.get(page("measure_propose", finding.pk)).status_code == 200
    signed_in.post(page("measure_propose", finding.pk), {"measure": "Hacerlas", "responsible": treasurer.pk})
    assert state_of(finding) == "proposed"
    assert finding.responsible == treasurer
    assert signed_in.post(page("measure_propose", finding.pk), {"measure": ""}).status_code == 422


@pytest.mark.as_person("treasurer")
def test_measure_propose_offers_nobody_of_another_cooperative(
    signed_in: Client, finding: NonConformity, outsider: User
) -> None:
    answer = signed_in.post(page("measure_propose", finding.pk), {"measure": "x", "responsible": outsider.pk})
    assert answer.status_code == 422
    assert state_of(finding) == "open"


@pytest.mark.as_person("treasurer")
def test_measure_submit_keeps_the_evidence(signed_in: Client, finding: NonConformity, treasurer: User) -> None:
    assert signed_in.get(page("measure_submit", finding.pk)).status_code == 200
    sent = {
        "measure": "Ya están",
        "papers": [SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.pdf", PDF + b" ")],
    }
    signed_in.post(page("measure_submit", finding.pk), sent)
    assert state_of(finding) == "submitted"
    assert (finding.submitted_by, finding.attachments.count()) == (treasurer, 2)


@pytest.mark.as_person("treasurer")
def test_measure_submit_refuses_without_evidence(signed_in: Client, finding: NonConformity) -> None:
    answer = signed_in.post(page("measure_submit", finding.pk), {"measure": "Ya están"})
    assert answer.status_code == 422
    assert "attach a photo or a paper" in answer.content.decode()


@pytest.mark.as_person("oversight")
def test_measure_return_says_what_is_missing(
    signed_in: Client, submitted: NonConformity, client: Client, treasurer: User
) -> None:
    assert signed_in.post(page("measure_return", submitted.pk), {"reason": ""}).status_code == 422
    signed_in.post(page("measure_return", submitted.pk), {"reason": "Falta una firma"})
    assert state_of(submitted) == "returned"
    client.force_login(treasurer)
    assert "Falta una firma" in client.get(page("measure_submit", submitted.pk)).content.decode()


def seen(finding: NonConformity) -> dict[str, str]:
    assert finding.submitted_at
    return {"seen": finding.submitted_at.isoformat()}


@pytest.mark.as_person("oversight")
def test_measure_verify_confirms_what_was_on_the_screen(
    signed_in: Client, submitted: NonConformity, oversight: User
) -> None:
    shown = signed_in.get(page("non_conformity_detail", submitted.pk)).content.decode()
    assert seen(submitted)["seen"] in shown
    signed_in.post(page("measure_verify", submitted.pk), seen(submitted))
    assert state_of(submitted) == "verified"
    assert submitted.verified_by == oversight


@pytest.mark.as_person("oversight")
def test_measure_verify_refuses_what_was_submitted_anew(
    signed_in: Client, submitted: NonConformity, treasurer: User
) -> None:
    before = seen(submitted)
    submit_measure(non_conformity=submitted, evidence="Otra", by=treasurer)
    answer = signed_in.post(page("measure_verify", submitted.pk), before, follow=True)
    assert "submitted anew meanwhile" in answer.content.decode()
    signed_in.post(page("measure_verify", submitted.pk), {})
    assert state_of(submitted) == "submitted"


@pytest.mark.as_person("admin")
def test_measure_verify_refuses_who_submitted_it(signed_in: Client, finding: NonConformity, admin: User) -> None:
    own = submit_measure(non_conformity=finding, measure="x", evidence="y", by=admin)
    shown = signed_in.get(page("non_conformity_detail", own.pk)).content.decode()
    assert page("measure_verify", own.pk) not in shown
    answer = signed_in.post(page("measure_verify", own.pk), seen(own), follow=True)
    assert "You submitted this evidence yourself" in answer.content.decode()
    assert state_of(own) == "submitted"


def test_measure_extend_goes_beyond_the_first_day(signed_in: Client, finding: NonConformity) -> None:
    assert "Jul 2, 2013" in signed_in.get(page("measure_extend", finding.pk)).content.decode()
    answer = signed_in.post(page("measure_extend", finding.pk), {"to": "2013-07-01", "reason": "Lluvias"})
    assert answer.status_code == 422
    signed_in.post(page("measure_extend", finding.pk), {"to": "2013-08-01", "reason": "Lluvias"})
    finding.refresh_from_db()
    assert (finding.current_due_on, finding.extended_reason) == (dt.date(2013, 8, 1), "Lluvias")


def test_non_conformity_close_follows_verification(signed_in: Client, verified: NonConformity) -> None:
    assert signed_in.get(page("non_conformity_close", verified.pk)).status_code == 200
    signed_in.post(page("non_conformity_close", verified.pk), {"closed_on": "2013-06-01"})
    assert state_of(verified) == "closed"


def test_non_conformity_close_refuses_what_nobody_verified(signed_in: Client, submitted: NonConformity) -> None:
    answer = signed_in.post(page("non_conformity_close", submitted.pk), {"closed_on": "2013-06-01"})
    assert answer.status_code == 422
    assert "is in “evidence submitted” by now" in answer.content.decode()


def test_non_conformity_void_needs_a_reason_and_stays_readable(signed_in: Client, finding: NonConformity) -> None:
    assert signed_in.post(page("non_conformity_void", finding.pk), {"reason": ""}).status_code == 422
    signed_in.post(page("non_conformity_void", finding.pk), {"reason": "De otra cooperativa"})
    assert state_of(finding) == "voided"
    assert "De otra cooperativa" in signed_in.get(page("non_conformity_detail", finding.pk)).content.decode()


views_of_findings = ("non_conformity_detail", "non_conformity_close", "non_conformity_void", "measure_extend")
views_of_measures = ("measure_propose", "measure_submit", "measure_return", "measure_verify")
more_views = ("non_conformity_list", "non_conformity_create")


@pytest.mark.parametrize("view", [*views_of_findings, *views_of_measures, *more_views])
def test_finding_pages_are_missing_to_outsiders(
    client: Client, outsider: User, finding: NonConformity, view: str
) -> None:
    client.force_login(outsider)
    keys = {"non_conformity_list": [], "non_conformity_create": [finding.file_id]}.get(view, [finding.pk])
    if view != "measure_verify":
        assert client.get(page(view, *keys)).status_code == 404
    assert client.post(page(view, *keys)).status_code in (404, 405)


@pytest.mark.parametrize(
    ("who", "view"),
    [
        *(("treasurer", view) for view in ("measure_return", "measure_verify", *views_of_findings[1:])),
        *(("oversight", view) for view in ("measure_propose", "measure_submit", *views_of_findings[1:])),
        *(("manager", view) for view in ("measure_propose", "measure_submit")),
    ],
)
def test_finding_pages_that_write_ask_for_the_role(
    client: Client, request: pytest.FixtureRequest, finding: NonConformity, who: str, view: str
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.post(page(view, finding.pk)).status_code == 403
    assert state_of(finding) == "open"


@pytest.mark.as_person("treasurer")
def test_non_conformity_create_is_closed_to_staff(signed_in: Client, file: CertificationFile) -> None:
    assert signed_in.post(page("non_conformity_create", file.pk)).status_code == 403


def test_finding_pages_refuse_the_wrong_method(signed_in: Client, finding: NonConformity) -> None:
    assert signed_in.post(page("non_conformity_list")).status_code == 405
    assert signed_in.post(page("non_conformity_detail", finding.pk)).status_code == 405
    assert signed_in.post(BOARD).status_code == 405
    assert signed_in.get(page("measure_verify", finding.pk)).status_code == 405


@pytest.mark.as_person("treasurer")
def test_measure_board_groups_by_urgency(
    signed_in: Client, file: CertificationFile, treasurer: User, cooperative: Cooperative
) -> None:
    today = cooperative.today()
    for days, facts in ((-3, {}), (12, {"responsible": treasurer}), (90, {})):
        due = today + dt.timedelta(days=days)
        made.NonConformityFactory.create(file=file, due_on=due, found_on=dt.date(2013, 4, 3), **facts)
    made.NonConformityFactory.create(finding="De otra")
    answer = signed_in.get(BOARD)
    board = answer.context["board"]
    assert [len(group) for group in (board.mine, board.overdue, board.soon, board.later)] == [1, 1, 1, 1]
    said = answer.content.decode()
    assert "3 days overdue" in said
    assert "12 days left" in said
    assert "De otra" not in said


def test_measure_board_goes_by_cooperative(signed_in: Client, finding: NonConformity) -> None:
    answer = signed_in.get(BOARD, {"grouped": "1"}).content.decode()
    assert "Triunfo" in answer
    assert "Faltan las hojas" in answer
    assert "Faltan" in signed_in.get(BOARD, {"cooperative": "triunfo"}).content.decode()


def test_measure_board_without_one_says_so(signed_in: Client, cooperative: Cooperative) -> None:
    assert "Nothing to correct" in signed_in.get(BOARD).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_finding_lists_ask_the_same_number_of_queries(
    signed_in: Client,
    file: CertificationFile,
    treasurer: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(rows):
        made.NonConformityFactory.create(file=file, responsible=treasurer)
    with django_assert_num_queries(8):
        assert signed_in.get(page("non_conformity_list")).status_code == 200
    with django_assert_num_queries(5):
        assert signed_in.get(BOARD).status_code == 200


def test_non_conformity_detail_asks_the_same_number_of_queries(
    signed_in: Client, submitted: NonConformity, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(8):
        assert signed_in.get(page("non_conformity_detail", submitted.pk)).status_code == 200
