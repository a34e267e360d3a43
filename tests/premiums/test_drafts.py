"""Spending sent from a device later: what the server answers, and to whom."""

from __future__ import annotations

import io
import uuid
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from config.uploads import read_file
from cooperatives.models import Cooperative, User
from premiums.actions.attach_voucher import attach_voucher
from premiums.models import Activity, Expense, Voucher
from tests.factories import ExpenseFactory

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def address(cooperative: Cooperative) -> str:
    return reverse("premiums:draft_send", args=[cooperative.slug])


def picture(size: tuple[int, int] = (60, 80), **options: Any) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size, "white").save(content, "JPEG", **options)
    return SimpleUploadedFile("nota.jpg", content.getvalue(), content_type="image/jpeg")


def draft(activity: Activity, by: User, **changes: Any) -> dict[str, Any]:
    return {
        "person": by.pk,
        "form_key": str(uuid.uuid4()),
        "activity": activity.pk,
        "spent_on": "2013-06-01",
        "amount": "250.50",
        "payee": "Ferretería El Cafetal",
        "purpose": "Láminas para la bodega",
    } | changes


def test_draft_send_saves_and_says_what_is_left(signed_in: Client, treasurer: User, activity: Activity) -> None:
    response = signed_in.post(address(activity.cooperative), draft(activity, treasurer, vouchers=[picture()]))
    expense = Expense.objects.get()
    assert response.status_code == 200
    assert (expense.logged_by, expense.vouchers.count()) == (treasurer, 1)
    answer = response.json()
    assert answer["url"] == reverse("premiums:expense_detail", args=["triunfo", expense.pk])
    assert "749.50" in answer["sentence"]
    assert not answer["changed"]


def test_draft_send_tells_the_next_page_only_when_somebody_waits(
    signed_in: Client, treasurer: User, activity: Activity
) -> None:
    answer = signed_in.post(address(activity.cooperative), draft(activity, treasurer)).json()
    assert "Saved" not in signed_in.get(answer["url"]).content.decode()
    answer = signed_in.post(
        address(activity.cooperative), draft(activity, treasurer, payee="Otro", waiting="yes")
    ).json()
    assert "Saved" in signed_in.get(answer["url"]).content.decode()


def test_draft_send_twice_makes_one_expense(signed_in: Client, treasurer: User, activity: Activity) -> None:
    once = draft(activity, treasurer)
    first = signed_in.post(address(activity.cooperative), once | {"vouchers": [picture()]}).json()
    again = signed_in.post(address(activity.cooperative), once | {"vouchers": [picture()]}).json()
    assert (Expense.objects.count(), Expense.objects.get().vouchers.count()) == (1, 1)
    assert again["state"] == "saved"
    assert again["url"] == first["url"]
    assert "already saved" in again["sentence"]
    assert not again["changed"]


@pytest.mark.parametrize(
    "changes", [{"amount": "300"}, {"payee": "Otro"}, {"spent_on": "2013-06-02"}, {"amount": "mucho"}, {"vouchers": 2}]
)
def test_draft_send_says_when_a_change_came_after_it_was_saved(
    signed_in: Client, treasurer: User, activity: Activity, changes: dict[str, Any]
) -> None:
    once = draft(activity, treasurer)
    signed_in.post(address(activity.cooperative), once)
    if "vouchers" in changes:
        changes = {"vouchers": [picture(), picture((70, 70))]}
    again = signed_in.post(address(activity.cooperative), once | changes).json()
    assert again["changed"]
    assert "not taken over" in again["sentence"]
    assert Expense.objects.get().amount == Decimal("250.50")


def test_draft_send_of_a_saved_one_is_no_refusal_even_when_it_would_be_refused_now(
    signed_in: Client, treasurer: User, activity: Activity
) -> None:
    once = draft(activity, treasurer, amount="1000")
    signed_in.post(address(activity.cooperative), once)
    assert signed_in.post(address(activity.cooperative), once).json()["state"] == "saved"


def test_draft_send_beyond_the_resolution_is_refused_with_the_numbers(
    signed_in: Client, treasurer: User, activity: Activity
) -> None:
    response = signed_in.post(address(activity.cooperative), draft(activity, treasurer, amount="1000.01"))
    assert response.status_code == 422
    (sentence,) = response.json()["sentences"]
    assert sentence["field"] == ""
    assert "is more than what is left" in sentence["text"]
    assert not Expense.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("amount", "mucho"), ("spent_on", "2099-01-01"), ("payee", ""), ("form_key", "")]
)
def test_draft_send_explains_bad_input(
    signed_in: Client, treasurer: User, activity: Activity, field: str, value: str
) -> None:
    response = signed_in.post(address(activity.cooperative), draft(activity, treasurer, **{field: value}))
    assert response.status_code == 422
    (sentence,) = response.json()["sentences"]
    assert sentence["field"] in (field, "")
    assert sentence["text"]
    assert not Expense.objects.exists()


