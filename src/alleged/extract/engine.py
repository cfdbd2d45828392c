"""The lexicon engine: claims by rules that are data. It explains itself and needs no weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.cast import find_cast
from alleged.extract.claims import Writer
from alleged.extract.denials import settle_denials
from alleged.extract.passages import find_passages
from alleged.extract.sayings import find_sayings
from alleged.extract.speakers import Memory
from alleged.extract.voices import find_voices
from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Genre, Part, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim
    from alleged.model.document import Text


class LexiconExtractor:
    """Finds claims by cues, hedges and acts of the lexicon."""

    name = "lexicon"
    version = "1"
    languages = frozenset({"en"})

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """The claims of `text` in reading order."""
        passages = [p for p in find_passages(text) if p.sentence.part is not Part.HEADING]
        cast = find_cast(passages)
        own_role = _own_role(text)
        memory = Memory(cast, publisher=_publisher(text, own_role))
        writer = Writer(text, cast, self.name, self.version)
        sayings = (s for v in find_voices(passages, memory, own_role) for s in find_sayings(v, own_role))
        written = (claim for saying in sayings if (claim := writer.write(saying)))
        return _in_order(settle_denials(written))


def _own_role(text: Text) -> Role:
    """What a document is that speaks in its own voice."""
    return Role.VENDOR if text.document.metadata.genre is Genre.VENDOR_BLOG else Role.MEDIA


def _publisher(text: Text, own_role: Role) -> Speaker:
    """Who says "we" in the document's own voice."""
    return Speaker(own_role, Basis.NARRATOR, text.document.metadata.publisher)


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once, in reading order."""
    found = {claim.id: claim for claim in claims}
    return tuple(sorted(found.values(), key=lambda c: (c.content.start, c.content.end, c.id)))
