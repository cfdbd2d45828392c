"""Finds the names of a list that a name may be, without comparing it with each of them.

Two spellings of one name share the consonants of a word, or those of the whole name where its words are
joined or split; only names that share one of these are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from rapidfuzz.distance import OSA

from alleged.resolve import firm_names, person_names
from alleged.resolve.rarity import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alleged.resolve.firm_names import FirmName
    from alleged.resolve.name_match import NameMatch
    from alleged.resolve.name_words import Word
    from alleged.resolve.person_names import PersonName
    from alleged.resolve.rarity import Rarity


_LONG = 7
"""Letters of a word in which one may be misspelt."""
_NEAR = 3
"""Letters by which a misspelt word may differ before its spelling is made plain."""


class ReadName(Protocol):
    """A name that was read into words."""

    @property
    def text(self) -> str:
        """As it is written."""

    @property
    def words(self) -> tuple[Word, ...]:
        """What it is compared by."""

    @property
    def minor(self) -> frozenset[Word]:
        """Words that tell nothing by themselves."""


N = TypeVar("N", bound=ReadName)


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the list that may be the one asked for."""

    at: int
    """Its place in the list, from 0."""
    name: str
    match: NameMatch


@dataclass(frozen=True, slots=True)
class NameKind(Generic[N]):
    """How names of one kind are read and compared, and from which score they are candidates."""

    read: Callable[[str], N]
    compare: Callable[[N, N], NameMatch]
    enough: float


PERSONS: NameKind[PersonName] = NameKind(
    person_names.read_person, person_names.compare_persons, person_names.ENOUGH
)


def firms(rarity: Rarity) -> NameKind[FirmName]:
    """Names of firms, each word weighted by its rarity."""

    def compare(left: FirmName, right: FirmName) -> NameMatch:
        return firm_names.compare_firms(left, right, rarity)

    return NameKind(firm_names.read_firm, compare, firm_names.ENOUGH)


class NameIndex(Generic[N]):
    """A list of names of one kind, looked up by the consonants of their words."""

    def __init__(self, names: Sequence[str], kind: NameKind[N]) -> None:
        self._kind = kind
        self._names = tuple(kind.read(name) for name in names)
        self._bones = tuple(_bones(name.words) for name in self._names)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for key in set(_keys(name.words)):
                self._places[key].append(at)

    def find(self, name: str) -> tuple[Listed, ...]:
        """The candidates, the likest first; more than one means that the name alone does not tell."""
        asked = self._kind.read(name)
        found = [Listed(at, self._names[at].text, self._compare(asked, at)) for at in self._near(asked)]
        enough = [listed for listed in found if listed.match.score >= self._kind.enough]
        return tuple(sorted(enough, key=lambda listed: (-listed.match.score, listed.at)))

    def _near(self, asked: N) -> list[int]:
        places = {at for key in set(_keys(asked.words)) for at in self._places.get(key, ())}
        bones = _bones(asked.words)
        return sorted(at for at in places if may_match((asked, bones), (self._names[at], self._bones[at])))

    def _compare(self, asked: N, at: int) -> NameMatch:
        return self._kind.compare(asked, self._names[at])


def index_persons(names: Sequence[str]) -> NameIndex[PersonName]:
    """A list of persons."""
    return NameIndex(names, PERSONS)


def index_firms(names: Sequence[str], rarity: Rarity | None = None) -> NameIndex[FirmName]:
    """A list of firms; without a table of rarity, one is counted from the list itself."""
    return NameIndex(names, firms(rarity or count_words(names)))


def may_match(left: tuple[ReadName, frozenset[str]], right: tuple[ReadName, frozenset[str]]) -> bool:
    """Whether comparing two names, given with their bones, can find them alike: a quick look at consonants.

    Words that only one of the names has are no hindrance; if both have some, these must be joined or split
    words of each other, initials, or long enough for a misspelling.
    """
    lefts, rights = _without(left[0], right[1]), _without(right[0], left[1])
    if not lefts or not rights:
        return True
    return _are_joinable(lefts, rights) or _are_odd(lefts, rights)


def _without(name: ReadName, bones: frozenset[str]) -> list[Word]:
    return [word for word in name.words if bones.isdisjoint(word.bones) and word not in name.minor]


def _are_joinable(lefts: list[Word], rights: list[Word]) -> bool:
    """Whether the consonants of one side are among those of the other; joining may swallow a double one."""
    if len(lefts) == len(rights) == 1:
        return False
    one, other = _consonants(lefts), _consonants(rights)
    return min((one - other).total(), (other - one).total()) <= max(len(lefts), len(rights)) - 1


def _are_odd(lefts: list[Word], rights: list[Word]) -> bool:
    """Whether there is an initial, or a misspelling of a long word."""
    if any(len(word.text) == 1 for word in (*lefts, *rights)):
        return True
    return any(_is_near(left.letters, right.letters) for left in lefts for right in rights)


def _is_near(left: str, right: str) -> bool:
    if min(len(left), len(right)) < _LONG:
        return False
    return OSA.distance(left, right, score_cutoff=_NEAR) <= _NEAR


def _consonants(words: Sequence[Word]) -> Counter[str]:
    return Counter(letter for word in words for letter in word.bones[0])


def _bones(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(bone for word in words for bone in word.bones)


def _keys(words: Sequence[Word]) -> Iterator[str]:
    """The consonants of each word, and which ones the whole name has."""
    for word in words:
        yield from word.bones
    yield "+" + "".join(sorted({letter for word in words for letter in word.bones[0]}))
