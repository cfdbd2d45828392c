"""Whom the names of a claim may stand for, by the lists of the authorities and the words of its document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.ledger.interface import ClaimQuery
from alleged.model.document import Extent
from alleged.resolve.contexts import Context
from alleged.resolve.resolution import resolve_name, resolve_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.span import Span
    from alleged.resolve.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Bearing:
    """A name in a claim: the part that it plays there (speaker, actor, target), and whom it may stand for."""

    part: str
    resolution: Resolution


def view_bearings(ledger: Ledger, claim: Claim, knowledge: Knowledge) -> tuple[Bearing, ...]:
    """Every name of a claim with its candidates; what people decided on names counts.

    The names of the document's other claims are looked up, too: "the group" stands for one of them.
    """
    text, decisions = ledger.get_text(claim.text).clean, ledger.decisions()
    named = tuple(_names_in(claim))
    others = ledger.claims(ClaimQuery(document=claim.document)).claims
    beside = (each for other in others if other.text == claim.text for each in _names_in(other))
    places = {_place(span) for _, name, span in (*named, *beside) if span and _is_written(name, span)}
    there = sorted(places)
    found = dict(zip(there, resolve_names(text, there, knowledge, decisions), strict=True))
    alike = _find_alike(found.values())
    return tuple(
        Bearing(
            part,
            (span and found.get(_place(span)))
            or alike.get(name.casefold())
            or _resolve_alone(name, decisions, knowledge),
        )
        for part, name, span in named
    )


def _find_alike(found: Iterable[Resolution]) -> dict[str, Resolution]:
    """By name what it stands for, wherever it stands: "the group" here and there may be two."""
    by_name: dict[str, list[Resolution]] = defaultdict(list)
    for each in found:
        by_name[each.name.casefold()].append(each)
    return {name: same[0] for name, same in by_name.items() if len({each.stands_for for each in same}) == 1}


def _names_in(claim: Claim) -> Iterator[tuple[str, str, Span | None]]:
    if claim.speaker.name:
        yield "speaker", claim.speaker.name, claim.speaker.span
    yield from (("actor", one.name, one.span) for one in claim.actors)
    yield from (("target", one.name, one.span) for one in claim.targets)


def _is_written(name: str, span: Span) -> bool:
    """Whether the words are the name itself, so that what stands around them tells of it."""
    return span.exact.casefold() == name.casefold()


def _place(span: Span) -> Extent:
    return Extent(span.start, span.end)


def _resolve_alone(name: str, decisions: tuple[Decision, ...], knowledge: Knowledge) -> Resolution:
    return resolve_name(name, Context(decisions=decisions), knowledge)
