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
    from collections.abc import Iterable, Iterator, Mapping

    from torch import Tensor

SEED = 1
MASKED = 0.04
"""Share of tokens that the network does not get to see."""
FRESH = 5
"""How many times faster parts learn that do not begin with MiniLM's weights."""
DECAY, GREATEST_NORM = 0.01, 1.0
WARM_UP, LEAST_RATE = 0.05, 0.01
"""Share of steps in which the rate of learning rises; what is left of it in the end."""
AVERAGED, SOONER = 0.998, 20
"""How much of the average of weights is kept a step, in the end; less in the first steps."""
GOLD_TIMES = 2
"""How often the gold is learnt for once that further claims are: more of it are accusations."""
LOGGED, SAVED = 25, 500
"""Steps between two lines of the log, and between two checkpoints."""
EVERY = {"polnear": 1, "claims": 1, "casie": 3}
"""Steps between two batches of a corpus."""
SETTINGS = ("data", "gold", "start", "legs", "seed")
"""The options that every command has which trains."""
CODES = ("stance", "kind", "act", "speaker_role", "voice")
"""What a claim's frame is classified into."""

Corpora = dict[str, list[Sample]]


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a training, in which the rate of learning rises and falls once."""

    steps: int
    rate: float
    sizes: tuple[int, int, int]
    """Tokens of a step from each corpus, in the order of EVERY; a corpus with 0 is left out."""


LEGS = (Leg(3200, 1.5e-4, (1300, 1700, 400)), Leg(450, 6e-5, (700, 1900, 200)))
"""Everything first, then more of what is hardest: claims."""


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
    legs: tuple[Leg, ...] = LEGS
    """Each goes on from the averaged weights of the one before."""
    seed: int = SEED


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
    corpora = read_corpora(options, read_tokenizer(options.minilm))
    train_on(corpora, heads_of(corpora["claims"]), options)


def train_on(corpora: Corpora, heads: Heads, options: Options) -> None:
    """Train on these documents as the options say, leg by leg."""
    _say({name: _count(samples) for name, samples in corpora.items()})
    _seed(options.seed)
    net = Net(heads)
    load_minilm(net.encoder, options.minilm / "model.safetensors")
    if options.start:
        resume(net, options.start)
    for leg in options.legs:
        _seed(options.seed)
        trainer = prepare_training(net, leg)
        train(trainer, corpora, leg, options.out)
        trainer.save(options.out)
        net = trainer.average


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
    gold = read_claims(train / "texts", train / "claims", aliases, tokenizer)
    more = [sample for pair in options.more for sample in read_claims(*pair, aliases, tokenizer)]
    return {
        "polnear": read_polnear(options.data / "polnear/train.jsonl.gz", tokenizer),
        "claims": GOLD_TIMES * gold + more,
        "casie": read_casie(options.data / "casie/train.jsonl.gz", tokenizer),
    }


def heads_of(samples: list[Sample]) -> Heads:
    """Every value that each code has in some documents."""
    frames = [frame for sample in samples for frame in sample.frames]
    return Heads({name: tuple(sorted({frame.codes[name] for frame in frames})) for name in CODES})


def resume(net: Net, path: Path) -> None:
    """Put the weights of an earlier training into the network, all whose shapes are still the same.

    Of the last layer, which has a row for each code, those rows are taken whose code is still there.
    """
    own = net.state_dict()
    saved = torch.load(path, weights_only=True)
    state = saved["state"] | _coded(saved, own, net.frames.heads)
    same = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
    _say(f"from {path}: {len(same)} of {len(own)} tensors")
    net.load_state_dict(own | same)


def _coded(saved: Mapping[str, Any], own: Mapping[str, Tensor], heads: Heads) -> dict[str, Tensor]:
    """The last layer with the rows of earlier weights, each at the place that its code has now."""
    before = {row: number for number, row in enumerate(_rows(saved["codes"]))}
    pairs = [(number, before[row]) for number, row in enumerate(_rows(heads.codes)) if row in before]
    now, then = (torch.tensor(numbers) for numbers in zip(*pairs, strict=True))
    names = ("frames.codes.weight", "frames.codes.bias")
    return {name: own[name].index_copy(0, now, saved["state"][name][then]) for name in names}


def _rows(codes: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """What each row of the last layer tells: first that there is a frame at all."""
    return [("", ""), *((name, value) for name, values in codes.items() for value in values)]


def prepare_training(net: Net, leg: Leg) -> Trainer:
    """A trainer at its first step; the word embeddings stay as MiniLM has them."""
    net.encoder.words.weight.requires_grad_(requires_grad=False)
    new = (net.encoder.features, net.encoder.marks, net.encoder.realis)
    tables = {id(one) for module in new for one in module.parameters()}
    encoder = [one for one in net.encoder.parameters() if one.requires_grad]
    base = [one for one in encoder if id(one) not in tables]
    fresh = [one for one in encoder if id(one) in tables] + list(net.frames.parameters())
    groups = [{"params": base, "lr": leg.rate}, {"params": fresh, "lr": FRESH * leg.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate(step, leg.steps))
    return Trainer(net, copy.deepcopy(net).eval(), optimiser, schedule)


def rate(step: int, steps: int) -> float:
    """The share of the rate of learning at a step: it rises, then falls evenly."""
    return min(1.0, (step + 1) / (WARM_UP * steps)) * max(LEAST_RATE, 1 - step / steps)


def train(trainer: Trainer, corpora: Corpora, leg: Leg, out: Path) -> None:
    """All steps of a leg, with a line of the log and a checkpoint now and then."""
    begun = time.monotonic()
    sums: defaultdict[str, float] = defaultdict(float)
    drawn = islice(draw_steps(corpora, leg), leg.steps)
    for number, samples in enumerate(drawn, start=1):
        for name, loss in trainer.step(number - 1, samples).items():
            sums[name] += loss
        if number % LOGGED == 0:
            _say(number, f"{time.monotonic() - begun:.0f}s", _means(sums))
            sums.clear()
        if number % SAVED == 0:
            trainer.save(out)


def draw_steps(corpora: Corpora, leg: Leg) -> Iterator[list[Sample]]:
    """The documents of each step, for ever."""
    sizes = dict(zip(EVERY, leg.sizes, strict=True))
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
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--leg",
        dest="legs",
        type=read_leg,
        nargs="+",
        default=LEGS,
        metavar="STEPS,RATE,SIZE,SIZE,SIZE",
        help="steps, rate, and tokens a step of PolNeAR, claims and CASIE; default: all from MiniLM",
    )


def add_all_options(parser: argparse.ArgumentParser) -> None:
    """Let a command line give everything that a training is made from."""
    add_options(parser)
    parser.add_argument(
        "--more", type=Path, nargs=2, action="append", default=[], metavar=("TEXTS", "CLAIMS")
    )
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors")
    parser.add_argument("--out", type=Path, required=True)


def read_leg(words: str) -> Leg:
    """A leg from a command line: "3200,1.5e-4,1300,1700,400"."""
    steps, rate_of_leg, polnear, claims, casie = words.split(",")
    return Leg(int(steps), float(rate_of_leg), (int(polnear), int(claims), int(casie)))


def options_of(found: Mapping[str, Any]) -> Options:
    """The options that a command line gives."""
    pairs = {"more": tuple(map(tuple, found.get("more", ()))), "legs": tuple(found["legs"])}
    return Options(**{**found, **pairs})


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Train the network on annotated corpora.")
    add_all_options(parser)
    run(options_of(vars(parser.parse_args(arguments))))


if __name__ == "__main__":
    main(sys.argv[1:])
