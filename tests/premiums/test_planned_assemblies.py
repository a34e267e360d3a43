"""The next assembly: planned, moved, cancelled, held; on the treasurer's home and among what needs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from config.errors import Refused, broken_rule
from cooperatives.models import Cooperative, User
from premiums.actions.plan_assembly import cancel_planned_assembly, change_planned_assembly, plan_assembly
from premiums.actions.record_assembly import record_assembly
from premiums.models import Assembly, PlannedAssembly
from tests.factories import AssemblyFactory, PlannedAssemblyFactory, StaffAssignmentFactory
from tests.premiums.test_assembly_pages import TYPED
from tests.premiums.test_collisions import at_once

pytestmark = pytest.mark.django_db


def page(view: str, *keys: Any) -> str:
    return reverse(f"premiums:{view}", args=["triunfo", *keys])


def in_days(cooperative: Cooperative, days: int) -> dt.date:
    return cooperative.today() + dt.timedelta(days=days)


@pytest.fixture
def planned(cooperative: Cooperative) -> PlannedAssembly:
    """In ten days."""
    return PlannedAssemblyFactory.create(cooperative=cooperative, planned_on=in_days(cooperative, 10))


@pytest.fixture
def overdue(cooperative: Cooperative) -> PlannedAssembly:
    """Two days ago."""
    return PlannedAssemblyFactory.create(cooperative=cooperative, planned_on=in_days(cooperative, -2))


def came(cooperative: Cooperative, by: User, **values: Any) -> Assembly:
    numbers = {"entitled": 100, "present_women": 20, "present_men": 40, "quorum_percent": 51}
    held: Any = {"kind": "ordinary", "call": 1} | numbers | values
    return record_assembly(cooperative=cooperative, by=by, **held)


# The rules ------------------------------------------------------------------------------------------------------------


def test_a_day_that_has_passed_is_not_planned(cooperative: Cooperative, treasurer: User) -> None:
    with pytest.raises(Refused, match="This day has passed"):
        plan_assembly(cooperative=cooperative, planned_on=in_days(cooperative, -1), by=treasurer)
    assert plan_assembly(cooperative=cooperative, planned_on=cooperative.today(), by=treasurer).planned_on


def test_two_are_not_planned_for_one_day_unless_the_first_is_cancelled(
    planned: PlannedAssembly, treasurer: User
) -> None:
    again: Any = {"cooperative": planned.cooperative, "planned_on": planned.planned_on, "by": treasurer}
    with pytest.raises(Refused, match="already planned for this day"):
        plan_assembly(**again)
    cancel_planned_assembly(planned=planned, reason="Llueve", by=treasurer)
    assert plan_assembly(**again).cancelled_at is None


@pytest.mark.django_db(transaction=True)
def test_two_people_who_plan_the_same_day_at_once_plan_one(cooperative: Cooperative, treasurer: User) -> None:
    on = in_days(cooperative, 5)

    def plan() -> PlannedAssembly:
        return plan_assembly(cooperative=cooperative, planned_on=on, by=treasurer)

    results = at_once([plan] * 4)
    assert sum(isinstance(one, PlannedAssembly) for one in results) == 1
    assert {str(one) for one in results if isinstance(one, Refused)} == {"An assembly is already planned for this day."}
    assert PlannedAssembly.objects.count() == 1


def test_it_is_moved_with_a_reason_and_by_somebody(planned: PlannedAssembly, treasurer: User) -> None:
    said: Any = {"kind": "ordinary", "place": "Patio", "agenda": "", "by": treasurer}
    moved_to = planned.planned_on + dt.timedelta(days=7)
    with pytest.raises(Refused, match="Say why the assembly is moved"):
        change_planned_assembly(planned=planned, planned_on=moved_to, reason="", **said)
    with pytest.raises(Refused, match="This day has passed"):
        change_planned_assembly(planned=planned, planned_on=dt.date(2013, 1, 1), reason="Cosecha", **said)
    changed = change_planned_assembly(planned=planned, planned_on=planned.planned_on, reason="", **said)
    assert (changed.place, changed.moved_at) == ("Patio", None)
    moved = change_planned_assembly(planned=planned, planned_on=moved_to, reason="Cosecha", **said)
    assert (moved.planned_on, moved.moved_reason, moved.moved_by) == (moved_to, "Cosecha", treasurer)
    assert list(moved.events.order_by("pgh_id").values_list("planned_on", flat=True))[-2:] == [
        planned.planned_on,
        moved_to,
    ]


def test_recording_an_assembly_settles_the_one_planned_for_that_day(overdue: PlannedAssembly, treasurer: User) -> None:
    assembly = came(overdue.cooperative, treasurer, held_on=overdue.planned_on)
    overdue.refresh_from_db()
    assert overdue.assembly == assembly
    assert not PlannedAssembly.objects.overdue(on=overdue.cooperative.today()).exists()


def test_one_held_on_another_day_settles_the_planned_one_that_is_named(
    overdue: PlannedAssembly, treasurer: User
) -> None:
    day_after = overdue.planned_on + dt.timedelta(days=1)
    came(overdue.cooperative, treasurer, held_on=day_after)
    overdue.refresh_from_db()
    assert overdue.assembly is None
    second = came(overdue.cooperative, treasurer, held_on=day_after, call=2, planned=overdue)
    overdue.refresh_from_db()
    assert overdue.assembly == second
    with pytest.raises(Refused, match="already recorded or cancelled"):
        came(overdue.cooperative, treasurer, held_on=day_after, planned=overdue)
    assert Assembly.objects.count() == 2


@pytest.mark.parametrize("settle", ["held", "cancelled"])
def test_what_was_held_or_cancelled_stays(overdue: PlannedAssembly, treasurer: User, settle: str) -> None:
    if settle == "held":
        came(overdue.cooperative, treasurer, held_on=overdue.planned_on)
    else:
        cancel_planned_assembly(planned=overdue, reason="Llueve", by=treasurer)
    with pytest.raises(Refused, match="was held or cancelled"):
        cancel_planned_assembly(planned=overdue, reason="Otra vez", by=treasurer)
    with pytest.raises(DatabaseError) as told, transaction.atomic():
        PlannedAssembly.objects.filter(pk=overdue.pk).update(place="Otro lugar")
    assert broken_rule(told.value) == "planned_assembly_settled"


def later(row: PlannedAssembly) -> dict[str, Any]:
    return {"planned_on": row.planned_on + dt.timedelta(days=1)}


def next_year(row: PlannedAssembly) -> dict[str, Any]:
    return {"assembly": AssemblyFactory.create(cooperative=row.cooperative, held_on=in_days(row.cooperative, 365))}


def neighbours(row: PlannedAssembly) -> dict[str, Any]:
    return {"assembly": AssemblyFactory.create(cooperative__slug="vecina")}


def both(row: PlannedAssembly) -> dict[str, Any]:
    held = AssemblyFactory.create(cooperative=row.cooperative)
    return cancelled(row) | {"assembly": held, "cancelled_reason": "Llueve"}


def cancelled(row: PlannedAssembly) -> dict[str, Any]:
    return {"cancelled_at": timezone.now(), "cancelled_by": User.objects.earliest("pk")}


def moved(row: PlannedAssembly) -> dict[str, Any]:
    return {"moved_at": timezone.now(), "moved_by": User.objects.earliest("pk")}


@pytest.mark.parametrize(
    ("around", "rule"),
    [
        (later, "planned_assembly_moved_by_somebody"),
        (lambda row: later(row) | moved(row), "planned_assembly_moved_with_reason"),
        (lambda _row: {"moved_at": timezone.now(), "moved_reason": "x"}, "planned_assembly_moved"),
        (lambda _row: {"cancelled_at": timezone.now(), "cancelled_reason": "x"}, "planned_assembly_cancelled"),
        (cancelled, "planned_assembly_cancelled_with_reason"),
        (both, "planned_assembly_held_or_cancelled"),
        (neighbours, "planned_assembly_same_cooperative"),
        (next_year, "planned_assembly_held_by_then"),
    ],
)
def test_the_database_keeps_the_rules(
    planned: PlannedAssembly, treasurer: User, around: Callable[[PlannedAssembly], dict[str, Any]], rule: str
) -> None:
    values = around(planned)
    with pytest.raises(DatabaseError) as told, transaction.atomic():
        PlannedAssembly.objects.filter(pk=planned.pk).update(**values)
    assert broken_rule(told.value) == rule


def test_the_database_keeps_it_and_its_co_op(planned: PlannedAssembly, other_cooperative: Cooperative) -> None:
    with pytest.raises(DatabaseError) as told, transaction.atomic():
        planned.delete()
    assert broken_rule(told.value) == "planned_assembly_never_deleted"
    with pytest.raises(DatabaseError) as told, transaction.atomic():
        PlannedAssembly.objects.filter(pk=planned.pk).update(cooperative=other_cooperative)
    assert broken_rule(told.value) == "planned_assembly_stays_with_its_cooperative"
    with pytest.raises(DatabaseError) as told, transaction.atomic():
        PlannedAssemblyFactory.create(cooperative=planned.cooperative, planned_on=planned.planned_on)
    assert broken_rule(told.value) == "planned_assembly_once_a_day"


# The pages ------------------------------------------------------------------------------------------------------------


def test_planned_assembly_create_shows_it_on_the_home_of_the_treasurer(
    signed_in: Client, cooperative: Cooperative
) -> None:
    home = signed_in.get(page("spending_log")).content.decode()
    assert "No assembly planned yet." in home
    assert page("planned_assembly_create") in home
    assert signed_in.get(page("planned_assembly_create")).status_code == 200
    on = in_days(cooperative, 12)
    typed = {"planned_on": on.isoformat(), "kind": "extraordinary", "place": "Casa ejidal", "agenda": "Plan 2014"}
    answer = signed_in.post(page("planned_assembly_create"), typed, follow=True)
    row = PlannedAssembly.objects.get()
    assert (row.cooperative, row.planned_on, row.kind, row.place) == (cooperative, on, "extraordinary", "Casa ejidal")
    assert "Plan 2014" in answer.content.decode()
    home = signed_in.get(page("spending_log")).content.decode()
    assert "in 12 days" in home
    assert "Casa ejidal" in home
    assert "No assembly planned yet." not in home


def test_planned_assembly_update_moves_it(signed_in: Client, planned: PlannedAssembly) -> None:
    moved_to = (planned.planned_on + dt.timedelta(days=3)).isoformat()
    address = page("planned_assembly_update", planned.pk)
    assert planned.place in signed_in.get(address).content.decode()
    typed = {"planned_on": moved_to, "kind": "ordinary", "place": planned.place, "agenda": planned.agenda}
    answer = signed_in.post(address, typed)
    assert answer.status_code == 422
    assert "Say why the assembly is moved" in answer.content.decode()
    shown = signed_in.post(address, typed | {"reason": "Cosecha"}, follow=True).content.decode()
    assert "Moved: Cosecha" in shown


def test_planned_assembly_cancel_keeps_the_reason_readable(signed_in: Client, planned: PlannedAssembly) -> None:
    address = page("planned_assembly_cancel", planned.pk)
    assert signed_in.get(address).status_code == 200
    assert signed_in.post(address, {"reason": ""}).status_code == 422
    assert "Cancelled: Llueve" in signed_in.post(address, {"reason": "Llueve"}, follow=True).content.decode()
    assert "No assembly planned yet." in signed_in.get(page("spending_log")).content.decode()
    again = signed_in.post(address, {"reason": "Llueve"})
    assert again.status_code == 422
    assert "was held or cancelled" in again.content.decode()


def test_an_overdue_one_leads_from_the_home_to_its_record(signed_in: Client, overdue: PlannedAssembly) -> None:
    record = f"{page('assembly_create')}?planned={overdue.pk}"
    home = signed_in.get(page("spending_log")).content.decode()
    assert record in home
    assert "not recorded yet" in home
    form = signed_in.get(record).context["form"]
    assert form.initial["held_on"] == overdue.planned_on
    second_call = overdue.planned_on + dt.timedelta(days=1)
    answer = signed_in.post(record, TYPED | {"held_on": second_call.isoformat(), "call": "2"}, follow=True)
    overdue.refresh_from_db()
    assert overdue.assembly == Assembly.objects.get()
    assert "Salón ejidal" in answer.content.decode()


def test_an_overdue_one_is_among_what_needs_who_may_record_it(
    client: Client, overdue: PlannedAssembly, treasurer: User, other_cooperative: Cooperative
) -> None:
    PlannedAssemblyFactory.create(cooperative=other_cooperative)
    StaffAssignmentFactory.create(user=treasurer, cooperative=other_cooperative, role="oversight")
    client.force_login(treasurer)
    [need] = [one for one in client.get("/").context["needs"] if one.key == "assemblies"]
    assert (need.count, need.label) == (1, "1 assembly whose day has passed to record")
    assert f"{page('assembly_create')}?planned={overdue.pk}" in client.get(need.url).content.decode()
    came(overdue.cooperative, treasurer, held_on=overdue.planned_on)
    assert "assemblies" not in [one.key for one in client.get("/").context["needs"]]


def test_a_planned_one_of_the_neighbour_is_not_recorded_here(signed_in: Client, cooperative: Cooperative) -> None:
    foreign = PlannedAssemblyFactory.create(cooperative__slug="vecina")
    assert signed_in.get(f"{page('assembly_create')}?planned={foreign.pk}").status_code == 404


VIEWS = ["planned_assembly_create", "planned_assembly_update", "planned_assembly_cancel"]


def addresses(row: PlannedAssembly) -> list[str]:
    return [page(view, *([] if view.endswith("create") else [row.pk])) for view in VIEWS]


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["planned_assembly_create", "planned_assembly_update", "planned_assembly_cancel"])
def test_planned_assemblies_of_another_cooperative_are_not_found(
    signed_in: Client, planned: PlannedAssembly, view: str
) -> None:
    address = addresses(planned)[VIEWS.index(view)]
    assert signed_in.get(address).status_code == signed_in.post(address).status_code == 404
    if view != "planned_assembly_create":
        assert signed_in.get(reverse(f"premiums:{view}", args=["vecina", planned.pk])).status_code == 404


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_who_keeps_no_premium_reads_when_it_is_and_plans_nothing(
    client: Client, request: pytest.FixtureRequest, planned: PlannedAssembly, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    for address in addresses(planned):
        assert client.get(address).status_code == client.post(address).status_code == 403
    for shown in (client.get(page("assembly_list")), client.get(page("spending_log"))):
        text = shown.content.decode()
        assert "in 10 days" in text
        assert not [address for address in addresses(planned) if address in text]


def test_planned_assemblies_refuse_other_methods(signed_in: Client, planned: PlannedAssembly) -> None:
    assert {signed_in.put(address).status_code for address in addresses(planned)} == {405}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_ask_the_same_number_of_queries_however_many_are_planned(
    signed_in: Client, cooperative: Cooperative, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        PlannedAssemblyFactory.create(cooperative=cooperative, planned_on=in_days(cooperative, number))
    with django_assert_num_queries(9):
        signed_in.get(page("assembly_list"))
    with django_assert_num_queries(11):
        signed_in.get(page("spending_log"))


@pytest.mark.as_person("admin")
def test_the_admin_signs_a_new_day_and_a_cancellation(signed_in: Client, planned: PlannedAssembly, admin: User) -> None:
    address = reverse("admin:premiums_plannedassembly_change", args=[planned.pk])
    typed = {
        "cooperative": planned.cooperative_id,
        "planned_on": (planned.planned_on + dt.timedelta(days=1)).isoformat(),
        "kind": "ordinary",
        "place": planned.place,
    }
    assert "Say why the assembly is moved" in signed_in.post(address, typed).content.decode()
    assert signed_in.post(address, typed | {"moved_reason": "Cosecha"}).status_code == 302
    planned.refresh_from_db()
    assert (planned.moved_by, planned.moved_reason) == (admin, "Cosecha")
    said = typed | {"moved_reason": "Cosecha", "cancelled_reason": "Llueve"}
    assert signed_in.post(address, said).status_code == 302
    planned.refresh_from_db()
    assert planned.cancelled_by == admin
    assert "can&#x27;t be changed any more" in signed_in.get(address).content.decode()
