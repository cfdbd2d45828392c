from __future__ import annotations

from alleged.model.document import Place, Run
from alleged.text.draft import CleanText


def test_neighbours_that_go_on_in_the_original_are_one_run() -> None:
    clean = CleanText()
    clean.keep("China ", Place(0, 10))
    clean.keep("denied", Place(0, 16))
    assert clean.text() == "China denied"
    assert clean.runs() == (Run(0, 12, Place(0, 10)),)


def test_a_gap_an_insertion_or_another_node_begins_a_new_run() -> None:
    clean = CleanText()
    clean.keep("a", Place(0, 0))
    clean.keep("b", Place(0, 2))
    clean.insert("\n\n")
    clean.keep("c", Place(0, 3))
    clean.keep("d", Place(1, 4))
    assert clean.text() == "ab\n\ncd"
    assert clean.runs() == (
        Run(0, 1, Place(0, 0)),
        Run(1, 2, Place(0, 2)),
        Run(4, 5, Place(0, 3)),
        Run(5, 6, Place(1, 4)),
    )


def test_nothing_kept_is_no_run() -> None:
    clean = CleanText()
    clean.keep("", Place(0, 0))
    assert (clean.runs(), clean.length, clean.last_character()) == ((), 0, "")


def test_length_and_last_character_follow_what_was_appended() -> None:
    clean = CleanText()
    clean.keep("ab", Place(0, 0))
    clean.insert(".")
    assert (clean.length, clean.last_character()) == (3, ".")
