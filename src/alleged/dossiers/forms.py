"""Codebooks as they are read: variables with what fills them; a mistake in one names its place and cure."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alleged.dossiers.filling import FILLS
from alleged.errors import InputError, Place, UnknownPartError
from alleged.model.edtf import find_edtf
from alleged.model.vocabulary import Act
from alleged.settings import codebooks_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHIPPED = ("eurepoc", "cfr", "dcid")
"""The codebooks that come with the package."""
ENDING = ".toml"
LARGEST = 1_000_000
_MOST = 500
"""Variables of one codebook."""


class CellKind(StrEnum):
    """What a cell can hold."""

    TEXT = "text"
    DATE = "date"
    """A date or an interval in EDTF."""
    CODE = "code"
    """One of the codes that are allowed."""
    LIST = "list"
    """Several values."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of a codebook."""

    name: str
    title: str
    kind: CellKind
    fill: str | None = None
    """Which view of the claims fills it; None where only the coder does."""
    help: str = ""
    acts: frozenset[Act] = frozenset(Act)
    """Of which acts the claims are that fill it."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """By what the claims say, how the codebook says it; empty where it takes the words of the claims."""
    allowed: tuple[str, ...] = ()
    """Further codes that the coder may choose."""

    @property
    def choices(self) -> tuple[str, ...]:
        """All codes that a cell can hold; empty where any words can stand in it."""
        return tuple(dict.fromkeys((*self.codes.values(), *self.allowed)))

    def check(self, values: Sequence[str]) -> None:
        """Raise InputError where a cell cannot hold these values."""
        if len(values) > 1 and self.kind is not CellKind.LIST:
            raise InputError(f"{self.name} holds one value, and {len(values)} were given")
        for value in values:
            if self.choices and value not in self.choices:
                raise InputError(
                    f"{self.name} cannot be {value!r}", cure=f"it can be: {'; '.join(self.choices)}"
                )
            if self.kind is CellKind.DATE and not find_edtf(value):
                cure = "write 2021, 2021-03, 2021-03-25 or 2020/2021"
                raise InputError(f"{self.name} cannot be {value!r}", cure=cure)


@dataclass(frozen=True, slots=True)
class Codebook:
    """The form of one incident database."""

    name: str
    title: str
    variables: tuple[Variable, ...]

    def get(self, name: str) -> Variable:
        """The variable of that name; raises UnknownPartError, which lists those that there are."""
        found = next((each for each in self.variables if each.name == name), None)
        if found is None:
            raise UnknownPartError("variable", name, [each.name for each in self.variables])
        return found


def list_codebooks() -> tuple[str, ...]:
    """Names of the codebooks that can be asked for: those that ship, and those in the user's folder."""
    own = (path.stem for path in sorted(codebooks_folder().glob(f"*{ENDING}")))
    return tuple(dict.fromkeys((*SHIPPED, *own)))


def get_codebook(name: str) -> Codebook:
    """The codebook of that name; raises UnknownPartError where there is none, InputError for a wrong one."""
    if name in SHIPPED:
        source = f"{name}{ENDING}"
        return parse_codebook(files("alleged.dossiers.codebooks").joinpath(source).read_text("utf-8"), source)
    if name not in list_codebooks():
        raise UnknownPartError("codebook", name, list_codebooks())
    return read_codebook(codebooks_folder() / f"{name}{ENDING}")


def find_codebook(written: str) -> Codebook:
    """The codebook that is meant by a name, or by the name of a file that ends in .toml."""
    return read_codebook(Path(written)) if written.endswith(ENDING) else get_codebook(written)


def read_codebook(path: Path) -> Codebook:
    """The codebook in a file; raises InputError, which names what is wrong with it and what to do."""
    try:
        with path.open("rb") as file:
            written = file.read(LARGEST + 1).decode("utf-8")
    except (OSError, UnicodeError) as error:
        raise InputError(f"cannot be read ({error})", Place(str(path)), "name a file of TOML") from error
    if len(written) > LARGEST:
        raise InputError("is too large for a codebook", Place(str(path)))
    return parse_codebook(written, str(path))


