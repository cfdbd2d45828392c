"""Denials that no single word tells: an accused speaker who contradicts goes on denying."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import grammar
from alleged.lexicon.rules import hedges, rejects
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim

_ACCUSED_AS = frozenset({Role.GOVERNMENT, Role.DIPLOMAT, Role.VENDOR, Role.INTELLIGENCE, Role.OTHER})


def settle_denials(claims: Iterable[Claim], others: Iterable[Claim] = ()) -> tuple[Claim, ...]:
    """The claims, with denying speakers as accused, and with their negated statements as denials.

    Who denies is also learnt from `others`: claims that another engine finds in the same text.
    """
    found = tuple(claims)
    deniers = {claim.speaker.name for claim in (*found, *others) if _rejects(claim)} - {None}
    return tuple(_settled(claim) if claim.speaker.name in deniers else claim for claim in found)


def _rejects(claim: Claim) -> bool:
    """Whether a denial answers an accusation: a negative finding does not make one accused."""
    if claim.stance is not Stance.DENIES:
        return False
    return any(rejects(span.exact) for span in claim.cues) or any(
        m.rule.id == "baseless" for s in claim.hedges for m in hedges().find(find_words(s.exact))
    )


def _settled(claim: Claim) -> Claim:
    stance = Stance.DENIES if claim.stance is Stance.ASSERTS and _is_negated(claim) else claim.stance
    if stance is not Stance.DENIES or claim.speaker.role not in _ACCUSED_AS:
        return replace(claim, stance=stance)
    return replace(claim, stance=stance, speaker=replace(claim.speaker, role=Role.ACCUSED))


def _is_negated(claim: Claim) -> bool:
    words = find_words(claim.content.exact)
    following = [*(w.norm for w in words[1:]), ""]
    return any(_negates(w.norm) and after != "only" for w, after in zip(words, following, strict=True))


def _negates(norm: str) -> bool:
    return norm in grammar().negations or norm.endswith("n't")
