"""From trained weights to what ships: int8 networks for onnxruntime, the vocabulary and the codes.

python -m training.export --weights FILE --minilm DIR --out DIR
"""

from __future__ import annotations

import argparse
import copy
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from alleged.extract.neural.network import AFTER, BEFORE, NARROW
from alleged.extract.neural.slots import FEATURES as SLOT_FEATURES
from alleged.extract.neural.slots import SLOTS
from alleged.extract.neural.votes import VOTES
from training.evaluate import load_net
from training.manifest import write_manifest
from training.network import FEATURES, HIDDEN, Encoder, Frames, Named, Scene

if TYPE_CHECKING:
    from training.network import Net

OPSET = 17
IDS = (1000, 20000)
"""Ids of the words that are read while the network is traced."""
TRACED = 3
"""Frames that are looked at while it is traced."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the network as one file: its example inputs, its outputs, and which axis has any length."""

    module: nn.Module
    inputs: dict[str, Tensor]
    outputs: tuple[str, ...]
    axis: dict[int, str]

    @property
    def axes(self) -> dict[str, dict[int, str]]:
        """The free axis of each input and output."""
        return dict.fromkeys((*self.inputs, *self.outputs), self.axis)


class Reader(nn.Module):
    """The encoder over one full window: hidden states and marks."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden states [windows, tokens, HIDDEN] and marks [windows, tokens, MARKS]."""
        hidden = self.encoder(ids, features, torch.ones_like(ids, dtype=torch.float32))
        return hidden, self.encoder.marks(hidden)


class Looker(nn.Module):
    """The frames of claims, with `margin` fewer places at both ends: roles, codes, candidates, as scores."""

    def __init__(self, frames: Frames, margin: int = 0) -> None:
        super().__init__()
        self.frames = copy.deepcopy(frames)
        self.frames.places.data = self.frames.places.data[margin : len(frames.places) - margin]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What `Frames` gives."""
        scene, named = inputs[: len(Scene._fields)], inputs[len(Scene._fields) :]
        roles, codes, points = self.frames(Scene(*scene), Named(*named))
        return roles, codes, points


class Attributer(nn.Module):
    """The frames of attributions: roles and codes around cues, as scores."""

    def __init__(self, frames: Frames) -> None:
        super().__init__()
        self.frames = frames

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        """What `Frames` gives without candidates."""
        roles, codes, _ = self.frames(Scene(*inputs))
        return roles, codes


def export(net: Net, out: Path) -> None:
    """Write reader.onnx, frames.onnx, claims.onnx, realis.onnx and codes.json to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, part in _parts(net).items():
            whole = Path(folder) / f"{name}.onnx"
            _trace(part, whole)
            _shrink(whole, out / whole.name)
    (out / "codes.json").write_text(json.dumps(net.frames.heads.codes, indent=1) + "\n", encoding="utf-8")


def export_all(weights: Path, minilm: Path, out: Path) -> None:
    """Write everything that the engine reads, but for the manifest."""
    export(load_net(weights), out)
    shutil.copyfile(minilm / "tokenizer.json", out / "tokenizer.json")


def _parts(net: Net) -> dict[str, Part]:
    realis = {"pooled": torch.randn(2, HIDDEN)}
    return {
        "reader": Part(Reader(net.encoder), _reader_inputs(), ("hidden", "marks"), {1: "tokens"}),
        "frames": Part(Attributer(net.frames), _scene_inputs(), ("roles", "codes"), {0: "frames"}),
        "claims": Part(
            Looker(net.frames, NARROW),
            _scene_inputs(NARROW) | _named_inputs(),
            ("roles", "codes", "points"),
            {0: "frames"},
        ),
        "realis": Part(net.encoder.realis, realis, ("scores",), {0: "n"}),
    }


def _reader_inputs() -> dict[str, Tensor]:
    ids = torch.randint(*IDS, (1, 64))
    return {"ids": ids, "features": torch.zeros((*ids.shape, len(FEATURES)), dtype=torch.long)}


def _scene_inputs(margin: int = 0) -> dict[str, Tensor]:
    places = BEFORE + AFTER - 2 * margin
    return Scene(
        crop=torch.randn(TRACED, places, HIDDEN),
        inside=torch.ones(TRACED, places),
        anchor=torch.eye(places)[BEFORE - margin].repeat(TRACED, 1),
        kind=torch.arange(TRACED) % 2,
        votes=torch.zeros(TRACED, VOTES),
    )._asdict()


def _named_inputs() -> dict[str, Tensor]:
    named = Named(
        states=torch.randn(TRACED, SLOTS, HIDDEN),
        features=torch.zeros(TRACED, SLOTS, len(SLOT_FEATURES), dtype=torch.long),
        inside=torch.ones(TRACED, SLOTS),
    )
    return {f"named_{name}": value for name, value in named._asdict().items()}


def _trace(part: Part, path: Path) -> None:
    torch.onnx.export(
        part.module.eval(),
        tuple(part.inputs.values()),
        path,
        input_names=list(part.inputs),
        output_names=list(part.outputs),
        dynamic_axes=part.axes,
        opset_version=OPSET,
        dynamo=False,
    )


def _shrink(whole: Path, small: Path) -> None:
    """Weights as int8, a scale a column; activations are measured as they come."""
    ready = whole.with_suffix(".ready.onnx")
    quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(small))


def main(arguments: list[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Weights in training to what ships.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, help="folder with tokenizer.json, which ships too")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    if options.minilm is None:
        export(load_net(options.weights), options.out)
    else:
        export_all(options.weights, options.minilm, options.out)
        write_manifest(options.out, {})


if __name__ == "__main__":
    main(sys.argv[1:])
