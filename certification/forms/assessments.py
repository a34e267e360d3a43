"""What is typed about audits and self-assessments."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from certification.actions.answer_section import Conflict, Reply, reply_of
from certification.forms.files import PapersField, day_input, plain_helper, text_area
from certification.models import Assessment
from certification.models.audits import AssessmentKind
from certification.models.criteria import AnswerType
from certification.reports.assessments import Asked
from config.fields import FigureField
from config.ui import in_language
from config.uploads import AcceptedFile

OTHERS = [("na", _("Not applicable")), ("", _("Not answered"))]
YES_NO = [("yes", _("Yes")), ("no", _("No")), *OTHERS]
RANKS = [*((str(rank), str(rank)) for rank in range(1, 6)), *OTHERS]


def lines(label: Any, **options: Any) -> forms.CharField:
    """A text of some lines."""
    return forms.CharField(label=label, max_length=2000, widget=text_area(), **options)


def word_of(reply: Reply) -> str:
    """An answer as the value of a radio button; empty for not answered."""
    if reply.is_not_applicable:
        return "na"
    if reply.rank is not None:
        return str(reply.rank)
    return "" if reply.complies is None else ("yes" if reply.complies else "no")


def reply_in(word: str, comment: str) -> Reply:
    """The answer that a radio button and a comment say."""
    comment = comment.replace("\r\n", "\n").strip()
    if word.isdecimal():
        return Reply(rank=int(word), comment=comment)
    return Reply(complies={"yes": True, "no": False}.get(word), is_not_applicable=word == "na", comment=comment)


class AnswerForm(forms.Form):
    """The answer to one criterion. `seen` carries what the page showed, so that another phone's answer isn't lost.

    A radio group that is not sent at all leaves the answer as it was seen.
    """

    answer = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
    )
    papers = PapersField(label=_("Evidence: photos or PDFs"))
    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, asked: Asked, conflict: Conflict | None = None, **options: Any) -> None:
        options |= {"prefix": f"c{asked.criterion.pk}", "auto_id": "%s"}
        super().__init__(*args, **options)
        self.asked, self.conflict = asked, conflict
        self.accepted: list[AcceptedFile] = []
        stored = reply_of(asked.answer)
        self.initial = {
            "answer": word_of(stored),
            "comment": stored.comment,
            "seen": f"{word_of(stored)}|{stored.comment}",
        }
        self.fields["papers"].widget.attrs["class"] = "form-control"
        answer: Any = self.fields["answer"]
        answer.label = in_language(asked.criterion, "text")
        answer.choices = RANKS if asked.criterion.answer_type == AnswerType.RANK else YES_NO
        if conflict:
            self.initial["answer"] = None

    @property
    def before(self) -> Reply:
        """What the page showed when it was opened."""
        word, _bar, comment = self.cleaned_data["seen"].partition("|")
        return reply_in(word, comment)

    @property
    def reply(self) -> Reply:
        """What was answered."""
        is_sent = self.add_prefix("answer") in self.data
        word = self.cleaned_data["answer"] if is_sent else word_of(self.before)
        return reply_in(word, self.cleaned_data["comment"])

    @property
    def mine(self) -> str:
        """The answer that was not saved, as the value of a radio button."""
        return word_of(self.conflict.mine) if self.conflict else ""

    @property
    def theirs(self) -> str:
        """The answer that somebody else saved first."""
        return word_of(reply_of(self.conflict.theirs)) if self.conflict else ""

    @property
    def mine_label(self) -> str:
        """The answer that was not saved, in words."""
        return self._label(self.mine)

    @property
    def theirs_label(self) -> str:
        """The answer that somebody else saved first, in words."""
        return self._label(self.theirs)

    def _label(self, word: str) -> str:
        return str(dict(self.fields["answer"].choices)[word])  # type: ignore[attr-defined]

    @property
    def is_unfolded(self) -> bool:
        """Comment and evidence are shown: there is something in them, or something is asked for."""
        return bool(self.errors or self.initial["comment"] or self.asked.papers or self.asked.is_unexplained)


def answer_forms(asked: Sequence[Asked], *data: Any, conflicts: Sequence[Conflict] = ()) -> list[AnswerForm]:
    """One form for each criterion of a section; where two people answered differently, it asks which answer holds."""
    of_criterion = {found.criterion.pk: found for found in conflicts}
    return [AnswerForm(*data, asked=row, conflict=of_criterion.get(row.criterion.pk)) for row in asked]


class StartForm(forms.Form):
    """The day on which a self-assessment or an audit began."""

    started_on = forms.DateField(label=_("Started on"), widget=day_input())

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper()


class ReasonForm(forms.Form):
    """Why a self-assessment is returned, or an audit cancelled."""

    reason = lines(_("Reason"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper()


class ReviewForm(forms.Form):
    """A word with the review; `seen` is when the assessment that was looked at had been submitted."""

    note = lines(_("Your word on it"), required=False)
    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, assessment: Assessment, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["seen"] = assessment.submitted_at and assessment.submitted_at.isoformat()
        self.helper = plain_helper()


class AuditForm(forms.Form):
    """What is planned for an audit, or known of it; only its day is needed."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(kind.value, kind.label) for kind in AssessmentKind if kind != AssessmentKind.SELF]
    )
    planned_on = forms.DateField(label=_("Planned for"), widget=day_input())
    auditor = forms.CharField(label=_("Auditor"), max_length=120, required=False)
    days = FigureField(label=_("Days on site"), largest=Decimal("999.9"), places=1, required=False)
    sample_members = forms.IntegerField(
        label=_("Members in the sample"),
        min_value=0,
        max_value=1_000_000,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    sample = lines(_("Sample: sites and members"), required=False)
    note = lines(_("Note"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper(
            Div("kind", "planned_on", css_class="row"),
            "auditor",
            Div("days", "sample_members", css_class="row"),
            "sample",
            "note",
        )


FACTS = ("auditor", "days", "sample_members", "sample", "note")


class AuditUpdateForm(AuditForm):
    """The same of an audit that is planned or under way; its kind stays."""

    kind = None  # type: ignore[assignment]

    def __init__(self, *args: Any, audit: Assessment, **options: Any) -> None:
        options["initial"] = {name: getattr(audit, name) for name in ("planned_on", *FACTS)}
        super().__init__(*args, **options)
        if "planned_on" in self.fields:
            self.fields["planned_on"].required = audit.planned_on is not None
        self.helper = plain_helper(
            "planned_on", "auditor", Div("days", "sample_members", css_class="row"), "sample", "note"
        )


class AuditCloseForm(AuditUpdateForm):
    """The end of an audit: when, what it looked at, and the closing report."""

    planned_on = None  # type: ignore[assignment]
    ended_on = forms.DateField(label=_("Ended on"), widget=day_input())
    closing_report_on = forms.DateField(label=_("Closing report signed on"), widget=day_input(), required=False)
    word = lines(_("Result in a few words"), required=False)
    papers = PapersField(label=_("Closing report: photos or PDFs"))

    def __init__(self, *args: Any, audit: Assessment, **options: Any) -> None:
        super().__init__(*args, audit=audit, **options)
        self.helper = plain_helper(
            Div("ended_on", "closing_report_on", css_class="row"),
            "word",
            "papers",
            "auditor",
            Div("days", "sample_members", css_class="row"),
            "sample",
            "note",
        )
