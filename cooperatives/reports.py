"""People and the roles they hold, as those who keep them see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cooperatives.access import standing, visible_cooperatives, visible_programmes
from cooperatives.models import (
    Cooperative,
    Enrolment,
    Invitation,
    Programme,
    ProgrammeAssignment,
    StaffAssignment,
    User,
)
from cooperatives.models.invitations import InvitationQuerySet
from cooperatives.roles import (
    ADMINISTRATOR_GRANTS,
    ADMINISTRATOR_SENTENCE,
    COOPERATIVE_GRANTS,
    COOPERATIVE_INVITES,
    COOPERATIVE_SENTENCES,
    IN_WORDS,
    PROGRAMME_GRANTS,
    PROGRAMME_INVITES,
    PROGRAMME_INVITES_TO_COOPERATIVES,
    PROGRAMME_SENTENCES,
    CooperativeRole,
    Permission,
    ProgrammeRole,
)

Assignment = StaffAssignment | ProgrammeAssignment


def roles_seen(user: User) -> tuple[QuerySet[StaffAssignment], QuerySet[ProgrammeAssignment]]:
    """The roles, also ended ones, in the co-ops and programmes whose people this person keeps."""
    cooperatives = visible_cooperatives(user, Permission.INVITE_PEOPLE).values("pk")
    programmes = visible_programmes(user, Permission.INVITE_PEOPLE).values("pk")
    staff = StaffAssignment.objects.filter(cooperative__in=cooperatives).select_related("cooperative", "ended_by")
    programme_staff = ProgrammeAssignment.objects.filter(programme__in=programmes)
    return staff, programme_staff.select_related("programme", "ended_by")


def people_seen(user: User) -> QuerySet[User]:
    """The people who hold or held such a role, with their roles there; an administrator sees everybody."""
    staff, programme_staff = roles_seen(user)
    people = User.objects.prefetch_related(
        Prefetch("staff_assignments", staff, to_attr="roles_in_cooperatives"),
        Prefetch("programme_assignments", programme_staff, to_attr="roles_in_programmes"),
    )
    if user.is_superuser:
        return people
    return people.filter(Q(pk__in=staff.values("user")) | Q(pk__in=programme_staff.values("user")))


def listed_people(user: User, *, text: str, with_former: bool) -> QuerySet[User]:
    """The people this person keeps, by name or address; those who left only when asked for."""
    people = people_seen(user)
    if text:
        people = people.filter(Q(name__icontains=text) | Q(email__icontains=text))
    if not with_former:
        staff, programme_staff = roles_seen(user)
        now = Q(pk__in=staff.filter(ended_at__isnull=True).values("user"))
        now |= Q(pk__in=programme_staff.filter(ended_at__isnull=True).values("user"))
        people = people.filter(now | Q(is_superuser=True), is_active=True)
    return people.order_by("name", "pk")


def invitations_seen(user: User) -> QuerySet[Invitation]:
    """The invitations that wait, in the co-ops and programmes whose people this person keeps."""
    here = Q(cooperative__in=visible_cooperatives(user, Permission.INVITE_PEOPLE).values("pk"))
    here |= Q(programme__in=visible_programmes(user, Permission.INVITE_PEOPLE).values("pk"))
    waiting = InvitationQuerySet(Invitation).waiting().filter(here)
    return waiting.select_related("cooperative", "programme", "invited_by")


def roles_to_give(user: User) -> list[tuple[Cooperative | Programme, list[CooperativeRole | ProgrammeRole]]]:
    """Each co-op and programme with the roles this person may invite to there (three queries)."""
    held = standing(user)
    programmes = list(visible_programmes(user, Permission.INVITE_PEOPLE))
    over = {row.pk: held.roles_in_programmes.get(row.pk, set()) for row in programmes}
    for row in programmes:
        over[row.pk] = over[row.pk] | held.roles_in_programmes.get(row.part_of_id or 0, set())
    enrolled: dict[int, set[str]] = {}
    for cooperative, programme in Enrolment.objects.filter(programme__in=programmes).values_list(
        "cooperative", "programme"
    ):
        enrolled.setdefault(cooperative, set()).update(over[programme])
    found: list[tuple[Any, set[str]]] = [(row, _given(PROGRAMME_INVITES, over[row.pk])) for row in programmes]
    for one in visible_cooperatives(user, Permission.INVITE_PEOPLE):
        given = _given(PROGRAMME_INVITES_TO_COOPERATIVES, enrolled.get(one.pk, ()))
        found.append((one, given | _given(COOPERATIVE_INVITES, held.cooperative_roles.get(one.pk, ()))))
    return [
        (place, [role for role in _roles_of(place) if held.is_administrator or role in given])
        for place, given in found
        if given or held.is_administrator
    ]


def _given(invites: Mapping[str, Iterable[str]], roles: Iterable[str]) -> set[str]:
    return {str(given) for role in roles for given in invites.get(role, ())}


def _roles_of(place: Cooperative | Programme) -> list[Any]:
    return list(CooperativeRole) if isinstance(place, Cooperative) else list(ProgrammeRole)


@dataclass(frozen=True)
class HeldRole:
    """A role of a person, and whether who looks may end it."""

    row: Assignment
    place: Cooperative | Programme
    may_end: bool

    @property
    def is_in_cooperative(self) -> bool:
        """Whether it is one in a co-op."""
        return isinstance(self.row, StaffAssignment)

    @property
    def sentence(self) -> str:
        """What it means."""
        return str(sentence_of(self.row))


def sentence_of(row: Assignment | Invitation) -> Any:
    """What a role means, in a sentence."""
    is_in_cooperative = getattr(row, "cooperative_id", None) is not None
    return (
        COOPERATIVE_SENTENCES[CooperativeRole(row.role)]
        if is_in_cooperative
        else PROGRAMME_SENTENCES[ProgrammeRole(row.role)]
    )


def held_roles(person: Any, by: User) -> list[HeldRole]:
    """The roles of a person of `people_seen`, the current ones first."""
    given = {(type(place), place.pk): set(roles) for place, roles in roles_to_give(by)}
    rows = [(row, row.cooperative) for row in person.roles_in_cooperatives]
    rows += [(row, row.programme) for row in person.roles_in_programmes]
    found = [
        HeldRole(row, place, row.ended_at is None and row.role in given.get((type(place), place.pk), ()))
        for row, place in rows
    ]
    return sorted(found, key=lambda held: (held.row.ended_at is not None, str(held.place), held.row.role))


def open_sessions(user: User) -> QuerySet[UserSession]:
    """The browsers in which a person is signed in, the last used first."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=timezone.now())
    sessions: QuerySet[UserSession] = UserSession.objects.filter(Exists(alive), user=user)
    return sessions.order_by("-last_seen_at", "-pk")


