"""Who reports, and who is accused: the phrases around a cue that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.phrases import phrase_after, phrase_before
from alleged.extract.verbs import heads_clause, is_participle
from alleged.lexicon.grammar import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.passages import Passage
    from alleged.lexicon.rules import CueCode, Match
    from alleged.lexicon.words import Word

_GROUNDS = frozenset({"with", "for", "over", "of", "regarding"})
FARTHEST_AGENT = 6
"""Words after a cue among which the "by" of its agent stands."""


def find_subject(passage: Passage, cue: Match[CueCode]) -> Stretch | None:
    """Who speaks: the phrase before the cue; of a participle or a second verb, the subject of the first."""
    joined = cue.start > 0 and passage.words[cue.start - 1].norm in {"and", "but", "or"}
    if joined or is_participle(passage.words, cue.start):
        return find_main_subject(passage, cue.start)
    return phrase_before(passage.words, cue.start)


def find_main_subject(passage: Passage, before: int) -> Stretch | None:
    """The subject of the main verb before `before`: the last cue, else the first act."""
    cues = [c.start for c in passage.cues if c.start < before and heads_clause(passage.words, c.start)]
    acts = [m.start for m in passage.acts if m.start < before and m.code.shape == "verb"]
    for verb in [*reversed(cues), *acts]:
        subject = phrase_before(passage.words, verb)
        if subject:
            return subject
    return phrase_after(passage.words, _after_opening(passage.words))


def _after_opening(words: Sequence[Word]) -> int:
    """Past "On Monday," at the beginning of a sentence."""
    if words[0].norm not in grammar().prepositions:
        return 0
    return next((i + 1 for i, word in enumerate(words) if word.norm == ","), 0)


def find_owner(passage: Passage, cue: Match[CueCode], before: Stretch | None) -> Stretch | None:
    """Whose accusation it is: "*Riga's* claim that"; of "Riga repeated *its* claim that", the subject."""
    if before is None or passage.words[before.end - 1].norm not in grammar().possessives:
        return None
    if passage.words[before.end - 1].norm in grammar().owners:
        return find_main_subject(passage, cue.start)
    return Stretch(before.start, before.end - 1)


def find_agent(words: Sequence[Word], start: int) -> Stretch | None:
    """Who follows "by", close to where it is looked for."""
    for index in range(start, min(start + FARTHEST_AGENT, len(words) - 1)):
        if words[index].norm == "by":
            return phrase_after(words, index + 1)
        if words[index].is_mark:
            return None
    return None


def without_ground(words: Sequence[Word], by: Stretch | None) -> Stretch | None:
    """Without what somebody is accused of: "by the Bank of Riga *of theft*"."""
    if by is None:
        return None
    grounds = (i for i in range(by.start + 1, by.end - 1) if words[i].norm in _GROUNDS)
    ground = next((i for i in grounds if not words[i + 1].is_name_like), by.end)
    return Stretch(by.start, ground)


def accused_after(words: Sequence[Word], cue: Match[CueCode], content: Stretch) -> Stretch:
    """Where the accused stand: "attributed Y to X", "blamed Y on X", else first."""
    joiner = "to" if cue.rule.id == "attribute" else "on"
    found = next((i for i in range(cue.end, content.end) if words[i].norm in {joiner, "of", "for"}), None)
    if found is None or words[found].norm != joiner:
        return content
    return Stretch(found + 1, content.end)


def find_ground(words: Sequence[Word], cue: Match[CueCode]) -> int | None:
    """What introduces the ground: "charges *of* theft", but "charged officers of it *with* theft"."""
    known = _GROUNDS - {"with"} if cue.rule.id == "sanction" else _GROUNDS
    grounds = (i for i in range(cue.start + 1, len(words)) if words[i].norm in known)
    return next((i for i in grounds if _introduces(words, cue, i)), None)


def _introduces(words: Sequence[Word], cue: Match[CueCode], at: int) -> bool:
    """Whether a ground follows: not in "a front *for* China's ministry", nor "charged officers *of* it"."""
    if words[at].norm == "of":
        return at == cue.end
    names = at + 1 < len(words) and words[at + 1].is_name_like
    return words[at].norm != "for" or not names
