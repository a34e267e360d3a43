"""Recording premium that came in, and which sales it pays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Required, TypedDict, Unpack

import pghistory
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, broken_rule, explain
from config.ui import day, money_text, ratio
from cooperatives.models import Cooperative, User
from premiums.actions.log_expense import refuse_closed
from premiums.models import Fund, Plan, PremiumPayment, PremiumReceived, Sale
from premiums.models.sales import SaleState

CENT = Decimal("0.01")
TOLERANCE = Decimal("0.005")  # banks round, and take their part


class AlreadyRecorded(Refused):
    """The same premium seems to be recorded; `earlier` is the entry."""

    def __init__(self, text: str, earlier: PremiumReceived) -> None:
        super().__init__(text)
        self.earlier = earlier


class PremiumTerms(TypedDict, total=False):
    """What came in. `amount` is in the fund's currency; in another currency a rate gives it, and it may be left out."""

    received_on: Required[dt.date]
    payer: Required[str]
    amount: Decimal | None
    original_amount: Decimal | None
    original_currency: str
    rate: Decimal | None
    rate_on: dt.date | None
    rate_source: str


def record_premium(
    *,
    cooperative: Cooperative,
    payments: Mapping[Sale, Decimal] | None = None,
    is_another: bool = False,
    by: User,
    **terms: Unpack[PremiumTerms],
) -> PremiumReceived:
    """Record premium received, and join it to the sales it pays; the co-op's fund is made when it has none yet.

    `payments` are the parts of each sale, in the currency as paid. Refused: a future date, an amount that the rate does
    not give, parts beyond what was paid, a part for a cancelled sale or one of another co-op, a closed year; and the
    same day, payer and amount again, unless `is_another`.
    """
    try:
        with transaction.atomic(), pghistory.context(user=by.pk):
            received = _received(_locked_fund(cooperative, terms["received_on"]), terms)
            received.recorded_by, received.recorded_at = by, timezone.now()
            refuse_future_premium(received)
            if not is_another:
                _refuse_twin(received)
            received.save()
            _pay(received, payments or {})
            return received
    except DatabaseError as error:
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error


def _received(fund: Fund, terms: PremiumTerms) -> PremiumReceived:
    """The entry, not saved. Money paid in the fund's own currency needs no rate, and keeps none."""
    received = PremiumReceived(
        fund=fund, cooperative=fund.cooperative, received_precision=DatePrecision.DAY, is_example=fund.is_example
    )
    for name, value in terms.items():
        setattr(received, name, value)
    if received.original_currency in ("", fund.currency):
        received.amount = received.paid
        received.original_amount, received.original_currency = None, ""
        received.rate, received.rate_on, received.rate_source = None, None, ""
    else:
        received.amount = converted(received)
    if received.amount is None:
        raise Refused(_("Premium received has an amount above zero."))
    return received


def _locked_fund(cooperative: Cooperative, received_on: dt.date) -> Fund:
    """The fund, made when it is missing; locked, so that two receipts are recorded one after the other.

    The plan of that day is locked before it, as closing a year does, so that none waits in a ring.
    """
    plans = Plan.objects.filter(cooperative=cooperative, starts_on__lte=received_on, ends_on__gte=received_on)
    for plan in plans.order_by("pk").select_for_update(no_key=True):
        refuse_closed(plan, _("Check the date; if it is right, take it to the next assembly."))
    Fund.objects.get_or_create(
        cooperative=cooperative,
        defaults={"currency": cooperative.currency, "is_example": cooperative.is_example},
    )
    funds = Fund.objects.select_related("cooperative").select_for_update(of=("self",), no_key=True)
    return funds.get(cooperative=cooperative)


def converted(received: PremiumReceived) -> Decimal:
    """The amount in the fund's currency; refused when it was typed and lies more than half a percent off."""
    typed = received.amount
    parts = (received.original_amount, received.rate, received.rate_on, received.rate_source)
    if received.original_amount is None or received.rate is None or not all(parts):
        raise Refused(
            _("Money paid in %(currency)s needs the amount as paid, the exchange rate, its date and its source.")
            % {"currency": received.original_currency}
        )
    computed = (received.original_amount * received.rate).quantize(CENT, ROUND_HALF_UP)
    if typed is not None and abs(typed - computed) > computed * TOLERANCE:
        raise Refused(
            _(
                "%(original)s at %(rate)s are %(computed)s, but %(typed)s were typed. Check the amount and the rate, "
                "or leave the amount in %(currency)s empty."
            )
            % {
                "original": money_text(received.original_amount, received.original_currency),
                "rate": ratio(received.rate),
                "computed": money_text(computed, received.fund.currency),
                "typed": money_text(typed, received.fund.currency),
                "currency": received.fund.currency,
            }
        )
    return computed if typed is None else typed


def refuse_future_premium(received: PremiumReceived) -> None:
    """Refuse dates that have not come yet at the co-op."""
    today = received.cooperative.today()
    if received.received_on and received.received_on > today:
        raise Refused(_("The date lies in the future. Record premium on the day it came in, or later."))
    if received.rate_on and received.rate_on > today:
        raise Refused(_("The date of the exchange rate lies in the future."))


def _refuse_twin(received: PremiumReceived) -> None:
    same = {name: getattr(received, name) for name in ("fund", "received_on", "payer", "amount", "original_amount")}
    earlier = PremiumReceived.objects.filter(**same).first()
    if earlier:
        text = _("The same is recorded already: %(amount)s from %(payer)s, received %(on)s.") % {
            "amount": money_text(_paid(earlier), _paid_currency(earlier)),
            "payer": earlier.payer,
            "on": day(earlier.received_on),
        }
        raise AlreadyRecorded(text, earlier)


def _pay(received: PremiumReceived, payments: Mapping[Sale, Decimal]) -> None:
    """Join the receipt to the sales it pays, each with its part."""
    total = sum(payments.values(), Decimal(0))
    if total > _paid(received):
        raise Refused(
            _("The parts for the sales come to %(total)s, but %(paid)s were received. Lower one of them.")
            % {
                "total": money_text(total, _paid_currency(received)),
                "paid": money_text(_paid(received), _paid_currency(received)),
            }
        )
    # In the order of their keys, so that two never wait for each other.
    sales = Sale.objects.filter(pk__in=[sale.pk for sale in payments]).order_by("pk").select_for_update(no_key=True)
    parts = {sale.pk: part for sale, part in payments.items()}
    for sale in sales:
        if sale.state == SaleState.CANCELLED:
            raise Refused(
                _("The contract %(sale)s was cancelled, so no premium is due for it.")
                % {"sale": sale.contract_number or "–"}
            )
        PremiumPayment.objects.create(
            cooperative_id=received.cooperative_id,
            premium_received=received,
            sale=sale,
            amount=parts[sale.pk],
            is_example=received.is_example or sale.is_example,
        )


def _paid(received: PremiumReceived) -> Any:
    return received.paid or Decimal(0)


def _paid_currency(received: PremiumReceived) -> str:
    return received.original_currency or received.fund.currency
