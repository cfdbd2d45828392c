from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.players import Part, count_players, find_players, view_players
from alleged.ledger.interface import ClaimQuery
from alleged.model.vocabulary import Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import entry_of

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

STORY = make_story(
    About("Boats hit", "Harbour Courier", "2024-03-25"),
    Says(
        "APT77 hacked the Port Office", "Norway", Stance.ALLEGES, actors=("APT77",), targets=("Port Office",)
    ),
    Says("Apt-77 hacked the APT77 of old", "Norway; Sweden", actors=("Apt-77",), targets=("APT77",)),
    Says("it hacked nobody", None, Stance.DENIES, actors=("APT77",)),
)


def test_a_name_is_counted_by_part_and_stance_and_its_spellings_are_one() -> None:
    first, *others = view_players(STORY.claims)
    assert (first.name, first.claims, first.documents) == ("APT77", 3, 1)
    assert first.parts == {Part.ACTOR: 3, Part.TARGET: 1}
    assert first.stances == {Stance.ALLEGES: 1, Stance.ASSERTS: 1, Stance.DENIES: 1}
    assert [(each.name, each.claims) for each in others] == [("Norway", 2), ("Port Office", 1), ("Sweden", 1)]


def test_of_one_part_only_its_names_and_its_claims_count() -> None:
    (player,) = (each for each in view_players(STORY.claims, Part.TARGET) if each.name == "APT77")
    assert (player.claims, player.parts) == (1, {Part.TARGET: 1})
    assert [each.name for each in view_players(STORY.claims, Part.SPEAKER)] == ["Norway", "Sweden"]


def test_names_are_found_by_their_letters() -> None:
    assert [each.name for each in find_players(view_players(STORY.claims), "OFFICE")] == ["Port Office"]


def test_of_a_large_ledger_names_are_only_counted(ledger: Ledger) -> None:
    ledger.append(entry_of(STORY, "boats.txt"))
    query = ClaimQuery(document=ledger.documents()[-1].id)
    first, *others = count_players(ledger.facets(query))
    assert (first.name, first.parts, first.claims) == ("APT77", {Part.ACTOR: 3, Part.TARGET: 1}, None)
    assert {"Norway": 2, "Sweden": 1}.items() <= {each.name: each.weight for each in others}.items()
