"""Words as people look for them: regardless of case and accents, from their beginning on.

What is compared is made by PostgreSQL from the text itself, in an expression that never changes its answer, so that an
index can hold it. No extension is needed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Lower

# Letters with accents, the letters they are searched by, and last the combining accents, which fall away.
ACCENTED = "áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ"
PLAIN = "aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"
COMBINING = "\u0300\u0301\u0302\u0303\u0308\u0327"

SHORTEST = 2  # letters; fewer would find nearly everything


def plain(text: str) -> str:
    """A text as it is searched: small letters, without accents. `plain_text` is the same in the database."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def plain_text(field: str, **options: Any) -> Lower:
    """A column in small letters, without accents."""
    return Lower(Func(F(field), Value(ACCENTED + COMBINING), Value(PLAIN), function="translate", **options))


def words_in(*fields: str) -> SearchVector:
    """The words of these columns: for an index, and for `filter` through an alias."""
    text = {"output_field": TextField()}
    between = (Value("[^a-z0-9]+"), Value(" "), Value("g"))
    words = [Func(plain_text(field, **text), *between, function="regexp_replace", **text) for field in fields]
    return SearchVector(*words, config="simple")


def beginning_with(text: str) -> SearchQuery | None:
    """Rows that have, for each word of `text`, a word that begins so; None when it is too short to look for."""
    words = re.findall("[a-z0-9]+", plain(text))
    if sum(map(len, words)) < SHORTEST:
        return None
    return SearchQuery(" & ".join(f"{word}:*" for word in words), config="simple", search_type="raw")


def with_words(rows: Any, text: str, *fields: str) -> Any:
    """Of `rows` those in which these columns have all words of `text`; none when it is too short to look for."""
    query = beginning_with(text)
    if query is None:
        return rows.none()
    return rows.alias(found_words=words_in(*fields)).filter(found_words=query)
