"""One entry of a sanctions list while its rows or elements are gathered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alleged.model.entity import Alias, Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.entity import EntityKind


@dataclass(slots=True)
class Listing:
    """What is said of one entry so far; `entity` says it all at once."""

    id: str
    kind: EntityKind
    name: str = ""
    """The name under which it is listed; the first one of all where the list marks none."""
    aliases: dict[str, Alias] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    refs: dict[str, None] = field(default_factory=dict)
    programs: dict[str, None] = field(default_factory=dict)
    dates: dict[str, None] = field(default_factory=dict)
    """Of birth."""
    listed: str | None = None

    def add(self, alias: Alias) -> None:
        """Adds a name; one that is listed twice is weak only if it is so both times."""
        known = self.aliases.get(alias.name)
        if known:
            weak, language = known.weak and alias.weak, known.language or alias.language
            alias = replace(known, weak=weak, language=language)
        if alias.name:
            self.aliases[alias.name] = alias

    def name_it(self, name: str) -> None:
        """Takes `name` as the one under which it is listed, unless there is one already."""
        self.name = self.name or name
        self.add(Alias(name))

    def add_programs(self, programs: Iterable[str]) -> None:
        """Adds what it is listed under."""
        self.programs.update(dict.fromkeys(filter(None, programs)))

    def add_date(self, date: str | None) -> None:
        """Adds a date of birth, if there is one."""
        if date:
            self.dates[date] = None

    def add_country(self, code: str | None) -> None:
        """Adds a country, if there is one."""
        if code:
            self.countries.add(code)

    def add_ref(self, ref: str) -> None:
        """Adds an id that it has elsewhere, if there is one."""
        if ref:
            self.refs[ref] = None

    def list_since(self, date: str | None) -> None:
        """Keeps the earliest of the dates."""
        self.listed = min(filter(None, (self.listed, date)), default=None)

    def entity(self, authority: str, version: str) -> Entity:
        """The entry as an entity; its country only where the list names no more than one."""
        name = self.name or next(iter(self.aliases), "")
        return Entity(
            authority,
            version,
            self.id,
            self.kind,
            name,
            aliases=tuple(alias for alias in self.aliases.values() if alias.name != name),
            country=next(iter(self.countries)) if len(self.countries) == 1 else None,
            refs=tuple(self.refs),
            programs=tuple(self.programs),
            listed=self.listed,
            born=tuple(self.dates),
        )


def digest_version(*data: bytes) -> str:
    """A version for a list that bears no date: the same bytes have the same one."""
    digest = hashlib.sha256()
    for each in data:
        digest.update(each)
    return f"sha256:{digest.hexdigest()[:12]}"


def reading_order(listed: str) -> str:
    """The name of a person as it is read: "ZHAO, Guangzong" is Guangzong ZHAO."""
    family, *given = (part.strip() for part in listed.split(","))
    return " ".join((*filter(None, given), family)) if family else " ".join(filter(None, given))
