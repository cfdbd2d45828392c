"""Reads Markdown: marks are left out, words are kept, and each kept character knows its place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.model.document import Metadata, Place, Reading
from alleged.model.vocabulary import MediaType, Part
from alleged.text.compose import Original, compose
from alleged.text.dates import read_date
from alleged.text.decode import decode
from alleged.text.draft import PARAGRAPH_BREAK, Block, CleanText, Draft
from alleged.text.markdown_hidden import HiddenParts, find_hidden_parts, find_image_words
from alleged.text.markdown_inline import Cut, find_cuts
from alleged.text.paragraphs import Line, find_lines, find_wrap_width, goes_on, is_heading, skip_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FENCE = re.compile(r"(```+|~~~+(?!~))[^`]{0,100}")
_RULE = re.compile(r"(?:[-*_=][ \t]{0,3}){3,200}")
_UNDERLINE = re.compile(r"={2,300}|-{2,300}")
_HEADING = re.compile(r"(#{1,6})[ \t]{1,8}(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]{0,4}){1,20}")
_TASK = re.compile(r"\[[ xX]\][ \t]{1,4}")
_DEFINITION = re.compile(r"\[([^\[\]\n]{1,200})\]:[ \t]{0,8}\S.{0,2000}")
_TABLE_RULE = re.compile(r"\|?(?:[ \t]{0,8}:?-{1,200}:?[ \t]{0,8}\|){1,100}(?:[ \t]{0,8}:?-{1,200}:?)?")
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]{0,80}\r?\n((?:[^\n]{0,2000}\n){0,100}?)(?:---|\.\.\.)[ \t]{0,80}(?:\r?\n|$)"
)
_ENTRY = re.compile(r"([A-Za-z_-]{1,30})[ \t]{0,5}:[ \t]{1,5}([^\n\r]{1,500})")
_FIELDS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "site_name", "source", "organization"),
    "byline": ("author", "authors", "by", "byline"),
    "published": ("date", "published", "publishdate", "pubdate", "date_published"),
    "url": ("url", "link", "permalink", "canonical", "canonical_url"),
    "language": ("lang", "language"),
}
"""Names that front matter uses for what a document says of itself."""
_TITLE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line without its block marks, and what it is part of."""

    line: Line
    part: Part = Part.BODY
    code: bool = False
    alone: bool = False
    """Whether it is a block of its own whatever follows."""
    level: int = 0
    """Of a heading, 1 to 6."""


@dataclass
class _Page:
    """What was found while going through the lines."""

    pieces: list[_Piece] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    gap: bool = False
    """Whether a line that is no text stands before the next piece."""

    def add(self, piece: _Piece) -> None:
        """Append a piece that holds words."""
        if piece.line.words:
            line = replace(piece.line, after_blank=True) if self.gap else piece.line
            self.pieces.append(replace(piece, line=line))
            self.gap = False


class MarkdownReader:
    """Reader of Markdown; places are code points of the decoded file."""

    name = "markdown"
    version = "2"
    media_type = MediaType.MARKDOWN

    def read(self, data: bytes, given: Metadata) -> Reading:
        """The text of `data`; raises Unreadable where no encoding fits or no report is found."""
        decoded = decode(data)
        draft = replace(read_markdown(decoded.text), shortcomings=decoded.shortcomings)
        return compose(Original(data, given, self), draft)


def read_markdown(text: str) -> Draft:
    """The words of a Markdown text, in blocks."""
    matter = _FRONT_MATTER.match(text)
    body = matter.end() if matter else 0
    hidden = find_hidden_parts(text, body)
    shown = hidden.blanked(text)
    page = _find_pieces([line for line in find_lines(shown) if line.start >= body])
    clean = CleanText()
    blocks = tuple(_write(clean, _File(shown, hidden), page))
    metadata = _find_title(clean.text(), blocks, page).overridden_by(_read_front_matter(matter))
    concealed = (*clean.invisible(), *hidden.concealed(text), *find_image_words(shown))
    return Draft(clean.text(), clean.runs(), blocks, metadata, hidden=concealed)


def _find_pieces(lines: Sequence[Line]) -> _Page:
    page = _Page()
    fence = ""
    comment = False
    for line in lines:
        mark = _FENCE.fullmatch(line.words)
        if fence:
            fence = "" if line.words.startswith(fence) and not line.words.strip(fence[0]) else fence
            if fence:
                page.add(_Piece(line, code=True))
        elif comment or line.words.startswith("<!--"):
            comment = "-->" not in line.words
        elif mark:
            fence = mark.group(1)
        else:
            _take_line(page, line)
            continue
        page.gap = True
    return page


def _take_line(page: _Page, line: Line) -> None:
    words = line.words
    definition = _DEFINITION.fullmatch(words)
    if definition:
        page.references.add(definition.group(1).casefold())
        page.gap = True
    elif _UNDERLINE.fullmatch(words) and page.pieces and not line.after_blank:
        page.pieces[-1] = _as_heading(page.pieces[-1], 1 if words[0] == "=" else 2)
    elif words.startswith("|") or _TABLE_RULE.fullmatch(words):
        for cell in _cells(line):
            page.add(_Piece(cell, Part.ITEM, alone=True))
    elif _RULE.fullmatch(words):
        page.gap = True
    else:
        page.add(_piece(line))


