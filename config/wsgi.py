"""The application for a WSGI server such as gunicorn."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from config import database
from config.lanes import Lanes

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# A thread back from the database waits this long (in seconds) for one that computes. Python's own 5 ms, after each of
# ten questions, would make a page wait for a form that somebody else sends.
sys.setswitchinterval(0.0005)

application = Lanes(get_wsgi_application())

# The embedded server of the trial stays up while this process and its workers live.
database.hold()
