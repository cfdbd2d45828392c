"""How far the network is from the annotation: marks on tokens, realis of events, frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from alleged.extract.neural.network import ROLES
from training.examples import UNKNOWN, draw_examples, find_examples, point_labels, role_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from alleged.extract.neural.decode import Floats
    from training.batches import Batch
    from training.corpora import Frame, Sample
    from training.examples import Example
    from training.network import Net

WEIGHTS = {
    "marks": 1.0,
    "roles": 2.5,
    "realis": 0.4,
    "one": 0.7,
    "points": 4.0,
    "stance": 1.0,
    "kind": 1.0,
    "act": 1.0,
    "speaker_role": 0.4,
    "voice": 0.7,
}
"""What each loss counts in their sum."""
ROLE_WEIGHTS = (3.0, 2.0, 1.0, 1.0, 1.5, 1.5, 1.0)
"""What each of ROLES counts in the loss of roles."""
CUE_WEIGHTS = (1.0, 2.0, 2.0)
"""What a token out of a cue, beginning one and in one counts."""
START_WEIGHT = 2.0
"""What a token that begins a claim counts, against one that does not."""
MARK_WEIGHT = 2.0
"""What marks of cues and of claims count, against those of events."""
SMOOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Reading:
    """A batch of documents and what the encoder made of them."""

    samples: Sequence[Sample]
    batch: Batch
    hidden: Tensor
    marks: Tensor

    def own(self, values: Tensor, document: int) -> Tensor:
        """The rows of one document."""
        return values[self.batch.offsets[document] : self.batch.offsets[document + 1]]


def find_losses(net: Net, samples: Sequence[Sample], batch: Batch) -> dict[str, Tensor]:
    """Each loss of a batch by its name."""
    hidden = net.read(batch)
    reading = Reading(samples, batch, hidden, net.encoder.marks(hidden).float())
    examples = _find_examples(reading)
    losses = {"marks": _mark_loss(reading), "realis": _realis_loss(net, reading)}
    return losses | _frame_losses(net, reading, examples)


def sum_up(losses: dict[str, Tensor]) -> Tensor:
    """The weighted sum, which training makes small."""
    return sum(WEIGHTS[name] * value for name, value in losses.items())


@torch.no_grad()
def _probable(marks: Tensor) -> Floats:
    """The marks as probabilities: those of cues are one of three, the others stand alone."""
    parts = (marks[:, :3].softmax(-1), marks[:, 3:].sigmoid())
    probable: Floats = torch.cat(parts, -1).numpy()
    return probable


def _find_examples(reading: Reading) -> list[Example]:
    probable, offsets = _probable(reading.marks), reading.batch.offsets
    found = [
        find_examples(d, sample, probable[offsets[d] : offsets[d + 1]])
        for d, sample in enumerate(reading.samples)
    ]
    return draw_examples([example for examples in found for example in examples])


def _mark_loss(reading: Reading) -> Tensor:
    losses = [
        _MARK_LOSSES[sample.corpus](reading.own(reading.marks, d), sample)
        for d, sample in enumerate(reading.samples)
    ]
    return torch.stack(losses).mean()


def _cue_loss(marks: Tensor, sample: Sample) -> Tensor:
    labels = torch.zeros(len(marks), dtype=torch.long)
    for frame in sample.frames:
        labels[frame.anchor[0] : frame.anchor[1]] = 2
        labels[frame.anchor[0]] = 1
    return MARK_WEIGHT * functional.cross_entropy(marks[:, :3], labels, weight=torch.tensor(CUE_WEIGHTS))


def _start_loss(marks: Tensor, sample: Sample) -> Tensor:
    target = torch.zeros(len(marks))
    for frame in sample.frames:
        target[frame.anchor[0]] = 1
    weight = torch.tensor(START_WEIGHT)
    return MARK_WEIGHT * functional.binary_cross_entropy_with_logits(marks[:, 3], target, pos_weight=weight)


def _nugget_loss(marks: Tensor, sample: Sample) -> Tensor:
    target = torch.zeros(len(marks))
    for (start, end), _ in sample.events:
        target[start:end] = 1
    return functional.binary_cross_entropy_with_logits(marks[:, 4], target)


_MARK_LOSSES = {"polnear": _cue_loss, "claims": _start_loss, "casie": _nugget_loss}


def _realis_loss(net: Net, reading: Reading) -> Tensor:
    pooled, labels = [], []
    for d, sample in enumerate(reading.samples):
        words = reading.own(reading.hidden, d)
        for (start, end), label in sample.events:
            pooled.append(words[start:end].mean(0))
            labels.append(label)
    if not pooled:
        return torch.zeros(())
    scores = net.encoder.realis(torch.stack(pooled)).float()
    return functional.cross_entropy(scores, torch.tensor(labels), label_smoothing=SMOOTHING)


def _frame_losses(net: Net, reading: Reading, examples: Sequence[Example]) -> dict[str, Tensor]:
    looked = net.look(reading.hidden, reading.batch.offsets, examples)
    is_one, parts = net.frames.split(looked.codes.float())
    truth = torch.tensor([1.0 if example.frame else 0.0 for example in examples])
    real = [i for i, example in enumerate(examples) if example.frame]
    labels = _labels([examples[i] for i in real]).masked_fill(looked.inside[real][..., None] == 0, UNKNOWN)
    losses = {
        "roles": _role_loss(looked.roles.float()[real], labels),
        "one": functional.binary_cross_entropy_with_logits(is_one, truth),
    }
    coded = {i: frame for i, example in enumerate(examples) if (frame := example.frame) and frame.codes}
    if coded:
        known = list(coded)
        losses["points"] = _point_loss(looked.points.float()[known], [examples[i] for i in known])
    return losses | (_code_losses(net, parts, coded) if coded else {})


def _point_loss(points: Tensor, examples: Sequence[Example]) -> Tensor:
    """The mean over all candidates in slots, summed over POINTED."""
    labels = torch.from_numpy(np.stack([point_labels(e.frame, e.clues.slots) for e in examples if e.frame]))
    full = torch.from_numpy(np.concatenate([e.clues.slots.inside for e in examples]))
    each = functional.binary_cross_entropy_with_logits(points, labels.float(), reduction="none")
    return (each * full[..., None]).sum() / full.sum().clamp(min=1)


def _labels(examples: Sequence[Example]) -> Tensor:
    return torch.from_numpy(np.stack([role_labels(e.frame, e.anchor) for e in examples if e.frame]))


def _role_loss(roles: Tensor, labels: Tensor) -> Tensor:
    """The mean over known places of each role, summed over roles."""
    flat = roles.reshape(-1, 3), labels.reshape(-1)
    each = functional.cross_entropy(*flat, ignore_index=UNKNOWN, reduction="none")
    sums = each.view(len(labels), -1, len(ROLES)).sum((0, 1))
    return (sums / (labels >= 0).sum((0, 1)).clamp(min=1) * torch.tensor(ROLE_WEIGHTS)).sum()


def _code_losses(net: Net, parts: dict[str, Tensor], coded: dict[int, Frame]) -> dict[str, Tensor]:
    losses = {}
    for name, values in net.frames.heads.codes.items():
        gold = torch.tensor([values.index(frame.codes[name]) for frame in coded.values()])
        losses[name] = functional.cross_entropy(parts[name][list(coded)], gold, label_smoothing=SMOOTHING)
    return losses
