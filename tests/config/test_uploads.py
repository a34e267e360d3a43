"""Uploads never execute: disguised files are refused on every field, what is kept is only the picture."""

from __future__ import annotations

import datetime as dt
import io
import stat
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageCms

from certification.models import Attachment
from config.errors import Refused
from config.files import file_models, stored_bytes
from config.uploads import AcceptedFile, read_file, refuse_disguised_table
from cooperatives.models import Cooperative, Programme, User
from premiums.actions.attach_voucher import attach_voucher
from premiums.models import Activity, AssemblyFile, Voucher
from tests import factories, factories_certification, factories_progress
from tests.disguises import DISGUISED, PDF, SCRIPT, disguised, picture, workbook_bomb
from trainings.models import Evidence, TrainingFile


def upload(content: bytes, name: str = "nota.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


@pytest.mark.parametrize("which", DISGUISED)
def test_disguised_files_are_refused(which: str) -> None:
    with pytest.raises(Refused):
        read_file(disguised(which))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_a_picture_brings_along_is_not_kept(form: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (15.0, 52.0, 21.0)
    exif[0x010E] = SCRIPT.decode()
    notes: dict[str, Any] = {"comment": SCRIPT} if form == "JPEG" else {}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + SCRIPT
    sent = picture(form, exif=exif, icc_profile=profile, **notes) + SCRIPT
    assert SCRIPT in sent
    kept = read_file(upload(sent))
    assert SCRIPT not in kept.content
    with Image.open(io.BytesIO(kept.content)) as shown:
        assert not shown.getexif()
        assert "icc_profile" not in shown.info
        assert "comment" not in shown.info


def test_colours_stay_as_they_looked() -> None:
    image = Image.new("P", (8, 8))
    image.putpalette([10, 200, 30] * 256)
    content = io.BytesIO()
    image.save(content, "PNG", transparency=3)
    with Image.open(io.BytesIO(read_file(upload(content.getvalue())).content)) as kept:
        assert kept.convert("RGB").getpixel((1, 1)) == (10, 200, 30)


# Every field ----------------------------------------------------------------------------------------------------------

Sender = Callable[[Any], Any]


@pytest.fixture
def fields(
    db: None, client: Client, cooperative: Cooperative, programme: Programme, activity: Activity, admin: User
) -> dict[str, Sender]:
    """For each upload field of the site, a function that sends a file to it."""
    client.force_login(admin)
    assembly = factories.AssemblyFactory.create(cooperative=cooperative)
    workshop = factories.TrainingFactory.create(programme=programme)
    milestone = factories_progress.MilestoneFactory.create()
    file = factories_certification.CertificationFileFactory.create(cooperative=cooperative)
    step = factories_certification.StepFactory.create(file=file)
    expense = {"activity": activity.pk, "amount": "1", "spent_on": "2013-06-01", "payee": "P", "purpose": "Q"}
    version = factories_certification.StandardVersionFactory.create()

    def to(name: str, *keys: Any, **form: Any) -> Sender:
        field = next(key for key, value in form.items() if value is None)
        return lambda sent: client.post(reverse(name, args=keys), form | {field: sent})

    slug = cooperative.slug
    return {
        "voucher": to("premiums:expense_create", slug, vouchers=None, form_key=str(uuid.uuid4()), **expense),
        "assembly": to("premiums:assembly_attach", slug, assembly.pk, kind="minutes", file=None),
        "training": to("trainings:training_attach", programme.slug, workshop.pk, kind="photo", file=None),
        "evidence": to(
            "trainings:milestone_report",
            slug,
            milestone.slug,
            reached_on="2013-06-01",
            reached_precision="day",
            evidence="Acta",
            papers=None,
        ),
        "certification": to("certification:paper_create", slug, file.pk, subject=f"step-{step.pk}", papers=None),
        "import": to("admin:certification_criterion_import", version=version.pk, resource="0", import_file=None),
    }


@pytest.mark.parametrize("field", ["voucher", "assembly", "training", "evidence", "certification", "import"])
def test_no_field_keeps_a_disguised_file(fields: dict[str, Sender], field: str) -> None:
    for which in DISGUISED:
        name = "lista.xlsx" if field == "import" else "nota.jpg"
        answer = fields[field](disguised(which, name))
        assert answer.status_code in (200, 422), which
        assert b"alert(1)</script>" not in answer.content
    assert not [model for model in file_models() if model._base_manager.exists()]


@pytest.mark.parametrize("field", ["voucher", "assembly", "training", "evidence", "certification"])
def test_every_field_keeps_a_true_photo(fields: dict[str, Sender], field: str) -> None:
    answer = fields[field](upload(picture()))
    assert answer.status_code == 302, getattr(answer, "context", None) and answer.context["form"].errors
    kept = [model for model in file_models() if model._base_manager.exists()]
    wanted = {"voucher": Voucher, "assembly": AssemblyFile, "training": TrainingFile, "evidence": Evidence}
    assert kept == [wanted.get(field, Attachment)]


def test_a_list_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(Refused, match="too large once it is unpacked"):
        refuse_disguised_table(SimpleUploadedFile("lista.xlsx", workbook_bomb()))
    with pytest.raises(Refused, match="can't be read"):
        refuse_disguised_table(SimpleUploadedFile("lista.csv", b"PK\x03\x04 no text"))


# Serving --------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "shown"), [(PDF, "attachment"), (picture(), "inline")])
def test_a_stored_file_runs_nothing(
    client: Client, activity: Activity, treasurer: User, content: bytes, shown: str
) -> None:
    expense = factories.ExpenseFactory.create(activity=activity)
    voucher = attach_voucher(expense=expense, file=read_file(upload(content, 'a\r\nb"<c>.jpg')), by=treasurer)
    client.force_login(treasurer)
    answer = client.get(reverse("premiums:voucher_file", args=[voucher.pk]))
    with closing(answer):
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith(shown)
        assert answer["Cache-Control"] == "private, max-age=86400, immutable"
        assert not set("\r\n<>") & set(answer["Content-Disposition"])


# Room -----------------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_file_beyond_the_room_of_the_co_op_is_refused(settings: Any, activity: Activity, treasurer: User) -> None:
    settings.UPLOAD_QUOTA = 1500
    expense = factories.ExpenseFactory.create(activity=activity)
    attach_voucher(expense=expense, file=AcceptedFile(b"x" * 1000, "image/jpeg", "a.jpg"), by=treasurer)
    with pytest.raises(Refused, match="there is room for 1 kB"):
        attach_voucher(expense=expense, file=AcceptedFile(b"y" * 1000, "image/jpeg", "b.jpg"), by=treasurer)
    assert stored_bytes(expense.cooperative_id) == 1000


@pytest.mark.django_db
def test_the_room_counts_the_files_of_all_tables(cooperative: Cooperative, treasurer: User) -> None:
    factories.AssemblyFileFactory.create(assembly__cooperative=cooperative, size=300)
    factories_progress.EvidenceFactory.create(
        cooperative=cooperative,
        measurement=factories_progress.MeasurementFactory.create(cooperative=cooperative),
        size=20,
    )
    assert stored_bytes(cooperative.pk) == 320


@pytest.mark.django_db(transaction=True)
def test_two_uploads_at_once_do_not_pass_the_room(settings: Any, activity: Activity, treasurer: User) -> None:
    settings.UPLOAD_QUOTA = 5000
    expenses = factories.ExpenseFactory.create_batch(12, activity=activity, amount=1)
    start, refused = threading.Barrier(len(expenses)), []

    def send(expense: Any) -> None:
        start.wait()
        try:
            with transaction.atomic():
                attach_voucher(expense=expense, file=AcceptedFile(b"x" * 1000, "image/jpeg", "a.jpg"), by=treasurer)
        except Refused as refusal:
            refused.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[expense]) for expense in expenses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (stored_bytes(activity.cooperative_id), len(refused)) == (5000, 7)


# The scanner ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def scan_with(tmp_path: Path, settings: Any) -> Iterator[Callable[[str], Path]]:
    """A function that sets a scanner: a small program that finds its file as its last argument."""

    def write(body: str) -> Path:
        program = tmp_path / "scanner"
        program.write_text(f"#!{sys.executable}\nimport sys, time\ncontent = open(sys.argv[-1], 'rb').read()\n{body}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        settings.SCAN_COMMAND = f"{program} --fdpass"
        return program

    return write


def test_what_the_scanner_finds_is_refused(scan_with: Callable[[str], Path]) -> None:
    scan_with("sys.exit(1 if b'EICAR' in content else 0)")
    assert read_file(upload(PDF, "a.pdf")).content == PDF
    with pytest.raises(Refused, match="virus scanner found something harmful in “a"):
        read_file(upload(b"%PDF-1.4 EICAR %%EOF", "a.pdf"))
    with pytest.raises(Refused, match="virus scanner"):
        refuse_disguised_table(SimpleUploadedFile("lista.csv", b"EICAR"))


@pytest.mark.parametrize("body", ["sys.exit(2)", "time.sleep(60)"])
def test_without_a_verdict_nothing_is_kept(scan_with: Callable[[str], Path], settings: Any, body: str) -> None:
    scan_with(body)
    settings.SCAN_SECONDS = 2
    begun = dt.datetime.now(dt.UTC)
    with pytest.raises(Refused, match="could not be checked for viruses"):
        read_file(upload(PDF, "a.pdf"))
    assert dt.datetime.now(dt.UTC) - begun < dt.timedelta(seconds=15)


def test_a_scanner_that_is_not_there_keeps_nothing(settings: Any) -> None:
    settings.SCAN_COMMAND = "/nowhere/clamdscan"
    with pytest.raises(Refused, match="could not be checked"):
        read_file(upload(PDF, "a.pdf"))
