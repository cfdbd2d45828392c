"""Who says what, by which words: attributions as PolNeAR has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.neural.clues import no_clues
from alleged.extract.neural.decode import Marked, find_cues, find_runs, softmax
from alleged.extract.neural.network import ATTRIBUTION, BEFORE, ROLES
from alleged.model.document import Extent

if TYPE_CHECKING:
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.network import Memory, Network
    from alleged.extract.neural.tokens import Tokens

LEAST_CUE = 0.25
"""Probability from which a token is looked at as the beginning of a cue."""
LEAST_ONE = 0.5
"""Probability from which what stands there is an attribution."""
LEAST_SHARE = 0.2
"""A further part of a content holds at least this share of its largest part."""
_CONTENT, _SPEAKER = ROLES.index("content"), ROLES.index("speaker")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution; a source may be missing, a content in several parts."""

    sources: tuple[Extent, ...]
    cues: tuple[Extent, ...]
    contents: tuple[Extent, ...]


def find_attributions(tokens: Tokens, memory: Memory, network: Network) -> tuple[Attribution, ...]:
    """The attributions of a text in order of their cues."""
    cues = _apart(find_cues(softmax(memory.marks[:, :3]), LEAST_CUE))
    if not cues:
        return ()
    looks = network.look(memory, cues, ATTRIBUTION, no_clues(len(cues)))
    found = (
        _attribution(tokens, cue, roles)
        for cue, roles, one in zip(cues, looks.roles, looks.one, strict=True)
        if one >= LEAST_ONE
    )
    return tuple(attribution for attribution in found if attribution.contents)


def _apart(cues: list[Run]) -> list[Run]:
    """The cues without those that begin inside the one before."""
    kept: list[Run] = []
    for cue in cues:
        if not kept or cue[0] >= kept[-1][1]:
            kept.append(cue)
    return kept


def _attribution(tokens: Tokens, cue: Run, roles: Floats) -> Attribution:
    contents = find_runs(roles[:, _CONTENT])
    sources = find_runs(roles[:, _SPEAKER])
    largest = max((run.mass for run in contents), default=0.0)
    kept = [run for run in contents if run.mass >= LEAST_SHARE * largest]
    best = sorted(sources, key=lambda run: -run.mass)[:1]
    return Attribution(_extents(tokens, cue, best), (extent_of(tokens, cue),), _extents(tokens, cue, kept))


def _extents(tokens: Tokens, anchor: Run, runs: list[Marked]) -> tuple[Extent, ...]:
    shift = anchor[0] - BEFORE
    return tuple(extent_of(tokens, (run.start + shift, run.end + shift)) for run in runs)


def extent_of(tokens: Tokens, run: Run) -> Extent:
    """A run of tokens as code points of the text."""
    return Extent(int(tokens.starts[run[0]]), int(tokens.ends[run[1] - 1]))
