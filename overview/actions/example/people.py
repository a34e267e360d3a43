"""Who appears in the example: one sign-in for each kind of person, the authors of past entries, and the members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password

from config.dates import DatePrecision
from cooperatives.models import Cooperative, Member, Programme, ProgrammeAssignment, StaffAssignment, User
from cooperatives.models.members import Sex
from cooperatives.roles import CooperativeRole, ProgrammeRole
from overview.actions.example.world import BRAZILIAN, CANDIDATE_MEMBERS, CANDIDATES, STORIES, Cast, Story, chance

# Printed, and shown on the sign-in page while the examples are loaded: no secret, and meant to look like none.
PASSWORD = "beneficio"  # noqa: S105
_SALT = "0example0example0example0"


@dataclass(frozen=True)
class Person:
    """Somebody who signs in; `role` is one in the co-op, or in the programmes, that `where` names."""

    email: str
    name: str
    language: str
    role: ProgrammeRole | CooperativeRole | None = None
    where: tuple[str, ...] = ()

    @property
    def is_administrator(self) -> bool:
        """Whether this is the administrator, who needs no role."""
        return self.role is None


SIGN_INS = (
    Person("admin@example.org", "Alma Ríos Zenteno", "en"),
    Person("manager@example.org", "Julieta Montes Arriaga", "en", ProgrammeRole.MANAGER, ("chiapas", "rsp-brazil")),
    Person("treasurer@example.org", "Rosa Elena Gómez Pérez", "es-mx", CooperativeRole.TREASURER, ("triunfo-verde",)),
    Person("oversight@example.org", "Efraín Hernández Roblero", "es-mx", CooperativeRole.OVERSIGHT, ("triunfo-verde",)),
    Person("coop-manager@example.org", "Mateo Velázquez Ruiz", "es-mx", CooperativeRole.MANAGER, ("triunfo-verde",)),
    Person("tesoureira@example.org", "Luzia Aparecida Ferreira", "pt-br", CooperativeRole.TREASURER, (BRAZILIAN,)),
    Person("trainer@example.org", "Daniela Coutiño Farrera", "es-mx", ProgrammeRole.TRAINER, ("chiapas",)),
    Person("funder@example.org", "Beatriz Salgado Nava", "en", ProgrammeRole.FUNDER, ("chiapas",)),
)

# Treasurer and oversight committee of the other co-ops: authors of entries, who do not sign in.
OTHER_STAFF = {
    "fiech": ("Domingo Pérez Jiménez", "Lucía Gutiérrez Sántiz"),
    "san-fernando": ("Adela Nucamendi Toalá", "Rubén Escobar Gumeta"),
    "majomut": ("Sebastián Ruiz Arias", "Marcela Pérez Luna"),
    "opcaac": ("Óscar Morales Bartolón", "Irma Roblero Díaz"),
    "orpae": ("Noemí Ramírez Ventura", "Abel Sánchez Mejía"),
    "cesmach": ("Saúl Ortiz González", "Cecilia Matías Roblero"),
    "comon-yaj-noptic": ("Elvira López Cruz", "Isaías Méndez Vázquez"),
    "ramal-santa-cruz": ("Hilario Aguilar Morales", "Teresa Jiménez Cruz"),
    "candidate-c": ("Amado Díaz Velasco", "Josefa Luna Ruiz"),
    "candidate-d": ("Eulalia Santis Gómez", "Ramiro Cruz Arias"),
    "candidate-e": ("Fidelia Morales Ortiz", "Abelardo Ruiz Méndez"),
}
EARLIER_TREASURER = Person("treasurer-2012@example.org", "Arturo Moreno Villatoro", "es-mx", CooperativeRole.TREASURER)
BRAZILIAN_OVERSIGHT = Person(
    "conselho@example.org", "Sebastião Rocha Pinto", "pt-br", CooperativeRole.OVERSIGHT, (BRAZILIAN,)
)

WOMEN = {
    "es": "Alicia Amalia Antonia Catalina Dominga Elena Esperanza Guadalupe Josefa Juana Lidia Magdalena Manuela "
    "Marcela Margarita María Micaela Pascuala Petrona Rosa Verónica",
    "pt": "Ana Aparecida Benedita Cláudia Dirce Eliana Fátima Helena Ivone Joana Lourdes Márcia Neide Rosângela "
    "Sônia Vera",
}
MEN = {
    "es": "Agustín Alonso Andrés Antonio Benjamín Diego Enrique Ernesto Felipe Francisco Gilberto Jacinto Javier "
    "José Juan Lorenzo Manuel Mariano Mario Miguel Nicolás Pedro Ramiro Salvador Vicente",
    "pt": "Antônio Benedito Carlos Donizete Edson Francisco Geraldo João José Luiz Marcos Milton Osvaldo Paulo "
    "Sebastião Valdir",
}
SURNAMES = {
    "es": "Aguilar Álvarez Arias Cruz Díaz Gómez González Gutiérrez Hernández Jiménez López Luna Méndez Morales "
    "Ortiz Pérez Ramírez Roblero Ruiz Sánchez Sántiz Vázquez Velasco",
    "pt": "Almeida Alves Barbosa Carvalho Costa Ferreira Gomes Lima Martins Moreira Oliveira Pereira Ribeiro Rocha "
    "Silva Souza Teixeira",
}


def create_people(programmes: Mapping[str, Programme], cooperatives: Mapping[str, Cooperative]) -> dict[str, User]:
    """Everybody who signs in or signed an entry, with their roles; by mail address."""
    persons = [*SIGN_INS, *_authors()]
    password = make_password(PASSWORD, salt=_SALT)
    signing_in = {person.email for person in SIGN_INS}
    users = [
        User(
            email=person.email,
            name=person.name,
            language=person.language,
            password=password if person.email in signing_in else f"{UNUSABLE_PASSWORD_PREFIX}example",
            is_staff=person.is_administrator,
            is_superuser=person.is_administrator,
            is_example=True,
        )
        for person in persons
    ]
    people = {user.email: user for user in User.objects.bulk_create(users)}
    roles = [(people[person.email], str(person.role), key) for person in persons for key in person.where]
    ProgrammeAssignment.objects.bulk_create(
        ProgrammeAssignment(user=user, programme=programmes[key], role=role, is_example=True)
        for user, role, key in roles
        if key in programmes
    )
    StaffAssignment.objects.bulk_create(
        StaffAssignment(user=user, cooperative=cooperatives[key], role=role, is_example=True)
        for user, role, key in roles
        if key in cooperatives
    )
    _end_earlier_treasurer(people, cooperatives["triunfo-verde"])
    return people


def _authors() -> list[Person]:
    people = [EARLIER_TREASURER, BRAZILIAN_OVERSIGHT]
    for slug, names in OTHER_STAFF.items():
        for role, name in zip((CooperativeRole.TREASURER, CooperativeRole.OVERSIGHT), names, strict=True):
            people.append(Person(f"{role}.{slug}@example.org", name, "es-mx", role, (slug,)))
    return people


def _end_earlier_treasurer(people: Mapping[str, User], cooperative: Cooperative) -> None:
    earlier = people[EARLIER_TREASURER.email]
    StaffAssignment.objects.create(
        user=earlier,
        cooperative=cooperative,
        role=CooperativeRole.TREASURER,
        started_on=dt.date(2011, 3, 1),
        ended_at=dt.datetime(2013, 12, 31, 18, tzinfo=dt.UTC),
        ended_by=people["admin@example.org"],
        is_example=True,
    )


def cast_of(story: Story, people: Mapping[str, User], cooperative: Cooperative) -> Cast:
    """The co-op with the people who keep its books."""
    keys: tuple[str, ...]
    if story.slug == "triunfo-verde":
        keys = ("treasurer@example.org", "oversight@example.org", EARLIER_TREASURER.email)
    elif story.slug == BRAZILIAN:
        keys = ("tesoureira@example.org", BRAZILIAN_OVERSIGHT.email, "tesoureira@example.org")
    else:
        keys = tuple(f"{role}.{story.slug}@example.org" for role in ("treasurer", "oversight", "treasurer"))
    treasurer, oversight, earlier = (people[key] for key in keys)
    return Cast(cooperative, treasurer, oversight, earlier)


def create_members(cooperatives: Mapping[str, Cooperative]) -> dict[str, list[Member]]:
    """A sample of members of each co-op, by the co-op's slug."""
    sizes = {story.slug: (story.members, story.women) for story in STORIES}
    sizes |= dict.fromkeys(CANDIDATES, (CANDIDATE_MEMBERS, 40))
    members = {slug: _members_of(cooperatives[slug], number, women) for slug, (number, women) in sizes.items()}
    Member.objects.bulk_create(member for rows in members.values() for member in rows)
    return members


