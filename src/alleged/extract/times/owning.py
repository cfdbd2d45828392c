"""Whose time is it? In a sentence with several claims each time belongs to the one that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.times.forms import words_in
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.extract.passages import Passage, Stretch
    from alleged.extract.times.finding import Timed

HAPPENED = frozenset({Kind.OPERATION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds that tell of one happening: what was done, what it did, and why."""
HAPPENINGS = frozenset({Kind.OPERATION, Kind.IMPACT})
"""Those of them that take a time from beside them; a motive has one only where it is said of it."""
MARKS_AT_END = 2
"""A full stop, and a quotation mark after it."""
HAPPENED_GROUP = "happened"
_RESPONSES = words_in(
    "action actions announcement arrest arrests attribution charges conference decision designation"
    " designations event hearing indictment indictments meeting meetings move notice operation order raid"
    " raids sanctions sentencing statement statements summit takedown verdict warning warnings"
)
"""What "Monday's ..." may be for the time to be that of a response."""
_OF = frozenset({"for", "of", "with", "over"})
"""What follows a time between the accused and the deed."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim of a sentence tells: its words and its kind."""

    stretch: Stretch
    kind: Kind

    @property
    def group(self) -> str:
        """Claims of one group may tell of the same happening."""
        return HAPPENED_GROUP if self.kind in HAPPENED else self.kind.value


def find_owned(
    passage: Passage, times: Iterable[Timed], told: Told, beside: Sequence[Told]
) -> tuple[Timed, ...]:
    """The times of a sentence that may be those of one of its claims; `beside` are all of its claims."""
    return tuple(t for t in times if _may_own(passage, t, told, beside))


def find_shared(passage: Passage, times: Iterable[Timed], told: Told, beside: Sequence[Told]) -> Timed | None:
    """The time at the end of a sentence that its claims share: "They broke in *and stole plans in May*"."""
    last = len(passage.words) - MARKS_AT_END
    later = [o.stretch for o in beside if o.group == told.group and o.stretch.start >= told.stretch.end]
    ending = (t for t in times if t.edtf and t.stretch.end >= last)
    held = (t for t in ending if any(t.stretch.start in stretch for stretch in later))
    return next(held, None)


def leave_happenings(times: Iterable[Timed], told: Told, beside: Sequence[Told]) -> tuple[Timed, ...]:
    """The times of a sentence but those in what other claims tell to have happened: nothing was said then."""
    others = [other.stretch for other in beside if other != told and other.kind in HAPPENED]
    return tuple(t for t in times if not any(t.stretch.start in stretch for stretch in others))


def _may_own(passage: Passage, timed: Timed, told: Told, beside: Sequence[Told]) -> bool:
    at = timed.stretch.start
    holders = [other for other in beside if at in other.stretch and other.kind is not Kind.COMMENT]
    if at in told.stretch:
        return not _is_inner(told, holders) and _fits(passage, timed, told)
    if told.kind is Kind.ATTRIBUTION:
        return False
    return all(holder.group == told.group for holder in holders)


def _is_inner(told: Told, holders: Iterable[Told]) -> bool:
    """Whether the time stands in a claim inside of this one: "accused it of *last year's theft*"."""
    return any(_is_inside(other.stretch, told.stretch) and other.group != told.group for other in holders)


def _is_inside(inner: Stretch, outer: Stretch) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and len(inner) < len(outer)


def _fits(passage: Passage, timed: Timed, told: Told) -> bool:
    """Whether the words leave a time to the claim.

    "Last year's theft" is not when police acted, and the day "by" which all must act is a deadline.
    """
    if told.kind is Kind.RESPONSE and (timed.edtf or "").startswith("../"):
        return False
    after = [word.norm for word in passage.words[timed.stretch.end : timed.stretch.end + 4]]
    if told.kind is Kind.RESPONSE and after[:1] == ["'s"]:
        return not _RESPONSES.isdisjoint(after)
    return not (told.kind in HAPPENED and _is_of_accusation(passage, told.stretch, after[:1]))


def _is_of_accusation(passage: Passage, clause: Stretch, after: list[str]) -> bool:
    """ "It blamed *them in June for the theft*": the time is that of the blame."""
    governed = any(cue.end <= clause.start <= cue.end + 1 for cue in passage.cues)
    return governed and not _OF.isdisjoint(after)
