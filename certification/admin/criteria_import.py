"""The certifier's list of criteria, imported from a CSV or XLSX file: all of it, or nothing with the reasons by row.

A row is known by the certifier's number. Importing the same list again changes nothing; a criterion that somebody
answered is never changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, transaction
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.text import get_text_list
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from import_export.admin import ImportMixin
from import_export.formats import base_formats
from import_export.forms import ConfirmImportForm, ImportForm
from import_export.resources import ModelResource
from import_export.tmp_storages import CacheStorage

from certification.models import Answer, Criterion, Section, StandardVersion
from certification.models.criteria import AnswerType, CriterionKind
from config.errors import Refused, broken_rule, explain
from config.uploads import refuse_disguised_table

REQUIRED = ("section", "code", "text")
TEXTS = ("code", "text", "text_es", "text_pt", "source")
COUNTING = ("kind", "due_year", "answer_type")
COLUMNS = ("section", "section_title", "code", "text", "text_es", "text_pt", *COUNTING, "source")
IMPORTED = tuple(column for column in COLUMNS if column != "section_title")
HEADING_ROW = 1


class ListFile(base_formats.CSV):  # type: ignore[misc]
    """A CSV file with commas, or with the semicolons that spreadsheets write in Spanish and Portuguese."""

    def create_dataset(self, in_stream: Any, **options: Any) -> Any:
        """The table, separated by what its headings are separated by."""
        text = in_stream.decode(self.encoding or "utf-8-sig") if isinstance(in_stream, bytes) else in_stream
        headings = text.partition("\n")[0]
        delimiter = max((",", ";", "\t"), key=headings.count)
        return super().create_dataset(text, delimiter=delimiter, **options)


FORMATS = (ListFile, base_formats.XLSX)
ENDINGS = (".csv", ".xlsx")


class UploadedList(CacheStorage):  # type: ignore[misc]
    """The file between the preview and its confirmation; gone after a day, or once it was imported."""

    def read(self) -> Any:
        """Its content. Refused when it is gone."""
        data = super().read()
        if data is None:
            raise Refused(_now("This list was imported already, or it was uploaded too long ago. Upload it again."))
        return data


def _version_field(**options: Any) -> Any:
    versions = StandardVersion.objects.select_related("standard")
    return forms.ModelChoiceField(versions, label=_("version of a standard"), **options)


class ListForm(ImportForm):  # type: ignore[misc]
    """Which version the list belongs to, and the file; its format follows from its name."""

    version = _version_field(help_text=_("The criteria of the list are added to this version, or changed there."))
    field_order = ("version", "import_file", "format", "resource")

    def __init__(self, formats: Any, resources: Any, **options: Any) -> None:
        super().__init__(formats, resources, **options)
        self.fields["format"].required = False
        self.fields["format"].widget = forms.HiddenInput()
        self.fields["import_file"].help_text = _("CSV in UTF-8, or XLSX. The first row has the names of the columns.")
        self.fields["import_file"].widget.attrs["accept"] = ",".join(ENDINGS)

    @property
    def media(self) -> forms.Media:
        """No script: there is nothing to guess."""
        return forms.Media()

    def clean(self) -> dict[str, Any]:
        """The format, by the ending of the name."""
        cleaned: dict[str, Any] = super().clean()
        name = str(getattr(cleaned.get("import_file"), "name", "")).lower()
        found = [number for number, ending in enumerate(ENDINGS) if name.endswith(ending)]
        if name and not found:
            self.add_error("import_file", _now("Choose a file that ends in .csv or .xlsx."))
        elif name:
            try:
                refuse_disguised_table(cleaned["import_file"])
            except Refused as refusal:
                self.add_error("import_file", str(refusal))
        return cleaned | {"format": str(found[0] if found else 0)}


class ConfirmListForm(ConfirmImportForm):  # type: ignore[misc]
    """What was previewed."""

    version = _version_field(widget=forms.HiddenInput)


class CriterionResource(ModelResource):  # type: ignore[misc]
    """The criteria of one version, row by row."""

    class Meta:
        model = Criterion
        fields = IMPORTED
        import_order = IMPORTED
        import_id_fields = ("code",)
        use_transactions = True
        skip_unchanged = True
        skip_html_diff = True
        store_instance = True
        clean_model_instances = True

    def __init__(self, *, version: Any = None, **options: Any) -> None:
        super().__init__(**options)
        self.version = version

    def before_import(self, dataset: Any, **options: Any) -> None:
        """Look at the columns, and read once what every row is compared with."""
        headings = [str(name or "").strip().lower() for name in dataset.headers or ()]
        dataset.headers = headings
        self.given = frozenset(name for name in headings if name)
        self.rows = Counter(_text(row[headings.index("code")]) for row in dataset) if "code" in headings else Counter()
        self.known = {row.code: row for row in self.version.criteria.select_related("section") if row.code}
        self.sections = {section.number: section for section in self.version.sections.all()}
        self.answered = set(Answer.objects.filter(criterion__version=self.version).values_list("criterion", flat=True))
        self.position = self.version.criteria.aggregate(last=Max("position"))["last"] or 0
        self.origin = _now("List imported from %(file)s") % {"file": options.get("file_name") or "?"}
        missing = [name for name in REQUIRED if name not in self.given]
        unknown = [name for name in headings if name and name not in COLUMNS]
        if missing or unknown:
            raise Refused(_about_columns(missing, unknown))

    def get_instance(self, instance_loader: Any, row: Any) -> Criterion | None:
        """The criterion with this number."""
        return self.known.get(_text(row.get("code")))

    def init_instance(self, row: Any = None) -> Criterion:
        """A new criterion, after the last one."""
        self.position += 1
        return Criterion(version=self.version, position=self.position, source=self.origin)

    def import_instance(self, instance: Criterion, row: Any, **options: Any) -> None:
        """Write the columns that the list has into the criterion. Refused with a sentence for each wrong column."""
        if _is_blank(row):
            return
        errors: dict[str, str] = {}
        for name in TEXTS:
            if name in self.given and (name != "source" or _text(row[name])):
                setattr(instance, name, _text(row[name]))
        if not instance.code:
            errors["code"] = _now("Fill in the certifier's number: a criterion is known by it.")
        elif self.rows[instance.code] > 1:
            errors["code"] = _now("The number %(code)s is in this list more than once.") % {"code": instance.code}
        for name in (*COUNTING, "section"):
            try:
                getattr(self, f"_read_{name}")(instance, row)
            except Refused as refused:
                errors[name] = str(refused)
        if errors:
            raise ValidationError(errors)

    def _read_section(self, criterion: Criterion, row: Any) -> None:
        number, title = _text(row.get("section")), _text(row.get("section_title"))
        if not number:
            raise Refused(_now("Fill in the number of the section."))
        if number not in self.sections:
            if not title:
                raise Refused(
                    _now("This version has no section %(number)s yet. Give it a section_title to add it.")
                    % {"number": number}
                )
            self.sections[number] = self._new_section(number, title)
        criterion.section = self.sections[number]

    def _new_section(self, number: str, title: str) -> Section:
        section = Section(version=self.version, number=number, title=title, position=len(self.sections) + 1)
        section.source = self.origin
        try:
            section.full_clean()
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from None
        section.save()
        return section

    def _read_kind(self, criterion: Criterion, row: Any) -> None:
        if "kind" in self.given:
            criterion.kind = _choice(row["kind"], CriterionKind)

    def _read_due_year(self, criterion: Criterion, row: Any) -> None:
        if "due_year" not in self.given:
            return
        year = _text(row["due_year"])
        years = [str(one) for one in self.version.due_years]
        if year and year not in years:
            raise Refused(
                _now("“%(year)s” is no due year of this version. Write one of %(years)s, or leave it empty.")
                % {"year": year, "years": ", ".join(years)}
            )
        criterion.due_year = int(year) if year else None

    def _read_answer_type(self, criterion: Criterion, row: Any) -> None:
        given = _choice(row["answer_type"], AnswerType) if "answer_type" in self.given else ""
        if given:
            criterion.answer_type = given
        elif criterion.pk is None:
            is_ranked = criterion.kind == CriterionKind.DEVELOPMENT
            criterion.answer_type = AnswerType.RANK if is_ranked else AnswerType.COMPLIES

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        """Empty rows, and those that change nothing."""
        return _is_blank(row) or bool(super().skip_row(instance, original, row, import_validation_errors))

    def validate_instance(self, instance: Any, import_validation_errors: Any = None, **options: Any) -> None:
        """Its rules; and nobody's answer gets another question."""
        if instance.pk in self.answered:
            raise ValidationError(
                _now(
                    "Criterion %(code)s was answered already, so importing can't change it. Make the row like the "
                    "criterion, or import the list into a new version of the standard."
                )
                % {"code": instance.code}
            )
        super().validate_instance(instance, import_validation_errors, **options)

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        """Save it; what the database refuses is a sentence of the row."""
        try:
            with transaction.atomic():
                super().do_instance_save(instance, is_create)
        except DatabaseError as error:
            if not broken_rule(error):
                raise
            raise ValidationError(explain(error)) from error


