"""What holds for every form of ours: figures are read alike everywhere, and a choice not yet made says so in words."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import django_filters
import pytest
from django import forms
from django.conf import settings
from django.forms.forms import BaseForm
from django.utils import translation

from config.fields import AmountField, FigureField, RowField
from premiums.forms.sales import RatioField

OURS = ("cooperatives", "trainings", "premiums", "certification", "overview", "config")
READS_BOTH_STYLES = (AmountField, RatioField)


def below(base: type[Any]) -> Iterator[type[Any]]:
    for each in base.__subclasses__():
        yield each
        yield from below(each)


def our_forms() -> list[type[Any]]:
    for app in OURS:
        for module in pkgutil.walk_packages(importlib.import_module(app).__path__, f"{app}."):
            if not {"migrations", "management"} & set(module.name.split(".")):
                importlib.import_module(module.name)
    found = {each for base in (BaseForm, django_filters.FilterSet) for each in below(base)}
    found = {each for each in found if each.__module__.split(".")[0] in OURS and ".admin" not in each.__module__}
    return sorted(found, key=lambda each: f"{each.__module__}.{each.__qualname__}")


OUR_FORMS = our_forms()


def fields_of(form: type[Any]) -> dict[str, Any]:
    if issubclass(form, django_filters.FilterSet):
        return {name: each.field for name, each in form.base_filters.items() if each.extra.get("queryset") is None}
    return dict(form.base_fields)


def asks_for_decimals(field: forms.Field) -> bool:
    of_django = isinstance(field, (forms.DecimalField, forms.FloatField))
    return of_django or field.widget.attrs.get("inputmode") == "decimal"


def with_decimals() -> list[str]:
    named = ((form, *each) for form in OUR_FORMS for each in fields_of(form).items())
    return [f"{form.__qualname__}.{name}" for form, name, field in named if asks_for_decimals(field)]


def test_the_forms_with_figures_are_found() -> None:
    assert len(OUR_FORMS) > 40
    assert {"ExpenseForm.amount", "SaleForm.price", "LineForm.quality_percent", "AuditForm.days"} <= set(
        with_decimals()
    )


@pytest.mark.parametrize("form", OUR_FORMS, ids=lambda form: form.__qualname__)
def test_every_figure_is_asked_by_a_field_that_reads_both_styles(form: type[Any]) -> None:
    other = {name: type(field) for name, field in fields_of(form).items() if asks_for_decimals(field)}
    assert not {name: kind for name, kind in other.items() if not issubclass(kind, READS_BOTH_STYLES)}


@pytest.mark.django_db
@pytest.mark.parametrize("form", OUR_FORMS, ids=lambda form: form.__qualname__)
def test_no_select_opens_with_dashes(form: type[Any]) -> None:
    for name, field in fields_of(form).items():
        if isinstance(field, forms.ModelChoiceField):
            words = [] if field.empty_label is None else [str(field.empty_label)]
        elif isinstance(field, forms.ChoiceField):
            words = [str(word) for _value, word in field.choices]
        else:
            continue
        assert not [word for word in words if not word.strip("- ")], name


def test_a_row_to_choose_and_a_filter_say_in_words_that_nothing_is_chosen() -> None:
    with translation.override("es-mx"):
        assert str(RowField(queryset=None).empty_label) == "Elegir"
        assert str(settings.FILTERS_EMPTY_CHOICE_LABEL) == "Todas"


FIGURE = FigureField(largest=Decimal(100), unit="%")


@pytest.mark.parametrize("language", ["en", "es-mx", "pt-br"])
@pytest.mark.parametrize(
    ("typed", "read"),
    [("12.5", "12.5"), ("12,5", "12.5"), ("0", "0"), ("0,00", "0"), ("33,33 %", "33.33"), ("100", "100"), (" 7 ", "7")],
)
def test_a_figure_is_read_alike_in_every_language(language: str, typed: str, read: str) -> None:
    with translation.override(language):
        assert FIGURE.clean(typed) == Decimal(read)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (FIGURE, "", "This field is required."),
        (FIGURE, "half", "Write it in figures, such as 12.5."),
        (FIGURE, "-1", "It must be zero or more."),
        (FIGURE, "100.01", "It can be at most 100."),
        (FIGURE, "99999999999", "It can be at most 100."),
        (FigureField(largest=Decimal(24), places=1), "7.25", "Too many decimals: at most 1."),
    ],
)
def test_a_figure_that_can_not_be_is_refused_in_words(field: FigureField, typed: str, sentence: str) -> None:
    with translation.override("en"), pytest.raises(forms.ValidationError) as refusal:
        field.clean(typed)
    assert refusal.value.messages == [sentence]


def test_a_kept_figure_is_shown_as_the_language_writes_it() -> None:
    with translation.override("pt-br"):
        assert FIGURE.prepare_value(Decimal("33.30")) == "33,3"
        assert FIGURE.prepare_value("33.30") == "33.30"
