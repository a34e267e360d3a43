"""What is asked of the history: which records, who, when, where."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from config.fields import RowField
from cooperatives.models import Cooperative, User
from overview.reports.changes import Choice, kinds

MOST_PEOPLE = 200  # one name may fit many people; more than these are not looked for


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HistoryFilter(forms.Form):
    """The filters of every page of the history; `offered` are the kinds of records it tells about.

    Without `cooperatives` there is no choice of a co-op: the page is about one.
    """

    kind = forms.ChoiceField(label=_("Kind of record"), required=False)
    cooperative = RowField(
        label=_("Co-op"),
        queryset=Cooperative.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("all"),
    )
    person = forms.CharField(label=_("Who: name or mail address"), max_length=120, required=False)
    since = forms.DateField(label=_("From"), widget=_day(), required=False)
    until = forms.DateField(label=_("Until"), widget=_day(), required=False)
    page = forms.CharField(label=_("Made on the page that begins with"), max_length=200, required=False)
    record = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def __init__(
        self, data: Any, *, offered: tuple[str, ...], cooperatives: Any = None, with_people: bool = True
    ) -> None:
        super().__init__(data)
        self.offered = offered
        names = sorted((capfirst(str(kinds()[label]._meta.verbose_name)), label) for label in offered)
        self.fields["kind"].choices = [("", _("all")), *((label, name) for name, label in names)]  # type: ignore[attr-defined]
        if cooperatives is None:
            del self.fields["cooperative"]
        else:
            self.fields["cooperative"].queryset = cooperatives  # type: ignore[attr-defined]
        if not with_people:
            del self.fields["person"]

    @property
    def is_filtered(self) -> bool:
        """Whether something was asked for."""
        return self.is_valid() and any(self.cleaned_data.values())

    def choice(self, *, cooperative: int | None = None, programme: int | None = None) -> Choice:
        """What was asked for, within what is offered (one query when a person was named)."""
        typed = self.cleaned_data if self.is_valid() else {}
        named = typed.get("person")
        chosen = typed.get("cooperative")
        return Choice(
            kinds=(typed["kind"],) if typed.get("kind") else self.offered,
            record=typed.get("record", "") if typed.get("kind") else "",
            people=_people(named) if named else None,
            cooperative=chosen.pk if chosen else cooperative,
            programme=programme,
            since=_midnight(typed.get("since")),
            until=_midnight(typed.get("until"), days=1),
            page=typed.get("page", ""),
        )


class ReadFilter(forms.Form):
    """The filters of who read what."""

    person = forms.CharField(label=_("Who: name or mail address"), max_length=120, required=False)
    cooperative = RowField(
        label=_("Co-op"), queryset=Cooperative.objects.all(), to_field_name="slug", required=False, empty_label=_("all")
    )
    view = forms.ChoiceField(label=_("List"), required=False)
    since = forms.DateField(label=_("From"), widget=_day(), required=False)
    until = forms.DateField(label=_("Until"), widget=_day(), required=False)

    def __init__(self, data: Any, *, views: dict[str, Any]) -> None:
        super().__init__(data)
        names = sorted((str(name), view) for view, name in views.items())
        self.fields["view"].choices = [("", _("all")), *((view, name) for name, view in names)]  # type: ignore[attr-defined]

    @property
    def is_filtered(self) -> bool:
        """Whether something was asked for."""
        return self.is_valid() and any(self.cleaned_data.values())

    @property
    def chosen(self) -> Q:
        """What was asked for (one query when a person was named)."""
        typed = self.cleaned_data if self.is_valid() else {}
        found = Q()
        if typed.get("person"):
            found &= Q(read_by__in=_people(typed["person"]))
        for name, lookup in (("cooperative", "cooperative"), ("view", "view")):
            if typed.get(name):
                found &= Q(**{lookup: typed[name]})
        if typed.get("since"):
            found &= Q(read_at__gte=_midnight(typed["since"]))
        if typed.get("until"):
            found &= Q(read_at__lt=_midnight(typed["until"], days=1))
        return found


def _people(text: str) -> tuple[int, ...]:
    found = User.objects.filter(Q(name__icontains=text) | Q(email__icontains=text)).order_by("pk")
    return tuple(found.values_list("pk", flat=True)[:MOST_PEOPLE])


def _midnight(day: dt.date | None, days: int = 0) -> dt.datetime | None:
    """The beginning of that day, or of one later, where the server is; None for a day no calendar has."""
    try:
        return timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days), dt.time())) if day else None
    except OverflowError:
        return None
