"""Pages of the certification files: state and history, moves, certificates, permission to trade, papers."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from certification.access import attachment_or_404, file_or_404, trade_permission_or_404
from certification.actions.attach import attach
from certification.actions.grant_permission import end_permission, grant_permission
from certification.actions.move_file import change_version, move_file, open_file
from certification.actions.record_certificate import record_certificate
from certification.forms.files import (
    CertificateForm,
    EndForm,
    MoveForm,
    OpenForm,
    PapersForm,
    PermissionForm,
    VersionForm,
    without,
)
from certification.models import CertificationFile, Step
from certification.models.files import FileState
from certification.reports import files as reports
from certification.reports.known import known_by_file
from certification.reports.moves import Move, moves
from config.answers import remembered
from config.http import Request, attempt, form_page, stored_file
from config.uploads import AcceptedFile, read_file
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.models import Cooperative
from cooperatives.roles import Permission


def accepted(uploads: Sequence[UploadedFile[Any]]) -> list[AcceptedFile]:
    """The files that were sent, read and cleaned; refused with a sentence when one can't be kept."""
    return [read_file(upload) for upload in uploads]


def what_may(request: Request, cooperative: Cooperative) -> dict[str, bool]:
    """What the person may do in this co-op, by the names that templates use."""
    granted = standing(request.user).granted_in(cooperative)
    return {
        "may_keep": Permission.KEEP_CERTIFICATION in granted,
        "may_submit": Permission.SUBMIT_MEASURE in granted,
        "may_verify": Permission.VERIFY_MEASURE in granted,
        "sees_names": Permission.SEE_MEMBERS in granted,
        "sees_history": Permission.SEE_BOOKS in granted,
    }


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def file_list(request: Request, slug: str) -> HttpResponse:
    """The certification files of a co-op with what comes next."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    context = {"cooperative": cooperative, "cards": reports.files_of(cooperative, on=cooperative.today())}
    return render(request, "certification/file_list.html", context | what_may(request, cooperative))


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def file_create(request: Request, slug: str) -> HttpResponse:
    """Open a file: its first step is the enquiry."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_CERTIFICATION)
    form = OpenForm(request.POST or None, cooperative=cooperative)
    act = lambda: open_file(cooperative=cooperative, by=request.user, **form.cleaned_data)  # noqa: E731
    if file := attempt(request, form, act, _("The file is open.")):
        return redirect("certification:file_detail", slug=slug, pk=file.pk)
    return form_page(request, "certification/file_create.html", cooperative, form)


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def file_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One file: where it stands, what comes next, readiness, history, papers, what is open."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    row = get_object_or_404(reports.file_rows(cooperative), pk=pk)
    row.cooperative = cooperative
    page = reports.file_page(row, on=cooperative.today())
    context = {"cooperative": cooperative, "page": page, "file": row, "card": page.card}
    return render(request, "certification/file_detail.html", context | what_may(request, cooperative))


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def file_move(request: Request, slug: str, pk: int) -> HttpResponse:
    """Move a file: first where to, with what each move does; then its day, why, and papers."""
    cooperative, file = file_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    file.cooperative = cooperative
    arrows = moves(file, known_by_file([file])[file.pk])
    asked = request.GET.get("to", "")
    move = next((arrow for arrow in arrows if arrow.to == asked), None)
    if move is None:
        context: dict[str, Any] = {"cooperative": cooperative, "file": file, "moves": arrows}
        context["not_possible"] = FileState(asked).label if asked in FileState.values else ""
        return render(request, "certification/file_move.html", context, status=422 if asked else 200)
    form = MoveForm(request.POST or None, request.FILES or None, file=file, to=move.to)
    said = _("Moved to “%(state)s”.") % {"state": move.label}
    if attempt(request, form, lambda: _moved(request, file, move, form), said):
        return redirect("certification:file_detail", slug=slug, pk=pk)
    return form_page(request, "certification/file_move.html", cooperative, form, file=file, move=move)


def _moved(request: Request, file: CertificationFile, move: Move, form: MoveForm) -> Step:
    papers = accepted(form.cleaned_data["papers"])
    typed = without(form.cleaned_data, "papers")
    return move_file(file=file, to=move.to, papers=papers, by=request.user, **typed)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def file_version(request: Request, slug: str, pk: int) -> HttpResponse:
    """Put a file under a version of the standard; earlier answers stay as they were."""
    cooperative, file = file_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = VersionForm(request.POST or None, file=file)
    act = lambda: change_version(file=file, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Saved.")):
        return redirect("certification:file_detail", slug=slug, pk=pk)
    return form_page(request, "certification/file_version.html", cooperative, form, file=file)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def certificate_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """Record the certificate of a certified co-op."""
    cooperative, file = file_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = CertificateForm(request.POST or None, request.FILES or None, file=file)

    def act() -> None:
        papers = accepted(form.cleaned_data["papers"])
        record_certificate(file=file, papers=papers, by=request.user, **without(form.cleaned_data, "papers"))

    if attempt(request, form, act, _("The certificate is recorded.")):
        return redirect("certification:file_detail", slug=slug, pk=pk)
    return form_page(request, "certification/certificate_create.html", cooperative, form, file=file)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def permission_grant(request: Request, slug: str, pk: int) -> HttpResponse:
    """Record that the co-op may trade from a day on."""
    cooperative, file = file_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = PermissionForm(request.POST or None, request.FILES or None, cooperative=cooperative)

    def act() -> None:
        papers = accepted(form.cleaned_data["papers"])
        grant_permission(file=file, papers=papers, by=request.user, **without(form.cleaned_data, "papers"))

    if attempt(request, form, act, _("Permission to trade is recorded.")):
        return redirect("certification:file_detail", slug=slug, pk=pk)
    return form_page(request, "certification/permission_grant.html", cooperative, form, file=file)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def permission_end(request: Request, slug: str, pk: int) -> HttpResponse:
    """End a permission to trade, saying why."""
    cooperative, held = trade_permission_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = EndForm(request.POST or None, cooperative=cooperative)
    act = lambda: end_permission(permission=held, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Permission to trade is ended.")):
        return redirect("certification:file_detail", slug=slug, pk=held.file_id)
    return form_page(request, "certification/permission_end.html", cooperative, form, held=held, file=held.file)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def paper_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """Add papers to a step, a certificate or a permission to trade of a file."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_CERTIFICATION)
    row = get_object_or_404(reports.file_rows(cooperative), pk=pk)
    form = PapersForm(request.POST or None, request.FILES or None, subjects=reports.paper_subjects(row))

    def act() -> None:
        papers = accepted(form.cleaned_data["papers"])
        with transaction.atomic():
            for paper in papers:
                attach(to=form.chosen, file=paper, by=request.user)

    if attempt(request, form, act, _("The papers were added.")):
        return redirect("certification:file_detail", slug=slug, pk=pk)
    return form_page(request, "certification/paper_create.html", cooperative, form, file=row)


@require_GET
@require(Permission.SEE_COOPERATIVE)
def attachment_file(request: Request, pk: uuid.UUID) -> FileResponse:
    """A paper, to those who may see the co-op. A PDF is offered for saving, never shown in the site."""
    return stored_file(attachment_or_404(request, pk), request)
