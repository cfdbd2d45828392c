"""Reads PDFs: the letters of each page with their index, lines joined to paragraphs, running heads marked."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.document import Metadata, Place, Reading
from alleged.model.vocabulary import MediaType, Part, Reason
from alleged.text.compose import Original, compose
from alleged.text.draft import PARAGRAPH_BREAK, Block, CleanText, Concealed, Draft, Piece
from alleged.text.hidden import trim_pieces
from alleged.text.paragraphs import BLANK, is_heading, skip_mark
from alleged.text.pdf_ink import NOTHING
from alleged.text.pdf_layout import (
    Measure,
    find_paragraphs,
    find_running_lines,
    is_headline,
    measure_lines,
    words_of,
)
from alleged.text.pdf_pages import HYPHEN, PdfFile, PdfLine, pdf_page_characters, read_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.text.pdf_ink import HiddenInk

RUNNING = "running-header"
"""Why heads, feet and page numbers are no part of the report."""

_CURE_IMAGES = "try OCR first: the pages are images"
_CURE_EMPTY = "look into the file: its pages hold neither text nor images"
_NO_TITLE = re.compile(
    r"untitled|document ?\d{0,3}|microsoft (?:word|powerpoint).{0,200}"
    r"|.{1,200}\.(?:docx?|pdf|indd|qxd|odt|rtf|pptx?)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.’'-]{0,30}(?:[ ,&]{1,3}[\w.’'()-]{1,30}){1,8}")
_HEADLINE = 1.2
_TITLE_LENGTH = 250
_WORD_BEFORE = re.compile(r"[\w-]{1,40}\Z")
_LETTERS = re.compile(f"[^{NOTHING}{HYPHEN}\r\n]{{1,100000}}")
_WORD_AFTER = re.compile(r"[\w-]{1,40}")

__all__ = ["RUNNING", "PdfReader", "pdf_page_characters"]


class PdfReader:
    """Reader of PDFs; places are pages from 0 and character indices, as `pdf_page_characters` counts them."""

    name = "pdf"
    version = "2"
    media_type = MediaType.PDF

    def read(self, data: bytes, given: Metadata) -> Reading:
        """The text of `data`; raises Unreadable where it is encrypted, damaged or has no text."""
        return compose(Original(data, given, self), draft_pdf(read_pdf(data)))


def draft_pdf(file: PdfFile) -> Draft:
    """The words of a PDF, in blocks; raises Unreadable where no page has any."""
    lines = [line for page in file.pages for line in page.lines]
    if not any(c.isalnum() for line in lines for c in line.words):
        cure = _CURE_IMAGES if any(page.has_pictures for page in file.pages) else _CURE_EMPTY
        raise Unreadable(Reason.NO_TEXT, "is a PDF without text on its pages", cure=cure)
    writer = _Writer(file, lines)
    blocks = tuple(writer.write())
    return Draft(
        clean=writer.clean.text(),
        runs=writer.clean.runs(),
        blocks=blocks,
        metadata=Metadata(title=writer.headline).overridden_by(_metadata(file)),
        shortcomings=() if file.is_whole else (Reason.LOST_STRUCTURE,),
        hidden=(*writer.clean.invisible(), *_find_concealed(file)),
    )


def _find_concealed(file: PdfFile) -> Iterator[Concealed]:
    """The words that the pages hold and do not show; what goes on in one way is one stretch."""
    for number, page in enumerate(file.pages):
        for why, group in groupby(page.hidden, key=lambda ink: ink.why):
            stretches = (ink for ink in group)
            kept = trim_pieces(p for ink in stretches for p in _pieces(page.characters, ink, number))
            if kept:
                yield Concealed(kept, why)


def _pieces(characters: str, ink: HiddenInk, page: int) -> Iterator[Piece]:
    for match in _LETTERS.finditer(characters, ink.start, ink.end):
        yield Piece(match[0], Place(page, match.start()))


class _Writer:
    """Writes paragraph after paragraph; running lines wait until the paragraph they interrupt has ended."""

    def __init__(self, file: PdfFile, lines: Sequence[PdfLine]) -> None:
        self.file = file
        self.clean = CleanText()
        self.shown = [page.shown for page in file.pages]
        running = find_running_lines(file.pages)
        self.waiting = [line for line in lines if (line.page, line.start) in running]
        self.body = [line for line in lines if (line.page, line.start) not in running]
        self.words = words_of(self.body)
        self.measure = measure_lines(self.body)
        self.headline: str | None = None
        """The tallest paragraph of the first page, if it is taller than the body."""
        self.tallest = self.measure.height * _HEADLINE

    def write(self) -> Iterator[Block]:
        for group in find_paragraphs(self.body):
            yield from self.write_running(group[0])
            yield self.write_paragraph(group)
        yield from self.write_running(None)

    def write_running(self, before: PdfLine | None) -> Iterator[Block]:
        """The running lines that stand before a line, or all that are left."""
        while self.waiting and (before is None or _stands_before(self.waiting[0], before)):
            line = self.waiting.pop(0)
            start = self.begin()
            self.keep(line, line.start, line.end)
            yield Block(start, self.clean.length, Part.BODY, RUNNING)

    def write_paragraph(self, group: Sequence[PdfLine]) -> Block:
        start = self.begin()
        for line, after in pairwise([*group, None]):
            if line:
                self.write_line(line, after)
        block = _block(Block(start, self.clean.length), group, self.measure)
        self.note_headline(block, group[0])
        return block

    def note_headline(self, block: Block, first: PdfLine) -> None:
        if first.page == 0 and first.height > self.tallest and block.end - block.start <= _TITLE_LENGTH:
            self.tallest = first.height
            self.headline = " ".join(self.clean.text()[block.start : block.end].split())

    def begin(self) -> int:
        if self.clean.length:
            self.clean.insert(PARAGRAPH_BREAK)
        return self.clean.length

    def write_line(self, line: PdfLine, after: PdfLine | None) -> None:
        """A line and what joins it to the next: a space, or nothing where a word goes on."""
        start, end = _without_blanks(line)
        if after is None:
            self.keep(line, start, end)
        elif not _breaks_word(line, after):
            self.keep(line, start, end)
            self.clean.insert(" ")
        elif self.is_joined(line, after):
            self.keep(line, start, end - 1)
        else:
            self.keep(line, start, end)

    def is_joined(self, line: PdfLine, after: PdfLine) -> bool:
        """Whether the hyphen at the end of a line goes: not before a capital, nor if the word has one."""
        if not after.words.lstrip(BLANK + NOTHING)[:1].islower():
            return False
        first = _WORD_BEFORE.search(line.words.rstrip(BLANK + NOTHING)[:-1])
        second = _WORD_AFTER.match(after.words.lstrip(BLANK + NOTHING))
        halves = (first.group().lower() if first else "", second.group().lower() if second else "")
        return not ("-".join(halves) in self.words and "".join(halves) not in self.words)

    def keep(self, line: PdfLine, start: int, end: int) -> None:
        """Append the letters of a line, each with its index; a hyphen that pdfium took out is put in."""
        characters = self.shown[line.page]
        position = start
        for index in range(start, end + 1):
            if index == end or characters[index] in (NOTHING, HYPHEN):
                self.clean.keep(characters[position:index], Place(line.page, position))
                position = index + 1
                if index < end and characters[index] == HYPHEN:
                    self.clean.insert("-")


def _block(block: Block, group: Sequence[PdfLine], measure: Measure) -> Block:
    words = group[0].words.strip(BLANK + NOTHING)
    mark = skip_mark(words)
    if mark:
        return replace(block, start=block.start + mark, part=Part.ITEM)
    headline = is_headline(group[0], measure) or (len(group) == 1 and is_heading(words))
    return replace(block, part=Part.HEADING) if headline else block


def _breaks_word(line: PdfLine, after: PdfLine) -> bool:
    words = line.words.rstrip(BLANK + NOTHING)
    hyphenated = words[-1:] in ("-", "\u2010", "\u00ad") and words[-2:-1].isalpha()
    return line.is_broken or (hyphenated and after.words.lstrip(BLANK + NOTHING)[:1].isalpha())


def _without_blanks(line: PdfLine) -> tuple[int, int]:
    """The character indices of a line without the blanks at its ends."""
    words = line.words
    start = line.start + len(words) - len(words.lstrip(BLANK + NOTHING))
    return start, line.start + len(words.rstrip(BLANK + NOTHING))


def _stands_before(line: PdfLine, other: PdfLine) -> bool:
    return (line.page, line.start) < (other.page, other.start)


def _metadata(file: PdfFile) -> Metadata:
    title, author = " ".join(file.title.split()), " ".join(file.author.split())
    return Metadata(
        title=title if title and not _NO_TITLE.fullmatch(title) else None,
        byline=author if _NAME.fullmatch(author) else None,
    )
