from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.incidents import view_incidents
from alleged.dossiers.matrix import By, Manner, view_matrix
from alleged.model.decision import About as Matters
from alleged.model.decision import Matter, Signature, Verdict, decide
from alleged.model.vocabulary import Act, RelationType, Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import AUTHORITY, BODIES, LIBRARY, REGISTER, TAKEN, TUESDAY, add_stories

if TYPE_CHECKING:
    from alleged.dossiers.matrix import Cell, Matrix, Row
    from alleged.ledger.interface import Ledger

SIGNED = Signature("Anna Holt", "2024-05-06T07:08:09Z", "read both")


@pytest.fixture
def library(ledger: Ledger) -> Ledger:
    add_stories(ledger, *LIBRARY)
    return ledger


def cell(matrix: Matrix, words: str, label: str) -> Cell:
    """The cell of the proposition that some claim words so, in the column of that label."""
    column = [column.label for column in matrix.columns].index(label)
    return row_of(matrix, words).cells[column]


def row_of(matrix: Matrix, words: str) -> Row:
    return next(r for r in matrix.rows if any(c.content.exact == words for c in r.proposition.claims))


def manners(matrix: Matrix, label: str) -> set[Manner]:
    return set(cell(matrix, REGISTER, label).manners)


def test_a_cell_keeps_stance_hedge_and_date(library: Ledger) -> None:
    (entry,) = cell(view_matrix(library), REGISTER, "United Kingdom").entries
    assert (entry.manner, entry.claim.stance, entry.date) == (Manner.SAYS, Stance.ALLEGES, "2024-03-25")
    (other,) = cell(view_matrix(library), REGISTER, "Norway").entries
    assert other.claim.stance is Stance.ASSESSES


def test_a_specific_denial_a_blanket_one_and_silence_are_three_cells(library: Ledger) -> None:
    matrix = view_matrix(library)
    assert manners(matrix, "China") == {Manner.DENIES, Manner.DENIES_ALL}
    assert manners(matrix, "Anna Holt") == {Manner.SILENT}
    victims = cell(matrix, "the theft of the Northport register by China hit millions of voters", "China")
    assert victims.manners == (Manner.SILENT,)
    assert victims.entries == ()


def test_a_denial_of_everything_makes_no_row(library: Ledger) -> None:
    said = {claim.content.exact for row in view_matrix(library).rows for claim in row.proposition.claims}
    assert "the British allegations as baseless" not in said
    assert "the United Kingdom hacked Tarnfield University" in said


def test_rejecting_the_link_takes_the_denial_out_of_the_cell(library: Ledger) -> None:
    matrix = view_matrix(library)
    blanket = [e for e in cell(matrix, REGISTER, "China").entries if e.manner is Manner.DENIES_ALL]
    accusation = cell(matrix, REGISTER, "United Kingdom").entries[0].claim
    for entry in blanket:
        what = (entry.claim.id, accusation.id, RelationType.DISPUTES.value)
        library.decide(decide(Matter(Matters.LINK, what), Verdict.REJECT, SIGNED))
    assert manners(view_matrix(library), "China") == {Manner.DENIES}


def test_what_most_say_something_of_comes_first(library: Ledger) -> None:
    matrix = view_matrix(library)
    heard = [sum(bool(cell.entries) for cell in row.cells) for row in matrix.rows]
    assert heard == sorted(heard, reverse=True)
    assert matrix.rows[0] == row_of(matrix, REGISTER)


def test_columns_are_origins_when_asked(library: Ledger) -> None:
    matrix = view_matrix(library, by=By.ORIGIN)
    labels = {"Harbour Courier", "Daily Ledger", "Evening Post"}
    assert labels <= {column.label for column in matrix.columns}
    assert manners(matrix, "Evening Post") == {Manner.DENIES, Manner.DENIES_ALL}
    speakers = {entry.claim.speaker.name for entry in cell(matrix, REGISTER, "Harbour Courier").entries}
    assert "United Kingdom" in speakers


