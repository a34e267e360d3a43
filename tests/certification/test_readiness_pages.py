"""The pages of readiness and of comparison: what blocks, what is open, what is next, and the arithmetic."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from certification.actions.answer_section import Reply
from certification.models import Assessment, CertificationFile, Criterion
from certification.reports.picture import ROOM, picture
from certification.reports.readiness import readiness
from cooperatives.models import Cooperative, User
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
YES, NO = Reply(complies=True), Reply(complies=False)


def page(view: str, *keys: Any) -> str:
    return reverse(f"certification:{view}", args=["triunfo", *keys])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def file(cooperative: Cooperative) -> CertificationFile:
    """A certified file: year 0 is July 2013; a section with four criteria, another with one of year 3."""
    file = made.file_in("certified", cooperative=cooperative)
    first = made.SectionFactory.create(version=file.version, number="3.1", title="Producción", position=1)
    second = made.SectionFactory.create(version=file.version, number="3.2", title="Suelo", position=2)
    for text in ("Uno", "Dos", "Tres"):
        made.CriterionFactory.create(section=first, text=text)
    made.CriterionFactory.create(section=first, text="Cuatro", kind="development")
    made.CriterionFactory.create(section=second, text="Cinco", due_year=3)
    return file


@pytest.fixture
def audit(file: CertificationFile) -> Assessment:
    """Of three core criteria one passes and one fails; the development criterion is ranked 2."""
    audit = made.AuditFactory.create(file=file)
    replies = {"Uno": YES, "Dos": NO, "Cuatro": Reply(rank=2)}
    return made.answered(audit, {Criterion.objects.get(text=text): reply for text, reply in replies.items()})


def test_readiness_says_what_blocks_what_is_open_and_what_comes_next(
    signed_in: Client, file: CertificationFile, audit: Assessment
) -> None:
    made.NonConformityFactory.create(file=file, finding="Sin bodega", severity="major")
    content = text_of(signed_in.get(page("readiness", file.pk), {"on": "2013-07-10"}))
    assert "Not ready" in content
    blocks = content.partition("What blocks")[2].partition("What is open")[0]
    assert "Sin bodega" in blocks
    assert 'Dos <span class="small muted">core · not met' in blocks
    assert 'Tres <span class="small muted">core · not answered' in blocks
    assert "1 rank is missing to the average" in blocks
    assert "Uno" not in blocks
    opened = content.partition("What is open")[2].partition("What comes next")[0]
    assert "Jul 2, 2013" in opened
    assert "8 days overdue" in opened
    assert "1 criterion falls due on Jul 1, 2016" in content
    assert "Of 3 core and major criteria due, 1 are met: 1 passed" in content
    assert "1 failed and 1 are not answered" in content
    assert "2 points over 1 is an average of 2.00; 3.00 is needed" in content


def test_readiness_is_of_today_unless_a_day_is_chosen(
    signed_in: Client, file: CertificationFile, audit: Assessment, cooperative: Cooperative
) -> None:
    assert signed_in.get(page("readiness", file.pk)).context["found"].on == cooperative.today()
    assert signed_in.get(page("readiness", file.pk), {"on": ""}).context["found"].on == cooperative.today()
    then = signed_in.get(page("readiness", file.pk), {"on": "2013-04-01"})
    assert "Of 3 core and major criteria due, 0 are met" in text_of(then)
    wrong = signed_in.get(page("readiness", file.pk), {"on": "soon"})
    assert wrong.status_code == 422
    assert "Enter a valid date" in text_of(wrong)


def test_readiness_draws_met_failed_and_unanswered_by_section(
    signed_in: Client, file: CertificationFile, audit: Assessment
) -> None:
    found = readiness(file, on=dt.date(2013, 7, 10))
    bars = picture(found.sections).bars
    assert [(part.css, part.width) for part in bars[0].parts] == [
        ("met", round(ROOM / 4, 1)),
        ("failed", round(ROOM / 2, 1)),
        ("unanswered", round(ROOM / 4, 1)),
    ]
    assert not bars[1].parts
    content = text_of(signed_in.get(page("readiness", file.pk), {"on": "2013-07-10"}))
    assert "Section 3.1: 1 met, 2 not met, 1 not answered." in content
    assert '<rect class="part part-met"' in content
    assert ">Producción</th>" in content.replace("3.1 Producción", "Producción")
    assert ">Suelo</th>" not in content.replace("3.2 Suelo", "Suelo")
    assert "Nothing is judged in: 3.2 Suelo." in content


def test_readiness_with_all_met_blocks_nothing(signed_in: Client, file: CertificationFile) -> None:
    audit = made.AuditFactory.create(file=file)
    due = Criterion.objects.filter(due_year=0)
    made.answered(audit, {row: Reply(rank=3) if row.kind == "development" else YES for row in due})
    content = text_of(signed_in.get(page("readiness", file.pk), {"on": "2013-07-10"}))
    assert "Nothing that is due and judged stands in the way" in content
    assert '<p class="alert-title">Ready</p>' in content


def test_readiness_says_when_the_average_needed_is_not_recorded(signed_in: Client, cooperative: Cooperative) -> None:
    version = made.StandardVersionFactory.create(development_pass_mark=None)
    file = made.file_in("audit", cooperative=cooperative, version=version)
    row = made.CriterionFactory.create(section__version=version, kind="development")
    made.answered(made.AuditFactory.create(file=file), {row: Reply(rank=5)})
    content = text_of(signed_in.get(page("readiness", file.pk)))
    assert "Not ready" in content
    assert "The average that development criteria need is not recorded" in content


def test_readiness_of_a_file_without_a_version_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    file = made.file_in("enquiry", cooperative=cooperative, version=None)
    assert "Choose the version of the standard" in text_of(signed_in.get(page("readiness", file.pk)))


def test_readiness_without_criteria_claims_nothing(signed_in: Client, cooperative: Cooperative) -> None:
    file = made.file_in("enquiry", cooperative=cooperative)
    content = text_of(signed_in.get(page("readiness", file.pk)))
    assert "Nothing can be judged yet" in content
    assert "This version has no criteria yet" in content


def test_readiness_refuses_a_post(signed_in: Client, file: CertificationFile) -> None:
    assert signed_in.post(page("readiness", file.pk)).status_code == 405


def test_readiness_is_read_by_everybody_who_sees_the_cooperative(
    client: Client, file: CertificationFile, treasurer: User, oversight: User, manager: User
) -> None:
    for person in (treasurer, oversight, manager):
        client.force_login(person)
        assert client.get(page("readiness", file.pk)).status_code == 200


@pytest.mark.as_person("manager")
@pytest.mark.parametrize("count", [1, 3, 200])
def test_readiness_and_comparison_ask_a_constant_number_of_queries(
    signed_in: Client, file: CertificationFile, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    section = made.SectionFactory.create(version=file.version)
    rows = [made.CriterionFactory.create(section=section) for _number in range(count)]
    audits = [made.AuditFactory.create(file=file) for _number in range(min(count, 3) + 1)]
    made.answered(audits[-1], dict.fromkeys(rows[:5], NO))
    for _number in range(min(count, 3)):
        made.NonConformityFactory.create(file=file)
    with django_assert_num_queries(11):
        signed_in.get(page("readiness", file.pk))
    with django_assert_num_queries(10):
        signed_in.get(page("assessment_compare", audits[-1].pk))


def test_assessment_compare_shows_what_became_better_or_worse(
    signed_in: Client, file: CertificationFile, audit: Assessment
) -> None:
    later = made.AuditFactory.create(file=file, kind="surveillance", started_on=dt.date(2014, 4, 2))
    replies = {"Uno": NO, "Dos": YES, "Tres": YES, "Cuatro": Reply(rank=2)}
    made.answered(later, {Criterion.objects.get(text=text): reply for text, reply in replies.items()})
    content = text_of(signed_in.get(page("assessment_compare", later.pk)))
    assert "so all criteria are compared" in content
    for text, change in (("Uno", "worse"), ("Dos", "better"), ("Tres", "not comparable"), ("Cuatro", "the same")):
        assert change in content.partition(f">{text} <")[2].partition("</tr>")[0]
    changed, _summary, folded = content.partition("3 criteria are the same or can't be compared")
    assert [text for text in ("Uno", "Dos", "Tres", "Cuatro") if f">{text} <" in changed] == ["Uno", "Dos"]
    assert ">Tres <" in folded


def test_assessment_compare_of_two_versions_compares_only_what_corresponds(
    signed_in: Client, file: CertificationFile, audit: Assessment
) -> None:
    newer = made.StandardVersionFactory.create(standard=file.version.standard)
    section = made.SectionFactory.create(version=newer)
    made.CriterionFactory.create(section=section, text="Nueva")
    same = made.CriterionFactory.create(section=section, text="Uno, ahora")
    made.CorrespondenceFactory.create(criterion=same, earlier=Criterion.objects.get(text="Uno"))
    later = made.AuditFactory.create(file=file, version=newer, started_on=dt.date(2014, 4, 2))
    content = text_of(signed_in.get(page("assessment_compare", later.pk)))
    assert "only the 1 criteria that correspond are compared" in content
    assert "4 of the earlier and 1 of the later version have no counterpart" in content
    assert "Uno, ahora" in content
    assert "Nueva" not in content


def test_assessment_compare_chooses_the_earlier_one(
    signed_in: Client, file: CertificationFile, audit: Assessment
) -> None:
    assert "There is no earlier assessment" in text_of(signed_in.get(page("assessment_compare", audit.pk)))
    second = made.AuditFactory.create(file=file, started_on=dt.date(2014, 4, 2))
    third = made.AuditFactory.create(file=file, started_on=dt.date(2015, 4, 2))
    address = page("assessment_compare", third.pk)
    assert signed_in.get(address).context["before"] == second
    assert signed_in.get(address, {"before": audit.pk}).context["before"] == audit
    wrong = signed_in.get(address, {"before": third.pk})
    assert wrong.status_code == 422
    assert "Select a valid choice" in text_of(wrong)
