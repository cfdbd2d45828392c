"""Propositions: what each voice says, cut into clauses of one proposition each, before the act is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.extract.acts import STRONG, carries_claim, find_deed, has_verb
from alleged.extract.clauses import join_clauses, split_clauses
from alleged.extract.passages import Stretch
from alleged.extract.speakers import narrator, unnamed
from alleged.lexicon.grammar import grammar
from alleged.model.vocabulary import Act, Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.extract.passages import Passage
    from alleged.extract.reports import Report
    from alleged.extract.voices import Voice
    from alleged.lexicon.words import Word
    from alleged.model.claim import Speaker
    from alleged.model.vocabulary import Role

LONGEST_OWN = 60
"""Words; a longer clause in the document's own voice is a list or a table, not a statement."""
SHORTEST_OWN = 4
SHORTEST_QUOTATION = 3
_ADDING = frozenset({"and", "but", "while"})
_JOINING = frozenset({"and", "or", "the", "a", "that"})
_LEADING_ON = frozenset({"with", "for", "of", "to", "on", "by", "as", "in"})
_OWN_VOICE_TOO = frozenset({"punishes"})
"""Frames whose cue is itself something that happened: somebody was charged."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One proposition of a passage with its speaker and stance."""

    passage: Passage
    content: Stretch
    within: Stretch
    """What the content was cut from: the whole of what the speaker says here."""
    speaker: Speaker
    stance: Stance = Stance.ASSERTS
    default: Act | None = Act.COMMENT
    """The act where the words tell none; without one there is no claim."""
    report: Report | None = None
    under: Report | None = None
    """The report that stands above the list which this is an item of."""

    @property
    def cue(self) -> Stretch | None:
        """The words of the cue, where there is one."""
        return self.report.cue_words if self.report else None

    @property
    def act(self) -> Act | None:
        """The act that the cue fixes, whatever the words of the content tell."""
        report = self.report or self.under
        return report.cue.code.act if report and report.cue.code.own else None

    @property
    def accused(self) -> Stretch | None:
        """Where the accused stand, if the cue accuses."""
        return self.report.accused if self.report else None


def find_sayings(voice: Voice, own_role: Role) -> Iterator[Saying]:
    """The propositions of a passage: reported, quoted, listed, or the document's own."""
    for report, speaker in voice.spoken:
        for saying in _reported(voice, report, speaker):
            yield _own_act_of_accuser(saying, narrator(own_role))
        yield from _formal_act(voice.passage, report, narrator(own_role))
    if voice.speaker and voice.under:
        yield from _listed(voice, voice.speaker, voice.under)
    elif voice.speaker and _is_quotation(voice.passage):
        yield from _continued(voice, voice.speaker)
    else:
        yield from _own(voice, unnamed(own_role) if _is_quotation(voice.passage) else narrator(own_role))


def trimmed(passage: Passage, stretch: Stretch) -> Stretch:
    """A stretch without the marks at its ends, and without a joining word that its end has lost."""
    start, end = stretch.start, stretch.end
    while start < end and passage.words[start].is_mark:
        start += 1
    while end > start and _is_loose_end(passage.words, end - 1):
        end -= 1
    return Stretch(start, end)


def _is_loose_end(words: Sequence[Word], at: int) -> bool:
    """Whether a mark or a word is left over where a piece was cut off; "they broke *in*." is not."""
    if words[at].is_mark:
        return words[at].text not in ")%"
    ends = at + 1 == len(words) or (words[at + 1].is_mark and words[at + 1].text != ":")
    return words[at].norm in _JOINING or (words[at].norm in _LEADING_ON and not ends)


def _reported(voice: Voice, report: Report, speaker: Speaker) -> Iterator[Saying]:
    if not len(report.content):
        return
    passage = voice.passage
    inner = [r for r in voice.reports if r is not report and r.cue.start in report.content]
    default = _default_act(passage, report)
    for clause in _propositions(passage, _before_inner(passage, report, inner)):
        if not any(_covers(r, clause) for r in inner):
            yield Saying(passage, clause, report.content, speaker, report.stance, default, report)


def _formal_act(passage: Passage, report: Report, speaker: Speaker) -> Iterator[Saying]:
    """That somebody was blamed in form is an act of its own, beside the accusation: "*formally* blamed"."""
    start = report.speaker.start if report.speaker else report.cue.start
    formal = any(m.code.act is Act.ATTRIBUTE for m in passage.acts_in(Stretch(start, report.cue.end)))
    if formal and report.cue.code.frame == "accuses" and report.content.start >= report.cue.end:
        whole = Stretch(start, report.content.end)
        yield Saying(passage, whole, whole, speaker, default=None)


