"""Amounts as people type them, in the conventions of their language, never guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from babel import Locale
from django.utils.translation import get_language, to_locale

# What people write beside an amount, by currency. "$" is the peso here and the dollar there.
SIGNS = {
    "MXN": ("MXN", "MX$", "$"),
    "BRL": ("BRL", "R$"),
    "USD": ("USD", "US$", "$"),
    "EUR": ("EUR", "€"),
    "IDR": ("IDR", "Rp"),
}

LONGEST = 100  # characters; no amount needs more, and longer texts only cost time


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
    return _parsed(language or get_language() or "en")


@cache
def _parsed(language: str) -> Locale:
    return Locale.parse(to_locale(language))


class OtherCurrency(ValueError):
    """The amount is written with the sign of another currency than the one it is asked in."""


def read_amount(text: str, language: str | None = None, currency: str = "") -> Decimal:
    """Read an amount with at most two decimals: 1,234.50 and 1.234,50 and 1234.5 and 1 234,50.

    Both conventions are understood as long as they leave no doubt. A single mark before three digits is a thousands
    mark where the language uses it so ("1,234" in Spanish of Mexico is 1234); the other way round ("1.234" there) it
    could be 1234 or 1.23, and UnclearAmount is raised. ValueError for anything that is no amount: spaces part thousands
    only ("12 50" is none), no thousand starts with a zero ("0.125" is none), and a currency stands before or after.
    OtherCurrency when that is not `currency`; without one asked for, any known currency may stand there.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise ValueError("too long")
    text = _without_currency(text, currency)
    if re.fullmatch(r"-?[1-9][0-9]{0,2}(\s[0-9]{3})+([.,][0-9]{1,2})?", text):
        text = re.sub(r"\s", "", text)
    if re.fullmatch(r"-?[0-9]+", text):
        return Decimal(text)
    if match := re.fullmatch(r"(-?[0-9]+)[.,]([0-9]{1,2})", text):
        return Decimal(f"{match[1]}.{match[2]}")
    if match := re.fullmatch(r"(-?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\2[0-9]{3})*)([.,])([0-9]{1,2})", text):
        if match[2] == match[3]:
            raise ValueError(text)
        return Decimal(f"{match[1].replace(match[2], '')}.{match[4]}")
    if match := re.fullmatch(r"-?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*", text):
        whole = Decimal(text.replace(match[1], ""))
        if text.count(match[1]) == 1 and match[1] == decimal_mark(language):
            raise UnclearAmount((whole, Decimal(text.replace(",", ".")).quantize(Decimal("0.01"))))
        return whole
    raise ValueError(text)


def _without_currency(text: str, currency: str) -> str:
    known = sorted({sign for signs in SIGNS.values() for sign in signs}, key=len, reverse=True)
    any_sign = "|".join(map(re.escape, known))
    match = re.fullmatch(rf"(-?)\s*({any_sign})?\s*([^A-Za-z$€]*?)\s*({any_sign})?", text, re.IGNORECASE)
    if not match:
        return text
    for sign in filter(None, (match[2], match[4])):
        if currency and sign.upper() not in map(str.upper, SIGNS[currency]):
            raise OtherCurrency(sign)
    return match[1] + match[3]
