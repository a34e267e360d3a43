"""Pages of long lists.

The rows of a list are counted up to a bound, and its pages have numbers up to there. What lies beyond is reached from
page to page, each of which begins after a row: `?page=201after98765`. So no page reads more than the bound, whatever
the length of the list and whatever is typed as an address.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

if TYPE_CHECKING:
    _Paginator = Paginator[Any]
    _Page = Page[Any]
else:
    _Paginator = Paginator
    _Page = Page

MOST = 10_000  # rows of a list that are counted
AFTER, BEFORE = "after", "before"
_PLACE = re.compile(rf"([0-9]{{1,9}})({AFTER}|{BEFORE})([0-9a-fA-F-]{{1,36}})")


class KeyPaginator(_Paginator):
    """Finds the keys of a page first, which an index alone can answer, and only then the rows with all that hangs on
    them: a page far down a list costs little more than the first one.

    The rows are a queryset whose order ends with the key. `count` says how many are counted before; else it is done
    here, up to MOST, and `has_more` says that there are others.
    """

    def __init__(self, rows: QuerySet[Any], per_page: int, *, count: int | None = None) -> None:
        super().__init__(rows, per_page)
        self.rows, self._known = rows, count
        self.most = MOST // per_page * per_page  # that whole pages are counted

    @cached_property
    def _counted(self) -> int:
        if self._known is not None:
            return self._known
        return self.rows.order_by().values("pk")[: self.most + 1].count()

    @property
    def has_more(self) -> bool:
        """Whether there are rows that nobody counted."""
        return self._known is None and self._counted > self.most

    @cached_property
    def count(self) -> int:
        """The rows, or as many of them as are counted."""
        return self.most if self.has_more else self._counted

    def get_page(self, number: Any) -> Page[Any]:
        """The page of this number, the nearest one there is, or one beyond the counted ones, by its place."""
        place = _PLACE.fullmatch(str(number or ""))
        page = self._beyond(int(place[1]), place[2], place[3]) if place else None
        return page or super().get_page(place[1] if place else number)

    def page(self, number: int | str) -> Page[Any]:
        """One page; refused as Django's own paginator does it."""
        number = self.validate_number(number)
        top = number * self.per_page
        keys = self.rows.values("pk")[top - self.per_page : min(top, self.count)]
        return KeyPage(self.rows.filter(pk__in=keys), number, self)

    def _beyond(self, number: int, way: str, key: str) -> Page[Any] | None:
        """The page beside the row of this key; None without that row, or where pages have numbers of their own."""
        if self._known is not None or number * self.per_page <= self.most:
            return None
        around = _beside(self.rows, key, way, self.per_page + 1)
        shown, has_more = around[: self.per_page], len(around) > self.per_page
        if way == BEFORE:
            shown, has_more = shown[::-1], True
        return FarPage(shown, number, self, has_next=has_more) if shown else None


class KeyPage(_Page):
    """A page with a number; the last of them may have a next one without."""

    paginator: KeyPaginator

    @property
    def known(self) -> int:
        """How many rows there are at least; all of them, when nothing follows."""
        return self.paginator.count

    def has_next(self) -> bool:
        """Whether rows come after these."""
        return super().has_next() or self.paginator.has_more

    def next_page_number(self) -> int:
        """What stands for the next page in an address."""
        if self.number < self.paginator.num_pages or not self.paginator.has_more:
            return super().next_page_number()
        return cast(int, f"{self.number + 1}{AFTER}{self[-1].pk}")


class FarPage(_Page):
    """A page beyond the counted ones."""

    paginator: KeyPaginator

    def __init__(self, rows: list[Any], number: int, paginator: KeyPaginator, *, has_next: bool) -> None:
        super().__init__(rows, number, paginator)
        self._has_next = has_next

    @property
    def known(self) -> int:
        """How many rows there are at least; all of them, when nothing follows."""
        return self.end_index()

    def has_next(self) -> bool:
        """Whether rows come after these."""
        return self._has_next

    def next_page_number(self) -> int:
        """What stands for the next page in an address."""
        return cast(int, f"{self.number + 1}{AFTER}{self[-1].pk}")

    def previous_page_number(self) -> int:
        """The last page with a number, or what stands for the one before."""
        number = self.number - 1
        is_counted = number * self.paginator.per_page <= self.paginator.most
        return number if is_counted else cast(int, f"{number}{BEFORE}{self[0].pk}")

    def end_index(self) -> int:
        """The place of the last row in the list."""
        return self.start_index() + len(self) - 1


# The rows beside a row ------------------------------------------------------------------------------------------------


def _beside(rows: QuerySet[Any], key: str, way: str, number: int) -> list[Any]:
    """At most so many rows from the row of this key on, without it, the nearest first; none without that row.

    Those that share the first terms of the order with it and lie beyond it by the next term are a range of an index.
    So each range is asked for by itself.
    """
    terms = [_turned(term) if way == BEFORE else term for term in _terms(rows)]
    names = [f"place_{position}" for position in range(len(terms))]
    placed = rows.annotate(**{name: term.expression for name, term in zip(names, terms, strict=True)})
    try:
        row = placed.filter(pk=key).order_by().values_list(*names).first()
    except (ValidationError, ValueError):  # no key at all
        row = None
    if row is None:
        return []
    ranges, same = [], Q()
    for name, term, value in zip(names, terms, row, strict=True):
        ranges += [same & beyond for beyond in _later(name, term, value)]
        same &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    found = [placed.filter(one).order_by(*terms).values("pk")[:number] for one in ranges]
    keys = found[0].union(*found[1:], all=True)
    return list(rows.filter(pk__in=[one["pk"] for one in keys]).order_by(*terms)[:number])


def _terms(rows: QuerySet[Any]) -> list[OrderBy]:
    """The order of the rows, term by term."""
    given = rows.query.order_by or rows.model._meta.ordering or ("pk",)
    terms = []
    for term in given:
        if isinstance(term, str):
            terms.append(OrderBy(F(term.removeprefix("-")), descending=term.startswith("-")))
        else:
            terms.append(term if isinstance(term, OrderBy) else OrderBy(cast(F, term)))
    return terms


def _nulls_come_last(term: OrderBy) -> bool:
    return bool(term.nulls_last or (not term.nulls_first and not term.descending))


def _turned(term: OrderBy) -> OrderBy:
    """The same term, the other way round."""
    last = _nulls_come_last(term)
    nulls = {"nulls_first": True} if last else {"nulls_last": True}
    return OrderBy(term.expression, descending=not term.descending, **nulls)


def _later(name: str, term: OrderBy, value: Any) -> list[Q]:
    """What comes after this value by this term alone, as ranges."""
    last = _nulls_come_last(term)
    if value is None:
        return [] if last else [Q(**{f"{name}__isnull": False})]
    later = [Q(**{f"{name}__{'lt' if term.descending else 'gt'}": value})]
    if last:
        later.append(Q(**{f"{name}__isnull": True}))
    return later
