"""The calendar: what ends or falls due, by month, for a co-op and for all one may see."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from certification.actions.hold_audit import plan_audit
from certification.actions.move_file import move_file
from certification.models import CertificationFile
from certification.models.files import FileState
from config.ui import day
from cooperatives.models import Cooperative, User
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db


def today() -> dt.date:
    return timezone.localdate()


def in_days(days: int) -> dt.date:
    return today() + dt.timedelta(days=days)


def dated_file(cooperative: Cooperative, *, by: User, audit: int = 20, measure: int = 8) -> CertificationFile:
    """A certified file with a certificate that ends in 60 days, an audit planned and a measure due."""
    file = made.file_in(FileState.CERTIFIED, cooperative=cooperative)
    factories.CertificateFactory.create(
        cooperative=cooperative,
        scheme=file.scheme,
        number="FLO-7",
        valid_from_on=in_days(-900),
        valid_from_precision="day",
        valid_until_on=in_days(60),
    )
    plan_audit(file=file, kind="renewal", planned_on=in_days(audit), by=by)
    made.NonConformityFactory.create(
        file=file, finding="Falta el registro", found_on=in_days(-100), due_on=in_days(measure), severity="minor"
    )
    return file


def suspended_file(cooperative: Cooperative, *, by: User, days: int = 45) -> CertificationFile:
    file = made.file_in(FileState.CERTIFIED, cooperative=cooperative)
    move_file(file=file, to="suspended", taken_on=today(), until_on=in_days(days), note="Falta de pago", by=by)
    return file


def shown(response: Any) -> list[tuple[str, dt.date]]:
    return [(one.kind, one.on) for month in response.context["months"] for one in month.dates]


def test_cooperative_dates_shows_each_kind_by_month_with_days_left(
    signed_in: Client, cooperative: Cooperative, manager: User
) -> None:
    dated_file(cooperative, by=manager, measure=-3)
    suspended_file(cooperative, by=manager)
    response = signed_in.get(reverse("certification:cooperative_dates", args=["triunfo"]))
    assert shown(response) == [
        ("measure", in_days(-3)),
        ("audit", in_days(20)),
        ("suspension", in_days(45)),
        ("certificate", in_days(60)),
    ]
    text = response.content.decode()
    for said in ("Past and still open", "3 days ago", "20 days left", "FLO-7", "Falta el registro", "Renewal audit"):
        assert said.lower() in text.lower(), said
    assert day(in_days(60)) in text
    assert response.context["months"][0].first_on is None
    assert all(month.first_on.day == 1 for month in response.context["months"][1:])


def test_cooperative_dates_link_to_their_rows(signed_in: Client, cooperative: Cooperative, manager: User) -> None:
    dated_file(cooperative, by=manager)
    response = signed_in.get(reverse("certification:cooperative_dates", args=["triunfo"]))
    text = response.content.decode()
    for month in response.context["months"]:
        for one in month.dates:
            assert one.url.startswith("/cooperatives/triunfo/")
            assert f'href="{one.url}"' in text


@pytest.mark.parametrize("kind", ["certificate", "audit", "suspension", "measure"])
def test_cooperative_dates_of_one_kind(signed_in: Client, cooperative: Cooperative, manager: User, kind: str) -> None:
    dated_file(cooperative, by=manager)
    suspended_file(cooperative, by=manager)
    response = signed_in.get(reverse("certification:cooperative_dates", args=["triunfo"]), {"kind": kind})
    assert {kind for kind, _on in shown(response)} == {kind}


def test_cooperative_dates_when_none_match_or_none_are_there(
    signed_in: Client, cooperative: Cooperative, manager: User
) -> None:
    url = reverse("certification:cooperative_dates", args=["triunfo"])
    assert "No dates within a year" in signed_in.get(url).content.decode()
    response = signed_in.get(url, {"kind": "audit"})
    assert "No date matches" in response.content.decode()
    dated_file(cooperative, by=manager)
    assert len(shown(signed_in.get(url, {"kind": "nonsense"}))) == 3


def test_cooperative_dates_of_another_cooperative_are_not_found(
    client: Client, cooperative: Cooperative, outsider: User
) -> None:
    client.force_login(outsider)
    assert client.get(reverse("certification:cooperative_dates", args=["triunfo"])).status_code == 404


def test_cooperative_dates_are_only_read(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.post(reverse("certification:cooperative_dates", args=["triunfo"])).status_code == 405
    assert signed_in.post(reverse("certification:dates")).status_code == 405


def test_cooperative_dates_ask_a_constant_number_of_queries(
    signed_in: Client, cooperative: Cooperative, manager: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("certification:cooperative_dates", args=["triunfo"])
    for files in (1, 2):
        for _file in range(files):
            dated_file(cooperative, by=manager)
        signed_in.get(url)
        with django_assert_num_queries(11):
            signed_in.get(url)


@pytest.mark.as_person("manager")
def test_dates_of_the_programme_only(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative, manager: User
) -> None:
    dated_file(cooperative, by=manager)
    dated_file(other_cooperative, by=manager)
    response = signed_in.get(reverse("certification:dates"))
    assert {one.cooperative for month in response.context["months"] for one in month.dates} == {cooperative}
    assert "Triunfo" in response.content.decode()
    assert "Vecina" not in response.content.decode()


@pytest.mark.as_person("manager")
def test_dates_of_one_programme_of_two(signed_in: Client, cooperative: Cooperative, manager: User) -> None:
    second, other = factories.ProgrammeFactory.create(), factories.CooperativeFactory.create()
    factories.EnrolmentFactory.create(cooperative=other, programme=second)
    factories.ProgrammeAssignmentFactory.create(user=manager, programme=second, role="manager")
    dated_file(cooperative, by=manager)
    dated_file(other, by=manager)
    assert len(shown(signed_in.get(reverse("certification:dates")))) == 6
    response = signed_in.get(reverse("certification:dates"), {"programme": second.slug})
    assert {one.cooperative for month in response.context["months"] for one in month.dates} == {other}


@pytest.mark.as_person("manager")
def test_dates_ask_a_constant_number_of_queries(
    signed_in: Client, cooperative: Cooperative, manager: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for files in (1, 2):
        for _file in range(files):
            dated_file(cooperative, by=manager)
        signed_in.get(reverse("certification:dates"))
        with django_assert_num_queries(10):
            signed_in.get(reverse("certification:dates"))


@pytest.mark.as_person("manager")
def test_many_dates_come_page_by_page_in_their_order(
    signed_in: Client, cooperative: Cooperative, manager: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated_file(cooperative, by=manager)
    dated_file(cooperative, by=manager)
    all_of_them = shown(signed_in.get(reverse("certification:dates")))
    monkeypatch.setattr("certification.views.dates.PAGE", 4)
    pages = [signed_in.get(reverse("certification:dates"), {"page": number}) for number in (1, 2)]
    assert [one for page in pages for one in shown(page)] == all_of_them
    assert [len(shown(page)) for page in pages] == [4, len(all_of_them) - 4]
    for page in pages:
        assert f"{len(all_of_them)} dates" in page.content.decode()
    assert "?page=2" in pages[0].content.decode()


def test_dates_need_a_role(client: Client) -> None:
    client.force_login(factories.UserFactory.create())
    assert client.get(reverse("certification:dates")).status_code == 403
