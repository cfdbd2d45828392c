"""The lexicon engine: claims by rules that are data. It explains itself and needs no weights."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.extract.acts import STRONG, begins_without_subject, carries_claim, find_deed
from alleged.extract.cast import find_cast
from alleged.extract.clauses import join_clauses, split_clauses
from alleged.extract.denials import settle_denials
from alleged.extract.entities import find_entities
from alleged.extract.participants import Actors, Scene, find_participants
from alleged.extract.passages import Stretch, find_passages
from alleged.extract.speakers import Memory, narrator
from alleged.extract.voices import find_voices
from alleged.extract.times import find_when
from alleged.model.claim import Claim, Speaker, When
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import Act, Genre, Kind, Part, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.extract.acts import Deed
    from alleged.extract.cast import Cast
    from alleged.extract.passages import Passage
    from alleged.extract.reports import Report
    from alleged.extract.voices import Voice
    from alleged.model.claim import Mention
    from alleged.model.document import Text

_FLAT = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_NO_CLAIM_WITHOUT_DEED = frozenset({"finds", "punishes"})
_OWN_VOICE_TOO = frozenset({"punishes"})
LONGEST_OWN = 60
FARTHEST_HEDGE = 5
"""Words between a hedge and what it weakens."""


class LexiconExtractor:
    """Finds claims by cues, hedges and acts of the lexicon."""

    name = "lexicon"
    version = "1"
    languages = frozenset({"en"})

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """The claims of `text` in reading order."""
        passages = find_passages(text)
        reading = _Reading(text, find_cast(passages))
        voices = find_voices(passages, Memory(reading.cast), reading.own_role)
        claims = [claim for voice in voices for claim in _read(reading, voice)]
        return _unique(settle_denials(claims))


@dataclass
class _Reading:
    """What is known of the document while its claims are written down in order."""

    text: Text
    cast: Cast
    actors: Actors = field(default_factory=Actors)

    @property
    def own_role(self) -> Role:
        return Role.VENDOR if self.text.document.metadata.genre is Genre.VENDOR_BLOG else Role.MEDIA


@dataclass(frozen=True, slots=True)
class _Saying:
    """One proposition of a passage with its speaker, before its act is known."""

    passage: Passage
    content: Stretch
    within: Stretch
    """What the content was cut from: the whole of what the speaker says here."""
    speaker: Speaker
    stance: Stance
    cue: Stretch | None = None
    default: Act | None = Act.COMMENT
    """The act where the words tell none; without one there is no claim."""
    act: Act | None = None
    """The act whatever the words tell."""
    accused: Stretch | None = None
    """Where the accused stand, if the cue accuses: the first of them in the content, all in another stretch."""


def _read(reading: _Reading, voice: Voice) -> Iterator[Claim]:
    if voice.passage.sentence.part is Part.HEADING:
        return
    for saying in _sayings(reading, voice):
        claim = _claim(reading, saying)
        if claim:
            yield claim


def _sayings(reading: _Reading, voice: Voice) -> Iterator[_Saying]:
    passage = voice.passage
    reports = [report for report, _ in voice.reports]
    for report, speaker in voice.reports:
        yield from _reported(passage, report, speaker, reports)
    if voice.speaker and voice.under:
        yield from _listed(voice, voice.speaker, voice.under)
    elif voice.speaker and _is_quotation(passage):
        yield from _continued(voice, voice.speaker, reports)
    else:
        yield from _own(reading, passage, reports)


def _reported(passage: Passage, report: Report, speaker: Speaker, reports: Iterable[Report]) -> Iterator[_Saying]:
    inner = [r for r in reports if r is not report and r.cue.start in report.content]
    for clause in _propositions(passage, report.content):
        if not any(_covers(r, clause) for r in inner):
            yield _Saying(passage, clause, report.content, speaker, report.cue.code.stance, report.cue_words, _default(report), _own_act(report), _accused(report))


def _default(report: Report) -> Act | None:
    """The act of a report whose content has no words for one."""
    if report.cue.code.frame in _NO_CLAIM_WITHOUT_DEED:
        return None
    return report.cue.code.act


def _accused(report: Report) -> Stretch | None:
    return report.content if report.cue.code.frame == "accuses" else report.accused


def _own_act(report: Report) -> Act | None:
    return report.cue.code.act if report.cue.code.own else None


def _listed(voice: Voice, speaker: Speaker, under: Report) -> Iterator[_Saying]:
    for clause in _propositions(voice.passage, _inside(voice.passage)):
        yield _Saying(voice.passage, clause, voice.passage.whole, speaker, voice.stance, default=_default(under))


def _continued(voice: Voice, speaker: Speaker, reports: Iterable[Report]) -> Iterator[_Saying]:
    """A quotation that goes on without a cue."""
    for clause in _propositions(voice.passage, _inside(voice.passage)):
        if not any(_covers(r, clause) for r in reports):
            yield _Saying(voice.passage, clause, voice.passage.whole, speaker, Stance.ASSERTS)


def _covers(inner: Report, clause: Stretch) -> bool:
    shared = min(clause.end, inner.content.end) - max(clause.start, inner.content.start)
    return shared * 2 > len(clause)


def _own(reading: _Reading, passage: Passage, reports: Iterable[Report]) -> Iterator[_Saying]:
    speaker = narrator(reading.own_role)
    for free in _free_stretches(passage, reports):
        clauses = split_clauses(passage, free)
        for clause in join_clauses(clauses, [carries_claim(passage, c) for c in clauses]):
            if carries_claim(passage, clause) and len(clause) <= LONGEST_OWN:
                yield _Saying(passage, clause, free, speaker, Stance.ASSERTS, default=None)


def _free_stretches(passage: Passage, reports: Iterable[Report]) -> Iterator[Stretch]:
    """The parts of a passage that nobody is reported to say."""
    taken = [False] * len(passage.words)
    for report in reports:
        for part in _reported_parts(report):
            taken[part.start : part.end] = [True] * len(part)
    start: int | None = None
    for index, used in enumerate([*taken, True]):
        if used and start is not None:
            yield from _worth(passage, Stretch(start, index))
            start = None
        elif not used and start is None:
            start = index


def _reported_parts(report: Report) -> Iterator[Stretch]:
    """What is not the document's own voice; that somebody was charged or sanctioned is."""
    yield report.content
    if report.cue.code.frame not in _OWN_VOICE_TOO:
        yield report.cue_words
        yield report.speaker or report.cue_words
    if report.content.end <= report.cue.start:
        yield Stretch(report.cue.end, report.tail_end)


