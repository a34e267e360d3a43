"""Answers about assemblies: what a vote needs, which rule holds, what the next assembly must decide."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Prefetch, Q
from django.utils.translation import gettext as _

from config.ui import number
from cooperatives.models import Cooperative
from premiums.models import Activity, Assembly, AssemblyFile, AssemblyRule, PlannedAssembly, Resolution
from premiums.models.activities import ActivityQuerySet
from premiums.models.assemblies import Call, Majority


@dataclass(frozen=True)
class Announced:
    """A planned assembly: how many days from today it is, negative when it is overdue; or cancelled."""

    planned: PlannedAssembly
    days_left: int

    @property
    def is_cancelled(self) -> bool:
        """It will not be held."""
        return self.planned.cancelled_at is not None

    @property
    def is_overdue(self) -> bool:
        """Its day has passed, and nobody recorded what came of it."""
        return self.days_left < 0 and not self.is_cancelled


def announced(cooperative: Cooperative) -> list[Announced]:
    """The planned assemblies of which nothing is recorded yet, earliest first; cancelled ones until their day."""
    today = cooperative.today()
    not_held = PlannedAssembly.objects.filter(cooperative=cooperative, assembly__isnull=True)
    rows = not_held.filter(Q(cancelled_at__isnull=True) | Q(planned_on__gte=today))
    rows = rows.select_related("moved_by", "cancelled_by").order_by("planned_on", "pk")
    return [Announced(row, (row.planned_on - today).days) for row in rows]


@dataclass(frozen=True)
class Votes:
    """The votes of one resolution, and the majority it needs."""

    votes_for: int
    votes_against: int
    votes_abstained: int = 0
    votes_blank: int = 0
    majority: str = Majority.SIMPLE

    @property
    def cast(self) -> int:
        """All votes together."""
        return self.votes_for + self.votes_against + self.votes_abstained + self.votes_blank


def needed_for_quorum(assembly: Assembly) -> int | None:
    """How many people the quorum is; None when not recorded."""
    if assembly.entitled is None or assembly.quorum_percent is None:
        return None
    return math.ceil(assembly.entitled * assembly.quorum_percent / 100)


def has_quorum(assembly: Assembly) -> bool | None:
    """Whether enough people came; None when not recorded."""
    needed = needed_for_quorum(assembly)
    return None if needed is None or assembly.present is None else assembly.present >= needed


def missing_for_adoption(assembly: Assembly, votes: Votes) -> str:
    """Which number a resolution lacks to be adopted, as a sentence; empty when it lacks none."""
    present, needed = assembly.present, needed_for_quorum(assembly)
    if present is None or needed is None:
        return _("How many members may vote, how many came and the quorum are not recorded for this assembly.")
    if present < needed:
        return _("No quorum: %(needed)s of %(entitled)s needed, %(present)s came.") % {
            "needed": number(needed),
            "entitled": number(assembly.entitled),
            "present": number(present),
        }
    said = {"for": number(votes.votes_for), "against": number(votes.votes_against), "present": number(present)}
    if votes.majority == Majority.SIMPLE:
        sentence = _("No majority: %(for)s for, %(against)s against; more for than against is needed.")
        return "" if votes.votes_for > votes.votes_against else sentence % said
    absolute = votes.majority == Majority.ABSOLUTE
    least = present // 2 + 1 if absolute else math.ceil(present * 2 / 3)
    if votes.votes_for >= least:
        return ""
    if absolute:
        sentence = _("No majority: %(for)s for; %(least)s needed, more than half of the %(present)s present.")
    else:
        sentence = _("No majority: %(for)s for; %(least)s needed, two thirds of the %(present)s present.")
    return sentence % (said | {"least": number(least)})


def missing_for(resolution: Resolution) -> str:
    """Which number a recorded resolution lacked; empty when none, or when its votes are not recorded."""
    if resolution.is_historic or resolution.votes_for is None or resolution.votes_against is None:
        return ""
    votes = Votes(
        resolution.votes_for,
        resolution.votes_against,
        resolution.votes_abstained or 0,
        resolution.votes_blank or 0,
        resolution.majority,
    )
    return missing_for_adoption(resolution.assembly, votes)


def rule_on(cooperative: Cooperative, day: dt.date) -> AssemblyRule | None:
    """The co-op's own rule for assemblies that holds on this day."""
    return AssemblyRule.objects.filter(cooperative=cooperative, from_on__lte=day).order_by("-from_on").first()


