"""What is chosen on the pages of readiness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.forms.files import day_input
from certification.models import Assessment
from config.ui import day


class DayForm(forms.Form):
    """The day at which a readiness is reckoned; empty is today."""

    on = forms.DateField(label=_("As of"), required=False, widget=day_input())


class BeforeForm(forms.Form):
    """The earlier assessment to compare with."""

    before = forms.ChoiceField(label=_("Compare with"))

    def __init__(self, *args: Any, earlier: Sequence[Assessment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.earlier = {str(row.pk): row for row in earlier}
        before: Any = self.fields["before"]
        before.choices = [
            (key, f"{row.get_kind_display()}, {day(row.started_on)} ({row.version.label})")
            for key, row in self.earlier.items()
        ]

    @property
    def chosen(self) -> Assessment | None:
        """The earlier assessment; None when nothing, or none of them, was chosen."""
        return self.earlier[self.cleaned_data["before"]] if self.is_bound and self.is_valid() else None
