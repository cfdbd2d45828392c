"""Generated documents, an engine that takes no time to speak of, and what a ledger holds, row by row."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import Source
from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, Realis, Role, Stance
from alleged.text import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from alleged.ledger.interface import Ledger
    from alleged.model.document import Input, Text

SPEAKERS = ("Northland", "The ministry of Eastmark", "Nordvind", "Jiǎng Lì", "A spokeswoman")
ACTORS = ("RIME VALLEY", "Glass Heron", "UNC9901", "华为", "the port’s own staff")
TARGETS = ("Quillon Bank", "Café Čapek 💥", "the Tarnfield Water Board", "Halvorsen Shipping")
ADVERBS = ("in March", "for over a decade", "last Monday", "again", "without being noticed")

SAYING = re.compile(r"(?P<who>[^.\n]{1,60}) said (?P<what>[^.\n]{1,60} broke into [^.\n]{1,80})\.")


@dataclass(slots=True)
class Sayings:
    """An engine for the sentences that `write_documents` makes: "A said B broke into C."."""

    name: str = "sayings"
    version: str = "1"
    languages: frozenset[str] = frozenset({"en"})

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """A claim for each sentence of that form."""
        return tuple(_make_claim(text, found) for found in SAYING.finditer(text.clean))


def _make_claim(text: Text, found: re.Match[str]) -> Claim:
    clean = text.clean
    speaker, content = (span_at(clean, *found.span(part)) for part in ("who", "what"))
    name = clean[content.start : clean.index(" broke into", content.start)]
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=span_at(clean, found.start(), found.end() - 1),
        content=content,
        speaker=Speaker(Role.OTHER, Basis.EXPLICIT, speaker.exact, speaker),
        stance=Stance.ALLEGES,
        act=Act.INTRUSION,
        extractor="sayings",
        extractor_version="1",
        cues=(span_at(clean, speaker.end + 1, speaker.end + 5),),
        actors=(Mention(name, span_at(clean, content.start, content.start + len(name))),),
        said_time=When("2024-03-25"),
        realis=Realis.ACTUAL,
    )


PLAN = Plan(Sayings(), read=read_document)
"""How the documents of `write_documents` are read: in this process, for it is the ledger that is tried."""


def write_documents(folder: Path, count: int, seed: int = 0) -> tuple[Source, ...]:
    """Files of a few paragraphs each, no two alike."""
    folder.mkdir(exist_ok=True)
    random = Random(seed)
    return tuple(_write(folder / f"{number:05}.txt", random) for number in range(count))


def _write(path: Path, random: Random) -> Source:
    said = "\n\n".join(_make_paragraph(random) for _ in range(random.randint(1, 4)))
    path.write_text(f"Report {path.stem} of the Harbour Courier\n\n{said}\n", encoding="utf-8")
    return Source(path.name, path)


def _make_paragraph(random: Random) -> str:
    return " ".join(
        f"{random.choice(SPEAKERS)} said {random.choice(ACTORS)} broke into {random.choice(TARGETS)} "
        f"{random.choice(ADVERBS)}. Nobody confirmed it."
        for _ in range(random.randint(1, 3))
    )


def read_all(sources: Iterable[Source], ledger: Ledger) -> tuple[Input, ...]:
    """What came of each source."""
    return tuple(ingest(sources, ledger, PLAN))


CONTENT = (
    *("documents", "archive", "texts", "extractions", "names", "name_words", "claims", "spans"),
    *("mentions", "relations", "claim_words_data", "claim_words_docsize", "claim_words_idx"),
)
"""The tables whose rows follow from the documents and their order alone, whenever they were read."""

WHEN = ("at", "event")
"""The columns that say when: an attempt that brought nothing counts as an event, too."""


def content_of(path: Path) -> dict[str, str]:
    """A hash of the rows of each table of content, times left out."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: _hash(_find_rows(connection, name)) for name in CONTENT}


def state_of(path: Path) -> str:
    """A hash of every row of every table, times and all."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY 1"
        )
        return _hash((name, *_find_rows(connection, name, ())) for (name,) in names.fetchall())


def _find_rows(
    connection: sqlite3.Connection, table: str, leave: Sequence[str] = WHEN
) -> Iterator[tuple[object, ...]]:
    described = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    columns = ", ".join(f'"{name}"' for (name,) in described if name not in leave)
    order = "1, 2" if columns.count(",") else "1"
    return iter(connection.execute(f'SELECT {columns} FROM "{table}" ORDER BY {order}'))


def _hash(rows: Iterable[object]) -> str:
    total = sha256()
    for row in rows:
        total.update(repr(row).encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def find_faults(path: Path) -> list[str]:
    """What SQLite finds wrong with a file and its references; nothing, for a whole one."""
    with closing(sqlite3.connect(path)) as connection:
        told = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
        dangling = [f"{row}" for row in connection.execute("PRAGMA foreign_key_check")]
    return told + dangling
