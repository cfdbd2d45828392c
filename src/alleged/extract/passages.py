"""A sentence with its words and everything that the lexicon finds in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.lexicon.names import names
from alleged.lexicon.rules import acts, cues, hedges
from alleged.lexicon.words import find_words
from alleged.model.span import span_at
from alleged.model.vocabulary import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.lexicon.names import NameMatch
    from alleged.lexicon.rules import ActCode, CueCode, Match
    from alleged.lexicon.words import Word
    from alleged.model.document import Extent, Sentence, Text
    from alleged.model.span import Span
    from alleged.model.vocabulary import Stance


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Some words of a passage: indices, end exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, ready for the extractor."""

    text: str
    sentence: Sentence
    words: tuple[Word, ...]
    cues: tuple[Match[CueCode], ...]
    hedges: tuple[Match[Stance], ...]
    acts: tuple[Match[ActCode], ...]
    names: tuple[NameMatch, ...]
    quotations: tuple[Extent, ...]
    """The quotations of the text that overlap the sentence."""

    @property
    def whole(self) -> Stretch:
        """All words."""
        return Stretch(0, len(self.words))

    def characters(self, stretch: Stretch) -> tuple[int, int]:
        """Where a stretch begins and ends in the text, in code points."""
        return self.words[stretch.start].start, self.words[stretch.end - 1].end

    def said(self, stretch: Stretch) -> str:
        """The words of a stretch as they are written, on one line."""
        start, end = self.characters(stretch)
        return " ".join(self.text[start:end].split())

    def span(self, stretch: Stretch) -> Span:
        """A stretch as a span of the text."""
        return span_at(self.text, *self.characters(stretch))

    def is_quoted(self, index: int) -> bool:
        """Whether a word stands in a quotation; one or two words between marks are only called so."""
        return self.quotation_around(index) is not None

    def quotation_around(self, index: int) -> Stretch | None:
        """The words of the quotation that a word stands in, as far as they are in the passage."""
        at = self.words[index].start
        before = bisect_right(self.quotations, at, key=lambda q: q.start)
        quotation = self.quotations[before - 1] if before else None
        if quotation is None or at >= quotation.end or not self._says(quotation):
            return None
        ends = (
            bisect_left(self.words, end, key=lambda w: w.start) for end in (quotation.start, quotation.end)
        )
        return Stretch(*ends)

    def _says(self, quotation: Extent) -> bool:
        return self.text.count(" ", quotation.start, quotation.end) > 1

    def acts_in(self, stretch: Stretch) -> tuple[Match[ActCode], ...]:
        """The act words that begin in a stretch, in order."""
        first = bisect_left(self.acts, stretch.start, key=_start)
        return self.acts[first : bisect_left(self.acts, stretch.end, key=_start)]

    def acts_at(self, index: int) -> tuple[Match[ActCode], ...]:
        """The act words that begin at a word."""
        return self.acts_in(Stretch(index, index + 1))


def _start(match: Match[ActCode]) -> int:
    return match.start


def find_passages(text: Text) -> tuple[Passage, ...]:
    """The sentences of a text as passages, in order."""
    return tuple(_passage(text, sentence) for sentence in text.sentences)


def leave_headings(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages that tell something: a heading only names it."""
    return tuple(passage for passage in passages if passage.sentence.part is not Part.HEADING)


def _quotations_in(text: Text, sentence: Sentence) -> tuple[Extent, ...]:
    """Those that overlap a sentence; quotations of a text are in order and do not overlap each other."""
    first = bisect_right(text.quotations, sentence.start, key=lambda q: q.end)
    last = bisect_left(text.quotations, sentence.end, key=lambda q: q.start)
    return text.quotations[first:last]


def _passage(text: Text, sentence: Sentence) -> Passage:
    words = find_words(text.clean, sentence.start, sentence.end)
    return Passage(
        text.clean,
        sentence,
        words,
        cues().find_longest(words),
        hedges().find_longest(words),
        acts().find(words),
        names().find(words),
        _quotations_in(text, sentence),
    )
