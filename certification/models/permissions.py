"""Permission to trade: a dated fact of its own, which is no certificate."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.models.files import LOCK_FILE, OPEN_MAJOR, CertificationFile
from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative


class TradePermissionQuerySet(models.QuerySet["TradePermission"]):
    """Permissions, chosen in the words of the office."""

    def valid(self, *, on: dt.date) -> TradePermissionQuerySet:
        """Those that hold on a day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


@pghistory.track()
class TradePermission(Record):
    """The co-op may sell on Fair Trade terms from a day on; until a day, or until it is ended.

    `until_on` is its last day. A suspension, decertification, denial or withdrawal ends it the same day.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="trade_permissions", verbose_name=_("co-op")
    )
    file = models.ForeignKey(
        CertificationFile, models.PROTECT, related_name="permissions", verbose_name=_("certification file")
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    granted_at = models.DateTimeField(_("granted at"), editable=False)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("granted by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("ended by"),
    )
    ended_reason = models.TextField(_("why it was ended"), blank=True)

    objects: ClassVar[models.Manager[TradePermission]] = TradePermissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("permission to trade")
        verbose_name_plural = _("permissions to trade")
        ordering = ("file", "-from_on", "-pk")
        indexes = (models.Index(fields=("cooperative", "from_on"), name="trade_permission_by_coop"),)
        constraints = (
            together("trade_permission_ended", "ended_at", "ended_by"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="trade_permission_ends_after_start",
                violation_error_message=_("A permission can't end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(until_on__isnull=False) & ~Q(ended_reason=""),
                name="trade_permission_ended_why",
                violation_error_message=_("An ended permission says its last day and why it was ended."),
            ),
        )
        triggers = (
            same_cooperative("trade_permission_same_cooperative", "file_id", "certification_certificationfile"),
            never_deleted("trade_permission_never_deleted"),
            Rule(
                name="trade_permission_blocked",
                sentence=_("A major non-conformity is still open, so permission to trade can't be granted."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=LOCK_FILE + refuse_when(OPEN_MAJOR, "trade_permission_blocked") + " RETURN NEW;",
            ),
            Rule(
                name="trade_permission_after_audit",
                sentence=_("Permission to trade is granted once there was an audit, and not while trade is barred."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=LOCK_FILE
                + refuse_when(
                    "(SELECT state FROM certification_certificationfile WHERE id = NEW.file_id) NOT IN "
                    "('audit', 'correction', 'decision', 'certified')",
                    "trade_permission_after_audit",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="trade_permission_no_overlap",
                sentence=_("Another permission to trade of this file covers some of these days."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("from_on", "until_on", "file_id"),
                func=LOCK_FILE
                + refuse_when(
                    "EXISTS (SELECT FROM certification_tradepermission p WHERE p.file_id = NEW.file_id "
                    "AND p.id <> NEW.id AND p.from_on <= coalesce(NEW.until_on, 'infinity') "
                    "AND coalesce(p.until_on, 'infinity') >= NEW.from_on)",
                    "trade_permission_no_overlap",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="trade_permission_fixed",
                sentence=_("A permission to trade stays as it was granted. It can be ended earlier, once."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD OR (NEW.file_id, NEW.cooperative_id, "
                    "NEW.from_on, NEW.granted_at, NEW.granted_by_id) IS DISTINCT FROM (OLD.file_id, "
                    "OLD.cooperative_id, OLD.from_on, OLD.granted_at, OLD.granted_by_id) OR NEW.until_on IS DISTINCT "
                    "FROM OLD.until_on AND (NEW.ended_at IS NULL OR NEW.until_on > OLD.until_on)",
                    "trade_permission_fixed",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.file}, {self.from_on} – {self.until_on or ''}"
