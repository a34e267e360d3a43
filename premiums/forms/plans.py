"""What is typed about a plan, its lines, its amendments, and spending by exception."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from crispy_forms.bootstrap import AppendedText, PrependedText
from crispy_forms.layout import Div, Field
from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.fields import AmountField, FigureField, RowField
from config.ui import in_language, money_text
from cooperatives.models import Cooperative
from premiums.actions.draft_plan import Planned
from premiums.forms.assemblies import VoteForm, count_field, day_input, plain_helper
from premiums.models import Activity, Category, Plan


class PeriodForm(forms.Form):
    """A form with a start and an end."""

    def clean(self) -> dict[str, Any]:
        """The end is not before the start."""
        typed: dict[str, Any] = super().clean() or {}
        start, end = typed.get("starts_on"), typed.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The end lies before the start."))
        return typed


class PlanForm(PeriodForm):
    """A new plan: its name and its period, next year unless said otherwise."""

    title = forms.CharField(label=_("Title"), max_length=120)
    starts_on = forms.DateField(label=_("From"), widget=day_input())
    ends_on = forms.DateField(label=_("To"), widget=day_input())

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        year = self.next_year(cooperative)
        self.initial.update(
            title=_now("Premium plan %(year)s") % {"year": year},
            starts_on=dt.date(year, 1, 1),
            ends_on=dt.date(year, 12, 31),
        )
        self.helper = plain_helper("title", Div("starts_on", "ends_on", css_class="row pair"))

    def next_year(self, cooperative: Cooperative) -> int:
        """This year, or the one after the last plan."""
        last = cooperative.plans.filter(ends_on__isnull=False).order_by("-ends_on").first()
        this = cooperative.today().year
        return max(this, last.ends_on.year + 1) if last and last.ends_on else this


class CategoryChoice(RowField):
    """A use category, in the language of the page."""

    def label_from_instance(self, obj: Any) -> str:
        """Its name."""
        return in_language(obj, "name")


def category_field(**options: Any) -> CategoryChoice:
    """What the premium is used for."""
    return CategoryChoice(label=_("Kind of use"), queryset=Category.objects.all(), empty_label=_("Choose"), **options)


class LineForm(PeriodForm):
    """One activity of a draft."""

    title = forms.CharField(label=_("Activity"), max_length=120)
    objective = forms.CharField(
        label=_("Objective: what should be better afterwards"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    category = category_field()
    starts_on = forms.DateField(label=_("Start"), widget=day_input())
    ends_on = forms.DateField(label=_("End"), widget=day_input())
    responsible = forms.CharField(label=_("Responsible person or body"), max_length=120)
    budget = AmountField(
        label=_("Budget"), required=False, help_text=_("Leave it empty when the activity needs no premium.")
    )
    quality_percent = FigureField(
        label=_("Counts to quality and productivity"),
        largest=Decimal(100),
        unit="%",
        required=False,
        help_text=_("Leave it empty to use what is usual for this use: all of it, or nothing."),
    )
    expected_women = count_field(_("Women expected to benefit"), required=False)
    expected_men = count_field(_("Men expected to benefit"), required=False)

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("starts_on", plan.starts_on)
        self.initial.setdefault("ends_on", plan.ends_on)
        currency = plan.fund.currency
        self.fields["budget"].currency = currency  # type: ignore[attr-defined]
        self.helper = plain_helper(
            "title",
            "objective",
            "category",
            Div("starts_on", "ends_on", css_class="row pair"),
            "responsible",
            PrependedText("budget", currency),
            AppendedText("quality_percent", "%"),
            Div("expected_women", "expected_men", css_class="row pair"),
        )

    @property
    def planned(self) -> Planned:
        """What was typed; no budget is zero, an empty share is what is usual for the category."""
        typed = dict(self.cleaned_data)
        usual = Decimal(100) if typed["category"].counts_to_quality else Decimal(0)
        share = typed["quality_percent"]
        typed |= {"budget": typed["budget"] or Decimal(0), "quality_percent": usual if share is None else share}
        return Planned(**typed)


class AmendForm(forms.Form):
    """Why a plan is amended."""

    changes = forms.CharField(
        label=_("What changes, and why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper("changes")


class ExceptionForm(forms.Form):
    """Spending that can't wait for an assembly."""

    title = forms.CharField(label=_("What it is for"), max_length=120)
    category = category_field()
    reason = forms.CharField(
        label=_("Why it can't wait for the assembly"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    authoriser = forms.CharField(label=_("Who authorised it"), max_length=120, help_text=_("The board, for example."))
    amount = AmountField(label=_("Authorised amount"))
    ratify_by_on = forms.DateField(
        label=_("Date of the assembly that must ratify it"),
        widget=day_input(),
        help_text=_("Until an assembly ratifies it, this spending is shown in red."),
    )

    def __init__(self, *args: Any, plan: Plan, **options: Any) -> None:
        super().__init__(*args, **options)
        currency = plan.fund.currency
        self.fields["amount"].currency = currency  # type: ignore[attr-defined]
        self.helper = plain_helper(
            "title", "category", "reason", "authoriser", PrependedText("amount", currency), "ratify_by_on"
        )


class RatifyForm(VoteForm):
    """The vote on exceptional spending: on what was spent, or on all that was authorised."""

    covers = forms.ChoiceField(label=_("What the assembly ratifies"), choices=(), widget=forms.RadioSelect)

    def __init__(self, *args: Any, activity: Activity, **options: Any) -> None:
        super().__init__(*args, **options)
        currency = activity.fund.currency
        spent = _now("What was spent: %(amount)s") % {"amount": money_text(activity.spent, currency)}
        whole = _now("All that was authorised: %(amount)s") % {
            "amount": money_text(activity.authorised_amount or Decimal(0), currency)
        }
        choices = [("spent", spent)] if activity.unratified else []
        self.fields["covers"].choices = [*choices, ("authorised", whole)]  # type: ignore[attr-defined]
        self.initial.setdefault("covers", "spent" if choices else "authorised")

    def layout(self) -> list[Any]:
        """What is ratified comes first."""
        return [Field("covers", wrapper_class="tiles"), *super().layout()]
