"""What is typed about trainings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from config.ui import in_language
from trainings.models import Track, Training
from trainings.models.trainings import TrainingState
from trainings.reports import trainings as reports

OVERDUE = "overdue"


def _tracks() -> list[tuple[str, str]]:
    return [(track.slug, in_language(track, "name")) for track in Track.objects.all()]


class TrainingFilter(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of the training list. A planned training whose day has passed is overdue."""

    track = django_filters.ChoiceFilter(
        label=_("Track"), field_name="track__slug", choices=_tracks, empty_label=_("All tracks")
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[*TrainingState.choices, (OVERDUE, _("planned, and its day has passed"))],
        empty_label=_("All states"),
        method="in_state",
    )

    class Meta:
        model = Training
        fields = ("track", "state")

    def __init__(self, *args: Any, today: dt.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def in_state(self, trainings: Any, _name: str, state: str) -> Any:
        """Trainings in this state, or the overdue ones."""
        return trainings.filter(reports.overdue(self.today) if state == OVERDUE else reports.in_state(state))
