"""Loading ASSOPRO's story: its first sale, the vote on the first premium, what was bought, its trainings.

All of it is historic: amounts, dates, votes and payees that the source does not give stay empty, and no total moves.
Only this co-op gets a fund here: an empty fund of another one would say that nothing was received, which is not known.
"""

from __future__ import annotations

import uuid
from typing import Any

from cooperatives.models import Cooperative, Programme, Scheme
from overview.actions.loaded_rows import Load, read_data
from premiums.models import Activity, Assembly, Expense, Fund, Plan, PremiumReceived, Resolution, Sale
from premiums.models.resolutions import ResolutionState
from trainings.models import Training, TrainingInvitation
from trainings.models.trainings import TrainingState

Entry = dict[str, Any]


def load_ledger(
    load: Load, cooperatives: dict[str, Cooperative], schemes: dict[str, Scheme], programmes: dict[str, Programme]
) -> None:
    """Load the story; `load` counts the rows. The mappings hold the loaded rows by slug."""
    story = read_data("assopro")
    cooperative = cooperatives[story["cooperative"]]
    _put_sale(load, cooperative, schemes, story["sale"])
    fund = load.put(Fund, {"cooperative": cooperative}, story["fund"])
    _put_historic(load, PremiumReceived, {"cooperative": cooperative, "fund": fund}, story["premium_received"])
    plan_values = load.columns(Plan, story["plan"])
    plan = load.put(Plan, {"cooperative": cooperative, "fund": fund, "title": plan_values.pop("title")}, plan_values)
    _put_vote(load, plan, story)
    for entry in story["activities"]:
        _put_activity(load, plan, entry)
    _put_trainings(load, cooperative, programmes[story["trainings"]["programme"]], story["trainings"]["items"])


def _put_sale(load: Load, cooperative: Cooperative, schemes: dict[str, Scheme], entry: Entry) -> None:
    values = load.columns(Sale, {**entry, "scheme": schemes[entry["scheme"]]})
    load.put(Sale, {"cooperative": cooperative, "source": values.pop("source")}, values)


def _put_vote(load: Load, plan: Plan, story: Entry) -> None:
    """The assembly and what it voted. The majority it needed is not known, so that column stays empty."""
    owner = {"cooperative": plan.cooperative}
    assembly = _put_historic(load, Assembly, owner, story["assembly"])
    values = {**load.columns(Resolution, story["resolution"]), "state": ResolutionState.ADOPTED, "majority": ""}
    key = {**owner, "assembly": assembly, "is_historic": True, "source": values.pop("source")}
    load.put(Resolution, key, {**values, "plan": plan})


def _put_historic(load: Load, model: Any, owner: Entry, entry: Entry) -> Any:
    """A historic row that says nothing but its source, which is its key."""
    return load.put(model, {**owner, "is_historic": True, "source": load.source(entry["source"])}, {})


def _put_activity(load: Load, plan: Plan, entry: Entry) -> None:
    """An activity and its expense. The key of the expense's form follows from the entry, so that it is found again."""
    historic = {"is_historic": True, "source": load.source(entry["source"])}
    title = load.columns(Activity, {"title": entry["title"]})
    activity = load.put(
        Activity,
        {"cooperative": plan.cooperative, "fund": plan.fund, "plan": plan, "title": title.pop("title")},
        {**title, **historic, "position": entry["position"]},
    )
    form_key = uuid.uuid5(uuid.NAMESPACE_URL, f"beneficio:{plan.cooperative.slug}:{entry['key']}")
    purpose = load.columns(Expense, {"purpose": entry["purpose"]})
    load.put(
        Expense,
        {"form_key": form_key},
        {"cooperative": plan.cooperative, "activity": activity, **purpose, **historic},
    )


def _put_trainings(load: Load, cooperative: Cooperative, programme: Programme, entries: list[Entry]) -> None:
    """Trainings of the earlier programme; they belong to none of the four tracks."""
    for entry in entries:
        values = {**load.columns(Training, entry), "state": TrainingState.HELD}
        training = load.put(Training, {"programme": programme, "title": values.pop("title")}, values)
        load.put(TrainingInvitation, {"training": training, "cooperative": cooperative}, {})
