"""Pages of long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

if TYPE_CHECKING:
    _Paginator = Paginator[Any]
else:
    _Paginator = Paginator


class KeyPaginator(_Paginator):
    """Finds the keys of a page first, which an index alone can answer, and only then the rows with all that hangs on
    them: a page far down a list costs little more than the first one.
    """

    def page(self, number: int | str) -> Page[Any]:
        """One page; refused as Django's own paginator does it."""
        number = self.validate_number(number)
        top = number * self.per_page
        rows = cast("QuerySet[Any]", self.object_list)
        keys = rows.values("pk")[top - self.per_page : min(top, self.count)]
        return Page(rows.filter(pk__in=keys), number, self)
