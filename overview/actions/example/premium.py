"""The example premium of one co-op: contracts, money received, plans, assemblies and what they released."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from config.dates import DatePrecision
from cooperatives.models import Scheme
from overview.actions.example.ideas import (
    BUYERS,
    IDEAS,
    NO_QUORUM,
    PLAN_TITLE,
    PROPOSAL,
    RESOLUTION,
    URGENT_WORK,
    Idea,
)
from overview.actions.example.world import RATE_SOURCE, RATES, YEARS, Cast, Story, chance
from overview.actions.example.years import QUORUM, draft_version, put_in_force, tell_exception, tell_rule
from premiums.models import (
    Activity,
    Allotment,
    Assembly,
    Category,
    Fund,
    Plan,
    PlanVersion,
    PremiumPayment,
    PremiumReceived,
    Rate,
    Resolution,
    Sale,
)
from premiums.models.assemblies import AssemblyKind, Call, Majority
from premiums.models.rates import CoffeeForm, region_of
from premiums.models.resolutions import ResolutionKind, ResolutionState
from premiums.models.sales import LB_PER_KG, SaleState

CENT = Decimal("0.01")
BAGS = {"es": (275, Decimal(69)), "pt": (320, Decimal(60))}  # a container: bags, kg a bag
STEP = {"es": Decimal(500), "pt": Decimal(50)}  # assemblies vote round amounts


@dataclass(frozen=True)
class Budget:
    """An activity with the idea behind it, what its assembly released, and the day from which it may be spent."""

    activity: Activity
    idea: Idea
    approved: Decimal
    money_since: dt.date


@dataclass(frozen=True)
class Proposal:
    """A plan before its assembly: the activities and what each is to have."""

    plan: Plan
    version: PlanVersion
    activities: Sequence[Activity]
    amounts: Sequence[Decimal]


def tell_premium(story: Story, cast: Cast, scheme: Scheme, categories: Mapping[str, Category]) -> list[Budget]:
    """Four years of premium at one co-op; returns what its assemblies released, activity by activity."""
    cooperative = cast.cooperative
    fund = Fund.objects.create(cooperative=cooperative, currency=cooperative.currency, is_example=True)
    tell_rule(cast)
    ideas = list(IDEAS[cast.language])
    chance("ideas", story.slug).shuffle(ideas)
    budgets: list[Budget] = []
    for year, containers in zip(YEARS, story.containers, strict=True):
        sales = _sell(story, cast, scheme, year)
        due = [_premium_of(cast, fund, sale) for sale in sales]
        _pay(sales, due[:-1] if year == story.unpaid_in else due)
        number = min(containers + 2, len(ideas))
        ideas = ideas[number:] + ideas[:number]
        total = sum((row.amount or Decimal(0) for row in due), Decimal(0))
        proposal = _plan(cast, fund, year, ideas[-number:], total, categories)
        _assemble(story, cast, year, proposal)
        since = min(row.received_on for row in due if row.received_on)
        budgets += [
            Budget(activity, idea, amount, since)
            for activity, idea, amount in zip(proposal.activities, ideas[-number:], proposal.amounts, strict=True)
        ]
    _propose_another(story, cast, fund)
    if urgent := tell_exception(story, cast, fund, categories):
        since = dt.date(YEARS[-1], 9, 5)
        budgets.append(Budget(urgent, URGENT_WORK, Decimal(11_250), since))
    return budgets


def _sell(story: Story, cast: Cast, scheme: Scheme, year: int) -> list[Sale]:
    """One contract a container, signed in spring, shipped two months later; each at the rate of its day."""
    draw, (bags, bag_kg) = chance("sales", story.slug, year), BAGS[cast.language]
    sales = [
        Sale(
            cooperative=cast.cooperative,
            scheme=scheme,
            contract_number=f"EJ-{year}-{number + 1:02}",
            buyer=draw.choice(BUYERS),
            signed_on=dt.date(year, 2, 10) + dt.timedelta(days=25 * number + draw.randrange(20)),
            signed_precision=DatePrecision.DAY,
            form=CoffeeForm.WASHED,
            bags=bags,
            bag_kg=bag_kg,
            quantity_kg=bags * bag_kg,
            state=SaleState.SHIPPED,
            is_example=True,
        )
        for number in range(story.containers[YEARS.index(year)])
    ]
    prices = chance("prices", story.slug, year)
    for sale in sales:
        assert sale.signed_on is not None  # noqa: S101
        region = region_of(cast.cooperative.country_code)
        sale.rate = Rate.objects.in_force(scheme=scheme, form=sale.form, region=region, on=sale.signed_on)
        sale.price = Decimal(prices.randint(1380, 2050)) / 1000
        sale.shipped_on = sale.signed_on + dt.timedelta(days=prices.randint(50, 70))
    return Sale.objects.bulk_create(sales)


def _pay(sales: Sequence[Sale], due: Sequence[PremiumReceived]) -> None:
    """Each receipt pays the premium of one contract, in dollars as it was paid."""
    received = PremiumReceived.objects.bulk_create(due)
    paid = list(zip(sales, received, strict=False))
    PremiumPayment.objects.bulk_create(
        PremiumPayment(
            cooperative=sale.cooperative, premium_received=row, sale=sale, amount=row.original_amount, is_example=True
        )
        for sale, row in paid
        if row.original_amount
    )
    for sale, row in paid:
        Sale.objects.filter(pk=sale.pk).update(state=SaleState.PAID, paid_on=row.received_on)


def _premium_of(cast: Cast, fund: Fund, sale: Sale) -> PremiumReceived:
    """The premium of one contract as it comes in some three months later, not saved."""
    assert sale.signed_on and sale.quantity_kg and sale.rate  # noqa: S101, PT018
    draw = chance("received", cast.cooperative.slug, sale.contract_number)
    received_on = sale.signed_on + dt.timedelta(days=draw.randint(75, 110))
    rate = Decimal(RATES[fund.currency][sale.signed_on.year])
    dollars = (sale.quantity_kg * LB_PER_KG * sale.rate.premium).quantize(CENT)
    return PremiumReceived(
        cooperative=cast.cooperative,
        fund=fund,
        received_on=received_on,
        received_precision=DatePrecision.DAY,
        amount=(dollars * rate).quantize(CENT),
        original_amount=dollars,
        original_currency="USD",
        rate=rate,
        rate_on=received_on,
        rate_source=RATE_SOURCE,
        payer=sale.buyer,
        recorded_at=cast.moment(received_on + dt.timedelta(days=2), 11),
        recorded_by=cast.treasurer_on(received_on),
        is_example=True,
    )


def _plan(
    cast: Cast, fund: Fund, year: int, ideas: Sequence[Idea], expected: Decimal, categories: Mapping[str, Category]
) -> Proposal:
    """A plan for most of the premium expected in the year."""
    plan = Plan.objects.create(
        cooperative=cast.cooperative,
        fund=fund,
        title=PLAN_TITLE[cast.language].format(year=year),
        starts_on=dt.date(year, 1, 1),
        starts_precision=DatePrecision.DAY,
        ends_on=dt.date(year, 12, 31),
        is_example=True,
    )
    activities = Activity.objects.bulk_create(
        Activity(
            cooperative=cast.cooperative,
            fund=fund,
            plan=plan,
            category=categories[idea.category],
            title=idea.title,
            objective=idea.objective,
            responsible=idea.responsible,
            quality_percent=100 if categories[idea.category].counts_to_quality else 0,
            starts_on=dt.date(year, 5, 1),
            ends_on=dt.date(year, 12, 31),
            position=position,
            is_example=True,
        )
        for position, idea in enumerate(ideas, start=1)
    )
    amounts = _shares(cast, year, ideas, expected)
    return Proposal(plan, draft_version(cast, plan, activities, amounts), activities, amounts)


def _shares(cast: Cast, year: int, ideas: Sequence[Idea], expected: Decimal) -> list[Decimal]:
    """Round amounts by weight, together between 88 and 96 percent of what is expected."""
    draw, step = chance("shares", cast.cooperative.slug, year), STEP[cast.language]
    weights = [idea.weight * draw.randint(80, 120) for idea in ideas]
    total = expected * draw.randint(88, 96) / 100
    return [max(step, total * weight / sum(weights) // step * step) for weight in weights]


def _assemble(story: Story, cast: Cast, year: int, proposal: Proposal) -> None:
    """The assembly of March decides the plan; where the first call has no quorum, the second one does."""
    draw = chance("assembly", story.slug, year)
    sunday = _sunday(dt.date(year, 3, draw.randint(1, 14)))
    if year == story.no_quorum_in:
        assembly = _assembly(story, cast, sunday, draw, Call.FIRST, present_percent=38)
        refused = _resolution(assembly, proposal.plan, NO_QUORUM.format(year=year), proposal.version)
        _decide(refused, proposal, cast, ResolutionState.REJECTED)
        assembly = _assembly(story, cast, sunday + dt.timedelta(days=14), draw, Call.SECOND, present_percent=44)
    else:
        assembly = _assembly(story, cast, sunday, draw, Call.FIRST, present_percent=draw.randint(56, 88))
    total = cast.written(sum(proposal.amounts, Decimal(0)))
    text = RESOLUTION[cast.language].format(year=year, count=len(proposal.activities), total=total)
    resolution = _resolution(assembly, proposal.plan, text, proposal.version)
    _vote(resolution, assembly, draw)
    _decide(resolution, proposal, cast, ResolutionState.ADOPTED)
    put_in_force(proposal.version, resolution)


def _assembly(
    story: Story, cast: Cast, held_on: dt.date, draw: Random, call: Call, *, present_percent: int
) -> Assembly:
    present = story.entitled * present_percent // 100
    women = present * (story.women + draw.randint(-6, 6)) // 100
    assembly = Assembly(
        cooperative=cast.cooperative,
        held_on=held_on,
        held_precision=DatePrecision.DAY,
        kind=story.kind,
        call=call,
        entitled=story.entitled,
        present_women=women,
        present_men=present - women,
        quorum_percent=QUORUM[call],
        is_example=True,
    )
    assembly.save()
    return assembly


def _resolution(assembly: Assembly, plan: Plan, text: str, version: PlanVersion | None = None) -> Resolution:
    kind = ResolutionKind.APPROVE_PLAN if version else ResolutionKind.AMEND_PLAN
    row = Resolution(cooperative=assembly.cooperative, assembly=assembly, plan=plan, text=text, is_example=True)
    row.kind, row.plan_version = kind, version
    return row


def _vote(resolution: Resolution, assembly: Assembly, draw: Random) -> None:
    present = assembly.present or 0
    resolution.votes_for = present * draw.randint(78, 93) // 100
    resolution.votes_against = (present - resolution.votes_for) * draw.randint(20, 60) // 100
    rest = present - resolution.votes_for - resolution.votes_against
    resolution.votes_abstained = rest * draw.randint(50, 90) // 100
    resolution.votes_blank = draw.randint(0, rest - resolution.votes_abstained)
    resolution.majority = draw.choice((Majority.SIMPLE, Majority.SIMPLE, Majority.ABSOLUTE, Majority.TWO_THIRDS))


def _decide(resolution: Resolution, proposal: Proposal, cast: Cast, state: ResolutionState) -> None:
    """Save the draft with its allotments, then the decision as of the day after the assembly.

    Not through `adopt_resolution`, which stamps the time of loading; the database checks quorum and majority alike.
    """
    resolution.save()
    Allotment.objects.bulk_create(
        Allotment(
            cooperative=cast.cooperative, resolution=resolution, activity=activity, amount=amount, is_example=True
        )
        for activity, amount in zip(proposal.activities, proposal.amounts, strict=True)
    )
    held_on = resolution.assembly.held_on
    assert held_on is not None  # noqa: S101
    resolution.state = state
    resolution.decided_by = cast.treasurer_on(held_on)
    resolution.decided_at = cast.moment(held_on + dt.timedelta(days=1), 10, 30)
    resolution.save(update_fields=["state", "decided_by", "decided_at"])


def _propose_another(story: Story, cast: Cast, fund: Fund) -> None:
    """At two co-ops an extraordinary assembly of late 2015 left a draft that is not decided yet."""
    if story.slug not in ("triunfo-verde", "exemplo-do-sul"):
        return
    plan = Plan.objects.get(fund=fund, starts_on=dt.date(YEARS[-1], 1, 1))
    title, text = PROPOSAL[cast.language]
    activity = Activity.objects.create(
        cooperative=cast.cooperative, fund=fund, plan=plan, title=title, position=90, is_example=True
    )
    draw = chance("proposal", story.slug)
    held_on = _sunday(dt.date(YEARS[-1], 11, 15))
    assembly = _assembly(story, cast, held_on, draw, Call.FIRST, present_percent=62)
    Assembly.objects.filter(pk=assembly.pk).update(kind=AssemblyKind.EXTRAORDINARY)
    resolution = _resolution(assembly, plan, text)
    resolution.save()
    Allotment.objects.create(
        cooperative=cast.cooperative,
        resolution=resolution,
        activity=activity,
        amount=20 * STEP[cast.language],
        is_example=True,
    )


def _sunday(day: dt.date) -> dt.date:
    """The Sunday on or after a day."""
    return day + dt.timedelta(days=6 - day.weekday())
