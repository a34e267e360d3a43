"""What may be chosen on the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from config.fields import RowField
from config.ui import in_language
from cooperatives.models import Cooperative, Programme
from cooperatives.models.cooperatives import CooperativeQuerySet
from overview.reports.board import CANDIDATE, OTHER, PARTICIPANT, Choice
from trainings.models import Track

ASCENDING, DESCENDING = "asc", "desc"
PREMIUM = {
    "received": _("Premium received"),
    "committed": _("Premium committed"),
    "spent": _("Premium spent"),
    "left": _("Premium left"),
}
STARTS_ASCENDING = ("cooperative", "certificate")


@dataclass(frozen=True)
class Column:
    """A column of the board, with the order it has now and the one its header asks for."""

    key: str
    label: str
    css: str
    direction: str
    next_direction: str

    @property
    def aria_sort(self) -> str:
        """For `aria-sort`; empty while another column makes the order."""
        return {ASCENDING: "ascending", DESCENDING: "descending"}.get(self.direction, "")


class BoardFilter(forms.Form):
    """Programme, group and order. The order is offered here too, because a phone shows no column headers."""

    programme = forms.ChoiceField(label=_("Programme"), required=False)
    group = forms.ChoiceField(
        label=_("Group"),
        required=False,
        choices=[
            ("", _("All groups")),
            (PARTICIPANT, _("Participants")),
            (CANDIDATE, _("Candidates")),
            (OTHER, _("Other programmes")),
        ],
    )
    sort = forms.ChoiceField(label=_("Order by"), required=False)
    direction = forms.ChoiceField(
        label=_("Direction"),
        required=False,
        choices=[("", _("As usual")), (ASCENDING, _("Lowest first")), (DESCENDING, _("Highest first"))],
    )

    def __init__(
        self,
        *args: Any,
        programmes: Sequence[Programme],
        tracks: Sequence[Track],
        with_premium: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.programmes = {programme.slug: programme for programme in programmes}
        self.labels: dict[str, Any] = {
            "cooperative": _("Co-op"),
            "late": _("Late"),
            **{track.slug: in_language(track, "name") for track in tracks},
            **(PREMIUM if with_premium else {}),
            "certificate": _("Certificate"),
            "activity": _("Last activity"),
        }
        named = [(slug, in_language(programme, "name")) for slug, programme in self.programmes.items()]
        self.fields["programme"].choices = [("", _("All programmes")), *named]  # type: ignore[attr-defined]
        self.fields["sort"].choices = list(self.labels.items())  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def choice(self) -> Choice:
        """What to show. A choice that does not exist is said beside its field, and not applied."""
        self.is_valid()
        chosen = self.cleaned_data
        sort = chosen.get("sort") or "cooperative"
        return Choice(
            programme=self.programmes.get(chosen.get("programme", "")),
            group=chosen.get("group", ""),
            sort=sort,
            descending=(chosen.get("direction") or _usual(sort)) == DESCENDING,
        )

    @property
    def texts(self) -> dict[str, str]:
        """The names of the columns, by key."""
        return {key: str(label) for key, label in self.labels.items()}

    @property
    def columns(self) -> dict[str, Column]:
        """The columns of the table, by key."""
        chosen = self.choice
        return {key: _column(key, label, chosen) for key, label in self.texts.items()}


class UseFilter(forms.Form):
    """Whose use of the premium is shown: one co-op, or all one may see."""

    cooperative = RowField(
        label=_("Co-op"),
        queryset=Cooperative.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("All co-ops"),
    )

    def __init__(self, *args: Any, cooperatives: CooperativeQuerySet, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cooperatives = cooperatives
        choice: Any = self.fields["cooperative"]
        choice.queryset = cooperatives.filter(fund__isnull=False)

    @property
    def chosen(self) -> CooperativeQuerySet:
        """The co-ops to show; none when the choice is none of them."""
        if not self.is_valid():
            return self.cooperatives.none()
        one = self.cleaned_data["cooperative"]
        return self.cooperatives.filter(pk=one.pk) if one else self.cooperatives


def _column(key: str, label: str, chosen: Choice) -> Column:
    direction = (DESCENDING if chosen.descending else ASCENDING) if key == chosen.sort else ""
    opposite = {ASCENDING: DESCENDING, DESCENDING: ASCENDING}
    return Column(key, label, "num" if key in PREMIUM else "", direction, opposite.get(direction) or _usual(key))


def _usual(sort: str) -> str:
    return ASCENDING if sort in STARTS_ASCENDING else DESCENDING
