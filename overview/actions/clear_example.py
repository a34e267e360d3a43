"""Removing the example: every row marked as example, and every row that points to one, whoever wrote it.

What hangs on invented things goes with them: an expense on an example activity, and also a record that an example
person signed as author, since nobody real answers for it. The command counts those apart and asks first. Everything
else stays as it was before `load_example`: also the totals of real funds and activities, which get back what the
removed rows took, and the counts of people and spending. Only changes that an example person made inside other records
stay; their history tells of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import pgtrigger
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F, Q, Sum
from django.utils.translation import gettext as _
from pghistory.models import Context, Event

from certification.models import CertificationFile, Step
from config.errors import Refused, broken_rule
from config.records import Record
from cooperatives.models import User
from overview.actions.example.vouchers import remove_files
from overview.actions.example.world import one_at_a_time
from overview.actions.stored_counts import count_again, counted_for, with_counts_of_them
from premiums.models import Activity, Allotment, Expense, Fund, PremiumReceived
from premiums.models.expenses import ExpenseQuerySet
from premiums.models.resolutions import ResolutionState

Model = type[models.Model]


@dataclass(frozen=True)
class Found:
    """What goes: keys by model, the files, and what is worth a warning."""

    rows: Mapping[Model, set[Any]]
    real: Mapping[Model, int]
    files: list[str]
    changes_that_stay: int

    @property
    def total(self) -> int:
        """All rows that go."""
        return sum(len(keys) for keys in self.rows.values())

    def counts(self, *, only_real: bool = False) -> Iterator[tuple[str, int]]:
        """Name and number of rows of each table, in the order of their names."""
        numbers = self.real if only_real else {model: len(keys) for model, keys in self.rows.items()}
        named = {str(model._meta.verbose_name_plural): number for model, number in numbers.items()}
        yield from sorted(named.items())


def find_example() -> Found:
    """What `clear_example` would remove now."""
    rows = with_counts_of_them(_with_what_hangs_on(_marked()))
    real: dict[Model, int] = {
        model: number
        for model, keys in rows.items()
        if issubclass(model, Record) and (number := model._base_manager.filter(pk__in=keys, is_example=False).count())
    }
    return Found(rows, real, list(_files_of(rows)), _changes_that_stay(rows))


def clear_example() -> Found:
    """Remove the example in one transaction; returns what was removed.

    Refused while somebody is adding to it, and when real spending rests on money that an example row released.
    """
    try:
        with pgtrigger.ignore(), transaction.atomic():
            one_at_a_time()
            found = find_example()
            _remove_traces(found.rows)
            touched, files = _touched_totals(found.rows), _touched_files(found.rows)
            counted = counted_for(found.rows)
            for model, keys in found.rows.items():
                _delete(model._base_manager.filter(pk__in=keys))
            _recompute(*touched)
            _put_back(files)
            count_again(counted)
            connection.check_constraints()
            transaction.on_commit(partial(remove_files, found.files))
    except IntegrityError as error:
        raise Refused(_sentence(error)) from error
    return found


def _sentence(error: IntegrityError) -> str:
    if broken_rule(error) == "activity_spent_within_approved":
        return _("Real spending rests on money that an example row released. Void that spending first.")
    return _("Somebody is working with the example just now, so nothing was removed. Try again in a moment.")


def _tables() -> list[Model]:
    """The tables that hold rows of ours or of Django's, without histories."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy and not issubclass(model, Event)]


def _histories() -> list[type[Event]]:
    found = apps.get_models()
    return [model for model in found if issubclass(model, Event) and model._meta.managed and not model._meta.proxy]


def _marked() -> dict[Model, set[Any]]:
    marked = {
        model: set(model._base_manager.filter(is_example=True).values_list("pk", flat=True))
        for model in _tables()
        if issubclass(model, Record)
    }
    return {model: keys for model, keys in marked.items() if keys}


def _with_what_hangs_on(marked: Mapping[Model, set[Any]]) -> dict[Model, set[Any]]:
    """The rows, and whatever reaches one of them over foreign keys."""
    pointing: dict[Model, list[tuple[Model, str]]] = defaultdict(list)
    for model in _tables():
        for field in model._meta.concrete_fields:
            if field.is_relation and isinstance(field.related_model, type):
                pointing[field.related_model].append((model, field.attname))
    rows: dict[Model, set[Any]] = defaultdict(set)
    to_follow = dict(marked)
    while to_follow:
        target, keys = to_follow.popitem()
        fresh = keys - rows[target]
        rows[target] |= fresh
        for model, column in pointing[target] if fresh else []:
            found = set(model._base_manager.filter(**{f"{column}__in": fresh}).values_list("pk", flat=True))
            to_follow[model] = to_follow.get(model, set()) | found
    return {model: keys for model, keys in rows.items() if keys}


