"""Certification in the admin: what the pages refuse is refused here too, in the same words."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from certification.actions.attach import attach
from certification.models import Assessment, Certificate, NonConformity, Step, TradePermission
from certification.models.files import FileState
from config.uploads import AcceptedFile
from cooperatives.models import User
from tests import factories
from tests import factories_certification as made
from tests.admin_pages import page, refused, send

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


def test_certificate_known_to_the_year_only(signed_in: Client) -> None:
    cooperative, scheme = factories.CooperativeFactory.create(), factories.SchemeFactory.create()
    data = {"cooperative": cooperative.pk, "scheme": scheme.pk, "valid_from_on": "2009-03-05"}
    data["valid_from_precision"] = "year"
    assert "for a year or early in a year 1 January" in refused(send(signed_in, page(Certificate, "add"), **data))
    assert send(signed_in, page(Certificate, "add"), **data | {"valid_from_on": "2009-01-01"}).status_code == 302
    assert "2009" in signed_in.get(page(Certificate, "changelist")).content.decode()


def test_same_number_twice_is_explained(signed_in: Client) -> None:
    first = factories.CertificateFactory.create(number="1234")
    second = factories.CertificateFactory.create(scheme=first.scheme)
    assert "already has this number" in refused(send(signed_in, page(second, "change"), number="1234"))


def test_a_step_is_added_below_its_file_by_the_rules_of_the_pages(signed_in: Client, admin: User) -> None:
    file = made.file_in(FileState.CERTIFIED)
    taken = file.steps.count()
    step = {"steps-TOTAL_FORMS": taken + 1, f"steps-{taken}-file": file.pk, f"steps-{taken}-to_state": "suspended"}
    step |= {f"steps-{taken}-taken_on": "2013-09-01", f"steps-{taken}-note": ""}
    assert "Say why the file is suspended" in refused(send(signed_in, page(file, "change"), **step))
    response = send(signed_in, page(file, "change"), **step | {f"steps-{taken}-note": "Falta de pago"})
    assert response.status_code == 302
    last = file.steps.last()
    assert (last.to_state, last.recorded_by, last.taken_precision) == ("suspended", admin, "day")
    assert last.until_on == dt.date(2014, 3, 1)  # the longest the version allows
    file.refresh_from_db()
    assert file.state == "suspended"


def test_a_step_that_the_path_does_not_know_is_explained(signed_in: Client) -> None:
    file = made.file_in(FileState.ENQUIRY)
    data = {"file": file.pk, "to_state": "certified", "taken_on": "2013-09-01"}
    assert "can't go to “certified”" in refused(send(signed_in, page(Step, "add"), **data))
    data |= {"to_state": "preparation"}
    assert send(signed_in, page(Step, "add"), **data).status_code == 302
    assert send(signed_in, page(Step, "add"), file=file.pk, to_state="application").status_code == 200


def test_permission_to_trade_is_refused_with_the_reason(signed_in: Client, admin: User) -> None:
    data = {"file": made.file_in(FileState.ENQUIRY).pk, "from_on": "2013-09-01"}
    assert "once there was an audit" in refused(send(signed_in, page(TradePermission, "add"), **data))
    data["file"] = made.file_in(FileState.DECISION).pk
    assert send(signed_in, page(TradePermission, "add"), **data).status_code == 302
    assert TradePermission.objects.get().granted_by == admin


def test_a_criterion_that_was_judged_keeps_what_it_asks(signed_in: Client) -> None:
    answer = made.AnswerFactory.create()
    criterion = answer.criterion
    assert send(signed_in, page(criterion, "change"), text="Reworded").status_code == 302
    made.reviewed(answer.assessment)
    send(signed_in, page(criterion, "change"), text="Again", text_es="Tema")
    criterion.refresh_from_db()
    assert (criterion.text, criterion.text_es) == ("Reworded", "Tema")


def test_an_audit_is_planned_and_a_non_conformity_raised_in_the_admin(signed_in: Client, admin: User) -> None:
    file = made.file_in(FileState.AUDIT)
    audit = {"file": file.pk, "version": file.version_id, "kind": "initial", "planned_on": "2013-05-02"}
    assert send(signed_in, page(Assessment, "add"), **audit).status_code == 302
    planned = Assessment.objects.get()
    assert (planned.state, planned.opened_by, planned.cooperative) == ("planned", admin, file.cooperative)
    finding = {"file": file.pk, "finding": "Falta el registro", "severity": "major", "found_on": "2013-05-02"}
    assert "due before it was found" in refused(
        send(signed_in, page(NonConformity, "add"), **finding, due_on="2013-05-01")
    )
    assert send(signed_in, page(NonConformity, "add"), **finding, due_on="2013-08-01").status_code == 302
    assert NonConformity.objects.get().raised_by == admin


def test_a_paper_is_opened_from_its_page(signed_in: Client, admin: User) -> None:
    step = made.file_in(FileState.ENQUIRY).steps.get()
    paper = attach(to=step, file=AcceptedFile(b"%PDF-1.4\n%%EOF", "application/pdf", "carta.pdf"), by=admin)
    url = reverse("certification:attachment_file", args=[paper.pk])
    assert f'<a href="{url}">carta.pdf</a>' in signed_in.get(page(paper, "change")).content.decode()
    assert b"".join(signed_in.get(url)) == b"%PDF-1.4\n%%EOF"  # type: ignore[call-overload]
