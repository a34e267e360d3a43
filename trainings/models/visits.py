"""Follow-up visits: is what was taught done on the farm?"""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative
from cooperatives.models import Cooperative, Member
from trainings.models.attendance import one_entry_a_person
from trainings.models.trainings import Training


class Adoption(models.TextChoices):
    """Whether the practice is done."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


@pghistory.track()
class FollowUpVisit(Record):
    """What a visitor saw of one practice at one person's farm, or at the co-op."""

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="follow_up_visits", verbose_name=_("co-op")
    )
    member = models.ForeignKey(
        Member,
        models.PROTECT,
        related_name="follow_up_visits",
        null=True,
        blank=True,
        verbose_name=_("person visited"),
        help_text=_("Empty when the co-op itself was visited."),
    )
    training = models.ForeignKey(
        Training,
        models.PROTECT,
        related_name="follow_up_visits",
        null=True,
        blank=True,
        verbose_name=_("training it follows"),
    )
    visited_on = models.DateField(_("date of the visit"))
    practice = models.CharField(_("practice"), max_length=160)
    adopted = models.CharField(_("adopted"), max_length=6, choices=Adoption)
    evidence = models.TextField(
        _("evidence"), blank=True, help_text=_("What was seen: for example pits dug, a record.")
    )
    recorded_at = models.DateTimeField(_("recorded at"), editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("recorded by")
    )

    class Meta:
        verbose_name = _("follow-up visit")
        verbose_name_plural = _("follow-up visits")
        ordering = ("-visited_on", "-pk")
        indexes = (models.Index(fields=("cooperative", "-visited_on"), name="follow_up_by_cooperative"),)
        triggers = (
            never_deleted("follow_up_never_deleted"),
            same_cooperative("follow_up_same_cooperative", "member_id", "cooperatives_member"),
            one_entry_a_person("follow_up_of_first_entry"),
            Rule(
                name="follow_up_not_in_future",
                sentence=_("The date lies in the future. Record a visit once it was made."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("visited_on"),
                func=refuse_when(
                    "NEW.visited_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative"
                    " WHERE id = NEW.cooperative_id))::date",
                    "follow_up_not_in_future",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.practice}, {self.visited_on}"
