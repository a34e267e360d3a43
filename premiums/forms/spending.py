"""What is typed about spending."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import django_filters
from crispy_forms.bootstrap import PrependedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout
from django import forms
from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from config.answers import fresh
from config.fields import AmountField, FilesField, RowField, key_in
from config.prepared import prepared
from config.ui import file_size, in_language, money_text
from cooperatives.models import Cooperative
from premiums.models import Activity, Expense
from premiums.models.closing import SENTENCE
from premiums.models.documents import DocumentKind, read_document_number
from premiums.models.expenses import ExpenseQuerySet, ExpenseState
from premiums.reports.fund import has_voucher

FEW = 6  # activities that fit on a phone as tiles; more become a list to choose from
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
NO_DOCUMENT = {
    DocumentKind.CFDI: _(
        "This is no folio fiscal: it has 32 letters a to f and digits, in five groups. Compare it with the paper."
    ),
    DocumentKind.NFE: _(
        "This is no access key: it has 44 digits, and the last one checks the others. Compare them with the paper."
    ),
}


class ActivityChoice(RowField):
    """An activity, with what is left of it; and with its plan where there are several, which may share titles."""

    names_plan = False
    known: Mapping[str, Activity] = MappingProxyType({})

    def to_python(self, value: Any) -> Any:
        """The activity of this key, from those that were read to be offered; else asked for."""
        return self.known.get(str(value)) or super().to_python(value)

    def label_from_instance(self, obj: Any) -> str:
        """The title, the plan where it is needed, and what is left."""
        title = in_language(obj, "title")
        if self.names_plan:
            title = f"{title} ({in_language(obj.plan, 'title')})"
        return _("%(title)s: %(left)s left") % {"title": title, "left": money_text(obj.left, obj.fund.currency)}


class TaxDocument(Div):  # type: ignore[misc]
    """The fields of a tax document behind a fold, which is open when they hold something or are wrong."""

    template = "premiums/_tax_document.html"

    def render(self, form: forms.Form, *args: Any, **options: Any) -> Any:
        """The fold with its fields."""
        self.is_open = any(form[name].value() or form[name].errors for name in self.fields)
        return super().render(form, *args, **options)


@prepared
def _offered(cooperative: int, *kept: int) -> QuerySet[Activity]:
    """Its activities that may be spent on, and those kept on offer, newest plan first."""
    activities = Activity.objects.filter(cooperative=cooperative, is_historic=False)
    offered = activities.open() | activities.filter(pk__in=kept)
    newest = F("plan__starts_on").desc(nulls_last=True)
    return offered.select_related("fund", "plan").order_by(newest, "plan", "position", "pk")


class ExpenseForm(forms.Form):
    """An expense, in the order people think: for which activity, when, how much, to whom, what for, the paper."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    activity = ActivityChoice(
        label=_("Activity the assembly approved"),
        queryset=Activity.objects.none(),
        empty_label=_("Choose an activity"),
    )
    spent_on = forms.DateField(label=_("Date it was paid"), widget=DAY)
    amount = AmountField(label=_("Amount"))
    payee = forms.CharField(label=_("Paid to"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    purpose = forms.CharField(label=_("What for"), max_length=240)
    vouchers = FilesField(label=_("Voucher: photo or PDF"), required=False)
    document_kind = forms.ChoiceField(
        label=_("Kind of tax document"), choices=[("", _("none")), *DocumentKind.choices], required=False
    )
    document_number = forms.CharField(
        label=_("Number of the tax document"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
        help_text=_("CFDI: the folio fiscal, 36 characters. NF-e: the access key, 44 digits; spaces do not matter."),
    )
    split_of = forms.IntegerField(widget=forms.HiddenInput, required=False)
    is_another = forms.BooleanField(label=_("This is another expense: log it too"), required=False)

    def __init__(
        self,
        *args: Any,
        cooperative: Cooperative,
        expense: Expense | None = None,
        first: Expense | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.is_part = bool(first or (expense and expense.split_of_id))
        if first:
            shared = {"spent_on": first.spent_on, "payee": first.payee, "purpose": first.purpose}
            self.initial = {"split_of": first.pk, **shared, **self.initial}
        self.asks_twin = bool(self.is_bound and self.data.get("is_another"))
        self.offer_activities(cooperative, expense)
        if not self.is_bound:
            self.initial.setdefault("form_key", fresh("form_key"))
            self.initial.setdefault("spent_on", cooperative.today())
        self.fields["amount"].currency = cooperative.currency  # type: ignore[attr-defined]
        self.fields["spent_on"].widget.attrs["max"] = cooperative.today().isoformat()
        self.fields["vouchers"].help_text = _(
            "JPEG, PNG, WebP, HEIC or PDF, up to %(limit)s each. No voucher yet? Send without it and add it later."
        ) % {"limit": file_size(settings.UPLOAD_LIMIT)}
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.template = "components/fields.html"
        self.helper.layout = self.layout(cooperative)

    def clean_activity(self) -> Activity:
        """An activity of a year that is still open: the page may be older than the vote that closed it."""
        activity: Activity = self.cleaned_data["activity"]
        if activity.plan.is_closed:
            raise forms.ValidationError(str(SENTENCE))
        return activity

    def clean(self) -> dict[str, Any]:
        """The tax document as it is kept, `document`: kind and number, both or neither."""
        cleaned = super().clean() or self.cleaned_data
        kind, number = cleaned.get("document_kind", ""), cleaned.get("document_number", "")
        cleaned["document"] = ("", "")
        if self.is_part:
            return cleaned
        if number and not kind:
            self.add_error("document_kind", _("Say which kind of tax document this is the number of."))
        elif kind and not number:
            self.add_error("document_number", _("Copy the number from the tax document, or choose “none” above."))
        elif kind:
            try:
                cleaned["document"] = (kind, read_document_number(kind, number))
            except ValueError:
                self.add_error("document_number", NO_DOCUMENT[kind])
        return cleaned

    def offer_activities(self, cooperative: Cooperative, expense: Expense | None) -> None:
        """The open activities, and the one already chosen: tiles when few, else a list. The newest plan comes first.

        Any activity of the co-op passes here; when its money is gone meanwhile, the action says so with the numbers.
        """
        chosen = key_in(str(self.data.get("activity", ""))) if self.is_bound else None
        kept = [key for key in (chosen, expense and expense.activity_id) if key]
        self.activities = _offered(cooperative.pk, *kept)
        self.few = len(self.activities) <= FEW
        choice: Any = self.fields["activity"]
        own = Activity.objects.filter(cooperative=cooperative, is_historic=False)
        choice.queryset = own.select_related("fund", "plan")
        if self.few:
            choice.empty_label = None
            choice.widget = forms.RadioSelect()
        choice.names_plan = len({one.plan_id for one in self.activities}) > 1
        choice.known = {str(one.pk): one for one in self.activities}
        choice.choices = self._choices  # written only for a page that shows them

    def _choices(self) -> list[tuple[Any, str]]:
        choice: Any = self.fields["activity"]
        offered = [(one.pk, choice.label_from_instance(one)) for one in self.activities]
        return offered if self.few else [("", choice.empty_label), *offered]

    def ask_whether_another(self, cooperative: Cooperative, twin: Expense) -> None:
        """The same was logged a little while ago: ask before logging it once more."""
        address = reverse("premiums:expense_detail", args=[cooperative.slug, twin.pk])
        sentence = _(
            'You logged the same a little while ago: <a href="%(address)s">%(payee)s, %(amount)s</a>. If this is '
            "another expense, say so below and save it again."
        )
        amount = money_text(twin.amount or Decimal(0), cooperative.currency)
        values = {"address": address, "payee": escape(twin.payee), "amount": amount}
        self.add_error(None, mark_safe(str(sentence) % values))  # noqa: S308 every value is escaped or our own
        self.asks_twin = True
        self.helper.layout = self.layout(cooperative)

    def layout(self, cooperative: Cooperative) -> Layout:
        """The fields in their order; the amount says its currency, and below it what will be left."""
        remainder = HTML("{% include 'premiums/_remainder.html' %}")
        return Layout(
            "form_key",
            *(["is_another"] if self.asks_twin else []),
            Field("activity", wrapper_class="tiles") if self.few else "activity",
            PrependedText("amount", cooperative.currency),
            remainder,
            "spent_on",
            "payee",
            "purpose",
            *(["split_of"] if self.is_part else self.papers()),
        )

    def papers(self) -> list[Any]:
        """The voucher, and the tax document behind a fold; a part of a split voucher has both with the first entry."""
        return ["vouchers", TaxDocument("document_kind", "document_number")]


class ReasonForm(forms.Form):
    """Why an expense is returned or voided."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.form_tag = False


class ExpenseFilter(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of the expense list."""

    activity = django_filters.ModelChoiceFilter(
        label=_("Activity"), queryset=Activity.objects.none(), empty_label=_("All activities")
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=ExpenseState.choices, empty_label=_("All states"))
    since = django_filters.DateFilter(label=_("From"), field_name="spent_on", lookup_expr="gte", widget=DAY)
    until = django_filters.DateFilter(label=_("Until"), field_name="spent_on", lookup_expr="lte", widget=DAY)
    voucher = django_filters.ChoiceFilter(
        label=_("Voucher"),
        choices=[("with", _("with voucher")), ("without", _("without voucher"))],
        empty_label=_("With and without"),
        method="by_voucher",
    )
    words = django_filters.CharFilter(label=_("Paid to, or what for"), method="with_words")

    class Meta:
        model = Expense
        fields = ("activity", "state", "since", "until", "voucher", "words")

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        self.filters["activity"].queryset = Activity.objects.filter(cooperative=cooperative)

    def by_voucher(self, expenses: ExpenseQuerySet, _name: str, choice: str) -> ExpenseQuerySet:
        """Those with a paper, or those that lack one: counted, and not historic."""
        if choice == "with":
            return expenses.filter(has_voucher())
        return expenses.filter(~has_voucher(), is_historic=False).counted()

    def with_words(self, expenses: ExpenseQuerySet, _name: str, words: str) -> ExpenseQuerySet:
        """Every word occurs in payee or purpose."""
        for word in words.split():
            expenses = expenses.filter(Q(payee__icontains=word) | Q(purpose__icontains=word))
        return expenses
