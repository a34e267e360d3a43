"""Pages of the assemblies: who came, what was voted, the papers."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config import tables
from config.answers import remembered
from config.errors import Refused
from config.fields import key_in
from config.http import Request, stored_file
from config.uploads import read_file
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.exports import hand_out
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.access import assembly_file_or_404, assembly_or_404
from premiums.actions.record_assembly import attach_assembly_file, record_assembly
from premiums.exports.records import resolution_rows
from premiums.forms.assemblies import AssemblyForm, PaperForm
from premiums.models import Assembly, PlannedAssembly
from premiums.reports import assemblies as reports

PAGE = 25


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def assembly_list(request: Request, slug: str) -> HttpResponseBase:
    """The co-op's assemblies, and what the next one must decide; or all with their resolutions as a file."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    if request.GET.get("format") in tables.FORMATS:
        form, stem = request.GET["format"], f"{slug}-resolutions"
        return hand_out(request, resolution_rows(cooperative), stem=stem, form=form, cooperative=cooperative)
    page = Paginator(reports.assemblies_of(cooperative), PAGE).get_page(request.GET.get("page"))
    context = {
        "cooperative": cooperative,
        "page_obj": page,
        "planned": reports.announced(cooperative),
        "to_ratify": list(reports.to_ratify(cooperative)),
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
    }
    return render(request, "premiums/assembly_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def assembly_create(request: Request, slug: str) -> HttpResponse:
    """Record an assembly with its papers; the answer says whether it had its quorum."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_PREMIUM)
    planned = _announced(request, cooperative)
    form = AssemblyForm(request.POST or None, request.FILES or None, cooperative=cooperative, planned=planned)
    if request.method == "POST" and form.is_valid():
        try:
            assembly = _recorded(request, cooperative, form, planned)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _quorum(assembly))
            onward = request.GET.get("next", "")
            if url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
                return HttpResponseRedirect(onward)
            return redirect("premiums:assembly_detail", slug=slug, pk=assembly.pk)
    context = {"cooperative": cooperative, "form": form, "had_files": bool(request.FILES)}
    return render(request, "premiums/assembly_create.html", context, status=422 if form.is_bound else 200)


def _announced(request: Request, cooperative: Cooperative) -> PlannedAssembly | None:
    """The planned assembly that is recorded now, when the address names one."""
    key = request.GET.get("planned", "")
    return get_object_or_404(PlannedAssembly, cooperative=cooperative, pk=key_in(key)) if key.isdecimal() else None


def _recorded(
    request: Request, cooperative: Cooperative, form: AssemblyForm, planned: PlannedAssembly | None
) -> Assembly:
    papers = {kind: read_file(upload) for kind, upload in form.papers.items()}
    with transaction.atomic():
        assembly = record_assembly(cooperative=cooperative, planned=planned, by=request.user, **form.numbers)
        for kind, file in papers.items():
            attach_assembly_file(assembly=assembly, kind=kind, file=file, by=request.user)
    return assembly


def _quorum(assembly: Assembly) -> str:
    numbers = {
        "present": assembly.present,
        "entitled": assembly.entitled,
        "needed": reports.needed_for_quorum(assembly),
    }
    if reports.has_quorum(assembly):
        return _("Saved. There was a quorum: %(present)s of %(entitled)s came, %(needed)s were needed.") % numbers
    return _("Saved. There was no quorum: %(present)s of %(entitled)s came, %(needed)s were needed.") % numbers


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def assembly_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One assembly: presence against quorum, resolutions with their votes, papers."""
    cooperative, assembly = assembly_or_404(request, slug, pk, Permission.SEE_BOOKS)
    context = {
        "cooperative": cooperative,
        "assembly": assembly,
        "page": reports.assembly_page(assembly),
        "to_ratify": [] if assembly.is_historic else list(reports.to_ratify(cooperative)),
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
    }
    return render(request, "premiums/assembly_detail.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def assembly_attach(request: Request, slug: str, pk: int) -> HttpResponse:
    """Add the minutes or the attendance list to an assembly."""
    cooperative, assembly = assembly_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            file = read_file(form.cleaned_data["file"])
            attach_assembly_file(assembly=assembly, kind=form.cleaned_data["kind"], file=file, by=request.user)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("The paper was added."))
            return redirect("premiums:assembly_detail", slug=slug, pk=pk)
    context = {"cooperative": cooperative, "assembly": assembly, "form": form}
    return render(request, "premiums/assembly_attach.html", context, status=422 if form.is_bound else 200)


@require_GET
@require(Permission.SEE_BOOKS)
def assembly_file(request: Request, slug: str, pk: uuid.UUID) -> FileResponse:
    """A paper of an assembly, to those who may see the co-op. A PDF is offered for saving, never shown in the site."""
    return stored_file(assembly_file_or_404(request, slug, pk), request)
