"""The request as our views see it, signed in and with htmx; and what becomes of a form that was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from config.errors import Refused

if TYPE_CHECKING:
    from cooperatives.models import User


class Request(HttpRequest):
    """A request behind the log-in."""

    user: User
    htmx: HtmxDetails


def attempt(request: Request, form: Any, act: Callable[[], Any], said: str | Callable[[Any], None]) -> Any:
    """Do what a form asks; what `act` gave back, or True for nothing. None when it was not sent, wrong or refused.

    `said` is told once it is done, or does the telling; a refusal is an error of the form.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        done = act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    if callable(said):
        said(done)
    else:
        messages.success(request, said)
    return done or True
