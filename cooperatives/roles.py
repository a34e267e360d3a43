"""Who may do what, on one page.

A person has no rights of their own. They hold roles: in a programme, in a co-op, or over the whole installation
(administrator). Which rows they meet is another question, answered by `visible_to`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """One thing a person may do."""

    SEE_BOARD = "see the board"
    SEE_COOPERATIVE = "see a co-op's dossier, trainings, progress and certification"
    SEE_PREMIUM = "see the totals of the premium: received, committed, spent, left, and what it was used for"
    SEE_BOOKS = "read the books: sales, premium received, assemblies, plans, spending and vouchers"
    SEE_MEMBERS = "see the names of members and staff, and papers and remarks that may name them"
    LOG_EXPENSE = "log and correct spending"
    CHECK_EXPENSE = "check or return spending a colleague logged"
    VOID_EXPENSE = "void spending"
    KEEP_PREMIUM = "record sales, premium received, assemblies, plans and resolutions"
    CLOSE_YEAR = "report on the activities and close the year"
    PLAN_TRAINING = "plan, report and cancel trainings; keep modules and tests"
    TAKE_ROLL_CALL = "take roll call, count heads, enter scores and follow-up visits"
    KEEP_MEMBERS = "merge two entries of one person, remove a name on request"
    REPORT_PROGRESS = "report milestones reached and values measured"
    ACCEPT_PROGRESS = "accept or return what was reported, set due dates and targets"
    ANSWER_ASSESSMENT = "start, answer and submit the co-op's self-assessment"
    REVIEW_ASSESSMENT = "review or return a self-assessment a colleague submitted"
    KEEP_CERTIFICATION = "move a certification file, record audits, findings, certificates and permission to trade"
    SUBMIT_MEASURE = "propose corrective measures and submit their evidence"
    VERIFY_MEASURE = "verify or return a corrective measure somebody else submitted"
    INVITE_PEOPLE = "invite people and end their roles"
    SEE_HISTORY = "see who changed what and who read what, everywhere"
    USE_ADMIN = "edit records in the admin, see who holds which role"


class CooperativeRole(models.TextChoices):
    """What a person does for one co-op."""

    TREASURER = "treasurer", _("treasurer")
    MANAGER = "manager", _("co-op manager")
    OVERSIGHT = "oversight", _("oversight committee")


class ProgrammeRole(models.TextChoices):
    """What a person does for one programme and the co-ops enrolled in it."""

    MANAGER = "manager", _("program manager")
    TRAINER = "trainer", _("trainer")
    FUNDER = "funder", _("funder")


READ = frozenset({Permission.SEE_COOPERATIVE})
MONEY = frozenset({Permission.SEE_PREMIUM, Permission.SEE_BOOKS})
KEEP = frozenset(
    {
        Permission.SEE_MEMBERS,
        Permission.LOG_EXPENSE,
        Permission.VOID_EXPENSE,
        Permission.KEEP_PREMIUM,
        Permission.CLOSE_YEAR,
        Permission.TAKE_ROLL_CALL,
        Permission.KEEP_MEMBERS,
        Permission.REPORT_PROGRESS,
        Permission.ANSWER_ASSESSMENT,
        Permission.SUBMIT_MEASURE,
    }
)

COOPERATIVE_GRANTS: dict[str, frozenset[Permission]] = {
    CooperativeRole.TREASURER: READ | MONEY | KEEP,
    CooperativeRole.MANAGER: READ | MONEY | KEEP | {Permission.REVIEW_ASSESSMENT, Permission.INVITE_PEOPLE},
    CooperativeRole.OVERSIGHT: READ
    | MONEY
    | {Permission.SEE_MEMBERS, Permission.CHECK_EXPENSE, Permission.REVIEW_ASSESSMENT, Permission.VERIFY_MEASURE},
}

PROGRAMME_GRANTS: dict[str, frozenset[Permission]] = {
    ProgrammeRole.MANAGER: READ
    | MONEY
    | {
        Permission.SEE_BOARD,
        Permission.SEE_MEMBERS,
        Permission.PLAN_TRAINING,
        Permission.TAKE_ROLL_CALL,
        Permission.KEEP_MEMBERS,
        Permission.REPORT_PROGRESS,
        Permission.ACCEPT_PROGRESS,
        Permission.REVIEW_ASSESSMENT,
        Permission.KEEP_CERTIFICATION,
        Permission.VERIFY_MEASURE,
        Permission.INVITE_PEOPLE,
    },
    ProgrammeRole.TRAINER: READ
    | {Permission.SEE_BOARD, Permission.SEE_MEMBERS, Permission.PLAN_TRAINING, Permission.TAKE_ROLL_CALL},
    ProgrammeRole.FUNDER: READ | {Permission.SEE_BOARD, Permission.SEE_PREMIUM},
}

ADMINISTRATOR_GRANTS = frozenset(Permission)


def granting(permission: Permission) -> tuple[list[str], list[str]]:
    """The roles in a co-op, and those in a programme, that grant it."""
    return (
        [role for role, granted in COOPERATIVE_GRANTS.items() if permission in granted],
        [role for role, granted in PROGRAMME_GRANTS.items() if permission in granted],
    )


# Whom the holder of a role may invite, where they hold it; an administrator may invite anybody. A co-op manager, who
# logs spending, chooses nobody who checks it.
COOPERATIVE_INVITES: dict[str, tuple[CooperativeRole, ...]] = {
    CooperativeRole.MANAGER: (CooperativeRole.TREASURER, CooperativeRole.MANAGER),
}
PROGRAMME_INVITES: dict[str, tuple[ProgrammeRole, ...]] = {ProgrammeRole.MANAGER: tuple(ProgrammeRole)}
PROGRAMME_INVITES_TO_COOPERATIVES: dict[str, tuple[CooperativeRole, ...]] = {
    ProgrammeRole.MANAGER: tuple(CooperativeRole),
}

ADMINISTRATOR_SENTENCE = _(
    "Keeps people, roles and reference lists, corrects records in the admin; sees everything of all programmes."
)
COOPERATIVE_SENTENCES = {
    CooperativeRole.TREASURER: _(
        "Logs what was spent and corrects it, takes roll call, reports progress, answers self-assessments, submits "
        "corrective measures; sees everything of the co-op."
    ),
    CooperativeRole.MANAGER: _(
        "Runs the co-op's records: logs spending, takes roll call, reports progress, answers and reviews "
        "self-assessments, submits corrective measures; invites its treasurers and managers; "
        "sees everything of the co-op."
    ),
    CooperativeRole.OVERSIGHT: _(
        "Checks or returns spending, self-assessments and corrective measures of colleagues; makes none of them."
    ),
}
PROGRAMME_SENTENCES = {
    ProgrammeRole.MANAGER: _(
        "Plans trainings, sees where each co-op of the programme stands, accepts the progress it reports; keeps the "
        "certification files, reviews self-assessments, verifies corrective measures; invites people; "
        "changes no co-op's money."
    ),
    ProgrammeRole.TRAINER: _(
        "Plans and reports the programme's trainings, takes roll call, enters scores; sees the members of its co-ops, "
        "not their money."
    ),
    ProgrammeRole.FUNDER: _(
        "Reads the programme's results: progress, trainings, certification and the totals of the premium; no names, "
        "papers or vouchers."
    ),
}

# How each permission is said on the page for administrators.
IN_WORDS: Mapping[Permission, Any] = {
    Permission.SEE_BOARD: _("see the board"),
    Permission.SEE_COOPERATIVE: _("see a co-op's dossier, trainings, progress and certification"),
    Permission.SEE_PREMIUM: _(
        "see the totals of the premium: received, committed, spent, left, and what it was used for"
    ),
    Permission.SEE_BOOKS: _("read the books: sales, premium received, assemblies, plans, spending and vouchers"),
    Permission.SEE_MEMBERS: _("see the names of members and staff, and papers and remarks that may name them"),
    Permission.LOG_EXPENSE: _("log and correct spending"),
    Permission.CHECK_EXPENSE: _("check or return spending a colleague logged"),
    Permission.VOID_EXPENSE: _("void spending"),
    Permission.KEEP_PREMIUM: _("record sales, premium received, assemblies, plans and resolutions"),
    Permission.CLOSE_YEAR: _("report on the activities and close the year"),
    Permission.PLAN_TRAINING: _("plan, report and cancel trainings; keep modules and tests"),
    Permission.TAKE_ROLL_CALL: _("take roll call, count heads, enter scores and follow-up visits"),
    Permission.KEEP_MEMBERS: _("merge two entries of one person, remove a name on request"),
    Permission.REPORT_PROGRESS: _("report milestones reached and values measured"),
    Permission.ACCEPT_PROGRESS: _("accept or return what was reported, set due dates and targets"),
    Permission.ANSWER_ASSESSMENT: _("start, answer and submit the co-op's self-assessment"),
    Permission.REVIEW_ASSESSMENT: _("review or return a self-assessment a colleague submitted"),
    Permission.KEEP_CERTIFICATION: _(
        "move a certification file, record audits, findings, certificates and permission to trade"
    ),
    Permission.SUBMIT_MEASURE: _("propose corrective measures and submit their evidence"),
    Permission.VERIFY_MEASURE: _("verify or return a corrective measure somebody else submitted"),
    Permission.INVITE_PEOPLE: _("invite people and end their roles"),
    Permission.SEE_HISTORY: _("see who changed what and who read what, everywhere"),
    Permission.USE_ADMIN: _("edit records in the admin, see who holds which role"),
}
