"""How much work a pattern of `re` can make, read off its parse tree: an upper bound, whatever the text.

Counted are the steps of a backtracking matcher from one place of a text of `length` characters. What is
repeated can end in as many ways as its characters may also begin what follows: `a*a` in as many as there are
characters, `a*b` in one. What nothing can fail after is never gone back into, nor is what is possessive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from re import IGNORECASE, NOFLAG, RegexFlag
from re import _constants as sre  # type: ignore[attr-defined]  # what `re` itself reads patterns with
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Nodes = Sequence[tuple[Any, Any]]

SHORT, LONG = 1_000, 10_000
"""Characters of the texts that growth is told from."""
_BASIC = 0x3100
WIDE = 1 << _BASIC
"""The bit of all characters beyond the alphabets and marks, such as Chinese; the others have a bit each."""
END = WIDE << 1
"""The bit of the end of the text."""
ANYTHING = (END << 1) - 1
AHEAD = 4
"""Places up to which two ways to go on are told apart."""
MOST_PATHS = 300
MANY = 100
"""A repeat that may go on for longer is as one without a limit."""
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_SINGLE = (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)


@dataclass(frozen=True, slots=True)
class Work:
    """In how many ways a part can match from one place, and the steps of all of them."""

    ways: float = 1
    steps: float = 1


Path = tuple[int, ...]
"""The characters that can stand in each of the next places, as bits."""
FREE: tuple[Path, ...] = ((),)
"""Anything can follow."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What follows a part: the ways in which it can begin, and whether it matches whatever they are."""

    paths: tuple[Path, ...] = FREE
    sure: bool = True

    @property
    def begins(self) -> int:
        """The characters that can begin it."""
        return reduce(or_, (path[0] if path else ANYTHING for path in self.paths), 0)


@dataclass
class Cost:
    """The work of a pattern on a text of some length."""

    pattern: str | bytes
    flags: RegexFlag
    length: int
    whole: bool = False
    """Whether it must match up to the end, as with `fullmatch`."""
    endless: list[tuple[int, Rest]] = field(default_factory=list)
    """The letters of every repeat without a limit or with a high one, and what follows it."""

    @property
    def steps(self) -> float:
        """The most steps from one place."""
        tree = parser.parse(self.pattern, self.flags)
        flags = RegexFlag(tree.state.flags)
        rest = Rest(((END,),), sure=False) if self.whole else Rest()
        return self.of_all(tree, flags, rest).steps

    def of_all(self, nodes: Nodes, flags: RegexFlag, rest: Rest) -> Work:
        """The work of parts that follow one another."""
        ways, steps = 1.0, 0.0
        for node, after in zip(nodes, _rests(nodes, flags, rest), strict=True):
            work = self._of(node, flags, after)
            steps += ways * work.steps
            ways *= work.ways
        return Work(ways, steps)

    def _of(self, node: tuple[Any, Any], flags: RegexFlag, rest: Rest) -> Work:  # noqa: PLR0911 - a kind of part each
        kind, value = node
        if kind in _REPEATS:
            return self._of_repeat(kind, value, flags, rest)
        if kind is sre.BRANCH:
            return self._of_branch(value[1], flags, rest)
        if kind is sre.SUBPATTERN:
            return self.of_all(value[3], _changed(flags, value), rest)
        if kind is sre.ATOMIC_GROUP:
            return Work(1, self.of_all(value, flags, Rest()).steps)
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            return Work(1, self.of_all(value[1], flags, Rest()).steps)
        if kind is sre.GROUPREF_EXISTS:
            return self._of_branch([part for part in value[1:] if part], flags, rest)
        return Work()

    def _of_repeat(self, kind: Any, value: Any, flags: RegexFlag, rest: Rest) -> Work:
        least, most, body = value
        count = min(int(most), self.length)
        if int(most) > MANY:
            self.endless.append((_letters(body, flags), rest))
        begins = _paths(body, flags, rest.paths)
        again = Rest(_merged([*begins, *rest.paths]), rest.sure and least <= 1) if count > 1 else rest
        inner = self.of_all(body, flags, again)
        steps = _series(inner.ways, 0, count - 1) * inner.steps + 1
        if inner.ways <= 1:
            steps = min(steps, 2 * _count_leaves(body) * self.length)
        if kind is sre.POSSESSIVE_REPEAT:
            return Work(1, steps)
        may_stop = not rest.sure and any(_meet(one, other) for one in begins for other in rest.paths)
        ways = _series(inner.ways, least, count) if may_stop else _power(inner.ways, count)
        return Work(1 if rest.sure else ways, steps)

    def _of_branch(self, branches: Sequence[Nodes], flags: RegexFlag, rest: Rest) -> Work:
        """Only as many branches can match in one place as begin alike."""
        works = [self.of_all(branch, flags, rest) for branch in branches]
        found = [
            (path, work)
            for branch, work in zip(branches, works, strict=True)
            for path in _paths(branch, flags, rest.paths)
        ]
        together = [
            {id(work): work for other, work in found if _meet(path, other)}.values() for path, _ in found
        ]
        ways = max(sum(work.ways for work in group) for group in together)
        steps = max(sum(work.steps for work in group) for group in together)
        return Work(1 if rest.sure else ways, steps + len(branches))


