"""What a browser keeps of the site for times without connection, and how it learns whose that is.

The service worker (`static/js/worker.js`) reads two headers: it keeps a page that says so, and forgets every kept page
as soon as an answer shows that somebody else, or nobody, is signed in.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

KEEP, PERSON = "X-Keep", "X-Person"


class WhoseAnswer:
    """Every page says for whom it was made (0: nobody is signed in); a sign-out empties the browser's cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.OK and response.get("Content-Type", "").startswith("text/html"):
            response[PERSON] = str(request.user.pk or 0)
        if (
            request.method == "POST"
            and response.status_code == HTTPStatus.FOUND
            and request.path == reverse("account_logout")
        ):
            # Vouchers and their thumbnails; what waits to be sent, perhaps of somebody else, is for our own modules.
            response["Clear-Site-Data"] = '"cache"'
        return response
