"""Words that stand for a name told before: "the group", "this malware", "the seven defendants"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.lexicon.nominals import nominals
from alleged.lexicon.words import find_words
from alleged.model.entity import EntityKind
from alleged.resolve.persons_told import are_persons, count_told

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_DETERMINERS = frozenset({"the", "this", "these", "that", "those", "its", "their"})
_LONGEST = 6
"""Words of such an expression."""
_ONE_PERSON = frozenset({"defendant", "suspect", "man", "woman"})


def find_kinds(words: str) -> frozenset[EntityKind]:
    """What words without a name of their own can stand for; nothing where they are a name.

    "the group" is a group, "this malware" a tool, "the seven defendants" and "seven men" persons.
    """
    found = find_words(words)
    if not 1 < len(found) <= _LONGEST or not (found[0].norm in _DETERMINERS or count_told(words)):
        return frozenset()
    if any(word.is_name_like for word in found[1:]):
        return frozenset()
    if are_persons(words) or found[-1].norm in _ONE_PERSON:
        return frozenset({EntityKind.PERSON})
    head = found[-1].norm if found[0].norm in _DETERMINERS else ""
    return frozenset(kind for kind, nouns in _nouns().items() if head in nouns)


def _nouns() -> Mapping[EntityKind, Collection[str]]:
    known = nominals()
    return {
        EntityKind.GROUP: known.actors | known.single_groups,
        EntityKind.TOOL: _TOOLS,
        EntityKind.AGENCY: known.agency_nouns,
        EntityKind.FIRM: known.firm_nouns,
        EntityKind.COUNTRY: known.state_nouns - {"officials", "authorities"},
    }


_TOOLS = frozenset(
    {"malware", "ransomware", "backdoor", "trojan", "spyware", "wiper", "loader", "rat", "botnet", "worm"}
    | {"implant", "downloader", "stealer", "rootkit", "dropper", "keylogger", "tool", "toolkit", "payload"}
)
