"""One small world for the tests of access: two co-ops of two programmes with a row of every kind, and everybody.

`Triunfo` is one's own co-op, `Zacatal` the neighbour. Whatever belongs to the neighbour says so in its texts (MARK), so
that a page which shows any of it gives itself away. One training has both co-ops invited: a shared row.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore

from certification.actions.attach import attach
from certification.actions.grant_permission import grant_permission
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, Programme, User
from cooperatives.roles import CooperativeRole, ProgrammeRole
from tests import factories, factories_certification, factories_progress, factories_trainings
from tests.factories_people import TOKEN, InvitationFactory
from trainings.models import Indicator, Milestone, Module, Track

MARK = "Zacatal"
PDF = b"%PDF-1.4\n%%EOF"
ROLES = (
    "administrator",
    "manager",
    "trainer",
    "funder",
    "treasurer",
    "co-op manager",
    "oversight",
    "no role",
    "anonymous",
)
STAFF = ("treasurer", "co-op manager", "oversight")


@dataclass
class Reference:
    """Rows that all share."""

    track: Track
    module: Module
    milestone: Milestone
    indicator: Indicator
    concern: str  # one of the lists of what waits for a person


@dataclass
class Yard:
    """A programme and a co-op of it. `rows` gives the key of one row of each kind."""

    programme: Programme
    cooperative: Cooperative
    rows: dict[str, Any] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)


@dataclass
class World:
    """What `build_world` makes."""

    own: Yard
    foreign: Yard
    reference: Reference
    shared: dict[str, Any]
    people: dict[str, User | None]


def build_world() -> World:
    """Two yards, what they share, and one person of each role in the own one."""
    track = factories.TrackFactory.create(slug="track", name="Track")
    reference = Reference(
        track=track,
        module=factories_trainings.ModuleFactory.create(track=track),
        milestone=factories_progress.MilestoneFactory.create(slug="step", track=track),
        indicator=factories_progress.IndicatorFactory.create(slug="score", track=track),
        concern="checks",
    )
    admin = factories.UserFactory.create(name="Ada Admin", is_staff=True, is_superuser=True)
    own, foreign = (_yard(reference, name, admin) for name in ("Triunfo", MARK))
    shared = _shared(own, foreign)
    people: dict[str, User | None] = {"administrator": admin, "anonymous": None, **own.people}
    people["no role"] = factories.UserFactory.create(name="Nadia Nadie")
    return World(own, foreign, reference, shared, people)


def _yard(reference: Reference, name: str, admin: User) -> Yard:
    programme = factories.ProgrammeFactory.create(slug=f"programme-{name.lower()}", name=f"Programa {name}")
    cooperative = factories.CooperativeFactory.create(slug=name.lower(), short_name=name)
    factories.EnrolmentFactory.create(cooperative=cooperative, programme=programme)
    yard = Yard(programme, cooperative)
    for role in ProgrammeRole.values:
        person = factories.UserFactory.create(name=f"{role} of {programme.name}")
        factories.ProgrammeAssignmentFactory.create(user=person, programme=programme, role=role)
        yard.people[role] = person
    for role in CooperativeRole.values:
        label = "co-op manager" if role == CooperativeRole.MANAGER else role
        yard.people[label] = factories.staff_of(cooperative, role, name=f"{label} of {name}")
    factories.FactFactory.create(cooperative=cooperative, text=f"{name} S.C.")
    _people(yard, name)
    _premium(yard, name, admin)
    _trainings(yard, name, reference)
    _progress(yard, name, reference)
    _certification(yard, name)
    return yard


def _people(yard: Yard, name: str) -> None:
    treasurer, link = yard.people["treasurer"], f"{TOKEN}-{name}"
    invitation = InvitationFactory.create(cooperative=yard.cooperative, name=f"Nueva {name}", token=link)
    session = SessionStore()
    session.save()
    browser = UserSession.objects.create(user=treasurer, session_key=session.session_key, ip="127.0.0.1")
    yard.rows |= {
        "invitation": invitation.pk,
        "invitation_link": link,
        "session": browser.pk,
        "person": treasurer.pk,
        "staff_role": treasurer.staff_assignments.get().pk,
        "programme_role": yard.people["trainer"].programme_assignments.get().pk,
    }


def _premium(yard: Yard, name: str, admin: User) -> None:
    cooperative, treasurer = yard.cooperative, yard.people["treasurer"]
    factories.AssemblyRuleFactory.create(cooperative=cooperative)
    activity = factories.approved_activity(
        cooperative, Decimal("1000.00"), by=admin, title=f"Vivero {name}", category=factories.CategoryFactory.create()
    )
    expense = factories.ExpenseFactory.create(
        activity=activity, payee=f"Ferretería {name}", purpose=f"Láminas {name}", logged_by=treasurer
    )
    draft = factories.PlanFactory.create(
        fund=activity.fund, title=f"Plan {name}", starts_on=dt.date(2014, 1, 1), ends_on=dt.date(2014, 12, 31)
    )
    line = factories.PlanLineFactory.create(version__plan=draft, activity__title=f"Beneficio {name}")
    assembly = factories.AssemblyFactory.create(cooperative=cooperative, held_on=dt.date(2014, 3, 1))
    sale = factories.SaleFactory.create(cooperative=cooperative, buyer=f"Tostadora {name}")
    payment = factories.PremiumPaymentFactory.create(sale=sale)
    exception = factories.exceptional_activity(activity.plan, Decimal(500), title=f"Puente {name}")
    factories.ExpenseFactory.create(activity=exception, payee=f"Puentes {name}", logged_by=treasurer)
    factories.ActivityReportFactory.create(activity=activity, reported_by=treasurer)
    planned = factories.PlannedAssemblyFactory.create(cooperative=cooperative, place=f"Salón {name}")
    paper = factories.AssemblyFileFactory.create(assembly=assembly, uploaded_by=treasurer)
    voucher = factories.VoucherFactory.create(expense=expense)
    yard.rows |= {
        "expense": expense.pk,
        "voucher": voucher.pk,
        "activity": activity.pk,
        "exception": exception.pk,
        "plan": draft.pk,
        "plan_line": line.pk,
        "assembly": assembly.pk,
        "assembly_file": paper.pk,
        "planned_assembly": planned.pk,
        "sale": sale.pk,
        "premium_received": payment.premium_received_id,
    }


def _trainings(yard: Yard, name: str, reference: Reference) -> None:
    cooperative = yard.cooperative
    training = factories_trainings.training_of(
        yard.programme, cooperative, title=f"Poda {name}", track=reference.track, host=cooperative
    )
    day = factories_trainings.day_of(training)
    member = factories.MemberFactory.create(cooperative=cooperative, name=f"Socia {name}")
    factories_trainings.came(day, member)
    second = factories.TrainingSessionFactory.create(training=training, held_on=dt.date(2013, 5, 7))
    factories_trainings.HeadCountFactory.create(session=second, cooperative=cooperative)
    factories_trainings.ScoreFactory.create(training=training, member=member)
    factories_trainings.FollowUpVisitFactory.create(
        cooperative=cooperative, member=member, training=training, practice=f"Barreras {name}"
    )
    factories_trainings.TrainingModuleFactory.create(training=training, module=reference.module)
    factories_trainings.TrainingTrainerFactory.create(training=training, user=yard.people["trainer"])
    made_by = yard.people["treasurer"]
    feed = factories_trainings.CalendarFeedFactory.create(programme=None, cooperative=cooperative, made_by=made_by)
    factories_trainings.CalendarFeedFactory.create(programme=yard.programme, made_by=yard.people["manager"])
    file = factories_trainings.TrainingFileFactory.create(training=training, uploaded_by=yard.people["trainer"])
    yard.rows |= {
        "training": training.pk,
        "day": day.pk,
        "member": member.pk,
        "feed": feed.secret,
        "training_file": file.pk,
    }


def _progress(yard: Yard, name: str, reference: Reference) -> None:
    cooperative, by = yard.cooperative, yard.people["treasurer"]
    factories_progress.CooperativeMilestoneFactory.create(
        cooperative=cooperative, milestone=reference.milestone, reached=True, evidence=f"Acta {name}", reported_by=by
    )
    factories_progress.IndicatorTargetFactory.create(cooperative=cooperative, indicator=reference.indicator)
    factories_progress.IndicatorBaselineFactory.create(
        cooperative=cooperative, indicator=reference.indicator, source=f"Visita {name}"
    )
    measurement = factories_progress.MeasurementFactory.create(
        cooperative=cooperative, indicator=reference.indicator, source=f"Hojas {name}", entered_by=by
    )
    evidence = factories_progress.EvidenceFactory.create(measurement=measurement)
    yard.rows |= {"measurement": measurement.pk, "evidence": evidence.pk}


def _certification(yard: Yard, name: str) -> None:
    cooperative, manager, by = yard.cooperative, yard.people["manager"], yard.people["treasurer"]
    file = factories_certification.file_in("correction", cooperative=cooperative, by=manager)
    section = factories_certification.SectionFactory.create(version=file.version)
    factories_certification.CriterionFactory.create(section=section)
    assessment = factories_certification.AssessmentFactory.create(file=file, opened_by=by)
    factories_certification.AnswerFactory.create(
        assessment=assessment, criterion=section.criteria.get(), comment=f"Sí {name}", answered_by=by
    )
    audit = factories_certification.AuditFactory.create(
        file=file, state="planned", started_on=None, planned_on=dt.date(2013, 4, 2), opened_by=manager
    )
    finding = factories_certification.NonConformityFactory.create(
        file=file, finding=f"Faltan hojas {name}", severity="major", raised_by=manager
    )
    certified = factories_certification.file_in("certified", cooperative=cooperative, by=manager)
    permission = grant_permission(file=certified, from_on=dt.date(2013, 7, 1), by=manager)
    factories.CertificateFactory.create(cooperative=cooperative, scheme=certified.scheme, file=certified)
    step = file.steps.last()
    assert step is not None
    paper = attach(to=step, file=AcceptedFile(PDF, "application/pdf", f"carta {name}.pdf"), by=manager)
    yard.rows |= {
        "file": file.pk,
        "section": section.pk,
        "assessment": assessment.pk,
        "audit": audit.pk,
        "finding": finding.pk,
        "permission": permission.pk,
        "attachment": paper.pk,
    }


def _shared(own: Yard, foreign: Yard) -> dict[str, Any]:
    """A training of one's own programme to which the neighbour is invited as well, and came."""
    training = factories_trainings.training_of(own.programme, own.cooperative, foreign.cooperative, title="Juntos")
    day = factories_trainings.day_of(training)
    guest = factories.MemberFactory.create(cooperative=foreign.cooperative, name=f"Invitada {MARK}")
    factories_trainings.came(day, guest)
    file = factories_trainings.TrainingFileFactory.create(training=training)
    return {"training": training.pk, "day": day.pk, "training_file": file.pk}


