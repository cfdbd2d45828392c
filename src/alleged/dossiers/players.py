"""Names that act, are acted upon or speak in a ledger, with how much is said of each and how."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.voices import JOINER
from alleged.dossiers.wording import is_named
from alleged.knowledge.keys import name_key
from alleged.ledger.interface import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.ledger.interface import Facet
    from alleged.model.claim import Claim
    from alleged.model.vocabulary import Stance


class Part(StrEnum):
    """What part a name plays in a claim."""

    ACTOR = "actor"
    TARGET = "target"
    SPEAKER = "speaker"


_ASPECTS = {Part.ACTOR: Aspect.ACTOR, Part.TARGET: Aspect.TARGET, Part.SPEAKER: Aspect.SPEAKER}


@dataclass(frozen=True, slots=True)
class Player:
    """A name as most claims write it; a claim in which it plays two parts is counted in each of them."""

    name: str
    parts: Mapping[Part, int]
    """How many claims it plays this part in."""
    stances: Mapping[Stance, int] | None
    """Of the claims in which it plays any of the parts that were asked for, each counted once.

    None where the claims themselves were not looked at, since they are too many.
    """
    documents: int | None

    @property
    def claims(self) -> int | None:
        """How many claims bear the name."""
        return None if self.stances is None else sum(self.stances.values())

    @property
    def weight(self) -> int:
        """By what names are put in order: how many claims bear them, or how many parts they play."""
        return sum(self.parts.values()) if self.claims is None else self.claims


@dataclass(slots=True)
class _Seen:
    """What was seen of one name so far."""

    spellings: Counter[str] = field(default_factory=Counter)
    parts: Counter[Part] = field(default_factory=Counter)
    stances: Counter[Stance] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)


def view_players(claims: Iterable[Claim], part: Part | None = None) -> tuple[Player, ...]:
    """The names of these claims, those that most claims bear first; only those that play `part`, if given.

    Spellings of one name ("APT31", "Apt-31") are one; nothing else is joined. Who is not named is no name.
    """
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for claim in claims:
        _see(seen, claim, part)
    return _in_order(_make(each) for key, each in seen.items() if key)


def count_players(facets: Mapping[Aspect, Facet], part: Part | None = None) -> tuple[Player, ...]:
    """The same by counts alone, for ledgers of which not every claim can be looked at."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for each in Part if part is None else (part,):
        for names, number in facets[_ASPECTS[each]].counts:
            for name in names.split(JOINER) if each is Part.SPEAKER else (names,):
                seen[name_key(name)].parts[each] += number
                seen[name_key(name)].spellings[name] += number
    made = (replace(_make(each), stances=None, documents=None) for key, each in seen.items() if key)
    return _in_order(made)


def _in_order(players: Iterable[Player]) -> tuple[Player, ...]:
    return tuple(sorted(players, key=lambda player: (-player.weight, player.name)))


def find_players(players: Iterable[Player], words: str) -> tuple[Player, ...]:
    """Those whose names hold these letters, in any case."""
    wanted = words.casefold()
    return tuple(player for player in players if wanted in player.name.casefold())


def _see(seen: Mapping[str, _Seen], claim: Claim, part: Part | None) -> None:
    told = [(each, name) for each, name in _list_parts(claim) if part in (None, each)]
    for each, name in dict.fromkeys((each, name_key(name)) for each, name in told):
        seen[name].parts[each] += 1
    for name in {name for _, name in told}:
        seen[name_key(name)].spellings[name] += 1
    for key in {name_key(name) for _, name in told}:
        seen[key].stances[claim.stance] += 1
        seen[key].documents.add(claim.document)


def _list_parts(claim: Claim) -> Iterator[tuple[Part, str]]:
    yield from ((Part.ACTOR, mention.name) for mention in claim.actors)
    yield from ((Part.TARGET, mention.name) for mention in claim.targets)
    if is_named(claim.speaker) and claim.speaker.name:
        yield from ((Part.SPEAKER, name) for name in claim.speaker.name.split(JOINER))


def _make(seen: _Seen) -> Player:
    spelling = max(seen.spellings, key=lambda name: (seen.spellings[name], name))
    return Player(spelling, seen.parts, seen.stances, len(seen.documents))
