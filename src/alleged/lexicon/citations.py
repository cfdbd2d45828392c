"""Words by which a document says where it has something from, as rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from alleged.lexicon.rules import RuleIndex, load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.lexicon.pattern import Step

FRAMES = ("before", "after", "outlet", "itself")
"""Where the one who is cited stands; `citations.yml` explains each."""
SOURCES = ("report", "indictment", "court-papers", "advisory", "statement", "post")
"""What can be cited."""


@dataclass(frozen=True, slots=True)
class CitationCode:
    """What words of citing say: where the name stands, and what is cited."""

    frame: str
    source: str


@cache
def citations() -> RuleIndex[CitationCode]:
    """The words of citing."""
    return RuleIndex(load_rules("citations.yml", citation_code))


@cache
def citing_words() -> frozenset[str]:
    """Words of which one stands in everything that the rules match: a sentence without any cites nothing."""
    patterns = (pattern for rule in citations().rules for pattern in rule.patterns)
    variants = (variant for pattern in patterns for variant in pattern.variants)
    return frozenset(word for variant in variants for word in _rarest(variant))


def _rarest(variant: Iterable[Step]) -> frozenset[str]:
    """The words of the step that the fewest sentences hold: short words are the common ones."""
    return max((step for step in variant if step), key=lambda step: min(map(len, step)))


def citation_code(entry: Mapping[str, Any]) -> CitationCode:
    """The code of an entry; raises ValueError for a value that does not exist."""
    return CitationCode(_one_of(FRAMES, entry["frame"]), _one_of(SOURCES, entry["source"]))


def _one_of(known: tuple[str, ...], value: str) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(known)}")
    return value
