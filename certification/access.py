"""Which rows of certification a person may see: those of the co-ops they may see."""

from __future__ import annotations

import uuid

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from certification.models import (
    Assessment,
    Attachment,
    Certificate,
    CertificationFile,
    NonConformity,
    Section,
    TradePermission,
)
from config.http import Request
from cooperatives.access import cooperative_or_404, standing, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission


def file_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, CertificationFile]:
    """The co-op and its certification file: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    files = CertificationFile.objects.select_related("scheme", "version__standard", "certifier")
    return cooperative, get_object_or_404(files, cooperative=cooperative, pk=pk)


def assessment_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Assessment]:
    """The co-op and an audit or self-assessment: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    assessments = Assessment.objects.select_related("file__scheme", "version__standard", "submitted_by", "closed_by")
    return cooperative, get_object_or_404(assessments, cooperative=cooperative, pk=pk)


def section_or_404(assessment: Assessment, pk: int) -> Section:
    """A section of the version an assessment is answered by."""
    return get_object_or_404(Section, version=assessment.version_id, pk=pk)


def non_conformity_or_404(
    request: Request, slug: str, pk: int, permission: Permission
) -> tuple[Cooperative, NonConformity]:
    """The co-op and a non-conformity: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    findings = NonConformity.objects.select_related(
        "file__scheme",
        "criterion__section",
        "assessment",
        *("responsible", "raised_by", "proposed_by", "submitted_by", "returned_by"),
        *("verified_by", "extended_by", "closed_by"),
    )
    return cooperative, get_object_or_404(findings, cooperative=cooperative, pk=pk)


def trade_permission_or_404(
    request: Request, slug: str, pk: int, permission: Permission
) -> tuple[Cooperative, TradePermission]:
    """The co-op and a permission to trade: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    permissions = TradePermission.objects.select_related("file__scheme", "granted_by")
    return cooperative, get_object_or_404(permissions, cooperative=cooperative, pk=pk)


def certificate_or_404(request: Request, slug: str, pk: int, permission: Permission) -> tuple[Cooperative, Certificate]:
    """The co-op and a certificate: 404 when not to be seen, 403 when they may not do this with it."""
    cooperative = cooperative_or_404(request, slug, permission)
    certificates = Certificate.objects.select_related("scheme", "file")
    return cooperative, get_object_or_404(certificates, cooperative=cooperative, pk=pk)


def attachment_or_404(request: Request, pk: uuid.UUID) -> Attachment:
    """A paper of a co-op the person may see; 403 when only its results are for them."""
    rows = Attachment.objects.select_related("cooperative")
    paper = get_object_or_404(rows, cooperative__in=visible_cooperatives(request.user), pk=pk)
    if not standing(request.user).may_in(Permission.SEE_MEMBERS, paper.cooperative):
        raise PermissionDenied
    return paper
