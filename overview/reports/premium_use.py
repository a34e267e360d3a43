"""What co-ops spent their premium on, by category and year, in the currency of each fund and in US dollars.

An amount becomes dollars at the rate its own fund recorded: the average of the premium it received in dollars that
year, weighted by amount, or of the last year before that has one. Without any the amount stays out of the dollars,
and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum
from django.db.models.functions import ExtractYear

from cooperatives.models import Cooperative
from cooperatives.models.cooperatives import CooperativeQuerySet
from premiums.models import Category, PremiumReceived, Spending
from premiums.models.plans import CategoryGroup

USD = "USD"
ZERO, ONE = Decimal(0), Decimal(1)
NO_GROUP = ""
GROUPS = (*CategoryGroup.values, NO_GROUP)

Rates = Mapping[int, Mapping[int, Decimal]]  # by co-op and year: units of the fund's currency for a dollar


@dataclass
class Spent:
    """What co-ops spent on one category in one year, in one currency; year and category may not be recorded.

    With a rate or without one: then there are no dollars.
    """

    currency: str
    category: int | None
    year: int | None
    amount: Decimal
    usd: Decimal | None


@dataclass
class SpentInAll:
    """What one co-op spent, and how many of its expenses have no amount; `usd` is None when a part has no rate."""

    amount: Decimal = ZERO
    usd: Decimal | None = ZERO
    unknown: int = 0


@dataclass(frozen=True)
class Row:
    """A category with its amounts by year; None where nothing was spent."""

    category: Category | None
    cells: Sequence[Decimal | None]
    total: Decimal


@dataclass(frozen=True)
class Table:
    """Categories by year in one currency."""

    currency: str
    rows: Sequence[Row]
    totals: Sequence[Decimal]
    total: Decimal


@dataclass(frozen=True)
class CooperativeUse:
    """What one co-op spent in all, None when no amount is recorded; `usd` is also None when a part has no rate."""

    cooperative: Cooperative
    currency: str
    spent: Decimal | None
    usd: Decimal | None


@dataclass(frozen=True)
class PremiumUse:
    """The whole page. `years` ends with None when some spending has no date."""

    years: Sequence[int | None]
    dollars: Table
    groups: Mapping[int, Mapping[str, Decimal]]
    tables: Sequence[Table]
    cooperatives: Sequence[CooperativeUse]
    without_rate: Mapping[str, Decimal]
    not_recorded: int


def premium_use(cooperatives: CooperativeQuerySet) -> PremiumUse:
    """What these co-ops spent (four queries, whatever the number of rows)."""
    categories = {category.pk: category for category in Category.objects.all()}
    entries, in_all = _spent(cooperatives, _rates(cooperatives))
    years: list[int | None] = [*sorted({entry.year for entry in entries if entry.year is not None})]
    if any(entry.year is None for entry in entries):
        years.append(None)
    without: dict[str, Decimal] = {}
    for entry in entries:
        if entry.usd is None:
            without[entry.currency] = without.get(entry.currency, ZERO) + entry.amount
    in_dollars = [entry for entry in entries if entry.usd is not None]
    currencies = sorted({entry.currency for entry in entries})
    return PremiumUse(
        years=years,
        dollars=_table(USD, ((entry, entry.usd or ZERO) for entry in in_dollars), years, categories),
        groups=_groups(in_dollars, categories),
        tables=[
            _table(one, ((entry, entry.amount) for entry in entries if entry.currency == one), years, categories)
            for one in currencies
        ],
        cooperatives=_by_cooperative(cooperatives, in_all),
        without_rate=without,
        not_recorded=sum(one.unknown for one in in_all.values()),
    )


def _rates(cooperatives: CooperativeQuerySet) -> Rates:
    """The average rate of each fund and year in which it received dollars."""
    received = (
        PremiumReceived.objects.filter(cooperative__in=cooperatives, original_currency=USD, amount__isnull=False)
        .filter(received_on__isnull=False)
        .order_by()
        .values("cooperative", year=ExtractYear("received_on"))
        .annotate(fund_amount=Sum("amount"), dollars=Sum("original_amount"))
    )
    rates: dict[int, dict[int, Decimal]] = {}
    for row in received:
        rates.setdefault(row["cooperative"], {})[row["year"]] = row["fund_amount"] / row["dollars"]
    return rates


def rate_of(rates: Rates, cooperative: int, currency: str, year: int | None) -> Decimal | None:
    """The rate of a fund for spending of a year: that year's, or the last known before; None without any."""
    if currency == USD:
        return ONE
    known = rates.get(cooperative, {})
    before = [one for one in known if year is not None and one <= year]
    return known[max(before)] if before else None


