"""What the engine promises of any text: exact words, order, one reading, no hedge lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from alleged.errors import Unreadable
from alleged.extract.engine import LexiconExtractor
from alleged.model.document import Metadata, Text
from alleged.model.span import check_anchor
from alleged.model.vocabulary import Basis, Stance
from alleged.testing import check_extractor
from alleged.text import read_document
from tests.edtf import is_edtf
from tests.strategies.stories import stories

if TYPE_CHECKING:
    from alleged.model.claim import Claim

ENGINE = LexiconExtractor()
ALLEGING = re.compile(r"\b(?:allegedly|reportedly|purportedly)\b", re.IGNORECASE)


def read(words: str) -> Text:
    try:
        return read_document(words.encode(), "generated", Metadata(language="en")).text
    except Unreadable:
        assume(False)
        raise


KNOWN = read("Latvia accused China of hacking the bank. China denied the accusations.")
TEXTS = stories().map(read)


@given(TEXTS)
def test_any_text_keeps_the_contract_of_extractors(text: Text) -> None:
    check_extractor(ENGINE, [KNOWN, text])


@given(TEXTS)
def test_every_word_of_a_claim_stands_where_it_says(text: Text) -> None:
    for claim in ENGINE.extract(text):
        assert claim.quote.holds(claim.content)
        for span in claim.spans():
            check_anchor(text.clean, span)
            assert not any(p.start < span.end and span.start < p.end for p in text.boilerplate)


@given(stories())
def test_an_unrelated_paragraph_does_no_harm(words: str) -> None:
    text = read(f"{words}\n\nThe choir of the old town sang in the rain until late.\n")
    assert not any("choir" in claim.content.exact for claim in ENGINE.extract(text) if claim.cues == ())


@given(TEXTS)
def test_the_document_never_asserts_what_is_only_alleged(text: Text) -> None:
    own = (c for c in ENGINE.extract(text) if c.speaker.basis in {Basis.NARRATOR, Basis.PASSIVE})
    for claim in own:
        assert claim.stance is not Stance.ASSERTS or not ALLEGING.search(claim.content.exact)


@given(st.sampled_from(["allegedly", "reportedly", "purportedly"]), st.integers(0, 5), st.booleans())
def test_a_hedge_anywhere_in_a_sentence_is_kept(hedge: str, at: int, twice: bool) -> None:
    words = ["APT31", "hacked", "the", "bank", "of", "Riga"]
    words.insert(at + 1, hedge)
    sentence = " ".join(words) + (" and stole its data" if twice else "")
    found = ENGINE.extract(read(f"{sentence}."))
    first = next(claim for claim in found if hedge in claim.content.exact)
    assert first.stance is Stance.ALLEGES
    assert hedge in {span.exact for span in first.hedges}


@given(TEXTS)
def test_names_and_times_are_well_formed(text: Text) -> None:
    for claim in ENGINE.extract(text):
        assert all(name == " ".join(name.split()) and name for name in names_of(claim))
        assert claim.event_time.edtf is None or is_edtf(claim.event_time.edtf)


def names_of(claim: Claim) -> list[str]:
    named = [mention.name for mention in (*claim.actors, *claim.targets)]
    return [*named, *([claim.speaker.name] if claim.speaker.name is not None else [])]
