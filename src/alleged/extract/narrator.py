"""Who speaks where nobody is quoted: the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.phrases import is_passive
from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Genre, Role, Stance

if TYPE_CHECKING:
    from alleged.extract.passages import Passage, Stretch
    from alleged.model.document import Text


def own_role_of(text: Text) -> Role:
    """What a document is that speaks in its own voice."""
    return Role.VENDOR if text.document.metadata.genre is Genre.VENDOR_BLOG else Role.MEDIA


def is_said_by_nobody(passage: Passage, clause: Stretch) -> bool:
    """Whether a hedge in the passive leaves open who says it: "is *believed to*"."""
    hedges = (m.start for m in passage.hedges if m.start in clause and m.code is not Stance.DENIES)
    return any(is_passive(passage.words, at) for at in hedges)


def publisher_of(text: Text, own_role: Role) -> Speaker:
    """Who says "we" in the document's own voice."""
    return Speaker(own_role, Basis.NARRATOR, text.document.metadata.publisher)
