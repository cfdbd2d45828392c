from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.audit import table_audit
from alleged.model.audit import Audit, Damage, Harm
from tests.unit.exports.rows import read

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_a_damage_tells_where_it_is_and_what_is_wrong(ledger: Ledger) -> None:
    harm = next(iter(Harm))
    damage = Damage("claims", "3", harm, "a hedge is gone", "3fa8")
    whole = ledger.audit()
    audit = Audit(whole.head, whole.rows, (damage,))
    assert read(table_audit(whole)) == []
    assert read(table_audit(audit)) == [
        {"table": "claims", "row": "3", "id": "3fa8", "harm": harm.value, "told": "a hedge is gone"}
    ]
