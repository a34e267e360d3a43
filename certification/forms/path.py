"""What may be chosen on the path and on the board of corrective measures."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.ui import in_language
from cooperatives.models import Cooperative, Enrolment, Programme
from cooperatives.models.cooperatives import CooperativeQuerySet


class PathFilter(forms.Form):
    """One programme, or all that the person sees (one query)."""

    programme = forms.ChoiceField(label=_("Programme"), required=False)

    def __init__(self, *args: Any, cooperatives: CooperativeQuerySet, **options: Any) -> None:
        super().__init__(*args, **options)
        enrolled = Enrolment.objects.filter(cooperative__in=cooperatives.values("pk")).values("programme")
        rows = Programme.objects.filter(Q(pk__in=enrolled) | Q(parts__in=enrolled)).distinct().order_by("name", "pk")
        self._programmes = {row.slug: row for row in rows}
        names = [(slug, in_language(row, "name")) for slug, row in self._programmes.items()]
        self.fields["programme"].choices = [("", _("All programmes")), *names]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False

    @property
    def programme_chosen(self) -> Programme | None:
        """The programme asked for; None for all."""
        return self._programmes.get(self.cleaned_data.get("programme", "")) if self.is_valid() else None

    @property
    def goal(self) -> int | None:
        """The candidates that the programmes seen want to certify; None where none says."""
        chosen = self.programme_chosen
        rows = [chosen] if chosen else list(self._programmes.values())
        return sum(row.candidates_goal or 0 for row in rows) or None


class MeasureFilter(forms.Form):
    """One co-op, or all that the person sees."""

    cooperative = forms.ChoiceField(label=_("Co-op"), required=False)

    def __init__(self, *args: Any, cooperatives: list[Cooperative], **options: Any) -> None:
        super().__init__(*args, **options)
        self._cooperatives = {row.slug: row for row in cooperatives}
        names = [(slug, row.short_name) for slug, row in self._cooperatives.items()]
        self.fields["cooperative"].choices = [("", _("All co-ops")), *names]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Cooperative | None:
        """The co-op asked for; None for all."""
        return self._cooperatives.get(self.cleaned_data.get("cooperative", "")) if self.is_valid() else None
