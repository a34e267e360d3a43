"""The pages of self-assessments and audits: answered a section at a time, submitted, returned, reviewed."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from certification.actions.answer_section import Reply
from certification.actions.assess import submit_assessment
from certification.models import Answer, Assessment, Attachment, CertificationFile, Criterion, Section
from cooperatives.models import Cooperative, User
from cooperatives.roles import CooperativeRole
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
YES, NO, NA = Reply(complies=True), Reply(complies=False), Reply(is_not_applicable=True, comment="No hay bodega")
AUDIT = {
    "kind": "initial",
    "planned_on": "2013-06-03",
    "auditor": "Ana Auditora",
    "days": "2.5",
    "sample_members": "12",
}


def page(view: str, *keys: Any) -> str:
    return reverse(f"certification:{view}", args=["triunfo", *keys])


def photo(colour: str = "beige") -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (60, 80), colour).save(content, "JPEG")
    return SimpleUploadedFile("lista.jpg", content.getvalue(), "image/jpeg")


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A file in preparation."""
    return made.file_in("preparation", cooperative=cooperative)


@pytest.fixture
def sections(file: CertificationFile) -> list[Section]:
    """Two sections: two core criteria and one development criterion; one core criterion."""
    first = made.SectionFactory.create(version=file.version, number="3.1", title="Producción", title_es="Produción")
    second = made.SectionFactory.create(version=file.version, number="3.2", title="Suelo")
    for section, text, kind in (
        (first, "Uno", "core"),
        (first, "Dos", "core"),
        (first, "Tres", "development"),
        (second, "Cuatro", "core"),
    ):
        made.CriterionFactory.create(section=section, text=text, kind=kind)
    return [first, second]


@pytest.fixture
def assessment(file: CertificationFile, treasurer: User, sections: list[Section]) -> Assessment:
    """An open self-assessment."""
    return made.AssessmentFactory.create(file=file, opened_by=treasurer)


@pytest.fixture
def submitted(assessment: Assessment, treasurer: User) -> Assessment:
    """One answer is given, and the treasurer handed it in."""
    made.answered(assessment, {criterion("Uno"): YES}, by=treasurer)
    return submit_assessment(assessment=assessment, by=treasurer)


@pytest.fixture
def planned(file: CertificationFile, sections: list[Section]) -> Assessment:
    """An audit that is planned."""
    return made.AuditFactory.create(file=file, state="planned", started_on=None, planned_on=dt.date(2013, 4, 2))


@pytest.fixture
def audit(file: CertificationFile, sections: list[Section]) -> Assessment:
    """An audit that has begun."""
    return made.AuditFactory.create(file=file)


def criterion(text: str) -> Criterion:
    return Criterion.objects.get(text=text)


def typed(section: Section, seen: dict[str, str] | None = None, **answers: str) -> dict[str, Any]:
    """What a form of the section sends: nothing answered but what is said."""
    sent: dict[str, Any] = {}
    for row in section.criteria.all():
        before = (seen or {}).get(row.text, "|")
        sent |= {f"c{row.pk}-answer": answers.get(row.text, before.partition("|")[0]), f"c{row.pk}-seen": before}
        sent[f"c{row.pk}-comment"] = answers.get(f"{row.text}_comment", before.partition("|")[2])
    return sent


def said() -> dict[str, str]:
    return {answer.criterion.text: str(answer) for answer in Answer.objects.select_related("criterion")}


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


# The section.


def test_assessment_section_saves_answers_and_goes_on(
    signed_in: Client, assessment: Assessment, sections: list[Section], treasurer: User
) -> None:
    address = page("assessment_section", assessment.pk, sections[0].pk)
    assert "Section 1 of 2" in text_of(signed_in.get(address))
    sent = typed(sections[0], Uno="yes", Dos="na", Dos_comment="No hay\r\nbodega", Tres="4")
    response = signed_in.post(address, sent | {"next": "yes"})
    assert response["Location"] == page("assessment_section", assessment.pk, sections[1].pk)
    assert said() == {"Uno": "yes", "Dos": "not applicable", "Tres": "4"}
    assert Answer.objects.get(criterion__text="Dos").comment == "No hay\nbodega"
    assert Answer.objects.get(criterion__text="Uno").answered_by == treasurer
    assert "3 answers saved" in text_of(signed_in.get(response["Location"]))
    last = signed_in.post(page("assessment_section", assessment.pk, sections[1].pk), {"next": "yes"})
    assert last["Location"] == page("assessment_detail", assessment.pk)


