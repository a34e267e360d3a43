"""The premium, from the sale to the voucher. Listed here because Django looks for models by this name."""

from premiums.models.assemblies import Allotment, Assembly, Resolution
from premiums.models.expenses import Expense, Voucher
from premiums.models.funds import Fund, PremiumReceived
from premiums.models.plans import Activity, Category, Plan
from premiums.models.sales import Sale

__all__ = [
    "Activity",
    "Allotment",
    "Assembly",
    "Category",
    "Expense",
    "Fund",
    "Plan",
    "PremiumReceived",
    "Resolution",
    "Sale",
    "Voucher",
]
