"""What a co-op keeps of its premium, as tidy tables: one row a fact, stable column names, None where not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cooperatives.models import Cooperative
from premiums.models import Assembly, PlanLine, PremiumReceived, Rate

BATCH = 1000
RECEIVED = (
    "premium_received_id",
    "cooperative",
    "received_on",
    "received_precision",
    "amount",
    "currency",
    "original_amount",
    "original_currency",
    "exchange_rate",
    "exchange_rate_on",
    "exchange_rate_source",
    "payer",
    "historic",
    "source",
    "example",
)
RESOLUTIONS = (
    "assembly_id",
    "cooperative",
    "held_on",
    "held_precision",
    "assembly_kind",
    "call",
    "entitled",
    "present_women",
    "present_men",
    "quorum_percent",
    "resolution_id",
    "kind",
    "plan",
    "text",
    "votes_for",
    "votes_against",
    "votes_abstained",
    "votes_blank",
    "majority",
    "state",
    "historic",
    "example",
)
PLAN_LINES = (
    "plan_line_id",
    "cooperative",
    "plan",
    "plan_starts_on",
    "plan_ends_on",
    "plan_closed_at",
    "version",
    "version_state",
    "activity_id",
    "activity",
    "objective",
    "category",
    "starts_on",
    "ends_on",
    "responsible",
    "budget",
    "currency",
    "quality_percent",
    "expected_women",
    "expected_men",
    "approved",
    "spent",
    "example",
)
RATES = (
    "rate_id",
    "scheme",
    "form",
    "region",
    "from_on",
    "premium_usd_per_lb",
    "quality_part_usd_per_lb",
    "minimum_price_usd_per_lb",
    "organic_differential_usd_per_lb",
    "superseded",
    "source",
)


def received_rows(cooperative: Cooperative) -> Iterator[tuple[Any, ...]]:
    """A row for each premium received, the newest first; `amount` is in the fund's currency."""
    rows = PremiumReceived.objects.filter(cooperative=cooperative).values_list(
        "pk",
        "cooperative__slug",
        "received_on",
        "received_precision",
        "amount",
        "fund__currency",
        "original_amount",
        "original_currency",
        "rate",
        "rate_on",
        "rate_source",
        "payer",
        "is_historic",
        "source",
        "is_example",
    )
    yield RECEIVED
    yield from rows.order_by("-received_on", "-pk").iterator(chunk_size=BATCH)


def resolution_rows(cooperative: Cooperative) -> Iterator[tuple[Any, ...]]:
    """A row for each resolution with its assembly; one without resolutions has a row with those columns empty."""
    rows = Assembly.objects.filter(cooperative=cooperative).values_list(
        "pk",
        "cooperative__slug",
        "held_on",
        "held_precision",
        "kind",
        "call",
        "entitled",
        "present_women",
        "present_men",
        "quorum_percent",
        "resolutions__pk",
        "resolutions__kind",
        "resolutions__plan__title",
        "resolutions__text",
        "resolutions__votes_for",
        "resolutions__votes_against",
        "resolutions__votes_abstained",
        "resolutions__votes_blank",
        "resolutions__majority",
        "resolutions__state",
        "is_historic",
        "is_example",
    )
    yield RESOLUTIONS
    yield from rows.order_by("-held_on", "-pk", "resolutions__pk").iterator(chunk_size=BATCH)


def plan_line_rows(cooperative: Cooperative) -> Iterator[tuple[Any, ...]]:
    """A row for each line of each version of each plan, with what its activity has approved and spent by now."""
    rows = PlanLine.objects.filter(cooperative=cooperative).values_list(
        "pk",
        "cooperative__slug",
        "version__plan__title",
        "version__plan__starts_on",
        "version__plan__ends_on",
        "version__plan__closed_at",
        "version__number",
        "version__state",
        "activity",
        "title",
        "objective",
        "category__slug",
        "starts_on",
        "ends_on",
        "responsible",
        "budget",
        "activity__fund__currency",
        "quality_percent",
        "expected_women",
        "expected_men",
        "activity__approved",
        "activity__spent",
        "is_example",
    )
    yield PLAN_LINES
    yield from rows.order_by("-version__plan__starts_on", "-version__number", "position").iterator(chunk_size=BATCH)


def rate_rows() -> Iterator[tuple[Any, ...]]:
    """A row for each rate, also those that were superseded."""
    rows = Rate.objects.values_list(
        "pk",
        "scheme__slug",
        "form",
        "region",
        "from_on",
        "premium",
        "quality_part",
        "minimum_price",
        "organic_differential",
        "successor",
        "source",
    )
    yield RATES
    for row in rows.order_by("scheme__slug", "form", "region", "from_on", "pk").iterator(chunk_size=BATCH):
        yield (*row[:9], row[9] is not None, row[10])
