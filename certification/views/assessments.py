"""Pages of audits and self-assessments: the list, one of them, a section to answer, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from certification.access import assessment_or_404, file_or_404, section_or_404
from certification.actions.answer_section import SectionSaved, answer_section
from certification.actions.assess import (
    cancel_assessment,
    return_assessment,
    review_assessment,
    start_self_assessment,
    submit_assessment,
)
from certification.forms.assessments import AnswerForm, ReasonForm, ReviewForm, StartForm, answer_forms
from certification.models import Assessment, Section
from certification.models.audits import AssessmentState
from certification.reports import assessments as reports
from certification.views.files import accepted
from config.answers import remembered
from config.errors import Refused
from config.http import Request, attempt, form_page
from config.uploads import AcceptedFile
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.models import Cooperative
from cooperatives.roles import Permission


def self_assessment_or_404(
    request: Request, slug: str, pk: int, permission: Permission
) -> tuple[Cooperative, Assessment]:
    """The co-op and its self-assessment; 404 also for an audit."""
    cooperative, assessment = assessment_or_404(request, slug, pk, permission)
    if not assessment.is_self:
        raise Http404
    return cooperative, assessment


def writer_of(assessment: Assessment) -> Permission:
    """Who writes its answers: the co-op those of a self-assessment, the program manager those of an audit."""
    return Permission.ANSWER_ASSESSMENT if assessment.is_self else Permission.KEEP_CERTIFICATION


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def assessment_list(request: Request, slug: str) -> HttpResponse:
    """The audits and self-assessments of a co-op, by certification file."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    granted = standing(request.user).granted_in(cooperative)
    context = {
        "cooperative": cooperative,
        "files": reports.assessments_of(cooperative),
        "may_answer": Permission.ANSWER_ASSESSMENT in granted,
        "may_keep": Permission.KEEP_CERTIFICATION in granted,
    }
    return render(request, "certification/assessment_list.html", context)


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def assessment_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One audit or self-assessment: how far each section is answered, what is missing, what may be done now."""
    cooperative, assessment = assessment_or_404(request, slug, pk, Permission.SEE_COOPERATIVE)
    granted = standing(request.user).granted_in(cooperative)
    is_submitted, is_mine = assessment.state == AssessmentState.SUBMITTED, assessment.submitted_by == request.user
    context = {
        "cooperative": cooperative,
        "assessment": assessment,
        "progress": reports.progress(assessment),
        "papers": assessment.attachments.all(),
        "may_write": writer_of(assessment) in granted,
        "may_review": is_submitted and not is_mine and Permission.REVIEW_ASSESSMENT in granted,
        "is_waiting": is_submitted and is_mine,
        "sees_names": Permission.SEE_MEMBERS in granted,
        "sees_history": Permission.SEE_BOOKS in granted,
    }
    return render(request, "certification/assessment_detail.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.SEE_COOPERATIVE)
def assessment_section(request: Request, slug: str, pk: int, section: int) -> HttpResponse:
    """One section: its questions to answer, or, where they can't be answered, what was answered."""
    cooperative, assessment = assessment_or_404(request, slug, pk, Permission.SEE_COOPERATIVE)
    of = section_or_404(assessment, section)
    granted = standing(request.user).granted_in(cooperative)
    page = partial(_section_page, request, cooperative, assessment, of, Permission.SEE_MEMBERS in granted)
    may_write = writer_of(assessment) in granted
    progress = reports.progress(assessment)
    asked = reports.with_papers(progress.asked_in(of))
    if request.method == "GET":
        return page(progress, answer_forms(asked), is_open=may_write and assessment.is_answerable)
    if not may_write:
        raise PermissionDenied
    forms = answer_forms(asked, request.POST, request.FILES)
    try:
        saved = _save(request, assessment, of, forms)
    except Refused as refusal:
        return page(progress, forms, status=422, refusal=str(refusal))
    if saved is None:
        return page(progress, forms, status=422)
    _tell(request, saved)
    if saved.conflicts:
        progress = reports.progress(assessment)
        asked = reports.with_papers(progress.asked_in(of))
        return page(progress, answer_forms(asked, conflicts=saved.conflicts), status=409)
    following = progress.after(of) if "next" in request.POST else None
    if following:
        return redirect("certification:assessment_section", slug=slug, pk=pk, section=following.pk)
    return redirect("certification:assessment_detail", slug=slug, pk=pk)


def _save(
    request: Request, assessment: Assessment, section: Section, forms: Sequence[AnswerForm]
) -> SectionSaved | None:
    """Save a section whose forms are all well filled in; None when one is not."""
    papers = {form.asked.criterion.pk: _accept(form) for form in forms if form.is_valid()}
    if any(form.errors for form in forms):
        return None
    return answer_section(
        assessment=assessment,
        section=section,
        given={form.asked.criterion.pk: form.reply for form in forms},
        seen={form.asked.criterion.pk: form.before for form in forms},
        papers={key: files for key, files in papers.items() if files},
        by=request.user,
    )


def _accept(form: AnswerForm) -> list[AcceptedFile]:
    """The evidence sent with an answer; what can't be kept is an error of the form."""
    try:
        return accepted(form.cleaned_data["papers"])
    except Refused as refusal:
        form.add_error("papers", str(refusal))
        return []


