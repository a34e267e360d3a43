"""A person's own name and language."""

from __future__ import annotations

from django.db import transaction

from cooperatives.models import User


def keep_profile(*, name: str, language: str, by: User) -> None:
    """Change one's own name and language; the mail address is changed by an administrator."""
    with transaction.atomic():
        locked = User.objects.select_for_update(no_key=True).get(pk=by.pk)
        locked.name, locked.language = name, language
        locked.save(update_fields=["name", "language"])
