"""How values are written in the three languages; what is not known is never a zero."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from config import messages, ui

LANGUAGES = ["en", "es-mx", "pt-br"]
WORDS: dict[str, dict[str, object]] = {
    "es-mx": {
        "not recorded": "sin registro",
        "date not recorded": "fecha sin registro",
        "early %(year)s": "a principios de %(year)s",
        "late %(year)s": "a fines de %(year)s",
    },
    "pt-br": {
        "not recorded": "sem registro",
        "date not recorded": "data sem registro",
        "early %(year)s": "no início de %(year)s",
        "late %(year)s": "no fim de %(year)s",
    },
}
MARCH = dt.date(2012, 3, 5)


@pytest.fixture
def words(tmp_path: Path, settings: object) -> None:
    """Catalogs of this module alone, so that what is tested does not hang on the wording of the real ones."""
    source = tmp_path / "config/ui.py"
    source.parent.mkdir()
    source.write_text(Path(ui.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    for language, texts in WORDS.items():
        assert messages.fill(tmp_path, language, texts) == []
    messages.compile_catalogs(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "locale"]  # type: ignore[attr-defined]


def in_each(texts: tuple[str, str, str]) -> list[tuple[str, str]]:
    return list(zip(LANGUAGES, texts, strict=True))


@pytest.mark.parametrize(("language", "expected"), in_each(("not recorded", "sin registro", "sem registro")))
@pytest.mark.usefixtures("words")
def test_what_is_not_known_is_said_so_and_is_never_a_zero(language: str, expected: str) -> None:
    with translation.override(language):
        assert ui.number(None) == ui.number(None, 2) == ui.money(None, "MXN") == expected
        assert ui.day(None) == ui.moment(None) == expected
        assert "MXN" not in ui.money(None, "MXN")
        assert "0" not in Template("{{ x|number }} {{ x|money:'MXN' }}").render(Context({"x": None}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_zero_that_was_recorded_is_written_as_a_zero(language: str) -> None:
    with translation.override(language):
        assert ui.number(0) == ui.number(Decimal(0)) == "0"
        assert ui.money(Decimal(0), "MXN").startswith('<span class="money">0')


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234567, 0, ("1,234,567", "1,234,567", "1.234.567")),
        (1000, 0, ("1,000", "1,000", "1.000")),
        (999, 0, ("999", "999", "999")),
        (Decimal("1234.5"), 2, ("1,234.50", "1,234.50", "1.234,50")),
        (Decimal("-1234.5"), 2, ("-1,234.50", "-1,234.50", "-1.234,50")),
        (Decimal("0.1"), 1, ("0.1", "0.1", "0,1")),
        (Decimal("9999999999.99"), 2, ("9,999,999,999.99", "9,999,999,999.99", "9.999.999.999,99")),
    ],
)
def test_numbers(value: Decimal | int, decimals: int, expected: tuple[str, str, str]) -> None:
    for language, text in in_each(expected):
        with translation.override(language):
            assert ui.number(value, decimals) == text


@pytest.mark.parametrize(("language", "figures"), in_each(("1,234.50", "1,234.50", "1.234,50")))
def test_money_carries_its_currency_on_the_same_line(language: str, figures: str) -> None:
    with translation.override(language):
        assert ui.money(Decimal("1234.5"), "BRL") == f'<span class="money">{figures}&nbsp;<abbr>BRL</abbr></span>'
        assert ui.money_text(Decimal("1234.5"), "BRL") == f"{figures}\u00a0BRL"
        assert isinstance(ui.money(Decimal(1), "BRL"), SafeString)


def test_a_currency_cannot_bring_markup() -> None:
    assert "<script>" not in ui.money(Decimal(1), "<script>")


@pytest.mark.parametrize(("language", "expected"), in_each(("Mar 5, 2012", "5 mar 2012", "5 de mar. de 2012")))
def test_a_day_has_its_month_as_a_word(language: str, expected: str) -> None:
    with translation.override(language):
        assert ui.day(MARCH) == expected
        assert ui.partial_date(MARCH, "day") == expected
        assert ui.partial_date(MARCH, "") == expected


@given(day=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)), language=st.sampled_from(LANGUAGES))
def test_every_day_names_its_year_and_its_number_and_no_month_in_figures(day: dt.date, language: str) -> None:
    with translation.override(language):
        text = ui.day(day)
    assert str(day.year) in text
    assert sorted(int(part) for part in text.replace(",", " ").split() if part.isdigit()) == sorted([day.day, day.year])


@pytest.mark.parametrize(
    ("date", "precision", "expected"),
    [
        (dt.date(2012, 3, 1), "month", ("March 2012", "marzo de 2012", "março de 2012")),
        (dt.date(2010, 1, 1), "early", ("early 2010", "a principios de 2010", "no início de 2010")),
        (dt.date(2009, 10, 1), "late", ("late 2009", "a fines de 2009", "no fim de 2009")),
        (dt.date(2009, 1, 1), "year", ("2009", "2009", "2009")),
        (None, "", ("date not recorded", "fecha sin registro", "data sem registro")),
    ],
)
@pytest.mark.usefixtures("words")
def test_a_date_is_written_to_the_precision_it_is_known(
    date: dt.date | None, precision: str, expected: tuple[str, str, str]
) -> None:
    for language, text in in_each(expected):
        with translation.override(language):
            assert ui.partial_date(date, precision) == text
            written = Template("{% partial_date date precision %}").render(
                Context({"date": date, "precision": precision})
            )
            assert written == text


def test_a_moment_is_shown_in_the_time_zone_of_the_server_without_seconds() -> None:
    night = dt.datetime(2012, 3, 6, 2, 5, 59, tzinfo=dt.UTC)  # still the evening of the 5th in Mexico
    for language, start in in_each(("Mar 5, 2012", "5 mar 2012", "5 de mar. de 2012")):
        with translation.override(language):
            assert ui.moment(night).startswith(start)
            assert "59" not in ui.moment(night)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_morning_and_the_afternoon_are_told_apart(language: str) -> None:
    morning = dt.datetime(2012, 3, 5, 8, 5, tzinfo=dt.UTC)
    with translation.override(language):
        assert ui.moment(morning) != ui.moment(morning + dt.timedelta(hours=12))


@dataclass
class Row:
    """A row as the models have them: a text, and its translations where there are any."""

    title: str
    title_es: str = ""
    title_pt: str = ""


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("Nursery", "Vivero", "Viveiro"), ("Nursery", "Vivero", "Viveiro")),
        (Row("Nursery", title_pt="Viveiro"), ("Nursery", "Nursery", "Viveiro")),
        (Row("Renta de oficina"), ("Renta de oficina", "Renta de oficina", "Renta de oficina")),
        (Row(""), ("", "", "")),
    ],
)
def test_a_text_is_shown_in_the_language_of_the_reader_or_as_it_was_recorded(
    row: Row, expected: tuple[str, str, str]
) -> None:
    for language, text in in_each(expected):
        with translation.override(language):
            assert ui.in_language(row, "title") == text
            assert Template('{{ row|in_language:"title" }}').render(Context({"row": row})) == text


def test_markup_in_a_recorded_text_is_escaped() -> None:
    shown = Template('{{ row|in_language:"title" }}').render(Context({"row": Row("<b>Nursery</b>")}))
    assert shown == "&lt;b&gt;Nursery&lt;/b&gt;"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, ("0 kB", "0 kB", "0 kB")),
        (1024, ("1 kB", "1 kB", "1 kB")),
        (500 * 1024, ("500 kB", "500 kB", "500 kB")),
        (1024 * 1024 - 1, ("1,023 kB", "1,023 kB", "1.023 kB")),
        (1024 * 1024, ("1.0 MB", "1.0 MB", "1,0 MB")),
        (1536 * 1024, ("1.5 MB", "1.5 MB", "1,5 MB")),
        (10 * 1024 * 1024, ("10.0 MB", "10.0 MB", "10,0 MB")),
    ],
)
def test_sizes_of_files(size: int, expected: tuple[str, str, str]) -> None:
    for language, text in in_each(expected):
        with translation.override(language):
            assert ui.file_size(size) == text


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 10, 0),
        (1, 3, 33),
        (2, 3, 66),
        (10, 10, 100),
        (12, 10, 100),
        (-1, 10, 0),
        (5, 0, 0),
        (Decimal("2.5"), 10, 25),
    ],
)
def test_percent_stays_between_nothing_and_all(part: Decimal | int, whole: int, expected: int) -> None:
    assert ui.percent_of(part, whole) == expected


@pytest.mark.parametrize(
    ("days", "said"), [(0, "0 days"), (1, "1 day"), (730, "730 days"), (731, "2 years"), (4953, "13 years")]
)
def test_a_long_time_is_said_in_years(days: int, said: str) -> None:
    assert ui.span(days) == said


@pytest.mark.parametrize(
    ("language", "last", "written"),
    [
        ("en", dt.date(2015, 10, 21), "Oct 20–21, 2015"),
        ("es-mx", dt.date(2015, 10, 21), "20–21 oct 2015"),
        ("pt-br", dt.date(2015, 10, 21), "20–21 de out. de 2015"),
        ("es-mx", dt.date(2015, 11, 2), "20 oct 2015 – 2 nov 2015"),
        ("es-mx", dt.date(2015, 10, 20), "20 oct 2015"),
        ("es-mx", None, "20 oct 2015"),
    ],
)
def test_days_of_one_month_say_month_and_year_once(language: str, last: dt.date | None, written: str) -> None:
    with translation.override(language):
        assert ui.days(dt.date(2015, 10, 20), last) == written


def test_days_known_to_the_month_are_not_narrowed_to_a_day() -> None:
    with translation.override("es-mx"):
        assert ui.days(dt.date(2015, 10, 1), dt.date(2015, 10, 31), "month") == "octubre de 2015 – 31 oct 2015"
