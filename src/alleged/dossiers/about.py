"""Everything that a ledger holds about a person, also what its views leave out: for who asks what is held.

A name is found in any case and form of its letters, whole, wherever it stands: in claims of every reading, in
the words of every text and what is known of its document, in the archived bytes, in inputs and decisions.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.claims import find_source_names
from alleged.dossiers.masking import make_mask
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.document import Metadata
from alleged.model.wire import Provenance, claim_to_wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.dossiers.masking import Mask
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.effects import Effects
    from alleged.model.claim import Claim, Mention
    from alleged.model.decision import Decision
    from alleged.model.document import Input, Text
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
    """Whether what names somebody is in the views."""

    STANDING = "standing"
    SUPERSEDED = "superseded"
    """A newer reading, or a newer version of the document, replaces it."""
    REJECTED = "rejected"
    RETRACTED = "retracted"


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
    finders = (_trace_claims, _trace_texts, _trace_archives, _trace_inputs, _trace_decisions)
    traces = tuple(trace for find in finders for trace in find(held, mask))
    counts = (len(held.claims), len(held.texts), len(held.documents), len(held.inputs), len(held.decisions))
    return Dossier(name, traces, tuple(zip(Sort, counts, strict=True)))


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
            stored.claims(ClaimQuery(every_reading=True)).claims,
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


def _trace_claims(held: _Held, mask: Mask) -> Iterator[Trace]:
    texts = {text.id: text for text in held.texts}
    for claim in held.claims:
        where = tuple(dict.fromkeys(_find_parts(claim, mask)))
        if where:
            state = held.state_of(claim.document, is_latest=claim.id in held.latest)
            if claim.id in held.effects.claims and state is State.STANDING:
                state = State.REJECTED
            provenance = Provenance(held.sources[claim.document][0], texts[claim.text])
            relations = held.ledger.stored.find_relations((claim.id,))
            wire, quote = claim_to_wire(claim, provenance, relations), claim.quote
            place = (claim.document, quote.start, quote.end, quote.exact)
            yield Trace(Sort.CLAIM, claim.id, where, state, *place, wire)


def _find_parts(claim: Claim, mask: Mask) -> Iterator[str]:
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


def _trace_decisions(held: _Held, mask: Mask) -> Iterator[Trace]:
    """Decisions that name the person, and those on claims that do."""
    about = {trace.id for trace in _trace_claims(held, mask)}
    for decision in held.decisions:
        told = {"what": " ".join(decision.what), "who": decision.who, "why": decision.why}
        where = [part for part, words in told.items() if mask.find(words)]
        if not about.isdisjoint(decision.what):
            where.append("claim")
        if where:
            words = f"{decision.verdict.value} {told['what']}: {decision.why} ({decision.who}, {decision.at})"
            yield Trace(Sort.DECISION, decision.id, tuple(where), State.STANDING, words=words)
