"""Certification. Listed here because Django looks for models by this name."""

from certification.models.certificates import Certificate

__all__ = ["Certificate"]
