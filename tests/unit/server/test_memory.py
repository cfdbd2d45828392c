from __future__ import annotations

from threading import Barrier, Thread

from alleged.server.memory import KEPT, Memory


class Maker:
    """Makes a view, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        return "view"


def test_a_view_is_made_once_for_a_state() -> None:
    memory, make = Memory(), Maker()
    for _ in range(3):
        assert memory.recall(1, "overview", make) == "view"
    assert make.asked == 1


def test_a_changed_ledger_forgets_everything() -> None:
    memory = Memory()
    assert memory.recall(1, "overview", lambda: "old") == "old"
    assert memory.recall(2, "overview", lambda: "new") == "new"


def test_what_was_made_of_an_older_state_is_not_kept() -> None:
    memory = Memory()

    def make() -> str:
        memory.recall(2, "other", lambda: "other")
        return "of state 1"

    assert memory.recall(1, "overview", make) == "of state 1"
    assert memory.recall(2, "overview", lambda: "of state 2") == "of state 2"


def test_two_who_ask_at_once_wait_for_one_answer() -> None:
    memory, make, gate = Memory(), Maker(), Barrier(2)

    def ask() -> None:
        gate.wait()
        memory.recall(1, "overview", make)

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert make.asked == 1


def test_no_more_is_kept_than_allowed() -> None:
    memory, make = Memory(), Maker()
    for number in range(KEPT + 1):
        memory.recall(1, number, lambda: "view")
    memory.recall(1, 0, make)
    assert make.asked == 1


def test_what_was_asked_for_last_stays() -> None:
    memory, make = Memory(), Maker()
    memory.recall(1, "overview", make)
    for number in range(KEPT):
        memory.recall(1, number, lambda: "view")
        memory.recall(1, "overview", make)
    assert make.asked == 1


def test_nothing_is_left_of_what_is_no_longer_kept() -> None:
    memory = Memory()
    for number in range(2 * KEPT):
        memory.recall(1, number, lambda: "view")
    assert len(memory._making) == KEPT
