"""Our own sentences, annotated as the corpora are that the network is trained on."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from training.standoff import Article, keep

if TYPE_CHECKING:
    from pathlib import Path

    from training.standoff import Row

SAID = "Mira Lund said the council had lost the keys. Nobody denied it."
HIT = "Thieves attacked the Port of Ostby. They may attack again."
CLAIMED = "Last week Mira Lund reportedly said that Grey Heron had robbed the Ostby council."
NAMES = {"Ostby council": ["the council"]}
WORDS = sorted(
    {
        word
        for text in (SAID, HIT, CLAIMED)
        for word in text.lower().replace(".", " .").replace(",", " ,").split()
    }
)
CLAIM: Row = {
    "id": "c1",
    "quote": "Mira Lund reportedly said that Grey Heron had robbed the Ostby council",
    "content": "Grey Heron had robbed the Ostby council",
    "speaker": "Mira Lund",
    "speaker_name": "Mira Lund",
    "speaker_role": "official",
    "cue": "said",
    "stance": "asserts",
    "hedge": "reportedly",
    "kind": "operation",
    "act": "data-theft",
    "actor": ["Grey Heron"],
    "target": ["Ostby council"],
    "when": None,
    "responds_to": [],
}


def word_tokenizer() -> Tokenizer:
    """A tokenizer of whole words, which knows those above."""
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(["[UNK]", *WORDS])}, "[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def place(text: str, words: str) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def polnear() -> Row:
    said = {
        "source": [place(SAID, "Mira Lund")],
        "cue": [place(SAID, "said")],
        "content": [place(SAID, "the council had lost the keys")],
    }
    denied = {"source": [], "cue": [], "content": [place(SAID, "it.")]}
    return {"doc_id": "press-1", "text": SAID, "attributions": [said, denied]}


def casie() -> Row:
    events = [
        {"nugget": place(HIT, "attacked"), "realis": "Actual"},
        {"nugget": place(HIT, "attack again"), "realis": "Other"},
        {"nugget": place(HIT, "Thieves"), "realis": None},
    ]
    return {"doc_id": "press-2", "text": HIT, "events": events}


def write_lines(path: Path, rows: list[Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(lines) if path.suffix == ".gz" else lines)
    return path


def write_all(folder: Path) -> None:
    """Folders `data`, `gold` and `records` that a training takes."""
    write_lines(folder / "data/polnear/train.jsonl.gz", [polnear()])
    write_lines(folder / "data/casie/train.jsonl.gz", [casie()])
    write_lines(folder / "data/articles/articles.jsonl.gz", [{"name": "press--Lund", "text": CLAIMED}])
    write_lines(folder / "gold/train/claims/press-3.jsonl", [CLAIM])
    (folder / "gold/train/texts").mkdir()
    (folder / "gold/train/texts/press-3.txt").write_text(CLAIMED, "utf-8")
    (folder / "gold/names.json").write_text(json.dumps(NAMES), "utf-8")
    (folder / "records").mkdir()
    record = keep(Article("press--Lund", CLAIMED), [CLAIM], "a")
    (folder / "records/press--Lund.json").write_text(json.dumps(record), "utf-8")
