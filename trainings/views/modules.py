"""Pages of the modules: what is taught, by track."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config.answers import remembered
from config.errors import Refused
from config.http import Request
from cooperatives.access import require, standing
from cooperatives.roles import Permission
from trainings.actions.keep_module import keep_module
from trainings.forms.reports import ModuleForm
from trainings.models import Module


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def module_list(request: Request) -> HttpResponse:
    """The modules by track, with how many trainings taught each."""
    modules = Module.objects.select_related("track").annotate(times=Count("training_rows"))
    context = {
        "modules": modules.order_by("track__position", "is_retired", "title", "pk"),
        "may_plan": standing(request.user).may(Permission.PLAN_TRAINING),
    }
    return render(request, "trainings/module_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def module_create(request: Request) -> HttpResponse:
    """A new module."""
    form = ModuleForm(request.POST or None)
    if _is_kept(request, form, None):
        return redirect("trainings:module_list")
    status = 422 if form.is_bound else 200
    return render(request, "trainings/module_create.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def module_update(request: Request, pk: int) -> HttpResponse:
    """Change a module, or retire it."""
    module = get_object_or_404(Module, pk=pk)
    form = ModuleForm(request.POST or None, module=module)
    if _is_kept(request, form, module):
        return redirect("trainings:module_list")
    context = {"form": form, "module": module}
    return render(request, "trainings/module_update.html", context, status=422 if form.is_bound else 200)


def _is_kept(request: Request, form: ModuleForm, module: Module | None) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        keep_module(module=module, typed=form.cleaned_data, by=request.user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The module was saved."))
    return True
