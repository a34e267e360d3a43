"""Lists of the admin of what grows with the years: the last rows recorded, until somebody chooses whose."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from config.admin import RecordAdmin
from config.paging import MOST
from config.ui import number


class LatestList(ChangeList):
    """The list, without the rows before `earliest`. What is done with all rows of the list is done with these only."""

    model_admin: Any

    def __init__(self, request: HttpRequest, *arguments: Any, **options: Any) -> None:
        self.request = request
        super().__init__(request, *arguments, **options)

    @cached_property
    def earliest(self) -> Any:
        """Where the list begins; None where it shows all."""
        return self.model_admin.earliest_listed(self.request)

    def get_queryset(self, request: HttpRequest, *arguments: Any, **options: Any) -> models.QuerySet[Any]:
        """The rows that were asked for; with how many of each kind, Django asks once a filter."""
        rows = super().get_queryset(request, *arguments, **options)
        return rows if self.earliest is None else rows.filter(**{f"{self.model_admin.recorded}__gte": self.earliest})


class GrowingAdmin(RecordAdmin):
    """The admin of a model that may have millions of rows: to order, search or count them all takes too long.

    `recorded` is a column with an index that tells in which order they were recorded.
    """

    recorded: ClassVar[str] = "pk"
    show_full_result_count = False

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[LatestList]:
        """The class of the list."""
        return LatestList

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list; where it leaves rows out, it says so."""
        found: Any = super().get_changelist_instance(request)
        if found.earliest is not None and request.method == "GET":
            sentence = _(
                "Only the last %(number)s that were recorded are listed. Choose a co-op to see all that it has."
            )
            self.message_user(request, sentence % {"number": number(MOST)}, messages.INFO)
        return found

    def earliest_listed(self, request: HttpRequest) -> Any:
        """Where the list begins; None where it shows all: there are not that many, or they are one owner's, or one."""
        if any(request.GET.get(name) for name in self._narrowing()):
            return None
        keys = self.model._base_manager.order_by(f"-{self.recorded}").values_list(self.recorded, flat=True)
        return next(iter(keys[MOST - 1 : MOST]), None)

    def _narrowing(self) -> list[str]:
        """The parameters that choose one row, or the rows of one owner."""
        owners = [(one.name, one.related_model) for one in self.opts.concrete_fields if one.many_to_one]
        paths = [f"{name}__{model._meta.pk.name}" for name, model in owners if model]
        return [f"{path}__exact" for path in (self.opts.pk.name, *paths)]
