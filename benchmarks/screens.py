"""How long each screen takes over a large ledger, and how many bytes it is.

    python benchmarks/screens.py [--claims N | --ledger FILE] [--of NAME] [--rounds N] [--json]

Without a ledger, one of N generated claims is made, 20 a document. Every screen is asked as a browser asks
it, through all checks, inside of this process: `first` is the first answer on a server that just began,
`median` that of the following rounds, in milliseconds; `bytes` are those of its HTML. `median_of_all` is the
median of the medians, and `slowest` the largest. Left out are those that need more than a name, a claim or a
document: `/diff`, `/agreement`, `/names/decision`, `/review/add`, one incident, one batch.
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

from starlette.testclient import TestClient

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.ledger.interface import ClaimQuery
from alleged.ledger.sqlite import SqliteLedger
from alleged.server.app import Desks, make_app
from alleged.server.gate.hosts import list_hosts
from alleged.server.gate.sessions import Sessions
from alleged.server.screens import SCREENS
from benchmarks.ledger import CLAIMS, make_entries
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HOST, PORT = "127.0.0.1", 8420
WHOLE = frozenset({"/", "/claims", "/documents", "/actors", "/incidents", "/review", "/codebook", "/help"})
"""Screens that are of the whole ledger; the others are asked about one subject, and about everything."""
OF_TWO = frozenset({"/diff", "/agreement", "/names/decision", "/review/add"})
IN_MILLISECONDS = 1000


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    with TemporaryDirectory() as folder:
        ledger = options.ledger or _make_ledger(Path(folder) / "large.db", options.claims)
        figures = measure(ledger, options.of, options.rounds)
    print_figures(figures, as_json=options.json, digits=0)
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How long the screens take over a large ledger.")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--of", default="APT3")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _make_ledger(file: Path, claims: int) -> Path:
    with closing(SqliteLedger.open(file, create=True)) as ledger:
        for entry in make_entries(claims // CLAIMS):
            ledger.append(entry)
    return file


def measure(ledger: Path, of: str, rounds: int) -> dict[str, float]:
    """The figures of every screen."""
    sessions, desks = Sessions(), Desks(str(ledger))
    with closing(desks):
        client = TestClient(
            make_app(desks, sessions, list_hosts(HOST, PORT)), base_url=f"http://{HOST}:{PORT}"
        )
        client.get(f"/open?token={sessions.make_token('anna')}")
        found, medians = dict[str, float](), list[float]()
        for address in _list_addresses(desks, of):
            first, *later = [_ask(client, address) for _ in range(rounds + 1)]
            medians.append(median(took for took, _ in later))
            found |= {
                f"{address} first": first[0],
                f"{address} median": medians[-1],
                f"{address} bytes": first[1],
            }
    return {**found, "median_of_all": median(medians), "slowest": max(medians)}


def _list_addresses(desks: Desks, of: str) -> Iterator[str]:
    claim = desks.of("anna").ledger.claims(ClaimQuery(limit=1)).claims[0]
    known = {"{claim}": claim.id, "{document}": claim.document}
    for screen in SCREENS:
        address = screen.address
        for part, value in known.items():
            address = address.replace(part, value)
        if "{" not in address and address not in OF_TWO:
            yield address
            if address not in WHOLE and address == screen.address:
                yield f"{address}?of={of}"


def _ask(client: TestClient, address: str) -> tuple[float, int]:
    """Milliseconds until the whole answer is there, and its bytes."""
    begin = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - begin) * IN_MILLISECONDS
    if not answer.is_success:
        raise AssertionError(f"{address}: {answer.status_code}")
    return took, len(answer.content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
