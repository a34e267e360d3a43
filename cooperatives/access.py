"""May this person do it, and which co-op is meant: every view asks here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Q, QuerySet, Value
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from config.http import Request
from config.prepared import prepared
from cooperatives.models import Cooperative, Programme, User
from cooperatives.models.cooperatives import CooperativeQuerySet, StaffAssignment
from cooperatives.models.programmes import ProgrammeAssignment
from cooperatives.roles import (
    ADMINISTRATOR_GRANTS,
    COOPERATIVE_GRANTS,
    COOPERATIVE_INVITES,
    PROGRAMME_GRANTS,
    PROGRAMME_INVITES,
    PROGRAMME_INVITES_TO_COOPERATIVES,
    Permission,
    granting,
)

P = ParamSpec("P")
View = TypeVar("View", bound=HttpResponseBase)


@prepared
def _roles_of(user: int) -> QuerySet[Any, Any]:
    """All roles a person holds now: in which co-op or in which programme."""
    nowhere = Value(None, output_field=BigIntegerField())
    at_cooperatives = StaffAssignment.objects.filter(user=user, ended_at__isnull=True).order_by()
    in_programmes = ProgrammeAssignment.objects.filter(user=user, ended_at__isnull=True).order_by()
    return at_cooperatives.values_list("cooperative", nowhere, "role").union(
        in_programmes.values_list(nowhere, "programme", "role"), all=True
    )


@prepared
def _roles_over(user: int, cooperative: int) -> QuerySet[Any, Any]:
    held = ProgrammeAssignment.objects.filter(user=user, ended_at__isnull=True).filter(
        Q(programme__enrolments__cooperative=cooperative) | Q(programme__parts__enrolments__cooperative=cooperative)
    )
    return held.values_list("role", flat=True)


@prepared
def _visible_at(user: int, slug: str, *, is_superuser: bool, is_active: bool) -> QuerySet[Cooperative]:
    person = User(pk=user, is_superuser=is_superuser, is_active=is_active)
    return visible_cooperatives(person).filter(slug=slug)


class Standing:
    """The roles a person holds now, read once a request (one query)."""

    def __init__(self, user: User) -> None:
        self.is_administrator = user.is_superuser
        self.cooperative_roles: dict[int, set[str]] = {}
        self.roles_in_programmes: dict[int, set[str]] = {}
        for cooperative, programme, role in _roles_of(user.pk):
            held = self.roles_in_programmes if cooperative is None else self.cooperative_roles
            held.setdefault(programme if cooperative is None else cooperative, set()).add(role)
        self.programme_roles = {role for roles in self.roles_in_programmes.values() for role in roles}
        self._user = user
        self._programme_roles_in: dict[int, set[str]] = {}

    def compared_by(self) -> tuple[Any, ...]:
        """What has to be the same for the same pages."""
        held = (self.cooperative_roles, self.roles_in_programmes, self._programme_roles_in)
        return (self.is_administrator, *({key: sorted(roles) for key, roles in sorted(one.items())} for one in held))

    def may(self, permission: Permission) -> bool:
        """Whether any role of the person grants it, anywhere."""
        if self.is_administrator:
            return permission in ADMINISTRATOR_GRANTS
        return any(permission in PROGRAMME_GRANTS[role] for role in self.programme_roles) or any(
            permission in COOPERATIVE_GRANTS[role] for roles in self.cooperative_roles.values() for role in roles
        )

    def may_wherever(self, permission: Permission) -> bool:
        """Whether every role of the person grants it: then what lists many co-ops may show it beside each of them."""
        if self.is_administrator:
            return permission in ADMINISTRATOR_GRANTS
        granted = [PROGRAMME_GRANTS[role] for role in self.programme_roles]
        granted += [COOPERATIVE_GRANTS[role] for roles in self.cooperative_roles.values() for role in roles]
        return bool(granted) and all(permission in one for one in granted)

    def may_in(self, permission: Permission, cooperative: Cooperative) -> bool:
        """Whether a role grants it in this co-op: a role there, or one in a programme the co-op is enrolled in."""
        if self.is_administrator:
            return permission in ADMINISTRATOR_GRANTS
        if any(permission in COOPERATIVE_GRANTS[role] for role in self.cooperative_roles.get(cooperative.pk, ())):
            return True
        granting = {role for role in self.programme_roles if permission in PROGRAMME_GRANTS[role]}
        return bool(granting and granting & self._roles_over(cooperative))

    def granted_in(self, cooperative: Cooperative) -> frozenset[Permission]:
        """All that their roles grant in this co-op."""
        if self.is_administrator:
            return ADMINISTRATOR_GRANTS
        granted = [COOPERATIVE_GRANTS[role] for role in self.cooperative_roles.get(cooperative.pk, ())]
        if self.programme_roles:
            granted += [PROGRAMME_GRANTS[role] for role in self._roles_over(cooperative)]
        return frozenset().union(*granted)

    def own_cooperatives(self, permission: Permission) -> set[int]:
        """The co-ops in which a role there, of the person's own, grants it."""
        return {
            key
            for key, roles in self.cooperative_roles.items()
            if any(permission in COOPERATIVE_GRANTS[role] for role in roles)
        }

    def _roles_over(self, cooperative: Cooperative) -> set[str]:
        """The roles in programmes the co-op is enrolled in, read once a request."""
        if cooperative.pk not in self._programme_roles_in:
            self._programme_roles_in[cooperative.pk] = set(_roles_over(self._user.pk, cooperative.pk))
        return self._programme_roles_in[cooperative.pk]

    def may_in_programme(self, permission: Permission, programme: Programme) -> bool:
        """Whether a role grants it in this programme: a role there, or one in the programme it is a part of."""
        if self.is_administrator:
            return permission in ADMINISTRATOR_GRANTS
        held = [self.roles_in_programmes.get(key or 0, set()) for key in (programme.pk, programme.part_of_id)]
        return any(permission in PROGRAMME_GRANTS[role] for roles in held for role in roles)


