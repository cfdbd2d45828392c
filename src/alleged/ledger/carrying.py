"""Decisions that go on counting when a document is read anew: they are on what its words say.

The same bytes read with another date or publisher, or by a newer reader or engine, give claims with new ids.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.ledger.interface import ClaimQuery
from alleged.model.decision import CLAIMS_NAMED, settles, standing
from alleged.model.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision


def find_carried(ledger: Ledger, decisions: Iterable[Decision]) -> dict[str, str]:
    """By each claim of an older reading that these decisions name, the one of the newest that is the same.

    The same is what the same engine reads with the same stance and act out of the same words of the same
    speaker. Where none or several are, nothing is carried.
    """
    named = frozenset(claim for decision in decisions for claim in _claims_in(decision))
    if not named or ledger.claims(ClaimQuery(only=named, limit=0)).total == len(named):
        return {}
    current = {claim.id for claim in ledger.claims(ClaimQuery(only=named)).claims}
    outdated = frozenset(named - current)
    older = ledger.claims(ClaimQuery(only=outdated, every_reading=True)).claims
    return dict(_pair(older, ledger))


def find_counting(ledger: Ledger) -> tuple[Decision, ...]:
    """The decisions of a ledger that are in force, on the claims that its views show."""
    return carry(standing(ledger.decisions()), ledger.effects().carried)


def carry(decisions: Sequence[Decision], carried: Mapping[str, str]) -> tuple[Decision, ...]:
    """Decisions in force, on claims of the newest reading; what was decided on one of these itself wins."""
    moved = tuple(_move(decision, carried) for decision in decisions)
    own = {settles(d) for d, before in zip(moved, decisions, strict=True) if d is before}
    return tuple(
        d for d, before in zip(moved, decisions, strict=True) if d is before or settles(d) not in own
    )


def _claims_in(decision: Decision) -> tuple[str, ...]:
    return decision.what[: CLAIMS_NAMED.get(decision.about, 0)]


def _pair(older: Iterable[Claim], ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Each older claim with its like, where just one of each sort is alike."""
    for document, claims in _by_document(older).items():
        known = _by_words(ledger.claims(ClaimQuery(document=document)).claims)
        for words, group in _by_words(claims).items():
            if len(group) == 1 and len(known.get(words, ())) == 1:
                yield group[0].id, known[words][0].id


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.document].append(claim)
    return found


def _by_words(claims: Iterable[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    found: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[_words_of(claim)].append(claim)
    return found


def _words_of(claim: Claim) -> tuple[str, ...]:
    """What makes a claim the same; its own voice is the document's, whatever its publisher is called."""
    speaker = claim.speaker
    name = "" if speaker.basis is Basis.NARRATOR else speaker.name or ""
    said = (claim.quote.exact, claim.content.exact, claim.stance, claim.act)
    return (claim.extractor, *said, speaker.basis, name)


def _move(decision: Decision, carried: Mapping[str, str]) -> Decision:
    number = CLAIMS_NAMED.get(decision.about, 0)
    if carried.keys().isdisjoint(decision.what[:number]):
        return decision
    moved = (carried.get(claim, claim) for claim in decision.what[:number])
    return replace(decision, what=(*moved, *decision.what[number:]))
