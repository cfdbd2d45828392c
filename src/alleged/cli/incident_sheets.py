"""One incident on one sheet: each question with every answer, who gives it and how surely."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from alleged.cli.layout import DIM, INDENT, Cell, Column, make_cell, print_rows
from alleged.cli.privacy import MARK, list_private
from alleged.cli.tables import COLUMNS, make_row, make_stance, tell_denial
from alleged.dossiers.attributes import group_by_saying
from alleged.dossiers.counting import tell_count, tell_origins
from alleged.dossiers.denials import find_latest_denials
from alleged.dossiers.incidents import is_across, spread, tell_denied, tell_span
from alleged.dossiers.safety import one_line
from alleged.dossiers.voices import tell_joined
from alleged.dossiers.wording import tell_speaker
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from alleged.dossiers.attributes import Attribute, Value
    from alleged.dossiers.incidents import IncidentView, Repeat
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim

IDS_SHOWN = 2
REASONS_SHOWN = 5
VALUES_SHOWN = 8
"""Answers to a question that are shown with those who give them; of the others the words alone."""

ANSWER_COLUMNS = (
    Column("answer", share=5),
    Column("who gives it", share=4),
    Column("how", width=len("(purportedly)")),
    Column("claims", width=SHORT_ID + len(" and 99 more")),
)


def print_incident(console: Console, view: IncidentView) -> None:
    """The incident for people."""
    console.print(Text(one_line(view.brief.incident.label), "bold"))
    facts = (tell_span(view.brief), tell_origins(view.brief.count), tell_denied(view.brief))
    console.print(Text(f"{view.brief.incident.id[:SHORT_ID]} · {' · '.join(facts)}", DIM))
    for line in tell_joined(view.brief.voices):
        console.print(Text(one_line(line), DIM))
    for attribute in view.attributes:
        _print_attribute(console, view, attribute)
    _print_answers(console, view)
    _print_repeats(console, view)
    _print_reasons(console, view)


def _print_heading(console: Console, heading: str, note: str = "") -> None:
    console.print()
    console.print(Text(heading, "bold").append(f" {note}" if note else "", "not bold"))


def _print_attribute(console: Console, view: IncidentView, attribute: Attribute) -> None:
    number = len(attribute.values)
    _print_heading(console, attribute.question.value, f"· {number} different answers" if number > 1 else "")
    shown = attribute.values[:VALUES_SHOWN]
    rows = [row for value in shown for row in _make_rows(view, value)]
    print_rows(console, ANSWER_COLUMNS, rows, dense=True)
    if number > VALUES_SHOWN:
        words = "; ".join(one_line(value.words) for value in attribute.values[VALUES_SHOWN:])
        console.print(Text(f"and {number - VALUES_SHOWN} more: {words}", DIM))


def _make_rows(view: IncidentView, value: Value) -> Iterator[Sequence[Cell]]:
    """A line for everybody who gives this answer, for each way in which it is said, and the latest denial."""
    notes = tuple(_tell_notes(view, value))
    words = one_line(value.words)
    for claims in group_by_saying(value.claims):
        who = Text(one_line(tell_speaker(claims[0].speaker)))
        answer = Cell(Text(words), notes)
        yield answer, Cell(who), Cell(make_stance(claims[0])), make_cell(_tell_ids(claims), DIM)
        words, notes = "", ()


def _tell_notes(view: IncidentView, value: Value) -> Iterator[Text]:
    """Whom of those accused the mark of a private person, and who denied this answer last."""
    for name in dict.fromkeys(name for claim in value.claims for name in list_private(claim)):
        if name in value.words:
            yield Text(one_line(f"{MARK}: {name}"), DIM)
    held, published = {claim.id for claim in value.claims}, view.overview.published
    disputed = [answer for answer in view.answers if any(claim.id in held for claim in answer.answered)]
    latest = list(find_latest_denials(disputed, published).values())
    if latest:
        last = max(latest, key=lambda answer: published(answer.claim) or "")
        yield Text(one_line(tell_denial(last, published)), DIM)


def _tell_ids(claims: Sequence[Claim]) -> str:
    ids = " ".join(claim.id[:SHORT_ID] for claim in claims[:1])
    return f"{ids} and {len(claims) - 1} more" if len(claims) > 1 else ids


def _print_answers(console: Console, view: IncidentView) -> None:
    if view.answers:
        _print_heading(console, "who answers", "· claims of this incident, here and in other documents")
        about = len(view.claims)
        print_rows(console, COLUMNS, [make_row(a.claim, (), _tell_answer(a, about)) for a in view.answers])


def _tell_answer(answer: Answer, about: int) -> str:
    reach = " in this document and others" if is_across(answer) else ""
    answered = f"{answer.type.value} {len(answer.answered)} of {tell_count(about, 'claim')}{reach}"
    more = f"; and {tell_count(len(answer.reasons) - 1, 'more reason')}" if len(answer.reasons) > 1 else ""
    return f"{answered} ({answer.scope.value}): {answer.reasons[0]}{more}"


def _print_repeats(console: Console, view: IncidentView) -> None:
    if view.repeats:
        _print_heading(console, "said again elsewhere by the same speaker")
        rows = [make_row(repeat.first, (), _tell_repeat(repeat)) for repeat in view.repeats]
        print_rows(console, COLUMNS, rows)


def _tell_repeat(repeat: Repeat) -> str:
    ids = ", ".join(claim.id[:SHORT_ID] for claim in repeat.again[:IDS_SHOWN])
    documents = tell_count(len(spread(repeat.again)), "more document")
    more = "" if len(repeat.again) <= IDS_SHOWN else " and others"
    return f"the same in {documents}: {ids}{more}"


def _print_reasons(console: Console, view: IncidentView) -> None:
    reasons = view.brief.incident.reasons
    if not reasons:
        return
    _print_heading(console, "why these claims are taken together", "(a suggestion)")
    told = sorted(reasons, key=lambda joining: joining.why)
    groups = [(why, list(steps)) for why, steps in groupby(told, key=lambda joining: joining.why)]
    groups.sort(key=lambda pair: -len(pair[1]))
    for why, steps in groups[:REASONS_SHOWN]:
        ends = f"{steps[0].claim[:SHORT_ID]} with {steps[0].to[:SHORT_ID]}"
        more = f" and {len(steps) - 1} more" if len(steps) > 1 else ""
        console.print(Padding(Text(one_line(f"{ends}{more}: {why}")), (0, 0, 0, INDENT)))
    if len(groups) > REASONS_SHOWN:
        console.print(
            Padding(
                Text(f"and {len(groups) - REASONS_SHOWN} more; -f json gives all", DIM), (0, 0, 0, INDENT)
            )
        )
    step = groups[0][1][0]
    undo = f"alleged decide incident {step.claim[:SHORT_ID]} {step.to[:SHORT_ID]} --reject --why WHY"
    console.print(Padding(Text(f"to take two claims apart: {undo}", DIM), (0, 0, 0, INDENT)))
