"""`{% include … only %}`, written once for the same values.

A part of a page that is included with `only` follows from what it is given and from the language. So the HTML is
remembered in the process, by the template and by every value that was given, looked through to the last column of the
rows in it: a row that changed is another value. (`pickle` writes them down, which is quick and leaves the garbage
collector nothing to look through; nothing is ever read back.) Not remembered is a part that asks the database, the
clock or the request, and one that is given something whose values can't be looked through, such as a form.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from threading import Lock
from types import BuiltinFunctionType
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django import template
from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.template import defaulttags, loader_tags
from django.template.base import Node, Parser, Template, Token
from django.template.context import Context
from django.template.library import InclusionNode, SimpleNode
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone_name, localdate
from django.utils.translation import get_language

register = template.Library()

ROOM = 16_000_000  # bytes of parts and their values remembered by a process
LONGEST = 100_000  # characters of a part worth remembering

_OTHER_EVERY_TIME = (defaulttags.CsrfTokenNode, defaulttags.NowNode, defaulttags.DebugNode)
_KNOWN = ("django.template.", "django.templatetags.")
_remembered: OrderedDict[Any, SafeString] = OrderedDict()
_taken = 0  # bytes
_pure: dict[str, bool] = {}
_lock = Lock()


class CantTell(Exception):
    """A value that can't be looked through."""


_AS_THEY_ARE = frozenset((dt.datetime, dt.time, dt.timezone, ZoneInfo, UUID))


class _Ways(dict[type, Callable[[Any], Any]]):
    """How a value of each class is written: by its class and its attributes, so that what runs in a circle ends.

    Raises CantTell for a class that has no plain content.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        """Found out once for a class."""
        self[kind] = way = _way_of(kind)
        return way


def _way_of(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, type | BuiltinFunctionType):
        raise KeyError(kind)  # as pickle does it by itself: as its name
    if kind in (dt.date, dt.timedelta, Decimal):
        return kind.__reduce__  # by far the most of all; in C from here on
    if kind in _AS_THEY_ARE or issubclass(kind, Enum):
        return lambda value: value.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
    if kind is SafeString:
        return lambda value: (_made, ("safe", str.__str__(value)))
    if issubclass(kind, Promise):
        return lambda value: (_made, ("text", str.__str__(str(value))))
    if kind is ModelState:
        return lambda value: (_made, ("state",), value.fields_cache)
    if issubclass(kind, QuerySet):
        return _rows_of
    if issubclass(kind, Model) or (is_dataclass(kind) and not hasattr(kind, "__slots__")):
        return lambda value: (_made, (kind.__qualname__,), vars(value))
    if hasattr(kind, "compared_by"):
        return lambda value: (_made, (kind.__qualname__,), {"": value.compared_by()})
    raise CantTell(kind.__name__)


def _made(*_content: Any) -> None:
    """Stands for what was looked through; nothing is ever read back."""


def _rows_of(rows: QuerySet[Any]) -> Any:
    if rows._result_cache is None:
        raise CantTell("QuerySet")
    return _made, ("rows",), {"": rows._result_cache}


class _Looker(pickle.Pickler):
    """Writes down what a value is made of. A function is written as its name."""

    dispatch_table = _Ways()


def values_of(value: Any) -> bytes:
    """All that the value is made of, to the last column of the rows in it, as bytes: equal only where all is equal.

    Raises CantTell where something can't be looked through.
    """
    content = io.BytesIO()
    try:
        _Looker(content, pickle.HIGHEST_PROTOCOL).dump(value)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise CantTell(type(value).__name__) from error
    return content.getvalue()


class _Asked:
    """Whether the database was asked meanwhile."""

    any = False

    def __call__(self, run: Callable[..., Any], *rest: Any) -> Any:
        self.any = True
        return run(*rest)


class OnceNode(loader_tags.IncludeNode):
    """An include that looks among what was written before."""

    def render(self, context: Context) -> SafeString:
        """The part as it was written for the same values, or as it is written now."""
        name = self.template.var
        if not (self.isolated_context and isinstance(name, str) and _is_pure(name, context)):
            return super().render(context)
        try:
            given = values_of([(key, one.resolve(context)) for key, one in self.extra_context.items()])
        except CantTell:
            return super().render(context)
        # A part may say how long ago something was: what was written is good for the day.
        here = (get_language(), get_current_timezone_name(), localdate(), context.autoescape)
        key = (name, *here, given)
        written = _remembered.get(key)
        if written is None:
            with connection.execute_wrapper(asked := _Asked()):
                written = super().render(context)
            if not asked.any and len(written) <= LONGEST:
                _remember(key, written)
        return written


def _remember(key: Any, written: SafeString) -> None:
    """Keep it; when there is no room, the oldest go."""
    global _taken
    with _lock:
        if key not in _remembered:
            _remembered[key] = written
            _taken += _size(key, written)
        while _taken > ROOM:
            _taken -= _size(*_remembered.popitem(last=False))


def _size(key: Any, written: SafeString) -> int:
    """Bytes that a part takes, about: its values, which end the key, its text, and what Python needs for them."""
    return len(key[-1]) + len(written) + 400


def _is_pure(name: str, context: Context) -> bool:
    """Whether the template, and those it includes, follow from what they are given alone."""
    engine = cast(Template, context.template).engine
    if name not in _pure or engine.debug:
        _pure[name] = True  # a template may include itself
        found = engine.get_template(name)
        _pure[name] = all(_node_is_pure(node, context) for node in _nodes(found))
    return _pure[name]


def _nodes(found: Template) -> Iterator[Node]:
    return iter(found.nodelist.get_nodes_by_type(Node))


def _node_is_pure(node: Node, context: Context) -> bool:
    if isinstance(node, _OTHER_EVERY_TIME):
        return False
    if isinstance(node, SimpleNode | InclusionNode):
        return not node.takes_context
    if isinstance(node, loader_tags.IncludeNode):
        return isinstance(node.template.var, str) and _is_pure(node.template.var, context)
    return type(node).__module__.startswith(_KNOWN)


@register.tag("include")
def include(parser: Parser, token: Token) -> OnceNode:
    """Django's own tag, with a memory."""
    node = loader_tags.do_include(parser, token)
    return OnceNode(node.template, extra_context=node.extra_context, isolated_context=node.isolated_context)


def forget() -> None:
    """Forget everything; for tests."""
    global _taken
    with _lock:
        _remembered.clear()
        _taken = 0
        _pure.clear()
