"""Which names are looked up together, for people: who lists them, what is left out, what to ask for."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.aliases import tell_all
from alleged.cli.layout import DIM
from alleged.dossiers.counting import tell_count
from alleged.dossiers.safety import one_line
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from alleged.dossiers.actors import Actor
    from alleged.dossiers.joining import JoinedName, Joining
    from alleged.dossiers.subject import Subject
    from alleged.model.entity import Entity

NAMES_SHOWN = 6
"""Further names of which a line tells."""


def print_joining(console: Console, subject: Subject) -> None:
    """What is looked up together and who says that it is one; nothing where it is the name alone."""
    for line in _tell_joining(subject):
        console.print(Text(one_line(line)))


def print_suggestion(console: Console, view: Actor) -> None:
    """Which further names authorities list, and how to see them together; nothing if there are none."""
    line = _tell_suggestion(view)
    if line:
        console.print()
        console.print(Text(one_line(line), DIM))


def _tell_joining(subject: Subject) -> Iterator[str]:
    joining = subject.joining
    counts = subject.count_by_key()
    for entity in joining.entities:
        yield f"{_tell_entity(entity)} lists it as {entity.name}"
    for authority in joining.silent:
        yield f"{authority} does not list it"
    yield from _tell_ambiguous(joining)
    for joined in joining.names:
        if count := counts[name_key(joined.name)]:
            yield f"{joined.name}: {tell_count(count, 'claim')}, {_tell_sources(joined)}"
    unused = [joined.name for joined in joining.names if not counts[name_key(joined.name)]]
    if unused:
        yield f"in no claim: {'; '.join(unused)}"
    for left_out in joining.left_out:
        yield f"left out: {left_out.name}, which {left_out.reason}"


def _tell_entity(entity: Entity) -> str:
    return f"{entity.authority} {entity.version}"


def _tell_sources(joined: JoinedName) -> str:
    """Who lists a name with the one asked for, or decided that it is one."""
    listed = [_tell_entity(entity) for entity in joined.entities]
    decided = [f"{decision.who} ({decision.why})" for decision in joined.decisions]
    told = [f"listed by {tell_all(listed)}"] if listed else []
    return ", ".join((*told, *(f"decided by {each}" for each in decided)))


def _tell_ambiguous(joining: Joining) -> Iterator[str]:
    """That nothing is joined, why, and how to choose."""
    if not joining.ambiguous:
        return
    for authority in dict.fromkeys(entity.authority for entity in joining.ambiguous):
        names = [entity.name for entity in joining.ambiguous if entity.authority == authority]
        told = f"{authority} gives the name to {len(names)} of its entries, {tell_all(names)}"
        yield f"{told}: nothing is joined"
    first = joining.ambiguous[0]
    choice = quote(f"{first.authority}:{first.name}")
    yield f"to choose: another --authority, or alleged decide name {quote(joining.name)} {choice} --why ..."


def _tell_suggestion(view: Actor) -> str:
    """The further names in one line, with the command that looks them up, too."""
    suggestion, name = view.suggestion, quote(view.subject.name)
    if not suggestion.names:
        return ""
    who = tell_all(list(dict.fromkeys(entity.authority for entity in suggestion.entities)))
    authority = suggestion.find_authority()
    command = f"alleged actor {name} --authority {authority}" if authority else f"alleged alias {name}"
    verb = "list" if " and " in who else "lists"
    return f"not looked up: {_tell_some(suggestion.names)}, which {who} {verb} with it; see: {command}"


def _tell_some(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - NAMES_SHOWN
    return "; ".join(listed[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")
