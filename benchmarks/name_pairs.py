"""Precision and recall of comparing names, on pairs of names over five scripts.

    python benchmarks/name_pairs.py [--part tuned|held-out|all] [--wrong] [--json]

The pairs are in `benchmarks/data/name_pairs.tsv`. The held-out half was not looked at while
the rules were written.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.resolve.firm_names import ENOUGH as ENOUGH_FIRM
from alleged.resolve.firm_names import match_firms
from alleged.resolve.person_names import ENOUGH as ENOUGH_PERSON
from alleged.resolve.person_names import match_persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.resolve.name_match import NameMatch

PAIRS = Path(__file__).parent / "data" / "name_pairs.tsv"
PARTS = ("tuned", "held-out", "all")


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, and whether a careful reader takes them for one."""

    kind: str
    script: str
    is_same: bool
    is_held_out: bool
    variation: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How often the answer is right, by what it should be."""

    found: int = 0
    missed: int = 0
    wrongly_found: int = 0
    kept_apart: int = 0

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.wrongly_found)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)


def load_pairs(path: Path = PAIRS) -> tuple[NamePair, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(_pair(row) for row in rows)


def _pair(row: Mapping[str, str]) -> NamePair:
    same, held = row["answer"] == "same", row["held_out"] == "yes"
    return NamePair(row["kind"], row["script"], same, held, row["variation"], row["left"], row["right"])


def match(pair: NamePair) -> NameMatch:
    compare = match_persons if pair.kind == "person" else match_firms
    return compare(pair.left, pair.right)


def is_found(pair: NamePair) -> bool:
    return match(pair).score >= (ENOUGH_PERSON if pair.kind == "person" else ENOUGH_FIRM)


def count(pairs: Iterable[NamePair]) -> Counts:
    answers = [(pair.is_same, is_found(pair)) for pair in pairs]
    return Counts(
        *(answers.count(cell) for cell in ((True, True), (True, False), (False, True), (False, False)))
    )


def count_by_group(pairs: Iterable[NamePair]) -> dict[str, Counts]:
    groups: dict[str, list[NamePair]] = defaultdict(list)
    for pair in pairs:
        for group in (pair.script, f"{pair.kind}s", "all"):
            groups[group].append(pair)
    return {group: count(members) for group, members in sorted(groups.items(), key=_order)}


def _order(item: tuple[str, list[NamePair]]) -> tuple[int, str]:
    return (2 if item[0] == "all" else item[0].endswith("s"), item[0])


def choose(pairs: Iterable[NamePair], part: str) -> Iterator[NamePair]:
    return (pair for pair in pairs if part == "all" or pair.is_held_out == (part == "held-out"))


def as_record(counts: Counts) -> dict[str, float]:
    found = {"same": counts.found + counts.missed, "other": counts.wrongly_found + counts.kept_apart}
    return {**found, "precision": round(counts.precision, 3), "recall": round(counts.recall, 3)}


def print_table(records: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{'':10} {'same':>5} {'other':>6} {'precision':>10} {'recall':>7}")
    for group, one in records.items():
        print(f"{group:10} {one['same']:5} {one['other']:6} {one['precision']:10.3f} {one['recall']:7.3f}")


def print_wrong(pairs: Iterable[NamePair]) -> None:
    for pair in pairs:
        if is_found(pair) != pair.is_same:
            found = match(pair)
            answer = "same" if pair.is_same else "other"
            print(
                f"{answer:5} {found.score:.3f} {pair.left} ~ {pair.right} ({pair.variation}): {found.reason}"
            )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("--wrong", action="store_true", help="print the pairs that are answered wrongly")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    pairs = tuple(choose(load_pairs(), chosen.part))
    records = {group: as_record(counts) for group, counts in count_by_group(pairs).items()}
    if chosen.json:
        print(json.dumps({"part": chosen.part, "groups": records}))
    else:
        print_table(records)
    if chosen.wrong:
        print_wrong(pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
