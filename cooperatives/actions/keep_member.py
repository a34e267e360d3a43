"""The people of a co-op: a new one, two entries for one person, a name removed on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pgtrigger
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.words import plain
from cooperatives.models import Cooperative, Member, User
from cooperatives.models.members import MemberQuerySet

# What a second entry may tell where the first one is silent.
FILLED = ("sex", "birth_year", "community", "role", "spoken_language")


class SameName(Refused):
    """The co-op has somebody of this name: perhaps the same person, perhaps another."""


def add_member(
    *,
    cooperative: Cooperative,
    name: str,
    person: Mapping[str, Any],
    has_agreed: bool,
    is_another: bool = False,
    by: User,
) -> Member:
    """A new person of a co-op; `person` holds the other columns, such as sex, birth_year, community, is_guest.

    Refused, as SameName, when the co-op has somebody of this name (accents aside), unless `is_another` says that this
    is another person: so a form sent twice adds one person.
    """
    with in_words():
        # Two people who add the same name at once queue up here.
        Cooperative.objects.select_for_update(no_key=True).get(pk=cooperative.pk)
        same = Member.objects.filter(cooperative=cooperative, name_key=plain(name), merged_into__isnull=True).first()
        if same and not is_another:
            raise SameName(
                _(
                    "%(name)s is already on the list of the co-op. Look for the name there; or say that this is "
                    "another person of the same name."
                )
                % {"name": same.name}
            )
        return Member.objects.create(
            cooperative=cooperative,
            name=name,
            **person,
            consent_at=timezone.now() if has_agreed else None,
            consent_by=by if has_agreed else None,
            is_example=cooperative.is_example or by.is_example,
        )


def merge_members(*, member: Member, into: Member, by: User) -> Member:
    """Say that two entries are one person: `member` from now on points to `into`, and nothing new hangs on it.

    What either of them took part in stays where it is, and counts once for the person. What is empty in the entry that
    stays is filled from the other. Refused: an entry with itself, and one that was merged before.
    """
    with in_words():
        rows = Member.objects.filter(pk__in=(member.pk, into.pk)).order_by("pk").select_for_update(no_key=True)
        locked = {row.pk: row for row in rows}
        second, first = locked[member.pk], locked[into.pk]
        if second.pk == first.pk:
            raise Refused(_("Choose two entries: these are one and the same."))
        if second.merged_into_id or first.merged_into_id:
            raise Refused(_("One of the two was already merged into another entry. Choose the entry that stands."))
        if second.name_removed_at or first.name_removed_at:
            raise Refused(_("The name of one of the two was removed, so nobody can tell that they are one person."))
        now = timezone.now()
        Member.objects.filter(merged_into=second).update(merged_into=first)
        for column in FILLED:
            setattr(first, column, getattr(first, column) or getattr(second, column))
        first.is_guest = first.is_guest and second.is_guest
        first.save(update_fields=[*FILLED, "is_guest"])
        second.merged_into, second.merged_at, second.merged_by = first, now, by
        second.save(update_fields=["merged_into", "merged_at", "merged_by"])
        return first


def remove_name(*, member: Member, by: User) -> Member:
    """Take the name, community, language and agreement of a person away, also from the history; the counts stay.

    All entries of the person lose it. Sex and year of birth stay, since they tell nobody who it was and the counts
    need them. Refused for an entry that was merged: ask for the person's first entry.
    """
    with in_words():
        locked = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
        if locked.merged_into_id:
            raise Refused(_("This entry was merged into another one. Remove the name there; both go."))
        if locked.name_removed_at:
            return locked
        entries = [locked.pk, *locked.second_entries.values_list("pk", flat=True)]
        Member.objects.filter(pk__in=entries).update(
            name="",
            community="",
            spoken_language="",
            source="",
            consent_at=None,
            consent_by=None,
            name_removed_at=timezone.now(),
            name_removed_by=by,
        )
        _forget(entries)
        locked.refresh_from_db()
        return locked


def _forget(entries: list[int]) -> None:
    """The name leaves the history as well, which otherwise nobody may change."""
    events = Member.pgh_event_model  # type: ignore[attr-defined]
    with pgtrigger.ignore(f"{events._meta.label}:append_only"), transaction.atomic():
        events.objects.filter(pgh_obj_id__in=entries).update(name="", community="", spoken_language="", source="")


def people_of(cooperative: Cooperative) -> MemberQuerySet:
    """The people of a co-op, each once."""
    return MemberQuerySet(Member).filter(cooperative=cooperative).people()
