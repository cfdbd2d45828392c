"""How long what a screen shows takes over a large ledger: the first time, and again.

    python benchmarks/views.py [--claims N] [--ledger FILE] [--view NAME] [--json]

A ledger of N claims (100,000 unless told) is made of generated documents of 20 claims each, or FILE is viewed
as it is. Every view is asked for once, `cold_ms`, and then five times, of which `warm_ms` is the median: both
in milliseconds of the processor, without anything that a server keeps. `shown` is how many claims, documents,
names or rows the view gives, `bytes` the size of the file.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.dossiers.claims import view_claim, view_claims
from alleged.dossiers.incidents import view_incidents
from alleged.dossiers.matrix import view_matrix
from alleged.dossiers.parts import take_about, take_asked, take_newest
from alleged.dossiers.privacy import view_privacy
from alleged.knowledge.store import open_knowledge
from alleged.ledger import open_ledger
from alleged.ledger.interface import Aspect, ClaimQuery
from benchmarks.ledger import CLAIMS, make_entries
from benchmarks.printing import WIDTH, print_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from alleged.ledger.decided import DecidedLedger

    View = Callable[[DecidedLedger], int]
    """Makes a view, and tells how much it shows."""

SHOWN = 100
"""Claims of a list on one page."""
NAME = "APT3"
"""A name that one of twenty generated claims bears."""
TIMES = 5

VIEWS: Mapping[str, View] = {
    "claims, first page": lambda ledger: _list(ledger, ClaimQuery(limit=SHOWN)),
    "claims, from the middle": lambda ledger: _list(
        ledger, ClaimQuery(limit=SHOWN, start=_count(ledger) // 2)
    ),
    "claims of an actor": lambda ledger: _list(ledger, ClaimQuery(actor=NAME, limit=SHOWN)),
    "claims with words": lambda ledger: _list(ledger, ClaimQuery(search="mail harbour 13", limit=SHOWN)),
    "claims with other letters": lambda ledger: _list(ledger, ClaimQuery(search="信件", limit=SHOWN)),
    "one claim": lambda ledger: len(view_claim(ledger, _pick(ledger)).sources),
    "facets of all": lambda ledger: _count_values(ledger, ClaimQuery()),
    "facets of an actor": lambda ledger: _count_values(ledger, ClaimQuery(actor=NAME)),
    "actors": lambda ledger: len(ledger.facets(ClaimQuery(), (Aspect.ACTOR,))[Aspect.ACTOR].counts),
    "documents with claims": lambda ledger: len(ledger.tallies(ClaimQuery())),
    "private persons": lambda ledger: len(view_privacy(ledger, open_knowledge).others),
    "newest part": lambda ledger: take_newest(ledger).claims.held,
    "part about an actor": lambda ledger: take_about(ledger, NAME).claims.held,
    "matrix of the newest": lambda ledger: len(view_matrix(take_newest(ledger).ledger).rows),
    "matrix of an actor": lambda ledger: len(view_matrix(take_asked(ledger, NAME).ledger, NAME).rows),
    "incidents of the newest": lambda ledger: len(view_incidents(take_newest(ledger).ledger)),
}


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    with TemporaryDirectory() as folder:
        path = options.ledger or make_ledger(Path(folder) / "made.db", options.claims)
        with closing(open_ledger(path, create=False)) as ledger:
            size = {"claims": _count(ledger), "bytes": path.stat().st_size}
            taken = {name: measure(ledger, VIEWS[name]) for name in options.view or VIEWS}
    if options.json:
        print_figures({**size, "views": taken}, as_json=True)
        return 0
    print_figures(size, as_json=False)
    for name, figures in taken.items():
        told = (f"{what} {figure:.0f}" for what, figure in figures.items())
        print(f"{name:{WIDTH}} {', '.join(told)}")
    return 0


def measure(ledger: DecidedLedger, view: View) -> dict[str, float]:
    """What a view takes, in milliseconds, and how much it shows."""
    taken, shown = [], 0
    for _ in range(TIMES + 1):
        begin = time.process_time()
        shown = view(ledger)
        taken.append(1000 * (time.process_time() - begin))
    return {"cold_ms": taken[0], "warm_ms": median(taken[1:]), "shown": shown}


def make_ledger(path: Path, claims: int) -> Path:
    """A ledger of so many generated claims."""
    with closing(open_ledger(path, create=True)) as ledger:
        for entry in make_entries(max(1, claims // CLAIMS)):
            ledger.append(entry)
    return path


def _count(ledger: DecidedLedger) -> int:
    return ledger.claims(ClaimQuery(limit=0)).total


def _list(ledger: DecidedLedger, query: ClaimQuery) -> int:
    return len(view_claims(ledger, query).claims)


def _pick(ledger: DecidedLedger) -> str:
    return ledger.claims(ClaimQuery(limit=1)).claims[0].id


def _count_values(ledger: DecidedLedger, query: ClaimQuery) -> int:
    return sum(len(facet.counts) for facet in ledger.facets(query).values())


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How long views take over a large ledger.")
    parser.add_argument("--claims", type=int, default=100_000, help="claims of the ledger that is made")
    parser.add_argument("--ledger", type=Path, help="a ledger that is viewed instead")
    parser.add_argument("--view", action="append", choices=list(VIEWS), help="only this one; may be repeated")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