def _worth(passage: Passage, stretch: Stretch) -> Iterator[Stretch]:
    inside = _trimmed(passage, stretch)
    if len(inside) >= 4:
        yield inside


def _propositions(passage: Passage, content: Stretch) -> tuple[Stretch, ...]:
    clauses = split_clauses(passage, content)
    if len(clauses) < 2:
        return clauses
    strong = [(deed := find_deed(passage, c)) is not None and deed.match.code.weight >= STRONG for c in clauses]
    return join_clauses(clauses, strong) or (content,)


def _claim(reading: _Reading, saying: _Saying) -> Claim | None:
    passage, clause = saying.passage, _trimmed(saying.passage, saying.content)
    if len(clause) < 2:
        return None
    deed = find_deed(passage, clause)
    act = saying.act or (deed.act if deed else saying.default)
    if act is None:
        return None
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    if deed and act is not Act.COMMENT:
        actors, targets = find_participants(_scene(reading, saying, clause, deed), reading.actors)
    hedges = _hedges(passage, clause, saying)
    return Claim(
        document=reading.text.document.id,
        text=reading.text.id,
        quote=_quote(saying, clause),
        content=_span(passage, clause),
        speaker=saying.speaker,
        stance=_stance(saying, hedges),
        act=act,
        extractor=LexiconExtractor.name,
        extractor_version=LexiconExtractor.version,
        cues=(_span(passage, saying.cue),) if saying.cue else (),
        hedges=tuple(span for span, _ in hedges),
        actors=actors,
        targets=targets,
        event_time=find_when(passage, clause) if act.kind is not Kind.COMMENT else When(),
    )


def _scene(reading: _Reading, saying: _Saying, clause: Stretch, deed: Deed) -> Scene:
    entities = find_entities(saying.passage, reading.cast)
    return Scene(saying.passage, entities, clause, deed, saying.accused)


def _hedges(passage: Passage, clause: Stretch, saying: _Saying) -> list[tuple[Span, Stance]]:
    """The hedges of a clause: in it, between cue and content, or before the verb that it shares a subject with."""
    scope = Stretch(_scope_start(passage, clause, saying), clause.end)
    return [(_span(passage, Stretch(m.start, m.end)), m.code) for m in passage.hedges if m.start in scope]


def _scope_start(passage: Passage, clause: Stretch, saying: _Saying) -> int:
    if saying.cue and saying.cue.end <= clause.start <= saying.cue.end + FARTHEST_HEDGE:
        return saying.cue.start
    return saying.within.start if begins_without_subject(passage, clause.start) else max(0, clause.start - 1)


def _stance(saying: _Saying, hedges: list[tuple[Span, Stance]]) -> Stance:
    if saying.stance in _FLAT and hedges:
        return _strongest(hedges)
    if saying.stance is Stance.ALLEGES and any(stance is Stance.ASSESSES for _, stance in hedges):
        return Stance.ASSESSES if any("confidence" in s.exact or "likely" in s.exact for s, _ in hedges) else saying.stance
    return saying.stance


def _strongest(hedges: list[tuple[Span, Stance]]) -> Stance:
    """A denial or a refusal in the words outweighs a grade."""
    order = (Stance.DENIES, Stance.DECLINES, Stance.ALLEGES, Stance.ASSESSES)
    return min((stance for _, stance in hedges), key=order.index)


def _quote(saying: _Saying, clause: Stretch) -> Span:
    parts = [clause, *([saying.cue] if saying.cue else [])]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    first, last = saying.passage.characters(Stretch(start, end))
    spoken = saying.speaker.span
    if spoken and saying.passage.sentence.start <= spoken.start and spoken.end <= saying.passage.sentence.end:
        first, last = min(first, spoken.start), max(last, spoken.end)
    return span_at(saying.passage.text, first, last)


def _span(passage: Passage, stretch: Stretch) -> Span:
    return span_at(passage.text, *passage.characters(stretch))


def _is_quotation(passage: Passage) -> bool:
    inside = _inside(passage)
    return len(inside) >= 3 and passage.is_quoted(inside.start) and passage.is_quoted(inside.end - 1)


def _inside(passage: Passage) -> Stretch:
    return _trimmed(passage, passage.whole)


def _trimmed(passage: Passage, stretch: Stretch) -> Stretch:
    start, end = stretch.start, stretch.end
    while start < end and passage.words[start].is_mark:
        start += 1
    while end > start and passage.words[end - 1].is_mark and passage.words[end - 1].text not in ")%":
        end -= 1
    return Stretch(start, end)


def _unique(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    found = {claim.id: claim for claim in claims}
    return tuple(sorted(found.values(), key=lambda c: (c.content.start, c.content.end)))
