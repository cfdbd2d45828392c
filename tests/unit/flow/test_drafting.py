from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alleged.errors import AllegedError, AnchorError, InputError
from alleged.flow.drafting import MOST_PLACES, Draft, Voice, draft_claim, find_places
from alleged.model.document import Boilerplate, Extent
from alleged.model.span import check_anchor
from alleged.model.vocabulary import Act, Basis, Hiding, Role, Stance
from tests.unit.model.samples import make_text

WORDS = (
    "🇨🇳😀 The Ministry of Tides called\nthe reports of a break-in untrue, it said. Nobody believes them.\n"
)
TEXT = make_text(WORDS)
EMBASSY = Voice("Ministry of Tides", Role.GOVERNMENT)


def draft(words: str, **changes: Any) -> Draft:
    (place,) = find_places(WORDS, words)
    return replace(Draft(place, Stance.DENIES, Act.INTRUSION, EMBASSY), **changes)


def test_a_draft_becomes_a_claim_that_is_anchored_behind_flags_and_emoji() -> None:
    claim = draft_claim(
        TEXT,
        draft("the reports of a break-in untrue", cues=("said",), actors=("Nobody",), time="2021"),
        "anna",
    )
    assert claim.content.exact == "the reports of a break-in untrue"
    assert claim.quote.exact == "the reports of a break-in untrue, it said."
    for span in claim.spans():
        check_anchor(TEXT.clean, span)


def test_the_sentences_of_the_content_are_its_quote_unless_one_is_chosen() -> None:
    content = draft("break-in untrue")
    assert draft_claim(TEXT, content, "anna").quote.exact.startswith("the reports")
    (quote,) = find_places(WORDS, "The Ministry of Tides called the reports of a break-in untrue")
    chosen = draft_claim(TEXT, replace(content, quote=quote, cues=("called",)), "anna")
    assert chosen.quote.exact.startswith("The Ministry")
    assert (chosen.speaker.basis, chosen.cues[0].exact) == (Basis.EXPLICIT, "called")


def test_a_speaker_is_found_before_the_quote_or_is_only_named() -> None:
    before = draft_claim(TEXT, draft("a break-in"), "anna").speaker
    assert before.basis is Basis.INHERITED
    assert before.span is not None
    implied = draft_claim(TEXT, draft("a break-in", voice=Voice("Tidewater")), "anna").speaker
    assert (implied.basis, implied.span) == (Basis.INHERITED, None)
    nobody = draft_claim(
        TEXT, draft("a break-in", voice=Voice("", Role.MEDIA, Basis.NARRATOR)), "anna"
    ).speaker
    assert (nobody.basis, nobody.name) == (Basis.NARRATOR, None)


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"hedges": ("perhaps",)}, AnchorError, "the quote does not hold the words 'perhaps'"),
        ({"content": Extent(0, 10_000)}, AnchorError, "no words at"),
        ({"content": Extent(5, 5)}, AnchorError, "no words at"),
        ({"content": Extent(-3, 5)}, AnchorError, "no words at"),
        ({"quote": Extent(0, 3)}, AnchorError, "must hold"),
        ({"time": "soon"}, InputError, "is no time"),
        ({"voice": Voice()}, InputError, "say who speaks"),
    ],
)
def test_what_does_not_stand_there_is_refused(
    changes: dict[str, Any], error: type[AllegedError], told: str
) -> None:
    with pytest.raises(error, match=told):
        draft_claim(TEXT, draft("a break-in", **changes), "anna")


def test_words_that_nobody_sees_are_refused() -> None:
    hidden = replace(TEXT, boilerplate=(Boilerplate(0, len(WORDS), Hiding.STYLE),))
    with pytest.raises(AnchorError, match="hidden"):
        draft_claim(hidden, draft("a break-in"), "anna")


def test_words_are_found_to_the_letter_but_for_white_space() -> None:
    (found,) = find_places(WORDS, " called  the\r\nreports ")
    assert WORDS[found.start : found.end] == "called\nthe reports"
    assert find_places(WORDS, "Called the reports") == ()
    assert find_places(WORDS, "") == find_places(WORDS, " \n") == ()
    assert len(find_places("la" * 200, "lala")) == MOST_PLACES
    assert [each.start for each in find_places(WORDS, "re")] == sorted(
        each.start for each in find_places(WORDS, "re")
    )
