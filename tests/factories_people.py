"""Rows of invitations for tests."""

from __future__ import annotations

import datetime as dt

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from cooperatives.models import Invitation
from cooperatives.models.invitations import hashed
from tests.factories import CooperativeFactory, UserFactory

TOKEN = "llave-de-prueba"


class InvitationFactory(DjangoModelFactory[Invitation]):
    """A treasurer is invited; the secret of the link is TOKEN with its number, `token` says another."""

    class Meta:
        model = Invitation

    class Params:
        token = factory.Sequence(lambda n: f"{TOKEN}-{n}")

    name = "Nora Nueva"
    email = factory.Sequence(lambda n: f"nueva{n}@example.org")
    role = "treasurer"
    cooperative = factory.SubFactory(CooperativeFactory)
    token_hash = factory.LazyAttribute(lambda row: hashed(row.token))
    invited_at = factory.LazyFunction(timezone.now)
    invited_by = factory.SubFactory(UserFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=7))
