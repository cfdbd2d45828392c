"""Rules as data: entries with patterns, codes, a sentence they match and one that they must not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml

from alleged.errors import LexiconError, Place
from alleged.lexicon.pattern import Pattern, parse_pattern
from alleged.model.vocabulary import Act, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from alleged.lexicon.words import Word

C = TypeVar("C")

FRAMES = frozenset({"says", "finds", "accuses", "punishes", "according", "noun", "rejects", "refuses"})
"""How a cue can sit in its sentence; `cues.yml` explains each."""


@dataclass(frozen=True, slots=True)
class CueCode:
    """What a cue says about its claim."""

    stance: Stance
    frame: str
    act: Act = Act.COMMENT
    """The act of a content that has no words for one."""
    own: bool = False
    """Whether that act holds whatever the content says."""


@dataclass(frozen=True, slots=True)
class ActCode:
    """What an act word says about its claim."""

    act: Act
    weight: int
    shape: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[C]):
    """One entry of the lexicon."""

    id: str
    code: C
    patterns: tuple[Pattern, ...]
    matches: str
    never: str


@dataclass(frozen=True, slots=True)
class Match(Generic[C]):
    """Where a rule matched: indices into the words, end exclusive."""

    rule: Rule[C]
    start: int
    end: int

    @property
    def code(self) -> C:
        """What the rule says."""
        return self.rule.code


class RuleIndex(Generic[C]):
    """Rules by the words that they can begin with, so that a sentence is scanned once.

    Rules of `common` words do not begin at a capital inside a sentence: "In May" holds no "may".
    """

    def __init__(self, rules: Sequence[Rule[C]], *, common: bool = True) -> None:
        self.rules = tuple(rules)
        self.common = common
        self._by_word: dict[str, list[tuple[Rule[C], Pattern]]] = defaultdict(list)
        for rule in rules:
            for pattern in rule.patterns:
                for word in pattern.firsts():
                    self._by_word[word].append((rule, pattern))

    def find(self, words: Sequence[Word]) -> tuple[Match[C], ...]:
        """Every rule's longest match at every word, in order; matches of several rules may overlap."""
        found: list[Match[C]] = []
        for at, word in enumerate(words):
            if not (self.common and _is_name_inside(words, at)):
                found.extend(self._find_at(words, at, word.norm))
        return tuple(found)

    def find_longest(self, words: Sequence[Word]) -> tuple[Match[C], ...]:
        """The matches from left to right, the longest at each place, none overlapping."""
        kept: list[Match[C]] = []
        for match in sorted(self.find(words), key=lambda m: (m.start, -m.end)):
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return tuple(kept)

    def _find_at(self, words: Sequence[Word], at: int, first: str) -> list[Match[C]]:
        best: dict[str, Match[C]] = {}
        for rule, pattern in self._by_word.get(first, ()):
            end = pattern.end_of_match(words, at)
            if end is not None and (rule.id not in best or best[rule.id].end < end):
                best[rule.id] = Match(rule, at, end)
        return list(best.values())


@cache
def cues() -> RuleIndex[CueCode]:
    """The words that carry reporting, denials and refusals among them."""
    return RuleIndex((*load_rules("cues.yml", _cue_code), *load_rules("denials.yml", _cue_code)))


@cache
def hedges() -> RuleIndex[Stance]:
    """The words that weaken or grade a claim, with the stance that they make of it."""
    return RuleIndex(load_rules("hedges.yml", lambda entry: Stance(entry["stance"])))


@cache
def acts() -> RuleIndex[ActCode]:
    """The words that tell what was done."""
    return RuleIndex(load_rules("acts.yml", _act_code))


@cache
def roles() -> RuleIndex[Role]:
    """The words of a description that tell what a speaker is."""
    return RuleIndex(load_rules("roles.yml", lambda entry: Role(entry["role"])), common=False)


def load_rules(file: str, code: Callable[[Mapping[str, Any]], C]) -> tuple[Rule[C], ...]:
    """The rules of a lexicon file; raises LexiconError with the entry that is wrong."""
    return tuple(_rule(entry, file, code) for entry in read_yaml(file))


def read_yaml(file: str) -> Any:
    """The content of one of the lexicon's own files; every scalar is a string: "no" and "on" stay words."""
    text = files("alleged.lexicon").joinpath(file).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _rule(entry: Mapping[str, Any], file: str, code: Callable[[Mapping[str, Any]], C]) -> Rule[C]:
    name = entry.get("id", "without an id")
    try:
        patterns = tuple(parse_pattern(line) for line in entry["patterns"])
        return Rule(entry["id"], code(entry), patterns, entry["matches"], entry["not"])
    except (KeyError, ValueError) as error:
        raise LexiconError(
            f"entry {name}: {error!r}", Place(file), "see docs/reference/lexicon.md"
        ) from error


def _is_name_inside(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at].text.istitle() and not words[at - 1].is_mark


def _cue_code(entry: Mapping[str, Any]) -> CueCode:
    if entry["frame"] not in FRAMES:
        raise ValueError(f"frame {entry['frame']!r} is none of {sorted(FRAMES)}")
    act = Act(entry.get("act", Act.COMMENT))
    return CueCode(Stance(entry["stance"]), entry["frame"], act, entry.get("own") == "true")


def _act_code(entry: Mapping[str, Any]) -> ActCode:
    return ActCode(Act(entry["act"]), int(entry["weight"]), entry["shape"])
