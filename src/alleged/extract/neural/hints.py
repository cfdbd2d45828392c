"""What the lexicon knows of each token: the act, cue, hedge and kind of name that its words match."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.tokens import run_of
from alleged.lexicon.rules import FRAMES
from alleged.model.vocabulary import Act, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.extract.neural.tokens import Ints, Tokens
    from alleged.extract.passages import Passage
    from alleged.model.claim import Claim
    from alleged.model.span import Span

_ACTS = {act: i for i, act in enumerate(Act, start=1)}
_STANCES = {stance: i for i, stance in enumerate(Stance, start=1)}
_CUES = {pair: i for i, pair in enumerate(((f, s) for f in sorted(FRAMES) for s in Stance), start=1)}
_NAMES = {name: i for i, name in enumerate(("states", "agencies", "firms", "media"), start=1)}

ACT_HINTS, CUE_HINTS, HEDGE_HINTS, NAME_HINTS = (len(codes) + 1 for codes in (_ACTS, _CUES, _STANCES, _NAMES))
CONTENT_HINTS, VOICE_HINTS, SIDE_HINTS = 3, 3, 3
"""How many values each hint has, 0 for nothing."""


@dataclass(frozen=True, slots=True)
class Hints:
    """One number a token for each sort of rule; 0 where none matches."""

    acts: Ints
    cues: Ints
    hedges: Ints
    names: Ints
    contents: Ints
    """1 where the content of a claim by rule begins, 2 in it."""
    voices: Ints
    """1 for the speaker of a claim by rule, 2 for its cue."""
    sides: Ints
    """1 for an actor of a claim by rule, 2 for a target."""


def find_hints(passages: Iterable[Passage], claims: Iterable[Claim], tokens: Tokens) -> Hints:
    """The hints of the tokens of a text from its sentences and from the claims that rules find in it."""
    hints = Hints(*(np.zeros(len(tokens), dtype=np.int64) for _ in range(7)))
    starts, ends = tokens.starts.tolist(), tokens.ends.tolist()
    for claim in claims:
        _hint_claim(hints, claim, tokens)
    for passage in passages:
        for act in sorted(passage.acts, key=lambda m: m.code.weight):
            hints.acts[_run(passage, act.start, act.end, starts, ends)] = _ACTS[act.code.act]
        for cue in passage.cues:
            at = _run(passage, cue.start, cue.end, starts, ends)
            hints.cues[at] = _CUES[cue.code.frame, cue.code.stance]
        for hedge in passage.hedges:
            hints.hedges[_run(passage, hedge.start, hedge.end, starts, ends)] = _STANCES[hedge.code]
        for name in passage.names:
            hints.names[_run(passage, name.start, name.end, starts, ends)] = _NAMES[name.name.type]
    return hints


def stack_features(tokens: Tokens, hints: Hints) -> Ints:
    """What the network reads of each token besides its id, [tokens, features]."""
    written = (tokens.cases, tokens.quotes, tokens.lines)
    words = (hints.acts, hints.cues, hints.hedges, hints.names)
    return np.stack([*written, *words, hints.contents, hints.voices, hints.sides], axis=-1)


def _hint_claim(hints: Hints, claim: Claim, tokens: Tokens) -> None:
    content = _tokens_of(claim.content, tokens)
    hints.contents[content] = 2
    hints.contents[content.start : content.start + 1] = 1
    for spans, hint, value in (
        (claim.cues, hints.voices, 2),
        ((claim.speaker.span,), hints.voices, 1),
        ([mention.span for mention in claim.actors], hints.sides, 1),
        ([mention.span for mention in claim.targets], hints.sides, 2),
    ):
        for span in spans:
            if span:
                hint[_tokens_of(span, tokens)] = value


def _tokens_of(span: Span, tokens: Tokens) -> slice:
    return slice(*(run_of(tokens, span.start, span.end) or (0, 0)))


def _run(passage: Passage, start: int, end: int, starts: Sequence[int], ends: Sequence[int]) -> slice:
    """The tokens of some words of a passage."""
    first, last = passage.words[start].start, passage.words[end - 1].end
    return slice(bisect_right(ends, first), bisect_left(starts, last))
