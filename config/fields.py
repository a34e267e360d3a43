"""Form fields for what our forms ask for again and again."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.forms.models import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from config.amounts import OtherCurrency, UnclearAmount, read_amount
from config.ui import number, weight

PHOTO_SIDE = 2000  # pixels of the longer side to which the browser shrinks a photo, still readable as paper
LARGEST = Decimal("9999999999.99")
LONGEST_KEY = 18  # digits; more may not be a key of a row


def key_in(text: str) -> int | None:
    """The key of a row in a text that anybody may have typed; None for what can be none."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_KEY else None


class AmountField(forms.Field):
    """A positive amount of money with at most two decimals; the keyboard for numbers on a phone.

    `currency` is the one it is asked in; an amount typed with the sign of another is refused, never converted.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write the amount in figures, such as %(example)s."),
        "unclear": _("Is this %(first)s or %(second)s? Write it with two decimals, so that there is no doubt."),
        "other_currency": _("The amount is asked in %(currency)s. Write what was paid in %(currency)s."),
        "not_positive": _("The amount must be above zero."),
        "too_large": _("This amount is larger than any we can record. Please check the figures."),
    }
    currency = ""

    def __init__(self, **options: Any) -> None:
        attributes = {"inputmode": "decimal", "autocomplete": "off", "class": "amount-input"}
        super().__init__(widget=forms.TextInput(attrs=attributes), **options)

    def refuse(self, code: str, **values: str) -> forms.ValidationError:
        """The error of that kind, with its numbers."""
        return forms.ValidationError(self.error_messages[code], code, values)

    def to_python(self, value: Any) -> Decimal | None:
        """The amount; a ValidationError with a sentence for anything that is none, is unclear, or is not positive."""
        if value in self.empty_values:
            return None
        try:
            amount = read_amount(str(value), currency=self.currency)
        except UnclearAmount as unclear:
            first, second = (number(reading, 2) for reading in unclear.readings)
            raise self.refuse("unclear", first=first, second=second) from None
        except OtherCurrency:
            raise self.refuse("other_currency", currency=self.currency) from None
        except ValueError:
            raise self.refuse("invalid", example=number(Decimal("1234.50"), 2)) from None
        if amount <= 0:
            raise self.refuse("not_positive")
        if amount > LARGEST:
            raise self.refuse("too_large")
        return amount

    def prepare_value(self, value: Any) -> Any:
        """An amount as the language writes it; typed text stays as typed."""
        return number(value, 2) if isinstance(value, Decimal) else value


def photo_attributes() -> dict[str, Any]:
    """The attributes of every input that takes photos: what is accepted, and what `file-input.js` does with them."""
    return {
        "accept": "image/*,application/pdf",
        "data-shrink": PHOTO_SIDE,
        "data-max-bytes": settings.UPLOAD_LIMIT,
        "data-too-large": _("Too large. Take the photo at a smaller size."),
        "data-original": _("Send photos as they are, not made smaller ({size})"),
    }


class ManyFilesInput(forms.ClearableFileInput):
    """Several files in one field."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Photos or PDFs, none required: they may follow later."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=ManyFilesInput(attrs=photo_attributes()), **options)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files, in order. Content is checked by the action that keeps them."""
        return [super(FilesField, self).clean(one, initial) for one in data or [] if one]


class FigureField(AmountField):
    """A figure that is no money (percent, hours, days, points): zero or more, read in both styles as amounts are.

    `largest` is the most it may be, `places` how many decimals it may have, at most two; `unit` may follow the figure.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write it in figures, such as %(example)s."),
        "not_positive": _("It must be zero or more."),
        "too_large": _("It can be at most %(largest)s."),
        "too_precise": _("Too many decimals: at most %(places)s."),
    }

    def __init__(self, *, largest: Decimal, places: int = 2, unit: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.largest, self.places, self.unit = largest, places, unit
        self.widget.attrs["class"] = "form-short"

    def to_python(self, value: Any) -> Decimal | None:
        """The figure; a ValidationError with a sentence for anything that is none, is below zero or too large."""
        text = str(value).strip().removesuffix(self.unit).strip() if value not in self.empty_values else ""
        if re.fullmatch(r"0+([.,]0{1,2})?", text):
            return Decimal(0)
        try:
            figure = super().to_python(text)
        except forms.ValidationError as error:
            if error.code == "invalid":
                raise self.refuse("invalid", example=weight(min(self.largest, Decimal("12.5")))) from None
            if error.code == "too_large":
                raise self.refuse("too_large", largest=weight(self.largest)) from None
            raise
        if figure is not None and figure > self.largest:
            raise self.refuse("too_large", largest=weight(self.largest))
        if figure is not None and figure != round(figure, self.places):
            raise self.refuse("too_precise", places=str(self.places))
        return figure

    def prepare_value(self, value: Any) -> Any:
        """A figure without the decimals that nobody typed; typed text stays as typed."""
        return weight(value) if isinstance(value, Decimal) else value


class RowField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One row of a list; the empty choice says in words what to do, also in the forms where it may stay so."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"empty_label": _("Choose"), **options})


class NamedRows(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows of a table in the admin: its columns have heads, and here each field gets the head as its own name."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """The fields of a row, each with a name for a screen reader; a date with its calendar has one as well."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            label = field.label or capfirst(name.replace("_", " "))
            inner = getattr(
                field.widget, "widget", field.widget
            )  # the admin wraps a choice in its add and change links
            for widget in getattr(inner, "widgets", [inner]):
                widget.attrs.setdefault("aria-label", label)
