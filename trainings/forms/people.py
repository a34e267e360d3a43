"""What is typed about people: a roll, somebody new, a head count, scores, visits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div, Field
from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.fields import FigureField, RowField, key_in
from cooperatives.models import Cooperative, Member
from cooperatives.models.members import MemberQuerySet, MemberRole, Sex
from trainings.forms.fields import InLanguage, count_field, day_input, plain_helper
from trainings.models import HeadCount, Instrument, Training
from trainings.models.scores import Moment
from trainings.models.trainings import TrainingState
from trainings.models.visits import Adoption
from trainings.reports.scores import ScoreRow

MOST_POINTS = Decimal("9999.99")  # that any test can give
PERSON_FIELDS = ("sex", "birth_year", "community", "role", "is_guest", "spoken_language")


def read_keys(text: str) -> set[int]:
    """The keys in a hidden field; anything else in it is passed over."""
    return {key for key in map(key_in, text.split(",")) if key is not None}


class RollForm(forms.Form):
    """A roll: whom the page showed as marked, and who is marked now. `do` is the button."""

    shown = forms.CharField(required=False, max_length=20_000)
    do = forms.CharField(required=False, max_length=10)
    q = forms.CharField(required=False, max_length=80)

    @property
    def marked(self) -> set[int]:
        """The people who are marked."""
        getlist = getattr(self.data, "getlist", None)
        return read_keys(",".join(getlist("marked"))) if getlist else set()

    @property
    def was_shown(self) -> set[int]:
        """The people whom the page showed as marked."""
        return read_keys(str(self.data.get("shown", "")))


class NewPersonForm(forms.Form):
    """Somebody who is not on the list yet. Only the name must be known."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("not recorded")), *Sex.choices])
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        required=False,
        min_value=1900,
        max_value=2100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    community = forms.CharField(label=_("Community"), required=False, max_length=80)
    role = forms.ChoiceField(
        label=_("Role at the co-op"), required=False, choices=[("", _("not recorded")), *MemberRole.choices]
    )
    spoken_language = forms.CharField(
        label=_("Language spoken"), required=False, max_length=40, help_text=_("As the person says it. May stay empty.")
    )
    is_guest = forms.BooleanField(label=_("Is a guest, no member of the co-op"), required=False)
    has_agreed = forms.BooleanField(label=_("Agrees that the co-op keeps these data"), required=False)
    is_another = forms.BooleanField(label=_("This is another person of the same name"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        options |= {"prefix": "new", "use_required_attribute": False}
        super().__init__(*args, **options)
        self.asks_whether_another = False
        self.helper = plain_helper(
            "name",
            Div("sex", "birth_year", css_class="row"),
            Div("community", "role", css_class="row"),
            "spoken_language",
            "is_guest",
            "has_agreed",
        )
        self.helper.disable_csrf = True

    def ask_whether_another(self, sentence: str) -> None:
        """Say that the list has this name, and offer to add another person."""
        self.add_error("name", sentence)
        self.helper.layout.append("is_another")

    @property
    def person(self) -> dict[str, Any]:
        """The columns beside the name."""
        return {name: self.cleaned_data[name] for name in PERSON_FIELDS}

    def clean_birth_year(self) -> int | None:
        """Nobody is born after today."""
        year: int | None = self.cleaned_data["birth_year"]
        if year and year > dt.date.today().year:  # noqa: DTZ011 a year, whatever the time zone
            raise forms.ValidationError(_("This year is still to come."))
        return year


class HeadCountForm(forms.Form):
    """How many came, where no names were taken."""

    women = count_field(_("Women"), initial=0)
    men = count_field(_("Men"), initial=0)
    unrecorded = count_field(_("Not recorded whether women or men"), initial=0, required=False)
    under_30 = count_field(
        _("Of all of them, younger than 30"), required=False, help_text=_("Leave it empty when nobody counted.")
    )

    def __init__(self, *args: Any, count: HeadCount | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if count:
            self.initial.update({name: getattr(count, name) for name in self.fields})
        self.helper = plain_helper(Div("women", "men", css_class="row"), "unrecorded", "under_30")

    @property
    def numbers(self) -> dict[str, Any]:
        """The numbers, as `count_heads` takes them."""
        return self.cleaned_data | {"unrecorded": self.cleaned_data["unrecorded"] or 0}


class InstrumentForm(forms.Form):
    """A test, or a new version of one."""

    name = forms.CharField(label=_("Name of the test"), max_length=120)
    version = forms.CharField(label=_("Version"), max_length=20)
    maximum = FigureField(label=_("Most points it gives"), largest=MOST_POINTS)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = plain_helper("name", Div("version", "maximum", css_class="row"))


class ScoreForm(forms.Form):
    """The points of everybody who came, before and after, with one version of a test. Only what changed is written."""

    instrument = RowField(label=_("Test"), queryset=Instrument.objects.none(), empty_label=None)

    def __init__(self, *args: Any, rows: Sequence[ScoreRow], instrument: Instrument | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows = rows
        field: Any = self.fields["instrument"]
        field.queryset = Instrument.objects.filter(Q(is_retired=False) | Q(pk=instrument.pk if instrument else None))
        tests = list(field.queryset)
        field.choices = [(test.pk, str(test)) for test in tests]
        self.has_test = bool(tests)
        newest = max((test.pk for test in tests), default=None)
        self.initial.setdefault("instrument", instrument.pk if instrument else newest)
        for row in rows:
            for moment in Moment:
                score = row.scores.get(moment)
                self.fields[f"{moment}_{row.member.pk}"] = FigureField(
                    label=f"{row.member}, {moment.label}",
                    largest=MOST_POINTS,
                    required=False,
                    initial=_short(score.points) if score else None,
                )
        self.helper = plain_helper("instrument")

    def entries(self) -> list[tuple[ScoreRow, Any, Any]]:
        """Each person with the two fields."""
        return [(row, self[f"before_{row.member.pk}"], self[f"after_{row.member.pk}"]) for row in self.rows]

    def clean(self) -> dict[str, Any]:
        """No more points than the test gives."""
        typed = super().clean() or {}
        instrument = typed.get("instrument")
        for name in self.points_typed(typed):
            value = typed[name]
            if instrument and value is not None and value > instrument.maximum:
                message = _now("At most %(most)s points.") % {"most": _short(instrument.maximum)}
                self.add_error(name, message)
        return typed

    def points_typed(self, typed: Mapping[str, Any]) -> list[str]:
        """The names of the fields that changed."""
        return [name for name in self.changed_data if name != "instrument" and name in typed]

    @property
    def points(self) -> dict[tuple[int, str], Decimal | None]:
        """What changed, as `enter_scores` takes it."""
        found = {}
        for name in self.points_typed(self.cleaned_data):
            moment, _underscore, key = name.partition("_")
            found[int(key), moment] = self.cleaned_data[name]
        return found


def _short(points: Decimal) -> Decimal:
    """Points without decimals that say nothing: 7 rather than 7.00."""
    return points.quantize(Decimal(1)) if points == points.to_integral_value() else points.normalize()


class PersonChoice(RowField):
    """A person of the co-op, with the community."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and community."""
        return f"{obj} ({obj.community})" if obj.community else str(obj)


class VisitForm(forms.Form):
    """What was seen at a visit."""

    visited_on = forms.DateField(label=_("Date of the visit"), widget=day_input())
    member = PersonChoice(
        label=_("Person visited"), queryset=Member.objects.none(), required=False, empty_label=_("the co-op itself")
    )
    training = InLanguage(
        label=_("Training it follows"),
        queryset=Training.objects.none(),
        required=False,
        empty_label=_("none in particular"),
    )
    practice = forms.CharField(
        label=_("Practice"), max_length=160, help_text=_("For example: live barriers, or fermentation by the clock.")
    )
    adopted = forms.ChoiceField(label=_("Is it done?"), choices=Adoption.choices, widget=forms.RadioSelect)
    evidence = forms.CharField(
        label=_("What was seen"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, cooperative: Cooperative, **options: Any) -> None:
        super().__init__(*args, **options)
        today = cooperative.today()
        self.initial.setdefault("visited_on", today)
        self.fields["visited_on"].widget.attrs["max"] = today.isoformat()
        fields: Any = self.fields
        people = MemberQuerySet(Member).filter(cooperative=cooperative, name_removed_at__isnull=True).people()
        fields["member"].queryset = people.order_by("name_key", "pk")
        fields["training"].queryset = Training.objects.filter(invitations__cooperative=cooperative).exclude(
            state__in=(TrainingState.PLANNED, TrainingState.CANCELLED)
        )
        self.helper = plain_helper(
            Div("visited_on", "member", css_class="row"),
            "training",
            "practice",
            Field("adopted", wrapper_class="tiles"),
            "evidence",
        )


class MergeForm(forms.Form):
    """Which entry is the same person."""

    into = PersonChoice(label=_("The entry that stays"), queryset=Member.objects.none())

    def __init__(self, *args: Any, member: Member, cooperatives: Any, search: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        people = MemberQuerySet(Member).filter(cooperative__in=cooperatives, name_removed_at__isnull=True).people()
        found = people.exclude(pk=member.pk).select_related("cooperative")
        self.found = found.named(search).order_by("name_key", "pk")[:20] if search else found.none()
        field: Any = self.fields["into"]
        field.queryset = found
        self.helper = plain_helper("into")
