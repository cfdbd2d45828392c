"""Who is said to have done it, and to whom: the entities of a clause by their side of the act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from alleged.extract.acts import is_done_to
from alleged.extract.cast import is_opener, name_runs
from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_time, phrase_after
from alleged.lexicon.grammar import grammar
from alleged.lexicon.nominals import nominals
from alleged.model.claim import Mention
from alleged.model.vocabulary import Act, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.extract.acts import Deed
    from alleged.extract.entities import Entity
    from alleged.extract.passages import Passage
    from alleged.lexicon.words import Word

MOST_TARGETS = 6
LONGEST_TARGET = 7
LONGEST_ALIAS_CUE = 4
"""Words of "which is known as"."""
SHORTEST_PLURAL = 4
NEAR = 3
"""Words from the beginning of an accusation or a call within which its object stands."""


@dataclass
class Actors:
    """The actors that were named last, for "the group", "they" and clauses without a subject."""

    last: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with its act, and the sentence around it."""

    passage: Passage
    entities: tuple[Entity, ...]
    clause: Stretch
    within: Stretch
    """All that the speaker says here: a clause without a subject has it there."""
    deed: Deed
    accused: Stretch | None = None
    """Where the accused stand, if somebody is accused here: "accused *China* of"."""

    def inside(self, start: int, end: int) -> tuple[Entity, ...]:
        """The entities of the sentence between two words."""
        return tuple(e for e in self.entities if start <= e.stretch.start and e.stretch.end <= end)

    def mention(self, entity: Entity) -> Mention:
        """An entity as a mention of the claim."""
        return Mention(entity.name, self.passage.span(entity.stretch))


_DONE_TO = frozenset({("such", "as"), ("against",), ("including",), ("like",)})
"""Words after which somebody is an example of the targets or the one it was done to."""

Sides = tuple[tuple[Mention, ...], tuple[Mention, ...]]


def find_participants(scene: Scene, actors: Actors) -> Sides:
    """Actors and targets of a clause; either may be empty."""
    kind = scene.deed.act.kind
    if kind is Kind.RESPONSE:
        return _response(scene)
    if kind is Kind.ATTRIBUTION:
        doers, targets = _attribution(scene, actors)
    else:
        doers, targets = _operation(scene, actors)
    introduced = targets if scene.deed.act is Act.SAME_AS else ()
    actors.last = doers or introduced or actors.last
    return doers, targets


def find_accused(
    passage: Passage, entities: Iterable[Entity], accused: Stretch | None
) -> tuple[Mention, ...]:
    """Who is accused where no word tells the deed: "accused *China* of bad faith"."""
    if accused is None:
        return ()
    inside = (
        e for e in entities if accused.start <= e.stretch.start < min(accused.end, accused.start + NEAR)
    )
    return tuple(Mention(e.name, passage.span(e.stretch)) for e in inside if e.name)[:1]


def find_addressed(passage: Passage, entities: Iterable[Entity], clause: Stretch) -> tuple[Mention, ...]:
    """Who is called upon: the first name of "*Moscow* to end the campaign"."""
    stop = min(clause.end, clause.start + NEAR)
    near = (e for e in entities if clause.start <= e.stretch.start < stop)
    return tuple(Mention(e.name, passage.span(e.stretch)) for e in near if e.name)[:1]


def _operation(scene: Scene, actors: Actors) -> Sides:
    at, end = scene.deed.match.start, scene.deed.match.end
    agent = _agent(scene)
    if agent:
        return _named(scene, agent, actors), _before(scene, at)
    if is_done_to(scene.passage, scene.deed.match):
        return (), _before(scene, at)
    doers = _named(scene, _subjects(scene, at), actors)
    return doers, tuple(t for t in _objects(scene, end) if t.name not in {d.name for d in doers})


def _subjects(scene: Scene, at: int) -> tuple[Entity, ...]:
    """Whom the clause has act: the accused, the entities before its verb, or those of the clause before."""
    accused = _accused(scene, at)
    if accused:
        return accused
    able = [e for e in _heads(scene) if e.can_attack and not _is_listed_target(scene, e)]
    found = _listed_subjects(scene, at, able)
    return found if found and _does(scene, found[-1], at) else ()


def _is_listed_target(scene: Scene, entity: Entity) -> bool:
    """Whether the words before a name make it one of the targets: "firms *such as* JBS"."""
    words = [w.norm for w in scene.passage.words[scene.clause.start : entity.stretch.start]]
    while words and words[-1] in grammar().determiners:
        words.pop()
    return any(tuple(words[-len(leading) :]) == leading for leading in _DONE_TO)


def _listed_subjects(scene: Scene, at: int, able: list[Entity]) -> tuple[Entity, ...]:
    """Those before the verb that are listed last; of a second verb ("and stole") the subject of the first."""
    before = [e for e in able if scene.clause.start <= e.stretch.start and e.stretch.end <= at]
    if before or not _lacks_subject(scene, at):
        return _listed(scene, before)
    outside = [
        e for e in able if scene.within.start <= e.stretch.start and e.stretch.end <= scene.clause.start
    ]
    follows_name = scene.passage.words[scene.clause.start].norm in grammar().relatives
    return _listed(scene, outside, first=not follows_name)


