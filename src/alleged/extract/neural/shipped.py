"""The shipped weights, checked against their hashes, and the network that runs them in onnxruntime."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from alleged.errors import WeightsError
from alleged.extract.neural.confidence import Calibration
from alleged.extract.neural.decode import close_outside, sigmoid, softmax, widen
from alleged.extract.neural.network import AFTER, BEFORE, CLAIM, NARROW, POINTED, Looks, Memory
from alleged.extract.neural.windows import CLS, SEP, cut_windows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray

    from alleged.extract.neural.clues import Clues
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.slots import Slots
    from alleged.extract.neural.tokens import Ints

CHUNK = 16
"""Frames that are looked at together."""
_CURE = "install alleged again, or use --extractor lexicon, which needs no weights"
MANIFEST = "manifest.json"
SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""What onnxruntime is not to fuse: for states this narrow, sum and norm apart take a seventh less time."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder of weights with a manifest: the sha256 of each file."""

    folder: Traversable

    def read(self, name: str) -> bytes:
        """The bytes of one file; raises WeightsError where it is missing or not the one that was shipped."""
        data = self._bytes(name)
        if hashlib.sha256(data).hexdigest() != self._hash(name):
            raise WeightsError(f"{self._path(name)}: the weights are damaged", cure=_CURE)
        return data

    def check(self) -> int:
        """The number of files, each of which is there and undamaged; raises WeightsError."""
        names = list(self._hashes())
        for name in names:
            self.read(name)
        return len(names)

    def _hash(self, name: str) -> str:
        """The sha256 that the manifest tells of a file."""
        if name not in self._hashes():
            raise WeightsError(f"{self._path(MANIFEST)}: the list of weights is damaged", cure=_CURE)
        return self._hashes()[name]

    def _hashes(self) -> dict[str, str]:
        """The sha256 of every file."""
        try:
            return {str(k): str(v) for k, v in json.loads(self._bytes(MANIFEST))["files"].items()}
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise WeightsError(
                f"{self._path(MANIFEST)}: the list of weights is damaged", cure=_CURE
            ) from error

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            what = f"{self._path(name)}: the weights are missing or cannot be read"
            raise WeightsError(what, cure=_CURE) from error

    def _path(self, name: str) -> str:
        """In the message itself, since the place of an error in a run is the document that was read."""
        return str(self.folder / name)


def shipped_weights() -> Weights:
    """Those in the package."""
    return Weights(files("alleged.extract.neural") / "weights")


class ShippedNetwork:
    """The trained network; each part is loaded when it is first used.

    One thread and one window at a time, so that a text gives the same numbers on every run, in any company.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    @cached_property
    def codes(self) -> dict[str, tuple[str, ...]]:
        """The values of each code, in the order of the probabilities."""
        table: dict[str, list[str]] = json.loads(self._weights.read("codes.json"))
        return {name: tuple(values) for name, values in table.items()}

    @cached_property
    def calibration(self) -> Calibration:
        """What the network's belief in a claim is worth."""
        return Calibration.of(json.loads(self._weights.read("calibration.json")))

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The vocabulary, uncased."""
        tokenizer = Tokenizer.from_str(self._weights.read("tokenizer.json").decode())
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _reader(self) -> InferenceSession:
        return _session(self._weights, "reader.onnx")

    @cached_property
    def _attributions(self) -> InferenceSession:
        return _session(self._weights, "frames.onnx")

    @cached_property
    def _claims(self) -> InferenceSession:
        return _session(self._weights, "claims.onnx")

    @cached_property
    def _realis(self) -> InferenceSession:
        return _session(self._weights, "realis.onnx")

    def read(self, ids: Ints, features: Ints) -> Memory:
        """Hidden states and marks of a text, window by window."""
        hidden, marks = [], []
        for window in cut_windows(len(ids)):
            words = ids[window.start : window.end]
            inputs = {
                "ids": np.concatenate(([CLS], words, [SEP]))[None],
                "features": np.pad(features[window.start : window.end], ((1, 1), (0, 0)))[None],
            }
            states, scores = self._reader.run(None, inputs)
            own = slice(1 + window.own_start - window.start, 1 + window.own_end - window.start)
            hidden.append(states[0, own])
            marks.append(scores[0, own])
        return Memory(np.concatenate(hidden), np.concatenate(marks))

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:
        """Roles, codes and candidates of each anchor."""
        parts = [
            self._look(memory.hidden, anchors[i : i + CHUNK], kind, clues[i : i + CHUNK])
            for i in range(0, len(anchors), CHUNK)
        ]
        codes = {name: np.concatenate([part.codes[name] for part in parts]) for name in self.codes}
        roles = np.concatenate([part.roles for part in parts])
        pointed = np.concatenate([part.pointed for part in parts])
        return Looks(roles, np.concatenate([part.one for part in parts]), codes, pointed)

    def _look(self, hidden: Floats, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:
        runs = np.asarray(anchors, dtype=np.int64)
        margin = NARROW if kind == CLAIM else 0
        places = np.arange(margin - BEFORE, AFTER - margin)
        index = runs[:, :1] + places
        inside = ((index >= 0) & (index < len(hidden))).astype(np.float32)
        anchor = ((places >= 0) & (places < runs[:, 1:] - runs[:, :1])).astype(np.float32) * inside
        crop = hidden[index.clip(0, len(hidden) - 1)] * inside[..., None]
        kinds = np.full(len(runs), kind, dtype=np.int64)
        scene = {"crop": crop, "inside": inside, "anchor": anchor, "kind": kinds, "votes": clues.votes}
        if kind == CLAIM:
            scores, codes, points = self._claims.run(None, scene | _name(hidden, clues.slots))
        else:
            scores, codes = self._attributions.run(None, scene)
            points = np.zeros((len(runs), 0, len(POINTED)), dtype=np.float32)
        roles = widen(close_outside(softmax(scores), inside), margin)
        pointed = sigmoid(points) * clues.slots.inside[:, : points.shape[1], None]
        return Looks(roles, sigmoid(codes[:, 0]), self._split(codes[:, 1:]), pointed)

    def _split(self, scores: Floats) -> dict[str, Floats]:
        ends = np.cumsum([len(values) for values in self.codes.values()])
        return dict(zip(self.codes, map(softmax, np.split(scores, ends[:-1], axis=-1)), strict=True))

    def judge(self, pooled: Floats) -> Floats:
        """Realis of events."""
        (scores,) = self._realis.run(None, {"pooled": pooled})
        return softmax(scores)


@cache
def shipped_network() -> ShippedNetwork:
    """The network of the package, loaded once a process."""
    return ShippedNetwork(shipped_weights())


def _name(hidden: Floats, slots: Slots) -> dict[str, NDArray[np.generic]]:
    """The candidates of each anchor: what the encoder makes of the ends of a mention, and how it stands."""
    states = hidden[slots.ends].mean(axis=2) * slots.inside[..., None]
    return {"named_states": states, "named_features": slots.features, "named_inside": slots.inside}


def _session(weights: Weights, name: str) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(
        weights.read(name), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
    )
