"""Which time of a sentence is the event's, and which the saying's."""

from __future__ import annotations

import pytest

from alleged.extract.passages import Stretch
from alleged.model.claim import When
from tests.unit.extract.reading import passage, place
from tests.unit.extract.times.choosing import find_said, find_when

TUESDAY = "2024-03-26"


def when(words: str, clause: str, published: str | None = TUESDAY) -> When:
    of = passage(words)
    return find_when(of, place(of, clause), published)


def said(words: str, clause: str, published: str | None = TUESDAY) -> When:
    of = passage(words)
    return find_said(of, place(of, clause), published)


def exact(found: When) -> str | None:
    return found.words.exact if found.words else None


def test_only_the_clause_is_looked_at_where_it_has_a_time() -> None:
    assert when("They met in 2019 and attacked the bank in 2021.", "attacked the bank in 2021").edtf == "2021"


def test_the_first_time_that_is_fixed_counts() -> None:
    words = "They hit the bank in 2019 and in 2021."
    assert when(words, "They hit the bank in 2019 and in 2021").edtf == "2019"
    words = "They hit the bank two months later and in 2021."
    assert when(words, "They hit the bank two months later and in 2021").edtf == "2021"


def test_an_open_time_keeps_its_words() -> None:
    found = when("They hit the bank on Monday.", "They hit the bank on Monday", None)
    assert (found.edtf, exact(found)) == (None, "Monday")


@pytest.mark.parametrize(
    ("words", "clause", "edtf"),
    [
        ("In 2019, they hit the bank.", "they hit the bank", "2019"),
        ("On Monday they hit the bank.", "they hit the bank", "2024-03-25"),
        ("They hit the bank in 2019, officials said.", "They hit the bank", "2019"),
        ("In 2019, analysts of the firm saw hackers hit the bank.", "hackers hit the bank", "2019"),
        ("Over the last seven years, officials say, they hit the bank.", "they hit the bank", "2017/2024"),
    ],
)
def test_a_time_that_opens_a_sentence_or_follows_a_clause_is_its_own(
    words: str, clause: str, edtf: str
) -> None:
    assert when(words, clause).edtf == edtf


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("On Monday, officials said they hit the bank.", "they hit the bank"),
        ("The bank said on Monday that they hit it.", "they hit it"),
        ("In 2019, officials accused them of hitting the bank.", "hitting the bank"),
        ("In May, following a raid they hit the bank.", "a raid"),
        ("They hit the bank, and the firm was told in 2019.", "They hit the bank"),
    ],
)
def test_a_time_of_something_else_is_left_alone(words: str, clause: str) -> None:
    assert when(words, clause) == When()


@pytest.mark.parametrize(
    ("words", "edtf", "kept"),
    [
        ("They hit it earlier this month, on March 4", "2024-03-04", "March 4"),
        ("They hit it two years ago, in May 2022", "2022-05", "May 2022"),
        ("They hit it in 2020, in May 2022", "2020", "2020"),
    ],
)
def test_an_apposition_is_more_exact(words: str, edtf: str, kept: str) -> None:
    found = when(f"{words}.", words)
    assert (found.edtf, exact(found)) == (edtf, kept)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("The theft began in 2019 and went on until May 2021", "2019/2021-05"),
        ("They were there since late 2020 and stayed through the first quarter of 2021", "2020/2021-33"),
        ("They came in 2019 and stayed until May 2021", "2019"),
    ],
)
def test_a_beginning_takes_its_end(words: str, edtf: str) -> None:
    assert when(f"{words}.", words).edtf == edtf


def test_a_duration_beside_a_date_is_kept_with_it() -> None:
    words = "They spied for over a decade, since 2010"
    found = when(f"{words}.", words)
    assert (found.edtf, found.minimum, exact(found)) == ("2010/..", "P10Y", "over a decade, since 2010")


@pytest.mark.parametrize(
    ("words", "kept", "edtf"),
    [
        ("The bank said on Monday that hackers stole data.", "on Monday", "2024-03-25"),
        ("On Friday the bank said hackers stole data.", "On Friday", "2024-03-22"),
        ("The bank said today hackers stole data.", "today", "2024-03-26"),
    ],
)
def test_the_day_of_a_report_looks_back(words: str, kept: str, edtf: str) -> None:
    found = said(words, "hackers stole data")
    assert (exact(found), found.edtf) == (kept, edtf)
    found = said(words, "hackers stole data", None)
    assert (exact(found), found.edtf) == (kept, None)


def test_a_day_inside_or_right_after_the_content_was_not_said_then() -> None:
    words = "The bank said hackers stole data on Monday."
    assert said(words, "hackers stole data on Monday") == When()
    assert said(words, "hackers stole data") == When()


def test_a_year_is_no_day_of_a_saying() -> None:
    assert said("In 2021 the bank said hackers stole data.", "hackers stole data") == When()


def test_without_a_time_nothing_is_known() -> None:
    of = passage("The bank said hackers stole data.")
    assert find_said(of, Stretch(0, 1), TUESDAY) == find_when(of, of.whole, TUESDAY) == When()
