"""What leaves: every list that is taken along as a file, and every page that lists people, is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http.response import HttpResponseBase

from config import tables
from config.http import Request
from cooperatives.actions.log_read import finish_read, log_read
from cooperatives.models import Cooperative, DataRead, Programme
from cooperatives.models.history import ReadForm

NO_FILTERS = {"page", "format", "csrfmiddlewaretoken"}


def hand_out(
    request: Request,
    rows: Iterable[tables.Row],
    *,
    stem: str,
    form: str,
    cooperative: Cooperative | None = None,
    programme: Programme | None = None,
) -> HttpResponseBase:
    """The table (its first row the column names) as a file to keep, `form` being one of `tables.FORMATS`; noted."""
    read = note_read(request, None, form=form, cooperative=cooperative, programme=programme)
    return tables.download(_counted(rows, read), stem=stem, form=form)


def note_read(
    request: Request,
    rows: int | None,
    *,
    form: ReadForm | str = ReadForm.PAGE,
    cooperative: Cooperative | None = None,
    programme: Programme | None = None,
) -> DataRead:
    """Note that this request shows `rows` people, or hands out a list; one query."""
    match = request.resolver_match
    return log_read(
        view=match.view_name if match else request.path,
        form=form,
        filters={name: str(value) for name, value in request.GET.items() if name not in NO_FILTERS},
        rows=rows,
        cooperative=cooperative,
        programme=programme,
        by=request.user,
    )


def _counted(rows: Iterable[tables.Row], read: DataRead) -> Iterator[tables.Row]:
    """The rows, and when the last one is gone their number, without the column names."""
    number = 0
    for number, row in enumerate(rows):  # noqa: B007 the number of the last one is what counts
        yield row
    finish_read(read=read, rows=number)
