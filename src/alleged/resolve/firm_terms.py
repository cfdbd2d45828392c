"""Words of firms' names that say what a firm is, not which one: legal forms and kinds of trade."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from alleged.resolve.arabic import is_arabic, name_letters
from alleged.resolve.han import is_han, simplified
from alleged.resolve.name_words import find_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FILE = "firm_terms.yml"
_DOTTED = re.compile(r"(?<!\w)(?:\w\.){1,6}\w(?!\w)\.?")
_AND = re.compile("[&+＆]")
_NOTHING = "and"
"""The entry whose words say nothing at all."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the words of a firm's name say of its form and trade; what is left is its own name."""

    forms: frozenset[str]
    kinds: frozenset[str]
    own: tuple[str, ...]
    """Runs of `find_runs`, those in Chinese characters without what is in `forms` and `kinds`."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Codes by the words that stand for them; the longest phrase counts its words."""

    phrases: Mapping[tuple[str, ...], tuple[str, str]]
    longest: int
    han: Mapping[str, tuple[str, str]]
    longest_han: int


def find_terms(name: str) -> Terms:
    """The parts of a firm's name."""
    found: list[tuple[str, str]] = []
    own: list[str] = []
    for codes, run in _parts(_runs(name)):
        if codes:
            found.append(codes)
        else:
            own.append(run)
    return Terms(frozenset(_codes(found, "forms")), frozenset(_codes(found, "kinds")), tuple(own))


def _codes(found: Iterable[tuple[str, str]], group: str) -> Iterator[str]:
    return (code for of, codes in found if of == group for code in codes.split() if code != _NOTHING)


def _runs(name: str) -> tuple[str, ...]:
    plain = _AND.sub(" and ", name)
    return find_runs(_DOTTED.sub(lambda match: match[0].replace(".", ""), plain))


def _parts(runs: Sequence[str]) -> Iterator[tuple[tuple[str, str] | None, str]]:
    """The codes of each phrase that has some, or a word of the firm's own name."""
    at = 0
    while at < len(runs):
        if is_han(runs[at]):
            yield from _han_parts(runs[at])
            at += 1
            continue
        count, codes = _phrase_at(runs, at)
        yield codes, " ".join(runs[at : at + count])
        at += count


def _phrase_at(runs: Sequence[str], at: int) -> tuple[int, tuple[str, str] | None]:
    table = _table()
    for count in range(min(table.longest, len(runs) - at), 0, -1):
        codes = table.phrases.get(tuple(_key(run) for run in runs[at : at + count]))
        if codes:
            return count, codes
    return 1, None


def _han_parts(run: str) -> Iterator[tuple[tuple[str, str] | None, str]]:
    own = ""
    at = 0
    while at < len(run):
        count, codes = _han_at(run, at)
        if codes and own:
            yield None, own
            own = ""
        if codes:
            yield codes, run[at : at + count]
        else:
            own += run[at]
        at += count
    if own:
        yield None, own


def _han_at(run: str, at: int) -> tuple[int, tuple[str, str] | None]:
    """The longest term there; a single character is one only at the end, and never the whole name."""
    table = _table()
    for count in range(min(table.longest_han, len(run) - at), 0, -1):
        codes = table.han.get(simplified(run[at : at + count]))
        if codes and (count > 1 or (at > 0 and at == len(run) - 1)):
            return count, codes
    return 1, None


def _key(run: str) -> str:
    if is_arabic(run):
        return name_letters(run)
    bare = unicodedata.normalize("NFKD", run.replace("ß", "ss").replace("'", ""))
    return "".join(c for c in bare if not unicodedata.combining(c))


@cache
def _table() -> _Table:
    text = files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    entries = [
        (word, (group, codes))
        for group, table in yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)).items()
        for codes, words in table.items()
        for word in words
    ]
    han = {simplified(word): codes for word, codes in entries if is_han(word)}
    phrases = {tuple(map(_key, _runs(word))): codes for word, codes in entries if not is_han(word)}
    return _Table(phrases, max(map(len, phrases)), han, max(map(len, han)))
