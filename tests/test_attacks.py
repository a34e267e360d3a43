"""Attacks on every address: injected parameters, foreign rows in forms, extra fields, bent redirects, forged posts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models, transaction
from django.forms.models import ModelChoiceField
from django.test import Client
from django.urls import NoReverseMatch, reverse

from cooperatives.models import User
from tests.test_conventions import OUR_ROUTES, routes
from tests.world import MARK, PDF, World, build_world, cases

pytestmark = pytest.mark.django_db

EVIL = "https://evil.example/"
INJECTED = (
    "' OR '1'='1",
    "1; SELECT pg_sleep(9) --",
    "1) UNION SELECT password FROM cooperatives_user --",
    "\x00",
    "<script>alert(7)</script>",
    "../../../../etc/passwd",
    "999999999999999999999999",
    "-1",
    "NaN",
    "1e999",
    "2013-13-45",
    "%s%s%n",
    "\u202e\ud7ff𝔘",
)
# Names that lists, filters and forms like to use, beside those found on the pages themselves.
PARAMETERS = {"q", "page", "sort", "order", "o", "state", "year", "from", "to", "format", "track", "next", "id", "pk"}


@pytest.fixture
def world() -> World:
    return build_world()


def addresses(world: World, *wanted: str) -> Iterator[tuple[str, str]]:
    """Every address with one's own row."""
    for name, pattern in sorted(OUR_ROUTES):
        for case, keys in cases(name, list(pattern.pattern.converters), world).items():
            if case in wanted:
                yield name, reverse(name, kwargs=keys)


def body(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode(errors="replace"))


# Injection ------------------------------------------------------------------------------------------------------------


def parameters_of(html: str) -> set[str]:
    """What the links and search forms of a page ask with."""
    asked = set(re.findall(r'href="[^"#]*[?&;](?:amp;)?(\w+)=', html))
    for form in re.findall(r"<form[^>]*method=\"get\".*?</form>", html, flags=re.DOTALL | re.IGNORECASE):
        asked |= set(re.findall(r'name="([\w-]+)"', form))
    return asked


@pytest.mark.parametrize("role", ["administrator", "treasurer"])
def test_no_parameter_is_obeyed_or_breaks_a_page(client: Client, world: World, role: str) -> None:
    """Each page with all its parameters, and the usual names, set to the same evil text: refused or shown as text."""
    person = world.people[role]
    assert person is not None
    client.force_login(person)
    asked, tried = set(), 0
    for name, url in addresses(world, "", "own"):
        page = client.get(url)
        found = parameters_of(body(page))
        if page.status_code != 200 or name in ("language", "styleguide"):
            continue
        asked |= found
        for text in INJECTED:
            response = client.get(url, dict.fromkeys(found | PARAMETERS, text))
            assert response.status_code in (200, 302, 400, 404, 422), (url, text)
            assert "<script>alert(7)" not in body(response), url
            tried += 1
    assert len(asked) > (8 if role == "administrator" else 4), asked
    assert tried > 400


def test_an_injected_search_finds_nothing_more(client: Client, world: World) -> None:
    client.force_login(world.own.people["treasurer"])
    for view, parameter in (("premiums:expense_list", "q"), ("trainings:person_list", "q")):
        url = reverse(view, args=[world.own.cooperative.slug])
        nothing = client.get(url, {parameter: "zzzz-nobody"}).content.decode()
        for text in ("zzzz' OR '1'='1", "zzzz%' OR 1=1 --"):
            found = client.get(url, {parameter: text}).content.decode()
            assert found.count("<tr") == nothing.count("<tr")
            assert found.count("<li") == nothing.count("<li")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../config/settings.py",
        "/static/%2e%2e/config/settings.py",
        "/static/..%2f..%2fetc/passwd",
        "/vouchers/../../etc/passwd/",
        "/vouchers/%2e%2e%2f%2e%2e%2fetc%2fpasswd/",
        "/evidence/..%00/",
        "/training-files/....//....//etc/passwd/",
        "/certification/papers/%5c..%5c..%5cetc/",
        "/cooperatives/..%2f..%2fadmin/spending/",
        "/cooperatives/triunfo/premium/papers/..%2f..%2f..%2fetc%2fpasswd/",
        "/media/vouchers/",
        "/var/media/",
        "/.env",
        "/.git/config",
    ],
)
def test_no_path_leads_out_of_the_folders(client: Client, world: World, path: str) -> None:
    client.force_login(world.own.people["treasurer"])
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert "SECRET_KEY" not in body(response)


