"""What the history knows besides the rows: who was signed in and on which page, and who read personal data."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from pghistory.models import Context

from config.errors import Rule, refuse_when
from config.records import Record, never_deleted
from cooperatives.models.cooperatives import Cooperative
from cooperatives.models.programmes import Programme

FIXED = _("The history can't be changed or deleted.")


class ChangeContext(Context):  # type: ignore[misc]
    """Who made a change and on which page. Within a request more may become known; what is known stays.

    When somebody signs out in the middle of a request, what they did before stays theirs.
    """

    class Meta:
        proxy = True
        verbose_name = _("author of changes")
        verbose_name_plural = _("authors of changes")
        triggers = (
            Rule(
                name="change_context_never_deleted",
                sentence=FIXED,
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=refuse_when("true", "change_context_never_deleted") + " RETURN OLD;",
            ),
            Rule(
                name="change_context_fixed",
                sentence=FIXED,
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="NEW.metadata := OLD.metadata || jsonb_strip_nulls(NEW.metadata); "
                + refuse_when(
                    "NOT NEW.metadata @> jsonb_strip_nulls(OLD.metadata)"
                    " OR (NEW.id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.created_at)",
                    "change_context_fixed",
                )
                + " RETURN NEW;",
            ),
        )


class ReadForm(models.TextChoices):
    """How a list left the database."""

    PAGE = "page", _("page")
    CSV = "csv", _("CSV")
    XLSX = "xlsx", _("spreadsheet")
    ZIP = "zip", _("ZIP")


class DataRead(Record):
    """Somebody looked at a list of people, or took a list along as a file.

    `view` is the name of its address, `filters` what was asked for. `rows` is empty until the last row was handed out:
    for a file that was broken off it stays empty.
    """

    read_at = models.DateTimeField(_("when"))
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    view = models.CharField(_("list"), max_length=80)
    form = models.CharField(_("form"), max_length=4, choices=ReadForm)
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("co-op")
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("programme")
    )
    filters: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(_("filters"), default=dict, blank=True)
    rows = models.PositiveIntegerField(_("rows"), null=True, blank=True)

    objects: ClassVar[models.Manager[DataRead]]

    class Meta:
        verbose_name = _("reading of a list")
        verbose_name_plural = _("readings of lists")
        ordering = ("-read_at", "-pk")
        indexes = (
            models.Index(fields=("-read_at", "-id"), name="data_read_newest"),
            models.Index(fields=("read_by", "-read_at"), name="data_read_by_person"),
            models.Index(fields=("cooperative", "-read_at"), name="data_read_by_cooperative"),
        )
        triggers = (
            never_deleted("data_read_never_deleted"),
            Rule(
                name="data_read_fixed",
                sentence=FIXED,
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "OLD.rows IS NOT NULL OR (NEW.id, NEW.read_at, NEW.read_by_id, NEW.view, NEW.form, "
                    "NEW.cooperative_id, NEW.programme_id, NEW.filters, NEW.is_example) IS DISTINCT FROM (OLD.id, "
                    "OLD.read_at, OLD.read_by_id, OLD.view, OLD.form, OLD.cooperative_id, OLD.programme_id, "
                    "OLD.filters, OLD.is_example)",
                    "data_read_fixed",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.view}, {self.read_at:%Y-%m-%d %H:%M}"
