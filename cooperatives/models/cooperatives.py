"""Co-ops, the programmes they are enrolled in, and the people who work for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record, together
from cooperatives.models.people import ends_sessions
from cooperatives.models.places import Place
from cooperatives.models.programmes import Programme
from cooperatives.roles import CooperativeRole, Permission, granting

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cooperatives.models.people import User


class Currency(models.TextChoices):
    """The currencies premium funds are kept in, ISO 4217."""

    MXN = "MXN", _("Mexican peso")
    BRL = "BRL", _("Brazilian real")
    USD = "USD", _("US dollar")
    EUR = "EUR", _("euro")
    IDR = "IDR", _("Indonesian rupiah")


class TimeZone(models.TextChoices):
    """Where a co-op's day begins."""

    CHIAPAS = "America/Mexico_City", _("Central Mexico")
    MINAS_GERAIS = "America/Sao_Paulo", _("Brasília")
    ACEH = "Asia/Jakarta", _("Western Indonesia")
    UTC = "UTC", _("UTC")


class CooperativeQuerySet(models.QuerySet["Cooperative"]):
    """Co-ops, chosen in the words of the office."""

    def visible_to(
        self, user: User | AnonymousUser, permission: Permission = Permission.SEE_COOPERATIVE
    ) -> CooperativeQuerySet:
        """The co-ops this person may see; the one definition of scope, every co-op-owned row follows it.

        Administrators see all; people of a programme the co-ops enrolled in it or in a part of it; staff their own.
        With a `permission`, only those in which a role of theirs grants it.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_superuser:
            return self
        return self.where_held(user, *granting(permission))

    def where_held(
        self, user: User, in_cooperatives: Collection[str], in_programmes: Collection[str]
    ) -> CooperativeQuerySet:
        """The co-ops in which this person holds one of these roles now, there or in a programme of the co-op."""
        held = user.programme_assignments.filter(ended_at__isnull=True, role__in=in_programmes)
        programmes = held.values("programme")
        enrolled = Enrolment.objects.filter(Q(programme__in=programmes) | Q(programme__part_of__in=programmes))
        staffed = user.staff_assignments.filter(ended_at__isnull=True, role__in=in_cooperatives)
        return self.filter(Q(pk__in=enrolled.values("cooperative")) | Q(pk__in=staffed.values("cooperative")))


@pghistory.track()
class Cooperative(Record):
    """A producer organisation: certified, or a candidate on the path to its first certificate."""

    slug = models.SlugField(_("address on the site"), unique=True)
    short_name = models.CharField(_("short name"), max_length=60)
    name = models.CharField(_("full name"), max_length=160)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("place"))
    is_place_approximate = models.BooleanField(_("place is approximate"), default=False)
    place_note = models.TextField(_("note on the place"), blank=True)
    place_note_es = models.TextField(_("note on the place in Spanish"), blank=True)
    place_note_pt = models.TextField(_("note on the place in Portuguese"), blank=True)
    place_source = models.TextField(_("source of the place"), blank=True)
    country_code = models.CharField(_("country code (ISO 3166-1)"), max_length=2)
    language = models.CharField(
        _("language of the co-op's papers"), max_length=8, choices=settings.LANGUAGES, default="es-mx"
    )
    currency = models.CharField(_("currency of the premium fund"), max_length=3, choices=Currency, default="MXN")
    time_zone = models.CharField(_("time zone"), max_length=40, choices=TimeZone, default=TimeZone.CHIAPAS)

    objects: ClassVar[models.Manager[Cooperative]] = CooperativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("co-op")
        verbose_name_plural = _("co-ops")
        ordering = ("short_name", "pk")

    def __str__(self) -> str:
        return self.short_name

    def get_absolute_url(self) -> str:
        """The dossier."""
        return reverse("overview:dossier", args=[self.slug])

    def today(self) -> dt.date:
        """The date at the co-op: what counts as a future date there."""
        return timezone.localdate(timezone=ZoneInfo(self.time_zone))


class EnrolmentKind(models.TextChoices):
    """How a co-op takes part in a programme."""

    PARTICIPANT = "participant", _("participant")
    CANDIDATE = "candidate", _("candidate for a first certificate")


@pghistory.track()
class Enrolment(Record):
    """A co-op takes part in a programme. Unknown dates stay empty."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="enrolments", verbose_name=_("programme"))
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="enrolments", verbose_name=_("co-op"))
    kind = models.CharField(_("takes part as"), max_length=12, choices=EnrolmentKind)
    joined_on = models.DateField(_("since"), null=True, blank=True)
    joined_precision = precision_field()
    left_on = models.DateField(_("until"), null=True, blank=True)
    left_precision = precision_field()
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ("programme", "kind", "cooperative")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "cooperative"),
                name="enrolment_once",
                violation_error_message=_("This co-op is already enrolled in the programme."),
            ),
            precision_constraint("joined", "enrolment_joined_precision"),
            precision_constraint("left", "enrolment_left_precision"),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.programme}"


@pghistory.track()
class StaffAssignment(Record):
    """A person works for a co-op in a role. Ended, never deleted, so that their name stays on what they did."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="staff_assignments", verbose_name=_("person")
    )
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="staff", verbose_name=_("co-op"))
    role = models.CharField(_("role"), max_length=10, choices=CooperativeRole)
    started_on = models.DateField(_("since"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("ended by")
    )

    class Meta:
        verbose_name = _("staff assignment")
        verbose_name_plural = _("staff assignments")
        ordering = ("cooperative", "role", "user")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "cooperative", "role"),
                condition=Q(ended_at__isnull=True),
                name="staff_assignment_once",
                violation_error_message=_("This person already has this role in the co-op."),
            ),
            together("staff_assignment_ended", "ended_at", "ended_by"),
        )
        triggers = (ends_sessions("staff_assignment_ends_sessions"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.cooperative}"
