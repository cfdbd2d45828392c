"""A claim out of the words that a person chose in a text: each word must stand there, or it is refused."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.errors import AnchorError, InputError
from alleged.model.addition import VERSION, name_addition
from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.document import Extent
from alleged.model.edtf import find_edtf
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.model.document import Text
    from alleged.model.span import Span

MOST_PLACES = 50
"""Places of the same words that are told; who means a later one copies more words."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: a name, or on what ground there is none."""

    name: str = ""
    role: Role = Role.OTHER
    basis: Basis = Basis.EXPLICIT


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person says that a text says; cues and hedges are words of the quote."""

    content: Extent
    stance: Stance
    act: Act
    voice: Voice
    quote: Extent | None = None
    """None for the sentences of the content."""
    cues: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    time: str = ""
    """When it is said to have happened, EDTF."""


def find_places(clean: str, words: str) -> tuple[Extent, ...]:
    """Where these words stand, to the letter but for white space; not more than `MOST_PLACES`."""
    exact = tuple(_find_exact(clean, words.strip()))
    return exact or tuple(_find_folded(clean, words))


def draft_claim(text: Text, draft: Draft, who: str) -> Claim:
    """The claim that `who` adds; raises AnchorError for words that do not stand there, InputError else."""
    content = span_at(text.clean, draft.content.start, draft.content.end)
    quote = _find_quote(text, draft, content)
    if draft.time and find_edtf(draft.time) is None:
        cure = "write a date or an interval: 2021, 2021-03, 2021-03-25, 2020/2021"
        raise InputError(f"{draft.time!r} is no time", cure=cure)
    claim = Claim(
        document=text.document.id,
        text=text.id,
        quote=quote,
        content=content,
        speaker=_find_speaker(text, draft.voice, quote),
        stance=draft.stance,
        act=draft.act,
        extractor="",
        extractor_version=VERSION,
        cues=tuple(_get_within(text, quote, words) for words in draft.cues),
        hedges=tuple(_get_within(text, quote, words) for words in draft.hedges),
        actors=tuple(Mention(name, _find_within(text, quote, name)) for name in draft.actors),
        targets=tuple(Mention(name, _find_within(text, quote, name)) for name in draft.targets),
        event_time=When(draft.time or None),
    )
    return replace(claim, extractor=name_addition(who, claim))


def _find_exact(clean: str, words: str) -> Iterator[Extent]:
    place = clean.find(words) if words else -1
    for _ in range(MOST_PLACES):
        if place < 0:
            return
        yield Extent(place, place + len(words))
        place = clean.find(words, place + 1)


def _find_folded(clean: str, words: str) -> Iterator[Extent]:
    """The same where lines are broken elsewhere, as in words that were pasted."""
    folded, starts = _fold(clean)
    for found in _find_exact(folded, _fold(words)[0].strip()):
        yield Extent(starts[found.start], starts[found.end - 1] + 1)


def _fold(words: str) -> tuple[str, list[int]]:
    """The words with one space for all white space between two of them, and where each character stood."""
    kept = [at for at, sign in enumerate(words) if not (sign.isspace() and words[at - 1 : at].isspace())]
    return "".join(" " if words[at].isspace() else words[at] for at in kept), kept


def _find_quote(text: Text, draft: Draft, content: Span) -> Span:
    """What was chosen for the quote, or the sentences that the content stands in."""
    if any(part.start < content.end and content.start < part.end for part in text.hidden):
        raise AnchorError("these words are hidden in the document: no reader sees them")
    extent = draft.quote or _find_sentences(text, content)
    quote = span_at(text.clean, extent.start, extent.end)
    if not quote.holds(content):
        raise AnchorError("the quote must hold the words of the content")
    return quote


def _find_sentences(text: Text, content: Span) -> Extent:
    first = bisect_left(text.sentences, content.start, key=lambda sentence: sentence.end - 1)
    touched = [each for each in text.sentences[first:] if each.start < content.end]
    starts, ends = [each.start for each in touched], [each.end for each in touched]
    return Extent(min([content.start, *starts]), max([content.end, *ends]))


def _get_within(text: Text, quote: Span, words: str) -> Span:
    found = _find_within(text, quote, words)
    if found is None:
        raise AnchorError(f"the quote does not hold the words {words!r}; write them as they stand there")
    return found


def _find_within(text: Text, quote: Span, words: str) -> Span | None:
    """Where words stand in the quote first."""
    place = text.clean.find(words, quote.start, quote.end) if words else -1
    return span_at(text.clean, place, place + len(words)) if place >= 0 else None


def _find_speaker(text: Text, voice: Voice, quote: Span) -> Speaker:
    """Who says it: named in the quote, or before it, or somewhere; or nobody with a name."""
    if voice.basis in (Basis.NARRATOR, Basis.PASSIVE):
        return Speaker(voice.role, voice.basis)
    if not voice.name:
        raise InputError("say who speaks", cure="a name, the document itself, or that nobody is named")
    span = _find_within(text, quote, voice.name)
    if voice.basis is Basis.ANONYMOUS:
        return Speaker(voice.role, voice.basis, voice.name, span)
    if span:
        return Speaker(voice.role, Basis.EXPLICIT, voice.name, span)
    place = text.clean.rfind(voice.name, 0, quote.start)
    named = span_at(text.clean, place, place + len(voice.name)) if place >= 0 else None
    return Speaker(voice.role, Basis.INHERITED, voice.name, named)
