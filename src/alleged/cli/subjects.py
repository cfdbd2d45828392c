"""What is said of a name, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.joinings import print_joining, print_suggestion
from alleged.cli.layout import print_rows
from alleged.cli.privacy import MARK, is_private
from alleged.cli.tables import COLUMNS, make_row, tell_denial
from alleged.dossiers.counting import tell_count, tell_origins
from alleged.dossiers.safety import one_line
from alleged.dossiers.voices import count_named_speakers
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.cli.tables import Row
    from alleged.dossiers.actors import Actor
    from alleged.dossiers.subject import Answer
    from alleged.dossiers.voices import Voice
    from alleged.model.claim import Claim


def print_subject(console: Console, view: Actor) -> None:
    """Who says what of the subject, speaker by speaker, then who answers."""
    subject = view.subject
    console.print(_make_summary(view))
    print_joining(console, subject)
    _print_section(console, "said to act", _make_rows(view, subject.acting))
    _print_section(console, "said to be acted upon", _make_rows(view, subject.acted_upon))
    about = len(subject.claims)
    answers = [make_row(answer.claim, (), _tell_answer(answer, about)) for answer in subject.answers]
    _print_section(console, "who answers", answers)
    print_suggestion(console, view)


def _print_section(console: Console, heading: str, rows: list[Row]) -> None:
    if rows:
        console.print()
        console.print(Text(heading, "bold"))
        print_rows(console, COLUMNS, rows)


def _claims_of(voices: tuple[Voice, ...]) -> Iterator[Claim]:
    for voice in voices:
        yield from voice.claims


def _make_rows(view: Actor, voices: tuple[Voice, ...]) -> list[Row]:
    own, denials = view.listing.by_claim(), view.find_denials()
    rows = []
    for claim in _claims_of(voices):
        denied = tell_denial(denials.get(claim.id), view.published)
        source = f"in {view.listing.provenance[claim.text].source}{_tell_name(view, claim)}"
        rows.append(make_row(claim, own.get(claim.id, ()), " · ".join(filter(None, (denied, source)))))
    return rows


def _tell_name(view: Actor, claim: Claim) -> str:
    """By which other name a claim got in; "" if it bears the one that was asked for."""
    borne = view.subject.borne[claim.id]
    if any(key == name_key(view.subject.name) for _, key in borne):
        return ""
    return f" · as {' and '.join(dict.fromkeys(name for name, _ in borne))}"


def _make_summary(view: Actor) -> Text:
    subject = view.subject
    counts = [
        tell_count(len(subject.claims), "claim"),
        tell_origins(view.origins),
        tell_count(count_named_speakers(subject.claims), "named speaker"),
        tell_count(len({answer.claim.id for answer in subject.answers}), "answer"),
        *([MARK] if is_private(subject.name) else []),
    ]
    return Text(one_line(subject.name), "bold").append(f" · {' · '.join(counts)}", "not bold")


def _tell_answer(answer: Answer, about: int) -> str:
    answered = f"{len(answer.answered)} of {tell_count(about, 'claim')} above"
    return f"{answer.type.value} {answered} ({answer.scope.value}): {'; '.join(answer.reasons)}"
