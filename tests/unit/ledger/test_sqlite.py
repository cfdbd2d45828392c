from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError
from alleged.ledger import open_ledger, viewing
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.model.ids import LISTED
from alleged.model.span import span_at

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.interface import Entry
    from alleged.ledger.sqlite import SqliteLedger

KILLS = 10

INGEST = """
import sys
from pathlib import Path
from alleged.ledger import open_ledger
from alleged.ledger.sample import CLEAN, sample_entry

ledger = open_ledger(Path(sys.argv[1]), create=True)
for number in range(100_000):
    entry = sample_entry(f"{CLEAN} Again: {number}.")
    if not ledger.holds(entry.text.id, entry.extractor, entry.extractor_version):
        ledger.append(entry)
        print(entry.text.id, flush=True)
"""


def dump(path: Path) -> list[str]:
    """Everything in the file, row by row."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("claim_words")
        ]
        return [f"{table} {row}" for table in tables for row in connection.execute(f"SELECT * FROM {table}")]


def count(path: Path, question: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute(question).fetchone()
    assert isinstance(number, int)
    return number


def test_a_failure_at_the_last_step_leaves_no_trace(ledger: SqliteLedger) -> None:
    ledger.append(sample_entry())
    before, words = dump(ledger.path), count(ledger.path, "SELECT count(*) FROM claim_words")
    entry = sample_entry(f"{CLEAN} Again.")
    late = replace(entry, input=replace(entry.input, at="\ud800"))
    with pytest.raises(LedgerError, match="lone surrogates"):
        ledger.append(late)
    assert dump(ledger.path) == before
    assert count(ledger.path, "SELECT count(*) FROM claim_words") == words
    ledger.append(entry)
    assert ledger.claims(ClaimQuery(limit=0)).total == 4


def test_words_are_stored_once(ledger: SqliteLedger) -> None:
    clean = f"{CLEAN} Again."
    ledger.append(sample_entry(clean))
    cut = "SELECT substr(texts.clean, quote_start + 1, quote_end - quote_start) FROM claims JOIN extractions"
    joined = f"{cut} ON extractions.number = extraction JOIN texts ON texts.number = extractions.text"
    with closing(sqlite3.connect(ledger.path)) as connection:
        quotes = [quote for (quote,) in connection.execute(joined)]
    assert quotes == [claim.quote.exact for claim in sample_entry(clean).claims]
    assert sum(quotes[0] in row for row in dump(ledger.path)) == 1


@pytest.fixture(scope="module")
def crowd() -> Entry:
    """An entry with 1,500 claims, each a response to the first."""
    entry = sample_entry("word " * 1500 + CLEAN)
    claims = tuple(
        replace(entry.claims[0], quote=span_at(entry.text.clean, start, start + 4))
        for start in range(0, 7500, 5)
    )
    links = tuple(replace(entry.relations[0], claim=claim.id, to=claims[0].id) for claim in claims)
    attempt = replace(entry.input, claims=len(claims))
    return replace(entry, input=attempt, claims=claims, relations=links)


def test_much_is_asked_for_at_once(ledger: SqliteLedger, crowd: Entry) -> None:
    ledger.append(crowd)
    assert ledger.claims(ClaimQuery(search="word")).claims == crowd.claims
    assert ledger.claims(ClaimQuery(search="💥 word")).claims == crowd.claims
    assert ledger.claims(ClaimQuery(search="🔥 word")).claims == ()
    assert ledger.find_relations(tuple(claim.id for claim in crowd.claims)) == crowd.relations
    long = "word " * 100_000
    assert ledger.claims(ClaimQuery(search=long, speaker=f"us {long}")).total == 0
    assert ledger.claims(ClaimQuery(search=" ".join(map(str, range(10_000))))).total == 0


def test_an_ambiguous_id_lists_what_it_could_be(ledger: SqliteLedger, crowd: Entry) -> None:
    ledger.append(crowd)
    ids = sorted(claim.id for claim in crowd.claims)
    twins = next(pair for pair in pairwise(ids) if pair[0][:4] == pair[1][:4])
    with pytest.raises(LedgerError) as raised:
        ledger.get_claim(twins[0][:4])
    head, *listed = str(raised.value).splitlines()
    assert head == f"several claims have an id that begins with {twins[0][:4]!r}; give more of it:"
    assert [line.split() for line in listed] == [[claim_id, "word"] for claim_id in twins]


def test_a_very_ambiguous_id_lists_a_few(
    ledger: SqliteLedger, crowd: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewing, "SHORTEST_PREFIX", 1)
    ledger.append(crowd)
    with pytest.raises(LedgerError) as raised:
        ledger.get_claim("a")
    _, *listed, more = str(raised.value).splitlines()
    assert len(listed) == LISTED
    assert more == "  and more"


def kill_while_it_ingests(path: Path, seconds: float) -> list[str]:
    """Ids of the texts that were acknowledged before the process was killed."""
    command = [sys.executable, "-c", INGEST, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as ingest:
        assert ingest.stdout is not None
        first = ingest.stdout.readline()
        time.sleep(seconds)
        ingest.send_signal(signal.SIGKILL)
        rest = ingest.stdout.readlines()
    return [line.strip() for line in (first, *rest) if line.endswith("\n")]


def check_whole(path: Path) -> set[str]:
    """Ids of the texts in the ledger, each of which has its two claims, their relation and its input."""
    with closing(open_ledger(path, create=False)) as ledger:
        claims = ledger.claims(ClaimQuery()).claims
        found = ledger.claims(ClaimQuery(search="accused"))
        relations = ledger.find_relations(tuple(claim.id for claim in claims))
        inputs = ledger.inputs()
    texts = {claim.text for claim in claims}
    assert len(claims) == 2 * len(texts)
    assert len(texts) == found.total == len(relations) == len(inputs)
    assert texts == {attempt.text for attempt in inputs}
    assert count(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0
    assert count(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0
    return texts


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_what_was_acknowledged_survives_a_kill_and_nothing_is_half_written(path: Path) -> None:
    acknowledged: list[str] = []
    for kill in range(KILLS):
        newly = kill_while_it_ingests(path, 0.003 * kill)
        assert newly
        acknowledged += newly
        assert set(acknowledged) <= check_whole(path)
    assert len(acknowledged) == len(set(acknowledged)) > KILLS
