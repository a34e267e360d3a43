"""How gunicorn serves the site: `gunicorn --config python:config.gunicorn config.wsgi`. Its options, by their names."""

preload_app = True  # what both workers share is in memory once
workers = 2  # one for each core; each computes one thing at a time
threads = 64  # most of them wait: for a body, for their turn (config/lanes.py), for a weak line
timeout = 60
