"""Our templates as they are loaded: the indentation that makes them readable is not sent to anybody."""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION = re.compile(r"\n[ \t]+")


class Loader(filesystem.Loader):
    """Loads the templates of `DIRS`; in pages a line begins where its text does."""

    def get_contents(self, origin: Origin) -> str:
        """The source, without what stands before each line of a page. Mails and scripts stay as they are."""
        source = super().get_contents(origin)
        return INDENTATION.sub("\n", source) if origin.name.endswith(".html") else source
