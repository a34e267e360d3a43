"""`{% include … only %}`, written once for the same values.

A part of a page that is included with `only` follows from what it is given and from the language. So the HTML is
remembered in the process, by the template and by every value that was given, looked through to the last column of the
rows in it: a row that changed is another value. Not remembered is a part that asks the database, the clock or the
request, and one that is given something whose values can't be looked through, such as a form.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from threading import Lock
from typing import Any, cast
from uuid import UUID

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

MOST = 4_000  # parts remembered by a process: about 2 kB each with their values
LONGEST = 20_000  # characters of a part worth remembering

_PLAIN = frozenset((str, int, type(None), dt.date, dt.datetime, dt.time, dt.timedelta, UUID))
_OTHER_EVERY_TIME = (defaulttags.CsrfTokenNode, defaulttags.NowNode, defaulttags.DebugNode)
_KNOWN = ("django.template.", "django.templatetags.")
_remembered: dict[Any, SafeString] = {}
_pure: dict[str, bool] = {}
_lock = Lock()


class CantTell(Exception):
    """A value that can't be looked through."""


def values_of(value: Any) -> Any:
    """The value as something to compare by: equal only where everything in it is equal. Raises CantTell."""
    return _values(value, set())


def _values(value: Any, within: set[int]) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind in (bool, float, Decimal, SafeString):  # equal to others that are written differently
        return kind, str(value)
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, Enum):
        return kind, value.value
    if id(value) in within:
        return "…"  # a circle: it was looked through from where it began
    within.add(id(value))
    try:
        return kind, _parts(value, within)
    finally:
        within.discard(id(value))


def _parts(value: Any, within: set[int]) -> Any:
    if isinstance(value, list | tuple):
        return tuple([_values(one, within) for one in value])
    if isinstance(value, dict):
        return tuple([(_values(key, within), _values(one, within)) for key, one in value.items()])
    if isinstance(value, Model) or (is_dataclass(value) and hasattr(value, "__dict__")):
        return tuple([(key, _values(one, within)) for key, one in vars(value).items()])
    if isinstance(value, ModelState):
        return _values(value.fields_cache, within)
    if isinstance(value, QuerySet) and value._result_cache is not None:
        return _values(value._result_cache, within)
    if hasattr(value, "compared_by"):
        return _values(value.compared_by(), within)
    raise CantTell(type(value).__name__)


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
            given = tuple([(key, values_of(one.resolve(context))) for key, one in self.extra_context.items()])
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
    """Keep it; when there are too many, the oldest tenth goes."""
    with _lock:
        if len(_remembered) >= MOST:
            for old in list(_remembered)[: MOST // 10]:
                del _remembered[old]
        _remembered[key] = written


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
    with _lock:
        _remembered.clear()
        _pure.clear()
