"""Names hidden in data at equal length, so that every offset stays true.

A name is found in any case, in any Unicode form, with its words parted by whatever is no letter ("wu-yong",
"Yong, Wu") or by nothing ("WuYong"), in any field: as erasing finds it. One word of it alone is hidden, too,
where it is written like a name and belongs to no other name of the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from alleged.knowledge.common import is_common
from alleged.ledger.masking import MASK, divide, find_reach
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names as known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.ledger.masking import Word
    from alleged.model.wire import Wire

MASKED = "masked"
"""The key of a record that tells how many names are hidden in it; a record without it is whole."""

_WIDEST_GAP = 4
"""Characters that may part two words of a name."""
_SHORTEST_PART = 3
"""Letters below which a word of a name alone tells nobody."""
_PROBE = 3
"""Letters by which forms are looked up."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a name can stand in a text."""

    key: str
    """Its letters, however they are divided into words."""
    name: str
    is_part: bool = False
    """Whether it is one word of a name, which has to stand alone and be written like a name."""

    def fits(self, text: str, words: Sequence[Word]) -> bool:
        """Whether words that spell it are written as it is."""
        if self.is_part:
            return len(words) == 1 and not text[words[0].start].islower()
        return all(after.start - before.end <= _WIDEST_GAP for before, after in pairwise(words))


@dataclass(frozen=True, slots=True)
class Mask:
    """Names that are hidden, by the first letters of each form; see `make_mask`."""

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
        words = divide(text) if self.forms else []
        at = 0
        while at < len(words):
            form, reach = self._form_at(text, words, at) or (None, at + 1)
            if form:
                yield words[at].start, words[reach - 1].end, form.name
            at = reach

    def _form_at(self, text: str, words: Sequence[Word], at: int) -> tuple[_Form, int] | None:
        """The longest form that the words spell from there on, and behind which word it ends."""
        begin = "".join(word.plain for word in words[at : at + _PROBE])[:_PROBE]
        for size in range(len(begin), 0, -1):
            for form in self.forms.get(begin[:size], ()):
                reach = find_reach(words, at, form.key)
                if reach and form.fits(text, words[at:reach]):
                    return form, reach
        return None


def make_mask(private: Iterable[str], others: Iterable[str] = (), *, parts: bool = True) -> Mask:
    """What hides these names; no word of `others`, the names that stay, is hidden on its own.

    Without `parts`, no word of a name is.
    """
    kept = {word.plain for name in others for word in divide(name)}
    forms: dict[str, list[_Form]] = defaultdict(list)
    for name in sorted(private):
        for form in _make_forms(name, kept):
            if parts or not form.is_part:
                forms[form.key[:_PROBE]].append(form)
    return Mask({begin: tuple(sorted(each, key=_longest_first)) for begin, each in forms.items()})


def _longest_first(form: _Form) -> tuple[int, str]:
    return -len(form.key), form.name


def _make_forms(name: str, kept: set[str]) -> Iterator[_Form]:
    words = [word.plain for word in divide(name)]
    if words:
        yield _Form("".join(words), name)
    if len(words) > 1:
        yield _Form("".join((*words[1:], words[0])), name)
        yield _Form("".join((words[-1], *words[:-1])), name)
        for word in words:
            if _tells_somebody(word) and word not in kept:
                yield _Form(word, name, is_part=True)


def _tells_somebody(word: str) -> bool:
    """Whether one word of a name is enough to know who is meant: no title, no place, no ordinary word."""
    is_ordinary = is_common(word) or word in grammar().titles or known_names().get(word.capitalize())
    return len(word) >= _SHORTEST_PART and not is_ordinary


def _are_runs(value: Any) -> bool:
    return bool(value) and all(isinstance(each, dict) and each.keys() == {"text", "labels"} for each in value)
