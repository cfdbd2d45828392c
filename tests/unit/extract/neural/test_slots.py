"""Which candidates a look is shown, and how each stands to its anchor."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural.candidates import Candidate
from alleged.extract.neural.network import AFTER, BEFORE
from alleged.extract.neural.slots import COUNTS, FEATURES, SLOTS, Slots, fill_slots, no_slots
from alleged.extract.neural.votes import Votes
from tests.unit.extract.neural.networks import ScriptedNetwork
from tests.unit.extract.reading import claims

LONG = 4000
RUNS = st.lists(
    st.integers(0, LONG).map(lambda first: (first, first + 2)), min_size=1, max_size=20, unique=True
)


def candidate(name: str, *firsts: int) -> Candidate:
    return Candidate(name, (), tuple((first, first + 2) for first in sorted(firsts)))


def slots(anchor: int, *candidates: Candidate) -> Slots:
    return fill_slots(candidates, [(anchor, anchor + 1)], silent())


def silent() -> Votes:
    return Votes((), ScriptedNetwork("").tokens)


def order(anchor: int, *candidates: Candidate) -> list[str]:
    return [candidates[i].name for i in slots(anchor, *candidates).who[0] if i >= 0]


def test_the_nearest_comes_first_and_one_behind_the_anchor_is_farther() -> None:
    assert order(100, candidate("far", 10), candidate("ahead", 120), candidate("near", 80)) == [
        "near",
        "ahead",
        "far",
    ]


def test_one_named_often_is_nearer() -> None:
    assert order(500, candidate("once", 400), candidate("often", 0, 5, 10, 15, 20, 390)) == ["often", "once"]


def test_a_slot_tells_the_nearest_mention_and_how_it_stands() -> None:
    found = slots(300, candidate("x", 10, 290, 700))
    assert found.ends[0, 0].tolist() == [290, 291]
    assert found.features[0, 0].tolist() == [BEFORE - 10, 3, 1, 0]
    assert found.inside[0].tolist() == [1] + [0] * (SLOTS - 1)


@pytest.mark.parametrize(("first", "place"), [(0, 0), (3000, BEFORE + AFTER - 1)])
def test_a_mention_out_of_the_frame_is_at_its_edge(first: int, place: int) -> None:
    assert slots(1000, candidate("x", first)).features[0, 0, 0] == place


def test_without_candidates_every_slot_is_empty() -> None:
    assert not slots(5).inside.any()
    assert (no_slots(3).who == -1).all()


def test_what_the_rules_hold_somebody_for_is_told() -> None:
    words = "China hacked the Electoral Commission."
    tokens = ScriptedNetwork(words).tokens
    votes = Votes(claims(words), tokens)
    known = [candidate(name, i) for i, name in enumerate(["China", "Electoral Commission", "Riga"])]
    found = fill_slots(known, [(0, 1)], votes)
    told = {
        known[who].name: features[3]
        for who, features in zip(found.who[0], found.features[0], strict=True)
        if who >= 0
    }
    assert told == {"China": 1, "Electoral Commission": 2, "Riga": 0}


@given(st.lists(RUNS, max_size=20), st.integers(0, LONG))
def test_slots_hold_each_candidate_at_most_once_with_known_features(
    runs: list[list[tuple[int, int]]], anchor: int
) -> None:
    candidates = [Candidate(str(i), (), tuple(sorted(one))) for i, one in enumerate(runs)]
    found = slots(anchor, *candidates)
    full = [int(i) for i in found.who[0] if i >= 0]
    assert len(full) == len(set(full)) == min(len(candidates), SLOTS)
    assert (found.features[0] >= 0).all()
    assert (found.features[0] < np.asarray(FEATURES)).all()
    for i, (first, last) in zip(full, found.ends[0].tolist(), strict=False):
        assert (first, last + 1) in candidates[i].runs
        assert found.features[0, full.index(i), 2] == min(len(candidates[i].runs).bit_length(), COUNTS) - 1
