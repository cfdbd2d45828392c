"""Annotations of third-party articles, kept without their text.

A record names the article and the sha256 of its text, and for each claim the places of its words in code
points, its codes and the canonical names. Whoever has the articles can put the words back:

    python training/standoff.py keep --texts DIR --claims DIR --out training/claims --annotator a
    python training/standoff.py fill --texts DIR --records training/claims --out DIR

`--texts` holds NAME.txt; `--claims` and the filled `--out` hold NAME.jsonl, as the guideline has it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS = ("content", "speaker", "cue", "hedge")
"""Fields that are words of the article, besides the quote."""
_NAMES = ("speaker_name", "actor", "target")
CODES = ("id", *_NAMES, "speaker_role", "stance", "kind", "act", "when", "responds_to")
"""Fields that are kept as they are."""

Row = dict[str, Any]


class StandoffError(ValueError):
    """A record and a text do not fit; the message says where."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was annotated."""

    name: str
    text: str

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def keep(article: Article, rows: list[Row], annotator: str) -> Row:
    """The record of an annotated article: places instead of words."""
    claims = [_keep_claim(article, row) for row in rows]
    return {"article": article.name, "sha256": article.sha256, "annotator": annotator, "claims": claims}


def fill(record: Row, text: str) -> list[Row]:
    """The claims of a record with their words; raises StandoffError where the text is another one."""
    article = Article(record["article"], text)
    if article.sha256 != record["sha256"]:
        raise StandoffError(f"{article.name}: the text is not the one that was annotated")
    return [_fill_claim(claim, text) for claim in record["claims"]]


def _keep_claim(article: Article, row: Row) -> Row:
    start = article.text.find(row["quote"])
    if start < 0:
        raise StandoffError(f"{article.name} {row['id']}: the quote is not in the text")
    quote = [start, start + len(row["quote"])]
    places = {field: _place(article, row, field, quote) for field in WORDS}
    return {**{field: row[field] for field in CODES}, "quote": quote, **places}


def _place(article: Article, row: Row, field: str, quote: list[int]) -> list[int] | None:
    """Where the words of a field stand: in the quote, else the nearest before it, else anywhere."""
    words = row[field]
    if words is None:
        return None
    start = article.text.find(words, quote[0], quote[1])
    if start < 0:
        start = article.text.rfind(words, 0, quote[0])
    if start < 0:
        start = article.text.find(words)
    if start < 0:
        raise StandoffError(f"{article.name} {row['id']}: the {field} is not in the text")
    return [start, start + len(words)]


def _fill_claim(claim: Row, text: str) -> Row:
    words = {field: text[slice(*claim[field])] if claim[field] else None for field in ("quote", *WORDS)}
    return {**{field: claim[field] for field in CODES}, **words}


def _read_text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in _read_text(path).split("\n") if line.strip()]


def _write_record(record: Row, path: Path) -> None:
    """One claim a line, so that a change of one claim is a change of one line."""
    claims = ",\n".join(json.dumps(claim, ensure_ascii=False, sort_keys=True) for claim in record["claims"])
    head = json.dumps({key: value for key, value in record.items() if key != "claims"}, ensure_ascii=False)
    path.write_text(f'{head[:-1]}, "claims": [\n{claims}\n]}}\n', encoding="utf-8")


def _keep_all(options: argparse.Namespace) -> int:
    options.out.mkdir(parents=True, exist_ok=True)
    paths = sorted(options.claims.glob("*.jsonl"))
    for path in paths:
        article = Article(path.stem, _read_text(options.texts / f"{path.stem}.txt"))
        record = keep(article, _read_rows(path), options.annotator)
        _write_record(record, options.out / f"{path.stem}.json")
    return len(paths)


def _fill_all(options: argparse.Namespace) -> int:
    options.out.mkdir(parents=True, exist_ok=True)
    paths = sorted(options.records.glob("*.json"))
    for path in paths:
        record = json.loads(path.read_text(encoding="utf-8"))
        rows = fill(record, _read_text(options.texts / f"{record['article']}.txt"))
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (options.out / f"{path.stem}.jsonl").write_text(lines, encoding="utf-8")
    return len(paths)


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Annotations of articles without their text.")
    commands = parser.add_subparsers(required=True)
    for name, run, source in (("keep", _keep_all, "claims"), ("fill", _fill_all, "records")):
        command = commands.add_parser(name, help=f"{name} the {source} of every article")
        command.add_argument("--texts", type=Path, required=True)
        command.add_argument(f"--{source}", type=Path, required=True)
        command.add_argument("--out", type=Path, required=True)
        command.add_argument("--annotator", default="a")
        command.set_defaults(run=run)
    options = parser.parse_args(arguments)
    print(f"{options.run(options)} articles")


if __name__ == "__main__":
    main(sys.argv[1:])
