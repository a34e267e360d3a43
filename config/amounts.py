"""Amounts as people type them, in the conventions of their language, never guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from babel import Locale
from django import forms
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext_lazy as _

LARGEST = Decimal("9999999999.99")


class UnclearAmount(ValueError):
    """The text can be read as two different amounts; `readings` holds both."""

    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__("unclear")
        self.readings = readings


def decimal_mark(language: str | None = None) -> str:
    """The decimal mark of a language: a point in en and es-mx, a comma in pt-br."""
    return str(babel_locale(language).number_symbols["latn"]["decimal"])


def babel_locale(language: str | None = None) -> Locale:
    """Babel's locale for one of our languages; the active one by default."""
    return Locale.parse(to_locale(language or get_language() or "en"))


def read_amount(text: str, language: str | None = None) -> Decimal:
    """Read an amount with at most two decimals: 1,234.50 and 1.234,50 and 1234.5 and 1 234,50.

    Both conventions are understood as long as they leave no doubt. A single mark before three digits is a thousands
    mark where the language uses it so ("1,234" in Spanish of Mexico is 1234); the other way round ("1.234" there) it
    could be 1234 or 1.23, and UnclearAmount is raised. ValueError for anything that is no amount.
    """
    text = re.sub(r"[\s\u00a0\u202f$]|R\$|US\$|MXN|BRL|USD|EUR", "", text)
    if re.fullmatch(r"-?\d+", text):
        return Decimal(text)
    if match := re.fullmatch(r"(-?\d+)[.,](\d{1,2})", text):
        return Decimal(f"{match[1]}.{match[2]}")
    if match := re.fullmatch(r"(-?\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)([.,])(\d{1,2})", text):
        if match[2] == match[3]:
            raise ValueError(text)
        return Decimal(f"{match[1].replace(match[2], '')}.{match[4]}")
    if match := re.fullmatch(r"-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", text):
        whole = Decimal(text.replace(match[1], ""))
        if text.count(match[1]) == 1 and match[1] == decimal_mark(language):
            raise UnclearAmount((whole, Decimal(text.replace(",", ".")).quantize(Decimal("0.01"))))
        return whole
    raise ValueError(text)


class AmountField(forms.Field):
    """A positive amount of money with at most two decimals; the keyboard for numbers on a phone."""

    default_error_messages = {
        "invalid": _("Write the amount in figures, such as %(example)s."),
        "unclear": _("Is this %(first)s or %(second)s? Write it with two decimals, so that there is no doubt."),
        "not_positive": _("The amount must be above zero."),
        "too_large": _("This amount is larger than any we can record. Please check the figures."),
    }

    def __init__(self, **options: Any) -> None:
        attributes = {"inputmode": "decimal", "autocomplete": "off", "class": "amount-input"}
        super().__init__(widget=forms.TextInput(attrs=attributes), **options)

    def to_python(self, value: Any) -> Decimal | None:
        """The amount; a ValidationError with a sentence for anything that is none, is unclear, or is not positive."""
        from config.ui import number

        if value in self.empty_values:
            return None
        try:
            amount = read_amount(str(value))
        except UnclearAmount as unclear:
            first, second = (number(reading, 2) for reading in unclear.readings)
            raise forms.ValidationError(
                self.error_messages["unclear"], "unclear", {"first": first, "second": second}
            ) from None
        except ValueError:
            example = number(Decimal("1234.50"), 2)
            raise forms.ValidationError(self.error_messages["invalid"], "invalid", {"example": example}) from None
        if amount <= 0:
            raise forms.ValidationError(self.error_messages["not_positive"], "not_positive")
        if amount > LARGEST:
            raise forms.ValidationError(self.error_messages["too_large"], "too_large")
        return amount

    def prepare_value(self, value: Any) -> Any:
        """An amount as the language writes it; typed text stays as typed."""
        from config.ui import number

        return number(value, 2) if isinstance(value, Decimal) else value
