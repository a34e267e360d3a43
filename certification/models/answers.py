"""Answers to the criteria of an audit or a self-assessment."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.models.audits import Assessment
from certification.models.criteria import Criterion
from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, same_cooperative
from cooperatives.models import Cooperative


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Answers, chosen in the words of the office."""

    def given(self) -> AnswerQuerySet:
        """Those that say something; a comment alone is no answer."""
        return self.filter(Q(complies__isnull=False) | Q(rank__isnull=False) | Q(is_not_applicable=True))


@pghistory.track()
class Answer(Record):
    """What was answered to one criterion: yes or no, a rank from 1 to 5, not applicable, or nothing yet.

    Each stays with its criterion, and so with the version of the standard it was asked by.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="+", verbose_name=_("co-op"))
    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="answers", verbose_name=_("audit or self-assessment")
    )
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="answers", verbose_name=_("criterion"))
    complies = models.BooleanField(_("complies"), null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    is_not_applicable = models.BooleanField(_("not applicable"), default=False)
    comment = models.TextField(_("comment"), blank=True)
    answered_at = models.DateTimeField(_("answered at"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("answered by")
    )

    objects: ClassVar[models.Manager[Answer]] = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a criterion")
        verbose_name_plural = _("answers to criteria")
        ordering = ("assessment", "criterion")
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "criterion"),
                name="answer_once",
                violation_error_message=_("This criterion is already answered here: change that answer."),
            ),
            models.CheckConstraint(
                condition=Q(complies__isnull=True, rank__isnull=True)
                | Q(complies__isnull=True, is_not_applicable=False)
                | Q(rank__isnull=True, is_not_applicable=False),
                name="answer_says_one_thing",
                violation_error_message=_("An answer is yes or no, or a rank, or not applicable: only one of them."),
            ),
            models.CheckConstraint(
                condition=Q(rank__isnull=True) | Q(rank__gte=1, rank__lte=5),
                name="answer_rank",
                violation_error_message=_("Ranks go from 1 to 5."),
            ),
        )
        triggers = (
            same_cooperative("answer_same_cooperative", "assessment_id", "certification_assessment"),
            never_deleted("answer_never_deleted"),
            fixed(
                "answer_stays",
                "assessment_id",
                "criterion_id",
                "cooperative_id",
                sentence=_("An answer stays with its criterion and its assessment."),
            ),
            Rule(
                name="answer_while_open",
                sentence=_("This assessment isn't open any more, so its answers can't be changed."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("current", "text")],
                func="SELECT state INTO current FROM certification_assessment WHERE id = NEW.assessment_id FOR SHARE; "
                + refuse_when("current NOT IN ('open', 'returned')", "answer_while_open")
                + " RETURN NEW;",
            ),
            Rule(
                name="answer_of_version",
                sentence=_("This criterion belongs to another version of the standard than the assessment."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when(
                    "(SELECT version_id FROM certification_criterion WHERE id = NEW.criterion_id) <> "
                    "(SELECT version_id FROM certification_assessment WHERE id = NEW.assessment_id)",
                    "answer_of_version",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="answer_of_type",
                sentence=_("This criterion is answered the other way: by a rank, or by yes or no."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("complies", "rank"),
                declare=[("kind", "text")],
                func="SELECT answer_type INTO kind FROM certification_criterion WHERE id = NEW.criterion_id; "
                + refuse_when(
                    "kind = 'rank' AND NEW.complies IS NOT NULL OR kind = 'complies' AND NEW.rank IS NOT NULL",
                    "answer_of_type",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        if self.is_not_applicable:
            return str(_("not applicable"))
        if self.rank is not None:
            return str(self.rank)
        if self.complies is None:
            return str(_("not answered"))
        return str(_("yes") if self.complies else _("no"))

    @property
    def is_given(self) -> bool:
        """It says something; a comment alone is no answer."""
        return self.is_not_applicable or self.rank is not None or self.complies is not None
