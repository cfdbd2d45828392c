"""Whose voice each sentence is: reports with their speakers, quotations that go on, lists under a report."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alleged.extract.phrases import is_pronoun
from alleged.extract.reports import find_reports
from alleged.extract.speakers import find_speaker, inherited, narrator, unnamed
from alleged.lexicon.grammar import grammar
from alleged.model.vocabulary import Part, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.extract.passages import Passage, Stretch
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
    spoken: tuple[tuple[Report, Speaker], ...]
    """The reports in it, each with who speaks."""
    speaker: Speaker | None = None
    """Who speaks the whole passage, where it has no report of its own: a quotation that goes on, a list."""
    under: Report | None = None
    """The report that a list item stands under."""
    stance: Stance = Stance.ASSERTS
    """The stance of that report, its hedges counted."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports in it."""
        return tuple(report for report, _ in self.spoken)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the items of a list stand under: the last report before them."""

    report: Report
    speaker: Speaker
    stance: Stance
    """The stance of the report, its hedges counted."""
    colon: bool
    """Whether the words before it end with a colon, so that a quotation after it is the speaker's too."""


@dataclass
class _Listener:
    """What was heard so far of a document."""

    memory: Memory
    own_role: Role
    quotations: dict[Extent, Speaker] = field(default_factory=dict)
    accuser: Speaker | None = None
    heading: _Heading | None = None

    def note(self, passage: Passage, content: Stretch, speaker: Speaker) -> None:
        """Keep who speaks the quotations in a content."""
        if not len(content) or not speaker.name:
            return
        start, end = passage.characters(content)
        for quotation in passage.quotations:
            if quotation.start < end and start < quotation.end:
                self.quotations[quotation] = speaker

    def find_inner(self, passage: Passage, report: Report, quoting: Speaker) -> Speaker | None:
        """Who speaks a report inside a quotation."""
        if report.speaker is None:
            return quoting if report.cue.code.frame in _SPEAKERLESS else None
        first = passage.words[report.speaker.start]
        if is_pronoun(first) and first.norm in grammar().first_person:
            return inherited(quoting)
        return None if is_pronoun(first) else find_speaker(passage, report.speaker, self.memory)


class _Quoted:
    """Who speaks each quotation: by its own report, by the nearest in its paragraph, or who spoke last."""

    def __init__(self, quotations: Mapping[Extent, Speaker], heard: Iterable[Voice]) -> None:
        self._speakers = quotations
        self._places = sorted(quotations)
        self._paragraphs = {
            (quotation, voice.passage.sentence.paragraph)
            for voice in heard
            for quotation in voice.passage.quotations
        }

    def speaker_of(self, passage: Passage) -> Speaker | None:
        """Who speaks the quotation that a passage stands in; None where nobody is known to."""
        if not passage.quotations:
            return None
        own = (self._speakers.get(quotation) for quotation in passage.quotations)
        found = next((s for s in own if s), None) or self._neighbour(passage)
        return inherited(found) if found else None

    def _neighbour(self, passage: Passage) -> Speaker | None:
        paragraph = passage.sentence.paragraph
        at = bisect_left(self._places, passage.sentence.start, key=lambda q: q.start)
        before, after = self._places[max(0, at - 1) : at], self._places[at : at + 1]
        here = (q for q in (*before, *after) if (q, paragraph) in self._paragraphs)
        nearest = next(here, before[0] if before else None)
        return self._speakers[nearest] if nearest else None


def find_voices(passages: Sequence[Passage], memory: Memory, own_role: Role) -> tuple[Voice, ...]:
    """The voices of a document, a passage each, in order."""
    listener = _Listener(memory, own_role)
    heard = [_hear(listener, passage) for passage in passages]
    quoted = _Quoted(listener.quotations, heard)
    return tuple(_complete(listener, voice, quoted) for voice in heard)


def _hear(listener: _Listener, passage: Passage) -> Voice:
    """First pass, in reading order: the reports whose cue stands outside quotation marks."""
    spoken = _spoken(listener, passage)
    above = listener.heading if passage.sentence.part is Part.ITEM else None
    if listener.heading and listener.heading.colon and not above and not spoken:
        _note_opening(listener, passage, listener.heading.speaker)
    listener.heading = _heading(passage, spoken) or above
    if above is None:
        return Voice(passage, spoken)
    named = tuple((report, speaker) for report, speaker in spoken if speaker.name)
    return Voice(passage, named, inherited(above.speaker), above.report, above.stance)


def _spoken(listener: _Listener, passage: Passage) -> tuple[tuple[Report, Speaker], ...]:
    """The reports outside quotation marks with their speakers, noted for what comes after them."""
    reports = (r for r in find_reports(passage) if not passage.is_quoted(r.cue.start))
    spoken = tuple((r, s) for r in reports if (s := _speaker(listener, passage, r)))
    for report, speaker in spoken:
        listener.note(passage, report.content, speaker)
        if report.cue.rule.id in _ACCUSING and speaker.name:
            listener.accuser = speaker
    return spoken


def _heading(passage: Passage, spoken: Sequence[tuple[Report, Speaker]]) -> _Heading | None:
    if not spoken or passage.words[-1].text in ".!?":
        return None
    report, speaker = spoken[-1]
    return _Heading(report, speaker, _graded(passage, report), colon=passage.words[-1].text == ":")


def _graded(passage: Passage, report: Report) -> Stance:
    """The stance that a report passes on to the list below it: "vectors that may have been used:"."""
    hedged = [m.code for m in passage.hedges if m.start in report.content]
    return hedged[0] if hedged and report.stance is Stance.ASSERTS else report.stance


def _speaker(listener: _Listener, passage: Passage, report: Report) -> Speaker | None:
    named = find_speaker(passage, report.speaker, listener.memory) if report.speaker else None
    if named:
        return named
    if report.cue.code.frame not in _SPEAKERLESS and not report.passive:
        somebody = _is_somebody(passage, report) or _is_grave(passage, report)
        return unnamed(listener.own_role) if somebody else None
    if report.passive and report.cue.rule.id in _ACCUSING and listener.accuser:
        return inherited(listener.accuser)
    return unnamed(listener.own_role) if report.passive else narrator(listener.own_role)


def _is_somebody(passage: Passage, report: Report) -> bool:
    """Whether a pronoun speaks that stands for nobody whom the document has named so far."""
    return report.speaker is not None and is_pronoun(passage.words[report.speaker.start])


def _is_grave(passage: Passage, report: Report) -> bool:
    """Whether somebody accused or denied, though the words do not tell who: "the hunters *alleged*"."""
    finite = passage.words[report.cue.start].norm.endswith("ed")
    return finite and report.speaker is not None and report.stance in _GRAVE


def _note_opening(listener: _Listener, passage: Passage, speaker: Speaker) -> None:
    """A quotation that opens the paragraph after "The ministry said:"."""
    first = next((i for i, word in enumerate(passage.words) if not word.is_mark), 0)
    around = passage.quotation_around(first)
    if around:
        listener.note(passage, around, speaker)


def _complete(listener: _Listener, voice: Voice, quoted: _Quoted) -> Voice:
    """Second pass: what stands inside quotation marks belongs to who speaks the quotation."""
    passage = voice.passage
    speaker = voice.speaker or quoted.speaker_of(passage)
    if speaker is None:
        return voice
    inner = [r for r in find_reports(passage) if passage.is_quoted(r.cue.start)]
    spoken = [(r, s) for r in inner if (s := listener.find_inner(passage, r, speaker))]
    whole = speaker if not voice.spoken or voice.under else None
    return replace(voice, spoken=(*voice.spoken, *spoken), speaker=whole)
