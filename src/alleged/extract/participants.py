"""Who is said to have done it, and to whom: the mentions of a clause by their side of the act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.cast import name_runs
from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_passive, phrase_after, phrase_before
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names, nominals
from alleged.model.claim import Mention
from alleged.model.span import span_at
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.extract.acts import Deed
    from alleged.extract.cast import Cast
    from alleged.extract.passages import Passage

MOST_TARGETS = 6
_UNKNOWN = frozenset({"hackers", "attackers", "attacker", "hacker", "threat actors", "threat actor", "actors", "criminals",
                      "cybercriminals", "unknown attackers", "unknown hackers"})  # fmt: skip
_TO_TARGET = frozenset({"on", "against", "at", "into", "of", "targeting", "to"})


@dataclass
class Actors:
    """The actor that was named last, for "the group" and "the hackers"."""

    last: Mention | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with its act, and the document around it."""

    passage: Passage
    clause: Stretch
    deed: Deed
    cast: Cast


def find_participants(scene: Scene, actors: Actors) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Actors and targets of a clause."""
    before, after = _subject(scene), _objects(scene)
    if _is_turned(scene):
        before, after = _agent(scene), _mentions(scene, _stretch_before(scene))
    doers = tuple(_resolved(m, actors) for m in before if _can_act(m))
    named = [m for m in doers if m.name]
    if named and scene.deed.act.kind in (Kind.OPERATION, Kind.ATTRIBUTION) and len(named) == 1:
        actors.last = named[0]
    return tuple(named), tuple(after[:MOST_TARGETS])


def _is_turned(scene: Scene) -> bool:
    match = scene.deed.match
    return match.code.shape == "verb" and is_passive(scene.passage.words, match.start) and scene.deed.act.kind is not Kind.ATTRIBUTION


def _subject(scene: Scene) -> tuple[Mention, ...]:
    stretch = phrase_before(scene.passage.words, scene.deed.match.start)
    if stretch is None or stretch.start < scene.clause.start:
        stretch = phrase_after(scene.passage.words, scene.clause.start)
    if stretch is None or stretch.start >= scene.deed.match.start:
        return ()
    return _mentions(scene, Stretch(stretch.start, min(stretch.end, scene.deed.match.start)))


def _agent(scene: Scene) -> tuple[Mention, ...]:
    words = scene.passage.words
    for index in range(scene.deed.match.end, scene.clause.end - 1):
        if words[index].norm == "by":
            agent = phrase_after(words, index + 1)
            return _mentions(scene, agent) if agent else ()
    return ()


def _stretch_before(scene: Scene) -> Stretch:
    return Stretch(scene.clause.start, scene.deed.match.start)


def _objects(scene: Scene) -> tuple[Mention, ...]:
    return _mentions(scene, Stretch(scene.deed.match.end, scene.clause.end))


def _mentions(scene: Scene, stretch: Stretch) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for part in _noun_parts(scene.passage, stretch):
        mention = _mention(scene, part)
        if mention:
            found.setdefault(mention.name, mention)
    return tuple(found.values())


def _noun_parts(passage: Passage, stretch: Stretch) -> Iterator[Stretch]:
    """The names and groups in a stretch, from left to right."""
    index = stretch.start
    while index < stretch.end:
        part = phrase_after(passage.words, index)
        if part is None or part.end > stretch.end:
            part = Stretch(index, min(part.end, stretch.end)) if part else None
        if part and len(part):
            yield from _listed(passage, part)
            index = part.end
        index += 1


def _listed(passage: Passage, part: Stretch) -> Iterator[Stretch]:
    start = part.start
    for index in range(part.start, part.end):
        if passage.words[index].norm in {"and", "of", "for", "from", "at"} and not _inside_name(passage, index):
            if index > start:
                yield Stretch(start, index)
            start = index + 1
    if part.end > start:
        yield Stretch(start, part.end)


def _inside_name(passage: Passage, index: int) -> bool:
    return any(m.start < index < m.end for m in passage.names)


def _mention(scene: Scene, part: Stretch) -> Mention | None:
    words = scene.passage.words
    start = part.start
    while start < part.end and words[start].norm in grammar().determiners | grammar().possessives:
        start += 1
    if start >= part.end:
        return None
    inside = Stretch(start, part.end)
    name = _name(scene, inside)
    return Mention(name, span_at(scene.passage.text, *scene.passage.characters(inside))) if name else None


def _name(scene: Scene, part: Stretch) -> str:
    passage, words = scene.passage, scene.passage.words
    last = words[part.end - 1].norm
    plain = " ".join(passage.said(part).split())
    known = [m for m in passage.names if m.start in part and m.end <= part.end]
    if known and known[-1].end == part.end and known[-1].name.form != "people":
        return known[-1].name.name
    if last in nominals().actors | nominals().people:
        runs = [r for r in name_runs(words, part) if not _is_known_people(passage, r)]
        if runs and last in {"group", "gang", "actor", "collective", "crew", "cartel"}:
            return scene.cast.full_name(passage.said(runs[-1]))
        return plain
    runs = list(name_runs(words, part))
    if runs and runs[-1].end == part.end:
        return scene.cast.full_name(passage.said(runs[-1]))
    return plain if len(part) <= 8 and not words[part.start].is_mark else ""


def _is_known_people(passage: Passage, run: Stretch) -> bool:
    known = names().get(passage.said(run))
    return known is not None and known.type == "states"


def _can_act(mention: Mention) -> bool:
    return bool(mention.name) and not mention.name[0].isdigit()


def _resolved(mention: Mention, actors: Actors) -> Mention:
    plain = mention.name.casefold()
    if plain in nominals().actors or plain in _UNKNOWN or plain in grammar().pronouns:
        return Mention(actors.last.name if actors.last else "", mention.span)
    return mention
