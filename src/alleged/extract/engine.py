"""The lexicon engine: claims by rules that are data. It explains itself and needs no weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.cast import find_cast
from alleged.extract.claims import Writer
from alleged.extract.denials import settle_denials
from alleged.extract.impostors import settle_impostors
from alleged.extract.narrator import own_role_of, publisher_of
from alleged.extract.passages import find_passages, leave_headings
from alleged.extract.sayings import find_sayings
from alleged.extract.speakers import Memory
from alleged.extract.times import date_claims
from alleged.extract.voices import find_voices
from alleged.model.vocabulary import Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.extract.cast import Cast
    from alleged.extract.passages import Passage
    from alleged.model.claim import Claim
    from alleged.model.document import Text


LONG = 12
"""Sentences from which a document that is about cyber operations tells at least one."""
_DEEDS = frozenset({Kind.OPERATION, Kind.ATTRIBUTION})
_OFFHAND = frozenset({Stance.ASSERTS, Stance.ASSESSES})


class LexiconExtractor:
    """Finds claims by cues, hedges and acts of the lexicon."""

    name = "lexicon"
    version = "1"
    languages = frozenset({"en"})

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """The claims of `text` in reading order."""
        told = leave_headings(find_passages(text))
        return date_claims(
            self.extract_from(text, told, find_cast(told)), told, text.document.metadata.published
        )

    def extract_from(self, text: Text, told: Sequence[Passage], cast: Cast) -> tuple[Claim, ...]:
        """The same without times, where its passages but for headings, and who is named there, are known."""
        own_role = own_role_of(text)
        memory = Memory(cast, publisher=publisher_of(text, own_role))
        writer = Writer(text, cast, self.name, self.version)
        sayings = (s for v in find_voices(told, memory, own_role) for s in find_sayings(v, own_role))
        written = (claim for saying in sayings if (claim := writer.write(saying)))
        claims = settle_impostors(settle_denials(written), text)
        return _in_order(claims if len(told) < LONG else _on_the_matter(claims))


def _on_the_matter(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without mere remarks where a long document tells no deed: the news of a phone."""
    told = any(claim.kind in _DEEDS for claim in claims)
    return tuple(claim for claim in claims if told or not _is_remark(claim))


def _is_remark(claim: Claim) -> bool:
    return claim.kind is Kind.COMMENT and claim.stance in _OFFHAND


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """What somebody says in the same words once, by its first cue, in reading order."""
    found: dict[object, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.content.start, c.cues[0].start if c.cues else 0)):
        found.setdefault((claim.content.start, claim.content.end, claim.speaker.name, claim.stance), claim)
    return tuple(sorted(found.values(), key=lambda c: (c.content.start, c.content.end, c.id)))
