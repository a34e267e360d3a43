"""Vouchers: the papers for expenses."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.files import StoredFile
from config.records import never_deleted, same_cooperative
from cooperatives.models import Cooperative
from premiums.models.expenses import Expense


@pghistory.track()
class Voucher(StoredFile):
    """The paper for an expense (comprobante): a photo or a PDF, stored outside the web root."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="vouchers", verbose_name=_("co-op"))
    expense = models.ForeignKey(Expense, models.PROTECT, related_name="vouchers", verbose_name=_("expense"))
    file = models.FileField(_("file"), upload_to="vouchers/%Y/%m/", max_length=200)

    class Meta:
        verbose_name = _("voucher")
        verbose_name_plural = _("vouchers")
        ordering = ("uploaded_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("expense", "sha256"),
                name="voucher_once",
                violation_error_message=_("This file is already attached to the expense."),
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=10 * 1024 * 1024),
                name="voucher_size",
                violation_error_message=_("A voucher file has at most 10 MB."),
            ),
        )
        triggers = (
            same_cooperative("voucher_same_cooperative", "expense_id", "premiums_expense"),
            never_deleted("voucher_never_deleted"),
            Rule(
                name="voucher_fixed",
                sentence=_("A voucher can't be changed. Add another one, with a word in the expense."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("NEW IS DISTINCT FROM OLD", "voucher_fixed") + " RETURN NEW;",
            ),
            Rule(
                name="voucher_not_after_check",
                sentence=_("This expense was checked or voided: no voucher can be added any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when(
                    "(SELECT state FROM premiums_expense WHERE id = NEW.expense_id) NOT IN ('logged', 'returned')",
                    "voucher_not_after_check",
                )
                + " RETURN NEW;",
            ),
        )
