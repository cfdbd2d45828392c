"""What the names of bodies tell by themselves: of which state, and which ministry every state has one of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from alleged.knowledge.codes import find_country
from alleged.knowledge.keys import name_key
from alleged.lexicon.names import names
from alleged.resolve.agencies import part_state
from alleged.resolve.loose_names import trim

_MINISTRY = re.compile(
    r"(?:\A|\s)ministry (?:of|for) (?:the )?(?P<behind>[\w ,&-]{3,60})\Z"
    r"|\A(?P<before>[\w ,&-]{3,60}) ministry\Z"
)
_ACRONYMS = {"mfa": "foreign affairs", "mod": "defence"}
"""Acronyms that say with a state which ministry is meant."""
_SMALL = frozenset({"of", "for", "the", "and", "&"})
_SUBJECTS = {
    "foreign": "foreign affairs",
    "external affairs": "foreign affairs",
    "defense": "defence",
    "national defense": "defence",
    "national defence": "defence",
    "internal affairs": "interior",
    "home affairs": "interior",
}
"""Words for one and the same ministry."""


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a body without its state, and that state, where the name or the lexicon tells it."""

    name: str
    state: str | None

    @property
    def key(self) -> tuple[str, str | None]:
        """Equal for spellings of one title of one state."""
        return name_key(self.name), self.state

    @property
    def country(self) -> str | None:
        """The code of the state."""
        return find_country(self.state) if self.state else None

    @property
    def ministry(self) -> str | None:
        """What it is the ministry of, in the same words for all its names; None if it is none."""
        words = self.name.casefold()
        match = _MINISTRY.search(words)
        if match is None:
            return _ACRONYMS.get(words)
        subject = match["behind"] or match["before"]
        return _SUBJECTS.get(subject, subject)

    @property
    def office(self) -> str | None:
        """What is equal for names of one office; None for what a state can have many of: "hackers"."""
        words = [word for word in self.name.split() if word not in _SMALL]
        is_written_out = len(words) > 1 and all(word[0].isupper() for word in words)
        return self.ministry or (name_key(self.name) if is_written_out else None)


@lru_cache(maxsize=1 << 14)
def read_title(name: str) -> Title:
    """What a name tells: "Norway's Foreign Ministry" is the Foreign Ministry of Norway."""
    bare = trim(name)
    known = names().get(bare)
    if known and known.type != "states":
        return Title(known.name, known.state)
    for title, state in part_state(bare)[:1]:
        own = names().get(title)
        return Title(own.name if own and own.state == state else title, state)
    return Title(bare, None)


def is_of_any_state(name: str) -> bool:
    """Whether a name tells a ministry and not whose: "the foreign ministry" is each document's own."""
    title = read_title(name)
    return title.state is None and title.ministry is not None
