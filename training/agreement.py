"""How well two annotators agree who read the same articles.

    python -m training.agreement --texts DIR --first training/claims --second training/second

`--texts` holds NAME.txt. The figures are those of `benchmarks/scoring.py`, the first annotator taken as gold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from benchmarks.claims import names_of_lexicon
from benchmarks.scoring import Article, Figures, count, read_text, sum_up
from training.standoff import Row, fill


def agree(first: Path, second: Path, texts: Path) -> Figures:
    """The figures over every article that both have read."""
    names = names_of_lexicon()
    counts: Counter[str] = Counter()
    for path in sorted(second.glob("*.json")):
        text = read_text(texts / f"{path.stem}.txt")
        gold, predicted = _read_rows(first / path.name, text), _read_rows(path, text)
        counts += count(Article(text, gold, [_as_predicted(row) for row in predicted]), names)
    return sum_up(counts)


def _read_rows(path: Path, text: str) -> list[Row]:
    """The claims of a record, their content by its place."""
    record = json.loads(path.read_text("utf-8"))
    claims = zip(fill(record, text), record["claims"], strict=True)
    return [{**row, "content": claim["content"]} for row, claim in claims]


def _as_predicted(row: Row) -> Row:
    """A claim in the article's own voice has no speaker, as an engine would say it."""
    return {**row, "speaker_name": row["speaker_name"] if row["speaker"] is not None else None}


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="How well two annotators agree.")
    for name in ("texts", "first", "second"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args(arguments)
    for key, value in agree(options.first, options.second, options.texts).items():
        print(f"{key:22} {value:.3f}" if isinstance(value, float) else f"{key:22} {value}")


if __name__ == "__main__":
    main(sys.argv[1:])
