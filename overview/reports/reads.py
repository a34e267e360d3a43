"""Who read which list of people, or took a list along as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cooperatives.models import DataRead

# What the addresses of lists are called.
LISTS = {
    "trainings:person_list": _("people of a co-op"),
    "trainings:person_merge": _("people to merge with"),
    "trainings:roll_call": _("roll call"),
    "trainings:score_update": _("scores"),
    "trainings:visit_list": _("follow-up visits"),
    "trainings:training_detail": _("people at a training"),
    "trainings:attendance_export": _("attendance"),
    "premiums:expense_list": _("spending"),
    "premiums:voucher_archive": _("vouchers"),
    "premiums:sale_list": _("sales"),
    "premiums:premium_received_list": _("premium received"),
    "premiums:assembly_list": _("assemblies"),
    "premiums:plan_list": _("plans"),
    "premiums:rate_list": _("rates"),
    "overview:programme_progress": _("progress"),
    "overview:history_list": _("history of all records"),
    "overview:cooperative_history": _("history of a co-op"),
    "overview:programme_history": _("history of a programme"),
    "overview:read_list": _("who read what"),
    "admin:cooperatives_member_changelist": _("members, in the admin"),
    "admin:cooperatives_user_changelist": _("people, in the admin"),
    "admin:cooperatives_staffassignment_changelist": _("roles in co-ops, in the admin"),
    "admin:cooperatives_programmeassignment_changelist": _("roles in programmes, in the admin"),
}
READ_COLUMNS = ("read_at", "person", "mail", "list", "form", "cooperative", "programme", "filters", "rows", "example")


def reads(chosen: Q) -> QuerySet[DataRead]:
    """The readings that fit, newest first."""
    return DataRead.objects.filter(chosen).select_related("read_by", "cooperative", "programme")


def read_rows(found: QuerySet[DataRead]) -> Iterator[tuple[Any, ...]]:
    """The readings as a tidy table; `rows` is None for a file that was broken off."""
    yield READ_COLUMNS
    for one in found.iterator(chunk_size=1000):
        yield (
            one.read_at,
            one.read_by.name,
            one.read_by.email,
            one.view,
            one.form,
            one.cooperative.slug if one.cooperative else None,
            one.programme.slug if one.programme else None,
            "; ".join(f"{name}={value}" for name, value in one.filters.items()) or None,
            one.rows,
            int(one.is_example),
        )
