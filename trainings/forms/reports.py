"""What is asked of the report on people trained, of a calendar, and typed about modules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from config.fields import FigureField
from trainings.forms.fields import InLanguage, plain_helper
from trainings.models import Module, Track

BY = (("cooperative", _("co-op")), ("track", _("track")), ("programme", _("programme")), ("year", _("year")))


class PeopleForm(forms.Form):
    """Which year, and what makes a row."""

    by = forms.ChoiceField(label=_("One row for each"), choices=BY, required=False)
    year = forms.TypedChoiceField(label=_("Reporting year"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, years: Sequence[int], **options: Any) -> None:
        super().__init__(*args, **options)
        choice: Any = self.fields["year"]
        choice.choices = [("", _("latest year")), *((year, str(year)) for year in years)]


def read_month(text: str) -> dt.date | None:
    """The first day of a month written as 2013-05; None for anything else."""
    try:
        return dt.datetime.strptime(text, "%Y-%m").replace(tzinfo=dt.UTC).date()
    except ValueError:
        return None


class ModuleForm(forms.Form):
    """A module of a track; one language is enough."""

    track = InLanguage(label=_("Track"), queryset=Track.objects.all(), text="name", empty_label=None)
    title = forms.CharField(label=_("Title"), max_length=160)
    title_es = forms.CharField(label=_("Title in Spanish"), max_length=160, required=False)
    title_pt = forms.CharField(label=_("Title in Portuguese"), max_length=160, required=False)
    objectives = forms.CharField(
        label=_("Objectives"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    objectives_es = forms.CharField(
        label=_("Objectives in Spanish"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    objectives_pt = forms.CharField(
        label=_("Objectives in Portuguese"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    hours = FigureField(label=_("Hours"), largest=Decimal("9999.9"), places=1, required=False)
    language = forms.CharField(
        label=_("Language it is taught in"),
        max_length=40,
        required=False,
        help_text=_("For example Spanish, or Tseltal."),
    )
    is_retired = forms.BooleanField(label=_("No longer taught"), required=False)

    def __init__(self, *args: Any, module: Module | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if module:
            self.initial = {name: getattr(module, name) for name in self.fields}
        self.helper = plain_helper(
            "track",
            "title",
            Div("title_es", "title_pt", css_class="row"),
            "objectives",
            Div("objectives_es", "objectives_pt", css_class="row"),
            Div("hours", "language", css_class="row"),
            *(["is_retired"] if module else []),
        )

    def clean_hours(self) -> Any:
        """None rather than 0."""
        return self.cleaned_data["hours"] or None
