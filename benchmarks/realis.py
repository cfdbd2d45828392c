"""Ask an engine of annotated events whether they happened, and score its answers.

    python benchmarks/realis.py --data FILE [--extractor NAME] [--json]

`--data` holds one JSON object a line, gzipped if its name ends in .gz: `doc_id`, `text` and `events`, each
with its `nugget` ([start, end] in code points, end exclusive) and its `realis` (the format of CASIE). The
engine gets the text and the nuggets alone.

- `accuracy` is the share of events, in percent, whose realis is right: actual (it happened), generic (that
  sort of thing happens) or other (it is planned, feared, denied, tried or asked for).
- `majority_share` is the accuracy of answering with the most frequent class every time.
- `accuracy_CLASS` is the share of the events of a class that are answered with it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError, InputError
from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from benchmarks.lines import read_lines
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.model.document import Extent
    from benchmarks.lines import Line
    from benchmarks.scoring import Figures

CLASSES = ("actual", "other", "generic")


@runtime_checkable
class FindsRealis(Protocol):
    """An engine that can be measured here."""

    def find_realis(self, text: str, nuggets: Sequence[Extent]) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the words of its events, and the realis of each."""

    text: str
    nuggets: tuple[Extent, ...]
    realis: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    try:
        engine = get_engine(options.extractor)
        figures = measure([read_article(line) for line in read_lines(options.data)], engine)
    except AllegedError as error:
        print(f"realis: {error}", file=sys.stderr)
        return 2
    print_figures(figures, as_json=options.json)
    return 0


def get_engine(name: str) -> FindsRealis:
    """The engine of that name; raises InputError if it knows no realis."""
    engine = EXTRACTORS.get(name)()
    if not isinstance(engine, FindsRealis):
        cure = "choose one that does with --extractor"
        raise InputError(f"the engine {name!r} does not find the realis of events", cure=cure)
    return engine


def read_article(line: Line) -> Article:
    """The text and the events of a line; raises InputError."""
    text, events = line.get_string("text"), line.get_objects("events")
    line.get_string("doc_id")
    nuggets = tuple(event.get_extent("nugget", text) for event in events)
    return Article(text, nuggets, tuple(_realis(event) for event in events))


def _realis(event: Line) -> str:
    realis = event.get_string("realis").lower()
    if realis not in CLASSES:
        raise event.fault("realis", f"one of {', '.join(CLASSES)}")
    return realis


def measure(articles: Iterable[Article], engine: FindsRealis) -> Figures:
    """The figures of `engine` over all articles."""
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(count(article, engine))
    return sum_up(counts)


def count(article: Article, engine: FindsRealis) -> Counter[str]:
    """What is right in one document; the counts of several documents add up."""
    told = engine.find_realis(article.text, article.nuggets)
    if len(told) != len(article.nuggets):
        raise AllegedError(f"the engine gave {len(told)} answers for {len(article.nuggets)} events")
    counts = Counter(documents=1, events=len(told))
    for wanted, answer in zip(article.realis, told, strict=True):
        counts.update({wanted: 1, f"{wanted}_hit": int(wanted == answer)})
    return counts


def sum_up(counts: Counter[str]) -> Figures:
    """The figures: counts as they are, shares in percent."""
    hit = sum(counts[f"{one}_hit"] for one in CLASSES)
    return {
        **{key: counts[key] for key in ("documents", "events")},
        "accuracy": _share(hit, counts["events"]),
        "majority_share": _share(max(counts[one] for one in CLASSES), counts["events"]),
        **{f"accuracy_{one}": _share(counts[f"{one}_hit"], counts[one]) for one in CLASSES},
    }


def _share(part: int, whole: int) -> float:
    return 100 * part / max(whole, 1)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score an engine's realis of annotated events.")
    parser.add_argument("--data", type=Path, required=True, help="annotated texts, .jsonl or .jsonl.gz")
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR, help="the engine to measure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
