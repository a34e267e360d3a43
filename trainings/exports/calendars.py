"""Trainings as an iCalendar (RFC 5545): one event a training and run of days, never a name of a participant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from config.ui import in_language
from trainings.models.trainings import TrainingState
from trainings.reports.programmes import days_of

STATUS: dict[str, str] = {TrainingState.CANCELLED: "CANCELLED", TrainingState.PLANNED: "TENTATIVE"}


def calendar_of(trainings: Iterable[Any], *, name: str, address: Callable[[Any], str]) -> bytes:
    """The calendar. Expects `dated_trainings`; `address` gives the page of a training."""
    feed = Calendar()
    feed.add("prodid", "-//Beneficio//trainings//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", name)
    now = timezone.now()
    for training in trainings:
        for first, last in runs(days_of(training)):
            feed.add_component(_event(training, first, last, now, address(training)))
    return bytes(feed.to_ical())


def runs(days: Iterable[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Days that follow one another, as first and last."""
    found: list[tuple[dt.date, dt.date]] = []
    for day in sorted(days):
        if found and day == found[-1][1] + dt.timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _event(training: Any, first: dt.date, last: dt.date, now: dt.datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"training-{training.pk}-{first:%Y%m%d}@beneficio")
    event.add("dtstamp", now)
    event.add("summary", in_language(training, "title"))
    event.add("dtstart", first)
    event.add("dtend", last + dt.timedelta(days=1))  # the day after the last, as the standard has it
    if training.place:
        event.add("location", training.place)
    event.add("description", _("Co-ops: %(names)s") % {"names": ", ".join(training.cooperative_names)})
    event.add("url", address)
    event.add("status", STATUS.get(training.state, "CONFIRMED"))
    event.add("transp", "TRANSPARENT")
    return event
