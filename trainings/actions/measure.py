"""What happens to a measurement: entered, corrected, accepted, returned, superseded by a correction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.uploads import read_file
from cooperatives.models import Cooperative, User
from trainings.actions.keep_evidence import keep_evidence
from trainings.models import Indicator, Measurement
from trainings.models.measurements import PARTS, MeasurementState


@dataclass(frozen=True)
class Reading:
    """What was measured: `value` in the indicator's unit (None: not measured, and `note` says why).

    `split` has women, men and other where people are counted; who is left is not recorded.
    """

    value: Decimal | None
    measured_on: dt.date
    source: str
    note: str = ""
    split: Mapping[str, int] = field(default_factory=dict)
    measured_precision: str = "day"


def enter_measurement(
    *,
    cooperative: Cooperative,
    indicator: Indicator,
    year: int,
    reading: Reading,
    papers: Sequence[UploadedFile[Any]] = (),
    by: User,
) -> Measurement:
    """Record a value; it then waits for a manager. Where one was accepted for the year, this is its correction.

    Refused: for a computed indicator, when another value for the year is waiting or was returned, a date or a year to
    come, a split larger than the whole.
    """
    _refuse_impossible(cooperative, indicator, year, reading)
    files = [read_file(paper) for paper in papers]
    with in_words():
        same = Measurement.objects.filter(cooperative=cooperative, indicator=indicator, year=year)
        same = same.select_for_update(no_key=True).order_by("-pk")  # the newest first, as accepting locks them
        earlier = {row.state: row for row in same}
        if any(row.is_open for row in earlier.values()):
            raise Refused(_("A value for %(year)s is already entered. Correct that one.") % {"year": year})
        measurement = Measurement(
            cooperative=cooperative,
            indicator=indicator,
            year=year,
            supersedes=earlier.get(MeasurementState.ACCEPTED),
            is_example=cooperative.is_example,
        )
        _write(measurement, reading, by)
        keep_evidence(of=measurement, files=files, by=by)
    return measurement


def correct_measurement(
    *, measurement: Measurement, reading: Reading, papers: Sequence[UploadedFile[Any]] = (), by: User
) -> Measurement:
    """Change a value that nobody accepted yet; it waits for a manager again. Refused once it was accepted."""
    _refuse_impossible(measurement.cooperative, measurement.indicator, measurement.year, reading)
    files = [read_file(paper) for paper in papers]
    with _locked(measurement, MeasurementState.ENTERED, MeasurementState.RETURNED) as locked:
        locked.state = MeasurementState.ENTERED
        locked.returned_reason, locked.returned_at, locked.returned_by = "", None, None
        _write(locked, reading, by)
        keep_evidence(of=locked, files=files, by=by)
    return locked


def accept_measurement(*, measurement: Measurement, seen_at: dt.datetime, by: User) -> Measurement:
    """Accept a value; it is locked then, and the one it corrects is superseded.

    `seen_at` is the `entered_at` of what the person read. Refused: for who entered it, when it waits no more, and when
    it was corrected since.
    """
    with _locked(measurement, MeasurementState.ENTERED) as locked:
        if locked.entered_at != seen_at:
            raise Refused(_("The value was corrected meanwhile. Read it again before you accept it."))
        if locked.entered_by_id == by.pk:
            raise Refused(_("You entered this value yourself. Another person has to accept it."))
        if locked.supersedes_id:
            Measurement.objects.filter(pk=locked.supersedes_id).update(state=MeasurementState.SUPERSEDED)
        locked.state, locked.accepted_at, locked.accepted_by = MeasurementState.ACCEPTED, timezone.now(), by
        locked.save(update_fields=["state", "accepted_at", "accepted_by"])
    return locked


def return_measurement(*, measurement: Measurement, reason: str, by: User) -> Measurement:
    """Send a value back to the co-op, saying what to correct. Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say what needs to be corrected."))
    with _locked(measurement, MeasurementState.ENTERED) as locked:
        locked.state, locked.returned_reason = MeasurementState.RETURNED, reason.strip()
        locked.returned_at, locked.returned_by = timezone.now(), by
        locked.save(update_fields=["state", "returned_reason", "returned_at", "returned_by"])
    return locked


@contextmanager
def _locked(measurement: Measurement, *states: MeasurementState) -> Iterator[Measurement]:
    """The measurement, locked, in one of `states`."""
    with in_words():
        rows = Measurement.objects.select_for_update(of=("self",), no_key=True).select_related("indicator")
        locked = rows.get(pk=measurement.pk)
        if locked.state not in states:
            raise Refused(
                _("This value is “%(state)s” by now. Look at it again before you go on.")
                % {"state": locked.get_state_display()}
            )
        yield locked


def _write(measurement: Measurement, reading: Reading, by: User) -> None:
    measurement.value, measurement.measured_on = reading.value, reading.measured_on
    measurement.measured_precision = reading.measured_precision
    measurement.source, measurement.note = reading.source.strip(), reading.note.strip()
    measurement.entered_at, measurement.entered_by = timezone.now(), by
    for part, people in _parts(measurement.indicator, reading).items():
        setattr(measurement, part, people)
    measurement.save()


def _parts(indicator: Indicator, reading: Reading) -> dict[str, int | None]:
    """Who makes up the value; those nobody named are not recorded, so that the parts always add up."""
    if reading.value is None or not indicator.counts_people:
        return dict.fromkeys(PARTS)
    named = {part: reading.split.get(part, 0) for part in PARTS[:-1]}
    return {**named, "unrecorded": int(reading.value) - sum(named.values())}


def _refuse_impossible(cooperative: Cooperative, indicator: Indicator, year: int, reading: Reading) -> None:
    today = cooperative.today()
    if not indicator.is_typed:
        raise Refused(_("This indicator is computed, so nobody enters its values."))
    if not indicator.is_active:
        raise Refused(_("This indicator is no longer in use."))
    if year > today.year or reading.measured_on > today:
        raise Refused(_("This date is in the future."))
    if reading.value is None and not reading.note.strip():
        raise Refused(_("Say why it was not measured."))
    named = sum(reading.split.values())
    if indicator.counts_people and reading.value is not None and named > reading.value:
        raise Refused(
            _("Women, men and other are %(parts)s together, more than the whole of %(whole)s.")
            % {"parts": named, "whole": int(reading.value)}
        )
