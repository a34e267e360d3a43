"""Pages of long lists."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator


class KeyPaginator(Paginator):  # type: ignore[type-arg]
    """Finds the keys of a page first, which an index alone can answer, and only then the rows with all that hangs on
    them: a page far down a list costs little more than the first one.
    """

    def page(self, number: int | str) -> Page[Any]:
        """One page; refused as Django's own paginator does it."""
        number = self.validate_number(number)
        top = number * self.per_page
        keys = self.object_list.values("pk")[top - self.per_page : min(top, self.count)]  # type: ignore[union-attr]
        return self._get_page(self.object_list.filter(pk__in=keys), number, self)  # type: ignore[union-attr]
