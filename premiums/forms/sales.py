"""What is typed about sales."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any, ClassVar

import django_filters
from crispy_forms.bootstrap import AppendedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from config.dates import DatePrecision
from config.fields import FigureField, RowField
from config.ui import in_language, ratio
from cooperatives.models import Cooperative, Scheme
from cooperatives.models.cooperatives import Currency
from premiums.models import Sale
from premiums.models.rates import CoffeeForm
from premiums.models.sales import SaleState

DAY = {"type": "date"}
# What a bag usually weighs at the origin; net kg.
BAG_KG = {"BR": Decimal(60)} | dict.fromkeys(("MX", "GT", "HN", "SV", "NI", "CR"), Decimal(69))
TERMS = (
    "contract_number",
    "buyer",
    "signed_on",
    "signed_precision",
    "scheme",
    "form",
    "is_organic",
    "bags",
    "bag_kg",
    "quantity_kg",
    "price",
    "price_currency",
    "shipped_on",
    "paid_on",
    "state",
    "note",
)
THOUSAND = 1000
REPEATED = ("scheme", "form", "is_organic", "buyer", "bag_kg", "price_currency")


def date_input() -> forms.DateInput:
    """A date, with the picker of the browser."""
    return forms.DateInput(attrs=dict(DAY), format="%Y-%m-%d")


class RatioField(forms.Field):
    """A price a pound or an exchange rate: up to `decimals` decimals, after a point or a comma, no thousands mark."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Write it in figures with at most %(decimals)s decimals, such as %(example)s."),
        "not_positive": _("It must be above zero."),
    }

    def __init__(self, *, decimals: int, example: str, **options: Any) -> None:
        self.decimals, self.example = decimals, example
        attributes = {"inputmode": "decimal", "autocomplete": "off", "class": "form-short"}
        super().__init__(widget=forms.TextInput(attrs=attributes), **options)

    def to_python(self, value: Any) -> Decimal | None:
        """The number; a ValidationError with a sentence for anything else."""
        if value in self.empty_values:
            return None
        text = str(value).strip()
        if not re.fullmatch(rf"[0-9]{{1,5}}([.,][0-9]{{1,{self.decimals}}})?", text, re.ASCII):
            values = {"decimals": self.decimals, "example": self.example}
            raise forms.ValidationError(self.error_messages["invalid"], "invalid", values)
        number = Decimal(text.replace(",", "."))
        if number == 0:
            raise forms.ValidationError(self.error_messages["not_positive"], "not_positive")
        return number

    def prepare_value(self, value: Any) -> Any:
        """A kept number without the zeros that nobody typed, nor a thousands mark; typed text stays as typed."""
        return ratio(value) if isinstance(value, Decimal) and value < THOUSAND else value


class WeightField(FigureField):
    """A weight in kg above zero, up to two decimals."""

    default_error_messages: ClassVar[dict[str, Any]] = {"not_positive": _("It must be above zero.")}

    def __init__(self, *, largest: int, **options: Any) -> None:
        super().__init__(largest=Decimal(largest), unit="kg", **options)

    def to_python(self, value: Any) -> Decimal | None:
        """The weight; zero is refused, nothing weighs nothing."""
        read = super().to_python(value)
        if read == 0:
            raise self.refuse("not_positive")
        return read


class SchemeChoice(RowField):
    """A scheme, in the language of the reader."""

    def label_from_instance(self, obj: Any) -> str:
        """Its name."""
        return in_language(obj, "name")


