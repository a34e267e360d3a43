"""Rows for tests, built like the application builds them: money only through an adopted resolution."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from certification.models import Certificate
from cooperatives.models import (
    Cooperative,
    Enrolment,
    Fact,
    Member,
    Place,
    Programme,
    ProgrammeAssignment,
    Scheme,
    StaffAssignment,
    User,
)
from premiums.actions.decide_resolution import adopt_resolution
from premiums.models import (
    Activity,
    ActivityReport,
    Allotment,
    Assembly,
    AssemblyFile,
    AssemblyRule,
    Category,
    Expense,
    Fund,
    Plan,
    PlanLine,
    PlannedAssembly,
    PlanVersion,
    PremiumPayment,
    PremiumReceived,
    Rate,
    Resolution,
    Sale,
    Voucher,
)
from trainings.models import Attendance, Track, Training, TrainingInvitation, TrainingSession

PASSWORD = "cafe-de-altura-1400"


class UserFactory(DjangoModelFactory[User]):
    """A person who can sign in with PASSWORD and may do nothing yet."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Persona {n}")
    email = factory.Sequence(lambda n: f"persona{n}@example.org")
    password = factory.django.Password(PASSWORD)


class PlaceFactory(DjangoModelFactory[Place]):
    """A town in Chiapas."""

    class Meta:
        model = Place

    slug = factory.Sequence(lambda n: f"place-{n}")
    town = factory.Sequence(lambda n: f"Pueblo {n}")
    municipality = "Municipio"
    state = "Chiapas"
    country_code = "MX"
    latitude = Decimal("15.9")
    longitude = Decimal("-92.7")


class CooperativeFactory(DjangoModelFactory[Cooperative]):
    """A co-op in Chiapas."""

    class Meta:
        model = Cooperative

    slug = factory.Sequence(lambda n: f"coop-{n}")
    short_name = factory.Sequence(lambda n: f"Coop {n}")
    name = factory.LazyAttribute(lambda coop: f"Cooperativa {coop.short_name}")
    country_code = "MX"
    place = factory.SubFactory(PlaceFactory)


class ProgrammeFactory(DjangoModelFactory[Programme]):
    """A programme."""

    class Meta:
        model = Programme

    slug = factory.Sequence(lambda n: f"programme-{n}")
    name = factory.Sequence(lambda n: f"Programme {n}")


class EnrolmentFactory(DjangoModelFactory[Enrolment]):
    """A participant."""

    class Meta:
        model = Enrolment

    programme = factory.SubFactory(ProgrammeFactory)
    cooperative = factory.SubFactory(CooperativeFactory)
    kind = "participant"


class ProgrammeAssignmentFactory(DjangoModelFactory[ProgrammeAssignment]):
    """A person's role in a programme."""

    class Meta:
        model = ProgrammeAssignment

    user = factory.SubFactory(UserFactory)
    programme = factory.SubFactory(ProgrammeFactory)
    role = "manager"


class StaffAssignmentFactory(DjangoModelFactory[StaffAssignment]):
    """A person's role in a co-op."""

    class Meta:
        model = StaffAssignment

    user = factory.SubFactory(UserFactory)
    cooperative = factory.SubFactory(CooperativeFactory)
    role = "treasurer"


class MemberFactory(DjangoModelFactory[Member]):
    """A member."""

    class Meta:
        model = Member

    cooperative = factory.SubFactory(CooperativeFactory)
    name = factory.Sequence(lambda n: f"Socia {n}")
    sex = "woman"


class FactFactory(DjangoModelFactory[Fact]):
    """A sourced fact about a co-op."""

    class Meta:
        model = Fact

    cooperative = factory.SubFactory(CooperativeFactory)
    topic = "legal form"
    text = "S.C."
    source = "A book"


class SchemeFactory(DjangoModelFactory[Scheme]):
    """A scheme."""

    class Meta:
        model = Scheme

    slug = factory.Sequence(lambda n: f"scheme-{n}")
    name = factory.Sequence(lambda n: f"Scheme {n}")


class CertificateFactory(DjangoModelFactory[Certificate]):
    """A certificate of which only the year is known."""

    class Meta:
        model = Certificate

    cooperative = factory.SubFactory(CooperativeFactory)
    scheme = factory.SubFactory(SchemeFactory)
    valid_from_on = dt.date(2009, 1, 1)
    valid_from_precision = "year"


