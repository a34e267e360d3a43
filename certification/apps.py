"""How the app is called in the admin."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificationConfig(AppConfig):
    """The app `certification`."""

    name = "certification"
    verbose_name = _("certification")
