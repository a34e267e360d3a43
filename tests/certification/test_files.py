"""The certification file: its arrows, its history, permission to trade, certificates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from certification.actions.grant_permission import end_permission, grant_permission
from certification.actions.move_file import change_version, move_file, open_file
from certification.actions.record_certificate import record_certificate
from certification.models import Certificate, CertificationFile, Step, TradePermission
from certification.models.files import ARROWS, FileState
from config.errors import Refused, broken_rule
from cooperatives.models import Cooperative, User
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db
DAY = dt.date(2013, 8, 1)


def refused_by(rule: str, work: Any) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        work()
    assert broken_rule(caught.value) == rule


def test_a_file_opens_with_its_enquiry(cooperative: Cooperative, manager: User) -> None:
    version = made.StandardVersionFactory.create()
    scheme = version.standard.scheme
    file = open_file(cooperative=cooperative, scheme=scheme, version=version, opened_on=DAY, by=manager)
    file.refresh_from_db()
    assert (file.state, file.since_on, file.since_precision) == ("enquiry", DAY, "day")
    assert [(step.from_state, step.to_state, step.recorded_by) for step in file.steps.all()] == [
        ("", "enquiry", manager)
    ]
    with pytest.raises(Refused, match="already has a certification file"):
        open_file(cooperative=cooperative, scheme=scheme, opened_on=DAY, by=manager)
    with pytest.raises(Refused, match="another scheme"):
        open_file(
            cooperative=cooperative, scheme=factories.SchemeFactory.create(), version=version, opened_on=DAY, by=manager
        )


def test_a_candidate_goes_from_enquiry_to_certified_to_suspended_and_back(manager: User) -> None:
    file = made.file_in("certified", by=manager)
    assert file.year_zero_on == dt.date(2013, 7, 1)
    step = move_file(file=file, to="suspended", taken_on=DAY, note="Sin contratos", by=manager)
    assert step.until_on == dt.date(2014, 2, 1)  # the limit of the standard
    move_file(file=file, to="certified", taken_on=dt.date(2013, 9, 1), by=manager)
    assert file.steps.count() == 9
    assert file.year_zero_on == dt.date(2013, 7, 1)
    assert file.days_in_state(dt.date(2013, 9, 11)) == 10


@pytest.mark.parametrize("state", [state for state in ARROWS if state])
def test_only_the_arrows_that_exist(state: str, manager: User) -> None:
    file = made.CertificationFileFactory.create(is_historic=True, source="Libro")
    made.StepFactory.create(file=file, to_state=state, is_historic=True, source="Libro")
    file.refresh_from_db()
    for to in FileState:
        write = lambda to=to: made.StepFactory.create(  # noqa: E731
            file=file, from_state=state, to_state=to, note="Así", taken_on=DAY, recorded_by=manager
        )
        if to in ARROWS[state]:
            with transaction.atomic():
                write()
                transaction.set_rollback(True)
        else:
            refused_by("step_arrow", write)
            with pytest.raises(Refused, match="can't go to"):
                move_file(file=file, to=to, taken_on=DAY, note="Así", by=manager)


def test_state_follows_from_steps_and_history_is_not_rewritten() -> None:
    file = made.file_in("application")
    refused_by("certification_file_state_from_steps", lambda: CertificationFile.objects.update(state="certified"))
    refused_by("certification_file_state_from_steps", lambda: CertificationFile.objects.update(since_on=DAY))
    refused_by("certification_file_state_from_steps", lambda: made.CertificationFileFactory.create(state="certified"))
    refused_by("step_never_changed", lambda: Step.objects.update(note="otra cosa"))
    refused_by("step_never_deleted", lambda: Step.objects.filter(file=file)._raw_delete("default"))
    refused_by("certification_file_never_deleted", lambda: CertificationFile.objects.all()._raw_delete("default"))
    refused_by(
        "certification_file_owner_stays",
        lambda: CertificationFile.objects.update(cooperative=factories.CooperativeFactory.create()),
    )


def test_steps_have_order_reason_and_author(manager: User) -> None:
    file = made.file_in("certified")
    with pytest.raises(Refused, match="future"):
        move_file(file=file, to="suspended", taken_on=dt.date(2999, 1, 1), note="x", by=manager)
    with pytest.raises(Refused, match="last step was taken on"):
        move_file(file=file, to="suspended", taken_on=dt.date(2013, 6, 30), note="x", by=manager)
    with pytest.raises(Refused, match="Say why"):
        move_file(file=file, to="suspended", taken_on=DAY, note=" ", by=manager)
    with pytest.raises(Refused, match="meanwhile"):
        move_file(file=file, to="suspended", taken_on=DAY, note="x", seen="decision", by=manager)
    with pytest.raises(Refused, match="at most"):
        move_file(file=file, to="suspended", taken_on=DAY, until_on=dt.date(2014, 2, 2), note="x", by=manager)
    around = {"file": file, "from_state": "certified", "to_state": "suspended", "taken_on": DAY, "note": "x"}
    create = made.StepFactory.create
    refused_by("step_in_order", lambda: create(**around | {"taken_on": dt.date(2013, 6, 30)}))
    refused_by("step_not_in_future", lambda: create(**around | {"taken_on": dt.date(2999, 1, 1)}))
    refused_by("step_says_why", lambda: create(**around | {"note": ""}))
    refused_by("step_suspension_limit", lambda: create(**around | {"until_on": dt.date(2014, 2, 2)}))
    refused_by("step_until_of_suspension", lambda: create(**around | {"to_state": "withdrawn", "until_on": DAY}))
    refused_by("step_complete", lambda: create(**around | {"recorded_by": None, "recorded_at": None}))
    refused_by("step_same_cooperative", lambda: create(**around, cooperative=factories.CooperativeFactory.create()))


def test_open_major_blocks_certification_and_permission(manager: User) -> None:
    file = made.file_in("decision", by=manager)
    major = made.NonConformityFactory.create(file=file, severity="major")
    with pytest.raises(Refused, match="still open: “Finding"):
        move_file(file=file, to="certified", taken_on=DAY, by=manager)
    with pytest.raises(Refused, match="still open"):
        grant_permission(file=file, from_on=DAY, by=manager)
    around = {"file": file, "from_state": "decision", "to_state": "certified", "taken_on": DAY}
    refused_by("step_blocked_by_major", lambda: made.StepFactory.create(**around))
    refused_by("trade_permission_blocked", lambda: made.TradePermissionFactory.create(file=file))
    made.NonConformityFactory.create(file=file)  # a minor one blocks nothing
    type(major).objects.filter(pk=major.pk).update(severity="minor")
    grant_permission(file=file, from_on=DAY, by=manager)
    move_file(file=file, to="certified", taken_on=DAY, by=manager)


@pytest.mark.parametrize("state", ["enquiry", "application"])
def test_no_permission_before_the_audit(state: str, manager: User) -> None:
    file = made.file_in(state)
    with pytest.raises(Refused, match="once there was an audit"):
        grant_permission(file=file, from_on=DAY, by=manager)


def test_permissions_do_not_overlap_and_end_once(manager: User) -> None:
    file = made.file_in("audit")
    first = grant_permission(file=file, from_on=dt.date(2013, 5, 1), until_on=dt.date(2013, 6, 30), by=manager)
    with pytest.raises(Refused, match="covers some of these days"):
        grant_permission(file=file, from_on=dt.date(2013, 6, 30), by=manager)
    second = grant_permission(file=file, from_on=dt.date(2013, 7, 1), by=manager)
    with pytest.raises(Refused, match="choose a day in between"):
        end_permission(permission=first, on=dt.date(2013, 7, 1), reason="x", by=manager)
    ended = end_permission(permission=second, on=DAY, reason="Auditoría pendiente", by=manager)
    assert (ended.until_on, ended.ended_by) == (DAY, manager)
    with pytest.raises(Refused, match="ended already"):
        end_permission(permission=second, on=DAY, reason="x", by=manager)
    refused_by("trade_permission_fixed", lambda: TradePermission.objects.filter(pk=second.pk).update(until_on=None))
    refused_by("trade_permission_fixed", lambda: TradePermission.objects.filter(pk=first.pk).update(from_on=DAY))
    refused_by("trade_permission_fixed", lambda: TradePermission.objects.filter(pk=first.pk).update(until_on=DAY))
    assert list(TradePermission.objects.valid(on=DAY)) == [second]
    assert not TradePermission.objects.valid(on=dt.date(2013, 8, 2))


def test_a_move_that_bars_trade_ends_the_permission_the_same_day(manager: User) -> None:
    file = made.file_in("certified")
    permission = grant_permission(file=file, from_on=dt.date(2013, 7, 1), by=manager)
    move_file(file=file, to="suspended", taken_on=DAY, note="Sin contratos", by=manager)
    permission.refresh_from_db()
    assert (permission.until_on, permission.ended_by, permission.ended_reason) == (DAY, manager, "Sin contratos")


def test_certificates_of_a_file_do_not_overlap(manager: User) -> None:
    file = made.file_in("certified")
    end = dt.date(2016, 6, 30)
    first = record_certificate(
        file=file, number="C-1", valid_from_on=dt.date(2013, 7, 1), valid_until_on=end, by=manager
    )
    record_certificate(
        file=file, number="C-0", valid_from_on=dt.date(2010, 7, 1), valid_until_on=dt.date(2013, 6, 30), by=manager
    )
    file.refresh_from_db()
    assert (file.cycle_starts_on, file.cycle_ends_on) == (first.valid_from_on, end), "an older one comes in later"
    with pytest.raises(Refused, match="valid on some of these days"):
        record_certificate(file=file, number="C-2", valid_from_on=end, valid_until_on=dt.date(2019, 6, 30), by=manager)
    later = {"valid_from_on": dt.date(2016, 7, 1), "valid_until_on": dt.date(2019, 6, 30)}
    second = record_certificate(file=file, number="C-2", by=manager, **later)
    refused_by("certificate_no_overlap", lambda: Certificate.objects.filter(pk=second.pk).update(valid_from_on=end))
    assert list(Certificate.objects.valid(on=end)) == [first]


def test_a_certificate_joins_its_file_and_needs_certification(manager: User) -> None:
    file = made.file_in("certified")
    own = {"cooperative": file.cooperative, "scheme": file.scheme}
    row = factories.CertificateFactory.create(**own)
    row.refresh_from_db()
    assert row.file == file
    candidate = made.file_in("decision")
    with pytest.raises(Refused, match="once the co-op is certified"):
        record_certificate(file=candidate, number="1", valid_from_on=DAY, valid_until_on=DAY, by=manager)
    theirs = {"cooperative": candidate.cooperative, "scheme": candidate.scheme}
    refused_by("certificate_of_certified", lambda: factories.CertificateFactory.create(**theirs))
    refused_by("certificate_file_matches", lambda: factories.CertificateFactory.create(**own, file=candidate))
    lone = factories.CertificateFactory.create()
    lone.refresh_from_db()
    assert lone.file is None


def test_a_change_of_version_stays_within_the_scheme(manager: User) -> None:
    file = made.file_in("certified")
    newer = made.StandardVersionFactory.create(standard=file.version.standard)
    assert change_version(file=file, version=newer, by=manager).version == newer
    with pytest.raises(Refused, match="another scheme"):
        change_version(file=file, version=made.StandardVersionFactory.create(), by=manager)


def test_historic_step_needs_no_day_but_a_source() -> None:
    file = made.CertificationFileFactory.create(is_historic=True, source="Perfil")
    known = {"to_state": "certified", "is_historic": True, "recorded_by": None, "recorded_at": None}
    known |= {"taken_on": dt.date(2009, 10, 1), "taken_precision": "late"}
    refused_by("step_historic_source", lambda: made.StepFactory.create(file=file, **known))
    made.StepFactory.create(file=file, source="Perfil", **known)
    file.refresh_from_db()
    assert (file.state, file.since_precision, file.year_zero_on) == ("certified", "late", None)
    assert file.days_in_state(DAY) is None


def test_queries_of_the_office(manager: User, outsider: User, cooperative: Cooperative) -> None:
    file = made.file_in("audit", cooperative=cooperative)
    other = made.file_in("certified")
    files = CertificationFile.objects
    assert list(files.visible_to(manager)) == [file]
    assert not files.visible_to(outsider)
    assert list(files.on_the_path()) == [file]
    assert list(files.certified()) == [other]
    made.NonConformityFactory.create(file=file, severity="major")
    assert {row.pk: row.has_open_major for row in files.with_open_major()} == {file.pk: True, other.pk: False}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM certification_step WHERE recorded_by_id IS NULL")
        assert cursor.fetchone() == (0,)
