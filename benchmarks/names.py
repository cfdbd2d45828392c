"""How fast known names are found in text, and how fast all lists are loaded.

    python benchmarks/names.py [--names 30000] [--megabytes 20] [--json]

The text is generated: ordinary words, with a name in each fortieth place. The names are those of the packaged
lists, made up to the number with generated ones.

- `mb_per_cpu_second`: megabytes of text (UTF-8) by the CPU seconds of finding all names in it, in documents
  of about 5,000 characters
- `load_seconds`: what it takes on the clock to open the lists, make all entities and the index, once they
  were loaded before; `first_seconds` what it takes the first time
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError
from alleged.knowledge.common import common_words
from alleged.knowledge.index import make_index
from alleged.knowledge.store import open_knowledge
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.model.entity import Entity

SEED = 20_240
DOCUMENT = 900
"""Words of a document."""
A_NAME_IN = 40
MEGA = 1_000_000


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    try:
        figures = measure(options.names, options.megabytes)
    except AllegedError as error:
        print(f"names: {error}", file=sys.stderr)
        return 2
    print_figures(figures, as_json=options.json, digits=3)
    return 0


def measure(count: int, megabytes: float) -> dict[str, object]:
    """The figures for `count` names in so much text."""
    with tempfile.TemporaryDirectory() as folder:
        first = _time_loading(Path(folder))
        load = _time_loading(Path(folder))
        with closing(open_knowledge(Path(folder))) as known:
            names = make_names(known, count)
    documents = make_documents(names, megabytes)
    index = make_index(names)
    index.find("")  # makes the automaton
    start = time.process_time()
    hits = sum(len(index.find(document)) for document in documents)
    seconds = time.process_time() - start
    size = sum(len(document.encode()) for document in documents) / MEGA
    return {
        "names": len(names),
        "megabytes": size,
        "hits": hits,
        "mb_per_cpu_second": size / seconds,
        "first_seconds": first,
        "load_seconds": load,
    }


def make_names(known: Knowledge, count: int) -> list[str]:
    """The names of the lists, and generated ones of two words up to `count`."""
    names = {name: None for entity in known.entities() for name in _names_of(entity)}
    random, words = Random(SEED), sorted(common_words())
    while len(names) < count:
        names[f"{random.choice(words)} {random.choice(words)}".title()] = None
    return list(names)[:count]


def make_documents(names: Sequence[str], megabytes: float) -> list[str]:
    """Documents of words and names, the same each time."""
    random, words = Random(SEED), sorted(common_words())
    documents: list[str] = []
    size = 0
    while size < megabytes * MEGA:
        documents.append(" ".join(_word(random, words, names) for _ in range(DOCUMENT)))
        size += len(documents[-1])
    return documents


def _word(random: Random, words: Sequence[str], names: Sequence[str]) -> str:
    return random.choice(names if random.randrange(A_NAME_IN) == 0 else words)


def _names_of(entity: Entity) -> list[str]:
    return [entity.name, *(alias.name for alias in entity.aliases)]


def _time_loading(folder: Path) -> float:
    start = time.perf_counter()
    with closing(open_knowledge(folder)) as known:
        list(known.entities())
        known.index.find("")
    return time.perf_counter() - start


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how fast known names are found in text.")
    parser.add_argument("--names", type=int, default=30_000, help="how many names are known")
    parser.add_argument("--megabytes", type=float, default=20, help="how much text is searched")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
