"""Filling an empty database with an invented world of any size, every row of it marked as example.

What triggers would do is done here: totals are computed, states are reached in order, every rule of the records holds.
`verify_ledger` proves it. The history (pghistory) begins with the first change afterwards; the creation of the
expenses is added to it on request, because that is as large as the expenses themselves.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.utils.translation import gettext as _

from config.errors import Refused
from cooperatives.models import Cooperative, Member, User
from overview.actions.example.world import one_at_a_time
from overview.actions.load_programme import load_programme
from overview.actions.simulate.copying import Tell, sequences_behind_keys, triggers_resting
from overview.actions.simulate.learning import copy_learning
from overview.actions.simulate.organisations import copy_organisations
from overview.actions.simulate.premium import copy_premium
from overview.actions.simulate.progress import copy_progress
from overview.actions.simulate.spending import copy_spending, spent_of
from overview.actions.simulate.world import Size, world_of
from premiums.models import Assembly, Expense, PremiumReceived
from trainings.models import Attendance, HeadCount

LARGEST = 9_999  # co-ops; their addresses have four digits


def simulate(size: Size, tell: Tell, *, password: str | None = None, with_history: bool = False) -> str:
    """Load the reference data where it is missing, then the simulated world, in one transaction.

    Returns how the triggers were kept from running. Refused: a database that holds anything a person recorded.
    """
    if not 1 <= size.cooperatives <= LARGEST:
        raise Refused(_("A simulation has 1 to %(largest)s co-ops.") % {"largest": LARGEST})
    with transaction.atomic():
        one_at_a_time()
        _refuse_real_rows()
        load_programme()
        world = world_of(size)
        with triggers_resting() as how:
            copy_organisations(world, tell, password=password)
            copy_premium(world, tell)
            copy_spending(world, tell)
            copy_learning(world, tell)
            copy_progress(world, tell)
            spent_of.cache_clear()
            sequences_behind_keys()
        if with_history:
            _add_history()
    return how


def settle() -> None:
    """Let the database count its rows and mark its pages, as it would by itself in time. Not inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def _refuse_real_rows() -> None:
    """Reference data may be there; people and what they recorded may not."""
    recorded = (
        User.objects.all(),
        Member.objects.all(),
        Expense.objects.filter(is_historic=False),
        Assembly.objects.filter(is_historic=False),
        PremiumReceived.objects.filter(is_historic=False),
        Attendance.objects.all(),
        HeadCount.objects.all(),
        Cooperative.objects.filter(is_example=True),
    )
    found = [str(rows.model._meta.verbose_name_plural) for rows in recorded if rows.exists()]
    if found:
        raise Refused(
            _("This database holds records of its own (%(names)s). A simulation goes into an empty one only.")
            % {"names": ", ".join(found)}
        )


def _add_history() -> None:
    """The event "created" of every expense, as the trigger would have written it."""
    events = Expense.pgh_event_model  # type: ignore[attr-defined]
    own = {field.column for field in Expense._meta.concrete_fields}
    columns = ", ".join(field.column for field in events._meta.concrete_fields if field.column in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {events._meta.db_table} ({columns}, pgh_created_at, pgh_label, pgh_obj_id) "  # noqa: S608
            f"SELECT {columns}, logged_at, 'insert', id FROM {Expense._meta.db_table} WHERE is_example"
        )
