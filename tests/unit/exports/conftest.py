from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.model.samples import make_entry, make_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that holds the sample report."""
    with closing(open_ledger(tmp_path / "sample.db", create=True)) as opened:
        opened.append(make_entry(make_text()))
        yield opened
