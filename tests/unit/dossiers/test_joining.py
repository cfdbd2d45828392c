from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.joining import (
    Joining,
    NameDecisions,
    choose_lists,
    join_by_authorities,
    join_by_decisions,
    list_further_names,
    ref_of,
)
from alleged.errors import UnknownPartError
from alleged.model.decision import Signature, Verdict, withdraw
from tests.unit.dossiers.lists import HERON, TERN, WADER, make_lists, settle

if TYPE_CHECKING:
    from alleged.model.decision import Decision

BY = Signature("S. Second", "2026-01-06T09:30:00+00:00", "it was wrong")


def join(name: str, *authorities: str, decisions: tuple[Decision, ...] = ()) -> Joining:
    lists = choose_lists(make_lists(), authorities, NameDecisions(decisions))
    return join_by_authorities(lists, name, authorities)


def names(joining: Joining) -> list[str]:
    return [joined.name for joined in joining.names]


def test_what_the_chosen_authority_lists_is_joined_and_nothing_else() -> None:
    joining = join("GREY HERON", "pier")
    assert joining.entities == (TERN,)
    assert names(joining) == ["Blue Tern", "Grey Heron"]
    assert join("Silt Crane", "quayside") == Joining("Silt Crane", silent=("quayside",))


def test_a_name_that_a_chosen_authority_gives_to_another_is_left_out() -> None:
    joining = join("GREY HERON", "quayside")
    assert names(joining) == ["Blue Tern", "SUMMIT"]
    assert [(each.name, each.reason) for each in joining.left_out] == [
        ("Mud Wader", "is given to Mud Wader (quayside), too")
    ]
    both = join("GREY HERON", "quayside", "lock")
    assert "SUMMIT" in [each.name for each in both.left_out]
    assert both.silent == ("lock",)


def test_nothing_is_joined_where_one_authority_gives_the_name_to_several() -> None:
    joining = join("Mud Wader", "quayside", "pier")
    assert joining.ambiguous == (HERON, WADER)
    assert (joining.names, joining.entities, joining.silent) == ((), (), ("pier",))


def test_a_decision_chooses_among_several_and_can_be_withdrawn() -> None:
    chosen = settle("Mud Wader", ref_of(WADER))
    joining = join("Mud Wader", "quayside", decisions=(chosen,))
    assert (joining.entities, names(joining)) == ((WADER,), ["Sand Runner"])
    refused = settle("mud-wader", ref_of(HERON), Verdict.REJECT)
    assert join("Mud Wader", "quayside", decisions=(refused,)).entities == (WADER,)
    back = (chosen, withdraw(chosen, BY))
    assert join("Mud Wader", "quayside", decisions=back) == join("Mud Wader", "quayside")


def test_a_decision_adds_a_name_and_takes_one_out() -> None:
    added = settle("Lone Gull", ref_of(HERON))
    assert names(join("GREY HERON", "quayside", decisions=(added,)))[-1] == "Lone Gull"
    out = settle("Blue Tern", ref_of(HERON), Verdict.REJECT)
    joining = join("GREY HERON", "quayside", decisions=(out,))
    assert "Blue Tern" not in names(joining)
    assert ("Blue Tern", "was decided not to be one of its names, by R. Reader (the notice says so)") in [
        (each.name, each.reason) for each in joining.left_out
    ]
    kept = settle("Mud Wader", ref_of(HERON))
    assert "Mud Wader" in names(join("GREY HERON", "quayside", decisions=(kept,)))


def test_a_name_that_its_list_calls_weak_is_left_out() -> None:
    assert [each.name for each in join("Marsh Owl", "lock").left_out] == ["Owl"]


def test_without_authorities_only_what_a_person_joined_is_joined() -> None:
    made = (settle("GREY HERON", ref_of(HERON)), settle("Blue Tern", ref_of(HERON)))
    joining = join_by_decisions("Grey Heron", NameDecisions(made))
    assert [(joined.name, joined.decisions) for joined in joining.names] == [("Blue Tern", (made[1],))]
    assert join_by_decisions("GREY HERON", NameDecisions(made[:1])) == Joining("GREY HERON")
    assert join_by_decisions("Grey Heron", NameDecisions((*made, withdraw(made[1], BY)))).names == ()


def test_further_names_are_those_not_known() -> None:
    assert list_further_names((HERON, TERN), ("grey-heron",)) == (
        *("Blue Tern", "Mud Wader", "SUMMIT"),
        "Silt Crane",
    )


def test_an_unknown_authority_is_refused() -> None:
    with pytest.raises(UnknownPartError, match="no authority named 'dock'"):
        join("GREY HERON", "dock")
