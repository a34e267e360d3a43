"""The simulated world in figures: sizes, years, and how things are spread. No figure here is anybody's real one.

Nothing is drawn by chance: what varies follows from the number of the row, so that the same sizes make the same world.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from cooperatives.models import Cooperative, Member, Programme, Scheme, User
from overview.actions.simulate.copying import Keys
from premiums.models import (
    Activity,
    Assembly,
    Category,
    Expense,
    Fund,
    Plan,
    PlanVersion,
    PremiumReceived,
    Rate,
    Resolution,
    Sale,
)
from premiums.models.plans import CategoryGroup

YEARS = tuple(range(2016, 2026))  # the last one is still open
OPEN_YEAR = YEARS[-1]
ACTIVITIES = 8  # lines of a plan
MEMBERS = 150  # people of a co-op
SALES = 10  # contracts of a co-op in a year
PER_PROGRAMME = 100  # co-ops
EXCHANGE = Decimal("17.25")  # pesos for a dollar, the same in every year of this world
SOURCE = "Simulation: an invented row, no fact about anybody."


def spread(number: int, size: int) -> int:
    """A number from 0 to `size` - 1 that follows from `number` and looks like chance."""
    return ((number * 2654435761 + 974711) >> 7) % size


@dataclass(frozen=True)
class Size:
    """How many rows of the three kinds that grow."""

    cooperatives: int
    expenses: int
    attendance: int

    @property
    def activities(self) -> int:
        """Activities of all co-ops and years."""
        return self.cooperatives * len(YEARS) * ACTIVITIES

    def expenses_of(self, activity: int) -> int:
        """How many expenses the activity of this number has: all alike, the first ones one more."""
        every, rest = divmod(self.expenses, self.activities)
        return every + (activity < rest)

    @property
    def most_expenses(self) -> int:
        """The largest number of expenses of one activity."""
        return -(-self.expenses // self.activities)


@dataclass(frozen=True, eq=False)
class World:
    """The size, the rows of the reference data that everything hangs on, and the first key of every table."""

    size: Size
    scheme: Scheme
    rates: dict[int, Rate]
    categories: tuple[int, ...]
    keys: dict[str, int] = field(
        default_factory=lambda: {
            model.__name__: Keys.of(model).first
            for model in (
                *(Cooperative, Programme, User, Member, Fund, Plan, PlanVersion, Activity, Assembly, Resolution),
                *(Sale, PremiumReceived, Expense),
            )
        }
    )

    def cooperative(self, number: int) -> int:
        """The key of the co-op with this number, from 0."""
        return self.keys["Cooperative"] + number

    def treasurer(self, number: int) -> int:
        """The key of the person who keeps the books of the co-op with this number."""
        return self.keys["User"] + 2 + 2 * number

    def oversight(self, number: int) -> int:
        """The key of the person who checks them."""
        return self.keys["User"] + 3 + 2 * number

    @property
    def manager(self) -> int:
        """The key of the program manager, who sees all co-ops of the simulation."""
        return self.keys["User"] + 1

    def plan(self, year: int, cooperative: int) -> int:
        """The key of a co-op's plan of a year; its version, assembly and resolution are numbered alike."""
        return self.keys["Plan"] + self.place(year, cooperative)

    def place(self, year: int, cooperative: int) -> int:
        """The number of a co-op's year: years one after the other, in each the co-ops."""
        return (year - YEARS[0]) * self.size.cooperatives + cooperative

    def activity(self, year: int, line: int, cooperative: int) -> int:
        """The number, from 0, of an activity."""
        return ((year - YEARS[0]) * ACTIVITIES + line) * self.size.cooperatives + cooperative


def world_of(size: Size) -> World:
    """The world of this size. Raises Scheme.DoesNotExist when the reference data is not loaded."""
    scheme = Scheme.objects.get(slug="fair-trade-usa")
    rates = {}
    for year in YEARS:
        rate = Rate.objects.in_force(scheme=scheme, form="washed", region="central", on=dt.date(year, 3, 1))
        if rate:
            rates[year] = rate
    categories = Category.objects.exclude(group=CategoryGroup.OTHER).order_by("position").values_list("pk", flat=True)
    return World(size, scheme, rates, tuple(categories[:ACTIVITIES]))


def cents(amount: int) -> str:
    """An amount in hundredths as COPY takes it."""
    return f"{amount // 100}.{amount % 100:02}"
