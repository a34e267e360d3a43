"""A person's own pages: coming in with an invitation, and the account."""

from __future__ import annotations

from typing import cast

from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from config.errors import Refused
from config.http import Request
from cooperatives.access import for_everybody, outside_the_wall
from cooperatives.actions.end_role import end_sessions
from cooperatives.actions.invite_person import accept_invitation
from cooperatives.actions.keep_profile import keep_profile
from cooperatives.forms import AcceptForm, ProfileForm
from cooperatives.models import Invitation, User
from cooperatives.models.invitations import InvitationQuerySet
from cooperatives.reports import open_sessions, sentence_of


@never_cache
@login_not_required
@outside_the_wall("a role begins")
@require_http_methods(["GET", "POST"])
def invitation_accept(request: Request, key: str) -> HttpResponse:
    """Come in with the link of an invitation. Open: whoever has the link. A link that does not work tells nothing."""
    found = InvitationQuerySet(Invitation).usable(key).select_related("cooperative", "programme", "invited_by").first()
    user = _signed_in(request)
    if found is None or (user is not None and user.email.lower() != found.email.lower()):
        return render(request, "cooperatives/invitation_gone.html", {"signed_in": user}, status=404)
    has_account = user is not None or User.objects.filter(email__iexact=found.email).exists()
    form = AcceptForm(request.POST or None, email=found.email, initial={"name": found.name})
    if request.method == "POST" and (user is not None or (form.is_valid() and not has_account)):
        return _come_in(request, key, form, user)
    context = {"invitation": found, "form": form, "has_account": has_account, "sentence": sentence_of(found)}
    return render(request, "cooperatives/invitation_accept.html", context, status=422 if form.is_bound else 200)


def _come_in(request: Request, key: str, form: AcceptForm, user: User | None) -> HttpResponse:
    """Take the role and, as a new person, sign in; on to the passkey when that was chosen."""
    try:
        if user is not None:
            accept_invitation(token=key, user=user)
            messages.success(request, _("Welcome. The role is yours."))
            return redirect("overview:board")
        typed = form.cleaned_data
        password = None if form.with_passkey else typed["password"]
        person = accept_invitation(token=key, password=password, name=typed["name"])
    except Refused:
        return render(request, "cooperatives/invitation_gone.html", status=404)
    after = reverse("mfa_add_webauthn") if form.with_passkey else reverse("overview:board")
    return cast(HttpResponse, perform_login(request, person, redirect_url=after))


def _signed_in(request: HttpRequest) -> User | None:
    return request.user if request.user.is_authenticated else None


@never_cache
@for_everybody
@outside_the_wall("one's own account")
@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    """One's own account: name, language, password, second factor, and the browsers one is signed in with."""
    user = request.user
    form = ProfileForm(request.POST or None, initial={"name": user.name, "language": user.language})
    if request.method == "POST" and form.is_valid():
        keep_profile(**form.cleaned_data, by=user)
        messages.success(request, _("Saved."))
        return redirect("profile")
    factors = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "form": form,
        "sessions": open_sessions(user),
        "here": request.session.session_key,
        "has_second_factor": bool(factors - {Authenticator.Type.RECOVERY_CODES}),
    }
    return render(request, "cooperatives/profile.html", context, status=422 if form.is_bound else 200)


@for_everybody
@outside_the_wall("one's own account")
@require_POST
def session_end(request: Request, pk: int) -> HttpResponse:
    """Sign one of one's own browsers out."""
    end_sessions(sessions=[get_object_or_404(open_sessions(request.user), pk=pk)])
    messages.success(request, _("That browser is signed out."))
    return redirect("profile")


@for_everybody
@outside_the_wall("one's own account")
@require_POST
def other_sessions_end(request: Request) -> HttpResponse:
    """Sign all of one's other browsers out."""
    others = open_sessions(request.user).exclude(session_key=request.session.session_key)
    count = end_sessions(sessions=others)
    said = ngettext("%(count)d browser was signed out.", "%(count)d browsers were signed out.", count)
    messages.success(request, said % {"count": count})
    return redirect("profile")
