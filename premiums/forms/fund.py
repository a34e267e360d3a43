"""What may be asked of a fund: a day, a period."""

from __future__ import annotations

import datetime as dt
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

DAY = {"type": "date"}
YEARS = (1990, 2100)


class FundDate(forms.Form):
    """The day of the balance; today when none is asked for."""

    on = forms.DateField(label=_("Balance on"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))

    def __init__(self, *args: Any, today: dt.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["on"].widget.attrs["max"] = today.isoformat()
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_on(self) -> dt.date | None:
        """Today or earlier: nobody knows the balance of a day to come."""
        on: dt.date | None = self.cleaned_data["on"]
        if on and on > self.today:
            raise forms.ValidationError(_("This day has not come yet. Choose today or an earlier day."))
        return on

    @property
    def day(self) -> dt.date:
        """The day asked for, or today when none was, or when what was typed is no day."""
        return (self.cleaned_data.get("on") if self.is_valid() else None) or self.today


class SpanForm(forms.Form):
    """From one day to another; either may stay open."""

    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))

    def clean(self) -> dict[str, Any]:
        """A period begins before it ends."""
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one. A period ends on its first day or later."))
        return cleaned

    @property
    def lookups(self) -> dict[str, dt.date]:
        """The span of a valid form, as a filter of expenses."""
        ends = {"spent_on__gte": self.cleaned_data["since"], "spent_on__lte": self.cleaned_data["until"]}
        return {lookup: day for lookup, day in ends.items() if day}

    @property
    def sentences(self) -> list[str]:
        """What is wrong, each with the field it is about."""
        return [f"{self.fields[name].label}: {sentence}" for name, errors in self.errors.items() for sentence in errors]


class PeriodForm(SpanForm):
    """A period: a calendar year, or two days; this year when nothing is asked for."""

    year = forms.IntegerField(label=_("Year"), required=False, min_value=YEARS[0], max_value=YEARS[1])
    field_order = ("year", "since", "until")

    def __init__(self, *args: Any, this_year: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.this_year = this_year
        self.initial = {"since": dt.date(this_year, 1, 1), "until": dt.date(this_year, 12, 31), **self.initial}
        self.helper = FormHelper()
        self.helper.form_tag = False

    @property
    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day; an end that is missing is that of the year."""
        asked = self.cleaned_data if self.is_valid() else {}
        since, until = asked.get("since"), asked.get("until")
        year = asked.get("year") or (since or until or dt.date(self.this_year, 1, 1)).year
        if asked.get("year"):
            since = until = None
        first, last = since or dt.date(year, 1, 1), until or dt.date(year, 12, 31)
        return first, max(first, last)