def _spent(cooperatives: CooperativeQuerySet, rates: Rates) -> tuple[list[Spent], dict[int, SpentInAll]]:
    """Spending by currency, category and year, and by co-op, in one pass over the totals that the database keeps.

    An expense has an amount above zero, so that a total of zero has none.
    """
    columns = ("cooperative", "cooperative__fund__currency", "category", "year", "amount", "without_amount")
    rows = Spending.objects.filter(cooperative__in=cooperatives).order_by().values_list(*columns)
    known: dict[tuple[int, int | None], Decimal | None] = {}
    entries: dict[tuple[str, int | None, int | None, bool], Spent] = {}
    in_all: dict[int, SpentInAll] = {}
    for cooperative, currency, category, year, amount, lacking in rows.iterator():
        own = in_all.setdefault(cooperative, SpentInAll())
        own.unknown += lacking
        if not amount:
            continue
        if (cooperative, year) not in known:
            known[cooperative, year] = rate_of(rates, cooperative, currency, year)
        rate = known[cooperative, year]
        usd = None if rate is None else amount / rate
        own.amount += amount
        own.usd = None if own.usd is None or usd is None else own.usd + usd
        entry = entries.get((currency, category, year, rate is None))
        if entry is None:
            entries[currency, category, year, rate is None] = Spent(currency, category, year, amount, usd)
        else:
            entry.amount += amount
            entry.usd = None if entry.usd is None or usd is None else entry.usd + usd
    return list(entries.values()), in_all


def _table(
    currency: str,
    entries: Iterable[tuple[Spent, Decimal]],
    years: Sequence[int | None],
    categories: Mapping[int, Category],
) -> Table:
    cells: dict[int | None, dict[int | None, Decimal]] = {}
    for entry, amount in entries:
        row = cells.setdefault(entry.category, {})
        row[entry.year] = row.get(entry.year, ZERO) + amount
    order = [key for key in categories if key in cells] + [None] * (None in cells)
    rows = [
        Row(categories[key] if key else None, [cells[key].get(year) for year in years], sum(cells[key].values(), ZERO))
        for key in order
    ]
    totals = [sum((row.get(year, ZERO) for row in cells.values()), ZERO) for year in years]
    return Table(currency, rows, totals, sum(totals, ZERO))


def _groups(entries: Iterable[Spent], categories: Mapping[int, Category]) -> dict[int, dict[str, Decimal]]:
    """Dollars by year and group of categories, for the chart."""
    groups: dict[int, dict[str, Decimal]] = {}
    for entry in entries:
        if entry.year is not None and entry.usd is not None:
            group = categories[entry.category].group if entry.category else NO_GROUP
            of_year = groups.setdefault(entry.year, {})
            of_year[group] = of_year.get(group, ZERO) + entry.usd
    return dict(sorted(groups.items()))


def _by_cooperative(cooperatives: CooperativeQuerySet, in_all: Mapping[int, SpentInAll]) -> list[CooperativeUse]:
    found = []
    for cooperative in cooperatives.filter(fund__isnull=False).select_related("fund").order_by("short_name", "pk"):
        own = in_all.get(cooperative.pk, SpentInAll())
        is_unknown = not own.amount and bool(own.unknown)
        spent = None if is_unknown else own.amount
        usd = None if is_unknown else own.usd
        found.append(CooperativeUse(cooperative, cooperative.fund.currency, spent, usd))
    return found
