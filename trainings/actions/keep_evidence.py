"""Keeping the papers and photos behind a milestone or a measurement."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.utils import timezone

from config.uploads import ENDINGS, AcceptedFile
from cooperatives.models import User
from trainings.models import CooperativeMilestone, Evidence, Measurement


def keep_evidence(*, of: CooperativeMilestone | Measurement, files: Iterable[AcceptedFile], by: User) -> None:
    """Attach files that `config.uploads.read_file` accepted; the same file a second time is attached once.

    Call it inside the transaction that writes the row. The database refuses it once the row is accepted.
    """
    kept = set(of.files.values_list("sha256", flat=True))
    for file in files:
        fingerprint = hashlib.sha256(file.content).hexdigest()
        if fingerprint in kept:
            continue
        kept.add(fingerprint)
        key = uuid.uuid4()
        Evidence.objects.create(
            pk=key,
            cooperative_id=of.cooperative_id,
            milestone=of if isinstance(of, CooperativeMilestone) else None,
            measurement=of if isinstance(of, Measurement) else None,
            file=ContentFile(file.content, name=f"{key}{ENDINGS[file.content_type]}"),
            original_name=file.name,
            content_type=file.content_type,
            size=len(file.content),
            sha256=fingerprint,
            uploaded_by=by,
            uploaded_at=timezone.now(),
            is_example=of.is_example,
        )
