"""What a claim is once a person corrected it: the words stay the document's own, and so does the id."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from alleged.errors import LedgerError
from alleged.model.claim import Mention, Speaker
from alleged.model.span import CONTEXT, Span
from alleged.model.vocabulary import Act, Basis, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from alleged.model.claim import Claim

MOST_WITH_A_ROLE = 2
"""Parts of the value of a speaker: a name, and perhaps a role."""


class Field(StrEnum):
    """What of a claim can be corrected."""

    STANCE = "stance"
    HEDGE = "hedge"
    """Words of the quote; none where it is said without a hedge."""
    SPEAKER = "speaker"
    """A name, and what it is; another speaker speaks for nobody else."""
    ACT = "act"
    ACTOR = "actor"
    """Names; none where nobody is named."""
    TARGET = "target"
    TIME = "time"
    """When it is said to have happened, EDTF; none where no date is said."""


def correct(claim: Claim, field: Field, values: Sequence[str]) -> Claim:
    """The claim with another value in this field; it keeps its id, and `original` is what was read.

    Raises LedgerError for a value that the field cannot have.
    """
    changed = _CHANGES[field](claim, values)
    return replace(claim, **changed, original=claim.original or claim)


def find_corrected(claim: Claim) -> tuple[Field, ...]:
    """The fields in which a claim is not as it was read."""
    if not claim.original:
        return ()
    return tuple(field for field in Field if tell_field(claim, field) != tell_field(claim.original, field))


def tell_field(claim: Claim, field: Field) -> tuple[str, ...]:
    """What a field says, as the values that it would be corrected to."""
    return _TELLERS[field](claim)


def _tell_speaker(claim: Claim) -> tuple[str, ...]:
    return (claim.speaker.name or claim.speaker.basis.value, claim.speaker.role.value)


_TELLERS: dict[Field, Callable[[Claim], tuple[str, ...]]] = {
    Field.STANCE: lambda claim: (claim.stance.value,),
    Field.HEDGE: lambda claim: tuple(hedge.exact for hedge in claim.hedges),
    Field.SPEAKER: _tell_speaker,
    Field.ACT: lambda claim: (claim.act.value,),
    Field.ACTOR: lambda claim: tuple(mention.name for mention in claim.actors),
    Field.TARGET: lambda claim: tuple(mention.name for mention in claim.targets),
    Field.TIME: lambda claim: (claim.event_time.edtf,) if claim.event_time.edtf else (),
}


def _change_stance(_claim: Claim, values: Sequence[str]) -> dict[str, Any]:
    return {"stance": Stance(_choose(Stance, values, "stance"))}


def _change_act(_claim: Claim, values: Sequence[str]) -> dict[str, Any]:
    return {"act": Act(_choose(Act, values, "act"))}


def _choose(codes: Iterable[str], values: Sequence[str], field: str) -> str:
    known = tuple(codes)
    if len(values) != 1 or values[0] not in known:
        told = " ".join(values) or "nothing"
        raise LedgerError(f"{told!r} is no {field}; choose one of: {', '.join(known)}")
    return values[0]


def _change_hedges(claim: Claim, values: Sequence[str]) -> dict[str, Any]:
    return {"hedges": tuple(_get_words(claim, words) for words in values)}


def _get_words(claim: Claim, words: str) -> Span:
    found = _find_words(claim, words)
    if found is None:
        raise LedgerError(
            f"the quote of claim {claim.id} does not hold the words {words!r}; write them as they stand there"
        )
    return found


def _find_words(claim: Claim, words: str) -> Span | None:
    """Where the words stand in the quote first."""
    quote = claim.quote
    place = quote.exact.find(words) if words else -1
    if place < 0:
        return None
    around, start = quote.prefix + quote.exact + quote.suffix, len(quote.prefix) + place
    before, after = around[:start], around[start + len(words) :]
    ends = quote.start + place, quote.start + place + len(words)
    return Span(*ends, words, before[-CONTEXT:], after[:CONTEXT])


def _change_speaker(claim: Claim, values: Sequence[str]) -> dict[str, Any]:
    if not 1 <= len(values) <= MOST_WITH_A_ROLE or not values[0].strip():
        raise LedgerError("a speaker is a name, and perhaps a role: correct speaker NAME [ROLE]")
    role = Role(_choose(Role, values[1:], "role")) if values[1:] else Role.OTHER
    span = _find_words(claim, values[0])
    basis = Basis.EXPLICIT if span else Basis.INHERITED
    return {"speaker": Speaker(role, basis, values[0], span, None, claim.speaker.chain)}


def _change_mentions(side: str) -> Callable[[Claim, Sequence[str]], dict[str, Any]]:
    def change(claim: Claim, values: Sequence[str]) -> dict[str, Any]:
        if not all(name.strip() for name in values):
            raise LedgerError("a name has letters; write 'none' where nobody is named")
        return {side: tuple(Mention(name, _find_words(claim, name)) for name in values)}

    return change


def _change_time(claim: Claim, values: Sequence[str]) -> dict[str, Any]:
    if len(values) > 1 or not all(value.strip() for value in values):
        raise LedgerError("a time is one date or interval in EDTF: 2021, 2021-03, 2021-03-25, 2020/2021")
    return {"event_time": replace(claim.event_time, edtf=values[0] if values else None)}


_CHANGES: dict[Field, Callable[[Claim, Sequence[str]], dict[str, Any]]] = {
    Field.STANCE: _change_stance,
    Field.HEDGE: _change_hedges,
    Field.SPEAKER: _change_speaker,
    Field.ACT: _change_act,
    Field.ACTOR: _change_mentions("actors"),
    Field.TARGET: _change_mentions("targets"),
    Field.TIME: _change_time,
}
