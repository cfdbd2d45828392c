"""A timeline for people: nothing on it is more exact than the words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, print_rows
from alleged.cli.messages import say
from alleged.cli.tables import COLUMNS, make_row
from alleged.dossiers.counting import tell_count, tell_origins, tell_part
from alleged.dossiers.descents import tell_doubt
from alleged.dossiers.origins import list_descents
from alleged.dossiers.periods import tell_period
from alleged.dossiers.safety import one_line
from alleged.dossiers.timeline import Section, pick, pick_lasting
from alleged.dossiers.wording import (
    tell_corrections,
    tell_deed,
    tell_duration,
    tell_realis,
    tell_speaker,
    tell_stance,
    tell_time,
)
from alleged.model.ids import SHORT_ID
from alleged.resolve.origins import count_claim_origins

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console

    from alleged.dossiers.origins import Descent
    from alleged.dossiers.subject import Answer
    from alleged.dossiers.timeline import Moment, Timeline
    from alleged.model.claim import Claim, When

Row: TypeAlias = tuple[Cell, ...]

_COLUMNS = (Column("when", width=len("2024-03-25"), share=2), *COLUMNS)
_ANSWERS_SHOWN = 3


def print_timeline(console: Console, timeline: Timeline, moments: Sequence[Moment]) -> None:
    """The moments of a timeline that are to be shown, and how many there are without a date."""
    rows = _Rows(timeline, list_descents(timeline.lineage))
    lasting = pick_lasting(moments)
    bare = [moment for moment in pick(moments, Section.OPEN) if not moment.claim.event_time.minimum]
    for heading, section in (
        ("dated", pick(moments, Section.DATED)),
        ("how long it is said to have gone on", lasting),
        ("told in words that fix no date", bare),
        ("no date said", pick(moments, Section.UNDATED)),
    ):
        _print_section(console, heading, [rows.make(moment) for moment in section])
    _print_undated(console, timeline)


def say_timeline(timeline: Timeline) -> None:
    """How many claims there are with a date and without, and how many origins they have."""
    counts = Counter(moment.section for moment in timeline.moments)
    told = f"{counts[Section.DATED]} dated, {counts[Section.OPEN]} open, {counts[Section.UNDATED]} undated"
    total = tell_part(len(timeline.moments), timeline.listing.total, "claim")
    count = count_claim_origins(timeline.lineage, timeline.listing.claims)
    say(f"{total}: {told} · {tell_origins(count)}" if timeline.moments else total)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of one timeline."""

    timeline: Timeline
    descents: Mapping[str, Descent]

    def make(self, moment: Moment) -> Row:
        """A claim with its time before it, and below it when it was said, who answers, and its origin."""
        claim = moment.claim
        identity, who, how, _ = make_row(claim, ())
        notes = (Text(one_line(line), DIM) for line in self._tell(claim))
        what = Cell(Text(one_line(claim.content.exact)), tuple(notes))
        return _make_when(claim.event_time), identity, who, how, what

    def _tell(self, claim: Claim) -> Iterator[str]:
        yield " · ".join(filter(None, (tell_deed(claim), tell_realis(claim.realis))))
        yield from filter(None, (tell_corrections(claim),))
        provenance = self.timeline.listing.provenance[claim.text]
        published = provenance.text.document.metadata.published
        said = tell_time(claim.said_time)
        times = (said and f"said {said}", f"published {published}" if published else "no date of publication")
        yield " · ".join(filter(None, (*times, f"in {provenance.source}")))
        for answer in self.timeline.answers.get(claim.id, ())[:_ANSWERS_SHOWN]:
            yield _tell_answer(answer)
        yield from tell_doubt(self.descents[claim.document])


def _make_when(time: When) -> Cell:
    """The date in words, with the words of the text and the shortest duration below."""
    told = tell_period(time.edtf) if time.edtf else ""
    lasting = f"at least {tell_duration(time.minimum)}" if time.minimum else ""
    words = f"“{time.words.exact}”" if time.words else ""
    main, *notes = [part for part in (told, lasting, words) if part] or [""]
    return Cell(Text(one_line(main)), tuple(Text(one_line(note), DIM) for note in notes))


def _tell_answer(answer: Answer) -> str:
    claim = answer.claim
    who = f"{tell_speaker(claim.speaker)} {tell_stance(claim)}"
    return f"answered ({answer.type.value}, {answer.scope.value}) by {claim.id[:SHORT_ID]}: {who}"


def _print_section(console: Console, heading: str, rows: Sequence[Row]) -> None:
    if rows:
        console.print(Text(f"{heading} · {tell_count(len(rows), 'claim')}", "bold"))
        print_rows(console, _COLUMNS, rows)
        console.print()


def _print_undated(console: Console, timeline: Timeline) -> None:
    """How many claims say no date, kind by kind."""
    kinds = Counter(moment.claim.kind.value for moment in pick(timeline.moments, Section.UNDATED))
    if kinds:
        told = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        console.print(Text(f"no date said · {tell_count(kinds.total(), 'claim')}", "bold"))
        console.print(Text(told, DIM))
