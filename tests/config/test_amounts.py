"""Amounts as people type them: read as they were meant, or refused in words, never guessed."""

import time
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from config.amounts import OtherCurrency, UnclearAmount, decimal_mark, read_amount
from config.fields import LARGEST, AmountField
from config.ui import number

LANGUAGES = ["en", "es-mx", "pt-br"]
THOUSANDS = {"en": ",", "es-mx": ",", "pt-br": "."}
amounts = st.decimals(min_value=-LARGEST, max_value=LARGEST, places=2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1234.50", "1234.50"),
        ("1234,50", "1234.50"),
        ("1234.5", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1.234,5", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1 234.50", "1234.50"),
        ("1\u202f234\u00a0567,50", "1234567.50"),
        ("1 234", "1234"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("12,345,678.90", "12345678.90"),
        ("12.345.678,90", "12345678.90"),
        ("0", "0"),
        ("007", "7"),
        ("0.5", "0.50"),
        ("12,34", "12.34"),
        ("0,05", "0.05"),
        ("  15  ", "15"),
        ("$1,234.50", "1234.50"),
        ("$ 15", "15"),
        ("R$ 1.234,50", "1234.50"),
        ("US$15", "15"),
        ("MXN 15.00", "15"),
        ("1,234.50 MXN", "1234.50"),
        ("15\u00a0BRL", "15"),
        ("15USD", "15"),
        ("-15", "-15"),
        ("- 15", "-15"),
        ("-1,234.50", "-1234.50"),
        ("-$15", "-15"),
        ("$-15", "-15"),
        ("-0.01", "-0.01"),
    ],
)
def test_an_amount_that_leaves_no_doubt_is_read_alike_in_every_language(language: str, text: str, amount: str) -> None:
    assert read_amount(text, language) == Decimal(amount)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "$",
        "-",
        "MXN",
        "abc",
        "12a",
        "..",
        ",",
        "5.",
        ".5",
        ",50",
        "1,23,4",
        "1,23,456",
        "1,2345",
        "1.2345",
        "1,234,50",
        "1.234.50",
        "1,234.567",
        "1.234,567",
        "1,234.567,89",
        "1234,567",
        "1234.567,00",
        "1'234",
        "1_000",
        "1e5",
        "1E+3",
        "0x10",
        "Infinity",
        "NaN",
        "5%",
        "(15)",
        "15-",
        "--15",
        "+15",
        "−15",
        "1 2 3",
        "12 50",
        "1 2345",
        "1234 567",
        "1  234",
        "1 234,567",
        "0 123",
        "0.125",
        "0,125",
        "00,125",
        "0.125.000",
        "5$5",
        "1MXN2",
        "1 MXN 234",
        "15 pesos",
        "1/2",
        "15\n16",
        "١٢",
        "１２",
        "1٢",
        "1,٢٣٤",
        "١٢,50",
        "12,٥٠",
        "१२",
        "½",
        "²",
    ],
)
def test_what_is_no_amount_or_only_looks_like_one_is_refused(language: str, text: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011
        read_amount(text, language)
    assert not isinstance(refusal.value, UnclearAmount)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("figures", ["1{}234", "-1{}234", "12{}345", "999{}999", "1{}000"])
def test_one_mark_before_three_digits_is_thousands_only_where_the_language_writes_them_so(
    language: str, figures: str
) -> None:
    whole = Decimal(figures.format(""))
    assert read_amount(figures.format(THOUSANDS[language]), language) == whole
    with pytest.raises(UnclearAmount) as doubt:
        read_amount(figures.format(decimal_mark(language)), language)
    assert doubt.value.readings == (whole, (whole / 1000).quantize(Decimal("0.01")))


def test_without_a_language_the_active_one_counts() -> None:
    with translation.override("pt-br"):
        assert read_amount("1.234") == 1234
    with translation.override("es-mx"), pytest.raises(UnclearAmount):
        read_amount("1.234")


def test_decimal_marks() -> None:
    assert [decimal_mark(language) for language in LANGUAGES] == [".", ".", ","]


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=amounts)
def test_every_amount_is_read_back_from_how_it_is_written(language: str, amount: Decimal) -> None:
    with translation.override(language):
        assert read_amount(number(amount, 2)) == amount
        assert read_amount(f"{number(amount, 2)}\u00a0MXN") == amount
        assert read_amount(f"R$ {number(amount, 2)}") == amount