class SaleForm(forms.Form):
    """A contract: who and when, what, how much, at what price, what became of it. What is not known stays empty."""

    contract_number = forms.CharField(label=_("Contract number"), max_length=40, required=False)
    buyer = forms.CharField(label=_("Buyer"), max_length=120, required=False)
    signed_on = forms.DateField(label=_("Signed on"), required=False, widget=date_input())
    signed_precision = forms.ChoiceField(
        label=_("Date known to the"), choices=DatePrecision, initial=DatePrecision.DAY, required=False
    )
    scheme = SchemeChoice(label=_("Scheme"), queryset=Scheme.objects.all(), required=False, empty_label=_("not known"))
    form = forms.ChoiceField(
        label=_("Product form"), choices=[("", _("not known")), *CoffeeForm.choices], required=False
    )
    is_organic = forms.BooleanField(label=_("Certified organic"), required=False)
    bags = forms.IntegerField(label=_("Bags"), min_value=1, max_value=1_000_000, required=False)
    bag_kg = WeightField(label=_("Kg a bag"), required=False, largest=999)
    quantity_kg = WeightField(
        label=_("Net quantity in kg"),
        required=False,
        largest=100_000_000,
        help_text=_("Leave it empty when you typed bags: it is bags times kg a bag."),
    )
    price = RatioField(label=_("Price a pound"), required=False, decimals=4, example="1.4525")
    price_currency = forms.ChoiceField(label=_("Currency of the price"), choices=Currency, initial="USD")
    state = forms.ChoiceField(
        label=_("State"),
        choices=SaleState,
        initial=SaleState.SIGNED,
        help_text=_("No premium is due for a cancelled contract; it stays in the list."),
    )
    shipped_on = forms.DateField(label=_("Shipped on"), required=False, widget=date_input())
    paid_on = forms.DateField(label=_("Paid on"), required=False, widget=date_input())
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, cooperative: Cooperative, like: Sale | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.is_bound and not self.initial:
            self.initial = _like(cooperative, like)
        for name in ("signed_on", "shipped_on", "paid_on"):
            self.fields[name].widget.attrs["max"] = cooperative.today().isoformat()
        self.fields["bags"].widget.attrs |= {"inputmode": "numeric", "class": "form-short"}
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.template = "components/fields.html"
        self.helper.layout = Layout(
            Fieldset(_("Contract"), "contract_number", "buyer", Div("signed_on", "signed_precision", css_class="row")),
            Fieldset(_("Coffee"), "scheme", "form", "is_organic"),
            Fieldset(
                _("Quantity"), Div("bags", AppendedText("bag_kg", "kg"), css_class="row pair"), _kg("quantity_kg")
            ),
            Fieldset(_("Price"), Div("price", "price_currency", css_class="row")),
            Fieldset(_("What became of it"), "state", Div("shipped_on", "paid_on", css_class="row"), "note"),
            HTML(""),
        )

    def clean(self) -> dict[str, Any]:
        """A date known to the month or less is kept as the first day of what is known."""
        typed: dict[str, Any] = super().clean() or {}
        if signed_on := typed.get("signed_on"):
            typed["signed_on"] = _first_day(signed_on, typed.get("signed_precision") or DatePrecision.DAY)
        return typed

    @property
    def terms(self) -> dict[str, Any]:
        """What was typed, as the actions take it."""
        return {name: self.cleaned_data[name] for name in TERMS}


def _kg(name: str) -> AppendedText:
    return AppendedText(name, "kg")


def _first_day(day: dt.date, precision: str) -> dt.date:
    months = {DatePrecision.MONTH: day.month, DatePrecision.LATE: 10}
    return day if precision == DatePrecision.DAY else dt.date(day.year, months.get(DatePrecision(precision), 1), 1)


def _like(cooperative: Cooperative, like: Sale | None) -> dict[str, Any]:
    """The last choice filled in; for a first sale, what a bag usually weighs in the country."""
    if like is None:
        return {"bag_kg": BAG_KG.get(cooperative.country_code), "price_currency": "USD"}
    return {name: getattr(like, name) for name in REPEATED}


def terms_of(sale: Sale) -> dict[str, Any]:
    """A sale as the form shows it; a quantity that bags give stays empty."""
    initial = {name: getattr(sale, name) for name in TERMS}
    if sale.bags is not None and sale.bag_kg is not None:
        initial["quantity_kg"] = None
    return initial


class YearFilter(django_filters.NumberFilter):  # type: ignore[misc]
    """A calendar year, which has no decimals."""

    field_class = forms.IntegerField


class SaleFilter(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of the list of sales."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=SaleState.choices, empty_label=_("All states"))
    year = YearFilter(label=_("Year signed"), field_name="signed_on__year", min_value=1900, max_value=2200)
    premium = django_filters.ChoiceFilter(
        label=_("Premium"),
        choices=[("missing", _("not yet received in full")), ("unknown", _("not known what is due"))],
        empty_label=_("All sales"),
        method="with_premium",
    )

    class Meta:
        model = Sale
        fields = ("state", "year", "premium")

    def with_premium(self, sales: QuerySet[Any], _name: str, chosen: str) -> QuerySet[Any]:
        """Those that miss premium, or of which nobody can say."""
        if chosen == "missing":
            return sales.filter(missing__gt=0)
        return sales.filter(~Q(state=SaleState.CANCELLED), missing__isnull=True)
