"""A claim on another text of its document: all of its words are found there again, or it is not moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.model.span import span_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.model.claim import Claim, Mention
    from alleged.model.document import Text
    from alleged.model.span import Span


class _LostError(Exception):
    """Words that stand in the other text nowhere, or in several places that look alike."""


def move_claim(claim: Claim, text: Text) -> Claim | None:
    """The claim as `text` has it; None where some of its words are not to be found there for certain."""
    try:
        return _Move(text, claim.quote, _find(text.clean, claim.quote)).move(claim)
    except _LostError:
        return None


@dataclass(frozen=True, slots=True)
class _Move:
    """A quote in one text, and the same in another: what stands in it moves along."""

    text: Text
    before: Span
    after: Span

    def move(self, claim: Claim) -> Claim:
        return replace(
            claim,
            document=self.text.document.id,
            text=self.text.id,
            quote=self.after,
            content=self._find(claim.content),
            speaker=replace(claim.speaker, span=self._find_if(claim.speaker.span)),
            cues=tuple(map(self._find, claim.cues)),
            hedges=tuple(map(self._find, claim.hedges)),
            actors=self._move_mentions(claim.actors),
            targets=self._move_mentions(claim.targets),
            event_time=replace(claim.event_time, words=self._find_if(claim.event_time.words)),
            said_time=replace(claim.said_time, words=self._find_if(claim.said_time.words)),
        )

    def _move_mentions(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        return tuple(replace(mention, span=self._find_if(mention.span)) for mention in mentions)

    def _find_if(self, span: Span | None) -> Span | None:
        return None if span is None else self._find(span)

    def _find(self, span: Span) -> Span:
        if not self.before.holds(span):
            return _find(self.text.clean, span)
        start = self.after.start + span.start - self.before.start
        return span_at(self.text.clean, start, start + len(span.exact))


def _find(clean: str, span: Span) -> Span:
    """The same words between the same words, or the only ones of their kind."""
    for before, after in ((span.prefix, span.suffix), ("", "")):
        around = before + span.exact + after
        place = clean.find(around)
        if place >= 0 and clean.find(around, place + 1) < 0:
            start = place + len(before)
            return span_at(clean, start, start + len(span.exact))
    raise _LostError
