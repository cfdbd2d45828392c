"""Clauses: the pieces of a sentence that state one proposition each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.lexicon.grammar import grammar
from alleged.model.vocabulary import Act

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.extract.passages import Passage

SHORTEST = 3
_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "that", "the"})
_BREAKS = frozenset({";", "--", "—", "–"})


def split_clauses(passage: Passage, stretch: Stretch) -> tuple[Stretch, ...]:
    """The clauses of a stretch, in order; pieces too short to stand alone go with the one before."""
    starts = [stretch.start]
    for index in range(stretch.start + 1, stretch.end):
        if _begins_clause(passage, index) and index - starts[-1] >= SHORTEST:
            starts.append(index)
    ends = [*starts[1:], stretch.end]
    return tuple(_trimmed(passage, Stretch(a, b)) for a, b in zip(starts, ends, strict=True))


def join_clauses(clauses: Iterable[Stretch], carries: Iterable[bool]) -> tuple[Stretch, ...]:
    """The clauses with those that carry nothing joined to the one before them."""
    joined: list[Stretch] = []
    leading: Stretch | None = None
    for clause, carrying in zip(clauses, carries, strict=True):
        if carrying:
            joined.append(Stretch(leading.start, clause.end) if leading else clause)
            leading = None
        elif joined:
            joined[-1] = Stretch(joined[-1].start, clause.end)
        else:
            leading = Stretch(leading.start, clause.end) if leading else clause
    return tuple(joined)


def _begins_clause(passage: Passage, index: int) -> bool:
    words = passage.words
    word, before = words[index], words[index - 1]
    if before.text in _BREAKS:
        return True
    if before.norm == ",":
        return _begins_after_comma(passage, index)
    if word.norm in {"and", "or"}:
        return _verb_act_at(passage, index + 1)
    return word.norm in grammar().clause_openers or _motive_at(passage, index)


def _begins_after_comma(passage: Passage, index: int) -> bool:
    norm = passage.words[index].norm
    if norm in {"and", "or"}:
        return _verb_act_at(passage, index + 1) or _subject_at(passage, index + 1)
    return (
        norm in grammar().comma_openers
        or (norm.endswith("ing") and _verb_act_at(passage, index))
        or _motive_at(passage, index)
    )


def _verb_act_at(passage: Passage, index: int) -> bool:
    at = index
    while at < len(passage.words) and at - index < SHORTEST and _helps_verb(passage, at):
        at += 1
    helped = any(passage.words[i].norm in grammar().auxiliaries for i in range(index, at))
    return any(m.code.shape == "verb" for m in passage.acts_at(at)) and (helped or _is_finite(passage, at))


def _is_finite(passage: Passage, at: int) -> bool:
    """Whether a verb needs no helper of the verb before it: "stole", but not "could ... or steal"."""
    return (
        passage.words[at].norm.endswith(("ed", "s", "ing"))
        or passage.words[at].norm in grammar().irregular_past
    )


def _helps_verb(passage: Passage, index: int) -> bool:
    norm = passage.words[index].norm
    return norm in grammar().auxiliaries or norm in grammar().adverbs or norm.endswith("ly")


def _subject_at(passage: Passage, index: int) -> bool:
    return index < len(passage.words) and passage.words[index].norm in _SUBJECTS


def _motive_at(passage: Passage, index: int) -> bool:
    return any(m.code.act is Act.MOTIVE for m in passage.acts_at(index))


def _trimmed(passage: Passage, clause: Stretch) -> Stretch:
    start, end = clause.start, clause.end
    while end > start + 1 and passage.words[end - 1].is_mark and passage.words[end - 1].text not in ")%":
        end -= 1
    while start < end - 1 and (
        passage.words[start].is_mark or passage.words[start].norm in {"and", "but", "or"}
    ):
        start += 1
    return Stretch(start, end)
