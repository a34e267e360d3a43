"""A page compressed once, in pieces, with other values between them in every answer."""

from __future__ import annotations

import secrets
import zlib


def joined(texts: list[bytes], values: list[bytes]) -> bytes:
    """Texts and values in turns."""
    return b"".join([part for pair in zip(texts, [*values, b""], strict=True) for part in pair])


def packed(texts: list[bytes], values: list[bytes]) -> list[bytes]:
    """Each text as blocks of its own (RFC 1951), so that others may come between, of the length of these `values`.

    In their place stand bytes that no text has: nothing refers back to them, and what lies further back stays as far.
    """
    press = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    pieces = []
    for text, value in zip(texts, [*values, b""], strict=True):
        pieces.append(press.compress(text) + press.flush(zlib.Z_SYNC_FLUSH))
        press.compress(b"\xff" * len(value))
        press.flush(zlib.Z_SYNC_FLUSH)
    return pieces


def zipped(texts: list[bytes], pieces: list[bytes], values: list[bytes]) -> bytes:
    """The page as gzip (RFC 1952): the texts as `packed` gave them, between them the values, in blocks "stored".

    The file's name in the header has a length by chance, as Django's own compression has it: the length of an answer
    then tells nobody on the way what is in it.
    """
    name = secrets.token_hex(secrets.randbelow(50) + 1).encode()
    parts = [b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff", name, b"\x00"]
    check = size = 0
    for place, text in enumerate(texts):
        parts.append(pieces[place])
        check, size = zlib.crc32(text, check), size + len(text)
        if place < len(values):
            value = values[place]
            check, size = zlib.crc32(value, check), size + len(value)
            length = len(value).to_bytes(2, "little")
            parts += [b"\x00", length, bytes(255 - one for one in length), value]
    parts += [b"\x01\x00\x00\xff\xff", check.to_bytes(4, "little"), size.to_bytes(4, "little")]
    return b"".join(parts)
