from __future__ import annotations

import pytest

from alleged.text.dates import DATELINE, LineDate, read_date, read_line_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("July 21, 2021", "2021-07-21"),
        ("Sept. 8, 2021", "2021-09-08"),
        ("21 July 2021", "2021-07-21"),
        ("21st of July, 2021", "2021-07-21"),
        ("Monday, March 25, 2024", "2024-03-25"),
        ("July 21, 2021 -- 04:38 GMT (05:38 BST)", "2021-07-21"),
        ("August 3, 2021  10:55 am", "2021-08-03"),
        ("2022-01-17T11:38:01-05:00", "2022-01-17"),
        ("2022-01-17", "2022-01-17"),
        ("2021-12-06 17:29:00", "2021-12-06"),
        ("26.03.2024", "2024-03-26"),
        ("2024/3/5", "2024-03-05"),
        ("03/25/2024", "2024-03-25"),
        ("25/03/2024", "2024-03-25"),
        ("25\u00a0March 2024", "2024-03-25"),
        ("March 2024", "2024-03"),
    ],
)
def test_dates_in_their_usual_forms(words: str, edtf: str) -> None:
    assert read_date(words) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2024",
        "February 30, 2021",
        "On Monday",
        "March 25",
        "2024",
        "25 Marc 2024",
        "",
        "May",
        "13/13/2024",
        "1.2.3",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(words: str) -> None:
    assert read_date(words) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published on March 25, 2024", LineDate("2024-03-25")),
        ("Published: 25 March 2024", LineDate("2024-03-25")),
        ("FOR IMMEDIATE RELEASE Monday, March 25, 2024", LineDate("2024-03-25")),
        ("Last updated: 26 March 2024", LineDate("2024-03-26", is_update=True)),
        ("Beijing, 26 March 2024", LineDate("2024-03-26")),
        ("Washington, D.C., March 25, 2024", LineDate("2024-03-25")),
        ("On March 25, 2024 the United States accused China.", None),
        ("Published", None),
        ("The attack of 25 March 2024", None),
        ("March 25, 2024" + " " * 200 + "x", None),
    ],
)
def test_a_line_gives_a_date_only_if_it_holds_nothing_else(line: str, expected: LineDate | None) -> None:
    assert read_line_date(line) == expected


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("BEIJING, March 26, 2024 (Xinhua) -- China denied it.", "March 26, 2024"),
        ("WASHINGTON — March 25, 2024 — Prosecutors said", "March 25, 2024"),
        ("LONDON, 25 March 2024: The government said", "25 March 2024"),
    ],
)
def test_datelines_of_agencies(line: str, date: str) -> None:
    match = DATELINE.match(line)
    assert match is not None
    assert match.group("date") == date


def test_a_dateline_without_a_year_is_none() -> None:
    assert DATELINE.match("BEIJING, March 26 (Xinhua) -- China denied it.") is None
