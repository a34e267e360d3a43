"""Calendars that phones subscribe to: private links, made and revoked here."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config.http import Request
from config.ui import in_language
from cooperatives.access import cooperative_or_404, outside_the_wall, programme_or_404, require
from cooperatives.roles import Permission
from trainings.access import feed_or_404, trainings_of_feed
from trainings.actions.keep_feed import make_feed, revoke_feed
from trainings.exports.calendars import calendar_of
from trainings.models import CalendarFeed
from trainings.reports.programmes import dated_trainings


@outside_the_wall("a calendar program holds the key of the link and no role")
@require_GET
@login_not_required
def training_feed(request: Request, key: uuid.UUID) -> HttpResponse:
    """A calendar of trainings, open to whoever has the link: calendar programs do not sign in. See `feed_or_404`.

    Outside the wall, so that the link of a programme opens also for somebody of a co-op who is signed in.
    """
    feed = feed_or_404(key)
    with translation.override(feed.made_by.language or translation.get_language()):
        if feed.programme:
            name = in_language(feed.programme, "name")
            page = reverse("trainings:programme_training_list", args=[feed.programme.slug])
        else:
            name = str(feed.cooperative)
            page = reverse("trainings:training_list", args=[feed.cooperative.slug if feed.cooperative else ""])
        content = calendar_of(
            dated_trainings(trainings_of_feed(feed)),
            name=_("Trainings: %(name)s") % {"name": name},
            address=lambda training: request.build_absolute_uri(f"{page}{training.pk}/"),
        )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_http_methods(["GET", "POST"])
@require(Permission.SEE_BOARD)
def programme_feed(request: Request, programme: str) -> HttpResponse:
    """One's own link to the calendar of a programme: make it, copy it, revoke it."""
    found = programme_or_404(request, programme, Permission.SEE_BOARD)
    mine = CalendarFeed.objects.filter(programme=found, made_by=request.user, revoked_at__isnull=True).first()
    if request.method == "POST":
        if not _revoked(request, mine):
            make_feed(programme=found, by=request.user)
        return redirect("trainings:programme_feed", programme=programme)
    context = {"programme": found, "feed": mine, "address": _address(request, mine)}
    return render(request, "trainings/programme_feed.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.SEE_COOPERATIVE)
def cooperative_feed(request: Request, slug: str) -> HttpResponse:
    """One's own link to the calendar of a co-op: make it, copy it, revoke it."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    mine = CalendarFeed.objects.filter(cooperative=cooperative, made_by=request.user, revoked_at__isnull=True).first()
    if request.method == "POST":
        if not _revoked(request, mine):
            make_feed(cooperative=cooperative, by=request.user)
        return redirect("trainings:cooperative_feed", slug=slug)
    context = {"cooperative": cooperative, "feed": mine, "address": _address(request, mine)}
    return render(request, "trainings/cooperative_feed.html", context)


def _revoked(request: Request, mine: CalendarFeed | None) -> bool:
    """Whether a link was to be revoked rather than made; it is then."""
    if request.POST.get("do") != "revoke":
        messages.success(request, _("Here is your link. Whoever has it sees the calendar, so keep it to yourself."))
        return False
    if mine:
        revoke_feed(feed=mine, by=request.user)
    messages.success(request, _("The link was revoked. Calendars that used it find nothing any more."))
    return True


def _address(request: Request, feed: CalendarFeed | None) -> str:
    return request.build_absolute_uri(reverse("trainings:training_feed", args=[feed.secret])) if feed else ""
