"""Run the pipeline over texts and score its claims against annotated ones.

    python benchmarks/claims.py --texts DIR --gold DIR [--names FILE] [--out DIR] [--json]

`--texts` holds NAME.txt, `--gold` NAME.jsonl; scoring.py says what the figures mean. Names are compared by
the lexicon's forms, or by those of `--names`: a JSON file of canonical names, each with its other forms.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.flow.read import Plan, extract_files
from alleged.flow.sources import Source
from alleged.lexicon.names import names as lexicon_names
from alleged.model.wire import Provenance, claim_to_wire
from benchmarks.printing import print_figures
from benchmarks.scoring import Folders, Names, read_names, score

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from alleged.extract.interface import Extractor
    from alleged.flow.read import Extraction

KILOBYTES = 1024


@dataclass(frozen=True, slots=True)
class Effort:
    """What a run took: seconds on the clock and of the processor, and the most memory held, in megabytes."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    names = read_names(options.names) if options.names else names_of_lexicon()
    with _folder(options.out) as place:
        out = Path(place)
        effort, unread = predict(options.texts, out, EXTRACTORS.get(options.extractor)())
        figures = score(Folders(options.gold, options.texts, out), names)
    told = {**figures, "unread": unread, "seconds": effort.seconds, "cpu_seconds": effort.cpu_seconds}
    print_figures({**told, "peak_mb": effort.peak_mb}, as_json=options.json, digits=3)
    return 1 if unread else 0


def predict(texts: Path, out: Path, engine: Extractor) -> tuple[Effort, int]:
    """Writes the claims of each NAME.txt to NAME.jsonl; what that took, and how many could not be read."""
    start, cpu_start, unread = time.perf_counter(), time.process_time(), 0
    sources = [Source(str(path), path) for path in sorted(texts.glob("*.txt"))]
    for extraction in extract_files(sources, Plan(engine)):
        _write(extraction, out)
        if extraction.text is None:
            unread += 1
            print(f"{extraction.input.source}: {extraction.input.detail}", file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    return Effort(time.perf_counter() - start, time.process_time() - cpu_start, peak), unread


def _write(extraction: Extraction, out: Path) -> None:
    if extraction.text is None:
        return
    provenance = Provenance(extraction.input.source, extraction.text)
    found = extraction.findings
    lines = [json.dumps(claim_to_wire(claim, provenance, found.relations)) for claim in found.claims]
    path = out / f"{Path(extraction.input.source).stem}.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")


def names_of_lexicon() -> Names:
    index = lexicon_names()

    def find(form: str) -> str | None:
        known = index.get(form)
        return known.name if known else None

    return Names(find)


def _folder(out: Path | None) -> AbstractContextManager[str]:
    if out is None:
        return tempfile.TemporaryDirectory()
    out.mkdir(parents=True, exist_ok=True)
    return nullcontext(str(out))


def holds(pattern: str) -> Callable[[str], Path]:
    """A folder with at least one such file: a score over nothing is no score."""

    def check(value: str) -> Path:
        if not any(Path(value).glob(pattern)):
            raise argparse.ArgumentTypeError(f"there is no {pattern} in {value}")
        return Path(value)

    return check


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run the pipeline over texts and score its claims.")
    parser.add_argument("--texts", type=holds("*.txt"), required=True, help="folder of NAME.txt")
    parser.add_argument("--gold", type=holds("*.jsonl"), required=True, help="folder of NAME.jsonl")
    parser.add_argument("--names", type=Path, help="JSON file of names and their other forms")
    parser.add_argument("--out", type=Path, help="keep the predicted lines in this folder")
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR, help="the engine to measure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
