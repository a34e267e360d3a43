"""What is typed at the end of the year."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.utils.translation import gettext_lazy as _

from premiums.forms.assemblies import plain_helper
from premiums.models.versions import Done


class ReportForm(forms.Form):
    """What became of an activity."""

    done = forms.ChoiceField(label=_("Was it carried out?"), choices=Done.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why not, or why only partly"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    objective_reached = forms.ChoiceField(
        label=_("Was the objective reached?"), choices=Done.choices, widget=forms.RadioSelect
    )
    next_step = forms.CharField(
        label=_("What comes next"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper(
            Field("done", wrapper_class="tiles"),
            "reason",
            Field("objective_reached", wrapper_class="tiles"),
            "next_step",
        )
