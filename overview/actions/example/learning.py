"""What people learned at the example trainings: modules, a test in two versions, a report, follow-up visits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from cooperatives.models import User
from overview.actions.example.world import chance
from trainings.models import (
    Attendance,
    FollowUpVisit,
    Instrument,
    Module,
    Score,
    Track,
    Training,
    TrainingModule,
    TrainingTrainer,
)
from trainings.models.scores import Moment
from trainings.models.trainings import TrainingState

# By track: title in English, Spanish and Portuguese, objectives in the three languages, hours.
MODULES = (
    (
        "certification",
        ("Internal control system", "Sistema de control interno", "Sistema de controle interno"),
        (
            "Inspect every farm once a year",
            "Inspeccionar cada parcela una vez al año",
            "Inspecionar cada sítio por ano",
        ),
        "14",
    ),
    (
        "quality-productivity",
        ("Wet milling", "Beneficio húmedo", "Despolpa"),
        ("Ferment by the clock and the touch", "Fermentar con reloj y al tacto", "Fermentar com relógio e ao tato"),
        "18",
    ),
    (
        "quality-productivity",
        ("Cupping", "Catación", "Degustação"),
        ("Recognise the main defects", "Reconocer los defectos principales", "Reconhecer os defeitos principais"),
        "12",
    ),
    (
        "market-access",
        ("Contracts and price risk", "Contratos y riesgo de precio", "Contratos e risco de preço"),
        ("Read a contract to be fixed later", "Leer un contrato por fijar", "Ler um contrato a fixar"),
        "6.5",
    ),
    (
        "access-to-finance",
        ("Accounting for co-ops", "Contabilidad de cooperativas", "Contabilidade de cooperativas"),
        ("Close a month by oneself", "Cerrar un mes por sí mismos", "Fechar um mês por conta própria"),
        "16",
    ),
)
PRACTICES = ("Fermentación con reloj", "Barreras vivas", "Registro de parcelas")


def tell_learning(tracks: Mapping[str, Track], trainings: Sequence[Training], people: Mapping[str, User]) -> None:
    """Modules for every training, scores of two of them, a report, and visits afterwards."""
    trainer, manager = people["trainer@example.org"], people["manager@example.org"]
    _teach(tracks, trainings, trainer)
    held = [training for training in trainings if training.state == TrainingState.HELD]
    _score(held, trainer)
    _visit(held, trainer)
    first = held[0]
    first.state, first.report = (
        TrainingState.REPORTED,
        "Se revisaron los criterios; hay un responsable por cooperativa.",
    )
    first.reported_at, first.reported_by = dt.datetime(2012, 6, 29, 18, tzinfo=dt.UTC), manager
    first.save(update_fields=["state", "report", "reported_at", "reported_by"])


def _teach(tracks: Mapping[str, Track], trainings: Sequence[Training], trainer: User) -> None:
    modules = Module.objects.bulk_create(
        Module(
            track=tracks[track],
            title=titles[0],
            title_es=titles[1],
            title_pt=titles[2],
            objectives=objectives[0],
            objectives_es=objectives[1],
            objectives_pt=objectives[2],
            hours=Decimal(hours),
            language="español",
            is_example=True,
        )
        for track, titles, objectives, hours in MODULES
    )
    by_track = {module.track_id: module for module in reversed(modules)}
    by_title = {module.title: module for module in modules}
    TrainingModule.objects.bulk_create(
        TrainingModule(
            training=training,
            module=by_title.get(training.title.split(" ")[0]) or by_track[training.track_id or 0],
            is_example=True,
        )
        for training in trainings
    )
    TrainingTrainer.objects.bulk_create(
        TrainingTrainer(training=training, user=trainer, is_example=True) for training in trainings
    )


def _score(held: Sequence[Training], trainer: User) -> None:
    """The same test in two versions: the second was changed, so the two are not compared."""
    old, new = Instrument.objects.bulk_create(
        Instrument(name="Examen de beneficio húmedo", version=version, maximum=Decimal(10), is_example=True)
        for version in ("2012", "2013")
    )
    draw, rows = chance("scores"), list[Score]()
    for training, instrument in ((held[1], old), (held[2], new)):
        came = Attendance.objects.filter(session__training=training).order_by("member_id").distinct("member_id")
        entered = dt.datetime.combine(training.starts_on or dt.date(2012, 1, 1), dt.time(22), dt.UTC)
        for attendance in came:
            before = draw.randint(2, 7)
            for moment, points in ((Moment.BEFORE, before), (Moment.AFTER, min(10, before + draw.randint(0, 3)))):
                if draw.random() < 0.9:
                    rows.append(
                        Score(
                            training=training,
                            cooperative_id=attendance.cooperative_id,
                            member_id=attendance.member_id,
                            instrument=instrument,
                            moment=moment,
                            points=Decimal(points),
                            entered_at=entered,
                            entered_by=trainer,
                            is_example=True,
                        )
                    )
    Score.objects.bulk_create(rows)


def _visit(held: Sequence[Training], trainer: User) -> None:
    draw, rows = chance("visits"), list[FollowUpVisit]()
    for training in held[1:6]:
        came = Attendance.objects.filter(session__training=training).order_by("member_id").distinct("member_id")
        for attendance in list(came)[:3]:
            visited_on = (training.starts_on or dt.date(2012, 1, 1)) + dt.timedelta(days=draw.randint(60, 120))
            rows.append(
                FollowUpVisit(
                    cooperative_id=attendance.cooperative_id,
                    member_id=attendance.member_id,
                    training=training,
                    visited_on=visited_on,
                    practice=draw.choice(PRACTICES),
                    adopted=draw.choice(("yes", "yes", "partly", "no")),
                    evidence=draw.choice(("Se vio en la parcela.", "Hay registro firmado.", "")),
                    recorded_at=dt.datetime.combine(visited_on, dt.time(20), dt.UTC),
                    recorded_by=trainer,
                    is_example=True,
                )
            )
    FollowUpVisit.objects.bulk_create(rows)
