"""What decisions in force do to the views of a ledger: what they leave out, and what they correct."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from alleged.ledger.carrying import carry
from alleged.model.correction import Field, correct
from alleged.model.decision import About, Verdict, fold_name, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.document import Document

_NONE: Mapping[str, Decision] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Effects:
    """What is left out of the views and why, and what is corrected; all by ids."""

    rejected: Mapping[str, Decision] = field(default_factory=lambda: _NONE)
    """By claim."""
    doubles: Mapping[str, Decision] = field(default_factory=lambda: _NONE)
    """By the claim that is left out."""
    retracted: Mapping[str, Decision] = field(default_factory=lambda: _NONE)
    """By document; of those of a retracted publisher the decision on the publisher."""
    newer: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By document that is an older version, the newer one."""
    corrections: Mapping[str, tuple[Decision, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """By claim."""
    carried: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By claim of an older reading that was decided on, the claim of the newest for which that holds."""

    @property
    def claims(self) -> frozenset[str]:
        """The claims that are left out for themselves."""
        return frozenset((*self.rejected, *self.doubles))

    @property
    def documents(self) -> frozenset[str]:
        """The documents of which all claims are left out."""
        return frozenset((*self.retracted, *self.newer))

    def leave_out(self, claim: Claim) -> bool:
        """Whether the views leave this claim out."""
        return claim.id in self.claims or claim.document in self.documents

    def restate(self, claim: Claim) -> Claim:
        """The claim as people corrected it."""
        return apply_corrections(claim, self.corrections.get(claim.id, ()))


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions in force, sorted by what they are about."""

    by_about: Mapping[About, tuple[Decision, ...]]
    carried: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By claim of an older reading, the claim of the newest on which its decisions count."""

    @classmethod
    def of(cls, counting: Sequence[Decision], carried: Mapping[str, str] = MappingProxyType({})) -> Decided:
        """Of those in force, oldest first."""
        moved = carry(counting, carried)
        return cls({about: tuple(d for d in moved if d.about is about) for about in About}, carried)

    def pick(self, about: About, verdict: Verdict) -> tuple[Decision, ...]:
        """Those of one sort."""
        return tuple(d for d in self.by_about[about] if d.verdict is verdict)

    def by_first(self, about: About, verdict: Verdict) -> dict[str, Decision]:
        """The same by the first thing that each is about."""
        return {decision.what[0]: decision for decision in self.pick(about, verdict)}

    def group_corrections(self) -> dict[str, tuple[Decision, ...]]:
        """By claim, what is corrected in it."""
        groups: dict[str, tuple[Decision, ...]] = {}
        for decision in self.pick(About.CLAIM, Verdict.CORRECT):
            groups[decision.what[0]] = (*groups.get(decision.what[0], ()), decision)
        return groups


def find_effects(
    decided: Decided, documents: Sequence[Document], get_claim: Callable[[str], Claim]
) -> Effects:
    """What these decisions do to a ledger with these documents and claims."""
    retracted = dict(_find_retracted(decided, documents))
    corrections = decided.group_corrections()

    def get_corrected(claim_id: str) -> Claim:
        return apply_corrections(get_claim(claim_id), corrections.get(claim_id, ()))

    return Effects(
        decided.by_first(About.CLAIM, Verdict.REJECT),
        _find_doubles(decided.pick(About.SAME, Verdict.ACCEPT), get_corrected),
        retracted,
        _find_newer(supersede(_find_versions(decided, documents)), retracted),
        corrections,
        decided.carried,
    )


def find_hidden(ledger: Ledger, claim_ids: Iterable[str]) -> frozenset[str]:
    """Those of these claims that the views of a ledger leave out."""
    effects = ledger.effects()
    if not effects.documents:
        return effects.claims.intersection(claim_ids)
    return frozenset(claim.id for claim in map(ledger.get_claim, claim_ids) if effects.leave_out(claim))


def apply_corrections(claim: Claim, corrections: Iterable[Decision]) -> Claim:
    """The claim with these corrections, which are of different fields."""
    for decision in corrections:
        claim = correct(claim, Field(decision.what[1]), decision.what[2:])
    return claim


def find_corrections(decisions: Iterable[Decision], claim_id: str) -> tuple[Decision, ...]:
    """What is corrected in one claim by those of all decisions, oldest first, that are in force."""
    return Decided.of(standing(decisions)).group_corrections().get(claim_id, ())


def _find_retracted(decided: Decided, documents: Iterable[Document]) -> Iterator[tuple[str, Decision]]:
    """Documents that were retracted, or their publisher, and that nobody took back in one by one."""
    kept = decided.by_first(About.DOCUMENT, Verdict.ACCEPT)
    publishers = {fold_name(d.what[0]): d for d in decided.pick(About.PUBLISHER, Verdict.REJECT)}
    for document in documents:
        decision = publishers.get(fold_name(document.metadata.publisher or ""))
        if decision and document.id not in kept:
            yield document.id, decision
    yield from decided.by_first(About.DOCUMENT, Verdict.REJECT).items()


def _find_newer(replaced: Mapping[str, str], retracted: Mapping[str, Decision]) -> dict[str, str]:
    """By older document, the next newer one that is not retracted: one that is replaces nothing."""
    newer = {older: (n for n in _follow(replaced, older) if n not in retracted) for older in replaced}
    found = {older: next(candidates, None) for older, candidates in newer.items()}
    return {older: document for older, document in found.items() if document}


def _find_versions(decided: Decided, documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """Newer and older documents: what people decided goes first."""
    rejected = {decision.what for decision in decided.pick(About.VERSION, Verdict.REJECT)}
    told = ((decision.what[0], decision.what[1]) for decision in decided.pick(About.VERSION, Verdict.ACCEPT))
    found = ((document.id, document.version_of) for document in documents if document.version_of)
    for pair in (*told, *found):
        if pair not in rejected:
            yield pair


def _find_doubles(merges: Iterable[Decision], get_claim: Callable[[str], Claim]) -> dict[str, Decision]:
    """By the claim that leaves the views the decision; none where what stays would be said more surely."""
    by_pair = {decision.what: decision for decision in merges if _are_alike(decision, get_claim)}
    kept = supersede((stays, leaves) for stays, leaves in by_pair)
    return {leaves: by_pair[stays, leaves] for leaves, stays in kept.items()}


def _are_alike(merge: Decision, get_claim: Callable[[str], Claim]) -> bool:
    stays, leaves = map(get_claim, merge.what)
    return are_equally_sure(stays, leaves)


def are_equally_sure(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same stance, and a hedge both or neither."""
    return (one.stance, bool(one.hedges)) == (other.stance, bool(other.hedges))


def supersede(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By each thing that another replaces that other one; a pair that would close a circle is passed over."""
    replaced: dict[str, str] = {}
    for newer, older in pairs:
        if older not in (newer, *_follow(replaced, newer)):
            replaced.setdefault(older, newer)
    return replaced


def _follow(replaced: Mapping[str, str], name: str) -> Iterator[str]:
    while name in replaced:
        name = replaced[name]
        yield name
