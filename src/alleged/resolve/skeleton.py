"""Names that look like a known name and are written in other letters, or with invisible characters.

Two names look alike if their skeletons are equal (Unicode Technical Standard 39). One that looks like a known
name is shown as a suggestion and linked to nothing. Ordinary names in any script are never flagged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from confusable_homoglyphs.categories import alias
from confusable_homoglyphs.confusables import confusables_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST = 200
"""Characters of a name that are looked at."""
_IGNORED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERRIDE = re.compile("[\u202d\u202e]")
_REVERSED = re.compile("\u202e([^\u202a-\u202e]{0,200})\u202c?")
_STYLED = re.compile("[\uff01-\uff5e\u2100-\u214f\u2460-\u24ff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]")
_WORD = re.compile(r"[^\W\d_]{1,60}")
_NO_SCRIPT = frozenset({"COMMON", "INHERITED", "UNKNOWN"})
_WRITTEN_TOGETHER = frozenset({"HAN", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL", "LATIN"})
"""Scripts that ordinary names of East Asia mix."""
_JOINING = frozenset(
    {"ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI", "KANNADA"}
    | {"MALAYALAM", "ORIYA", "SINHALA", "TAMIL", "TELUGU", "KHMER", "MYANMAR"}
)
"""Scripts in which a joiner without a width is spelling."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_MOST_ROUNDS = 4


class Trick(StrEnum):
    """How a name that looks like another is written."""

    OTHER_LETTERS = "other-letters"
    """In letters of another script: "АРТ31" in Cyrillic."""
    MIXED_LETTERS = "mixed-letters"
    """With letters of several scripts in one word."""
    LOOKALIKE = "look-alike"
    """With another letter or digit of the same script: "APT3l"."""
    STYLED = "styled-letters"
    """In fullwidth, mathematical or circled letters."""
    INVISIBLE = "invisible"
    """With characters that have no width."""
    DIRECTION = "direction"
    """With marks that change the direction of writing."""


@dataclass(frozen=True, slots=True)
class Disguise:
    """A name that looks like a known one: a suggestion, never a link."""

    name: str
    known: str
    tricks: tuple[Trick, ...]
    reason: str


def skeleton(name: str) -> str:
    """What names that look alike have in common; two names are compared by it, nobody reads it.

    Beyond the standard, styled letters count as the plain ones ("Ａ" as "A").
    """
    seen = name[:LONGEST]
    for _ in range(_MOST_ROUNDS):
        before = seen
        plain = unicodedata.normalize("NFKD", _IGNORED.sub("", seen))
        seen = unicodedata.normalize("NFKD", "".join(_prototypes().get(c, c) for c in plain))
        if seen == before:
            break
    return seen


def find_tricks(name: str) -> tuple[Trick, ...]:
    """What is odd about the writing of a name, whatever it looks like; empty for ordinary names.

    Joiners are spelling in Persian and Indic scripts, and marks of direction are in order beside Arabic and
    Hebrew letters; an override of the direction never is.
    """
    checks = {
        Trick.MIXED_LETTERS: any(_is_mixed(word) for word in _WORD.findall(_plain(name))),
        Trick.STYLED: _STYLED.search(name) is not None,
        Trick.INVISIBLE: any(not _is_spelling(name, match.start()) for match in _INVISIBLE.finditer(name)),
        Trick.DIRECTION: _has_odd_direction(name),
    }
    return tuple(trick for trick, is_there in checks.items() if is_there)


def find_disguise(name: str, known: str) -> Disguise | None:
    """Whether the name looks like the known one and is written otherwise; None for the known name itself.

    Another case, other digits, accents in another encoding and ordinary joiners make no disguise.
    """
    tricks = find_tricks(name)
    if _folded(name) == _folded(known):
        return _disguise(name, known, tricks) if tricks and not _are_in(tricks, known) else None
    if not _looks_like(name, known, tricks):
        return None
    return _disguise(name, known, _letter_tricks(name, known, tricks))