def parse_codebook(written: str, source: str) -> Codebook:
    """The codebook that a text in TOML tells."""
    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is no TOML: {error}", Place(source), "mend the line that it names") from error
    check = _Check(Place(source))
    name, title = (check.text(told, key, "the codebook") for key in ("name", "title"))
    listed = told.get("variable")
    if not isinstance(listed, list) or not 0 < len(listed) <= _MOST:
        raise check.wrong("it has no variables", f"add [[variable]] tables, at most {_MOST}")
    check.known(told, {"name", "title", "variable"}, "the codebook")
    variables = tuple(check.variable(each, number) for number, each in enumerate(listed, 1))
    names = [variable.name for variable in variables]
    twice = next((each for each in names if names.count(each) > 1), None)
    if twice:
        raise check.wrong(f"two variables are called {twice!r}", "give each a name of its own")
    return Codebook(name, title, variables)


_KEYS = {"name", "title", "kind", "fill", "help", "acts", "codes", "allowed"}


@dataclass(frozen=True, slots=True)
class _Check:
    """Reads what a table of TOML says, and tells what is wrong where it is wrong."""

    place: Place

    def wrong(self, what: str, cure: str) -> InputError:
        """The error to raise."""
        return InputError(what, self.place, cure)

    def known(self, told: Mapping[str, Any], keys: set[str], where: str) -> None:
        """Raise for keys that mean nothing."""
        for key in told.keys() - keys:
            raise self.wrong(f"{where} has {key!r}, which means nothing", f"known: {', '.join(sorted(keys))}")

    def text(self, told: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
        """A text that is not empty, unless it may be left out."""
        found = told.get(key, default)
        if not isinstance(found, str) or (default is None and not found.strip()):
            raise self.wrong(f"{where} has no {key}", f'add {key} = "..."')
        return found

    def variable(self, told: object, number: int) -> Variable:
        """One [[variable]] table."""
        if not isinstance(told, dict):
            raise self.wrong(f"variable {number} is no table", "write it as [[variable]]")
        name = self.text(told, "name", f"variable {number}")
        where = f"variable {name!r}"
        self.known(told, _KEYS, where)
        return Variable(
            name,
            self.text(told, "title", where),
            CellKind(self.one_of(told.get("kind"), [kind.value for kind in CellKind], f"{where}: kind")),
            self.one_of(told["fill"], list(FILLS), f"{where}: fill") if "fill" in told else None,
            self.text(told, "help", where, ""),
            self._acts(told, where),
            self._codes(told, where),
            self._texts(told.get("allowed", []), f"{where}: allowed"),
        )

    def one_of(self, found: object, known: Sequence[str], where: str) -> str:
        """One of a list of codes."""
        if found not in known:
            raise self.wrong(f"{where} is {found!r}", f"it can be {', '.join(known)}")
        return str(found)

    def _acts(self, told: Mapping[str, Any], where: str) -> frozenset[Act]:
        if "acts" not in told:
            return frozenset(Act)
        listed = self._texts(told["acts"], f"{where}: acts")
        return frozenset(
            Act(self.one_of(each, [act.value for act in Act], f"{where}: acts")) for each in listed
        )

    def _codes(self, told: Mapping[str, Any], where: str) -> dict[str, str]:
        codes = told.get("codes", {})
        if not isinstance(codes, dict) or not all(isinstance(each, str) for each in codes.values()):
            raise self.wrong(f"{where}: codes is no table of texts", 'write [variable.codes] espionage = "1"')
        return codes

    def _texts(self, listed: object, where: str) -> tuple[str, ...]:
        if not isinstance(listed, list) or not all(isinstance(each, str) and each for each in listed):
            raise self.wrong(f"{where} is no list of texts", 'write ["one", "two"]')
        return tuple(listed)
