from __future__ import annotations

from datetime import date

from alleged.exports.time_axis import Axis, span_axis


def axis(*days: str, most: int = 6) -> Axis:
    found = span_axis(map(date.fromisoformat, days), 100, 300, most)
    assert found is not None
    return found


def told(*days: str, most: int = 6) -> list[str]:
    return [words for _, words in axis(*days, most=most).marks()]


def test_without_a_day_there_is_no_axis() -> None:
    assert span_axis([], 0, 100) is None


def test_later_days_stand_further_right_and_all_within_it() -> None:
    drawn = axis("2024-03-25", "2010-01-01", "2018-06-01")
    places = [drawn.at(date.fromisoformat(day)) for day in ("2010-01-01", "2018-06-01", "2024-03-25")]
    assert places == sorted(places)
    assert all(drawn.left < place < drawn.right for place in places)
    assert (drawn.at(date.min), drawn.at(date.max)) == (100, 400)


def test_marks_are_years_months_or_days_and_never_too_many() -> None:
    assert told("2010-01-01", "2024-03-25") == ["2010", "2015", "2020", "2025"]
    assert told("2021-01-10", "2021-09-01") == ["2021-01", "2021-03", "2021-05", "2021-07", "2021-09"]
    assert told("2024-03-25", "2024-03-26") == [f"2024-03-2{day}" for day in range(4, 9)]
    assert len(told("0001-01-01", "9999-12-31")) <= 11


def test_two_marks_on_a_short_axis() -> None:
    assert told("2024-03-20", "2024-03-26", most=2) == ["2024-03-19", "2024-03-24"]
