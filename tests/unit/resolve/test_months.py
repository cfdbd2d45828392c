from __future__ import annotations

from math import inf

import pytest

from alleged.resolve.months import Months, months_of


def month(year: int, number: int) -> int:
    return 12 * year + number


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021", month(2021, 1), month(2021, 12)),
        ("2021-03", month(2021, 3), month(2021, 3)),
        ("2021-03-05", month(2021, 3), month(2021, 3)),
        ("2021-22", month(2021, 6), month(2021, 8)),
        ("2021-24", month(2021, 1), month(2021, 12)),
        ("2021-33", month(2021, 1), month(2021, 3)),
        ("2011/2018", month(2011, 1), month(2018, 12)),
        ("2010~/..", month(2010, 1), inf),
        ("../2017-04", -inf, month(2017, 4)),
        ("[2020,2022-05]", month(2020, 1), month(2022, 5)),
    ],
)
def test_a_date_covers_its_months(edtf: str, first: float, last: float) -> None:
    assert months_of(edtf) == Months(first, last)


@pytest.mark.parametrize("edtf", [None, "", "201X"])
def test_what_names_no_year_covers_nothing_known(edtf: str | None) -> None:
    assert months_of(edtf) is None


def test_times_that_touch_are_not_apart() -> None:
    assert Months(5, 6).distance(Months(7, 9)) == 0
    assert Months(5, 6).distance(Months(9, 9)) == Months(9, 9).distance(Months(5, 6)) == 2


def test_a_year_is_twelve_months_long() -> None:
    year = months_of("2021")
    assert year is not None
    assert year.length == 12
