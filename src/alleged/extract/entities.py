"""Whom a sentence speaks of: names, states and groups, as words that can act or be acted upon."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from alleged.extract.cast import is_opener, name_runs
from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_pronoun
from alleged.lexicon.grammar import grammar
from alleged.lexicon.nominals import nominals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.extract.cast import Cast
    from alleged.extract.passages import Passage
    from alleged.lexicon.names import NameMatch
    from alleged.lexicon.words import Word

LONGEST_MODIFIER = 5


@dataclass(frozen=True, slots=True)
class Entity:
    """Words of a passage that name somebody, or refer back to somebody."""

    stretch: Stretch
    name: str
    """Canonical within the document; empty where the words name nobody ("the hackers", "it")."""
    can_attack: bool
    """Whether it can be the actor of an operation: a state, a group, a person, never "journalists"."""


def find_entities(passage: Passage, cast: Cast) -> tuple[Entity, ...]:
    """The entities of a passage in order, none overlapping."""
    found: list[Entity] = []
    for entity in sorted(_candidates(passage, cast), key=lambda e: (e.stretch.start, -len(e.stretch))):
        if not found or entity.stretch.start >= found[-1].stretch.end:
            found.append(entity)
    return tuple(found)


def _candidates(passage: Passage, cast: Cast) -> Iterator[Entity]:
    words = passage.words
    yield from _known(passage)
    for index, word in enumerate(words):
        if is_pronoun(word) and word.norm in {"it", "they", "he", "she"}:
            yield Entity(Stretch(index, index + 1), "", can_attack=True)
        elif _is_noun(passage, index) and word.norm in _somebody() and not _is_adjective(passage, index):
            yield _group(passage, index, cast)
        elif _is_noun(passage, index) and word.norm in nominals().bodies and not _leads_on(words, index):
            yield _body(passage, index, cast)
    for run in name_runs(words, passage.whole):
        if _is_name(passage, run, cast):
            yield Entity(run, cast.full_name(passage.said(run)), can_attack=not _is_tool(passage, run))


def _is_noun(passage: Passage, index: int) -> bool:
    """Whether a word is written as a common noun: small, or at the beginning of a sentence."""
    return not passage.words[index].is_name_like or is_opener(passage.words, Stretch(index, index + 1))


def _is_adjective(passage: Passage, index: int) -> bool:
    """Whether a noun for somebody only describes the next: "no *official* patch", "*state* hackers"."""
    words = passage.words
    if words[index].norm not in nominals().adjectives or index + 1 >= len(words):
        return False
    base = not words[index + 1].norm.endswith(("ed", "ing"))
    return base and (_modifies_next(passage, index + 1) or _is_verb(passage, index + 1))


@cache
def _somebody() -> frozenset[str]:
    """Nouns for people and groups that can act or be acted upon."""
    return (nominals().actors | nominals().people) - nominals().anonymous - {"intelligence"}


def _leads_on(words: Sequence[Word], index: int) -> bool:
    """Whether a noun for a body only leads to what is meant: "the *firm* Nordvind", "its *firm*'s plans"."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and (following.is_name_like or following.norm in grammar().possessives)


def _known(passage: Passage) -> Iterator[Entity]:
    for match in passage.names:
        if match.name.form != "people" and not _is_place(passage, match):
            able = match.name.type != "media" and not _follows_article(passage, match)
            yield Entity(Stretch(match.start, match.end), match.name.name, can_attack=able)


def _follows_article(passage: Passage, match: NameMatch) -> bool:
    """Whether a name only describes the noun after it: "a *US* presidential campaign"."""
    return match.start > 0 and passage.words[match.start - 1].norm in {"a", "an"}


def _is_place(passage: Passage, match: NameMatch) -> bool:
    """Whether a seat of government is only where something is: "in Beijing"."""
    before = passage.words[match.start - 1].norm if match.start else ""
    return match.name.form == "seat" and before in {"in", "at", "from", "near", "outside"}


def _is_seat(passage: Passage, run: Stretch) -> bool:
    return any(_is_place(passage, match) for match in passage.names if match.start == run.start)


def _body(passage: Passage, head: int, cast: Cast) -> Entity:
    """The phrase that ends in a noun for a body: "the Norwegian parliament", "the ministry"."""
    described = _group(passage, head, cast)
    plain = len(described.stretch) == 1
    name = (cast.only_name_ending(passage.words[head].norm) or "") if plain else described.name
    return replace(described, name=name, can_attack=False)


