"""A claim in words: who says, how surely, what - the same on every screen, never without the first two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.model.addition import find_adder
from alleged.model.correction import Field, find_corrected, tell_field
from alleged.model.vocabulary import Basis, Hiding, Realis
from alleged.resolve.lookalikes import find_lookalike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.model.claim import Claim, Mention, Speaker, When
    from alleged.model.document import Text
    from alleged.model.wire import Provenance

_DURATION = re.compile(r"P([0-9]{1,6})([YMWD])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}

BASES = {
    Basis.EXPLICIT: "named at the cue",
    Basis.INHERITED: "named elsewhere in the document",
    Basis.PASSIVE: "told in the passive",
    Basis.NARRATOR: "told by the document itself",
    Basis.ANONYMOUS: "mentioned but not named",
}
"""On what ground a claim is given to its speaker, in words."""

UNHAPPENED = {Realis.OTHER: "not said to have happened", Realis.GENERIC: "in general"}
"""How content is told that is not told as having happened, in words."""

HIDING = {
    Hiding.STYLE: "not displayed",
    Hiding.COLOUR: "in the colour of the page",
    Hiding.SIZE: "in no size",
    Hiding.PLACE: "outside of the page",
    Hiding.MARKUP: "in an element that is not shown",
    Hiding.COMMENT: "in a comment",
    Hiding.ATTRIBUTE: "in an attribute",
    Hiding.CHARACTERS: "by invisible characters",
}
"""How a document hides words, in words."""

OWN_VOICE = "own voice"
"""What is said of a claim that the document makes itself."""
NOBODY_NAMED = "nobody named"
CORRECTED = "corrected"
"""Marks what a person corrected."""


def is_named(speaker: Speaker) -> bool:
    """Whether somebody with a name vouches: no own voice, nobody who is mentioned and not named."""
    return speaker.name is not None and speaker.basis not in (Basis.NARRATOR, Basis.ANONYMOUS)


def tell_speaker(speaker: Speaker) -> str:
    """Who vouches for a claim: "Lisa Monaco for United States Department of Justice"."""
    told = _name(speaker)
    if speaker.on_behalf_of and speaker.on_behalf_of != speaker.name:
        told += f" for {speaker.on_behalf_of}"
    return told + "".join(f", via {reporter}" for reporter in speaker.chain)


def tell_voice(claim: Claim, provenance: Provenance) -> str:
    """Who vouches, and for who has no name in which document, which is a voice of its own in each."""
    told = tell_speaker(claim.speaker)
    return told if is_named(claim.speaker) else f"{told}, {tell_source(provenance)}"


def tell_source(provenance: Provenance) -> str:
    """Who put a document out, or else the name of its file, without its folder."""
    return provenance.text.document.metadata.publisher or tell_place(provenance.source)


def tell_place(source: str) -> str:
    """The name of a file without its folders; an address stays whole."""
    return source if "://" in source else source.rsplit("/", 1)[-1]


def _name(speaker: Speaker) -> str:
    if speaker.basis is Basis.NARRATOR:
        return OWN_VOICE
    if speaker.basis is Basis.ANONYMOUS:
        words = speaker.name or (speaker.span.exact if speaker.span else "somebody")
        return f"{words} (not named)"
    return speaker.name or NOBODY_NAMED


def tell_stance(claim: Claim) -> str:
    """How surely it is said: "alleges (purportedly)"."""
    hedges = ", ".join(dict.fromkeys(hedge.exact for hedge in claim.hedges))
    told = f"{claim.stance.value} ({hedges})" if hedges else claim.stance.value
    corrected = not {Field.STANCE, Field.HEDGE}.isdisjoint(find_corrected(claim))
    return f"{told}, {CORRECTED}" if corrected else told


def tell_saying(claim: Claim) -> str:
    """Who says, how surely, what: "the embassy denies: it hacked anybody"."""
    return f"{tell_speaker(claim.speaker)} {tell_stance(claim)}: {claim.content.exact}"


def tell_corrections(claim: Claim) -> str:
    """What a person corrected, with what was read: "corrected: stance (read as asserts)"; "" for nothing."""
    if not claim.original:
        return ""
    read = {field: ", ".join(tell_field(claim.original, field)) for field in find_corrected(claim)}
    told = ", ".join(f"{field} (read as {words or 'none'})" for field, words in read.items())
    return f"{CORRECTED}: {told}" if told else ""


def tell_added(claim: Claim) -> str:
    """Who added a claim that no engine found: "added by anna"; "" for one that an engine found."""
    adder = find_adder(claim.extractor)
    return f"added by {adder}" if adder else ""


def tell_value(claim: Claim, name: str) -> str:
    """What a claim has in a field, in words; "quote" for its own words."""
    if name == "quote":
        return f"“{claim.quote.exact}”"
    return ", ".join(tell_field(claim, Field(name))) or "none"


def tell_deed(claim: Claim) -> str:
    """What it is about, in codes and names: "intrusion: APT31 → British lawmakers"."""
    actors, targets = tell_names(claim.actors), tell_names(claim.targets)
    if actors and targets:
        return f"{claim.act.value}: {actors} → {targets}"
    if targets:
        return f"{claim.act.value} → {targets}"
    return f"{claim.act.value}: {actors}" if actors else claim.act.value


def tell_realis(realis: Realis | None) -> str:
    """How the content is told; "" where it is told as having happened, or where nobody tells."""
    return UNHAPPENED.get(realis, "") if realis else ""


def tell_hidden(text: Text) -> str:
    """What a document hides, in words: "it hides words (in a comment): ..."; "" if it hides nothing."""
    ways = ", ".join(dict.fromkeys(HIDING[Hiding(part.why)] for part in text.hidden))
    return f"it hides words ({ways}): no claim is taken from them" if ways else ""


def tell_lookalike(text: Text) -> str:
    """Which known body's domain the address of a document imitates, in words; "" if it imitates none."""
    found = find_lookalike(text.document.metadata.url)
    if found is None:
        return ""
    return f"its address {found.host} is not {found.model} ({found.owner}), which it looks like: {found.how}"


def tell_role(speaker: Speaker) -> str:
    """What the speaker is; "" where nobody is named who could be anything."""
    return "" if tell_speaker(speaker) == NOBODY_NAMED else speaker.role.value


def tell_names(mentions: Sequence[Mention]) -> str:
    """The names, each once: "defense; energy"."""
    return "; ".join(dict.fromkeys(mention.name for mention in mentions))


def tell_time(when: When) -> str:
    """A time with its words: "2021 (“in 2021”)"; what stays open is said to be open; "" if none is said."""
    words = f"“{when.words.exact}”" if when.words else ""
    parts = [when.edtf or (f"{words}, date open" if words else "")]
    if when.edtf and words:
        parts = [f"{when.edtf} ({words})"]
    if when.minimum:
        parts.append(f"at least {tell_duration(when.minimum)}")
    return ", ".join(part for part in parts if part)


def tell_duration(duration: str) -> str:
    """A duration of one unit in words: "P10Y" gives "10 years"; others stay as they are."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return duration
    number, unit = found.groups()
    return f"{number} {_UNITS[unit]}" + ("s" if number != "1" else "")