def grows(pattern: str | bytes, flags: RegexFlag = NOFLAG, *, whole: bool = False) -> float:
    """How many times the steps from one place grow with ten times the text: 1, 10, 100 ... ."""
    short, long = (Cost(pattern, flags, length, whole).steps for length in (SHORT, LONG))
    return long / short


def takes_what_it_reads(pattern: str | bytes, flags: RegexFlag = NOFLAG) -> bool:
    """Whether a search through a text reads no character more than a fixed number of times.

    After a long repeat nothing can fail, so that what was read is matched and the search goes on behind it;
    or its letters begin no match, so that the next search begins where it has stopped.
    """
    tree = parser.parse(pattern, flags)
    state = RegexFlag(tree.state.flags)
    branches = tree.data[0][1][1] if [node[0] for node in tree.data] == [sre.BRANCH] else [tree]
    return all(_owns(branch, state) for branch in branches)


def _owns(branch: Nodes, flags: RegexFlag) -> bool:
    cost = Cost("", flags, LONG)
    steps = cost.of_all(branch, flags, Rest()).steps
    begins = Rest(_paths(branch, flags, FREE)).begins
    return steps < LONG**2 and all(rest.sure or not letters & begins for letters, rest in cost.endless)


def _rests(nodes: Nodes, flags: RegexFlag, rest: Rest) -> list[Rest]:
    """What follows each of some parts."""
    rests = [rest]
    for node in list(nodes)[:0:-1]:
        after = rests[-1]
        rests.append(Rest(_paths([node], flags, after.paths), after.sure and _is_optional(node)))
    return rests[::-1] if nodes else []


def _is_optional(node: tuple[Any, Any]) -> bool:
    """Whether a part matches nothing where it matches nothing else."""
    kind, value = node
    if kind in _REPEATS:
        return value[0] == 0 or all(map(_is_optional, value[2]))
    if kind is sre.SUBPATTERN:
        return all(map(_is_optional, value[3]))
    if kind is sre.BRANCH:
        return any(all(map(_is_optional, branch)) for branch in value[1])
    return False


def _paths(nodes: Iterable[tuple[Any, Any]], flags: RegexFlag, after: tuple[Path, ...]) -> tuple[Path, ...]:
    """The ways in which some parts and what follows them can begin."""
    for node in reversed(list(nodes)):
        after = _merged(_before(node, flags, after))
    return after


def _before(  # noqa: PLR0911 - a kind of part each
    node: tuple[Any, Any], flags: RegexFlag, after: tuple[Path, ...]
) -> Iterable[Path]:
    """The ways in which a part can begin before those of what follows."""
    kind, value = node
    if kind in _SINGLE:
        letters = _class(node, flags)
        return [(letters, *path)[:AHEAD] for path in after]
    if kind in _REPEATS:
        return _before_repeat(value, flags, after)
    if kind is sre.SUBPATTERN:
        return _paths(value[3], _changed(flags, value), after)
    if kind is sre.ATOMIC_GROUP:
        return _paths(value, flags, after)
    if kind is sre.BRANCH:
        return [path for branch in value[1] for path in _paths(branch, flags, after)]
    allowed = _allowed(kind, value, flags)
    if allowed is None:
        return FREE
    return [((path[0] if path else ANYTHING) & allowed, *path[1:]) for path in after]


def _before_repeat(value: Any, flags: RegexFlag, after: tuple[Path, ...]) -> Iterable[Path]:
    least, most, body = value
    found = list(after) if least == 0 else []
    ends = after
    for count in range(1, min(int(most), AHEAD) + 1):
        ends = _paths(body, flags, ends)
        if count >= least:
            found += ends
    return found or ends


def _allowed(kind: Any, value: Any, flags: RegexFlag) -> int | None:
    """The characters that a look ahead or an end leave possible; None for a part that can be anything."""
    if kind is sre.AT:
        return END | 1 << ord("\n") if value in (sre.AT_END, sre.AT_END_STRING) else ANYTHING
    if kind is sre.ASSERT_NOT:
        ahead, body = value
        single = ahead > 0 and len(body) == 1 and body[0][0] in _SINGLE
        return ANYTHING & ~_class(body[0], flags) if single else ANYTHING
    return ANYTHING if kind is sre.ASSERT else None


