from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.ledger import LEDGERS, open_ledger
from alleged.ledger.conformance import check_ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.ledger.interface import Location

    Places = Callable[[str], Callable[[str], Location]]


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_a_ledger_keeps_every_promise(kind: str, places: Places) -> None:
    place = places(kind)
    check_ledger(lambda name: LEDGERS.get(kind).open(place(name), create=True))


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_a_ledger_with_what_people_decided_keeps_every_promise_too(kind: str, places: Places) -> None:
    place = places(kind)
    check_ledger(lambda name: open_ledger(place(name), create=True))
