"""What every page knows: where the person can go, and whether example figures are on the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from config.prepared import prepared
from cooperatives.access import standing
from cooperatives.models import Cooperative, User
from cooperatives.roles import Permission


@dataclass(frozen=True)
class Destination:
    """One entry of the navigation; `icon` is a heroicon."""

    url: str
    label: str
    icon: str
    current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """The context of every page. Lazy: a page that shows none of it asks the database nothing."""
    return {
        "available_languages": [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES],
        "has_examples": SimpleLazyObject(_has_examples),
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
        "logs_spending": SimpleLazyObject(lambda: _logs_spending(request)),
    }


def _has_examples() -> bool:
    """Example figures come with example people, and leave with them."""
    return bool(_example_person())


@prepared
def _example_person() -> QuerySet[Any, Any]:
    return User.objects.filter(is_example=True).order_by().values_list("pk", flat=True)[:1]


@prepared
def _own(*cooperatives: int) -> QuerySet[Cooperative]:
    return Cooperative.objects.filter(pk__in=cooperatives)


def _logs_spending(request: HttpRequest) -> bool:
    """Whether the person logs spending for a co-op, and so may have expenses on the phone that are not sent yet."""
    user = getattr(request, "user", None)
    return isinstance(user, User) and bool(standing(user).own_cooperatives(Permission.LOG_EXPENSE))


def _navigation(request: HttpRequest) -> list[Destination]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    held = standing(user)
    places = []
    if held.may(Permission.SEE_BOARD):
        places.append((reverse("overview:board"), _("Board"), "squares-2x2"))
        places.append((reverse("trainings:training_home"), _("Trainings"), "academic-cap"))
        places.append((reverse("overview:programme_progress"), _("Progress"), "chart-bar"))
        places.append((reverse("certification:candidate_path"), _("Path"), "map"))
        places.append((reverse("certification:measure_board"), _("Measures"), "clipboard-document-check"))
        places.append((reverse("certification:dates"), _("Dates"), "calendar-days"))
    for cooperative in _own(*held.cooperative_roles):
        places.append((reverse("premiums:spending_log", args=[cooperative.slug]), _("Spending"), "banknotes"))
        places.append((reverse("trainings:training_list", args=[cooperative.slug]), _("Trainings"), "academic-cap"))
        places.append((reverse("overview:dossier", args=[cooperative.slug]), cooperative.short_name, "building-office"))
        address = reverse("certification:file_list", args=[cooperative.slug])
        places.append((address, _("Certification"), "shield-check"))
    if held.may(Permission.INVITE_PEOPLE):
        places.append((reverse("people"), _("People"), "user-group"))
    if held.may(Permission.USE_ADMIN):
        places.append((reverse("admin:index"), _("Admin"), "wrench-screwdriver"))
    return [Destination(url, label, icon, request.path == url) for url, label, icon in places]
