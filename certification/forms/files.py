"""What is typed about a certification file: opening, moving, certificates, permission to trade, papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.actions.attach import Subject
from certification.actions.move_file import months_after
from certification.models import Certificate, CertificationFile, Certifier, StandardVersion, Step
from certification.models.files import BARRED, FileState
from config.fields import ManyFilesInput, RowField, photo_attributes
from config.ui import day, file_size, in_language, partial_date
from cooperatives.models import Cooperative, Scheme


def day_input(**attributes: str) -> forms.DateInput:
    """A day, chosen with the calendar of the phone."""
    return forms.DateInput(attrs={"type": "date", **attributes}, format="%Y-%m-%d")


def text_area(rows: int = 3) -> forms.Textarea:
    """Room for some sentences."""
    return forms.Textarea(attrs={"rows": rows})


def plain_helper(*fields: Any) -> FormHelper:
    """The fields in this order, inside a form element of the template."""
    helper = FormHelper()
    helper.form_tag = False
    if fields:
        helper.layout = Layout(*fields)
    return helper


class PapersField(forms.FileField):
    """Photos or PDFs; their content is checked by the action that keeps them."""

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        options.setdefault("label", _("Papers: photos or PDF"))
        super().__init__(widget=ManyFilesInput(attrs=photo_attributes()), required=required, **options)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files, in order."""
        files = [one for one in data or [] if one]
        return [super(PapersField, self).clean(one, initial) for one in files or ([None] if self.required else [])]


def say_limit(form: forms.Form, name: str = "papers") -> None:
    """Write under the field which files are accepted."""
    form.fields[name].help_text = _now("JPEG, PNG, WebP, HEIC or PDF, up to %(limit)s each.") % {
        "limit": file_size(settings.UPLOAD_LIMIT)
    }


class InLanguage(RowField):
    """A row whose name is written in the language of the page."""

    def label_from_instance(self, obj: Any) -> str:
        """Its name."""
        return in_language(obj, "name")


class VersionChoice(RowField):
    """A version of a standard, with the name of the standard."""

    def label_from_instance(self, obj: Any) -> str:
        """The standard and the version."""
        return f"{in_language(obj.standard, 'name')}, {obj.label}"


def versions(scheme: int | None = None) -> Any:
    """The versions to choose from: all, or those of a scheme."""
    rows = StandardVersion.objects.select_related("standard").order_by("standard__name", "-valid_from_on", "label")
    return rows.filter(standard__scheme=scheme) if scheme else rows


class OpenForm(forms.Form):
    """A new file: its scheme, and what is known of standard and certifier."""

    scheme = InLanguage(label=_("Scheme"), queryset=Scheme.objects.none(), empty_label=_("Choose"))
    version = VersionChoice(
        label=_("Version of the standard"),
        queryset=StandardVersion.objects.none(),
        required=False,
        empty_label=_("not chosen yet"),
        help_text=_("It can be chosen later; the self-assessment needs it."),
    )
    certifier = RowField(
        label=_("Certifier"), queryset=Certifier.objects.all(), required=False, empty_label=_("not recorded")
    )
    opened_on = forms.DateField(label=_("Enquiry on"), widget=day_input())
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=text_area())

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        taken = CertificationFile.objects.filter(cooperative=cooperative).values("scheme")
        self.fields["scheme"].queryset = Scheme.objects.exclude(pk__in=taken)  # type: ignore[attr-defined]
        self.fields["version"].queryset = versions()  # type: ignore[attr-defined]
        today = cooperative.today()
        self.initial.setdefault("opened_on", today)
        self.fields["opened_on"].widget.attrs["max"] = today.isoformat()
        self.helper = plain_helper()


class VersionForm(forms.Form):
    """Another version of the standard for a file."""

    version = VersionChoice(
        label=_("Version of the standard"), queryset=StandardVersion.objects.none(), empty_label=_("Choose")
    )

    def __init__(self, *args: Any, file: CertificationFile, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].queryset = versions(file.scheme_id)  # type: ignore[attr-defined]
        self.initial.setdefault("version", file.version_id)
        self.helper = plain_helper()


