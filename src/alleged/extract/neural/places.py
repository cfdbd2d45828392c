"""Runs of tokens as words of sentences: the network counts word pieces, the lexicon reads words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.cast import name_runs
from alleged.extract.passages import Stretch
from alleged.extract.sayings import trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.neural.decode import Run
    from alleged.extract.neural.tokens import Tokens
    from alleged.extract.passages import Passage
    from alleged.lexicon.words import Word
    from alleged.model.span import Span

REACH = 6
"""Words around a mention in which the rest of its name may stand."""


@dataclass(frozen=True, slots=True)
class Place:
    """Some words of one passage."""

    passage: Passage
    stretch: Stretch

    @property
    def span(self) -> Span:
        """The words as a span of the text."""
        return self.passage.span(self.stretch)

    @property
    def words(self) -> Sequence[Word]:
        """The words themselves."""
        return self.passage.words[self.stretch.start : self.stretch.end]

    def bare(self) -> Place:
        """The words without marks around them."""
        return Place(self.passage, trimmed(self.passage, self.stretch))

    def whole(self) -> Place:
        """The words with the rest of a name that they cut: "*Technologies*" of "Positive Technologies"."""
        start, end = self.stretch.start, self.stretch.end
        near = Stretch(max(0, start - REACH), min(len(self.passage.words), end + REACH))
        cut = [run for run in name_runs(self.passage.words, near) if run.start < end and start < run.end]
        return Place(
            self.passage, Stretch(min([start, *(r.start for r in cut)]), max([end, *(r.end for r in cut)]))
        )


class Places:
    """The sentences of a document, to find words in."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._starts = [passage.sentence.start for passage in passages]

    def find(self, tokens: Tokens, run: Run) -> list[Place]:
        """The words of some tokens, a sentence each; none where they stand in no sentence."""
        start, end = int(tokens.starts[run[0]]), int(tokens.ends[run[1] - 1])
        first = max(0, bisect_right(self._starts, start) - 1)
        near = self._passages[first : bisect_left(self._starts, end)]
        places = (Place(passage, _stretch(passage, start, end)) for passage in near)
        return [place for place in places if len(place.stretch)]

    def find_bare(self, tokens: Tokens, run: Run) -> Place | None:
        """The words of some tokens in their first sentence, without marks around them; None if only marks."""
        places = [place.bare() for place in self.find(tokens, run)[:1]]
        return next((place for place in places if len(place.stretch)), None)


def _stretch(passage: Passage, start: int, end: int) -> Stretch:
    """The words of a passage that share a character with a stretch of the text."""
    first = bisect_right(passage.words, start, key=lambda w: w.end)
    last = bisect_right(passage.words, end - 1, key=lambda w: w.start)
    return Stretch(first, max(first, last))
