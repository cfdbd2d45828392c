from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.actors import view_actor
from alleged.errors import UnknownPartError
from tests.unit.dossiers.lists import make_lists, named, settle

if TYPE_CHECKING:
    from alleged.dossiers.actors import Actor
    from alleged.ledger.interface import Ledger


@pytest.fixture
def fuller(ledger: Ledger) -> Ledger:
    """The sample report, and documents that use other names of its group."""
    for place, name in enumerate(("Blue Tern", "the G7 summit", "Mud Wader", "Blue Tern Bank"), 1):
        ledger.append(named(name, place))
    return ledger


def actors_in(view: Actor) -> list[str]:
    return [claim.actors[0].name for claim in view.subject.claims]


def test_without_an_authority_the_name_alone_and_what_could_be_asked_for(fuller: Ledger) -> None:
    view = view_actor(fuller, make_lists, ("grey heron", ()))
    assert actors_in(view) == ["GREY HERON"] * 3
    assert "Blue Tern" in view.suggestion.names
    assert view.suggestion.find_authority() == "quayside"
    assert (view.origins.documents, view.subject.total) == (1, 7)


def test_with_an_authority_its_names_too_and_no_claim_twice(fuller: Ledger) -> None:
    view = view_actor(fuller, make_lists, ("grey heron", ("quayside", "quayside")))
    assert sorted(actors_in(view)) == ["Blue Tern", *["GREY HERON"] * 3]
    ids = [claim.id for claim in view.subject.claims]
    assert len(ids) == len(set(ids))
    assert view.subject.count_by_key() == {"greyheron": 3, "bluetern": 1}
    assert [each.name for each in view.joining.left_out] == ["Mud Wader"]
    assert view.suggestion.names == ()


def test_a_decision_joins_two_names_for_as_long_as_it_stands(fuller: Ledger) -> None:
    fuller.decide(settle("Grey Heron", "quayside:q1"))
    fuller.decide(settle("Blue Tern", "quayside:q1"))
    view = view_actor(fuller, make_lists, ("GREY HERON", ()))
    assert sorted(actors_in(view)) == ["Blue Tern", *["GREY HERON"] * 3]
    assert "Blue Tern" not in view.suggestion.names


def test_an_ambiguous_name_joins_nothing(fuller: Ledger) -> None:
    view = view_actor(fuller, make_lists, ("Mud Wader", ("quayside",)))
    assert actors_in(view) == ["Mud Wader"]
    assert len(view.joining.ambiguous) == 2


def test_an_unknown_authority_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnknownPartError):
        view_actor(ledger, make_lists, ("GREY HERON", ("dock",)))
