"""The request as our views see it, signed in and with htmx; forms that were sent, files that are handed out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from config.errors import Refused
from config.files import StoredFile
from config.thumbnails import TINY, thumbnail
from config.thumbnails import TYPE as THUMBNAIL_TYPE
from config.uploads import TYPES

if TYPE_CHECKING:
    from cooperatives.models import Cooperative, User


class Request(HttpRequest):
    """A request behind the log-in."""

    user: User
    htmx: HtmxDetails


def form_page(request: Request, template: str, cooperative: Cooperative, form: Any, **context: Any) -> HttpResponse:
    """The page of a form: 422 when what was sent was not accepted."""
    context |= {"cooperative": cooperative, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


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


def stored_file(row: StoredFile, request: Request) -> FileResponse:
    """A kept file, to somebody who may have it: it runs nothing, and a PDF is offered for saving, never shown here.

    With `?small` in the address a photo comes as a picture for a list. 404 where the file is gone from the disk.
    """
    if "small" in request.GET and row.content_type.startswith("image/"):
        return small_picture(row, TINY)
    return _handed_out(
        row.file.open,
        content_type=row.content_type,
        filename=row.original_name,
        as_attachment=row.content_type == TYPES["PDF"],
    )


def small_picture(row: StoredFile, side: int) -> FileResponse:
    """A kept photo made small, `side` pixels at most; 404 for what is no photo, and where it is gone from the disk."""
    if not row.content_type.startswith("image/"):
        raise Http404
    name = f"{row._meta.model_name}-{row.pk}"
    return _handed_out(lambda mode: thumbnail(row.file, name, side).open(mode), content_type=THUMBNAIL_TYPE)


def _handed_out(opened: Callable[[str], Any], **about: Any) -> FileResponse:
    try:
        response = FileResponse(opened("rb"), **about)
    except FileNotFoundError:
        raise Http404(_("This file is missing.")) from None
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, max_age=86400, immutable=True)
    return response
