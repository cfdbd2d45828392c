"""Instants of a ledger's own clock: when something was stored, as against when something happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_A_DAY = len("2024-03-25")


def read_time(words: str) -> datetime:
    """A date or time, ISO 8601; without an offset it is UTC. Raises ValueError for anything else."""
    time = datetime.fromisoformat(words)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def read_end(words: str) -> datetime:
    """The same, but a day stands for its last instant: what is known "as of" a day is known at its end."""
    time = read_time(words)
    return time + timedelta(days=1, microseconds=-1) if len(words) <= _A_DAY else time
