"""Sales as a tidy table: one row a sale, stable column names in English, real numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

SALE_COLUMNS = (
    "sale_id",
    "cooperative",
    "contract_number",
    "buyer",
    "signed_on",
    "signed_precision",
    "scheme",
    "form",
    "organic",
    "bags",
    "bag_kg",
    "quantity_kg",
    "quantity_lb",
    "price_per_lb",
    "price_currency",
    "price_due_usd_per_lb",
    "premium_rate_usd_per_lb",
    "premium_due_usd",
    "quality_due_usd",
    "premium_received_usd",
    "premium_missing_usd",
    "shipped_on",
    "paid_on",
    "state",
    "example",
)


def sale_rows(sales: QuerySet[Any]) -> Iterator[tuple[Any, ...]]:
    """The header, then a row a sale, read in batches; None where something is not recorded. Expects `sales_of`."""
    yield SALE_COLUMNS
    for sale in sales.iterator(chunk_size=1000):
        yield (
            sale.pk,
            sale.cooperative.slug,
            sale.contract_number,
            sale.buyer,
            sale.signed_on,
            sale.signed_precision,
            sale.scheme.slug if sale.scheme else None,
            sale.form,
            sale.is_organic,
            sale.bags,
            sale.bag_kg,
            sale.quantity_kg,
            sale.quantity_lb,
            sale.price,
            sale.price_currency if sale.price is not None else None,
            sale.price_due,
            sale.rate.premium if sale.rate else None,
            sale.premium_due,
            sale.quality_due,
            sale.received,
            sale.missing,
            sale.shipped_on,
            sale.paid_on,
            sale.state,
            sale.is_example,
        )
