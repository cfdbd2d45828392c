from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.aliases import view_alias
from alleged.dossiers.joining import NameDecisions, choose_lists, join_by_authorities
from alleged.knowledge.keys import name_key
from alleged.knowledge.store import open_knowledge
from tests.unit.dossiers.lists import HERON, TERN, WADER, make_lists, named, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.entity import Entity

ACTORS = "misp-threat-actor"


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with closing(open_knowledge(tmp_path_factory.mktemp("knowledge"))) as known:
        yield known


def test_who_uses_the_name_for_whom() -> None:
    view = view_alias(make_lists(), "grey heron")
    assert (view.entities, view.listing) == ((HERON, TERN), ("quayside", "pier"))
    assert view.authorities["pier"].version == "7"
    assert view.disagreement.apart[0].entity == WADER
    assert (view.usage, view.disguises, view.find_unambiguous()) == (None, (), "quayside")


def test_an_authority_that_gives_the_name_to_several_is_not_suggested() -> None:
    assert view_alias(make_lists(), "Mud Wader").find_unambiguous() is None


def test_an_unknown_name_has_near_ones_and_tells_what_it_imitates() -> None:
    view = view_alias(make_lists(), "Gray Herron")
    assert (view.entities, view.near, bool(view.disagreement)) == ((), ("GREY HERON",), False)
    imitating = view_alias(make_lists(), "Вluе Тern")
    assert "Blue Tern" in [disguise.known for disguise in imitating.disguises]
    assert imitating.entities == ()


def test_claims_are_counted_by_name_and_decisions_shown(ledger: Ledger) -> None:
    ledger.append(named("Blue Tern group"))
    ledger.append(named("the G7 summit", 2))
    ledger.decide(settle("Grey heron", "quayside:q1"))
    view = view_alias(make_lists(), "GREY HERON", ledger)
    assert view.usage
    assert view.usage.claims == {"greyheron": 3, "bluetern": 1, "mudwader": 0, "summit": 0, "siltcrane": 0}
    assert [decision.what[1] for decision in view.usage.decisions] == ["quayside:q1"]


def test_names_that_misp_gives_to_several_actors_stay_apart_in_both_views(packaged: Knowledge) -> None:
    """Each of them is told as several entries, joins nothing, and is joined to none of them."""
    lists = choose_lists(packaged, [ACTORS], NameDecisions(()))
    users: dict[str, dict[str, tuple[str, Entity]]] = defaultdict(dict)
    for entity in packaged.entities(lists.choice):
        for name in (entity.name, *(alias.name for alias in entity.aliases)):
            users[name_key(name)][entity.id] = (name, entity)
    several = [list(entities.values()) for key, entities in users.items() if key and len(entities) > 1]
    assert len(several) >= 25
    for entries in several:
        name, entities = entries[0][0], {entity.id for _, entity in entries}
        groups = [{e.id for e in group} for group in view_alias(packaged, name).disagreement.several]
        assert entities in groups
        joining = join_by_authorities(lists, name, [ACTORS])
        assert ({entity.id for entity in joining.ambiguous}, joining.names) == (entities, ())
        for _, entity in entries:
            joined = join_by_authorities(lists, entity.name, [ACTORS]).by_key()
            assert name_key(name) not in joined


def test_authorities_keep_apart_what_others_put_together(packaged: Knowledge) -> None:
    view = view_alias(packaged, "APT29")
    apart = {rival.entity.name: [each.name for each in rival.names] for rival in view.disagreement.apart}
    assert "Grizzly Steppe" in apart["APT28"]
    assert all(entity.country in {"RU", None} for entity in view.entities)
    assert "Lazarus Group" in view_alias(packaged, "Lazarus").near
