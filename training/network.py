"""The network: a small encoder over windows, marks on tokens, and frames around anchors."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from alleged.extract.neural import slots
from alleged.extract.neural.hints import (
    ACT_HINTS,
    CONTENT_HINTS,
    CUE_HINTS,
    HEDGE_HINTS,
    NAME_HINTS,
    SIDE_HINTS,
    VOICE_HINTS,
)
from alleged.extract.neural.network import AFTER, BEFORE, POINTED, ROLES
from alleged.extract.neural.tokens import CASES, LINES, QUOTES
from alleged.extract.neural.votes import VOTES
from training.corpora import REALIS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.batches import Batch
    from training.examples import Example

WORDS, HIDDEN, HEADS, LAYERS, INNER, PLACES = 30522, 384, 12, 6, 1536, 512
FRAME_WIDTH, FRAME_HEADS, FRAME_LAYERS = 160, 4, 2
MIXED, REALIS_WIDTH = 320, 192
WRITTEN = (CASES, QUOTES, LINES)
KNOWN = (ACT_HINTS, CUE_HINTS, HEDGE_HINTS, NAME_HINTS)
RULED = (CONTENT_HINTS, VOICE_HINTS, SIDE_HINTS)
FEATURES = (*WRITTEN, *KNOWN, *RULED)
"""How many values each feature has: how a token is written, what the lexicon knows, what the rules find."""
POOLED = [ROLES.index(role) for role in ("content", "speaker", "cue", "hedge")]
"""Roles whose words are read once more, as the encoder has them, to tell the codes."""
FAINT = 0.3
"""Added to the tokens of a role, so that a role without words adds next to nothing."""
MARKS = 6
"""Marks on a token: out of a cue, begins one, in one; starts a claim's content; in an event nugget; spare."""
LOOKS = 4
"""How many times a frame looks over its words to tell what it is."""
NEVER = -10000.0
"""Added to the score of what must not be looked at."""
NEW_PARTS = ("features.", "marks.", "realis.")
"""Parts of the encoder that MiniLM lacks."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What a claim's frame is classified into, in the order of the network's outputs."""

    codes: dict[str, tuple[str, ...]]


class Scene(NamedTuple):
    """The words around anchors, and what the rules say there."""

    crop: Tensor
    """[frames, places, HIDDEN]"""
    inside: Tensor
    """[frames, places]: 1 for tokens of the text."""
    anchor: Tensor
    """[frames, places]: 1 for tokens of the anchor."""
    kind: Tensor
    """[frames]"""
    votes: Tensor
    """[frames, VOTES]"""


class Named(NamedTuple):
    """The candidates of each anchor."""

    states: Tensor
    """[frames, SLOTS, HIDDEN]: what the encoder makes of a mention."""
    features: Tensor
    """[frames, SLOTS, len(slots.FEATURES)]"""
    inside: Tensor
    """[frames, SLOTS]: 0 in empty slots."""


