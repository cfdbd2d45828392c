"""Claims that a person added: each is a reading of its own, by an extractor that is named after the person.

One extractor for each added claim, and not one version after the other of one extractor: so a claim keeps its
id when another is added, and what was decided on it needs not to be carried anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.ids import hash_fields

if TYPE_CHECKING:
    from alleged.model.claim import Claim

VERSION = "1"
"""The version of every such extractor: a person has none."""
_KIND = "by-hand"
_MARK = 12


def name_addition(who: str, claim: Claim) -> str:
    """The extractor of a claim that `who` adds: the same for the same words, stance, act and speaker."""
    places = [f"{span.start}-{span.end}" for span in (claim.quote, claim.content)]
    said = (claim.stance, claim.act, claim.speaker.name or "", claim.speaker.basis)
    return f"{_KIND}:{who}:{hash_fields(claim.document, *places, *said)[:_MARK]}"


def find_adder(extractor: str) -> str | None:
    """Who added the claims of this extractor; None for an engine."""
    kind, _, rest = extractor.partition(":")
    who, _, mark = rest.rpartition(":")
    return who if kind == _KIND and who and len(mark) == _MARK else None
