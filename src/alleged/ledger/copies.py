"""Whether a copy of a ledger is whole: for SQLite, and for the audit."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import NullPool, create_engine

from alleged.ledger.auditing import audit
from alleged.ledger.opening import READ, connect
from alleged.ledger.schema import HEAD
from alleged.ledger.soundness import FAULTS_SHOWN, count_rows, find_damage
from alleged.ledger.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from alleged.model.audit import Damage, Head


def examine(place: Path, schema: str, head: Head | None = None) -> tuple[tuple[str, ...], Head | None]:
    """What is wrong with the copy at `place`, in one line each, and its head.

    A copy of an older schema has other tables than the audit knows: it is looked at by SQLite alone, and has
    no head.
    """
    with closing(connect(place, "mode=rw")) as copy:
        damage = find_damage(copy)
    if damage or schema != HEAD:
        return damage, None
    engine = create_engine("sqlite://", creator=partial(connect, place, "mode=rw"), poolclass=NullPool)
    with transaction(engine, READ) as connection:
        found = audit(connection, head)
    return tuple(_tell(found.damages)), found.head


def _tell(damages: Sequence[Damage]) -> Iterator[str]:
    for damage in damages[:FAULTS_SHOWN]:
        yield f"{damage.table} {damage.row} was {damage.harm}: {damage.told}"
    if len(damages) > FAULTS_SHOWN:
        yield f"and {len(damages) - FAULTS_SHOWN} more"


def count_all(place: Path) -> dict[str, int]:
    """How many rows each table of the copy has."""
    with closing(connect(place, "mode=rw")) as copy:
        return count_rows(copy)
