"""Vouchers: accepted by what they are, kept outside the web root, shown only to who may see the expense."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from config.errors import Refused
from config.uploads import read_file
from cooperatives.models import User
from premiums.actions.attach_voucher import attach_voucher
from premiums.models import Activity, Voucher
from tests.factories import ExpenseFactory

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def picture(form: str, size: tuple[int, int] = (60, 80), mode: str = "RGB", **options: object) -> bytes:
    content = io.BytesIO()
    Image.new(mode, size, 200).save(content, form, **options)  # type: ignore[arg-type]
    return content.getvalue()


def upload(content: bytes, name: str = "nota.jpg", content_type: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type)


@pytest.mark.parametrize(
    ("form", "content_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("HEIF", "image/jpeg")],
)
def test_photos_are_accepted_by_their_content(form: str, content_type: str) -> None:
    kept = read_file(upload(picture(form), name="whatever.txt"))
    assert kept.content_type == content_type
    assert Image.open(io.BytesIO(kept.content)).size == (60, 80)


def test_a_pdf_is_accepted() -> None:
    kept = read_file(upload(PDF, name="../../factura.exe"))
    assert (kept.content_type, kept.name) == ("application/pdf", "factura.pdf")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hola",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a" + b"\0" * 50,
        b"%PDF-1.4 cut off",
        picture("JPEG")[:200],
        picture("GIF"),
        picture("TIFF"),
        b"<html>" + picture("JPEG"),
    ],
)
def test_other_content_is_refused_whatever_it_calls_itself(content: bytes) -> None:
    with pytest.raises(Refused, match="can't be read as a photo or a PDF"):
        read_file(upload(content))


def test_a_picture_with_too_many_pixels_is_refused() -> None:
    with pytest.raises(Refused, match="too many pixels"):
        read_file(upload(picture("PNG", (8000, 7000), "1")))


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(Refused, match=r"larger than 10\.0 MB"):
        read_file(upload(PDF + b" " * (10 * 1024 * 1024)))


def test_where_a_photo_was_taken_is_not_kept() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (15.0, 52.0, 21.0)
    exif[0x010F] = "Phone"
    kept = read_file(upload(picture("JPEG", exif=exif)))
    assert not Image.open(io.BytesIO(kept.content)).getexif()
    assert b"<script>" not in kept.content


def test_what_hides_behind_the_picture_is_not_kept() -> None:
    kept = read_file(upload(picture("JPEG") + b"<script>alert(1)</script>"))
    assert b"script" not in kept.content


@pytest.mark.parametrize(("name", "kept"), [("a/b\\c.png", "c.jpg"), ("<b>.jpg", "_b_.jpg"), ("", "file.jpg")])
def test_names_are_made_harmless(name: str, kept: str) -> None:
    file = upload(picture("JPEG"))
    file._name = name  # type: ignore[attr-defined]
    assert read_file(file).name == kept


@pytest.fixture
def voucher(activity: Activity, treasurer: User) -> Voucher:
    expense = ExpenseFactory.create(activity=activity, amount=Decimal(10), logged_by=treasurer)
    return attach_voucher(expense=expense, file=read_file(upload(picture("JPEG"))), by=treasurer)


@pytest.mark.django_db
def test_the_same_file_twice_is_attached_once(voucher: Voucher, treasurer: User) -> None:
    again = attach_voucher(expense=voucher.expense, file=read_file(upload(picture("JPEG"))), by=treasurer)
    assert again == voucher


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["treasurer", "oversight", "manager", "admin"])
def test_voucher_file_is_served_to_who_may_see_the_expense(
    client: Client, request: pytest.FixtureRequest, voucher: Voucher, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    response = client.get(reverse("premiums:voucher_file", args=[voucher.pk]))
    assert response.status_code == 200
    assert b"".join(response) == Path(voucher.file.path).read_bytes()  # type: ignore[call-overload]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_voucher_file_of_another_cooperative_is_not_found(client: Client, voucher: Voucher, outsider: User) -> None:
    client.force_login(outsider)
    assert client.get(reverse("premiums:voucher_file", args=[voucher.pk])).status_code == 404


@pytest.mark.django_db
def test_voucher_file_needs_a_log_in(client: Client, voucher: Voucher) -> None:
    assert client.get(reverse("premiums:voucher_file", args=[voucher.pk])).status_code == 302


@pytest.mark.django_db
def test_voucher_file_that_is_missing_is_not_found(client: Client, voucher: Voucher, treasurer: User) -> None:
    Path(voucher.file.path).unlink()
    client.force_login(treasurer)
    assert client.get(reverse("premiums:voucher_file", args=[voucher.pk])).status_code == 404
