"""Everything that a ledger holds about a person, also what its views leave out: for who asks what is held.

A name is found in any case and form of its letters, whole, wherever it stands: in claims of every reading, as
they were read and as people corrected them, in the words of every text and what is known of its document, in
the archived bytes, in inputs and decisions.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.claims import find_source_names
from alleged.dossiers.decided import State as Counting
from alleged.dossiers.decided import apply_decisions, view_decisions
from alleged.dossiers.masking import make_mask
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.document import Metadata
from alleged.model.wire import Provenance, claim_to_wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.masking import Mask
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.effects import Effects
    from alleged.model.claim import Claim, Mention
    from alleged.model.decision import Decision
    from alleged.model.document import Input, Text
    from alleged.model.link import Relation
    from alleged.model.wire import Wire

AROUND = 60
"""Characters of a text that are told before and after a name."""


class Sort(StrEnum):
    """What a ledger holds that can name somebody."""

    CLAIM = "claim"
    TEXT = "text"
    ARCHIVE = "archive"
    """The bytes of a document as they were read."""
    INPUT = "input"
    DECISION = "decision"


class State(StrEnum):
    """Whether what names somebody is in the views; of a decision, whether it counts."""

    STANDING = "standing"
    SUPERSEDED = "superseded"
    """A newer reading, or a newer version of the document, replaces it."""
    REJECTED = "rejected"
    DOUBLE = "double"
    """Somebody decided that another claim is the same reading, which stands in its place."""
    RETRACTED = "retracted"
    REPLACED = "replaced"
    """Somebody decided on the same thing later."""
    WITHDRAWN = "withdrawn"


_OF_DECISIONS = {
    Counting.IN_FORCE: State.STANDING,
    Counting.REPLACED: State.REPLACED,
    Counting.WITHDRAWN: State.WITHDRAWN,
}
AS_READ = "{} as read"
"""A part of a claim that named the person until somebody corrected it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that names the person."""

    sort: Sort
    id: str
    """Of the claim, the document, or the decision; of an input its source."""
    where: tuple[str, ...]
    """What of it names the person: actor, quote, title ..."""
    state: State
    document: str | None = None
    start: int | None = None
    """Of a text the place in its clean text; of archived bytes in them, decoded."""
    end: int | None = None
    words: str = ""
    claim: Wire | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that names the person, and of how many things of each sort."""

    name: str
    traces: tuple[Trace, ...]
    totals: tuple[tuple[Sort, int], ...]

    def count(self, sort: Sort) -> int:
        """How many things of this sort name the person; several places in one text are one."""
        return len({trace.id for trace in self.traces if trace.sort is sort})


def view_about(ledger: DecidedLedger, name: str) -> Dossier:
    """Everything held about the bearer of `name`; who else is called so is not told apart."""
    held = _Held.of(ledger)
    mask = make_mask([name], parts=False)
    claims = tuple(_trace_claims(held, mask))
    others = (*_trace_texts(held, mask), *_trace_archives(held, mask), *_trace_inputs(held, mask))
    decisions = _trace_decisions(held, mask, frozenset(trace.id for trace in claims))
    counts = (len(held.claims), len(held.texts), len(held.documents), len(held.inputs), len(held.decisions))
    return Dossier(name, (*claims, *others, *decisions), tuple(zip(Sort, counts, strict=True)))


@dataclass(frozen=True, slots=True)
class _Held:
    """All that a ledger has stored, with what people decided about it."""

    ledger: DecidedLedger
    effects: Effects
    claims: tuple[Claim, ...]
    latest: frozenset[str]
    texts: tuple[Text, ...]
    latest_texts: frozenset[str]
    documents: tuple[str, ...]
    inputs: tuple[Input, ...]
    decisions: tuple[Decision, ...]
    sources: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, ledger: DecidedLedger) -> _Held:
        """What this ledger has."""
        stored = ledger.stored
        documents = tuple(document.id for document in stored.documents())
        texts = {held.text: None for each in documents for held in stored.readings(each)}
        return cls(
            ledger,
            ledger.effects(),
            ledger.showing(Shown.ALL).claims(ClaimQuery(every_reading=True)).claims,
            frozenset(claim.id for claim in stored.claims(ClaimQuery()).claims),
            tuple(map(stored.get_text, texts)),
            frozenset(text.id for text in stored.texts()),
            documents,
            stored.inputs(),
            stored.decisions(),
            find_source_names(ledger.showing(Shown.ALL)),
        )

    def state_of(self, document: str, *, is_latest: bool = True) -> State:
        """Whether a document, or one reading of it, is in the views."""
        if document in self.effects.retracted:
            return State.RETRACTED
        return State.STANDING if is_latest and document not in self.effects.newer else State.SUPERSEDED

    def state_of_claim(self, claim: Claim) -> State:
        """Whether a claim is in the views, and if it is left out for itself, as what."""
        state = self.state_of(claim.document, is_latest=claim.id in self.latest)
        if state is not State.STANDING or claim.id not in self.effects.claims:
            return state
        return State.REJECTED if claim.id in self.effects.rejected else State.DOUBLE

    def relations(self, claims: Iterable[Claim]) -> tuple[Relation, ...]:
        """Those of these claims, as people decided on them."""
        stored = self.ledger.stored.find_relations(tuple(claim.id for claim in claims))
        return apply_decisions(stored, self.decisions)