def _as_heading(piece: _Piece, level: int) -> _Piece:
    if piece.part is not Part.BODY or piece.code:
        return piece
    return replace(piece, part=Part.HEADING, alone=True, level=level)


def _piece(line: Line) -> _Piece:
    quote = _QUOTE.match(line.words)
    line = _without_start(line, quote.end()) if quote else line
    heading = _HEADING.match(line.words)
    if heading:
        level = len(heading.group(1))
        title = _without_start(line, heading.end())
        return _Piece(_without_end(title, "#"), Part.HEADING, alone=True, level=level)
    mark = skip_mark(line.words)
    if mark:
        line = _without_start(line, mark)
        task = _TASK.match(line.words)
        return _Piece(_without_start(line, task.end()) if task else line, Part.ITEM)
    return _Piece(line)


def _cells(line: Line) -> Iterator[Line]:
    """The cells of a table row that hold words."""
    if _TABLE_RULE.fullmatch(line.words):
        return
    start = 0
    for end in (*(m.start() for m in re.finditer(r"(?<!\\)\|", line.words)), len(line.words)):
        cell = _without_start(replace(line, start=line.start + start, words=line.words[start:end]), 0)
        if cell.words:
            yield cell
        start = end + 1


def _without_start(line: Line, count: int) -> Line:
    words = line.words[count:]
    start = line.start + count + len(words) - len(words.lstrip())
    words = words.strip()
    return replace(line, start=start, end=start + len(words), words=words)


def _without_end(line: Line, marks: str) -> Line:
    words = line.words.rstrip(marks).rstrip()
    kept = words if len(words) < len(line.words) and line.words[len(words)].isspace() else line.words
    return replace(line, end=line.start + len(kept), words=kept)


def _groups(page: _Page) -> Iterator[list[_Piece]]:
    """The pieces of each block."""
    width = find_wrap_width([piece.line for piece in page.pieces])
    group: list[_Piece] = []
    for piece in page.pieces:
        if group and not _joins(group[-1], piece, width):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _joins(before: _Piece, after: _Piece, width: int | None) -> bool:
    if before.code or after.code:
        return before.code and after.code
    if before.alone or after.alone or after.part is Part.ITEM:
        return False
    if before.line.words.rfind("![") > before.line.words.rfind("]("):
        return True
    return goes_on(before.line, after.line, width)


@dataclass(frozen=True, slots=True)
class _File:
    """The characters of the file with blanks for what its page does not show, and where that is."""

    text: str
    hidden: HiddenParts


def _write(clean: CleanText, file: _File, page: _Page) -> Iterator[Block]:
    """Append every block to `clean`."""
    text = file.text
    references = frozenset(page.references)
    for group in _groups(page):
        first, last = group[0].line, group[-1].line
        if clean.length:
            clean.insert(PARAGRAPH_BREAK if first.after_blank else "\n")
        start = clean.length
        breaks = [] if group[0].code else [Cut(a.line.end, b.line.start) for a, b in pairwise(group)]
        marks = [] if group[0].code else find_cuts(text, Cut(first.start, last.end), references)
        unshown = file.hidden.cuts(first.start, last.end)
        _keep(clean, text, _Stretch(first.start, last.end, breaks, [*marks, *unshown]))
        yield _block(Block(start, clean.length, group[0].part), group)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A block in the file: its code points, the line breaks in it, and the marks in it."""

    start: int
    end: int
    breaks: Sequence[Cut]
    marks: Sequence[Cut]


def _keep(clean: CleanText, text: str, stretch: _Stretch) -> None:
    """Append the words of a stretch; a line break becomes a space."""
    position = stretch.start
    breaks = set(stretch.breaks)
    for cut in sorted((*stretch.breaks, *stretch.marks)):
        if cut.start > position:
            clean.keep(text[position : cut.start], Place(0, position))
        if cut in breaks:
            clean.insert(" ")
        position = max(position, cut.end)
    if position < stretch.end:
        clean.keep(text[position : stretch.end], Place(0, position))


def _block(block: Block, group: Sequence[_Piece]) -> Block:
    if group[0].code:
        return replace(block, why="code")
    words = group[0].line.words if len(group) == 1 else ""
    if block.part is Part.BODY and is_heading(words.strip("*_ ")):
        return replace(block, part=Part.HEADING)
    return block


def _find_title(clean: str, blocks: Iterable[Block], page: _Page) -> Metadata:
    """The first-level heading at the beginning, if there is one."""
    for group, block in zip(list(_groups(page))[:_TITLE_WITHIN], blocks, strict=False):
        if group[0].level == 1:
            return Metadata(title=" ".join(clean[block.start : block.end].split()))
    return Metadata()


def _read_front_matter(matter: re.Match[str] | None) -> Metadata:
    entries = {k.lower(): v.strip(" \t\"'") for k, v in _ENTRY.findall(matter.group(1))} if matter else {}
    known = {name: next((entries[k] for k in keys if k in entries), None) for name, keys in _FIELDS.items()}
    published = read_date(known["published"] or "")
    return replace(Metadata(**known), published=published)
