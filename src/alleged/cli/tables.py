"""Claims laid out for people: every row says who, how surely and what."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from rich.text import Text

from alleged.cli.layout import DIM, INDENT, Cell, Column, make_cell, print_rows
from alleged.cli.privacy import tell_private
from alleged.dossiers.counting import tell_count
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import (
    tell_corrections,
    tell_deed,
    tell_realis,
    tell_role,
    tell_speaker,
    tell_stance,
    tell_time,
)
from alleged.lexicon.rules import rejects
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Role, Stance
from alleged.model.wire import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.denials import Published
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim
    from alleged.model.link import Relation
    from alleged.model.vocabulary import RelationType, Scope
    from alleged.model.wire import Provenance

Row: TypeAlias = tuple[Cell, Cell, Cell, Cell]

ANSWERS_SHOWN = 3

COLUMNS = (
    Column("id", width=SHORT_ID),
    Column("who says", width=INDENT + max(map(len, Role)), share=3),
    Column("how", width=len("(purportedly)")),
    Column("what", share=7),
)
STANCE_STYLES = {
    Stance.ASSERTS: "",
    Stance.ALLEGES: "yellow",
    Stance.ASSESSES: "cyan",
    Stance.CONFIRMS: "green",
    Stance.DENIES: "red",
    Stance.DECLINES: "magenta",
}
SAYING = ", saying"


def print_claims(console: Console, listing: ClaimList) -> None:
    """The claims under the documents that they stand in."""
    own = listing.by_claim()
    for text, group in groupby(listing.claims, key=lambda claim: claim.text):
        rows = [make_row(claim, own.get(claim.id, ())) for claim in group]
        console.print(make_heading(listing.provenance[text], tell_count(len(rows), "claim")))
        print_rows(console, COLUMNS, rows)
        console.print()


def make_row(claim: Claim, relations: Iterable[Relation], note: str = "") -> Row:
    """The cells of a claim with the relations that begin at it, and a note."""
    told = (tell_about(claim), tell_private(claim), tell_corrections(claim), *_tell_answers(relations), note)
    lines = filter(None, told)
    what = Cell(Text(one_line(claim.content.exact)), tuple(Text(one_line(line), DIM) for line in lines))
    return make_cell(claim.id[:SHORT_ID]), _make_who(claim), Cell(make_stance(claim)), what


def tell_denial(denial: Answer | None, published: Published) -> str:
    """The latest denial of a claim: "denied by Kiran Osei 3fa81c2e, 2024-03-26 (specific)"; "" for none."""
    if denial is None:
        return ""
    who, which = tell_speaker(denial.claim.speaker), denial.claim.id[:SHORT_ID]
    return f"denied by {who} {which}, {published(denial.claim) or 'no date'} ({denial.scope.value})"


def make_stance(claim: Claim) -> Text:
    """How surely it is said, in words and colour; "denies, saying" where the content is the denial itself."""
    told = tell_stance(claim)
    if _says_denial(claim):
        told = told.replace(claim.stance, claim.stance + SAYING, 1)
    return Text(one_line(told), STANCE_STYLES[claim.stance])


def _says_denial(claim: Claim) -> bool:
    """Whether the content holds the words that reject, and not what they reject."""
    telling = bool(claim.cues) and not any(rejects(cue.exact) for cue in claim.cues)
    return claim.stance is Stance.DENIES and telling and all(map(claim.content.holds, claim.hedges))


def make_heading(provenance: Provenance, *notes: str) -> Text:
    """A document by its name, with what is known of it."""
    known = provenance.text.document.metadata
    heading = Text(one_line(provenance.source), "bold")
    hides = "hides words" if provenance.text.hidden else None
    for part in filter(None, (known.title, known.publisher, known.published or "no date", hides, *notes)):
        heading.append(f" · {one_line(part)}", "not bold")
    return heading


def tell_about(claim: Claim) -> str:
    """What it is about, how told and when: "intrusion: APT31 → lawmakers · in general · when 2021"."""
    times = {"when": tell_time(claim.event_time), "said": tell_time(claim.said_time)}
    timed = (f"{name} {told}" for name, told in times.items() if told)
    return " · ".join(filter(None, (tell_deed(claim), tell_realis(claim.realis), *timed)))


def _make_who(claim: Claim) -> Cell:
    role = tell_role(claim.speaker)
    notes = (Text(role, DIM),) if role else ()
    return Cell(Text(one_line(tell_speaker(claim.speaker))), notes)


def _tell_answers(relations: Iterable[Relation]) -> Iterator[str]:
    answers = sorted((r for r in relations if r.type in ANSWERS), key=_manner)
    for (kind, scope), group in groupby(answers, key=_manner):
        ids = [relation.to[:SHORT_ID] for relation in group]
        more = f" and {len(ids) - ANSWERS_SHOWN} more" if len(ids) > ANSWERS_SHOWN else ""
        yield f"{kind.value} {' '.join(ids[:ANSWERS_SHOWN])}{more} ({scope.value})"


def _manner(relation: Relation) -> tuple[RelationType, Scope]:
    return relation.type, relation.scope
