"""Loading the premium rates and minimum prices of the schemes. What no source gives stays empty."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cooperatives.models import Scheme
from overview.actions.loaded_rows import Load, read_data
from premiums.models import Rate
from premiums.models.rates import CoffeeForm, Region

AMOUNTS = ("premium", "quality_part", "organic_differential")


def load_rates(load: Load, schemes: dict[str, Scheme]) -> None:
    """A row for each scheme, form and region that an entry speaks of; `load` counts them."""
    for entry in read_data("rates")["rates"]:
        from_on = dt.date.fromisoformat(entry["from_on"]) if "from_on" in entry else None
        values = {name: entry.get(name) for name in AMOUNTS} | {"source": load.source(entry["source"])}
        for scheme in entry["schemes"]:
            for form in CoffeeForm:
                for region in Region:
                    key = {"scheme": schemes[scheme], "form": form, "region": region, "from_on": from_on}
                    load.put(Rate, key, {**values, "minimum_price": _price(entry, form, region)})


def _price(entry: dict[str, Any], form: str, region: str) -> Any:
    return entry.get("minimum_price", {}).get(form, {}).get(region)
