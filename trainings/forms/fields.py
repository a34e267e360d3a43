"""Fields and layouts that the forms of trainings share."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from config.fields import RowField
from config.ui import in_language


def plain_helper(*fields: Any) -> FormHelper:
    """The fields in this order, inside a form element of the template."""
    helper = FormHelper()
    helper.form_tag = False
    if fields:
        helper.layout = Layout(*fields)
    return helper


def day_input(**attributes: str) -> forms.DateInput:
    """A day, chosen with the calendar of the phone."""
    return forms.DateInput(attrs={"type": "date", **attributes}, format="%Y-%m-%d")


def count_field(label: Any, **options: Any) -> forms.IntegerField:
    """A number of people; the keyboard for figures on a phone."""
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=0, max_value=100_000, widget=widget, **options)


class InLanguage(RowField):
    """A row whose name or title exists in three languages."""

    def __init__(self, *args: Any, text: str = "title", **options: Any) -> None:
        super().__init__(*args, **options)
        self.text = text

    def label_from_instance(self, obj: Any) -> str:
        """Its name in the active language."""
        return in_language(obj, self.text)


class SeveralInLanguage(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Rows whose title exists in three languages; several may be chosen."""

    def label_from_instance(self, obj: Any) -> str:
        """Its title in the active language, with its track."""
        return f"{in_language(obj, 'title')} ({in_language(obj.track, 'name')})"
