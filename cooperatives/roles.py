"""Who may do what, on one page.

A person has no rights of their own. They hold roles: in a programme, in a co-op, or over the whole installation
(administrator). Which rows they meet is another question, answered by `visible_to`.
"""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """One thing a person may do."""

    SEE_BOARD = "see the board"
    SEE_COOPERATIVE = "see a co-op's dossier, premium and spending"
    SEE_MEMBERS = "see the names of members and staff"
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
    USE_ADMIN = "edit records in the admin"


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
    CooperativeRole.TREASURER: READ | KEEP,
    CooperativeRole.MANAGER: READ | KEEP | {Permission.REVIEW_ASSESSMENT},
    CooperativeRole.OVERSIGHT: READ
    | {Permission.SEE_MEMBERS, Permission.CHECK_EXPENSE, Permission.REVIEW_ASSESSMENT, Permission.VERIFY_MEASURE},
}

PROGRAMME_GRANTS: dict[str, frozenset[Permission]] = {
    ProgrammeRole.MANAGER: READ
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
    },
    ProgrammeRole.TRAINER: READ | {Permission.SEE_BOARD, Permission.SEE_MEMBERS, Permission.TAKE_ROLL_CALL},
    ProgrammeRole.FUNDER: READ | {Permission.SEE_BOARD},
}

ADMINISTRATOR_GRANTS = frozenset(Permission)


def granting(permission: Permission) -> tuple[list[str], list[str]]:
    """The roles in a co-op, and those in a programme, that grant it."""
    return (
        [role for role, granted in COOPERATIVE_GRANTS.items() if permission in granted],
        [role for role, granted in PROGRAMME_GRANTS.items() if permission in granted],
    )


SENTENCES = {
    CooperativeRole.TREASURER: _(
        "Logs what was spent and corrects it, takes roll call, reports progress, answers self-assessments, submits "
        "corrective measures; sees everything of the co-op."
    ),
    CooperativeRole.MANAGER: _(
        "Runs the co-op's records: logs spending, takes roll call, reports progress, answers and reviews "
        "self-assessments, submits corrective measures; sees everything of the co-op."
    ),
    CooperativeRole.OVERSIGHT: _(
        "Checks or returns spending, self-assessments and corrective measures of colleagues; makes none of them."
    ),
    ProgrammeRole.MANAGER: _(
        "Plans trainings, sees where each co-op of the programme stands, accepts the progress it reports; keeps the "
        "certification files, reviews self-assessments, verifies corrective measures; changes no co-op's money."
    ),
    ProgrammeRole.TRAINER: _("Sees the co-ops of the programme, takes roll call at its trainings, enters scores."),
    ProgrammeRole.FUNDER: _("Reads the programme's results, without personal data."),
}
