"""The times of all claims of a document: what a sentence says of one claim is not said of its neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.times.calendar import is_day, read_anchor
from alleged.extract.times.choosing import choose, choose_said, write
from alleged.extract.times.finding import find_times
from alleged.extract.times.forms import words_in
from alleged.extract.times.owning import HAPPENINGS, Told, find_owned, find_shared, leave_happenings
from alleged.extract.times.retelling import Retelling
from alleged.model.claim import When
from alleged.model.vocabulary import Act, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.extract.passages import Passage
    from alleged.model.claim import Claim
    from alleged.model.span import Span


DONE_BY_SAYING = frozenset(
    {Act.ATTRIBUTE, Act.ADVISORY, Act.DIPLOMATIC, Act.INDICT, Act.SANCTION, Act.REWARD, Act.POLICY}
)
"""Acts that happen when they are announced: the day of the announcement is theirs."""

OFFICIAL = frozenset(
    {
        Act.SANCTION,
        Act.ADVISORY,
        Act.INDICT,
        Act.ATTRIBUTE,
        Act.REWARD,
        Act.TAKEDOWN,
        Act.ARREST,
        Act.CONVICT,
        Act.LAWSUIT,
    }
)
"""Acts of authorities that are news on one day, and that a report tells more than once."""
_OTHER = words_in("already another earlier former other past previous previously then")
"""Words that tell of an act before the one of the news."""
_ANNOUNCING = words_in("announce announced announces announcing unveiled unveils")
"""Cues that date a response to the day of the saying: "*announced* on Thursday that it took them down"."""
OPENING = 5
"""Sentences in which a report says what its news is."""


def date_claims(
    claims: Iterable[Claim], passages: Sequence[Passage], published: str | None
) -> tuple[Claim, ...]:
    """The claims, in their order, with the times that their document gives them.

    `passages` are the sentences of the document in order; `published` is its EDTF date, if it has one.
    """
    return _Dating(tuple(claims), passages, published).date_all()


class _Dating:
    """The claims of one document while they are dated, in reading order."""

    def __init__(self, claims: tuple[Claim, ...], passages: Sequence[Passage], published: str | None) -> None:
        self._claims = claims
        self._passages = passages
        self._anchor = read_anchor(published)
        self._retelling = Retelling(passages)
        self._news: dict[Act, When] = {}
        self._places = [find_place(claim.content, passages) for claim in claims]
        self._beside: dict[int, list[Told]] = {}
        for claim, place in zip(claims, self._places, strict=True):
            if place:
                self._beside.setdefault(place.passage, []).append(Told(place.stretch, claim.act.kind))

    def date_all(self) -> tuple[Claim, ...]:
        """The claims in the order in which they came."""
        dated = {index: self._date(index) for index in sorted(range(len(self._claims)), key=self._order)}
        return tuple(dated[index] for index in range(len(self._claims)))

    def _order(self, index: int) -> tuple[int, int]:
        content = self._claims[index].content
        return content.start, -content.end

    def _date(self, index: int) -> Claim:
        claim, place = self._claims[index], self._places[index]
        if place is None:
            return claim
        passage, beside = self._passages[place.passage], self._beside[place.passage]
        told = Told(place.stretch, claim.act.kind)
        times = find_times(passage, self._anchor)
        said = choose_said(passage, place.stretch, leave_happenings(times, told, beside))
        if claim.act.kind is Kind.COMMENT:
            return replace(claim, event_time=When(), said_time=said)
        owned = find_owned(passage, times, told, beside)
        when = choose(passage, place.stretch, owned, announced=told.kind is Kind.RESPONSE)
        if when == When() and told.kind in HAPPENINGS:
            shared = find_shared(passage, times, told, beside)
            when = write(passage, shared) if shared else self._captioned(place.passage)
        if when == When() and said.edtf and (claim.act in DONE_BY_SAYING or _is_announced(claim)):
            when = said
        if claim.act in OFFICIAL:
            when = self._in_the_news(claim.act, place, when)
        return replace(claim, event_time=self._retelling.add(place.passage, told, when), said_time=said)

    def _in_the_news(self, act: Act, place: Place, when: When) -> When:
        """The day on which the report opens with an act, where the act is told again without one."""
        if place.passage < OPENING and is_day(when.edtf):
            self._news.setdefault(act, when)
        words = self._passages[place.passage].words[place.stretch.start : place.stretch.end]
        is_other = any(word.norm in _OTHER for word in words)
        return when if when != When() or is_other else self._news.get(act, when)

    def _captioned(self, index: int) -> When:
        """The period that the first sentence of a paragraph names, where it claims nothing itself."""
        paragraph = self._passages[index].sentence.paragraph
        first = bisect_left(self._passages, paragraph, key=lambda p: p.sentence.paragraph)
        if first == index or first in self._beside:
            return When()
        caption = self._passages[first]
        periods = (t for t in find_times(caption, self._anchor) if t.edtf and not (t.is_day or t.is_name))
        return write(caption, next(periods, None))


def _is_announced(claim: Claim) -> bool:
    """Whether it is a response that somebody announces."""
    said = {word for cue in claim.cues for word in cue.exact.lower().split()}
    return claim.act.kind is Kind.RESPONSE and not _ANNOUNCING.isdisjoint(said)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a claim stand."""

    passage: int
    stretch: Stretch


def find_place(content: Span, passages: Sequence[Passage]) -> Place | None:
    """The first sentence that some words stand in, and which of its words they are."""
    index = max(0, bisect_right(passages, content.start, key=lambda p: p.sentence.start) - 1)
    for at in range(index, min(index + 2, len(passages))):
        words = passages[at].words
        start = bisect_left(words, content.start, key=lambda w: w.start)
        end = bisect_left(words, content.end, key=lambda w: w.start)
        if start < end:
            return Place(at, Stretch(start, end))
    return None
