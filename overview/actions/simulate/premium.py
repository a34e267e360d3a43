"""Funds, sales and the premium received for them, assemblies, plans, votes and activities, with their totals.

The totals that triggers would keep are computed here from the same numbers as the rows behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from overview.actions.simulate.copying import Row, Table, Tell
from overview.actions.simulate.spending import spent_of
from overview.actions.simulate.world import ACTIVITIES, EXCHANGE, OPEN_YEAR, SALES, SOURCE, YEARS, World, cents, spread
from premiums.models import (
    Activity,
    ActivityReport,
    Allotment,
    Assembly,
    Fund,
    Plan,
    PlanLine,
    PlanVersion,
    PremiumPayment,
    PremiumReceived,
    Resolution,
    Sale,
)
from premiums.models.sales import LB_PER_KG

TITLES = (
    "Fertiliser for members",
    "Coffee nursery",
    "Cupping laboratory",
    "School roof",
    "Drying patios",
    "Health brigade",
    "Office and accounting",
    "Credit fund",
)


def copy_premium(world: World, tell: Tell) -> None:
    """Everything of the premium but the expenses."""
    size, years = world.size.cooperatives, world.size.cooperatives * len(YEARS)
    funds = Table(Fund, "pk", "cooperative_id", "received", "approved", "spent", currency="MXN")
    funds.copy(_funds(world), size, tell)
    _copy_sales(world, tell)
    plans = ("pk", "cooperative_id", "fund_id", "title", "starts_on", "ends_on", "closed_at", "closed_by_id")
    Table(Plan, *plans, starts_precision="day").copy(_plans(world), years, tell)
    versions = ("pk", "cooperative_id", "plan_id", "approved_at", "approved_by_id")
    Table(PlanVersion, *versions, number=1, state="approved").copy(_versions(world), years, tell)
    held = {"held_precision": "day", "kind": "ordinary", "call": 1, "quorum_percent": 50}
    came = {"entitled": 150, "present_women": 45, "present_men": 65}
    Table(Assembly, "pk", "cooperative_id", "held_on", **held, **came).copy(_assemblies(world), years, tell)
    _copy_votes(world, tell)


def _copy_sales(world: World, tell: Tell) -> None:
    number = world.size.cooperatives * len(YEARS) * SALES
    columns: tuple[str, ...]
    columns = ("pk", "cooperative_id", "contract_number", "buyer", "signed_on", "quantity_kg", "rate_id")
    columns += ("premium_due", "quality_due", "shipped_on", "paid_on")
    same = {"scheme_id": world.scheme.pk, "signed_precision": "day", "form": "washed", "price": "1.85"}
    Table(Sale, *columns, **same, state="paid").copy(_sales(world), number, tell)
    columns = ("pk", "cooperative_id", "fund_id", "received_on", "amount", "original_amount", "rate_on", "recorded_at")
    columns += ("recorded_by_id",)
    rate = {"original_currency": "USD", "rate": EXCHANGE, "rate_source": SOURCE, "received_precision": "day"}
    Table(PremiumReceived, *columns, **rate, payer="Simulated buyer").copy(_receipts(world), number, tell)
    parts = Table(PremiumPayment, "cooperative_id", "premium_received_id", "sale_id", "amount")
    parts.copy(_payments(world), number, tell)


def _copy_votes(world: World, tell: Tell) -> None:
    years, activities = world.size.cooperatives * len(YEARS), world.size.activities
    votes = {"votes_for": 100, "votes_against": 6, "votes_abstained": 4, "votes_blank": 0}
    columns: tuple[str, ...]
    columns = ("pk", "cooperative_id", "assembly_id", "plan_id", "plan_version_id", "text", "decided_at", "decided_by")
    resolutions = Table(Resolution, *columns, **votes, kind="approve plan", state="adopted")
    resolutions.copy(_resolutions(world), years, tell)
    columns = ("pk", "cooperative_id", "fund_id", "plan_id", "category_id", "title", "starts_on", "ends_on")
    columns += ("approved", "spent", "position")
    same = {"objective": "What the assembly wants", "responsible": "Board"}
    Table(Activity, *columns, **same).copy(_activities(world), activities, tell)
    columns = ("cooperative_id", "version_id", "activity_id", "title", "category_id", "starts_on", "ends_on")
    Table(PlanLine, *columns, "budget", "position", **same).copy(_lines(world), activities, tell)
    columns = ("cooperative_id", "resolution_id", "activity_id", "amount")
    Table(Allotment, *columns).copy(_allotments(world), activities, tell)
    columns = ("cooperative_id", "activity_id", "reported_at", "reported_by_id")
    reports = Table(ActivityReport, *columns, done="yes", objective_reached="yes")
    reports.copy(_reports(world), activities - world.size.cooperatives * ACTIVITIES, tell)


@cache
def _due(world_rate: Decimal | None, kg: int) -> Decimal | None:
    return None if world_rate is None else (kg * LB_PER_KG * world_rate).quantize(Decimal("0.01"), "ROUND_HALF_UP")


def _kg(world: World, year: int, cooperative: int, sale: int) -> int:
    return 17250 * (1 + spread(world.place(year, cooperative) * SALES + sale, 4))


def _premium(world: World, year: int, cooperative: int, sale: int) -> Decimal:
    """The premium due for a sale, in dollars."""
    return _due(world.rates[year].premium, _kg(world, year, cooperative, sale)) or Decimal(0)


def approved_of(world: World, year: int, line: int, cooperative: int) -> int:
    """What the assembly gave the activity, in hundredths: what is spent and a little more."""
    spent = spent_of(world, year, line, cooperative)
    return spent + (spent // 4 + 5_000_000 if year == OPEN_YEAR else spent // 50 + 100)


def _funds(world: World) -> Iterator[Row]:
    places = [(year, line) for year in YEARS for line in range(ACTIVITIES)]
    for number in range(world.size.cooperatives):
        received = sum(
            (_premium(world, year, number, sale) * EXCHANGE).quantize(Decimal("0.01"), "ROUND_HALF_UP")
            for year in YEARS
            for sale in range(SALES)
        )
        approved = sum(approved_of(world, year, line, number) for year, line in places)
        spent = sum(spent_of(world, year, line, number) for year, line in places)
        yield world.keys["Fund"] + number, world.cooperative(number), received, cents(approved), cents(spent)


def _each_sale(world: World) -> Iterator[tuple[int, int, int, int]]:
    """(running number, year, co-op, sale of the year)."""
    running = 0
    for year in YEARS:
        for sale in range(SALES):
            for cooperative in range(world.size.cooperatives):
                yield running, year, cooperative, sale
                running += 1


def _sales(world: World) -> Iterator[Row]:
    for running, year, number, sale in _each_sale(world):
        rate, kg, month = world.rates[year], _kg(world, year, number, sale), 1 + sale
        due, quality = _due(rate.premium, kg), _due(rate.quality_part, kg)
        yield (
            *(world.keys["Sale"] + running, world.cooperative(number), f"S-{year}-{sale:02}", f"Buyer {sale:02}"),
            *(f"{year}-{month:02}-05", kg, rate.pk, due, quality, f"{year}-{month:02}-20", f"{year}-{month + 1:02}-10"),
        )


def _receipts(world: World) -> Iterator[Row]:
    for running, year, number, sale in _each_sale(world):
        due, on = _premium(world, year, number, sale), f"{year}-{2 + sale:02}-15"
        amount = (due * EXCHANGE).quantize(Decimal("0.01"), "ROUND_HALF_UP")
        key, at = world.keys["PremiumReceived"] + running, f"{on} 18:00+00"
        own = (world.cooperative(number), world.keys["Fund"] + number)
        yield key, *own, on, amount, due, on, at, world.treasurer(number)


def _payments(world: World) -> Iterator[Row]:
    for running, year, number, sale in _each_sale(world):
        keys = (world.keys["PremiumReceived"] + running, world.keys["Sale"] + running)
        yield world.cooperative(number), *keys, _premium(world, year, number, sale)


def _each_year(world: World) -> Iterator[tuple[int, int]]:
    for year in YEARS:
        for cooperative in range(world.size.cooperatives):
            yield year, cooperative


def _plans(world: World) -> Iterator[Row]:
    for year, number in _each_year(world):
        closed = (None, None) if year == OPEN_YEAR else (f"{year + 1}-02-20 18:00+00", world.treasurer(number))
        own = (world.cooperative(number), world.keys["Fund"] + number)
        yield world.plan(year, number), *own, f"Premium plan {year}", f"{year}-01-01", f"{year}-12-31", *closed


def _versions(world: World) -> Iterator[Row]:
    for year, number in _each_year(world):
        key = world.keys["PlanVersion"] + world.place(year, number)
        own = (world.cooperative(number), world.plan(year, number))
        yield key, *own, f"{year}-02-15 18:00+00", world.treasurer(number)


def _assemblies(world: World) -> Iterator[Row]:
    for year, number in _each_year(world):
        yield world.keys["Assembly"] + world.place(year, number), world.cooperative(number), f"{year}-02-15"


def _resolutions(world: World) -> Iterator[Row]:
    for year, number in _each_year(world):
        place = world.place(year, number)
        keys = [world.keys[name] + place for name in ("Assembly", "Plan", "PlanVersion")]
        text, at = f"The premium plan {year} is approved.", f"{year}-02-15 18:00+00"
        own = world.cooperative(number)
        yield world.keys["Resolution"] + place, own, *keys, text, at, world.treasurer(number)


def _each_activity(world: World) -> Iterator[tuple[int, int, int, int]]:
    """(key, year, line, co-op)."""
    key = world.keys["Activity"]
    for year in YEARS:
        for line in range(ACTIVITIES):
            for cooperative in range(world.size.cooperatives):
                yield key, year, line, cooperative
                key += 1


def _activities(world: World) -> Iterator[Row]:
    for key, year, line, number in _each_activity(world):
        own = (world.cooperative(number), world.keys["Fund"] + number, world.plan(year, number))
        about = (world.categories[line], f"{TITLES[line]} {year}", f"{year}-01-01", f"{year}-12-31")
        approved, spent = approved_of(world, year, line, number), spent_of(world, year, line, number)
        yield key, *own, *about, cents(approved), cents(spent), line


def _lines(world: World) -> Iterator[Row]:
    for key, year, line, number in _each_activity(world):
        own = (world.cooperative(number), world.keys["PlanVersion"] + world.place(year, number), key)
        about = (f"{TITLES[line]} {year}", world.categories[line], f"{year}-01-01", f"{year}-12-31")
        yield *own, *about, cents(approved_of(world, year, line, number)), line


def _allotments(world: World) -> Iterator[Row]:
    for key, year, line, number in _each_activity(world):
        resolution = world.keys["Resolution"] + world.place(year, number)
        yield world.cooperative(number), resolution, key, cents(approved_of(world, year, line, number))


def _reports(world: World) -> Iterator[Row]:
    for key, year, _line, number in _each_activity(world):
        if year != OPEN_YEAR:
            yield world.cooperative(number), key, f"{year + 1}-01-20 18:00+00", world.treasurer(number)
