"""Reads plain text: every character is kept but those that nobody sees."""

from __future__ import annotations

from alleged.model.document import Metadata, Place, Reading
from alleged.model.vocabulary import MediaType
from alleged.text.compose import Original, compose
from alleged.text.decode import decode
from alleged.text.draft import CleanText, Draft
from alleged.text.paragraphs import find_blocks, find_lines


class TextReader:
    """Reader of plain text; places are code points of the decoded file."""

    name = "text"
    version = "2"
    media_type = MediaType.TEXT

    def read(self, data: bytes, given: Metadata) -> Reading:
        """The text of `data`; raises Unreadable where no encoding fits or no report is found."""
        decoded = decode(data)
        clean = CleanText()
        clean.keep(decoded.text, Place(0, 0))
        draft = Draft(
            clean=clean.text(),
            runs=clean.runs(),
            blocks=find_blocks(find_lines(clean.text())),
            shortcomings=decoded.shortcomings,
            hidden=clean.invisible(),
        )
        return compose(Original(data, given, self), draft)
