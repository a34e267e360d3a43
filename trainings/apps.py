"""How the app is called in the admin."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingsConfig(AppConfig):
    """The app `trainings`."""

    name = "trainings"
    verbose_name = _("trainings")