def test_a_file_is_sent_under_a_harmless_name_and_never_as_a_page(client: Client, world: World) -> None:
    client.force_login(world.own.people["treasurer"])
    files = [url for name, url in addresses(world, "own") if name.endswith("_file") and "attach" not in url]
    assert len(files) == 5
    for url in files:
        response = client.get(url)
        body(response)
        assert response.status_code == 200, url
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Type"] in ("application/pdf", "image/jpeg", "image/png", "image/webp")
        assert not re.search(r"[\r\n]|\.\./", response["Content-Disposition"])


# Forms: what a browser would send, and more ---------------------------------------------------------------------------


def form_of(response: Any) -> forms.BaseForm | None:
    """The form of a page; the one that is sent by POST has the most fields."""
    found: list[forms.BaseForm] = []
    for context in response.context or ():
        for value in context.flatten().values() if hasattr(context, "flatten") else ():
            if isinstance(value, forms.BaseForm) and value not in found:
                found.append(value)
    return max(found, key=lambda form: len(form.fields), default=None)


def typed(form: forms.BaseForm) -> dict[str, Any]:
    """A plausible answer to each field of a form; what it already holds stays."""
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        value = form[name].value()
        data[form[name].html_name] = _plausible(field) if value in (None, "", [], False) else value
        if isinstance(value, dt.date | Decimal):
            data[form[name].html_name] = str(value)
        if isinstance(value, models.QuerySet):
            data[form[name].html_name] = [row.pk for row in value]
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def _plausible(field: forms.Field) -> Any:
    if isinstance(field, ModelChoiceField):
        row = field.queryset.first() if field.queryset is not None else None
        return row.pk if row else ""
    if isinstance(field, forms.ChoiceField):
        choices = [key for key, _label in field.choices if key not in ("", None)]  # type: ignore[union-attr]
        flat = [key for key in choices if isinstance(key, str | int)]
        chosen = str(flat[0]) if flat else ""
        return [chosen] if isinstance(field, forms.MultipleChoiceField) and chosen else chosen
    for kind, answer in (
        (forms.DateField, "2014-02-03"),
        (forms.BooleanField, "on"),
        (forms.FileField, None),
        (forms.DecimalField, "1"),
        (forms.IntegerField, "1"),
        (forms.EmailField, "x@example.org"),
    ):
        if isinstance(field, kind):
            return SimpleUploadedFile("a.pdf", PDF) if answer is None else answer
    return "Texto"


def posted(client: Client, world: World) -> Iterator[tuple[str, str, forms.BaseForm | None]]:
    """Each address of one's own with the form its page shows, None where it has none."""
    for name, url in addresses(world, "own"):
        page = client.get(url)
        if page.streaming:
            body(page)
        elif page.status_code in (200, 405):
            yield name, url, form_of(page) if page.status_code == 200 else None


def joined_across_cooperatives() -> list[str]:
    """The references from a row of one co-op to a row of another, in the whole database; asked of the owner."""
    owned = {
        model: model._meta.db_table
        for model in apps.get_models()
        if any(f.name == "cooperative" for f in model._meta.fields) and not hasattr(model, "pgh_tracked_model")
    }
    found = []
    for model, table in owned.items():
        for field in model._meta.fields:
            if isinstance(field, models.ForeignKey) and field.related_model in owned:
                with connection.cursor() as cursor:
                    cursor.execute(
                        f"SELECT count(*) FROM {table} a JOIN {owned[field.related_model]} b"
                        f" ON b.id = a.{field.column} AND b.cooperative_id <> a.cooperative_id"
                    )
                    if cursor.fetchone()[0]:
                        found.append(f"{model._meta.label}.{field.name}")
    return found


