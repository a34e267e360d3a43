"""Reminders by mail: which are switched off, and which digests went out."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest

from certification.models import ReminderDigest, ReminderOptOut
from config.admin import RecordAdmin


@admin.register(ReminderOptOut)
class ReminderOptOutAdmin(RecordAdmin):
    """Kinds of reminders a person does not want; deleting the row switches them on again."""

    list_display = ("user", "kind")
    list_filter = ("kind", "is_example")
    list_select_related = ("user",)
    search_fields = ("user__name", "user__email")
    autocomplete_fields = ("user",)
    fieldsets = ((None, {"fields": ("user", "kind")}),)


@admin.register(ReminderDigest)
class ReminderDigestAdmin(RecordAdmin):
    """Digests that went out, to read: `send_reminders` writes them."""

    deletable = False
    list_display = ("user", "week_on", "items", "sent_at")
    list_filter = ("week_on", "is_example")
    list_select_related = ("user",)
    date_hierarchy = "week_on"
    search_fields = ("user__name", "user__email")
    fieldsets = ((None, {"fields": ("user", "week_on", "items", "sent_at")}),)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of it."""
        return flatten_fieldsets(self.get_fieldsets(request, obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only the command writes them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False
