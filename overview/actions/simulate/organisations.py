"""Programmes, co-ops, the people who sign in, and the members."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.hashers import make_password

from cooperatives.models import Cooperative, Enrolment, Member, Programme, ProgrammeAssignment, StaffAssignment, User
from overview.actions.simulate.copying import Row, Table, Tell
from overview.actions.simulate.world import MEMBERS, PER_PROGRAMME, SOURCE, World, spread

WOMEN = [
    "Alicia",
    "Amalia",
    "Antonia",
    "Catalina",
    "Dominga",
    "Elena",
    "Esperanza",
    "Guadalupe",
    "Josefa",
    "Juana",
    "Lidia",
    "Magdalena",
    "Manuela",
]
MEN = [
    "Agustín",
    "Alonso",
    "Andrés",
    "Antonio",
    "Benjamín",
    "Diego",
    "Enrique",
    "Ernesto",
    "Felipe",
    "Francisco",
    "Gilberto",
    "Jacinto",
    "Javier",
]
SURNAMES = [
    "Aguilar",
    "Álvarez",
    "Arias",
    "Cruz",
    "Díaz",
    "Gómez",
    "González",
    "Gutiérrez",
    "Hernández",
    "Jiménez",
    "López",
    "Luna",
    "Méndez",
]
MANAGER = "manager@simulation.example"
ADMINISTRATOR = "admin@simulation.example"
JOINED_AT = "2016-01-01 12:00+00"


def treasurer_email(number: int) -> str:
    """How the treasurer of the co-op with this number signs in."""
    return f"treasurer-{number:04}@simulation.example"


def oversight_email(number: int) -> str:
    """How the person signs in who checks the books of the co-op with this number."""
    return f"oversight-{number:04}@simulation.example"


def slug_of(number: int) -> str:
    """The address of the co-op with this number."""
    return f"simulated-{number:04}"


def copy_organisations(world: World, tell: Tell, *, password: str | None) -> None:
    """Programmes under one umbrella, co-ops, enrolments, people with their roles, members.

    Without `password` nobody can sign in with one.
    """
    size = world.size.cooperatives
    programmes = Table(Programme, "pk", "slug", "name", "part_of_id", country_code="MX", is_official_name=False)
    parts = -(-size // PER_PROGRAMME)
    programmes.copy(_programmes(world, parts), parts + 1, tell)
    names = ("pk", "slug", "short_name", "name")
    Table(Cooperative, *names, country_code="MX").copy(_cooperatives(world), size, tell)
    Table(Enrolment, "programme_id", "cooperative_id", "kind", source=SOURCE).copy(_enrolments(world), size, tell)
    people = Table(
        User, "pk", "email", "name", "is_staff", "is_superuser", password=make_password(password), joined_at=JOINED_AT
    )
    people.copy(_people(world), 2 + 2 * size, tell)
    assigned = Table(ProgrammeAssignment, "user_id", "programme_id", role="manager")
    assigned.copy([(world.manager, world.keys["Programme"])], 1, tell)
    Table(StaffAssignment, "user_id", "cooperative_id", "role").copy(_staff(world), 2 * size, tell)
    columns = ("pk", "cooperative_id", "name", "sex", "birth_year", "community")
    Table(Member, *columns, role="producer").copy(_members(world), MEMBERS * size, tell)


def _programmes(world: World, parts: int) -> Iterator[Row]:
    umbrella = world.keys["Programme"]
    yield umbrella, "simulation", "Simulation", None
    for number in range(1, parts + 1):
        yield umbrella + number, f"simulation-{number:02}", f"Simulation {number:02}", umbrella


def _cooperatives(world: World) -> Iterator[Row]:
    for number in range(world.size.cooperatives):
        name = f"Simulated {number:04}"
        yield world.cooperative(number), slug_of(number), name, f"{name}, a co-op that does not exist"


def _enrolments(world: World) -> Iterator[Row]:
    for number in range(world.size.cooperatives):
        programme = world.keys["Programme"] + 1 + number // PER_PROGRAMME
        yield programme, world.cooperative(number), "candidate" if number % 5 == 4 else "participant"


def _people(world: World) -> Iterator[Row]:
    first = world.keys["User"]
    yield first, ADMINISTRATOR, "Simulated administrator", True, True
    yield first + 1, MANAGER, "Simulated manager", False, False
    for number in range(world.size.cooperatives):
        yield world.treasurer(number), treasurer_email(number), f"Treasurer {number:04}", False, False
        yield world.oversight(number), oversight_email(number), f"Oversight {number:04}", False, False


def _staff(world: World) -> Iterator[Row]:
    for number in range(world.size.cooperatives):
        yield world.treasurer(number), world.cooperative(number), "treasurer"
        yield world.oversight(number), world.cooperative(number), "oversight"


def _members(world: World) -> Iterator[Row]:
    key = world.keys["Member"]
    for number in range(world.size.cooperatives):
        for person in range(MEMBERS):
            draw = spread(key, 1 << 20)
            first = (WOMEN if person % 3 == 0 else MEN)[draw % 13]
            name = f"{first} {SURNAMES[(draw >> 4) % 13]} {SURNAMES[(draw >> 8) % 13]} {person:03}"
            sex = "woman" if person % 3 == 0 else "man"
            yield key, world.cooperative(number), name, sex, 1945 + draw % 55, f"Comunidad {1 + person % 6}"
            key += 1
