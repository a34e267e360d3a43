"""Making and revoking the private links of calendars."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from cooperatives.models import Cooperative, Programme, User
from trainings.models import CalendarFeed


def make_feed(*, programme: Programme | None = None, cooperative: Cooperative | None = None, by: User) -> CalendarFeed:
    """A new link to the trainings of a programme or of a co-op; a person has one of each, so an open one is kept."""
    of = {"programme": programme, "cooperative": cooperative}
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
        feeds = CalendarFeed.objects.filter(**of, made_by=by, revoked_at__isnull=True)
        return feeds.first() or CalendarFeed.objects.create(
            **of, made_by=by, made_at=timezone.now(), is_example=by.is_example
        )


def revoke_feed(*, feed: CalendarFeed, by: User) -> None:
    """Close a link; calendars that still ask for it find nothing."""
    open_feeds = CalendarFeed.objects.filter(pk=feed.pk, revoked_at__isnull=True)
    open_feeds.update(revoked_at=timezone.now(), revoked_by=by)
