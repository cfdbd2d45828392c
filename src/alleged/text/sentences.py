"""Where sentences begin and end inside the blocks of a report; linear in the length of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.lexicon.abbreviations import abbreviations
from alleged.model.document import Extent, Sentence
from alleged.model.vocabulary import Part
from alleged.text.paragraphs import BLANK
from alleged.text.stops import LONGEST_WORD, last_word, may_go_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.text.draft import Block

LONGEST = 2_000
"""No sentence has more characters than this; a longer one is cut at white space."""

_STOPS = re.compile(r"[.!?…。！？｡]++[\"'”’»“)\]*_]*+(?:\[\d{1,3}\])*")
"""A run of stops with the quotation marks, brackets and note numbers that close after it.

Greedy, with no two parts that can take the same character, so that no text makes it look at one many times.
"""
_OPENERS = "\"'“‘«„‚([*_¡¿"
_QUOTES = "\"'”’»“"
_WIDE_STOPS = "。！？｡"
_SPEAKER = re.compile(r"(?:[A-Z][\w’'-]{0,20}+ ){1,3}([a-z]{3,10}+)\b")
_FIRST_WORD = re.compile(r"(?![^\W\d_]\.)[\w’']{1,20}")
_ENUMERATOR = 5
_GLUED_WORD = 3
_PICTURES = "\U0001f000"
"""From this character on there are pictures, which can begin a sentence."""


def find_sentences(clean: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """The sentences of the report in order: none in boilerplate, none over two blocks, none empty."""
    found: list[Sentence] = []
    paragraph = 0
    for block in blocks:
        extents = () if block.why else tuple(_extents(clean, block))
        found.extend(Sentence(e.start, e.end, paragraph, block.part) for e in extents)
        paragraph += bool(extents)
    return tuple(found)


def _extents(clean: str, block: Block) -> Iterator[Extent]:
    start = block.start
    for end in (*_ends(clean, block), block.end):
        for piece in _pieces(clean, start, end):
            trimmed = trim(clean, piece)
            if any(c.isalnum() for c in clean[trimmed.start : trimmed.end]):
                yield trimmed
        start = end


def trim(clean: str, extent: Extent) -> Extent:
    """The extent without the blanks at its ends."""
    words = clean[extent.start : extent.end]
    start = extent.start + len(words) - len(words.lstrip(BLANK))
    return Extent(start, max(start, extent.start + len(words.rstrip(BLANK))))


def _pieces(clean: str, start: int, end: int) -> Iterator[Extent]:
    """The stretch in pieces of bounded length."""
    while end - start > LONGEST:
        cut = _last_blank(clean[start : start + LONGEST])
        yield Extent(start, start + cut)
        start += cut
    yield Extent(start, end)


def _last_blank(words: str) -> int:
    kept = words.rstrip(BLANK)
    at = max(kept.rfind(" "), kept.rfind("\n"), kept.rfind("\u00a0"))
    return at + 1 if at > len(words) // 2 else len(words)


def _ends(clean: str, block: Block) -> Iterator[int]:
    """Where sentences end inside a block, the last one left out; a heading is one sentence."""
    if block.part is Part.HEADING:
        return
    for stop in _STOPS.finditer(clean, block.start, block.end):
        if stop.end() < block.end and _ends_sentence(clean, stop, block):
            yield stop.end()


def _ends_sentence(clean: str, stop: re.Match[str], block: Block) -> bool:
    marks = stop.group()
    if marks[0] in _WIDE_STOPS:
        return True
    after = clean[stop.end() : stop.end() + 80]
    rest = after.lstrip(BLANK)
    if rest == after:
        return _is_glued(clean, stop, block)
    if not _can_begin(rest) or clean[max(block.start, stop.start() - 1) : stop.start()] in ("[", "("):
        return False
    if marks[0] == "." and marks.rstrip(_QUOTES) == ".":
        return _full_stop_ends(_word_before(clean, stop.start(), block), rest, stop.start() - block.start)
    return not (marks[-1] in _QUOTES and _tells_speaker(rest))


def _full_stop_ends(word: str, rest: str, depth: int) -> bool:
    """Whether the stop after `word` ends a sentence when `rest` follows it."""
    known = abbreviations()
    if word in known.name or (word.isdigit() and depth < _ENUMERATOR):
        return False
    if word in known.number:
        return not rest[0].isdigit()
    if may_go_on(word):
        return _first_word(rest) in known.starter
    return True


def _is_glued(clean: str, stop: re.Match[str], block: Block) -> bool:
    """Whether a sentence ends although no blank follows: "accounts.The group", a scraper's mistake."""
    word = _word_before(clean, stop.start(), block)
    first = _first_word(clean[stop.end() : stop.end() + 20])
    glued = stop.group() == "." and len(word) >= _GLUED_WORD and word.isalpha() and word.islower()
    return glued and first.istitle() and first in abbreviations().starter


def _can_begin(rest: str) -> bool:
    """Whether a sentence can begin with `rest`, which starts with no blank."""
    words = rest.lstrip(_OPENERS)
    if not words:
        return False
    first = words[0]
    if first.islower():
        return words[1:2].isupper()
    return first.isalnum() or first in "$€£¥#@" or first >= _PICTURES


def _tells_speaker(rest: str) -> bool:
    """Whether a name and a verb of saying follow: the quotation before is part of their sentence."""
    match = _SPEAKER.match(rest)
    return match is not None and match.group(1) in abbreviations().reporting


def _word_before(clean: str, end: int, block: Block) -> str:
    return last_word(clean[max(block.start, end - LONGEST_WORD) : end])


def _first_word(rest: str) -> str:
    """The word that `rest` begins with; none if it is an initial."""
    match = _FIRST_WORD.match(rest.lstrip(_OPENERS))
    return match.group() if match else ""
