"""How static files are served."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names that change with the content, also where one of our modules imports another."""

    support_js_module_import_aggregation = True
