"""What was read: a document, its clean text with an exact map to the original, and the attempt to read it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alleged.model.ids import hash_fields
from alleged.model.vocabulary import Hiding

if TYPE_CHECKING:
    from alleged.model.vocabulary import Genre, MediaType, Part, Reason, Status


_HIDINGS = frozenset(hiding.value for hiding in Hiding)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document besides its words; None where it does not say."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    """EDTF, for example 2024-03-25."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    genre: Genre | None = None
    retrieved: str | None = None
    """When it was fetched from `url`, ISO 8601, UTC: it belongs to the attempt, and no text has one."""

    def overridden_by(self, given: Metadata) -> Metadata:
        """These values, but those of `given` wherever it has one."""
        known = {name: getattr(given, name) for name in self.__slots__}
        return replace(self, **{name: value for name, value in known.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read; `id` is the sha256 of its bytes."""

    id: str
    media_type: MediaType
    metadata: Metadata = field(default_factory=Metadata)
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A character of the original.

    `node` is 0 for text and Markdown, the text node in document order for HTML (after them come comments and
    attributes, where they hide words), the page (from 0) for PDF; `offset` is the code point in the decoded
    file, in the node's text, or the character index on the page.
    """

    node: int
    offset: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of the clean text that stand, one for one, in the original from `place` on."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of the clean text: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of the clean text that is no part of the report, and why: it yields no claim."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the report (never of its boilerplate)."""

    start: int
    end: int
    paragraph: int
    """Counts paragraphs, headings and list items of the report from 0."""
    part: Part


@dataclass(frozen=True, slots=True)
class Text:
    """The clean text of a document as one reader saw it.

    Characters of `clean` that no run covers were put in by the reader (a paragraph break, say).
    `quotations` are the stretches between quotation marks, which may hold several sentences or paragraphs.
    """

    document: Document
    reader: str
    reader_version: str
    clean: str
    runs: tuple[Run, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Extent, ...] = ()

    @property
    def hidden(self) -> tuple[Boilerplate, ...]:
        """What the document holds and does not show, as far as it could mislead: it yields no claim."""
        return tuple(part for part in self.boilerplate if part.why in _HIDINGS)

    @property
    def id(self) -> str:
        """Changes with the document, the reader, its version and the metadata."""
        data = self.document.metadata
        known = [f"{name}={getattr(data, name) or ''}" for name in data.__slots__ if name != "retrieved"]
        return hash_fields(self.document.id, self.reader, self.reader_version, *known)

    def find_place(self, position: int) -> Place | None:
        """Where the character at `position` stands in the original; None if the reader put it in."""
        index = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        if index < 0 or position >= self.runs[index].end:
            return None
        run = self.runs[index]
        return Place(run.place.node, run.place.offset + position - run.start)

    def paragraph_of(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """All sentences of the paragraph that `sentence` stands in."""
        return tuple(other for other in self.sentences if other.paragraph == sentence.paragraph)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of some bytes: the text, and why it is less than it should be, if it is."""

    text: Text
    shortcomings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """One attempt to read something, whatever came of it."""

    source: str
    """Path, address or "-" as it was given."""
    status: Status
    reason: Reason
    stage: str
    """Where it ended: open, read, extract or append."""
    at: str
    """Time of the attempt, ISO 8601, UTC."""
    detail: str = ""
    """One line for people: what is wrong and what to do."""
    document: str | None = None
    text: str | None = None
    claims: int = 0
    given: Metadata = field(default_factory=Metadata)
