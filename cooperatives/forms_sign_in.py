"""The forms of django-allauth for the second factor, in the words of this site."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = _("Code of the app")


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """A code at sign-in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = _("Code of the app, or a recovery code")
        self.fields["code"].widget.attrs["placeholder"] = ""


class CodeAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """A code before something is changed."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = _("Code of the app, or a recovery code")
        self.fields["code"].widget.attrs["placeholder"] = ""


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey; as a rule it also signs in alone."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("Name of the passkey")
        alone = self.fields["passwordless"]
        alone.label, alone.initial = _("It also signs me in without the password"), True
        alone.help_text = _("Leave it on, unless the key you plug in has no PIN.")
