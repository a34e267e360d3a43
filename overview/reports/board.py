"""The board: where every co-op stands, in a constant number of queries.

Each query is grouped and restricted to the co-ops of the page; the order is made from stored totals and indexed
look-ups, so that nothing ever reads all expenses.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, TruncDate

from certification.reports.glance import Glance, glances
from config.nested import nested
from config.prepared import prepared
from cooperatives.access import visible_cooperatives
from cooperatives.models import Cooperative, Enrolment, Programme, User
from cooperatives.models.cooperatives import CooperativeQuerySet, EnrolmentKind
from overview.reports.last_activity import LastActivity, last_activity_of, with_dates, with_last_activity
from overview.reports.late import (
    LATE,
    CertificateState,
    Late,
    certificate_states,
    current_certificates,
    late_of,
    nested_certificates,
    with_late_counts,
)
from premiums.models import Fund
from trainings.models import Track, TrackReach, TrainingInvitation
from trainings.models.trainings import TOOK_PLACE, TrainingState
from trainings.reports.progress import COUNTS, Ladder, ladders
from trainings.reports.trainings import overdue

PAGE = 50
PARTICIPANT, CANDIDATE, OTHER = EnrolmentKind.PARTICIPANT.value, EnrolmentKind.CANDIDATE.value, "other"
NO_LADDER = Ladder()
GROUPS = (PARTICIPANT, CANDIDATE, OTHER)


@dataclass(frozen=True)
class Choice:
    """What the person chose to see: a programme, a group, an order."""

    programme: Programme | None = None
    group: str = ""
    sort: str = "cooperative"
    descending: bool = False


@dataclass(frozen=True)
class TrackCell:
    """A co-op in one track: its ladder and its trainings.

    `people` is None when trainings were held and nobody recorded who came.
    """

    track: Track
    held: int = 0
    planned: int = 0
    overdue: int = 0
    people: int | None = None
    ladder: Ladder = NO_LADDER


@dataclass(frozen=True)
class Premium:
    """The totals of a fund; None is not recorded."""

    currency: str
    received: Decimal | None = None
    committed: Decimal | None = None
    spent: Decimal | None = None
    left: Decimal | None = None

    @property
    def is_recorded(self) -> bool:
        """Anything is known."""
        return self.spent is not None

    @property
    def is_overcommitted(self) -> bool:
        """More was approved than has come in."""
        return self.left is not None and self.left < 0


@dataclass(frozen=True)
class BoardRow:
    """One co-op."""

    cooperative: Cooperative
    group: str
    tracks: Sequence[TrackCell]
    premium: Premium
    certificate: CertificateState | None
    certification: Glance | None
    last: LastActivity | None
    late: Late


@dataclass(frozen=True)
class Group:
    """The rows of this page that belong to one group, and how many there are in all."""

    key: str
    rows: Sequence[BoardRow]
    total: int


@dataclass(frozen=True)
class Board:
    """What the board shows. `counts` has all groups, whatever the filter."""

    groups: Sequence[Group]
    tracks: Sequence[Track]
    counts: dict[str, int]
    goal: int | None
    page: Page[Any]

    @property
    def rows(self) -> list[BoardRow]:
        """The rows of this page, in order."""
        return [row for group in self.groups for row in group.rows]


def programmes_of(user: User) -> list[Programme]:
    """The programmes that the co-ops this person may see are enrolled in, and the umbrellas of those (one query)."""
    return _programmes(user.pk, is_superuser=user.is_superuser, is_active=user.is_active)


@prepared
def _programmes(user: int, *, is_superuser: bool, is_active: bool) -> QuerySet[Programme]:
    seen = visible_cooperatives(User(pk=user, is_superuser=is_superuser, is_active=is_active))
    enrolled = Enrolment.objects.filter(cooperative__in=seen.values("pk")).values("programme")
    return Programme.objects.filter(Q(pk__in=enrolled) | Q(parts__in=enrolled)).distinct().order_by("name", "pk")


def board(
    user: User,
    programmes: Sequence[Programme],
    tracks: Sequence[Track],
    choice: Choice,
    *,
    today: dt.date,
    page_number: str | int | None = 1,
    with_books: bool = True,
) -> Board:
    """The board of the co-ops a person may see (four queries): all keys in their order, then the rows of the page.

    Without the books, it tells nothing of what happened to money.
    """
    focus = _focus(programmes, choice.programme, today)
    everything = _ranked(
        user.pk,
        *[programme.pk for programme in focus],
        is_superuser=user.is_superuser,
        is_active=user.is_active,
        sort=choice.sort,
        descending=choice.descending,
        today=today,
        with_books=with_books,
    )
    ranked = [(key, rank) for key, rank in everything if not choice.programme or rank != GROUPS.index(OTHER)]
    found = Counter(rank for _key, rank in ranked)
    counts = {key: found[rank] for rank, key in enumerate(GROUPS)}
    shown = [pair for pair in ranked if not choice.group or pair[1] == GROUPS.index(choice.group)]
    page = Paginator(shown, PAGE).get_page(page_number)
    rows = _rows(dict(page.object_list), tracks, today, with_books=with_books)
    goals = [programme.candidates_goal for programme in focus if programme.candidates_goal is not None]
    return Board(
        groups=[Group(key, [row for row in rows if row.group == key], counts[key]) for key in GROUPS],
        tracks=tracks,
        counts=counts,
        goal=sum(goals) if goals else None,
        page=page,
    )


def _focus(programmes: Sequence[Programme], chosen: Programme | None, today: dt.date) -> list[Programme]:
    if chosen:
        return [row for row in programmes if chosen.pk in (row.pk, row.part_of_id)]
    return [row for row in programmes if row.ends_on is None or row.ends_on > today]


@prepared
def _ranked(
    user: int,
    *focus: int,
    is_superuser: bool,
    is_active: bool,
    sort: str,
    descending: bool,
    today: dt.date,
    with_books: bool,
) -> QuerySet[Any, Any]:
    """The keys of all co-ops a person may see, with their groups in the programmes of the focus, in order."""
    seen = visible_cooperatives(User(pk=user, is_superuser=is_superuser, is_active=is_active))
    rows: QuerySet[Any] = _grouped(seen, focus, today)
    if sort == "late":
        rows = with_late_counts(rows, today, with_books=with_books)
    if sort == "activity":
        rows = with_dates(rows, today, with_books=with_books)
    keys = [F("short_name")] if sort == "cooperative" else _sort_keys(sort, today)
    order = [key.desc(nulls_last=True) if descending else key.asc(nulls_last=True) for key in keys]
    return rows.order_by("rank", *order, "short_name", "pk").values_list("pk", "rank")


def _grouped(cooperatives: CooperativeQuerySet, focus: Sequence[int], today: dt.date) -> QuerySet[Any]:
    enrolled = Enrolment.objects.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=today), cooperative=OuterRef("pk"), programme__in=focus
    )
    return cooperatives.annotate(
        rank=Case(
            When(Exists(enrolled.filter(kind=PARTICIPANT)), then=Value(0)),
            When(Exists(enrolled.filter(kind=CANDIDATE)), then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
    )


@prepared
def _page_rows(*keys: int, today: dt.date, with_books: bool) -> QuerySet[Any]:
    active = with_last_activity(Cooperative.objects.filter(pk__in=keys), today, with_books=with_books)
    rows = with_late_counts(active, today, with_books=with_books)
    found: QuerySet[Any] = rows.select_related("place", "fund").annotate(
        current_certificate_rows=nested_certificates(current_certificates().filter(cooperative=OuterRef("pk"))),
        ladder_rows=nested(ladders(OuterRef("pk"), today), "track", *COUNTS),
    )
    return found


def _sort_keys(sort: str, today: dt.date) -> list[Any]:
    recorded = Q(fund__received__gt=0) | Q(fund__approved__gt=0)
    if sort in ("committed", "spent"):
        value = F("fund__spent") if sort == "spent" else F("fund__approved") - F("fund__spent")
        return [F("fund__currency"), Case(When(recorded, then=value))]
    if sort in ("received", "left"):
        value = F("fund__received") if sort == "received" else F("fund__received") - F("fund__approved")
        return [F("fund__currency"), Case(When(fund__received__gt=0, then=value))]
    if sort == "certificate":
        newest = current_certificates().filter(cooperative=OuterRef("pk"))[:1]
        return [Subquery(newest.values("valid_until_on")), Subquery(newest.values("valid_from_on"))]
    if sort == "activity":
        return [Greatest(TruncDate("entry_at"), "expense_on", "training_on", "assembly_on", "premium_on")]
    if sort == "late":
        return [sum((F(f"late_{what}") for what in LATE), start=Value(0))]
    climbed = ladders(OuterRef("pk"), today).filter(track__slug=sort).values("accepted")
    held = (
        TrainingInvitation.objects.filter(
            cooperative=OuterRef("pk"), training__track__slug=sort, training__state__in=TOOK_PLACE
        )
        .order_by()
        .values("cooperative")
        .annotate(count=Count("pk"))
    )
    return [Coalesce(Subquery(climbed), 0), Coalesce(Subquery(held.values("count")), 0)]


def _rows(ranks: Mapping[int, int], tracks: Sequence[Track], today: dt.date, *, with_books: bool) -> list[BoardRow]:
    """The rows of these co-ops, in their order; `ranks` has the place of their group by key."""
    keys = list(ranks)
    by_key = {row.pk: row for row in _page_rows(*keys, today=today, with_books=with_books)}
    found = [by_key[key] for key in keys]
    cells = _track_cells(keys, tracks, today)
    certificates = {row.pk: certificate_states(row.current_certificate_rows, today) for row in found}
    files = glances(keys, on=today)
    return [
        BoardRow(
            cooperative=cooperative,
            group=GROUPS[ranks[cooperative.pk]],
            tracks=_cells_of(cooperative, tracks, cells),
            premium=premium_of(cooperative, getattr(cooperative, "fund", None)),
            certificate=next(iter(certificates.get(cooperative.pk, ())), None),
            certification=next(iter(files.get(cooperative.pk, ())), None),
            last=last_activity_of(cooperative),
            late=late_of(cooperative, certificates.get(cooperative.pk, ())),
        )
        for cooperative in found
    ]


def _cells_of(cooperative: Any, tracks: Sequence[Track], cells: Mapping[tuple[int, int], TrackCell]) -> list[TrackCell]:
    """The cell of each track, with the ladder that came along with the co-op."""
    climbed = {row["track"]: Ladder(**{name: row[name] for name in COUNTS}) for row in cooperative.ladder_rows}
    found = [cells.get((cooperative.pk, track.pk), TrackCell(track)) for track in tracks]
    return [replace(cell, ladder=climbed.get(cell.track.pk, NO_LADDER)) for cell in found]


def _track_cells(
    cooperatives: Iterable[int], tracks: Sequence[Track], today: dt.date
) -> dict[tuple[int, int], TrackCell]:
    by_key = {track.pk: track for track in tracks}
    return {
        (row["cooperative"], row["training__track"]): TrackCell(
            by_key[row["training__track"]], row["held"], row["planned"], row["overdue"], row["people"]
        )
        for row in _cell_rows(*cooperatives, today=today)
        if row["training__track"] in by_key
    }


@prepared
def _cell_rows(*cooperatives: int, today: dt.date) -> QuerySet[Any, Any]:
    people = TrackReach.objects.filter(
        cooperative=OuterRef("cooperative"), track=OuterRef("training__track")
    ).order_by()
    return (
        TrainingInvitation.objects.filter(cooperative__in=cooperatives, training__track__isnull=False)
        .order_by()
        .values("cooperative", "training__track")
        .annotate(
            held=Count("pk", filter=Q(training__state__in=TOOK_PLACE)),
            planned=Count("pk", filter=Q(training__state=TrainingState.PLANNED)),
            overdue=Count("pk", filter=overdue(today, "training__")),
            people=Subquery(people.values("people")),
        )
    )


def premium_of(cooperative: Cooperative, fund: Fund | None) -> Premium:
    """The totals of a fund. Without any amount in the ledger they are not recorded, which is not zero."""
    if fund is None or not (fund.received or fund.approved):
        return Premium(fund.currency if fund else cooperative.currency)
    return Premium(
        currency=fund.currency,
        received=fund.received or None,
        committed=fund.committed,
        spent=fund.spent,
        left=fund.left if fund.received else None,
    )
