"""The request as our views see it: signed in, with htmx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

if TYPE_CHECKING:
    from cooperatives.models import User


class Request(HttpRequest):
    """A request behind the log-in."""

    user: User
    htmx: HtmxDetails
