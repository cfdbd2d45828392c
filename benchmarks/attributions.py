"""Run an engine over texts with annotated attributions, who says what, and score what it finds.

    python benchmarks/attributions.py --data FILE [--extractor NAME] [--out FILE] [--json]

`--data` holds one JSON object a line, gzipped if its name ends in .gz: `doc_id`, `text` and `attributions`,
each with lists of [start, end] under `source`, `cue` and `content` (the format of PolNeAR, in code points,
end exclusive). The engine gets the text alone. `--out` keeps what it finds in the same format. spans.py says
what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, runtime_checkable

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError, InputError, Place
from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.model.span import span_at
from benchmarks.lines import read_lines
from benchmarks.printing import print_figures
from benchmarks.spans import ROLES, Told, Triple, count, sum_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from alleged.model.document import Extent
    from benchmarks.lines import Line
    from benchmarks.scoring import Figures


class Attributed(Protocol):
    """Who says what, as an engine gives it."""

    @property
    def sources(self) -> Sequence[Extent]: ...
    @property
    def cues(self) -> Sequence[Extent]: ...
    @property
    def contents(self) -> Sequence[Extent]: ...


@runtime_checkable
class FindsAttributions(Protocol):
    """An engine that can be measured here."""

    def find_attributions(self, text: str) -> Sequence[Attributed]: ...


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated text."""

    doc_id: str
    text: str
    gold: tuple[Triple, ...]


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    try:
        engine = get_engine(options.extractor)
        articles = [read_article(line) for line in read_lines(options.data)]
        with _open(options.out) as out:
            figures = measure(articles, engine, out)
    except AllegedError as error:
        print(f"attributions: {error}", file=sys.stderr)
        return 2
    print_figures(figures, as_json=options.json)
    return 0


def get_engine(name: str) -> FindsAttributions:
    """The engine of that name; raises InputError if it finds no attributions."""
    engine = EXTRACTORS.get(name)()
    if not isinstance(engine, FindsAttributions):
        cure = "choose one that does with --extractor"
        raise InputError(f"the engine {name!r} does not find attributions", cure=cure)
    return engine


def read_article(line: Line) -> Article:
    """The text and the annotated triples of a line; raises InputError."""
    text = line.get_string("text")
    gold = (
        Triple(**{role: one.get_extents(role, text) for role in ROLES})
        for one in line.get_objects("attributions")
    )
    return Article(line.get_string("doc_id"), text, tuple(gold))


def measure(articles: Iterable[Article], engine: FindsAttributions, out: IO[str] | None = None) -> Figures:
    """The figures of `engine` over all articles; what it finds goes to `out`, one line an article."""
    counts: Counter[str] = Counter()
    for article in articles:
        found = find_triples(article.text, engine)
        counts.update(count(Told(article.text, article.gold, found)))
        if out is not None:
            out.write(f"{json.dumps(_row(article, found))}\n")
    return sum_up(counts)


def find_triples(text: str, engine: FindsAttributions) -> list[Triple]:
    """What the engine finds in `text`; raises AnchorError where a stretch of it holds no words."""
    found = [
        Triple(tuple(one.sources), tuple(one.cues), tuple(one.contents))
        for one in engine.find_attributions(text)
    ]
    for extent in (extent for triple in found for role in ROLES for extent in triple.get(role)):
        span_at(text, extent.start, extent.end)
    return found


def _row(article: Article, found: Iterable[Triple]) -> dict[str, object]:
    told = [{role: [[one.start, one.end] for one in triple.get(role)] for role in ROLES} for triple in found]
    return {"doc_id": article.doc_id, "attributions": told}


def _open(path: Path | None) -> AbstractContextManager[IO[str] | None]:
    """The file for what is found, opened before the engine starts: a wrong path costs no run."""
    if path is None:
        return nullcontext(None)
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        what = f"it cannot be written ({error.strerror})"
        raise InputError(what, Place(str(path)), "name a file in a folder that you may write to") from error


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score an engine's attributions, who says what.")
    parser.add_argument("--data", type=Path, required=True, help="annotated texts, .jsonl or .jsonl.gz")
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR, help="the engine to measure")
    parser.add_argument("--out", type=Path, help="keep what is found in this file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
