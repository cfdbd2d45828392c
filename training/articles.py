"""The annotated articles with their words put back, in a folder outside the repository."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from training.standoff import Row, StandoffError, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def fill_records(records: Path, articles: Path, out: Path) -> tuple[Path, Path]:
    """Fill stand-off records with the words of their articles: folders of NAME.txt and of NAME.jsonl.

    `articles` are JSON lines with `name` and `text`, compressed; raises StandoffError where one is missing.
    """
    found = [json.loads(path.read_text("utf-8")) for path in sorted(records.glob("*.json"))]
    texts = read_texts(articles, {record["article"] for record in found})
    folders = out / "texts", out / "claims"
    for folder in folders:
        folder.mkdir(parents=True)
    for record in found:
        _write(record, texts, folders)
    return folders


def read_texts(articles: Path, names: Iterable[str]) -> dict[str, str]:
    """The texts of some articles by name; raises StandoffError where one is missing."""
    wanted = set(names)
    with gzip.open(articles, "rt", encoding="utf-8", newline="\n") as file:
        rows = (json.loads(line) for line in file if line.strip())
        texts = {row["name"]: row["text"] for row in rows if row["name"] in wanted}
    if missing := sorted(wanted - texts.keys()):
        raise StandoffError(f"{articles}: {len(missing)} annotated articles are missing, as {missing[0]}")
    return texts


def _write(record: Row, texts: Mapping[str, str], folders: tuple[Path, Path]) -> None:
    name = record["article"]
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in fill(record, texts[name])]
    (folders[0] / f"{name}.txt").write_bytes(texts[name].encode())
    (folders[1] / f"{name}.jsonl").write_bytes("".join(lines).encode())
