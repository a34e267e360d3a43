"""Expenses: premium money that left."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative, together
from config.words import words_in
from cooperatives.models import Cooperative
from premiums.models.activities import Activity
from premiums.models.closing import not_in_closed_plan
from premiums.models.documents import DocumentKind, document_number_is_real
from premiums.models.ledger import expenses_move_totals


class ExpenseState(models.TextChoices):
    """logged → checked; logged → returned → logged again once corrected; any of these → voided."""

    LOGGED = "logged", _("logged")
    CHECKED = "checked", _("checked")
    RETURNED = "returned", _("returned")
    VOIDED = "voided", _("voided")


class ExpenseQuerySet(models.QuerySet["Expense"]):
    """Expenses, chosen in the words of the office."""

    def counted(self) -> ExpenseQuerySet:
        """Those that take money: not voided."""
        return self.exclude(state=ExpenseState.VOIDED)

    def waiting_for_check(self) -> ExpenseQuerySet:
        """Logged and not yet checked by anyone."""
        return self.filter(state=ExpenseState.LOGGED, is_historic=False)

    def newest_first(self) -> ExpenseQuerySet:
        """By day, then by entry; a stable order."""
        return self.order_by(F("spent_on").desc(nulls_last=True), "-pk")


# What an expense says. Once it is checked or voided none of it changes; only the state may still move to voided.
_CONTENT = (
    "cooperative_id",
    "activity_id",
    "spent_on",
    "spent_precision",
    "amount",
    "payee",
    "purpose",
    "document_kind",
    "document_number",
    "split_of_id",
    "form_key",
    "logged_at",
    "logged_by_id",
    "is_historic",
)
_CHANGED = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in _CONTENT)
_CHECK_CHANGED = "(NEW.checked_at, NEW.checked_by_id) IS DISTINCT FROM (OLD.checked_at, OLD.checked_by_id)"
_ARROWS = "('logged','checked'), ('logged','returned'), ('returned','logged'), ('logged','voided'), \
('returned','voided'), ('checked','voided')"


def _reasoned(state: str, name: str, sentence: Any) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~Q(state=state) | Q(**{f"{state}_at__isnull": False}) & ~Q(**{f"{state}_reason": ""}),
        name=name,
        violation_error_message=sentence,
    )


@pghistory.track()
class Expense(Record):
    """Premium money that left, in the fund's currency, for an activity an assembly approved.

    `form_key` belongs to the form it was typed in, so that a form sent twice makes one expense. A historic expense
    (known from a source) may lack amount and date; without an amount it takes nothing from its activity.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="expenses", verbose_name=_("co-op"))
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="expenses", verbose_name=_("activity"))
    spent_on = models.DateField(_("date"), null=True, blank=True)
    spent_precision = precision_field()
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2, null=True, blank=True)
    payee = models.CharField(_("paid to"), max_length=120, blank=True)
    purpose = models.CharField(_("what for"), max_length=240)
    purpose_es = models.CharField(_("what for, in Spanish"), max_length=240, blank=True)
    purpose_pt = models.CharField(_("what for, in Portuguese"), max_length=240, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=ExpenseState, default=ExpenseState.LOGGED)
    form_key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    logged_at = models.DateTimeField(_("logged at"), null=True, blank=True, editable=False)
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="expenses_logged",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("logged by"),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("checked by"),
    )
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True, editable=False)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("returned by"),
    )
    returned_reason = models.TextField(_("why it was returned"), blank=True)
    voided_at = models.DateTimeField(_("voided at"), null=True, blank=True, editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("voided by"),
    )
    voided_reason = models.TextField(_("why it was voided"), blank=True)
    document_kind = models.CharField(
        _("tax document"), max_length=4, choices=DocumentKind, blank=True, default="", db_default=""
    )
    document_number = models.CharField(
        _("number of the tax document"), max_length=44, blank=True, default="", db_default=""
    )
    split_of = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="parts",
        null=True,
        blank=True,
        verbose_name=_("part of one voucher with"),
        help_text=_("Set when one voucher pays for two activities: the voucher stays with the first entry."),
    )
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    source = models.TextField(_("source"), blank=True)

    objects: ClassVar[models.Manager[Expense]] = ExpenseQuerySet.as_manager()

    class Meta:
        verbose_name = _("expense")
        verbose_name_plural = _("expenses")
        ordering = (F("spent_on").desc(nulls_last=True), "-pk")
        indexes = (
            models.Index("cooperative", F("spent_on").desc(nulls_last=True), F("id").desc(), name="expense_newest"),
            models.Index(
                "activity", F("spent_on").desc(nulls_last=True), F("id").desc(), name="expense_newest_of_activity"
            ),
            models.Index(fields=("cooperative", "state"), name="expense_by_state"),
            models.Index(fields=("cooperative", "logged_at"), name="expense_by_entry"),
            models.Index(
                fields=("cooperative", "logged_at"),
                condition=Q(state="logged", is_historic=False),
                name="expense_to_check",
            ),
            models.Index(fields=("cooperative", "amount"), name="expense_by_amount"),
            models.Index(
                "cooperative",
                OpClass("document_number", "varchar_pattern_ops"),
                condition=~Q(document_number=""),
                name="expense_by_document",
            ),
            GinIndex(words_in("payee", owner="cooperative"), name="expense_by_words"),
        )
        constraints = (
            precision_constraint("spent", "expense_date_precision"),
            together("expense_logged", "logged_at", "logged_by"),
            together("expense_checked", "checked_at", "checked_by"),
            together("expense_returned", "returned_at", "returned_by"),
            together("expense_voided", "voided_at", "voided_by"),
            models.CheckConstraint(
                condition=Q(is_historic=True)
                | Q(logged_at__isnull=False, spent_on__isnull=False, amount__isnull=False, spent_precision="day"),
                name="expense_complete",
                violation_error_message=_("An expense has a date, an amount and the person who logged it."),
            ),
            models.UniqueConstraint(
                fields=("cooperative", "document_number"),
                condition=~Q(document_number="") & ~Q(state="voided"),
                name="expense_document_once",
                violation_error_message=_(
                    "Another expense of this co-op already has this document number: one invoice is claimed once."
                ),
            ),
            models.CheckConstraint(
                condition=Q(document_kind="", document_number="") | ~Q(document_kind="") & ~Q(document_number=""),
                name="expense_document_kind",
                violation_error_message=_("Give both the kind of tax document and its number, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(split_of__isnull=True) | Q(document_number=""),
                name="expense_split_has_no_document",
                violation_error_message=_("The document number stays with the first entry of a split voucher."),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                name="expense_amount_above_zero",
                violation_error_message=_("An amount is above zero. To take an expense back, void it."),
            ),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="expense_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | Q(logged_by__isnull=True) | ~Q(checked_by=F("logged_by")),
                name="expense_checker_is_not_logger",
                violation_error_message=_("Nobody checks what they logged themselves. Ask another person."),
            ),
            models.CheckConstraint(
                condition=~Q(state="checked") | Q(checked_at__isnull=False),
                name="expense_checked_by_someone",
                violation_error_message=_("A checked expense says who checked it and when."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["logged", "returned"]) | Q(checked_at__isnull=True),
                name="expense_checked_only_then",
                violation_error_message=_("Only a checked expense says who checked it."),
            ),
            _reasoned("returned", "expense_returned_with_reason", _("Say what needs to be corrected.")),
            _reasoned("voided", "expense_voided_with_reason", _("Say why the expense is voided.")),
        )
        triggers = (
            same_cooperative("expense_same_cooperative", "activity_id", "premiums_activity"),
            same_cooperative("expense_same_cooperative_split", "split_of_id", "premiums_expense"),
            not_in_closed_plan(
                "expense_not_in_closed_year",
                "(SELECT plan_id FROM premiums_activity WHERE id = {row}.activity_id)",
            ),
            never_deleted("expense_never_deleted"),
            Rule(
                name="expense_starts_logged",
                sentence=_("A new expense starts as logged."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when("NEW.state <> 'logged'", "expense_starts_logged") + " RETURN NEW;",
            ),
            Rule(
                name="expense_not_in_future",
                sentence=_("The date lies in the future. Log an expense on the day it was paid, or later."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("spent_on"),
                func=refuse_when(
                    "NEW.spent_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative "
                    "WHERE id = NEW.cooperative_id))::date",
                    "expense_not_in_future",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="expense_state_arrows",
                sentence=_("An expense can't go from its present state to that one."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),
                func=refuse_when(
                    f"NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN ({_ARROWS})", "expense_state_arrows"
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="expense_fixed_once_checked",
                sentence=_("This expense was checked or voided, so it can't be changed any more. It can be voided."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    f"OLD.state = 'voided' AND NEW IS DISTINCT FROM OLD OR OLD.state = 'checked' AND ({_CHANGED} OR "
                    f"{_CHECK_CHANGED})",
                    "expense_fixed_once_checked",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="expense_keeps_author",
                sentence=_("Who logged an expense and when stays as it is."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("logged_by_id", "logged_at", "form_key", "cooperative_id", "is_historic"),
                func=refuse_when(
                    "(NEW.logged_by_id, NEW.logged_at, NEW.form_key, NEW.cooperative_id, NEW.is_historic) IS DISTINCT "
                    "FROM (OLD.logged_by_id, OLD.logged_at, OLD.form_key, OLD.cooperative_id, OLD.is_historic)",
                    "expense_keeps_author",
                )
                + " RETURN NEW;",
            ),
            document_number_is_real(),
            expenses_move_totals(),
        )

    def __str__(self) -> str:
        return f"{self.payee or self.purpose} {self.amount or '–'}"
