"""The admin of certification, split by noun. Imported here because Django looks for it by this name."""

from certification.admin import audits, certificates, criteria, files, reminders, standards

__all__ = ["audits", "certificates", "criteria", "files", "reminders", "standards"]
