"""One claim on one sheet: its words in their paragraph, and everything known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from alleged.cli.layout import DIM, NARROW, print_rows
from alleged.cli.passages import make_legend, make_passage
from alleged.cli.privacy import tell_private
from alleged.cli.tables import COLUMNS, SAYING, make_heading, make_row, make_stance
from alleged.dossiers.counting import tell_count
from alleged.dossiers.matters import tell_matter
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import (
    BASES,
    tell_corrections,
    tell_hidden,
    tell_lookalike,
    tell_realis,
    tell_role,
    tell_speaker,
    tell_time,
)
from alleged.model.addition import find_adder
from alleged.model.vocabulary import MediaType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.cli.tables import Row
    from alleged.dossiers.claims import ClaimView
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim, Mention, Speaker
    from alleged.model.wire import Wire

INDENT = 2
_A_DAY = len("2024-03-25")


def print_claim(console: Console, view: ClaimView) -> None:
    """The claim for people."""
    console.print(make_heading(view.provenance))
    for passage in (make_passage(console, view.passage), make_legend(console)):
        console.print(Padding(passage, (1, 0, 0, INDENT)))
    console.print()
    console.print(_lay_out(console, [*_tell_claim(view), *_tell_standing(view), *_tell_origin(view)]))
    for answer in view.answers:
        heading = f"{answer.type.value} {tell_count(len(answer.answered), 'claim')} {_tell_ground(answer)}"
        _print_others(console, heading, [make_row(claim, ()) for claim in answer.answered])
    rows = [make_row(a.claim, (), f"{a.type.value} {_tell_ground(a)}") for a in view.answered_by]
    answers = tell_count(len(rows), "claim") if rows else "no claim"
    _print_others(console, f"answered by {answers} of the ledger", rows)


def _print_others(console: Console, heading: str, rows: list[Row]) -> None:
    console.print()
    console.print(Text(one_line(heading), "bold"))
    print_rows(console, COLUMNS, rows)


def _tell_ground(answer: Answer) -> str:
    return f"({answer.scope.value}): {'; '.join(answer.reasons)}"


Line = tuple[str, Text]


def _lay_out(console: Console, lines: list[Line]) -> Table | Text:
    if console.width < NARROW:
        return Text("\n").join(Text.assemble((f"{name}: ", DIM), told) for name, told in lines)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=DIM, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, told in lines:
        grid.add_row(name, told)
    return grid


def _tell_claim(view: ClaimView) -> Iterator[Line]:
    claim = view.claim
    yield "who says", Text(one_line(_tell_who(claim.speaker)))
    yield "how", _tell_how(claim)
    codes = f"{claim.kind.value} / {claim.act.value}"
    yield "what", Text(" · ".join(filter(None, (codes, tell_realis(claim.realis)))))
    yield "actor", Text(one_line(_tell_mentions(claim.actors)))
    yield "target", Text(one_line(_tell_mentions(claim.targets)))
    if told := tell_private(claim):
        yield "accused", Text(one_line(told))
    yield "when", Text(one_line(tell_time(claim.event_time) or "not said"))
    yield "said", Text(one_line(tell_time(claim.said_time) or "not said"))


def _tell_standing(view: ClaimView) -> Iterator[Line]:
    """What was decided on the claim, and that there is a newer version of its document."""
    for each in view.decisions:
        by = f"{each.who}, {each.at[:_A_DAY]}: {each.why}"
        yield "decided", Text(one_line(f"{tell_matter(each, {})} ({by})"))
    if told := tell_corrections(view.claim):
        yield "read as", Text(one_line(told))
    if view.newer:
        yield "newer", Text(f"document {view.newer} is a newer version of its document")


def _tell_how(claim: Claim) -> Text:
    told = make_stance(claim)
    if claim.hedges:
        return told
    return told.append(" without a hedge" if told.plain.endswith(SAYING) else ", without a hedge", DIM)


def _tell_pages(wire: Wire) -> str:
    """People count pages from 1; the other media types have none."""
    if wire["media_type"] != MediaType.PDF:
        return ""
    pages = dict.fromkeys(str(place["node"] + 1) for place in wire["places"])
    return f", page {' and '.join(pages)}"


def _tell_who(speaker: Speaker) -> str:
    ground = [tell_role(speaker), BASES[speaker.basis]]
    words = [f"“{speaker.span.exact}”"] if speaker.span else []
    return f"{tell_speaker(speaker)} ({', '.join(filter(None, [*ground, *words]))})"


def _tell_mentions(mentions: tuple[Mention, ...]) -> str:
    if not mentions:
        return "nobody named"
    return "; ".join(f"{m.name} (“{m.span.exact}”)" if m.span else f"{m.name} (implied)" for m in mentions)


def _tell_origin(view: ClaimView) -> Iterator[Line]:
    wire, claim = view.wire, view.claim
    counted = "file" if wire["offsets"] == "file" else "clean text"
    quote = wire["quote"]
    adder = find_adder(claim.extractor)
    engine = f"engine {claim.extractor} {claim.extractor_version}"
    reader = f"{view.provenance.text.reader} {view.provenance.text.reader_version}"
    yield "quote", Text(f"characters {quote['start']} to {quote['end']} of the {counted}{_tell_pages(wire)}")
    yield "read as", Text(one_line(", ".join(view.sources)))
    yield "document", Text(claim.document)
    for caution in filter(None, (tell_hidden(view.provenance.text), tell_lookalike(view.provenance.text))):
        yield "beware", Text(one_line(caution), "yellow")
    yield "added by" if adder else "found by", Text(one_line(f"{adder or engine}, reader {reader}"))
    yield "id", Text(claim.id)