class TrackFactory(DjangoModelFactory[Track]):
    """A track."""

    class Meta:
        model = Track

    slug = factory.Sequence(lambda n: f"track-{n}")
    position = factory.Sequence(lambda n: n + 1)
    name = factory.Sequence(lambda n: f"Track {n}")


class TrainingFactory(DjangoModelFactory[Training]):
    """A training that was held in 2013."""

    class Meta:
        model = Training

    programme = factory.SubFactory(ProgrammeFactory)
    track = factory.SubFactory(TrackFactory)
    title = factory.Sequence(lambda n: f"Taller {n}")
    state = "held"
    starts_on = dt.date(2013, 5, 6)
    starts_precision = "day"


class TrainingInvitationFactory(DjangoModelFactory[TrainingInvitation]):
    """An invited co-op."""

    class Meta:
        model = TrainingInvitation

    training = factory.SubFactory(TrainingFactory)
    cooperative = factory.SubFactory(CooperativeFactory)


class TrainingSessionFactory(DjangoModelFactory[TrainingSession]):
    """A day of a training."""

    class Meta:
        model = TrainingSession

    training = factory.SubFactory(TrainingFactory)
    held_on = dt.date(2013, 5, 6)


class AttendanceFactory(DjangoModelFactory[Attendance]):
    """A member on a day."""

    class Meta:
        model = Attendance

    session = factory.SubFactory(TrainingSessionFactory)
    member = factory.SubFactory(MemberFactory)
    cooperative = factory.SelfAttribute("member.cooperative")


class FundFactory(DjangoModelFactory[Fund]):
    """A fund in pesos."""

    class Meta:
        model = Fund
        django_get_or_create = ("cooperative",)

    cooperative = factory.SubFactory(CooperativeFactory)
    currency = "MXN"


class PremiumReceivedFactory(DjangoModelFactory[PremiumReceived]):
    """Premium in the fund's currency."""

    class Meta:
        model = PremiumReceived

    fund = factory.SubFactory(FundFactory)
    cooperative = factory.SelfAttribute("fund.cooperative")
    received_on = dt.date(2013, 4, 2)
    received_precision = "day"
    amount = Decimal("5000.00")


class CategoryFactory(DjangoModelFactory[Category]):
    """A use category."""

    class Meta:
        model = Category

    slug = factory.Sequence(lambda n: f"category-{n}")
    group = "members"
    name = factory.Sequence(lambda n: f"Category {n}")


class PlanFactory(DjangoModelFactory[Plan]):
    """The plan of the fund for 2013; a co-op has one for a period, so a second call gives the same."""

    class Meta:
        model = Plan
        django_get_or_create = ("fund", "starts_on")

    fund = factory.SubFactory(FundFactory)
    cooperative = factory.SelfAttribute("fund.cooperative")
    title = "Plan 2013"
    starts_on = dt.date(2013, 1, 1)
    starts_precision = "day"
    ends_on = dt.date(2013, 12, 31)


class ActivityFactory(DjangoModelFactory[Activity]):
    """An activity without money yet; see `approved_activity`."""

    class Meta:
        model = Activity

    plan = factory.SubFactory(PlanFactory)
    fund = factory.SelfAttribute("plan.fund")
    cooperative = factory.SelfAttribute("plan.cooperative")
    title = factory.Sequence(lambda n: f"Actividad {n}")


class AssemblyFactory(DjangoModelFactory[Assembly]):
    """An assembly with quorum: 60 of 100 came, 51 percent are needed."""

    class Meta:
        model = Assembly

    cooperative = factory.SubFactory(CooperativeFactory)
    held_on = dt.date(2013, 3, 10)
    held_precision = "day"
    kind = "ordinary"
    call = 1
    entitled = 100
    present_women = 25
    present_men = 35
    quorum_percent = Decimal("51")


class PlannedAssemblyFactory(DjangoModelFactory[PlannedAssembly]):
    """An assembly whose day has passed, of which nothing is recorded."""

    class Meta:
        model = PlannedAssembly

    cooperative = factory.SubFactory(CooperativeFactory)
    planned_on = dt.date(2013, 3, 10)
    place = "Salón ejidal"
    agenda = "Plan de la prima"