class KnownNames:
    """Known names by their skeletons."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._by_skeleton: Mapping[str, set[str]] = defaultdict(set)
        for name in self._names:
            for form in (name, name.upper(), name.casefold()):
                self._by_skeleton[skeleton(form)].add(name)

    def find(self, name: str) -> tuple[Disguise, ...]:
        """The known names that this one is a disguise of, by name; none for a known name."""
        if name in self._names:
            return ()
        forms = {form for seen in _as_seen(name) for form in (seen, seen.upper(), seen.casefold())}
        near = {known for form in forms for known in self._by_skeleton.get(skeleton(form), ())}
        found = (find_disguise(name, known) for known in sorted(near))
        return tuple(disguise for disguise in found if disguise)


def _disguise(name: str, known: str, tricks: tuple[Trick, ...]) -> Disguise | None:
    if not tricks:
        return None
    reason = f"looks like {known!r}: {'; '.join(_wording(trick, name, known) for trick in tricks)}"
    return Disguise(name, known, tricks, reason)


def _wording(trick: Trick, name: str, known: str) -> str:
    if trick in {Trick.OTHER_LETTERS, Trick.MIXED_LETTERS}:
        return f"letters of {' and '.join(_script_names(name))} for {' and '.join(_script_names(known))}"
    hidden = ", ".join(dict.fromkeys(_code(c) for c in name if _INVISIBLE.match(c) or _DIRECTION.match(c)))
    return {
        Trick.LOOKALIKE: "other letters or digits that look the same",
        Trick.STYLED: "fullwidth or otherwise styled letters",
        Trick.INVISIBLE: f"invisible characters ({hidden})",
        Trick.DIRECTION: f"marks that change the direction of writing ({hidden})",
    }[trick]


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _script_names(name: str) -> list[str]:
    return [script.replace("_", " ").title() for script in sorted(_scripts(_plain(name)))] or ["no script"]


def _are_in(tricks: tuple[Trick, ...], known: str) -> bool:
    """Whether the list itself has the name written so."""
    return set(tricks) <= set(find_tricks(known))


def _looks_like(name: str, known: str, tricks: tuple[Trick, ...]) -> bool:
    """By skeleton as written; in capitals too where the name is odd anyway or in capitals."""
    for seen in _as_seen(name):
        if skeleton(seen) == skeleton(known):
            return True
        is_odd = bool(tricks) or _plain(seen).isupper()
        if is_odd and skeleton(seen.upper()) == skeleton(known.upper()):
            return True
    return False


def _as_seen(name: str) -> tuple[str, ...]:
    """The name, and how it is shown if an override turns its letters around."""
    turned = _REVERSED.sub(lambda match: match[1][::-1], name[:LONGEST])
    return (name,) if turned == name else (turned, name)


def _letter_tricks(name: str, known: str, tricks: tuple[Trick, ...]) -> tuple[Trick, ...]:
    """The tricks of a name of other letters than the known one; look-alikes count in Latin only.

    Arabic and Persian write one name with letters that look the same, and mean nothing by it.
    """
    ours, theirs = _scripts(_plain(name)), _scripts(_plain(known))
    if Trick.MIXED_LETTERS in tricks or (Trick.DIRECTION in tricks and ours == theirs):
        return tricks
    if ours != theirs:
        return (Trick.OTHER_LETTERS, *tricks)
    return (Trick.LOOKALIKE, *tricks) if ours <= {"LATIN"} else tricks


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", _IGNORED.sub("", name[:LONGEST]))


def _folded(name: str) -> str:
    """What ordinary ways to write one name have in common: case, digits of any script, encoding."""
    return "".join(_digit(c) for c in _plain(name).casefold())


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _is_mixed(word: str) -> bool:
    """Whether letters of one script stand among those of another that they look like."""
    scripts = _scripts(word)
    if len(scripts) < 2 or scripts <= _WRITTEN_TOGETHER:  # noqa: PLR2004
        return False
    return any(_can_be_read_in(script, word) for script in scripts)


def _can_be_read_in(script: str, word: str) -> bool:
    strangers = {c for c in word if _script(c) not in {script, *_NO_SCRIPT}}
    return all(script in _looks_of(c) for c in strangers)


@cache
def _looks_of(character: str) -> frozenset[str]:
    """The scripts that have a letter looking like this one, in this or the other case."""
    cases = {character, character.upper(), character.lower()}
    return frozenset(script for case in cases for script in _scripts_by_prototype().get(skeleton(case), ()))


@cache
def _scripts_by_prototype() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for character in (c for c in confusables_data if len(c) == 1):
        found[skeleton(character)].add(_script(character))
    return found


def _scripts(text: str) -> frozenset[str]:
    return frozenset(_script(c) for c in text if c.isalpha()) - _NO_SCRIPT


@cache
def _script(character: str) -> str:
    return str(alias(character))


def _is_spelling(name: str, at: int) -> bool:
    """Whether a joiner stands where the script of its neighbours wants one."""
    if name[at] not in "\u200c\u200d" or at == 0:
        return False
    return _script(name[at - 1]) in _JOINING


def _has_odd_direction(name: str) -> bool:
    if _OVERRIDE.search(name):
        return True
    is_right_to_left = any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT and c.isalpha() for c in name)
    return _DIRECTION.search(name) is not None and not is_right_to_left


@cache
def _prototypes() -> Mapping[str, str]:
    """What each character looks like; the table tells pairs, and a prototype is in more of them."""
    return dict(_pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    looks: dict[str, set[str]] = defaultdict(set)
    for text, pairs in confusables_data.items():  # those of scripts from right to left stand between marks
        looks[_IGNORED.sub("", text)].update(_IGNORED.sub("", pair["c"]) for pair in pairs)
    for character in [c for c in looks if len(c) == 1]:
        near = filter(None, (character, *looks[character]))
        prototype = max(near, key=lambda c: _rank(c, len(looks.get(c, ()))))
        if prototype != character:
            yield character, prototype


def _rank(text: str, pairs: int) -> tuple[bool, int, bool, int]:
    """Several characters are always a prototype; else the one in most pairs, ASCII before others."""
    return len(text) > 1, pairs, text.isascii(), -ord(text[0])
