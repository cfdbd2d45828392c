"""Finds known names in text: whole words only, and with capitals where a name needs them.

All names are searched at once, in the text written small and with a space for every hyphen and line break, so
that "APT31", "apt-31" and "APT 31" are one name. What is found is then held against the text as it stands:
names that are ordinary words ("Play", "Royal", "Empire") count only where they are written like names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from alleged.knowledge.forms import is_written_so, lower, make_forms, with_spaces
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_STRETCH = re.compile(r"\r\n[ \t]{0,40}|(?<=\S)[ \t]{2,8}(?=\S)|\n[ \t]{1,40}")
"""White space that is squeezed to one character, so that a name goes on in the next line of a set-in text."""
_UNDIVIDED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts without a space between words: names in them begin and end anywhere."""
_JOINED_BEFORE = frozenset("@\\.")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name in a text: code points, end exclusive, and the key that `name_key` gives it."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class NameIndex:
    """Known names in the forms that are searched for; see `make_index`."""

    forms: Mapping[str, int]
    """A name written small, with how it must be written (`Writing`)."""
    exact: tuple[str, ...] = ()
    """Short names, which must be written to the letter."""

    def find(self, text: str) -> tuple[NameHit, ...]:
        """The known names in order, the longest at each place, none overlapping."""
        squeezed = _squeeze(text)
        spans = sorted(self._find_spans(squeezed.text), key=lambda span: (span[0], -span[1]))
        return tuple(_make_hits(squeezed, spans))

    def _find_spans(self, text: str) -> Iterator[tuple[int, int]]:
        for number, start, end in _find_whole(self._forms, with_spaces(lower(text))):
            if is_written_so(text[start:end], self._writings[number]):
                yield start, end
        for _, start, end in _find_whole(self._exact, text):
            yield start, end

    @cached_property
    def _writings(self) -> tuple[int, ...]:
        return tuple(self.forms.values())

    @cached_property
    def _forms(self) -> AhoCorasick | None:
        return _make_automaton(self.forms)

    @cached_property
    def _exact(self) -> AhoCorasick | None:
        return _make_automaton(self.exact)


def make_index(names: Iterable[str]) -> NameIndex:
    """The index of these names."""
    return NameIndex(*make_forms(names))


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A text with single spaces inside its lines, and where characters were taken out."""

    text: str
    cuts: tuple[int, ...] = ()
    """Offsets in `text` from which on more characters are missing."""
    missing: tuple[int, ...] = ()
    """How many are missing from each of them on."""

    def origin(self, offset: int) -> int:
        """Where the character at `offset` stands in the text as it was."""
        at = bisect_right(self.cuts, offset)
        return offset + self.missing[at - 1] if at else offset


def _squeeze(text: str) -> _Squeezed:
    if "  " not in text and "\r" not in text and "\n " not in text and "\t" not in text:
        return _Squeezed(text)
    pieces, cuts, missing = [], [], []
    end = gone = 0
    for match in _STRETCH.finditer(text):
        pieces += [text[end : match.start()], "\n" if "\n" in match[0] else " "]
        cuts.append(match.start() - gone + 1)
        gone += match.end() - match.start() - 1
        missing.append(gone)
        end = match.end()
    return _Squeezed("".join([*pieces, text[end:]]), tuple(cuts), tuple(missing))


def _make_hits(squeezed: _Squeezed, spans: Iterable[tuple[int, int]]) -> Iterator[NameHit]:
    free = 0
    for start, end in spans:
        if start >= free:
            free = end
            key = name_key(squeezed.text[start:end])
            yield NameHit(squeezed.origin(start), squeezed.origin(end - 1) + 1, key)


def _make_automaton(words: Iterable[str]) -> AhoCorasick | None:
    listed = list(words)
    if not listed:
        return None
    return AhoCorasick(listed, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)


def _find_whole(automaton: AhoCorasick | None, text: str) -> list[tuple[int, int, int]]:
    """What is found as whole words: number of the form, start, end."""
    found = automaton.find_matches_as_indexes(text, overlapping=True) if automaton else []
    padded = f" {text} "  # so that there is a character before the first one and after the last one
    adjoins = _adjoins_in_ascii if text.isascii() else _adjoins
    return [each for each in found if not adjoins(padded, each[1], each[2]) and _is_free(padded, each)]


def _adjoins_in_ascii(padded: str, start: int, end: int) -> bool:
    return padded[start].isalnum() or padded[end + 1].isalnum()


def _adjoins(padded: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands next to it, in a script that parts its words."""
    before, after = padded[start], padded[end + 1]
    return (before.isalnum() and not _are_undivided(before, padded[start + 1])) or (
        after.isalnum() and not _are_undivided(after, padded[end])
    )


def _are_undivided(outside: str, inside: str) -> bool:
    return _UNDIVIDED.match(outside) is not None or _UNDIVIDED.match(inside) is not None


def _is_free(padded: str, found: tuple[int, int, int]) -> bool:
    """Whether it is no part of an address or a path: "@turla", "turla.example", "\\turla"."""
    _, start, end = found
    after = padded[end + 1]
    if padded[start] in _JOINED_BEFORE or after == "@":
        return False
    return after != "." or not padded[end + 2 : end + 3].isalnum()
