"""One search over everything a person may see: co-ops, people, activities, expenses, trainings, criteria.

Four queries. Words are found by their beginnings through the indexes of `config.words`; of each kind no more than
ENOUGH rows are ever taken up, so that a word half the ledger shares costs no more than a rare one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from certification.models import Assessment, Criterion
from config.amounts import UnclearAmount, read_amount
from config.ui import in_language
from config.words import beginning_with, with_words
from cooperatives.access import standing, visible_cooperatives, visible_programmes
from cooperatives.models import Cooperative, Member, StaffAssignment, User
from cooperatives.roles import CooperativeRole, Permission
from premiums.models import Activity, Expense
from premiums.models.expenses import ExpenseQuerySet
from trainings.access import visible_trainings
from trainings.models import Training, TrainingInvitation

FEW, ENOUGH = 5, 200  # rows of a kind on the page of all kinds, and on its own
NUMBER = 6  # characters of a document number from which it is looked for

KINDS = {
    "cooperatives": _("Co-ops"),
    "people": _("People"),
    "activities": _("Activities"),
    "expenses": _("Expenses"),
    "trainings": _("Trainings"),
    "criteria": _("Criteria"),
}
COLUMNS = ("kind", "pk", "slug", "inner", "text", "text_es", "text_pt", "about", "about_es", "about_pt", "place")


@dataclass(frozen=True)
class Hit:
    """A row that was found. `expense` is set for expenses; `url` is empty where no page shows the row."""

    title: str
    about: str
    url: str
    expense: Expense | None = None


@dataclass(frozen=True)
class Found:
    """The hits of one kind, as many as are shown; `has_more` says that there are others."""

    kind: str
    hits: Sequence[Hit]
    has_more: bool

    @property
    def label(self) -> str:
        """What the kind is called."""
        return str(KINDS[self.kind])


@dataclass(frozen=True)
class Asked:
    """Who looks for what, and the co-ops whose rows, whose names of people and whose books they may see."""

    user: User
    text: str
    cooperatives: Collection[int]
    with_names: Collection[int]
    with_books: Collection[int]


def asked(user: User, text: str) -> Asked:
    """A search, with its scope (two queries; three for somebody who does not see all books)."""
    own, with_names = (
        list(visible_cooperatives(user, permission).order_by().values_list("pk", flat=True))
        for permission in (Permission.SEE_COOPERATIVE, Permission.SEE_MEMBERS)
    )
    with_books = own
    if not standing(user).may_wherever(Permission.SEE_BOOKS):
        with_books = list(visible_cooperatives(user, Permission.SEE_BOOKS).order_by().values_list("pk", flat=True))
    return Asked(user, text, own, with_names, with_books)


def search(question: Asked, kind: str = "") -> list[Found]:
    """What is found, by kind, kinds without a hit left out; `kind` narrows it and shows more (two queries)."""
    limit = ENOUGH if kind else FEW
    by_kind: dict[str, list[Hit]] = {one: [] for one in KINDS}
    for row in _rows(question, kind, limit) if kind != "expenses" else ():
        by_kind[row["kind"]].append(_hit(row))
    if kind in ("", "expenses"):
        by_kind["expenses"] = [_expense_hit(expense) for expense in expenses_found(question)[: limit + 1]]
    return [Found(one, hits[:limit], len(hits) > limit) for one, hits in by_kind.items() if hits]


def expenses_found(question: Asked) -> ExpenseQuerySet:
    """The expenses with that payee, amount or document number: of ENOUGH + 1 of each the newest first."""
    several = [rows.values("pk")[: ENOUGH + 1] for rows in expenses_like(question)]
    keys = several[0].union(*several[1:], all=True) if several else ()
    found: ExpenseQuerySet = Expense.objects.filter(pk__in=keys)  # type: ignore[assignment]
    return found.newest_first().select_related("activity__fund", "cooperative")


def expenses_like(question: Asked) -> list[QuerySet[Expense]]:
    """By payee, by amount, by document number: what the text can mean, each through its own index."""
    own = Expense.objects.filter(cooperative__in=question.with_books).order_by()
    found = []
    if beginning_with(question.text):
        found.append(with_words(own, question.text, "payee", owner="cooperative", owners=question.with_books))
    if amounts := amounts_in(question.text):
        found.append(own.filter(amount__in=amounts))
    if number := document_in(question.text):
        found.append(own.filter(document_number__startswith=number).exclude(document_number=""))
    return found


def amounts_in(text: str) -> list[Decimal]:
    """The amounts a text can mean, in any of our languages: two when it is unclear, none when it is no amount."""
    try:
        return [read_amount(text)]
    except UnclearAmount as unclear:
        return list(unclear.readings)
    except ValueError:
        return []


def document_in(text: str) -> str:
    """The beginning of a document number as it is kept; empty when the text is none."""
    typed = text.strip().lower()
    digits = re.sub(r"[\s.-]", "", typed)
    number = typed if re.fullmatch("[0-9a-f]{8}-[0-9a-f-]*", typed) else digits
    return number if len(number) >= NUMBER and re.fullmatch("[0-9a-f-]+", number) else ""


def _rows(question: Asked, kind: str, limit: int) -> list[dict[str, Any]]:
    """The rows of all kinds but expenses, each kind in its own order (one query)."""
    makers = {
        "cooperatives": (_cooperatives,),
        "people": (_members, _staff),
        "activities": (_activities,),
        "trainings": (_trainings,),
        "criteria": (_criteria,),
    }
    chosen = [make for name, several in makers.items() if kind in ("", name) for make in several]
    first, *others = (make(question)[: limit + 1] for make in chosen)
    found = first.union(*others, all=True) if others else first
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def _as_row(rows: QuerySet[Any], kind: str, **columns: Any) -> QuerySet[Any, Any]:
    """These rows in the COLUMNS of a hit; what is not given stays empty."""
    numbers = {"pk", "inner"}
    empty = {name: Value(0) if name in numbers else Value("") for name in COLUMNS}
    given = empty | {"pk": F("pk"), "kind": Value(kind)} | columns
    cast = {
        f"hit_{name}": Cast(value, IntegerField() if name in numbers else TextField()) for name, value in given.items()
    }
    return rows.annotate(**cast).values_list(*cast)


def _cooperatives(question: Asked) -> QuerySet[Any, Any]:
    own = Cooperative.objects.filter(pk__in=question.cooperatives)
    rows = with_words(own, question.text, "short_name", "name", "place__town", "place__municipality")
    return _as_row(
        rows.order_by("short_name", "pk"), "cooperatives", slug=F("slug"), text=F("short_name"), about=F("name")
    )


def _members(question: Asked) -> QuerySet[Any, Any]:
    own = Member.objects.filter(cooperative__in=question.with_names, merged_into__isnull=True)
    rows = with_words(own, question.text, "name", owner="cooperative", owners=question.with_names)
    shown = {"slug": F("cooperative__slug"), "text": F("name"), "place": F("cooperative__short_name")}
    return _as_row(rows.order_by("name_key", "pk"), "people", **shown)


def _staff(question: Asked) -> QuerySet[Any, Any]:
    working = {"ended_at__isnull": True, "user__is_active": True}
    held = StaffAssignment.objects.filter(cooperative__in=question.with_names, **working)
    rows = with_words(held, question.text, "user__name").order_by("user__name", "pk")
    shown = {"slug": F("cooperative__slug"), "text": F("user__name"), "place": F("cooperative__short_name")}
    return _as_row(rows, "people", about=F("role"), **shown)


def _activities(question: Asked) -> QuerySet[Any, Any]:
    own, titles = Activity.objects.filter(cooperative__in=question.with_books), ("title", "title_es", "title_pt")
    rows = with_words(own, question.text, *titles, owner="cooperative", owners=question.with_books)
    return _as_row(
        rows.order_by(F("plan__starts_on").desc(nulls_last=True), "pk"),
        "activities",
        slug=F("cooperative__slug"),
        inner=F("plan"),
        place=F("cooperative__short_name"),
        **_in_three("text", "title"),
        **_in_three("about", "plan__title"),
    )


def _trainings(question: Asked) -> QuerySet[Any, Any]:
    """With the programme the person works for, or else the co-op of theirs that was invited."""
    invited = TrainingInvitation.objects.filter(training=OuterRef("pk"), cooperative__in=question.cooperatives)
    programmes = visible_programmes(question.user).filter(pk=OuterRef("programme"))
    seen = Training.objects.filter(pk__in=visible_trainings(question.user).order_by().values("pk"))
    rows = with_words(seen, question.text, "title", "title_es", "title_pt")
    return _as_row(
        rows.order_by(F("starts_on").desc(nulls_last=True), "pk"),
        "trainings",
        slug=Subquery(invited.order_by("cooperative__short_name").values("cooperative__slug")[:1]),
        about=Subquery(programmes.values("slug")[:1]),
        place=F("place"),
        **_in_three("text", "title"),
    )


def _criteria(question: Asked) -> QuerySet[Any, Any]:
    """With the newest assessment that asks it at a co-op the person may see."""
    own = Assessment.objects.filter(version=OuterRef("version"), cooperative__in=question.cooperatives)
    asking = own.order_by(F("started_on").desc(nulls_last=True), "-pk")
    ordered = Criterion.objects.order_by("section__position", "section", "position", "pk")
    return _as_row(
        with_words(ordered, question.text, "code", "text", "text_es", "text_pt"),
        "criteria",
        slug=Subquery(asking.values("cooperative__slug")[:1]),
        inner=Subquery(asking.values("pk")[:1]),
        pk=F("section"),
        place=F("version__standard__name"),
        **_in_three("text", "text"),
        **_in_three("about", "section__title"),
    )


def _in_three(name: str, field: str) -> dict[str, F]:
    return {f"{name}{ending}": F(f"{field}{ending}") for ending in ("", "_es", "_pt")}


def _hit(row: dict[str, Any]) -> Hit:
    title, about, url = in_language(row, "text"), in_language(row, "about"), ""
    slug, place = row["slug"], row["place"]
    if row["kind"] == "cooperatives":
        return Hit(title, about, reverse("overview:dossier", args=[slug]))
    if row["kind"] == "people":
        return _person_hit(row)
    if row["kind"] == "activities":
        return Hit(title, f"{place} · {about}", reverse("premiums:plan_detail", args=[slug, row["inner"]]))
    if row["kind"] == "trainings":
        name, key = ("programme_training_detail", about) if about else ("training_detail", slug)
        return Hit(title, place, reverse(f"trainings:{name}", args=[key, row["pk"]]))
    if row["inner"]:
        url = reverse("certification:assessment_section", args=[slug, row["inner"], row["pk"]])
    return Hit(title, f"{place} · {about}", url)


def _person_hit(row: dict[str, Any]) -> Hit:
    """A member leads to the list of people, narrowed to the name; staff to the people of the dossier."""
    if role := row["about"]:
        address = f"{reverse('overview:dossier', args=[row['slug']])}#people"
        return Hit(row["text"], f"{CooperativeRole(role).label} · {row['place']}", address)
    address = reverse("trainings:person_list", args=[row["slug"]], query={"q": row["text"]})
    return Hit(row["text"], row["place"], address)


def _expense_hit(expense: Expense) -> Hit:
    address = reverse("premiums:expense_detail", args=[expense.cooperative.slug, expense.pk])
    title = expense.payee or in_language(expense, "purpose")
    return Hit(title, expense.cooperative.short_name, address, expense)
