"""How the app is called in the admin."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PremiumsConfig(AppConfig):
    """The app `premiums`."""

    name = "premiums"
    verbose_name = _("premium")
