from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.choices import INCIDENTS, NAMES, list_choices
from alleged.dossiers.overview import view_overview
from alleged.model.vocabulary import Act
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import LIBRARY, add_stories

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_what_most_claims_speak_of_comes_first(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    choices = list_choices(view_overview(ledger))
    counts = [choice.claims for choice in choices.names]
    assert choices.names[0].of == "China"
    assert counts == sorted(counts, reverse=True)
    assert choices.total_names >= len(choices.names) <= NAMES
    assert choices.total_incidents >= len(choices.incidents) <= INCIDENTS


def test_words_that_are_no_names_are_none_and_forms_of_one_name_are_one(ledger: Ledger) -> None:
    story = make_story(
        About("Forms", "Late News", "2024-03-25"),
        Says("Gale Crow took the seal", "Norway", act=Act.DATA_THEFT, actors=("Gale Crow",)),
        Says("GALE CROW took the stamp", "Norway", act=Act.DATA_THEFT, actors=("GALE CROW",)),
        Says("Gale Crow took the chart", "Norway", act=Act.DATA_THEFT, actors=("Gale Crow", "hackers")),
    )
    add_stories(ledger, story)
    choices = {choice.of: choice.claims for choice in list_choices(view_overview(ledger)).names}
    assert choices["Gale Crow"] == 3
    assert "GALE CROW" not in choices
    assert "hackers" not in choices
