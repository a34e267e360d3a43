"""How static files are named."""

from __future__ import annotations

from typing import ClassVar

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = (r"""(?P<matched>from "(?P<url>\./[^"]+)";)""", 'from "%(url)s";')


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names that change with the content, also where one module of ours imports another.

    Django's own switch for this does so in every package too, and fails on modules that were never meant to be loaded.
    """

    patterns: ClassVar = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", (IMPORT,)))
