"""The admin of certification, split by noun. Imported here because Django looks for it by this name."""

from certification.admin import certificates

__all__ = ["certificates"]
