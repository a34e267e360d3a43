"""How the app is called in the admin."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperativesConfig(AppConfig):
    """The app `cooperatives`."""

    name = "cooperatives"
    verbose_name = _("people and organisations")
