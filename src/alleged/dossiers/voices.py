"""Who speaks: one voice for all forms of one name in a document, and each of those who speak together.

A ministry whose state no name tells is a voice of its own in each document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from alleged.dossiers.wording import is_named
from alleged.lexicon.names import names
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Basis
from alleged.resolve.bodies import DECIDED
from alleged.resolve.titles import is_of_any_state

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim, Speaker
    from alleged.resolve.grouping import Edge

JOINER = "; "
"""Stands between the names of those who say something together."""
APART: Mapping[str, Body] = MappingProxyType({})
"""No name is taken for a name of the same body as another one."""


@dataclass(frozen=True, slots=True)
class Body:
    """Names that are taken for names of one body."""

    names: tuple[str, ...]
    links: tuple[Edge, ...]
    """Why, each for two of them."""

    def why(self, names: Collection[str]) -> str:
        """Why these of its names are taken together, and whether somebody decided it."""
        own = [link for link in self.links if link.one in names and link.other in names] or self.links
        told = "; ".join(dict.fromkeys(link.why for link in own))
        return told if all(link.strength >= DECIDED for link in own) else f"suggested: {told}"


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what that speaker says of the subject, in reading order."""

    speaker: Speaker
    claims: tuple[Claim, ...]
    names: tuple[str, ...] = ()
    """The other names under which it speaks here."""
    reason: str = ""
    """Why these are taken for names of the same; "" where there are none."""


def group_by_speaker(claims: Iterable[Claim]) -> tuple[Voice, ...]:
    """The claims by who makes them, in the order in which the speakers first appear.

    Claims in their own voice are one group a document: two documents are two voices. What several say
    together is a voice of its own.
    """
    told = tuple(claims)
    fuller = find_fuller_names(told)
    return _group((claim, _in_full(claim, fuller)) for claim in told)


def group_by_each_speaker(claims: Iterable[Claim], bodies: Mapping[str, Body] = APART) -> tuple[Voice, ...]:
    """The same, but what several say together is among the claims of each.

    Names that `bodies` has for one body are one voice, which tells them; not those of who speaks for others.
    """
    told = tuple(claims)
    fuller = find_fuller_names(told)
    spoken = ((claim, one) for claim in told for one in _each(_in_full(claim, fuller)))
    return _group(spoken, bodies)


def list_names(claims: Iterable[Claim]) -> Iterator[str]:
    """The names under which somebody speaks for nobody else, as often as that is."""
    told = tuple(claims)
    fuller = find_fuller_names(told)
    speakers = (one for claim in told for one in _each(_in_full(claim, fuller)))
    return (speaker.name for speaker in speakers if _can_be_joined(speaker) and speaker.name)


def tell_names(names: Sequence[str], reason: str) -> str:
    """Under which other names somebody speaks, and why they are taken for names of the same."""
    return f"also as: {', '.join(names)} ({reason})"


def tell_joined(voices: Iterable[Voice], *, briefly: bool = False) -> Iterator[str]:
    """Who speaks under several names, and why these are taken for one body: in full, or in a word."""
    for voice in voices:
        if voice.names:
            reason = voice.reason.partition(":")[0] if briefly else voice.reason
            yield f"{voice.speaker.name} {tell_names(voice.names, reason)}"


def order_by_weight(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """The voices, those with a name first, and among them those who say most; the rest in their order."""
    return tuple(sorted(voices, key=lambda voice: (not is_named(voice.speaker), -len(voice.claims))))


def count_named_speakers(claims: Iterable[Claim]) -> int:
    """How many speakers with a name make these claims: neither own voices nor anonymous ones count."""
    return sum(is_named(voice.speaker) for voice in group_by_each_speaker(claims))


def find_fuller_names(claims: Iterable[Claim]) -> dict[tuple[str, str], str]:
    """By document and name, the longer name of the same speaker there: "Chinese embassy" for "embassy".

    Only a state before the name makes it longer, and only if the document does not put several before it.
    """
    by_document: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if is_named(claim.speaker) and claim.speaker.name:
            by_document[claim.document].update(claim.speaker.name.split(JOINER))
    return {
        (document, name): fuller
        for document, found in by_document.items()
        for name in found
        if (fuller := _only_fuller(name, found))
    }


def _only_fuller(name: str, others: Iterable[str]) -> str | None:
    fuller = [other for other in others if _adds_state(other, name)]
    return fuller[0] if len(fuller) == 1 else None


def _adds_state(longer: str, name: str) -> bool:
    """Whether a name is another one with a state before it: "Finland's *Harbour Office*"."""
    if len(longer) <= len(name) or not longer.casefold().endswith(f" {name.casefold()}"):
        return False
    before = tuple(word for word in find_words(longer[: -len(name)]) if word.norm != "'s")
    matches = names().find(before)
    covered = [(match.start, match.end) for match in matches if match.name.type == "states"]
    return covered == [(0, len(before))]


def _in_full(claim: Claim, fuller: Mapping[tuple[str, str], str]) -> Speaker:
    speaker = claim.speaker
    if not fuller or not is_named(speaker) or not speaker.name:
        return speaker
    parts = speaker.name.split(JOINER)
    return replace(speaker, name=JOINER.join(fuller.get((claim.document, part), part) for part in parts))


def _each(speaker: Speaker) -> Iterator[Speaker]:
    """Everybody who speaks, where several speak together."""
    if not is_named(speaker) or not speaker.name:
        yield speaker
        return
    for name in speaker.name.split(JOINER):
        yield replace(speaker, name=name)


def _group(spoken: Iterable[tuple[Claim, Speaker]], bodies: Mapping[str, Body] = APART) -> tuple[Voice, ...]:
    groups: dict[tuple[str, ...], list[tuple[Claim, Speaker]]] = {}
    for claim, speaker in spoken:
        groups.setdefault(_voice_of(speaker, claim.document, bodies), []).append((claim, speaker))
    return tuple(_make_voice(group, bodies) for group in groups.values())


def _make_voice(group: Sequence[tuple[Claim, Speaker]], bodies: Mapping[str, Body]) -> Voice:
    """The voice under the name that it uses most; what it says together with itself is said once."""
    claims = tuple({claim.id: claim for claim, _ in group}.values())
    used = Counter(speaker.name or "" for _, speaker in group)
    if len(used) == 1:
        return Voice(group[0][1], claims)
    name, *others = sorted(used, key=lambda name: (-used[name], -len(name), name))
    speaker = next(speaker for _, speaker in group if speaker.name == name)
    return Voice(speaker, claims, tuple(others), bodies[name].why(used))


def _can_be_joined(speaker: Speaker) -> bool:
    return is_named(speaker) and speaker.on_behalf_of in {None, speaker.name}


def _voice_of(speaker: Speaker, document: str, bodies: Mapping[str, Body]) -> tuple[str, ...]:
    if speaker.basis is Basis.NARRATOR or not speaker.name:
        return (speaker.basis, document)
    body = bodies.get(speaker.name) if _can_be_joined(speaker) else None
    if body:
        return ("body", *body.names)
    named = "anonymous" if speaker.basis is Basis.ANONYMOUS else "named"
    is_own = speaker.basis is Basis.ANONYMOUS or is_of_any_state(speaker.name)
    return (named, speaker.name, speaker.on_behalf_of or "", document if is_own else "")