def foreign_rows(world: World) -> dict[type[models.Model], Any]:
    """By model, a row of the neighbour."""
    found: dict[type[models.Model], Any] = {User: world.foreign.people["treasurer"]}
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model"):
            continue
        if any(field.name == "cooperative" for field in model._meta.fields):
            found[model] = model._default_manager.filter(cooperative=world.foreign.cooperative).first()
    return found


@pytest.mark.parametrize("role", ["treasurer", "co-op manager"])
def test_a_row_of_the_neighbour_can_not_be_chosen_in_any_form(client: Client, world: World, role: str) -> None:
    person = world.people[role]
    assert person is not None
    client.force_login(person)
    theirs, tried = foreign_rows(world), []
    for name, url, form in posted(client, world):
        for field_name, field in form.fields.items() if form else ():
            if not isinstance(field, ModelChoiceField) or field.queryset is None:
                continue
            row = theirs.get(field.queryset.model)
            if row is None:
                continue
            assert form is not None
            key = form[field_name].html_name
            many = isinstance(field, forms.ModelMultipleChoiceField)
            with transaction.atomic():
                response = client.post(url, typed(form) | {key: [row.pk] if many else row.pk})
                assert response.status_code in (200, 404, 405, 422), (name, field_name)
                assert MARK not in body(client.get(url, {key: row.pk})), (name, field_name)
                assert joined_across_cooperatives() == [], (name, field_name)
                transaction.set_rollback(True)
            tried.append(f"{name} {field_name}")
    assert len(tried) >= 3, tried


MORE = (
    ("is_example", "on"),
    ("is_superuser", "on"),
    ("is_staff", "on"),
    ("is_historic", "on"),
    ("source", "Forged"),
    ("state", "adopted"),
    ("approved", "99999"),
    ("spent", "0"),
    ("received", "99999"),
    ("checked_at", "2014-01-01T00:00"),
    ("accepted_at", "2014-01-01T00:00"),
)
BY = ("by", "logged_by", "checked_by", "recorded_by", "entered_by", "accepted_by", "opened_by", "made_by", "user")


def test_extra_fields_of_a_form_are_not_taken(client: Client, world: World) -> None:
    """Every form of the treasurer, filled in and with more fields than it has: what is written is theirs alone."""
    me, other = world.own.people["treasurer"], world.own.people["oversight"]
    client.force_login(me)
    extra = dict(MORE) | dict.fromkeys((*BY, *(f"{name}_id" for name in BY)), str(other.pk))
    extra |= dict.fromkeys(("cooperative", "cooperative_id", "coop"), str(world.foreign.cooperative.pk))
    newest = {model: _newest(model) for model in _event_models()}
    saved = []
    for name, url, form in posted(client, world):
        if name == "trainings:person_remove_name":
            continue
        given = {form[field].html_name for field in form.fields} if form else set()
        with transaction.atomic():
            data = {key: value for key, value in extra.items() if key not in given} | (typed(form) if form else {})
            response = client.post(url, data)
            forged = [fault for model in newest for fault in _forged(model, newest[model], world, me)]
            assert forged == [], (name, forged)
            if response.status_code == 302 and any(_newest(model) > newest[model] for model in newest):
                saved.append(name)
            transaction.set_rollback(True)
        me.refresh_from_db()
        assert not me.is_superuser
        assert not me.is_staff
    assert len(saved) > 8, f"few forms were saved, so little was tried: {saved}"


def _event_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


def _newest(model: type[models.Model]) -> int:
    return int(model._default_manager.aggregate(newest=models.Max("pk"))["newest"] or 0)


