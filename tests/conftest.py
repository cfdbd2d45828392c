"""What holds for all tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

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