@dataclass(frozen=True)
class Line:
    """A row of the list as the preview shows it; `row` counts the headings, as spreadsheets do."""

    row: int
    kind: str
    criterion: Criterion
    changes: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong in one column of a row; no column when it concerns the row."""

    row: int
    column: str
    sentence: str


class CriteriaImport(ImportMixin):  # type: ignore[misc]
    """Adds the import to the list of criteria: for administrators, with a preview, nothing half done."""

    resource_classes = (CriterionResource,)
    import_form_class = ListForm
    confirm_form_class = ConfirmListForm
    import_template_name = "admin/certification/criterion/import.html"
    tmp_storage_class = UploadedList

    def get_import_formats(self) -> tuple[Any, ...]:
        """CSV and XLSX."""
        return FORMATS

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Administrators only."""
        return bool(request.user.is_active and request.user.is_superuser)

    def get_import_resource_kwargs(self, request: HttpRequest, form: Any = None, **options: Any) -> dict[str, Any]:
        """The version that was chosen."""
        return {"version": getattr(form, "cleaned_data", {}).get("version")}

    def get_import_data_kwargs(self, **options: Any) -> dict[str, Any]:
        """A row that is refused takes all others back with it."""
        return {**super().get_import_data_kwargs(**options), "rollback_on_validation_errors": True}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        """The version goes with the file."""
        initial: dict[str, Any] = super().get_confirm_form_initial(request, import_form)
        return initial | ({"version": import_form.cleaned_data["version"].pk} if import_form else {})

    def add_data_read_fail_error_to_form(self, form: Any, e: Exception) -> None:
        """What to do with a file that is not what its name says."""
        form.add_error(
            "import_file", _now("This file can't be read. Save it as CSV in UTF-8 or as XLSX, and try again.")
        )

    def import_action(self, request: HttpRequest, **options: Any) -> HttpResponse:
        """The form and the preview, with what is wrong by row."""
        response: Any = super().import_action(request, **options)
        result = response.context_data.get("result")
        if result:
            response.context_data |= {
                "problems": [] if result.base_errors else list(problems(result)),
                "lines": [] if result.has_validation_errors() else list(lines(result)),
                "totals": result.totals,
            }
        return response  # type: ignore[no-any-return]

    def process_import(self, request: HttpRequest, **options: Any) -> HttpResponse:
        """Import what was confirmed."""
        try:
            return super().process_import(request, **options)  # type: ignore[no-any-return]
        except Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(reverse("admin:certification_criterion_import"))

    def process_result(self, result: Any, request: HttpRequest) -> HttpResponse:
        """Back to the list; when a row was refused since the preview, what is wrong, and nothing was imported."""
        found = [] if result.base_errors else list(problems(result))
        if not result.base_errors and not found:
            return super().process_result(result, request)  # type: ignore[no-any-return]
        messages.error(request, _now("Nothing was imported, because something changed since the preview."))
        for problem in found[:20]:
            messages.error(request, f"{problem.row}: {problem.sentence}")
        return HttpResponseRedirect(reverse("admin:certification_criterion_import"))


