"""How many origins a folder of articles has, and how long it takes to tell.

    python benchmarks/origins.py --texts DIR [--json] [--reasons]

`--texts` holds NAME.txt. Reading the documents is not counted; the engine for claims plays no part.

- `origins` is the number of origins of the documents, `groups` how many of them hold several documents.
- `near-copy`, `citation` and `quotation` count the dependences of each kind; the last never joins documents.
- `seconds` is the CPU time for all of it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.model.document import Metadata
from alleged.resolve.accounts import account_of
from alleged.resolve.lineage import Evidence
from alleged.resolve.origins import count_origins, find_lineage
from alleged.text import read_document
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.resolve.accounts import Account
    from alleged.resolve.lineage import Lineage


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    accounts = tuple(read_accounts(options.texts))
    start = time.process_time()
    lineage = find_lineage(accounts)
    seconds = time.process_time() - start
    if options.reasons:
        _print_reasons(accounts, lineage)
    print_figures(sum_up(lineage) | {"seconds": seconds}, as_json=options.json)
    return 0


def read_accounts(texts: Path) -> Iterator[Account]:
    """The documents of a folder as their origins are looked for."""
    for path in sorted(texts.glob("*.txt")):
        yield account_of(read_document(path.read_bytes(), str(path), Metadata()).text)


def sum_up(lineage: Lineage) -> dict[str, int]:
    """The counts of a lineage."""
    count = count_origins(lineage)
    kinds = Counter(dependence.evidence for dependence in lineage.dependences)
    groups = sum(len(origin.documents) > 1 for origin in lineage.origins)
    figures = {"documents": count.documents, "origins": count.origins, "groups": groups}
    return figures | {f"{kind}": kinds[kind] for kind in Evidence} | {"floods": len(lineage.floods)}


def _print_reasons(accounts: Sequence[Account], lineage: Lineage) -> None:
    labels = {account.document: account.label for account in accounts}
    for dependence in lineage.dependences:
        what = "whole" if dependence.whole else "part"
        print(f"{what:5} | {labels[dependence.document][:70]} | {dependence.reason}")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the origins of a folder of articles.")
    parser.add_argument("--texts", type=Path, required=True, help="a folder with NAME.txt")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--reasons", action="store_true", help="print who depends on whom and why first")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
