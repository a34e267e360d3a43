"""Writing down who read which list: personal data on a page, or any list as a file."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from cooperatives.models import Cooperative, DataRead, Programme, User
from cooperatives.models.history import ReadForm

LONGEST = 200  # letters of one filter that are kept


def log_read(
    *,
    view: str,
    form: ReadForm | str,
    filters: Mapping[str, str],
    rows: int | None = None,
    cooperative: Cooperative | None = None,
    programme: Programme | None = None,
    by: User,
) -> DataRead:
    """Write it down before the list leaves. `rows` may come later, see `finish_read`."""
    about = cooperative or programme
    return DataRead.objects.create(
        read_at=timezone.now(),
        read_by=by,
        view=view[:80],
        form=form,
        filters={name[:40]: value[:LONGEST] for name, value in list(filters.items())[:20] if value},
        rows=rows,
        cooperative=cooperative,
        programme=programme,
        is_example=by.is_example or bool(about and about.is_example),
    )


def finish_read(*, read: DataRead, rows: int) -> None:
    """The last row was handed out: how many they were."""
    DataRead.objects.filter(pk=read.pk, rows__isnull=True).update(rows=rows)