def _group(passage: Passage, head: int, cast: Cast) -> Entity:
    """The phrase that ends in a noun for people: "seven Chinese hackers", "the Gamaredon group"."""
    words = passage.words
    start = head
    while start > 0 and head - start < LONGEST_MODIFIER and _describes(passage, start - 1):
        start -= 1
    post = words[head].norm in nominals().posts
    stretch = Stretch(start, head + 1 if post else _end_of_epithet(passage, head + 1))
    name = _group_name(passage, Stretch(start, head + 1), cast)
    if not name and stretch.end > head + 1:
        name = passage.said(stretch)
    return Entity(
        stretch,
        name,
        can_attack=words[head].norm in nominals().actors,
    )


def _describes(passage: Passage, index: int) -> bool:
    """Whether a word belongs to the noun after it: "*seven Chinese* hackers", "of *exiled* journalists"."""
    words = passage.words
    if any(hedge.start <= index < hedge.end for hedge in passage.hedges):
        return False
    if words[index].norm.endswith("ed") and index > 0 and words[index - 1].norm in grammar().joiners:
        return True
    helped = index > 0 and words[index - 1].norm in grammar().modals
    return _modifies(words[index]) and not helped and not _is_verb(passage, index)


def _is_verb(passage: Passage, index: int) -> bool:
    """Whether a word before a noun reports or tells a deed, so that it does not describe the noun."""
    word = passage.words[index]
    told = any(m.code.shape == "verb" and m.code.weight > 1 for m in passage.acts_at(index))
    reports = any(cue.start == index for cue in passage.cues)
    return not word.is_name_like and (told or reports or word.norm in grammar().irregular_past)


def _end_of_epithet(passage: Passage, after: int) -> int:
    """Past the name that tells whose they are: "hackers *working for Chinese intelligence*"."""
    words = passage.words
    if after >= len(words) or words[after].norm not in nominals().epithets:
        return after
    for match in passage.names:
        if after < match.start <= after + LONGEST_MODIFIER:
            following = words[match.end] if match.end < len(words) else None
            takes_noun = match.name.form == "people" and following is not None and not following.is_mark
            return match.end + takes_noun
    return after


def _modifies(word: Word) -> bool:
    known = grammar()
    closed = known.determiners | known.prepositions | known.subordinators | known.auxiliaries | known.adverbs
    if word.is_mark or is_pronoun(word) or word.norm in closed | known.possessives | known.times:
        return False
    return (
        word.is_name_like
        or "-" in word.norm
        or word.norm in grammar().no_verbs
        or not word.norm.endswith(("ed", "ing", "ly"))
        or word.norm in nominals().undescribing
    )


def _group_name(passage: Passage, stretch: Stretch, cast: Cast) -> str:
    words = passage.words[stretch.start : stretch.end]
    runs = [r for r in name_runs(passage.words, stretch) if not _is_people(passage, r)]
    if runs and words[-1].norm in nominals().single_groups:
        return cast.full_name(passage.said(runs[-1]))
    describing = [w for w in words[:-1] if w.norm not in nominals().undescribing]
    return passage.said(stretch) if describing or words[-1].norm not in nominals().actors else ""


def _is_tool(passage: Passage, run: Stretch) -> bool:
    """Whether the words around a name make it a tool or a product: "Pegasus spyware", "an exploit dubbed"."""
    words = passage.words
    after = words[run.end].norm if run.end < len(words) else ""
    before = words[run.start - 1].norm if run.start else ""
    return (
        after in nominals().tools
        or before in nominals().tool_cues
        or words[run.end - 1].norm in nominals().tools
        or words[run.start].norm.startswith("cve-")
        or _modifies_noun(passage, run)
    )


def _modifies_noun(passage: Passage, run: Stretch) -> bool:
    """Whether one word of capitals only tells of what kind the next is: "*SEO* poisoning"; not "APT28"."""
    numbered = any(c.isdigit() for c in passage.words[run.start].text)
    return len(run) == 1 and not numbered and _modifies_next(passage, run.end)


def _modifies_next(passage: Passage, after: int) -> bool:
    """Whether a noun follows at `after`, so that what stands before it only describes it."""
    following = passage.words[after] if after < len(passage.words) else None
    if following is None or following.is_mark or following.is_name_like:
        return False
    known = grammar()
    closed = known.auxiliaries | known.prepositions | known.subordinators | known.adverbs | known.possessives
    verb = following.norm.endswith(("ed", "ly")) or _is_verb(passage, after)
    return not verb and following.norm not in closed | known.relatives


def _is_people(passage: Passage, run: Stretch) -> bool:
    return any(m.name.form == "people" and m.start < run.end and run.start < m.end for m in passage.names)


def _is_name(passage: Passage, run: Stretch, cast: Cast) -> bool:
    """Whether a run of capitals is a name, not the first word of a sentence or "Chinese" alone."""
    if len(run) == 1 and (_is_people(passage, run) or _is_seat(passage, run)):
        return False
    return not is_opener(passage.words, run) or cast.writes_as_name(passage.words[run.start])
