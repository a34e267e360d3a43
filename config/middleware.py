"""What happens around every request: what pages may do, a lost database, an upload too large, the language."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

logger = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponse]


class Restrain:
    """What a page of ours may do with the device: nothing. And no other site may embed what we send.

    A style sheet or a module is no page: what only pages obey would often weigh more than the file, so it is left out;
    and so is the day of a file that a fingerprint tells apart already.
    """

    only_pages = ("Cross-Origin-Opener-Policy", "Last-Modified")

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path_info.startswith(settings.STATIC_URL):
            for name in self.only_pages:
                del response[name]
        else:
            response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response


class RefuseNul:
    """An address with a zero byte in it comes from no browser, and PostgreSQL takes none: 400 instead of an error."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("A zero byte in the address")
        return self.get_response(request)


class DatabaseLost:
    """A lost database has its own page (503), in the language the browser asks for, and says nothing was saved."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as error:
            return database_lost(request, error)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A view failed: answer for the database only, everything else goes on to the general page."""
        if isinstance(exception, OperationalError | InterfaceError):
            return database_lost(request, exception)
        return None


def database_lost(request: HttpRequest, error: Exception) -> HttpResponse:
    """The page that says the database can't be reached just now."""
    logger.error("The database can't be reached: %s", error)
    with translation.override(translation.get_language_from_request(request)):
        response = render(None, "503.html", status=503)
    response["Retry-After"] = "30"
    return response


class RefuseOversizedUpload:
    """A form over the limit is refused before it is read, with a page that says what to do."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.REQUEST_LIMIT:
            with translation.override(translation.get_language_from_request(request)):
                response = render(None, "413.html", status=413)
            _read_away(request)
            return response
        return self.get_response(request)


def _read_away(request: HttpRequest) -> None:
    """Take the body off the wire, within bounds: a browser shows our page only once it was allowed to finish."""
    remaining = min(int(request.META["CONTENT_LENGTH"]), 20 * settings.REQUEST_LIMIT)
    while remaining > 0:
        chunk = request.META["wsgi.input"].read(min(remaining, 1 << 16))
        if not chunk:
            return
        remaining -= len(chunk)


class PersonLanguage:
    """The language a person chose goes before the browser's."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = getattr(request.user, "language", "")
        if chosen and chosen != translation.get_language():
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen
        response = self.get_response(request)
        if chosen:
            patch_vary_headers(response, ("Cookie",))
            response.headers["Content-Language"] = chosen
            if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != chosen:
                # So that pages which come before the log-in is known (a lost database, a file too large) speak it too.
                response.set_cookie(
                    settings.LANGUAGE_COOKIE_NAME,
                    chosen,
                    max_age=settings.LANGUAGE_COOKIE_AGE,
                    secure=settings.LANGUAGE_COOKIE_SECURE,
                    samesite="Lax",
                )
        return response
