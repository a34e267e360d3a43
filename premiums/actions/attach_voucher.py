"""Attaching a voucher to an expense."""

from __future__ import annotations

import hashlib
import uuid

from django.core.files.base import ContentFile
from django.utils import timezone

from config.uploads import ENDINGS, AcceptedFile
from cooperatives.models import User
from premiums.models import Expense, Voucher


def attach_voucher(*, expense: Expense, file: AcceptedFile, by: User) -> Voucher:
    """Attach a file that `config.uploads.read_file` accepted; the same file a second time is attached once.

    Call it inside the transaction that writes the expense. The database refuses it once the expense is checked.
    """
    fingerprint = hashlib.sha256(file.content).hexdigest()
    earlier = expense.vouchers.filter(sha256=fingerprint).first()
    if earlier:
        return earlier
    key = uuid.uuid4()
    return Voucher.objects.create(
        pk=key,
        cooperative_id=expense.cooperative_id,
        expense=expense,
        file=ContentFile(file.content, name=f"{key}{ENDINGS[file.content_type]}"),
        original_name=file.name,
        content_type=file.content_type,
        size=len(file.content),
        sha256=fingerprint,
        uploaded_by=by,
        uploaded_at=timezone.now(),
        is_example=expense.is_example,
    )
