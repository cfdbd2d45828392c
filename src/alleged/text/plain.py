"""Reads plain text: every character is kept, so that the clean text is the decoded file."""

from __future__ import annotations

from alleged.model.document import Metadata, Place, Reading, Run
from alleged.model.vocabulary import MediaType
from alleged.text.compose import Original, compose
from alleged.text.decode import decode
from alleged.text.draft import Draft
from alleged.text.paragraphs import find_blocks, find_lines


class TextReader:
    """Reader of plain text; places are code points of the decoded file."""

    name = "text"
    version = "1"
    media_type = MediaType.TEXT

    def read(self, data: bytes, given: Metadata) -> Reading:
        """The text of `data`; raises Unreadable where no encoding fits or no report is found."""
        decoded = decode(data)
        clean = decoded.text
        draft = Draft(
            clean=clean,
            runs=(Run(0, len(clean), Place(0, 0)),) if clean else (),
            blocks=find_blocks(find_lines(clean)),
            shortcomings=decoded.shortcomings,
        )
        return compose(Original(data, given, self), draft)
