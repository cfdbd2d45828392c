"""Whether events and claims are told as having happened."""

from __future__ import annotations

import numpy as np

from alleged.extract.neural.network import Memory
from alleged.extract.neural.realis import EVENT, ORDER, judge_contents, judge_events
from alleged.model.vocabulary import Realis
from tests.unit.extract.neural.networks import MARKS, ScriptedNetwork

NETWORK = ScriptedNetwork("")
ACTUAL, OTHER, GENERIC = (ORDER.index(one) for one in (Realis.ACTUAL, Realis.OTHER, Realis.GENERIC))


def memory(states: list[int], events: list[float] | None = None) -> Memory:
    """Tokens that each speak for one class, and how clearly each names an event."""
    marks = np.zeros((len(states), MARKS), dtype=np.float32)
    marks[:, EVENT] = events or [0] * len(states)
    return Memory(np.eye(len(ORDER), dtype=np.float32)[states], marks)


def test_events_are_judged_by_the_mean_of_their_tokens() -> None:
    told = memory([ACTUAL, OTHER, OTHER, GENERIC])
    assert judge_events(told, NETWORK, [(0, 1), (0, 3), (3, 4)]) == (
        Realis.ACTUAL,
        Realis.OTHER,
        Realis.GENERIC,
    )


def test_claims_are_judged_by_the_words_that_name_an_event() -> None:
    told = memory([ACTUAL, ACTUAL, OTHER, ACTUAL], [-9, -9, 9, -9])
    assert judge_contents(told, NETWORK, [(0, 4), (0, 2)]) == (Realis.OTHER, Realis.ACTUAL)


def test_a_content_that_names_no_event_is_judged_by_all_its_words() -> None:
    told = memory([GENERIC, ACTUAL, GENERIC], [-90, -90, -90])
    assert judge_contents(told, NETWORK, [(0, 3)]) == (Realis.GENERIC,)


def test_nothing_to_judge_gives_nothing() -> None:
    assert judge_events(memory([ACTUAL]), NETWORK, []) == judge_contents(memory([ACTUAL]), NETWORK, []) == ()
