"""The characters and lines of a PDF, as pdfium sees them; every pdfium object is closed before returning."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text.pdf_ink import NOTHING, HiddenInk, find_hidden_ink, without

if TYPE_CHECKING:
    from collections.abc import Iterator

HYPHEN = "\x02"
"""What pdfium gives for a hyphen at the end of a line, where the next line follows without a break."""

_HYPHENS = (0x02, 0xFFFE)
_NO_CHARACTERS = (0x00, 0xFFFF)
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_SAMPLE = 5
"""Letters of a line that tell its height and weight: one word in another font must not."""
_BEYOND = 0x10000
"""The first character that takes a pair of surrogates, one index each."""
_ENDS = "\r\n"
_END_MARK = b"%%EOF"
_END_WITHIN = 2_048
_CURE_DAMAGED = "get the file again: it may have been cut off on the way"
_CURE_ENCRYPTED = "give the PDF's password-free copy"


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: character indices, end exclusive, with its words and where it stands in points."""

    page: int
    start: int
    end: int
    words: str
    left: float
    right: float
    base: float
    """The height of its base line above the bottom of the page."""
    height: float
    weight: int
    """As fonts count it (400 regular, 700 bold); 0 if the font does not say."""

    @property
    def is_broken(self) -> bool:
        """Whether its last word goes on in the next line after a hyphen that pdfium took out."""
        return self.words.endswith(HYPHEN)


@dataclass(frozen=True, slots=True)
class _Letters:
    """A page while it is open in pdfium, its number and its characters."""

    text: pypdfium2.PdfTextPage
    page: int
    characters: str


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: a string whose index is pdfium's character index, and its lines in reading order."""

    characters: str
    lines: tuple[PdfLine, ...]
    height: float
    has_pictures: bool = False
    """Whether anything but text is drawn on it."""
    hidden: tuple[HiddenInk, ...] = ()
    """Stretches of its characters that it does not show."""

    @property
    def shown(self) -> str:
        """The characters, with NOTHING in place of what is not shown."""
        return without(self.characters, self.hidden)


@dataclass(frozen=True, slots=True)
class PdfFile:
    """What was read of a PDF."""

    pages: tuple[PdfPage, ...]
    title: str
    author: str
    is_whole: bool
    """False if the file ends before its end mark, so that something may be missing."""


def pdf_page_characters(data: bytes) -> list[str]:
    """The characters of each page: `Place.node` is an index into this list, `Place.offset` into its string.

    A character outside the Basic Multilingual Plane takes two indices and stands at the first one; NOTHING
    stands at the second, and wherever pdfium has no letter.
    """
    return [page.characters for page in read_pdf(data).pages]


def read_pdf(data: bytes) -> PdfFile:
    """Every page of a PDF; raises Unreadable where it is encrypted or damaged."""
    document = _open(data)
    try:
        count = len(document)
        if count == 0:
            raise Unreadable(Reason.DAMAGED, "is a PDF without pages", cure=_CURE_DAMAGED)
        pages = tuple(_read_page(document, index) for index in range(count))
        about = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    is_whole = _END_MARK in data[-_END_WITHIN:]
    return PdfFile(pages, about.get("Title", ""), about.get("Author", ""), is_whole)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            what = "is an encrypted PDF that asks for a password"
            raise Unreadable(Reason.ENCRYPTED, what, cure=_CURE_ENCRYPTED) from error
        raise Unreadable(Reason.DAMAGED, "is a PDF that cannot be opened", cure=_CURE_DAMAGED) from error


def _read_page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        what = f"is a PDF whose page {index + 1} cannot be read"
        raise Unreadable(Reason.DAMAGED, what, cure=_CURE_DAMAGED) from error
    try:
        characters = _characters(text)
        hidden = find_hidden_ink(page, text, characters)
        letters = _Letters(text, index, without(characters, hidden))
        lines = tuple(_line(letters, extent) for extent in _line_extents(letters.characters))
        return PdfPage(characters, lines, page.get_height(), _has_pictures(page), hidden)
    finally:
        text.close()
        page.close()


def _has_pictures(page: pypdfium2.PdfPage) -> bool:
    """Whether anything but text is drawn on a page."""
    objects = (raw.FPDFPage_GetObject(page.raw, i) for i in range(raw.FPDFPage_CountObjects(page.raw)))
    return any(raw.FPDFPageObj_GetType(each) != raw.FPDF_PAGEOBJ_TEXT for each in objects)


def _characters(text: pypdfium2.PdfTextPage) -> str:
    """One character for each index, as `pdf_page_characters` says."""
    codes = [raw.FPDFText_GetUnicode(text.raw, index) for index in range(text.count_chars())]
    found: list[str] = []
    for index, code in enumerate(codes):
        after = codes[index + 1] if index + 1 < len(codes) else 0
        found.append(_character(code, after))
    return "".join(found)


def _character(code: int, after: int) -> str:
    if code in _HYPHENS:
        return HYPHEN
    if code in _HIGH and after in _LOW:
        return chr(_BEYOND + ((code - _HIGH.start) << 10) + (after - _LOW.start))
    return NOTHING if code in _HIGH or code in _LOW or code in _NO_CHARACTERS else chr(code)


def _line_extents(characters: str) -> Iterator[tuple[int, int]]:
    """The lines that show something, without the line ends that pdfium puts in."""
    start = 0
    for index, character in enumerate(characters + "\n"):
        if character in _ENDS or character == HYPHEN:
            end = index + (character == HYPHEN)
            if any(_is_visible(c) for c in characters[start:end]):
                yield start, end
            start = index + 1


def _line(letters: _Letters, extent: tuple[int, int]) -> PdfLine:
    text, characters = letters.text, letters.characters
    visible = [i for i in range(*extent) if _is_visible(characters[i])]
    sample = [visible[len(visible) * part // _SAMPLE] for part in range(_SAMPLE)]
    boxes = [text.get_charbox(index, loose=True) for index in sample]
    return PdfLine(
        page=letters.page,
        start=extent[0],
        end=extent[1],
        words=characters[extent[0] : extent[1]],
        left=boxes[0][0],
        right=text.get_charbox(visible[-1], loose=True)[2],
        base=_base(text, sample[_SAMPLE // 2], boxes[_SAMPLE // 2][1]),
        height=median_low(top - bottom for _, bottom, _, top in boxes),
        weight=median_low(max(0, raw.FPDFText_GetFontWeight(text.raw, index)) for index in sample),
    )


def _is_visible(character: str) -> bool:
    return not character.isspace() and character not in (NOTHING, HYPHEN)


def _base(text: pypdfium2.PdfTextPage, index: int, bottom: float) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    known = raw.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
    return y.value if known else bottom
