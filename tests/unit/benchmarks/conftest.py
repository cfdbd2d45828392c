from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def write_data(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as a data file, one JSON object a line."""

    def write(*rows: dict[str, Any]) -> Path:
        path = tmp_path / "data.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        return path

    return write
