"""Certificates in the admin."""

from __future__ import annotations

import pytest
from django.test import Client

from certification.models import Certificate
from tests import factories
from tests.admin_pages import page, refused, send

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


def test_certificate_known_to_the_year_only(signed_in: Client) -> None:
    cooperative, scheme = factories.CooperativeFactory.create(), factories.SchemeFactory.create()
    data = {"cooperative": cooperative.pk, "scheme": scheme.pk, "valid_from_on": "2009-03-05"}
    data["valid_from_precision"] = "year"
    assert "for a year or early in a year 1 January" in refused(send(signed_in, page(Certificate, "add"), **data))
    assert send(signed_in, page(Certificate, "add"), **data | {"valid_from_on": "2009-01-01"}).status_code == 302
    assert "2009" in signed_in.get(page(Certificate, "changelist")).content.decode()


def test_same_number_twice_is_explained(signed_in: Client) -> None:
    first = factories.CertificateFactory.create(number="1234")
    second = factories.CertificateFactory.create(scheme=first.scheme)
    assert "already has this number" in refused(send(signed_in, page(second, "change"), number="1234"))
