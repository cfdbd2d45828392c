"""Names hidden in data at equal length, so that every offset stays true.

A name is found in any case, in any Unicode form, with its words parted by whatever is no letter ("wu-yong",
"Yong, Wu"), in any field. One word of it alone is hidden, too, where it is written like a name and belongs to
no other name of the ledger.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from unicodedata import category, combining, normalize

from alleged.knowledge.common import is_common
from alleged.ledger.names import UNDIVIDED
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names as known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.model.wire import Wire

MASK = "█"
"""Stands for each character of a hidden name."""
MASKED = "masked"
"""The key of a record that tells how many names are hidden in it; a record without it is whole."""

_WIDEST_GAP = 4
"""Characters that may part two words of a name."""
_SHORTEST_PART = 3
"""Letters below which a word of a name alone tells nobody."""
_ALONE = "".join(f"{first}-{last}" for first, last in UNDIVIDED)
_WORD = re.compile(f"%20|[{_ALONE}]|(?:(?![{_ALONE}])[^\\W_])+")
_APOSTROPHES = frozenset("'’ʼ‘`ʻ")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a name can stand in a text."""

    words: tuple[str, ...]
    name: str
    needs_capital: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """Names that are hidden, by the first word of each form; see `make_mask`."""

    forms: Mapping[str, tuple[_Form, ...]]

    def hide(self, text: str) -> tuple[str, frozenset[str]]:
        """The text with the names hidden, as long as before, and which names they were."""
        found = self.find(text)
        for start, end, _ in found:
            text = f"{text[:start]}{MASK * (end - start)}{text[end:]}"
        return text, frozenset(name for *_, name in found)

    def find(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Where the names stand in a text: start, end and which it is, in order, none overlapping."""
        return tuple(self._find(text))

    def hide_all(self, record: Wire) -> tuple[Wire, frozenset[str]]:
        """A record with the names hidden in every field, and which they were; `masked` tells how many."""
        hidden: set[str] = set()
        done: Wire = self._walk(record, hidden)
        return ({**done, MASKED: len(hidden)} if hidden else done), frozenset(hidden)

    def _walk(self, value: Any, hidden: set[str]) -> Any:
        match value:
            case str():
                text, found = self.hide(value)
                hidden |= found
                return text
            case dict():
                return {key: self._walk(each, hidden) for key, each in value.items()}
            case list() | tuple() if _are_runs(value):
                return self._walk_runs(value, hidden)
            case list() | tuple():
                return [self._walk(each, hidden) for each in value]
        return value

    def _walk_runs(self, runs: Any, hidden: set[str]) -> list[Wire]:
        """A passage that is cut into runs: a name may begin in one and end in the next."""
        whole = self._walk("".join(run["text"] for run in runs), hidden)
        ends = [0]
        for run in runs:
            ends.append(ends[-1] + len(run["text"]))
        pieces = [whole[start:end] for start, end in pairwise(ends)]
        return [{**run, "text": piece} for run, piece in zip(runs, pieces, strict=True)]

    def _find(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = tuple(_find_words(text)) if self.forms else ()
        at = 0
        while at < len(words):
            form = self._form_at(text, words, at)
            if form:
                last = words[at + len(form.words) - 1]
                yield words[at].start, _end_of(text, last.end), form.name
            at += len(form.words) if form else 1

    def _form_at(self, text: str, words: tuple[_Word, ...], at: int) -> _Form | None:
        for form in self.forms.get(words[at].folded, ()):
            here = words[at : at + len(form.words)]
            if tuple(word.folded for word in here) != form.words:
                continue
            is_close = all(b.start - a.end <= _WIDEST_GAP for a, b in pairwise(here))
            if is_close and not (form.needs_capital and text[here[0].start].islower()):
                return form
        return None


def make_mask(private: Iterable[str], others: Iterable[str] = (), *, parts: bool = True) -> Mask:
    """What hides these names; no word of `others`, the names that stay, is hidden on its own.

    Without `parts`, no word of a name is.
    """
    kept = {word.folded for name in others for word in _find_words(name)}
    forms: dict[str, list[_Form]] = defaultdict(list)
    for name in sorted(private):
        for form in _make_forms(name, kept):
            if parts or not form.needs_capital:
                forms[form.words[0]].append(form)
    return Mask({word: tuple(sorted(each, key=_longest_first)) for word, each in forms.items()})


def _longest_first(form: _Form) -> tuple[int, str]:
    return -len(form.words), form.name


def _make_forms(name: str, kept: set[str]) -> Iterator[_Form]:
    words = tuple(word.folded for word in _find_words(name))
    if words:
        yield _Form(words, name)
    if len(words) > 1:
        yield _Form((*words[1:], words[0]), name)
        yield _Form((words[-1], *words[:-1]), name)
        for word in words:
            if _tells_somebody(word) and word not in kept:
                yield _Form((word,), name, needs_capital=True)


def _tells_somebody(word: str) -> bool:
    """Whether one word of a name is enough to know who is meant: no title, no place, no ordinary word."""
    is_ordinary = is_common(word) or word in grammar().titles or known_names().get(word.capitalize())
    return len(word) >= _SHORTEST_PART and not is_ordinary


def _find_words(text: str) -> Iterator[_Word]:
    folded, places = _fold(text)
    for match in _WORD.finditer(folded):
        if match[0] != "%20":
            yield _Word(match[0], places[match.start()], places[match.end() - 1] + 1)


def _fold(text: str) -> tuple[str, range | list[int]]:
    """The text without case, accents and invisible characters, and where each character of it stood."""
    if text.isascii():
        return text.lower().replace("'", " "), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = _fold_letter(letter)
        letters.append(folded)
        places.extend([place] * len(folded))
    return "".join(letters), places


@lru_cache(maxsize=1 << 14)
def _fold_letter(letter: str) -> str:
    if letter in _APOSTROPHES:
        return " "
    plain = normalize("NFKD", normalize("NFKD", letter).casefold()).replace("ı", "i")
    kept = (" " if each in _APOSTROPHES else each for each in plain if not combining(each))
    return "".join(each for each in kept if category(each) != "Cf")


def _end_of(text: str, end: int) -> int:
    """Where a name ends with the accents that stand behind its last letter."""
    while end < len(text) and not text[end].isascii() and not _fold_letter(text[end]):
        end += 1
    return end


def _are_runs(value: Any) -> bool:
    return bool(value) and all(isinstance(each, dict) and each.keys() == {"text", "labels"} for each in value)
