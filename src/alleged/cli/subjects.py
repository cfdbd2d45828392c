"""What is said of a name, for programs and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import print_rows
from alleged.cli.messages import tell_count
from alleged.cli.safety import one_line
from alleged.cli.tables import COLUMNS, make_row
from alleged.dossiers.subject import count_named_speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.cli.tables import Row
    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.subject import Answer, Subject, Voice
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire


def record_subject(subject: Subject, listing: ClaimList) -> Iterator[Wire]:
    """Every claim about the subject and every answer to one, with the part that it plays."""
    parts = {claim.id: "answer" for claim in subject.all_claims}
    parts |= {claim.id: "acted-upon" for claim in _claims_of(subject.acted_upon)}
    parts |= {claim.id: "acting" for claim in _claims_of(subject.acting)}
    for record in listing.wires():
        yield {"subject": subject.name, "part": parts[record["id"]], **record}


def print_subject(console: Console, subject: Subject, listing: ClaimList) -> None:
    """Who says what of the subject, speaker by speaker, then who answers."""
    console.print(_make_summary(subject))
    _print_section(console, "said to act", _make_rows(subject.acting, listing))
    _print_section(console, "said to be acted upon", _make_rows(subject.acted_upon, listing))
    about = len(subject.claims)
    answers = [make_row(answer.claim, (), _tell_answer(answer, about)) for answer in subject.answers]
    _print_section(console, "who answers", answers)


def _print_section(console: Console, heading: str, rows: list[Row]) -> None:
    if rows:
        console.print()
        console.print(Text(heading, "bold"))
        print_rows(console, COLUMNS, rows)


def _claims_of(voices: tuple[Voice, ...]) -> Iterator[Claim]:
    for voice in voices:
        yield from voice.claims


def _make_rows(voices: tuple[Voice, ...], listing: ClaimList) -> list[Row]:
    own, sources = listing.by_claim(), listing.provenance
    return [
        make_row(claim, own.get(claim.id, ()), f"in {sources[claim.text].source}")
        for claim in _claims_of(voices)
    ]


def _make_summary(subject: Subject) -> Text:
    claims = subject.claims
    counts = [
        tell_count(len(claims), "claim"),
        tell_count(len({claim.document for claim in claims}), "document"),
        tell_count(count_named_speakers(claims), "named speaker"),
        tell_count(len({answer.claim.id for answer in subject.answers}), "answer"),
    ]
    return Text(one_line(subject.name), "bold").append(f" · {' · '.join(counts)}", "not bold")


def _tell_answer(answer: Answer, about: int) -> str:
    answered = f"{len(answer.answered)} of {tell_count(about, 'claim')} above"
    return f"{answer.type.value} {answered} ({answer.scope.value}): {'; '.join(answer.reasons)}"
