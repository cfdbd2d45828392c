from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.diff import Change, find_edits, view_diff
from alleged.model.claim import When
from alleged.model.vocabulary import Stance
from tests.unit.dossiers.reports import entry, timed, variant
from tests.unit.model.samples import REPORT, accusation, denial, link, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.document import Text

SENTENCES = st.lists(
    st.sampled_from(["Ships came in.", "Nobody saw it.", "The port closed early."]), max_size=6
)


def text_of(sentences: list[str]) -> Text:
    return make_text("\n".join((*sentences, "The end.")) + "\n")


@given(older=SENTENCES, newer=SENTENCES)
def test_what_is_gone_and_new_makes_the_newer_text_of_the_older(older: list[str], newer: list[str]) -> None:
    one, two = text_of(older), text_of(newer)
    edits = list(find_edits(one, two))
    gone = [edit.older for edit in edits if edit.older]
    new = [edit.newer for edit in edits if edit.newer]
    left = [*older, "The end."]
    for sentence in gone:
        left.remove(sentence)
    assert sorted([*left, *new]) == sorted([*newer, "The end."])
    for edit in edits:
        before = " ".join(piece.words for piece in edit.pieces if piece.change is not Change.NEW)
        after = " ".join(piece.words for piece in edit.pieces if piece.change is not Change.GONE)
        assert (before, after) == (edit.older, edit.newer)
    assert not edits or older != newer


def test_claims_are_gone_new_changed_or_as_they_were(ledger: DecidedLedger) -> None:
    newer = variant(f"{REPORT}Nobody else was named.\n")
    surer = replace(link(newer), stance=Stance.ASSERTS, hedges=())
    dated = timed(newer, When("2023"))
    ledger.append(entry(newer, dated, surer))
    older = make_text().document.id
    diff = view_diff(ledger, older, newer.document.id)
    found = {(change.older or change.newer): change for change in diff.claims}
    assert {change.change for change in diff.claims} == {Change.GONE, Change.CHANGED}
    assert found[denial(make_text())].change is Change.GONE
    assert set(found[link(make_text())].fields) == {"stance", "hedge"}
    assert found[accusation(make_text())].fields == ("time",)
    assert [edit.newer for edit in diff.edits] == ["Nobody else was named."]
