"""What the lexicon says of the tokens of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.extract.neural.hints import (
    ACT_HINTS,
    CONTENT_HINTS,
    CUE_HINTS,
    HEDGE_HINTS,
    NAME_HINTS,
    SIDE_HINTS,
    VOICE_HINTS,
    find_hints,
    stack_features,
)
from alleged.extract.neural.tokens import read_tokens
from alleged.extract.passages import find_passages
from alleged.lexicon.rules import FRAMES
from alleged.model.vocabulary import Act, Stance
from tests.unit.extract.neural.networks import tokens_of, vocabulary
from tests.unit.extract.reading import claims, read

if TYPE_CHECKING:
    from alleged.extract.neural.tokens import Ints

SAID = "Riga said that Russian hackers allegedly stole data from the bank of Reuters."


def hinted(words: str, of: str) -> dict[str, int]:
    """The hints of one sort by the words that they stand on."""
    text = read(words).clean
    tokens = tokens_of(text)
    hints: Ints = getattr(find_hints(find_passages(read(words)), claims(words), tokens), of)
    pieces = (text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True))
    return {piece: hint for piece, hint in zip(pieces, hints.tolist(), strict=True) if hint}


def cue_hint(frame: str, stance: Stance) -> int:
    return 1 + sorted(FRAMES).index(frame) * len(Stance) + list(Stance).index(stance)


def test_there_is_a_hint_for_every_code() -> None:
    assert (1 + len(Act), 1 + len(Stance), 1 + 4) == (ACT_HINTS, HEDGE_HINTS, NAME_HINTS)
    assert 1 + len(FRAMES) * len(Stance) == CUE_HINTS
    assert (CONTENT_HINTS, VOICE_HINTS, SIDE_HINTS) == (3, 3, 3)


def test_act_words_tell_their_act() -> None:
    found = hinted(SAID, "acts")
    assert found == {"stole": 1 + list(Act).index(Act.DATA_THEFT)}


def test_cues_tell_frame_and_stance() -> None:
    assert hinted(SAID, "cues")["said"] == cue_hint("says", Stance.ASSERTS)
    assert hinted("China denied the claim.", "cues")["denied"] == cue_hint("rejects", Stance.DENIES)


def test_hedges_tell_their_stance() -> None:
    assert hinted(SAID, "hedges") == {"allegedly": 1 + list(Stance).index(Stance.ALLEGES)}


def test_names_tell_what_they_are_of() -> None:
    states, media = 1, 4
    found = hinted(SAID, "names")
    assert (found["Riga"], found["Russian"], found["Reuters"]) == (states, states, media)
    assert "bank" not in found


@pytest.mark.parametrize("of", ["acts", "cues", "hedges", "names"])
def test_a_sentence_without_such_words_has_no_hints(of: str) -> None:
    assert hinted("The choir of the old town sang in the rain.", of) == {}


def test_of_two_acts_at_one_place_the_one_that_speaks_louder_is_told() -> None:
    passage = find_passages(read("They hacked the bank, stole its data and sold access to it."))[0]
    tokens = tokens_of(passage.text)
    hints = find_hints([passage], (), tokens)
    for act in passage.acts:
        first = int(tokens.starts.searchsorted(passage.words[act.start].start))
        loudest = [a for a in passage.acts if a.start <= act.start < a.end]
        weight = max(a.code.weight for a in loudest)
        told = {1 + list(Act).index(a.code.act) for a in loudest if a.code.weight == weight}
        assert hints.acts[first] in told


def test_words_read_in_pieces_are_hinted_as_a_whole() -> None:
    text = "Riga said it."
    hints = find_hints(find_passages(read(text)), (), read_tokens(text, vocabulary()))
    assert hints.cues.astype(bool).tolist() == [False] * 4 + [True] * 4 + [False] * 3


def test_hints_stand_where_their_words_do_in_a_later_paragraph() -> None:
    words = "😀 The choir sang in the rain.\n\nThe old town – é – slept.\n\nRussia allegedly hacked it."
    assert set(hinted(words, "hedges")) == {"allegedly"}
    assert set(hinted(words, "names")) == {"Russia"}


def test_claims_by_rule_tell_content_voice_and_sides() -> None:
    words = "Latvia said on Monday that Russian hackers hacked the bank."
    (claim,) = claims(words)
    found = hinted(words, "contents")
    assert list(found.values()) == [1] + [2] * (len(found) - 1)
    assert " ".join(found) == claim.content.exact
    assert hinted(words, "voices") == {"Latvia": 1, "said": 2}
    assert {"hackers": 1, "bank": 2}.items() <= hinted(words, "sides").items()


def test_where_rules_find_no_claim_they_hint_at_none() -> None:
    assert all(hinted("The choir sang in the rain.", of) == {} for of in ("contents", "voices", "sides"))


def test_features_are_how_a_token_is_written_and_what_is_known_of_it() -> None:
    text = read(SAID)
    tokens = tokens_of(text.clean)
    hints = find_hints(find_passages(text), claims(SAID), tokens)
    features = stack_features(tokens, hints)
    written = (tokens.cases, tokens.quotes, tokens.lines)
    by_words = (hints.acts, hints.cues, hints.hedges, hints.names)
    columns = (*written, *by_words, hints.contents, hints.voices, hints.sides)
    assert features.shape == (len(tokens), len(columns))
    assert all((features[:, i] == column).all() for i, column in enumerate(columns))
