"""The sentences and claims by rule that reach into some tokens, so that each is looked at once a segment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.neural.tokens import Tokens
    from alleged.extract.passages import Passage
    from alleged.model.claim import Claim


class Nearby:
    """The sentences of a document in order, and the claims that rules find in them."""

    def __init__(self, passages: Sequence[Passage], ruled: Sequence[Claim]) -> None:
        self._passages = passages
        self._ruled = ruled
        reaches = [_reach(claim) for claim in ruled] or [(0, 0)]
        self._starts, self._ends = np.asarray(reaches, dtype=np.int64).T

    def find_passages(self, tokens: Tokens) -> Sequence[Passage]:
        """The sentences that share a character with the tokens, in order."""
        first = bisect_right(self._passages, tokens.starts[0], key=lambda p: p.sentence.end)
        return self._passages[first : bisect_left(self._passages, tokens.ends[-1], key=_start)]

    def find_ruled(self, tokens: Tokens) -> list[Claim]:
        """The claims of which the content or a side may stand in the tokens, in order."""
        reaching = (self._ends > tokens.starts[0]) & (self._starts < tokens.ends[-1])
        return [self._ruled[index] for index in np.flatnonzero(reaching).tolist()]


def _start(passage: Passage) -> int:
    return passage.sentence.start


def _reach(claim: Claim) -> tuple[int, int]:
    """From the first to the last character of a claim's content and sides."""
    sides = (side.span for side in (*claim.actors, *claim.targets))
    spans = [claim.content, *(span for span in sides if span)]
    return min(span.start for span in spans), max(span.end for span in spans)