def _does(scene: Scene, subject: Entity, at: int) -> bool:
    """Whether somebody does what a noun tells: "*ran* a phishing campaign", but not "reported" one."""
    if scene.deed.match.code.shape == "verb" or scene.deed.act.kind is not Kind.OPERATION:
        return True
    end = subject.stretch.end
    between = {word.norm for word in scene.passage.words[end:at]}
    reports = any(end <= cue.start < at for cue in scene.passage.cues)
    return not reports and not between & nominals().suffering


def _heads(scene: Scene) -> list[Entity]:
    """The entities that others do not only describe: not Leviathan of "APT40, also known as Leviathan"."""
    words = scene.passage.words
    kept: list[Entity] = []
    for entity in scene.entities:
        between = words[kept[-1].stretch.end : entity.stretch.start] if kept else ()
        if not kept or not kept[-1].name or not _only_describes(between):
            kept.append(entity)
        elif not words[kept[-1].stretch.end - 1].is_name_like and entity.can_attack:
            kept[-1] = entity
    return kept


def _only_describes(between: Sequence[Word]) -> bool:
    norms = [word.norm for word in between if not word.is_mark]
    if norms and norms[-1] in nominals().alias_cues:
        return len(norms) <= LONGEST_ALIAS_CUE
    return bool(norms) and norms[0] in {"in", "at"} and set(norms[1:]) <= grammar().determiners


def _accused(scene: Scene, at: int) -> tuple[Entity, ...]:
    if scene.accused is None:
        return ()
    found = [e for e in scene.inside(scene.accused.start, scene.accused.end) if e.name or e.can_attack]
    if scene.accused.start <= scene.clause.start < scene.accused.end:
        found = [e for e in found if e.stretch.start < at or e.stretch.start <= scene.clause.start + 2]
    return _listed(scene, found, first=True)


def _listed(scene: Scene, entities: list[Entity], *, first: bool = False) -> tuple[Entity, ...]:
    """The last (or first) entity, with those that are listed with it: "Adeoso and Ifebajo"."""
    row = list(entities) if first else list(reversed(entities))
    kept, joined = row[:1], False
    for entity in row[1:]:
        between = _words_between(scene, kept[-1], entity)
        if not between or not between <= grammar().joins_names:
            break
        joined = joined or bool(between & {"and", "&"})
        kept.append(entity)
    kept = kept if joined else kept[:1]
    return tuple(kept) if first else tuple(reversed(kept))


def _words_between(scene: Scene, one: Entity, other: Entity) -> frozenset[str]:
    left, right = sorted((one.stretch, other.stretch))
    return frozenset(word.norm for word in scene.passage.words[left.end : right.start])


def _agent(scene: Scene) -> tuple[Entity, ...]:
    """Who follows "by"."""
    words = scene.passage.words
    responds = scene.deed.act.kind is Kind.RESPONSE
    for index in range(scene.deed.match.start, scene.clause.end - 1):
        if words[index].norm == "by":
            after = [
                e
                for e in scene.inside(index + 1, scene.clause.end)
                if (e.can_attack or responds) and e.stretch.start <= index + 3
            ]
            return tuple(after[:1])
    return ()


def _lacks_subject(scene: Scene, at: int) -> bool:
    """Whether the clause begins with its verb, or with "which": its subject stands before it."""
    first = scene.passage.words[scene.clause.start].norm
    return at - scene.clause.start <= 1 or first in {"which", "who", "that"}


def _named(scene: Scene, entities: tuple[Entity, ...], actors: Actors) -> tuple[Mention, ...]:
    """The entities as mentions; one that refers back stands for the last actors, or is left out."""
    found: dict[str, Mention] = {}
    for entity in entities:
        mention = scene.mention(entity)
        for named in (mention,) if mention.name else (Mention(m.name, mention.span) for m in actors.last):
            found.setdefault(named.name, named)
    return tuple(found.values())


def _before(scene: Scene, at: int) -> tuple[Mention, ...]:
    found = [scene.mention(e) for e in scene.inside(scene.clause.start, at) if e.name]
    if found:
        return tuple(found[:MOST_TARGETS])
    return tuple(_phrases(scene, scene.clause.start, at))


def _objects(scene: Scene, start: int) -> tuple[Mention, ...]:
    """What the act was done to: the noun phrases in a row after it."""
    if scene.deed.match.code.shape == "noun":
        start = _after_noun(scene, start)
    elif scene.passage.words[start - 1].norm in nominals().people:
        start = scene.deed.match.start + 1
    return tuple(dict.fromkeys(_phrases(scene, start, scene.clause.end)))[:MOST_TARGETS]


