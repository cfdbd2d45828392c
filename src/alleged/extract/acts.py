"""What a clause says was done: the act whose words speak loudest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.extract.phrases import is_noun_here, is_passive
from alleged.lexicon.grammar import grammar
from alleged.lexicon.nominals import nominals
from alleged.model.vocabulary import Act, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.passages import Passage, Stretch
    from alleged.lexicon.rules import ActCode, Match
    from alleged.lexicon.words import Word

FIRST_PREDICATE = 0.5
EPITHET = 2.0
FARTHEST_BE = 3
"""Words from a form of "be" to the noun that it gives its subject: "is a *former* officer"."""
STRONG = 2
"""The weight from which words make a claim of a clause without any other sign."""

_AUTHORITIES = frozenset({Role.GOVERNMENT, Role.LAW_ENFORCEMENT})


@dataclass(frozen=True, slots=True)
class Deed:
    """The act of a clause and the words that tell it."""

    act: Act
    match: Match[ActCode]
    strength: float


def find_deed(passage: Passage, clause: Stretch) -> Deed | None:
    """The strongest act of a clause, the first of equals; None if no word tells one."""
    inside = [m for m in passage.acts_in(clause) if m.end <= clause.end]
    predicate = next((m for m in inside if _is_predicate(passage, m)), None)
    best: Deed | None = None
    for match in inside:
        first = predicate is not None and match.start == predicate.start
        strength = _strength(passage, match) + FIRST_PREDICATE * first
        if best is None or strength > best.strength:
            best = Deed(match.code.act, match, strength)
    if best and best.act is Act.OTHER_OPERATION and _is_by_authority(passage, clause, best.match.start):
        return replace(best, act=_last_response(passage, best.match.start))
    return best


def _is_by_authority(passage: Passage, clause: Stretch, at: int) -> bool:
    """Whether police or a ministry does it, and not spies: "the *US Treasury* targeted the firm"."""
    before = [m.name for m in passage.names if clause.start <= m.start and m.end <= at]
    return bool(before) and before[-1].type == "agencies" and before[-1].role in _AUTHORITIES


def _last_response(passage: Passage, at: int) -> Act:
    """How the sentence says that they respond: "sanctioned a firm, with the Treasury targeting"."""
    told = [m.code.act for m in passage.acts if m.end <= at and m.code.act.kind is Kind.RESPONSE]
    return told[-1] if told else Act.OTHER_RESPONSE


def is_done_to(passage: Passage, match: Match[ActCode]) -> bool:
    """Whether the words are passive, so that their subject is the target: "was *hit*", "*were charged*"."""
    words = passage.words
    if is_passive(words, match.start):
        return True
    following = [word.norm for word in words[match.start + 1 : match.end]]
    done = any(norm.endswith("ed") or norm in grammar().irregular_past for norm in following)
    return words[match.start].norm in grammar().be and done


def carries_claim(passage: Passage, clause: Stretch) -> bool:
    """Whether a clause in the document's own voice is a claim: strong words, or weak ones with an actor."""
    deed = find_deed(passage, clause)
    if deed is None:
        return False
    inside = (m for m in passage.acts_in(clause) if m.end <= clause.end)
    return any(m.code.weight >= STRONG for m in inside) or _names_actor(passage, clause)


def _strength(passage: Passage, match: Match[ActCode]) -> float:
    if _is_told_as_noun(passage, match):
        return 0.0
    phrase = 0.4 * (match.end - match.start > 1)
    return match.code.weight + phrase - EPITHET * _is_epithet(passage, match)


def _is_told_as_noun(passage: Passage, match: Match[ActCode]) -> bool:
    """Whether a verb of the lexicon is a noun here: "the *attack* caused", "a ransomware *attack*"."""
    at = match.start
    if match.code.shape == "noun" or at == 0:
        return False
    if any(m.code.shape == "noun" and m.end > at for m in passage.acts_at(at - 1)):
        return True
    same = any(m.code.shape == "noun" for m in passage.acts_at(at))
    return same and is_noun_here(passage.words, at)


def _is_predicate(passage: Passage, match: Match[ActCode]) -> bool:
    """Whether the words are a verb with a subject, not a noun and not an epithet."""
    at = match.start
    return (
        match.code.shape == "verb" and not is_noun_here(passage.words, at) and not _is_epithet(passage, match)
    )


def _is_epithet(passage: Passage, match: Match[ActCode]) -> bool:
    """Whether the words only tell who somebody is: "hackers linked to Russia", "three officers of"."""
    if match.code.act.kind is not Kind.ATTRIBUTION:
        return False
    opener = passage.words[match.start].norm
    if opener in nominals().posts:
        return not _is_complement(passage.words, match.start)
    openers = grammar().epithet_openers | grammar().relatives
    return not is_passive(passage.words, match.start) and opener in openers


def _is_complement(words: Sequence[Word], at: int) -> bool:
    """Whether a noun is what its subject is said to be: "is an *officer* of", "as *contractors* for"."""
    before = words[max(0, at - FARTHEST_BE) : at]
    return any(word.norm in grammar().be or word.norm == "as" for word in before)


def _names_actor(passage: Passage, clause: Stretch) -> bool:
    words = passage.words[clause.start : clause.end]
    return any(
        w.norm in nominals().actors or w.text.startswith(("APT", "UNC", "DEV-", "TA", "FIN")) for w in words
    )


def begins_without_subject(passage: Passage, index: int) -> bool:
    """Whether the words at `index` hang on a subject before them: a verb, "in order to", "even"."""
    if passage.words[index].norm.endswith("ing") or passage.words[index].norm in grammar().adverbs:
        return True
    return any(m.code.shape == "verb" or m.code.act is Act.MOTIVE for m in passage.acts_at(index))


def has_verb(passage: Passage, clause: Stretch) -> bool:
    """Whether a clause has a verb of its own, so that it states something."""
    for index in range(clause.start, clause.end):
        norm = passage.words[index].norm
        if norm in grammar().auxiliaries or norm in grammar().irregular_past:
            return True
        if (
            norm.endswith("ed")
            and not is_noun_here(passage.words, index)
            and not passage.words[index].is_name_like
        ):
            return True
    return any(_is_predicate(passage, m) for m in passage.acts_in(clause))
