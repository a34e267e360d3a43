"""Pages of those who keep people: the list, a person, inviting, ending a role; and which role may do what."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.errors import Refused
from config.http import Request
from config.paging import KeyPaginator
from cooperatives import reports
from cooperatives.access import outside_the_wall, require
from cooperatives.actions.end_role import end_role
from cooperatives.actions.invite_person import invite_person, renew_link, withdraw_invitation
from cooperatives.actions.mail_invitation import mail_invitation
from cooperatives.forms import InviteForm, PeopleFilter
from cooperatives.models import Invitation
from cooperatives.roles import Permission

PAGE = 50
ROLES = "accounts and roles begin and end here"


@require_GET
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def people(request: Request) -> HttpResponse:
    """The people of one's programmes and co-ops, and the invitations that wait."""
    form = PeopleFilter(request.GET)
    found = reports.listed_people(request.user, **form.chosen)
    context = {
        "form": form,
        "page_obj": KeyPaginator(found, PAGE).get_page(request.GET.get("page")),
        "invitations": reports.invitations_seen(request.user),
        "is_filtered": any(form.chosen.values()),
    }
    return render(request, "cooperatives/people.html", context)


@require_GET
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def person_detail(request: Request, pk: int) -> HttpResponse:
    """One person: which roles they hold or held in one's programmes and co-ops."""
    person = get_object_or_404(reports.people_seen(request.user), pk=pk)
    context = {"person": person, "held": reports.held_roles(person, request.user)}
    return render(request, "cooperatives/person_detail.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def invitation_create(request: Request) -> HttpResponse:
    """Invite somebody; the link goes by mail, or is shown once to be handed over."""
    form = InviteForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            invitation, token = invite_person(**form.invitation, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _handed_over(request, invitation, token, by_mail=form.cleaned_data["by_mail"])
    context = {"form": form, "roles": reports.sentences_of(form.places.values())}
    return render(request, "cooperatives/invitation_create.html", context, status=422 if form.is_bound else 200)


def _handed_over(request: Request, invitation: Invitation, token: str, *, by_mail: bool) -> HttpResponse:
    """Back to the list once the mail left; otherwise the page with the link, which is shown this one time."""
    link = request.build_absolute_uri(reverse("invitation_accept", args=[token]))
    if by_mail and mail_invitation(invitation=invitation, link=link):
        messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email})
        return redirect("people")
    context = {"invitation": invitation, "link": link, "mail_failed": by_mail}
    return render(request, "cooperatives/invitation_link.html", context)


@never_cache
@require_POST
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def invitation_resend(request: Request, pk: int) -> HttpResponse:
    """A new link, by mail or to be handed over; the old one no longer works."""
    invitation = get_object_or_404(reports.invitations_seen(request.user), pk=pk)
    try:
        token = renew_link(invitation=invitation, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("people")
    invitation.refresh_from_db()
    return _handed_over(request, invitation, token, by_mail=request.POST.get("by_mail") == "yes")


@require_POST
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def invitation_withdraw(request: Request, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(reports.invitations_seen(request.user), pk=pk)
    try:
        withdraw_invitation(invitation=invitation, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The invitation was withdrawn. Its link no longer works."))
    return redirect("people")


@require_POST
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def staff_role_end(request: Request, pk: int) -> HttpResponse:
    """End a role in a co-op."""
    return _end(request, reports.roles_seen(request.user)[0], pk)


@require_POST
@require(Permission.INVITE_PEOPLE)
@outside_the_wall(ROLES)
def programme_role_end(request: Request, pk: int) -> HttpResponse:
    """End a role in a programme."""
    return _end(request, reports.roles_seen(request.user)[1], pk)


def _end(request: Request, roles: Any, pk: int) -> HttpResponse:
    assignment = get_object_or_404(roles.select_related("user"), pk=pk)
    end_role(assignment=assignment, by=request.user)
    messages.success(
        request,
        _("The role has ended, and %(name)s was signed out everywhere. The name stays on what they did.")
        % {"name": assignment.user},
    )
    return redirect("person_detail", pk=assignment.user_id)


@require_GET
@require(Permission.USE_ADMIN)
def role_matrix(request: Request) -> HttpResponse:
    """Which role may do what, and who holds it."""
    return render(request, "cooperatives/role_matrix.html", {"matrix": reports.role_matrix()})