def test_assessment_section_sent_twice_or_unchanged_writes_nothing_new(
    signed_in: Client, assessment: Assessment, sections: list[Section]
) -> None:
    address = page("assessment_section", assessment.pk, sections[0].pk)
    sent = typed(sections[0], Uno="yes", Uno_comment="una\r\ndos")
    signed_in.post(address, sent)
    written = Answer.objects.get()
    signed_in.post(address, sent)
    form = signed_in.get(address).context["forms"][0]
    response = signed_in.post(address, typed(sections[0], seen={"Uno": form.initial["seen"]}), follow=True)
    assert "Nothing was changed" in text_of(response)
    again = Answer.objects.get()
    assert (again.answered_at, again.comment) == (written.answered_at, "una\ndos")


def test_assessment_section_takes_an_answer_back(
    signed_in: Client, assessment: Assessment, sections: list[Section]
) -> None:
    made.answered(assessment, {criterion("Uno"): YES})
    sent = typed(sections[0], seen={"Uno": "yes|"}, Uno="")
    signed_in.post(page("assessment_section", assessment.pk, sections[0].pk), sent)
    assert said() == {"Uno": "not answered"}


def test_assessment_section_without_an_answer_sent_leaves_it(
    signed_in: Client, assessment: Assessment, sections: list[Section]
) -> None:
    made.answered(assessment, {criterion("Uno"): YES})
    sent = typed(sections[0], seen={"Uno": "yes|"}, Uno_comment="Revisado")
    del sent[f"c{criterion('Uno').pk}-answer"]
    signed_in.post(page("assessment_section", assessment.pk, sections[0].pk), sent)
    assert (said(), Answer.objects.get().comment) == ({"Uno": "yes"}, "Revisado")


def test_assessment_section_keeps_evidence(signed_in: Client, assessment: Assessment, sections: list[Section]) -> None:
    address = page("assessment_section", assessment.pk, sections[0].pk)
    key = criterion("Uno").pk
    signed_in.post(address, typed(sections[0], Uno="yes") | {f"c{key}-papers": [photo(), photo("red")]})
    papers = Attachment.objects.filter(answer__criterion=key)
    assert papers.count() == 2
    link = reverse("certification:attachment_file", args=[papers[0].pk])
    assert link in text_of(signed_in.get(address))
    response = signed_in.get(link)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    response.close()


def test_assessment_section_with_a_file_that_is_no_photo_saves_nothing_and_keeps_what_was_typed(
    signed_in: Client, assessment: Assessment, sections: list[Section]
) -> None:
    wrong = SimpleUploadedFile("virus.exe", b"MZ", "image/jpeg")
    sent = typed(sections[0], Uno="yes", Dos="no") | {f"c{criterion('Uno').pk}-papers": wrong}
    response = signed_in.post(page("assessment_section", assessment.pk, sections[0].pk), sent)
    assert response.status_code == 422
    content = text_of(response)
    assert "can&#x27;t be read as a photo or a PDF" in content
    assert "Nothing was saved yet" in content
    assert response.context["forms"][1]["answer"].value() == "no"
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("answer", "sentence"), [("7", "Select a valid choice"), ("4", "Select a valid choice"), ("maybe", "valid choice")]
)
def test_assessment_section_refuses_what_is_no_answer(
    signed_in: Client, assessment: Assessment, sections: list[Section], answer: str, sentence: str
) -> None:
    response = signed_in.post(page("assessment_section", assessment.pk, sections[0].pk), typed(sections[0], Uno=answer))
    assert (response.status_code, Answer.objects.count()) == (422, 0)
    assert sentence in text_of(response)


