"""Frames written down as claims: the network says where the words stand, the lexicon whom they name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.extract.naming import name_of
from alleged.extract.narrator import is_said_by_nobody
from alleged.extract.neural.codes import (
    HEDGED_FLAT,
    LEAST_FLAT,
    choose_act,
    choose_role,
    choose_stance,
    is_spoken,
)
from alleged.extract.neural.confidence import belief
from alleged.extract.neural.places import Places
from alleged.extract.neural.sides import Sides
from alleged.extract.phrases import is_pronoun
from alleged.extract.speakers import Memory, find_speaker
from alleged.model.claim import Claim, Speaker
from alleged.model.span import span_at
from alleged.model.vocabulary import Basis, Kind, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.extract.neural.codes import Codes
    from alleged.extract.neural.confidence import Calibration
    from alleged.extract.neural.decode import Marked
    from alleged.extract.neural.frames import Frame
    from alleged.extract.neural.places import Place
    from alleged.extract.neural.tokens import Tokens
    from alleged.extract.passages import Passage
    from alleged.lexicon.rules import Match
    from alleged.model.document import Text
    from alleged.model.span import Span
    from alleged.model.vocabulary import Realis

ANSWERS = frozenset({Stance.DENIES, Stance.DECLINES})
"""Stances whose content is often no more than "the allegations": the rules know what such words refer to."""
LEAST_NAMED = 0.95
"""Probability from which a candidate speaks, whatever the rules say."""
LEAST_DESCRIBED = 0.2
"""The same where words only describe who speaks, as "the company" does."""
SHORTEST = 3
"""Characters of a content."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What a claim tells of its extractor."""

    name: str
    version: str
    codes: Mapping[str, tuple[str, ...]]
    """The values of each code, in the order of the probabilities."""
    calibration: Calibration


