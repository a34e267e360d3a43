"""What every page of the admin has in common: rules explained instead of errors, the history of a row, sections.

The database keeps the rules (design, section 7); here a refusal becomes a sentence on the page, with everything that
was typed still there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, DataError, IntegrityError, InternalError, connection, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config import history
from config.admin_filters import CooperativeFilter
from config.errors import Refused, Rule, broken_rule, explain
from config.fields import NamedRows
from config.records import Record
from config.ui import money, partial_date

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
    _TabularInline = admin.TabularInline[Any, Any]
    _Inline = InlineModelAdmin[Any, Any]
else:
    _ModelAdmin, _TabularInline, _Inline = admin.ModelAdmin, admin.TabularInline, object

logger = logging.getLogger(__name__)

admin.site.site_header = gettext_lazy("Beneficio administration")
admin.site.site_title = "Beneficio"
admin.site.index_title = gettext_lazy("Records, people and reference lists")

BY_COOPERATIVE = ("cooperative", CooperativeFilter)
SOURCES = ("source", "confidence", "note")
# Two people met on the same rows: serialization failure, deadlock, lock not available.
AT_THE_SAME_TIME = ("40001", "40P01", "55P03")
HISTORY_PAGE = 50


def refusal(error: Exception) -> str:
    """The sentence for the person; empty when the error is not about a rule, such as a lost database."""
    if isinstance(error, Refused):
        return str(error)
    if getattr(error.__cause__, "sqlstate", None) in AT_THE_SAME_TIME:
        return _("Somebody else changed the same records at the same moment, so nothing was saved. Please try again.")
    if isinstance(error, ProtectedError | RestrictedError):
        return _("Other records refer to this one, so it can't be deleted.")
    if isinstance(error, IntegrityError | DataError | InternalError):
        if not broken_rule(error):
            logger.error("The database refused without naming a rule", exc_info=error)
        return explain(error)
    return ""


def never_deleted(model: type[models.Model]) -> bool:
    """Whether a rule of the model refuses every deletion."""
    triggers = getattr(model._meta, "triggers", [])
    return any(isinstance(rule, Rule) and str(rule.operation) == "DELETE" and not rule.condition for rule in triggers)


def in_list(row: models.Model, sentence: Any) -> str:
    """A sentence with a link to the list that shows only this row, where the actions are."""
    url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_changelist")
    return format_html('<a href="{}?{}__exact={}">{}</a>', url, row._meta.pk.name, row.pk, sentence)


def partial_date_column(prefix: str, label: Any) -> Callable[[Any, Any], str]:
    """A column for a date that is known to the day, the month, the year or not at all."""

    @admin.display(description=label, ordering=f"{prefix}_on")
    def column(_admin: Any, row: Any) -> str:
        return partial_date(getattr(row, f"{prefix}_on"), getattr(row, f"{prefix}_precision"))

    return column


def money_column(name: str, label: Any, currency: str, ordering: Any = None) -> Callable[[Any, Any], Any]:
    """A read-only amount with its currency, which is found at the path `currency`."""

    @admin.display(description=label, ordering=ordering if ordering is not None else name)
    def column(_admin: Any, row: Any) -> Any:
        return money(getattr(row, name), attrgetter(currency)(row)) if row.pk else "–"

    return column


class _RefusedForm:
    """A form that was refused when it was saved: shown again with the sentence."""

    refused_because = ""

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        self.add_error(None, self.refused_because)  # type: ignore[attr-defined]
        return cleaned


class RecordAdmin(_ModelAdmin):
    """The admin of one model. `fieldsets` names the main fields; languages, sources and origin get their own sections.

    A new row takes the columns `inherited` from its `parent`, the name of a foreign key; `signed` is the prefix of the
    `…_at` and `…_by` that say who made it.
    """

    parent: ClassVar[str] = ""
    inherited: ClassVar[tuple[str, ...]] = ("cooperative",)
    signed: ClassVar[str] = ""
    deletable: ClassVar[bool] = True
    list_select_related: ClassVar[tuple[str, ...]] = ()
    list_per_page = 50
    object_history_template = "admin/history.html"
    formfield_overrides: ClassVar[Any] = {models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}

    def fixed_because(self, row: Any) -> str:
        """Why the row can't be changed any more; empty when it can."""
        return ""

    def fill(self, request: HttpRequest, row: Any, *, adding: bool) -> None:
        """Complete a row before it is saved: what follows from its parent, and who made it."""
        if not adding:
            return
        for name in self.inherited if self.parent else ():
            column = row._meta.get_field(name).attname
            setattr(row, column, getattr(getattr(row, self.parent), column))
        row.is_example = any(_is_example(row, field) for field in row._meta.fields)
        if self.signed:
            setattr(row, f"{self.signed}_by", request.user)
            setattr(row, f"{self.signed}_at", timezone.now())

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Rows with what their names need, so that no list asks for each row."""
        return super().get_queryset(request).select_related(*self.list_select_related)

    # Sections ---------------------------------------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The main fields, then Spanish, Portuguese, the source, and where the row comes from."""
        main: list[Any] = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        if obj and (sentence := self.fixed_because(obj)):
            main[0][1]["description"] = conditional_escape(sentence)
        shown = flatten_fieldsets(main)
        for _name, options in main:
            options["fields"] = _with_precision(options["fields"])
        rest = [f.name for f in self.model._meta.fields if f.editable and f.name not in shown]
        sections = [
            (gettext_lazy("Spanish"), [name for name in rest if name.endswith("_es")], "collapse"),
            (gettext_lazy("Portuguese"), [name for name in rest if name.endswith("_pt")], "collapse"),
            (gettext_lazy("Source"), [name for name in rest if name.endswith(SOURCES)], ""),
            (gettext_lazy("Record"), [*self._signature(), "is_example"] if obj else [], "collapse"),
        ]
        return main + [(label, {"fields": names, "classes": [css]}) for label, names, css in sections if names]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Computed and signed fields always; everything once the row is fixed."""
        if obj and self.fixed_because(obj):
            return flatten_fieldsets(self.get_fieldsets(request, obj))
        return [*super().get_readonly_fields(request, obj), *self._signature(), "is_example"]

    def _signature(self) -> list[str]:
        return [f"{self.signed}_by", f"{self.signed}_at"] if self.signed else []

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        """A fixed row has no buttons to save it."""
        if context.get("original") and self.fixed_because(context["original"]):
            context |= dict.fromkeys(("show_save", "show_save_and_continue", "show_save_and_add_another"), False)
        return super().render_change_form(request, context, *args, **options)

    # Saving -----------------------------------------------------------------------------------------------------------

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        """The form; when saving it breaks a rule, the form again with the sentence and everything typed."""
        try:
            return super().changeform_view(request, *args, **options)
        except (DatabaseError, Refused) as error:
            sentence = refusal(error)
            if not sentence:
                raise
        request.refused_because = sentence  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **options)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """The form; one that refuses when the rule is known to be broken."""
        form: Any = super().get_form(request, obj, change=change, **options)
        sentence = getattr(request, "refused_because", "")
        if not sentence and obj and request.method == "POST":
            sentence = self.fixed_because(obj)
        return type(form)(form.__name__, (_RefusedForm, form), {"refused_because": sentence}) if sentence else form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save the completed row."""
        self.fill(request, obj, adding=not change)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Save the rows of an inline, completed as the admin of their own model does it."""
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:
            row.delete()
        own_admin = self.admin_site.get_model_admin(formset.model)
        for row in rows:
            own_admin.fill(request, row, adding=row._state.adding)  # type: ignore[attr-defined]
            row.save()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the inlines; what the database would only look at on commit is looked at now, before "saved" is said."""
        super().save_related(request, form, formsets, change)
        connection.check_constraints()

    # Deleting ---------------------------------------------------------------------------------------------------------

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not for rows that are never deleted, nor for fixed ones."""
        kept = never_deleted(self.model) or not self.deletable or (obj and self.fixed_because(obj))
        return not kept and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What a deletion would take along; when other rows refer to these, how many of each kind instead of all."""
        blockers = [found for relation in _protecting(self.model) if (found := self._blocker(relation, objs))]
        return ([], {}, set(), blockers) if blockers else super().get_deleted_objects(objs, request)

    def _blocker(self, relation: Any, objs: Any) -> str:
        model, field = relation.related_model, relation.field.name
        count = model._base_manager.filter(**{f"{field}__in": objs}).count()
        if not count:
            return ""
        text = f"{capfirst(model._meta.verbose_name_plural)}: {count}"
        if len(objs) != 1 or not self.admin_site.is_registered(model):
            return text
        url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        return format_html('<a href="{}?{}__{}__exact={}">{}</a>', url, field, self.opts.pk.name, objs[0].pk, text)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Delete a row; when a rule forbids it, back to the row with the sentence."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except (DatabaseError, Refused) as error:
            url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id])
            return self._sent_back(request, error, url)

    def response_action(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:  # type: ignore[override]
        """Do what was chosen for several rows, all or none; when a rule forbids it, back to the list."""
        try:
            with transaction.atomic():
                return super().response_action(request, queryset)
        except (DatabaseError, Refused) as error:
            return self._sent_back(request, error, request.get_full_path())

    def _sent_back(self, request: HttpRequest, error: Exception, url: str) -> HttpResponse:
        sentence = refusal(error)
        if not sentence:
            raise error
        self.message_user(request, sentence, messages.ERROR)
        return HttpResponseRedirect(url)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and look at once at what the database would only look at on commit."""
        super().delete_model(request, obj)
        connection.check_constraints()

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """The same for several rows."""
        super().delete_queryset(request, queryset)
        connection.check_constraints()

    # History ----------------------------------------------------------------------------------------------------------

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Who changed what in this row, from its events; also for a row that was deleted since."""
        row = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        try:
            events = history.events_of(self.model, self.opts.pk.to_python(unquote(object_id)))
        except ValidationError:
            events = None
        if events is None or (row is None and not events.exists()):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined, no-any-return]
        return TemplateResponse(request, self.object_history_template, self._history(request, row, events))

    def _history(self, request: HttpRequest, row: Any, events: models.QuerySet[Any]) -> dict[str, Any]:
        paginator = self.get_paginator(request, events, HISTORY_PAGE)
        page = paginator.get_page(request.GET.get(PAGE_VAR, 1))
        first = max(page.start_index() - 1, 0)
        found = list(events[first : first + HISTORY_PAGE + 1])
        name = str(row) if row else _("deleted")
        return {
            **self.admin_site.each_context(request),
            "title": _("History: %(row)s") % {"row": name},
            "entries": history.entries(self.model, found, len(page), lambda model: self._rows(request, model)),
            "page": page,
            "page_range": paginator.get_elided_page_range(page.number),
            "page_var": PAGE_VAR,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "object": row,
            "opts": self.opts,
        }

    def _rows(self, request: HttpRequest, model: type[models.Model]) -> models.QuerySet[Any]:
        if self.admin_site.is_registered(model):
            return self.admin_site.get_model_admin(model).get_queryset(request)
        return model._base_manager.all()


