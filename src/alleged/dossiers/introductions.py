"""Names that a document introduces as those of firms: "a vendor called Acme", "Acme, a company that ..."."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import grammar
from alleged.lexicon.nominals import nominals
from alleged.resolve.firm_terms import find_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.model.claim import Claim
    from alleged.model.span import Span

_APPOSITION = re.compile(r"\A(?:,| ?[–—(-]) ?(?:an?|the|another) ")
_WORD = re.compile(r"([\w'’-]{1,40})([^\w\s]?)")
_CALLED = frozenset({"called", "named"})
_BRACKET = re.compile(r"\((?:also known as |aka |or )?[\"“‘]?\Z")
_QUOTES = " \"“‘'"
_MARKS = frozenset("(–—-")
_LONGEST = 6
"""Words from an article to the noun that it belongs to."""
_BEFORE = 4
"""Words before a name that are looked at."""
_LONGEST_FIRM = 10
"""Words of a firm's whole name."""


def find_introduced(claims: Iterable[Claim]) -> Iterator[str]:
    """The names of actors and targets that these claims' own words introduce as firms."""
    for claim in claims:
        for mention in (*claim.actors, *claim.targets):
            if mention.span and mention.span.exact == mention.name and _is_introduced(claim, mention.span):
                yield mention.name


def _is_introduced(claim: Claim, span: Span) -> bool:
    before, behind = _look_around(claim, span)
    return _told_behind(behind) or _told_before(before, behind) or _told_in_brackets(before, span.exact)


def _look_around(claim: Claim, span: Span) -> tuple[str, str]:
    quote, at = claim.quote, span.start - claim.quote.start
    if not quote.holds(span):
        return span.prefix, span.suffix
    return quote.prefix + quote.exact[:at], quote.exact[at + len(span.exact) :] + quote.suffix


def _told_behind(behind: str) -> bool:
    """Whether an apposition follows whose noun is a firm: not "a company director", "the firm's owner"."""
    begun = _APPOSITION.match(behind)
    if not begun:
        return False
    words = list(_WORD.finditer(behind, begun.end(), begun.end() + 41 * _LONGEST))[: _LONGEST + 1]
    for index, word in enumerate(words):
        if word[1].casefold() in _firm_nouns():
            return bool(word[2]) or _ends_phrase(words[index + 1][1] if index + 1 < len(words) else "")
        if word[2] or _ends_phrase(word[1]):
            return False
    return False


def _told_before(before: str, behind: str) -> bool:
    """Whether the noun stands right before it; "the firm Orla Venn founded" points, and goes on."""
    words = [word.casefold() for word in before.rstrip(_QUOTES).split()[-_BEFORE:]]
    if len(words) > 1 and words[-1] in _CALLED:
        return words[-2] in _firm_nouns()
    if not words or words[-1] not in _firm_nouns() or not _pointing().isdisjoint(words):
        return False
    follows = behind.split(maxsplit=1)
    return not behind.startswith(" ") or not follows or _ends_phrase(follows[0]) or follows[0][0] in _MARKS


def _told_in_brackets(before: str, name: str) -> bool:
    """Whether it shortens a firm's name in brackets behind that: "Acme Sea Trade Ltd (Acme Sea)"."""
    bracket = _BRACKET.search(before)
    start = before.rfind(name.split(maxsplit=1)[0])
    if not bracket or start < 0:
        return False
    whole = before[start : bracket.start()]
    return len(whole.split()) <= _LONGEST_FIRM and bool(find_terms(whole).forms)


@cache
def _firm_nouns() -> frozenset[str]:
    return nominals().firm_nouns & nominals().bodies


def _ends_phrase(word: str) -> bool:
    return word.casefold() in _phrase_ends()


@cache
def _phrase_ends() -> frozenset[str]:
    known = grammar()
    return known.prepositions | known.relatives | known.epithet_openers | known.auxiliaries


@cache
def _pointing() -> frozenset[str]:
    """Words with which a firm is pointed back to, not introduced."""
    return (grammar().determiners | {"of"}) - {"a", "an", "another"}