class Drop(nn.Module):
    """Dropout of whole features, the same for all tokens of a row: as good here, and much cheaper to draw."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """The same in use; in training some features are 0."""
        if not self.training or not self.share:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1]) >= self.share
        return x * (kept / (1 - self.share)).to(x.dtype)


def _attend(qkv: Tensor, bias: Tensor, shape: tuple[int, int]) -> Tensor:
    """Self-attention of so many heads of such a size, over their queries, keys and values side by side."""
    rows, tokens, _ = qkv.shape
    heads, size = shape
    q, k, v = qkv.view(rows, tokens, 3, heads, size).permute(2, 0, 3, 1, 4)
    scores = (q / math.sqrt(size)) @ k.transpose(-1, -2)
    mixed = (scores + bias.to(scores.dtype)).softmax(-1).to(v.dtype) @ v
    return mixed.transpose(1, 2).reshape(rows, tokens, heads * size)


class Layer(nn.Module):
    """One encoder layer of BERT."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Drop(drop)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Hidden states [windows, tokens, HIDDEN]; `bias` is NEVER at padding, else 0."""
        mixed = _attend(self.qkv(x), bias, (HEADS, HIDDEN // HEADS))
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM-L6 with what an uncased vocabulary lacks added to the word embeddings."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.features = nn.ModuleList([nn.Embedding(size, HIDDEN) for size in FEATURES])
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer(drop) for _ in range(LAYERS)])
        self.marks = nn.Linear(HIDDEN, MARKS)
        self.realis = nn.Sequential(
            nn.Linear(HIDDEN, REALIS_WIDTH), nn.GELU(), nn.Linear(REALIS_WIDTH, len(REALIS))
        )
        self.drop = Drop(drop)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Hidden states [windows, tokens, HIDDEN].

        `ids` [windows, tokens]; `features` [windows, tokens, len(FEATURES)]; `mask` is 1 for tokens, else 0.
        """
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.segment
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        x = self.drop(self.norm(x))
        bias = ((1 - mask) * NEVER).to(x.dtype)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


class FrameLayer(nn.Module):
    """A small transformer layer, normalised before each part."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(FRAME_WIDTH)
        self.qkv = nn.Linear(FRAME_WIDTH, 3 * FRAME_WIDTH)
        self.out = nn.Linear(FRAME_WIDTH, FRAME_WIDTH)
        self.norm2 = nn.LayerNorm(FRAME_WIDTH)
        self.up = nn.Linear(FRAME_WIDTH, 2 * FRAME_WIDTH)
        self.down = nn.Linear(2 * FRAME_WIDTH, FRAME_WIDTH)
        self.drop = Drop(drop)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States of the words of frames [frames, places, FRAME_WIDTH]."""
        mixed = _attend(self.qkv(self.norm1(x)), bias, (FRAME_HEADS, FRAME_WIDTH // FRAME_HEADS))
        x = x + self.drop(self.out(mixed))
        return x + self.drop(self.down(functional.gelu(self.up(self.norm2(x)))))


class Frames(nn.Module):
    """Reads the words around an anchor: which token plays which role, and what the whole is."""

    def __init__(self, heads: Heads, drop: float = 0.1) -> None:
        super().__init__()
        w = FRAME_WIDTH
        self.heads = heads
        self.words = nn.Linear(HIDDEN, w)
        self.anchor = nn.Linear(HIDDEN, w)
        self.places = nn.Parameter(torch.randn(BEFORE + AFTER, w) * 0.02)
        self.kinds = nn.Embedding(2, w)
        self.at_anchor = nn.Parameter(torch.randn(w) * 0.02)
        self.slots = nn.ModuleList([nn.Embedding(size, w) for size in slots.FEATURES])
        self.layers = nn.ModuleList([FrameLayer(drop) for _ in range(FRAME_LAYERS)])
        self.norm = nn.LayerNorm(w)
        self.points = nn.Linear(w, len(POINTED))
        self.roles = nn.Linear(w, 3 * len(ROLES))
        self.look = nn.Linear(w, LOOKS)
        seen = (LOOKS + 1) * w + (1 + len(POOLED)) * HIDDEN
        self.mix = nn.Linear(seen, MIXED)
        self.votes = nn.Linear(VOTES, MIXED)
        self.codes = nn.Linear(MIXED, 1 + sum(len(codes) for codes in heads.codes.values()))
        self.drop = Drop(drop)
        self.drop_mixed = nn.Dropout(drop)

    def forward(self, scene: Scene, named: Named | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of roles, codes and candidates; of no candidates if none are `named`.

        Roles are [frames, places, len(ROLES), 3]; codes [frames, 1 + all], the first for "is one"; candidates
        [frames, SLOTS, len(POINTED)].
        """
        held = _mean(scene.crop, scene.anchor)
        about = (self.anchor(held) + self.kinds(scene.kind))[:, None]
        x = self.words(scene.crop) + about + self.places + scene.anchor[..., None] * self.at_anchor
        inside = scene.inside
        if named is not None:
            x = torch.cat([x, self._name(named) + about], 1)
            inside = torch.cat([inside, named.inside], 1)
        x = self.drop(x)
        bias = ((1 - inside) * NEVER)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x)
        local, others = x[:, : scene.crop.shape[1]], x[:, scene.crop.shape[1] :]
        roles = self.roles(local).view(*local.shape[:2], len(ROLES), 3)
        weights = (self.look(x) + bias[:, 0, 0, :, None]).softmax(1)
        seen = (weights.transpose(1, 2) @ x).flatten(1)
        parts = [seen, _mean(local, scene.anchor), held, _pool(scene.crop, roles, scene.inside)]
        mixed = functional.gelu(self.mix(torch.cat(parts, -1)) + self.votes(scene.votes))
        return roles, self.codes(self.drop_mixed(mixed)), self.points(others)

    def _name(self, named: Named) -> Tensor:
        """Candidates as further words [frames, SLOTS, FRAME_WIDTH]."""
        x = self.words(named.states)
        for i, table in enumerate(self.slots):
            x = x + table(named.features[..., i])
        return x

    def split(self, codes: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """The logits of "is one" [frames], and those of each code by its name."""
        parts = codes[:, 1:].split([len(values) for values in self.heads.codes.values()], -1)
        return codes[:, 0], dict(zip(self.heads.codes, parts, strict=True))


def _mean(states: Tensor, anchor: Tensor) -> Tensor:
    """The mean state of the words of each anchor."""
    return (states * anchor[..., None]).sum(1) / anchor.sum(1, keepdim=True).clamp(min=1)


def _pool(crop: Tensor, roles: Tensor, inside: Tensor) -> Tensor:
    """The encoder's states over the words of each of POOLED; nothing is learnt through `roles`."""
    shares = (1 - roles.detach()[:, :, POOLED].softmax(-1)[..., 0]) * inside[..., None]
    shares = shares / (shares.sum(1, keepdim=True) + FAINT)
    return (shares.transpose(1, 2) @ crop).flatten(1)


class Net(nn.Module):
    """The encoder and the frames together."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.frames = Frames(heads)

    def read(self, batch: Batch) -> Tensor:
        """Hidden states of the documents' tokens laid end to end, [tokens, HIDDEN]."""
        return self.encoder(*batch.inputs).reshape(-1, HIDDEN)[batch.places]

    def look(self, hidden: Tensor, offsets: Sequence[int], examples: Sequence[Example]) -> Looked:
        """What is seen around the anchors of examples; `offsets` say where in `hidden` documents begin."""
        begin = torch.tensor([offsets[e.document] for e in examples])[:, None]
        end = torch.tensor([offsets[e.document + 1] for e in examples])[:, None]
        scene, named = _scene(hidden, (begin, end), examples), _named(hidden, begin, examples)
        roles, codes, points = self.frames(scene, named)
        return Looked(roles, codes, points, scene.inside, named.inside)


class Looked(NamedTuple):
    """Scores of roles, codes and candidates; which places are inside of the text, which slots are full."""

    roles: Tensor
    codes: Tensor
    points: Tensor
    inside: Tensor
    full: Tensor


def _scene(hidden: Tensor, bounds: tuple[Tensor, Tensor], examples: Sequence[Example]) -> Scene:
    places = torch.arange(BEFORE + AFTER)[None] - BEFORE
    begin, end = bounds
    first, last = torch.tensor([e.anchor for e in examples]).split(1, -1)
    index = begin + first + places
    inside = ((index >= begin) & (index < end)).to(hidden.dtype)
    anchor = ((places >= 0) & (places < (last - first))).to(hidden.dtype) * inside
    crop = hidden[index.clamp(0, len(hidden) - 1)] * inside[..., None]
    kinds = torch.tensor([e.kind for e in examples])
    votes = torch.from_numpy(np.concatenate([e.clues.votes for e in examples]))
    return Scene(crop, inside, anchor, kinds, votes)


def _named(hidden: Tensor, begin: Tensor, examples: Sequence[Example]) -> Named:
    """The candidates; a mention is the mean of its first and last token."""
    ends = torch.from_numpy(np.concatenate([e.clues.slots.ends for e in examples]))
    features = torch.from_numpy(np.concatenate([e.clues.slots.features for e in examples]))
    inside = torch.from_numpy(np.concatenate([e.clues.slots.inside for e in examples])).to(hidden.dtype)
    states = hidden[ends + begin[..., None]].mean(2) * inside[..., None]
    return Named(states, features, inside)


def load_minilm(encoder: Encoder, path: Path) -> None:
    """Put the published weights of MiniLM-L6 into the encoder."""
    weights = load_file(path)
    at = {key.removeprefix("bert."): value.float() for key, value in weights.items()}
    state = {
        "words.weight": at["embeddings.word_embeddings.weight"],
        "places.weight": at["embeddings.position_embeddings.weight"],
        "segment": at["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": at["embeddings.LayerNorm.weight"],
        "norm.bias": at["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        state |= _layer(at, f"encoder.layer.{i}.", f"layers.{i}.")
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or [key for key in missing if not key.startswith(NEW_PARTS)]:
        raise ValueError(f"{path}: not the weights of MiniLM-L6: {missing} missing, {unexpected} unknown")


def _layer(at: dict[str, Tensor], source: str, target: str) -> dict[str, Tensor]:
    """One layer under our names; the three projections of attention are one here."""
    state = {}
    for part in ("weight", "bias"):
        mine = [at[f"{source}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        state[f"{target}qkv.{part}"] = torch.cat(mine)
        state[f"{target}out.{part}"] = at[f"{source}attention.output.dense.{part}"]
        state[f"{target}norm1.{part}"] = at[f"{source}attention.output.LayerNorm.{part}"]
        state[f"{target}up.{part}"] = at[f"{source}intermediate.dense.{part}"]
        state[f"{target}down.{part}"] = at[f"{source}output.dense.{part}"]
        state[f"{target}norm2.{part}"] = at[f"{source}output.LayerNorm.{part}"]
    return state
