"""Assemblies: when the next one is, who came, whether there was a quorum, and the papers."""

from __future__ import annotations

import datetime as dt

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.files import StoredFile
from config.records import Record, fixed, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative


class AssemblyKind(models.TextChoices):
    """What sort of assembly it was."""

    ORDINARY = "ordinary", _("ordinary assembly")
    EXTRAORDINARY = "extraordinary", _("extraordinary assembly")
    DELEGATES = "delegates", _("assembly of delegates")


class Call(models.IntegerChoices):
    """A second call usually needs fewer people."""

    FIRST = 1, _("first call")
    SECOND = 2, _("second call")


class Majority(models.TextChoices):
    """The co-op's rule for this vote."""

    SIMPLE = "simple", _("more for than against")
    ABSOLUTE = "absolute", _("more than half of those present")
    TWO_THIRDS = "two thirds", _("two thirds of those present")


@pghistory.track()
class Assembly(Record):
    """A meeting of the members. Quorum is a percentage of those entitled, by the co-op's own rule for that call."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="assemblies", verbose_name=_("co-op"))
    held_on = models.DateField(_("held on"), null=True, blank=True)
    held_precision = precision_field()
    kind = models.CharField(_("kind"), max_length=13, choices=AssemblyKind, blank=True)
    call = models.PositiveSmallIntegerField(_("call"), choices=Call, null=True, blank=True)
    entitled = models.PositiveIntegerField(_("entitled to vote"), null=True, blank=True)
    present_women = models.PositiveIntegerField(_("women present"), null=True, blank=True)
    present_men = models.PositiveIntegerField(_("men present"), null=True, blank=True)
    quorum_percent = models.DecimalField(
        _("quorum (percent of those entitled)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("assembly")
        verbose_name_plural = _("assemblies")
        ordering = (F("held_on").desc(nulls_last=True), "-pk")
        indexes = (models.Index(fields=("cooperative", "held_on"), name="assembly_by_cooperative"),)
        constraints = (
            precision_constraint("held", "assembly_date_precision"),
            models.CheckConstraint(
                condition=Q(is_historic=True)
                | Q(
                    held_on__isnull=False,
                    entitled__isnull=False,
                    entitled__gt=0,
                    present_women__isnull=False,
                    present_men__isnull=False,
                    quorum_percent__isnull=False,
                ),
                name="assembly_complete",
                violation_error_message=_(
                    "Record the date, how many members may vote, how many women and men came, and the quorum."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="assembly_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
            models.CheckConstraint(
                condition=Q(entitled__isnull=True)
                | Q(present_women__isnull=True)
                | Q(present_men__isnull=True)
                | Q(entitled__gte=F("present_women") + F("present_men")),
                name="assembly_present_within_entitled",
                violation_error_message=_("More people present than may vote: check the three numbers."),
            ),
            models.CheckConstraint(
                condition=Q(quorum_percent__isnull=True) | Q(quorum_percent__gt=0, quorum_percent__lte=100),
                name="assembly_quorum_percent",
                violation_error_message=_("The quorum is a percentage above 0 and up to 100."),
            ),
        )
        triggers = (
            never_deleted("assembly_never_deleted"),
            fixed(
                "assembly_stays_historic",
                "is_historic",
                sentence=_("Whether an entry is historic stays as it was first recorded."),
            ),
            Rule(
                name="assembly_fixed_once_adopted",
                sentence=_("This assembly adopted a resolution, so its numbers can't be changed any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "(NEW.entitled, NEW.present_women, NEW.present_men, NEW.quorum_percent, NEW.held_on, "
                    "NEW.cooperative_id, NEW.is_historic) IS DISTINCT FROM (OLD.entitled, OLD.present_women, "
                    "OLD.present_men, OLD.quorum_percent, OLD.held_on, OLD.cooperative_id, OLD.is_historic) "
                    "AND EXISTS (SELECT FROM premiums_resolution WHERE assembly_id = OLD.id AND state = 'adopted')",
                    "assembly_fixed_once_adopted",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.held_on or '–'}"

    @property
    def present(self) -> int | None:
        """People present; None when not recorded."""
        if self.present_women is None or self.present_men is None:
            return None
        return self.present_women + self.present_men


class PlannedAssemblyQuerySet(models.QuerySet["PlannedAssembly"]):
    """Assemblies somebody announced."""

    def open(self) -> PlannedAssemblyQuerySet:
        """Neither held nor cancelled, the earliest first."""
        return self.filter(cancelled_at__isnull=True, assembly__isnull=True).order_by("planned_on", "pk")

    def overdue(self, *, on: dt.date) -> PlannedAssemblyQuerySet:
        """Their day has passed, and nobody recorded what came of them."""
        return self.open().filter(planned_on__lt=on)


_TODAY = "(now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date"


@pghistory.track()
class PlannedAssembly(Record):
    """An assembly that is announced: its day, and place and agenda when known. Moved and cancelled with a reason.

    Once it was held, `assembly` is what was recorded of it.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="planned_assemblies", verbose_name=_("co-op")
    )
    planned_on = models.DateField(_("planned for"))
    kind = models.CharField(_("kind"), max_length=13, choices=AssemblyKind, default=AssemblyKind.ORDINARY)
    place = models.CharField(_("place"), max_length=200, blank=True)
    agenda = models.TextField(_("agenda"), blank=True)
    moved_reason = models.TextField(_("why it was moved"), blank=True)
    moved_at = models.DateTimeField(_("moved at"), null=True, blank=True, editable=False)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("moved by"),
    )
    cancelled_reason = models.TextField(_("why it was cancelled"), blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("cancelled by"),
    )
    assembly = models.OneToOneField(
        Assembly, models.PROTECT, related_name="planned", null=True, blank=True, verbose_name=_("assembly held")
    )

    objects = PlannedAssemblyQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned assembly")
        verbose_name_plural = _("planned assemblies")
        ordering = ("-planned_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "planned_on"),
                condition=Q(cancelled_at__isnull=True),
                name="planned_assembly_once_a_day",
                violation_error_message=_("An assembly is already planned for this day."),
            ),
            together("planned_assembly_moved", "moved_at", "moved_by"),
            together("planned_assembly_cancelled", "cancelled_at", "cancelled_by"),
            models.CheckConstraint(
                condition=Q(moved_at__isnull=True) | ~Q(moved_reason=""),
                name="planned_assembly_moved_with_reason",
                violation_error_message=_("Say why the assembly is moved."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | ~Q(cancelled_reason=""),
                name="planned_assembly_cancelled_with_reason",
                violation_error_message=_("Say why the assembly is cancelled."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(assembly__isnull=True),
                name="planned_assembly_held_or_cancelled",
                violation_error_message=_("A cancelled assembly was not held. Plan it again, or record the one held."),
            ),
        )
        triggers = (
            never_deleted("planned_assembly_never_deleted"),
            same_cooperative("planned_assembly_same_cooperative", "assembly_id", "premiums_assembly"),
            fixed(
                "planned_assembly_stays_with_its_cooperative",
                "cooperative_id",
                sentence=_("A planned assembly stays with its co-op."),
            ),
            Rule(
                name="planned_assembly_moved_by_somebody",
                sentence=_("Who moves an assembly to another day says why."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("planned_on"),
                func=refuse_when(
                    "NEW.planned_on <> OLD.planned_on AND (NEW.moved_at IS NULL OR NEW.moved_at = OLD.moved_at)",
                    "planned_assembly_moved_by_somebody",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="planned_assembly_settled",
                sentence=_("This assembly was held or cancelled, so its plan can't be changed any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "(OLD.cancelled_at IS NOT NULL OR OLD.assembly_id IS NOT NULL) AND NEW IS DISTINCT FROM OLD",
                    "planned_assembly_settled",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="planned_assembly_held_by_then",
                sentence=_("The date lies in the future. Record an assembly once it was held."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("assembly_id"),
                func=refuse_when(
                    f"(SELECT held_on FROM premiums_assembly WHERE id = NEW.assembly_id) > {_TODAY}",
                    "planned_assembly_held_by_then",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.planned_on}"


@pghistory.track()
class AssemblyRule(Record):
    """The co-op's own rule for its assemblies from a date on: quorum for each call, and the usual majority."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="assembly_rules", verbose_name=_("co-op"))
    from_on = models.DateField(_("from"))
    quorum_first_percent = models.DecimalField(
        _("quorum at the first call (percent of those entitled)"), max_digits=5, decimal_places=2
    )
    quorum_second_percent = models.DecimalField(
        _("quorum at the second call (percent of those entitled)"), max_digits=5, decimal_places=2
    )
    majority = models.CharField(_("majority"), max_length=10, choices=Majority, default=Majority.SIMPLE)
    source = models.TextField(_("source"), blank=True, help_text=_("The article of the bylaws, for example."))

    class Meta:
        verbose_name = _("rule for assemblies")
        verbose_name_plural = _("rules for assemblies")
        ordering = ("cooperative", "-from_on")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "from_on"),
                name="assembly_rule_once",
                violation_error_message=_("The co-op already has a rule from this date."),
            ),
            models.CheckConstraint(
                condition=Q(quorum_first_percent__gt=0, quorum_first_percent__lte=100)
                & Q(quorum_second_percent__gt=0, quorum_second_percent__lte=100),
                name="assembly_rule_percent",
                violation_error_message=_("The quorum is a percentage above 0 and up to 100."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.from_on}"


class AssemblyFileKind(models.TextChoices):
    """Which paper of the assembly it is."""

    MINUTES = "minutes", _("minutes")
    ATTENDANCE = "attendance", _("attendance list")


@pghistory.track()
class AssemblyFile(StoredFile):
    """The minutes or the attendance list, as a photo or a PDF, stored outside the web root."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="assembly_files", verbose_name=_("co-op"))
    assembly = models.ForeignKey(Assembly, models.PROTECT, related_name="files", verbose_name=_("assembly"))
    kind = models.CharField(_("kind"), max_length=10, choices=AssemblyFileKind)
    file = models.FileField(_("file"), upload_to="assemblies/%Y/%m/", max_length=200)

    class Meta:
        verbose_name = _("paper of an assembly")
        verbose_name_plural = _("papers of assemblies")
        ordering = ("assembly", "kind", "uploaded_at")
        constraints = (
            models.UniqueConstraint(
                fields=("assembly", "kind", "sha256"),
                name="assembly_file_once",
                violation_error_message=_("This file is already kept with the assembly."),
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=10 * 1024 * 1024),
                name="assembly_file_size",
                violation_error_message=_("A file of an assembly has at most 10 MB."),
            ),
        )
        triggers = (
            same_cooperative("assembly_file_same_cooperative", "assembly_id", "premiums_assembly"),
            never_deleted("assembly_file_never_deleted"),
            Rule(
                name="assembly_file_fixed",
                sentence=_("A paper of an assembly can't be changed. Add another one."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("NEW IS DISTINCT FROM OLD", "assembly_file_fixed") + " RETURN NEW;",
            ),
        )
