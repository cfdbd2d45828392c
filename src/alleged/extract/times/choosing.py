"""Which of the times of a sentence is the event's, and which the saying's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.times.forms import words_in
from alleged.model.claim import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.passages import Passage
    from alleged.extract.times.finding import Timed

_OPENERS = words_in(
    "in on by since then and but also so at the during over early late for from between until meanwhile"
    " later again however though still only as of back"
)
"""What may stand before a time that opens its sentence: "Then, in 2019, ..."."""
FARTHEST = 6
"""Words of reporting between such a time and the clause: "In 2019, the firm's analysts saw *them ...*"."""
_AFTER = frozenset({"following", "after", "about", "before", "amid"})
"""Words that tell of something else beside the time: "In May, *after* the raid"."""
_BEGUN = words_in("began begun started launched starting beginning active")
_WATCHED = words_in("observed saw spotted detected noticed watched caught witnessed recorded")
"""Who says so was there at the time; who reveals it, or accuses of it, speaks later."""
NEAR = 2
"""Words between a clause and a time after it that still belongs to it."""


def choose(passage: Passage, clause: Stretch, times: Sequence[Timed], *, announced: bool = False) -> When:
    """The time of a clause among those of its sentence.

    What is `announced` happened in the month with which its sentence opens: "In May *police* said ...".
    """
    inside = [t for t in times if t.stretch.start in clause]
    outside = [t for t in times if t.stretch.start not in clause and _belongs(passage, clause, t, announced)]
    best = _best(passage, inside) or _best(passage, outside)
    return write(passage, _lasting(passage, best, inside) if best else None, _longest(inside))


def choose_said(passage: Passage, clause: Stretch, times: Sequence[Timed]) -> When:
    """The day of a saying among the times of its sentence."""
    days = (t for t in times if t.is_day and t.stretch.start not in clause)
    said = next((t for t in days if not _adjoins(passage, clause, t)), None)
    if said is None:
        return When()
    start = said.stretch.start
    start -= bool(start and passage.words[start - 1].norm == "on")
    return When(said.edtf, passage.span(Stretch(start, said.stretch.end)))


def write(passage: Passage, timed: Timed | None, length: Timed | None = None) -> When:
    """A time as a claim holds it; a duration beside it is kept if it stands right there."""
    if timed is None:
        return When()
    if length is None or length is timed or _gap(timed.stretch, length.stretch) > NEAR:
        return When(timed.edtf, passage.span(timed.stretch), timed.minimum)
    first, second = sorted([timed.stretch, length.stretch])
    return When(timed.edtf, passage.span(Stretch(first.start, second.end)), length.minimum)


def _gap(one: Stretch, other: Stretch) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _best(passage: Passage, times: Sequence[Timed]) -> Timed | None:
    """The first that is fixed, else the first that is open; what may be part of a name is no time."""
    told = [t for t in times if not t.is_name]
    best = next(iter([*(t for t in told if t.edtf), *told]), None)
    return _closer(passage, best, times) if best else None


def _closer(passage: Passage, timed: Timed, times: Sequence[Timed]) -> Timed:
    """What an apposition makes of a time: "this month, *on July 4*", "two years ago, *in May 2019*"."""
    for other in times:
        between = passage.words[timed.stretch.end : other.stretch.start]
        follows = other.stretch.start >= timed.stretch.end and len(between) <= NEAR
        if follows and between and between[0].is_mark and _is_closer(timed.edtf, other.edtf):
            return other
    return timed


def _lasting(passage: Passage, begun: Timed, times: Sequence[Timed]) -> Timed:
    """A beginning with the end that is told later: "*began in 2019* and went on *until May 2021*"."""
    start = _beginning(passage, begun)
    for other in times if start else ():
        until, _, end = (other.edtf or "").partition("/")
        if until == ".." and begun.stretch.end <= other.stretch.start and (start or "").rstrip("~") <= end:
            both = Stretch(begun.stretch.start, other.stretch.end)
            return replace(begun, stretch=both, edtf=f"{start}/{end}")
    return begun


def _beginning(passage: Passage, timed: Timed) -> str | None:
    """The point from which something went on; None where the words tell only when it was."""
    start, _, end = (timed.edtf or "").partition("/")
    before = passage.words[max(0, timed.stretch.start - NEAR) : timed.stretch.start]
    is_begun = end == ".." or (not end and any(word.norm in _BEGUN for word in before))
    return start if is_begun else None


def _is_closer(edtf: str | None, other: str | None) -> bool:
    """Whether the other time is a part of this one, told more exactly."""
    if not edtf or not other or "/" in edtf + other:
        return False
    return len(other) > len(edtf) and other.startswith(edtf.rstrip("~"))


def _longest(times: Sequence[Timed]) -> Timed | None:
    return next((t for t in times if t.minimum), None)


def _belongs(passage: Passage, clause: Stretch, timed: Timed, announced: bool) -> bool:
    """Whether a time outside of a clause says when what it tells happened: right after it, or opening it."""
    return _adjoins(passage, clause, timed) or _opens(passage, clause, timed, announced)


def _opens(passage: Passage, clause: Stretch, timed: Timed, announced: bool) -> bool:
    """ "In 2019, *they stole plans*", also with words of reporting between: those have their own day."""
    before = passage.words[: timed.stretch.start]
    if timed.stretch.end > clause.start or not all(w.is_mark or w.norm in _OPENERS for w in before):
        return False
    between = passage.words[timed.stretch.end : clause.start]
    if len(between) <= NEAR:
        return _AFTER.isdisjoint(word.norm for word in between)
    lasting = "/" in (timed.edtf or "") or any(word.norm in _WATCHED for word in between)
    return not timed.is_day and (announced or (len(between) <= FARTHEST and lasting))


def _adjoins(passage: Passage, clause: Stretch, timed: Timed) -> bool:
    between = passage.words[clause.end : timed.stretch.start]
    if timed.stretch.start >= clause.end:
        return len(between) <= NEAR and not any(word.is_mark for word in between)
    return False
