"""Claims as frames: the content around an anchor, who speaks, how surely, who did what to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.decode import BEGIN, OUT, find_runs, sigmoid
from alleged.extract.neural.network import BEFORE, CLAIM, ROLES
from alleged.extract.neural.votes import weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from alleged.extract.neural.clues import Informant, Pointed
    from alleged.extract.neural.decode import Floats, Marked, Run
    from alleged.extract.neural.network import Memory, Network
    from alleged.model.claim import Claim

START = 3
"""The mark of a token that begins the content of a claim."""
LEAST_START = 0.3
LEAST_ONE = 0.45
MOST_SHARED = 0.6
"""Share of the tokens of both from which two contents are the same claim."""
MOST_OUT = 0.65
"""A content that has begun goes on over tokens that are more probably out of it than in, up to so much."""
LEAST_MARKED = {"actor": 0.6, "target": 0.35}
"""Probability from which a token belongs to the words of a role, where it is not a half: the words for actors
are few and stand beside names that the network points at, those for targets are descriptions."""
FARTHEST = 3
"""Tokens from its anchor within which a content begins, if it does not hold the anchor."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One claim as the network sees it, in tokens of the text."""

    content: Run
    runs: Mapping[str, tuple[Marked, ...]]
    """The words of each other role."""
    one: float
    """Probability that it is a claim."""
    codes: Mapping[str, Floats]
    """Probabilities of the values of each code, the vote of the rules counted in."""
    pointed: Mapping[str, tuple[Pointed, ...]]
    """The candidates of each of POINTED with their probabilities."""
    ruled: Claim | None = None
    """The claim that rules find at the same place."""


def find_frames(
    memory: Memory, network: Network, allowed: NDArray[np.bool_], informant: Informant
) -> tuple[Frame, ...]:
    """The claims of a text in order of their contents, none that begins at a token that is not allowed."""
    starts = sigmoid(memory.marks[:, START])
    anchors = [(int(i), int(i) + 1) for i in np.flatnonzero((starts >= LEAST_START) & allowed)]
    if not anchors:
        return ()
    clues = informant.tell(anchors)
    looks = network.look(memory, anchors, CLAIM, clues)
    frames = []
    for i, anchor in enumerate(anchors):
        content = _content(looks.roles[i], anchor) if looks.one[i] >= LEAST_ONE else None
        if content:
            runs = {role: _runs(looks.roles[i], anchor, role) for role in ROLES[1:]}
            ruled = informant.votes.claim_at(content[0])
            codes = {name: values[i] for name, values in looks.codes.items()}
            if ruled:
                codes = {n: weigh(n, network.codes[n], p, ruled) for n, p in codes.items()}
            pointed = informant.pointed(clues.slots.who[i], looks.pointed[i])
            frames.append(Frame(content, runs, float(looks.one[i]), codes, pointed, ruled))
    return tuple(sorted(_apart(frames), key=lambda frame: frame.content))


def _content(roles: Floats, anchor: Run) -> Run | None:
    """The content that holds the anchor, or begins next to it."""
    runs = find_runs(roles[:, 0])
    near = [run for run in runs if run.start - FARTHEST <= BEFORE < run.end + FARTHEST]
    best = max(near, key=lambda run: run.mass, default=None)
    shift = anchor[0] - BEFORE
    return (best.start + shift, _go_on(roles[:, 0], best.end) + shift) if best else None


def _go_on(tags: Floats, end: int) -> int:
    """Where a content ends that goes on as long as the network does not rather rule it out."""
    stops = np.flatnonzero((tags[end:, OUT] > MOST_OUT) | (tags[end:, BEGIN] > 1 - MOST_OUT))
    return end + int(stops[0]) if len(stops) else len(tags)


def _runs(roles: Floats, anchor: Run, role: str) -> tuple[Marked, ...]:
    shift = anchor[0] - BEFORE
    found = find_runs(roles[:, ROLES.index(role)], least=LEAST_MARKED.get(role, 0.5))
    return tuple(type(run)(run.start + shift, run.end + shift, run.mass) for run in found)


def _apart(frames: Iterable[Frame]) -> list[Frame]:
    """The frames without those that are a surer one's again."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: -f.one):
        if not any(_is_again(frame, other) for other in kept):
            kept.append(frame)
    return kept


def _is_again(frame: Frame, other: Frame) -> bool:
    """Whether two frames have nearly the same content, or share words and tell the same act in one voice."""
    shared = _shared(frame.content, other.content)
    return shared >= MOST_SHARED or (shared > 0 and _best(frame) == _best(other))


def _best(frame: Frame) -> tuple[int, ...]:
    """The likeliest act and voice."""
    return tuple(int(np.argmax(frame.codes[name])) for name in ("act", "voice"))


def _shared(left: Run, right: Run) -> float:
    both = min(left[1], right[1]) - max(left[0], right[0])
    return both / (max(left[1], right[1]) - min(left[0], right[0])) if both > 0 else 0.0
