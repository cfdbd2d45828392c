"""Whose voice each sentence is: reports with their speakers, quotations that go on, lists under a report."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_pronoun
from alleged.extract.reports import SHORTEST_CONTENT, find_reports
from alleged.extract.speakers import find_speaker, narrator, unnamed
from alleged.lexicon.grammar import grammar
from alleged.model.vocabulary import Basis, Part, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.extract.passages import Passage
    from alleged.extract.reports import Report
    from alleged.extract.speakers import Memory
    from alleged.model.claim import Speaker
    from alleged.model.document import Extent

_ACCUSING = frozenset({"accuse", "charge", "sanction"})
_GRAVE = frozenset({Stance.ALLEGES, Stance.DENIES})
"""Stances that are somebody's even where nobody is known to speak; never the document's own statement."""
_SPEAKERLESS = frozenset({"accuses", "punishes", "noun"})
"""Frames that make a claim although nobody is named."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A passage with its reports and their speakers."""

    passage: Passage
    reports: tuple[tuple[Report, Speaker], ...]
    speaker: Speaker | None = None
    """Who speaks the whole passage, where it has no report of its own: a quotation that goes on, a list."""
    under: Report | None = None
    """The report that a list item stands under."""
    stance: Stance = Stance.ASSERTS
    """The stance of that report, its hedges counted."""


@dataclass
class _Listener:
    memory: Memory
    own_role: Role
    quotations: dict[Extent, Speaker] = field(default_factory=dict)
    accuser: Speaker | None = None
    heading: tuple[Report, Speaker, Stance] | None = None


class _Quoted:
    """Who speaks each quotation: by its own report, by its neighbour in the paragraph, or who spoke last."""

    def __init__(self, quotations: Mapping[Extent, Speaker], heard: Iterable[Voice]) -> None:
        self._speakers = quotations
        self._starts = sorted(quotations)
        self._by_paragraph: dict[int, Speaker] = {}
        for voice in heard:
            for quotation in voice.passage.quotations:
                if quotation in quotations:
                    self._by_paragraph.setdefault(voice.passage.sentence.paragraph, quotations[quotation])

    def speaker_of(self, passage: Passage) -> Speaker | None:
        """Who speaks the quotation that a passage stands in; None where nobody is known to."""
        if not passage.quotations:
            return None
        own = (self._speakers.get(quotation) for quotation in passage.quotations)
        found = next((s for s in own if s), None) or self._neighbour(passage)
        return replace(found, basis=Basis.INHERITED) if found else None

    def _neighbour(self, passage: Passage) -> Speaker | None:
        here = self._by_paragraph.get(passage.sentence.paragraph)
        before = bisect_left(self._starts, passage.sentence.start, key=lambda q: q.start)
        return here or (self._speakers[self._starts[before - 1]] if before else None)


def find_voices(passages: Sequence[Passage], memory: Memory, own_role: Role) -> tuple[Voice, ...]:
    """The voices of a document, a passage each, in order."""
    listener = _Listener(memory, own_role)
    heard = [_hear(listener, passage) for passage in passages]
    quoted = _Quoted(listener.quotations, heard)
    return tuple(_complete(listener, voice, quoted) for voice in heard)


def _hear(listener: _Listener, passage: Passage) -> Voice:
    """First pass, in reading order: the reports whose cue stands outside quotation marks."""
    under = _listed_under(listener, passage)
    reports = [r for r in find_reports(passage) if not passage.is_quoted(r.cue.start)]
    spoken = [(r, s) for r in reports if (s := _speaker(listener, passage, r))]
    for report, speaker in spoken:
        _note_quotations(listener, passage, report.content, speaker)
        if report.cue.rule.id in _ACCUSING and speaker.name:
            listener.accuser = speaker
    if spoken and passage.words[-1].text not in ".!?":
        listener.heading = (*spoken[-1], _graded(passage, spoken[-1][0]))
    if under:
        spoken = [(report, speaker) for report, speaker in spoken if speaker.name]
        return Voice(passage, tuple(spoken), replace(under[1], basis=Basis.INHERITED), under[0], under[2])
    return Voice(passage, tuple(spoken))


def _graded(passage: Passage, report: Report) -> Stance:
    """The stance that a report passes on to the list below it: "vectors that may have been used:"."""
    hedged = [m.code for m in passage.hedges if m.start in report.content]
    return hedged[0] if hedged and report.cue.code.stance is Stance.ASSERTS else report.cue.code.stance


def _listed_under(listener: _Listener, passage: Passage) -> tuple[Report, Speaker, Stance] | None:
    if passage.sentence.part is not Part.ITEM:
        listener.heading = None
    return listener.heading


def _speaker(listener: _Listener, passage: Passage, report: Report) -> Speaker | None:
    named = find_speaker(passage, report.speaker, listener.memory) if report.speaker else None
    if named:
        return named
    if report.cue.code.frame not in _SPEAKERLESS and not report.passive:
        return unnamed(listener.own_role) if _is_grave(passage, report) else None
    if report.passive and report.cue.rule.id in _ACCUSING and listener.accuser:
        return replace(listener.accuser, basis=Basis.INHERITED)
    return unnamed(listener.own_role) if report.passive else narrator(listener.own_role)


def _is_grave(passage: Passage, report: Report) -> bool:
    """Whether somebody accused or denied, though the words do not tell who: "the hunters *alleged*"."""
    finite = passage.words[report.cue.start].norm.endswith("ed")
    return finite and report.speaker is not None and report.cue.code.stance in _GRAVE


def _note_quotations(listener: _Listener, passage: Passage, content: Stretch, speaker: Speaker) -> None:
    start, end = passage.characters(content)
    for quotation in passage.quotations:
        if quotation.start < end and start < quotation.end and speaker.name:
            listener.quotations[quotation] = speaker


def _complete(listener: _Listener, voice: Voice, quoted: _Quoted) -> Voice:
    """Second pass: what stands inside quotation marks belongs to who speaks the quotation."""
    passage = voice.passage
    speaker = voice.speaker or quoted.speaker_of(passage)
    if speaker is None:
        return voice
    inner = [i for r in find_reports(passage) if (i := _inside_quotation(passage, r))]
    spoken = [(r, s) for r in inner if (s := _inner_speaker(listener, passage, r, speaker))]
    whole = speaker if not voice.reports or voice.under else None
    return replace(voice, reports=(*voice.reports, *spoken), speaker=whole)


def _inside_quotation(passage: Passage, report: Report) -> Report | None:
    """A report whose cue is quoted, with no more content than the quotation has."""
    around = passage.quotation_around(report.cue.start)
    if around is None:
        return None
    content = report.content
    inside = Stretch(max(around.start, content.start), min(around.end, content.end))
    return replace(report, content=inside) if len(inside) >= SHORTEST_CONTENT else None


def _inner_speaker(listener: _Listener, passage: Passage, report: Report, quoting: Speaker) -> Speaker | None:
    if report.speaker is None:
        return quoting if report.cue.code.frame in _SPEAKERLESS else None
    first = passage.words[report.speaker.start]
    if is_pronoun(first) and first.norm in grammar().first_person:
        return replace(quoting, basis=Basis.INHERITED)
    return None if is_pronoun(first) else find_speaker(passage, report.speaker, listener.memory)
