"""The language switch, signing in, and the pages that say something went wrong."""

from __future__ import annotations

from unittest import mock

import pytest
from django.conf import settings
from django.db import OperationalError
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from cooperatives.models import Cooperative, User
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


def test_language_changes_for_the_person_and_stays(signed_in: Client, client: Client, treasurer: User) -> None:
    signed_in.post(reverse("language"), {"language": "pt-br", "next": "/styleguide/"})
    treasurer.refresh_from_db()
    assert treasurer.language == "pt-br"
    other_browser = Client(headers={"accept-language": "en"})
    other_browser.force_login(treasurer)
    assert 'lang="pt-br"' in other_browser.get("/styleguide/").content.decode()


def test_language_follows_the_browser_before_the_log_in(client: Client) -> None:
    page = client.get(reverse("account_login"), headers={"accept-language": "es"})
    assert 'lang="es-mx"' in page.content.decode()


def sign_in(browser: Client, person: User) -> None:
    answer = browser.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert answer.status_code == 302
    person.refresh_from_db()


def test_language_chosen_before_the_log_in_stays_with_who_never_chose_one(client: Client, treasurer: User) -> None:
    client.post(reverse("language"), {"language": "pt-br"})
    sign_in(client, treasurer)
    assert treasurer.language == "pt-br"
    other_browser = Client(headers={"accept-language": "en"})
    other_browser.force_login(treasurer)
    assert 'lang="pt-br"' in other_browser.get("/styleguide/").content.decode()


def test_language_a_person_chose_wins_over_what_was_chosen_before_the_log_in(client: Client, treasurer: User) -> None:
    treasurer.language = "es-mx"
    treasurer.save()
    client.post(reverse("language"), {"language": "pt-br"})
    sign_in(client, treasurer)
    assert treasurer.language == "es-mx"
    assert 'lang="es-mx"' in client.get("/styleguide/").content.decode()


def test_language_of_who_used_the_browser_before_is_not_taken_over(
    client: Client, treasurer: User, outsider: User
) -> None:
    client.post(reverse("language"), {"language": "pt-br"})
    sign_in(client, treasurer)
    client.post(reverse("account_logout"))
    sign_in(client, outsider)
    assert (treasurer.language, outsider.language) == ("pt-br", "")


def test_language_that_the_site_does_not_have_is_not_remembered_until_the_log_in(
    client: Client, treasurer: User
) -> None:
    client.post(reverse("language"), {"language": "xx"})
    assert "chosen-language" not in client.cookies
    client.cookies["chosen-language"] = "xx"
    sign_in(client, treasurer)
    assert treasurer.language == ""


def test_language_ignores_one_the_site_does_not_have(signed_in: Client, treasurer: User) -> None:
    signed_in.post(reverse("language"), {"language": "xx"})
    treasurer.refresh_from_db()
    assert treasurer.language == ""


def test_language_does_not_send_people_to_other_sites(client: Client) -> None:
    response = client.post(reverse("language"), {"language": "en", "next": "https://evil.example/"})
    assert response["Location"] == "/"


@pytest.mark.parametrize(("asked", "shown"), [("es-GT,es;q=0.9", "es-mx"), ("pt-PT", "pt-br"), ("fr", "en")])
def test_sign_in_page_follows_the_browser(client: Client, asked: str, shown: str) -> None:
    page = client.get(reverse("account_login"), headers={"accept-language": asked}).content.decode()
    assert f'lang="{shown}"' in page
    assert 'action="/language/"' in page


