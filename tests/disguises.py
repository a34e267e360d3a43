"""Files that are not what they say, each with a name and type that look harmless."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
SCRIPT = b"<script>alert(1)</script>"
SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>"


def archive(*, ending: bytes = b"") -> bytes:
    """A ZIP with a program in it; `ending` becomes its comment, so that the file ends with it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as opened:
        opened.writestr("run.class", b"\xca\xfe\xba\xbe")
        opened.comment = ending
    return content.getvalue()


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 80), mode: str = "RGB", **options: object) -> bytes:
    """A plain picture."""
    content = io.BytesIO()
    Image.new(mode, size, 200).save(content, form, **options)  # type: ignore[arg-type]
    return content.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_saying(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is that large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """A PNG whose text unpacks to 200 MB."""
    small = zlib.compress(b"a" * 200_000_000, 9)
    text = _chunk(b"zTXt", b"Comment\0\0" + small)
    whole = picture("PNG")
    return whole[:33] + text + whole[33:]


def workbook_bomb() -> bytes:
    """An XLSX of some 100 kB that unpacks to 100 MB."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("[Content_Types].xml", "<Types/>")
        opened.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_000)
    return content.getvalue()


DISGUISED = {
    "script in SVG": SVG,
    "page": b"<!doctype html>" + SCRIPT,
    "picture behind a page": SCRIPT + picture(),
    "program": b"MZ\x90\0" + picture(),
    "PDF that is an archive": PDF + archive(),
    "PDF that is an archive and ends as a PDF": PDF + archive(ending=b"%%EOF"),
    "PDF with a page behind it": PDF + SCRIPT,
    "GIF": picture("GIF"),
    "picture of 50 megapixels": png_saying(8160, 6120),
    "picture of 2,000 megapixels": png_saying(50_000, 40_000),
    "text bomb": text_bomb(),
    "empty": b"",
}


def disguised(which: str, name: str = "nota.jpg") -> SimpleUploadedFile:
    """One of them, as a browser sends a photo."""
    return SimpleUploadedFile(name, DISGUISED[which], "image/jpeg")