def _trace_claims(held: _Held, mask: Mask) -> Iterator[Trace]:
    """Claims that name the person as they were read, or as people corrected them."""
    texts = {text.id: text for text in held.texts}
    found = [(claim, where) for claim in held.claims if (where := _find_parts(claim, mask))]
    relations = held.relations(claim for claim, _ in found)
    for claim, where in found:
        provenance = Provenance(held.sources[claim.document][0], texts[claim.text])
        wire, quote = claim_to_wire(claim, provenance, relations), claim.quote
        place = (claim.document, quote.start, quote.end, quote.exact)
        yield Trace(Sort.CLAIM, claim.id, where, held.state_of_claim(claim), *place, wire)


def _find_parts(claim: Claim, mask: Mask) -> tuple[str, ...]:
    """What of a claim names the person; what did so only before it was corrected is told as that."""
    now = tuple(_find_naming(claim, mask))
    before = _find_naming(claim.original, mask) if claim.original else ()
    return (*now, *(AS_READ.format(part) for part in before if part not in now))


def _find_naming(claim: Claim, mask: Mask) -> Iterator[str]:
    speaker = claim.speaker
    words = {"speaker": (speaker.name, speaker.on_behalf_of, *speaker.chain)}
    words["actor"], words["target"] = _list_words(claim.actors), _list_words(claim.targets)
    words |= {"quote": (claim.quote.exact,), "content": (claim.content.exact,)}
    for part, told in words.items():
        if any(mask.find(each) for each in told if each):
            yield part


def _list_words(mentions: Iterable[Mention]) -> tuple[str | None, ...]:
    return tuple(mention.name for mention in mentions)


def _trace_texts(held: _Held, mask: Mask) -> Iterator[Trace]:
    """Every place in the words of a text, and what is known of its document."""
    for text in held.texts:
        document = text.document
        state = held.state_of(document.id, is_latest=text.id in held.latest_texts)
        for start, end, _ in mask.find(text.clean):
            place = (document.id, start, end, text.clean[max(0, start - AROUND) : end + AROUND])
            yield Trace(Sort.TEXT, text.id, ("words",), state, *place)
        for part, words in _list_known(document.metadata):
            if mask.find(words):
                yield Trace(Sort.TEXT, text.id, (part,), state, document.id, words=words)


def _list_known(metadata: Metadata) -> Iterator[tuple[str, str]]:
    for field in fields(Metadata):
        value = getattr(metadata, field.name)
        if value is not None:
            yield field.name, str(value)


def _trace_archives(held: _Held, mask: Mask) -> Iterator[Trace]:
    for document in held.documents:
        words = held.ledger.stored.get_data(document).decode("utf-8", "replace")
        for start, end, _ in mask.find(words):
            place = (document, start, end, words[max(0, start - AROUND) : end + AROUND])
            yield Trace(Sort.ARCHIVE, document, ("bytes",), held.state_of(document), *place)


def _trace_inputs(held: _Held, mask: Mask) -> Iterator[Trace]:
    for attempt in held.inputs:
        told = {"source": attempt.source, "detail": attempt.detail, **dict(_list_known(attempt.given))}
        where = tuple(part for part, words in told.items() if mask.find(words))
        if where:
            state = held.state_of(attempt.document or "")
            words = "; ".join(told[part] for part in where)
            yield Trace(
                Sort.INPUT, f"{attempt.source} {attempt.at}", where, state, attempt.document, words=words
            )


def _trace_decisions(held: _Held, mask: Mask, claims: frozenset[str]) -> Iterator[Trace]:
    """Decisions that name the person, and those on `claims`, which do."""
    for view in view_decisions(held.decisions):
        where = tuple(_find_told(view.decision, mask, claims))
        if where:
            words = _tell_decision(view)
            yield Trace(Sort.DECISION, view.decision.id, where, _OF_DECISIONS[view.state], words=words)


def _find_told(decision: Decision, mask: Mask, claims: frozenset[str]) -> Iterator[str]:
    told = {"what": decision.what, "who": (decision.who,), "why": (decision.why,)}
    for part, words in told.items():
        if any(map(mask.find, words)):
            yield part
    if not claims.isdisjoint(decision.what):
        yield "claim"


def _tell_decision(view: DecisionView) -> str:
    decision, what = view.decision, " ".join(view.decision.what)
    return f"{decision.verdict.value} {what}: {decision.why} ({decision.who}, {decision.at})"
