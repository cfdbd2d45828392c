"""The times of one clause of a sentence by itself, as `date_claims` finds them for each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.times.calendar import read_anchor
from alleged.extract.times.choosing import choose, choose_said
from alleged.extract.times.finding import find_times

if TYPE_CHECKING:
    from alleged.extract.passages import Passage, Stretch
    from alleged.model.claim import When


def find_when(passage: Passage, clause: Stretch, published: str | None = None) -> When:
    return choose(passage, clause, find_times(passage, read_anchor(published)))


def find_said(passage: Passage, clause: Stretch, published: str | None = None) -> When:
    return choose_said(passage, clause, find_times(passage, read_anchor(published)))
