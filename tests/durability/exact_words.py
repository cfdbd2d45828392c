"""Generated texts with whatever breaks offsets, and whether every claim still says words of its text."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.flow.read import extract_file
from alleged.flow.sources import Source
from alleged.ledger import open_ledger
from alleged.ledger.backup import back_up
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.restore import restore
from tests.durability.library import PLAN, read_all

if TYPE_CHECKING:
    from pathlib import Path

ODD = (
    *("\0", "\ufeff", "\u200d", "\u200b", "\u00ad", "\u202e", "\u2066", "\u00a0", "\x0b", "\ufffd"),
    *("💥", "👩\u200d💻", "𝔊𝔩", "e\u0301", "n\u0303\u0323", "שלום", "مرحبا", "北京", "İ", "ß", "ﬁ"),
)
PLAIN = ("Northland", "the ministry", "Glass Heron", "Quillon Bank", "Tarnfield", "again", "the port’s")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
ENDS = ("\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many texts had claims, and how many claims there were."""

    texts: int
    claims: int


def check_words(folder: Path, texts: int) -> Outcome:
    """Read generated texts, export, back up and restore: every claim has the words that were extracted."""
    random, path, copy = Random(texts), folder / "words.db", folder / "restored.db"
    sources = [_write(folder / f"{number:05}.txt", random) for number in range(texts)]
    meant = {claim.id: claim for source in sources for claim in extract_file(source, PLAN).findings.claims}
    with closing(open_ledger(path, create=True)) as ledger:
        read_all(sources, ledger)
    back_up(path, folder / "kept.db")
    restore(folder / "kept.db", copy)
    for place in (path, copy):
        with closing(open_ledger(place, create=False)) as ledger:
            held = ledger.claims(ClaimQuery()).claims
            clean = {claim.text: ledger.get_text(claim.text).clean for claim in held}
        assert {claim.id: claim for claim in held} == meant
        assert all(span.exact == clean[c.text][span.start : span.end] for c in held for span in c.spans())
        told = CliRunner().invoke(app, ["claims", "--unmask", "-f", "jsonl", "--ledger", str(place)])
        wires = {wire["id"]: wire for wire in map(json.loads, told.stdout.splitlines())}
        assert wires.keys() == meant.keys()
        for claim in held:
            wire, words = wires[claim.id], clean[claim.text]
            assert wire["quote"]["text"] == words[claim.quote.start : claim.quote.end]
            assert wire["content_text"] == words[claim.content.start : claim.content.end]
            assert [cue["text"] for cue in wire["cues"]] == [words[c.start : c.end] for c in claim.cues]
    return Outcome(len({claim.text for claim in meant.values()}), len(meant))


def _write(path: Path, random: Random) -> Source:
    end = random.choice(ENDS)
    said = (end * 2).join(_make_sentence(random) for _ in range(random.randint(1, 3)))
    path.write_bytes(f"Report {path.stem}{end * 2}{said}{end}".encode(random.choice(ENCODINGS)))
    return Source(path.name, path)


def _make_sentence(random: Random) -> str:
    who, actor, target = (_make_name(random) for _ in range(3))
    return f"{who} said {actor} broke into {target}. Nobody confirmed it."


def _make_name(random: Random) -> str:
    return random.choice(PLAIN) + "".join(random.choices((*ODD, *PLAIN, " "), k=random.randint(0, 4))) + "x"
