"""Who says of himself that he is an authority is not one for that: "as the Justice Department, I confirm".

What a document reports of an authority by name stays. What it says in the first person is the authority's
only where the document comes from it: by its address, or by its publisher where no address is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.lexicon.domains import find_domain, host_of
from alleged.lexicon.names import names
from alleged.lexicon.rules import roles
from alleged.lexicon.words import find_words
from alleged.model.claim import Speaker
from alleged.model.vocabulary import PUBLIC_OFFICES, Basis, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim, Mention
    from alleged.model.document import Text
    from alleged.model.span import Span

_PUBLIC_TYPES = frozenset({"agencies", "states"})
_FIRST_PERSON = re.compile(r"(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|[Mm]e)(?![\w.])")
_WE_AT = re.compile(
    r"(?:\bI|\b[Ww]e|\b[Uu]s|\b(?:[Oo]ur|[Mm]y) \w{1,20})[\s,]{1,3}(?:here )?(?:at|of|from|in|for|as)\s{1,3}"
    r"(?:the |an? )?\Z|\b(?:[Oo]ur|[Mm]y)\s{1,3}\Z"
)
_I_AS = re.compile(r"\b(?:I|[Ww]e)\b[^.!?\n]{1,100}\b(?:as|for|on behalf of)\s{1,3}(?:the |an? )?\Z")
_AS = re.compile(r"\b(?:[Aa]s|[Ff]or|[Oo]n behalf of|[Ff]rom|[Hh]ere at)\s{1,3}(?:the |an? )?\Z")
_THEN_I = re.compile(r",?\s{1,3}(?:I|we)\b")
_OWN = re.compile(r"\b(?:I|[Ww]e)\b")
_SELF = re.compile(
    r"(?:\b[Aa]s|\b[Ff]or|\b[Oo]n behalf of|\b[Ff]rom|\b[Hh]ere at)\s{1,3}(?:the |an? )?"
    r"[A-Z][^.!?\n]{1,120}?\b(?:I|we)\b"
)
_BEFORE = 50
"""Characters before a name that tell whether "we" are it."""
_LOOKED_AT = 200


def settle_impostors(claims: Iterable[Claim], text: Text) -> tuple[Claim, ...]:
    """The claims; those of an authority that only speaks of itself are nobody's but the document's."""
    known = tuple(claims)
    source = _Source(text, frozenset(_reported(known, text)))
    settled: dict[str, Claim] = {}
    for claim in known:
        kept = _demoted(claim) if source.is_impostor(claim) else claim
        settled.setdefault(kept.id, kept)
    return tuple(settled.values())


@dataclass(frozen=True, slots=True)
class _Source:
    """A document, and the names that it reports of."""

    text: Text
    reported: frozenset[str]

    def is_impostor(self, claim: Claim) -> bool:
        """Whether the words of a claim are an authority's only by what they say themselves."""
        speaker = claim.speaker
        if speaker.span is None:
            return self.is_said_in_first_person(claim) and self.is_borrowed(speaker)
        if not is_of_self(speaker.span, self.text):
            return False
        is_quoted = _is_quoted(speaker.span, self.text)
        if not is_quoted and self.presents_itself(speaker.span):
            return True
        return not (is_quoted and speaker.name in self.reported) and self.is_borrowed(speaker)

    def is_borrowed(self, speaker: Speaker) -> bool:
        """Whether a name is an authority's, and the document does not come from it."""
        if speaker.name is None or speaker.basis is Basis.NARRATOR or not _is_public(speaker):
            return False
        return not comes_from(self.text, speaker.name)

    def is_said_in_first_person(self, claim: Claim) -> bool:
        """Whether the document itself says "I" or "we" before a content whose speaker stands nowhere."""
        sentences = self.text.sentences
        index = bisect_right(sentences, claim.content.start, key=lambda one: one.start) - 1
        start = sentences[index].start if index >= 0 else 0
        spoken = _OWN.finditer(self.text.clean, start, claim.content.start)
        return any(not _is_quoted_at(match.start(), self.text) for match in spoken)

    def presents_itself(self, span: Span) -> bool:
        """Whether words right before "I" or "we" say as whom: and the document is not from there."""
        before = self.text.clean[max(0, span.start - _LOOKED_AT) : span.end]
        match = next(reversed(list(_SELF.finditer(before))), None)
        return match is not None and match.end() == len(before) and not self._is_official()

    def _is_official(self) -> bool:
        metadata = self.text.document.metadata
        host = host_of(metadata.url)
        owner = find_domain(host) if host else None
        known = names().get(owner.owner if owner else metadata.publisher or "")
        return known is not None and known.type in _PUBLIC_TYPES and (owner is not None or host is None)


def _demoted(claim: Claim) -> Claim:
    """The claim as the document's own, by somebody who is not known."""
    speaker = claim.speaker
    return replace(
        claim,
        speaker=Speaker(Role.OTHER, Basis.NARRATOR, None, speaker.span),
        actors=_without(claim.actors, speaker),
        targets=_without(claim.targets, speaker),
    )


def _without(mentions: tuple[Mention, ...], speaker: Speaker) -> tuple[Mention, ...]:
    """The mentions but those that stand for the speaker himself."""
    return tuple(m for m in mentions if m.span != speaker.span or m.name != speaker.name)


def _reported(claims: Iterable[Claim], text: Text) -> Iterable[str]:
    """The names of those who speak by the document's report and not by their own word."""
    for claim in claims:
        span, name = claim.speaker.span, claim.speaker.name
        if name and span and not is_of_self(span, text) and not _is_quoted(span, text):
            yield name


def is_of_self(span: Span, text: Text) -> bool:
    """Whether words for a speaker are his own: "I", "our agents", "the FBI" in "we at the FBI"."""
    if _FIRST_PERSON.match(span.exact):
        return True
    before = text.clean[max(0, span.start - _LOOKED_AT) : span.start]
    if _WE_AT.search(before[-_BEFORE:]) or _I_AS.search(before):
        return True
    after = text.clean[span.end : span.end + _BEFORE]
    return _AS.search(before[-_BEFORE:]) is not None and _THEN_I.match(after) is not None


def _is_quoted(span: Span, text: Text) -> bool:
    return _is_quoted_at(span.start, text)


def _is_quoted_at(place: int, text: Text) -> bool:
    index = bisect_right(text.quotations, place, key=lambda q: q.start) - 1
    return index >= 0 and place < text.quotations[index].end


def _is_public(speaker: Speaker) -> bool:
    known = names().get(speaker.name or "")
    if speaker.role in PUBLIC_OFFICES or (known is not None and known.type in _PUBLIC_TYPES):
        return True
    return any(match.code in PUBLIC_OFFICES for match in roles().find(find_words(speaker.name or "")))


def comes_from(text: Text, name: str) -> bool:
    """Whether a document comes from the body of this name.

    Its address tells; its publisher counts only where there is no address: a page can call itself anything.
    """
    metadata = text.document.metadata
    host = host_of(metadata.url)
    if host is None:
        return metadata.publisher is not None and _canonical(metadata.publisher) == _canonical(name)
    owner = find_domain(host)
    if owner is None:
        return False
    body = names().get(owner.owner)
    return _canonical(owner.owner) == _canonical(name) or (body is not None and body.type in _PUBLIC_TYPES)


def _canonical(name: str) -> str:
    known = names().get(name)
    return known.name if known else name.casefold()
