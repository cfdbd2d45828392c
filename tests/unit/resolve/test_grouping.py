from __future__ import annotations

from alleged.resolve.grouping import Edge, group


def edge(one: str, other: str, strength: float = 1.0) -> Edge:
    return Edge(one, other, strength, f"{one} and {other}")


def members(ids: str, *edges: Edge, apart: tuple[tuple[str, str], ...] = ()) -> list[str]:
    return ["".join(found.members) for found in group(ids, edges, apart)]


def test_what_edges_join_is_together_and_the_rest_alone() -> None:
    assert members("abcd", edge("a", "c"), edge("c", "d")) == ["acd", "b"]


def test_a_group_comes_apart_where_it_was_joined_most_weakly() -> None:
    chain = (edge("a", "b", 3), edge("b", "c", 1), edge("c", "d", 2))
    assert members("abcd", *chain, apart=(("a", "d"),)) == ["ab", "cd"]


def test_pairs_stay_apart_through_all_that_is_joined_to_them() -> None:
    edges = (edge("a", "x", 4), edge("b", "y", 3), edge("x", "y", 2))
    assert members("abxy", *edges, apart=(("a", "b"),)) == ["ax", "by"]


def test_the_edges_of_a_group_are_those_that_joined_it() -> None:
    (found,) = group("abc", [edge("a", "b", 3), edge("b", "c", 2), edge("a", "c", 1)])
    assert [used.why for used in found.edges] == ["a and b", "b and c"]


def test_edges_and_pairs_of_unknown_ids_are_left_out() -> None:
    assert members("ab", edge("a", "z"), apart=(("a", "z"),)) == ["a", "b"]


def test_the_order_of_edges_does_not_matter() -> None:
    edges = [edge("a", "b", 1), edge("b", "c", 1), edge("c", "a", 1)]
    assert group("abc", edges, [("a", "c")]) == group("abc", edges[::-1], [("c", "a")])
