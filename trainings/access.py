"""Which rows of the progress a person may see: those of the co-ops they may see."""

from __future__ import annotations

import uuid

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from config.http import Request
from cooperatives.access import cooperative_or_404, standing, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from trainings.models import CooperativeMilestone, Evidence, Indicator, Measurement, Milestone


def milestone_or_404(request: Request, slug: str, key: str, permission: Permission) -> tuple[Cooperative, Milestone]:
    """The co-op and a milestone in use: 404 when the person may not see it, 403 when they may not do this."""
    cooperative = cooperative_or_404(request, slug, permission)
    milestones = Milestone.objects.filter(is_active=True).select_related("track")
    return cooperative, get_object_or_404(milestones, slug=key)


def reported_milestone_or_404(
    request: Request, slug: str, key: str, permission: Permission
) -> tuple[Cooperative, CooperativeMilestone]:
    """The co-op and what it recorded on a milestone, likewise."""
    cooperative = cooperative_or_404(request, slug, permission)
    rows = CooperativeMilestone.objects.select_related("milestone__track", "reported_by")
    return cooperative, get_object_or_404(rows, cooperative=cooperative, milestone__slug=key)


def indicator_or_404(request: Request, slug: str, key: str, permission: Permission) -> tuple[Cooperative, Indicator]:
    """The co-op and an indicator in use, likewise."""
    cooperative = cooperative_or_404(request, slug, permission)
    indicators = Indicator.objects.filter(is_active=True).select_related("track")
    return cooperative, get_object_or_404(indicators, slug=key)


def measurement_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Measurement]:
    """The co-op and its measurement, likewise."""
    cooperative = cooperative_or_404(request, slug, permission)
    rows = Measurement.objects.select_related(
        "indicator__track", "entered_by", "accepted_by", "returned_by", "supersedes", "correction"
    )
    return cooperative, get_object_or_404(rows, cooperative=cooperative, pk=pk)


def evidence_or_404(request: Request, pk: uuid.UUID) -> Evidence:
    """A file of a co-op the person may see."""
    files = Evidence.objects.select_related("cooperative").filter(cooperative__in=visible_cooperatives(request.user))
    evidence = get_object_or_404(files, pk=pk)
    if not standing(request.user).may_in(Permission.SEE_COOPERATIVE, evidence.cooperative):
        raise PermissionDenied
    return evidence
