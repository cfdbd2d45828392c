"""Names that act, are acted upon or speak in a ledger, with how much is said of each and how."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.voices import JOINER
from alleged.dossiers.wording import is_named
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.model.claim import Claim
    from alleged.model.vocabulary import Stance


class Part(StrEnum):
    """What part a name plays in a claim."""

    ACTOR = "actor"
    TARGET = "target"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Player:
    """A name as most claims write it; a claim in which it plays two parts is counted in each of them."""

    name: str
    parts: Mapping[Part, int]
    """How many claims it plays this part in."""
    stances: Mapping[Stance, int]
    """Of the claims in which it plays any of the parts that were asked for, each counted once."""
    documents: int

    @property
    def claims(self) -> int:
        """How many claims bear the name."""
        return sum(self.stances.values())


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
    made = (_make(each) for key, each in seen.items() if key)
    return tuple(sorted(made, key=lambda player: (-player.claims, player.name)))


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
