"""Small pictures of photos that people sent, made once and kept apart from what they sent."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from PIL import Image, ImageOps

SIDE = 640  # pixels of the longer side: readable on a phone, about 30 kB
TINY = 168  # beside a name in a list, on a sharp screen
TYPE, ENDING = "image/webp", ".webp"


def thumbnail(photo: File[Any], key: str, side: int) -> Path:
    """The file of the thumbnail of `photo`, made at the first call; `key` is the photo's own and names it.

    `side` is the most pixels of its longer side.

    Upright, and without anything but the picture: no place, no phone. The folder, THUMBNAIL_ROOT, may be emptied at any
    time. FileNotFoundError when the photo is gone.
    """
    path = Path(settings.THUMBNAIL_ROOT) / f"{key}-{side}{ENDING}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(photo, path, side)
    return path


def _make(photo: File[Any], path: Path, side: int) -> None:
    # Written beside its place and moved there, so that two who ask at once never read half a picture.
    with photo.open("rb") as source, Image.open(source, formats=["JPEG", "PNG", "WEBP"]) as image:
        image.draft("RGB", (2 * side, 2 * side))  # a JPEG is decoded no larger than needed
        small = ImageOps.exif_transpose(image)
        small.thumbnail((side, side))
        plain = small.convert("RGBA" if small.has_transparency_data else "RGB")
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=ENDING)
    try:
        with os.fdopen(handle, "wb") as target:
            plain.save(target, "WEBP", quality=65, exif=b"", icc_profile=None)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
