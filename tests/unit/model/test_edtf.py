from __future__ import annotations

from datetime import date

import pytest

from alleged.model.edtf import PARTS_OF_YEAR, Form, Precision, find_edtf, read_edtf

BOUNDS = (
    ("2011", "2011-01-01", "2011-12-31"),
    ("2021-05", "2021-05-01", "2021-05-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-03-25", "2024-03-25", "2024-03-25"),
    ("2021-03~", "2021-03-01", "2021-03-31"),
    ("200X", "2000-01-01", "2009-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2021-XX", "2021-01-01", "2021-12-31"),
    ("2024-03-XX", "2024-03-01", "2024-03-31"),
    ("2024-22", "2024-06-01", "2024-08-31"),
    ("2021-24", "2021-01-01", "2021-12-31"),
    ("2020-35", "2020-07-01", "2020-09-30"),
    ("2020-40~", "2020-01-01", "2020-06-30"),
    ("2011/2018", "2011-01-01", "2018-12-31"),
    ("2021-05-20/2021-05", "2021-05-20", "2021-05-31"),
    ("2011~/..", "2011-01-01", "None"),
    ("2011/", "2011-01-01", "None"),
    ("../2010", "None", "2010-12-31"),
    ("{2015,2016}", "2015-01-01", "2016-12-31"),
    ("[2020,2019-05]", "2019-05-01", "2020-12-31"),
)


@pytest.mark.parametrize(("written", "first", "last"), BOUNDS)
def test_the_days_that_a_date_allows(written: str, first: str, last: str) -> None:
    read = read_edtf(written)
    assert (str(read.first), str(read.last)) == (first, last)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "..",
            "../..",
            "/",
            "soon",
            "2021-13",
            "2021-20",
            "2021-42",
            "2021-02-30",
            "2021-22-01",
            "0000",
        ),
        *("2011/2012/2013", "2018/2011", "2021-11/2021-22", "[]", "[2015", "[2015}", "{2015..2018}", "2X15"),
        *("2021-22-01", "2021~~", "~2021", " 2021", "2021-3", "２０２１", "2024-03-25T10:00"),
    ],
)
def test_what_is_no_date_is_refused_with_its_words(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no date in EDTF") as refused:
        read_edtf(written)
    assert repr(written) in str(refused.value)
    assert find_edtf(written) is None


def test_no_string_is_no_date() -> None:
    assert find_edtf(None) is None


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("201X", Precision.YEARS),
        ("2011", Precision.YEAR),
        ("2011-XX", Precision.YEAR),
        ("2011-33", Precision.PART),
        ("2011-03", Precision.MONTH),
        ("2011-03-05", Precision.DAY),
        ("201X-03-05", Precision.YEARS),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, precision: Precision) -> None:
    one = read_edtf(written).only
    assert one is not None
    assert one.precision is precision
    assert one.words == written
    assert one.part == (33 if precision is Precision.PART else None)


@pytest.mark.parametrize(
    ("written", "approximate", "uncertain"),
    [
        ("2011", False, False),
        ("2011~", True, False),
        ("2011?", False, True),
        ("2011-03%", True, True),
        ("2011/2012~", True, False),
        ("{2011?,2012}", False, True),
    ],
)
def test_marks_are_kept_and_tell_it_from_an_exact_date(
    written: str, approximate: bool, uncertain: bool
) -> None:
    read = read_edtf(written)
    assert (read.is_approximate, read.is_uncertain) == (approximate, uncertain)
    assert read.is_rough is (approximate or uncertain)
    assert (read.only is None) is (read.is_rough or read.form is not Form.DATE)


@pytest.mark.parametrize(
    ("written", "form", "dates"),
    [
        ("2011", Form.DATE, ["2011"]),
        ("2011~/..", Form.INTERVAL, ["2011", None]),
        ("[2012,2011]", Form.ONE_OF, ["2012", "2011"]),
        ("{2011,2012}", Form.ALL_OF, ["2011", "2012"]),
    ],
)
def test_the_form_tells_what_its_dates_are(written: str, form: Form, dates: list[str | None]) -> None:
    read = read_edtf(written)
    assert read.form is form
    assert [one and one.words for one in read.dates] == dates


def test_every_part_of_a_year_has_its_months() -> None:
    for number, (begun, over) in PARTS_OF_YEAR.items():
        read = read_edtf(f"2021-{number}")
        assert read.first == date(2021, begun, 1)
        assert read.last is not None
        assert read.last.month == over