def _after_noun(scene: Scene, start: int) -> int:
    """Where the targets of a noun begin: "phishing campaigns *against* banks"; the campaigns are none."""
    words = scene.passage.words
    if words[start - 1].norm in grammar().prepositions:
        return start
    rest = range(start, scene.clause.end)
    aimed = next((i for i in rest if words[i].norm in {"against", "targeting"}), None)
    if aimed is not None:
        return aimed
    joined = start < scene.clause.end and words[start].norm in grammar().prepositions | grammar().determiners
    return start if joined else scene.clause.end


def _phrases(scene: Scene, start: int, end: int) -> Iterator[Mention]:
    words = scene.passage.words
    index = start
    while index < end:
        if words[index].norm in grammar().between_targets or is_time(words[index]):
            index += 1
            continue
        phrase = None if words[index].norm in grammar().relatives else _phrase(scene, index, end)
        if phrase is None:
            return
        yield from _as_target(scene, phrase)
        index = _after_amount(scene, phrase)


def _after_amount(scene: Scene, phrase: Stretch) -> int:
    """Past a phrase; of an amount only past what it counts: "two million dollars *from three banks*"."""
    words = scene.passage.words
    inside = range(phrase.start, phrase.end)
    return next((i + 1 for i in inside if words[i].norm in nominals().measures), phrase.end)


def _phrase(scene: Scene, index: int, end: int) -> Stretch | None:
    entity = next((e for e in scene.entities if e.stretch.start == index), None)
    if entity:
        return entity.stretch
    phrase = phrase_after(scene.passage.words, index)
    return Stretch(phrase.start, min(phrase.end, end)) if phrase else None


def _as_target(scene: Scene, phrase: Stretch) -> Iterator[Mention]:
    within = [e for e in scene.inside(phrase.start, phrase.end) if e.name]
    if within:
        yield from (scene.mention(e) for e in within)
    elif len(phrase) <= LONGEST_TARGET and _is_object(scene, phrase):
        yield Mention(scene.passage.said(phrase), scene.passage.span(phrase))


def _is_object(scene: Scene, phrase: Stretch) -> bool:
    """Whether the head of a phrase is somebody, or several of something: "the mail *servers* of the port"."""
    words = scene.passage.words
    known = nominals()
    closing = grammar().prepositions | known.epithets
    inner = (i for i in range(phrase.start + 1, phrase.end) if words[i].norm in closing)
    last = next(inner, phrase.end) - 1
    head = words[last]
    if head.norm in known.measures:
        return False
    named = head.is_name_like and not is_opener(words, Stretch(last, last + 1))
    plural = head.norm.endswith("s") and len(head.norm) >= SHORTEST_PLURAL
    return plural or named or head.norm in known.people | known.organisations


def _attribution(scene: Scene, actors: Actors) -> Sides:
    at, end = scene.deed.match.start, scene.deed.match.end
    inside = end if end - at > 1 else at
    after = [e for e in scene.inside(at, scene.clause.end) if e.name and e.stretch.end > inside]
    subject = _named(scene, _linked(scene, at), actors)
    others = tuple(scene.mention(e) for e in after)[:MOST_TARGETS]
    if scene.deed.act is Act.LOCATED_IN:
        return subject, others or _places(scene, end)
    if {word.norm for word in scene.passage.words[at:end]} & nominals().backers:
        return others, subject
    return subject, others if scene.deed.act is Act.SAME_AS else others[:2]


def _places(scene: Scene, start: int) -> tuple[Mention, ...]:
    """The first place that is named: "based in *Minsk*"."""
    runs = name_runs(scene.passage.words, Stretch(start, scene.clause.end))
    return tuple(Mention(scene.passage.said(run), scene.passage.span(run)) for run in islice(runs, 1))


def _linked(scene: Scene, at: int) -> tuple[Entity, ...]:
    """Who is linked; "linked X to Y" accuses Y, but links X."""
    last = scene.accused is not None and scene.accused.start > scene.clause.start
    return _subjects(replace(scene, accused=None) if last else scene, at)


def _response(scene: Scene) -> Sides:
    at, end = scene.deed.match.start, scene.deed.match.end
    agent = _agent(scene)
    named = [e for e in _heads(scene) if e.name and _can_respond(scene, e, at)]
    if is_done_to(scene.passage, scene.deed.match):
        before = [e for e in named if scene.clause.start <= e.stretch.start and e.stretch.end <= at]
        told = _as_mentions(scene, before[:MOST_TARGETS]) or _before(scene, at)
        return tuple(scene.mention(e) for e in agent if e.name), told
    objects = _objects(scene, end)
    told = objects[:1] if scene.deed.act is Act.ATTRIBUTE else objects
    return _as_mentions(scene, _listed_subjects(scene, at, named)), told


def _can_respond(scene: Scene, entity: Entity, at: int) -> bool:
    """Whether it is the responder: a name, or a body right before the verb: "the *regulator* opened"."""
    named = scene.passage.words[entity.stretch.end - 1].is_name_like
    return entity.can_attack or named or at - 2 <= entity.stretch.end <= at


def _as_mentions(scene: Scene, entities: Iterable[Entity]) -> tuple[Mention, ...]:
    return tuple(scene.mention(entity) for entity in entities)
