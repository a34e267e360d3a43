"""Filters of the admin's lists that stay quick with thousands of co-ops."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import RelatedOnlyFieldListFilter
from django.db.models import Count


class CooperativeFilter(RelatedOnlyFieldListFilter):
    """The co-ops that have rows; with how many, when that is asked for.

    Django asks for one column for each of them, and PostgreSQL answers at most 1,664: here it is one row for each.
    """

    def get_facet_queryset(self, changelist: Any) -> dict[str, int]:
        """How many rows each choice would show."""
        rows = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        found = dict(rows.order_by().values_list(self.field_path).annotate(number=Count("pk", distinct=True)))
        return {"__c": found.get(None, 0)} | {f"{key}__c": found.get(key, 0) for key, _name in self.lookup_choices}
