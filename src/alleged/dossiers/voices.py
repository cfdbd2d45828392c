"""Who speaks: one voice for all forms of one name in a document, and each of those who speak together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.dossiers.wording import is_named
from alleged.lexicon.names import names
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.model.claim import Claim, Speaker

JOINER = "; "
"""Stands between the names of those who say something together."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what that speaker says of the subject, in reading order."""

    speaker: Speaker
    claims: tuple[Claim, ...]


def group_by_speaker(claims: Iterable[Claim]) -> tuple[Voice, ...]:
    """The claims by who makes them, in the order in which the speakers first appear.

    Claims in their own voice are one group a document: two documents are two voices. What several say
    together is a voice of its own.
    """
    told = tuple(claims)
    fuller = find_fuller_names(told)
    return _group((claim, _in_full(claim, fuller)) for claim in told)


def group_by_each_speaker(claims: Iterable[Claim]) -> tuple[Voice, ...]:
    """The same, but what several say together is among the claims of each."""
    told = tuple(claims)
    fuller = find_fuller_names(told)
    return _group((claim, one) for claim in told for one in _each(_in_full(claim, fuller)))


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


def _group(spoken: Iterable[tuple[Claim, Speaker]]) -> tuple[Voice, ...]:
    groups: dict[tuple[str, ...], list[tuple[Claim, Speaker]]] = {}
    for claim, speaker in spoken:
        groups.setdefault(_voice_of(speaker, claim.document), []).append((claim, speaker))
    return tuple(Voice(group[0][1], tuple(claim for claim, _ in group)) for group in groups.values())


def _voice_of(speaker: Speaker, document: str) -> tuple[str, ...]:
    if speaker.basis is Basis.NARRATOR or not speaker.name:
        return (speaker.basis, document)
    named = "anonymous" if speaker.basis is Basis.ANONYMOUS else "named"
    place = document if speaker.basis is Basis.ANONYMOUS else ""
    return (named, speaker.name, speaker.on_behalf_of or "", place)