class MoveForm(forms.Form):
    """A move to another state; `seen` is the state that was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput)
    taken_on = forms.DateField(label=_("Date"), widget=day_input())
    until_on = forms.DateField(label=_("Suspended until, at the latest"), widget=day_input(), required=False)
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=text_area())
    papers = PapersField()

    def __init__(self, *args: Any, file: CertificationFile, to: FileState, **options: Any) -> None:
        super().__init__(*args, **options)
        today = file.cooperative.today()
        self.initial.update(seen=file.state, taken_on=today)
        self.fields["taken_on"].widget.attrs["max"] = today.isoformat()
        if file.since_on and file.since_precision == "day":
            self.fields["taken_on"].widget.attrs["min"] = file.since_on.isoformat()
        if to in BARRED:
            self.fields["note"].required = True
            self.fields["note"].label = _("Why, in the certifier's words")
        if to == FileState.SUSPENDED:
            self._limit(file, today)
        else:
            del self.fields["until_on"]
        say_limit(self)
        self.helper = plain_helper()

    def _limit(self, file: CertificationFile, today: dt.date) -> None:
        months = file.version.suspension_months if file.version else None
        if months:
            self.fields["until_on"].help_text = _now(
                "At most %(months)s months under %(version)s. Left empty, that limit holds: from today, %(limit)s."
            ) % {"months": months, "version": file.version, "limit": day(months_after(today, months))}


class CertificateForm(forms.Form):
    """A certificate, proposed to follow the last one, or from the day of certification, for a cycle of the version."""

    number = forms.CharField(label=_("Number"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    valid_from_on = forms.DateField(label=_("Valid from"), widget=day_input())
    valid_until_on = forms.DateField(label=_("Valid until"), widget=day_input())
    scope = forms.CharField(label=_("What it covers"), max_length=2000, required=False, widget=text_area(2))
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=text_area(2))
    papers = PapersField(label=_("The certificate: photo or PDF"))

    def __init__(self, *args: Any, file: CertificationFile, **options: Any) -> None:
        super().__init__(*args, **options)
        years = file.version.cycle_years if file.version else None
        start = file.since_on if file.since_precision == "day" else None
        if file.cycle_ends_on:
            start = file.cycle_ends_on + dt.timedelta(days=1)
        if start:
            self.initial.setdefault("valid_from_on", start)
            if years:
                self.initial.setdefault("valid_until_on", months_after(start, 12 * years) - dt.timedelta(days=1))
        say_limit(self)
        self.helper = plain_helper(
            "number", Div("valid_from_on", "valid_until_on", css_class="row"), "scope", "note", "papers"
        )


class PermissionForm(forms.Form):
    """Permission to trade from a day on."""

    from_on = forms.DateField(label=_("From"), widget=day_input())
    until_on = forms.DateField(
        label=_("Until"), widget=day_input(), required=False, help_text=_("Leave it empty when no end is set.")
    )
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=text_area(2))
    papers = PapersField(label=_("The certifier's letter: photo or PDF"))

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("from_on", cooperative.today())
        say_limit(self)
        self.helper = plain_helper(Div("from_on", "until_on", css_class="row"), "note", "papers")


class EndForm(forms.Form):
    """The last day of a permission to trade, and why it ends."""

    on = forms.DateField(label=_("Last day"), widget=day_input())
    reason = forms.CharField(label=_("Why it ends"), max_length=2000, widget=text_area())

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("on", cooperative.today())
        self.helper = plain_helper()


class PapersForm(forms.Form):
    """Papers that are added later to a step, a certificate or a permission to trade."""

    subject = forms.ChoiceField(label=_("What they belong to"))
    papers = PapersField(required=True)

    def __init__(self, *args: Any, subjects: Iterable[Subject], **options: Any) -> None:
        super().__init__(*args, **options)
        self.subjects = {f"{type(row).__name__.lower()}-{row.pk}": row for row in subjects}
        self.fields["subject"].choices = [  # type: ignore[attr-defined]
            (key, _named(row)) for key, row in self.subjects.items()
        ]
        say_limit(self)
        self.helper = plain_helper(Field("subject"), "papers")

    @property
    def chosen(self) -> Subject:
        """The row the papers are for."""
        return self.subjects[self.cleaned_data["subject"]]


def _named(row: Any) -> str:
    if isinstance(row, Step):
        when = partial_date(row.taken_on, row.taken_precision)
        return _now("Step: %(state)s, %(day)s") % {"state": row.get_to_state_display(), "day": when}
    if isinstance(row, Certificate):
        return _now("Certificate %(number)s") % {"number": row.number or day(row.valid_from_on)}
    return _now("Permission to trade from %(day)s") % {"day": day(row.from_on)}


def people_of(cooperative: Cooperative) -> Any:
    """The people who work for a co-op now."""
    model = cooperative._meta.apps.get_model("cooperatives", "User")
    working = Q(staff_assignments__cooperative=cooperative, staff_assignments__ended_at__isnull=True)
    return model.objects.filter(working, is_active=True).distinct().order_by("name", "email")


def without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    """What was typed, but for these fields."""
    left: Sequence[str] = [name for name in values if name not in names]
    return {name: values[name] for name in left}
