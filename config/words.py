"""Words as people look for them: regardless of case and accents, from their beginning on.

What is compared is made by PostgreSQL from the text itself, in an expression that never changes its answer, so that an
index can hold it. No extension is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Cast, Concat, Lower

# Letters with accents, the letters they are searched by, and last the combining accents, which fall away.
ACCENTED = "áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ"
PLAIN = "aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"
COMBINING = "\u0300\u0301\u0302\u0303\u0308\u0327"

SHORTEST = 2  # letters; fewer would find nearly everything
OWNER = "zqowner"  # stands before the key of an owner; no name begins so
MANY = 20  # owners; a search for more of them is not narrowed by their words


def plain(text: str) -> str:
    """A text as it is searched: small letters, without accents. `plain_text` is the same in the database."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def plain_text(field: str, **options: Any) -> Lower:
    """A column in small letters, without accents."""
    return Lower(Func(F(field), Value(ACCENTED + COMBINING), Value(PLAIN), function="translate", **options))


def words_in(*fields: str, owner: str = "") -> SearchVector:
    """The words of these columns: for an index, and for `filter` through an alias.

    `owner` is a column with a key, kept as a word of its own: so that a word which is common at others is found at
    once, or not at all, where it is rare.
    """
    text = {"output_field": TextField()}
    between = (Value("[^a-z0-9]+"), Value(" "), Value("g"))
    words: list[Any] = [
        Func(plain_text(field, **text), *between, function="regexp_replace", **text) for field in fields
    ]
    if owner:
        words.append(Concat(Value(OWNER), Cast(owner, TextField()), **text))
    return SearchVector(*words, config="simple")


def beginning_with(text: str, owners: Collection[int] = ()) -> SearchQuery | None:
    """Rows that have, for each word of `text`, a word that begins so; None when it is too short to look for.

    With `owners` only rows of these; of many owners all rows, which the caller narrows by the column itself.
    """
    words = re.findall("[a-z0-9]+", plain(text))
    if sum(map(len, words)) < SHORTEST:
        return None
    wanted = [f"{word}:*" for word in words]
    if 0 < len(owners) <= MANY:
        wanted.append(f"({' | '.join(f'{OWNER}{owner}' for owner in sorted(owners))})")
    return SearchQuery(" & ".join(wanted), config="simple", search_type="raw")


def with_words(rows: Any, text: str, *fields: str, owner: str = "", owners: Collection[int] = ()) -> Any:
    """Of `rows` those in which these columns have all words of `text`; none when it is too short to look for."""
    query = beginning_with(text, owners)
    if query is None:
        return rows.none()
    return rows.alias(found_words=words_in(*fields, owner=owner)).filter(found_words=query)
