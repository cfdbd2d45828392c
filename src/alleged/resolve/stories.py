"""A document with everything it claims: what links across documents are looked for in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alleged.model.claim import Claim
    from alleged.model.document import Text
    from alleged.model.link import Relation


@dataclass(frozen=True, slots=True)
class Story:
    """One document, its claims in reading order and what answers what among them."""

    text: Text
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...] = ()
