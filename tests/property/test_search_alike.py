"""Every kind of ledger finds the same claims, whatever letters stand in them and are sought."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alleged.ledger import LEDGERS, open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.sample import CLEAN, sample_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alleged.ledger.interface import Entry, Ledger, Location

PIECES = (
    "a",
    "B",
    "é",
    "e\u0301",
    "U.S.",
    "zero-day",
    "ß",
    "ſ",
    "İ",
    "ı",
    "²",
    "Ж",
    "ё",
    "技",
    "ア",
    "💥",
    "\0",
    "\x1a",
)
SIGNS = ("-", "'", "“", "_", "\u00ad", "\u200b", "\u0378", "\ua7ae", "\ue000", "*", '"', "\n", " ", " ")
WORDS = st.lists(st.sampled_from((*PIECES, *SIGNS)), max_size=12).map("".join) | st.text(max_size=8).filter(
    lambda words: words.encode("utf-8", "ignore").decode() == words
)


def titled(number: int, title: str, speaker: str) -> Entry:
    """An entry whose words are those of the sample, but for the title of the document and one speaker."""
    entry = sample_entry(f"{CLEAN} Again: {number}.")
    document = entry.text.document
    text = replace(entry.text, document=replace(document, metadata=replace(document.metadata, title=title)))
    first, second = (replace(claim, text=text.id) for claim in entry.claims)
    named = replace(first, speaker=replace(first.speaker, name=speaker or None))
    attempt = replace(entry.input, text=text.id)
    return replace(entry, text=text, input=attempt, claims=(named, second), relations=())


@pytest.fixture
def ledgers(places: Callable[[str], Callable[[str], Location]]) -> Iterator[list[Ledger]]:
    with opened([places(kind)("alike") for kind in LEDGERS.names()]) as found:
        yield found


@contextmanager
def opened(locations: list[Location]) -> Iterator[list[Ledger]]:
    ledgers: list[Ledger] = [open_ledger(location, create=True) for location in locations]
    try:
        yield ledgers
    finally:
        for ledger in ledgers:
            ledger.close()


EXAMPLES = settings().max_examples // 8
"""Fewer than elsewhere: the ledgers grow."""


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=8))
def test_every_ledger_finds_the_same(
    ledgers: list[Ledger], shown: list[tuple[str, str]], sought: list[str]
) -> None:
    """The ledgers grow from example to example: what is sought is sought among all that was stored."""
    known = len(ledgers[0].inputs())
    for number, (title, speaker) in enumerate(shown, known):
        for ledger in ledgers:
            ledger.append(titled(number, title, speaker))
    own = [part for pair in shown for words in pair for part in (words, words.swapcase(), words[1:])]
    for words in (*sought, *own):
        for query in (ClaimQuery(search=words), ClaimQuery(speaker=words)):
            first, *others = (ledger.claims(query) for ledger in ledgers)
            assert all(page == first for page in others), query
