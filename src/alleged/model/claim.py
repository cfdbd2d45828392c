"""A claim: one speaker's stance towards one proposition, anchored in the document's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.model.ids import hash_fields

if TYPE_CHECKING:
    from alleged.model.span import Span
    from alleged.model.vocabulary import Act, Basis, Kind, Realis, Role, Stance


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor or a target, and the name that they stand for in this document."""

    name: str
    span: Span | None = None
    """None only where the name is implied (the publisher, a subject named in another sentence)."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who vouches for the content of a claim."""

    role: Role
    basis: Basis
    name: str | None = None
    """Canonical name within the document; None for the document's own voice."""
    span: Span | None = None
    on_behalf_of: str | None = None
    chain: tuple[str, ...] = ()
    """Who reported it on the way here, nearest first: "The Guardian" in "A told The Guardian"."""


@dataclass(frozen=True, slots=True)
class When:
    """A time with its words kept; `edtf` is None where the text alone does not fix it."""

    edtf: str | None = None
    words: Span | None = None
    minimum: str | None = None
    """Shortest duration said, ISO 8601: "over a decade" gives P10Y."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says, in which words and how surely, that who did what to whom."""

    document: str
    text: str
    quote: Span
    content: Span
    speaker: Speaker
    stance: Stance
    act: Act
    extractor: str
    extractor_version: str
    cues: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    event_time: When = field(default_factory=When)
    said_time: When = field(default_factory=When)
    realis: Realis | None = None
    """Whether the content is told as having happened; None if the engine does not tell."""
    confidence: float | None = None
    """Probability that the extraction is right, for the review queue only; None if the engine gives none."""
    original: Claim | None = None
    """The claim as it was read, where a person corrected it; None where nobody did."""
    _id: str = field(default="", init=False, repr=False, compare=False)
    """Kept once it was asked for: views ask for it again and again."""

    @property
    def kind(self) -> Kind:
        """What the claim is about; follows from its act."""
        return self.act.kind

    @property
    def id(self) -> str:
        """Hash of document, text, place and codes: the same reading always gives the same id.

        A corrected claim keeps the id of what was read.
        """
        if not self._id:
            object.__setattr__(self, "_id", self.original.id if self.original else self._hash())
        return self._id

    def _hash(self) -> str:
        places = [f"{s.start}-{s.end}" for s in (self.quote, self.content)]
        codes = [self.stance, self.act, self.speaker.name or "", self.speaker.basis]
        return hash_fields(self.document, self.text, *places, *codes, self.extractor, self.extractor_version)

    def spans(self) -> tuple[Span, ...]:
        """Every span of the claim, for checking them against the text."""
        named = [m.span for m in (*self.actors, *self.targets)]
        timed = [self.event_time.words, self.said_time.words]
        optional = [s for s in (*named, *timed, self.speaker.span) if s is not None]
        return (self.quote, self.content, *self.cues, *self.hedges, *optional)
