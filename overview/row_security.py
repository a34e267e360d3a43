"""Which rows of which table exist for people held by the second wall, and what they may do with them, on one page.

A table whose rows belong to a co-op (a foreign key `cooperative`) needs no line here: held people see, add and change
the rows of their co-ops. Its history they only read. Everything else is named: co-op-owned tables that they only read
or may also remove rows of, tables that all share, tables of the people themselves, and what is hidden.
`tests/overview/test_row_security.py` asks every table for its place.
"""

from __future__ import annotations

from functools import cache

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from config import row_security
from config.row_security import KEEP, KEEP_AND_REMOVE, READ_AND_LOCK, Access
from cooperatives.scope import COOPERATIVES, FUNCTIONS, NOT_OF_STRANGERS, OF_THE_PERSON, OWN, OWN_OR_NOBODYS, among

# Rows of co-ops that their staff only read: others write them.
READ_ONLY = {
    "cooperatives.Enrolment",
    "cooperatives.StaffAssignment",
    "cooperatives.Fact",
    "cooperatives.Visit",
    "trainings.TrainingInvitation",
    "trainings.IndicatorBaseline",
    "trainings.IndicatorTarget",
    "certification.CertificationFile",
    "certification.Step",
    "certification.TradePermission",
    "certification.Certificate",
    "premiums.Spending",
    "trainings.PeopleTrained",
    "trainings.TrackReach",
}

# Rows of co-ops that their staff may also take away again; no history hangs on them alone.
REMOVED = {
    "trainings.Attendance",
    "trainings.HeadCount",
    "trainings.Score",
    "premiums.PlanLine",
}

# Lists that all share: the same for every co-op, and no secret.
SHARED = {
    "cooperatives.Partner",
    "cooperatives.PartnerRole",
    "cooperatives.Place",
    "cooperatives.Programme",
    "cooperatives.ProgrammeAssignment",
    "cooperatives.Scheme",
    "cooperatives.VisitVisitor",
    "trainings.Indicator",
    "trainings.Milestone",
    "trainings.Module",
    "trainings.Track",
    "premiums.Category",
    "premiums.Rate",
    "certification.Certifier",
    "certification.Correspondence",
    "certification.Criterion",
    "certification.Section",
    "certification.Standard",
    "certification.StandardVersion",
}

# A training exists for the co-ops invited to it, and all that hangs on it does.
_INVITED = f"(SELECT i.training_id FROM trainings_traininginvitation i WHERE i.{OWN})"  # noqa: S608 constants

SPECIAL = {
    "cooperatives.Cooperative": Access(f"id = {among(COOPERATIVES)}", READ_AND_LOCK),
    # The history of a co-op tells of the co-op itself, and of who was invited to it. Invitations are written outside
    # the wall, on the pages of people, see `outside_the_wall`.
    "cooperatives.CooperativeEvent": Access(f"pgh_obj_id = {among(COOPERATIVES)}"),
    "cooperatives.Invitation": Access(OWN),
    "cooperatives.InvitationEvent": Access(OWN),
    # What a person reads is written down in their name; of others they see nothing.
    "cooperatives.DataRead": Access(
        f"{OF_THE_PERSON.format(column='read_by_id')} AND {OWN_OR_NOBODYS}", ("SELECT", "INSERT", "UPDATE (rows)")
    ),
    # A name leaves the history as well when its person asks for it.
    "cooperatives.MemberEvent": Access(OWN, ("SELECT", "UPDATE (name, community, spoken_language, source)")),
    "cooperatives.User": Access(
        NOT_OF_STRANGERS.format(column="id"), ("SELECT", "UPDATE (language)"), OF_THE_PERSON.format(column="id")
    ),
    # Whoever enters scores may name the test they were taken with.
    "trainings.Instrument": Access("true", ("SELECT", "INSERT")),
    # Taking the roll locks a training, and the first mark makes it held.
    "trainings.Training": Access(f"id IN {_INVITED}", ("SELECT", "UPDATE (state)")),
    "trainings.TrainingModule": Access(f"training_id IN {_INVITED}"),
    "trainings.TrainingTrainer": Access(f"training_id IN {_INVITED}"),
    "trainings.TrainingSession": Access(f"training_id IN {_INVITED}"),
    "trainings.TrainingFile": Access(f"training_id IN {_INVITED}"),
    # The links of a programme are secrets of its people.
    "trainings.CalendarFeed": Access(OWN, KEEP),
    "trainings.CalendarFeedEvent": Access(OWN),
    "certification.ReminderOptOut": Access(OF_THE_PERSON.format(column="user_id"), KEEP_AND_REMOVE),
    "certification.ReminderDigest": Access(OF_THE_PERSON.format(column="user_id")),
    # Who did something and from which page.
    "pghistory.Context": Access(NOT_OF_STRANGERS.format(column="coalesce((metadata ->> 'user')::bigint, 0)")),
}

# Nothing of these: sessions, passwords' mail addresses, second factors, the admin's own tables.
HIDDEN_APPS = {"account", "admin", "auth", "contenttypes", "mfa", "sessions", "usersessions"}
HIDDEN = {
    "cooperatives.User_groups",
    "cooperatives.User_user_permissions",
}


class Unclassified(LookupError):
    """A table without its place on this page."""


@cache
def tables() -> dict[str, Access | None]:
    """Every table of the database, with what held people may do there; None hides it."""
    models_of_tables = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    return {model._meta.db_table: access_to(model) for model in models_of_tables}


def access_to(model: type[models.Model]) -> Access | None:
    """What held people may do with the rows of a model; refuses, as Unclassified, a model that nobody thought of."""
    label = model._meta.label
    if label in SPECIAL:
        return SPECIAL[label]
    if label in SHARED:
        return Access("true")
    if label in HIDDEN or model._meta.app_label in HIDDEN_APPS:
        return None
    tracked = getattr(model, "pgh_tracked_model", None)
    owner = _cooperative_field(model)
    if owner is None:
        if tracked is not None:
            return None
        raise Unclassified(f"{label} belongs to no co-op: name it in overview/row_security.py.")
    rows = OWN_OR_NOBODYS if owner.null else OWN
    if tracked is not None:
        return Access(rows)
    return Access(rows, READ_AND_LOCK if label in READ_ONLY else KEEP_AND_REMOVE if label in REMOVED else KEEP, OWN)


def _cooperative_field(model: type[models.Model]) -> models.Field[object, object] | None:
    try:
        field = model._meta.get_field("cooperative")
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.ForeignKey) else None


def build() -> int:
    """Bring the database to this page; says how many tables and functions changed."""
    return row_security.build(tables(), FUNCTIONS)


def faults() -> list[str]:
    """What of this page the database does not keep, one sentence each."""
    return row_security.faults(tables(), FUNCTIONS)