@given(amount=amounts, written=st.sampled_from(LANGUAGES), read=st.sampled_from(LANGUAGES))
def test_an_amount_with_decimals_means_the_same_to_every_reader(amount: Decimal, written: str, read: str) -> None:
    with translation.override(written):
        text = number(amount, 2)
    assert read_amount(text, read) == amount


@given(text=st.text(alphabet="0123456789.,- $\u00a0MXNR٣", max_size=14), language=st.sampled_from(LANGUAGES))
def test_nothing_is_read_that_the_figures_do_not_say(text: str, language: str) -> None:
    try:
        amount = read_amount(text, language)
    except ValueError:
        return
    figures = "".join(character for character in text if character in "0123456789")
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    assert -2 <= exponent <= 0
    assert int(abs(amount).scaleb(-exponent)) == int(figures)
    assert (amount < 0) <= ("-" in text)


@pytest.mark.parametrize("part", ["1 ", " ", "-", "1,234", "$", "1 234", "1\u00a0"])
def test_a_very_long_text_is_refused_at_once(part: str) -> None:
    text = "1" + part * 30_000 + "1"
    start = time.perf_counter()
    with pytest.raises(ValueError):  # noqa: PT011
        read_amount(text, "en")
    assert time.perf_counter() - start < 1


def sentence(value: object, language: str = "en") -> str:
    with translation.override(language), pytest.raises(forms.ValidationError) as refusal:
        AmountField().clean(value)
    (text,) = refusal.value.messages
    return str(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "This field is required."),
        (None, "This field is required."),
        ("a lot", "Write the amount in figures, such as 1,234.50."),
        ("1,23,4", "Write the amount in figures, such as 1,234.50."),
        ("1.234", "Is this 1,234.00 or 1.23? Write it with two decimals, so that there is no doubt."),
        ("0", "The amount must be above zero."),
        ("0.00", "The amount must be above zero."),
        ("-5", "The amount must be above zero."),
        ("10000000000", "This amount is larger than any we can record. Please check the figures."),
        ("9" * 100, "This amount is larger than any we can record. Please check the figures."),
    ],
)
def test_the_field_says_what_is_wrong_in_words(value: object, expected: str) -> None:
    assert sentence(value) == expected


def test_the_field_shows_both_readings_and_its_example_as_the_language_writes_them() -> None:
    assert "1.234,50" in sentence("muito", "pt-br")
    unclear = sentence("1,234", "pt-br")
    assert "1.234,00" in unclear
    assert "1,23" in unclear


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_field_takes_every_amount_that_can_be_recorded(language: str) -> None:
    with translation.override(language):
        assert AmountField().clean(number(LARGEST, 2)) == LARGEST
        assert AmountField().clean("0.01") == Decimal("0.01")
        assert AmountField(required=False).clean("") is None


def test_the_field_shows_amounts_as_the_language_writes_them_and_typed_text_as_typed() -> None:
    class Form(forms.Form):
        amount = AmountField()

    with translation.override("pt-br"):
        assert 'value="1.234,50"' in str(Form(initial={"amount": Decimal("1234.5")})["amount"])
        assert 'inputmode="decimal"' in str(Form()["amount"])
        assert 'value="1,234"' in str(Form({"amount": "1,234"})["amount"])
        assert not Form({"amount": "1.234,50"}, initial={"amount": Decimal("1234.5")}).has_changed()
        assert Form({"amount": "1.234,51"}, initial={"amount": Decimal("1234.5")}).has_changed()


@pytest.mark.parametrize("text", ["100 USD", "US$ 100", "R$100", "100 €", "100 brl"])
def test_an_amount_in_another_currency_is_not_taken_for_this_one(text: str) -> None:
    with pytest.raises(OtherCurrency):
        read_amount(text, "es-mx", "MXN")


@pytest.mark.parametrize("text", ["100 MXN", "$100", "MX$ 100", "100 mxn", "100"])
def test_an_amount_may_carry_its_own_currency(text: str) -> None:
    assert read_amount(text, "es-mx", "MXN") == 100
