"""What joining the names of a body may never do, whatever is read and in whatever order."""

from __future__ import annotations

from contextlib import closing
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.dossiers.matrix import view_matrix
from alleged.ledger import open_ledger
from alleged.model.decision import About as Matters
from alleged.model.decision import Matter, Signature, Verdict, decide
from alleged.model.vocabulary import Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import add_stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.dossiers.matrix import Matrix
    from alleged.model.decision import Decision
    from alleged.resolve.stories import Story

AUTHORITIES = ("Norwegian National Pier Authority", "Dutch National Pier Authority")
SPEAKERS = (
    *AUTHORITIES,
    *("NPA", "Chinese MFA", "China's Foreign Ministry", "Russian MFA", "foreign ministry"),
    *("NPA; Chinese MFA", "Chinese MFA; China's Foreign Ministry", "Anna Holt"),
)
COUNTRIES = {
    "Norwegian National Pier Authority": "NO",
    "Dutch National Pier Authority": "NL",
    "Chinese MFA": "CN",
    "China's Foreign Ministry": "CN",
    "Russian MFA": "RU",
}
SAID = st.builds(
    lambda by, stance, whom: Says(f"China broke into the mail of {whom}", by, stance, actors=("China",)),
    st.sampled_from(SPEAKERS),
    st.sampled_from(Stance),
    st.sampled_from(("Northport", "Tarnfield")),
)
INTRODUCED = st.sampled_from(AUTHORITIES).map(lambda name: Says(f"the {name} (NPA) warned of China"))
STORIES = st.lists(
    st.builds(
        lambda title, said, introduced: make_story(About(title, f"The {title}"), *said, *introduced),
        st.sampled_from(("Raid", "Mail", "Piers")),
        st.lists(SAID, min_size=1, max_size=3),
        st.lists(INTRODUCED, max_size=1),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda story: story.text.clean,
)
APART = [
    decide(Matter(Matters.ALIAS, pair), Verdict.REJECT, Signature("R.", "2026-01-05T09:30:00Z", "why not"))
    for pair in combinations((*COUNTRIES, "NPA"), 2)
]


def see(stories: Sequence[Story], decisions: Iterable[Decision] = ()) -> Matrix:
    with TemporaryDirectory() as folder, closing(open_ledger(Path(folder) / "a.db", create=True)) as ledger:
        add_stories(ledger, *stories)
        for decision in decisions:
            ledger.decide(decision)
        return view_matrix(ledger)


def entries_of(matrix: Matrix) -> list[set[tuple[str, Stance, str]]]:
    """What stands in each row, wherever it stands in it."""
    rows = ((entry for cell in row.cells for entry in cell.entries) for row in matrix.rows)
    return sorted(({(e.claim.id, e.claim.stance, e.manner.value) for e in row} for row in rows), key=sorted)


@settings(max_examples=12)
@given(STORIES)
def test_joining_raises_no_stance_and_drops_no_entry(stories: list[Story]) -> None:
    joined, apart = see(stories), see(stories, APART)
    assert not any(column.names for column in apart.columns)
    assert entries_of(joined) == entries_of(apart)
    claims = joined.overview.claims
    assert all(claims[claim.id] == claim for column in joined.columns for claim in column.claims)


@settings(max_examples=12)
@given(STORIES)
def test_no_column_holds_names_of_two_countries_and_each_tells_all_of_its_names(stories: list[Story]) -> None:
    for column in see(stories).columns:
        names = {name for claim in column.claims for name in (claim.speaker.name or "").split("; ")}
        countries = {COUNTRIES[name] for name in (column.label, *column.names) if name in COUNTRIES}
        assert len(countries) <= 1
        assert bool(column.names) is bool(column.reason)
        assert set(column.names) <= names


@settings(max_examples=8)
@given(STORIES, st.data())
def test_the_order_of_reading_does_not_matter(stories: list[Story], data: st.DataObject) -> None:
    matrix, again = see(stories), see(data.draw(st.permutations(stories)))
    assert matrix.rows == again.rows
    for column, other in zip(matrix.columns, again.columns, strict=True):
        assert (column.label, column.names, column.claims) == (other.label, other.names, other.claims)
