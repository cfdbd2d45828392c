"""How fast a ledger takes claims in, and how fast it is verified.

    python benchmarks/ledger.py [--documents N] [--events N] [--json]

- `claims_per_cpu_second`: generated documents of 20 claims each, appended one by one with names, full text,
  seals and chain, to a file with synchronous=FULL; the processor's time of `append` alone
- `bytes_per_claim`: how much the file grows with each
- `verify_seconds` on the clock, `verify_cpu_seconds`, `verified_events`, `verified_rows`: a whole audit of a
  ledger in which that many inputs were noted, each in an event of its own
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.ledger import opening, writing
from alleged.ledger.chain import close_journal, open_journal
from alleged.ledger.interface import Entry
from alleged.ledger.sample import sample_entry
from alleged.ledger.sqlite import SqliteLedger
from alleged.ledger.transactions import transaction
from alleged.model.audit import EventKind
from alleged.model.claim import Claim, Mention, When
from alleged.model.document import Document, Sentence, Text
from alleged.model.ids import document_id
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import Part
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.model.document import Input

CLAIMS = 20
"""Claims of one document."""

SPEAKERS = 500
VICTIMS = 97
AT_ONCE = 1000
"""Events of one transaction while the ledger to be verified is made: on disk there is no difference."""


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    with TemporaryDirectory() as folder:
        figures = {
            **measure_appending(Path(folder) / "appended.db", options.documents),
            **measure_verifying(Path(folder) / "verified.db", options.events),
        }
    print_figures(figures, as_json=options.json, digits=1)
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast a ledger is written and verified.")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def measure_appending(path: Path, documents: int) -> dict[str, float]:
    """What appending so many generated documents takes."""
    first, *entries = make_entries(documents + 1)
    with closing(SqliteLedger.open(path, create=True)) as ledger:
        ledger.append(first)
        begin = time.process_time()
        for entry in entries:
            ledger.append(entry)
        seconds = time.process_time() - begin
    claims = documents * CLAIMS
    return {
        "claims_per_cpu_second": claims / seconds,
        "bytes_per_claim": path.stat().st_size / (claims + CLAIMS),
    }


def make_entries(count: int) -> Iterator[Entry]:
    """Documents with a claim a paragraph, each by one of some hundred speakers."""
    return (_make_entry(number) for number in range(count))


def _make_entry(number: int) -> Entry:
    sample = sample_entry()
    lines = [_write_line(number * CLAIMS + place) for place in range(CLAIMS)]
    text = _make_text(sample.text, lines)
    starts = [text.clean.index(line) for line in lines]
    claims = tuple(_make_claim(sample.claims[0], text, start) for start in starts)
    attempt = replace(sample.input, document=text.document.id, text=text.id, claims=CLAIMS)
    return Entry(attempt, text.clean.encode(), text, "sample", "1", claims, ())


def _write_line(number: int) -> str:
    speaker, victim = f"Ministry {number % SPEAKERS}", f"harbour {number % VICTIMS}"
    return f"{speaker} said in note {number} that APT{number % CLAIMS} had stolen the mail of {victim}."


def _make_text(sample: Text, lines: Sequence[str]) -> Text:
    clean = "\n\n".join(lines)
    known = sample.document
    document = Document(document_id(clean.encode()), known.media_type, known.metadata)
    ends = [clean.index(line) + len(line) for line in lines]
    sentences = [
        Sentence(e - len(line), e, n, Part.BODY) for n, (e, line) in enumerate(zip(ends, lines, strict=True))
    ]
    return Text(document, sample.reader, "1", clean, sentences=tuple(sentences))


def _make_claim(sample: Claim, text: Text, start: int) -> Claim:
    end = text.clean.index(".", start) + 1

    def find(words: str) -> Span:
        place = text.clean.index(words, start)
        return span_at(text.clean, place, place + len(words))

    actor = find("APT")
    speaker, victim = text.clean[start : find(" said").start], text.clean[find("harbour").start : end - 1]
    return replace(
        sample,
        document=text.document.id,
        text=text.id,
        quote=span_at(text.clean, start, end),
        content=span_at(text.clean, actor.start, end),
        speaker=replace(sample.speaker, name=speaker, span=find("Ministry")),
        cues=(find("said"),),
        actors=(Mention(text.clean[actor.start : find(" had").start], actor),),
        targets=(Mention(victim, find("harbour")),),
        event_time=When("../2024", find("in note")),
    )


def measure_verifying(path: Path, events: int) -> dict[str, float]:
    """What it takes to verify a ledger of so many events."""
    attempt = sample_entry().input
    with closing(SqliteLedger.open(path, create=True)) as ledger:
        left = events - 1
        while left > 0:
            _note(ledger, [attempt] * min(left, AT_ONCE))
            left -= AT_ONCE
        begin, cpu = time.perf_counter(), time.process_time()
        audit = ledger.audit()
        seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
    if audit.damages:
        raise AssertionError(f"a ledger that nobody touched is damaged: {audit.damages[0]}")
    return {
        "verify_seconds": seconds,
        "verify_cpu_seconds": cpu,
        "verified_events": audit.head.size or 0,
        "verified_rows": audit.rows,
    }


def _note(ledger: SqliteLedger, attempts: Sequence[Input]) -> None:
    """Note inputs as the ledger does, but many in one transaction."""
    with transaction(ledger._engine, opening.WRITE) as connection:
        for attempt in attempts:
            open_journal(connection)
            writing.store_input(connection, attempt)
            close_journal(connection, EventKind.NOTED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
