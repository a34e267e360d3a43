"""The pages of the certification files and of the path."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from certification.actions.attach import attach
from certification.actions.grant_permission import grant_permission
from certification.actions.move_file import move_file
from certification.actions.record_certificate import record_certificate
from certification.models import Attachment, Certificate, CertificationFile, TradePermission
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, Programme, User
from tests import factories
from tests import factories_certification as made
from tests.premiums.test_vouchers import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("manager")]
FIRST = dt.date(2013, 7, 1)


def page(view: str, *keys: Any, slug: str = "triunfo") -> str:
    return reverse(f"certification:{view}", args=[slug, *keys])


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A file whose audit was held, with the decision ahead."""
    return made.file_in("decision", cooperative=cooperative)


@pytest.fixture
def certified(cooperative: Cooperative) -> CertificationFile:
    return made.file_in("certified", cooperative=cooperative)


@pytest.fixture
def permission(certified: CertificationFile, manager: User) -> TradePermission:
    return grant_permission(file=certified, from_on=FIRST, by=manager)


@pytest.fixture
def paper(file: CertificationFile, manager: User) -> Attachment:
    return attach(to=file.steps.last(), file=AcceptedFile(PDF, "application/pdf", "carta.pdf"), by=manager)


def upload(name: str = "carta.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


def test_file_list_says_where_each_file_stands(signed_in: Client, file: CertificationFile) -> None:
    answer = signed_in.get(page("file_list")).content.decode()
    assert "decision" in answer
    assert "Decide on certification" in answer
    assert "Owed by the certifier" in answer


def test_file_list_without_a_file_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    answer = signed_in.get(page("file_list")).content.decode()
    assert "No certification file yet" in answer
    assert page("file_create") in answer


def test_file_create_opens_a_file_with_its_enquiry(signed_in: Client, cooperative: Cooperative) -> None:
    version = made.StandardVersionFactory.create()
    typed = {"scheme": version.standard.scheme_id, "version": version.pk, "opened_on": "2013-01-07"}
    assert signed_in.get(page("file_create")).status_code == 200
    answer = signed_in.post(page("file_create"), typed)
    file = CertificationFile.objects.get(cooperative=cooperative)
    assert answer["Location"] == page("file_detail", file.pk)
    assert (file.state, file.since_on, file.version) == ("enquiry", dt.date(2013, 1, 7), version)


def test_file_create_refuses_a_version_of_another_scheme(signed_in: Client, cooperative: Cooperative) -> None:
    typed = {
        "scheme": factories.SchemeFactory.create().pk,
        "version": made.StandardVersionFactory.create().pk,
        "opened_on": "2013-01-07",
    }
    answer = signed_in.post(page("file_create"), typed)
    assert answer.status_code == 422
    assert "belongs to a standard of another scheme" in answer.content.decode()
    assert not CertificationFile.objects.exists()


def test_file_detail_tells_state_next_step_history_and_papers(
    signed_in: Client, file: CertificationFile, paper: Attachment
) -> None:
    made.NonConformityFactory.create(file=file, finding="Faltan hojas", severity="major")
    answer = signed_in.get(page("file_detail", file.pk)).content.decode()
    for said in ("decision", "Jun 1, 2013", "corrective measures", "carta.pdf", "Faltan hojas"):
        assert said in answer
    assert "1 open major non-conformity" in answer
    assert page("permission_grant", file.pk) not in answer


@pytest.mark.as_person("oversight")
def test_file_detail_offers_no_change_to_staff(signed_in: Client, file: CertificationFile) -> None:
    answer = signed_in.get(page("file_detail", file.pk)).content.decode()
    assert page("file_move", file.pk) not in answer
    assert page("non_conformity_create", file.pk) not in answer


def test_file_move_explains_each_arrow_and_what_blocks_one(signed_in: Client, file: CertificationFile) -> None:
    for _ in range(2):
        made.NonConformityFactory.create(file=file, severity="major")
    answer = signed_in.get(page("file_move", file.pk)).content.decode()
    assert "2 open major non-conformities" in answer
    assert "?to=denied" in answer
    assert "?to=certified" not in answer
    assert "?to=suspended" not in answer
    assert "permission to trade ends" in answer


def test_file_move_records_a_step_with_papers(signed_in: Client, file: CertificationFile, manager: User) -> None:
    address = page("file_move", file.pk) + "?to=certified"
    assert signed_in.get(address).status_code == 200
    answer = signed_in.post(address, {"seen": "decision", "taken_on": "2013-07-02", "papers": [upload()]})
    assert answer["Location"] == page("file_detail", file.pk)
    step = file.steps.last()
    assert step
    assert (step.to_state, step.taken_on, step.recorded_by) == ("certified", dt.date(2013, 7, 2), manager)
    assert step.attachments.get().original_name == "carta.pdf"


def test_file_move_refuses_with_numbers(signed_in: Client, file: CertificationFile) -> None:
    made.NonConformityFactory.create(file=file, severity="major", finding="Faltan hojas")
    answer = signed_in.post(
        page("file_move", file.pk) + "?to=certified", {"seen": "decision", "taken_on": "2013-07-02"}
    )
    assert answer.status_code == 422
    assert "A major non-conformity is still open: “Faltan hojas”" in answer.content.decode()
    file.refresh_from_db()
    assert file.state == "decision"


def test_file_move_to_where_no_arrow_leads_is_refused(signed_in: Client, file: CertificationFile) -> None:
    answer = signed_in.get(page("file_move", file.pk) + "?to=enquiry")
    assert answer.status_code == 422
    assert "can't go to “enquiry”" in answer.content.decode()


def test_file_move_asks_why_trade_is_barred_and_until_when(signed_in: Client, certified: CertificationFile) -> None:
    address = page("file_move", certified.pk) + "?to=suspended"
    assert "At most 6 months" in signed_in.get(address).content.decode()
    typed = {"seen": "certified", "taken_on": "2013-09-01"}
    assert signed_in.post(address, typed).status_code == 422
    signed_in.post(address, typed | {"note": "Faltan hojas"})
    step = certified.steps.last()
    assert step
    assert (step.to_state, step.until_on, step.note) == ("suspended", dt.date(2014, 3, 1), "Faltan hojas")


def test_file_version_changes_the_version(signed_in: Client, file: CertificationFile) -> None:
    assert file.version
    version = made.StandardVersionFactory.create(standard=file.version.standard)
    assert signed_in.get(page("file_version", file.pk)).status_code == 200
    signed_in.post(page("file_version", file.pk), {"version": version.pk})
    file.refresh_from_db()
    assert file.version == version


def test_certificate_create_records_it_with_its_cycle(signed_in: Client, certified: CertificationFile) -> None:
    assert 'value="2016-06-30"' in signed_in.get(page("certificate_create", certified.pk)).content.decode()
    typed = {"number": "FT-1", "valid_from_on": "2013-07-01", "valid_until_on": "2016-06-30", "papers": [upload()]}
    signed_in.post(page("certificate_create", certified.pk), typed)
    certificate = Certificate.objects.get()
    certified.refresh_from_db()
    assert (certificate.number, certificate.attachments.count()) == ("FT-1", 1)
    assert (certified.cycle_starts_on, certified.cycle_ends_on) == (FIRST, dt.date(2016, 6, 30))
    following = signed_in.get(page("certificate_create", certified.pk)).content.decode()
    assert 'value="2016-07-01"' in following
    assert 'value="2019-06-30"' in following


def test_certificate_create_refuses_before_certification(signed_in: Client, file: CertificationFile) -> None:
    typed = {"number": "FT-1", "valid_from_on": "2013-07-01", "valid_until_on": "2016-06-30"}
    answer = signed_in.post(page("certificate_create", file.pk), typed)
    assert answer.status_code == 422
    assert "once the co-op is certified" in answer.content.decode()


def test_permission_grant_records_it(signed_in: Client, certified: CertificationFile, manager: User) -> None:
    signed_in.post(page("permission_grant", certified.pk), {"from_on": "2013-07-01"})
    permission = TradePermission.objects.get()
    assert (permission.from_on, permission.until_on, permission.granted_by) == (FIRST, None, manager)
    assert "allowed" in signed_in.get(page("file_detail", certified.pk)).content.decode()


def test_permission_grant_refuses_while_a_major_is_open(signed_in: Client, certified: CertificationFile) -> None:
    made.NonConformityFactory.create(file=certified, severity="major")
    answer = signed_in.post(page("permission_grant", certified.pk), {"from_on": "2013-07-01"})
    assert answer.status_code == 422
    assert "A major non-conformity is still open" in answer.content.decode()
    assert not TradePermission.objects.exists()


def test_permission_end_ends_it_with_a_reason(signed_in: Client, permission: TradePermission) -> None:
    assert signed_in.post(page("permission_end", permission.pk), {"on": "2013-09-01"}).status_code == 422
    signed_in.post(page("permission_end", permission.pk), {"on": "2013-09-01", "reason": "Se acabó"})
    permission.refresh_from_db()
    assert (permission.until_on, permission.ended_reason) == (dt.date(2013, 9, 1), "Se acabó")


def test_paper_create_adds_it_to_a_step_once(signed_in: Client, file: CertificationFile) -> None:
    step = file.steps.last()
    assert step
    assert signed_in.get(page("paper_create", file.pk)).status_code == 200
    for _time in range(2):
        signed_in.post(page("paper_create", file.pk), {"subject": f"step-{step.pk}", "papers": [upload()]})
    assert step.attachments.count() == 1


def test_paper_create_refuses_what_is_no_paper(signed_in: Client, file: CertificationFile) -> None:
    step = file.steps.last()
    assert step
    sent = {"subject": f"step-{step.pk}", "papers": [SimpleUploadedFile("carta.pdf", b"<html>")]}
    answer = signed_in.post(page("paper_create", file.pk), sent)
    assert answer.status_code == 422
    assert "can&#x27;t be read as a photo or a PDF" in answer.content.decode()
    assert signed_in.post(page("paper_create", file.pk), {"subject": f"step-{step.pk}"}).status_code == 422


def test_attachment_file_offers_a_pdf_for_saving(signed_in: Client, paper: Attachment) -> None:
    answer = signed_in.get(reverse("certification:attachment_file", args=[paper.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]


def test_attachment_file_is_missing_to_outsiders(client: Client, outsider: User, paper: Attachment) -> None:
    client.force_login(outsider)
    assert client.get(reverse("certification:attachment_file", args=[paper.pk])).status_code == 404


def test_attachment_file_that_is_gone_says_so(signed_in: Client, paper: Attachment) -> None:
    Path(paper.file.path).unlink()
    assert signed_in.get(reverse("certification:attachment_file", args=[paper.pk])).status_code == 404


views_of_a_file = ("file_detail", "file_move", "file_version", "certificate_create", "permission_grant", "paper_create")
other_views = ("file_list", "file_create", "permission_end")


@pytest.mark.parametrize("view", [*views_of_a_file, *other_views])
def test_file_pages_are_missing_to_outsiders(
    client: Client, outsider: User, certified: CertificationFile, permission: TradePermission, view: str
) -> None:
    client.force_login(outsider)
    keys: dict[str, list[int]] = {"file_list": [], "file_create": [], "permission_end": [permission.pk]}
    address = page(view, *keys.get(view, [certified.pk]))
    assert client.get(address).status_code == 404
    assert client.post(address).status_code in (404, 405)


@pytest.mark.as_person("treasurer")
@pytest.mark.parametrize("view", ["file_create", *views_of_a_file[1:]])
def test_file_pages_that_write_are_closed_to_staff(signed_in: Client, certified: CertificationFile, view: str) -> None:
    address = page(view, *([] if view == "file_create" else [certified.pk]))
    assert signed_in.get(address).status_code == 403
    assert signed_in.post(address).status_code == 403


@pytest.mark.as_person("treasurer")
def test_permission_end_is_closed_to_staff(signed_in: Client, permission: TradePermission) -> None:
    assert signed_in.post(page("permission_end", permission.pk)).status_code == 403


def test_file_pages_that_read_refuse_a_post(signed_in: Client, file: CertificationFile, paper: Attachment) -> None:
    for address in (page("file_list"), page("file_detail", file.pk), reverse("certification:candidate_path")):
        assert signed_in.post(address).status_code == 405
    assert signed_in.post(reverse("certification:attachment_file", args=[paper.pk])).status_code == 405
    assert signed_in.delete(page("file_move", file.pk)).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_file_detail_asks_the_same_number_of_queries(
    signed_in: Client,
    certified: CertificationFile,
    manager: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(rows):
        made.NonConformityFactory.create(file=certified)
        audit = made.AuditFactory.create(file=certified)
        made.AnswerFactory.create(assessment=audit)
        start = dt.date(2014 + number, 1, 1)
        record_certificate(file=certified, number=f"C{number}", valid_from_on=start, valid_until_on=start, by=manager)
        move_file(file=certified, to="suspended", taken_on=dt.date(2013, 8 + number, 2), note="x", by=manager)
        step = move_file(file=certified, to="certified", taken_on=dt.date(2013, 8 + number, 3), by=manager)
        attach(to=step, file=AcceptedFile(PDF, "application/pdf", "a.pdf"), by=manager)
        grant_permission(
            file=certified,
            from_on=dt.date(2013, 8 + number, 4),
            until_on=dt.date(2013, 8 + number, 5),
            by=manager,
        )
    with django_assert_num_queries(8):
        assert signed_in.get(page("file_detail", certified.pk)).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_file_list_asks_the_same_number_of_queries(
    signed_in: Client, cooperative: Cooperative, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        made.NonConformityFactory.create(file=made.file_in("certified", cooperative=cooperative))
    with django_assert_num_queries(7):
        assert signed_in.get(page("file_list")).status_code == 200


# The path -----------------------------------------------------------------------------------------------------------


def test_candidate_path_counts_the_stages_against_the_goal(
    signed_in: Client, programme: Programme, cooperative: Cooperative
) -> None:
    programme.candidates_goal = 5
    programme.save()
    for state in ("enquiry", "certified", None):
        candidate = factories.CooperativeFactory.create()
        factories.EnrolmentFactory.create(cooperative=candidate, programme=programme, kind="candidate")
        if state:
            made.file_in(state, cooperative=candidate)
    answer = signed_in.get(reverse("certification:candidate_path"), {"programme": programme.slug})
    path = answer.context["path"]
    assert (path.total, path.on_the_way, path.certified, path.goal) == (3, 1, 1, 5)
    said = answer.content.decode()
    assert "5 or more" in said
    assert "Open a certification file" in said
    assert "Owed by the programme" in said


def test_candidate_path_without_candidates_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No candidate" in signed_in.get(reverse("certification:candidate_path")).content.decode()


@pytest.mark.as_person("treasurer")
def test_candidate_path_is_closed_to_staff(signed_in: Client) -> None:
    assert signed_in.get(reverse("certification:candidate_path")).status_code == 403


def test_candidate_path_shows_nobody_of_another_programme(signed_in: Client, cooperative: Cooperative) -> None:
    made.file_in("enquiry", cooperative__short_name="Ajena")
    assert "Ajena" not in signed_in.get(reverse("certification:candidate_path")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_candidate_path_asks_the_same_number_of_queries(
    signed_in: Client, programme: Programme, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        for state in ("enquiry", "correction"):
            candidate = factories.CooperativeFactory.create()
            factories.EnrolmentFactory.create(cooperative=candidate, programme=programme, kind="candidate")
            made.NonConformityFactory.create(file=made.file_in(state, cooperative=candidate))
    with django_assert_num_queries(8):
        assert signed_in.get(reverse("certification:candidate_path")).status_code == 200
