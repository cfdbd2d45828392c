"""Whom names may stand for, for people."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from alleged.cli.layout import DIM
from alleged.cli.sheets import print_claim
from alleged.dossiers.bearing import view_bearings
from alleged.dossiers.safety import one_line
from alleged.knowledge.store import open_knowledge
from alleged.resolve.candidates import Flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from alleged.dossiers.bearing import Bearing
    from alleged.dossiers.claims import ClaimView
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.resolve.candidates import Candidate

SHOWN = 4
"""Candidates of a name that people are shown; programs get all."""


def look_up(ledger: Ledger, claim: Claim) -> tuple[Bearing, ...]:
    """The names of a claim in the lists that are loaded."""
    with closing(open_knowledge()) as known:
        return view_bearings(ledger, claim, known)


def print_sheet(console: Console, view: ClaimView, bearings: Sequence[Bearing]) -> None:
    """The claim for people, and below it its names if they were looked up."""
    print_claim(console, view)
    if bearings:
        print_bearings(console, bearings)


def print_bearings(console: Console, bearings: Sequence[Bearing]) -> None:
    """Each name, what is suggested or decided for it and why, and what else it may stand for."""
    console.print()
    console.print(Text("whom the names may stand for, by the lists", "bold"))
    for bearing in bearings:
        console.print(Padding(Text("\n").join(_tell(bearing)), (1, 0, 0, 2)))


def _tell(bearing: Bearing) -> Iterator[Text]:
    found = bearing.resolution
    yield Text(one_line(f"{found.name} ({bearing.part})"), "bold")
    if found.chosen:
        act = "decided" if Flag.DECIDED in found.flags else "suggested"
        yield Text(one_line(f"{act}: {_tell_entity(found.chosen)}"))
    yield Text(one_line(found.reason), DIM)
    others = [one for one in found.candidates if one != found.chosen]
    for candidate in others[:SHOWN]:
        yield Text(one_line(f"also: {_tell_entity(candidate)}: {candidate.reason}"))
    if len(others) > SHOWN:
        yield Text(f"and {len(others) - SHOWN} more", DIM)


def _tell_entity(candidate: Candidate) -> str:
    entity = candidate.entity
    return f"{entity.name} ({entity.kind.value}, {candidate.id})"
