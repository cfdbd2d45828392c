from __future__ import annotations

from alleged.dossiers.decided import view_decisions
from alleged.exports.decisions import table_decisions
from alleged.model.decision import withdraw
from tests.unit.dossiers.lists import settle
from tests.unit.dossiers.test_bearing import BY
from tests.unit.exports.rows import read

NAMES = {"quayside:q1": "GREY HERON"}


def test_decisions_tell_what_they_are_about_and_whether_they_count() -> None:
    first = settle("Blue Tern", "quayside:q1")
    views = view_decisions((first, withdraw(first, BY)))
    made, taken_back = read(table_decisions(views, NAMES))
    assert made["decided"] == "Blue Tern stands for GREY HERON (quayside:q1, version 1)"
    assert (made["state"], made["in_force"]) == ("withdrawn", False)
    assert taken_back["supersedes"] == first.id
    assert taken_back["decided"].endswith(made["decided"])


def test_an_entity_that_no_list_has_keeps_its_id() -> None:
    (record,) = read(table_decisions(view_decisions((settle("Blue Tern", "quayside:q1"),)), {}))
    assert record["decided"] == "Blue Tern stands for quayside:q1, version 1"
