"""Context for the sign-in page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from overview.actions.load_example import sign_ins


def example_sign_ins(_request: HttpRequest) -> dict[str, Any]:
    """One sign-in per kind of person while example figures are loaded; asked only by the page that shows them."""
    return {"example_sign_ins": SimpleLazyObject(sign_ins)}
