"""What happened at a co-op, newest first: one query over everything that has a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from certification.models import Certificate
from config.prepared import prepared
from cooperatives.models import Cooperative, Enrolment, Fact, Visit
from cooperatives.models.facts import Topic
from premiums.models import Assembly, Expense, PremiumReceived, Resolution, Sale
from premiums.models.assemblies import AssemblyKind
from premiums.models.expenses import ExpenseState
from premiums.models.sales import LB_PER_KG
from trainings.models import Training
from trainings.models.trainings import TOOK_PLACE, TrainingState

LIMIT = 40  # dated entries on the page
EXPENSES = 20
UNDATED = 12
FOUNDING = (Topic.FOUNDED, Topic.FAIR_TRADE_SINCE)
COLUMNS = (
    "kind",
    "pk",
    "on",
    "precision",
    "text",
    "text_es",
    "text_pt",
    "detail",
    "amount",
    "currency",
    "source",
)


@dataclass(frozen=True)
class Entry:
    """Something that happened. `text` is in the language it was recorded in, with translations beside it."""

    kind: str
    pk: int
    on: dt.date | None
    precision: str
    text: str
    text_es: str
    text_pt: str
    detail: str
    amount: Decimal | None
    currency: str
    source: str
    is_ahead: bool = False

    @property
    def is_known(self) -> bool:
        """It has words or an amount of its own."""
        return bool(self.text or self.amount is not None)

    @property
    def assembly_kind(self) -> str:
        """What sort of assembly it was, in words; empty when it is not recorded."""
        return str(dict(AssemblyKind.choices).get(self.detail, ""))

    @property
    def pounds(self) -> Decimal | None:
        """The amount of a sale, in pounds."""
        return None if self.amount is None else self.amount * LB_PER_KG


@dataclass(frozen=True)
class Timeline:
    """The newest entries. With `is_cut` there are more than a page should hold; how it began is then in `founding`."""

    dated: Sequence[Entry]
    founding: Sequence[Entry]
    undated: Sequence[Entry]
    is_cut: bool


def timeline(
    cooperative: Cooperative,
    facts: Iterable[Fact],
    enrolments: Iterable[Enrolment],
    *,
    today: dt.date,
    with_books: bool = True,
) -> Timeline:
    """The timeline of a co-op (one query). Planned trainings to come stand at the top, as ahead.

    Without the books there are no sales, premium received, assemblies, resolutions and expenses in it.
    """
    found = [_entry(row, today) for row in _rows_of(cooperative.pk, with_books=with_books)]
    certified = {entry.on for entry in found if entry.kind == "certificate"}
    found += [_of_fact(fact) for fact in facts if _is_founding(fact) and fact.as_of_on not in certified]
    found += [_of_enrolment(enrolment) for enrolment in enrolments]
    dated = sorted(
        (entry for entry in found if entry.on), key=lambda entry: (entry.on, entry.kind, entry.pk), reverse=True
    )
    undated = [entry for entry in found if not entry.on and entry.is_known]
    spent = sum(entry.kind == "expense" for entry in found)
    is_cut = len(dated) > LIMIT or len(undated) > UNDATED or spent == EXPENSES
    founding = [entry for entry in dated[LIMIT:] if entry.kind in FOUNDING]
    return Timeline(dated[:LIMIT], founding, undated[:UNDATED], is_cut)


@prepared
def _rows_of(cooperative: int, *, with_books: bool) -> QuerySet[Any]:
    first, *others = _sources(Cooperative(pk=cooperative), with_books=with_books)
    return first.union(*others, all=True)


def _is_founding(fact: Fact) -> bool:
    return fact.topic in FOUNDING and fact.is_preferred


def _entry(row: tuple[Any, ...], today: dt.date) -> Entry:
    entry = Entry(*row)
    return replace(entry, is_ahead=entry.kind == "planned" and entry.on is not None and entry.on >= today)


def _of_fact(fact: Fact) -> Entry:
    texts = (fact.text, fact.text_es, fact.text_pt)
    return Entry(fact.topic, fact.pk, fact.as_of_on, fact.as_of_precision, *texts, "", None, "", fact.source)


def _of_enrolment(row: Enrolment) -> Entry:
    programme = row.programme
    names = (programme.name, programme.name_es, programme.name_pt)
    return Entry("enrolment", 0, row.joined_on, row.joined_precision, *names, "", None, "", row.source)


def _sources(cooperative: Cooperative, *, with_books: bool) -> list[QuerySet[Any]]:
    certificates = _lines(
        "certificate",
        Certificate.objects.filter(cooperative=cooperative),
        ("valid_from_on", "valid_from_precision"),
        **_translated("scheme__name"),
        detail="number",
    )
    books = [*_money(cooperative), *_votes(cooperative), _expenses(cooperative)] if with_books else []
    return [certificates, *books, *_trainings(cooperative), _visits(cooperative)]


def _money(cooperative: Cooperative) -> list[QuerySet[Any]]:
    sales = _lines(
        "sale",
        Sale.objects.filter(cooperative=cooperative),
        ("signed_on", "signed_precision"),
        text="buyer",
        detail="contract_number",
        amount="quantity_kg",
    )
    received = _lines(
        "premium",
        PremiumReceived.objects.filter(cooperative=cooperative),
        ("received_on", "received_precision"),
        detail="payer",
        amount="amount",
        currency="fund__currency",
    )
    return [sales, received]


def _votes(cooperative: Cooperative) -> list[QuerySet[Any]]:
    assemblies = _lines(
        "assembly", Assembly.objects.filter(cooperative=cooperative), ("held_on", "held_precision"), detail="kind"
    )
    resolutions = _lines(
        "resolution",
        Resolution.objects.filter(cooperative=cooperative),
        ("assembly__held_on", "assembly__held_precision"),
        **_translated("text"),
        detail="state",
    )
    return [assemblies, resolutions]


def _visits(cooperative: Cooperative) -> QuerySet[Any]:
    programmes = Enrolment.objects.filter(cooperative=cooperative).values("programme")
    region = Q(cooperative__isnull=True, programme__in=programmes)
    visits = Visit.objects.filter(Q(cooperative=cooperative) | region)
    return _lines("visit", visits, ("visited_on", "visited_precision"), **_translated("purpose"))


def _expenses(cooperative: Cooperative) -> QuerySet[Any]:
    return _lines(
        "expense",
        Expense.objects.filter(cooperative=cooperative).exclude(state=ExpenseState.VOIDED),
        ("spent_on", "spent_precision"),
        EXPENSES,
        **_translated("purpose"),
        detail="payee",
        amount="amount",
        currency="activity__fund__currency",
    )


def _trainings(cooperative: Cooperative) -> list[QuerySet[Any]]:
    invited = Training.objects.filter(invitations__cooperative=cooperative)
    when = ("starts_on", "starts_precision")
    return [
        _lines("training", invited.filter(state__in=TOOK_PLACE), when, **_translated("title"), detail="place"),
        _lines("planned", invited.filter(state=TrainingState.PLANNED), when, **_translated("title"), detail="place"),
    ]


def _translated(field: str) -> dict[str, str]:
    return {"text": field, "text_es": f"{field}_es", "text_pt": f"{field}_pt"}


def _lines(
    kind: str, rows: QuerySet[Any], when: tuple[str, str], limit: int = LIMIT + UNDATED, /, **columns: str
) -> QuerySet[Any]:
    """These rows as lines of the timeline: the same columns whatever they are, so that one query can join them."""
    texts = {
        f"line_{name}": Cast(columns[name] if name in columns else Value(""), TextField())
        for name in ("text", "text_es", "text_pt", "detail", "currency")
    }
    found: QuerySet[Any] = (
        rows.order_by(F(when[0]).desc(nulls_last=True), "-pk")
        .annotate(
            line_kind=Value(kind, TextField()),
            line_pk=F("pk"),
            line_on=F(when[0]),
            line_precision=F(when[1]),
            line_amount=Cast(columns.get("amount", Value(None)), DecimalField(max_digits=14, decimal_places=2)),
            line_source=F("source"),
            **texts,
        )
        .values_list(*(f"line_{name}" for name in COLUMNS))[:limit]
    )
    return found
