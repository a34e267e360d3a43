"""What the style guide shows: every figure, name and date here is invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crispy_forms.bootstrap import PrependedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from config.fields import AmountField, FilesField


class SampleForm(forms.Form):
    """A form with a field of each kind, in the order one thinks."""

    activity = forms.ChoiceField(
        label=_("Activity"),
        choices=[("rent", _("Office rent")), ("huller", _("Hulling machine"))],
        widget=forms.RadioSelect,
    )
    amount = AmountField(label=_("Amount"))
    spent_on = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    way = forms.ChoiceField(label=_("Paid by"), choices=[("cash", _("Cash")), ("bank", _("Bank transfer"))])
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), max_length=240, required=False)
    vouchers = FilesField(
        label=_("Photo of the voucher"), help_text=_("A photo or a PDF of at most 10 MB."), required=False
    )
    another = forms.BooleanField(label=_("Log another expense after this one"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Field("activity", wrapper_class="tiles"),
            PrependedText("amount", "MXN"),
            Div("spent_on", "way", css_class="row pair"),
            "note",
            "vouchers",
            "another",
        )

    def clean(self) -> dict[str, Any]:
        """The amount typed here is refused, so that one sees how that looks."""
        cleaned = super().clean() or self.cleaned_data
        self.add_error("amount", forms.ValidationError(_("At most MXN 2,000 is left for this activity.")))
        self.add_error(
            None,
            forms.ValidationError(
                _("The resolution allows MXN 60,000 for office rent and MXN 58,000 is spent. At most MXN 2,000 more.")
            ),
        )
        return cleaned


@dataclass(frozen=True)
class SampleLine:
    """A line of the grid of a chart."""

    y: int
    value: Decimal


@dataclass(frozen=True)
class SampleSpark:
    """What the part for a trend needs."""

    values: Sequence[tuple[int, int]] = ((2022, 90), (2023, 120), (2024, 110), (2025, 210))
    runs: Sequence[str] = ("M3 17L25 13L47 14L69 3",)
    dots: Sequence[tuple[int, int]] = ((3, 17), (25, 13), (47, 14), (69, 3))
    width: int = 72
    height: int = 20


def samples() -> dict[str, Any]:
    """All that the style guide needs beside its own words."""
    typed = {
        "activity": "rent",
        "amount": "5500.00",
        "spent_on": dt.date(2026, 3, 3).isoformat(),
        "way": "cash",
        "note": _("Rent, March"),
    }
    bars = (("2024", 90, 58), ("2025", 140, 90), ("2026", 210, 135))
    return {
        "form": SampleForm(typed),
        "filter": SampleFilter(),
        "page_obj": Paginator(range(126), 25).page(2),
        "lines": [SampleLine(155 - 45 * step, Decimal(70 * step)) for step in range(4)],
        "bars": [
            {"name": name, "value": value, "height": height, "x": 70 + 83 * n, "y": 155 - height}
            for n, (name, value, height) in enumerate(bars)
        ],
        "values": [(name, value) for name, value, _height in bars],
        "spark": SampleSpark(),
    }


class SampleFilter(forms.Form):
    """A form above a list."""

    q = forms.CharField(label=_("Search"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    activity = forms.ChoiceField(
        label=_("Activity"), choices=[("", _("All activities")), ("rent", _("Office rent"))], required=False
    )
    since = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
