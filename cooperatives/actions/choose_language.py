"""The language a person reads the site in."""

from __future__ import annotations

from django.conf import settings

from cooperatives.models import User


def choose_language(*, user: User, language: str) -> None:
    """Remember the person's language. A language the site does not have is ignored."""
    if language in dict(settings.LANGUAGES) and language != user.language:
        User.objects.filter(pk=user.pk).update(language=language)
