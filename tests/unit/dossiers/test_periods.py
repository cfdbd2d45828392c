from __future__ import annotations

from datetime import date

import pytest

from alleged.dossiers.periods import days_of, read_period, tell_period

DATES = (
    ("2011", "2011-01-01", "2011-12-31", "2011"),
    ("2021-05", "2021-05-01", "2021-05-31", "2021-05"),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
    ("2024-03-25", "2024-03-25", "2024-03-25", "2024-03-25"),
    ("2021-03~", "2021-03-01", "2021-03-31", "about 2021-03"),
    ("2021?", "2021-01-01", "2021-12-31", "perhaps 2021"),
    ("200X", "2000-01-01", "2009-12-31", "2000s"),
    ("2024-22", "2024-06-01", "2024-08-31", "summer 2024"),
    ("2021-24", "2021-01-01", "2021-12-31", "winter 2021"),
    ("2020-35", "2020-07-01", "2020-09-30", "third quarter of 2020"),
    ("2020-40~", "2020-01-01", "2020-06-30", "about first half of 2020"),
    ("2011/2018", "2011-01-01", "2018-12-31", "2011 to 2018"),
    ("2021-03/2021-05", "2021-03-01", "2021-05-31", "2021-03 to 2021-05"),
    ("2011~/..", "2011-01-01", None, "from about 2011 on"),
    ("../2010", None, "2010-12-31", "2010 or before"),
    ("{2015,2016}", "2015-01-01", "2016-12-31", "2015 and 2016"),
    ("[2019,2020]", "2019-01-01", "2020-12-31", "2019 or 2020"),
)


@pytest.mark.parametrize(("edtf", "first", "last", "words"), DATES)
def test_the_days_that_a_date_allows_and_its_words(
    edtf: str, first: str | None, last: str | None, words: str
) -> None:
    period = read_period(edtf)
    assert period is not None
    assert (period.first and period.first.isoformat(), period.last and period.last.isoformat()) == (
        first,
        last,
    )
    assert tell_period(edtf) == words


@pytest.mark.parametrize(
    "edtf", ["", "..", "../..", "soon", "2021-13", "2021-02-30", "2011/2012/2013", "{2015..2018}", "2021-99"]
)
def test_what_cannot_be_read_has_no_days_and_stays_as_it_is(edtf: str) -> None:
    assert read_period(edtf) is None
    assert tell_period(edtf) == edtf


def test_dates_sort_by_the_earliest_day_or_the_end_the_shorter_and_surer_first() -> None:
    ordered = ["2010", "../2010", "2011-01-01", "2011-01", "2011", "2011~", "2011/2018", "2011/..", "2011-02"]
    periods = {edtf: read_period(edtf) for edtf in ordered}
    shuffled = sorted(ordered)
    assert shuffled != ordered
    assert sorted(shuffled, key=lambda edtf: periods[edtf].key) == ordered  # type: ignore[union-attr]


def test_an_approximate_date_is_known_for_one() -> None:
    told = {edtf: read_period(edtf) for edtf in ("2011~/..", "2011/..")}
    assert [period and period.is_rough for period in told.values()] == [True, False]
    assert {period and period.first for period in told.values()} == {date(2011, 1, 1)}


def test_durations_compare_across_units() -> None:
    assert sorted(["P14Y", "P10Y", "P18M", "P3W", "P2D", "P1Y2M"], key=days_of) == [
        "P2D",
        "P3W",
        "P18M",
        "P10Y",
        "P14Y",
        "P1Y2M",
    ]
