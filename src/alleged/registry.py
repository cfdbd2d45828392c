"""One mechanism for parts that plug in: a table of names and import strings, plus entry points.

Each package that has parts keeps a `Registry`; the table reads as the package's contents. Nothing is
imported until a part is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from alleged.errors import UnknownPartError

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


@dataclass(frozen=True)
class Registry(Generic[T]):
    """The parts of one kind: `own` maps a name to "module:attribute"; others come from entry points."""

    group: str
    own: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """All known names, our own first."""
        return tuple(self._table())

    def get(self, name: str) -> T:
        """The part called `name`; raises UnknownPartError, which lists the known names."""
        # Looking through what is installed takes as long as reading a page: only where it is not ours.
        table = self.own if name in self.own else self._table()
        if name not in table:
            raise UnknownPartError(self.group, name, table)
        module, _, attribute = table[name].partition(":")
        return cast("T", getattr(import_module(module), attribute))

    def _table(self) -> Mapping[str, str]:
        plugged = {e.name: e.value for e in entry_points(group=f"alleged.{self.group}")}
        return {**self.own, **{name: value for name, value in plugged.items() if name not in self.own}}
