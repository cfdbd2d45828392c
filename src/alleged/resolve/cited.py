"""Documents that go back to what they cite: to a document that is there, or to the same source elsewhere.

Two documents that cite one source have one origin only if they cite it for the same matter: within days of
each other, in their leads or more than once, with words in common there. A source that is cited in passing
makes only that passage depend on it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import content_words
from alleged.lexicon.words import find_words
from alleged.resolve.accounts import are_within, body_of, is_later
from alleged.resolve.citing import squeezed
from alleged.resolve.lineage import Dependence, Evidence
from alleged.resolve.shingles import NEAREST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alleged.lexicon.words import Word
    from alleged.model.document import Extent
    from alleged.resolve.accounts import Account
    from alleged.resolve.citing import Citation

DAYS = 7
"""Between two documents that cite one source for one matter."""
LEAD = 5
"""Sentences, headings among them, that say what a document is about."""
ENOUGH = 2
"""Citations of one source by which a document as such rests on it."""
SHARED_WORDS = 6
"""Words that carry meaning and stand in both."""
SHARED_NAMES = 2
"""Names and numbers among them, those of the source left out."""
SHARED_PART = 0.3
"""Their share of the words of the one that has fewer."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What some sentences are about: the words that carry meaning, and names and numbers among them."""

    words: frozenset[str]
    names: frozenset[str]

    def is_that_of(self, other: Matter, source: frozenset[str]) -> bool:
        """Whether both are about the same, the words for the `source` left out."""
        shared = (self.words & other.words) - source
        fewer = min(len(self.words - source), len(other.words - source))
        named = len((self.names & other.names) - source)
        return len(shared) >= SHARED_WORDS and named >= SHARED_NAMES and len(shared) >= SHARED_PART * fewer


@dataclass(frozen=True, slots=True)
class _Use:
    """A document's citations of one source, and what it cites it for."""

    account: Account
    citations: tuple[Citation, ...]
    matter: Matter

    @property
    def is_whole(self) -> bool:
        """Whether the document rests on the source, and does not only mention it."""
        leads = {(s.start, s.end) for s in body_of(self.account)[:LEAD]}
        cited = {(c.sentence.start, c.sentence.end) for c in self.citations}
        return bool(cited & leads) or len(cited) >= ENOUGH

    @property
    def places(self) -> tuple[Extent, ...]:
        """The citing sentences."""
        return tuple(dict.fromkeys(citation.sentence for citation in self.citations))


def find_cited(
    accounts: Sequence[Account], citations: Mapping[str, Sequence[Citation]]
) -> tuple[Dependence, ...]:
    """Who goes back to whom by citing, among documents in the order of `in_order`.

    `citations` holds what each document cites, by its id.
    """
    by_publisher = _by_publisher(accounts)
    by_source = _by_source(accounts, citations, frozenset(by_publisher))
    there = (d for uses in by_source.values() for use in uses for d in _to_outlet(use, by_publisher))
    elsewhere = (d for uses in by_source.values() for d in _to_each_other(uses))
    return (*there, *elsewhere)


def matter_of(clean: str, extents: Sequence[Extent]) -> Matter:
    """What these stretches of a text are about."""
    sentences = [find_words(clean, extent.start, extent.end) for extent in extents]
    said = " ".join(clean[extent.start : extent.end] for extent in extents)
    named = frozenset(word.norm for words in sentences for at, word in enumerate(words) if _names(word, at))
    return Matter(content_words(said), named)


def _names(word: Word, at: int) -> bool:
    """Whether the word at this place of a sentence is a number or part of a name."""
    if word.text[0].isdigit():
        return True
    return word.is_name_like and len(word.norm) > 1 and (at > 0 or not word.text.istitle())


def lead_of(account: Account) -> Matter:
    """What a document is about, by its first sentences."""
    return matter_of(account.clean, body_of(account)[:LEAD])


def _by_source(
    accounts: Sequence[Account], citations: Mapping[str, Sequence[Citation]], outlets: frozenset[str]
) -> Mapping[str, Sequence[_Use]]:
    """Who cites each source, of those that more than one document cites or whose documents are there."""
    found: dict[str, list[tuple[Account, tuple[Citation, ...]]]] = defaultdict(list)
    for account in accounts:
        for key, cited in _by_key(citations.get(account.document, ())).items():
            found[key].append((account, tuple(cited)))
    telling = {key: users for key, users in found.items() if len(users) > 1 or key in outlets}
    return {key: [_use(account, cited) for account, cited in users] for key, users in telling.items()}


def _by_key(citations: Sequence[Citation]) -> Mapping[str, Sequence[Citation]]:
    found: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.key:
            found[citation.key].append(citation)
    return found


def _use(account: Account, citations: tuple[Citation, ...]) -> _Use:
    extents = dict.fromkeys((*body_of(account)[:LEAD], *(citation.sentence for citation in citations)))
    return _Use(account, citations, matter_of(account.clean, tuple(extents)))


def _by_publisher(accounts: Sequence[Account]) -> Mapping[str, Sequence[Account]]:
    found: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.publisher:
            found[squeezed(account.publisher)].append(account)
    return found


def _to_outlet(use: _Use, by_publisher: Mapping[str, Sequence[Account]]) -> Iterator[Dependence]:
    """The documents of the cited outlet that the citing words can mean: not later, near, about the same."""
    for first in by_publisher.get(use.citations[0].key or "", ()):
        if first.document == use.account.document or is_later(first, use.account):
            continue
        if are_within(first, use.account, DAYS) and use.matter.is_that_of(lead_of(first), _source_words(use)):
            yield _dependence(use, first, f"cites {use.citations[0].told}: {first.label}")


def _to_each_other(uses: Sequence[_Use]) -> Iterator[Dependence]:
    whole = [use for use in uses if use.is_whole]
    for at, use in enumerate(whole):
        for other in whole[max(0, at - NEAREST) : at]:
            near = are_within(use.account, other.account, DAYS)
            if near and use.matter.is_that_of(other.matter, _source_words(use)):
                yield _dependence(
                    use, other.account, f"cites {use.citations[0].told}, as {other.account.label} does"
                )


def _dependence(use: _Use, on: Account, reason: str) -> Dependence:
    places = () if use.is_whole else use.places
    return Dependence(use.account.document, on.document, Evidence.CITATION, reason, use.is_whole, places)


def _source_words(use: _Use) -> frozenset[str]:
    return frozenset(w.norm for citation in use.citations for w in find_words(citation.by or ""))
