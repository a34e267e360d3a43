"""Pages of the people of a co-op: looking for one, two entries of one person, a name removed."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config.errors import Refused
from config.http import Request
from config.paging import KeyPaginator
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.actions.keep_member import merge_members, people_of, remove_name
from cooperatives.exports import note_read
from cooperatives.models import Member
from cooperatives.roles import Permission
from trainings.access import cooperatives_kept_with, person_or_404
from trainings.forms.people import MergeForm
from trainings.reports.attendance import with_days

PAGE = 50


@require_GET
@require(Permission.SEE_MEMBERS)
def person_list(request: Request, slug: str) -> HttpResponse:
    """The people of a co-op, found by any part of the name, with how many days of training they came to."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_MEMBERS)
    search = request.GET.get("q", "").strip()[:80]
    people = with_days(people_of(cooperative).named(search))
    people = people.order_by(F("name_removed_at").asc(nulls_first=True), "name_key", "pk")
    held = standing(request.user)
    page = KeyPaginator(people, PAGE).get_page(request.GET.get("page"))
    context = {
        "cooperative": cooperative,
        "page_obj": page,
        "q": search,
        "may_keep": held.may(Permission.KEEP_MEMBERS) and held.may_in(Permission.KEEP_MEMBERS, cooperative),
    }
    note_read(request, len(page), cooperative=cooperative)
    return render(request, "trainings/person_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_MEMBERS)
def person_merge(request: Request, slug: str, pk: int) -> HttpResponse:
    """Say that this entry and another one are one person."""
    cooperative, member = person_or_404(request, slug, pk, Permission.KEEP_MEMBERS)
    search = request.GET.get("q", member.name.split(" ")[0] if member.name else "").strip()[:80]
    kept = cooperatives_kept_with(request.user, cooperative)
    form = MergeForm(request.POST or None, member=member, cooperatives=kept, search=search)
    if request.method == "POST" and form.is_valid():
        first: Member = form.cleaned_data["into"]
        try:
            merge_members(member=member, into=first, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Merged: both entries now count as %(name)s.") % {"name": first.name})
            return redirect("trainings:person_list", slug=first.cooperative.slug)
    note_read(request, len(form.found), cooperative=cooperative)
    context = {"cooperative": cooperative, "member": member, "form": form, "q": search}
    return render(request, "trainings/person_merge.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_MEMBERS)
def person_remove_name(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take a name away on request; the counts stay."""
    cooperative, member = person_or_404(request, slug, pk, Permission.KEEP_MEMBERS)
    if request.method == "POST":
        remove_name(member=member, by=request.user)
        messages.success(request, _("The name was removed, here and in the history. The counts stay."))
        return redirect("trainings:person_list", slug=slug)
    context = {"cooperative": cooperative, "member": member}
    return render(request, "trainings/person_remove_name.html", context)
