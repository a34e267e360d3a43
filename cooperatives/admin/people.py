"""People and the roles they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import admin as account_admin
from allauth.account.models import EmailAddress
from allauth.mfa import admin as mfa_admin
from allauth.usersessions import admin as usersessions_admin
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from config.admin import BY_COOPERATIVE, RecordAdmin, RecordInline
from config.admin_filters import CooperativeFilter
from cooperatives.admin.reads import PeopleAdmin
from cooperatives.models import Invitation, ProgrammeAssignment, StaffAssignment, User

if TYPE_CHECKING:
    _UserAdmin = auth_admin.UserAdmin[User]
    _UserForm = AdminUserCreationForm[User]
else:
    _UserAdmin, _UserForm = auth_admin.UserAdmin, AdminUserCreationForm

# Rights come from roles (`roles.py`); a mail address, a second factor and a session belong to their person.
admin.site.unregister(Group)
admin.site.unregister(account_admin.EmailAddress)
admin.site.unregister(mfa_admin.Authenticator)
admin.site.unregister(usersessions_admin.UserSession)

# What a co-op is found by, in the search of every list below it.
COOPERATIVE = ("cooperative__short_name", "cooperative__name", "cooperative__slug")


# Assignments: what a person does for whom ----------------------------------------------------------------------------


class _AssignmentAdmin(PeopleAdmin):
    """A role is ended, never deleted; who ended it is written down."""

    deletable = False
    readonly_fields = ("ended_by",)
    actions = ("end_roles",)

    def fill(self, request: HttpRequest, row: Any, *, adding: bool) -> None:
        """Who ended the role goes with when it ended."""
        super().fill(request, row, adding=adding)
        if row.ended_at is None:
            row.ended_by = None
        elif row.ended_by_id is None:
            row.ended_by = request.user

    @admin.action(description=_("End the selected roles now"), permissions=["change"])
    def end_roles(self, request: HttpRequest, queryset: Any) -> None:
        """Take roles away; the rows stay, so that the names stay on what these people did."""
        rows = queryset.filter(ended_at__isnull=True).select_related(None)
        count = rows.update(ended_at=timezone.now(), ended_by=request.user)
        self.message_user(
            request, ngettext("%(count)d role was ended.", "%(count)d roles were ended.", count) % {"count": count}
        )

    @admin.display(description=_("holds it now"), boolean=True, ordering="ended_at")
    def is_current(self, row: Any) -> bool:
        """Whether the role is still held."""
        return row.ended_at is None


@admin.register(StaffAssignment)
class StaffAssignmentAdmin(_AssignmentAdmin):
    """Who works for a co-op."""

    list_display = ("user", "role", "cooperative", "is_current", "started_on", "ended_at")
    list_filter = ("role", ("ended_at", admin.EmptyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("user", "cooperative")
    search_fields = ("user__name", "user__email", *COOPERATIVE)
    autocomplete_fields = ("user", "cooperative")
    fieldsets = ((None, {"fields": ("user", "cooperative", "role", "started_on", "ended_at", "ended_by")}),)


@admin.register(ProgrammeAssignment)
class ProgrammeAssignmentAdmin(_AssignmentAdmin):
    """Who works for a programme."""

    list_display = ("user", "role", "programme", "is_current", "ended_at")
    list_filter = (
        "role",
        ("ended_at", admin.EmptyFieldListFilter),
        ("programme", admin.RelatedOnlyFieldListFilter),
        "is_example",
    )
    list_select_related = ("user", "programme")
    search_fields = ("user__name", "user__email", "programme__name", "programme__slug")
    autocomplete_fields = ("user", "programme")
    fieldsets = ((None, {"fields": ("user", "programme", "role", "ended_at", "ended_by")}),)


class StaffInline(RecordInline):
    """Roles in co-ops."""

    model = StaffAssignment
    fk_name = "user"
    fields = ("cooperative", "role", "started_on", "ended_at", "ended_by")
    readonly_fields = ("ended_by",)
    autocomplete_fields = ("cooperative",)
    list_select_related = ("user", "cooperative", "ended_by")


class StaffOfInline(StaffInline):
    """People of a co-op."""

    fk_name = "cooperative"
    fields = ("user", "role", "started_on", "ended_at", "ended_by")
    autocomplete_fields = ("user",)


class ProgrammeStaffInline(RecordInline):
    """Roles in programmes."""

    model = ProgrammeAssignment
    fk_name = "user"
    fields = ("programme", "role", "ended_at", "ended_by")
    readonly_fields = ("ended_by",)
    autocomplete_fields = ("programme",)
    list_select_related = ("user", "programme", "ended_by")


class StaffOfProgrammeInline(ProgrammeStaffInline):
    """People of a programme."""

    fk_name = "programme"
    fields = ("user", "role", "ended_at", "ended_by")
    autocomplete_fields = ("user",)


# People --------------------------------------------------------------------------------------------------------------


class PersonForm(_UserForm):
    """A new person; without a password they choose one by mail."""

    usable_password = AdminUserCreationForm.create_usable_password_field(
        _("If disabled, the person chooses a password with “Forgot your password?” on the sign-in page.")
    )


@admin.register(User)
class UserAdmin(PeopleAdmin, _UserAdmin):
    """People. Nobody is deleted: their name stays on what they did."""

    deletable = False
    add_form = PersonForm
    add_fieldsets = ((None, {"fields": ("email", "name", "language", "usable_password", "password1", "password2")}),)
    fieldsets = (
        (None, {"fields": ("email", "name", "language", "password")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "is_superuser")}),
        (_("When"), {"fields": ("joined_at", "last_login")}),
    )
    readonly_fields = ("joined_at", "last_login")
    inlines = (StaffInline, ProgrammeStaffInline)
    actions = ("remove_second_factor",)
    list_display = ("name", "email", "roles", "is_active", "is_superuser")
    list_filter = (
        "is_active",
        "is_superuser",
        "staff_assignments__role",
        ("staff_assignments__cooperative", CooperativeFilter),
        ("programme_assignments__programme", admin.RelatedOnlyFieldListFilter),
        "is_example",
    )
    search_fields = ("name", "email", "staff_assignments__cooperative__short_name")
    ordering = ("name", "pk")
    filter_horizontal = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """People with the roles they hold now."""
        staff = StaffAssignment.objects.filter(ended_at__isnull=True).select_related("cooperative")
        programmes = ProgrammeAssignment.objects.filter(ended_at__isnull=True).select_related("programme")
        return (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch("staff_assignments", staff, to_attr="held_in_cooperatives"),
                Prefetch("programme_assignments", programmes, to_attr="held_in_programmes"),
            )
        )

    @admin.action(description=_("Remove the second factor of the selected people"), permissions=["change"])
    def remove_second_factor(self, request: HttpRequest, queryset: Any) -> None:
        """For somebody who lost the phone and the recovery codes; they sign in with the password and set up anew."""
        found = mfa_admin.Authenticator.objects.filter(user__in=queryset.order_by().values("pk"))
        count = found.values("user").distinct().count()
        found.delete()
        said = ngettext("%(count)d person has no second factor now.", "%(count)d people have none now.", count)
        self.message_user(request, said % {"count": count})

    @admin.display(description=_("roles"))
    def roles(self, person: Any) -> str:
        """The roles held now, in words."""
        held = [f"{role.get_role_display()}, {role.cooperative}" for role in person.held_in_cooperatives]
        held += [f"{role.get_role_display()}, {role.programme}" for role in person.held_in_programmes]
        return "; ".join(held)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Roles come once the person exists."""
        return self.inlines if obj else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A mail address that was replaced opens no door any more."""
        super().save_model(request, obj, form, change)
        EmailAddress.objects.filter(user=obj).exclude(email__iexact=obj.email).delete()


@admin.register(Invitation)
class InvitationAdmin(RecordAdmin):
    """Who was invited to what, to read: inviting is done on the page of the people."""

    deletable = False
    list_display = ("name", "email", "role_in_words", "invited_at", "accepted_at", "withdrawn_at")
    list_filter = (
        ("accepted_at", admin.EmptyFieldListFilter),
        ("withdrawn_at", admin.EmptyFieldListFilter),
        BY_COOPERATIVE,
        "is_example",
    )
    list_select_related = ("cooperative", "programme")
    search_fields = ("name", "email", *COOPERATIVE, "programme__name")
    fields = (
        *("name", "email", "language", "role_in_words", "invited_by", "invited_at", "mailed_at", "expires_at"),
        *("accepted_by", "accepted_at", "withdrawn_by", "withdrawn_at"),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of it."""
        return (*self.fields, "is_example")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only on the page of the people."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only on the page of the people."""
        return False

    @admin.display(description=_("role"))
    def role_in_words(self, row: Any) -> str:
        """The role and where."""
        return f"{row.get_role_display()}, {row.place}"
