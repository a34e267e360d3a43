"""What every page of the admin keeps: it opens, it finds, it asks the database a constant number of times."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.contrib import admin
from django.db import DatabaseError, OperationalError, connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from psycopg.errors import DeadlockDetected

from certification.models import Answer, Attachment, ReminderDigest, ReminderOptOut
from config.admin import never_deleted, refusal
from config.errors import Refused
from config.records import Record
from cooperatives.models import (
    Cooperative,
    Fact,
    Member,
    Partner,
    PartnerRole,
    Place,
    Programme,
    Scheme,
    User,
    Visit,
    VisitVisitor,
)
from premiums.models import Activity, Allotment, AssemblyFile, Expense, Fund, Voucher
from tests import factories, factories_certification, factories_people, factories_progress, factories_trainings
from tests.admin_pages import page, refused, send
from trainings.models import Attendance, Evidence, Training

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


def _activity() -> Activity:
    by = factories.UserFactory.create()
    return factories.approved_activity(factories.CooperativeFactory.create(), Decimal("1000.00"), by=by)


def _expense() -> Expense:
    return factories.ExpenseFactory.create(activity=_activity())


def _allotment() -> Allotment:
    activity = factories.ActivityFactory.create()
    return factories.AllotmentFactory.create(
        activity=activity, resolution=factories.ResolutionFactory.create(assembly__cooperative=activity.cooperative)
    )


def _partner() -> Partner:
    number = Partner.objects.count()
    return Partner.objects.create(slug=f"partner-{number}", name=f"Socio {number}", kind="funder")


def _paper() -> Attachment:
    user, step = factories.UserFactory.create(), factories_certification.StepFactory.create()
    key = f"{Attachment.objects.count():064}"
    return Attachment.objects.create(
        cooperative=step.cooperative,
        certification_file=step.file,
        step=step,
        original_name="carta.pdf",
        content_type="application/pdf",
        size=10,
        sha256=key,
        uploaded_by=user,
        uploaded_at=timezone.now(),
    )


def _digest() -> ReminderDigest:
    user = factories.UserFactory.create()
    return ReminderDigest.objects.create(user=user, week_on="2013-05-06", sent_at=timezone.now(), items=1)


MAKERS: dict[str, Callable[[], models.Model]] = {
    "Attachment": _paper,
    "ReminderDigest": _digest,
    "ReminderOptOut": lambda: ReminderOptOut.objects.create(user=factories.UserFactory.create(), kind="audit"),
    "Activity": _activity,
    "Allotment": _allotment,
    "Expense": _expense,
    "Partner": _partner,
    "PartnerRole": lambda: PartnerRole.objects.create(
        partner=_partner(), programme=factories.ProgrammeFactory.create(), kind="lead"
    ),
    "VisitVisitor": lambda: VisitVisitor.objects.create(
        partner=_partner(),
        visit=Visit.objects.create(programme=factories.ProgrammeFactory.create(), purpose="Cupping"),
    ),
    "TradePermission": lambda: factories_certification.TradePermissionFactory.create(
        file=factories_certification.file_in("certified")
    ),
    "Visit": lambda: Visit.objects.create(programme=factories.ProgrammeFactory.create(), purpose="Cupping"),
    "Voucher": lambda: factories.VoucherFactory.create(expense=_expense()),
}


def make(model: type[models.Model]) -> Any:
    """A row of the model."""
    maker = MAKERS.get(model.__name__)
    name = f"{model.__name__}Factory"
    places = (factories, factories_people, factories_trainings, factories_progress, factories_certification)
    return maker() if maker else next(getattr(place, name) for place in places if hasattr(place, name)).create()


# Written by the database or with each reading, edited by nobody: a stored count, and who read which list.
UNEDITED = {"DataRead", "PeopleTrained", "Spending", "TrackReach"}
RECORDS = sorted(
    (
        model
        for model in apps.get_models()
        if issubclass(model, Record) and not model._meta.proxy and model.__name__ not in UNEDITED
    ),
    key=lambda model: model.__name__,
)
every_model = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)


def test_every_record_is_in_the_admin_and_nothing_else() -> None:
    assert set(admin.site._registry) == set(RECORDS)


@every_model
def test_list_search_and_filters_open(signed_in: Client, model: type[models.Model]) -> None:
    make(model)
    assert admin.site.get_model_admin(model).get_search_fields(None)  # type: ignore[arg-type]
    for query in ("", "?q=a", "?q=2013 Triunfo ñ", "?is_example__exact=0", "?o=1", "?o=-2"):
        response = signed_in.get(page(model, "changelist") + query)
        assert response.status_code == 200, query


@every_model
def test_pages_of_a_row_open(signed_in: Client, model: type[models.Model]) -> None:
    row = make(model)
    for name in ("change", "history"):
        assert signed_in.get(page(row, name)).status_code == 200, name
    own_admin = admin.site.get_model_admin(model)
    request = signed_in.get(page(row, "change")).wsgi_request
    assert signed_in.get(page(row, "add")).status_code == (200 if own_admin.has_add_permission(request) else 403)
    expected = 200 if own_admin.has_delete_permission(request, row) else 403
    assert signed_in.get(page(row, "delete")).status_code == expected


@every_model
def test_saving_a_row_unchanged_is_no_error_and_changes_nothing(signed_in: Client, model: type[models.Model]) -> None:
    row = make(model)
    before = model._base_manager.filter(pk=row.pk).values().get()
    events = model.pgh_event_model.objects.count()  # type: ignore[attr-defined]
    if not admin.site.get_model_admin(model).has_change_permission(signed_in.get("/admin/").wsgi_request, row):
        assert signed_in.post(page(row, "change"), {}).status_code == 403
        return
    response = send(signed_in, page(row, "change"))
    assert response.status_code in (200, 302)
    if response.status_code == 200:
        assert "can't be changed any more" in refused(response)
    assert model._base_manager.filter(pk=row.pk).values().get() == before
    assert model.pgh_event_model.objects.count() == events  # type: ignore[attr-defined]


@every_model
def test_list_asks_a_constant_number_of_queries(signed_in: Client, model: type[models.Model]) -> None:
    make(model)
    signed_in.get(page(model, "changelist"))
    with CaptureQueriesContext(connection) as one:
        signed_in.get(page(model, "changelist"))
    make(model)
    make(model)
    with CaptureQueriesContext(connection) as three:
        signed_in.get(page(model, "changelist"))
    assert len(one) == len(three), [query["sql"] for query in three]
    assert len(three) <= 16


# By model: a field of another model's form that completes its names.
COMPLETED = {
    other._meta.get_field(name).related_model: (other, name)
    for other, other_admin in admin.site._registry.items()
    for name in other_admin.autocomplete_fields
}


def test_every_field_that_refers_to_people_or_records_completes_names() -> None:
    for model, own_admin in admin.site._registry.items():
        typed = {name for _title, options in own_admin.fieldsets or () for name in options["fields"]}
        typed -= {*own_admin.readonly_fields, *(own_admin.prepopulated_fields or ())}
        keys = {field.name for field in model._meta.fields if isinstance(field, models.ForeignKey)}
        if model not in (Answer, AssemblyFile, Attachment, Evidence, ReminderDigest, Voucher):  # only read
            assert typed & keys <= set(own_admin.autocomplete_fields), model


@pytest.mark.parametrize("model", COMPLETED, ids=lambda model: model.__name__)
def test_autocomplete_asks_a_constant_number_of_queries(signed_in: Client, model: type[models.Model]) -> None:
    other, name = COMPLETED[model]
    query = {"app_label": other._meta.app_label, "model_name": other._meta.model_name, "field_name": name, "term": ""}
    counts = []
    for rows in (1, 2):
        for _row in range(rows):
            make(model)
        with CaptureQueriesContext(connection) as asked:
            response = signed_in.get(reverse("admin:autocomplete"), query)
        assert len(response.json()["results"]) >= rows
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_rows_below_a_training_cost_no_query_each(signed_in: Client) -> None:
    training = factories.TrainingFactory.create()
    signed_in.get(page(training, "change"))
    counts = []
    for day in (1, 2):
        for _row in range(day):
            factories.TrainingInvitationFactory.create(training=training)
        factories.TrainingSessionFactory.create(training=training, held_on=f"2013-05-0{day}")
        with CaptureQueriesContext(connection) as asked:
            signed_in.get(page(training, "change"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["index", "cooperatives_member_changelist", "premiums_expense_add"])
def test_the_admin_is_closed_to_the_anonymous(client: Client, name: str) -> None:
    response = client.get(reverse(f"admin:{name}"), follow=True)
    assert response.redirect_chain
    assert response.request["PATH_INFO"] == reverse("account_login")


@pytest.mark.parametrize("person", ["treasurer", "manager", "oversight"])
def test_the_admin_is_closed_to_people_who_may_not_open_it(
    client: Client, person: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(person))
    for name in ("index", "cooperatives_member_changelist"):
        response = client.get(reverse(f"admin:{name}"), follow=True)
        assert response.status_code == 403


def test_the_admin_shows_nothing_to_people_who_are_no_administrators(client: Client) -> None:
    client.force_login(factories.UserFactory.create(is_staff=True))
    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("admin:cooperatives_member_changelist")).status_code == 403


# History -------------------------------------------------------------------------------------------------------------


def entries(client: Client, row: models.Model, query: str = "") -> list[Any]:
    response = client.get(page(row, "history") + query)
    assert response.status_code == 200
    return list(response.context["entries"])


def test_history_says_who_changed_what_and_from_which_page(signed_in: Client) -> None:
    place = factories.PlaceFactory.create(town="Ángel Albino", altitude_m=None)
    cooperative = factories.CooperativeFactory.create(short_name="Triunfo", currency="MXN", place=None)
    url = page(cooperative, "change")
    response = send(
        signed_in, url, short_name="Triunfo Verde", currency="BRL", place=place.pk, is_place_approximate="on"
    )
    assert response.status_code == 302
    changed, created = entries(signed_in, cooperative)
    assert (changed.what, changed.by, changed.page) == ("changed", "Ada Admin", url)
    assert {(change.label, change.before, change.after) for change in changed.changes} == {
        ("short name", "Triunfo", "Triunfo Verde"),
        ("currency of the premium fund", "Mexican peso", "Brazilian real"),
        ("place", "", "Ángel Albino, Chiapas"),
        ("place is approximate", "no", "yes"),
    }
    assert (created.what, created.by, created.page) == ("created", "", "")
    assert ("short name", "Triunfo") in {(change.label, change.after) for change in created.changes}
    text = signed_in.get(page(cooperative, "history")).content.decode()
    assert "Triunfo Verde" in text
    assert "not by a person who was signed in" in text


def test_history_of_a_deleted_row_stays(signed_in: Client) -> None:
    member = factories.MemberFactory.create(name="Socia que se fue")
    assert signed_in.post(page(member, "delete"), {"post": "yes"}).status_code == 302
    assert not Member.objects.filter(pk=member.pk).exists()
    deleted, _created = entries(signed_in, member)
    assert (deleted.what, deleted.by) == ("deleted", "Ada Admin")
    assert ("name", "Socia que se fue") in {(change.label, change.before) for change in deleted.changes}


@pytest.mark.parametrize("key", ["0", "x", "99999999999999999999999"])
def test_history_of_a_row_that_never_was_leads_back(signed_in: Client, key: str) -> None:
    url = reverse("admin:cooperatives_member_history", args=[key])
    assert signed_in.get(url).status_code == 302


def test_history_goes_page_by_page_and_compares_across_pages(signed_in: Client) -> None:
    member = factories.MemberFactory.create(name="Nombre 0")
    for number in range(1, 60):
        Member.objects.filter(pk=member.pk).update(name=f"Nombre {number}")
    first, second = entries(signed_in, member), entries(signed_in, member, "?p=2")
    assert (len(first), len(second)) == (50, 10)
    oldest = first[-1].changes[0]
    assert (oldest.before, oldest.after) == ("Nombre 9", "Nombre 10")
    assert second[-1].what == "created"


def test_history_asks_a_constant_number_of_queries(signed_in: Client) -> None:
    attendance = factories.AttendanceFactory.create()
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as asked:
            entries(signed_in, attendance)
        counts.append(len(asked))
        for _change in range(3):
            member = factories.MemberFactory.create(cooperative=attendance.cooperative)
            Attendance.objects.filter(pk=attendance.pk).update(
                member=member, session=factories.TrainingSessionFactory.create()
            )
    assert counts[0] == counts[1]


def test_history_needs_permission(client: Client) -> None:
    client.force_login(factories.UserFactory.create(is_staff=True))
    assert client.get(page(factories.MemberFactory.create(), "history")).status_code == 403


def test_history_shows_no_password(signed_in: Client, treasurer: User) -> None:
    text = signed_in.get(page(treasurer, "history")).content.decode()
    assert treasurer.password not in text
    assert "pbkdf2" not in text


# Refusals ------------------------------------------------------------------------------------------------------------


def test_a_broken_rule_comes_back_with_everything_typed(signed_in: Client, cooperative: Cooperative) -> None:
    form = {"cooperative": cooperative.pk, "name": "Socia", "birth_year": 18, "community": "La Cañada"}
    response = signed_in.post(page(Member, "add"), form)
    assert "A year of birth has four digits" in refused(response)
    assert "La Cañada" in response.content.decode()
    assert not Member.objects.exists()


def test_a_rule_broken_only_in_the_database_is_explained(signed_in: Client, cooperative: Cooperative) -> None:
    activity = factories.ActivityFactory.create(plan__fund=factories.FundFactory.create(cooperative=cooperative))
    response = send(signed_in, page(activity.fund, "change"), currency="BRL")
    assert "keeps its currency" in refused(response)
    assert Fund.objects.get().currency == "MXN"


def test_rows_that_others_refer_to_say_how_many(signed_in: Client, cooperative: Cooperative) -> None:
    for _row in range(3):
        factories.MemberFactory.create(cooperative=cooperative)
    for data in ({}, {"post": "yes"}):
        response = signed_in.post(page(cooperative, "delete"), data)
        assert response.status_code == 200
        assert "Members: 3" in response.content.decode()
        assert f"?cooperative__id__exact={cooperative.pk}" in response.content.decode()
    assert Cooperative.objects.filter(pk=cooperative.pk).exists()
    assert signed_in.get(f"{page(Member, 'changelist')}?cooperative__id__exact={cooperative.pk}").status_code == 200


def test_several_rows_that_others_refer_to_stay(signed_in: Client) -> None:
    places = [factories.PlaceFactory.create() for _number in range(2)]
    factories.CooperativeFactory.create(place=places[0])
    data = {"action": "delete_selected", "_selected_action": [place.pk for place in places], "post": "yes"}
    response = signed_in.post(page(Place, "changelist"), data)
    assert response.status_code == 200
    assert "Co-ops: 1" in response.content.decode()
    assert Place.objects.count() == 2


def test_several_free_rows_are_deleted(signed_in: Client) -> None:
    schemes = [factories.SchemeFactory.create() for _number in range(2)]
    data = {"action": "delete_selected", "_selected_action": [scheme.pk for scheme in schemes], "post": "yes"}
    assert signed_in.post(page(Scheme, "changelist"), data).status_code == 302
    assert not Scheme.objects.exists()


KEPT = [model for model in RECORDS if never_deleted(model)]


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_rows_with_a_history_have_no_button_to_delete_them(signed_in: Client, model: type[models.Model]) -> None:
    row = make(model)
    assert page(row, "delete") not in signed_in.get(page(row, "change")).content.decode()
    assert signed_in.post(page(row, "delete"), {"post": "yes"}).status_code == 403
    assert "delete_selected" not in signed_in.get(page(row, "changelist")).content.decode()


def test_the_models_that_are_never_deleted_are_found() -> None:
    names = "Activity Assembly AssemblyFile Expense Fund Plan PlanVersion PlannedAssembly PremiumReceived Resolution"
    names += " Sale Voucher Answer Assessment Attachment CertificationFile NonConformity Step TradePermission"
    names += " CalendarFeed FollowUpVisit Instrument Module Training TrainingFile"
    names += " CooperativeMilestone Evidence Measurement Invitation"
    assert {model.__name__ for model in KEPT} == set(names.split())


def test_two_at_the_same_time_get_a_sentence_and_a_lost_database_does_not() -> None:
    deadlock = OperationalError("deadlock")
    deadlock.__cause__ = DeadlockDetected()
    assert "at the same moment" in refusal(deadlock)
    assert refusal(OperationalError("the server is gone")) == ""
    assert refusal(DatabaseError("what is this")) == ""
    assert refusal(Refused("Not today.")) == "Not today."


def test_what_refers_to_an_example_is_an_example(signed_in: Client, cooperative: Cooperative) -> None:
    Cooperative.objects.filter(pk=cooperative.pk).update(is_example=True)
    response = signed_in.post(page(Member, "add"), {"cooperative": cooperative.pk, "name": "Socia inventada"})
    assert response.status_code == 302
    assert Member.objects.get().is_example


def test_languages_and_sources_have_their_own_sections(signed_in: Client) -> None:
    fact: Fact = factories.FactFactory.create()
    sections = {
        str(section.name): [list(line.fields) for line in section]
        for section in signed_in.get(page(fact, "change")).context["adminform"]
    }
    assert ["as_of_on", "as_of_precision"] in sections["Date"]
    assert sections["Spanish"] == [["text_es"], ["note_es"]]
    assert sections["Portuguese"] == [["text_pt"], ["note_pt"]]
    assert ["source"] in sections["Source"]
    assert sections["Record"] == [["is_example"]]


def test_a_forged_origin_is_ignored(signed_in: Client, programme: Programme) -> None:
    training: Training = factories.TrainingFactory.create(programme=programme)
    assert send(signed_in, page(training, "change"), is_example="on").status_code == 302
    training.refresh_from_db()
    assert not training.is_example


@pytest.mark.django_db(transaction=True)
def test_a_row_that_somebody_else_holds_is_explained(signed_in: Client) -> None:
    member = factories.MemberFactory.create(name="Socia")
    url = page(member, "change")
    before = signed_in.get(url)
    assert before.status_code == 200
    with psycopg.connect(**connection.get_connection_params() | {"autocommit": False}) as other:
        other.execute("SELECT FROM cooperatives_member WHERE id = %s FOR UPDATE", [member.pk])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        try:
            response = send(signed_in, url, name="Otro nombre")
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = 0")
        assert "at the same moment" in refused(response)
        assert "Otro nombre" in response.content.decode()
        other.rollback()
    member.refresh_from_db()
    assert member.name == "Socia"