def _tell(request: Request, saved: SectionSaved) -> None:
    """Say what was saved; a conflict is told on the page itself."""
    if saved.saved:
        words = ngettext("%s answer saved.", "%s answers saved.", saved.saved)
        messages.success(request, words % saved.saved)
    elif not saved.conflicts:
        messages.info(request, _("Nothing was changed."))


def _section_page(
    request: Request,
    cooperative: Cooperative,
    assessment: Assessment,
    section: Section,
    sees_names: bool,
    progress: reports.Progress,
    forms: Sequence[AnswerForm],
    *,
    status: int = 200,
    is_open: bool = True,
    refusal: str = "",
) -> HttpResponse:
    context = {
        "cooperative": cooperative,
        "sees_names": sees_names,
        "assessment": assessment,
        "section": section,
        "forms": forms,
        "progress": progress,
        "place": progress.place(section),
        "following": progress.after(section),
        "is_open": is_open,
        "is_wrong": status == 422,
        "conflicts": [form for form in forms if form.conflict],
        "refusal": refusal,
        "had_files": bool(request.FILES),
    }
    return render(request, "certification/assessment_section.html", context, status=status)


@require_http_methods(["GET", "POST"])
@require(Permission.ANSWER_ASSESSMENT)
def assessment_start(request: Request, slug: str, pk: int) -> HttpResponse:
    """Start a self-assessment, or go on with the one under way."""
    cooperative, file = file_or_404(request, slug, pk, Permission.ANSWER_ASSESSMENT)
    form = StartForm(request.POST or None, initial={"started_on": cooperative.today()})
    act = lambda: start_self_assessment(file=file, by=request.user, **form.cleaned_data)  # noqa: E731
    if done := attempt(request, form, act, partial(_tell_start, request)):
        return redirect("certification:assessment_detail", slug=slug, pk=done[0].pk)
    return form_page(request, "certification/assessment_start.html", cooperative, form, file=file)


def _tell_start(request: Request, done: tuple[Assessment, bool]) -> None:
    """Nothing of a new one: its page says what to do; only that there was one already."""
    if not done[1]:
        messages.info(request, _("A self-assessment is under way already. Here it is."))


@require_http_methods(["GET", "POST"])
@require(Permission.ANSWER_ASSESSMENT)
def assessment_submit(request: Request, slug: str, pk: int) -> HttpResponse:
    """Hand a self-assessment in: what is not answered is named first."""
    cooperative, assessment = self_assessment_or_404(request, slug, pk, Permission.ANSWER_ASSESSMENT)
    if request.method == "POST":
        try:
            submit_assessment(assessment=assessment, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Submitted. Somebody else reviews it, and returns it if something is missing."))
        return redirect("certification:assessment_detail", slug=slug, pk=pk)
    context = {"cooperative": cooperative, "assessment": assessment, "progress": reports.progress(assessment)}
    return render(request, "certification/assessment_submit.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.REVIEW_ASSESSMENT)
def assessment_return(request: Request, slug: str, pk: int) -> HttpResponse:
    """Send a submitted self-assessment back, saying what to correct."""
    cooperative, assessment = self_assessment_or_404(request, slug, pk, Permission.REVIEW_ASSESSMENT)
    form = ReasonForm(request.POST or None)
    act = lambda: return_assessment(assessment=assessment, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Returned. The co-op sees your reason and can correct its answers.")):
        return redirect("certification:assessment_detail", slug=slug, pk=pk)
    return form_page(request, "certification/assessment_return.html", cooperative, form, assessment=assessment)


@require_http_methods(["GET", "POST"])
@require(Permission.REVIEW_ASSESSMENT)
def assessment_review(request: Request, slug: str, pk: int) -> HttpResponse:
    """Confirm a self-assessment that a colleague submitted."""
    cooperative, assessment = self_assessment_or_404(request, slug, pk, Permission.REVIEW_ASSESSMENT)
    form = ReviewForm(request.POST or None, assessment=assessment)
    act = lambda: review_assessment(assessment=assessment, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Reviewed. Its answers stay as they are from now on.")):
        return redirect("certification:assessment_detail", slug=slug, pk=pk)
    progress = reports.progress(assessment)
    return form_page(
        request, "certification/assessment_review.html", cooperative, form, assessment=assessment, progress=progress
    )


@require_http_methods(["GET", "POST"])
@require(Permission.ANSWER_ASSESSMENT)
def assessment_cancel(request: Request, slug: str, pk: int) -> HttpResponse:
    """Call a self-assessment off, with the reason."""
    cooperative, assessment = self_assessment_or_404(request, slug, pk, Permission.ANSWER_ASSESSMENT)
    return cancel_page(request, cooperative, assessment)


def cancel_page(request: Request, cooperative: Cooperative, assessment: Assessment) -> HttpResponse:
    """Ask why an audit or a self-assessment is cancelled, and cancel it."""
    form = ReasonForm(request.POST or None)
    act = lambda: cancel_assessment(assessment=assessment, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Cancelled. It stays readable, and its answers count no more.")):
        return redirect("certification:assessment_detail", slug=cooperative.slug, pk=assessment.pk)
    return form_page(request, "certification/assessment_cancel.html", cooperative, form, assessment=assessment)
