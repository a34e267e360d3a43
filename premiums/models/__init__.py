"""The premium, from the sale to the voucher. Listed here because Django looks for models by this name."""

from premiums.models.activities import Activity
from premiums.models.assemblies import Assembly, AssemblyFile, AssemblyRule, PlannedAssembly
from premiums.models.expenses import Expense
from premiums.models.funds import Fund, PremiumPayment, PremiumReceived
from premiums.models.plans import Category, Plan
from premiums.models.rates import Rate
from premiums.models.resolutions import Allotment, Resolution
from premiums.models.sales import Sale
from premiums.models.spending import Spending
from premiums.models.versions import ActivityReport, PlanLine, PlanVersion
from premiums.models.vouchers import Voucher

__all__ = [
    "Activity",
    "ActivityReport",
    "Allotment",
    "Assembly",
    "AssemblyFile",
    "AssemblyRule",
    "Category",
    "Expense",
    "Fund",
    "Plan",
    "PlanLine",
    "PlanVersion",
    "PlannedAssembly",
    "PremiumPayment",
    "PremiumReceived",
    "Rate",
    "Resolution",
    "Sale",
    "Spending",
    "Voucher",
]
