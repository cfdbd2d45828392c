"""The lines of a PDF in paragraphs: what runs along the edge of its pages, what belongs together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from alleged.text.paragraphs import ITEM_MARK
from alleged.text.pdf_ink import NOTHING
from alleged.text.pdf_pages import HYPHEN
from alleged.text.stops import ends_abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.text.pdf_pages import PdfLine, PdfPage

EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that can be its running head or foot."""

_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page\s{0,2})?(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,2}(?:of|/)\s{0,2}\d{1,4})?\W{0,4}", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{1,9}")
_REPEATS = 3
_FEW_PAGES = 4
"""Up to so many pages, standing on two of them is enough for a running line."""
_SAME_HEIGHT = 12.0
"""Points by which the place of a running head may differ from page to page."""

_WIDE_GAP = 1.3
_TALLER = 1.12
_MUCH_TALLER = 1.3
_BOLDER = 150
_INDENT = 0.8
_FAR = 3
_NEAR = 8
"""Lines before and after a line that tell where its column ends."""
_STOPS = ".!?:;…"
_CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the distance of base lines, the height and weight of letters."""

    leading: float
    height: float
    weight: int


def find_running_lines(pages: Sequence[PdfPage]) -> set[tuple[int, int]]:
    """The lines, by page and first character, that are running heads, feet or page numbers."""
    edges = [edge for page in pages for edge in _edge_lines(page)]
    repeated = Counter(key for page in pages for key in {_key(edge) for edge in _edge_lines(page)})
    enough = _REPEATS if len(pages) > _FEW_PAGES else 2
    return {
        (edge.line.page, edge.line.start)
        for edge in edges
        if repeated[_key(edge)] >= enough or _is_page_number(edge.line)
    }


def find_paragraphs(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """The lines of each paragraph, which may run over columns and pages."""
    measure = measure_lines(lines)
    group: list[PdfLine] = []
    for index, line in enumerate(lines):
        if group and not _goes_on(_Pair(group[-1], line, _column_end(lines, index - 1)), measure):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def measure_lines(lines: Sequence[PdfLine]) -> Measure:
    """What is usual among `lines`, each counted by its length."""
    heights = Counter[float]()
    weights = Counter[int]()
    for line in lines:
        heights[round(line.height, 1)] += len(line.words)
        weights[line.weight] += len(line.words)
    height = heights.most_common(1)[0][0] if heights else 0.0
    gaps = [a.base - b.base for a, b in pairwise(lines) if a.page == b.page]
    near = [gap for gap in gaps if 0 < gap < _FAR * height]
    return Measure(
        leading=median(near) if near else height,
        height=height,
        weight=weights.most_common(1)[0][0] if weights else 0,
    )


def is_headline(line: PdfLine, measure: Measure) -> bool:
    """Whether a line is set taller or bolder than the body."""
    return line.height > measure.height * _TALLER or line.weight >= measure.weight + _BOLDER


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines that follow each other, and where the column of the first one ends."""

    before: PdfLine
    after: PdfLine
    column_end: float

    @property
    def ended(self) -> bool:
        """Whether the first line ends with a stop."""
        return self.before.words.rstrip(NOTHING + " " + _CLOSERS).endswith(tuple(_STOPS))

    @property
    def is_abbreviated(self) -> bool:
        """Whether the stop at the end of the first line belongs to an abbreviation."""
        return ends_abbreviated(self.before.words.rstrip(NOTHING + " " + _CLOSERS))

    @property
    def starts_low(self) -> bool:
        """Whether the second line begins with a small letter."""
        return self.after.words.strip(NOTHING + " ")[:1].islower()

    @property
    def is_full(self) -> bool:
        """Whether the first word of the second line would not have fitted on the first."""
        word = (self.after.words.split() or [""])[0]
        letter = (self.before.right - self.before.left) / max(1, len(self.before.words))
        return self.before.right + letter * (len(word) + 1) >= self.column_end

    @property
    def is_indented(self) -> bool:
        """Whether the second line begins like a paragraph that is set in."""
        hanging = ITEM_MARK.match(self.before.words) is not None
        return not hanging and self.after.left > self.before.left + _INDENT * self.after.height


def _goes_on(pair: _Pair, measure: Measure) -> bool:
    before, after = pair.before, pair.after
    if ITEM_MARK.match(after.words) or _is_taller(before, after, _MUCH_TALLER):
        return False
    if pair.starts_low or before.is_broken:
        return not pair.ended or pair.is_abbreviated
    if _is_taller(before, after, _TALLER) or abs(before.weight - after.weight) >= _BOLDER:
        return False
    if before.page != after.page or before.base <= after.base:
        return not pair.ended and pair.is_full
    return _goes_on_below(pair, measure)


def _goes_on_below(pair: _Pair, measure: Measure) -> bool:
    """Whether a line of the same kind right below belongs to the paragraph."""
    gap = pair.before.base - pair.after.base
    if gap > max(measure.leading, pair.before.height) * _WIDE_GAP:
        return False
    return is_headline(pair.after, measure) or (pair.is_full and not (pair.ended and pair.is_indented))


def _is_taller(one: PdfLine, other: PdfLine, ratio: float) -> bool:
    return max(one.height, other.height) > min(one.height, other.height) * ratio


def _column_end(lines: Sequence[PdfLine], index: int) -> float:
    """The right end of the lines around a line that stand above or below it; its own without any."""
    line = lines[index]
    around = lines[max(0, index - _NEAR) : index + _NEAR + 1]
    rights = (
        other.right
        for other in around
        if other.page == line.page and other.left < line.right and line.left < other.right
    )
    return max(rights, default=line.right)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the top or bottom of its page, and whether no other line is nearer."""

    line: PdfLine
    is_outermost: bool


def _edge_lines(page: PdfPage) -> list[_Edge]:
    """The lines nearest to the top and to the bottom of a page."""
    by_height = sorted(page.lines, key=lambda line: -line.base)
    near = [*by_height[:EDGE_LINES], *by_height[EDGE_LINES:][-EDGE_LINES:]]
    return [_Edge(line, line in (by_height[0], by_height[-1])) for line in near]


def _key(edge: _Edge) -> tuple[str, int]:
    """What running lines of several pages have in common; the number of the page may differ at the edge."""
    words = edge.line.words.strip(NOTHING + HYPHEN + " ")
    return (_DIGITS.sub("#", words) if edge.is_outermost else words), round(edge.line.base / _SAME_HEIGHT)


def _is_page_number(line: PdfLine) -> bool:
    return _PAGE_NUMBER.fullmatch(line.words.strip(NOTHING + " ")) is not None


def words_of(lines: Iterable[PdfLine]) -> set[str]:
    """The words of a document in lower case, hyphenated ones whole."""
    return {word.strip(".,;:!?()\"'“”‘’").lower() for line in lines for word in line.words.split()}
