"""From the annotated corpora to weights: one encoder and one frame network, trained on all corpora at once.

python -m training.train --data DIR --gold DIR --more TEXTS CLAIMS --minilm DIR --out FILE
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from tokenizers import Tokenizer

from training.batches import collate, draw, pieces_of
from training.corpora import Sample, read_casie, read_claims, read_polnear
from training.losses import find_losses, sum_up
from training.network import Heads, Net, load_minilm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torch import Tensor

STEPS, RATE, SEED, SIZES = 3500, 1.5e-4, 1, (1500, 1400, 400)
"""The defaults of options."""
MASKED = 0.04
"""Share of tokens that the network does not get to see."""
FRESH = 5
"""How many times faster parts learn that do not begin with MiniLM's weights."""
DECAY, GREATEST_NORM = 0.01, 1.0
WARM_UP, LEAST_RATE = 0.05, 0.01
"""Share of steps in which the rate of learning rises; what is left of it in the end."""
AVERAGED, SOONER = 0.998, 20
"""How much of the average of weights is kept a step, in the end; less in the first steps."""
LOGGED, SAVED = 25, 500
"""Steps between two lines of the log, and between two checkpoints."""
EVERY = {"polnear": 1, "claims": 1, "casie": 3}
"""Steps between two batches of a corpus."""
SETTINGS = ("data", "gold", "start", "steps", "lr", "seed", "sizes")
"""The options that every command has which trains."""
CODES = ("stance", "kind", "act", "speaker_role", "voice")
"""What a claim's frame is classified into."""

Corpora = dict[str, list[Sample]]


@dataclass(frozen=True, slots=True)
class Options:
    """What a training is made from, and how."""

    data: Path
    gold: Path
    minilm: Path
    """A folder with MiniLM-L6's `model.safetensors` and `tokenizer.json`."""
    out: Path
    """Where the weights go, also while they are in training."""
    more: tuple[tuple[Path, Path], ...] = ()
    """Further claims: a folder of texts and one of annotations each."""
    start: Path | None = None
    """Weights of an earlier training to go on from."""
    steps: int = STEPS
    lr: float = RATE
    seed: int = SEED
    sizes: tuple[int, int, int] = SIZES
    """Tokens of a step from each corpus, in the order of EVERY; a corpus with 0 is left out."""


@dataclass(frozen=True, slots=True)
class Trainer:
    """The network, the running average of its weights, and what changes them."""

    net: Net
    average: Net
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def step(self, number: int, samples: list[Sample]) -> dict[str, float]:
        """Learn from some documents; each loss by its name."""
        self.net.train()
        batch = collate(pieces_of(samples), drop=MASKED)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = find_losses(self.net, samples, batch)
        self._descend(sum_up(losses))
        self._average(min(AVERAGED, (number + 1) / (number + SOONER)))
        return {name: float(value.detach()) for name, value in losses.items()}

    def _descend(self, loss: Tensor) -> None:
        self.optimiser.zero_grad()
        loss.backward()
        weights = [one for group in self.optimiser.param_groups for one in group["params"]]
        torch.nn.utils.clip_grad_norm_(weights, GREATEST_NORM)
        self.optimiser.step()
        self.schedule.step()

    def _average(self, decay: float) -> None:
        with torch.no_grad():
            for mine, theirs in zip(self.average.parameters(), self.net.parameters(), strict=True):
                mine.lerp_(theirs, 1 - decay)

    def save(self, path: Path) -> None:
        """Write a checkpoint: the averaged weights and the codes they tell apart."""
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save({"state": self.average.state_dict(), "codes": self.net.frames.heads.codes}, path)


def run(options: Options) -> None:
    """Train as the options say; the weights are in `options.out`."""
    _seed(options.seed)
    tokenizer = read_tokenizer(options.minilm)
    corpora = read_corpora(options, tokenizer)
    _say({name: _count(samples) for name, samples in corpora.items()})
    net = Net(heads_of(corpora["claims"]))
    load_minilm(net.encoder, options.minilm / "model.safetensors")
    if options.start:
        resume(net, options.start)
    trainer = prepare_training(net, options)
    train(trainer, corpora, options)
    trainer.save(options.out)


def read_tokenizer(minilm: Path) -> Tokenizer:
    """MiniLM's own vocabulary."""
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_corpora(options: Options, tokenizer: Tokenizer) -> Corpora:
    """The documents to train on, by corpus."""
    aliases = json.loads((options.gold / "names.json").read_text("utf-8"))
    train = options.gold / "train"
    folders = ((train / "texts", train / "claims"), *options.more)
    return {
        "polnear": read_polnear(options.data / "polnear/train.jsonl.gz", tokenizer),
        "claims": [sample for pair in folders for sample in read_claims(*pair, aliases, tokenizer)],
        "casie": read_casie(options.data / "casie/train.jsonl.gz", tokenizer),
    }


