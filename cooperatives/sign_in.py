"""How people sign in: by invitation only, through django-allauth; and what ends or holds up a session."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.contrib.sites.shortcuts import get_current_site
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from cooperatives.access import standing
from cooperatives.actions.choose_language import choose_language
from cooperatives.models import User
from cooperatives.roles import Permission

CHOSEN_LANGUAGE, CHOSEN_FOR = "chosen-language", 3600  # the cookie of a choice before the log-in, and its seconds
SEEN_COOKIE = "seen"
SEEN_EVERY = 60  # seconds; the mark of the last page is no more exact
TOLD_EVERY = 600  # seconds; nor is the list of sessions
# Mail leaves beside the answer, so that its time does not tell whether an address has an account.
_POST = ThreadPoolExecutor(1, thread_name_prefix="mail")

logger = logging.getLogger(__name__)

View = Callable[[HttpRequest], HttpResponse]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves: people are invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Always closed."""
        return False

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        """Who never chose a language keeps the one they chose on the way in; a choice of their own stays.

        Only what was chosen just before: the language of a browser may come from somebody who used it earlier.
        """
        chosen = request.COOKIES.get(CHOSEN_LANGUAGE, "")
        if not user.language:
            choose_language(user=user, language=chosen)
        response: HttpResponse = super().post_login(request, user, **options)
        response.delete_cookie(CHOSEN_LANGUAGE)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Written now, sent beside the answer."""
        about = {"request": self.request, "email": email, "current_site": get_current_site(self.request)}
        _POST.submit(_send, self.render_mail(template_prefix, email, about | context))


def keep_chosen_language(response: HttpResponse, language: str) -> None:
    """Remember until the log-in, for an hour, which language somebody chose."""
    response.set_cookie(
        CHOSEN_LANGUAGE,
        language,
        max_age=CHOSEN_FOR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError:
        logger.exception("A mail did not leave.")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor under the name of this site."""

    def _get_site_name(self) -> str:
        return "Beneficio"

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002
        """A first name for a passkey, in the words of the page."""
        return _("My phone or computer")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of somebody who has to have one."""
        if not needs_second_factor(authenticator.user):
            return True
        others = _factors_of(authenticator.user).exclude(pk=authenticator.pk)
        return authenticator.type == Authenticator.Type.RECOVERY_CODES or bool(others.exists())


def is_guarded(user: Any) -> bool:
    """Whether this is a manager or an administrator: they reach the most, so their sessions are kept more strictly."""
    return bool(user.is_authenticated) and standing(user).may(Permission.INVITE_PEOPLE)


def needs_second_factor(user: Any) -> bool:
    """Whether the installation asks this person for a second factor."""
    return bool(settings.SECOND_FACTOR_REQUIRED) and is_guarded(user)


def _factors_of(user: Any) -> Any:
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)


class LeadToSecondFactor:
    """Managers and administrators without a second factor are led to set one up, where the installation asks for it."""

    OPEN = ("mfa_", "account_", "language", "invitation_accept")

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The way there stays open, and the way out."""
        name = (request.resolver_match and request.resolver_match.url_name) or ""
        if not settings.SECOND_FACTOR_REQUIRED or name.startswith(self.OPEN):
            return None
        if not needs_second_factor(request.user) or _factors_of(request.user).exists():
            return None
        messages.info(request, _("Set up a second factor first: this installation asks managers for one."))
        return redirect("mfa_index")


class EndIdleSession:
    """Managers and administrators who opened no page for IDLE_MINUTES are signed out at the next one.

    The time of the last page is kept in a signed cookie, so that reading a page writes nothing into the database; the
    list of a person's sessions learns of it every ten minutes.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        now, seen = int(time.time()), self._seen(request)
        if seen and settings.IDLE_MINUTES and now - seen > settings.IDLE_MINUTES * 60 and is_guarded(request.user):
            return self._end(request)
        if seen and now - seen > TOLD_EVERY:
            UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())
        key = request.session.session_key
        response = self.get_response(request)
        if now - seen > SEEN_EVERY and request.session.session_key == key:
            self._mark(request, response, now)
        return response

    def _seen(self, request: HttpRequest) -> int:
        """When this session opened its last page; 0 when it is not known."""
        marked = request.get_signed_cookie(SEEN_COOKIE, default="", salt=request.session.session_key or "")
        return int(marked) if marked else 0

    def _mark(self, request: HttpRequest, response: HttpResponse, now: int) -> None:
        response.set_signed_cookie(
            SEEN_COOKIE,
            str(now),
            salt=request.session.session_key or "",
            max_age=settings.SESSION_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )

    def _end(self, request: HttpRequest) -> HttpResponse:
        logout(request)
        messages.info(request, _("You were signed out because no page was opened for a while. Sign in to go on."))
        if request.method == "GET":
            return redirect_to_login(request.get_full_path())
        return redirect("account_login")
