"""What is said of a name, for programs and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.joinings import print_joining, print_suggestion
from alleged.cli.layout import print_rows
from alleged.cli.messages import tell_count, tell_origins
from alleged.cli.privacy import MARK, is_private
from alleged.cli.safety import one_line
from alleged.cli.tables import COLUMNS, make_row, record_denial, tell_denial
from alleged.dossiers.denials import find_latest_denials
from alleged.dossiers.voices import count_named_speakers
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console

    from alleged.cli.tables import Row
    from alleged.dossiers.actors import Actor
    from alleged.dossiers.joining import JoinedName, Joining
    from alleged.dossiers.subject import Answer, Borne
    from alleged.dossiers.voices import Voice
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire


def record_subject(view: Actor) -> Iterator[Wire]:
    """Every claim about the subject and every answer to one, with the part that it plays.

    `name` is the name by which it got in, in the words of the claim; `through` tells who lists that as a name
    of the subject, and is empty where it is the name that was asked for. Answers may have neither.
    """
    subject = view.subject
    parts = {claim.id: "answer" for claim in subject.all_claims}
    parts |= {claim.id: "acted-upon" for claim in _claims_of(subject.acted_upon)}
    parts |= {claim.id: "acting" for claim in _claims_of(subject.acting)}
    published, denials = _find_published(view), _find_denials(view)
    for record in view.listing.wires():
        borne = subject.borne.get(record["id"], ())
        through = _record_through(view.joining, borne)
        name = "; ".join(dict.fromkeys(name for name, _ in borne)) or None
        own = {"subject": subject.name, "name": name, "through": through, "part": parts[record["id"]]}
        yield {**own, **record, "latest_denial": record_denial(denials.get(record["id"]), published)}


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


def _record_through(joining: Joining, borne: Borne) -> list[Wire]:
    """Who lists the names by which a claim got in, if it was not the one that was asked for."""
    joined = joining.by_key()
    if any(key == name_key(joining.name) for _, key in borne):
        return []
    return [each for _, key in borne if key in joined for each in _record_joined(joined[key])]


def _record_joined(joined: JoinedName) -> Iterator[Wire]:
    for entity in joined.entities:
        yield {
            "listed": joined.name,
            "authority": entity.authority,
            "version": entity.version,
            "id": entity.id,
            "decision": None,
        }
    for decision in joined.decisions:
        authority, _, id_ = decision.what[1].partition(":")
        own = {"listed": joined.name, "authority": authority, "version": None, "id": id_}
        yield {**own, "decision": decision.id}


def _make_rows(view: Actor, voices: tuple[Voice, ...]) -> list[Row]:
    own, denials, published = view.listing.by_claim(), _find_denials(view), _find_published(view)
    rows = []
    for claim in _claims_of(voices):
        denied = tell_denial(denials.get(claim.id), published)
        source = f"in {view.listing.provenance[claim.text].source}{_tell_name(view, claim)}"
        rows.append(make_row(claim, own.get(claim.id, ()), " · ".join(filter(None, (denied, source)))))
    return rows


def _find_published(view: Actor) -> Callable[[Claim], str | None]:
    """What tells when the document of a claim was published."""
    sources = view.listing.provenance
    return lambda claim: sources[claim.text].text.document.metadata.published


def _find_denials(view: Actor) -> dict[str, Answer]:
    return find_latest_denials(view.subject.answers, _find_published(view))


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