def standing(user: User) -> Standing:
    """The person's roles, remembered on the person for the length of a request."""
    held: Standing | None = getattr(user, "_standing", None)
    if held is None:
        held = Standing(user)
        user._standing = held  # type: ignore[attr-defined]
    return held


def require(permission: Permission) -> Callable[[Callable[P, View]], Callable[P, View]]:
    """The view answers 403 to anybody whom no role grants `permission`; it is written on the view for the tests.

    An address of a co-op or programme the person may not see stays 404, so that the answer tells nothing about it.
    """

    def guard(view: Callable[P, View]) -> Callable[P, View]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> View:
            request = cast(Request, args[0])
            if not standing(request.user).may(permission):
                if "slug" in kwargs:
                    get_object_or_404(visible_cooperatives(request.user), slug=kwargs["slug"])
                if "programme" in kwargs:
                    get_object_or_404(visible_programmes(request.user), slug=kwargs["programme"])
                raise PermissionDenied
            return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return guard


def visible_cooperatives(user: User, permission: Permission = Permission.SEE_COOPERATIVE) -> CooperativeQuerySet:
    """The co-ops this person may see; with a permission, those in which a role grants it."""
    return Cooperative.objects.visible_to(user, permission)


def cooperative_or_404(request: Request, slug: str, permission: Permission) -> Cooperative:
    """The co-op at this address: 404 when the person may not see it, 403 when they see it but may not do this."""
    user = request.user
    found = _visible_at(user.pk, slug, is_superuser=user.is_superuser, is_active=user.is_active)
    if not found:
        raise Http404
    cooperative: Cooperative = found[0]
    if not standing(request.user).may_in(permission, cooperative):
        raise PermissionDenied
    return cooperative


def visible_programmes(user: User, permission: Permission = Permission.SEE_BOARD) -> QuerySet[Programme]:
    """The programmes whose pages this person may see: those they work for, with their parts.

    With a permission, those in which a role grants it.
    """
    if user.is_superuser:
        return Programme.objects.all()
    return _programmes_where_held(user, granting(permission)[1])


def _programmes_where_held(user: User, roles: Collection[str]) -> QuerySet[Programme]:
    own = user.programme_assignments.filter(ended_at__isnull=True, role__in=roles).values("programme")
    return Programme.objects.filter(Q(pk__in=own) | Q(part_of__in=own))


def programme_or_404(request: Request, programme: str, permission: Permission) -> Programme:
    """The programme at this address: 404 when the person may not see it, 403 when they may not do this."""
    found = get_object_or_404(visible_programmes(request.user), slug=programme)
    if not standing(request.user).may_in_programme(permission, found):
        raise PermissionDenied
    return found


def for_everybody(view: Callable[P, View]) -> Callable[P, View]:
    """The view is for every person who signed in, whatever their roles; written on it for the tests."""
    view.for_everybody = True  # type: ignore[attr-defined]
    return view


def cooperatives_to_give(user: User, role: str) -> QuerySet[Cooperative]:
    """The co-ops in which this person may invite somebody to the role, and end it."""
    if user.is_superuser:
        return Cooperative.objects.all()
    in_cooperatives = [held for held, given in COOPERATIVE_INVITES.items() if role in given]
    in_programmes = [held for held, given in PROGRAMME_INVITES_TO_COOPERATIVES.items() if role in given]
    return CooperativeQuerySet(Cooperative).where_held(user, in_cooperatives, in_programmes)


def programmes_to_give(user: User, role: str) -> QuerySet[Programme]:
    """The programmes in which this person may invite somebody to the role, and end it."""
    if user.is_superuser:
        return Programme.objects.all()
    return _programmes_where_held(user, [held for held, given in PROGRAMME_INVITES.items() if role in given])


def may_give(user: User, role: str, place: Cooperative | Programme) -> bool:
    """Whether this person may invite somebody to the role there, and end it."""
    places: QuerySet[Any] = (
        cooperatives_to_give(user, role) if isinstance(place, Cooperative) else programmes_to_give(user, role)
    )
    return bool(user.is_active and places.filter(pk=place.pk).exists())


def outside_the_wall(why: str) -> Callable[[Callable[P, View]], Callable[P, View]]:
    """The view is not held by the second wall (`cooperatives.scope`), and says why: it reads accounts and roles."""

    def mark(view: Callable[P, View]) -> Callable[P, View]:
        view.outside_the_wall = why  # type: ignore[attr-defined]
        return view

    return mark
