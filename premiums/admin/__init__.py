"""The admin of the premium, split by noun. Imported here because Django looks for it by this name."""

from premiums.admin import assemblies, expenses, funds, plans, sales, versions

__all__ = ["assemblies", "expenses", "funds", "plans", "sales", "versions"]
