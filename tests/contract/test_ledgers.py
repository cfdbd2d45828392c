from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.ledger import LEDGERS
from alleged.ledger.conformance import check_ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.ledger.interface import Location

    Places = Callable[[str], Callable[[str], Location]]


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_a_ledger_keeps_every_promise(kind: str, places: Places) -> None:
    place = places(kind)
    check_ledger(lambda name: LEDGERS.get(kind).open(place(name), create=True))
