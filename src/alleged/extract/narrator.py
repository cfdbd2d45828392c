"""Who speaks where nobody is quoted: the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Genre, Role

if TYPE_CHECKING:
    from alleged.model.document import Text


def own_role_of(text: Text) -> Role:
    """What a document is that speaks in its own voice."""
    return Role.VENDOR if text.document.metadata.genre is Genre.VENDOR_BLOG else Role.MEDIA


def publisher_of(text: Text, own_role: Role) -> Speaker:
    """Who says "we" in the document's own voice."""
    return Speaker(own_role, Basis.NARRATOR, text.document.metadata.publisher)
