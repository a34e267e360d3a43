"""Development programmes, the organisations behind them, and who works for them."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record, together
from cooperatives.models.people import ends_sessions
from cooperatives.roles import ProgrammeRole


@pghistory.track()
class Programme(Record):
    """A development programme; what is unknown stays empty. An umbrella holds the programmes that are its parts."""

    slug = models.SlugField(_("short key"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    name_es = models.CharField(_("name in Spanish"), max_length=160, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=160, blank=True)
    is_official_name = models.BooleanField(
        _("official name"), default=True, help_text=_("Off when the sources give no name and this one is ours.")
    )
    part_of = models.ForeignKey(
        "self", models.PROTECT, related_name="parts", null=True, blank=True, verbose_name=_("part of")
    )
    country_code = models.CharField(_("country code (ISO 3166-1)"), max_length=2, blank=True)
    region = models.CharField(_("region"), max_length=120, blank=True)
    starts_on = models.DateField(_("start"), null=True, blank=True)
    starts_precision = precision_field()
    ends_on = models.DateField(_("end"), null=True, blank=True)
    ends_precision = precision_field()
    candidates_goal = models.PositiveSmallIntegerField(
        _("further co-ops to bring onto the path to certification, at least"), null=True, blank=True
    )
    candidates_goal_source = models.TextField(_("source of the goal"), blank=True)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ("name", "pk")
        constraints = (
            precision_constraint("starts", "programme_start_precision"),
            precision_constraint("ends", "programme_end_precision"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="programme_ends_after_start",
                violation_error_message=_("A programme can't end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("pk")),
                name="programme_not_part_of_itself",
                violation_error_message=_("A programme can't be part of itself."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class PartnerKind(models.TextChoices):
    """What sort of organisation a partner is."""

    CERTIFIER = "certifier", _("certifier and programme lead")
    NON_PROFIT = "non-profit", _("non-profit organisation")
    FUNDER = "funder", _("foundation")
    COMPANY = "company", _("company")
    AGENCY = "agency", _("public agency")


@pghistory.track()
class Partner(Record):
    """An organisation that leads, funds or supports a programme."""

    slug = models.SlugField(_("short key"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=PartnerKind)
    country_code = models.CharField(_("country code (ISO 3166-1)"), max_length=2, blank=True)
    country_source = models.TextField(_("source of the country"), blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PartnerRoleKind(models.TextChoices):
    """What a partner does in a programme."""

    LEAD = "lead", _("leads")
    OWNER = "owner", _("owns")
    FUNDER = "funder", _("funds")
    PARTNER = "partner", _("partner")


@pghistory.track()
class PartnerRole(Record):
    """A partner's part in a programme. Amounts are not recorded here: the sources give none."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="partner_roles", verbose_name=_("programme"))
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="roles", verbose_name=_("partner"))
    kind = models.CharField(_("role"), max_length=8, choices=PartnerRoleKind)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("partner's role")
        verbose_name_plural = _("partners' roles")
        ordering = ("programme", "kind", "partner")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "partner", "kind"),
                name="partner_role_once",
                violation_error_message=_("This partner already has this role in the programme."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_kind_display()}"


@pghistory.track()
class ProgrammeAssignment(Record):
    """A person's role in a programme, and so in the co-ops enrolled in it. Ended, never deleted."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="programme_assignments", verbose_name=_("person")
    )
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="assignments", verbose_name=_("programme"))
    role = models.CharField(_("role"), max_length=8, choices=ProgrammeRole)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("ended by")
    )

    class Meta:
        verbose_name = _("programme assignment")
        verbose_name_plural = _("programme assignments")
        ordering = ("programme", "role", "user")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "programme", "role"),
                condition=Q(ended_at__isnull=True),
                name="programme_assignment_once",
                violation_error_message=_("This person already has this role in the programme."),
            ),
            together("programme_assignment_ended", "ended_at", "ended_by"),
        )
        triggers = (ends_sessions("programme_assignment_ends_sessions"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.programme}"
