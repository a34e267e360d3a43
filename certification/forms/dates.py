"""Which dates a page shows, and which reminders a person wants."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from certification.models.reminders import ReminderKind
from certification.reports.reminders import AHEAD
from config.ui import in_language
from cooperatives.models import Programme


class DatesForm(forms.Form):
    """What the calendar shows; anything unknown in the address shows all."""

    kind = forms.ChoiceField(label=_("Show"), choices=[("", _("All dates")), *ReminderKind.choices], required=False)
    programme = forms.ChoiceField(label=_("Programme"), required=False)

    def __init__(self, *args: Any, programmes: QuerySet[Programme] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        found = list(programmes) if programmes is not None else []
        if len(found) < 2:
            del self.fields["programme"]
            return
        names = [(one.slug, in_language(one, "name")) for one in found]
        self.fields["programme"] = forms.ChoiceField(
            label=_("Programme"), choices=[("", _("All programmes")), *names], required=False
        )

    @property
    def chosen(self) -> dict[str, str]:
        """The kind and the programme, empty for all."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("kind", "programme")}


class RemindersForm(forms.Form):
    """The kinds of reminders a person wants."""

    kinds = forms.MultipleChoiceField(
        label=_("Remind me by mail of"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, kinds: list[ReminderKind], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kinds"].choices = [  # type: ignore[attr-defined]
            (kind.value, _("%(kind)s, from %(days)s days before") % {"kind": kind.label, "days": AHEAD[kind]})
            for kind in kinds
        ]
