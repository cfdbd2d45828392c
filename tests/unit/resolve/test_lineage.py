"""What a lineage says of two documents, and how a count reads."""

from __future__ import annotations

import pytest

from alleged.resolve.lineage import Count, Dependence, Evidence, Flood, Independence, Lineage, Origin

LINEAGE = Lineage(
    documents=("a", "b", "c", "d"),
    dependences=(
        Dependence("b", "a", Evidence.NEAR_COPY, "near copy", whole=True),
        Dependence("c", "a", Evidence.QUOTATION, "quotes the same words", whole=False),
    ),
    origins=(Origin(("a", "b"), ("near copy",)), Origin(("c",)), Origin(("d",))),
    floods=(Flood(("d",), 1, "many"),),
)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("a", "b", Independence.ONE_ORIGIN),
        ("a", "c", Independence.PARTLY),
        ("b", "c", Independence.NOT_ESTABLISHED),
        ("c", "d", Independence.NOT_ESTABLISHED),
    ],
)
def test_what_is_known_of_two_documents_holds_both_ways(one: str, other: str, known: Independence) -> None:
    assert LINEAGE.between(one, other) is LINEAGE.between(other, one) is known


def test_nothing_is_ever_called_independent() -> None:
    assert "independent" not in {str(value) for value in Independence}


def test_suspects_are_those_of_every_flood() -> None:
    assert LINEAGE.suspects() == {"d"}


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(1, 1), "1 document, 1 origin"),
        (Count(41, 1), "41 documents, 1 origin"),
        (Count(3, 2), "3 documents, 2 origins; independence not established"),
        (Count(23, 1, 20), "23 documents, 1 origin, 20 suspected of a flood"),
        (Count(0, 0), "0 documents, 0 origins"),
    ],
)
def test_a_count_says_documents_origins_and_what_is_not_established(count: Count, told: str) -> None:
    assert str(count) == told
