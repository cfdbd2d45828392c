"""What the frames learn from a document: its own anchors, and anchors that are none."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.clues import Clues, no_clues
from alleged.extract.neural.network import AFTER, ATTRIBUTION, BEFORE, CLAIM, POINTED, ROLES
from alleged.extract.neural.slots import RULED
from alleged.extract.neural.votes import no_votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.slots import Slots
    from alleged.extract.neural.tokens import Ints
    from training.corpora import Frame, Sample

JITTER = 0.25
"""Share of claims whose anchor is moved, as the engine too will begin some at a word beside the right one."""
SHIFTS = (-2, -1, 1, 2)
NEAR = 2
"""Tokens around a claim's start that are neither right nor wrong as its start."""
PROBABLE = 0.08
"""How probable the network must hold a wrong anchor that it is told of."""
NO_VOTE = 0.15
"""Share of claims for which the network must do without the rules, so that they are no crutch."""
LEAST_WRONG = 4
"""Wrong anchors of a document with fewer frames than that."""
MOST = 128
"""Frames of one step."""
UNKNOWN = -100
"""The label of what is not known."""
CUE_BEGINS, CLAIM_BEGINS = 1, 3
"""Which of a token's marks say that a frame of either kind begins here."""


@dataclass(frozen=True, slots=True)
class Example:
    """A frame to learn: its document in the batch, its anchor, and what is known of it (None: it is none).

    `clues` are what the rules say there and who is named.
    """

    document: int
    kind: int
    anchor: Run
    frame: Frame | None
    clues: Clues


def find_examples(document: int, sample: Sample, probable: Floats) -> list[Example]:
    """The frames of a document, and about as many anchors that are none; `probable` are its marks."""
    return [*_gold(document, sample), *_wrong(document, sample, probable)]


def draw_examples(examples: list[Example]) -> list[Example]:
    """At most as many of them as one step takes, in random order."""
    return random.sample(examples, min(MOST, len(examples)))


def role_labels(frame: Frame, anchor: Run) -> Ints:
    """Labels [places, roles] around an anchor: 0 out of the role, 1 begins it, 2 in it, UNKNOWN."""
    labels = np.full((BEFORE + AFTER, len(ROLES)), UNKNOWN, dtype=np.int64)
    for r, role in enumerate(ROLES):
        if role in frame.runs:
            labels[:, r] = 0
            for start, end in frame.runs[role]:
                _label(labels[:, r], start - anchor[0] + BEFORE, end - anchor[0] + BEFORE)
    return labels


def point_labels(frame: Frame, slots: Slots) -> Ints:
    """Labels [SLOTS, len(POINTED)] of the one row of slots: 1 where a candidate is meant."""
    meant = [np.isin(slots.who[0], list(frame.pointed.get(role, ()))) for role in POINTED]
    return np.stack(meant, axis=-1).astype(np.int64)


def _label(column: Ints, start: int, end: int) -> None:
    column[max(start, 0) : max(end, 0)] = 2
    if 0 <= start < len(column):
        column[start] = 1


def _gold(document: int, sample: Sample) -> Iterator[Example]:
    for frame in sample.frames:
        is_moved = frame.kind == CLAIM and random.random() < JITTER
        anchor = _moved(frame.anchor[0], len(sample.tokens)) if is_moved else frame.anchor
        yield Example(document, frame.kind, anchor, frame, _clues_on(sample, frame.kind, anchor))


def _moved(token: int, length: int) -> Run:
    at = min(max(token + random.choice(SHIFTS), 0), length - 1)
    return at, at + 1


def _wrong(document: int, sample: Sample, probable: Floats) -> list[Example]:
    """Anchors that the network believes in now and that are none."""
    if not sample.frames:
        return []
    kind = sample.frames[0].kind
    scores = probable[:, CUE_BEGINS if kind == ATTRIBUTION else CLAIM_BEGINS]
    found = np.flatnonzero(
        (scores > PROBABLE) & ~_closed(sample, 0 if kind == ATTRIBUTION else NEAR)
    ).tolist()
    taken = random.sample(found, min(max(LEAST_WRONG, len(sample.frames)), len(found)))
    return [Example(document, kind, (i, i + 1), None, _clues_on(sample, kind, (i, i + 1))) for i in taken]


def _clues_on(sample: Sample, kind: int, anchor: Run) -> Clues:
    """What is known at an anchor: nothing on attributions, and on claims sometimes nothing by the rules."""
    if kind == ATTRIBUTION:
        return no_clues(1)
    clues = sample.informant.tell([anchor])
    return _without_rules(clues) if random.random() < NO_VOTE else clues


def _without_rules(clues: Clues) -> Clues:
    features = clues.slots.features.copy()
    features[..., RULED] = 0
    return Clues(no_votes(1), replace(clues.slots, features=features))


def _closed(sample: Sample, near: int) -> np.ndarray:
    """Which tokens are an anchor, or within `near` tokens of one."""
    closed = np.zeros(len(sample.tokens), dtype=bool)
    for frame in sample.frames:
        closed[max(0, frame.anchor[0] - near) : frame.anchor[1] + near] = True
    return closed
