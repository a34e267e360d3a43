"""Recording a sale on Fair Trade terms; the rate of its signing date says what premium is due."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from typing import TypedDict, Unpack

import pghistory
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, broken_rule, explain
from config.ui import number
from cooperatives.models import Cooperative, Scheme, User
from premiums.models import Fund, Rate, Sale
from premiums.models.rates import region_of

CENT = Decimal("0.01")
CHOOSES_RATE = ("scheme", "form", "signed_on", "signed_precision")
LAST_MONTH = {DatePrecision.YEAR: 12, DatePrecision.EARLY: 9, DatePrecision.LATE: 12}


class SaleTerms(TypedDict, total=False):
    """What a contract says; what is not known is left out, None or empty."""

    contract_number: str
    buyer: str
    signed_on: dt.date | None
    signed_precision: str
    scheme: Scheme | None
    form: str
    is_organic: bool
    bags: int | None
    bag_kg: Decimal | None
    quantity_kg: Decimal | None
    price: Decimal | None
    price_currency: str
    shipped_on: dt.date | None
    paid_on: dt.date | None
    state: str
    note: str


def record_sale(*, cooperative: Cooperative, by: User, **terms: Unpack[SaleTerms]) -> Sale:
    """Record a sale; bags times kg a bag give the quantity, the signing date gives the rate.

    A date with a precision is its first day; without one it is known to the day. Refused: a contract number the co-op
    has already, a date that has not come yet, bags and kg that disagree. A sale without a rate is kept, and flagged.
    """
    sale = Sale(cooperative=cooperative, is_example=has_examples(cooperative))
    return _write(sale, terms, by)


def update_sale(*, sale: Sale, by: User, **terms: Unpack[SaleTerms]) -> Sale:
    """Change what a sale says, given in `terms`; refused as in `record_sale`. A cancelled sale stays readable.

    The rate is chosen anew when scheme, form or signing date change, when there was none, and when it was superseded.
    """
    return _write(sale, terms, by)


def _write(sale: Sale, terms: SaleTerms, by: User) -> Sale:
    try:
        with transaction.atomic(), pghistory.context(user=by.pk):
            if sale.pk:
                sale = Sale.objects.select_for_update(of=("self",)).select_related("cooperative").get(pk=sale.pk)
            before = _chooses_rate(sale)
            for name, value in terms.items():
                setattr(sale, name, value)
            if "signed_on" in terms:
                sale.signed_precision = terms.get("signed_precision") or DatePrecision.DAY if sale.signed_on else ""
            if {"bags", "bag_kg"} & set(terms) and "quantity_kg" not in terms:
                sale.quantity_kg = None if sale.bags and sale.bag_kg else sale.quantity_kg
            complete_sale(sale, choose_rate=_chooses_rate(sale) != before or _needs_rate(sale))
            sale.save()
            sale.refresh_from_db(fields=["premium_due", "quality_due"])
            return sale
    except DatabaseError as error:
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error


def complete_sale(sale: Sale, *, choose_rate: bool) -> None:
    """Fill in what follows from the rest, before the sale is saved: quantity and, where asked, the rate."""
    refuse_future_sale(sale)
    sale.quantity_kg = weigh(sale.bags, sale.bag_kg, sale.quantity_kg)
    if choose_rate:
        sale.rate = rate_for(sale)


def weigh(bags: int | None, bag_kg: Decimal | None, quantity_kg: Decimal | None) -> Decimal | None:
    """Net kg: bags times kg a bag, or as typed. Refused when both are known and disagree."""
    if bags is None or bag_kg is None:
        return quantity_kg
    computed = (bags * bag_kg).quantize(CENT)
    if quantity_kg is not None and quantity_kg != computed:
        raise Refused(
            _(
                "%(bags)s bags of %(bag_kg)s kg are %(computed)s kg, but %(typed)s kg were typed. Correct one of the "
                "three, or leave the quantity in kg empty."
            )
            % {
                "bags": number(bags),
                "bag_kg": number(bag_kg, 2),
                "computed": number(computed, 2),
                "typed": number(quantity_kg, 2),
            }
        )
    return computed


def rate_for(sale: Sale) -> Rate | None:
    """The rate in force when the contract was signed; None when none is recorded, or the date leaves it open."""
    region = region_of(sale.cooperative.country_code)
    first, last = (
        Rate.objects.in_force(scheme=sale.scheme, form=sale.form, region=region, on=day) for day in signing_period(sale)
    )
    return first if first == last else None


def signing_period(sale: Sale) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day on which the contract may have been signed."""
    first = sale.signed_on
    if first is None or sale.signed_precision == DatePrecision.DAY:
        return first, first
    month = LAST_MONTH.get(DatePrecision(sale.signed_precision), first.month)
    return first, dt.date(first.year, month, calendar.monthrange(first.year, month)[1])


def refuse_future_sale(sale: Sale) -> None:
    """Refuse dates that have not come yet at the co-op."""
    today = sale.cooperative.today()
    dates = {
        _("signed"): sale.signed_on,
        _("shipped"): sale.shipped_on,
        _("paid"): sale.paid_on,
    }
    for what, on in dates.items():
        if on and on > today:
            raise Refused(_("The date “%(what)s” lies in the future. Record it once it has happened.") % {"what": what})


def has_examples(cooperative: Cooperative) -> bool:
    """What is recorded at an example, or for the fund of one, is an example too."""
    return cooperative.is_example or Fund.objects.filter(cooperative=cooperative, is_example=True).exists()


def _chooses_rate(sale: Sale) -> tuple[object, ...]:
    return tuple(getattr(sale, name) for name in CHOOSES_RATE)


def _needs_rate(sale: Sale) -> bool:
    return sale.rate is None or sale.rate.successor_id is not None
