"""What a screen gives: a page for people, and the same for programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alleged.server.gate.bodies import USUAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.responses import Response

    from alleged.exports.table import Table
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """A template with what it shows; `table` gives the records of its twins, None where it has none."""

    template: str
    title: str
    shown: Mapping[str, Any] = field(default_factory=dict)
    table: Callable[[], Table] | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Screen:
    """A page with an address of its own, and twins under the same address with .json and .csv; or a file."""

    address: str
    view: Callable[[Desk, Asked], Page | Response]
    name: str
    """What it is called in the help, and in the list of screens."""
    has_twins: bool = True


def address_twin(asked: Asked, form: str) -> str:
    """The address of what this address shows, for programs."""
    return asked.address(f"{asked.path}.{form}")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a form does to the ledger; it answers with a page, or sends the browser on to one."""

    address: str
    act: Callable[[Desk, Asked], Page | Response]
    most_bytes: int = USUAL
    """How large the form may be."""
