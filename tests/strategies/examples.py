"""A ledger of examples/, as `make run` makes it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alleged.extract import EXTRACTORS
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import find_sources
from alleged.ledger import open_ledger

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def read_examples(ledger: Path) -> Path:
    """Read them into a new ledger in that file."""
    plan = Plan(EXTRACTORS.get("neural")())
    with closing(open_ledger(ledger, create=True)) as opened:
        for attempt in ingest(find_sources([str(EXAMPLES)]).sources, opened, plan):
            assert attempt.document, attempt
    return ledger
