"""How fast an engine is, from files to claims, on one thread.

    python benchmarks/speed.py --texts DIR [--extractor NAME] [--json]

Everything is measured on processes of their own, from their start to their end, with OMP_NUM_THREADS=1:

- `words_per_cpu_second`: words of the documents in DIR, parted by white space, by all CPU seconds of a
  process that takes them from file to claims, start-up included; `peak_mb` is the most memory that it held
- `start_*`: what a fresh `python -c` takes that imports the package and reads one sentence from file to
  claims, the middle one of three
- `stages`: CPU seconds of the stages of reading; those of an engine that times itself as extract.NAME
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError, InputError, Place, UnknownPartError
from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

# Libraries look at these when they are loaded, so they are set before the measured process begins.
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
KILOBYTES = 1024
STAGES = Path(__file__).with_name("stages.py")
STARTS = 3
TINY = "The ministry said on Monday that a foreign group had stolen the mail of the harbour office.\n"
START = """
import sys
from pathlib import Path
from alleged.extract import EXTRACTORS
from alleged.flow.read import Plan, extract_file
from alleged.flow.sources import Source
path, name = sys.argv[1:]
extract_file(Source(path, Path(path)), Plan(EXTRACTORS.get(name)(), strict=True))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole process took - seconds of the processor and on the clock, memory - and what it printed."""

    cpu_seconds: float
    wall_seconds: float
    peak_mb: float
    printed: str


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    try:
        figures = measure(options.texts, options.extractor)
    except AllegedError as error:
        print(f"speed: {error}", file=sys.stderr)
        return 2
    stages = {f"stage {name}": seconds for name, seconds in figures["stages"].items()}
    shown = figures if options.json else {**_without_stages(figures), **stages}
    print_figures(shown, as_json=options.json, digits=3)
    return 1 if figures["unread"] else 0


def measure(texts: Path, extractor: str = DEFAULT_EXTRACTOR) -> dict[str, Any]:
    """The figures of an engine over the documents of a folder; raises InputError."""
    if extractor not in EXTRACTORS.names():
        raise UnknownPartError(EXTRACTORS.group, extractor, EXTRACTORS.names())
    if not any(path.is_file() for path in texts.rglob("*")):
        raise InputError(
            "there is no file in this folder", Place(str(texts)), "name one that holds documents"
        )
    start = measure_start(extractor)
    run = run_alone([str(STAGES), str(texts), extractor])
    work: dict[str, Any] = json.loads(run.printed)
    return {
        **_without_stages(work),
        "threads": f"OMP_NUM_THREADS={ONE_THREAD['OMP_NUM_THREADS']}",
        "words_per_cpu_second": work["words"] / run.cpu_seconds,
        "cpu_seconds": run.cpu_seconds,
        "wall_seconds": run.wall_seconds,
        "peak_mb": run.peak_mb,
        "start_cpu_seconds": start.cpu_seconds,
        "start_wall_seconds": start.wall_seconds,
        "stages": work["stages"],
    }


def measure_start(extractor: str) -> Run:
    """A fresh process that reads one sentence: the middle one of three, by its CPU seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tiny.txt"
        path.write_text(TINY, encoding="utf-8")
        runs = [run_alone(["-c", START, str(path), extractor]) for _ in range(STARTS)]
    return sorted(runs, key=lambda run: run.cpu_seconds)[STARTS // 2]


def run_alone(arguments: Sequence[str]) -> Run:
    """Runs Python on one thread and waits for its end; raises AllegedError if it fails."""
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | ONE_THREAD, text=True) as process:
        printed = process.stdout.read() if process.stdout else ""
        # Of all children together there are only sums: this waits for the one and says what it alone took.
        # Its peak is never below that of the process that starts it, so this one loads next to nothing.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise AllegedError(f"the measured process ended with {process.returncode}: see its message above")
    return Run(usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss / KILOBYTES, printed)


def _without_stages(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: figure for name, figure in figures.items() if name != "stages"}


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how fast an engine is, from files to claims.")
    parser.add_argument("--texts", type=Path, required=True, help="folder of documents")
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR, help="the engine to measure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
