"""Does ten times the text take ten times as long? On texts that are made to hang programs.

    python benchmarks/linearity.py [--size CHARACTERS] [--unit NAME] [--stage NAME] [--collector] [--json]

Every unit is repeated to a tenth of SIZE and to SIZE (1,000,000 unless told) and taken through every stage,
each by itself on the text that the one before made of it. `growth` is how many times as long SIZE takes as
its tenth, in CPU seconds; `seconds` are those for SIZE. Stages that take too little to be timed show 1. The
network of the neural engine is left out: what is around it is measured with one that answers at once.

Python's garbage collector rests meanwhile, unless --collector is given: it begins to look through everything
at some number of objects, which makes texts of that size and all larger ones up to a third dearer.
"""

from __future__ import annotations

import argparse
import base64
import gc
import random
import sys
import time
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError
from alleged.extract.engine import LexiconExtractor
from alleged.extract.neural.engine import NeuralExtractor
from alleged.knowledge.index import make_index
from alleged.model.document import Metadata
from alleged.resolve.responses import link_responses
from alleged.text.boilerplate import mark_boilerplate
from alleged.text.decode import decode
from alleged.text.html import HtmlReader
from alleged.text.language import find_language
from alleged.text.markdown import MarkdownReader
from alleged.text.media import find_media_type
from alleged.text.metadata import read_header
from alleged.text.paragraphs import find_blocks, find_lines
from alleged.text.plain import TextReader
from alleged.text.quotations import find_quotations
from alleged.text.sentences import find_sentences
from benchmarks.printing import print_figures
from benchmarks.quick_network import QuickNetwork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from alleged.model.document import Reading

OPENING = "The ministry said that it was so.\n\n"
"""Before every unit, so that there is a report to read."""
TIMES = 10
BELOW = 0.02
"""CPU seconds under which a stage is not timed: noise is larger."""


def _noise(length: int) -> str:
    return base64.b64encode(random.Random(1).randbytes(length)).decode()


UNITS: dict[str, str] = {
    "letters": "a",
    "dots": ".",
    "brackets": "[.]",
    "quotation marks": '“a" ',
    "defanged": "hxxp[:]//a[.]b ",
    "base64": _noise(3_000),
    "spaces": " ",
    "digits": "1,",
    "slashes": "../a/",
    "addresses": "http://",
    "capitalised": "Alpha Group ",
    "newlines": "\n",
    "combining": "a\u0301\u0301",
    "elements": "<div>",
    "comments": "<!-- a -->",
    "instructions": "<?x ?>",
    "words in comments": "a <!-- b --> ",
    "cells": "| a ",
    "links": "[a](b",
    "items": "- a\n",
    "mixed": 'a.b [.] "x" http:// 12 <p> “q” \n',
    "denials": "Beijing denied the allegations. ",
    "reports": "Anna Holt said that Iran hacked the Bank of Riga in May 2021.\n\n",
}
"""What is repeated."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How a stage grows with one unit."""

    unit: str
    stage: str
    growth: float
    seconds: float


def make_text(unit: str, length: int) -> str:
    """So many characters of a unit."""
    words = UNITS[unit]
    return OPENING + (words * (length // len(words) + 1))[:length]


def _stages() -> Mapping[str, Callable[[str], Callable[[], object]]]:
    """What is prepared of a text for each stage, and the stage itself."""
    plain, markdown, html = TextReader(), MarkdownReader(), HtmlReader()
    lexicon, neural = LexiconExtractor(), NeuralExtractor(QuickNetwork())
    index = make_index(["Alpha Group", "APT31", "Play", "a", "Harbour"])
    nothing = Metadata(language="en")

    def read(text: str) -> Reading:
        return plain.read(text.encode(), nothing)

    def blocks_of(text: str) -> Any:
        return find_blocks(find_lines(text))

    return {
        "decode": lambda text: partial(decode, text.encode()),
        "media type": lambda text: partial(find_media_type, text.encode()),
        "plain": lambda text: partial(read, text),
        "markdown": lambda text: partial(markdown.read, text.encode(), nothing),
        "html": lambda text: partial(html.read, f"<html><body><p>{text}".encode(), nothing),
        "boilerplate": lambda text: partial(mark_boilerplate, text, blocks_of(text)),
        "metadata": lambda text: partial(read_header, text, blocks_of(text)),
        "sentences": lambda text: partial(find_sentences, text, blocks_of(text)),
        "quotations": lambda text: partial(find_quotations, text, blocks_of(text)),
        "language": lambda text: partial(find_language, text),
        "lexicon": lambda text: partial(lexicon.extract, read(text).text),
        "responses": lambda text: partial(link_responses, lexicon.extract(read(text).text)),
        "names": lambda text: partial(index.find, text),
        "neural": lambda text: partial(neural.extract, read(text).text),
    }


STAGES = _stages()
TEXT_STAGES = (
    *("decode", "media type", "plain", "markdown", "html"),
    *("boilerplate", "metadata", "sentences", "quotations", "language"),
)
"""Those that make clean text of bytes, for which the promise holds: at most twelve times, up to 10 MB."""


def measure(unit: str, stage: str, size: int, *, runs: int = 1) -> Growth:
    """How a stage grows from a tenth of `size` characters of a unit to `size` of them."""
    short = seconds_of(STAGES[stage](make_text(unit, size // TIMES)), max(runs, 3))
    long = seconds_of(STAGES[stage](make_text(unit, size)), runs)
    return Growth(unit, stage, 1.0 if long < BELOW else long / max(short, BELOW / TIMES), long)


def seconds_of(run: Callable[[], object], runs: int) -> float:
    """The least CPU seconds of some runs; a text that a stage refuses counts with the time until then.

    Whether Python's garbage collector runs meanwhile is up to the caller.
    """
    taken = []
    for _ in range(runs):
        start = time.process_time()
        with suppress(AllegedError):
            run()
        taken.append(time.process_time() - start)
    return min(taken)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Without Python's garbage collector, which comes when it wants."""
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    with nullcontext() if options.collector else collector_at_rest():
        _measure_all(options)
    return 0


def _measure_all(options: argparse.Namespace) -> None:
    for stage in options.stage or STAGES:
        measure("reports", stage, 10_000)  # what is loaded once is loaded now
    shown: dict[str, object] = {}
    for unit in options.unit or UNITS:
        for stage in options.stage or STAGES:
            found = measure(unit, stage, options.size)
            if not options.json:
                print(f"{unit:16} {stage:12} x{found.growth:5.1f} {found.seconds:8.2f} s", flush=True)
            shown[f"{unit}/{stage}"] = {"growth": found.growth, "seconds": found.seconds}
    if options.json:
        print_figures(shown, as_json=True)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how the time of each stage grows with the text.")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the longer text")
    parser.add_argument("--unit", action="append", choices=list(UNITS), help="only this one; may be repeated")
    parser.add_argument("--stage", action="append", choices=list(STAGES), help="only this one")
    parser.add_argument("--collector", action="store_true", help="let the garbage collector run meanwhile")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
