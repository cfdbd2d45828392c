"""Other ways in which a list may have a name that it does not have to the letter, each with the reason.

"the FSB", "Lazarus" (listed as "Lazarus Group"), "NetwireRAT", "APT33/Elfin", "psexec.exe": words around a
name, or words that only say what it is, come and go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key
from alleged.lexicon.trimmings import trimmings
from alleged.model.entity import EntityKind
from alleged.resolve.candidates import Way

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

LONGEST = 80
"""Characters of a name that is looked for in other ways."""
_SHORTEST = 4
"""Letters and digits that must be left of a name."""
_SHORTEST_ALONE = 5
"""Letters and digits that a name must have for a word to be put to it."""
_MARKS = " \t\n\u00a0\"'“”‘’`*_.,;:()[]<>«»"
_POSSESSIVE = re.compile("(?<=[^\\W_])['’]s?$")
_PARTS = re.compile(r"\s?/\s?|\s\(|\saka\s|\sa\.k\.a\.?\s|\salso known as\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LooseName:
    """A way to look for a name, why it may be meant, and how it was made."""

    name: str
    reason: str
    way: Way
    kind: EntityKind | None = None
    """What alone it can then be; None for anything."""


def find_loose_names(name: str, known: Container[str] | None = None) -> Iterator[LooseName]:
    """The other ways to look for a name, the nearest first; of those that are longer, only known ones.

    `known` holds names as `name_key` writes them; without it, all are given.
    """
    if len(name) > LONGEST:
        return
    bare = trim(name)
    if name_key(bare) != name_key(name):
        yield LooseName(bare, f"{name!r} without what is no part of the name", Way.PARTED)
    for part in _split(bare):
        yield LooseName(part, f"{part!r} is part of {name!r}", Way.PARTED)
        yield from _without_word(part)
    yield from _without_word(bare)
    for stem in dict.fromkeys((bare, *(loose.name for loose in _without_word(bare)))):
        yield from _with_word(stem, known)


def trim(name: str) -> str:
    """The name without articles, quotation marks, a possessive and what is joined to it by a hyphen."""
    words = trimmings()
    bare = " ".join(name.split()).strip(_MARKS)
    bare = _POSSESSIVE.sub("", bare)
    opener = words.openers.match(bare)
    bare = words.endings.sub("", bare[opener.end() :] if opener else bare)
    return bare.strip(_MARKS)


def _split(name: str) -> tuple[str, ...]:
    """The names of which one is written as several: "APT33/Elfin", "Winnti (APT41)"."""
    parts = tuple(filter(None, (part.strip(_MARKS) for part in _PARTS.split(name))))
    return parts if len(parts) > 1 else ()


def _without_word(name: str) -> Iterator[LooseName]:
    """The name without a last word that only says what it is."""
    words = trimmings()
    file = words.files.sub("", name)
    if file != name and len(name_key(file)) > 1:
        yield LooseName(file, f"{name!r} is a file of that name", Way.WORD, EntityKind.TOOL)
    for pattern in (words.kind_words, words.joined):
        match = pattern.search(name)
        stem = name[: match.start()].strip(_MARKS + "-") if match else ""
        if match and len(name_key(stem)) >= _SHORTEST:
            yield LooseName(stem, f"{name!r} without {match[1]!r}", Way.WORD, _kind(match[1]))


def _with_word(name: str, known: Container[str] | None) -> Iterator[LooseName]:
    """The name with a word that says what it is."""
    key = name_key(name)
    if len(key) < _SHORTEST_ALONE:
        return
    for word, kind in trimmings().kind_of.items():
        if known is None or key + word.replace(" ", "") in known:
            yield LooseName(f"{name} {word}", f"{name!r} with {word!r}", Way.WORD, EntityKind(kind))


def _kind(word: str) -> EntityKind:
    return EntityKind(trimmings().kind_of[word.lower().replace("-", " ")])
