from __future__ import annotations

import pytest

from alleged.dossiers.periods import days_of, sort_key, tell_period
from alleged.model.edtf import read_edtf

DATES = (
    ("2011", "2011"),
    ("2021-05", "2021-05"),
    ("2024-02", "2024-02"),
    ("2024-03-25", "2024-03-25"),
    ("2021-03~", "about 2021-03"),
    ("2021?", "perhaps 2021"),
    ("200X", "2000s"),
    ("2024-22", "summer 2024"),
    ("2021-24", "winter 2021"),
    ("2020-35", "third quarter of 2020"),
    ("2020-40~", "about first half of 2020"),
    ("2011/2018", "2011 to 2018"),
    ("2021-03/2021-05", "2021-03 to 2021-05"),
    ("2011~/..", "from about 2011 on"),
    ("../2010", "2010 or before"),
    ("{2015,2016}", "2015 and 2016"),
    ("[2019,2020]", "2019 or 2020"),
)


@pytest.mark.parametrize(("edtf", "words"), DATES)
def test_a_date_in_words_is_no_more_exact_than_it_is(edtf: str, words: str) -> None:
    assert tell_period(edtf) == words


@pytest.mark.parametrize("edtf", ["", "..", "../..", "soon", "2021-13", "2018/2011"])
def test_what_cannot_be_read_stays_as_it_is(edtf: str) -> None:
    assert tell_period(edtf) == edtf


def test_dates_sort_by_the_earliest_day_or_the_end_the_shorter_and_surer_first() -> None:
    ordered = ["2010", "../2010", "2011-01-01", "2011-01", "2011", "2011~", "2011/2018", "2011/..", "2011-02"]
    shuffled = sorted(ordered)
    assert shuffled != ordered
    assert sorted(shuffled, key=lambda edtf: sort_key(read_edtf(edtf))) == ordered


def test_durations_compare_across_units() -> None:
    assert sorted(["P14Y", "P10Y", "P18M", "P3W", "P2D", "P1Y2M"], key=days_of) == [
        "P2D",
        "P3W",
        "P18M",
        "P10Y",
        "P14Y",
        "P1Y2M",
    ]
