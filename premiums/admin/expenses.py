"""Expenses and their vouchers. Every change of an expense goes through the same actions as on the pages."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, AddingInline, in_list, money_column, partial_date_column
from config.admin_lists import GrowingAdmin
from config.dates import DatePrecision
from config.errors import Refused
from config.ui import file_size, money_text
from config.uploads import read_file
from cooperatives.admin.people import COOPERATIVE
from premiums.actions.attach_voucher import attach_voucher
from premiums.actions.log_expense import log_expense
from premiums.actions.review_expense import check_expense, correct_expense, return_expense, void_expense
from premiums.forms.spending import ReasonForm
from premiums.models import Expense, Voucher
from premiums.models.expenses import ExpenseState

# What an expense says, by the names of the actions that write it.
CONTENT = ("activity", "amount", "spent_on", "payee", "purpose")
REST = ("purpose_es", "purpose_pt", "source")
STEPS = ("logged", "checked", "returned", "voided")
DECISIONS = (
    "state",
    *(f"{step}_{end}" for step in STEPS[:2] for end in ("by", "at")),
    *(f"{step}_{end}" for step in STEPS[2:] for end in ("by", "at", "reason")),
)


class ExpenseForm(forms.ModelForm):  # type: ignore[type-arg]
    """An expense; only a historic one may lack its date or amount. `entry_key` makes a form sent twice one expense."""

    entry_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)

    def clean(self) -> Any:
        """Date and amount are needed, and the date is known to the day."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("is_historic", self.instance.is_historic):
            return cleaned
        for name in ("amount", "spent_on"):
            if name in cleaned and cleaned[name] is None:
                self.add_error(name, forms.Field.default_error_messages["required"])
        cleaned["spent_precision"] = DatePrecision.DAY if cleaned.get("spent_on") else ""
        return cleaned


class UploadField(forms.FileField):
    """A file to add; in a table, the admin reads the heading of its column from here."""

    short_description = _("file")


class VoucherForm(forms.ModelForm):  # type: ignore[type-arg]
    """A voucher to add: what is accepted is decided by the content of the file."""

    upload = UploadField(label=_("file"), help_text=_("A photo (JPEG, PNG, WebP, HEIC) or a PDF of at most 10 MB."))

    def clean_upload(self) -> Any:
        """The file as it may be kept."""
        try:
            return read_file(self.cleaned_data["upload"])
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None


class VoucherInline(AddingInline):
    """The vouchers of an expense, and a field to add one."""

    model = Voucher
    form = VoucherForm
    fields = ("link", "upload", "uploaded_by", "uploaded_at")
    readonly_fields = ("link", "uploaded_by", "uploaded_at")
    list_select_related = ("uploaded_by",)
    extra = 1

    @admin.display(description=_("voucher"))
    def link(self, voucher: Any) -> str:
        """The file, to open."""
        return _file_link(voucher)


