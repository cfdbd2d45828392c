"""Which claims say the same, whoever says it and however surely.

What is compared is the content: the act, who is said to have done it, to whom, when, and rare words. Speaker,
stance and hedge play no part: a denial of "X hacked Y" stands beside those who allege it. A denial of "the
allegations" says of no deed that it did not happen, and stands nowhere. All of it is suggestion.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import content_words
from alleged.lexicon.nominals import nominals
from alleged.model.vocabulary import Act, Kind, Stance
from alleged.resolve.particulars import particulars_of
from alleged.resolve.telling import find_telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim
    from alleged.resolve.particulars import Particulars

ENOUGH = 2.75
"""Points from which two claims are taken to say the same."""
NOT_FAR = 2.0
"""Points that any two claims of one proposition have; a chain of claims is none."""
FEW = 300
"""Claims of which each is compared with each; of more, each with some of those that share something."""
NEXT = 40
LOOKED_AT = 5
"""Claims of a proposition that another is compared with."""
FAR_APART = 3
"""Months between two times from which it is not the same that is said."""
CLEAREST = 90
"""Characters of a content that is neither a scrap nor a story."""
SHOWN = 4
SAME_WORDS = 0.4
"""Share of the words, names apart, that two effects, motives or remarks must have in common."""
_ASKING = frozenset({"request", "requests", "comment", "comments", "question", "questions", "inquiries"})
"""What a refusal speaks of where it does not say what it was asked about."""
_DEEDS = frozenset({Kind.OPERATION, Kind.ATTRIBUTION})
_RESPONDING = frozenset({Stance.DENIES, Stance.DECLINES, Stance.CONFIRMS})
_NEAR = (
    frozenset(
        {
            *(Act.INTRUSION, Act.ESPIONAGE, Act.DATA_THEFT, Act.EXPLOITATION, Act.PHISHING),
            Act.OTHER_OPERATION,
        }
    ),
    frozenset({Act.SURVEILLANCE, Act.ESPIONAGE, Act.OTHER_OPERATION}),
    frozenset({Act.DISRUPTION, Act.RANSOMWARE, Act.INTRUSION, Act.OTHER_OPERATION}),
    frozenset({Act.RANSOMWARE, Act.FINANCIAL_THEFT}),
    frozenset({Act.WORKS_FOR, Act.SPONSORED_BY, Act.FRONT_FOR, Act.LINKED_TO}),
    frozenset({Act.DIPLOMATIC, Act.ATTRIBUTE}),
)
"""Acts that one report calls this and another that."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """Claims that say the same; the stance, speaker and hedge of each stay its own."""

    label: str
    """The content of its clearest claim, to the letter."""
    claims: tuple[Claim, ...]
    """In the order in which they were given."""
    reason: str
    """Why they are taken together, in one sentence a person can read."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with what it is compared by."""

    told: Particulars
    content: frozenset[str]
    plain: frozenset[str]
    """The same without names."""
    responders: frozenset[str]
    """States that respond, of a response."""


def find_propositions(claims: Sequence[Claim]) -> tuple[Proposition, ...]:
    """The claims by what they say, in order of their first claims; the order of `claims` changes no group.

    Every claim is in one proposition, but for blanket denials and refusals, which are in none.
    """
    place = {claim.id: at for at, claim in enumerate(claims)}
    said = [_said(claim) for claim in sorted(claims, key=_alike_beside) if has_proposition(claim)]
    groups = (sorted(group, key=lambda one: place[one.told.claim.id]) for group in _grouped(said))
    ordered = sorted(groups, key=lambda group: place[group[0].told.claim.id])
    return tuple(_proposition(group) for group in ordered)


def has_proposition(claim: Claim) -> bool:
    """Whether it says what is so or is not; "the allegations are baseless" does not."""
    if claim.stance not in {Stance.DENIES, Stance.DECLINES}:
        return True
    if claim.act is Act.COMMENT:
        return False
    if any(target.span and claim.content.holds(target.span) for target in claim.targets):
        return True
    words = content_words(claim.content.exact)
    own = frozenset(word for mention in claim.actors for word in content_words(mention.name))
    return not words & nominals().anaphors and len(words - own - _ASKING) > 1


def _alike_beside(claim: Claim) -> tuple[str, str]:
    return (" ".join(sorted(content_words(claim.content.exact))), claim.id)


def _said(claim: Claim) -> _Said:
    told, content = particulars_of(claim), content_words(claim.content.exact)
    responders = (find_telling(mention.name) for mention in claim.actors if claim.kind is Kind.RESPONSE)
    states = frozenset(state for telling in responders for state in telling.states)
    return _Said(told, content, content - told.names, states)


