"""People and organisations. The package lists its models here because Django looks for them by this name."""

from cooperatives.models.cooperatives import Cooperative, Enrolment, StaffAssignment
from cooperatives.models.facts import Fact, Visit, VisitVisitor
from cooperatives.models.history import ChangeContext, DataRead
from cooperatives.models.invitations import Invitation
from cooperatives.models.members import Member
from cooperatives.models.people import User
from cooperatives.models.places import Place
from cooperatives.models.programmes import Partner, PartnerRole, Programme, ProgrammeAssignment
from cooperatives.models.schemes import Scheme

__all__ = [
    "ChangeContext",
    "Cooperative",
    "DataRead",
    "Enrolment",
    "Fact",
    "Invitation",
    "Member",
    "Partner",
    "PartnerRole",
    "Place",
    "Programme",
    "ProgrammeAssignment",
    "Scheme",
    "StaffAssignment",
    "User",
    "Visit",
    "VisitVisitor",
]
