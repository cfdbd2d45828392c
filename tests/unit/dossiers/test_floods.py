"""A flood of paraphrases raises nothing, wherever it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.incidents import view_incidents
from alleged.dossiers.matrix import view_matrix
from alleged.model.vocabulary import Act, Stance
from tests.strategies.accounts import on_day, paraphrase
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import LIBRARY, add_stories

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.resolve.stories import Story

MANY = 40


def flooding(number: int) -> Story:
    """A paraphrase in which everything is claimed by the document itself, or by somebody new."""
    account = paraphrase(number)
    crew = ("Rime Valley",)
    said = [account.clean[sentence.start : sentence.end - 1] for sentence in account.sentences]
    claims = (
        Says(words, f"Expert {number}", Stance.ASSERTS, Act.DATA_THEFT, crew, ("Nordvind Shipping",))
        for words in said
    )
    return make_story(About(account.title, account.publisher, account.published), *claims)


REPORT = make_story(
    About("Nordvind hit", "Reuters", on_day(2)),
    Says(
        "the Rime Valley crew stole data on 40,000 customers of Nordvind Shipping in 2023",
        "Norway",
        Stance.ALLEGES,
        Act.DATA_THEFT,
        ("Rime Valley",),
        ("Nordvind Shipping",),
    ),
)


def test_a_flooded_incident_is_flagged_and_stands_no_higher(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY, *map(flooding, range(MANY)))
    first, *others = view_incidents(ledger)
    assert (first.count.suspects, first.count.origins) == (0, 3)
    flooded = [brief for brief in others if brief.count.suspects]
    assert flooded
    assert all(brief.count.origins == 1 for brief in flooded)


def test_a_flood_is_one_column_and_puts_no_row_first(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY, REPORT, *map(flooding, range(MANY)))
    matrix = view_matrix(ledger)
    (column,) = [column for column in matrix.columns if column.is_suspect]
    assert column == matrix.columns[-1]
    assert column.label == f"{MANY} documents suspected of a flood"
    assert not any(column.label.startswith("Expert") for column in matrix.columns)
    assert "Northport" in matrix.rows[0].proposition.label
