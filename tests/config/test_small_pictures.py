"""Photos beside their names in lists: small ones, made once, to those who may have the file."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from certification.actions.attach import attach
from certification.models import CertificationFile
from config.thumbnails import TINY
from config.uploads import read_file
from cooperatives.models import Cooperative, User
from premiums.actions.attach_voucher import attach_voucher
from premiums.actions.record_assembly import attach_assembly_file
from tests.factories import AssemblyFactory, ExpenseFactory
from tests.factories_certification import file_in
from tests.factories_progress import MeasurementFactory
from tests.factories_trainings import TrainingFactory
from trainings.actions.attach_file import attach_file
from trainings.actions.keep_evidence import keep_evidence
from trainings.models import Evidence

pytestmark = pytest.mark.django_db


def photo() -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.effect_noise((900, 1200), 40).convert("RGB").save(content, "JPEG")
    return SimpleUploadedFile("foto.jpg", content.getvalue(), "image/jpeg")


@pytest.fixture
def pages(cooperative: Cooperative, treasurer: User, activity: Any) -> dict[str, tuple[str, str]]:
    """A photo of each kind: the page that lists it, and its own address."""
    assembly = AssemblyFactory.create(cooperative=cooperative)
    minutes = attach_assembly_file(assembly=assembly, kind="minutes", file=read_file(photo()), by=treasurer)
    case = file_in("enquiry", cooperative=cooperative, by=treasurer)
    step = CertificationFile.objects.get(pk=case.pk).steps.last()
    assert step
    paper = attach(to=step, file=read_file(photo()), by=treasurer)
    value = MeasurementFactory.create(cooperative=cooperative)
    keep_evidence(of=value, files=[read_file(photo())], by=value.entered_by)
    slug = cooperative.slug
    return {
        "assembly": (
            reverse("premiums:assembly_detail", args=[slug, assembly.pk]),
            reverse("premiums:assembly_file", args=[slug, minutes.pk]),
        ),
        "certification": (
            reverse("certification:file_detail", args=[slug, case.pk]),
            reverse("certification:attachment_file", args=[paper.pk]),
        ),
        "evidence": (
            reverse("trainings:measurement_detail", args=[slug, value.pk]),
            reverse("trainings:evidence_file", args=[Evidence.objects.get(measurement=value).pk]),
        ),
    }


@pytest.mark.parametrize("kind", ["assembly", "certification", "evidence"])
def test_list_shows_a_small_picture_and_the_file_itself_stays_whole(
    client: Client, outsider: User, treasurer: User, pages: dict[str, tuple[str, str]], kind: str, settings: Any
) -> None:
    page, address = pages[kind]
    client.force_login(treasurer)
    assert f'<img src="{address}?small"' in client.get(page).content.decode()
    answer = client.get(f"{address}?small")
    assert answer["Content-Type"] == "image/webp"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "private" in answer["Cache-Control"]
    content = b"".join(answer)  # type: ignore[call-overload]
    assert max(Image.open(io.BytesIO(content)).size) == TINY
    assert len(content) < 10_000
    whole = client.get(address)
    assert Image.open(io.BytesIO(b"".join(whole))).size == (900, 1200)  # type: ignore[call-overload]
    assert len(list(Path(settings.THUMBNAIL_ROOT).iterdir())) == 1
    client.force_login(outsider)
    assert client.get(f"{address}?small").status_code == 404


def test_files_of_a_training_have_small_pictures_too(client: Client, manager: User, programme: Any) -> None:
    training = TrainingFactory.create(programme=programme)
    kept = attach_file(training=training, kind="photo", file=read_file(photo()), by=manager)
    client.force_login(manager)
    address = reverse("trainings:training_file", args=[kept.pk])
    page = client.get(reverse("trainings:programme_training_detail", args=[programme.slug, training.pk]))
    assert f'<img src="{address}?small"' in page.content.decode()
    with closing(client.get(f"{address}?small")) as answer:
        assert answer["Content-Type"] == "image/webp"


def test_a_pdf_has_no_small_picture(client: Client, treasurer: User, activity: Any) -> None:
    expense = ExpenseFactory.create(activity=activity)
    file = read_file(SimpleUploadedFile("a.pdf", b"%PDF-1.4\n%%EOF", "application/pdf"))
    voucher = attach_voucher(expense=expense, file=file, by=expense.logged_by)
    client.force_login(treasurer)
    with closing(client.get(reverse("premiums:voucher_file", args=[voucher.pk]) + "?small")) as answer:
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("attachment")