class ResolutionFactory(DjangoModelFactory[Resolution]):
    """A draft with a clear majority: 50 for, 6 against, 3 abstained, 1 blank."""

    class Meta:
        model = Resolution

    assembly = factory.SubFactory(AssemblyFactory)
    cooperative = factory.SelfAttribute("assembly.cooperative")
    text = "Se aprueba el plan."
    votes_for = 50
    votes_against = 6
    votes_abstained = 3
    votes_blank = 1


class AllotmentFactory(DjangoModelFactory[Allotment]):
    """What a draft would release."""

    class Meta:
        model = Allotment

    resolution = factory.SubFactory(ResolutionFactory)
    activity = factory.SubFactory(ActivityFactory)
    cooperative = factory.SelfAttribute("resolution.cooperative")
    amount = Decimal("1000.00")


class ExpenseFactory(DjangoModelFactory[Expense]):
    """An expense; give it an activity that has money."""

    class Meta:
        model = Expense

    activity = factory.SubFactory(ActivityFactory)
    cooperative = factory.SelfAttribute("activity.cooperative")
    amount = Decimal("100.00")
    spent_on = dt.date(2013, 6, 1)
    spent_precision = "day"
    payee = "Ferretería El Cafetal"
    purpose = "Láminas"
    form_key = factory.LazyFunction(uuid.uuid4)
    logged_by = factory.SubFactory(UserFactory)
    logged_at = factory.LazyFunction(timezone.now)


class VoucherFactory(DjangoModelFactory[Voucher]):
    """A small picture as voucher."""

    class Meta:
        model = Voucher

    expense = factory.SubFactory(ExpenseFactory)
    cooperative = factory.SelfAttribute("expense.cooperative")
    file = factory.django.ImageField(width=40, height=60, format="JPEG")
    original_name = "nota.jpg"
    content_type = "image/jpeg"
    size = 700
    sha256 = factory.Sequence(lambda n: f"{n:064d}")
    uploaded_by = factory.SelfAttribute("expense.logged_by")
    uploaded_at = factory.LazyFunction(timezone.now)


def staff_of(cooperative: Cooperative, role: str, **person: Any) -> User:
    """A person who works for a co-op."""
    user = UserFactory.create(**person)
    StaffAssignmentFactory.create(user=user, cooperative=cooperative, role=role)
    return user


def approved_activity(cooperative: Cooperative, amount: Decimal, *, by: User, **activity: Any) -> Activity:
    """An activity with money, the way money comes to one: a resolution adopted by an assembly with quorum."""
    plan = activity.pop("plan", None) or PlanFactory.create(fund=FundFactory.create(cooperative=cooperative))
    row = ActivityFactory.create(plan=plan, **activity)
    resolution = ResolutionFactory.create(assembly__cooperative=cooperative, plan=plan)
    AllotmentFactory.create(resolution=resolution, activity=row, amount=amount)
    adopt_resolution(resolution=resolution, by=by)
    row.refresh_from_db()
    return row


class PlanVersionFactory(DjangoModelFactory[PlanVersion]):
    """The first draft of a plan."""

    class Meta:
        model = PlanVersion

    plan = factory.SubFactory(PlanFactory)
    cooperative = factory.SelfAttribute("plan.cooperative")
    number = 1


class PlanLineFactory(DjangoModelFactory[PlanLine]):
    """A line of a draft, with its activity."""

    class Meta:
        model = PlanLine

    version = factory.SubFactory(PlanVersionFactory)
    cooperative = factory.SelfAttribute("version.cooperative")
    activity = factory.SubFactory(ActivityFactory, plan=factory.SelfAttribute("..version.plan"))
    title = factory.SelfAttribute("activity.title")
    objective = "Menos broca en el café"
    category = factory.SubFactory(CategoryFactory)
    starts_on = dt.date(2013, 2, 1)
    ends_on = dt.date(2013, 10, 31)
    responsible = "Comité de premio"
    budget = Decimal("1000.00")


class ActivityReportFactory(DjangoModelFactory[ActivityReport]):
    """An activity that was carried out."""

    class Meta:
        model = ActivityReport

    activity = factory.SubFactory(ActivityFactory)
    cooperative = factory.SelfAttribute("activity.cooperative")
    done = "yes"
    objective_reached = "yes"
    reported_by = factory.SubFactory(UserFactory)
    reported_at = factory.LazyFunction(timezone.now)


