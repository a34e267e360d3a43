"""The example world in figures: which co-ops, how much coffee, which years. Everything else follows from it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal
from django.db import connection

from config.amounts import babel_locale
from cooperatives.models import Cooperative, User
from cooperatives.models.cooperatives import Currency, TimeZone
from premiums.models.assemblies import AssemblyKind

YEARS = (2012, 2013, 2014, 2015)

# Units of the currency for one US dollar, average of the year.
RATES = {
    "MXN": {2012: "13.1539", 2013: "12.7584", 2014: "13.3022", 2015: "15.8735"},
    "BRL": {2012: "1.9535", 2013: "2.1570", 2014: "2.3512", 2015: "3.3360"},
}
RATE_SOURCE = "Federal Reserve yearly average (example use)"


@dataclass(frozen=True)
class Story:
    """What happens at one co-op, year by year.

    `containers` are sold in each of YEARS. `no_quorum_in` is the year whose first call failed. `unpaid_in` is the
    year in which the premium of one contract did not come, though the assembly counted on it.
    """

    slug: str
    containers: tuple[int, int, int, int]
    entitled: int
    members: int
    women: int = 30  # percent
    kind: str = AssemblyKind.ORDINARY
    no_quorum_in: int = 0
    unpaid_in: int = 0


STORIES = (
    Story("fiech", (3, 3, 3, 3), 96, 58, 24, AssemblyKind.DELEGATES),
    Story("san-fernando", (3, 2, 3, 3), 80, 52, 26, AssemblyKind.DELEGATES),
    Story("majomut", (2, 2, 3, 2), 72, 48, 29, AssemblyKind.DELEGATES),
    Story("opcaac", (1, 1, 1, 1), 210, 30, 31),
    Story("orpae", (1, 1, 2, 1), 260, 32, 27, no_quorum_in=2013),
    Story("cesmach", (2, 2, 3, 2), 470, 46, 36),
    Story("triunfo-verde", (2, 2, 2, 3), 440, 44, 34),
    Story("comon-yaj-noptic", (1, 1, 1, 1), 150, 26, 33),
    Story("ramal-santa-cruz", (1, 2, 2, 2), 500, 40, 38, unpaid_in=2015),
    Story("exemplo-do-sul", (1, 1, 2, 1), 120, 28, 32),
)
CHIAPAS = tuple(story.slug for story in STORIES[:-1])
BRAZILIAN = STORIES[-1].slug
CANDIDATES = tuple(f"candidate-{letter}" for letter in "abcde")
CANDIDATE_MEMBERS = 14


@dataclass(frozen=True)
class Cast:
    """A co-op and the people who keep its books in the example. `earlier_treasurer` served to the end of 2013."""

    cooperative: Cooperative
    treasurer: User
    oversight: User
    earlier_treasurer: User

    def treasurer_on(self, day: dt.date) -> User:
        """Who kept the books on that day."""
        return self.earlier_treasurer if day.year < 2014 else self.treasurer

    def moment(self, day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
        """A time of day at the co-op."""
        return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(self.cooperative.time_zone))

    def written(self, amount: Decimal) -> str:
        """An amount as the co-op's papers write it, with the code of its currency."""
        figure = format_decimal(amount, "#,##0.00", locale=babel_locale(self.cooperative.language))
        return f"{figure} {self.cooperative.currency}"

    @property
    def language(self) -> str:
        """The two letters of the language of the co-op's papers."""
        return self.cooperative.language[:2]


def chance(*about: object) -> random.Random:
    """Draws that come out the same every time for the same subject, whatever else is drawn."""
    return random.Random("beneficio " + " ".join(map(str, about)))  # noqa: S311 - a story, not a secret


def one_at_a_time() -> None:
    """Make a second load or removal wait for the first, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('example'))")


def example_cooperatives() -> list[Cooperative]:
    """The invented co-ops, not saved: five candidates without a name, and one in Minas Gerais. No place on the map."""
    candidates = [
        Cooperative(slug=slug, short_name=name, name=name, country_code="MX", is_example=True)
        for slug, name in ((slug, f"Candidate {slug[-1].upper()}") for slug in CANDIDATES)
    ]
    brazilian = Cooperative(
        slug=BRAZILIAN,
        short_name="Exemplo do Sul",
        name="Associação Exemplo do Sul de Minas",
        country_code="BR",
        language="pt-br",
        currency=Currency.BRL,
        time_zone=TimeZone.MINAS_GERAIS,
        is_example=True,
    )
    return [*candidates, brazilian]