def _merged(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The same ways, each once; only their first characters where there are very many."""
    found = tuple(dict.fromkeys(paths))
    if len(found) <= MOST_PATHS:
        return found
    return ((reduce(or_, (path[0] if path else ANYTHING for path in found)),),)


def _letters(nodes: Iterable[tuple[Any, Any]], flags: RegexFlag) -> int:
    """Every character that some parts can match."""
    found = 0
    for node in nodes:
        kind, value = node
        if kind in _SINGLE:
            found |= _class(node, flags)
        elif kind in _REPEATS:
            found |= _letters(value[2], flags)
        elif kind is sre.SUBPATTERN:
            found |= _letters(value[3], _changed(flags, value))
        elif kind is sre.ATOMIC_GROUP:
            found |= _letters(value, flags)
        elif kind is sre.BRANCH:
            found |= reduce(or_, (_letters(branch, flags) for branch in value[1]))
        elif kind not in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            found = ANYTHING
    return found


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether some words match along both paths, as far as the shorter goes."""
    return all(left & right for left, right in zip(one, other, strict=False))


def _count_leaves(nodes: Iterable[tuple[Any, Any]]) -> int:
    """How many parts of one character there are: no path through a text looks at a character more often."""
    return sum(_leaves(node) for node in nodes)


def _leaves(node: tuple[Any, Any]) -> int:
    kind, value = node
    if kind in _REPEATS:
        return 1 + _count_leaves(value[2])
    if kind is sre.SUBPATTERN:
        return _count_leaves(value[3])
    if kind is sre.ATOMIC_GROUP:
        return _count_leaves(value)
    if kind is sre.BRANCH:
        return sum(map(_count_leaves, value[1]))
    return 1 + (_count_leaves(value[1]) if kind in (sre.ASSERT, sre.ASSERT_NOT) else 0)


def _changed(flags: RegexFlag, group: Any) -> RegexFlag:
    return (flags | RegexFlag(group[1])) & ~RegexFlag(group[2])


def _class(node: tuple[Any, Any], flags: RegexFlag) -> int:
    """The characters that a part of one character matches."""
    kind, value = node
    if kind is sre.ANY:
        return ANYTHING & ~END
    items = value if kind is sre.IN else [(sre.LITERAL, value)]
    negated = kind is sre.NOT_LITERAL or items[0][0] is sre.NEGATE
    found = reduce(or_, (_item(each, flags) for each in items if each[0] is not sre.NEGATE))
    return (ANYTHING & ~END & ~found) | WIDE if negated else found


def _item(item: tuple[Any, Any], flags: RegexFlag) -> int:
    kind, value = item
    if kind is sre.CATEGORY:
        return _category(value, bool(flags & RegexFlag.ASCII))
    first, last = (value, value) if kind is sre.LITERAL else value
    return _range(first, last, bool(flags & IGNORECASE))


@cache
def _range(first: int, last: int, any_case: bool) -> int:
    if first >= _BASIC:
        return WIDE
    wide = WIDE if last >= _BASIC else 0
    last = min(last, _BASIC - 1)
    found = ((1 << (last - first + 1)) - 1) << first
    if any_case:
        letters = {ord(c) for n in range(first, last + 1) for c in _cases(chr(n))}
        found = reduce(or_, (1 << n for n in letters if n < _BASIC), found)
    return found | wide


def _cases(letter: str) -> Iterable[str]:
    return (each for each in (letter.lower(), letter.upper()) if len(each) == 1)


@cache
def _category(name: Any, is_ascii: bool) -> int:
    told = str(name).lower()
    test = {"digit": str.isdecimal, "space": str.isspace, "word": _is_of_word}[told.rpartition("_")[2]]
    range_ = range(128 if is_ascii else _BASIC)
    found = reduce(or_, (1 << n for n in range_ if test(chr(n))))
    found |= 0 if is_ascii or told.endswith("space") else WIDE
    return (ANYTHING & ~END & ~found) | WIDE if "not_" in told else found


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _series(ways: float, least: int, most: int) -> float:
    """The sum of the powers of `ways` from `least` to `most`."""
    if ways <= 1:
        return max(1, most - least + 1)
    return (_power(ways, most + 1) - _power(ways, least)) / (ways - 1)


def _power(ways: float, exponent: int) -> float:
    try:
        return float(ways) ** exponent
    except OverflowError:
        return float("inf")
