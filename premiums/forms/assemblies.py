"""What is typed about an assembly and about a vote."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.dates import DatePrecision
from config.fields import FigureField, RowField, photo_attributes
from config.ui import file_size, number, partial_date, weight
from cooperatives.models import Cooperative
from premiums.models import Assembly, PlannedAssembly
from premiums.models.assemblies import AssemblyFileKind, AssemblyKind, Call, Majority
from premiums.reports.assemblies import Votes, rule_on, usual_entitled


def day_input(**attributes: str) -> forms.DateInput:
    """A day, chosen with the calendar of the phone."""
    return forms.DateInput(attrs={"type": "date", **attributes}, format="%Y-%m-%d")


def count_field(label: Any, **options: Any) -> forms.IntegerField:
    """A number of people; the keyboard for figures on a phone."""
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=0, max_value=1_000_000, widget=widget, **options)


def plain_helper(*fields: Any) -> FormHelper:
    """The fields in this order, inside a form element of the template."""
    helper = FormHelper()
    helper.form_tag = False
    helper.template = "components/fields.html"
    helper.layout = Layout(*fields)
    return helper


def paper_field(label: Any, *, required: bool = False) -> forms.FileField:
    """A photo or a PDF; its content is checked by the action that keeps it."""
    return forms.FileField(
        label=label,
        required=required,
        widget=forms.FileInput(attrs=photo_attributes()),
    )


class AssemblyForm(forms.Form):
    """Who came to an assembly. The quorum may stay empty where the co-op's own rule is recorded."""

    held_on = forms.DateField(label=_("Date"), widget=day_input())
    held_precision = forms.ChoiceField(
        label=_("Date known to the"), choices=DatePrecision.choices, initial=DatePrecision.DAY
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=AssemblyKind.choices)
    call = forms.TypedChoiceField(label=_("Call"), choices=Call.choices, coerce=int, widget=forms.RadioSelect)
    entitled = count_field(_("Members who may vote"))
    present_women = count_field(_("Women present"))
    present_men = count_field(_("Men present"))
    quorum_percent = FigureField(
        label=_("Quorum: percent of those who may vote"), largest=Decimal(100), unit="%", required=False
    )
    minutes = paper_field(_("Minutes: photo or PDF"))
    attendance = paper_field(_("Attendance list: photo or PDF"))

    def __init__(
        self, *args: Any, cooperative: Cooperative, planned: PlannedAssembly | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        today = cooperative.today()
        self.initial.update(held_on=today, call=Call.FIRST, entitled=usual_entitled(cooperative))
        if planned:
            self.initial.update(held_on=min(planned.planned_on, today), kind=planned.kind)
        self.fields["held_on"].widget.attrs["max"] = today.isoformat()
        rule = rule_on(cooperative, today)
        if not rule:
            self.fields["quorum_percent"].help_text = _now("The percentage that your statutes ask for at this call.")
        else:
            self.fields["quorum_percent"].help_text = _now(
                "Leave it empty to use your own rule: %(first)s %% at the first call, %(second)s %% at the second."
            ) % {"first": weight(rule.quorum_first_percent), "second": weight(rule.quorum_second_percent)}
        self.fields["minutes"].help_text = _now(
            "JPEG, PNG, WebP, HEIC or PDF, up to %(limit)s each. You can also add the papers later."
        ) % {"limit": file_size(settings.UPLOAD_LIMIT)}
        self.helper = plain_helper(
            Div("held_on", "held_precision", css_class="row"),
            "kind",
            Field("call", wrapper_class="tiles"),
            "entitled",
            Div("present_women", "present_men", css_class="row pair"),
            AppendedText("quorum_percent", "%"),
            "minutes",
            "attendance",
        )

    @property
    def numbers(self) -> dict[str, Any]:
        """What was typed without the papers, as `record_assembly` takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name not in AssemblyFileKind.values}

    @property
    def papers(self) -> dict[str, Any]:
        """The files by their kind, those that were chosen."""
        return {kind: self.cleaned_data[kind] for kind in AssemblyFileKind.values if self.cleaned_data.get(kind)}


class PlannedAssemblyForm(forms.Form):
    """When and where the next assembly is; one that is moved to another day says why."""

    planned_on = forms.DateField(label=_("Date"), widget=day_input())
    kind = forms.ChoiceField(label=_("Kind"), choices=AssemblyKind.choices)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    agenda = forms.CharField(
        label=_("Agenda"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What it has to decide, in a few words."),
    )
    reason = forms.CharField(
        label=_("Why it is moved"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self, *args: Any, cooperative: Cooperative, planned: PlannedAssembly | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        today = cooperative.today().isoformat()
        names = ["planned_on", "kind", "place", "agenda"]
        if planned:
            self.initial.update({name: getattr(planned, name) for name in names})
            self.fields["reason"].help_text = _now("Only when the date changes.")
            self.fields["planned_on"].widget.attrs["min"] = min(today, planned.planned_on.isoformat())
            names.insert(1, "reason")
        else:
            self.fields["planned_on"].widget.attrs["min"] = today
            del self.fields["reason"]
        self.helper = plain_helper(*names)


class PaperForm(forms.Form):
    """A paper of an assembly that is added later."""

    kind = forms.ChoiceField(label=_("Which paper"), choices=AssemblyFileKind.choices, widget=forms.RadioSelect)
    file = paper_field(_("Photo or PDF"), required=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("kind", AssemblyFileKind.MINUTES)
        self.helper = plain_helper(Field("kind", wrapper_class="tiles"), "file")


class AssemblyChoice(RowField):
    """An assembly, with how many came."""

    def label_from_instance(self, obj: Any) -> str:
        """The date, the kind and the attendance."""
        return _now("%(date)s, %(kind)s: %(present)s of %(entitled)s came") % {
            "date": partial_date(obj.held_on, obj.held_precision),
            "kind": obj.get_kind_display() or _now("assembly"),
            "present": number(obj.present),
            "entitled": number(obj.entitled),
        }


class VoteForm(forms.Form):
    """What an assembly voted, with its votes. The co-op's usual majority is filled in."""

    assembly = AssemblyChoice(label=_("Assembly"), queryset=Assembly.objects.none(), empty_label=None)
    text = forms.CharField(label=_("Text of the resolution"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    votes_for = count_field(_("For"))
    votes_against = count_field(_("Against"))
    votes_abstained = count_field(_("Abstained"), required=False)
    votes_blank = count_field(_("Blank"), required=False)
    majority = forms.ChoiceField(label=_("Majority it needs"), choices=Majority.choices)

    def __init__(self, *args: Any, cooperative: Cooperative, text: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        assemblies = Assembly.objects.filter(cooperative=cooperative, is_historic=False)
        choice: Any = self.fields["assembly"]
        choice.queryset = assemblies
        rows = list(assemblies)
        choice.choices = [(row.pk, choice.label_from_instance(row)) for row in rows]
        self.has_assemblies = bool(rows)
        rule = rule_on(cooperative, cooperative.today())
        self.initial.setdefault("majority", rule.majority if rule else Majority.SIMPLE)
        self.initial.setdefault("text", text)
        self.helper = plain_helper(*self.layout())

    def layout(self) -> list[Any]:
        """The assembly, what was voted, and the numbers side by side."""
        return [
            "assembly",
            "text",
            Fieldset(
                _now("Votes"),
                Div("votes_for", "votes_against", css_class="row pair"),
                Div("votes_abstained", "votes_blank", css_class="row pair"),
                css_class="votes-typed",
            ),
            "majority",
        ]

    @property
    def voted(self) -> dict[str, Any]:
        """The assembly, the text and the votes, as the actions take them."""
        typed = self.cleaned_data
        votes = Votes(
            typed["votes_for"],
            typed["votes_against"],
            typed["votes_abstained"] or 0,
            typed["votes_blank"] or 0,
            typed["majority"],
        )
        return {"assembly": typed["assembly"], "text": typed["text"], "votes": votes}
