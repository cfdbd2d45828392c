"""What an audit of a ledger found, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from alleged.model.audit import Audit, Damage
    from alleged.model.wire import Wire

DAMAGE_COLUMNS = keys("table", "row", "id", "harm", "told")


def table_audit(audit: Audit) -> Table:
    """The damages."""
    return Table([_record(damage) for damage in audit.damages], DAMAGE_COLUMNS)


def _record(damage: Damage) -> Wire:
    return {
        "table": damage.table,
        "row": damage.row,
        "id": damage.id,
        "harm": damage.harm.value,
        "told": damage.told,
    }