def heads_of(samples: list[Sample]) -> Heads:
    """Every value that each code has in some documents."""
    frames = [frame for sample in samples for frame in sample.frames]
    return Heads({name: tuple(sorted({frame.codes[name] for frame in frames})) for name in CODES})


def resume(net: Net, path: Path) -> None:
    """Put the weights of an earlier training into the network, all whose shapes are still the same."""
    own = net.state_dict()
    saved = torch.load(path, weights_only=True)["state"]
    same = {name: value for name, value in saved.items() if name in own and own[name].shape == value.shape}
    _say(f"from {path}: {len(same)} of {len(own)} tensors")
    net.load_state_dict(own | same | _renamed(saved, own))


def _renamed(saved: dict[str, Tensor], own: dict[str, Tensor]) -> dict[str, Tensor]:
    """The layer that had another name in earlier weights."""
    pairs = {f"frames.mix.{part}": f"frames.mix.0.{part}" for part in ("weight", "bias")}
    found = {new: saved[old] for new, old in pairs.items() if old in saved}
    return {name: value for name, value in found.items() if value.shape == own[name].shape}


def prepare_training(net: Net, options: Options) -> Trainer:
    """A trainer at its first step; the word embeddings stay as MiniLM has them."""
    net.encoder.words.weight.requires_grad_(requires_grad=False)
    new = (net.encoder.features, net.encoder.marks, net.encoder.realis)
    tables = {id(one) for module in new for one in module.parameters()}
    encoder = [one for one in net.encoder.parameters() if one.requires_grad]
    base = [one for one in encoder if id(one) not in tables]
    fresh = [one for one in encoder if id(one) in tables] + list(net.frames.parameters())
    groups = [{"params": base, "lr": options.lr}, {"params": fresh, "lr": FRESH * options.lr}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate(step, options.steps))
    return Trainer(net, copy.deepcopy(net).eval(), optimiser, schedule)


def rate(step: int, steps: int) -> float:
    """The share of the rate of learning at a step: it rises, then falls evenly."""
    return min(1.0, (step + 1) / (WARM_UP * steps)) * max(LEAST_RATE, 1 - step / steps)


def train(trainer: Trainer, corpora: Corpora, options: Options) -> None:
    """All steps, with a line of the log and a checkpoint now and then."""
    begun = time.monotonic()
    sums: defaultdict[str, float] = defaultdict(float)
    drawn = islice(draw_steps(corpora, options), options.steps)
    for number, samples in enumerate(drawn, start=1):
        for name, loss in trainer.step(number - 1, samples).items():
            sums[name] += loss
        if number % LOGGED == 0:
            _say(number, f"{time.monotonic() - begun:.0f}s", _means(sums))
            sums.clear()
        if number % SAVED == 0:
            trainer.save(options.out)


def draw_steps(corpora: Corpora, options: Options) -> Iterator[list[Sample]]:
    """The documents of each step, for ever."""
    sizes = dict(zip(EVERY, options.sizes, strict=True))
    queues = {name: draw(corpora[name], size) for name, size in sizes.items() if size}
    number = 0
    while True:
        due = [queue for name, queue in queues.items() if number % EVERY[name] == 0]
        yield [sample for queue in due for sample in next(queue)]
        number += 1


def _seed(seed: int) -> None:
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)


def _count(samples: list[Sample]) -> tuple[int, int, int]:
    """Documents, tokens and frames."""
    return len(samples), sum(len(s.tokens) for s in samples), sum(len(s.frames) for s in samples)


def _means(sums: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value / LOGGED, 3) for name, value in sums.items()}


def _say(*what: object) -> None:
    print(*what, flush=True)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let a command line give SETTINGS."""
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/ and casie/")
    parser.add_argument("--gold", type=Path, required=True, help="folder with train/ and names.json")
    parser.add_argument("--start", type=Path, help="weights in training to go on from")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--lr", type=float, default=RATE)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--sizes", type=int, nargs=3, default=SIZES)


def options_of(found: Mapping[str, Any]) -> Options:
    """The options that a command line gives."""
    pairs = {"more": tuple(map(tuple, found.get("more", ()))), "sizes": tuple(found["sizes"])}
    return Options(**{**found, **pairs})


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Train the network on annotated corpora.")
    add_options(parser)
    parser.add_argument(
        "--more", type=Path, nargs=2, action="append", default=[], metavar=("TEXTS", "CLAIMS")
    )
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    run(options_of(vars(parser.parse_args(arguments))))


if __name__ == "__main__":
    main(sys.argv[1:])
