from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.knowledge.store import open_knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.knowledge.known import Knowledge


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packaged lists, loaded once for all tests; copy it before you change it."""
    folder = tmp_path_factory.mktemp("knowledge")
    open_knowledge(folder).close()
    return folder


@pytest.fixture(scope="session")
def packaged(loaded: Path) -> Iterator[Knowledge]:
    """All that the packaged lists hold."""
    with closing(open_knowledge(loaded)) as known:
        yield known
