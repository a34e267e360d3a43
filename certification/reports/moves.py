"""The moves a file may make, what each will do, and why one is not possible now."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certification.models import CertificationFile
from certification.models.files import BARRED, FileState
from certification.reports.known import Known
from config.ui import number

WHAT_HAPPENS = {
    FileState.PREPARATION: gettext_lazy("The co-op answers its self-assessment."),
    FileState.APPLICATION: gettext_lazy("The co-op sent its application; the certifier accepts it or asks for more."),
    FileState.AUDIT: gettext_lazy("The certifier audits the co-op. Plan the audit on the page of the file."),
    FileState.CORRECTION: gettext_lazy("The co-op corrects what the audit found, and somebody else verifies it."),
    FileState.DECISION: gettext_lazy("The certifier has everything and decides."),
    FileState.CERTIFIED: gettext_lazy(
        "The co-op is certified from that day on. Record the certificate and permission to trade afterwards."
    ),
    FileState.SUSPENDED: gettext_lazy(
        "From that day on nothing may be sold on Fair Trade terms; permission to trade ends the same day."
    ),
    FileState.DECERTIFIED: gettext_lazy(
        "The certificate counts no more; permission to trade ends the same day. The co-op may enquire again."
    ),
    FileState.DENIED: gettext_lazy("The certifier said no; permission to trade ends. The co-op may enquire again."),
    FileState.WITHDRAWN: gettext_lazy("The co-op gave it up; permission to trade ends. It may enquire again."),
    FileState.ENQUIRY: gettext_lazy("The co-op asks anew, and the path starts again. The history stays."),
}


@dataclass(frozen=True)
class Move:
    """One arrow from the present state. `blocked` says with numbers why it can't be taken now; else it is empty."""

    to: FileState
    explanation: str
    blocked: str = ""

    @property
    def label(self) -> str:
        """The state it leads to."""
        return str(self.to.label)

    @property
    def bars_trade(self) -> bool:
        """Permission to trade ends with it, and it has to say why."""
        return self.to in BARRED


def moves(file: CertificationFile, known: Known) -> list[Move]:
    """The arrows from the present state of a file, in the order of the path."""
    return [Move(to, _explained(file, to), blocked_by(known, to)) for to in file.next_states]


def blocked_by(known: Known, to: FileState) -> str:
    """Why a file can't go there now, in numbers; empty when it can."""
    majors = len(known.open_majors)
    if to != FileState.CERTIFIED or not majors:
        return ""
    return trade_blocked(known)


def trade_blocked(known: Known) -> str:
    """Why neither certification nor permission to trade is possible now: open major non-conformities, counted."""
    majors = len(known.open_majors)
    if not majors:
        return ""
    words = ngettext("%s open major non-conformity", "%s open major non-conformities", majors)
    return words % number(majors)


def _explained(file: CertificationFile, to: FileState) -> str:
    if to == FileState.CERTIFIED and file.state == FileState.SUSPENDED:
        return _("The suspension is lifted. Permission to trade does not come back by itself: grant it again.")
    if to == FileState.PREPARATION and file.state == FileState.APPLICATION:
        return _("Back one stage: the co-op goes on with its self-assessment.")
    if to == FileState.AUDIT and file.state == FileState.CORRECTION:
        return _("Back one stage: the certifier comes again for a follow-up audit.")
    if to == FileState.CORRECTION and file.state == FileState.DECISION:
        return _("Back one stage: the certifier asks for more corrective measures.")
    return str(WHAT_HAPPENS[to])
