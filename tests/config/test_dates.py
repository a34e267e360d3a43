"""Dates to the precision they are known, as they are written in reference data."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.dates import DatePrecision, read_partial_date

days = st.dates(min_value=dt.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("2012-03-05", dt.date(2012, 3, 5), DatePrecision.DAY),
        ("2012-02-29", dt.date(2012, 2, 29), DatePrecision.DAY),
        ("2012-03", dt.date(2012, 3, 1), DatePrecision.MONTH),
        ("2012", dt.date(2012, 1, 1), DatePrecision.YEAR),
        ("early 2010", dt.date(2010, 1, 1), DatePrecision.EARLY),
        ("late 2009", dt.date(2009, 10, 1), DatePrecision.LATE),
        ("  2012  ", dt.date(2012, 1, 1), DatePrecision.YEAR),
        ("", None, ""),
        ("   ", None, ""),
    ],
)
def test_a_date_is_read_to_the_precision_it_is_written_with(text: str, date: dt.date | None, precision: str) -> None:
    assert read_partial_date(text) == (date, precision)


@given(day=days)
def test_every_day_month_and_year_is_read_back(day: dt.date) -> None:
    assert read_partial_date(day.isoformat()) == (day, "day")
    assert read_partial_date(day.isoformat()[:7]) == (day.replace(day=1), "month")
    assert read_partial_date(day.isoformat()[:4]) == (dt.date(day.year, 1, 1), "year")
    assert read_partial_date(f"early {day.year}") == (dt.date(day.year, 1, 1), "early")
    assert read_partial_date(f"late {day.year}") == (dt.date(day.year, 10, 1), "late")


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "early",
        "late",
        "mid 2010",
        "EARLY 2010",
        "early2010",
        "early 2010-05",
        "early March 2010",
        "2010 early",
        "late -1",
        "-2012",
        "2012-",
        "2012--05",
        "2012-13",
        "2012-00",
        "2012-02-30",
        "2011-02-29",
        "2012/03/05",
        "05.03.2012",
        "5 March 2012",
        "20120305",
        "2012.5",
        "0",
        "99999",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_partial_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2012-03-05-01",
        "1-1-1-1-1",
        "9" * 30,
        "early " + "9" * 30,
        "12",
        "12-03-05",
        "2_012",
        "+2012",
        "٢٠١٢",
        "2012 - 03",
        "early +2010",
    ],
)
def test_what_only_resembles_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_partial_date(text)


@given(text=st.from_regex(r"(early |late )?[0-9]{1,4}(-[0-9]{1,2}){0,2}", fullmatch=True))
def test_whatever_is_read_is_the_first_day_of_what_is_known(text: str) -> None:
    try:
        date, precision = read_partial_date(text)
    except ValueError:
        return
    assert date is not None
    starts = {
        DatePrecision.DAY: date,
        DatePrecision.MONTH: dt.date(date.year, date.month, 1),
        DatePrecision.EARLY: dt.date(date.year, 1, 1),
        DatePrecision.LATE: dt.date(date.year, 10, 1),
        DatePrecision.YEAR: dt.date(date.year, 1, 1),
    }
    assert date == starts[DatePrecision(precision)]
    assert precision in text or precision == ("year", "month", "day")[text.count("-")]
