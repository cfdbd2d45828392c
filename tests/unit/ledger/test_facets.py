from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.ledger.facets import find_year, make_facet
from alleged.ledger.interface import Aspect, ClaimQuery, Facet
from alleged.ledger.sample import sample_entry

if TYPE_CHECKING:
    from alleged.ledger.sqlite import SqliteLedger


def test_the_most_frequent_value_comes_first_and_none_that_no_claim_has() -> None:
    assert make_facet({"b": 1, "a": 1, "c": 3, "d": 0}) == Facet((("c", 3), ("a", 1), ("b", 1)))


@pytest.mark.parametrize(
    ("edtf", "year"),
    [("2024-03-25", "2024"), ("2023-12/2024", "2023"), ("201X", None), ("../2024", None), (None, None)],
)
def test_a_year_is_only_told_where_a_date_has_one(edtf: str | None, year: str | None) -> None:
    assert find_year(edtf) == year


def test_who_is_named_most_often(ledger: SqliteLedger) -> None:
    for number in range(3):
        ledger.append(sample_entry(f"{sample_entry().text.clean} Again: {number}."))
    facets = ledger.facets(ClaimQuery(), (Aspect.SPEAKER, Aspect.STANCE))
    assert facets[Aspect.STANCE] == Facet((("alleges", 3), ("denies", 3)))
    assert set(facets[Aspect.SPEAKER].counts) == {("Jiǎng Lì", 3), ("U.S. Department of Justice", 3)}
