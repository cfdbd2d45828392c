"""Which claims of a ledger bear a name that was asked for, or names that authorities list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.knowledge.index import make_index
from alleged.knowledge.keys import name_key
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.names import name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.knowledge.index import NameIndex
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim, Mention

_AROUND = frozenset(
    {"the", "group", "gang", "team", "crew", "hacker", "hackers", "actor", "actors", "operator", "operators"}
)
"""Words beside a name that make no other name of it, unless somebody lists that one."""


class Side(StrEnum):
    """What part a name plays in a claim."""

    ACTING = "acting"
    ACTED_UPON = "acted-upon"

    def query(self, name: str) -> ClaimQuery:
        """What asks a ledger for the claims in which `name` plays this part."""
        return ClaimQuery(actor=name) if self is Side.ACTING else ClaimQuery(target=name)

    def mentions(self, claim: Claim) -> tuple[Mention, ...]:
        """Who plays this part in a claim."""
        return claim.actors if self is Side.ACTING else claim.targets


@dataclass(frozen=True, slots=True)
class Bearer:
    """A claim with the names that it bears."""

    claim: Claim
    names: tuple[tuple[str, str], ...]
    """The name in the claim, and the key of the name that it was found by."""


def find_named(ledger: Ledger, side: Side, name: str) -> Iterator[Bearer]:
    """The claims in which `name` stands, whole or by whole words."""
    wanted = _spaced(name)
    for claim in ledger.claims(side.query(name)).claims:
        borne = (mention.name for mention in side.mentions(claim) if wanted in _spaced(mention.name))
        yield Bearer(claim, tuple((each, name_key(name)) for each in dict.fromkeys(borne)))


@dataclass(frozen=True)
class ListedNames:
    """Names that stand in lists, looked up as strictly as lists of ordinary words and short names need.

    Unlike a name that a person asks for, a listed one must be all that a claim calls somebody, and be written
    as names are: "SUMMIT" is a name of a group, "the G7 summit" is none.
    """

    index: NameIndex
    knowledge: Knowledge | None = None
    """Tells which words are names of others; without it, nothing may stand beside a name."""

    def find(self, ledger: Ledger, side: Side) -> Iterator[Bearer]:
        """The claims that bear one of these names on that side, each once."""
        seen: dict[str, Claim] = {}
        for form in (*self.index.forms, *self.index.exact):
            seen.update((claim.id, claim) for claim in ledger.claims(side.query(form)).claims)
        for claim in seen.values():
            if borne := tuple(self._borne(side.mentions(claim))):
                yield Bearer(claim, borne)

    def _borne(self, mentions: Iterable[Mention]) -> Iterator[tuple[str, str]]:
        for name in dict.fromkeys(mention.name for mention in mentions):
            key = self.key_in(name)
            if key:
                yield name, key

    def key_in(self, words: str) -> str | None:
        """The key of the listed name that these words are; None if they are none, or a name of others."""
        hits = self.index.find(words)
        if len(hits) != 1 or not _is_around(f"{words[: hits[0].start]} {words[hits[0].end :]}"):
            return None
        key = hits[0].key
        is_alone = name_key(words) == key
        return key if is_alone or (self.knowledge and not self.knowledge.find(words)) else None


def list_for_lookup(names: Iterable[str], knowledge: Knowledge | None = None) -> ListedNames:
    """These names, ready to be looked up."""
    return ListedNames(make_index(names), knowledge)


def merge_bearers(one: Bearer, other: Bearer) -> Bearer:
    """A claim that was found twice, with the names of both."""
    return Bearer(one.claim, tuple(dict.fromkeys((*one.names, *other.names))))


def _is_around(rest: str) -> bool:
    return all(word in _AROUND for word in name_words(rest)) if rest.strip() else True


def _spaced(name: str) -> str:
    return f" {' '.join(name_words(name))} "