# Addresses ------------------------------------------------------------------------------------------------------------

# Which row the key of an address stands for: the beginning of a route's name and its converter, the longest wins.
KINDS = {
    "overview:attention key": "concern",
    "overview:track_progress key": "track",
    "premiums:expense_ pk": "expense",
    "session_end pk": "session",
    "invitation_accept key": "invitation_link",
    "invitation_ pk": "invitation",
    "person_detail pk": "person",
    "staff_role_end pk": "staff_role",
    "programme_role_end pk": "programme_role",
    "premiums:voucher_ pk": "voucher",
    "premiums:sale_ pk": "sale",
    "premiums:premium_received_ pk": "premium_received",
    "premiums:assembly_ pk": "assembly",
    "premiums:assembly_file pk": "assembly_file",
    "premiums:planned_assembly_ pk": "planned_assembly",
    "premiums:plan_ pk": "plan",
    "premiums:plan_line_ pk": "plan_line",
    "premiums:plan_line_create pk": "plan",
    "premiums:exception_create pk": "plan",
    "premiums:exception_ratify pk": "exception",
    "premiums:activity_report_ pk": "activity",
    "premiums:year_close pk": "plan",
    "trainings:training_ pk": "training",
    "trainings:training_file pk": "training_file",
    "trainings:training_feed key": "feed",
    "trainings:programme_training_ pk": "training",
    "trainings:score_ pk": "training",
    "trainings:instrument_ pk": "training",
    "trainings:roll_call pk": "day",
    "trainings:head_count pk": "day",
    "trainings:person_ pk": "member",
    "trainings:module_ pk": "module",
    "trainings:milestone_ key": "milestone",
    "trainings:measurement_create key": "indicator",
    "trainings:target_ key": "indicator",
    "trainings:measurement_ pk": "measurement",
    "trainings:evidence_file pk": "evidence",
    "certification:file_ pk": "file",
    "certification:certificate_create pk": "file",
    "certification:permission_grant pk": "file",
    "certification:permission_end pk": "permission",
    "certification:paper_create pk": "file",
    "certification:attachment_file pk": "attachment",
    "certification:non_conformity_ pk": "finding",
    "certification:non_conformity_create pk": "file",
    "certification:measure_ pk": "finding",
    "certification:assessment_ pk": "assessment",
    "certification:assessment_start pk": "file",
    "certification:assessment_section section": "section",
    "certification:audit_ pk": "audit",
    "certification:audit_create pk": "file",
    "certification:readiness pk": "file",
}
REFERENCE = ("concern", "track", "module", "milestone", "indicator")


