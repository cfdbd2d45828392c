from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.inputs import (
    Inputs,
    Wanted,
    count_statuses,
    tell_reason,
    view_arrivals,
    view_inputs,
)
from alleged.dossiers.wording import tell_place
from alleged.extract.engine import LexiconExtractor
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import find_sources
from alleged.ledger import open_ledger
from alleged.model.access import Marking
from alleged.model.document import Metadata
from alleged.model.vocabulary import Kind, Reason, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim
    from alleged.model.document import Text

FILES = {
    "claims.txt": "The ministry accused Wet Heron of breaking into the network of the port.",
    "market.txt": "The mayor said that the market will open at nine. Rain is likely. It was cold.",
    "calm.txt": "The harbour was calm. The boats were out.",
    "blob.bin": "\x00\x01\x02\x03\xff" * 50,
}


class Strict(LexiconExtractor):
    """Takes nothing for a claim that is only a comment."""

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """The claims of `text` in reading order."""
        return tuple(claim for claim in super().extract(text) if claim.kind is not Kind.COMMENT)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[DecidedLedger]:
    """A ledger with a document of each sort, the last of them a file that is not there."""
    for name, words in FILES.items():
        (tmp_path / name).write_bytes(words.encode("latin-1"))
    paths = [str(tmp_path / name) for name in (*FILES, "missing.txt")]
    found = open_ledger(tmp_path / "ledger.db", create=True)
    plan = Plan(Strict(), Metadata(publisher="Harbour Times"))
    list(ingest(find_sources(paths).sources, found, plan))
    yield found
    found.close()


def _names(inputs: Inputs, wanted: Wanted) -> list[str]:
    return [tell_place(attempt.source) for attempt in inputs.find(wanted)]


def test_inputs_are_found_by_name_status_and_want_of_claims(opened: DecidedLedger) -> None:
    inputs = view_inputs(opened)
    assert _names(inputs, Wanted()) == [*FILES, "missing.txt"]
    assert _names(inputs, Wanted(status=Status.FAILED)) == ["missing.txt"]
    assert _names(inputs, Wanted(barren=True)) == ["market.txt", "calm.txt"]
    assert _names(inputs, Wanted(name="MARKET.t")) == ["market.txt"]
    assert _names(inputs, Wanted(name="harbour times", status=Status.OK)) == list(FILES)[:3]
    assert count_statuses(inputs.attempts) == {Status.OK: 3, Status.REFUSED: 1, Status.FAILED: 1}


def test_a_document_without_claims_says_why(opened: DecidedLedger) -> None:
    inputs = view_inputs(opened)
    arrivals = view_arrivals(opened, inputs, inputs.attempts, {})
    told = {tell_place(each.attempt.source): each for each in arrivals}
    assert told["claims.txt"].why_barren == ""
    assert told["market.txt"].why_barren == "1 of 3 sentences has a verb of saying"
    assert told["calm.txt"].why_barren == "none of its 2 sentences has a verb of saying"
    assert told["blob.bin"].why_barren == ""
    assert told["missing.txt"].document is None


def test_a_marking_is_told_that_not_everybody_may_see(opened: DecidedLedger) -> None:
    first, second, *_ = (attempt.document for attempt in opened.inputs())
    assert first is not None
    assert second is not None
    for document, label in ((first, "TLP:AMBER"), (second, "TLP:CLEAR")):
        opened.set_marking(Marking(document, label, "anna", "2026-01-01T00:00:00+00:00", "a test"))
    inputs = view_inputs(opened)
    arrivals = view_arrivals(opened, inputs, inputs.attempts, {})
    assert [each.marking for each in arrivals[:3]] == ["TLP:AMBER", "", ""]


def test_names_and_reasons_in_words() -> None:
    assert tell_place("press/2024/story.txt") == "story.txt"
    assert tell_place("https://news.example/story.html") == "https://news.example/story.html"
    assert tell_reason(Reason.READ) == ""
    assert tell_reason(Reason.NO_TEXT) == "no text"
