"""What a reader has made of a document before its sentences are found: the clean text in blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from alleged.model.document import Metadata, Place, Run
from alleged.model.vocabulary import Hiding, Part, Reason
from alleged.text.invisible import find_invisible

PARAGRAPH_BREAK = "\n\n"
"""What a reader puts between two blocks where the original has markup or white space instead."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item of the clean text: code points, end exclusive.

    `why` says why it is boilerplate; None for the report itself. No sentence runs over two blocks.
    """

    start: int
    end: int
    part: Part = Part.BODY
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the original from `place` on."""

    words: str
    place: Place

    def trimmed(self, blanks: str) -> Piece:
        """The piece without `blanks` around it."""
        words = self.words.strip(blanks)
        lead = len(self.words) - len(self.words.lstrip(blanks))
        return Piece(words, Place(self.place.node, self.place.offset + lead))


@dataclass(frozen=True, slots=True)
class Concealed:
    """A stretch that the document does not show; its pieces belong together."""

    pieces: tuple[Piece, ...]
    why: Hiding
    is_odd: bool = False
    """Whether ordinary documents do not hide words in this way, so that any word is worth telling."""

    @property
    def words(self) -> str:
        """Its words; pieces are told apart by a space."""
        return " ".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Draft:
    """The clean text of a document, where its characters come from, and its blocks in order."""

    clean: str
    runs: tuple[Run, ...]
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    shortcomings: tuple[Reason, ...] = ()
    enough: int = 0
    """Below so many characters of report the document is likely a stub of the real one."""
    hidden: tuple[Concealed, ...] = ()
    """What the document holds and does not show, in order; it is no part of `clean`."""


class CleanText:
    """A clean text while it is built: kept characters go with their place, inserted ones without."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._invisible: list[Piece] = []

    @classmethod
    def after(cls, clean: str, runs: tuple[Run, ...]) -> CleanText:
        """A text that begins with one that is finished."""
        text = cls()
        text.length, text._pieces, text._runs = len(clean), [clean], list(runs)
        return text

    def keep(self, words: str, place: Place) -> None:
        """Append `words`, which stand in the original from `place` on, without what is invisible in them."""
        position = 0
        for start, end in find_invisible(words, self.last_character()):
            self.keep_as_is(words[position:start], Place(place.node, place.offset + position))
            self._invisible.append(Piece(words[start:end], Place(place.node, place.offset + start)))
            position = end
        self.keep_as_is(words[position:], Place(place.node, place.offset + position))

    def invisible(self) -> tuple[Concealed, ...]:
        """The characters that were left out because nobody sees them, as one stretch, if there are any."""
        return (Concealed(tuple(self._invisible), Hiding.CHARACTERS),) if self._invisible else ()

    def keep_as_is(self, words: str, place: Place) -> None:
        """Append `words` to the letter, which stand in the original from `place` on."""
        if not words:
            return
        start, self.length = self.length, self.length + len(words)
        self._pieces.append(words)
        self._runs.append(Run(start, self.length, place))
        self._join_last_runs()

    def insert(self, words: str) -> None:
        """Append `words` that the original does not have."""
        self._pieces.append(words)
        self.length += len(words)

    def last_character(self) -> str:
        """The last character appended; empty if there is none."""
        return self._pieces[-1][-1:] if self._pieces else ""

    def text(self) -> str:
        """Everything appended so far."""
        return "".join(self._pieces)

    def runs(self) -> tuple[Run, ...]:
        """The runs in order; neighbours that go on in the original are one."""
        return tuple(self._runs)

    def _join_last_runs(self) -> None:
        if len(self._runs) > 1 and _follows(self._runs[-2], self._runs[-1]):
            last = self._runs.pop()
            before = self._runs.pop()
            self._runs.append(Run(before.start, last.end, before.place))


def _follows(before: Run, after: Run) -> bool:
    expected = Place(before.place.node, before.place.offset + before.end - before.start)
    return before.end == after.start and after.place == expected
