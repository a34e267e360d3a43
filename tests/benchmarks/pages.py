"""What is measured: every page with a list or a figure, who opens it and at which address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from certification.models import CertificationFile
from cooperatives.models import Cooperative, Programme
from overview.actions.simulate.organisations import MANAGER, oversight_email, slug_of, treasurer_email
from premiums.models import Assembly, Expense, Plan, PremiumReceived, Sale
from trainings.models import Measurement, Training, TrainingSession

PER_PAGE = 50


@dataclass(frozen=True)
class Page:
    """One page: its name here, who opens it, its address, and the limits it has to hold."""

    name: str
    email: str
    path: str
    limit: float = 2.5  # times the control; 0 means that only the number of queries is limited
    is_main: bool = False  # one of those that must be as quick with 2,000 co-ops as with 10


class Places:
    """Rows of the simulated world that pages are about: those of the co-op in the middle."""

    def __init__(self) -> None:
        self.number = Cooperative.objects.filter(slug__startswith="simulated-").count() // 2
        self.slug = slug_of(self.number)
        self.cooperative = Cooperative.objects.get(slug=self.slug)
        self.programme = Programme.objects.get(slug=f"simulation-{1 + self.number // 100:02}")
        self.treasurer, self.oversight = treasurer_email(self.number), oversight_email(self.number)
        self.expenses = Expense.objects.filter(cooperative=self.cooperative).count()

    def newest(self, model: type, **chosen: object) -> int:
        """The key of the newest row of the co-op."""
        return int(
            model.objects.filter(cooperative=self.cooperative, **chosen).order_by("-pk").values_list("pk", flat=True)[0]
        )  # type: ignore[attr-defined]


def pages_of(places: Places) -> list[Page]:
    """All pages, the five main ones first."""
    return [*_main(places), *_overview(places), *_premium(places), *_trainings(places), *_certification(places)]


def _main(at: Places) -> list[Page]:
    own = {"slug": at.slug}
    return [
        Page("board", MANAGER, "/", limit=3, is_main=True),
        Page("dossier", MANAGER, reverse("overview:dossier", kwargs=own), is_main=True),
        Page("fund", at.treasurer, reverse("premiums:fund", kwargs=own), is_main=True),
        Page("expense_list", at.treasurer, reverse("premiums:expense_list", kwargs=own), is_main=True),
        Page("expense_create", at.treasurer, reverse("premiums:expense_create", kwargs=own), is_main=True),
    ]


def _overview(at: Places) -> list[Page]:
    return [
        Page("board_last_page", MANAGER, "/?page=last", limit=3),
        Page("board_by_late", MANAGER, "/?sort=late&direction=desc", limit=0),
        Page("board_programme", MANAGER, f"/?programme={at.programme.slug}", limit=3),
        Page("premium_use", MANAGER, reverse("overview:premium_use"), limit=0),
        Page("programme_progress", MANAGER, reverse("overview:programme_progress"), limit=0),
        Page("track_progress", MANAGER, reverse("overview:track_progress", args=[at.slug, "quality-productivity"])),
    ]


def _premium(at: Places) -> list[Page]:
    def page(name: str, *keys: object, **options: object) -> Page:
        return Page(name, at.treasurer, reverse(f"premiums:{name}", args=[at.slug, *keys]), **options)  # type: ignore[arg-type]

    expense, listed = at.newest(Expense), reverse("premiums:expense_list", args=[at.slug])
    return [
        page("spending_log"),
        Page("expense_list_last_page", at.treasurer, f"{listed}?page={-(-at.expenses // PER_PAGE)}"),
        Page("expense_list_logged", at.treasurer, f"{listed}?state=logged"),
        page("expense_detail", expense),
        page("expense_chain", expense),
        page("statement"),
        page("sale_list"),
        page("sale_detail", at.newest(Sale)),
        page("premium_received_list"),
        page("premium_received_detail", at.newest(PremiumReceived)),
        page("assembly_list"),
        page("assembly_detail", at.newest(Assembly)),
        page("plan_list"),
        page("plan_detail", at.newest(Plan)),
        Page("rate_list", at.treasurer, reverse("premiums:rate_list")),
    ]


def _trainings(at: Places) -> list[Page]:
    training = Training.objects.filter(invitations__cooperative=at.cooperative).order_by("-pk")[0]
    session = TrainingSession.objects.filter(training=training).order_by("pk")[0]
    address: Callable[..., str] = lambda name, *keys: reverse(f"trainings:{name}", args=keys)  # noqa: E731
    planned = at.programme.slug
    return [
        Page("training_list", MANAGER, address("training_list", at.slug)),
        # Pages with names: that somebody read them is noted each time, so their answers are never remembered.
        Page("training_detail", MANAGER, address("training_detail", at.slug, training.pk), limit=0),
        Page("roll_call", MANAGER, address("roll_call", at.slug, session.pk), limit=0),
        Page("person_list", MANAGER, address("person_list", at.slug), limit=0),
        Page("visit_list", MANAGER, address("visit_list", at.slug), limit=0),
        Page("training_home", MANAGER, address("training_home"), limit=0),
        Page("programme_training_list", MANAGER, address("programme_training_list", planned)),
        Page("programme_training_detail", MANAGER, address("programme_training_detail", planned, training.pk)),
        Page("people_trained", MANAGER, address("people_trained", planned), limit=0),
        Page("people_trained_of_all", MANAGER, address("people_trained", "simulation"), limit=0),
        Page("waiting_list", MANAGER, address("waiting_list"), limit=0),
        Page("measurement_detail", MANAGER, address("measurement_detail", at.slug, at.newest(Measurement))),
    ]


def _certification(at: Places) -> list[Page]:
    address: Callable[..., str] = lambda name, *keys: reverse(f"certification:{name}", args=keys)  # noqa: E731
    return [
        Page("file_list", MANAGER, address("file_list", at.slug)),
        Page("file_detail", MANAGER, address("file_detail", at.slug, at.newest(CertificationFile))),
        Page("candidate_path", MANAGER, address("candidate_path"), limit=0),
        Page("measure_board", MANAGER, address("measure_board"), limit=0),
        Page("non_conformity_list", MANAGER, address("non_conformity_list", at.slug)),
        Page("assessment_list", MANAGER, address("assessment_list", at.slug)),
        Page("dates", MANAGER, address("dates"), limit=0),
        Page("cooperative_dates", MANAGER, address("cooperative_dates", at.slug)),
    ]