@admin.register(Expense)
class ExpenseAdmin(GrowingAdmin):
    """Expenses. They are checked, returned and voided by actions of the list, never by editing the state."""

    form = ExpenseForm
    parent = "activity"
    spent = partial_date_column("spent", _("date"))
    amount_spent = money_column("amount", _("amount"), "activity.fund.currency")
    list_display = ("payee_or_purpose", "amount_spent", "spent", "activity", "cooperative", "state", "logged_by")
    list_filter = ("state", BY_COOPERATIVE, "spent_on", "is_historic", "is_example")
    list_select_related = ("cooperative", "activity__fund", "logged_by")
    date_hierarchy = "spent_on"
    search_fields = ("payee", "purpose", "purpose_es", "purpose_pt", "amount", "activity__title", *COOPERATIVE)
    autocomplete_fields = ("activity",)
    readonly_fields = ("cooperative", *DECISIONS)
    inlines = (VoucherInline,)
    actions = ("check_selected", "return_selected", "void_selected")
    fieldsets = (
        (None, {"fields": (*CONTENT[:3], "spent_precision", *CONTENT[3:])}),
        (_("Historic"), {"fields": ("is_historic",)}),
    )

    @admin.display(description=_("paid to"), ordering="payee")
    def payee_or_purpose(self, expense: Any) -> str:
        """Whom it was paid to, else what for."""
        return str(expense.payee or expense.purpose)

    def fixed_because(self, row: Any) -> str:
        """A checked or voided expense stands."""
        if row.state in (ExpenseState.LOGGED, ExpenseState.RETURNED):
            return ""
        return _now("This expense was checked or voided, so it can't be changed any more. It can be voided.")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The key of the form while adding; what happened to it afterwards."""
        sections = super().get_fieldsets(request, obj)
        main = sections[0][1]
        if not obj:
            main["fields"] = (*main["fields"], "entry_key")
            return sections
        if self.fixed_because(obj):
            main["fields"] = tuple("amount_spent" if name == "amount" else name for name in main["fields"])
        happened = {
            "fields": ("cooperative", *DECISIONS),
            "description": in_list(obj, _("Check, return or void it in the list")),
        }
        return [sections[0], (_("What happened to it"), happened), *sections[1:]]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whether it is historic is said when it is added."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "is_historic"] if obj else fields

    # Saving -----------------------------------------------------------------------------------------------------------

    def fill(self, request: HttpRequest, row: Any, *, adding: bool) -> None:
        """Who logged it, and when."""
        super().fill(request, row, adding=adding)
        if adding:
            row.logged_by, row.logged_at = request.user, timezone.now()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Log or correct it as the pages do; a historic one is saved as it is, the database keeps its rules."""
        if obj.is_historic:
            super().save_model(request, obj, form, change)
        elif change:
            self._correct(request, obj, form)
        else:
            self._log(request, obj, form.cleaned_data)

    def _log(self, request: HttpRequest, obj: Any, typed: dict[str, Any]) -> None:
        content = {name: typed[name] for name in CONTENT}
        key = typed.get("entry_key") or uuid.uuid4()
        expense, is_new = log_expense(form_key=key, by=request.user, **content)  # type: ignore[arg-type]
        if is_new:
            expense.purpose_es, expense.purpose_pt, expense.source = obj.purpose_es, obj.purpose_pt, obj.source
            expense.save(update_fields=REST)
        else:
            self.message_user(request, _now("This expense was already saved. Here it is."), messages.WARNING)
        obj.pk, obj._state.adding = expense.pk, False
        obj.refresh_from_db()

    def _correct(self, request: HttpRequest, obj: Any, form: Any) -> None:
        rest = [name for name in REST if name in form.changed_data]
        if set(CONTENT) & set(form.changed_data):
            content = {name: form.cleaned_data[name] for name in CONTENT}
            correct_expense(expense=obj, by=request.user, **content)  # type: ignore[arg-type]
        if rest:
            obj.save(update_fields=rest)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Attach the vouchers that were sent."""
        if formset.model is not Voucher:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        files = [one.cleaned_data["upload"] for one in formset.extra_forms if one.cleaned_data.get("upload")]
        user: Any = request.user
        formset.new_objects = [attach_voucher(expense=form.instance, file=file, by=user) for file in files]

    # Deciding ---------------------------------------------------------------------------------------------------------

    @admin.action(description=_("Check the selected expenses"), permissions=["change"])
    def check_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Confirm each against its voucher; not those one logged oneself."""
        self._decide(request, queryset, check_expense, _now("Checked: %(expense)s."))

    @admin.action(description=_("Return the selected expenses, with a reason"), permissions=["change"])
    def return_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Send each back to who logged it."""
        done = _now("Returned: %(expense)s.")
        return self._with_reason(request, queryset, return_expense, done, _now("Return expenses"))

    @admin.action(description=_("Void the selected expenses, with a reason"), permissions=["change"])
    def void_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Take each back; it stays readable, and its money goes back to the activity."""
        return self._with_reason(request, queryset, void_expense, _now("Voided: %(expense)s."), _now("Void expenses"))

    def _with_reason(
        self, request: HttpRequest, queryset: Any, action: Callable[..., Any], done: str, title: str
    ) -> HttpResponse | None:
        """Ask for the reason first, on a page of its own."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            self._decide(request, queryset, action, done, reason=form.cleaned_data["reason"])
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "form": form,
            "rows": queryset,
            "action": request.POST["action"],
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/premiums/expense/reason.html", context)

    def _decide(
        self, request: HttpRequest, queryset: Any, action: Callable[..., Any], done: str, **reason: str
    ) -> None:
        for expense in queryset:
            name = _named(expense)
            try:
                action(expense=expense, by=request.user, **reason)
            except Refused as refused:
                self.message_user(request, f"{name}: {refused}", messages.ERROR)
            else:
                self.message_user(request, done % {"expense": name}, messages.SUCCESS)


@admin.register(Voucher)
class VoucherAdmin(GrowingAdmin):
    """Vouchers, to read. They are added with their expense."""

    recorded = "expense"  # its own key is drawn by chance
    list_display = ("original_name", "expense", "cooperative", "content_type", "uploaded_by", "uploaded_at")
    list_filter = (BY_COOPERATIVE, "content_type", "is_example")
    list_select_related = ("cooperative", "expense", "uploaded_by")
    date_hierarchy = "uploaded_at"
    search_fields = ("original_name", "expense__payee", "expense__purpose", "uploaded_by__name", "sha256", *COOPERATIVE)
    fieldsets = (
        (None, {"fields": ("link", "expense", "cooperative", "uploaded_by", "uploaded_at")}),
        (_("File"), {"fields": ("content_type", "size", "sha256")}),
    )

    @admin.display(description=_("voucher"))
    def link(self, voucher: Any) -> str:
        """The file, to open."""
        return _file_link(voucher)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of it."""
        return flatten_fieldsets(self.get_fieldsets(request, obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only below an expense, where the content of the file is looked at."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False


def _file_link(voucher: Any) -> str:
    if not voucher.uploaded_at:
        return ""
    url = reverse("premiums:voucher_file", args=[voucher.pk])
    return format_html('<a href="{}">{}</a> ({})', url, voucher.original_name, file_size(voucher.size))


def _named(expense: Any) -> str:
    amount = money_text(expense.amount, expense.activity.fund.currency) if expense.amount is not None else "–"
    return f"{expense.payee or expense.purpose}, {amount}"