def _members_of(cooperative: Cooperative, number: int, women: int) -> list[Member]:
    """`women` is a percentage; of some people sex, year of birth or year of joining is not recorded."""
    draw, language = chance("members", cooperative.slug), cooperative.language[:2]
    community = "Comunidade" if language == "pt" else "Comunidad"
    surnames, taken, rows = SURNAMES[language].split(), set[str](), list[Member]()
    while len(rows) < number:
        is_woman = draw.random() * 100 < women
        first = draw.choice((WOMEN if is_woman else MEN)[language].split())
        name = f"{first} {draw.choice(surnames)} {draw.choice(surnames)}"
        if name in taken:
            continue
        taken.add(name)
        joined = dt.date(draw.randint(1996, 2011), 1, 1) if draw.random() < 0.75 else None
        rows.append(
            Member(
                cooperative=cooperative,
                name=name,
                sex="" if draw.random() < 0.07 else (Sex.WOMAN if is_woman else Sex.MAN),
                birth_year=draw.randint(1941, 1993) if draw.random() < 0.9 else None,
                community=f"{community} {draw.randint(1, 6)}",
                joined_on=joined,
                joined_precision=DatePrecision.YEAR if joined else "",
                left_on=dt.date(2015, draw.randint(1, 12), 15) if draw.random() < 0.03 else None,
                is_example=True,
            )
        )
    return rows
