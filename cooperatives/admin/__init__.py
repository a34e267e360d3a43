"""The admin of people and organisations, split by noun. Imported here because Django looks for it by this name."""

from cooperatives.admin import facts, organisations, people

__all__ = ["facts", "organisations", "people"]
