"""What is typed about a non-conformity: raising it, its corrective measure, evidence, more time, closing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from crispy_forms.layout import Div, Field
from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.forms.files import PapersField, day_input, people_of, plain_helper, say_limit, text_area
from certification.models import Assessment, CertificationFile, Criterion, NonConformity
from certification.models.audits import AssessmentState
from certification.models.findings import FindingState, Severity
from config.fields import RowField
from config.ui import day, in_language
from cooperatives.models import Cooperative, User


class AuditChoice(RowField):
    """An audit or self-assessment, with its day."""

    def label_from_instance(self, obj: Any) -> str:
        """The kind and the day."""
        return f"{obj.get_kind_display()}, {day(obj.started_on or obj.planned_on)}"


class CriterionChoice(RowField):
    """A criterion, by its number and its beginning."""

    def label_from_instance(self, obj: Any) -> str:
        """The number of the section and the text."""
        return f"{obj.section.number} {in_language(obj, 'text')[:80]}"


class PersonChoice(RowField):
    """A person, by name."""

    def label_from_instance(self, obj: Any) -> str:
        """The name, or the address of who has none."""
        return str(obj.name or obj.email)


def person_field() -> PersonChoice:
    """Who answers for the measure, among those who sign in."""
    return PersonChoice(
        label=_("Responsible person"), queryset=User.objects.none(), required=False, empty_label=_("nobody")
    )


def name_field() -> forms.CharField:
    """Who answers for the measure and doesn't sign in."""
    return forms.CharField(label=_("Or somebody who doesn't sign in here"), max_length=120, required=False)


class RaiseForm(forms.Form):
    """What was found, how serious it is, and until when it has to be corrected."""

    finding = forms.CharField(label=_("What was found"), max_length=4000, widget=text_area(4))
    severity = forms.ChoiceField(
        label=_("How serious"),
        choices=Severity.choices,
        widget=forms.RadioSelect,
        help_text=_("A major one blocks permission to trade and certification until it is closed."),
    )
    assessment = AuditChoice(
        label=_("Found in"), queryset=Assessment.objects.none(), required=False, empty_label=_("not recorded")
    )
    criterion = CriterionChoice(
        label=_("Criterion"), queryset=Criterion.objects.none(), required=False, empty_label=_("not recorded")
    )
    found_on = forms.DateField(label=_("Found on"), widget=day_input())
    due_on = forms.DateField(label=_("To be corrected until"), widget=day_input(), required=False)
    responsible = person_field()
    responsible_name = name_field()

    def __init__(self, *args: Any, file: CertificationFile, **options: Any) -> None:
        super().__init__(*args, **options)
        today = file.cooperative.today()
        audits = Assessment.objects.filter(file=file).exclude(
            state__in=[AssessmentState.PLANNED, AssessmentState.CANCELLED]
        )
        criteria = Criterion.objects.filter(version=file.version_id).select_related("section")
        self.fields["assessment"].queryset = audits  # type: ignore[attr-defined]
        self.fields["criterion"].queryset = criteria.order_by("section__position", "position")  # type: ignore[attr-defined]
        self.fields["responsible"].queryset = people_of(file.cooperative)  # type: ignore[attr-defined]
        self.initial.setdefault("found_on", today)
        self.fields["found_on"].widget.attrs["max"] = today.isoformat()
        usual = file.version.correction_days if file.version else None
        if usual:
            self.fields["due_on"].help_text = _now("Left empty, the usual %(days)s days count from the day found.") % {
                "days": usual
            }
        else:
            self.fields["due_on"].required = True
        self.helper = plain_helper(
            "finding",
            Field("severity", wrapper_class="tiles"),
            "assessment",
            "criterion",
            Div("found_on", "due_on", css_class="row"),
            "responsible",
            "responsible_name",
        )


class ProposeForm(forms.Form):
    """What will be done, and who answers for it."""

    measure = forms.CharField(label=_("What will be done"), max_length=4000, widget=text_area(4))
    responsible = person_field()
    responsible_name = name_field()

    def __init__(self, *args: Any, finding: NonConformity, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["responsible"].queryset = people_of(cooperative)  # type: ignore[attr-defined]
        self.initial.update(
            measure=finding.measure,
            responsible=finding.responsible_id,
            responsible_name=finding.responsible_name,
        )
        self.helper = plain_helper()


class SubmitForm(forms.Form):
    """What was done, and what shows it: a sentence, photos, papers."""

    measure = forms.CharField(label=_("What was done"), max_length=4000, widget=text_area(3))
    evidence = forms.CharField(label=_("What shows it"), max_length=4000, required=False, widget=text_area(2))
    papers = PapersField(label=_("Evidence: photos or PDF"))

    def __init__(self, *args: Any, finding: NonConformity, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.update(measure=finding.measure, evidence=finding.evidence)
        say_limit(self)
        self.helper = plain_helper("measure", "papers", "evidence")


class ReasonForm(forms.Form):
    """Why submitted evidence goes back to the co-op."""

    reason = forms.CharField(label=_("What needs to be corrected"), max_length=2000, widget=text_area(4))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper()


class VerifyForm(forms.Form):
    """The submission that was on the screen, so that nobody verifies what they did not see."""

    seen = forms.DateTimeField(widget=forms.HiddenInput, required=False)


class ExtendForm(forms.Form):
    """More time."""

    to = forms.DateField(label=_("To be corrected until"), widget=day_input())
    reason = forms.CharField(label=_("Why more time is given"), max_length=2000, widget=text_area())

    def __init__(self, *args: Any, finding: NonConformity, **options: Any) -> None:
        super().__init__(*args, **options)
        after = finding.current_due_on + dt.timedelta(days=1)
        self.fields["to"].widget.attrs["min"] = after.isoformat()
        self.fields["to"].help_text = _now("It is due on %(day)s now.") % {"day": day(finding.current_due_on)}
        self.helper = plain_helper()


class CloseForm(forms.Form):
    """The day a verified non-conformity is closed."""

    closed_on = forms.DateField(label=_("Closed on"), widget=day_input())
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=text_area())

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        today = cooperative.today()
        self.initial.setdefault("closed_on", today)
        self.fields["closed_on"].widget.attrs["max"] = today.isoformat()
        self.helper = plain_helper()


class VoidForm(forms.Form):
    """Why a non-conformity was raised by mistake."""

    reason = forms.CharField(label=_("Why it is voided"), max_length=2000, widget=text_area())

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper()


class FindingFilter(forms.Form):
    """Which non-conformities a list shows: those not done, all, or those in one state."""

    ALL = "all"
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("Not closed")), (ALL, _("All")), *FindingState.choices]
    )

    @property
    def chosen(self) -> str:
        """The state asked for; empty for those not done, and where nothing sensible is asked."""
        return self.cleaned_data.get("state", "") if self.is_valid() else ""
