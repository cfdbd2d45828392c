from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from alleged.ledger.effects import supersede
from alleged.ledger.sqlite import SqliteLedger
from alleged.model.document import Input
from alleged.model.vocabulary import Reason, Status

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.sampled_from("abcde")


@given(pairs=st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_nothing_replaces_itself_and_something_of_every_chain_stays(pairs: list[tuple[str, str]]) -> None:
    replaced = supersede(pairs)
    for first in replaced:
        name, seen = first, {first}
        while name in replaced:
            name = replaced[name]
            assert name not in seen
            seen.add(name)
    assert set(replaced.items()) <= {(older, newer) for newer, older in pairs}


def test_a_pair_that_closes_a_circle_is_passed_over() -> None:
    assert supersede([("b", "a"), ("c", "b"), ("a", "c")]) == {"a": "b", "b": "c"}


def test_what_is_stored_after_a_clock_was_set_back_counts_as_later(tmp_path: Path) -> None:
    ledger = SqliteLedger.open(tmp_path / "ledger.db", create=True)
    for day in (1, 3, 2, 4):
        at = f"2024-01-{day:02}T12:00:00+00:00"
        ledger.note(Input(f"{day}.txt", Status.FAILED, Reason.MISSING, "open", at))
    known = [
        [i.source for i in ledger.as_of(datetime(2024, 1, day, 13, tzinfo=UTC)).inputs()] for day in (2, 3)
    ]
    ledger.close()
    assert known == [["1.txt"], ["1.txt", "3.txt", "2.txt"]]
