"""Links between claims: what disputes, confirms or restates what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alleged.model.vocabulary import Ground, RelationType, Scope


@dataclass(frozen=True, slots=True)
class Relation:
    """Claim `claim` responds to claim `to`: both are claim ids."""

    claim: str
    to: str
    type: RelationType
    scope: Scope
    ground: Ground
    reason: str
    """One sentence a person can read: why this link is suggested."""
