"""WCAG 2.2 AA by axe, on every page of the address table, in light and dark, on a phone and at a desk."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from certification.actions.assess import start_self_assessment
from certification.actions.attach import attach
from certification.actions.hold_audit import plan_audit
from certification.actions.move_file import change_version
from certification.models import (
    Assessment,
    Attachment,
    CertificationFile,
    NonConformity,
    StandardVersion,
    TradePermission,
)
from config import answers
from config.uploads import AcceptedFile
from cooperatives.actions.invite_person import invite_person
from cooperatives.models import Cooperative, User
from premiums.actions.close_year import report_activity
from premiums.actions.decide_plan import decide_plan
from premiums.actions.draft_plan import Planned, add_line, draft_amendment, draft_plan
from premiums.actions.record_assembly import attach_assembly_file, record_assembly
from premiums.actions.record_sale import record_sale
from premiums.actions.spend_by_exception import spend_by_exception
from premiums.models import (
    Activity,
    Assembly,
    AssemblyFile,
    Category,
    Expense,
    Plan,
    PlanLine,
    PlannedAssembly,
    PremiumReceived,
    Sale,
    Voucher,
)
from premiums.reports.assemblies import Votes
from tests.browser.conftest import DESK, PHONE
from tests.factories_progress import EvidenceFactory
from tests.test_conventions import OUR_ROUTES
from trainings.actions.attach_file import attach_file
from trainings.actions.keep_feed import make_feed
from trainings.models import (
    Attendance,
    CalendarFeed,
    CooperativeMilestone,
    Evidence,
    Measurement,
    Module,
    Training,
    TrainingFile,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

SLUG = "triunfo-verde"
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # all that another scheme can break
AXE = Axe().axe_script
# Colours change over a moment; what axe measures in between nobody reads.
STILL = "() => Promise.allSettled(document.getAnimations().map(one => one.finished))"
# What axe looks at, without the words: elements, their attributes (of most only whether they say something), whether
# text is there; of equal neighbours two, for stripes; of what is told apart by identifiers whether it is.
SHAPE = """() => {
  const told = ["class", "role", "type", "tabindex", "lang", "dir", "scope", "style", "open"];
  const states = /^(true|false|page|polite|assertive)$/;
  const value = ({name, value}) =>
    told.includes(name) || (name.startsWith("aria-") && states.test(value)) ? value : value.trim() ? "x" : "";
  const shape = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? "t" : "";
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const said = [...node.attributes].map(one => `${one.name}=${value(one)}`).join(" ");
    const inside = [...node.childNodes].map(shape).filter(Boolean);
    const shown = inside.filter((one, place) => one === "t" || one !== inside[place - 1] || one !== inside[place - 2]);
    return `<${node.localName} ${said}>${shown.join("")}</>`;
  };
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  const asked = [...document.querySelectorAll("[for], [aria-labelledby], [aria-describedby], [aria-controls]")]
    .flatMap(one => ["for", "aria-labelledby", "aria-describedby", "aria-controls"].map(name => one.getAttribute(name)))
    .filter(Boolean).flatMap(all => all.split(/ +/)).filter(id => !ids.includes(id));
  const main = document.querySelector("main, #container");
  const whole = shape(document.documentElement), inside = main ? shape(main) : whole;
  return [inside, whole.replace(inside, "")].map(one => `${one} ${new Set(ids).size === ids.length} ${asked.length}`);
}"""
LOOKED_AT: set[str] = set()  # the shapes seen in every look in this run: of the page inside its frame, and of frames
PARTS = 2  # the pages of one person, walked in as many tests
# The same page in another state, for the one who meets it.
STATES = {
    "treasurer": (f"/cooperatives/{SLUG}/spending/all/?state=voided", f"/cooperatives/{SLUG}/trainings/?state=nothing"),
    "manager": (
        "/?programme=rsp-brazil&sort=spent",
        "/?programme=rsp-brazil&group=candidate",
        "/cooperatives/assopro/",
        "/nowhere/",
    ),
    "admin": (
        "/accounts/password/change/",
        "/accounts/logout/",
        "/admin/",
        "/admin/cooperatives/cooperative/",
        "/admin/cooperatives/cooperative/{cooperative}/change/",
        "/admin/cooperatives/cooperative/{cooperative}/history/",
        "/admin/premiums/expense/",
    ),
}
OPEN = (
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/signup/",
    "/nowhere/",
)


@pytest.fixture(autouse=True)
def answers_are_verified(settings: Any) -> None:
    """Not here: each page is asked for twice, and made once."""
    answers.forget()
    settings.REMEMBER_ANSWERS = True


def keep_a_year() -> None:
    """What the example lacks: a plan in force and being amended, spending by exception, papers, an unpaid sale."""
    cooperative = Cooperative.objects.get(slug=SLUG)
    by = User.objects.get(email="treasurer@example.org")
    today, category = cooperative.today(), Category.objects.order_by("pk")[0]
    ends_on = today + dt.timedelta(200)
    plan = draft_plan(cooperative=cooperative, title="Plan de hoy", starts_on=today, ends_on=ends_on, by=by)
    planned = Planned("Vivero", "Más café", category, today, ends_on, "El comité", Decimal(9000), Decimal(100), 5, 6)
    version = plan.versions.get()
    add_line(version=version, planned=planned, by=by)
    present = {"entitled": 100, "present_women": 30, "present_men": 40, "quorum_percent": Decimal(51)}
    assembly = record_assembly(cooperative=cooperative, held_on=today, kind="ordinary", call=1, **present, by=by)
    paper = AcceptedFile(b"%PDF-1.4\n%%EOF", "application/pdf", "acta.pdf")
    attach_assembly_file(assembly=assembly, kind="minutes", file=paper, by=by)
    decide_plan(version=version, assembly=assembly, votes=Votes(50, 5, 5, 5, "simple"), text="Se aprueba.", by=by)
    activity = Activity.objects.get(plan=plan)
    report_activity(activity=activity, done="partly", reason="Faltó agua", objective_reached="no", by=by)
    spend_by_exception(
        plan=plan,
        title="El camino",
        category=category,
        reason="Un derrumbe",
        authoriser="El consejo",
        amount=Decimal(3000),
        ratify_by_on=ends_on,
        by=by,
    )
    add_line(version=draft_amendment(plan=plan, changes="Más", by=by), planned=planned, by=by)
    record_sale(cooperative=cooperative, contract_number="H-1", signed_on=today, by=by)
    training = Training.objects.filter(cooperatives=cooperative, is_example=True)[0]
    attach_file(
        training=training, kind="programme", file=AcceptedFile(paper.content, paper.content_type, "a.pdf"), by=by
    )
    make_feed(cooperative=cooperative, by=by)
    EvidenceFactory.create(measurement=Measurement.objects.filter(state="entered", cooperative=cooperative)[0])
    version = StandardVersion.objects.filter(sections__isnull=False, standard__scheme__slug="fair-trade-usa")[0]
    file = CertificationFile.objects.get(cooperative=cooperative, is_example=True)
    change_version(file=file, version=version, by=by)
    assessment, _is_new = start_self_assessment(file=file, started_on=today, by=by)
    attach(to=assessment, file=paper, by=by)
    plan_audit(file=file, kind="surveillance", planned_on=today, by=by)


def known_keys() -> dict[str, object]:
    """The object of each route of one co-op, by the beginning of its name; of two that fit, the first."""
    ours = {"cooperative__slug": SLUG}
    plan, file = Plan.objects.filter(**ours).latest("pk").pk, CertificationFile.objects.get(is_example=True, **ours)
    attendance = Attendance.objects.filter(**ours).select_related("session")[0]
    return {
        "person_detail": User.objects.get(email="treasurer@example.org").pk,
        "premiums:voucher_file": Voucher.objects.filter(**ours)[0].pk,
        "premiums:voucher_thumbnail": Voucher.objects.filter(**ours)[0].pk,
        "premiums:assembly_file": AssemblyFile.objects.filter(**ours)[0].pk,
        "premiums:planned_assembly_": PlannedAssembly.objects.open().filter(**ours)[0].pk,
        "premiums:assembly_": Assembly.objects.filter(**ours).latest("pk").pk,
        "premiums:plan_line_create": plan,
        "premiums:plan_line_": PlanLine.objects.filter(version__state="draft", **ours).latest("pk").pk,
        "premiums:plan_": plan,
        "premiums:year_close": plan,
        "premiums:exception_create": plan,
        "premiums:exception_ratify": Activity.objects.filter(is_exceptional=True, **ours).latest("pk").pk,
        "premiums:activity_": Activity.objects.filter(report__isnull=False, **ours)[0].pk,
        "premiums:sale_": Sale.objects.filter(**ours).latest("pk").pk,
        "premiums:premium_received_": PremiumReceived.objects.filter(**ours).latest("pk").pk,
        "premiums:": Expense.objects.filter(state="logged", vouchers__isnull=False, **ours)[0].pk,
        "certification:permission_end": TradePermission.objects.filter(**ours)[0].pk,
        "certification:attachment_file": Attachment.objects.filter(**ours)[0].pk,
        "certification:non_conformity_create": file.pk,
        "certification:non_conformity_": NonConformity.objects.filter(**ours)[0].pk,
        "certification:measure_": NonConformity.objects.filter(**ours)[0].pk,
        "certification:assessment_start": file.pk,
        "certification:audit_create": file.pk,
        "certification:assessment_": Assessment.objects.filter(kind="self", **ours)[0].pk,
        "certification:audit_": Assessment.objects.filter(kind="surveillance", **ours)[0].pk,
        "certification:": file.pk,
        "trainings:roll_call": attendance.session_id,
        "trainings:head_count": attendance.session_id,
        "trainings:person_": attendance.member_id,
        "trainings:training_file": TrainingFile.objects.latest("pk").pk,
        "trainings:module_update": Module.objects.all()[0].pk,
        "trainings:measurement_": Measurement.objects.filter(state="entered", **ours)[0].pk,
        "trainings:evidence_file": Evidence.objects.filter(**ours).latest("uploaded_at").pk,
        "trainings:": attendance.session.training_id,
    }


def addresses(who: str) -> Iterator[str]:
    """The address of every page, with keys of the example, and of more states of the same pages."""
    keys, feed = known_keys(), CalendarFeed.objects.latest("pk").secret
    measurement = Measurement.objects.filter(cooperative__slug=SLUG, state="entered")[0]
    milestone = CooperativeMilestone.objects.filter(cooperative__slug=SLUG, reached_on__isnull=False)[0].milestone
    sections = Assessment.objects.filter(cooperative__slug=SLUG)[0].version.sections.all()[0].pk
    texts = {"milestone": milestone.slug, "track": milestone.track.slug, "training": feed}
    texts["attention"] = "corrections" if who == "treasurer" else "milestones"
    for name, pattern in OUR_ROUTES:
        pk = next((key for start, key in keys.items() if name.startswith(start)), 0)
        text = texts.get(name.split(":")[-1].split("_")[0], measurement.indicator.slug)
        known = {"slug": SLUG, "programme": "chiapas", "key": text, "pk": pk, "section": sections}
        yield reverse(name, kwargs={wanted: known[wanted] for wanted in pattern.pattern.converters})
    cooperative = Cooperative.objects.get(slug=SLUG).pk
    yield from (address.format(cooperative=cooperative) for address in STATES[who])


def complaints(page: Page, rules: dict[str, object]) -> Iterator[str]:
    """What is wrong with the page as it is shown now: the rules of axe, and whether it is wider than its window."""
    options = json.dumps({"runOnly": rules, "resultTypes": ["violations"]})
    for broken in page.evaluate(f"axe.run({options})")["violations"]:
        yield f"{broken['id']}: {broken['help']} ({len(broken['nodes'])} places)"
        for node in broken["nodes"][:3]:
            reasons = "; ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))
            yield f"    {' '.join(map(str, node['target']))}: {reasons}\n        {node['html'][:300]}"
    yield from width_complaints(page)


def width_complaints(page: Page) -> Iterator[str]:
    """That the page as it is shown now is wider than its window."""
    window, width = page.viewport_size, page.evaluate("document.documentElement.scrollWidth")
    if window and width > window["width"]:
        yield f"it is {width} pixels wide"


def new_shapes(page: Page) -> set[str]:
    """The shapes of the open page and of its frame that were not looked at yet; remembered from now on."""
    shapes = set(page.evaluate(SHAPE)) - LOOKED_AT
    LOOKED_AT.update(shapes)
    return shapes


def too_wide(page: Page, name: str) -> list[str]:
    """Whether the page that is open is wider than its window, at both widths."""
    found = []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found += [f"{name}, {size['width']} pixels: {line}" for line in width_complaints(page)]
    return found


def in_every_look(page: Page, name: str) -> list[str]:
    """The page that is open, in both schemes at both widths; axe comes along once."""
    found = []
    page.evaluate(AXE)
    for scheme, rules in (("light", RULES), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        for size in (PHONE, DESK):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.evaluate(STILL)
            if lines := list(complaints(page, rules)):
                found += [f"{name}, {scheme}, {size['width']} pixels:", *(f"  {line}" for line in lines)]
    return found


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("who", STATES)
def test_every_page_is_accessible_to_the_person_who_sees_it(
    open_as: Callable[..., Page], person: Callable[[str], User], who: str, part: int
) -> None:
    keep_a_year()
    page = open_as(person(who))
    found, seen = [], 0
    for address in [*addresses(who)][part::PARTS]:
        answer = page.request.get(address)
        if answer.status == 404 and who == "treasurer" and address.startswith("/programmes/"):
            continue  # a programme is not for staff of a co-op
        is_missing = answer.status == 404 and not address.startswith(("/nowhere/", "/invitation/"))
        assert not is_missing, f"{address}: give this route an object"
        if answer.status in (403, 405) or not answer.headers["content-type"].startswith("text/html"):
            continue  # no page for this person: the rest of the suite says why
        page.goto(address)
        seen += 1
        look = in_every_look if new_shapes(page) else too_wide
        found += look(page, f"{who} at {address}")
    assert seen >= 5
    assert not found, "\n".join(["", *found])


def test_a_refused_form_and_a_refused_page_are_accessible(
    open_as: Callable[..., Page], person: Callable[[str], User]
) -> None:
    page = open_as(person("treasurer"))
    page.goto(f"/cooperatives/{SLUG}/spending/new/")
    page.fill("[name=amount]", "much")
    page.fill("[name=spent_on]", "2013-06-01")
    page.locator("main form").evaluate("form => form.noValidate = true")
    page.locator("main form button[type=submit]").click()
    page.get_by_role("alert").wait_for()
    found = in_every_look(page, "refused form")
    expense = Expense.objects.filter(cooperative__slug=SLUG)[0]
    answer = page.goto(f"/cooperatives/{SLUG}/spending/{expense.pk}/return/")
    assert answer
    assert answer.status == 403
    found += in_every_look(page, "refused page")
    assert not found, "\n".join(["", *found])


def test_every_open_page_is_accessible(
    chromium: Browser, live_server: LiveServer, person: Callable[[str], User]
) -> None:
    context = chromium.new_context(base_url=live_server.url, locale="en-US")
    page = context.new_page()
    found = []
    by, place = person("admin"), Cooperative.objects.get(slug=SLUG)
    _invitation, secret = invite_person(email="n@example.org", name="Nueva", role="treasurer", place=place, by=by)
    for address in (*OPEN, reverse("invitation_accept", args=[secret])):
        page.goto(address)
        found += in_every_look(page, address)
    context.close()
    assert not found, "\n".join(["", *found])


def test_what_is_broken_is_noticed(chromium: Browser, live_server: LiveServer) -> None:
    page = chromium.new_page(base_url=live_server.url, locale="en-US")
    page.goto("/accounts/login/")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.foot p').style.color = '#aaa'")
    page.evaluate("document.querySelector('.foot p').style.backgroundColor = '#fff'")
    found = "\n".join(in_every_look(page, "broken"))
    page.close()
    assert "html-has-lang:" in found
    assert found.count("color-contrast:") == 4


def test_a_page_of_another_shape_is_looked_at(chromium: Browser, live_server: LiveServer) -> None:
    page = chromium.new_page(base_url=live_server.url, locale="en-US")
    page.goto("/accounts/login/")
    changes = (
        "main.querySelector('h1').textContent = ''",
        "main.querySelector('h1').className = 'pale'",
        "main.querySelector('label').htmlFor = 'nothing'",
        "main.querySelector('label').setAttribute('aria-hidden', 'true')",
        "main.append(document.createElement('img'))",
        "document.querySelector('header').id = main.querySelector('input').id = 'twice'",
        "document.querySelector('.foot').append(document.createElement('button'))",
    )
    new_shapes(page)
    assert not new_shapes(page)
    page.evaluate("document.querySelector('main h1').textContent = 'Other words'")
    assert not new_shapes(page)
    for change in changes:
        page.evaluate(f"() => {{ const main = document.querySelector('main'); {change} }}")
        assert new_shapes(page), change
    page.close()
