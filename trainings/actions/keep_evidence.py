"""Keeping the papers and photos behind a milestone or a measurement."""

from __future__ import annotations

from collections.abc import Iterable

from config.files import keep_file
from config.uploads import AcceptedFile
from cooperatives.models import User
from trainings.models import CooperativeMilestone, Evidence, Measurement


def keep_evidence(*, of: CooperativeMilestone | Measurement, files: Iterable[AcceptedFile], by: User) -> None:
    """Attach files that `config.uploads.read_file` accepted; the same file a second time is attached once.

    Call it inside the transaction that writes the row. The database refuses it once the row is accepted.
    """
    for file in files:
        keep_file(
            Evidence,
            file=file,
            by=by,
            among=of.files.all(),
            cooperative_id=of.cooperative_id,
            milestone=of if isinstance(of, CooperativeMilestone) else None,
            measurement=of if isinstance(of, Measurement) else None,
            is_example=of.is_example,
        )
