"""The forms of django-allauth, in the words of this site."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc]
    """Mail address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("login", _("Mail address")), ("password", _("Password"))):
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password"].help_text = format_html(
            '<a href="{}">{}</a>', reverse("account_reset_password"), _("Forgotten your password?")
        )


class LabelsOnly:
    """Fields whose label says what belongs there: a placeholder would say it twice."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class PasswordForm(LabelsOnly, ChangePasswordForm):  # type: ignore[misc]
    """Another password."""


class FirstPasswordForm(LabelsOnly, SetPasswordForm):  # type: ignore[misc]
    """A password for who came in with a passkey alone."""


class ForgottenForm(LabelsOnly, ResetPasswordForm):  # type: ignore[misc]
    """The address that a link for a new password goes to."""


class NewPasswordForm(LabelsOnly, ResetPasswordKeyForm):  # type: ignore[misc]
    """The new password behind such a link."""


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
