"""The long form of tests/contract/test_writers.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.ledger import LEDGERS
from tests.contract.test_writers import check_writers

if TYPE_CHECKING:
    from tests.contract.test_writers import Places


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_eight_writers_lose_nothing(kind: str, places: Places) -> None:
    check_writers(places(kind)("many"), 500)
