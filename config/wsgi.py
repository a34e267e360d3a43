"""The application for a WSGI server such as gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from config import database
from config.lanes import Lanes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = Lanes(get_wsgi_application())

# The embedded server of the trial stays up while this process and its workers live.
database.hold()
