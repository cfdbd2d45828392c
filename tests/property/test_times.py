"""What times promise of any text: words to the letter, nothing invented, no weekday in the future."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from alleged.errors import Unreadable
from alleged.extract.engine import LexiconExtractor
from alleged.extract.passages import find_passages
from alleged.extract.times import date_claims
from alleged.extract.times.calendar import WEEKDAYS, read_anchor
from alleged.extract.times.finding import find_times
from alleged.extract.times.forms import MONTHS
from alleged.lexicon.counts import COUNTS
from alleged.model.document import Metadata
from alleged.model.span import check_anchor
from alleged.text import read_document
from tests.edtf import is_edtf
from tests.strategies.stories import stories
from tests.unit.extract.reading import passage
from tests.unit.extract.times.choosing import find_said, find_when

DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))
PUBLISHED = st.one_of(
    st.none(), DAYS.map(date.isoformat), DAYS.map(lambda d: f"{d:%Y-%m}"), DAYS.map(lambda d: f"{d:%Y}")
)
UNITS = ["day", "week", "month", "year", "decade"]
YEARS = st.integers(1985, 2045).map(str)
RELATIVE = st.one_of(
    st.sampled_from(
        ["today", "yesterday", "this week", "last month", "last year", "this summer", "last quarter"]
    ),
    st.sampled_from(WEEKDAYS).map(lambda day: f"on {day.title()}"),
    st.sampled_from(sorted(MONTHS)).map(lambda month: f"last {month.title()}"),
    st.builds("{} {}s ago".format, st.sampled_from(sorted(COUNTS)), st.sampled_from(UNITS)),
    st.builds("in the past {} {}s".format, st.sampled_from(sorted(COUNTS)), st.sampled_from(UNITS)),
)
WRITTEN = st.one_of(
    YEARS.map("in {}".format),
    st.builds("in {} {}".format, st.sampled_from(sorted(MONTHS)).map(str.title), YEARS),
    st.builds(
        "on {} {}, {}".format, st.sampled_from(sorted(MONTHS)).map(str.title), st.integers(0, 40), YEARS
    ),
    st.builds("between {} and {}".format, YEARS, YEARS),
    st.builds(
        "from {} to {} {}".format, st.sampled_from(["March", "May"]), st.sampled_from(["June", "May"]), YEARS
    ),
    st.builds("{} {}".format, st.sampled_from(["since", "since at least", "until", "by", "around"]), YEARS),
    st.builds("over {} {}s".format, st.sampled_from(sorted(COUNTS)), st.sampled_from(UNITS)),
)
TIMES = st.lists(st.one_of(RELATIVE, WRITTEN), min_size=1, max_size=4).map(", and ".join)
OWN_YEAR = re.compile(r"\d{4}|\d{2}00s")


@given(TIMES, PUBLISHED)
def test_times_keep_their_words_and_are_edtf(words: str, published: str | None) -> None:
    of = passage(f"The group attacked the bank {words} again.")
    for timed in find_times(of, read_anchor(published)):
        check_anchor(of.text, of.span(timed.stretch))
        assert timed.edtf is None or is_edtf(timed.edtf)
        assert timed.minimum is None or re.fullmatch(r"P\d+[DWMY]", timed.minimum)
    found = find_when(of, of.whole, published)
    assert found.words is not None
    assert found.words.exact in of.text


@given(TIMES)
def test_times_of_a_sentence_do_not_overlap(words: str) -> None:
    of = passage(f"The group attacked the bank {words} again.")
    found = [timed.stretch for timed in find_times(of, None)]
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(RELATIVE)
def test_without_publication_nothing_relative_is_fixed(words: str) -> None:
    of = passage(f"The group attacked the bank {words} again.")
    assert find_when(of, of.whole).edtf is None


@given(TIMES)
def test_without_publication_every_year_stands_in_the_text(words: str) -> None:
    of = passage(f"The group attacked the bank {words} again.")
    for timed in find_times(of, None):
        told = set(re.findall(r"\d{4}", timed.edtf or ""))
        assert told <= set(OWN_YEAR.findall(of.said(timed.stretch)))


@given(st.sampled_from(WEEKDAYS), st.sampled_from(["on", "late on", "last", "early"]), DAYS)
def test_a_weekday_never_lies_after_publication(weekday: str, before: str, published: date) -> None:
    of = passage(f"The bank said {before} {weekday.title()} that it was attacked.")
    found = find_said(of, of.whole, published.isoformat()).edtf
    inside = find_when(of, of.whole, published.isoformat()).edtf
    assert found is None
    assert inside is not None
    told = date.fromisoformat(inside)
    assert told <= published
    assert (published - told).days <= 7
    assert told.weekday() == WEEKDAYS.index(weekday)


@given(RELATIVE, DAYS)
def test_what_is_told_from_publication_does_not_lie_after_it(words: str, published: date) -> None:
    of = passage(f"The group attacked the bank {words} again.")
    found = find_when(of, of.whole, published.isoformat()).edtf
    first = re.match(r"\d{4}", found or "")
    assert first is None or int(first[0]) <= published.year


@given(stories(), PUBLISHED)
def test_dating_changes_nothing_but_times(words: str, published: str | None) -> None:
    try:
        text = read_document(words.encode(), "generated", Metadata(language="en")).text
    except Unreadable:
        assume(False)
        raise
    claims = LexiconExtractor().extract(text)
    dated = date_claims(claims, find_passages(text), published)
    assert [claim.id for claim in dated] == [claim.id for claim in claims]
    for claim in dated:
        for when in (claim.event_time, claim.said_time):
            assert when.edtf is None or is_edtf(when.edtf)
            assert when.words is None or when.words.exact == text.clean[when.words.start : when.words.end]