def test_assessment_section_of_another_version_is_not_found(signed_in: Client, assessment: Assessment) -> None:
    other = made.SectionFactory.create()
    assert signed_in.get(page("assessment_section", assessment.pk, other.pk)).status_code == 404


def test_two_phones_answering_a_section_lose_nothing_of_each_other(
    client: Client, assessment: Assessment, sections: list[Section], treasurer: User, cooperative: Cooperative
) -> None:
    colleague = factories.staff_of(cooperative, CooperativeRole.MANAGER, name="Gerardo Gerente")
    address = page("assessment_section", assessment.pk, sections[0].pk)
    other = Client()
    client.force_login(treasurer)
    other.force_login(colleague)
    client.get(address)
    other.get(address)
    client.post(address, typed(sections[0], Uno="yes", Tres="2", Tres_comment="Falta"))
    response = other.post(address, typed(sections[0], Dos="no", Tres="4", Tres_comment="Hay registro"))
    assert response.status_code == 409
    assert said() == {"Uno": "yes", "Dos": "no", "Tres": "2"}
    content = text_of(response)
    assert "Tomasa Tesorera" in content
    assert "your answer; not saved yet" in content
    conflict = next(form for form in response.context["forms"] if form.conflict)
    assert (conflict.theirs, conflict.mine, conflict.initial["comment"]) == ("2", "4", "Falta\nHay registro")
    assert content.count(" required>") == 2


@pytest.mark.parametrize(("chosen", "kept"), [("mine", "4"), ("theirs", "2")])
def test_two_phones_in_conflict_choose_which_answer_holds(
    signed_in: Client, assessment: Assessment, sections: list[Section], chosen: str, kept: str
) -> None:
    address = page("assessment_section", assessment.pk, sections[0].pk)
    made.answered(assessment, {criterion("Tres"): Reply(rank=2)})
    response = signed_in.post(address, typed(sections[0], Tres="4"))
    form = response.context["forms"][2]
    sent = typed(sections[0], seen={"Tres": form.initial["seen"]}, Tres=getattr(form, chosen))
    assert signed_in.post(address, sent).status_code == 302
    assert said() == {"Tres": kept}


