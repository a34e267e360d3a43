"""Example vouchers: small pictures of a paper receipt, with the word “example” across them."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import uuid
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from PIL import Image, ImageDraw, ImageFont

from overview.actions.example.world import Cast, chance
from premiums.models import Expense, Voucher

SIZE = (480, 640)
INK, FAINT, STAMP = (46, 43, 38), (150, 143, 130), (190, 40, 40)
PAPERS = ((250, 247, 238), (252, 250, 246), (246, 246, 241), (250, 244, 232))
WORDS = {
    "es": {"stamp": "EJEMPLO", "head": "NOTA DE VENTA", "number": "Folio", "day": "Fecha", "total": "TOTAL"},
    "pt": {"stamp": "EXEMPLO", "head": "NOTA DE VENDA", "number": "No.", "day": "Data", "total": "TOTAL"},
}


def draw_voucher(expense: Expense, cast: Cast) -> bytes:
    """A JPEG of a receipt for this expense."""
    draw, words = chance("paper", expense.form_key), WORDS[cast.language]
    assert expense.spent_on is not None and expense.amount is not None  # noqa: S101, PT018
    paper = Image.new("RGB", SIZE, draw.choice(PAPERS))
    pen = ImageDraw.Draw(paper)
    pen.text((36, 40), words["head"], INK, _font(22))
    pen.text((36, 76), f"{words['number']} {draw.randint(100, 9800):05}", FAINT, _font(18))
    pen.text((300, 76), f"{words['day']} {expense.spent_on:%d/%m/%Y}", INK, _font(16))
    pen.line((36, 112, 444, 112), FAINT, 2)
    pen.text((36, 132), _printed(expense.payee), INK, _font(24))
    for number, line in enumerate(_wrapped(_printed(expense.purpose), 32)):
        pen.text((36, 196 + 34 * number), line, INK, _font(20))
    for y in range(330, 500, 34):
        pen.line((36, y, 444, y), (225, 219, 205), 1)
    pen.text((36, 520), words["total"], INK, _font(24))
    pen.text((444, 520), cast.written(expense.amount), INK, _font(24), anchor="ra")
    mask = _stamp(words["stamp"])
    paper.paste(Image.new("RGB", SIZE, STAMP), (0, draw.randint(-30, 30)), mask)
    content = io.BytesIO()
    paper.save(content, "JPEG", quality=25, optimize=True)
    return content.getvalue()


def _printed(text: str) -> str:
    """As cash registers print it, in capitals without accents; Pillow's own font has no others."""
    return unicodedata.normalize("NFKD", text.upper()).encode("ascii", "ignore").decode()


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return lines


@cache
def _font(size: int) -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
    return ImageFont.load_default(size)


@cache
def _stamp(word: str) -> Image.Image:
    """The word across the paper, as a mask that lets the writing shine through."""
    mask = Image.new("L", SIZE, 0)
    ImageDraw.Draw(mask).text((240, 320), word, 120, _font(92), anchor="mm")
    return mask.rotate(32)


def save_voucher(expense: Expense, cast: Cast, files: list[str]) -> Voucher:
    """The voucher of this expense, its row not saved; the name of its file, which is stored, goes to `files`."""
    draw = chance("voucher", expense.form_key)
    content = draw_voucher(expense, cast)
    key = uuid.UUID(int=draw.getrandbits(128), version=4)
    assert expense.logged_at is not None and expense.logged_by is not None  # noqa: S101, PT018
    files.append(default_storage.save(f"vouchers/{expense.logged_at:%Y/%m}/{key}.jpg", ContentFile(content)))
    return Voucher(
        pk=key,
        cooperative=cast.cooperative,
        expense=expense,
        file=files[-1],
        original_name=f"IMG_{draw.randint(1000, 9999)}.jpg",
        content_type="image/jpeg",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_at=expense.logged_at,
        uploaded_by=expense.logged_by,
        is_example=True,
    )


def remove_files(names: Iterable[str], storage: Storage = default_storage) -> None:
    """Remove stored files, and the folders that are empty without them."""
    for name in names:
        storage.delete(name)
        try:
            root, folder = Path(storage.path("")), Path(storage.path(name)).parent
        except NotImplementedError:
            continue  # no folders there
        while folder != root and root in folder.parents:
            try:
                folder.rmdir()
            except OSError:
                break
            folder = folder.parent
