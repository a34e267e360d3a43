"""The tags of heroicons, which read and write an icon's XML each time, remembering what they wrote, in one line.

Takes the place of the package's own tag library, under the same name.
"""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from heroicons import _render_icon

register = template.Library()
SIZES = {"micro": 16, "mini": 20, "outline": 24, "solid": 24}


@lru_cache(maxsize=1024)
def _icon(style: str, name: str, size: int | None, attributes: tuple[tuple[str, str], ...]) -> SafeString:
    drawn = "".join(line.strip() for line in _render_icon(style, name, size, dict(attributes)).splitlines())
    return mark_safe(drawn)  # noqa: S308 ElementTree escapes


def _written(style: str, name: str, size: int | None, attributes: dict[str, object]) -> SafeString:
    return _icon(style, name, size, tuple((key, str(value) + "") for key, value in attributes.items()))


@register.simple_tag
def frame_icon(name: str) -> SafeString:
    """An icon of 20 pixels in the frame of every page: comes with `img/frame.svg`, once, instead of with each page."""
    use = format_html('<use href="{}#{}"/>', static("img/frame.svg"), name)
    return format_html('<svg class="icon" width="20" height="20" fill="currentColor" aria-hidden="true">{}</svg>', use)


@register.simple_tag
def heroicon_micro(name: str, *, size: int | None = SIZES["micro"], **attributes: object) -> SafeString:
    """An icon of 16 pixels."""
    return _written("micro", name, size, attributes)


@register.simple_tag
def heroicon_mini(name: str, *, size: int | None = SIZES["mini"], **attributes: object) -> SafeString:
    """An icon of 20 pixels."""
    return _written("mini", name, size, attributes)


@register.simple_tag
def heroicon_outline(name: str, *, size: int | None = SIZES["outline"], **attributes: object) -> SafeString:
    """An icon of 24 pixels, in lines."""
    return _written("outline", name, size, attributes)


@register.simple_tag
def heroicon_solid(name: str, *, size: int | None = SIZES["solid"], **attributes: object) -> SafeString:
    """An icon of 24 pixels, filled."""
    return _written("solid", name, size, attributes)
