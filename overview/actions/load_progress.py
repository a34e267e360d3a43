"""Loading the ladders of the tracks and what is measured in them: our own first set, for administrators to edit."""

from __future__ import annotations

from collections.abc import Mapping

from overview.actions.loaded_rows import Load, read_data
from trainings.models import Indicator, Milestone, Track


def load_progress(load: Load, tracks: Mapping[str, Track]) -> None:
    """A row for each milestone and indicator of the files; `load` counts them and keeps what was edited since."""
    for slug, entry in read_data("milestones").items():
        values = load.columns(Milestone, {**entry, "track": tracks[entry["track"]]})
        load.put(Milestone, {"slug": slug}, values)
    for slug, entry in read_data("indicators").items():
        if "track" in entry:
            entry["track"] = tracks[entry["track"]]
        load.put(Indicator, {"slug": slug}, load.columns(Indicator, entry))
