"""What a device needs to open the site without a connection. Open to everybody: it tells nothing about anybody."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

MODULES = ("js/worker.js", "js/drafts.js", "js/send-drafts.js")  # of which the service worker is made


@login_not_required
@require_GET
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, for the whole site and so at its root. Open: it tells nothing."""
    context = {"version": _version()}
    return render(request, "premiums/service_worker.js", context, content_type="text/javascript")


def _version() -> str:
    return _digest() if not settings.DEBUG else _digest.__wrapped__()


@cache
def _digest() -> str:
    found = [finders.find(name) for name in MODULES]
    return hashlib.sha256(b"".join(Path(str(path)).read_bytes() for path in found)).hexdigest()[:12]


@login_not_required
@require_GET
@cache_control(max_age=86400)
def web_manifest(request: HttpRequest) -> JsonResponse:
    """What a phone needs to put the site on its home screen. Open: it tells nothing."""
    sizes = {"img/icon-192.png": "192x192", "img/icon-512.png": "512x512"}
    manifest: dict[str, Any] = {
        "name": "Beneficio",
        "short_name": "Beneficio",
        "description": _("What co-op members decided, and what was done."),
        "lang": get_language(),
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": "#12392a",
        "background_color": "#f1f5f0",
        "icons": [
            {"src": staticfiles_storage.url(name), "sizes": size, "type": "image/png", "purpose": purpose}
            for name, size in sizes.items()
            for purpose in ("any", "maskable")
        ],
    }
    return JsonResponse(manifest, content_type="application/manifest+json")