def test_silence_is_not_having_no_document(library: Ledger) -> None:
    matrix = view_matrix(library, by=By.ORIGIN)
    sanction = "Norway sanctioned three firms over the Northport register"
    assert cell(matrix, sanction, "Harbour Courier").manners == (Manner.SILENT,)
    assert cell(matrix, REGISTER, "Harbour Times").manners == (Manner.NO_DOCUMENT,)


def test_who_published_before_it_was_said_has_no_document(library: Ledger) -> None:
    purpose = "China wanted the Northport register of voters to press its critics"
    late = make_story(
        About("Purpose", "Late News", TUESDAY),
        Says(TAKEN, "Norway", Stance.ASSESSES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
        Says(purpose, "Norway", act=Act.MOTIVE, actors=("China",)),
    )
    add_stories(library, late)
    matrix = view_matrix(library, by=By.ORIGIN)
    assert cell(matrix, purpose, "Harbour Courier").manners == (Manner.NO_DOCUMENT,)
    assert cell(matrix, purpose, "Evening Post").manners == (Manner.SILENT,)


def test_it_is_of_an_incident_of_a_name_or_of_everything(library: Ledger) -> None:
    theft = view_incidents(library)[0].incident
    of_incident = view_matrix(library, theft.id[:8])
    assert of_incident.about.startswith("incident ")
    assert not any("Tarnfield" in row.proposition.label for row in of_incident.rows)
    of_name = view_matrix(library, "Tarnfield University")
    (row,) = of_name.rows
    assert (of_name.about, len(row.proposition.claims)) == ("Tarnfield University", 1)
    assert len(view_matrix(library).rows) > len(of_incident.rows)
    assert view_matrix(library, "Nobody").rows == ()


def test_no_stance_is_raised_and_no_claim_is_lost(library: Ledger) -> None:
    matrix = view_matrix(library)
    held = matrix.overview.claims
    shown = [entry.claim for row in matrix.rows for cell in row.cells for entry in cell.entries]
    assert all(held[claim.id] == claim for claim in shown)
    told = {claim.id for row in matrix.rows for claim in row.proposition.claims}
    assert told <= {claim.id for claim in shown}


def test_own_voices_are_told_by_their_documents(library: Ledger) -> None:
    labels = [column.label for column in view_matrix(library).columns]
    assert "own voice, Harbour Courier" in labels
    assert "own voice, Daily Ledger" in labels


def test_a_body_with_two_names_has_one_column_that_says_so(ledger: Ledger) -> None:
    add_stories(ledger, *BODIES)
    matrix = view_matrix(ledger)
    (column,) = [column for column in matrix.columns if "NPA" in (column.label, *column.names)]
    assert (column.label, column.names) == (AUTHORITY, ("NPA",))
    assert column.reason == f"suggested: paper-0.txt introduces “{AUTHORITY} (NPA)”"
    assert {claim.stance for claim in column.claims} == {Stance.ASSESSES, Stance.ALLEGES}
    entries = [entry for row in matrix.rows for entry in row.cells[matrix.columns.index(column)].entries]
    assert [entry.claim.speaker.name for entry in entries] == [AUTHORITY, "NPA"]
    assert [entry.claim.stance for entry in entries] == [Stance.ASSESSES, Stance.ALLEGES]


def test_names_that_a_person_keeps_apart_have_a_column_each(ledger: Ledger) -> None:
    add_stories(ledger, *BODIES)
    ledger.decide(decide(Matter(Matters.ALIAS, ("NPA", AUTHORITY)), Verdict.REJECT, SIGNED))
    matrix = view_matrix(ledger)
    assert {"NPA", AUTHORITY} <= {column.label for column in matrix.columns}
    assert not any("NPA" in column.names for column in matrix.columns)


def test_a_ministry_of_no_state_stays_in_its_document(ledger: Ledger) -> None:
    again = make_story(About(published=TUESDAY), Says(TAKEN, "Interior Ministry", Stance.ALLEGES))
    add_stories(ledger, *BODIES, again)
    labels = [column.label for column in view_matrix(ledger).columns]
    assert len([label for label in labels if label.startswith("Interior Ministry (")]) == 2


def test_origins_are_never_joined_by_names(ledger: Ledger) -> None:
    add_stories(ledger, *BODIES)
    assert not any(column.names for column in view_matrix(ledger, by=By.ORIGIN).columns)
