"""What a site asks of programs that read it (robots.txt, RFC 9309), matched in time linear in its rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read, as the standard asks at least."""
LONGEST_DELAY = 60.0
"""Seconds between two requests that are waited at most."""
_LONGEST_RULE = 2_000
_KEPT = "/?&=;:@,+$!~*'()%"


@dataclass(frozen=True, slots=True)
class Rule:
    """A path that is allowed or not; `*` stands for anything, `$` at its end for the end."""

    path: str
    allows: bool

    def matches(self, path: str) -> bool:
        """Whether the rule is about a path."""
        is_whole = self.path.endswith("$")
        first, *others = self.path.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        position = len(first)
        for part in others[:-1] if is_whole else others:
            position = path.find(part, position)
            if position < 0:
                return False
            position += len(part)
        if not is_whole:
            return True
        return path.endswith(others[-1], position) if others else position == len(path)


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site asks of us."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0
    """Seconds between two requests."""

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be read: the longest rule counts, of two the one that allows."""
        path = _normal(target or "/")
        about = [rule for rule in self.rules if rule.matches(path)]
        best = max(about, key=lambda rule: (len(rule.path), rule.allows), default=None)
        return best is None or best.allows


OPEN = Robots()
CLOSED = Robots((Rule("/", allows=False),))


def read_robots(text: str, agent: str) -> Robots:
    """What a robots.txt asks of the program called `agent`, else of all programs."""
    ours, everybody = _Group(), _Group()
    for names, key, value in _lines(text):
        for group in [g for g, name in ((ours, agent.lower()), (everybody, "*")) if name in names]:
            group.take(key, value)
    return (ours if ours.is_named else everybody).robots()


def _lines(text: str) -> Iterator[tuple[frozenset[str], str, str]]:
    """Each line with the programs that it is for."""
    names: set[str] = set()
    is_heading = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()[:_LONGEST_RULE]
        if key == "user-agent":
            names = names if is_heading else set()
            names.add(value.lower().partition("/")[0])
            is_heading = True
            yield frozenset(names), key, value
        elif key in {"allow", "disallow", "crawl-delay"}:
            is_heading = False
            yield frozenset(names), key, value


class _Group:
    """The rules for one program while they are read."""

    def __init__(self) -> None:
        self.is_named = False
        self.rules: list[Rule] = []
        self.delay = 0.0

    def take(self, key: str, value: str) -> None:
        self.is_named = True
        if key == "crawl-delay":
            self.delay = _seconds(value)
        elif key != "user-agent" and value:
            self.rules.append(Rule(_normal(value), allows=key == "allow"))

    def robots(self) -> Robots:
        return Robots(tuple(self.rules), self.delay)


def _seconds(value: str) -> float:
    whole, _, part = value.partition(".")
    is_number = whole.isascii() and whole.isdigit() and (not part or (part.isascii() and part.isdigit()))
    return min(float(value[:20]), LONGEST_DELAY) if is_number else 0.0


def _normal(path: str) -> str:
    """A path in one writing, whichever of its characters are written as %XX."""
    return quote(unquote(path), safe=_KEPT)
