"""Words around a name that tell nothing of whom it is, or only what sort of thing: "the", "group"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from alleged.lexicon.rules import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Trimmings:
    """What can be taken off a name; `trimmings.yml` says what each is for."""

    openers: re.Pattern[str]
    endings: re.Pattern[str]
    kind_words: re.Pattern[str]
    joined: re.Pattern[str]
    files: re.Pattern[str]
    by_kind: dict[str, tuple[str, ...]]
    """The words for each kind."""
    kind_of: dict[str, str]
    """The kind of each word."""
    examples: dict[str, tuple[str, ...]]


@cache
def trimmings() -> Trimmings:
    """The words around names."""
    table = read_yaml("trimmings.yml")
    by_kind = {kind: tuple(words) for kind, words in table["kinds"].items()}
    kind_of = {word: kind for kind, words in by_kind.items() for word in words}
    return Trimmings(
        openers=re.compile(rf"(?:{_any(table['openers'])})\s", re.IGNORECASE),
        endings=re.compile(rf"-(?:{_any(table['endings'])})$", re.IGNORECASE),
        kind_words=re.compile(rf"(?<=[^\W_])[\s-]({_any(kind_of)})s?$", re.IGNORECASE),
        joined=re.compile(rf"(?<=[^\W_])({'|'.join(_written_joined(table['joined']))})$"),
        files=re.compile(rf"(?:{_any(table['files'])})$", re.IGNORECASE),
        by_kind=by_kind,
        kind_of=kind_of,
        examples={name: tuple(left) for name, left in table["examples"].items()},
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _written_joined(words: list[str]) -> list[str]:
    """How such a word is told in a longer one: by its capitals."""
    return [form for word in words for form in (word.title(), word.upper())]
