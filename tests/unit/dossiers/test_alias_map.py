from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.alias_map import Use, view_alias_map
from alleged.dossiers.aliases import view_alias
from alleged.model.decision import Verdict
from tests.unit.dossiers.lists import make_lists, settle

if TYPE_CHECKING:
    from alleged.dossiers.alias_map import AliasMap
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision


def look(name: str, *decisions: Decision, ledger: Ledger | None = None) -> AliasMap:
    with closing(make_lists()) as knowledge:
        return view_alias_map(view_alias(knowledge, name, ledger), decisions)


def uses(found: AliasMap) -> dict[str, list[Use]]:
    return {row.name: [mark.use for mark in row.marks] for row in found.rows}


def test_every_list_says_of_every_name_what_it_does_with_it() -> None:
    found = look("grey heron")
    assert [(entity.authority, entity.name) for entity in found.columns] == [
        ("quayside", "GREY HERON"),
        ("pier", "Blue Tern"),
    ]
    assert uses(found) == {
        "grey heron": [Use.MAIN, Use.ALSO],
        "Blue Tern": [Use.ALSO, Use.MAIN],
        "Mud Wader": [Use.BOTH, Use.NONE],
        "Silt Crane": [Use.NONE, Use.BOTH],
        "SUMMIT": [Use.ALSO, Use.NONE],
    }


def test_a_list_that_has_a_name_for_two_entries_contests_it_and_one_that_keeps_them_apart_does_not() -> None:
    found = look("Mud Wader")
    (row,) = (row for row in found.rows if row.name == "GREY HERON")
    assert [mark.use for mark in row.marks] == [Use.MAIN, Use.ELSEWHERE]
    assert [entity.name for entity in row.marks[1].others] == ["GREY HERON"]
    assert not row.is_contested
    assert found.rows[0].is_contested


def test_a_weak_name_is_told_as_such() -> None:
    assert uses(look("Marsh Owl"))["Owl"] == [Use.WEAK]


def test_a_decision_stands_beside_what_the_list_says_also_on_a_name_that_no_list_has() -> None:
    found = look(
        "grey heron", settle("Blue-Tern", "pier:p1", Verdict.REJECT), settle("Dock Rat", "quayside:q1")
    )
    marks = {row.name: row.marks for row in found.rows}
    (quay, pier) = marks["Blue Tern"]
    assert quay.decision is None
    assert pier.decision
    assert pier.decision.verdict is Verdict.REJECT
    assert [mark.use for mark in marks["Dock Rat"]] == [Use.NONE, Use.NONE]
    assert marks["Dock Rat"][0].decision is not None


def test_claims_of_the_ledger_are_counted(ledger: Ledger) -> None:
    assert look("grey heron", ledger=ledger).rows[0].claims == 3
    assert look("grey heron").rows[0].claims is None
