"""What a co-op spent in a year on a category: stored totals, kept by the triggers of `ledger.py`.

Without them the use of the premium would add up every expense of every co-op each time somebody looks.
"""

from __future__ import annotations

from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models import Cooperative
from premiums.models.plans import Category

# The totals as the rows give them. A row is an example when all it counts is one.
FROM_ROWS = (
    "SELECT bool_and(e.is_example) AS is_example, e.cooperative_id, extract(year FROM e.spent_on)::smallint AS year, "
    "a.category_id, coalesce(sum(e.amount), 0) AS amount, count(*) FILTER (WHERE e.amount IS NULL) AS without_amount "
    "FROM premiums_expense e JOIN premiums_activity a ON a.id = e.activity_id WHERE e.state <> 'voided' "
    "GROUP BY e.cooperative_id, extract(year FROM e.spent_on)::smallint, a.category_id"
)

# Every total that has no row yet: after new co-ops were loaded with triggers at rest.
FILL = (
    "INSERT INTO premiums_spending (is_example, cooperative_id, year, category_id, amount, without_amount) "
    f"{FROM_ROWS} ON CONFLICT DO NOTHING"
)

# The totals of some co-ops that still count something, after rows were removed with triggers at rest.
ADD_AGAIN = (
    "UPDATE premiums_spending s SET amount = r.amount, without_amount = r.without_amount "
    f"FROM ({FROM_ROWS}) r WHERE s.cooperative_id = ANY(%s) AND r.cooperative_id = s.cooperative_id "
    "AND r.year IS NOT DISTINCT FROM s.year AND r.category_id IS NOT DISTINCT FROM s.category_id"
)


@pghistory.track(exclude=["amount", "without_amount"])
class Spending(Record):
    """What the expenses of a co-op come to in a year on a category, in the currency of its fund; voided ones do not.

    Year and category may not be recorded. `without_amount` is how many more expenses there are without an amount.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="spending", verbose_name=_("co-op"))
    year = models.PositiveSmallIntegerField(_("year"), null=True, editable=False)
    category = models.ForeignKey(
        Category, models.PROTECT, related_name="spending", null=True, editable=False, verbose_name=_("use category")
    )
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, default=Decimal(0), editable=False)
    without_amount = models.PositiveIntegerField(_("expenses without an amount"), default=0, editable=False)

    class Meta:
        verbose_name = _("spending of a year")
        verbose_name_plural = _("spending by year")
        ordering = ("cooperative", "year", "category")
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "year", "category"),
                nulls_distinct=False,
                name="spending_once",
                violation_error_message=_("The spending of this co-op, year and category is added up already."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="spending_not_negative",
                violation_error_message=_("A total of the spending would fall below zero."),
            ),
        )
        triggers = (
            Rule(
                name="spending_from_expenses",
                sentence=_("This total follows from the expenses, it is not written by hand."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                # Asked before the function is called, since every expense comes by here.
                condition=pgtrigger.Condition("pg_trigger_depth() < 1"),
                func=refuse_when("true", "spending_from_expenses") + " RETURN NULL;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.year or '–'}, {self.category or '–'}: {self.amount}"
