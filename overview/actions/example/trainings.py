"""Example trainings of the Chiapas programme in its four tracks, with the members who came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from config.dates import DatePrecision
from cooperatives.models import Cooperative, Member, Programme, User
from overview.actions.example.learning import tell_learning
from overview.actions.example.world import CANDIDATES, CHIAPAS, chance
from trainings.models import Attendance, HeadCount, Track, Training, TrainingInvitation, TrainingSession
from trainings.models.trainings import TrainingKind as Kind
from trainings.models.trainings import TrainingState as State

ALL = CHIAPAS + CANDIDATES
SIERRA = ("opcaac", "orpae", "cesmach", "triunfo-verde", "comon-yaj-noptic")
HIGHLANDS = ("fiech", "san-fernando", "majomut", "ramal-santa-cruz")


@dataclass(frozen=True)
class Event:
    """A training; the title in English, Spanish and Portuguese. `group` is how many members a co-op sends at most."""

    track: str
    kind: str
    title: tuple[str, str, str]
    starts_on: dt.date
    days: int
    hours: str
    place: str
    invited: tuple[str, ...]
    group: int = 6
    state: str = State.HELD
    reason: str = ""


EVENTS = (
    Event(
        "certification",
        Kind.WORKSHOP,
        ("What the standard asks", "Lo que pide el estándar", "O que o padrão exige"),
        dt.date(2012, 6, 12),
        2,
        "7",
        "Jaltenango de la Paz",
        CHIAPAS,
    ),
    Event(
        "quality-productivity",
        Kind.WORKSHOP,
        ("Wet milling and fermentation", "Beneficio húmedo y fermentación", "Despolpa e fermentação"),
        dt.date(2012, 9, 18),
        3,
        "6",
        "Jaltenango de la Paz",
        SIERRA,
        8,
    ),
    Event(
        "access-to-finance",
        Kind.WORKSHOP,
        ("Accounting for co-ops, first part", "Contabilidad de cooperativas I", "Contabilidade de cooperativas I"),
        dt.date(2012, 11, 6),
        2,
        "8",
        "San Cristóbal de las Casas",
        CHIAPAS,
        3,
    ),
    Event(
        "market-access",
        Kind.COACHING,
        ("Contracts and price risk", "Contratos y riesgo de precio", "Contratos e risco de preço"),
        dt.date(2013, 2, 19),
        1,
        "6.5",
        "Tuxtla Gutiérrez",
        CHIAPAS,
        3,
    ),
    Event(
        "quality-productivity",
        Kind.FIELD_VISIT,
        ("Coffee rust: recognise and treat", "Roya: reconocer y tratar", "Ferrugem: reconhecer e tratar"),
        dt.date(2013, 5, 14),
        2,
        "5",
        "La Concordia",
        SIERRA + HIGHLANDS[-1:],
        10,
    ),
    Event(
        "certification",
        Kind.AWARENESS,
        ("The path to a first certificate", "El camino al primer certificado", "O caminho ao primeiro certificado"),
        dt.date(2013, 8, 27),
        1,
        "6",
        "Jaltenango de la Paz",
        CANDIDATES,
        7,
    ),
    Event(
        "access-to-finance",
        Kind.WORKSHOP,
        ("Accounting for co-ops, second part", "Contabilidad de cooperativas II", "Contabilidade de cooperativas II"),
        dt.date(2013, 11, 5),
        2,
        "8",
        "San Cristóbal de las Casas",
        CHIAPAS,
        3,
    ),
    Event(
        "certification",
        Kind.WORKSHOP,
        ("Internal inspectors", "Inspectores internos", "Inspetores internos"),
        dt.date(2014, 3, 25),
        3,
        "7",
        "San Fernando",
        ALL,
        4,
    ),
    Event(
        "market-access",
        Kind.TRADE_EVENT,
        ("Tasting table for buyers", "Mesa de catación con compradores", "Mesa de provas com compradores"),
        dt.date(2014, 4, 24),
        2,
        "8",
        "Ciudad de México",
        ("cesmach", "triunfo-verde", "majomut", "fiech"),
        2,
    ),
    Event(
        "quality-productivity",
        Kind.EXCHANGE,
        (
            "Nurseries: farmers teach farmers",
            "Viveros: de campesino a campesino",
            "Viveiros: de agricultor a agricultor",
        ),
        dt.date(2014, 10, 7),
        2,
        "6",
        "La Independencia",
        HIGHLANDS,
        9,
    ),
    Event(
        "access-to-finance",
        Kind.COACHING,
        ("Applying for pre-harvest credit", "Solicitar crédito de precosecha", "Solicitar crédito pré-colheita"),
        dt.date(2015, 3, 10),
        1,
        "7.5",
        "Tuxtla Gutiérrez",
        CHIAPAS,
        3,
    ),
    Event(
        "market-access",
        Kind.WORKSHOP,
        ("Presenting a lot in English", "Presentar un lote en inglés", "Apresentar um lote em inglês"),
        dt.date(2015, 6, 16),
        1,
        "5",
        "Jaltenango de la Paz",
        SIERRA,
        4,
        State.CANCELLED,
        "La carretera estaba cerrada por las lluvias.",
    ),
    Event(
        "quality-productivity",
        Kind.WORKSHOP,
        ("Cupping for co-op staff", "Catación para el personal", "Prova de café para a equipe"),
        dt.date(2015, 10, 20),
        2,
        "6",
        "San Cristóbal de las Casas",
        CHIAPAS,
        4,
        State.PLANNED,
    ),
)


@dataclass(frozen=True)
class Scene:
    """Where the trainings take place, and with whom."""

    programme: Programme
    tracks: Mapping[str, Track]
    cooperatives: Mapping[str, Cooperative]
    members: Mapping[str, Sequence[Member]]
    people: Mapping[str, User]


def tell_trainings(scene: Scene) -> None:
    """Thirteen trainings from 2012 to 2015: one was cancelled, one is still only planned, the others were held."""
    trainings = Training.objects.bulk_create(
        _training(event, scene.programme, scene.tracks[event.track]) for event in EVENTS
    )
    TrainingInvitation.objects.bulk_create(
        TrainingInvitation(training=training, cooperative=scene.cooperatives[slug], places=event.group, is_example=True)
        for event, training in zip(EVENTS, trainings, strict=True)
        for slug in event.invited
    )
    for event, training in zip(EVENTS, trainings, strict=True):
        if event.state == State.HELD:
            _hold(event, training, scene)
    tell_learning(scene.tracks, trainings, scene.people)


def _training(event: Event, programme: Programme, track: Track) -> Training:
    title, title_es, title_pt = event.title
    return Training(
        programme=programme,
        track=track,
        title=title,
        title_es=title_es,
        title_pt=title_pt,
        kind=event.kind,
        state=event.state,
        starts_on=event.starts_on,
        starts_precision=DatePrecision.DAY,
        ends_on=event.starts_on + dt.timedelta(days=event.days - 1),
        place=event.place,
        cancelled_reason=event.reason,
        is_example=True,
    )


def _hold(event: Event, training: Training, scene: Scene) -> None:
    """Its days, and who came: of some co-ops nobody, of one only heads, and not everybody stays for every day."""
    draw = chance("training", event.title[0])
    sessions = TrainingSession.objects.bulk_create(
        TrainingSession(
            training=training,
            held_on=event.starts_on + dt.timedelta(days=day),
            hours=Decimal(event.hours),
            is_example=True,
        )
        for day in range(event.days)
    )
    counted = event.invited[-1] if event.kind in (Kind.FIELD_VISIT, Kind.AWARENESS) else ""
    if counted:
        _count_heads(sessions, scene, counted, event.group)
    came = [
        member
        for slug in event.invited
        if slug != counted and draw.random() > 0.12
        for member in draw.sample(list(scene.members[slug]), draw.randint(max(1, event.group // 2), event.group))
    ]
    Attendance.objects.bulk_create(
        Attendance(session=session, cooperative=member.cooperative, member=member, is_example=True)
        for session in sessions
        for member in came
        if draw.random() < 0.88
    )


def _count_heads(sessions: Sequence[TrainingSession], scene: Scene, slug: str, group: int) -> None:
    """At one co-op nobody took names."""
    draw = chance("heads", slug)
    trainer = scene.people["trainer@example.org"]
    for session in sessions:
        women, men = draw.randint(1, group), draw.randint(2, group + 4)
        HeadCount.objects.create(
            session=session,
            cooperative=scene.cooperatives[slug],
            women=women,
            men=men,
            under_30=draw.randint(0, women),
            counted_at=dt.datetime.combine(session.held_on, dt.time(20), dt.UTC),
            counted_by=trainer,
            is_example=True,
        )
