"""Lists of names and what an update changes in them, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.knowledge.changes import Difference
    from alleged.knowledge.known import Listed

AUTHORITY_COLUMNS = keys("name", "title", "version", "entities", "names", "source")
DIFFERENCE_COLUMNS = keys("change", "authority", "id", "name", "detail")


def table_authorities(authorities: Sequence[Listed]) -> Table:
    """The loaded authorities."""
    return Table([asdict(each) for each in authorities], AUTHORITY_COLUMNS)


def table_differences(differences: Sequence[Difference]) -> Table:
    """What an update changes, each change with the entry that it is of."""
    records = [{**asdict(each), "change": each.change.value} for each in differences]
    return Table(records, DIFFERENCE_COLUMNS)
