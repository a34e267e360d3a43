"""Files that people send: what is accepted is decided by the content of the file, not by its name."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import pillow_heif
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from config.errors import Refused
from config.scanner import refuse_infected
from config.ui import file_size

pillow_heif.register_heif_opener()

# By Pillow's name of the format: what we store it as. HEIC becomes JPEG, since few browsers show it.
IMAGES = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "HEIF": "JPEG"}
TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "PDF": "application/pdf"}
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "application/pdf": ".pdf"}
MAX_PIXELS = 40_000_000  # a picture may be small as a file and huge in memory
MAX_TABLE = 50 * 1024 * 1024  # bytes of a spreadsheet once unpacked
MAX_PARTS = 1000  # files inside a spreadsheet


@dataclass(frozen=True)
class AcceptedFile:
    """A file that may be kept: its content as stored, its type, and a harmless name."""

    content: bytes
    content_type: str
    name: str


def read_file(upload: UploadedFile[Any]) -> AcceptedFile:
    """Accept a photo (JPEG, PNG, WebP, HEIC) or a PDF of at most 10 MB; images are written anew, without location.

    Refused, with a sentence: other or damaged content, larger files or pictures, what the virus scanner finds. Takes
    time, so call it before any row is locked.
    """
    if upload.size is None or upload.size > settings.UPLOAD_LIMIT:
        raise Refused(
            _("“%(name)s” is larger than %(limit)s. Take the photo at a smaller size, or send fewer pages.")
            % {"name": upload.name, "limit": file_size(settings.UPLOAD_LIMIT)}
        )
    upload.seek(0)
    content = upload.read()
    refuse_infected(content, upload.name or "")
    if content.startswith(b"%PDF-"):
        _refuse_unclear_pdf(content, upload.name or "")
        return AcceptedFile(content, TYPES["PDF"], safe_name(upload.name or "", TYPES["PDF"]))
    try:
        content, content_type = _clean_image(content)
        return AcceptedFile(content, content_type, safe_name(upload.name or "", content_type))
    except Refused:
        raise
    except Exception as error:  # Pillow raises nearly anything on damaged input
        raise _unreadable(upload.name or "") from error


def _unreadable(name: str) -> Refused:
    return Refused(
        _("“%(name)s” can't be read as a photo or a PDF. Accepted are JPEG, PNG, WebP, HEIC and PDF.") % {"name": name}
    )


def _refuse_unclear_pdf(content: bytes, name: str) -> None:
    """A PDF ends as one, and is nothing else at the same time: no archive, no program hides in it."""
    if not content.rstrip(b"\0\t\r\n ").endswith(b"%%EOF") or zipfile.is_zipfile(io.BytesIO(content)):
        raise _unreadable(name)


def _clean_image(content: bytes) -> tuple[bytes, str]:
    """The picture alone, drawn anew: no note, no place, no phone, nothing before or behind it."""
    try:
        image = Image.open(io.BytesIO(content), formats=list(IMAGES))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    with image:
        if image.width * image.height > MAX_PIXELS:
            raise _too_many_pixels()
        form = IMAGES[str(image.format)]
        image.load()
        picture = _colours(ImageOps.exif_transpose(image))
    if form == "JPEG" and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    picture.info = {}  # what Pillow would write along: comments, profiles, texts
    clean = io.BytesIO()
    picture.save(clean, form, quality=85)
    return clean.getvalue(), TYPES[form]


def _too_many_pixels() -> Refused:
    return Refused(_("This picture has too many pixels. Take the photo at a smaller size."))


def _colours(image: Image.Image) -> Image.Image:
    """The picture in the colours every screen knows, so that it needs no profile of its own."""
    profile = image.info.get("icc_profile")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError):  # a damaged profile: the colours stay as they are
            own, common = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            mode = "RGB" if image.mode == "CMYK" else image.mode
            return ImageCms.profileToProfile(image, own, common, outputMode=mode) or image
    return image


def refuse_disguised_table(upload: UploadedFile[Any]) -> None:
    """Refuse a list that is not what its name says, or that unpacks to more than a list ever needs.

    A .xlsx is a workbook of at most 50 MB unpacked; a .csv is text.
    """
    upload.seek(0)
    content = upload.read()
    upload.seek(0)
    name = upload.name or ""
    refuse_infected(content, name)
    if name.lower().endswith(".xlsx"):
        _refuse_bad_workbook(content)
    elif b"\0" in content or content.startswith((b"PK\x03\x04", b"%PDF-")):
        raise _no_table()


def _no_table() -> Refused:
    return Refused(_("This file can't be read. Save it as CSV in UTF-8 or as XLSX, and try again."))


def _refuse_bad_workbook(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = book.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise _no_table() from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_TABLE:
        raise Refused(_("This spreadsheet is too large once it is unpacked. Keep only the list in it."))
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise _no_table()


def safe_name(name: str, content_type: str) -> str:
    """The name of the file as sent, without path and odd characters, with the ending of what it really is."""
    stem = re.sub(r"[^\w .()-]", "_", PurePath(name.replace("\\", "/")).stem).strip(" .")
    return f"{stem[:120] or 'file'}{ENDINGS[content_type]}"
