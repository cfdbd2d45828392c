"""Which rows of a seal are not as they were sealed: found by trying which row fits which hash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.model.audit import Damage, Harm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.ledger.sealing import Cells, Placed
    from alleged.ledger.stored import Walk

REACH = 64
"""How many rows in a row may be gone or new and the rest still be found."""

TRIED = 200
"""Up to how many rows of a seal are tried at each other's places."""


@dataclass(frozen=True, slots=True)
class Group:
    """A seal and the rows that lie where its rows were."""

    walk: Walk
    placed: Placed
    rows: Sequence[Cells]
    packed: Sequence[bytes]

    def fits(self, place: int, row: int) -> bool:
        """Whether this row is the one that was sealed at that place."""
        return self.placed.seal.holds(place, self.packed[row])

    def harm(self, row: int, harm: Harm) -> Damage:
        """What happened to this row."""
        event = self.placed.event
        told = "no event stored it" if harm is Harm.INSERTED else f"event {event} stored it otherwise"
        return self.walk.harm(self.rows[row], harm, told)


def pair_rows(group: Group) -> Iterator[Damage]:
    """What is wrong with the rows of a seal that they do not fit."""
    return _by_number(group) if group.walk.packer.table.is_numbered else _by_order(group)


def _by_number(group: Group) -> Iterator[Damage]:
    """Rows that have a number stand at the place that it says."""
    seal, table = group.placed.seal, group.walk.packer.table.name
    found = {group.walk.packer.lead(row): index for index, row in enumerate(group.rows)}
    wrong = [
        place
        for place in range(seal.count)
        if seal.first + place not in found or not group.fits(place, found[seal.first + place])
    ]
    for place in wrong:
        number = seal.first + place
        if number not in found:
            told = f"event {group.placed.event} stored it"
            yield Damage(table, str(number), Harm.DELETED, told, group.walk.find_id(number))
            continue
        origin = _find_origin(group, found[number], wrong)
        if origin is None:
            yield group.harm(found[number], Harm.CHANGED)
        else:
            told = f"it was stored as {table} {origin}"
            yield group.walk.harm(group.rows[found[number]], Harm.MOVED, told)


def _find_origin(group: Group, row: int, wrong: Sequence[int]) -> int | None:
    """The number under which a row was stored that now has another one."""
    walk, seal = group.walk, group.placed.seal
    for place in wrong if len(wrong) <= TRIED else ():
        number = seal.first + place
        (packed,) = walk.packer.pack([walk.at(group.rows[row], number)])
        if number != walk.packer.lead(group.rows[row]) and seal.holds(place, packed):
            return number
    return None


def _by_order(group: Group) -> Iterator[Damage]:
    """Rows without a number: those between two that fit are compared by their order."""
    place = row = 0
    while place < group.placed.seal.count or row < len(group.rows):
        gone, new = _find_next_fit(group, place, row)
        changed = min(gone, new)
        for index in range(row, row + changed):
            yield group.harm(index, Harm.CHANGED)
        for index in range(row + changed, row + new):
            yield group.harm(index, Harm.INSERTED)
        if gone > changed:
            yield _tell_gone(group, row + new, gone - changed)
        place, row = place + gone + 1, row + new + 1


def _find_next_fit(group: Group, place: int, row: int) -> tuple[int, int]:
    """How many places and rows to pass over until a row fits its place."""
    places, rows = group.placed.seal.count - place, len(group.rows) - row
    for distance in range(REACH):
        for gone in range(min(distance, places - 1) + 1):
            new = distance - gone
            if new < rows and gone < places and group.fits(place + gone, row + new):
                return gone, new
    return places, rows


def _tell_gone(group: Group, row: int, count: int) -> Damage:
    """Nobody knows any more what these rows said; their neighbour is known."""
    walk, placed = group.walk, group.placed
    table, rows = walk.packer.table.name, "a row" if count == 1 else f"{count} rows"
    told = f"event {placed.event} stored {rows} more"
    if not group.rows:
        return Damage(table, placed.seal.range, Harm.DELETED, told, walk.find_id(placed.seal.first))
    near, side = (group.rows[row], "before") if row < len(group.rows) else (group.rows[-1], "after")
    known = walk.harm(near, Harm.DELETED, told)
    return Damage(table, f"{side} {known.row}", Harm.DELETED, told, known.id)
