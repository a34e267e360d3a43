"""Saving the answers of one section as people go: sent twice it saves once, and two phones lose nothing of each other.

A form sends what it says now (`given`) and what it said when it was opened (`seen`). Only what the person changed is
written; what a colleague changed meanwhile stays. Where both changed the same answer, the one saved first stays and
the other comes back as a conflict; two comments are kept both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from certification.actions.attach import attach
from certification.models import Answer, Assessment, Criterion, Section
from certification.models.audits import ANSWERABLE
from certification.models.criteria import AnswerType
from config.errors import Refused, in_words
from config.uploads import AcceptedFile
from cooperatives.models import User


class Said(NamedTuple):
    """The answer itself, without its comment; all three empty: not answered."""

    complies: bool | None = None
    rank: int | None = None
    is_not_applicable: bool = False


@dataclass(frozen=True)
class Reply:
    """What a form says of one criterion: `rank` from 1 to 5, or `complies`, or not applicable; and a comment."""

    complies: bool | None = None
    rank: int | None = None
    is_not_applicable: bool = False
    comment: str = ""

    @property
    def said(self) -> Said:
        """The answer without its comment."""
        return Said(self.complies, self.rank, self.is_not_applicable)


@dataclass(frozen=True)
class Conflict:
    """Two people answered the same criterion differently: `theirs` is kept, `mine` was not saved."""

    criterion: Criterion
    theirs: Answer
    mine: Reply


@dataclass(frozen=True)
class SectionSaved:
    """What became of a form: how many answers were written, how many said nothing new, which were not saved."""

    saved: int
    unchanged: int
    conflicts: Sequence[Conflict]


NOTHING = Reply()


def reply_of(answer: Answer | None) -> Reply:
    """A stored answer as a form shows it."""
    if answer is None:
        return NOTHING
    return Reply(answer.complies, answer.rank, answer.is_not_applicable, answer.comment)


def answer_section(
    *,
    assessment: Assessment,
    section: Section,
    given: Mapping[int, Reply],
    seen: Mapping[int, Reply],
    papers: Mapping[int, Sequence[AcceptedFile]] | None = None,
    by: User,
) -> SectionSaved:
    """Save the replies to the criteria (by key) of one section, and the evidence sent with them.

    Refused: an assessment that is not open, a criterion of another section, a rank where yes or no is asked.
    """
    papers = papers or {}
    with in_words():
        locked = lock_assessment(assessment)
        criteria = section.criteria.in_bulk(set(given) | set(papers))
        _refuse_foreign(locked, section, criteria, set(given) | set(papers))
        stored = {
            answer.criterion_id: answer
            for answer in locked.answers.filter(criterion__in=criteria).select_related("answered_by")
        }
        saved, unchanged, conflicts = 0, 0, []
        for key, reply in given.items():
            _refuse_type(criteria[key], reply)
            before, current = seen.get(key, NOTHING), reply_of(stored.get(key))
            merged = _merge(before, current, reply)
            if merged.said != reply.said and reply.said != before.said:
                conflicts.append(Conflict(criteria[key], stored[key], reply))
            elif merged == current:
                unchanged += 1
            if merged != current:
                stored[key] = _write(locked, criteria[key], stored.get(key), merged, by)
                saved += 1
        for key, files in papers.items():
            stored[key] = stored.get(key) or _write(locked, criteria[key], None, NOTHING, by)
            for file in files:
                attach(to=stored[key], file=file, by=by)
        return SectionSaved(saved, unchanged, conflicts)


def lock_assessment(assessment: Assessment) -> Assessment:
    """The assessment, locked, still open for answers; refused when it is not."""
    locked = Assessment.objects.select_for_update(of=("self",), no_key=True).get(pk=assessment.pk)
    if locked.state not in ANSWERABLE:
        raise Refused(
            _("This %(kind)s is %(state)s by now, so its answers can't be changed.")
            % {"kind": locked.get_kind_display(), "state": locked.get_state_display()}
        )
    return locked


def _merge(before: Reply, current: Reply, given: Reply) -> Reply:
    """What the person changed, on top of what is stored; where both changed the answer, what is stored."""
    said = given.said if current.said == before.said else current.said
    comment = current.comment
    if given.comment.strip() != before.comment.strip() and given.comment.strip() not in current.comment:
        is_untouched = current.comment.strip() == before.comment.strip()
        comment = given.comment.strip() if is_untouched else f"{current.comment}\n{given.comment.strip()}"
    elif not given.comment.strip() and current.comment.strip() == before.comment.strip():
        comment = ""
    return Reply(*said, comment)


def _write(assessment: Assessment, criterion: Criterion, answer: Answer | None, reply: Reply, by: User) -> Answer:
    """Write a reply. A comment alone leaves the answer with who gave it."""
    if answer is None:
        answer = Answer(
            cooperative_id=assessment.cooperative_id,
            assessment=assessment,
            criterion=criterion,
            is_example=assessment.is_example or by.is_example,
        )
    if answer._state.adding or reply_of(answer).said != reply.said:
        answer.answered_by, answer.answered_at = by, timezone.now()
    answer.complies, answer.rank, answer.is_not_applicable = reply.said
    answer.comment = reply.comment
    answer.save()
    return answer


def _refuse_foreign(
    assessment: Assessment, section: Section, criteria: Mapping[int, Criterion], asked: set[int]
) -> None:
    if section.version_id != assessment.version_id or asked != set(criteria):
        raise Refused(_("These questions belong to another section. Open the section again, and answer there."))


def _refuse_type(criterion: Criterion, reply: Reply) -> None:
    ranked = criterion.answer_type == AnswerType.RANK
    if (ranked and reply.complies is not None) or (not ranked and reply.rank is not None):
        raise Refused(
            _("“%(criterion)s” is answered by %(type)s.")
            % {"criterion": criterion.text, "type": criterion.get_answer_type_display()}
        )
    if reply.rank is not None and not 1 <= reply.rank <= 5:
        raise Refused(_("Ranks go from 1 to 5."))
