"""What a Markdown file holds and does not show: comments, and HTML elements that hide their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.html
import re2
from lxml import etree

from alleged.model.document import Place
from alleged.model.vocabulary import Hiding
from alleged.text.draft import Concealed, Piece
from alleged.text.hidden import trim_pieces
from alleged.text.html_hidden import find_veils
from alleged.text.markdown_inline import Cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.text.html_hidden import Veil

_MARK = re2.compile(
    r"(?im)(?P<fence>^ {0,3}(?:```|~~~)[^\n]*$)|(?P<code>`{1,20})|(?P<comment><!--)"
    r"|(?P<close></[a-z][a-z0-9-]{0,20}[ \t]{0,5}>)|(?P<open><[a-z][a-z0-9-]{0,20}(?:[\s/][^<>]*)?>)"
    r"|(?P<note>^ {0,3}\[(?://|comment|_metadata_[^\]\n]*|#)\]:[ \t]{0,5}[^\n]*$)"
)
_IMAGE = re2.compile(r"!\[([^\[\]\n]+)\]\(")
_NAME = re.compile(r"</?([a-z][a-z0-9-]{0,20})", re.IGNORECASE)
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "col", "embed", "track"]
)


@dataclass(frozen=True, slots=True)
class HiddenStretch:
    """A stretch of the file that its page does not show, marks included."""

    start: int
    end: int
    veil: Veil | None = None
    """How an element hides it; None for a comment."""


@dataclass(frozen=True, slots=True)
class HiddenParts:
    """The hidden stretches of a Markdown file in order, apart from each other."""

    stretches: tuple[HiddenStretch, ...]

    def blanked(self, text: str) -> str:
        """The text with blanks in place of what is hidden: every other character stays where it is."""
        pieces: list[str] = []
        position = 0
        for hidden in self.stretches:
            pieces.append(text[position : hidden.start])
            pieces.append(re.sub(r"[^\n\r]", " ", text[hidden.start : hidden.end]))
            position = hidden.end
        return "".join((*pieces, text[position:]))

    def cuts(self, start: int, end: int) -> list[Cut]:
        """The hidden stretches between two places, which are no words of what stands there."""
        first = bisect_left(self.stretches, start, key=lambda one: one.end)
        found: list[Cut] = []
        for index in range(first, len(self.stretches)):
            one = self.stretches[index]
            if one.start >= end:
                break
            if max(one.start, start) < min(one.end, end):
                found.append(Cut(max(one.start, start), min(one.end, end)))
        return found

    def concealed(self, text: str) -> Iterator[Concealed]:
        """The hidden words with how they are hidden."""
        for one in self.stretches:
            kept = trim_pieces([Piece(text[one.start : one.end], Place(0, one.start))])
            if kept and one.veil:
                yield Concealed(kept, one.veil.why, one.veil.is_odd)
            elif kept:
                yield Concealed(kept, Hiding.COMMENT)


def find_image_words(text: str) -> Iterator[Concealed]:
    """The words in the place of pictures."""
    for match in _IMAGE.finditer(text):
        yield Concealed((Piece(match[1], Place(0, match.start(1))),), Hiding.ATTRIBUTE)


def find_hidden_parts(text: str, body: int) -> HiddenParts:
    """The hidden stretches from `body` on; code shows its words, whatever they are."""
    marks = list(_MARK.finditer(text, body))
    ends = _find_ends(marks, text)
    found: list[HiddenStretch] = []
    position = body
    in_fence = ""
    for index, match in enumerate(marks):
        if match.start() < position:
            continue
        if match["fence"]:
            sign = match[0].strip()[:3]
            in_fence = "" if in_fence == sign else in_fence or sign
        elif not in_fence:
            position = _take(match, ends.get(index), text, found)
    return HiddenParts(tuple(found))


def _take(match: re.Match[str], end: int | None, text: str, found: list[HiddenStretch]) -> int:
    """The place from which to go on after a mark; what it hides is appended to `found`."""
    if match["code"]:
        return match.end() if end is None else end
    if match["comment"]:
        closed = text.find("-->", match.end())
        stop = len(text) if closed < 0 else closed + 3
        found.append(HiddenStretch(match.start(), stop))
        return stop
    if match["note"]:
        found.append(HiddenStretch(match.start(), match.end()))
        return match.end()
    veil = _veil_of(match[0]) if match["open"] else None
    if veil and end is not None:
        found.append(HiddenStretch(match.start(), end, veil))
        return end
    return match.end()


def _find_ends(marks: Sequence[re.Match[str]], text: str) -> dict[int, int]:
    """Where what each mark opens ends: code at the next run of as many ticks, an element at its own end."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    ticks: dict[str, int] = {}
    for index, match in enumerate(marks):
        if match["code"]:
            before = ticks.pop(match[0], None)
            if before is None or "\n\n" in text[marks[before].end() : match.start()]:
                ticks[match[0]] = index
            else:
                ends[before] = match.end()
        elif match["open"] and not match[0].endswith("/>"):
            opened.setdefault(_name(match), []).append(index)
        elif match["close"] and opened.get(_name(match)):
            ends[opened[_name(match)].pop()] = match.end()
    for name, left in opened.items():
        ends |= {index: len(text) for index in left if name not in _VOID}
    return ends


def _name(match: re.Match[str]) -> str:
    name = _NAME.match(match[0])
    return name[1].lower() if name else ""


def _veil_of(tag: str) -> Veil | None:
    """How an element with this tag hides its words; nothing is known of what is around it."""
    if "=" not in tag and "hidden" not in tag.lower() and _NAME.fullmatch(tag[:-1]) is None:
        return None
    try:
        element = lxml.html.fragment_fromstring(f"{tag}x", create_parent="div")
    except (etree.ParserError, ValueError):
        return None
    veils = find_veils(element)
    return next((veils[child] for child in element.iter() if child in veils), None)
