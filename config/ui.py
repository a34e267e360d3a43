"""How values are written: money, numbers, dates, texts with translations. Loaded into every template.

Money always carries its currency code, because "$" is the peso to one half of the readers and the dollar to the other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal
from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from config.amounts import babel_locale
from config.dates import DatePrecision

register = template.Library()


@lru_cache(maxsize=10_000)
def _written(value: Decimal, pattern: str, locale: Locale) -> str:
    """Remembered, since a page writes the same few hundred numbers again and again."""
    return str(format_decimal(value, pattern, locale=locale))


@register.filter
def number(value: Decimal | int | None, decimals: int = 0) -> str:
    """A number in the conventions of the language; "not recorded" for None."""
    if value is None:
        return _("not recorded")
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0  # + 0: no "-0.00"
    return _written(rounded, pattern, babel_locale())


@register.filter
def ratio(value: Decimal | None) -> str:
    """A price a pound or an exchange rate: at least two decimals, at most six; "not recorded" for None."""
    return _("not recorded") if value is None else _written(value, "#,##0.00####", babel_locale())


@register.filter
def weight(value: Decimal | None) -> str:
    """A weight with no more decimals than it has, at most two; "not recorded" for None."""
    return _("not recorded") if value is None else _written(value, "#,##0.##", babel_locale())


@register.filter
def money(value: Decimal | None, currency: str) -> SafeString | str:
    """An amount with its currency code, never broken over two lines: "1,234.50 MXN"; "not recorded" for None."""
    if value is None:
        return _("not recorded")
    return format_html('<span class="money">{}&nbsp;<abbr>{}</abbr></span>', number(value, 2), currency)


def money_text(value: Decimal, currency: str) -> str:
    """The same as plain text, for sentences and files."""
    return f"{number(value, 2)}\u00a0{currency}"


@register.filter
def day(value: dt.date | None) -> str:
    """A date with the month as a word, since 5/3 reads differently to our readers; "not recorded" for None."""
    if value is None:
        return _("not recorded")
    return str(format_date(value, "d MMM y" if _language() == "es" else "medium", locale=babel_locale()))


@register.filter
def moment(value: dt.datetime | None) -> str:
    """A day and a time of 24 hours, in the server's time zone."""
    if value is None:
        return _("not recorded")
    local = timezone.localtime(value)
    return f"{day(local)}, {local:%H:%M}"


@register.simple_tag
def partial_date(value: dt.date | None, precision: str) -> str:
    """A date to the precision it is known: "Mar 5, 2012", "March 2012", "early 2010", "2009", "date not recorded"."""
    if value is None:
        return _("date not recorded")
    if precision == DatePrecision.MONTH:
        return str(format_skeleton("yMMMM", value, locale=babel_locale()))
    if precision == DatePrecision.EARLY:
        return _("early %(year)s") % {"year": value.year}
    if precision == DatePrecision.LATE:
        return _("late %(year)s") % {"year": value.year}
    if precision == DatePrecision.YEAR:
        return str(value.year)
    return day(value)


@register.simple_tag
def days(first: dt.date, last: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """The days something takes, the month and year said once where they are the same: "20–21 oct 2015"."""
    start = partial_date(first, precision)
    if last is None or last == first:
        return start
    if precision != DatePrecision.DAY or (first.year, first.month) != (last.year, last.month):
        return f"{start} – {day(last)}"
    if _language() == "en":
        return str(format_interval(first, last, "yMMMd", locale=babel_locale())).replace("\u2009", "")
    return f"{first.day}–{day(last)}"


def _language() -> str:
    return (get_language() or "en")[:2]


@register.filter
def in_language(row: Any, field: str) -> str:
    """The text of `field` in the active language, or the text as it was recorded where there is no translation."""
    if isinstance(row, Mapping):  # a row that came along as JSON
        return str(row.get(f"{field}_{_language()}") or row.get(field) or "")
    translated = getattr(row, f"{field}_{_language()}", "")
    return str(translated or getattr(row, field) or "")


@register.filter
def percent_of(part: Decimal | int, whole: Decimal | int) -> int:
    """How many whole percent `part` is of `whole`, from 0 to 100; 100 only when nothing is missing, 0 of nothing."""
    return min(100, max(0, int(100 * part / whole))) if whole else 0


@register.filter
def gone_by(days_left: int) -> int:
    """Days since a day that is over, from the days left until it."""
    return -days_left


@register.filter
def file_size(size: int) -> str:
    """Bytes as people say them."""
    if size < 1024 * 1024:
        return f"{number(size // 1024 or min(size, 1))} kB"
    return f"{number(Decimal(size) / 1024 / 1024, 1)} MB"


@register.filter
def span(days: int) -> str:
    """A length of time as people say it: days, and from two years on whole years."""
    if days <= 2 * 365:
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": number(days)}
    years = int(days / 365.25)
    return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}


BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
}
BROWSERS |= {"CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS X": "Mac"}
SYSTEMS |= {"CrOS": "Chromebook", "Linux": "Linux"}


@register.filter
def browser(user_agent: str) -> str:
    """A browser and its device in two words, such as "Chrome, Android"; the beginning of what it says when unknown."""
    name = next((label for mark, label in BROWSERS.items() if mark in user_agent), "")
    system = next((label for mark, label in SYSTEMS.items() if mark in user_agent), "")
    return ", ".join(part for part in (name, system) if part) or user_agent[:40] or _("unknown")