def _with_precision(fields: Iterable[Any]) -> tuple[Any, ...]:
    """Dates share their line with how much of them is known."""
    names = [name for name in fields if not str(name).endswith("_precision")]
    known = {str(name).removesuffix("_precision") for name in fields if str(name).endswith("_precision")}
    pairs = {f"{prefix}_on": (f"{prefix}_on", f"{prefix}_precision") for prefix in known}
    return tuple(pairs.get(name, name) for name in names)


def _is_example(row: Any, field: Any) -> bool:
    """Whether the field points to an example: what refers to invented rows leaves with them."""
    if not isinstance(field, models.ForeignKey) or not issubclass(field.related_model, Record):
        return False
    return getattr(row, field.attname) is not None and bool(getattr(row, field.name).is_example)


def _protecting(model: type[models.Model]) -> list[Any]:
    """The relations by which other rows keep one of this model from being deleted."""
    relations = model._meta.get_fields(include_hidden=True)
    return [one for one in relations if getattr(one, "on_delete", None) is models.PROTECT and one.auto_created]


class _RecordInline(_Inline):
    """Rows of another model below their parent; nothing of a fixed parent can be changed."""

    extra = 0
    show_change_link = True
    list_select_related: ClassVar[tuple[str, ...]] = ()
    formfield_overrides: ClassVar[Any] = {models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 2})}}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Rows with what their names need."""
        return super().get_queryset(request).select_related(*self.list_select_related)

    def _is_open(self, parent: Any) -> bool:
        owner = self.admin_site.get_model_admin(self.parent_model)
        return not (parent and owner.fixed_because(parent))  # type: ignore[attr-defined]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not below a fixed parent."""
        return self._is_open(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not below a fixed parent."""
        return self._is_open(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not below a fixed parent, and not rows that are never deleted."""
        own_admin = self.admin_site.get_model_admin(self.model)
        may_ever = own_admin.has_delete_permission(request)
        return may_ever and self._is_open(obj) and super().has_delete_permission(request, obj)


class RecordInline(_RecordInline, _TabularInline):
    """Rows that are edited right below their parent."""

    formset = NamedRows


class AddingInline(RecordInline):
    """Rows that are shown, and changed on their own page; new ones are added here. Costs no query for each row."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Each row has its own page for that."""
        return False