def test_assessment_section_of_a_submitted_one_is_read_and_refuses_answers(
    signed_in: Client, submitted: Assessment, sections: list[Section]
) -> None:
    address = page("assessment_section", submitted.pk, sections[0].pk)
    content = text_of(signed_in.get(address))
    assert "complies" in content
    assert "Save and next" not in content
    response = signed_in.post(address, typed(sections[0], Dos="no"))
    assert response.status_code == 422
    assert "is submitted by now" in text_of(response)
    assert said() == {"Uno": "yes"}


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_assessment_section_is_read_only_for_who_may_not_answer(
    client: Client, request: pytest.FixtureRequest, assessment: Assessment, sections: list[Section], person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    address = page("assessment_section", assessment.pk, sections[0].pk)
    assert "not answered" in text_of(client.get(address))
    assert client.post(address, typed(sections[0], Uno="yes")).status_code == 403
    assert not Answer.objects.exists()


@pytest.mark.as_person("manager")
def test_assessment_section_of_an_audit_is_answered_by_the_program_manager(
    signed_in: Client, audit: Assessment, sections: list[Section], treasurer: User
) -> None:
    address = page("assessment_section", audit.pk, sections[0].pk)
    assert signed_in.post(address, typed(sections[0], Uno="no")).status_code == 302
    assert said() == {"Uno": "no"}
    signed_in.force_login(treasurer)
    assert signed_in.post(address, typed(sections[0], seen={"Uno": "no|"}, Uno="yes")).status_code == 403


# The way of a self-assessment.


def test_assessment_start_starts_one_and_leads_back_to_it(
    signed_in: Client, file: CertificationFile, sections: list[Section], cooperative: Cooperative
) -> None:
    address = page("assessment_start", file.pk)
    assert signed_in.get(address).context["form"].initial["started_on"] == cooperative.today()
    response = signed_in.post(address, {"started_on": "2013-02-03"})
    row = Assessment.objects.get()
    assert (row.kind, row.state, row.version) == ("self", "open", file.version)
    assert response["Location"] == page("assessment_detail", row.pk)
    again = signed_in.post(address, {"started_on": "2013-02-04"}, follow=True)
    assert "is under way already" in text_of(again)
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize(
    ("on", "sentence"), [("2999-01-01", "The date lies in the future"), ("soon", "Enter a valid date")]
)
def test_assessment_start_says_what_is_wrong(
    signed_in: Client, file: CertificationFile, on: str, sentence: str
) -> None:
    response = signed_in.post(page("assessment_start", file.pk), {"started_on": on})
    assert response.status_code == 422
    assert sentence in text_of(response)


def test_assessment_start_needs_a_version(signed_in: Client, cooperative: Cooperative) -> None:
    file = made.file_in("enquiry", cooperative=cooperative, version=None)
    response = signed_in.post(page("assessment_start", file.pk), {"started_on": "2013-02-03"})
    assert "Choose the version of the standard first" in text_of(response)


def test_assessment_detail_names_what_is_not_answered_and_leads_to_it(
    signed_in: Client, assessment: Assessment, sections: list[Section]
) -> None:
    content = text_of(signed_in.get(page("assessment_detail", assessment.pk)))
    assert "Begin: section 3.1" in content
    assert page("assessment_submit", assessment.pk) not in content
    made.answered(assessment, {criterion(text): YES for text in ("Uno", "Dos")} | {criterion("Tres"): Reply(rank=3)})
    content = text_of(signed_in.get(page("assessment_detail", assessment.pk)))
    assert "Go on: section 3.2" in content
    assert "1 criterion is not answered" in content
    assert f'#c{criterion("Cuatro").pk}">Cuatro</a>' in content
    assert page("assessment_submit", assessment.pk) in content


def test_assessment_submit_names_what_is_missing_and_hands_it_in(
    signed_in: Client, assessment: Assessment, treasurer: User
) -> None:
    address = page("assessment_submit", assessment.pk)
    assert "Nothing is answered yet" in text_of(signed_in.post(address, follow=True))
    made.answered(assessment, {criterion("Uno"): YES, criterion("Dos"): Reply(is_not_applicable=True)})
    content = text_of(signed_in.get(address))
    assert "2 criteria are not answered" in content
    assert "needs a word why" in content
    assert "1 answer says “not applicable” without a word why" in text_of(signed_in.post(address, follow=True))
    made.answered(assessment, {criterion("Tres"): Reply(rank=1)})
    Answer.objects.filter(criterion__text="Dos").update(comment="No hay bodega")
    assert "Submitted." in text_of(signed_in.post(address, follow=True))
    assessment.refresh_from_db()
    assert (assessment.state, assessment.submitted_by) == ("submitted", treasurer)


@pytest.mark.as_person("manager")
def test_assessment_return_says_why_and_the_co_op_reads_it(
    signed_in: Client, submitted: Assessment, treasurer: User
) -> None:
    address = page("assessment_return", submitted.pk)
    assert "This field is required" in text_of(signed_in.post(address, {"reason": " "}))
    signed_in.post(address, {"reason": "Falta el suelo"})
    submitted.refresh_from_db()
    assert (submitted.state, submitted.returned_reason) == ("returned", "Falta el suelo")
    signed_in.force_login(treasurer)
    content = text_of(signed_in.get(page("assessment_detail", submitted.pk)))
    assert "Falta el suelo" in content
    assert "Go on: section 3.1" in content


@pytest.mark.as_person("manager")
def test_assessment_review_confirms_what_was_looked_at(signed_in: Client, submitted: Assessment) -> None:
    address = page("assessment_review", submitted.pk)
    content = text_of(signed_in.get(address))
    assert "1 of 4 criteria are answered" in content
    seen = signed_in.get(address).context["form"].initial["seen"]
    stale = signed_in.post(address, {"seen": "2013-01-01T00:00:00+00:00"})
    assert stale.status_code == 422
    assert "submitted anew meanwhile" in text_of(stale)
    response = signed_in.post(address, {"seen": seen, "note": "Bien hecho"}, follow=True)
    assert "Bien hecho" in text_of(response)
    submitted.refresh_from_db()
    assert submitted.state == "reviewed"
    assert "is reviewed by now" in text_of(signed_in.post(address, {"seen": seen}))


def test_assessment_review_by_who_submitted_it_is_refused(
    client: Client, assessment: Assessment, cooperative: Cooperative
) -> None:
    person = factories.staff_of(cooperative, CooperativeRole.MANAGER)
    made.answered(assessment, {criterion("Uno"): YES})
    submit_assessment(assessment=assessment, by=person)
    client.force_login(person)
    assert page("assessment_review", assessment.pk) not in text_of(client.get(page("assessment_detail", assessment.pk)))
    response = client.post(page("assessment_review", assessment.pk), {"note": ""})
    assert "You submitted this self-assessment yourself" in text_of(response)


def test_assessment_cancel_keeps_it_with_the_reason(signed_in: Client, assessment: Assessment) -> None:
    address = page("assessment_cancel", assessment.pk)
    assert signed_in.post(address, {"reason": ""}).status_code == 422
    response = signed_in.post(address, {"reason": "Otra versión"}, follow=True)
    assert "Otra versión" in text_of(response)
    assessment.refresh_from_db()
    assert assessment.state == "cancelled"


def test_assessment_list_shows_each_file_with_its_assessments(
    signed_in: Client, submitted: Assessment, planned: Assessment, file: CertificationFile
) -> None:
    content = text_of(signed_in.get(page("assessment_list")))
    assert "1 of 4 answered" in content
    assert "planned for Apr 2, 2013" in content
    assert page("readiness", file.pk) in content
    assert page("audit_create", file.pk) not in content
    assert page("assessment_start", file.pk) not in content


def test_assessment_list_shows_what_is_planned_first_then_the_newest(
    signed_in: Client, file: CertificationFile
) -> None:
    days = [dt.date(2013, month, 1) for month in (2, 4, 3)]
    rows = [made.AuditFactory.create(file=file, started_on=day) for day in days]
    planned = made.AuditFactory.create(file=file, state="planned", planned_on=days[0], started_on=None)
    (shown,) = signed_in.get(page("assessment_list")).context["files"]
    assert [row.assessment for row in shown.rows] == [planned, rows[1], rows[2], rows[0]]


def test_assessment_list_without_a_file_says_what_to_expect(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No certification file yet" in text_of(signed_in.get(page("assessment_list")))


# Audits.


@pytest.mark.as_person("manager")
def test_audit_create_plans_an_audit(signed_in: Client, file: CertificationFile) -> None:
    response = signed_in.post(page("audit_create", file.pk), AUDIT)
    row = Assessment.objects.get()
    assert response["Location"] == page("assessment_detail", row.pk)
    assert (row.kind, row.state, row.planned_on, row.auditor) == (
        "initial",
        "planned",
        dt.date(2013, 6, 3),
        "Ana Auditora",
    )
    assert (str(row.days), row.sample_members, row.sample) == ("2.5", 12, "")
    wrong = signed_in.post(page("audit_create", file.pk), AUDIT | {"kind": "self", "planned_on": ""})
    assert wrong.status_code == 422
    assert {"kind", "planned_on"} == set(wrong.context["form"].errors)


@pytest.mark.as_person("manager")
def test_audit_update_start_and_close_lead_an_audit_to_its_end(signed_in: Client, planned: Assessment) -> None:
    signed_in.post(page("audit_update", planned.pk), {"planned_on": "2013-04-05", "auditor": "Ana", "sample": "Sur"})
    planned.refresh_from_db()
    assert (planned.planned_on, planned.auditor, planned.sample) == (dt.date(2013, 4, 5), "Ana", "Sur")
    future = signed_in.post(page("audit_start", planned.pk), {"started_on": "2999-01-01"})
    assert "The date lies in the future" in text_of(future)
    signed_in.post(page("audit_start", planned.pk), {"started_on": "2013-04-05"})
    early = signed_in.post(page("audit_close", planned.pk), {"ended_on": "2013-04-01"})
    assert "It can&#x27;t end before it starts" in text_of(early)
    pdf = SimpleUploadedFile("informe.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")
    sent = {"ended_on": "2013-04-06", "auditor": "Ana", "sample": "Sur", "word": "Tres hallazgos", "papers": [pdf]}
    content = text_of(signed_in.post(page("audit_close", planned.pk), sent, follow=True))
    assert "Tres hallazgos" in content
    assert "informe.pdf" in content
    planned.refresh_from_db()
    assert (planned.state, planned.ended_on, planned.sample) == ("held", dt.date(2013, 4, 6), "Sur")
    assert "is held by now" in text_of(signed_in.post(page("audit_update", planned.pk), {"planned_on": "2013-04-05"}))


@pytest.mark.as_person("manager")
def test_audit_start_proposes_the_planned_day(signed_in: Client, planned: Assessment) -> None:
    assert signed_in.get(page("audit_start", planned.pk)).context["form"].initial == {"started_on": planned.planned_on}
    wrong = signed_in.post(page("audit_start", planned.pk), {"started_on": ""})
    assert (wrong.status_code, Assessment.objects.get().state) == (422, "planned")


@pytest.mark.as_person("manager")
def test_audit_close_with_a_damaged_report_closes_nothing(signed_in: Client, audit: Assessment) -> None:
    wrong = SimpleUploadedFile("informe.pdf", b"not a pdf", "application/pdf")
    response = signed_in.post(page("audit_close", audit.pk), {"ended_on": "2013-04-06", "papers": [wrong]})
    assert response.status_code == 422
    assert "please choose the files again" in text_of(response)
    audit.refresh_from_db()
    assert audit.state == "open"


@pytest.mark.as_person("manager")
def test_audit_cancel_keeps_it_with_the_reason(signed_in: Client, planned: Assessment) -> None:
    assert "<h1>Cancel the audit</h1>" in signed_in.get(page("audit_cancel", planned.pk)).content.decode()
    signed_in.post(page("audit_cancel", planned.pk), {"reason": "Lluvias"})
    planned.refresh_from_db()
    assert (planned.state, planned.closed_note) == ("cancelled", "Lluvias")


@pytest.mark.as_person("admin")
@pytest.mark.parametrize("view", ["audit_update", "audit_start", "audit_close", "audit_cancel"])
def test_audit_pages_are_not_for_self_assessments(signed_in: Client, assessment: Assessment, view: str) -> None:
    assert signed_in.get(page(view, assessment.pk)).status_code == 404


@pytest.mark.as_person("admin")
@pytest.mark.parametrize("view", ["assessment_submit", "assessment_return", "assessment_review", "assessment_cancel"])
def test_assessment_pages_of_the_co_op_are_not_for_audits(signed_in: Client, audit: Assessment, view: str) -> None:
    assert signed_in.get(page(view, audit.pk)).status_code == 404


# Who sees what.

BY_FILE = ["assessment_start", "audit_create", "readiness"]
BY_ROW = [
    {"view": "assessment_detail"},
    {"view": "assessment_submit"},
    {"view": "assessment_return"},
    {"view": "assessment_review"},
    {"view": "assessment_cancel"},
    {"view": "assessment_compare"},
    {"view": "audit_update"},
    {"view": "audit_start"},
    {"view": "audit_close"},
    {"view": "audit_cancel"},
]


@pytest.mark.as_person("outsider")
def test_assessment_list_of_another_cooperative_is_not_found(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(page("assessment_list")).status_code == 404


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["assessment_start", "audit_create", "readiness"])
def test_pages_of_a_file_are_not_found_by_an_outsider(signed_in: Client, file: CertificationFile, view: str) -> None:
    assert signed_in.get(page(view, file.pk)).status_code == 404
    assert signed_in.post(page(view, file.pk), {}).status_code in (404, 405)


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("case", BY_ROW, ids=lambda case: case["view"])
def test_pages_of_an_assessment_are_not_found_by_an_outsider(
    signed_in: Client, assessment: Assessment, case: dict[str, str]
) -> None:
    assert signed_in.get(page(case["view"], assessment.pk)).status_code == 404


@pytest.mark.as_person("outsider")
def test_assessment_section_of_another_cooperative_is_not_found(
    signed_in: Client, assessment: Assessment, sections: list[Section]
) -> None:
    address = page("assessment_section", assessment.pk, sections[0].pk)
    assert signed_in.get(address).status_code == 404
    assert signed_in.post(address, typed(sections[0], Uno="yes")).status_code == 404


@pytest.mark.parametrize(
    ("person", "view"),
    [
        ("oversight", "assessment_submit"),
        ("oversight", "assessment_cancel"),
        ("treasurer", "assessment_return"),
        ("treasurer", "assessment_review"),
        ("treasurer", "audit_update"),
        ("oversight", "audit_close"),
        ("treasurer", "audit_start"),
        ("treasurer", "audit_cancel"),
    ],
)
def test_pages_are_refused_to_the_wrong_role(
    client: Client, request: pytest.FixtureRequest, submitted: Assessment, person: str, view: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.get(page(view, submitted.pk)).status_code == 403
    assert client.post(page(view, submitted.pk), {"reason": "x"}).status_code == 403
    submitted.refresh_from_db()
    assert submitted.state == "submitted"


@pytest.mark.parametrize(("person", "view"), [("oversight", "assessment_start"), ("treasurer", "audit_create")])
def test_pages_of_a_file_are_refused_to_the_wrong_role(
    client: Client, request: pytest.FixtureRequest, file: CertificationFile, person: str, view: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.post(page(view, file.pk), AUDIT).status_code == 403


@pytest.mark.parametrize("view", ["assessment_detail", "assessment_compare"])
def test_pages_that_only_show_refuse_a_post(signed_in: Client, assessment: Assessment, view: str) -> None:
    assert signed_in.post(page(view, assessment.pk)).status_code == 405
    assert signed_in.put(page("assessment_section", assessment.pk, 1)).status_code == 405
    assert signed_in.post(page("assessment_list")).status_code == 405


# Queries.


def grow(file: CertificationFile, *, sections: int, criteria: int) -> Section:
    """So many sections more, with so many criteria each."""
    for _number in range(sections):
        section = made.SectionFactory.create(version=file.version)
        for _each in range(criteria):
            made.CriterionFactory.create(section=section)
    return section


@pytest.mark.as_person("manager")
@pytest.mark.parametrize("size", [(0, 0), (3, 1), (1, 200)])
def test_pages_of_an_assessment_ask_a_constant_number_of_queries(
    signed_in: Client,
    audit: Assessment,
    sections: list[Section],
    size: tuple[int, int],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    section = grow(audit.file, sections=size[0], criteria=size[1]) if size[0] else sections[0]
    made.answered(audit, dict.fromkeys(Criterion.objects.filter(kind="core"), YES))
    with django_assert_num_queries(10):
        signed_in.get(page("assessment_detail", audit.pk))
    with django_assert_num_queries(11):
        signed_in.get(page("assessment_section", audit.pk, section.pk))


def test_assessment_section_takes_200_answers_at_once(signed_in: Client, assessment: Assessment) -> None:
    section = grow(assessment.file, sections=1, criteria=200)
    sent = {name: "yes" if name.endswith("answer") else value for name, value in typed(section).items()}
    assert signed_in.post(page("assessment_section", assessment.pk, section.pk), sent).status_code == 302
    assert Answer.objects.filter(complies=True).count() == 200


@pytest.mark.as_person("manager")
@pytest.mark.parametrize("count", [1, 3])
def test_assessment_list_asks_a_constant_number_of_queries(
    signed_in: Client,
    file: CertificationFile,
    sections: list[Section],
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _number in range(count):
        made.answered(made.AuditFactory.create(file=file), {criterion("Uno"): NO, criterion("Dos"): NA})
        made.file_in("preparation", cooperative=file.cooperative)
    with django_assert_num_queries(9):
        signed_in.get(page("assessment_list"))
