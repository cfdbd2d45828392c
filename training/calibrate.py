"""Compares what the network believes of its claims with annotated ones, and writes the line between both.

    python -m training.calibrate --texts DIR --gold DIR --weights DIR

A claim counts as right if an annotated one matches it with speaker, stance and kind all the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.confidence import Calibration, log_odds
from alleged.extract.neural.engine import NeuralExtractor
from alleged.extract.neural.shipped import MANIFEST, ShippedNetwork, Weights
from benchmarks.calibration import judged_claims
from training.manifest import write_manifest

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 200
RATE = 0.5


def fit(beliefs: Sequence[float], right: Sequence[bool]) -> Calibration:
    """The line through log odds that makes the outcomes likeliest, by gradient steps."""
    odds, truth = np.array([log_odds(b) for b in beliefs]), np.asarray(right, dtype=float)
    slope, offset = 1.0, 0.0
    for _ in range(STEPS):
        error = 1 / (1 + np.exp(-(slope * odds + offset))) - truth
        slope -= RATE * float((error * odds).mean())
        offset -= RATE * float(error.mean())
    return Calibration(round(slope, 4), round(offset, 4))


def write(calibration: Calibration, folder: Path) -> None:
    """Keep a calibration beside the weights, and its hash in their list."""
    about = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    del about["files"]
    (folder / "calibration.json").write_text(json.dumps(asdict(calibration)), encoding="utf-8")
    write_manifest(folder, about)


def main(arguments: Sequence[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Fit the confidence of claims to annotated ones.")
    for name in ("texts", "gold", "weights"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args(arguments)
    write(Calibration(), options.weights)
    engine = NeuralExtractor(ShippedNetwork(Weights(options.weights)))
    judged = judged_claims(engine, options.texts, options.gold)
    calibration = fit([claim.confidence for claim in judged], [claim.right for claim in judged])
    write(calibration, options.weights)
    print(f"{len(judged)} claims: slope {calibration.slope}, offset {calibration.offset}")


if __name__ == "__main__":
    main(sys.argv[1:])
