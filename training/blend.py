"""The mean of several weights in training: what differs by chance between them evens out.

    python -m training.blend --out FILE CHECKPOINT CHECKPOINT ...

They must tell the same codes apart and lie on one path: each trained on from another, or both from the same.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torch import Tensor

    Checkpoint = Mapping[str, Any]


class UnlikeCheckpointsError(ValueError):
    """Weights of different networks have no mean."""


def blend(checkpoints: Sequence[Checkpoint]) -> dict[str, Any]:
    """The checkpoint whose every weight is the mean of the given ones; raises UnlikeCheckpointsError."""
    first = checkpoints[0]
    if any(one["codes"] != first["codes"] for one in checkpoints):
        raise UnlikeCheckpointsError(
            "the checkpoints tell different codes apart: train them on the same data"
        )
    states = [one["state"] for one in checkpoints]
    return {
        "state": {name: _mean([state[name] for state in states]) for name in states[0]},
        "codes": first["codes"],
    }


def _mean(tensors: Sequence[Tensor]) -> Tensor:
    """Their mean; of whole numbers, which no step changes, the first."""
    if not tensors[0].is_floating_point():
        return tensors[0]
    return torch.stack(list(tensors)).mean(dim=0)


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Write the mean of several weights in training.")
    parser.add_argument("--out", type=Path, required=True, help="where the mean goes")
    parser.add_argument("checkpoints", type=Path, nargs="+")
    found = parser.parse_args(arguments)
    torch.save(blend([torch.load(path, weights_only=True) for path in found.checkpoints]), found.out)


if __name__ == "__main__":
    main(sys.argv[1:])