def _default_act(passage: Passage, report: Report) -> Act | None:
    """The act of a content that has no words for one: none for a bare find, unless of *nothing*."""
    start, frame = report.content.start, report.cue.code.frame
    if frame == "punishes":
        return Act.OTHER_OPERATION if _names_deed(passage, start) else None
    if frame != "finds":
        return report.cue.code.act
    negative = any(m.code is Stance.DENIES and start <= m.start <= start + 1 for m in passage.hedges)
    return Act.COMMENT if negative else None


def _names_deed(passage: Passage, start: int) -> bool:
    """Whether a charge or a sanction is for something done: "for *helping* hackers", "for *their* role"."""
    first = passage.words[start].norm
    return first.endswith("ing") or first in grammar().owners or first == "allegedly"


def _own_act_of_accuser(saying: Saying, own: Speaker) -> Saying:
    """What the accuser did is told by the document, not alleged: "accused X *and imposed sanctions*"."""
    deed = find_deed(saying.passage, saying.content)
    second = saying.report is not None and saying.content.start > saying.report.content.start
    responds = deed is not None and deed.act.kind is Kind.RESPONSE
    if not (second and responds and saying.stance is Stance.ALLEGES):
        return saying
    whole = saying.passage.whole
    return replace(saying, speaker=own, stance=Stance.ASSERTS, report=None, within=whole)


def _listed(voice: Voice, speaker: Speaker, under: Report) -> Iterator[Saying]:
    """An item of a list below a report: "Zhao accused the US of: ..."."""
    for free in _free_stretches(voice):
        for clause in _propositions(voice.passage, free):
            yield Saying(voice.passage, clause, free, speaker, voice.stance, under.cue.code.act, under=under)


def _continued(voice: Voice, speaker: Speaker) -> Iterator[Saying]:
    """A quotation that goes on without a cue."""
    for clause in _propositions(voice.passage, trimmed(voice.passage, voice.passage.whole)):
        if not any(_covers(r, clause) for r in voice.reports):
            yield Saying(voice.passage, clause, voice.passage.whole, speaker)


def _own(voice: Voice, speaker: Speaker) -> Iterator[Saying]:
    passage = voice.passage
    for free in _free_stretches(voice):
        clauses = split_clauses(passage, free)
        for clause in join_clauses(clauses, [carries_claim(passage, c) for c in clauses]):
            if _states_something(passage, clause):
                yield Saying(passage, clause, free, speaker, default=None)


def _states_something(passage: Passage, clause: Stretch) -> bool:
    return carries_claim(passage, clause) and has_verb(passage, clause) and len(clause) <= LONGEST_OWN


def _before_inner(passage: Passage, report: Report, inner: Iterable[Report]) -> Stretch:
    """The content up to a report that is no part of it: "denied X *and said Y*", "said X, *and Z said Y*"."""
    words = passage.words
    hanging = [r.cue.start for r in inner if words[r.cue.start - 1].norm in _ADDING | {","}]
    speakers = [r.speaker.start for r in inner if r.speaker and r.speaker.start - 1 in report.content]
    others = [start for start in speakers if words[start - 1].norm in _ADDING]
    return Stretch(report.content.start, min([*hanging, *others, report.content.end]))


def _covers(inner: Report, clause: Stretch) -> bool:
    shared = min(clause.end, inner.content.end) - max(clause.start, inner.content.start)
    return shared * 2 > len(clause)


def _propositions(passage: Passage, content: Stretch) -> tuple[Stretch, ...]:
    clauses = split_clauses(passage, content)
    if len(clauses) == 1:
        return clauses
    deeds = [find_deed(passage, clause) for clause in clauses]
    strong = [deed is not None and deed.match.code.weight >= STRONG for deed in deeds]
    return join_clauses(clauses, strong) or (content,)


def _free_stretches(voice: Voice) -> Iterator[Stretch]:
    """The parts of a passage that nobody is reported to say."""
    parts = [part for report in voice.reports for part in _reported_parts(report)]
    taken = {index for part in parts for index in range(part.start, part.end)}
    start, end = 0, len(voice.passage.words)
    for index in range(end + 1):
        if index == end or index in taken:
            inside = trimmed(voice.passage, Stretch(start, index))
            if len(inside) >= SHORTEST_OWN:
                yield inside
            start = index + 1


def _reported_parts(report: Report) -> Iterator[Stretch]:
    """What is not the document's own voice; that somebody was charged or sanctioned is."""
    yield report.content
    if report.cue.code.frame not in _OWN_VOICE_TOO:
        yield report.cue_words
        yield report.speaker or report.cue_words
    if report.content.end <= report.cue.start:
        yield Stretch(report.cue.end, report.tail_end)


def _is_quotation(passage: Passage) -> bool:
    inside = trimmed(passage, passage.whole)
    if len(inside) < SHORTEST_QUOTATION:
        return False
    return passage.is_quoted(inside.start) and passage.is_quoted(inside.end - 1)
