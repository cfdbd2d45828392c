"""Reporting in a sentence: who is said to say, with which cue, and what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.extract.acts import has_verb
from alleged.extract.contents import (
    SHORTEST_CONTENT,
    after_description,
    after_hearer,
    clause_around,
    content_after,
    end_before_rejection,
    end_of_tail,
    stands_before,
    start_of_refused,
)
from alleged.extract.passages import Stretch
from alleged.extract.phrases import (
    closes_quotation,
    end_before_verb,
    is_negated,
    is_noun_here,
    is_passive,
    phrase_after,
    phrase_before,
)
from alleged.extract.subjects import (
    accused_after,
    find_agent,
    find_ground,
    find_owner,
    find_subject,
    without_ground,
)
from alleged.extract.verbs import is_epithet, is_naming, is_no_verb, is_reduced, is_reduced_passive
from alleged.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alleged.extract.passages import Passage
    from alleged.lexicon.rules import CueCode, Match
    from alleged.lexicon.words import Word

MOST_CUES = 16
"""Cues that are read in one sentence: one with more is a list, and all of them would cost their square."""
NEAR = 3
_VERBS = frozenset({"says", "finds", "accuses", "rejects"})
"""Frames whose cue is a verb that a "not" can turn."""
_NOUN_OR_VERB = frozenset({"claim", "claims", "charge"})


@dataclass(frozen=True, slots=True)
class Report:
    """One cue with its content and, where it is in the sentence, its speaker."""

    cue: Match[CueCode]
    content: Stretch
    speaker: Stretch | None = None
    passive: bool = False
    """Nobody is named as the speaker because the cue is passive: "is accused of"."""
    accused: Stretch | None = None
    """Who is charged or sanctioned, where the content is only the ground for it."""
    tail_end: int = 0
    """Where the words end that follow a cue whose content stands before it: "..., he said in a statement"."""
    turned: Stance | None = None
    """The stance where the cue is negated: "did *not* confirm" confirms nothing."""

    @property
    def cue_words(self) -> Stretch:
        """The words of the cue."""
        return Stretch(self.cue.start, self.cue.end)

    @property
    def stance(self) -> Stance:
        """What the cue makes of its content."""
        return self.turned or self.cue.code.stance

    @property
    def shortest(self) -> int:
        """The fewest words that its content needs; "denied it" needs no more than one."""
        return 1 if self.cue.code.frame == "rejects" else SHORTEST_CONTENT


def find_reports(passage: Passage) -> tuple[Report, ...]:
    """The reports of a sentence in the order of their cues."""
    found: list[Report] = []
    for cue in passage.cues[:MOST_CUES]:
        for report in _FRAMES[cue.code.frame](passage, cue):
            trimmed = _turn(passage, _trim(passage, report))
            if len(trimmed.content) >= trimmed.shortest or _introduces(passage, trimmed):
                found.append(trimmed)
    return tuple(report for report in found if not _is_rejected(report, found))


def _turn(passage: Passage, report: Report) -> Report:
    """A negated cue denies what was believed or found, and leaves the rest unsaid."""
    code = report.cue.code
    if code.frame not in _VERBS or not is_negated(passage.words, report.cue.start):
        return report
    unfound = code.frame == "finds" or code.stance is Stance.ASSESSES
    unlinked = report.cue.rule.id == "attribute" and report.passive
    return replace(report, turned=Stance.DENIES if unfound or unlinked else Stance.DECLINES)


def _introduces(passage: Passage, report: Report) -> bool:
    """Whether all that is said stands below: "The ministry said:"."""
    return report.content.start == len(passage.words) and passage.words[-1].text == ":"


def _is_rejected(report: Report, reports: Iterable[Report]) -> bool:
    """Whether the accusation is only what somebody rejects: "rejected *accusations that*"."""
    if report.cue.code.frame != "noun":
        return False
    rejected = (r.cue.end for r in reports if r.cue.code.frame == "rejects")
    return any(end <= report.cue.start <= end + NEAR for end in rejected)


def _trim(passage: Passage, report: Report) -> Report:
    """The content without marks at its ends, and inside the quotation that its cue stands in."""
    inside = passage.quotation_around(report.cue.start) or passage.whole
    start, end = max(report.content.start, inside.start), min(report.content.end, inside.end)
    while start < end and passage.words[start].is_mark:
        start += 1
    while end > start and passage.words[end - 1].is_mark and passage.words[end - 1].text not in ")%":
        end -= 1
    return replace(report, content=Stretch(start, end))


def _says(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    if is_no_verb(words, cue):
        return
    if is_passive(words, cue.start) or is_naming(words, cue) or is_reduced(words, cue):
        yield from _passive_finding(passage, cue)
        return
    subject = find_subject(passage, cue)
    if stands_before(passage, cue, subject):
        yield from _with_content_before(passage, cue, subject)
        return
    yield Report(cue, content_after(passage, after_hearer(passage.words, cue)), subject)


def _accuses(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    if is_no_verb(words, cue):
        return
    if is_passive(words, cue.start) or is_reduced_passive(words, cue):
        clause = clause_around(passage, cue)
        by = without_ground(words, find_agent(words, cue.end))
        if by is None and is_epithet(words, cue):
            return
        yield Report(cue, clause, by, by is None, accused_after(words, cue, clause))
        return
    content, subject = content_after(passage, cue.end), find_subject(passage, cue)
    if subject or words[cue.start].norm.endswith("ed"):
        yield Report(cue, content, subject, subject is None, accused_after(words, cue, content))


def _punishes(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    """The ground of a charge or a sanction, alleged by who charges or sanctions."""
    words = passage.words
    if is_noun_here(words, cue.start):
        return
    passive = is_passive(words, cue.start) or words[cue.start].norm in {"face", "faces", "facing", "faced"}
    speaker = find_agent(words, cue.end) if passive else phrase_before(words, cue.start)
    ground = find_ground(words, cue)
    if ground is not None:
        accused = Stretch(0, end_before_verb(words, cue.start)) if passive else Stretch(cue.end, ground)
        yield Report(cue, content_after(passage, ground + 1), speaker, speaker is None, accused)


def _according(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    speaker = phrase_after(words, cue.end)
    if speaker is None:
        return
    after = after_description(words, speaker.end)
    if cue.start <= 1:
        yield Report(cue, content_after(passage, after), speaker)
    else:
        yield Report(cue, Stretch(0, cue.start), speaker)


def _noun(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    before = phrase_before(words, cue.start)
    if before and words[cue.start].norm in _NOUN_OR_VERB and not is_noun_here(words, cue.start):
        yield from _says(passage, cue)
        return
    if words[cue.end - 1].norm in {"that", "of"}:
        owner = find_owner(passage, cue, before)
        content = Stretch(cue.end, end_before_rejection(passage, cue.end))
        yield Report(cue, content, owner, passive=owner is None)


def _rejects(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    if is_no_verb(words, cue) and cue.end - cue.start == 1:
        return
    passive = is_passive(words, cue.start)
    speaker = find_agent(words, cue.end) if passive else find_subject(passage, cue)
    if stands_before(passage, cue, speaker):
        yield from _with_content_before(passage, cue, speaker)
    elif passive:
        yield Report(cue, Stretch(0, end_before_verb(words, cue.start)), speaker, passive=speaker is None)
    else:
        start = cue.end if cue.end - cue.start == 1 else cue.start + 1
        yield Report(cue, content_after(passage, start), speaker)


def _refuses(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    speaker = phrase_before(passage.words, cue.start)
    yield Report(cue, content_after(passage, start_of_refused(passage.words, cue)), speaker)


def _passive_finding(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    by = find_agent(passage.words, cue.end)
    if by:
        yield Report(cue, Stretch(0, end_before_verb(passage.words, cue.start)), by)


def _with_content_before(passage: Passage, cue: Match[CueCode], subject: Stretch | None) -> Iterator[Report]:
    words = passage.words
    precedes = subject is not None and subject.end <= cue.start and _ends_name(words[subject.end - 1])
    speaker = subject if precedes else phrase_after(words, cue.end)
    end = speaker.start if speaker and speaker.end <= cue.start else cue.start
    tail = end_of_tail(words, cue, speaker)
    inserted = end < tail < len(words) and words[tail].norm == "," and not has_verb(passage, Stretch(0, end))
    yield Report(cue, passage.whole if inserted else Stretch(0, end), speaker, tail_end=tail)
    quoted = any(closes_quotation(words, index) for index in range(max(0, end - 2), end))
    second = _quotation_after(passage, tail) if quoted and not inserted else None
    if second:
        yield Report(cue, second, speaker)


def _quotation_after(passage: Passage, start: int) -> Stretch | None:
    """The second half of a quotation: "“It was hit,” she said, *“and robbed”*"."""
    quoted = (passage.quotation_around(index) for index in range(start, len(passage.words)))
    return next((quotation for quotation in quoted if quotation), None)


def _ends_name(word: Word) -> bool:
    return not word.is_mark or word.text == ")"


_FRAMES: dict[str, Callable[[Passage, Match[CueCode]], Iterator[Report]]] = {
    "says": _says,
    "finds": _says,
    "accuses": _accuses,
    "punishes": _punishes,
    "according": _according,
    "noun": _noun,
    "rejects": _rejects,
    "refuses": _refuses,
}