def _files_of(rows: Mapping[Model, set[Any]]) -> Iterator[str]:
    for model, keys in rows.items():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                names = model._base_manager.filter(pk__in=keys).values_list(field.attname, flat=True)
                yield from filter(None, names)


def _delete(rows: models.QuerySet[Any]) -> None:
    """Delete without asking PROTECT, which knows nothing of what goes along; foreign keys are checked at the end."""
    rows._raw_delete(rows.db)


def _remove_traces(rows: Mapping[Model, set[Any]]) -> None:
    """Histories of the rows with their contexts, the admin's log of them, and the sessions of the people."""
    contexts: set[Any] = set()
    for history in _histories():
        events = history.objects.filter(Q(pgh_obj__in=rows.get(history.pgh_tracked_model, set())) | Q(is_example=True))
        contexts |= set(events.exclude(pgh_context=None).values_list("pgh_context_id", flat=True))
        _delete(events)
    for history in _histories():
        contexts -= set(history.objects.filter(pgh_context__in=contexts).values_list("pgh_context_id", flat=True))
    _delete(Context.objects.filter(pk__in=contexts))
    for model, keys in rows.items():
        kind = ContentType.objects.get_for_model(model)
        _delete(LogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys]))
    people = {str(key) for key in rows.get(User, ())}
    theirs = [row.pk for row in Session.objects.all() if row.get_decoded().get("_auth_user_id") in people]
    _delete(Session.objects.filter(pk__in=theirs))


def _changes_that_stay(rows: Mapping[Model, set[Any]]) -> int:
    """How many changes of records that stay were made by an example person."""
    people = list(rows.get(User, ()))
    return sum(
        history.objects.filter(pgh_context__metadata__user__in=people)
        .exclude(pgh_obj__in=rows.get(history.pgh_tracked_model, set()))
        .exclude(is_example=True)
        .count()
        for history in _histories()
    )


def _touched_totals(rows: Mapping[Model, set[Any]]) -> tuple[set[int], set[int]]:
    """The activities and funds that stay although rows of theirs go."""
    expenses = Expense.objects.filter(pk__in=rows.get(Expense, ()))
    allotments = Allotment.objects.filter(pk__in=rows.get(Allotment, ()))
    received = PremiumReceived.objects.filter(pk__in=rows.get(PremiumReceived, ()))
    activities = {*expenses.values_list("activity_id", flat=True), *allotments.values_list("activity_id", flat=True)}
    theirs = Activity.objects.filter(pk__in=activities | rows.get(Activity, set()))
    funds = {*theirs.values_list("fund_id", flat=True), *received.values_list("fund_id", flat=True)}
    return activities - rows.get(Activity, set()), funds - rows.get(Fund, set())


def _touched_files(rows: Mapping[Model, set[Any]]) -> set[int]:
    """The certification files that stay although steps of theirs go."""
    steps = Step.objects.filter(pk__in=rows.get(Step, ()))
    return set(steps.values_list("file_id", flat=True)) - rows.get(CertificationFile, set())


def _put_back(files: Iterable[int]) -> None:
    """The state of a file is that of the last step left; the trigger that keeps it is switched off meanwhile."""
    for key in files:
        last = Step.objects.filter(file=key).order_by("pk").last()
        state, since, precision = (last.to_state, last.taken_on, last.taken_precision) if last else ("", None, "")
        CertificationFile.objects.filter(pk=key).update(state=state, since_on=since, since_precision=precision)


def _recompute(activities: Iterable[int], funds: Iterable[int]) -> None:
    """Write stored totals from the rows that are left; the triggers that keep them are switched off meanwhile."""
    released = Allotment.objects.filter(resolution__state=ResolutionState.ADOPTED)
    spending = Expense.objects.all()
    assert isinstance(spending, ExpenseQuerySet)  # noqa: S101
    for key in activities:
        Activity.objects.filter(pk=key).update(
            approved=_sum(released.filter(activity=key)), spent=_sum(spending.counted().filter(activity=key))
        )
    for key in funds:
        Fund.objects.filter(pk=key).update(
            received=_sum(PremiumReceived.objects.filter(fund=key)),
            approved=_sum(released.filter(activity__fund=key)),
            spent=_sum(spending.counted().filter(activity__fund=key)),
            unratified=sum((activity.unratified for activity in Activity.objects.filter(fund=key)), Decimal(0)),
        )


def _sum(rows: models.QuerySet[Any]) -> Decimal:
    return rows.aggregate(total=Sum(F("amount")))["total"] or Decimal(0)
