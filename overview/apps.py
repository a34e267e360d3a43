"""How the app is called in the admin."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OverviewConfig(AppConfig):
    """The app `overview`."""

    name = "overview"
    verbose_name = _("overview")
