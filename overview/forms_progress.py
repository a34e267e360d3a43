"""What may be chosen on the page of progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from config.ui import in_language
from cooperatives.models import Programme
from trainings.models import Indicator

ALL_TRACKS = "all"


class ProgressFilter(forms.Form):
    """Programme, track and year. Without a choice: all co-ops one may see, the first track, the newest year known."""

    programme = forms.ChoiceField(label=_("Programme"), required=False)
    track = forms.ChoiceField(label=_("Track"), required=False)
    year = forms.TypedChoiceField(
        label=_("Year"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(year, year) for year in range(1990, 2101)],
    )

    def __init__(
        self, *args: Any, programmes: Sequence[Programme], indicators: Sequence[Indicator], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.programmes = {programme.slug: programme for programme in programmes}
        self.tracks = {one.track.slug: one.track for one in indicators if one.track}
        named = [(slug, in_language(programme, "name")) for slug, programme in self.programmes.items()]
        tracks = [(slug, in_language(track, "name")) for slug, track in self.tracks.items()]
        self.fields["programme"].choices = [("", _("All programmes")), *named]  # type: ignore[attr-defined]
        self.fields["track"].choices = [*tracks, (ALL_TRACKS, _("All tracks together"))]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    @property
    def chosen(self) -> dict[str, Any]:
        """What to show. A choice that does not exist is said beside its field, and not applied."""
        self.is_valid()
        typed = self.cleaned_data
        first = next(iter(self.tracks), "")
        return {
            "programme": self.programmes.get(typed.get("programme", "")),
            "track": self.tracks.get(typed.get("track") or first),
            "year": typed.get("year"),
        }

    def offer_years(self, years: Sequence[int], shown: int) -> None:
        """The years that anything is known of, the one shown chosen."""
        offered = sorted({*years, shown}, reverse=True)
        self.fields["year"].choices = [(year, str(year)) for year in offered]  # type: ignore[attr-defined]
        self.data = {**self.data.dict(), "year": str(shown)}  # type: ignore[attr-defined]
