"""What is typed about indicators: values, targets, baselines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from config.dates import DatePrecision
from config.fields import AmountField
from config.ui import in_language, weight
from cooperatives.models import Cooperative
from trainings.actions.measure import Reading
from trainings.forms.progress import ProgressForm, date_input, papers_field
from trainings.models import Indicator, Measurement

YES, NO = Decimal(1), Decimal(0)
PEOPLE = ("women", "men", "other")


class ValueField(AmountField):
    """A value of an indicator: zero or more, at most two decimals, read as amounts are."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the value in figures, such as %(example)s."),
        "not_positive": _("A value is zero or more."),
        "too_large": _("This value is larger than any we can record. Please check the figures."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["class"] = "form-short"

    def to_python(self, value: Any) -> Decimal | None:
        """The value; a ValidationError with a sentence for anything that is none. A per cent sign may follow."""
        text = str(value or "").strip().removesuffix("%").strip() if value not in self.empty_values else ""
        return Decimal(0) if re.fullmatch(r"0+([.,]0{1,2})?", text) else super().to_python(text)

    def prepare_value(self, value: Any) -> Any:
        """A value as the language writes it; typed text stays as typed."""
        return weight(value) if isinstance(value, Decimal) else value


class MeasurementForm(ProgressForm):
    """A value with its year, date, source and papers; or that nobody measured, and why."""

    year = forms.IntegerField(label=_("Year it speaks of"), min_value=1990)
    value = ValueField(label=_("Value"), required=False)
    answer = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[("1", _("Yes")), ("0", _("No"))],
        coerce=Decimal,
        empty_value=None,
        widget=forms.RadioSelect(),
        required=False,
    )
    women = forms.IntegerField(label=_("of these women"), min_value=0, required=False)
    men = forms.IntegerField(label=_("of these men"), min_value=0, required=False)
    other = forms.IntegerField(label=_("of these other"), min_value=0, required=False)
    not_measured = forms.BooleanField(
        label=_("Not measured this year"), required=False, help_text=_("Then leave the value empty; it is no zero.")
    )
    measured_on = forms.DateField(label=_("Measured on"), widget=date_input())
    source = forms.CharField(
        label=_("Where it comes from"), max_length=500, help_text=_("For instance the laboratory, or the sales ledger.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    papers = papers_field()

    def __init__(
        self,
        *args: Any,
        cooperative: Cooperative,
        indicator: Indicator,
        measurement: Measurement | None = None,
        is_year_fixed: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.indicator = indicator
        today = cooperative.today()
        self.initial = {"year": today.year, "measured_on": today, **_said(measurement), **self.initial}
        self.fields["measured_on"].widget.attrs["max"] = today.isoformat()
        self.fields["year"].widget.attrs |= {"max": today.year, "inputmode": "numeric", "class": "form-short"}
        self.fields["value"].widget.attrs["inputmode"] = "decimal"
        self.fields["value"].help_text = in_language(indicator, "guidance")
        if is_year_fixed:
            del self.fields["year"]
        for name in (("value",) if indicator.is_yes_no else ("answer",)) + (() if indicator.counts_people else PEOPLE):
            del self.fields[name]
        for name in set(PEOPLE) & set(self.fields):
            self.fields[name].widget.attrs |= {"inputmode": "numeric", "class": "form-short"}
        self.helper.layout = self._layout(is_year_fixed=is_year_fixed)

    def _layout(self, *, is_year_fixed: bool) -> Layout:
        unit = in_language(self.indicator, "unit")
        value: Any = "answer" if self.indicator.is_yes_no else AppendedText("value", unit) if unit else "value"
        people = [Div(*PEOPLE, css_class="row")] if self.indicator.counts_people else []
        rest = ["not_measured", "measured_on", "source", "note", "papers"]
        return Layout(*([] if is_year_fixed else ["year"]), value, *people, *rest)

    def clean(self) -> dict[str, Any]:
        """A value or that it was not measured, not both; the parts no more than the whole."""
        typed: dict[str, Any] = super().clean() or {}
        name = "answer" if self.indicator.is_yes_no else "value"
        if name in self.errors:
            return typed
        value = typed.get(name)
        if typed.get("not_measured"):
            if value is not None:
                self.add_error(name, _("Leave this empty when it was not measured."))
            if not typed.get("note"):
                self.add_error("note", _("Say why it was not measured."))
        elif value is None:
            self.add_error(name, _("Enter the value, or say below that it was not measured."))
        return typed

    @property
    def reading(self) -> Reading:
        """What was measured, as the actions take it."""
        typed = self.cleaned_data
        return Reading(
            value=typed["answer"] if self.indicator.is_yes_no else typed["value"],
            measured_on=typed["measured_on"],
            measured_precision=DatePrecision.DAY,
            source=typed["source"],
            note=typed["note"],
            split={name: typed.get(name) or 0 for name in PEOPLE if name in self.fields},
        )


def _said(measurement: Measurement | None) -> dict[str, Any]:
    """A measurement as the form shows it."""
    if measurement is None:
        return {}
    said = {name: getattr(measurement, name) for name in ("year", "value", *PEOPLE, "measured_on", "source", "note")}
    said["not_measured"] = measurement.value is None
    said["answer"] = "" if measurement.value is None else str(int(measurement.value))
    return said


class TargetsForm(ProgressForm):
    """Where a co-op began, and what it wants in each year. An empty year has no target of the co-op's own."""

    baseline = ValueField(label=_("Baseline"), required=False)
    baseline_on = forms.DateField(label=_("Measured on"), required=False, widget=date_input())
    baseline_source = forms.CharField(label=_("Where it comes from"), required=False, max_length=500)

    def __init__(self, *args: Any, indicator: Indicator, years: Iterable[int], **options: Any) -> None:
        super().__init__(*args, **options)
        unit = in_language(indicator, "unit")
        self.years = list(years)
        for year in self.years:
            self.fields[f"target_{year}"] = ValueField(label=str(year), required=False)
        fields: list[Any] = [AppendedText(name, unit) if unit else name for name in self._value_names()]
        self.helper.layout = Layout(
            Fieldset(_("Baseline"), Div(fields[0], "baseline_on", css_class="row"), "baseline_source"),
            Fieldset(_("Target of the year"), Div(*fields[1:], css_class="row")),
        )

    def _value_names(self) -> list[str]:
        return ["baseline", *(f"target_{year}" for year in self.years)]

    def clean(self) -> dict[str, Any]:
        """A baseline says where it comes from."""
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("baseline") is not None and not typed.get("baseline_source"):
            self.add_error("baseline_source", _("Say where the value comes from."))
        return typed

    @property
    def targets(self) -> dict[int, Decimal | None]:
        """The target of each year; None for none."""
        return {year: self.cleaned_data[f"target_{year}"] for year in self.years}
