"""What holds for all tests."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.postgres import NoServerError, Server, running_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alleged.ledger.interface import Location

LONG = Path(__file__).parent / "long"

# Time is measured by benchmarks: a property is not wrong because the machine was busy.
settings.register_profile("patient", parent=settings(), deadline=None)
settings.register_profile("thorough", parent=settings.get_profile("patient"), max_examples=1_000)
settings.load_profile("patient")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The long forms run only where they are asked for by their path."""
    if collection_path != LONG:
        return None
    asked = (Path(argument.partition("::")[0]).resolve() for argument in config.args)
    return None if any(path.is_relative_to(LONG) for path in asked) else True


@pytest.fixture(scope="session")
def _started() -> Iterator[Server | str]:
    """The server, or why there is none: found out once."""
    try:
        with running_server() as server:
            yield server
    except NoServerError as fault:
        yield str(fault)


@pytest.fixture
def postgres(_started: Server | str) -> Server:
    """A PostgreSQL server; the test is skipped where none can run."""
    if isinstance(_started, str):
        pytest.skip(_started)
    return _started


@pytest.fixture
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Callable[[str], Location]]:
    """For a kind of ledger: where the ledger of a name is, the same for the same name."""

    def of_kind(kind: str) -> Callable[[str], Location]:
        if kind == "sqlite":
            return lambda name: tmp_path / name
        server: Server = request.getfixturevalue("postgres")
        known, turn = dict[str, str](), Lock()

        def find(name: str) -> str:
            with turn:
                return known.get(name) or known.setdefault(name, server.make_database())

        return find

    return of_kind
