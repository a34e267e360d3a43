"""Attaching a voucher to an expense."""

from __future__ import annotations

from config.files import keep_file
from config.uploads import AcceptedFile
from cooperatives.models import User
from premiums.models import Expense, Voucher


def attach_voucher(*, expense: Expense, file: AcceptedFile, by: User, is_first: bool = False) -> Voucher:
    """Attach a file that `config.uploads.read_file` accepted; the same file a second time is attached once.

    Call it inside the transaction that writes the expense; `is_first` says that it has none yet. The database refuses
    it once the expense is checked.
    """
    return keep_file(
        Voucher,
        file=file,
        by=by,
        among=None if is_first else expense.vouchers.all(),
        cooperative_id=expense.cooperative_id,
        expense=expense,
        is_example=expense.is_example,
    )
