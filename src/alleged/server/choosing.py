"""Choosing among the claims of a list by links: of one stance, one speaker, one kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.wording import NOBODY_NAMED, OWN_VOICE, is_named
from alleged.model.vocabulary import Basis, Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alleged.model.claim import Claim
    from alleged.server.asking import Asked


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims are asked for; None for any."""

    stance: Stance | None
    kind: Kind | None
    speaker: str

    @classmethod
    def of(cls, asked: Asked) -> Choice:
        """What an address asks for."""
        return cls(asked.code("stance", Stance), asked.code("kind", Kind), asked.text("speaker"))

    def takes(self, claim: Claim) -> bool:
        """Whether the claim is one of them."""
        fits = self.stance in (None, claim.stance) and self.kind in (None, claim.kind)
        return fits and self.speaker in ("", tell_voice(claim))


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose: how many claims have it, and the address of these, or of all if it is chosen."""

    value: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field of some claims, the most frequent first."""

    name: str
    options: tuple[Option, ...]

    @property
    def chosen(self) -> str:
        """The value that is chosen; "" if none is."""
        return next((option.value for option in self.options if option.chosen), "")


def tell_voice(claim: Claim) -> str:
    """Who speaks, as one chooses it: a name, or that nobody is named."""
    if is_named(claim.speaker):
        return claim.speaker.name or ""
    return OWN_VOICE if claim.speaker.basis is Basis.NARRATOR else NOBODY_NAMED


_FIELDS: dict[str, Callable[[Claim], str]] = {
    "stance": lambda claim: claim.stance.value,
    "speaker": tell_voice,
    "kind": lambda claim: claim.kind.value,
}


def list_facets(claims: Sequence[Claim], asked: Asked) -> dict[str, Facet]:
    """By field, how the claims divide; each field counts all of them."""
    return {
        name: Facet(name, tuple(_list_options(name, Counter(map(tell, claims)), asked)))
        for name, tell in _FIELDS.items()
    }


def _list_options(name: str, counts: Counter[str], asked: Asked) -> Iterator[Option]:
    chosen = asked.text(name)
    for value, count in counts.most_common():
        is_chosen = value == chosen
        address = asked.address(None, **{name: None if is_chosen else value, "claim": None})
        yield Option(value, count, address, is_chosen)
