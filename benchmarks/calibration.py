"""Compare the confidence of claims with how often they are right.

    python benchmarks/calibration.py --texts DIR --gold DIR [--extractor NAME] [--json]

A claim is right if an annotated one matches it with speaker, stance and kind all the same (the claims that
`usable_f1` of claims.py counts). `expected_calibration_error` is the mean distance between confidence and
share of right claims over ten bins of confidence, each weighted by its claims; 0 is best.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.flow.read import Plan, extract_files
from alleged.flow.sources import Source
from alleged.model.wire import Provenance, claim_to_wire
from benchmarks.claims import names_of_lexicon
from benchmarks.printing import print_figures
from benchmarks.scoring import Article, is_usable, match, read_gold, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.interface import Extractor
    from benchmarks.scoring import Figures

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure the engine was of a claim, and whether it was right."""

    confidence: float
    right: bool


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    judged = judged_claims(EXTRACTORS.get(options.extractor)(), options.texts, options.gold)
    if not judged:
        print(f"calibration: the engine {options.extractor!r} gives no confidence", file=sys.stderr)
        return 2
    print_figures(measure(judged), as_json=options.json, digits=3)
    return 0


def judged_claims(engine: Extractor, texts: Path, gold: Path) -> list[Judged]:
    """Every claim that has a confidence, in the texts that are annotated."""
    names, judged = names_of_lexicon(), []
    paths = [texts / f"{path.stem}.txt" for path in sorted(gold.glob("*.jsonl"))]
    for extraction in extract_files([Source(str(path), path) for path in paths], Plan(engine)):
        if extraction.text is None:
            continue
        source = Path(extraction.input.source)
        provenance = Provenance(str(source), extraction.text)
        rows = [claim_to_wire(claim, provenance, ()) for claim in extraction.findings.claims]
        annotated = read_gold(gold / f"{source.stem}.jsonl", read_text(source))
        pairs = match(Article(extraction.text.clean, annotated, rows))
        right = {told["id"] for wanted, told in pairs if is_usable(wanted, told, names)}
        judged += [
            Judged(row["confidence"], row["id"] in right) for row in rows if row["confidence"] is not None
        ]
    return judged


def measure(judged: Sequence[Judged]) -> Figures:
    """How far confidence is from the share of right claims."""
    error = 0.0
    for bin_ in range(BINS):
        inside = [j for j in judged if min(int(j.confidence * BINS), BINS - 1) == bin_]
        if inside:
            sure = sum(j.confidence for j in inside) / len(inside)
            right = sum(j.right for j in inside) / len(inside)
            error += abs(sure - right) * len(inside) / len(judged)
    return {
        "claims": len(judged),
        "mean_confidence": sum(j.confidence for j in judged) / len(judged),
        "right": sum(j.right for j in judged) / len(judged),
        "expected_calibration_error": error,
    }


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Compare the confidence of claims with how often they are right."
    )
    parser.add_argument("--texts", type=Path, required=True, help="folder of NAME.txt")
    parser.add_argument("--gold", type=Path, required=True, help="folder of NAME.jsonl")
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR, help="the engine to measure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
