"""What a document tells about a name besides its letters: what stands beside it, and what else is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from alleged.knowledge.codes import find_country
from alleged.knowledge.keys import name_key
from alleged.lexicon.names import names
from alleged.lexicon.readings import Side, Sign, readings
from alleged.lexicon.words import find_words
from alleged.model.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.lexicon.words import Word
    from alleged.model.decision import Decision
    from alleged.model.document import Extent

NEAR = 15
"""Words before and behind a name in which a country is told near it."""
_BESIDE = 3
"""Words in which it is told of the name itself: "China's", "of the Russian Federation"."""
_KIND_OF = {Sign.GROUP: EntityKind.GROUP, Sign.TOOL: EntityKind.TOOL}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a name that is looked up, besides its letters. An empty one says nothing."""

    kinds: frozenset[EntityKind] = frozenset()
    """What alone is wanted; empty for anything."""
    likely: frozenset[EntityKind] = frozenset()
    """What the words beside the name say it is; it counts only if the name can be that."""
    countries: frozenset[str] = frozenset()
    """Countries that are told near it, ISO 3166-1 alpha-2."""
    reading: Sign | None = None
    """Whether the name of a place is told as a place or as a state."""
    near: frozenset[str] = frozenset()
    """Other names in the document, as `name_key` writes them."""
    decisions: tuple[Decision, ...] = ()
    """What people decided, oldest first."""


NOTHING = Context()


class Surroundings:
    """A document as the surroundings of the names in it."""

    def __init__(self, text: str, mentions: Sequence[Extent]) -> None:
        self._text = text
        self._mentions = mentions
        self._words = find_words(text)
        self._starts = [word.start for word in self._words]
        self._befores: dict[int, list[Sign]] = defaultdict(list)
        self._afters: dict[int, list[Sign]] = defaultdict(list)
        for match in readings().find(self._words):
            if match.code.side is Side.AFTER:
                self._afters[match.start].append(match.code.sign)
            else:
                self._befores[match.end].append(match.code.sign)

    def context_of(self, mention: Extent, decisions: tuple[Decision, ...] = ()) -> Context:
        """What the document tells of the name at this place, but for countries: see `countries_near`."""
        first, end = self._place(mention)
        signs = self._signs(first, end)
        kinds = _kinds_in(signs) or self._kinds_by_name.get(self._key(mention), frozenset())
        return Context(
            likely=kinds,
            reading=_reading(signs),
            near=self._keys,
            decisions=decisions,
        )

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(map(self._key, self._mentions))

    @cached_property
    def _kinds_by_name(self) -> dict[str, frozenset[EntityKind]]:
        """What most of the places say where a name stands."""
        signs: dict[str, Counter[Sign]] = defaultdict(Counter)
        for mention in self._mentions:
            signs[self._key(mention)].update(self._signs(*self._place(mention)))
        return {key: _kinds_in(found) for key, found in signs.items()}

    @cached_property
    def _states(self) -> list[tuple[int, str]]:
        """Where countries are told, by word, and which."""
        found = ((match.start, match.name.state) for match in names().find(self._words))
        coded = ((at, find_country(state)) for at, state in found if state)
        return [(at, code) for at, code in coded if code]

    def countries_near(self, mention: Extent) -> frozenset[str]:
        """Countries told beside a name, else those told near it, else those of the whole document."""
        first, end = self._place(mention)
        others = [(at, code) for at, code in self._states if not first <= at < end]
        for reach in (_BESIDE, NEAR, len(self._words)):
            near = frozenset(code for at, code in others if first - reach <= at < end + reach)
            if near:
                return near
        return frozenset()

    def _signs(self, first: int, end: int) -> Counter[Sign]:
        return Counter([*self._befores.get(first, ()), *self._afters.get(end, ())])

    def _place(self, mention: Extent) -> tuple[int, int]:
        """The words of a mention, without an article before it."""
        first = bisect_left(self._starts, mention.start)
        end = bisect_left(self._starts, mention.end)
        while first > 0 and _is_article(self._words[first - 1]):
            first -= 1
        return first, max(end, first + 1)

    def _key(self, mention: Extent) -> str:
        return name_key(self._text[mention.start : mention.end])


def _is_article(word: Word) -> bool:
    return word.norm in {"the", "a", "an"} or word.text in "\"'“‘([*_"


def _kinds_in(signs: Counter[Sign]) -> frozenset[EntityKind]:
    """The kind that more of the signs say; none where they say both alike."""
    group, tool = signs[Sign.GROUP], signs[Sign.TOOL]
    if group == tool:
        return frozenset()
    return frozenset({EntityKind.GROUP if group > tool else EntityKind.TOOL})


def _reading(signs: Counter[Sign]) -> Sign | None:
    place, state = signs[Sign.PLACE], signs[Sign.STATE]
    if place == state:
        return None
    return Sign.PLACE if place > state else Sign.STATE