class Writer:
    """Writes the claims of one document in reading order, remembering who spoke."""

    def __init__(self, text: Text, passages: Sequence[Passage], memory: Memory, engine: Engine) -> None:
        self._text, self._text_id = text, text.id
        self._places = Places(passages)
        self._memory = memory
        self._sides = Sides(self._places, memory.cast)
        self._engine = engine

    def write(self, frame: Frame, tokens: Tokens, realis: Realis) -> Claim | None:
        """The claim of a frame; None where its words stand in no sentence."""
        content = self._content(frame, tokens)
        if content is None:
            return None
        hedges = self._spans(frame.runs["hedge"], tokens)
        codes = {n: dict(zip(self._engine.codes[n], v.tolist(), strict=True)) for n, v in frame.codes.items()}
        is_hedged = bool(hedges) or _is_hedged(content)
        stance = choose_stance(codes, HEDGED_FLAT if is_hedged else LEAST_FLAT)
        answer = frame.ruled if frame.ruled and stance in ANSWERS and frame.ruled.stance is stance else None
        act = answer.act if answer else choose_act(codes)
        speaker = self._speaker(frame, tokens, codes, content[0])
        cues = self._spans(frame.runs["cue"], tokens) if speaker.name else ()
        sides = answer or self._sides.find(frame, tokens, act.kind, content)
        quote = self._quote(content, cues, speaker.span)
        return Claim(
            document=self._text.document.id,
            text=self._text_id,
            quote=quote,
            content=span_at(self._text.clean, content[0].span.start, content[-1].span.end),
            speaker=speaker,
            stance=stance,
            act=act,
            extractor=self._engine.name,
            extractor_version=self._engine.version,
            cues=tuple(span for span in cues if quote.holds(span)),
            hedges=tuple(span for span in hedges if quote.holds(span)),
            actors=sides.actors,
            targets=sides.targets,
            realis=None if act.kind is Kind.COMMENT else realis,
            confidence=round(self._engine.calibration.apply(belief(frame.one, codes)), 3),
        )

    def _content(self, frame: Frame, tokens: Tokens) -> tuple[Place, ...] | None:
        """The words of a content, a sentence each: those of the paragraph that it begins in."""
        places = self._places.find(tokens, frame.content)
        if not places:
            return None
        paragraph = places[0].passage.sentence.paragraph
        bare = [place.bare() for place in places if place.passage.sentence.paragraph == paragraph]
        kept = tuple(place for place in bare if len(place.stretch))
        return kept if kept and kept[-1].span.end - kept[0].span.start >= SHORTEST else None

    def _spans(self, runs: Iterable[Marked], tokens: Tokens) -> tuple[Span, ...]:
        places = (self._places.find(tokens, run.run)[:1] for run in runs)
        return tuple(place.span for found in places for place in found)

    def _speaker(self, frame: Frame, tokens: Tokens, codes: Codes, content: Place) -> Speaker:
        """Who speaks: whom the network surely means, whom rules or marked words name, else the document."""
        if not is_spoken(codes):
            return self._own(content)
        role = choose_role(codes)
        runs = sorted(frame.runs["speaker"], key=lambda run: -run.mass)
        places = [place for run in runs if (place := self._places.find_bare(tokens, run.run))]
        meant = self._meant(frame, places, role)
        if meant:
            return meant
        told = self._told(frame, places, tokens, role)
        if told and told.name and not _is_described(told.name):
            return told
        return self._meant(frame, places, role, LEAST_DESCRIBED) or told or self._own(content)

    def _told(self, frame: Frame, places: Sequence[Place], tokens: Tokens, role: Role) -> Speaker | None:
        """Who speaks by the rules, else by the words that the network marks."""
        if frame.ruled and frame.ruled.speaker.name:
            return replace(frame.ruled.speaker, role=role)
        named = (self._named(place, frame, tokens, role) for place in places)
        return next((speaker for speaker in named if speaker), None)

    def _meant(
        self, frame: Frame, places: Sequence[Place], role: Role, least: float = LEAST_NAMED
    ) -> Speaker | None:
        """Who is most probably meant by name, wherever the name stands; None if nobody surely is."""
        best = max(frame.pointed["name"], key=lambda one: one.probability, default=None)
        if best is None or best.probability < least:
            return None
        words = places[0].span if places else None
        is_there = words is not None and any(words.holds(span) for span in best.candidate.mentions)
        return Speaker(role, Basis.EXPLICIT if is_there else Basis.INHERITED, best.candidate.name, words)

    def _own(self, content: Place) -> Speaker:
        """The document's own voice; "is *believed to*" is said by nobody named, and not by the document."""
        passive = is_said_by_nobody(content.passage, content.stretch)
        role = self._memory.publisher.role if self._memory.publisher else Role.MEDIA
        return Speaker(role, Basis.PASSIVE if passive else Basis.NARRATOR)

    def _named(self, place: Place, frame: Frame, tokens: Tokens, role: Role) -> Speaker | None:
        """Who speaks, by the lexicon's reading of the words, else by the name that the network points at."""
        found = find_speaker(place.passage, place.stretch, self._memory)
        if found and found.name:
            return replace(found, role=role, span=place.span)
        named = self._sides.name(sorted(frame.runs["name"], key=lambda run: -run.mass)[:1], tokens)
        if named:
            return Speaker(role, Basis.INHERITED, named[0].name, place.span)
        if is_pronoun(place.passage.words[place.stretch.start]):
            return None
        name = name_of(place.passage, place.stretch, self._memory.cast)
        return Speaker(role, Basis.EXPLICIT, name, place.span)

    def _quote(self, content: Sequence[Place], cues: Sequence[Span], speaker: Span | None) -> Span:
        """The stretch that holds the content and, where they stand in its sentences, cue and speaker."""
        start, end = content[0].span.start, content[-1].span.end
        first, last = content[0].passage.sentence.start, content[-1].passage.sentence.end
        for span in (*cues, *([speaker] if speaker else [])):
            if first <= span.start and span.end <= last:
                start, end = min(start, span.start), max(end, span.end)
        return span_at(self._text.clean, start, end)


def _is_described(name: str) -> bool:
    """Whether a name is only a description: "threat actors"."""
    return name == name.lower()


def _is_hedged(content: Sequence[Place]) -> bool:
    """Whether words in the content weaken it."""
    hedges = ((place, match) for place in content for match in place.passage.hedges)
    return any(m.start in place.stretch and _weakens(m) for place, m in hedges)


def _weakens(hedge: Match[Stance]) -> bool:
    return hedge.code is not Stance.DENIES and hedge.rule.id != "forecast"
