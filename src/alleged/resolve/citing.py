"""What a document says where it has something from: an outlet, a paper, a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from alleged.lexicon.citations import citations, citing_words
from alleged.lexicon.grammar import content_words, grammar
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals
from alleged.lexicon.words import find_words
from alleged.model.document import Extent
from alleged.resolve.accounts import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.lexicon.citations import CitationCode
    from alleged.lexicon.names import Name
    from alleged.lexicon.rules import Match
    from alleged.lexicon.words import Word
    from alleged.resolve.accounts import Account

LONGEST_NAME = 5
"""Words of a name that the lexicon does not know."""
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited (a code of `citations.yml`), by whose name, and where."""

    source: str
    by: str | None
    """The outlet, or who issued the paper or the statement; None where the sentence does not tell."""
    rule: str
    words: Extent
    sentence: Extent

    @property
    def key(self) -> str | None:
        """Equal for citations of one source; None where it cannot be told from others of its sort."""
        if self.by is None:
            return None if self.source in _NEEDS_ISSUER else self.source
        return squeezed(self.by) if self.source == "report" else f"{self.source} {squeezed(self.by)}"

    @property
    def told(self) -> str:
        """What is cited, in words: "a statement by Nordvind"."""
        if self.source == "report":
            return self.by or "a report"
        noun = _NOUNS[self.source]
        return f"{noun} by {self.by}" if self.by else noun


_NEEDS_ISSUER = frozenset({"report", "statement", "post", "advisory"})
_NOUNS = {
    "indictment": "an indictment",
    "court-papers": "court papers",
    "advisory": "an advisory",
    "statement": "a statement",
    "post": "a post or report",
}


def find_citations(account: Account) -> tuple[Citation, ...]:
    """Every source that the document cites, in order; its own interviews are none."""
    own = squeezed(account.publisher or "")
    found = (c for sentence in _citing_sentences(account) for c in _in_sentence(account.clean, sentence))
    return tuple(c for c in found if not (own and c.by and squeezed(c.by) == own))


def squeezed(name: str) -> str:
    """A name as it is compared: "The Bleeping-Computer" gives "bleepingcomputer"."""
    return _NO_LETTER.sub("", name.casefold().removeprefix("the "))


def _citing_sentences(account: Account) -> Iterator[Extent]:
    """The sentences with a word that words of citing can begin with, each once."""
    body = body_of(account)
    starts = [sentence.start for sentence in body]
    last = -1
    for match in _pattern().finditer(account.clean):
        at = bisect_right(starts, match.start()) - 1
        if at > last and match.start() < body[at].end:
            last = at
            yield body[at]


@cache
def _pattern() -> re.Pattern[str]:
    """One of those words by itself."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(citing_words())))})\b", re.IGNORECASE)


def _in_sentence(clean: str, sentence: Extent) -> Iterator[Citation]:
    words = find_words(clean, sentence.start, sentence.end)
    end = 0
    for match in citations().find_longest(words):
        by = _cited(words, match)
        if match.start < end or (by is None and match.code.frame != "itself"):
            continue
        end = match.end
        place = Extent(words[match.start].start, words[match.end - 1].end)
        yield Citation(match.code.source, by, match.rule.id, place, sentence)


def _cited(words: Sequence[Word], match: Match[CitationCode]) -> str | None:
    """The name of who is cited, where the frame says that it stands."""
    if match.code.frame == "before":
        return _name_before(words, match.start)
    if match.code.frame == "after":
        return _name_after(words, match.end)
    if match.code.frame == "outlet":
        known = _known_after(words, match.end)
        return known.name if known and known.type == "media" else None
    return _issuer(words, match)


def _issuer(words: Sequence[Word], match: Match[CitationCode]) -> str | None:
    """Who put it out: "by X" or "from X" right after it, or else the name that stands nearest before it.

    Papers of a court are not those of the name before them: that is the victim's, or the accused's.
    """
    after = match.end
    if after < len(words) and words[after].norm in {"by", "from"}:
        return _name_after(words, after + 1)
    if match.code.source not in _NEEDS_ISSUER:
        return None
    ends = (at for at in range(match.start, 0, -1) if words[at - 1].is_name_like)
    return next((name for at in ends if (name := _name_before(words, at))), None)


def _name_before(words: Sequence[Word], end: int) -> str | None:
    start = end
    while start > 0 and end - start < LONGEST_NAME and words[start - 1].is_name_like:
        start -= 1
    return _name(words, start, end)


def _name_after(words: Sequence[Word], start: int) -> str | None:
    start = _after_determiner(words, start)
    end = _end_of_capitals(words, start)
    known = names().find_at(words, start) if start < end else None
    if known is None:
        return _name(words, start, end)
    if known.name.type == "states" and known.end == end:
        return _described(words, end) or known.name.name
    is_part = known.end < end and known.name.type == "states"
    return _name(words, start, end) if is_part else known.name.name


def _described(words: Sequence[Word], start: int) -> str | None:
    """The name after "Danish" in "Danish security firm Nordvind"; None for "Danish officials"."""
    for at in range(start, min(start + LONGEST_NAME, len(words))):
        if words[at].is_mark or words[at].norm in grammar().prepositions:
            return None
        if words[at].is_name_like:
            return _name(words, at, _end_of_capitals(words, at))
    return None


def _after_determiner(words: Sequence[Word], at: int) -> int:
    is_one = at < len(words) and words[at].norm in grammar().determiners and not words[at].is_name_like
    return at + 1 if is_one else at


def _end_of_capitals(words: Sequence[Word], start: int) -> int:
    end = start
    while end < len(words) and end - start < LONGEST_NAME and words[end].is_name_like:
        end += 1
    return end


def _known_after(words: Sequence[Word], start: int) -> Name | None:
    for at in (start, start + 1):
        match = names().find_at(words, at) if at < len(words) else None
        if match:
            return match.name
        if at < len(words) and words[at].norm not in grammar().determiners:
            return None
    return None


def _name(words: Sequence[Word], start: int, end: int) -> str | None:
    """The name that these words are, as the lexicon calls it; None for "They", "Officials" and no words."""
    while start < end and not _tells(words[start]):
        start += 1
    if start == end:
        return None
    known = [match for match in names().find(words[start:end]) if match.end == end - start]
    if known:
        return known[0].name.name
    return " ".join(word.text for word in words[start:end])


def _tells(word: Word) -> bool:
    """Whether a word can begin a name: no pronoun, no article, no "Officials"."""
    common = word.norm in _no_names() or not content_words(word.text)
    return word.text.isupper() if common else True


@cache
def _no_names() -> frozenset[str]:
    """Words that are no name by themselves, although a sentence that begins with one writes it so."""
    return nominals().people | nominals().organisations | nominals().actors | citing_words()
