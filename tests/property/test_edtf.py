"""What the one reader of dates promises: it reads all that is written here, and no bounds are reversed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.times.calendar import MONTH_NAMES, SEASONS, read_anchor
from alleged.extract.times.finding import find_times
from alleged.knowledge.edtf import from_iso, from_slashes, from_words, join_period
from alleged.model.edtf import PARTS_OF_YEAR, Precision, find_edtf, read_edtf
from alleged.resolve.months import months_of
from alleged.text.dates import read_date
from tests.unit.extract.reading import passage

MARKS = st.sampled_from(["", "~", "?", "%"])
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
YEARS = DAYS.map(lambda day: f"{day:%Y}")
SINGLE = st.one_of(
    YEARS,
    YEARS.map(lambda year: f"{year[:3]}X"),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(date.isoformat),
    st.builds("{}-{}".format, YEARS, st.sampled_from(sorted(PARTS_OF_YEAR))),
)
MARKED = st.builds("{}{}".format, SINGLE, MARKS)
SETS = st.lists(MARKED, min_size=1, max_size=4).map(",".join)
WRITTEN = st.one_of(
    MARKED,
    st.builds("{}/{}".format, MARKED, MARKED),
    MARKED.map("{}/..".format),
    MARKED.map("../{}".format),
    SETS.map(lambda dates: f"[{dates}]"),
    SETS.map(lambda dates: f"{{{dates}}}"),
)
NUMBERS = st.integers(0, 40)
NAMED = st.sampled_from([*MONTH_NAMES, *SEASONS, "early may", "third quarter of", "second half of"])
POINTS = st.one_of(YEARS, st.builds("{} {}".format, NAMED, YEARS), NAMED)
TOLD = st.one_of(
    st.builds("between {} and {}".format, POINTS, POINTS),
    st.builds("from {} to {}".format, POINTS, POINTS),
    st.builds("in {} or {}".format, YEARS, YEARS),
    st.builds("{} {}".format, st.sampled_from(["since at least", "until", "around", "in"]), POINTS),
)


def are_ordered(written: str) -> bool:
    read = read_edtf(written)
    return read.first is None or read.last is None or read.first <= read.last


@given(WRITTEN)
def test_what_is_written_by_the_rules_is_read_unless_it_ends_before_it_begins(written: str) -> None:
    if find_edtf(written) is None:
        start, _, end = written.partition("/")
        begun, ended = read_edtf(start).first, read_edtf(end).last
        assert begun is not None
        assert ended is not None
        assert begun > ended
    else:
        assert are_ordered(written)


@given(st.one_of(st.text(), st.text("0123456789X-/.,~?%[]{}")))
def test_no_text_breaks_it(text: str) -> None:
    assert find_edtf(text) is None or are_ordered(text)


@given(SINGLE)
def test_a_date_allows_its_own_days_only(written: str) -> None:
    one = read_edtf(written).only
    assert one is not None
    days = (one.last - one.first).days + 1
    longest = {"day": 1, "month": 31, "part of a year": 366, "year": 366, "years": 3653}
    assert days <= longest[one.precision]
    assert (days == 1) is (one.precision is Precision.DAY)


@given(TOLD, st.one_of(st.none(), DAYS.map(date.isoformat)))
def test_every_time_of_a_text_is_read(words: str, published: str | None) -> None:
    of = passage(f"The group attacked the bank {words} again.")
    found = [timed.edtf for timed in find_times(of, read_anchor(published)) if timed.edtf]
    assert all(map(are_ordered, found))


@given(NUMBERS, NUMBERS, st.integers(0, 2050).map("{:04}".format))
def test_every_date_of_a_list_of_names_or_a_heading_is_read(day: int, month: int, year: str) -> None:
    written = [
        from_slashes(f"{day}/{month}/{year}"),
        from_slashes(f"{month}/{year}"),
        from_slashes(f"dd/mm/{year[:2]}yy"),
        from_words(f"circa {year}"),
        from_words(f"{day} Feb {year} to 12 Dec {year}"),
        from_iso(f"{year}-{month:02}-{day:02}"),
        join_period(from_words(f"Mar {year}"), from_words(year)),
        read_date(f"{year}-{month:02}-{day:02}"),
    ]
    assert all(are_ordered(edtf) for edtf in written if edtf)


@given(WRITTEN)
def test_months_are_those_of_the_days(written: str) -> None:
    read, months = find_edtf(written), months_of(written)
    if read and months:
        assert months.first <= months.last
        assert read.first is None or months.first == 12 * read.first.year + read.first.month
