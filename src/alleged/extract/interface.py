"""What an extractor is: a part that finds the claims of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from alleged.model.claim import Claim
    from alleged.model.document import Text


class Extractor(Protocol):
    """Finds the claims of a text; pure: the same text always gives the same claims, in reading order."""

    name: str
    version: str
    languages: frozenset[str]
    """ISO 639-1 codes of the languages it knows."""

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """The claims of `text`, each anchored in `text.clean`, ids unique, none inside boilerplate."""
        ...
