"""What is typed about milestones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from config.dates import DatePrecision
from config.fields import FilesField
from config.ui import file_size
from cooperatives.models import Cooperative


def date_input() -> forms.DateInput:
    """A date, with the picker of the browser."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def papers_field() -> FilesField:
    """Papers and photos, none required."""
    return FilesField(label=_("Photo or PDF that shows it"), required=False)


class ProgressForm(forms.Form):
    """Laid out by crispy, inside a form of the template."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.form_tag = False
        if "papers" in self.fields:
            self.fields["papers"].help_text = _("JPEG, PNG, WebP, HEIC or PDF, up to %(limit)s each.") % {
                "limit": file_size(settings.UPLOAD_LIMIT)
            }


class MilestoneReportForm(ProgressForm):
    """A milestone was reached: when, and how one can see it."""

    reached_on = forms.DateField(label=_("Reached on"), widget=date_input())
    reached_precision = forms.ChoiceField(
        label=_("Date known to the"), choices=DatePrecision, initial=DatePrecision.DAY, required=False
    )
    evidence = forms.CharField(
        label=_("How one can see it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What was done, by whom, and where the paper is kept."),
    )
    papers = papers_field()

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("reached_on", cooperative.today())
        self.fields["reached_on"].widget.attrs["max"] = cooperative.today().isoformat()
        self.helper.layout = Layout(Div("reached_on", "reached_precision", css_class="row"), "evidence", "papers")

    def clean(self) -> dict[str, Any]:
        """A date known to the month or less is kept as the first day of what is known."""
        typed: dict[str, Any] = super().clean() or {}
        typed["reached_precision"] = typed.get("reached_precision") or DatePrecision.DAY
        if reached_on := typed.get("reached_on"):
            typed["reached_on"] = _first_day(reached_on, typed["reached_precision"])
        return typed


def _first_day(day: dt.date, precision: str) -> dt.date:
    months = {DatePrecision.MONTH: day.month, DatePrecision.LATE: 10}
    return day if precision == DatePrecision.DAY else dt.date(day.year, months.get(DatePrecision(precision), 1), 1)


class MilestonePlanForm(ProgressForm):
    """When a milestone is due at a co-op, or why it does not apply there."""

    due_on = forms.DateField(label=_("Due on"), required=False, widget=date_input())
    not_applicable_reason = forms.CharField(
        label=_("Does not apply to this co-op, because"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Leave it empty when the milestone applies."),
    )


class ReturnForm(ProgressForm):
    """What is missing, or needs to be corrected."""

    reason = forms.CharField(
        label=_("What is missing or wrong"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )
