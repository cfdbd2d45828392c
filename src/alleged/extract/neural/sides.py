"""Who did it and to whom: whom the network points at, whom its words name, and who acted last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.naming import name_of
from alleged.extract.passages import Stretch
from alleged.lexicon.grammar import means_nothing
from alleged.lexicon.listed_persons import find_counted
from alleged.model.claim import Mention
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.extract.cast import Cast
    from alleged.extract.neural.candidates import Candidate
    from alleged.extract.neural.decode import Marked
    from alleged.extract.neural.frames import Frame
    from alleged.extract.neural.places import Place, Places
    from alleged.extract.neural.tokens import Tokens

LEAST_MEANT = {"actor": 0.35, "target": 0.3}
"""Probability from which a candidate is meant."""
_TELLING = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds whose actor is the accused side, so that what follows may be told of the same."""
_GOING_ON = _TELLING - {Kind.ATTRIBUTION}
"""Kinds that are told of whoever acted last, where nobody is named."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who is said to have done it, and to whom."""

    actors: tuple[Mention, ...]
    targets: tuple[Mention, ...]


class Sides:
    """The actors and targets of the claims of one document, in reading order."""

    def __init__(self, places: Places, cast: Cast) -> None:
        self._places = places
        self._cast = cast
        self._last: tuple[Mention, ...] = ()

    def find(self, frame: Frame, tokens: Tokens, kind: Kind, content: Iterable[Place]) -> Named:
        """Who is said to have done it and to whom, those whom the words of the content count among them."""
        named = Named(self._find_actors(frame, tokens, kind), self._find("target", frame, tokens))
        counted = tuple(mention for place in content for mention in self._counted(place))
        return put_together(named, counted, kind) if counted else named

    def _find_actors(self, frame: Frame, tokens: Tokens, kind: Kind) -> tuple[Mention, ...]:
        """Who is said to have done it; where nobody is named, who acted last: "then *they* stole mail"."""
        actors = self._find("actor", frame, tokens)
        if not actors and kind in _GOING_ON:
            return self._last
        if kind in _TELLING:
            self._last = tuple(Mention(actor.name) for actor in actors)
        return actors

    def _counted(self, place: Place) -> Iterator[Mention]:
        for number, start, end in find_counted(place.passage.words):
            if start not in place.stretch:
                continue
            span = place.passage.span(Stretch(start, end))
            yield from (Mention(name, span) for name in self._cast.only_list_of(number))

    def name(self, runs: Iterable[Marked], tokens: Tokens) -> tuple[Mention, ...]:
        """Whom the words of some runs name, each once."""
        found: dict[str, Mention] = {}
        for place in self._whole(runs, tokens):
            for name in name_of(place.passage, place.stretch, self._cast).split("; "):
                found.setdefault(name, Mention(name, place.span))
        return tuple(mention for name, mention in found.items() if name.strip())

    def _whole(self, runs: Iterable[Marked], tokens: Tokens) -> Iterator[Place]:
        places = (self._places.find_bare(tokens, run.run) for run in runs)
        return (place.whole() for place in places if place and not means_nothing(place.words))

    def _find(self, side: str, frame: Frame, tokens: Tokens) -> tuple[Mention, ...]:
        """The candidates that are meant, and those who are only described: "the group's *victims*"."""
        shown = frame.pointed[side]
        start = int(tokens.starts[frame.content[0]])
        known = {one.candidate.name for one in shown}
        described = [m for m in self.name(frame.runs[side], tokens) if m.name not in known]
        meant = (_mention(one.candidate, start) for one in shown if one.probability >= LEAST_MEANT[side])
        named = (mention for mention in meant if not any(_is_in(mention, other) for other in described))
        return _apart((*named, *described))


def _mention(candidate: Candidate, start: int) -> Mention:
    """A candidate by the mention that is nearest to where a content starts."""
    return Mention(candidate.name, min(candidate.mentions, key=lambda span: abs(span.start - start)))


def put_together(named: Named, counted: Sequence[Mention], kind: Kind) -> Named:
    """The sides with persons whom words only count: "the *five men* were".

    Of a response they are the targets, of all else the actors; they stand on no other side.
    """
    if kind is Kind.COMMENT:
        return named
    actors, targets = _without(counted, named.actors), _without(counted, named.targets)
    return (
        Named(actors, (*counted, *targets)) if kind is Kind.RESPONSE else Named((*counted, *actors), targets)
    )


def _without(told: Sequence[Mention], side: Iterable[Mention]) -> tuple[Mention, ...]:
    """A side without those who are told together, and without the words that tell them."""
    names = {mention.name for mention in told}
    return tuple(m for m in side if m.name not in names and not any(_is_in(m, other) for other in told))


def _is_in(mention: Mention, description: Mention) -> bool:
    """Whether a name only describes somebody: "*Russian* hackers" are not Russia."""
    return bool(mention.span and description.span and description.span.holds(mention.span))


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Each name once, and none that is only a part of another: "seven" beside "seven men"."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.name, mention)
    words = {name: set(name.casefold().split()) for name in found}
    parts = {name for name in found if any(words[name] < other for other in words.values())}
    return tuple(mention for name, mention in found.items() if name not in parts)