def quorum_by(rule: AssemblyRule, call: int | None) -> Decimal:
    """The quorum of a rule for the first or the second call."""
    return rule.quorum_second_percent if call == Call.SECOND else rule.quorum_first_percent


def usual_entitled(cooperative: Cooperative) -> int | None:
    """How many members could vote the last time, as a first guess."""
    return (
        Assembly.objects.filter(cooperative=cooperative, entitled__isnull=False)
        .order_by(F("held_on").desc(nulls_last=True))
        .values_list("entitled", flat=True)
        .first()
    )


def to_ratify(cooperative: Cooperative) -> ActivityQuerySet:
    """Exceptional spending of open years that no assembly ratified yet, the most urgent first."""
    rows = Activity.objects.filter(cooperative=cooperative, is_exceptional=True, plan__closed_at__isnull=True)
    waiting = rows.filter(Q(approved=0) | Q(spent__gt=F("approved")))
    return waiting.select_related("fund", "plan", "category").order_by("ratify_by_on", "pk")


def assemblies_of(cooperative: Cooperative) -> Sequence[Assembly]:
    """The co-op's assemblies, newest first, with how much each decided and how many papers it has."""
    return list(
        Assembly.objects.filter(cooperative=cooperative)
        .annotate(
            adopted_count=Count("resolutions", filter=Q(resolutions__state="adopted"), distinct=True),
            rejected_count=Count("resolutions", filter=Q(resolutions__state="rejected"), distinct=True),
            file_count=Count("files", distinct=True),
        )
        .order_by(F("held_on").desc(nulls_last=True), "-pk")
    )


@dataclass(frozen=True)
class Voted:
    """One resolution of an assembly, with what it lacked and what it released."""

    resolution: Resolution
    missing: str
    released: Decimal | None

    @property
    def given_back(self) -> Decimal:
        """What it took back, as a positive amount."""
        return -min(self.released or Decimal(0), Decimal(0))

    @property
    def widths(self) -> list[tuple[str, int, int]]:
        """The bar of the votes: kind, start and width in thousandths of those who were present."""
        row, start, parts = self.resolution, 0, []
        present = row.assembly.present or 0
        for kind in ("for", "against", "abstained", "blank"):
            width = 1000 * (getattr(row, f"votes_{kind}") or 0) // present if present else 0
            parts.append((kind, start, width))
            start += width
        return parts


@dataclass(frozen=True)
class AssemblyPage:
    """An assembly: its quorum, what it voted, its papers."""

    needed: int | None
    has_quorum: bool | None
    voted: Sequence[Voted]
    files: Sequence[AssemblyFile]


def assembly_page(assembly: Assembly) -> AssemblyPage:
    """What the page of one assembly shows (three queries)."""
    rows = (
        Resolution.objects.filter(assembly=assembly)
        .select_related("assembly", "plan__fund", "plan_version", "decided_by")
        .prefetch_related(Prefetch("allotments"))
        .order_by("pk")
    )
    voted = [Voted(row, missing_for(row) if row.state == "rejected" else "", _released(row)) for row in rows]
    return AssemblyPage(
        needed=needed_for_quorum(assembly),
        has_quorum=has_quorum(assembly),
        voted=voted,
        files=list(assembly.files.all()),
    )


def _released(resolution: Resolution) -> Decimal | None:
    amounts = [allotment.amount for allotment in resolution.allotments.all()]
    return sum(amounts, Decimal(0)) if amounts and resolution.state == "adopted" else None