def test_draft_send_asks_in_plain_text_about_what_looks_the_same(
    signed_in: Client, treasurer: User, activity: Activity
) -> None:
    first = signed_in.post(address(activity.cooperative), draft(activity, treasurer, payee="<b>Lupe & Cía</b>")).json()
    response = signed_in.post(address(activity.cooperative), draft(activity, treasurer, payee="<b>Lupe & Cía</b>"))
    answer = response.json()
    assert (response.status_code, answer["state"], answer["url"]) == (422, "asks", first["url"])
    assert "<a" not in answer["sentences"][0]["text"]
    assert "<b>Lupe & Cía</b>" in answer["sentences"][0]["text"]
    again = draft(activity, treasurer, payee="<b>Lupe & Cía</b>", is_another="on")
    assert signed_in.post(address(activity.cooperative), again).json()["state"] == "saved"
    assert Expense.objects.count() == 2


def test_draft_send_of_another_person_is_not_taken(signed_in: Client, oversight: User, activity: Activity) -> None:
    response = signed_in.post(address(activity.cooperative), draft(activity, oversight))
    assert response.status_code == 409
    assert not Expense.objects.exists()


@pytest.mark.as_person("outsider")
def test_draft_send_to_another_cooperative_is_not_found(signed_in: Client, outsider: User, activity: Activity) -> None:
    assert signed_in.post(address(activity.cooperative), draft(activity, outsider)).status_code == 404
    assert not Expense.objects.exists()


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_draft_send_is_forbidden_to_who_only_reads(
    client: Client, request: pytest.FixtureRequest, activity: Activity, person: str
) -> None:
    user = request.getfixturevalue(person)
    client.force_login(user)
    assert client.post(address(activity.cooperative), draft(activity, user)).status_code == 403