def _forged(model: type[models.Model], after: int, world: World, me: User) -> list[str]:
    """What the rows written since say that this person did not do."""
    found = []
    columns = {field.name: field.attname for field in model._meta.fields}
    for event in model._default_manager.filter(pk__gt=after):
        if "cooperative" in columns and event.cooperative_id not in (None, world.own.cooperative.pk):
            found.append(f"{model.__name__} of another co-op")
        if getattr(event, "is_example", False) or getattr(event, "is_historic", False):
            found.append(f"{model.__name__} marked")
        before = model._default_manager.filter(pgh_obj_id=event.pgh_obj_id, pk__lte=after).last()
        for name, column in columns.items():
            value = getattr(event, column)
            if name.endswith("_by") and value not in (None, me.pk, getattr(before, column, None)):
                found.append(f"{model.__name__}.{name} names somebody else")
    return found


# Requests from elsewhere ----------------------------------------------------------------------------------------------


def test_no_redirect_leads_away(client: Client, world: World) -> None:
    for role in ("treasurer", "administrator"):
        person = world.people[role]
        assert person is not None
        client.force_login(person)
        for _name, url in addresses(world, "", "own"):
            for evil in (EVIL, "//evil.example", "/\\evil.example", "javascript:alert(1)"):
                with transaction.atomic():
                    asked = f"{url}?next={evil}&return_to={evil}"
                    response = client.post(asked, {"next": evil, "return_to": evil}, headers={"referer": EVIL})
                    location = response.headers.get("Location", "/")
                    assert re.match(r"/(?![/\\])", location), (url, evil, location)
                    assert "evil.example" not in location.partition("?")[0]
                    transaction.set_rollback(True)


@pytest.mark.parametrize("evil", [EVIL, "//evil.example", "/\\evil.example", "https:evil.example"])
def test_signing_in_and_out_leads_nowhere_else(client: Client, world: World, evil: str) -> None:
    person = world.own.people["treasurer"]
    typed_in = {"login": person.email, "password": "cafe-de-altura-1400", "next": evil}
    response = client.post(f"{reverse('account_login')}?next={evil}", typed_in)
    assert response.status_code == 302
    assert response["Location"].startswith("/")
    assert not response["Location"].startswith(("//", "/\\"))
    response = client.post(f"{reverse('account_logout')}?next={evil}", {"next": evil})
    assert response["Location"].startswith("/")
    assert not response["Location"].startswith(("//", "/\\"))


def test_no_address_answers_to_another_host(client: Client, world: World) -> None:
    client.force_login(world.own.people["treasurer"])
    for host in ("evil.example", "testserver.evil.example", "testserver:80@evil.example"):
        for _name, url in addresses(world, "", "own"):
            assert client.get(url, headers={"host": host}).status_code == 400, (url, host)


def test_a_forwarded_host_is_not_believed(client: Client, world: World) -> None:
    client.force_login(world.own.people["treasurer"])
    for _name, url in addresses(world, "", "own"):
        response = client.get(url, headers={"x-forwarded-host": "evil.example"})
        assert "evil.example" not in body(response), url


def test_every_write_needs_the_token_of_a_page(world: World) -> None:
    """Ours, those of the log-in, and the admin's: a form sent from elsewhere is refused before all else."""
    browser = Client(enforce_csrf_checks=True)
    admin = world.people["administrator"]
    assert admin is not None
    browser.force_login(admin)
    urls = [url for _name, url in addresses(world, "", "own", "foreign")]
    for name, _pattern in routes():
        with suppress(NoReverseMatch):
            if name.startswith(("account_", "mfa_", "usersessions_", "admin:")):
                urls.append(reverse(name))
    assert len(urls) > 250
    open_to_all = []
    for url in urls:
        response = browser.post(url, {"next": "/"}, headers={"origin": "https://evil.example"})
        if response.status_code != 403:
            open_to_all.append((url, response.status_code))
    assert open_to_all == []
