"""Small texts of our own, read as documents are read, and words looked up in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.engine import LexiconExtractor
from alleged.extract.passages import Passage, Stretch, find_passages
from alleged.lexicon.words import find_words
from alleged.model.document import Metadata
from alleged.model.vocabulary import Part
from alleged.text import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim, Mention
    from alleged.model.document import Text


def read(words: str, **known: str) -> Text:
    """The text that the reader makes of these words."""
    given = Metadata(language="en", **known)  # type: ignore[arg-type]
    return read_document(words.encode(), "a test", given).text


def passages(words: str) -> tuple[Passage, ...]:
    """The sentences of the body."""
    return tuple(p for p in find_passages(read(words)) if p.sentence.part is not Part.HEADING)


def passage(words: str) -> Passage:
    """The only sentence of the body."""
    (found,) = passages(words)
    return found


def claims(words: str, **known: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    return LexiconExtractor().extract(read(words, **known))


def claim(words: str) -> Claim:
    """The only claim of a text."""
    (found,) = claims(words)
    return found


def claim_of(content: str, words: str) -> Claim:
    """The claim of a text whose content is exactly this."""
    (found,) = (c for c in claims(words) if c.content.exact == content)
    return found


def contents(found: Iterable[Claim]) -> list[str]:
    """What each claim says."""
    return [c.content.exact for c in found]


def names(mentions: Iterable[Mention]) -> list[str]:
    """Whom mentions name."""
    return [mention.name for mention in mentions]


def place(of: Passage, words: str) -> Stretch:
    """Where words stand in a passage."""
    wanted = [word.text for word in find_words(words)]
    texts = [word.text for word in of.words]
    starts = (i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    start = next(starts)
    return Stretch(start, start + len(wanted))
