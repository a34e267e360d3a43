"""Files that people send: what is accepted is decided by the content of the file, not by its name."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import pillow_heif
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from config.errors import Refused
from config.ui import file_size

pillow_heif.register_heif_opener()

# By Pillow's name of the format: what we store it as. HEIC becomes JPEG, since few browsers show it.
IMAGES = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "HEIF": "JPEG"}
TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "PDF": "application/pdf"}
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "application/pdf": ".pdf"}
MAX_PIXELS = 50_000_000  # a picture may be small as a file and huge in memory


@dataclass(frozen=True)
class AcceptedFile:
    """A file that may be kept: its content as stored, its type, and a harmless name."""

    content: bytes
    content_type: str
    name: str


def read_file(upload: UploadedFile[Any]) -> AcceptedFile:
    """Accept a photo (JPEG, PNG, WebP, HEIC) or a PDF of at most 10 MB; images are written anew, without location.

    Refused, with a sentence: other or damaged content, larger files or pictures. Takes time, so call it before any
    row is locked.
    """
    if upload.size is None or upload.size > settings.UPLOAD_LIMIT:
        raise Refused(
            _("“%(name)s” is larger than %(limit)s. Take the photo at a smaller size, or send fewer pages.")
            % {"name": upload.name, "limit": file_size(settings.UPLOAD_LIMIT)}
        )
    upload.seek(0)
    content = upload.read()
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return AcceptedFile(content, TYPES["PDF"], safe_name(upload.name or "", TYPES["PDF"]))
    try:
        content, content_type = _clean_image(content)
        return AcceptedFile(content, content_type, safe_name(upload.name or "", content_type))
    except Refused:
        raise
    except Exception as error:  # Pillow raises nearly anything on damaged input
        raise Refused(
            _("“%(name)s” can't be read as a photo or a PDF. Accepted are JPEG, PNG, WebP, HEIC and PDF.")
            % {"name": upload.name}
        ) from error


def _clean_image(content: bytes) -> tuple[bytes, str]:
    with Image.open(io.BytesIO(content), formats=list(IMAGES)) as image:
        if image.width * image.height > MAX_PIXELS:
            raise Refused(_("This picture has too many pixels. Take the photo at a smaller size."))
        form = IMAGES[str(image.format)]
        image.load()
        upright = ImageOps.exif_transpose(image)
    if form == "JPEG" and upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    clean = io.BytesIO()
    # No exif, no profile but colour: where and with which phone it was taken is nobody's business here.
    upright.save(clean, form, quality=85, icc_profile=upright.info.get("icc_profile"), exif=b"")
    return clean.getvalue(), TYPES[form]


def safe_name(name: str, content_type: str) -> str:
    """The name of the file as sent, without path and odd characters, with the ending of what it really is."""
    stem = re.sub(r"[^\w .()-]", "_", PurePath(name.replace("\\", "/")).stem).strip(" .")
    return f"{stem[:120] or 'file'}{ENDINGS[content_type]}"