def test_language_can_be_changed_on_a_page_that_says_something_went_wrong(treasurer: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(treasurer)
    page = client.get("/nowhere/").content.decode()
    assert 'action="/language/"' in page
    assert page.count('name="language"') == 3
    answer = client.post("/language/", {"language": "pt-br"}, headers={"referer": "http://testserver/nowhere/"})
    assert answer["Location"] == "http://testserver/nowhere/"
    assert 'lang="pt-br"' in client.get("/nowhere/").content.decode()
    treasurer.refresh_from_db()
    assert treasurer.language == "pt-br"


@pytest.mark.parametrize("template", ["400.html", "403.html", "404.html", "413.html", "500.html", "503.html"])
def test_every_error_page_offers_the_languages_without_any_context(template: str) -> None:
    assert render_to_string(template).count('name="language"') == 3


def test_language_is_not_changed_by_a_form_of_another_site(signed_in: Client, treasurer: User) -> None:
    answer = signed_in.post("/language/", {"language": "es-mx"}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    treasurer.refresh_from_db()
    assert treasurer.language == ""
    signed_in.post("/language/", {"language": "es-mx"}, headers={"origin": "http://testserver"})
    treasurer.refresh_from_db()
    assert treasurer.language == "es-mx"


def test_language_refuses_get(client: Client) -> None:
    assert client.get(reverse("language")).status_code == 405


def test_styleguide_shows_every_component(signed_in: Client) -> None:
    assert signed_in.get(reverse("styleguide")).status_code == 200


def test_signing_in_with_mail_address_and_password(client: Client, treasurer: User, cooperative: Cooperative) -> None:
    typed = {"login": treasurer.email.upper(), "password": PASSWORD}
    response = client.post(reverse("account_login"), typed, follow=True)
    assert response.wsgi_request.user == treasurer


def test_a_wrong_password_does_not_tell_whether_the_address_exists(client: Client, treasurer: User) -> None:
    known = client.post(reverse("account_login"), {"login": treasurer.email, "password": "wrong"})
    unknown = client.post(reverse("account_login"), {"login": "nobody@example.org", "password": "wrong"})
    errors = [list(page.context["form"].non_field_errors()) for page in (known, unknown)]
    assert errors[0] == errors[1]
    assert errors[0]


def test_nobody_signs_up_by_themselves(client: Client) -> None:
    client.post(reverse("account_signup"), {"email": "me@example.org", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(email="me@example.org").exists()


def test_an_unknown_page_has_a_page_of_its_own(signed_in: Client) -> None:
    response = signed_in.get("/nowhere/", headers={"accept-language": "es"})
    assert response.status_code == 404
    assert 'lang="es-mx"' in response.content.decode()


def test_a_lost_database_has_a_page_of_its_own(signed_in: Client) -> None:
    lost = mock.patch("cooperatives.views.site.render", side_effect=OperationalError("gone"))
    with lost:
        response = signed_in.get(reverse("styleguide"), headers={"accept-language": "pt"})
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert 'lang="pt-br"' in response.content.decode()
    assert "gone" not in response.content.decode()


def test_an_oversized_upload_has_a_page_of_its_own(signed_in: Client) -> None:
    response = signed_in.post(
        reverse("language"), b"x" * (settings.REQUEST_LIMIT + 1), content_type="application/octet-stream"
    )
    assert response.status_code == 413


def test_pages_before_the_log_in_speak_the_language_of_the_person(signed_in: Client, treasurer: User) -> None:
    treasurer.language = "pt-br"
    treasurer.save()
    signed_in.get(reverse("styleguide"))
    response = signed_in.post(
        reverse("language"), b"x" * (settings.REQUEST_LIMIT + 1), content_type="application/octet-stream"
    )
    assert 'lang="pt-br"' in response.content.decode()


def test_a_failure_shows_no_stack_trace(treasurer: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(treasurer)
    with mock.patch("cooperatives.views.site.render", side_effect=RuntimeError("secret detail")):
        response = client.get(reverse("styleguide"))
    assert response.status_code == 500
    assert "secret detail" not in response.content.decode()
    assert "Traceback" not in response.content.decode()


@pytest.mark.parametrize("path", ["/accounts/login/", "/"])
def test_every_page_is_protected_by_its_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
