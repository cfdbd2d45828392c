"""What a clause says was done: the act whose words speak loudest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.phrases import is_noun_here
from alleged.lexicon.names import nominals
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from alleged.extract.passages import Passage, Stretch
    from alleged.lexicon.rules import ActCode, Match
    from alleged.model.vocabulary import Act

STRONG = 2
"""The weight from which words make a claim of a clause without any other sign."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The act of a clause and the words that tell it."""

    act: Act
    match: Match[ActCode]
    strength: float


def find_deed(passage: Passage, clause: Stretch) -> Deed | None:
    """The strongest act of a clause, the first of equals; None if no word tells one."""
    best: Deed | None = None
    for match in passage.acts:
        if match.start in clause and match.end <= clause.end:
            strength = _strength(passage, match)
            if best is None or strength > best.strength:
                best = Deed(match.code.act, match, strength)
    return best


def carries_claim(passage: Passage, clause: Stretch) -> bool:
    """Whether a clause in the document's own voice is a claim: strong words, or weak ones with an actor."""
    deed = find_deed(passage, clause)
    if deed is None:
        return False
    return deed.match.code.weight >= STRONG or _names_actor(passage, clause)


def _strength(passage: Passage, match: Match[ActCode]) -> float:
    code = match.code
    phrase = 0.4 * (match.end - match.start > 1)
    predicate = 0.5 * (code.shape == "verb" and not is_noun_here(passage.words, match.start))
    response = 0.6 * (code.act.kind is Kind.RESPONSE and bool(predicate))
    return code.weight + phrase + predicate + response


def _names_actor(passage: Passage, clause: Stretch) -> bool:
    words = passage.words[clause.start : clause.end]
    return any(w.norm in nominals().actors or w.text.startswith(("APT", "UNC", "DEV-", "TA", "FIN")) for w in words)
