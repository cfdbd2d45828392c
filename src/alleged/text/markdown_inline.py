"""Which characters of a Markdown paragraph are marks and not words: emphasis, links, images, code, tags.

Nothing is rewritten: the result is a list of stretches to leave out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`++|!?\[|\]|\*++|_++|~~|<[^<>\n]{1,500}>")
_TARGET = re.compile(
    r"\([ \n]{0,5}(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,3})"
    r"(?:[ \n]{1,5}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?[ \n]{0,5}\)"
)
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,200}\]")
_ADDRESS = re.compile(
    r"<(?:[a-z][a-z0-9+.-]{1,20}:[^\s<>]{1,480}|[^\s<>@]{1,100}@[^\s<>]{1,100})>", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][a-z0-9-]{0,20}(?:[\s/][^<>]{0,480})?>|<!--.{0,490}-->", re.IGNORECASE)
_STRONG = 2


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch of a text, most often one to leave out: code points, end exclusive."""

    start: int
    end: int


def find_cuts(text: str, paragraph: Cut, references: frozenset[str]) -> list[Cut]:
    """The marks in a paragraph of `text`, in order and apart; `references` are the link names defined."""
    scanner = _Scanner(text, paragraph, references)
    scanner.scan()
    return _merged(scanner.cuts)


class _Scanner:
    """One pass over a paragraph, with what is still open."""

    def __init__(self, text: str, paragraph: Cut, references: frozenset[str]) -> None:
        self.text, self.references = text, references
        self.start, self.end = paragraph.start, paragraph.end
        self.cuts: list[Cut] = []
        self.brackets: list[Cut] = []
        self.emphasis: dict[str, list[Cut]] = defaultdict(list)
        self.ticks: dict[int, list[int]] = defaultdict(list)
        self.lone: list[Cut] = []
        self.resume = self.start

    def scan(self) -> None:
        tokens = list(_TOKEN.finditer(self.text, self.start, self.end))
        for token in tokens:
            if token.group()[0] == "`":
                self.ticks[len(token.group())].append(token.start())
        for token in tokens:
            if token.start() >= self.resume:
                self.take(token.group(), token.start())
        self.cut_lone_marks()

    def take(self, words: str, at: int) -> None:
        first = words[0]
        if first == "\\":
            self.cuts.append(Cut(at, at + 1))
        elif first == "`":
            self.take_code(words, at)
        elif words in ("[", "!["):
            self.brackets.append(Cut(at, at + len(words)))
        elif first == "]":
            self.take_link(at)
        elif first == "<":
            self.take_tag(words, at)
        else:
            self.take_emphasis(Cut(at, at + len(words)))

    def take_code(self, words: str, at: int) -> None:
        places = self.ticks[len(words)]
        after = bisect_right(places, at)
        if after < len(places):
            close = places[after]
            self.cuts += [Cut(at, at + len(words)), Cut(close, close + len(words))]
            self.resume = close + len(words)

    def take_link(self, at: int) -> None:
        if not self.brackets:
            return
        opening = self.brackets.pop()
        end = self.find_target_end(opening, at)
        if end is None:
            return
        if self.text[opening.start] == "!" or self.text.startswith("[^", opening.start):
            self.cuts.append(Cut(opening.start, end))
        else:
            self.cuts += [opening, Cut(at, end)]
        self.resume = end

    def find_target_end(self, opening: Cut, at: int) -> int | None:
        target = _TARGET.match(self.text, at + 1, self.end)
        if target:
            return target.end()
        name = self.text[opening.end : at]
        if name.startswith("^"):
            return at + 1
        second = _REFERENCE.match(self.text, at + 1, self.end)
        if second and (second.group()[1:-1] or name).casefold() in self.references:
            return second.end()
        return at + 1 if name.casefold() in self.references else None

    def take_tag(self, words: str, at: int) -> None:
        end = at + len(words)
        if _ADDRESS.fullmatch(words):
            self.cuts += [Cut(at, at + 1), Cut(end - 1, end)]
        elif _TAG.fullmatch(words):
            self.cuts.append(Cut(at, end))

    def take_emphasis(self, run: Cut) -> None:
        mark = self.text[run.start]
        opened = self.emphasis[mark]
        while opened and run.start < run.end and self.can_close(run):
            opening = opened.pop()
            length = min(opening.end - opening.start, run.end - run.start)
            self.cuts += [Cut(opening.end - length, opening.end), Cut(run.start, run.start + length)]
            run = Cut(run.start + length, run.end)
            if opening.end - opening.start > length:
                opened.append(Cut(opening.start, opening.end - length))
        if run.start < run.end:
            (opened if self.can_open(run) else self.lone).append(run)

    def cut_lone_marks(self) -> None:
        """Leave out double marks that nothing closes: they go on in another paragraph and are no words."""
        opened = (run for runs in self.emphasis.values() for run in runs)
        self.cuts += [run for run in (*opened, *self.lone) if run.end - run.start == _STRONG]

    def can_open(self, run: Cut) -> bool:
        before, after = self.around(run)
        if after.isspace() or (not after.isalnum() and before.isalnum()):
            return False
        return self.text[run.start] != "_" or not before.isalnum()

    def can_close(self, run: Cut) -> bool:
        before, after = self.around(run)
        if before.isspace() or (not before.isalnum() and after.isalnum()):
            return False
        return self.text[run.start] != "_" or not after.isalnum()

    def around(self, run: Cut) -> tuple[str, str]:
        """The characters before and after a run of marks; a space at the ends of the paragraph."""
        before = self.text[run.start - 1] if run.start > self.start else " "
        after = self.text[run.end] if run.end < self.end else " "
        return before, after


def _merged(cuts: list[Cut]) -> list[Cut]:
    merged: list[Cut] = []
    for cut in sorted(cuts):
        if merged and cut.start <= merged[-1].end:
            merged[-1] = Cut(merged[-1].start, max(merged[-1].end, cut.end))
        elif cut.start < cut.end:
            merged.append(cut)
    return merged
