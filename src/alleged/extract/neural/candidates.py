"""Whom a document names anywhere: those at whom a claim may point, however far away their names stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.cast import is_opener, name_runs
from alleged.extract.neural.tokens import run_of
from alleged.extract.passages import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.extract.cast import Cast
    from alleged.extract.neural.decode import Run
    from alleged.extract.neural.tokens import Tokens
    from alleged.extract.passages import Passage
    from alleged.model.claim import Claim
    from alleged.model.span import Span

    Naming = tuple[str, Span]
    """A canonical name and the words that name so."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody with a name, and where the document names them."""

    name: str
    mentions: tuple[Span, ...]
    runs: tuple[Run, ...]
    """The tokens of each mention."""


def find_candidates(
    passages: Iterable[Passage], cast: Cast, ruled: Iterable[Claim], tokens: Tokens
) -> tuple[Candidate, ...]:
    """Everybody who is named in some tokens, by a name, or in a claim by rule by a description."""
    found: defaultdict[str, dict[Run, Span]] = defaultdict(dict)
    for name, span in (*_named(passages, cast), *_described(ruled)):
        run = run_of(tokens, span.start, span.end)
        if run:
            found[name].setdefault(run, span)
    return tuple(
        Candidate(name, tuple(at[run] for run in sorted(at)), tuple(sorted(at))) for name, at in found.items()
    )


def _named(passages: Iterable[Passage], cast: Cast) -> Iterator[Naming]:
    for passage in passages:
        known = [Stretch(match.start, match.end) for match in passage.names]
        yield from ((m.name.name, passage.span(s)) for m, s in zip(passage.names, known, strict=True))
        for run in name_runs(passage.words, passage.whole):
            if not any(_overlap(run, stretch) for stretch in known) and _is_name(passage, run, cast):
                yield cast.full_name(passage.said(run)), passage.span(run)


def _is_name(passage: Passage, run: Stretch, cast: Cast) -> bool:
    return not is_opener(passage.words, run) or cast.writes_as_name(passage.words[run.start])


def _described(ruled: Iterable[Claim]) -> Iterator[Naming]:
    for claim in ruled:
        yield from ((side.name, side.span) for side in (*claim.actors, *claim.targets) if side.span)


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end