def test_draft_send_refuses_other_methods(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(address(activity.cooperative)).status_code == 405


def test_draft_send_needs_the_token(treasurer: User, activity: Activity) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(treasurer)
    assert strict.post(address(activity.cooperative), draft(activity, treasurer)).status_code == 403
    token = strict.get(reverse("premiums:draft_token")).json()["token"]
    response = strict.post(address(activity.cooperative), draft(activity, treasurer), headers={"X-CSRFToken": token})
    assert response.status_code == 200


def test_draft_token_names_the_person(signed_in: Client, treasurer: User) -> None:
    response = signed_in.get(reverse("premiums:draft_token"))
    assert response.json()["person"] == treasurer.pk
    assert "no-store" in response["Cache-Control"]
    assert signed_in.post(reverse("premiums:draft_token")).status_code == 405


def test_unsent_list_leads_to_the_pages_that_are_kept(signed_in: Client, cooperative: Cooperative) -> None:
    response = signed_in.get(reverse("premiums:unsent_list"))
    page = response.content.decode()
    for name in ("spending_log", "expense_create"):
        assert f'href="{reverse(f"premiums:{name}", args=[cooperative.slug])}" data-keep' in page
    assert response["X-Keep"] == "yes"
    assert signed_in.post(reverse("premiums:unsent_list")).status_code == 405


@pytest.mark.as_person("manager")
def test_unsent_list_of_who_logs_nothing_is_not_kept(signed_in: Client, cooperative: Cooperative) -> None:
    for name, keys in (("unsent_list", []), ("spending_log", [cooperative.slug])):
        response = signed_in.get(reverse(f"premiums:{name}", args=keys))
        assert response.status_code == 200
        assert "X-Keep" not in response
        assert "kept-note" not in response.content.decode()
        assert "data-unsent" not in response.content.decode()


def test_unsent_list_needs_few_queries(
    signed_in: Client, treasurer: User, cooperative: Cooperative, django_assert_num_queries: Any
) -> None:
    address = reverse("premiums:unsent_list")
    with django_assert_num_queries(6):
        signed_in.get(address)


def test_a_page_with_a_message_is_not_kept(signed_in: Client, treasurer: User, activity: Activity) -> None:
    home = reverse("premiums:spending_log", args=["triunfo"])
    assert signed_in.get(home)["X-Keep"] == "yes"
    signed_in.post(address(activity.cooperative), draft(activity, treasurer, waiting="yes"))
    said = signed_in.get(home)
    assert "Saved" in said.content.decode()
    assert "X-Keep" not in said
    assert signed_in.get(home)["X-Keep"] == "yes"


def test_every_page_says_for_whom_it_was_made(client: Client, treasurer: User, cooperative: Cooperative) -> None:
    assert client.get(reverse("account_login"))["X-Person"] == "0"
    client.force_login(treasurer)
    assert client.get(reverse("overview:dossier", args=[cooperative.slug]))["X-Person"] == str(treasurer.pk)


def test_a_sign_out_empties_the_cache_of_the_browser(signed_in: Client) -> None:
    response = signed_in.post(reverse("account_logout"))
    assert response["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in signed_in.get(reverse("account_login"))


def test_service_worker_is_a_module_at_the_root_with_the_policy(client: Client) -> None:
    response = client.get("/worker.js")
    assert response["Content-Type"] == "text/javascript"
    assert response["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in response["Content-Security-Policy"]
    text = response.content.decode()
    assert 'from "/static/js/worker.js"' in text
    assert reverse("premiums:unsent_list") in text
    assert client.post("/worker.js").status_code == 405


def test_service_worker_has_a_version_of_its_content(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.DEBUG = True  # read anew each time
    before = client.get("/worker.js").content
    assert client.get("/worker.js").content == before
    changed = tmp_path / "js"
    changed.mkdir()
    (changed / "worker.js").write_text("// changed")
    settings.STATICFILES_DIRS = [tmp_path, *settings.STATICFILES_DIRS]
    assert client.get("/worker.js").content != before


def test_web_manifest_is_in_the_language_of_the_browser(client: Client) -> None:
    manifest = client.get(reverse("premiums:web_manifest"), headers={"Accept-Language": "es-MX"}).json()
    assert manifest["lang"] == "es-mx"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert client.post(reverse("premiums:web_manifest")).status_code == 405


@pytest.fixture
def voucher(activity: Activity, treasurer: User) -> Voucher:
    expense = ExpenseFactory.create(activity=activity, amount=Decimal(10), logged_by=treasurer)
    return attach_voucher(expense=expense, file=read_file(picture((1500, 2000))), by=treasurer)


def small(client: Client, voucher: Voucher) -> Image.Image:
    response = client.get(reverse("premiums:voucher_thumbnail", args=[voucher.pk]))
    assert response["Content-Type"] == "image/webp"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "private" in response["Cache-Control"]
    return Image.open(io.BytesIO(b"".join(response)))  # type: ignore[call-overload]


def test_voucher_thumbnail_is_small_and_made_once(signed_in: Client, voucher: Voucher, settings: Any) -> None:
    assert small(signed_in, voucher).size == (480, 640)
    (kept,) = Path(settings.THUMBNAIL_ROOT).iterdir()
    made = kept.stat().st_mtime_ns
    small(signed_in, voucher)
    assert kept.stat().st_mtime_ns == made
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.webp"))


def test_voucher_thumbnail_is_upright_and_tells_no_place(signed_in: Client, voucher: Voucher) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[2] = (15.0, 52.0, 21.0)
    Path(voucher.file.path).write_bytes(picture((2000, 1500), exif=exif).read())
    thumbnail = small(signed_in, voucher)
    assert thumbnail.size == (480, 640)
    assert not thumbnail.getexif()


def test_voucher_thumbnail_of_another_cooperative_is_not_found(
    client: Client, voucher: Voucher, outsider: User
) -> None:
    client.force_login(outsider)
    assert client.get(reverse("premiums:voucher_thumbnail", args=[voucher.pk])).status_code == 404


def test_voucher_thumbnail_of_a_pdf_or_a_lost_file_is_not_found(
    signed_in: Client, treasurer: User, voucher: Voucher
) -> None:
    file = read_file(SimpleUploadedFile("a.pdf", PDF, "application/pdf"))
    paper = attach_voucher(expense=voucher.expense, file=file, by=treasurer)
    Path(voucher.file.path).unlink()
    for one in (paper, voucher):
        assert signed_in.get(reverse("premiums:voucher_thumbnail", args=[one.pk])).status_code == 404
    assert signed_in.post(reverse("premiums:voucher_thumbnail", args=[voucher.pk])).status_code == 405


@pytest.mark.parametrize("mode", ["RGBA", "P", "L"])
def test_thumbnails_are_made_of_every_kind_of_picture(signed_in: Client, voucher: Voucher, mode: str) -> None:
    content = io.BytesIO()
    Image.new(mode, (100, 50)).save(content, "PNG")
    Path(voucher.file.path).write_bytes(content.getvalue())
    assert small(signed_in, voucher).size == (100, 50)
