"""Members and guests: the people of a co-op, whoever of them takes part in something."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, together
from config.words import plain, plain_text, words_in
from cooperatives.models.cooperatives import Cooperative


class Sex(models.TextChoices):
    """As the person says; empty means not recorded."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", _("other")


class MemberRole(models.TextChoices):
    """What the person does at the co-op; empty means not recorded."""

    PRODUCER = "producer", _("producer")
    FAMILY = "family", _("family of a producer")
    STAFF = "staff", _("staff of the co-op")
    BOARD = "board", _("board")
    OVERSIGHT = "oversight", _("oversight committee")
    INSPECTOR = "inspector", _("internal inspector")
    PROMOTER = "promoter", _("promoter")


class MemberQuerySet(models.QuerySet["Member"]):
    """People of co-ops, chosen in the words of the office."""

    def named(self, text: str) -> MemberQuerySet:
        """Those whose name holds every word of `text`, or the beginning or middle of it, with or without accents."""
        found = self
        for word in plain(text).split():
            found = found.filter(name_key__contains=word)
        return found

    def people(self) -> MemberQuerySet:
        """Each person once: without the entries that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def membership(self) -> MemberQuerySet:
        """The members of today: neither guests, nor those who left, nor second entries."""
        return self.people().filter(left_on__isnull=True, is_guest=False)


@pghistory.track(exclude=["name_key"])
class Member(Record):
    """A person of a co-op: a producer who belongs to it, or a guest. Personal data, for those who may see members.

    Two entries for one person are merged: one points to the other and takes part in nothing new; what it took part in
    stays with it and counts for the person. A name is removed on request; the row stays, for the counts.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="members", verbose_name=_("co-op"))
    name = models.CharField(_("name"), max_length=120)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    community = models.CharField(_("community"), max_length=80, blank=True)
    joined_on = models.DateField(_("member since"), null=True, blank=True)
    joined_precision = precision_field()
    left_on = models.DateField(_("member until"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)
    role = models.CharField(_("role"), max_length=9, choices=MemberRole, blank=True, default="", db_default="")
    is_guest = models.BooleanField(
        _("guest"), default=False, db_default=False, help_text=_("Takes part, but is no member of the co-op.")
    )
    spoken_language = models.CharField(
        _("language spoken"),
        max_length=40,
        blank=True,
        default="",
        db_default="",
        help_text=_("As the person says it, for example Tseltal. May stay empty."),
    )
    consent_at = models.DateTimeField(_("agreed to keeping their data"), null=True, blank=True, editable=False)
    consent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("agreement recorded by"),
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="second_entries",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("is the same person as"),
    )
    merged_at = models.DateTimeField(_("merged at"), null=True, blank=True, editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("merged by"),
    )
    name_removed_at = models.DateTimeField(_("name removed at"), null=True, blank=True, editable=False)
    name_removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("name removed by"),
    )
    name_key = models.GeneratedField(
        expression=plain_text("name"),
        output_field=models.CharField(max_length=120),
        db_persist=True,
        verbose_name=_("name as it is searched"),
    )

    objects: ClassVar[models.Manager[Member]] = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ("name", "pk")
        indexes = (
            models.Index(fields=("cooperative", "name"), name="member_by_cooperative"),
            GinIndex(words_in("name", owner="cooperative"), name="member_by_words"),
        )
        constraints = (
            precision_constraint("joined", "member_joined_precision"),
            models.CheckConstraint(
                condition=Q(birth_year__isnull=True) | Q(birth_year__range=(1900, 2100)),
                name="member_birth_year",
                violation_error_message=_("A year of birth has four digits, such as 1974."),
            ),
            together("member_consent", "consent_at", "consent_by"),
            together("member_merged", "merged_into", "merged_at", "merged_by"),
            together("member_name_removed", "name_removed_at", "name_removed_by"),
            models.CheckConstraint(
                condition=Q(name_removed_at__isnull=True)
                | Q(name="", community="", spoken_language="", source="", consent_at__isnull=True),
                name="member_removed_name_stays_away",
                violation_error_message=_(
                    "The name of this person was removed on request, so neither name nor community, language, source "
                    "or agreement is kept."
                ),
            ),
        )
        triggers = (
            Rule(
                name="member_merged_into_first_entry",
                sentence=_(
                    "An entry is merged into another one that stands for a person: not into itself, nor into one that "
                    "was itself merged. What was merged into this entry must move along first."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),
                func="IF NEW.merged_into_id IS NULL THEN RETURN NEW; END IF;"
                " PERFORM FROM cooperatives_member WHERE id = NEW.merged_into_id FOR NO KEY UPDATE; "
                + refuse_when(
                    "NEW.merged_into_id = NEW.id"
                    " OR EXISTS (SELECT FROM cooperatives_member WHERE id = NEW.merged_into_id"
                    " AND merged_into_id IS NOT NULL)"
                    " OR EXISTS (SELECT FROM cooperatives_member WHERE merged_into_id = NEW.id)",
                    "member_merged_into_first_entry",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return self.name or _now("name removed")
