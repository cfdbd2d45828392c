"""What to call an incident: whom its claims accuse, whom it hit and when, in their own words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from alleged.model.vocabulary import Kind, Stance
from alleged.resolve.particulars import AGAINST, DEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.model.claim import Claim, Mention

UNTOLD = "nobody named"
_REFUSING = frozenset({Stance.DENIES, Stance.DECLINES})
LONGEST = 60
"""Characters of a name in a label; longer ones are descriptions and named only if there is nothing else."""


def label_of(claims: Sequence[Claim]) -> str:
    """Who -> whom, when: what most of its claims name, to the letter; the first of what is named as often."""
    who = _most(_accused(claims))
    whom = _most(name for name in _hit(claims) if name != who)
    when = _most(claim.event_time.edtf for claim in claims if claim.kind in DEEDS and claim.event_time.edtf)
    told = f"{who or UNTOLD} -> {whom}" if whom else who or _first_words(claims)
    return f"{told}, {when}" if when else told


def _accused(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.kind in DEEDS or claim.kind is Kind.ATTRIBUTION:
            yield from _names(claim.actors)
        elif claim.act in AGAINST:
            yield from _names(claim.targets)


def _hit(claims: Sequence[Claim]) -> Iterator[str]:
    """Whom somebody says it hit; never those to whom the accused are linked, nor what is only denied."""
    behind = {name for claim in claims if claim.kind is Kind.ATTRIBUTION for name in _names(claim.targets)}
    for claim in claims:
        if claim.kind in DEEDS and claim.stance not in _REFUSING:
            yield from (name for name in _names(claim.targets) if name not in behind)


def _names(mentions: Iterable[Mention]) -> Iterator[str]:
    return (mention.name for mention in mentions)


def _most(names: Iterable[str]) -> str | None:
    """What occurs most often, short names before descriptions; the first of them if several do."""
    counts = Counter(names)
    return max(counts, key=lambda name: (len(name) <= LONGEST, counts[name]), default=None)


def _first_words(claims: Sequence[Claim]) -> str:
    words = " ".join(claims[0].content.exact.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
