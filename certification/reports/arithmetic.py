"""How a readiness was reckoned, in sentences: every number that went into the verdict."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.reports.standing import Development, MustPass, Readiness
from config.ui import day, number


def verdict(found: Readiness) -> str:
    """The verdict in a few words."""
    if not found.version:
        return _("The file is under no standard yet")
    if not found.judged:
        return _("Nothing can be judged yet")
    if found.is_ready:
        return _("Ready, as far as the list goes") if found.is_provisional else _("Ready")
    return _("Not ready")


def explain_readiness(found: Readiness) -> list[str]:
    """Sentence by sentence how the verdict came about; empty without a standard."""
    if not found.version:
        return []
    sentences = [_whose(found), _which_are_due(found), _of_must_pass(found.must_pass)]
    sentences.append(_of_development(found.development))
    if found.majors:
        count = len(found.majors)
        words = ngettext(
            "%s major non-conformity is open: it blocks permission to trade and certification.",
            "%s major non-conformities are open: they block permission to trade and certification.",
            count,
        )
        sentences.append(words % number(count))
    else:
        sentences.append(_("No major non-conformity is open."))
    if found.has_unreviewed:
        sentences.append(_("Some answers are the co-op's own and nobody has reviewed them yet."))
    if found.not_judged:
        words = ngettext(
            "%s criterion is not judged: its kind or its due year isn't recorded.",
            "%s criteria are not judged: their kind or their due year isn't recorded.",
            found.not_judged,
        )
        sentences.append(words % number(found.not_judged))
    if not found.version.is_confirmed:
        sentences.append(_("The list of criteria was not yet compared with the certifier's list."))
    return sentences


def _whose(found: Readiness) -> str:
    return _("Judged by %(version)s, as of %(day)s.") % {"version": found.version, "day": day(found.on)}


def _which_are_due(found: Readiness) -> str:
    if found.file.year_zero_on is None:
        return _("The day of the first certification isn't recorded, so only criteria of year 0 are due.")
    return _("First certified on %(day)s: criteria are due from the same day of their due year.") % {
        "day": day(found.file.year_zero_on)
    }


def _of_must_pass(tally: MustPass) -> str:
    if not tally.due:
        return _("No core or major criterion is due.")
    return _(
        "Of %(due)s core and major criteria due, %(met)s are met: %(passed)s passed, %(corrected)s corrected since, "
        "%(not_applicable)s not applicable. %(failed)s failed and %(unanswered)s are not answered; all have to be met."
    ) % {
        "due": number(tally.due),
        "met": number(tally.met),
        "passed": number(tally.passed),
        "corrected": number(tally.corrected),
        "not_applicable": number(tally.not_applicable),
        "failed": number(tally.failed),
        "unanswered": number(tally.unanswered),
    }


def _of_development(found: Development) -> str:
    if not found.due:
        return _("No development criterion is due.")
    numbers = {
        "due": number(found.due),
        "ranked": number(found.ranked),
        "total": number(found.total),
        "average": number(found.average, 2),
        "mark": number(found.mark, 2),
        "not_applicable": number(found.not_applicable),
        "unanswered": number(found.unanswered),
        "points": number(found.missing_points),
    }
    sentence = (
        _(
            "%(ranked)s of %(due)s development criteria due are ranked: %(total)s points over %(ranked)s is an average "
            "of %(average)s; %(mark)s is needed. %(not_applicable)s not applicable are left out; %(unanswered)s are "
            "not answered."
        )
        % numbers
        if found.ranked
        else _(
            "None of %(due)s development criteria due is ranked: %(not_applicable)s not applicable, %(unanswered)s not "
            "answered."
        )
        % numbers
    )
    if found.missing_points:
        sentence += " " + _("%(points)s more points are needed, on criteria the co-op chooses.") % numbers
    return sentence
