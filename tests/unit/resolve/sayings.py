"""Claims made by hand from who said what, for tests of how they answer each other."""

from __future__ import annotations

from dataclasses import dataclass

from alleged.model.claim import Claim, Mention, Speaker
from alleged.model.span import Span
from alleged.model.vocabulary import Act, Basis, Role, Stance


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what of whom, and how."""

    speaker: str | None
    words: str
    stance: Stance = Stance.ASSERTS
    act: Act = Act.INTRUSION
    actors: tuple[str, ...] = ()
    named_as: str | None = None
    on_behalf_of: str | None = None


def make_claims(*said: Said) -> tuple[Claim, ...]:
    """The sayings as claims of one document, one after the other."""
    found: list[Claim] = []
    start = 0
    for one in said:
        found.append(_claim(one, start))
        start += len(one.words) + 2
    return tuple(found)


def _claim(said: Said, start: int) -> Claim:
    words = Span(start, start + len(said.words), said.words)
    named = Span(start, start + len(said.named_as), said.named_as) if said.named_as else None
    basis = Basis.EXPLICIT if said.speaker else Basis.NARRATOR
    return Claim(
        document="d" * 64,
        text="t" * 24,
        quote=words,
        content=words,
        speaker=Speaker(Role.OTHER, basis, said.speaker, named, said.on_behalf_of),
        stance=said.stance,
        act=said.act,
        extractor="hand",
        extractor_version="1",
        actors=tuple(Mention(name) for name in said.actors),
    )