def kind_of(route: str, converter: str) -> str:
    """The kind of row that this key of a route stands for; fails for a route nobody wrote down in KINDS."""
    fitting = [key for key in KINDS if route.startswith(key.split()[0]) and key.split()[1] == converter]
    assert fitting, f"say in tests/world.py which row the {converter} of {route} stands for"
    return KINDS[max(fitting, key=len)]


def cases(route: str, converters: list[str], world: World) -> dict[str, dict[str, Any]]:
    """The keys of a route, by whose they are.

    own; "mixed": one's own co-op or programme with a row of the neighbour; foreign; "shared": a row of both.
    """
    keys = {name: kind_of(route, name) for name in converters if name not in ("slug", "programme")}
    if not converters or (all(kind in REFERENCE for kind in keys.values()) and len(keys) == len(converters)):
        return {"": _keys(keys, converters, world.own, world.own.rows, world.reference)}
    found = {
        "own": _keys(keys, converters, world.own, world.own.rows, world.reference),
        "mixed": _keys(keys, converters, world.own, world.foreign.rows, world.reference),
        "foreign": _keys(keys, converters, world.foreign, world.foreign.rows, world.reference),
        "shared": _keys(keys, converters, world.own, {**world.own.rows, **world.shared}, world.reference),
    }
    if found["mixed"] in (found["own"], found["foreign"]):
        del found["mixed"]
    if found["shared"] == found["own"]:
        del found["shared"]
    return found


def _keys(
    keys: dict[str, str], converters: list[str], yard: Yard, rows: dict[str, Any], reference: Reference
) -> dict[str, Any]:
    place = {"slug": yard.cooperative.slug, "programme": yard.programme.slug}
    found = {name: place[name] for name in converters if name in place}
    for name, kind in keys.items():
        if kind in REFERENCE:
            row = getattr(reference, kind)
            found[name] = row if isinstance(row, str) else row.pk if name == "pk" else row.slug
        else:
            found[name] = rows[kind]
    return found
