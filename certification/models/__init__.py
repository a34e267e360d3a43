"""Certification. Listed here because Django looks for models by this name."""

from certification.models.answers import Answer
from certification.models.attachments import Attachment
from certification.models.audits import Assessment
from certification.models.certificates import Certificate
from certification.models.criteria import Correspondence, Criterion, Section
from certification.models.files import CertificationFile, Step
from certification.models.findings import NonConformity
from certification.models.permissions import TradePermission
from certification.models.reminders import ReminderDigest, ReminderOptOut
from certification.models.standards import Certifier, Standard, StandardVersion

__all__ = [
    "Answer",
    "Assessment",
    "Attachment",
    "Certificate",
    "CertificationFile",
    "Certifier",
    "Correspondence",
    "Criterion",
    "NonConformity",
    "ReminderDigest",
    "ReminderOptOut",
    "Section",
    "Standard",
    "StandardVersion",
    "Step",
    "TradePermission",
]