def lines(result: Any) -> Any:
    """The rows of a preview with what they change."""
    labels = {name: str(getattr(Criterion._meta.get_field(name), "verbose_name", name)) for name in IMPORTED}
    for number, row in enumerate(result.rows, HEADING_ROW + 1):
        if not row.is_valid() or not row.instance.code:
            continue
        pairs = [(name, getattr(row.original, name, None), getattr(row.instance, name)) for name in IMPORTED]
        changes = [(labels[name], before, after) for name, before, after in pairs if row.original and before != after]
        yield Line(number, row.import_type, row.instance, tuple(changes) if row.is_update() else ())


def problems(result: Any) -> Any:
    """What is wrong, by row and column."""
    for number, row in enumerate(result.rows, HEADING_ROW + 1):
        if row.validation_error:
            by_column = getattr(row.validation_error, "message_dict", {NON_FIELD_ERRORS: row.validation_error.messages})
            for column, sentences in by_column.items():
                for sentence in sentences:
                    yield Problem(number, "" if column == NON_FIELD_ERRORS else column, str(sentence))
        for error in row.errors:
            yield Problem(number, "", str(error.error))


def _about_columns(missing: list[str], unknown: list[str]) -> str:
    sentences = []
    if missing:
        sentences.append(
            ngettext("The column %(names)s is missing.", "The columns %(names)s are missing.", len(missing))
            % {"names": get_text_list(missing, _now("and"))}
        )
    if unknown:
        sentences.append(
            ngettext("There is no column %(names)s.", "There are no columns %(names)s.", len(unknown))
            % {"names": get_text_list(unknown, _now("and"))}
        )
    return " ".join([*sentences, _now("The columns are: %(names)s.") % {"names": ", ".join(COLUMNS)}])


def _text(value: Any) -> str:
    """A cell as text; a spreadsheet's 3.0 is a 3."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _is_blank(row: Any) -> bool:
    return not any(_text(value) for value in row.values())


def _choice(value: Any, choices: Any) -> str:
    """The key of a choice, from the key itself or its name in one of our languages; empty for an empty cell."""
    given = _text(value).lower()
    if not given or given in choices.values:
        return given
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for choice in choices:
                if given == str(choice.label).lower():
                    return str(choice.value)
    raise Refused(
        _now("“%(value)s” isn't known here. Write one of %(choices)s, or leave it empty.")
        % {"value": _text(value), "choices": ", ".join(choices.values)}
    )
