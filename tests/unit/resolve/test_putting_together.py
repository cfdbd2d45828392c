from __future__ import annotations

from alleged.resolve.operations import Operation
from alleged.resolve.putting_together import join_operations


def operation(document: str, *matter: str, published: float | None = 100.0) -> Operation:
    names = dict.fromkeys(matter, 1.0)
    return Operation(frozenset({document}), matter=names, accused={"China": 1.0}, published=published)


def joined(*operations: Operation) -> set[tuple[int, int]]:
    return {(joint.one, joint.other) for joint in join_operations(operations)}


def test_what_shares_names_and_accused_and_days_is_joined_with_a_reason() -> None:
    (joint,) = join_operations([operation("a", "halvorsen"), operation("b", "halvorsen")])
    assert joint.why == "both name halvorsen; both accuse China; published on the same day"


def test_what_shares_nothing_is_not_compared() -> None:
    assert joined(operation("a", "halvorsen"), operation("b", "quillon")) == set()


def test_a_chain_is_no_incident() -> None:
    """Each shares a name with the next, the last none with the first."""
    chain = (
        operation("a", "m", "n"),
        operation("b", "n", "o"),
        operation("c", "o", "p"),
        operation("d", "p", "q"),
    )
    assert (0, 3) not in joined(*chain)
    assert len(joined(*chain)) < 3


def test_of_very_many_alike_all_are_reached() -> None:
    many = [operation(str(at), "halvorsen") for at in range(200)]
    reached = {end for pair in joined(*many) for end in pair}
    assert reached == set(range(200))
