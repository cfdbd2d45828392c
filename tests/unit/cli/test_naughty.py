"""Whatever somebody types as a name, a search or an identifier: an answer or a message, never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.strategies.naughty import naughty_strings

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

EVERY = 61
"""Strings from one that is tried to the next; the search itself is tried with all of them elsewhere."""
STRINGS = tuple(
    dict.fromkeys([*naughty_strings()[::EVERY], "a\0b", "\ud800", "'; DROP TABLE claims; --", ""])
)
COMMANDS = (("claims", "--search"), ("alias", "--"), ("actor", "--"), ("show", "--"), ("history", "--"))

pytestmark = pytest.mark.usefixtures("sample")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_string_ends_with_an_answer_or_a_message(run: Run, command: tuple[str, ...]) -> None:
    for string in STRINGS:
        result = run(*command, string)
        told = (string[:40], result.exit_code, result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit), told
        assert result.exit_code in (0, 2, 3), told
        assert result.stdout or result.stderr, told


def test_the_ledger_is_as_it_was(run: Run) -> None:
    before = run("claims", "-f", "json").stdout
    for command in COMMANDS:
        run(*command, "'; DROP TABLE claims; --")
    assert run("claims", "-f", "json").stdout == before
