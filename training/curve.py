"""How much more annotated articles help: trains on some of them, on more and on all, and scores each.

    python -m training.curve --data DIR --gold DIR --more TEXTS CLAIMS --minilm DIR --out DIR --counts 60 200

Every training begins with MiniLM's weights, sees claims only, and takes as many steps as the others; the
articles of a smaller training are among those of a larger. Scored over dev of `--gold` with the engine that
ships.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from alleged.extract.neural.engine import NeuralExtractor
from benchmarks.claims import predict
from benchmarks.scoring import Folders, read_names, score
from training import train
from training.evaluate import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.scoring import Figures
    from training.corpora import Sample
    from training.train import Options

LEG = train.Leg(1500, 1.5e-4, (0, 1600, 0))


def measure(options: Options, counts: Sequence[int]) -> Iterator[Figures]:
    """The figures after training on so many articles, in the order of `counts`."""
    tokenizer = train.read_tokenizer(options.minilm)
    corpora = train.read_corpora(options, tokenizer)
    heads, articles = train.heads_of(corpora["claims"]), _shuffled(corpora["claims"], options.seed)
    for count in counts:
        out = options.out / f"{count}.pt"
        own = {**corpora, "claims": articles[:count]}
        train.train_on(own, heads, replace(options, out=out))
        found = _score(NeuralExtractor(load(out, tokenizer)), options.gold)
        yield {"articles": count, "frames": sum(len(one.frames) for one in own["claims"]), **found}


def _shuffled(articles: Sequence[Sample], seed: int) -> list[Sample]:
    once = list({id(article): article for article in articles}.values())
    return random.Random(seed).sample(once, len(once))


def _score(engine: NeuralExtractor, gold: Path) -> Figures:
    dev, names = gold / "dev", read_names(gold / "names.json")
    with TemporaryDirectory() as folder:
        predict(dev / "texts", Path(folder), engine)
        return score(Folders(dev / "claims", dev / "texts", Path(folder)), names)


def main(arguments: list[str]) -> None:
    """Run from the command line; prints a line of JSON for each count."""
    parser = argparse.ArgumentParser(description="Measure what more annotated articles bring.")
    train.add_all_options(parser)
    parser.add_argument("--counts", type=int, nargs="+", required=True, help="articles of each training")
    parser.set_defaults(legs=(LEG,))
    found = vars(parser.parse_args(arguments))
    counts = found.pop("counts")
    for figures in measure(train.options_of(found), counts):
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
