"""What is typed when people are invited, come in, and keep their own account."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.utils.translation import gettext_lazy as _

from cooperatives.models import Cooperative, Programme, User
from cooperatives.reports import roles_to_give
from cooperatives.roles import CooperativeRole, ProgrammeRole

LANGUAGES = [("", _("the language of the co-op")), *settings.LANGUAGES]


def _plain() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    return helper


class PeopleFilter(forms.Form):
    """Whom to look for."""

    text = forms.CharField(label=_("Name or mail address"), required=False, max_length=100)
    former = forms.BooleanField(label=_("also those who left"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = _plain()
        self.helper.disable_csrf = True

    @property
    def chosen(self) -> dict[str, Any]:
        """What to show; everything when the choice can't be read."""
        typed = self.cleaned_data if self.is_valid() else {}
        return {"text": typed.get("text", ""), "with_former": typed.get("former", False)}


class InviteForm(forms.Form):
    """Who is invited to which role, where. Only what `by` may give can be chosen."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label=_("Mail address"),
        help_text=_("The person signs in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Role"))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    by_mail = forms.TypedChoiceField(
        label=_("How does the link get there?"),
        choices=[("yes", _("by mail")), ("no", _("I hand it over myself"))],
        coerce=lambda typed: typed == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.places: dict[str, tuple[Cooperative | Programme, str]] = {}
        groups: list[Any] = [("", _("Choose one"))]
        for place, roles in roles_to_give(by):
            keys = [(self._key(place, role), str(role.label)) for role in roles]
            self.places |= {key: (place, str(role)) for (key, _label), role in zip(keys, roles, strict=True)}
            groups.append((str(place), keys))
        role_field: Any = self.fields["role"]
        role_field.choices = groups
        self.helper = _plain()

    def _key(self, place: Cooperative | Programme, role: CooperativeRole | ProgrammeRole) -> str:
        return f"{'c' if isinstance(place, Cooperative) else 'p'}-{place.pk}-{role}"

    @property
    def invitation(self) -> dict[str, Any]:
        """What `invite_person` needs."""
        typed = self.cleaned_data
        place, role = self.places[typed["role"]]
        return {"name": typed["name"], "email": typed["email"], "language": typed["language"]} | {
            "place": place,
            "role": role,
        }


class AcceptForm(forms.Form):
    """A new person chooses a name and a password; or no password, and a passkey on the next page."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.email = email
        self.fields["password"].help_text = " ".join(str(text) for text in password_validators_help_texts())
        self.helper = _plain()

    @property
    def with_passkey(self) -> bool:
        """Whether the person wants a passkey instead of a password."""
        return "passkey" in self.data

    def clean(self) -> dict[str, Any]:
        """The password keeps the rules of the site."""
        typed = super().clean() or {}
        if not self.with_passkey:
            if not typed.get("password"):
                self.add_error("password", _("Choose a password."))
            else:
                try:
                    validate_password(typed["password"], User(email=self.email, name=typed.get("name", "")))
                except forms.ValidationError as error:
                    self.add_error("password", error)
        return typed


class ProfileForm(forms.Form):
    """How one is called, and the language one reads the site in."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("the language of the browser")), *settings.LANGUAGES], required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = _plain()
