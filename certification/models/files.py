"""The certification file of a co-op under a scheme, and its steps: a dated history that nobody rewrites.

A file's state follows from its steps; nothing else writes it. The row of the file is also the lock: whatever must not
happen at the same moment (a step, a permission, a non-conformity, a certificate) takes it first.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certification.models.standards import Certifier, StandardVersion
from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, same_cooperative, together
from config.ui import in_language
from cooperatives.models import Cooperative, Scheme, User
from cooperatives.models.facts import Confidence

LOCK_FILE = "PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; "
OPEN_MAJOR = (
    "EXISTS (SELECT FROM certification_nonconformity WHERE file_id = NEW.file_id AND severity = 'major' "
    "AND state NOT IN ('closed', 'voided'))"
)
NOT_IN_FUTURE = (
    "> (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date"
)


class FileState(models.TextChoices):
    """Where a file stands, in the order of the path. Which moves there are: see ARROWS."""

    ENQUIRY = "enquiry", _("enquiry")
    PREPARATION = "preparation", _("self-assessment")
    APPLICATION = "application", _("application")
    AUDIT = "audit", _("audit")
    CORRECTION = "correction", _("corrective measures")
    DECISION = "decision", _("decision")
    CERTIFIED = "certified", _("certified")
    SUSPENDED = "suspended", _("suspended")
    DECERTIFIED = "decertified", _("decertified")
    DENIED = "denied", _("denied")
    WITHDRAWN = "withdrawn", _("withdrawn")


S = FileState
ARROWS: dict[str, tuple[str, ...]] = {
    "": (S.ENQUIRY,),
    S.ENQUIRY: (S.PREPARATION, S.APPLICATION, S.WITHDRAWN),
    S.PREPARATION: (S.APPLICATION, S.WITHDRAWN),
    S.APPLICATION: (S.AUDIT, S.PREPARATION, S.DENIED, S.WITHDRAWN),
    S.AUDIT: (S.CORRECTION, S.DECISION, S.WITHDRAWN),
    S.CORRECTION: (S.DECISION, S.AUDIT, S.DENIED, S.WITHDRAWN),
    S.DECISION: (S.CERTIFIED, S.CORRECTION, S.DENIED, S.WITHDRAWN),
    S.CERTIFIED: (S.SUSPENDED, S.DECERTIFIED, S.WITHDRAWN),
    S.SUSPENDED: (S.CERTIFIED, S.DECERTIFIED, S.WITHDRAWN),
    S.DECERTIFIED: (S.ENQUIRY,),
    S.DENIED: (S.ENQUIRY,),
    S.WITHDRAWN: (S.ENQUIRY,),
}
PATH = (S.ENQUIRY, S.PREPARATION, S.APPLICATION, S.AUDIT, S.CORRECTION, S.DECISION, S.CERTIFIED)
# In these nothing may be sold on Fair Trade terms, and the move there says why.
BARRED = (S.SUSPENDED, S.DECERTIFIED, S.DENIED, S.WITHDRAWN)
_PAIRS = ", ".join(f"('{start}','{end}')" for start, ends in ARROWS.items() for end in ends)
_BARRED = ", ".join(f"'{state}'" for state in BARRED)


class CertificationFileQuerySet(models.QuerySet["CertificationFile"]):
    """Files, chosen in the words of the office."""

    def visible_to(self, user: User) -> CertificationFileQuerySet:
        """Those of the co-ops this person may see."""
        return self.filter(cooperative__in=Cooperative.objects.visible_to(user))

    def on_the_path(self) -> CertificationFileQuerySet:
        """Not yet certified and not given up."""
        return self.filter(state__in=[state for state in PATH if state != S.CERTIFIED])

    def certified(self) -> CertificationFileQuerySet:
        """Certified now."""
        return self.filter(state=S.CERTIFIED)

    def with_open_major(self) -> CertificationFileQuerySet:
        """Annotated with `has_open_major`: a major non-conformity is not closed."""
        findings = self.model._meta.apps.get_model("certification", "NonConformity").objects
        return self.annotate(has_open_major=Exists(findings.open().filter(severity="major", file=OuterRef("pk"))))


@pghistory.track()
class CertificationFile(Record):
    """What belongs to the certification of one co-op under one scheme.

    `year_zero_on` is the day of the first certification, from which the due years of criteria count. A historic file
    is known from a source, with parts not recorded. `state`, `since_on` follow from the steps; an empty state means
    that no step was recorded yet.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="certification_files", verbose_name=_("co-op")
    )
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="certification_files", verbose_name=_("scheme"))
    version = models.ForeignKey(
        StandardVersion,
        models.PROTECT,
        related_name="files",
        null=True,
        blank=True,
        verbose_name=_("version of a standard"),
    )
    certifier = models.ForeignKey(
        Certifier, models.PROTECT, related_name="files", null=True, blank=True, verbose_name=_("certifier")
    )
    certifier_reference = models.CharField(_("the certifier's number for the co-op"), max_length=40, blank=True)
    products = models.CharField(_("products and forms"), max_length=240, blank=True)
    scope = models.TextField(_("who is covered: member organisations and sites"), blank=True)
    year_zero_on = models.DateField(_("first certified on"), null=True, blank=True)
    cycle_starts_on = models.DateField(_("cycle from"), null=True, blank=True)
    cycle_ends_on = models.DateField(_("cycle to"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=FileState, blank=True, default="", db_default="", editable=False
    )
    since_on = models.DateField(_("in this state since"), null=True, blank=True, editable=False)
    since_precision = precision_field(editable=False)
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)

    objects: ClassVar[models.Manager[CertificationFile]] = CertificationFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("certification file")
        verbose_name_plural = _("certification files")
        ordering = ("cooperative", "scheme", "pk")
        indexes = (models.Index(fields=("state",), name="certification_file_by_state"),)
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "scheme"),
                name="certification_file_once",
                violation_error_message=_("The co-op already has a certification file for this scheme."),
            ),
            precision_constraint("since", "certification_file_since_precision"),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="certification_file_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
            models.CheckConstraint(
                condition=Q(cycle_ends_on__isnull=True)
                | Q(cycle_starts_on__isnull=True)
                | Q(cycle_ends_on__gte=F("cycle_starts_on")),
                name="certification_file_cycle",
                violation_error_message=_("A cycle can't end before it starts."),
            ),
        )
        triggers = (
            never_deleted("certification_file_never_deleted"),
            fixed(
                "certification_file_owner_stays",
                "cooperative_id",
                "scheme_id",
                "is_historic",
                sentence=_("A certification file stays with its co-op and its scheme."),
            ),
            Rule(
                name="certification_file_version_of_scheme",
                sentence=_("This version belongs to a standard of another scheme."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("version_id"),
                func=refuse_when(
                    "NEW.version_id IS NOT NULL AND (SELECT s.scheme_id FROM certification_standard s "
                    "JOIN certification_standardversion v ON v.standard_id = s.id WHERE v.id = NEW.version_id) "
                    "<> NEW.scheme_id",
                    "certification_file_version_of_scheme",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="certification_file_state_from_steps",
                sentence=_("The state of a file follows from its steps, it is not written by hand."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state", "since_on", "since_precision"),
                func="IF TG_OP = 'INSERT' THEN "
                + refuse_when("NEW.state <> '' OR NEW.since_on IS NOT NULL", "certification_file_state_from_steps")
                + " ELSE "
                + refuse_when(
                    "pg_trigger_depth() < 2 AND (NEW.state, NEW.since_on, NEW.since_precision) IS DISTINCT FROM "
                    "(OLD.state, OLD.since_on, OLD.since_precision)",
                    "certification_file_state_from_steps",
                )
                + " END IF; RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {in_language(self.scheme, 'name')}"

    @property
    def next_states(self) -> tuple[FileState, ...]:
        """Where it may move from here."""
        return tuple(FileState(state) for state in ARROWS[self.state])

    @property
    def is_barred(self) -> bool:
        """Suspended, decertified, denied or withdrawn: nothing may be sold on Fair Trade terms."""
        return self.state in BARRED

    def days_in_state(self, on: dt.date) -> int | None:
        """Days in the present state; None when it isn't known to the day since when."""
        return (on - self.since_on).days if self.since_on and self.since_precision == "day" else None


@pghistory.track()
class Step(Record):
    """A file moved from one state to another. Never changed and never deleted: a wrong step is followed by a right one.

    `until_on` is the last day of a suspension. A historic step is known from a source: its date may be partial, nobody
    of ours recorded it, and it needs no arrow.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="certification_steps", verbose_name=_("co-op")
    )
    file = models.ForeignKey(
        CertificationFile, models.PROTECT, related_name="steps", verbose_name=_("certification file")
    )
    from_state = models.CharField(_("from"), max_length=12, choices=FileState, blank=True)
    to_state = models.CharField(_("to"), max_length=12, choices=FileState)
    taken_on = models.DateField(_("date"), null=True, blank=True)
    taken_precision = precision_field()
    until_on = models.DateField(_("suspended until, at the latest"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), null=True, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("step of a certification file")
        verbose_name_plural = _("steps of certification files")
        ordering = ("file", "pk")
        indexes = (models.Index(fields=("file", "taken_on"), name="step_by_file"),)
        constraints = (
            precision_constraint("taken", "step_date_precision"),
            together("step_recorded", "recorded_at", "recorded_by"),
            models.CheckConstraint(
                condition=Q(is_historic=True)
                | Q(taken_on__isnull=False, taken_precision="day", recorded_at__isnull=False),
                name="step_complete",
                violation_error_message=_("A step has a date and the person who recorded it."),
            ),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="step_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
            models.CheckConstraint(
                condition=~Q(to_state__in=BARRED) | ~Q(note="") | Q(is_historic=True),
                name="step_says_why",
                violation_error_message=_("Say why the file is suspended, decertified, denied or withdrawn."),
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True)
                | Q(to_state="suspended", taken_on__isnull=False, until_on__gt=F("taken_on")),
                name="step_until_of_suspension",
                violation_error_message=_("Only a suspension has an end, which comes after its start."),
            ),
        )
        triggers = (
            same_cooperative("step_same_cooperative", "file_id", "certification_certificationfile"),
            never_deleted("step_never_deleted"),
            Rule(
                name="step_never_changed",
                sentence=_("The history of a certification file isn't rewritten. Record another step instead."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("NEW IS DISTINCT FROM OLD", "step_never_changed") + " RETURN NEW;",
            ),
            Rule(
                name="step_arrow",
                sentence=_("A certification file can't go from its present state to that one."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("current", "text")],
                func="SELECT state INTO current FROM certification_certificationfile WHERE id = NEW.file_id "
                "FOR NO KEY UPDATE; "
                + refuse_when(
                    "NEW.from_state <> current OR NOT (NEW.is_historic AND NEW.from_state = '') "
                    f"AND (NEW.from_state, NEW.to_state) NOT IN ({_PAIRS})",
                    "step_arrow",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="step_blocked_by_major",
                sentence=_("A major non-conformity is still open, so the co-op can't be certified yet."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.to_state = 'certified'"),
                func=LOCK_FILE + refuse_when(OPEN_MAJOR, "step_blocked_by_major") + " RETURN NEW;",
            ),
            Rule(
                name="step_in_order",
                sentence=_("The date lies before the step that went before."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=LOCK_FILE
                + refuse_when(
                    "NEW.taken_on < (SELECT since_on FROM certification_certificationfile WHERE id = NEW.file_id)",
                    "step_in_order",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="step_not_in_future",
                sentence=_("The date lies in the future. Record a step on the day it was taken, or later."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when(f"NEW.taken_on {NOT_IN_FUTURE}", "step_not_in_future") + " RETURN NEW;",
            ),
            Rule(
                name="step_suspension_limit",
                sentence=_("The suspension would be longer than the version of the standard allows."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.until_on IS NOT NULL"),
                func=refuse_when(
                    "NEW.until_on > (SELECT (NEW.taken_on + make_interval(months => v.suspension_months::integer))"
                    "::date FROM certification_certificationfile f JOIN certification_standardversion v "
                    "ON v.id = f.version_id WHERE f.id = NEW.file_id)",
                    "step_suspension_limit",
                )
                + " RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="step_moves_file",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func=f"""
                    UPDATE certification_certificationfile SET
                        state = NEW.to_state, since_on = NEW.taken_on, since_precision = NEW.taken_precision,
                        year_zero_on = CASE WHEN NEW.to_state = 'certified' AND NEW.taken_precision = 'day'
                            THEN coalesce(year_zero_on, NEW.taken_on) ELSE year_zero_on END
                    WHERE id = NEW.file_id;
                    IF NEW.to_state IN ({_BARRED}) AND NEW.taken_on IS NOT NULL THEN
                        UPDATE certification_tradepermission SET
                            until_on = greatest(from_on, least(coalesce(until_on, NEW.taken_on), NEW.taken_on)),
                            ended_at = NEW.recorded_at, ended_by_id = NEW.recorded_by_id, ended_reason = NEW.note
                        WHERE file_id = NEW.file_id AND ended_at IS NULL
                            AND (until_on IS NULL OR until_on > NEW.taken_on);
                    END IF;
                    RETURN NULL;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.file}: {self.get_to_state_display()}"
