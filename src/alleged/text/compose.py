"""From a draft to a reading, for every reader: boilerplate, header lines, sentences, quotations, language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.document import Document, Metadata, Reading, Text
from alleged.model.ids import document_id
from alleged.model.vocabulary import Reason
from alleged.text.boilerplate import find_boilerplate, mark_boilerplate
from alleged.text.hidden import keep_hidden
from alleged.text.language import LOOKED_AT, find_language
from alleged.text.metadata import mark_title, read_header
from alleged.text.paragraphs import BLANK
from alleged.text.quotations import find_quotations
from alleged.text.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.text.draft import Block, Draft
    from alleged.text.interface import Reader


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a reader was given, what it was told about them, and the reader itself."""

    data: bytes
    given: Metadata
    reader: Reader


def compose(original: Original, draft: Draft) -> Reading:
    """The reading of `original` of which its reader made `draft`; raises Unreadable where no report is left.

    What is given outranks what the format says of the document, and that outranks its first lines.
    """
    shown = [block for block in draft.blocks if draft.clean[block.start : block.end].strip(BLANK)]
    header = read_header(draft.clean, mark_boilerplate(draft.clean, shown))
    found = header.metadata.overridden_by(draft.metadata)
    metadata = found.overridden_by(original.given)
    blocks = mark_title(draft.clean, header.blocks, found.title)
    sentences = find_sentences(draft.clean, blocks)
    if not sentences:
        raise Unreadable(Reason.NO_TEXT, "holds no report", cure="give the page with its text, not its frame")
    body = _body(draft.clean, blocks)
    kept = keep_hidden(draft.clean, draft.runs, draft.hidden)
    language = original.given.language or find_language(body) or draft.metadata.language
    text = Text(
        document=_document(original, replace(metadata, language=language, retrieved=None)),
        reader=original.reader.name,
        reader_version=original.reader.version,
        clean=kept.clean,
        runs=kept.runs,
        boilerplate=(*find_boilerplate(blocks), *kept.hidden),
        sentences=sentences,
        quotations=find_quotations(draft.clean, blocks),
    )
    hides = (Reason.HIDDEN_TEXT,) if kept.hidden else ()
    return Reading(text, (*_shortcomings(draft, blocks), *hides))


def _document(original: Original, metadata: Metadata) -> Document:
    return Document(document_id(original.data), original.reader.media_type, metadata)


def _body(clean: str, blocks: Sequence[Block]) -> str:
    """The beginning of the report, as much of it as its language is told from."""
    words: list[str] = []
    length = 0
    for block in blocks:
        if not block.why and length < LOOKED_AT:
            words.append(clean[block.start : block.end][:LOOKED_AT])
            length += len(words[-1])
    return " ".join(words)


def _shortcomings(draft: Draft, blocks: Sequence[Block]) -> tuple[Reason, ...]:
    report = sum(block.end - block.start for block in blocks if not block.why)
    return (*draft.shortcomings, *((Reason.LITTLE_TEXT,) if report < draft.enough else ()))
