from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.responses import view_responses
from alleged.dossiers.subject import view_subject
from alleged.knowledge.store import make_knowledge
from alleged.model.entity import EntityKind
from alleged.model.vocabulary import Act
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import add_stories
from tests.unit.knowledge.authorities import make_authority, make_entity

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

STORY = make_story(
    About("Heron listed", "Harbour Courier", "2024-03-25"),
    Says("Norway sanctioned Wet Heron", None, act=Act.SANCTION, actors=("Norway",), targets=("Wet Heron",)),
    Says(
        "Norway sanctioned Wet Heron again",
        None,
        act=Act.SANCTION,
        actors=("Norway",),
        targets=("Wet Heron",),
    ),
    Says(
        "Norway indicted Wet Heron",
        None,
        act=Act.INDICT,
        actors=("Norway",),
        targets=("Wet Heron", "Tern Ltd"),
    ),
    Says("Wet Heron sued Norway", None, act=Act.LAWSUIT, actors=("Wet Heron",), targets=("Norway",)),
    Says("Wet Heron hacked Norway", None, actors=("Wet Heron",), targets=("Norway",)),
)
TERN = replace(make_entity("f1", "Tern Ltd"), kind=EntityKind.FIRM, programs=("CYBER",))
PLAIN = make_entity("f2", "Wet Heron")


def test_responses_stand_by_sort_with_each_claim_and_the_lists_that_name_a_party(ledger: Ledger) -> None:
    add_stories(ledger, STORY)
    view = view_responses(view_subject(ledger, "Wet Heron"), make_knowledge([make_authority(TERN, PLAIN)]))
    assert [(each.act, len(each.claims), each.documents) for each in view.against] == [
        (Act.INDICT, 1, 1),
        (Act.SANCTION, 2, 1),
    ]
    assert [each.act for each in view.by] == [Act.LAWSUIT]
    assert {name: [entity.id for entity in found] for name, found in view.listings.items()} == {
        "Tern Ltd": ["f1"]
    }
