from __future__ import annotations

from dataclasses import replace

from alleged.model.reanchor import move_claim
from alleged.model.span import check_anchor
from tests.unit.model.samples import REPORT, accusation, claims, denial, make_text

TEXT = make_text()


def test_a_claim_moves_with_every_word_of_it() -> None:
    later = make_text("\U0001f1ec\U0001f1e7 Updated.\n\n" + REPORT)
    for claim in claims(TEXT):
        moved = move_claim(claim, later)
        assert moved is not None
        assert moved.quote.start == claim.quote.start + len("\U0001f1ec\U0001f1e7 Updated.\n\n")
        assert [span.exact for span in moved.spans()] == [span.exact for span in claim.spans()]
        assert (moved.document, moved.text) == (later.document.id, later.id)
        for span in moved.spans():
            check_anchor(later.clean, span)


def test_what_changed_around_a_quote_does_not_matter_where_it_stands_once() -> None:
    later = make_text(
        REPORT.replace("baseless.\n", "baseless, at last.\n").replace("The embassy", "Then. The embassy")
    )
    moved = move_claim(denial(TEXT), later)
    assert moved is not None
    assert moved.quote.exact == denial(TEXT).quote.exact


def test_words_that_are_gone_or_stand_twice_are_not_moved() -> None:
    assert move_claim(denial(TEXT), make_text(REPORT.replace("dismissed", "rejected"))) is None
    twice = make_text("x" + REPORT.replace("\n", " ") * 2)
    assert move_claim(accusation(TEXT), twice) is None


def test_a_speaker_who_stands_elsewhere_is_found_there() -> None:
    claim = denial(TEXT)
    far = replace(claim, speaker=replace(claim.speaker, span=accusation(TEXT).speaker.span))
    moved = move_claim(far, make_text("Now: " + REPORT))
    assert moved is not None
    assert moved.speaker.span is not None
    assert moved.speaker.span.exact == "US prosecutors"
