"""What is typed when a training is planned, reported, cancelled or gets a file."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div, Field, Fieldset
from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.fields import FigureField, RowField, photo_attributes
from config.ui import file_size
from cooperatives.models import Cooperative, Programme, ProgrammeAssignment, User
from cooperatives.roles import ProgrammeRole
from trainings.actions.plan_training import MOST_DAYS, Plan
from trainings.forms.fields import InLanguage, SeveralInLanguage, count_field, day_input, plain_helper
from trainings.models import Module, Track, Training
from trainings.models.files import TrainingFileKind
from trainings.models.trainings import TrainingKind


class ChangeForm(forms.Form):
    """What a training is about, where, who teaches and who is invited."""

    title = forms.CharField(label=_("Title"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"), choices=TrainingKind.choices)
    track = InLanguage(label=_("Track"), queryset=Track.objects.none(), text="name", required=False)
    modules = SeveralInLanguage(
        label=_("Modules"), queryset=Module.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    host = RowField(
        label=_("Host co-op"),
        queryset=Cooperative.objects.none(),
        required=False,
        empty_label=_("none of the co-ops"),
    )
    cooperatives = forms.ModelMultipleChoiceField(
        label=_("Co-ops invited"),
        queryset=Cooperative.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Invite at least one co-op.")},
    )
    places = count_field(
        _("People invited from each co-op"),
        required=False,
        help_text=_("Leave it empty when no number was said."),
    )
    trainers = forms.ModelMultipleChoiceField(
        label=_("Trainers"), queryset=User.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    other_trainers = forms.CharField(label=_("Other trainers"), max_length=200, required=False)

    def __init__(self, *args: Any, programme: Programme, training: Training | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        enrolled = Q(enrolments__programme=programme) | Q(enrolments__programme__part_of=programme)
        already, modules = Q(), Q(is_retired=False)
        if training:
            self.initial = {**_initial(training), **self.initial}
            already, modules = Q(trainings=training), modules | Q(trainings=training)
        fields: Any = self.fields
        fields["cooperatives"].queryset = Cooperative.objects.filter(enrolled | already).distinct()
        fields["host"].queryset = fields["cooperatives"].queryset
        names = [(row.pk, row.short_name) for row in fields["cooperatives"].queryset]
        fields["cooperatives"].choices = names
        fields["host"].choices = [("", fields["host"].empty_label), *names]
        fields["track"].queryset = Track.objects.all()
        fields["track"].empty_label = _now("no track of this programme")
        fields["modules"].queryset = Module.objects.filter(modules).select_related("track").distinct()
        teaching = ProgrammeAssignment.objects.filter(
            Q(programme=programme) | Q(programme__parts=programme),
            role__in=(ProgrammeRole.TRAINER, ProgrammeRole.MANAGER),
            ended_at__isnull=True,
        )
        teachers = Q(pk__in=teaching.values("user"), is_active=True)
        fields["trainers"].queryset = User.objects.filter(
            teachers | Q(trainer_rows__training=training) if training else teachers
        ).distinct()
        self.helper = plain_helper(*self.layout())

    def layout(self) -> list[Any]:
        """What, where, who is invited, who teaches."""
        return [
            "title",
            Div("kind", "track", css_class="row"),
            *self.days(),
            Div("place", "host", css_class="row"),
            Fieldset(_now("Who comes"), Field("cooperatives", wrapper_class="tiles"), "places"),
            Fieldset(_now("What is taught, and by whom"), "modules", "trainers", "other_trainers"),
        ]

    def days(self) -> list[Any]:
        """The days are changed one by one, on the page of the training."""
        return []

    @property
    def plan(self) -> Plan:
        """What was typed, as the actions take it."""
        typed = self.cleaned_data
        return Plan(
            title=typed["title"],
            kind=typed["kind"],
            track=typed["track"],
            place=typed["place"],
            host=typed["host"],
            other_trainers=typed["other_trainers"],
            cooperatives=list(typed["cooperatives"]),
            places=typed["places"] or None,
            modules=list(typed["modules"]),
            trainers=list(typed["trainers"]),
        )


def _initial(training: Any) -> dict[str, Any]:
    """What is planned; expects `with_people_behind`."""
    columns = ("title", "kind", "track", "place", "host", "other_trainers")
    invitations = list(training.invitations.all())
    return {column: getattr(training, column) for column in columns} | {
        "cooperatives": [row.cooperative_id for row in invitations],
        "places": next((row.places for row in invitations if row.places), None),
        "modules": training.module_keys,
        "trainers": training.trainer_keys,
    }


class PlanForm(ChangeForm):
    """A new training with its days, one after the other."""

    starts_on = forms.DateField(label=_("First day"), widget=day_input())
    ends_on = forms.DateField(
        label=_("Last day"), required=False, widget=day_input(), help_text=_("Empty when it lasts one day.")
    )
    hours = FigureField(label=_("Hours a day"), largest=Decimal(24), places=1, required=False)

    def days(self) -> list[Any]:
        """From when to when, and how long."""
        return [Div("starts_on", "ends_on", "hours", css_class="row")]

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first, and within a month."""
        typed = super().clean() or {}
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("A training can't end before its first day."))
        elif first and last and (last - first).days >= MOST_DAYS:
            self.add_error("ends_on", _("Plan at most a month at once; add later days on the page of the training."))
        return typed

    @property
    def dates(self) -> list[dt.date]:
        """Every day from the first to the last."""
        first = self.cleaned_data["starts_on"]
        last = self.cleaned_data["ends_on"] or first
        return [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]


class DayForm(forms.Form):
    """One more day of a training."""

    held_on = forms.DateField(label=_("Day"), widget=day_input())
    hours = FigureField(label=_("Hours"), largest=Decimal(24), places=1, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper(Div("held_on", "hours", css_class="row"))


class ReportForm(forms.Form):
    """What came of a training."""

    report = forms.CharField(
        label=_("What came of it"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What was done, what people took along, what comes next."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper("report")


class CancelForm(forms.Form):
    """Why a training is cancelled."""

    reason = forms.CharField(label=_("Why is it cancelled?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper("reason")


class FileForm(forms.Form):
    """The programme, a material or a photo; its content is checked before it is kept."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=TrainingFileKind.choices,
        widget=forms.RadioSelect,
        initial=TrainingFileKind.PHOTO,
    )
    file = forms.FileField(label=_("Photo or PDF"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].widget = forms.FileInput(attrs=photo_attributes())
        self.fields["file"].help_text = _now("JPEG, PNG, WebP, HEIC or PDF, up to %(limit)s.") % {
            "limit": file_size(settings.UPLOAD_LIMIT)
        }
        self.helper = plain_helper(Field("kind", wrapper_class="tiles"), "file")
