from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger, stored
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import METADATA
from alleged.ledger.sealing import BY_NAME, SALT, SEALED, Packer, seal_rows
from alleged.model.audit import EventKind, Harm
from tests.unit.ledger.older import make_older

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.sqlite import SqliteLedger

PACKER = Packer(BY_NAME["spans"], ("claim", "end", "field", "ordinal", "start"))
ROWS = [(claim, 9, field, 0, 1) for claim in range(1, 400) for field in ("cue", "hedge")]


def test_every_table_is_sealed() -> None:
    assert {table.name for table in METADATA.sorted_tables} == {*BY_NAME, "events", "seals"}
    for sealed in SEALED:
        columns = set(METADATA.tables[sealed.name].columns.keys())
        assert {*sealed.key} <= columns


def test_seals_hold_their_rows_and_no_others() -> None:
    seals = list(seal_rows(PACKER, ROWS))
    assert [(seal.first, seal.last, seal.count) for seal in seals] == [
        (1, 128, 256),
        (129, 256, 256),
        (257, 384, 256),
        (385, 399, 30),
    ]
    packed = list(PACKER.pack(ROWS))
    assert seals[0].holds_all(packed[:256])
    assert not seals[0].holds_all(packed[:255])
    assert seals[0].holds(3, packed[3])
    assert not seals[0].holds(3, packed[2])


def test_equal_rows_have_different_hashes() -> None:
    (seal,) = seal_rows(PACKER, ROWS[:1] * 2)
    assert seal.hashes[:32] != seal.hashes[32:]
    assert len(seal.salts) == 2 * SALT


def test_a_column_that_comes_later_changes_no_seal_while_it_is_empty() -> None:
    later = Packer(BY_NAME["spans"], (*PACKER.columns, "will"))
    assert list(later.pack([(*ROWS[0], None)])) == list(PACKER.pack(ROWS[:1]))
    assert list(later.pack([(*ROWS[0], "")])) != list(PACKER.pack(ROWS[:1]))


@pytest.mark.parametrize(("one", "other"), [(1, "1"), (1, 1.0), ("", b""), (None, ""), (0, None)])
def test_values_of_different_kinds_are_packed_differently(one: object, other: object) -> None:
    first, second = PACKER.pack([(1, 1, one, 1, 1), (1, 1, other, 1, 1)])
    assert first != second


def test_rows_from_before_there_were_seals_are_sealed_by_the_migration(path: Path) -> None:
    with closing(open_ledger(path, create=True)) as ledger:
        ledger.append(sample_entry())
    make_older(path, "0003")
    with closing(open_ledger(path, create=False)) as ledger:
        assert [event.kind for event in ledger.events()] == [EventKind.MIGRATED]
        ledger.append(sample_entry(f"{CLEAN} Again."))
        assert {damage.table for damage in ledger.audit().damages} == {"claim_words"}
        assert len(ledger.audit().damages) == 2


def test_of_many_rows_without_numbers_the_right_one_is_named(ledger: SqliteLedger) -> None:
    ledger.append(sample_entry("said " * 600 + CLEAN))
    with ledger._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER spans_no_delete")
        connection.exec_driver_sql("DELETE FROM spans WHERE claim = 2 AND field = 'cue' AND ordinal = 1")
    missing = [damage for damage in ledger.audit().damages if damage.table == "spans"]
    assert [(damage.row, damage.harm) for damage in missing] == [("before 2 hedge 0", Harm.DELETED)]


def test_large_rows_are_fetched_a_few_at_a_time() -> None:
    assert set(stored.LARGE) <= set(BY_NAME)
