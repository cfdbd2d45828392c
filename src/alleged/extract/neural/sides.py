"""Who did it and to whom: what the network points at, with what the rules find and who acted last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.naming import name_of
from alleged.model.claim import Mention
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.extract.cast import Cast
    from alleged.extract.neural.decode import Marked
    from alleged.extract.neural.frames import Frame
    from alleged.extract.neural.places import Places
    from alleged.extract.neural.tokens import Tokens

_TELLING = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds whose actor is the accused side, so that what follows may be told of the same."""
_GOING_ON = _TELLING - {Kind.ATTRIBUTION}
"""Kinds that are told of whoever acted last, where nobody is named."""


class Sides:
    """The actors and targets of the claims of one document, in reading order."""

    def __init__(self, places: Places, cast: Cast) -> None:
        self._places = places
        self._cast = cast
        self._last: tuple[Mention, ...] = ()

    def find_actors(self, frame: Frame, tokens: Tokens, kind: Kind) -> tuple[Mention, ...]:
        """Who is said to have done it; where nobody is named, who acted last: "then *they* stole mail"."""
        ruled = frame.ruled.actors if frame.ruled else ()
        actors = _joined(self.name(frame.runs["actor"], tokens), ruled)
        if not actors and kind in _GOING_ON:
            return self._last
        if kind in _TELLING:
            self._last = tuple(Mention(actor.name) for actor in actors)
        return actors

    def find_targets(self, frame: Frame, tokens: Tokens) -> tuple[Mention, ...]:
        """To whom it is said to have been done."""
        ruled = frame.ruled.targets if frame.ruled else ()
        return _joined(self.name(frame.runs["target"], tokens), ruled)

    def name(self, runs: Iterable[Marked], tokens: Tokens) -> tuple[Mention, ...]:
        """Whom the words of some runs name, each once."""
        places = (self._places.find_bare(tokens, run.run) for run in runs)
        found: dict[str, Mention] = {}
        for place in (place.whole() for place in places if place):
            for name in name_of(place.passage, place.stretch, self._cast).split("; "):
                found.setdefault(name, Mention(name, place.span))
        return tuple(mention for name, mention in found.items() if name.strip())


def _joined(pointed: tuple[Mention, ...], ruled: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Both, each name once, and none that is only a part of another: "seven" beside "seven men"."""
    found = {mention.name: mention for mention in (*ruled, *pointed)}
    words = {name: set(name.casefold().split()) for name in found}
    whole = {name for name in found if not any(words[name] < other for other in words.values())}
    names = dict.fromkeys(mention.name for mention in (*pointed, *ruled))
    return tuple(found[name] for name in names if name in whole)
