"""Importing the certifier's list of criteria in the admin: all of it, or nothing with the reasons by row."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from certification.models import Criterion, Section, StandardVersion
from tests import factories
from tests import factories_certification as made

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]

IMPORT = "admin:certification_criterion_import"
CONFIRM = "admin:certification_criterion_process_import"
HEADINGS = ["section", "section_title", "code", "text", "text_es", "kind", "due_year", "answer_type"]


@pytest.fixture
def version() -> StandardVersion:
    return made.StandardVersionFactory.create(due_years=[0, 1, 3, 6])


def good_row(number: int) -> list[Any]:
    kind = ("core", "major", "development")[number % 3]
    section = number // 50 + 1
    return [f"{section}.1", f"Part {section}", f"{section}.1.{number:04}", f"Topic {number}", "", kind, number % 2, ""]


def good_rows(count: int = 200) -> list[list[Any]]:
    return [good_row(number) for number in range(count)]


def as_csv(rows: list[list[Any]], headings: list[str] | None = None, delimiter: str = ",") -> SimpleUploadedFile:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([headings or HEADINGS, *rows])
    return SimpleUploadedFile("criteria.csv", text.getvalue().encode("utf-8-sig"))


def as_xlsx(rows: list[list[Any]]) -> SimpleUploadedFile:
    book = Workbook()
    for row in [HEADINGS, *rows]:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile("criteria.XLSX", file.getvalue())


def preview(client: Client, version: StandardVersion, file: SimpleUploadedFile) -> Any:
    response = client.post(reverse(IMPORT), {"version": version.pk, "import_file": file, "resource": "0"})
    assert response.status_code == 200
    return response


def confirm(client: Client, previewed: Any) -> Any:
    form = previewed.context["confirm_form"]
    return client.post(reverse(CONFIRM), {name: form[name].value() for name in form.fields}, follow=True)


def reasons(response: Any) -> dict[int, str]:
    """What is wrong, by row."""
    found: dict[int, str] = {}
    for problem in response.context["problems"]:
        found[problem.row] = f"{found.get(problem.row, '')} {problem.column}: {problem.sentence}".strip()
    return found


@pytest.mark.parametrize("made_as", [as_csv, as_xlsx])
def test_two_hundred_rows_with_three_bad_ones_import_nothing_and_name_the_three(
    signed_in: Client, version: StandardVersion, made_as: Any
) -> None:
    rows = good_rows()
    rows[9][5] = "very important"
    rows[99][6] = 2
    rows[199][2] = ""
    response = preview(signed_in, version, made_as(rows))
    assert "confirm_form" not in response.context
    found = reasons(response)
    assert set(found) == {11, 101, 201}
    assert found[11] == (
        "kind: “very important” isn't known here. Write one of core, major, development, voluntary, minimum, progress, "
        "or leave it empty."
    )
    assert "due_year: “2” is no due year of this version. Write one of 0, 1, 3, 6" in found[101]
    assert found[201] == "code: Fill in the certifier's number: a criterion is known by it."
    text = response.content.decode()
    assert "Nothing was imported" in text
    assert all(f"<td>{row}</td>" in text for row in found)
    assert not Criterion.objects.exists()
    assert not Section.objects.exists()


@pytest.mark.parametrize("made_as", [as_csv, as_xlsx])
def test_two_hundred_good_rows_are_previewed_then_imported_and_a_second_time_changes_nothing(
    signed_in: Client, version: StandardVersion, made_as: Any
) -> None:
    first = preview(signed_in, version, made_as(good_rows()))
    assert "New: 200. Changed: 0. Unchanged: 0." in first.content.decode()
    assert not Criterion.objects.exists()
    response = confirm(signed_in, first)
    assert "200 new, 0 updated" in str(*response.context["messages"])
    assert Criterion.objects.filter(version=version).count() == 200
    assert Section.objects.filter(version=version).count() == 4
    seventh = Criterion.objects.get(code="1.1.0008")
    assert (seventh.kind, seventh.due_year, seventh.answer_type, seventh.position) == ("development", 0, "rank", 9)
    assert "List imported from criteria" in seventh.source
    assert not seventh.is_topic_level
    events = Criterion.pgh_event_model.objects.count()
    assert events == 200
    assert Criterion.pgh_event_model.objects.first().pgh_context.metadata["url"] == reverse(CONFIRM)
    second = preview(signed_in, version, made_as(good_rows()))
    assert "New: 0. Changed: 0. Unchanged: 200." in second.content.decode()
    assert "0 new, 0 updated" in str(*confirm(signed_in, second).context["messages"])
    assert Criterion.pgh_event_model.objects.count() == events


def test_changed_rows_say_what_changes(signed_in: Client, version: StandardVersion) -> None:
    confirm(signed_in, preview(signed_in, version, as_csv(good_rows(3))))
    rows = good_rows(3)
    rows[1][3:5] = ["Another topic", "Otro tema"]
    response = preview(signed_in, version, as_csv(rows))
    (line,) = [line for line in response.context["lines"] if line.kind == "update"]
    assert line.row == 3
    assert line.changes == (("topic in own words", "Topic 1", "Another topic"), ("topic in Spanish", "", "Otro tema"))
    confirm(signed_in, response)
    assert Criterion.objects.get(code=rows[1][2]).text_es == "Otro tema"


def test_a_criterion_that_was_answered_is_never_changed_and_the_preview_says_so(
    signed_in: Client, version: StandardVersion
) -> None:
    confirm(signed_in, preview(signed_in, version, as_csv(good_rows(3))))
    criterion = Criterion.objects.get(code=good_row(0)[2])
    made.AnswerFactory.create(assessment__file__version=version, criterion=criterion)
    assert "Unchanged: 3" in preview(signed_in, version, as_csv(good_rows(3))).content.decode()
    rows = good_rows(4)
    rows[0][3] = "Reworded"
    response = preview(signed_in, version, as_csv(rows))
    assert reasons(response) == {
        2: ": Criterion 1.1.0000 was answered already, so importing can't change it. Make the row like the criterion, "
        "or import the list into a new version of the standard."
    }
    criterion.refresh_from_db()
    assert criterion.text == "Topic 0"
    assert Criterion.objects.count() == 3


def test_what_changes_between_preview_and_confirmation_imports_nothing(
    signed_in: Client, version: StandardVersion
) -> None:
    confirm(signed_in, preview(signed_in, version, as_csv(good_rows(2))))
    rows = good_rows(4)
    rows[0][3] = "Reworded"
    previewed = preview(signed_in, version, as_csv(rows))
    criterion = Criterion.objects.get(code=good_row(0)[2])
    made.AnswerFactory.create(assessment__file__version=version, criterion=criterion)
    response = confirm(signed_in, previewed)
    told = " ".join(str(message) for message in response.context["messages"])
    assert "Nothing was imported" in told
    assert "was answered already" in told
    assert Criterion.objects.count() == 2


def test_a_list_confirmed_twice_is_imported_once(signed_in: Client, version: StandardVersion) -> None:
    previewed = preview(signed_in, version, as_csv(good_rows(2)))
    confirm(signed_in, previewed)
    response = confirm(signed_in, previewed)
    assert "imported already" in " ".join(str(message) for message in response.context["messages"])
    assert Criterion.objects.count() == 2


def test_columns_that_are_missing_or_unknown_are_named(signed_in: Client, version: StandardVersion) -> None:
    response = preview(signed_in, version, as_csv([["1.1", "x"]], ["section", "colour"]))
    (error,) = response.context["result"].base_errors
    assert "The columns code and text are missing. There is no column colour. The columns are: section," in str(
        error.error
    )
    assert "confirm_form" not in response.context
    assert response.context["problems"] == []


def test_semicolons_names_of_kinds_and_empty_rows_are_read(signed_in: Client, version: StandardVersion) -> None:
    rows = [["1.1", "Comercio", "1", "Uno", "", "Core", 0, ""], [""] * 8, ["1.1", "", "2", "Dos", "", "", "", ""]]
    response = preview(signed_in, version, as_csv(rows, delimiter=";"))
    confirm(signed_in, response)
    assert list(Criterion.objects.order_by("code").values_list("code", "kind", "due_year")) == [
        ("1", "core", 0),
        ("2", "", None),
    ]


def test_a_number_twice_and_an_unknown_section_are_explained(signed_in: Client, version: StandardVersion) -> None:
    rows = [["1.1", "Part", "1", "Uno", "", "", "", ""], ["1.1", "", "1", "Dos", "", "", "", ""]]
    rows.append(["7", "", "3", "Tres", "", "", "", ""])
    found = reasons(preview(signed_in, version, as_csv(rows)))
    assert "The number 1 is in this list more than once." in found[2]
    assert "The number 1 is in this list more than once." in found[3]
    assert found[4] == "section: This version has no section 7 yet. Give it a section_title to add it."


def test_a_development_criterion_answered_by_yes_or_no_is_explained(
    signed_in: Client, version: StandardVersion
) -> None:
    rows = [["1.1", "Part", "1", "Uno", "", "development", 1, "complies"]]
    assert "answered by a rank, for the average" in reasons(preview(signed_in, version, as_csv(rows)))[2]


@pytest.mark.parametrize(
    ("name", "content"), [("criteria.xlsx", b"not a spreadsheet"), ("criteria.csv", "año".encode("latin-1"))]
)
def test_a_file_that_cannot_be_read_says_what_to_do(
    signed_in: Client, version: StandardVersion, name: str, content: bytes
) -> None:
    response = preview(signed_in, version, SimpleUploadedFile(name, content))
    said = str(response.context["form"].errors["import_file"])
    assert "Save it as CSV in UTF-8 or as XLSX" in said or "Save the list as XLSX or as CSV in UTF-8" in said


def test_a_file_of_another_kind_is_refused(signed_in: Client, version: StandardVersion) -> None:
    response = preview(signed_in, version, SimpleUploadedFile("criteria.json", b"[]"))
    assert "ends in .csv or .xlsx" in str(response.context["form"].errors["import_file"])


def test_the_pages_of_the_import_hold_no_inline_script_or_style(signed_in: Client, version: StandardVersion) -> None:
    pages = [signed_in.get(reverse(IMPORT)), preview(signed_in, version, as_csv(good_rows(2)))]
    rows = good_rows(2)
    rows[0][5] = "?"
    pages.append(preview(signed_in, version, as_csv(rows)))
    for response in pages:
        text = response.content.decode()
        assert "script-src 'self'" in response["Content-Security-Policy"]
        assert not re.search(
            r"<script(?![^>]*\bsrc=)[^>]*>(?!\s*</script>)", text.replace('type="application/json"', "")
        )
        assert not re.search(r"\sstyle=|\son\w+=\"", text)


def test_only_administrators_import(client: Client, version: StandardVersion) -> None:
    client.force_login(factories.UserFactory.create(is_staff=True))
    assert client.get(reverse(IMPORT)).status_code == 403
    assert client.post(reverse(CONFIRM), {}).status_code == 403


def test_the_list_of_criteria_leads_to_the_import(signed_in: Client) -> None:
    assert reverse(IMPORT) in signed_in.get(reverse("admin:certification_criterion_changelist")).content.decode()
