"""Which letters of a page nobody sees: without ink, in the colour of the paper, too small, off the page."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from pypdfium2 import raw

from alleged.model.vocabulary import Hiding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2
    from numpy.typing import NDArray

NOTHING = "\0"
"""Stands at the index of a character that has no letter of its own, or none that is looked at."""

_NO_INK = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_STROKED = raw.FPDF_TEXTRENDERMODE_STROKE
_LIGHT = 128
"""Of 255: letters at least as light are looked at on the drawn page, since they may be white on white."""
_CLEAR = 8
"""Of 255: opacity up to which nothing is seen."""
_SMALLEST = 1.0
"""Points of height below which nobody reads a letter."""
_CONTRAST = 20
"""Of 255: the least difference of light and dark in and around a letter that is seen."""
_LONGEST_SIDE = 1_000
"""Pixels of the drawn page."""
_LOOKED_AT = 24
"""Letters of one piece of text that are looked at on the drawn page."""
_SEEN_SHARE = 0.25
_SCAN_SHARE = 0.5
"""Of a page: with pictures on more of it, letters without ink are those that were recognised in a scan."""


@dataclass(frozen=True, slots=True)
class HiddenInk:
    """A stretch of a page's characters that it does not show, and how."""

    start: int
    end: int
    why: Hiding


def without(characters: str, hidden: Sequence[HiddenInk]) -> str:
    """The characters of a page with NOTHING in place of the hidden ones; line ends stay."""
    if not hidden:
        return characters
    pieces: list[str] = []
    position = 0
    for ink in hidden:
        pieces.append(characters[position : ink.start])
        pieces.append("".join(c if c in "\r\n" else NOTHING for c in characters[ink.start : ink.end]))
        position = ink.end
    return "".join((*pieces, characters[position:]))


def find_hidden_ink(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, characters: str
) -> tuple[HiddenInk, ...]:
    """The stretches of a page that nobody sees.

    Words without ink over a picture of the page are those of a scan, and stay.
    """
    judge = _Judge(page, text)
    found: list[HiddenInk] = []
    for start, end, piece in _find_pieces(text, len(characters)):
        visible = [i for i in range(start, end) if not characters[i].isspace() and characters[i] != NOTHING]
        why = judge.find_reason(piece, visible) if visible else None
        if why:
            found.append(HiddenInk(start, end, why))
    return tuple(found)


def _find_pieces(text: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[int, int, object]]:
    """The characters that one piece of text of the page holds; characters of none go with those before."""
    start, current = 0, None
    address: int | None = None
    for index in range(count):
        piece = raw.FPDFText_GetTextObject(text.raw, index)
        own = ctypes.cast(piece, ctypes.c_void_p).value if piece else None
        if own is None or own == address:
            continue
        if address is not None:
            yield start, index, current
            start = index
        address, current = own, piece
    if address is not None:
        yield start, count, current


class _Judge:
    """Looks at the pieces of text of one page; the page is drawn only if a light one stands on it."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> None:
        self.page, self.text = page, text
        self.box: tuple[float, float, float, float] = page.get_cropbox()
        self._drawn: NDArray[np.uint8] | None = None
        self._is_scan: bool | None = None

    def find_reason(self, piece: object, visible: Sequence[int]) -> Hiding | None:
        """How the page hides these characters of a piece; None if it shows them."""
        mode = raw.FPDFTextObj_GetTextRenderMode(piece)
        if mode in _NO_INK:
            return None if self.is_scan() else Hiding.COLOUR
        light, opacity = self.find_colour(visible[0], is_stroked=mode == _STROKED)
        if opacity <= _CLEAR:
            return Hiding.COLOUR
        sample = visible[:: max(1, len(visible) // _LOOKED_AT)][:_LOOKED_AT]
        boxes = [self.text.get_charbox(index, loose=True) for index in sample]
        if max(top - bottom for _, bottom, _, top in boxes) < _SMALLEST:
            return Hiding.SIZE
        if all(self.is_outside(box) for box in boxes):
            return Hiding.PLACE
        return Hiding.COLOUR if light >= _LIGHT and not self.is_seen(boxes) else None

    def find_colour(self, index: int, *, is_stroked: bool) -> tuple[int, int]:
        """How light a letter is, and its opacity, both of 255; black where the page does not tell."""
        parts = [ctypes.c_uint(0) for _ in range(4)]
        ask = raw.FPDFText_GetStrokeColor if is_stroked else raw.FPDFText_GetFillColor
        if not ask(self.text.raw, index, *(ctypes.byref(part) for part in parts)):
            return 0, 255
        red, green, blue, opacity = (part.value for part in parts)
        return max(red, green, blue), opacity

    def is_outside(self, box: tuple[float, float, float, float]) -> bool:
        left, bottom, right, top = box
        across = self.box[0] < right and left < self.box[2]
        return not (across and self.box[1] < top and bottom < self.box[3])

    def is_scan(self) -> bool:
        """Whether pictures cover so much of the page that its words are likely those in them."""
        if self._is_scan is None:
            left, bottom, right, top = self.box
            whole = max(1.0, (right - left) * (top - bottom))
            pictures = self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
            areas = (_area(each) for each in pictures)
            self._is_scan = sum(areas) >= whole * _SCAN_SHARE
        return self._is_scan

    def is_seen(self, boxes: Sequence[tuple[float, float, float, float]]) -> bool:
        """Whether letters differ from what is around them on the page as it is drawn."""
        seen = sum(1 for box in boxes if self._contrast(box) >= _CONTRAST)
        return seen >= len(boxes) * _SEEN_SHARE

    def _contrast(self, box: tuple[float, float, float, float]) -> int:
        drawn = self._draw()
        height, width = drawn.shape
        xs, ys = zip(*(self._pixel(x, y, width, height) for x, y in (box[:2], box[2:])), strict=True)
        cut = drawn[max(0, min(ys) - 1) : max(ys) + 2, max(0, min(xs) - 1) : max(xs) + 2]
        return int(cut.max()) - int(cut.min()) if cut.size else 0

    def _pixel(self, x: float, y: float, width: int, height: int) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            self.page.raw, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        return across.value, down.value

    def _draw(self) -> NDArray[np.uint8]:
        if self._drawn is None:
            scale = min(1.5, _LONGEST_SIDE / max(1.0, *self.page.get_size()))
            bitmap = self.page.render(scale=scale, grayscale=True, may_draw_forms=False)
            drawn = np.array(bitmap.to_numpy())
            bitmap.close()
            self._drawn = drawn.reshape(drawn.shape[:2])
        return self._drawn


def _area(picture: pypdfium2.PdfObject) -> float:
    left, bottom, right, top = map(float, picture.get_bounds())
    return max(0.0, right - left) * max(0.0, top - bottom)
