"""Numbers of tax documents, by which one invoice is recognised.

Mexico: the folio fiscal of a CFDI, a UUID. Brazil: the access key of an NF-e, 44 digits of which the last is a check
digit (modulo 11 over the other 43, weights 2 to 9 from the right).
"""

from __future__ import annotations

import re
import uuid

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when


class DocumentKind(models.TextChoices):
    """Which country's tax document it is."""

    CFDI = "cfdi", _("CFDI (folio fiscal)")
    NFE = "nfe", _("NF-e (access key)")


def read_document_number(kind: str, text: str) -> str:
    """The number as it is kept: lower-case UUID, or 44 digits. ValueError for anything that is no such number."""
    if kind == DocumentKind.CFDI:
        return str(uuid.UUID(text.strip()))
    digits = re.sub(r"[\s.-]", "", text)
    if not re.fullmatch(r"[0-9]{44}", digits) or nfe_check_digit(digits[:43]) != int(digits[43]):
        raise ValueError(text)
    return digits


def nfe_check_digit(digits: str) -> int:
    """The check digit for the first 43 digits of an NF-e key."""
    rest = sum(int(digit) * (2 + place % 8) for place, digit in enumerate(reversed(digits))) % 11
    return 0 if rest < 2 else 11 - rest


def document_number_is_real() -> Rule:
    """The number has the form of its kind, the check digit included."""
    return Rule(
        name="expense_document_number",
        sentence=_("This is no number of such a tax document. Compare it with the paper, digit by digit."),
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("document_kind", "document_number"),
        condition=pgtrigger.Condition("NEW.document_number <> ''"),
        declare=[("rest", "integer")],
        func=refuse_when(
            "NEW.document_kind = 'cfdi' AND NEW.document_number !~ "
            "'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'"
            " OR NEW.document_kind = 'nfe' AND NEW.document_number !~ '^[0-9]{44}$'",
            "expense_document_number",
        )
        + """
            IF NEW.document_kind = 'nfe' THEN
                SELECT sum(substr(NEW.document_number, 44 - place, 1)::integer * (2 + (place - 1) % 8)) % 11 INTO rest
                FROM generate_series(1, 43) AS place;
        """
        + refuse_when(
            "right(NEW.document_number, 1)::integer <> CASE WHEN rest < 2 THEN 0 ELSE 11 - rest END",
            "expense_document_number",
        )
        + " END IF; RETURN NEW;",
    )