def _grouped(said: Sequence[_Said]) -> Iterable[list[_Said]]:
    """The groups, joined from the most alike on; every two claims of one that are looked at are near."""
    rated = ((points_of(said[one], said[other]), one, other) for one, other in _pairs(said))
    found = sorted((pair for pair in rated if pair[0] >= ENOUGH), key=lambda pair: (-pair[0], *pair[1:]))
    groups = {at: [one] for at, one in enumerate(said)}
    leader = list(range(len(said)))
    for _, one, other in found:
        left, right = sorted((_find(leader, one), _find(leader, other)))
        if left != right and _all_near(groups[left], groups[right]):
            leader[right] = left
            groups[left] += groups.pop(right)
    return groups.values()


def _find(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at


def _all_near(left: Sequence[_Said], right: Sequence[_Said]) -> bool:
    pairs = product(left[:LOOKED_AT], right[:LOOKED_AT])
    return all(points_of(one, other) >= NOT_FAR for one, other in pairs)


def _pairs(said: Sequence[_Said]) -> Iterable[tuple[int, int]]:
    if len(said) <= FEW:
        return combinations(range(len(said)), 2)
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for key in _keys(one.told):
            index[key].append(at)
    runs = (run[at : at + NEXT] for run in index.values() for at in range(len(run)))
    return {(run[0], other) for run in runs for other in run[1:]}


def _keys(told: Particulars) -> Iterator[tuple[str, ...]]:
    yield from (("name", name) for name in told.names)
    yield from (("word", word) for word in told.words)
    yield from ((told.claim.kind, state) for state in told.accused.states)


def points_of(one: _Said, other: _Said) -> float:
    """How much speaks for the two saying the same; 0 where that is out of the question."""
    act = _act(one.told.claim.act, other.told.claim.act)
    if not act or _differ(one.told, other.told) or not _may_be_same(one, other):
        return 0.0
    left, right = one.told, other.told
    accused = bool(left.accused.names & right.accused.names or left.accused.states & right.accused.states)
    matter = min(2, len(left.matter & right.matter))
    rare = min(1.5, 0.5 * len(left.words & right.words))
    return act + accused + matter + rare + _overlap(one.content, other.content)


def _may_be_same(one: _Said, other: _Said) -> bool:
    """Deeds are told by who and whom; of one deed there are many effects and remarks, told by their words."""
    if one.told.claim.kind in _DEEDS or one.responders & other.responders:
        return True
    return _overlap(one.plain, other.plain) >= SAME_WORDS


@cache
def _act(one: Act, other: Act) -> float:
    if one is other:
        return 0.5 if one.kind is Kind.COMMENT else 1.0
    return 0.5 if any({one, other} <= near for near in _NEAR) else 0.0


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter content's words that the other has, too; one word alone tells nothing."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared > 1 else 0.0


def _differ(one: Particulars, other: Particulars) -> bool:
    """Whether they name others as the accused or as whom it hit, or another time."""
    if not one.accused.names & other.accused.names and (
        _apart(one.accused.states, other.accused.states) or (one.accused.names and other.accused.names)
    ):
        return True
    same = one.matter & other.matter
    if _apart(one.hit.names, other.hit.names) or (not same and _apart(one.hit.states, other.hit.states)):
        return True
    return one.when is not None and other.when is not None and one.when.distance(other.when) > FAR_APART


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _proposition(group: Sequence[_Said]) -> Proposition:
    claims = tuple(one.told.claim for one in group)
    return Proposition(_clearest(group).told.claim.content.exact, claims, _reason(group))


def _clearest(group: Sequence[_Said]) -> _Said:
    """One that is no response and says who and whom in its own words; then the plainest by length."""
    return max(group, key=_clarity)


def _clarity(one: _Said) -> tuple[bool, int, int]:
    claim = one.told.claim
    said = [any(m.span and claim.content.holds(m.span) for m in ms) for ms in (claim.actors, claim.targets)]
    return (claim.stance not in _RESPONDING, sum(said), -abs(len(claim.content.exact) - CLEAREST))


def _reason(group: Sequence[_Said]) -> str:
    if len(group) == 1:
        return "nothing else here says it"
    acts = Counter(one.told.claim.act.value for one in group)
    parts = [f"{'same act' if len(acts) == 1 else 'near acts'} ({', '.join(sorted(acts))})"]
    for told, keys in _common(group).items():
        if keys:
            parts.append(f"{told} {', '.join(keys[:SHOWN])}")
    return "; ".join(parts)


def _common(group: Sequence[_Said]) -> Mapping[str, list[str]]:
    """What most of them have in common."""
    told = [one.told for one in group]
    accused = [one.accused.states | one.accused.names for one in told]
    named = [one.matter for one in told]
    words = [one.content for one in group]
    common = {"accused:": _most(accused), "naming": _most(named)}
    known = {key for keys in common.values() for key in keys}
    return common | {"speaking of": [word for word in _most(words) if word not in known]}


def _most(sets: Sequence[frozenset[str]]) -> list[str]:
    counts = Counter(key for keys in sets for key in keys)
    return sorted((k for k, n in counts.items() if 2 * n > len(sets)), key=lambda key: (-counts[key], key))
