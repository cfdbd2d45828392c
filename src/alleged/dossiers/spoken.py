"""Sentences in which somebody is said to say something: where a document without claims is worth a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count, tell_part
from alleged.extract.passages import find_passages, leave_headings
from alleged.extract.reports import find_reports

if TYPE_CHECKING:
    from alleged.model.document import Sentence, Text


def find_spoken(text: Text) -> tuple[Sentence, ...]:
    """The sentences of the report, headings aside, that have a verb of saying, in order."""
    return tuple(each.sentence for each in leave_headings(find_passages(text)) if find_reports(each))


def tell_barren(text: Text) -> str:
    """Why no claim was found: "3 of 41 sentences have a verb of saying"."""
    told, saying = len(leave_headings(find_passages(text))), len(find_spoken(text))
    if not told:
        return "it has no sentence that could hold one"
    if not saying:
        return f"none of its {tell_count(told, 'sentence')} has a verb of saying"
    return f"{tell_part(saying, told, 'sentence')} {'has' if saying == 1 else 'have'} a verb of saying"
