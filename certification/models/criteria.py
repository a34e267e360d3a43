"""What a version of a standard asks: sections, criteria, and which criteria of two versions correspond."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.models.standards import StandardVersion
from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models.facts import Confidence


@pghistory.track()
class Section(Record):
    """A section of a version. The title is the standard's own; the confidence says how it is known."""

    version = models.ForeignKey(
        StandardVersion, models.PROTECT, related_name="sections", verbose_name=_("version of a standard")
    )
    number = models.CharField(_("number"), max_length=20)
    title = models.CharField(_("title"), max_length=160)
    title_es = models.CharField(_("title in Spanish"), max_length=160, blank=True)
    title_pt = models.CharField(_("title in Portuguese"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)

    class Meta:
        verbose_name = _("section of a standard")
        verbose_name_plural = _("sections of standards")
        ordering = ("version", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "number"),
                name="section_once",
                violation_error_message=_("The version already has a section with this number."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CriterionKind(models.TextChoices):
    """How a criterion counts. Minimum and progress are the words in use before 2011."""

    CORE = "core", _("core")
    MAJOR = "major", _("major")
    DEVELOPMENT = "development", _("development")
    VOLUNTARY = "voluntary", _("voluntary")
    MINIMUM = "minimum", _("minimum")
    PROGRESS = "progress", _("progress")


# Every one of these has to be met once it is due.
MUST_PASS = (CriterionKind.CORE, CriterionKind.MAJOR, CriterionKind.MINIMUM)


class AnswerType(models.TextChoices):
    """How a criterion is answered."""

    COMPLIES = "complies", _("complies: yes or no")
    RANK = "rank", _("rank from 1 to 5")


class CriterionQuerySet(models.QuerySet["Criterion"]):
    """Criteria, chosen in the words of the office."""

    def must_pass(self) -> CriterionQuerySet:
        """Core and major criteria, and the minimum ones of older versions."""
        return self.filter(kind__in=MUST_PASS)

    def in_order(self) -> CriterionQuerySet:
        """As the standard lists them; a stable order."""
        return self.order_by("section__position", "section", "position", "pk")


@pghistory.track()
class Criterion(Record):
    """One thing a version asks, in our own words.

    `code` is the certifier's number and stays empty until somebody has read it there. `kind` and `due_year` (years
    after the first certification) are empty where nobody confirmed them; such a criterion is never judged.
    """

    version = models.ForeignKey(
        StandardVersion, models.PROTECT, related_name="criteria", verbose_name=_("version of a standard")
    )
    section = models.ForeignKey(Section, models.PROTECT, related_name="criteria", verbose_name=_("section"))
    code = models.CharField(_("the certifier's number"), max_length=30, blank=True)
    text = models.TextField(_("topic in own words"))
    text_es = models.TextField(_("topic in Spanish"), blank=True)
    text_pt = models.TextField(_("topic in Portuguese"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=CriterionKind, blank=True)
    due_year = models.PositiveSmallIntegerField(
        _("due in year"), null=True, blank=True, help_text=_("Years after the first certification.")
    )
    answer_type = models.CharField(_("answered by"), max_length=8, choices=AnswerType, default=AnswerType.COMPLIES)
    is_topic_level = models.BooleanField(
        _("topic only"), default=False, help_text=_("Not a requirement of its own: confirm with the certifier's list.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)
    corresponds_to = models.ManyToManyField(
        "self",
        through="Correspondence",
        through_fields=("criterion", "earlier"),
        symmetrical=False,
        related_name="later_criteria",
        blank=True,
        verbose_name=_("corresponds to, in an earlier version"),
    )

    objects: ClassVar[models.Manager[Criterion]] = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ("version", "section__position", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "code"),
                condition=~Q(code=""),
                name="criterion_code_once",
                violation_error_message=_("The version already has a criterion with this number."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="development") | Q(answer_type="rank"),
                name="criterion_development_ranked",
                violation_error_message=_("A development criterion is answered by a rank, for the average."),
            ),
        )
        triggers = (
            Rule(
                name="criterion_section_of_version",
                sentence=_("The section belongs to another version of the standard."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("version_id", "section_id"),
                func=refuse_when(
                    "(SELECT version_id FROM certification_section WHERE id = NEW.section_id) <> NEW.version_id",
                    "criterion_section_of_version",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="criterion_due_year_of_version",
                sentence=_("This version has no such due year. Its years are listed at the version."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("due_year", "version_id"),
                func=refuse_when(
                    "NEW.due_year IS NOT NULL AND NOT NEW.due_year = ANY "
                    "((SELECT due_years FROM certification_standardversion WHERE id = NEW.version_id)::smallint[])",
                    "criterion_due_year_of_version",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="criterion_fixed_once_judged",
                sentence=_(
                    "An audit or a reviewed self-assessment answered this criterion, so what it asks and how it counts "
                    "can't be changed any more. Add a new version of the standard instead."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("version_id", "text", "kind", "due_year", "answer_type"),
                func=refuse_when(
                    "(NEW.version_id, NEW.text, NEW.kind, NEW.due_year, NEW.answer_type) IS DISTINCT FROM "
                    "(OLD.version_id, OLD.text, OLD.kind, OLD.due_year, OLD.answer_type) AND EXISTS "
                    "(SELECT FROM certification_answer a JOIN certification_assessment s ON s.id = a.assessment_id "
                    "WHERE a.criterion_id = OLD.id AND s.state IN ('reviewed', 'held'))",
                    "criterion_fixed_once_judged",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code or self.section.number}: {self.text[:60]}"

    @property
    def must_pass(self) -> bool:
        """It has to be met once it is due."""
        return self.kind in MUST_PASS


@pghistory.track()
class Correspondence(Record):
    """A criterion asks the same as one of an earlier version: only such pairs are compared over time."""

    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="correspondences", verbose_name=_("criterion")
    )
    earlier = models.ForeignKey(
        Criterion, models.PROTECT, related_name="later_correspondences", verbose_name=_("earlier criterion")
    )
    note = models.TextField(_("note"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("correspondence of criteria")
        verbose_name_plural = _("correspondences of criteria")
        ordering = ("criterion", "earlier")
        constraints = (
            models.UniqueConstraint(
                fields=("criterion", "earlier"),
                name="correspondence_once",
                violation_error_message=_("These two criteria are already joined."),
            ),
            models.CheckConstraint(
                condition=~Q(criterion=F("earlier")),
                name="correspondence_of_two",
                violation_error_message=_("A criterion doesn't correspond to itself."),
            ),
        )
        triggers = (
            Rule(
                name="correspondence_across_versions",
                sentence=_("Only criteria of two versions of the same standard correspond."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("criterion_id", "earlier_id"),
                func=refuse_when(
                    "NOT EXISTS (SELECT FROM certification_criterion c JOIN certification_standardversion v "
                    "ON v.id = c.version_id, certification_criterion e JOIN certification_standardversion w "
                    "ON w.id = e.version_id WHERE c.id = NEW.criterion_id AND e.id = NEW.earlier_id "
                    "AND v.standard_id = w.standard_id AND v.id <> w.id)",
                    "correspondence_across_versions",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.criterion} = {self.earlier}"
