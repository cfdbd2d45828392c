"""Sayings written down as claims: act, stance, hedges, actors, targets and times of one proposition."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alleged.extract.acts import begins_without_subject, find_deed
from alleged.extract.contents import SHORTEST_CONTENT
from alleged.extract.entities import find_entities
from alleged.extract.narrator import is_said_by_nobody
from alleged.extract.participants import (
    Actors,
    Scene,
    find_accused,
    find_addressed,
    find_participants,
)
from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_negated, is_pronoun
from alleged.extract.sayings import trimmed
from alleged.lexicon.grammar import grammar
from alleged.model.claim import Claim, Mention
from alleged.model.span import span_at
from alleged.model.vocabulary import Basis, Kind, Stance

if TYPE_CHECKING:
    from alleged.extract.acts import Deed
    from alleged.extract.cast import Cast
    from alleged.extract.entities import Entity
    from alleged.extract.participants import Sides
    from alleged.extract.passages import Passage
    from alleged.extract.sayings import Saying
    from alleged.lexicon.rules import Match
    from alleged.lexicon.words import Word
    from alleged.model.claim import Speaker
    from alleged.model.document import Text
    from alleged.model.span import Span

FARTHEST_HEDGE = 5
"""Words between a cue and a content that a hedge between them still weakens."""
FARTHEST_NO = 8
"""Words between "no" and the verb whose subject it empties: "no data of our customers was stolen"."""
_DONE = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT})
_FLAT = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_STRONGEST_FIRST = (Stance.DENIES, Stance.DECLINES, Stance.ALLEGES, Stance.ASSESSES)


@dataclass
class Writer:
    """Writes the claims of one document, in reading order, remembering who acted last."""

    text: Text
    cast: Cast
    extractor: str
    extractor_version: str
    actors: Actors = field(default_factory=Actors)
    _found: tuple[Passage, tuple[Entity, ...]] | None = None
    _text_id: str = field(init=False)

    def __post_init__(self) -> None:
        self._text_id = self.text.id

    def write(self, saying: Saying) -> Claim | None:
        """The claim that a saying makes; None where no word tells its act, or who is linked to whom."""
        passage, clause = saying.passage, trimmed(saying.passage, saying.content)
        deed = find_deed(passage, clause)
        act = saying.act or (deed.act if deed else saying.default)
        if act is None or _says_nothing(saying, clause):
            return None
        hedges = _hedges(saying, clause)
        sides = self._participants(saying, clause, deed) if act.kind is not Kind.COMMENT else ((), ())
        if act.kind is Kind.ATTRIBUTION and not (saying.speaker.name or saying.report or any(sides)):
            return None
        return Claim(
            document=self.text.document.id,
            text=self._text_id,
            quote=_quote(saying, clause),
            content=passage.span(clause),
            speaker=_speaker(saying, clause),
            stance=_stance(saying, deed, hedges),
            act=act,
            extractor=self.extractor,
            extractor_version=self.extractor_version,
            cues=(passage.span(saying.cue),) if saying.cue else (),
            hedges=tuple(span for span, _ in hedges),
            actors=sides[0],
            targets=sides[1],
        )

    def _participants(self, saying: Saying, clause: Stretch, deed: Deed | None) -> Sides:
        entities = _others(self._entities(saying.passage), saying)
        if saying.act is not None:
            return _own_act(saying.speaker), find_addressed(saying.passage, entities, clause)
        if deed is None:
            return find_accused(saying.passage, entities, saying.accused), ()
        scene = Scene(saying.passage, entities, clause, saying.within, deed, saying.accused)
        doers, targets = find_participants(scene, self.actors)
        announced = deed.act.kind is Kind.RESPONSE and saying.cue and deed.match.start <= clause.start + 1
        return (_own_act(saying.speaker) if announced and not doers else doers), targets

    def _entities(self, passage: Passage) -> tuple[Entity, ...]:
        """Those of the passage at hand, found once for all its claims."""
        if self._found is None or self._found[0] is not passage:
            self._found = (passage, find_entities(passage, self.cast))
        return self._found[1]


def _says_nothing(saying: Saying, clause: Stretch) -> bool:
    """Whether too little is said to be a claim: "an accusation of *its own*", "accused *it on Monday*"."""
    if len(clause) < (saying.report.shortest if saying.report else SHORTEST_CONTENT):
        return True
    answers = saying.report is not None and saying.report.cue.code.frame in {"rejects", "refuses"}
    return not answers and all(_is_closed(word) for word in saying.passage.words[clause.start : clause.end])


def _is_closed(word: Word) -> bool:
    known = grammar()
    closed = known.determiners | known.prepositions | known.times | known.owners | known.adverbs
    return is_pronoun(word) or word.norm in closed | {"own"}


def _speaker(saying: Saying, clause: Stretch) -> Speaker:
    """Who speaks; "is *believed to*" is said by nobody named, and not by the document."""
    passive = saying.speaker.basis is Basis.NARRATOR and is_said_by_nobody(saying.passage, clause)
    return replace(saying.speaker, basis=Basis.PASSIVE) if passive else saying.speaker


def _own_act(speaker: Speaker) -> tuple[Mention, ...]:
    """Who acts where the reporting is itself the act: "London *called on* Moscow"."""
    name = speaker.on_behalf_of or speaker.name
    return tuple(Mention(one, speaker.span) for one in name.split("; ")) if name else ()


def _others(entities: tuple[Entity, ...], saying: Saying) -> tuple[Entity, ...]:
    """Whom a saying speaks of: not its speaker, where his name stands inside of it."""
    speaker = saying.report.speaker if saying.report else None
    if speaker is None:
        return entities
    return tuple(e for e in entities if e.stretch.end <= speaker.start or speaker.end <= e.stretch.start)


def _hedges(saying: Saying, clause: Stretch) -> list[tuple[Span, Stance]]:
    """The hedges of a clause: in it, between cue and content, or before the subject that it shares.

    What is only alleged of a part of the content is not told as a fact: such a hedge counts anywhere in it.
    """
    scope = Stretch(_scope_start(saying, clause), _scope_end(saying, clause))
    hedges = saying.passage.hedges
    found = (m for m in hedges if m.start in scope or _weakens(saying, clause, m))
    grading = (m for m in found if m.rule.id != "forecast" or find_deed(saying.passage, clause) is None)
    return [(saying.passage.span(Stretch(m.start, m.end)), m.code) for m in grading]


def _weakens(saying: Saying, clause: Stretch, hedge: Match[Stance]) -> bool:
    """Whether a hedge counts although it does not govern: "allegedly" in the content, or right at the cue."""
    if saying.cue and hedge.end == saying.cue.start:
        return True
    return hedge.start in clause and hedge.code is Stance.ALLEGES


def _scope_start(saying: Saying, clause: Stretch) -> int:
    if saying.cue and saying.cue.end <= clause.start <= saying.cue.end + FARTHEST_HEDGE:
        return saying.cue.start
    if begins_without_subject(saying.passage, clause.start):
        return saying.within.start
    return max(0, clause.start - 1)


def _scope_end(saying: Saying, clause: Stretch) -> int:
    """Up to a relative clause that follows the deed: "stole plans *that could help rivals*" was no maybe."""
    deed = find_deed(saying.passage, clause)
    if deed is None or deed.match.code.shape != "verb":
        return clause.end
    words = saying.passage.words
    after = (i for i in range(deed.match.end, clause.end) if words[i].norm in grammar().relatives)
    return next((i for i in after if not words[i - 1].is_mark), clause.end)


def _stance(saying: Saying, deed: Deed | None, hedges: list[tuple[Span, Stance]]) -> Stance:
    """A hedge grades what the cue states flatly, a "not" turns it; a likelihood grades an accusation."""
    stances = {stance for _, stance in hedges}
    if deed and _is_undone(saying, deed):
        stances.add(Stance.DENIES)
    if saying.stance in _FLAT and stances:
        return min(stances, key=_STRONGEST_FIRST.index)
    if saying.stance is Stance.ALLEGES and any(_is_graded(span) for span, _ in hedges):
        return Stance.ASSESSES
    return saying.stance


def _is_undone(saying: Saying, deed: Deed) -> bool:
    """Whether the words say that it did not happen: "was not breached", "no files were stolen"."""
    if deed.match.code.shape != "verb" or deed.act.kind not in _DONE:
        return False
    words = saying.passage.words
    before = words[max(saying.content.start, deed.match.start - FARTHEST_NO) : deed.match.start]
    return is_negated(words, deed.match.start) or any(word.norm in {"no", "none"} for word in before)


def _is_graded(hedge: Span) -> bool:
    return "confidence" in hedge.exact or "likely" in hedge.exact


def _quote(saying: Saying, clause: Stretch) -> Span:
    """The stretch that holds content, cue and, where it stands in the same sentence, the speaker."""
    parts = [clause, *([saying.cue] if saying.cue else [])]
    start, end = saying.passage.characters(Stretch(min(p.start for p in parts), max(p.end for p in parts)))
    spoken, sentence = saying.speaker.span, saying.passage.sentence
    if spoken and sentence.start <= spoken.start and spoken.end <= sentence.end:
        start, end = min(start, spoken.start), max(end, spoken.end)
    return span_at(saying.passage.text, start, end)