# Who may do what -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RoleColumn:
    """A role: what it means and who holds it, each with where."""

    key: str
    label: str
    sentence: str
    grants: frozenset[Permission]
    holders: Sequence[tuple[User, str]]


@dataclass(frozen=True)
class Matrix:
    """Roles by permissions; a line is a permission with a yes or no for each role."""

    roles: Sequence[RoleColumn]
    lines: Sequence[tuple[str, Sequence[bool]]]


def role_matrix() -> Matrix:
    """Which role may do what, and who holds it now (three queries)."""
    current = {"ended_at__isnull": True, "user__is_active": True}
    staff = StaffAssignment.objects.filter(**current).select_related("user", "cooperative").order_by("user__name")
    people = ProgrammeAssignment.objects.filter(**current).select_related("user", "programme").order_by("user__name")
    administrators = User.objects.filter(is_superuser=True, is_active=True)
    roles = [
        RoleColumn(
            "administrator",
            _("administrator"),
            str(ADMINISTRATOR_SENTENCE),
            ADMINISTRATOR_GRANTS,
            [(person, "") for person in administrators],
        ),
        *_columns(
            "programme", PROGRAMME_SENTENCES, PROGRAMME_GRANTS, [(row.role, row.user, row.programme) for row in people]
        ),
        *_columns(
            "cooperative", COOPERATIVE_SENTENCES, COOPERATIVE_GRANTS, [(r.role, r.user, r.cooperative) for r in staff]
        ),
    ]
    lines = [(str(IN_WORDS[permission]), [permission in role.grants for role in roles]) for permission in Permission]
    return Matrix(roles, lines)


def _columns(
    scope: str,
    sentences: Mapping[Any, Any],
    grants: Mapping[str, frozenset[Permission]],
    held: Iterable[tuple[str, User, Any]],
) -> list[RoleColumn]:
    rows = list(held)
    return [
        RoleColumn(
            f"{scope}-{role}",
            str(role.label),
            str(sentence),
            grants[role],
            [(user, str(place)) for key, user, place in rows if key == role],
        )
        for role, sentence in sentences.items()
    ]


def sentences_of(places: Iterable[tuple[Cooperative | Programme, str]]) -> list[tuple[str, str]]:
    """The roles that are among these, each with what it means."""
    among = {(isinstance(place, Cooperative), role) for place, role in places}
    found: list[Any] = [(role, PROGRAMME_SENTENCES[role]) for role in ProgrammeRole if (False, role) in among]
    found += [(role, COOPERATIVE_SENTENCES[role]) for role in CooperativeRole if (True, role) in among]
    return [(str(role.label), str(sentence)) for role, sentence in found]
