"""Papers and photos behind milestones and values, and the rules of targets: what the database keeps."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from config.errors import broken_rule
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, Programme, User
from tests import factories
from tests.factories_progress import (
    CooperativeMilestoneFactory,
    EvidenceFactory,
    IndicatorBaselineFactory,
    IndicatorTargetFactory,
    MeasurementFactory,
)
from trainings.actions.keep_evidence import keep_evidence
from trainings.models import Evidence

pytestmark = pytest.mark.django_db


def broken_by(work: Any) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        work()
    return broken_rule(error.value)


def test_the_same_file_is_kept_once(treasurer: User) -> None:
    row = CooperativeMilestoneFactory.create(reached=True)
    file = AcceptedFile(b"%PDF-", "application/pdf", "acta.pdf")
    keep_evidence(of=row, files=[file, file], by=treasurer)
    keep_evidence(of=row, files=[file], by=treasurer)
    assert Evidence.objects.get().milestone == row


def test_nothing_is_added_after_acceptance(treasurer: User) -> None:
    file = AcceptedFile(b"%PDF-", "application/pdf", "acta.pdf")
    for row in (CooperativeMilestoneFactory.create(accepted=True), MeasurementFactory.create(accepted=True)):
        work = {"of": row, "files": [file], "by": treasurer}
        assert broken_by(lambda work=work: keep_evidence(**work)) == "evidence_not_after_acceptance"


@pytest.mark.parametrize(
    ("values", "rule"),
    [({"original_name": "x.jpg"}, "evidence_fixed"), ({"measurement": None}, "evidence_fixed")],
)
def test_a_file_stays_as_it_is(values: dict[str, Any], rule: str) -> None:
    rows = Evidence.objects.filter(pk=EvidenceFactory.create().pk)
    assert broken_by(lambda: rows.update(**values)) == rule
    assert broken_by(rows.delete) == "evidence_never_deleted"


def test_a_file_belongs_to_one_row_of_its_own_co_op(cooperative: Cooperative, treasurer: User) -> None:
    common = {"uploaded_by": treasurer}
    row = CooperativeMilestoneFactory.create()
    assert broken_by(
        lambda: EvidenceFactory.create(measurement=None, cooperative=cooperative, **common)
    ) == "evidence_of_one"  # fmt: skip
    assert broken_by(
        lambda: EvidenceFactory.create(measurement=None, milestone=row, cooperative=cooperative, **common)
    ) == "evidence_milestone_cooperative"  # fmt: skip
    assert broken_by(lambda: EvidenceFactory.create(cooperative=cooperative)) == "evidence_measurement_cooperative"
    assert broken_by(lambda: EvidenceFactory.create(size=0)) == "evidence_size"


def test_targets_and_baselines_keep_their_rules(cooperative: Cooperative, programme: Programme) -> None:
    target = IndicatorTargetFactory.create(cooperative=cooperative)
    same = {"indicator": target.indicator}
    assert (
        broken_by(lambda: IndicatorTargetFactory.create(cooperative=cooperative, **same)) == "target_once_a_cooperative"
    )
    assert broken_by(lambda: IndicatorTargetFactory.create(programme=programme)) == "target_of_one"
    assert broken_by(lambda: IndicatorTargetFactory.create(cooperative=None)) == "target_of_one"
    IndicatorTargetFactory.create(cooperative=None, programme=programme, **same)
    shared = {"cooperative": None, "programme": programme, **same}
    assert broken_by(lambda: IndicatorTargetFactory.create(**shared)) == "target_once_a_programme"
    assert broken_by(lambda: IndicatorTargetFactory.create(value=-1)) == "target_value"
    assert broken_by(lambda: IndicatorTargetFactory.create(year=14)) == "target_year"
    baseline = IndicatorBaselineFactory.create()
    twin = {"indicator": baseline.indicator, "cooperative": baseline.cooperative}
    assert broken_by(lambda: IndicatorBaselineFactory.create(**twin)) == "baseline_once"
    assert broken_by(lambda: IndicatorBaselineFactory.create(value=-1)) == "baseline_value"
    assert broken_by(lambda: IndicatorBaselineFactory.create(source="")) == "baseline_source"
    assert factories.CooperativeFactory.create().indicator_targets.count() == 0
