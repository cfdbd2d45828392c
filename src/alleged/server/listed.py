"""One page of a long list, and where it stands in the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.server.asking import Asked

Item = TypeVar("Item")

PAGE = 50
LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """Items of one page; `total` counts all of them."""

    items: Sequence[Item]
    total: int
    page: int = 1
    size: int = PAGE

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)

    @property
    def first(self) -> int:
        """The place of the first item in the whole, from 1; 0 where there is none."""
        return (self.page - 1) * self.size + 1 if self.items else 0

    @property
    def last(self) -> int:
        """The place of the last one."""
        return (self.page - 1) * self.size + len(self.items)


def cut(items: Sequence[Item], asked: Asked, size: int = PAGE) -> Listed[Item]:
    """The page of these items that is asked for."""
    page = asked.number("page", 1, LAST_PAGE)
    return Listed(items[(page - 1) * size : page * size], len(items), page, size)
