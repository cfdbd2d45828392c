from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.subject import view_subject
from alleged.dossiers.victims import find_whereabouts, view_victims
from alleged.knowledge.store import make_knowledge
from alleged.model.entity import EntityKind
from alleged.model.vocabulary import Act, Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import add_stories
from tests.unit.dossiers.lists import settle
from tests.unit.knowledge.authorities import make_authority, make_entity

if TYPE_CHECKING:
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger

STORY = make_story(
    About("Heron again", "Harbour Courier", "2024-03-25"),
    Says(
        "Wet Heron hacked British lawmakers", "Norway", actors=("Wet Heron",), targets=("British lawmakers",)
    ),
    Says(
        "Wet Heron hacked banks and British lawmakers",
        "Sweden",
        Stance.ASSESSES,
        actors=("Wet Heron",),
        targets=("banks", "British lawmakers", "Wet Heron"),
    ),
    Says("Wet Heron hacked the pier", "Norway", actors=("Wet Heron",), targets=("pier",)),
    Says("Wet Heron hacked banks", "China", Stance.DENIES, actors=("Wet Heron",), targets=("banks",)),
    Says("Wet Heron works for China", None, act=Act.WORKS_FOR, actors=("Wet Heron",), targets=("China",)),
)


@pytest.fixture(scope="module")
def lists() -> Knowledge:
    sectors = (("s1", "Bank"), ("s2", "Other"), ("s3", "Gas"))
    return make_knowledge(
        [
            make_authority(
                *(
                    replace(make_entity(*each, authority="trades"), kind=EntityKind.SECTOR)
                    for each in sectors
                ),
                name="trades",
            )
        ]
    )


def test_targets_are_counted_by_country_and_sector_and_the_rest_is_told(
    ledger: Ledger, lists: Knowledge
) -> None:
    add_stories(ledger, STORY)
    view = view_victims(view_subject(ledger, "Wet Heron"), lists, ())
    assert [(each.label, len(each.claims), each.names) for each in view.countries] == [
        ("United Kingdom", 2, ("British lawmakers",))
    ]
    assert [(each.label, len(each.claims)) for each in view.sectors] == [("Bank", 1)]
    assert [each.label for each in view.unresolved] == ["pier"]
    assert (len(view.claims), view.denied) == (3, 1)
    assert view.reasons["banks"] == ("its words name the sector Bank",)


@pytest.mark.parametrize(
    ("name", "country", "sectors"),
    [
        ("number of French organizations", "FR", ()),
        ("French and British officials", None, ()),
        ("gas companies and banks", None, ("Gas", "Bank")),
        ("other firms", None, ()),
        ("passengers", None, ()),
    ],
)
def test_words_of_a_name_tell_where_it_belongs(
    lists: Knowledge, name: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    found = find_whereabouts(name, lists)
    assert (found.country, found.sectors) == (country, sectors)


def test_a_decision_on_a_name_counts(lists: Knowledge) -> None:
    assert not find_whereabouts("the pier", lists)
    assert find_whereabouts("the pier", lists, [settle("the pier", "trades:s3")]).sectors == ("Gas",)
