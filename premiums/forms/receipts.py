"""What is typed about premium received."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.bootstrap import PrependedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from config.fields import AmountField
from config.ui import day, money_text, number
from cooperatives.models import Cooperative
from cooperatives.models.cooperatives import Currency
from premiums.actions.record_premium import AlreadyRecorded
from premiums.forms.sales import RatioField, date_input
from premiums.reports.sales import DOLLARS, over_oldest

SENT = ("received_on", "payer", "rate", "rate_on", "rate_source")


class PremiumReceivedForm(forms.Form):
    """Premium that came in: when, from whom, how much, at what rate, and which sales it pays."""

    received_on = forms.DateField(label=_("Date it came in"), widget=date_input())
    payer = forms.CharField(label=_("Payer"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    currency = forms.ChoiceField(label=_("Currency it was paid in"), choices=Currency)
    paid = AmountField(label=_("Amount as paid"))
    rate = RatioField(label=_("Exchange rate"), required=False, decimals=6, example="13.1539")
    rate_on = forms.DateField(label=_("Date of the rate"), required=False, widget=date_input())
    rate_source = forms.CharField(
        label=_("Source of the rate"), max_length=160, required=False, help_text=_("The slip of the bank, for example.")
    )
    in_fund = AmountField(
        required=False, help_text=_("Leave it empty: it follows from the rate. Or type what the bank credited.")
    )
    is_another = forms.BooleanField(label=_("This is another payment: record it too"), required=False)

    def __init__(
        self, *args: Any, cooperative: Cooperative, currency: str, sales: Sequence[Any], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fund_currency, self.sales = currency, list(sales)
        self.asks_twin = bool(self.is_bound and self.data.get("is_another"))
        self.fields["currency"].choices = self._currencies()  # type: ignore[attr-defined]
        self.fields["paid"].currency = self.data.get("currency", "") if self.is_bound else ""  # type: ignore[attr-defined]
        self.fields["in_fund"].currency = currency  # type: ignore[attr-defined]
        self.fields["in_fund"].label = _("Amount in %(currency)s") % {"currency": currency}
        self.fields["rate"].help_text = _("%(currency)s for one unit of the currency it was paid in.") % {
            "currency": currency
        }
        for name in ("received_on", "rate_on"):
            self.fields[name].widget.attrs["max"] = cooperative.today().isoformat()
            self.initial.setdefault(name, cooperative.today())
        for sale in self.sales:
            self.fields[self.part_of(sale)] = self._part_field(sale)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.template = "components/fields.html"
        self.helper.layout = self.layout()

    def _currencies(self) -> list[tuple[str, Any]]:
        """Dollars first: the schemes set the premium in them; then the fund's own."""
        first = [DOLLARS, *([self.fund_currency] if self.fund_currency != DOLLARS else [])]
        order = [*first, *(code for code in Currency.values if code not in first)]
        return [(code, f"{code}: {Currency(code).label}") for code in order]

    @staticmethod
    def part_of(sale: Any) -> str:
        """The name of the field for a sale's part."""
        return f"part_{sale.pk}"

    def _part_field(self, sale: Any) -> AmountField:
        part = AmountField(required=False)
        part.widget.attrs["class"] = "form-short"
        part.label = f"{sale.contract_number or '–'} · {sale.buyer or '–'} · {day(sale.signed_on)}"
        if sale.missing is not None:
            part.help_text = _("%(missing)s missing of %(due)s") % {
                "missing": money_text(sale.missing, DOLLARS),
                "due": money_text(sale.premium_due, DOLLARS),
            }
        return part

    def layout(self) -> Layout:
        """The fields in their order; the parts of the sales with a button that splits the amount."""
        parts = [self.part_of(sale) for sale in self.sales]
        split = HTML("{% include 'premiums/_split_button.html' %}")
        return Layout(
            *(["is_another"] if self.asks_twin else []),
            Fieldset(_("What came in"), "received_on", "payer", Div("currency", "paid", css_class="row")),
            Fieldset(
                _("When it was not paid in %(currency)s") % {"currency": self.fund_currency},
                Div("rate", "rate_on", css_class="row"),
                "rate_source",
                PrependedText("in_fund", self.fund_currency),
            ),
            *([Fieldset(_("Which sales it pays, in the currency as paid"), split, *parts)] if parts else []),
        )

    def split(self) -> None:
        """Fill the parts in from the amount: the oldest unpaid sales first."""
        self.full_clean()
        paid = self.cleaned_data.get("paid")
        if paid is None:
            return
        if self.cleaned_data.get("currency") != DOLLARS:
            self.add_error("currency", _("What is due is known in US dollars, so only dollars can be split."))
            return
        parts = over_oldest(paid, [(sale, sale.missing) for sale in self.sales if sale.missing])
        split = {self.part_of(sale): number(parts[sale], 2) if sale in parts else "" for sale in self.sales}
        self.data = {**{name: self.data.get(name) for name in self.data}, **split}
        self.full_clean()

    def ask_whether_another(self, cooperative: Cooperative, refusal: AlreadyRecorded) -> None:
        """The same is recorded: ask before recording it once more."""
        address = reverse("premiums:premium_received_detail", args=[cooperative.slug, refusal.earlier.pk])
        sentence = _("If this is another payment, say so below and save it again.")
        self.add_error(None, format_html('<a href="{}">{}</a> {}', address, str(refusal), sentence))
        self.asks_twin = True
        self.helper.layout = self.layout()

    def typed(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        clean = self.cleaned_data
        is_own = clean["currency"] == self.fund_currency
        payments: dict[Any, Decimal] = {
            sale: part for sale in self.sales if (part := clean[self.part_of(sale)]) is not None
        }
        return {name: clean[name] for name in SENT} | {
            "amount": clean["paid"] if is_own else clean["in_fund"],
            "original_amount": None if is_own else clean["paid"],
            "original_currency": "" if is_own else clean["currency"],
            "payments": payments,
            "is_another": clean["is_another"],
        }
