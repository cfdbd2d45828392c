"""The rows of a ledger as they lie in its tables, whatever columns those have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import column, func, inspect, select, table

from alleged.ledger.schema import claims, documents
from alleged.ledger.sealing import Packer
from alleged.model.audit import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection

    from alleged.ledger.sealing import Cells, Sealed
    from alleged.model.audit import Harm

LARGE = ("archive", "texts")
"""Tables whose rows may be as large as a document."""

FEW, MANY = 8, 1000
"""How many rows are fetched at once."""


def read_stored(
    connection: Connection, sealed: Sealed, ends: tuple[int, int] | None = None
) -> tuple[Packer, Iterator[Cells]]:
    """The rows of a table by their leads, a few at a time, and what packs them.

    `ends` are the lowest and the highest lead of those that are wanted, None for all.
    """
    columns = tuple(sorted(each["name"] for each in inspect(connection).get_columns(sealed.name)))
    lead: ColumnElement[int | None] = column(sealed.lead)
    order = lead if sealed.is_numbered else func.coalesce(lead, 0)
    found = select(*map(_column, columns)).select_from(table(sealed.name)).order_by(order)
    if ends is not None:
        found = found.where(order.between(*ends))
    at_once = FEW if sealed.name in LARGE else MANY
    result = connection.execute(found, execution_options={"yield_per": at_once})
    return Packer(sealed, columns), (tuple(row) for row in result)


def _column(name: str) -> ColumnElement[Any]:
    return column(name)


class Walk:
    """The rows of one table, taken in their order."""

    def __init__(self, connection: Connection, sealed: Sealed) -> None:
        self.packer, self._rows = read_stored(connection, sealed)
        self._connection = connection
        self._lead = self.packer.columns.index(sealed.lead)
        self._next = next(self._rows, None)

    def take_until(self, end: int | None) -> list[Cells]:
        """The next rows whose lead is below `end`; None for all that are left."""
        taken = []
        while self._next is not None and (end is None or self.packer.lead(self._next) < end):
            taken.append(self._next)
            self._next = next(self._rows, None)
        return taken

    def at(self, row: Cells, lead: int) -> Cells:
        """The same row with another number."""
        return (*row[: self._lead], lead, *row[self._lead + 1 :])

    def harm(self, row: Cells, harm: Harm, told: str) -> Damage:
        """What happened to this row."""
        table, by_name = self.packer.table, dict(zip(self.packer.columns, row, strict=True))
        where = [str(by_name[name]) for name in table.key if name != "event"]
        found = by_name["id"] if "id" in by_name else self.find_id(self.packer.lead(row))
        return Damage(table.name, " ".join(where), harm, told, found)

    def find_id(self, lead: int) -> str | None:
        """Id of the record that a row with this lead belongs to, where it has none itself."""
        owner = {"claim": claims, "document": documents}.get(self.packer.table.lead)
        if owner is None:
            return None
        found: str | None = self._connection.execute(
            select(owner.c.id).where(owner.c.number == lead)
        ).scalar()
        return found
