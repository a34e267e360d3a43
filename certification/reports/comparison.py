"""Two assessments side by side: only criteria that are the same, or correspond between their versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from certification.models import Answer, Assessment, Correspondence, Criterion
from config.ui import number


@dataclass(frozen=True)
class Pair:
    """One criterion, answered twice; an answer is None where nothing was said."""

    criterion: Criterion
    before: Answer | None
    after: Answer | None

    @property
    def change(self) -> int | None:
        """Ranks gained (negative: lost), or 1, 0, -1 for yes and no; None where the two can't be compared."""
        if not (self.before and self.after):
            return None
        if self.before.rank is not None and self.after.rank is not None:
            return self.after.rank - self.before.rank
        if self.before.complies is not None and self.after.complies is not None:
            return int(self.after.complies) - int(self.before.complies)
        return None


@dataclass(frozen=True)
class Comparison:
    """`pairs` are compared; `only_before` and `only_after` count criteria without a counterpart."""

    before: Assessment
    after: Assessment
    pairs: Sequence[Pair]
    only_before: int
    only_after: int

    @property
    def changed(self) -> list[Pair]:
        """Those answered better or worse than before."""
        return [pair for pair in self.pairs if pair.change]

    @property
    def unchanged(self) -> list[Pair]:
        """Those answered the same, or that can't be compared."""
        return [pair for pair in self.pairs if not pair.change]

    @property
    def is_one_version(self) -> bool:
        """Both were answered by the same version."""
        return self.before.version_id == self.after.version_id

    @property
    def sentence(self) -> str:
        """What is compared and what is left out."""
        if self.is_one_version:
            return _("Both were answered by %(version)s, so all criteria are compared.") % {
                "version": self.after.version
            }
        return _(
            "Answered by two versions (%(before)s; %(after)s): only the %(pairs)s criteria that correspond are "
            "compared. %(only_before)s of the earlier and %(only_after)s of the later version have no counterpart."
        ) % {
            "before": self.before.version.label,
            "after": self.after.version.label,
            "pairs": number(len(self.pairs)),
            "only_before": number(self.only_before),
            "only_after": number(self.only_after),
        }


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Compare two assessments, the earlier one first (three queries at most)."""
    criteria: dict[int, list[Criterion]] = {before.version_id: [], after.version_id: []}
    asked = Criterion.objects.filter(version__in=criteria).select_related("section")
    for criterion in asked.order_by("section__position", "section", "position", "pk"):
        criteria[criterion.version_id].append(criterion)
    earlier_of = {criterion.pk: criterion.pk for criterion in criteria[after.version_id]}
    if before.version_id != after.version_id:
        earlier_of = dict(
            Correspondence.objects.filter(
                criterion__version=after.version_id, earlier__version=before.version_id
            ).values_list("criterion", "earlier")
        )
    answers: dict[int, dict[int, Answer]] = {before.pk: {}, after.pk: {}}
    for answer in Answer.objects.filter(assessment__in=[before, after]):
        if answer.is_given:
            answers[answer.assessment_id][answer.criterion_id] = answer
    pairs = [
        Pair(row, answers[before.pk].get(earlier_of[row.pk]), answers[after.pk].get(row.pk))
        for row in criteria[after.version_id]
        if row.pk in earlier_of
    ]
    return Comparison(
        before,
        after,
        pairs,
        only_before=len(criteria[before.version_id]) - len(set(earlier_of.values())),
        only_after=len(criteria[after.version_id]) - len(pairs),
    )
