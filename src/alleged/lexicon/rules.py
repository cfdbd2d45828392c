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
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Act, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from alleged.lexicon.words import Word

C = TypeVar("C")

FRAMES = frozenset({"says", "finds", "accuses", "punishes", "according", "noun", "rejects", "refuses"})
"""How a cue can sit in its sentence; `cues.yml` explains each."""
SHAPES = frozenset({"verb", "noun"})
"""What an act word can be; `acts.yml` explains both."""
WEIGHTS = frozenset({"1", "2", "3"})
"""How strongly an act word speaks; `acts.yml` explains it."""
_FLAGS = frozenset({"true", "false"})
_WHERE_CODES_ARE = "docs/reference/lexicon.md lists the codes"


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
            beginning = self._by_word.get(word.norm)
            if beginning and not (self.common and _is_name_inside(words, at)):
                found.extend(_find_at(words, at, beginning))
        return tuple(found)

    def find_longest(self, words: Sequence[Word]) -> tuple[Match[C], ...]:
        """The matches from left to right, the longest at each place, none overlapping."""
        kept: list[Match[C]] = []
        for match in sorted(self.find(words), key=lambda m: (m.start, -m.end)):
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return tuple(kept)


def _find_at(
    words: Sequence[Word], at: int, beginning: Iterable[tuple[Rule[C], Pattern]]
) -> Iterable[Match[C]]:
    best: dict[str, Match[C]] = {}
    for rule, pattern in beginning:
        end = pattern.end_of_match(words, at)
        if end is not None and (rule.id not in best or best[rule.id].end < end):
            best[rule.id] = Match(rule, at, end)
    return best.values()


@cache
def cues() -> RuleIndex[CueCode]:
    """The words that carry reporting, denials and refusals among them."""
    return RuleIndex((*load_rules("cues.yml", cue_code), *load_rules("denials.yml", cue_code)))


def rejects(cue: str) -> bool:
    """Whether the words of a cue reject by themselves: "dismissed", but not "said"."""
    return any(match.code.frame == "rejects" for match in cues().find(find_words(cue)))


@cache
def hedges() -> RuleIndex[Stance]:
    """The words that weaken or grade a claim, with the stance that they make of it."""
    return RuleIndex(load_rules("hedges.yml", hedge_code))


@cache
def acts() -> RuleIndex[ActCode]:
    """The words that tell what was done."""
    return RuleIndex(load_rules("acts.yml", act_code))


@cache
def roles() -> RuleIndex[Role]:
    """The words of a description that tell what a speaker is."""
    return RuleIndex(load_rules("roles.yml", role_code), common=False)


def load_rules(file: str, code: Callable[[Mapping[str, Any]], C]) -> tuple[Rule[C], ...]:
    """The rules of a lexicon file; raises LexiconError with the entry that is wrong."""
    return parse_rules(read_yaml(file), Place(file), code)


def parse_rules(
    entries: Iterable[Mapping[str, Any]], place: Place, code: Callable[[Mapping[str, Any]], C]
) -> tuple[Rule[C], ...]:
    """The rules that `entries` write; raises LexiconError with the entry that is wrong and what to do."""
    return tuple(_rule(entry, place, code) for entry in entries)


def read_yaml(file: str) -> Any:
    """The content of one of the lexicon's own files; every scalar is a string: "no" and "on" stay words."""
    return parse_yaml(files("alleged.lexicon").joinpath(file).read_text("utf-8"), file)


def parse_yaml(text: str, file: str) -> Any:
    """What `text` writes; raises LexiconError with the line that is no YAML."""
    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        what = f"{error.problem or error}"
        raise LexiconError(what, Place(file, line), "put quotes around what begins with a mark") from error


def _rule(entry: Mapping[str, Any], place: Place, code: Callable[[Mapping[str, Any]], C]) -> Rule[C]:
    name = f"entry {entry.get('id', 'without an id')}"
    try:
        patterns = tuple(parse_pattern(line) for line in entry["patterns"])
        return Rule(entry["id"], code(entry), patterns, entry["matches"], entry["not"])
    except LexiconError as error:
        raise LexiconError(f"{name}: {error.what}", place, error.cure) from error
    except KeyError as error:
        raise LexiconError(f"{name}: has no {error.args[0]}", place, f"add a line {error.args[0]}") from error
    except ValueError as error:
        raise LexiconError(f"{name}: {error}", place, _WHERE_CODES_ARE) from error


def _is_name_inside(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at].text.istitle() and not words[at - 1].is_mark


def cue_code(entry: Mapping[str, Any]) -> CueCode:
    """The code of an entry of cues or denials; raises ValueError for a value that does not exist."""
    act = Act(entry.get("act", Act.COMMENT))
    own = _one_of(_FLAGS, entry.get("own", "false")) == "true"
    return CueCode(Stance(entry["stance"]), _one_of(FRAMES, entry["frame"]), act, own)


def hedge_code(entry: Mapping[str, Any]) -> Stance:
    """The code of an entry of hedges; raises ValueError for a value that does not exist."""
    return Stance(entry["stance"])


def act_code(entry: Mapping[str, Any]) -> ActCode:
    """The code of an entry of acts; raises ValueError for a value that does not exist."""
    return ActCode(Act(entry["act"]), int(_one_of(WEIGHTS, entry["weight"])), _one_of(SHAPES, entry["shape"]))


def role_code(entry: Mapping[str, Any]) -> Role:
    """The code of an entry of roles; raises ValueError for a value that does not exist."""
    return Role(entry["role"])


def _one_of(known: frozenset[str], value: str) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(known))}")
    return value
