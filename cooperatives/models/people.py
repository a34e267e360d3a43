"""The people who sign in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from config.records import Record


class UserManager(BaseUserManager["User"]):
    """Makes people; mail addresses are compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A person who can sign in once a password is set. Refuses an empty mail address with ValueError."""
        if not email:
            raise ValueError("A person needs a mail address to sign in.")
        user: User = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """An administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """The person with this mail address, in any case."""
        return self.get(email__iexact=username)


def ends_sessions(name: str) -> pgtrigger.Trigger:
    """When a role of a person ends, so do all their open sessions, whoever ends it by whatever path."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("ended_at"),
        condition=pgtrigger.Q(old__ended_at__isnull=True, new__ended_at__isnull=False),
        func="UPDATE cooperatives_user SET sessions_ended = sessions_ended + 1 WHERE id = NEW.user_id; RETURN NULL;",
    )


@pghistory.track(exclude=["password", "last_login", "sessions_ended"])
class User(AbstractBaseUser, PermissionsMixin, Record):
    """A person who signs in with a mail address. Their rights come from assignments, see `roles.py`."""

    email = models.EmailField(_("mail address"))
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language"), max_length=8, choices=settings.LANGUAGES, blank=True, default="", db_default=""
    )
    is_active = models.BooleanField(
        _("may sign in"), default=True, help_text=_("Take this away instead of deleting the person.")
    )
    is_staff = models.BooleanField(_("may open the admin"), default=False)
    joined_at = models.DateTimeField(_("added"), auto_now_add=True)
    sessions_ended = models.PositiveIntegerField(
        _("times all sessions were ended"), default=0, db_default=0, editable=False
    )

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("Somebody already signs in with this mail address."),
            ),
            models.CheckConstraint(
                condition=Q(is_superuser=False) | Q(is_staff=True),
                name="user_administrator_opens_admin",
                violation_error_message=_("An administrator must also be allowed to open the admin."),
            ),
        )

    def __str__(self) -> str:
        return self.name or self.email

    def get_session_auth_hash(self) -> str:
        """What each session carries: it changes with the password, and when all sessions of the person are ended."""
        return f"{super().get_session_auth_hash()}{self._round}"

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same, by the secret keys of before."""
        for earlier in super().get_session_auth_fallback_hash():
            yield f"{earlier}{self._round}"

    @property
    def _round(self) -> str:
        """Empty at first, so that sessions from before this was counted go on."""
        return f":{self.sessions_ended}" if self.sessions_ended else ""

    def get_full_name(self) -> str:
        """The name, as Django and the mails ask for it."""
        return self.name