class AssemblyRuleFactory(DjangoModelFactory[AssemblyRule]):
    """Half at the first call, a third at the second."""

    class Meta:
        model = AssemblyRule

    cooperative = factory.SubFactory(CooperativeFactory)
    from_on = dt.date(2010, 1, 1)
    quorum_first_percent = Decimal("51")
    quorum_second_percent = Decimal("33")


def exceptional_activity(plan: Plan, amount: Decimal, **activity: Any) -> Activity:
    """An activity that may spend before an assembly approves it."""
    return ActivityFactory.create(
        plan=plan,
        is_exceptional=True,
        exceptional_reason="El puente se cayó",
        authoriser="Consejo de administración",
        authorised_amount=amount,
        ratify_by_on=dt.date(2013, 12, 1),
        **activity,
    )


def rated_sale(cooperative: Cooperative, **sale: Any) -> Sale:
    """A sale of 2013 at 20 US cents of premium a pound, 5 of them for quality; `quantity_kg=None`: not known."""
    rates = Rate.objects.filter(source="Factory")
    rate = rates.first() or Rate.objects.create(
        scheme=SchemeFactory.create(),
        form="washed",
        region="central",
        from_on=dt.date(2011, 4, 1),
        premium=Decimal("0.20"),
        quality_part=Decimal("0.05"),
        source="Factory",
    )
    dated = {"signed_on": dt.date(2013, 2, 1), "signed_precision": "day"}
    row = Sale.objects.create(cooperative=cooperative, scheme=rate.scheme, rate=rate, **dated | sale)
    row.refresh_from_db()
    return row


class RateFactory(DjangoModelFactory[Rate]):
    """The rate of April 2011, for washed coffee of Mexico."""

    class Meta:
        model = Rate

    scheme = factory.SubFactory(SchemeFactory)
    form = "washed"
    region = "central"
    from_on = dt.date(2011, 4, 1)
    premium = Decimal("0.20")
    quality_part = Decimal("0.05")
    minimum_price = Decimal("1.40")
    organic_differential = Decimal("0.30")
    source = "A price list"


class SaleFactory(DjangoModelFactory[Sale]):
    """A container of 275 bags, signed in February 2013, with 8,366.54 USD of premium due."""

    class Meta:
        model = Sale

    cooperative = factory.SubFactory(CooperativeFactory)
    rate = factory.SubFactory(RateFactory)
    scheme = factory.SelfAttribute("rate.scheme")
    form = "washed"
    contract_number = factory.Sequence(lambda n: f"C-{n:04}")
    buyer = "Tostadora del Norte"
    signed_on = dt.date(2013, 2, 11)
    signed_precision = "day"
    bags = 275
    bag_kg = Decimal(69)
    quantity_kg = Decimal(18975)


class PremiumPaymentFactory(DjangoModelFactory[PremiumPayment]):
    """A part of premium received in dollars, for a sale of the same co-op."""

    class Meta:
        model = PremiumPayment

    sale = factory.SubFactory(SaleFactory)
    cooperative = factory.SelfAttribute("sale.cooperative")
    premium_received = factory.SubFactory(
        PremiumReceivedFactory,
        fund__cooperative=factory.SelfAttribute("...cooperative"),
        amount=Decimal("106741.03"),
        original_amount=Decimal("8366.54"),
        original_currency="USD",
        rate=Decimal("12.7584"),
        rate_on=dt.date(2013, 4, 2),
        rate_source="Slip of the bank",
    )
    amount = Decimal("8366.54")


class AssemblyFileFactory(DjangoModelFactory[AssemblyFile]):
    """The minutes of an assembly."""

    class Meta:
        model = AssemblyFile

    assembly = factory.SubFactory(AssemblyFactory)
    cooperative = factory.SelfAttribute("assembly.cooperative")
    kind = "minutes"
    file = factory.django.FileField(data=b"%PDF-1.4\n%%EOF", filename="acta.pdf")
    original_name = "acta.pdf"
    content_type = "application/pdf"
    size = 14
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    uploaded_by = factory.SubFactory(UserFactory)
    uploaded_at = factory.LazyFunction(timezone.now)
