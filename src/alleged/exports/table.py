"""What programs get of a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from alleged.model.wire import Wire


@dataclass(frozen=True, slots=True)
class Table:
    """What programs get of a view: records, and the columns of its CSV.

    JSON holds the whole record, exactly. CSV holds the columns, with what could steer a spreadsheet disarmed.
    """

    records: Iterable[Wire]
    columns: Mapping[str, Callable[[Wire], Any]]
    is_dossier: bool = False
    """Whether it tells what is said of somebody or something: it then carries its date and a disclaimer."""
    bearer: str = ""
    """Whose own data it is: this name stays where others are masked."""
