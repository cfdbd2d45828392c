"""What a write asks of the database, it asks once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import event

from alleged.ledger.numbers import find_free, find_last
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import inputs, seals
from alleged.model.audit import EventKind
from alleged.model.decision import About, Matter, Signature, Verdict, decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.ledger.sqlite import SqliteLedger

BY = Signature("R. Reader", "2024-03-27T08:00:00+00:00", "it names the charge")
MEMBERS = "FROM members"
KNOWN_CLAIM = "SELECT claims.number \nFROM claims \nWHERE claims.id ="


@contextmanager
def asked(ledger: SqliteLedger) -> Iterator[list[str]]:
    """The statements of a ledger meanwhile."""
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    event.listen(ledger._engine, "before_cursor_execute", note)
    yield statements
    event.remove(ledger._engine, "before_cursor_execute", note)


def count(statements: list[str], words: str) -> int:
    return sum(words in statement for statement in statements)


def test_a_write_asks_once_who_may_write(ledger: SqliteLedger) -> None:
    entry = sample_entry()
    with asked(ledger) as statements:
        ledger.append(entry)
    assert count(statements, MEMBERS) == 1
    with asked(ledger) as statements:
        ledger.decide(decide(Matter(About.CLAIM, (entry.claims[0].id,)), Verdict.REJECT, BY))
    assert (count(statements, MEMBERS), count(statements, KNOWN_CLAIM)) == (1, 1)


def test_numbers_rise_by_one_in_each_table(ledger: SqliteLedger) -> None:
    for number in (1, 2):
        with ledger._writing(EventKind.NOTED) as (connection, _):
            assert find_free(connection, inputs)["inputs"] == number
            assert find_last(connection, inputs, seals)["inputs"] == number - 1
        ledger.append(sample_entry(f"{CLEAN} Again: {number}."))
