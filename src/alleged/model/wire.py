"""The contract of `extract`: one claim as one JSON object, described by `claim.schema.json`.

Offsets are code points, end exclusive. For text and Markdown they count the input file, decoded without
newline translation ("file"); HTML and PDF have no such count, so theirs are of the clean text ("clean"), and
`places` says where the quote stands in the original.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from alleged.errors import AnchorError
from alleged.model.correction import find_corrected, tell_field
from alleged.model.vocabulary import Basis, MediaType, RelationType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.model.claim import Claim, Mention, Speaker, When
    from alleged.model.document import Run, Text
    from alleged.model.link import Relation
    from alleged.model.span import Span

Wire: TypeAlias = dict[str, Any]
"""A JSON object."""

FILE_OFFSETS = "file"
CLEAN_OFFSETS = "clean"

ANSWERS = (RelationType.DISPUTES, RelationType.CONFIRMS, RelationType.DECLINES)
"""The relations by which a claim responds to another."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a claim comes from: the text, and the name under which its document was given."""

    source: str
    text: Text


@dataclass(frozen=True, slots=True)
class Stretch:
    """A contiguous piece of the original: a node (text node, page, or 0) and code points in it."""

    node: int
    start: int
    end: int


def claim_to_wire(claim: Claim, provenance: Provenance, relations: Iterable[Relation]) -> Wire:
    """The claim as a JSON object; of `relations` those that begin at it are told."""
    text = provenance.text
    identity = claim.id
    own = [relation for relation in relations if relation.claim == identity]
    return {
        "id": identity,
        **_document_to_wire(provenance),
        **_words_to_wire(claim, text),
        **_speaker_to_wire(claim.speaker, text),
        "stance": claim.stance.value,
        "kind": claim.kind.value,
        "act": claim.act.value,
        "realis": claim.realis and claim.realis.value,
        "actor": [mention.name for mention in claim.actors],
        "target": [mention.name for mention in claim.targets],
        "actors": [_mention_to_wire(mention, text) for mention in claim.actors],
        "targets": [_mention_to_wire(mention, text) for mention in claim.targets],
        **_time_to_wire("when", claim.event_time, text),
        **_time_to_wire("said", claim.said_time, text),
        "responds_to": [relation.to for relation in own if relation.type in ANSWERS],
        "relations": [_relation_to_wire(relation) for relation in own],
        "confidence": claim.confidence,
        "corrected": _corrections_to_wire(claim),
        "extractor": {"name": claim.extractor, "version": claim.extractor_version},
        "reader": {"name": text.reader, "version": text.reader_version},
    }


def offsets_of(text: Text) -> str:
    """Which characters the offsets of this text's claims count: "file" or "clean"."""
    counted = text.document.media_type in (MediaType.TEXT, MediaType.MARKDOWN)
    return FILE_OFFSETS if counted else CLEAN_OFFSETS


def find_stretches(text: Text, span: Span) -> tuple[Stretch, ...]:
    """The pieces of the original that the span's words come from, in order."""
    joined: list[Stretch] = []
    for piece in _pieces(text.runs, span):
        last = joined[-1] if joined else None
        if last and (last.node, last.end) == (piece.node, piece.start):
            joined[-1] = Stretch(last.node, last.start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)


def _pieces(runs: tuple[Run, ...], span: Span) -> Iterator[Stretch]:
    first = max(0, bisect_right(runs, span.start, key=lambda run: run.start) - 1)
    for index in range(first, len(runs)):
        run = runs[index]
        if run.start >= span.end:
            return
        start, end = max(run.start, span.start), min(run.end, span.end)
        if start < end:
            offset = run.place.offset - run.start
            yield Stretch(run.place.node, offset + start, offset + end)


def _offsets(text: Text, span: Span) -> tuple[int, int]:
    if offsets_of(text) == CLEAN_OFFSETS:
        return span.start, span.end
    stretches = find_stretches(text, span)
    if not stretches:
        raise AnchorError(f"the input file holds nothing of {span.exact!r} at {span.start}-{span.end}")
    return stretches[0].start, stretches[-1].end


def _span_to_wire(span: Span, text: Text) -> Wire:
    start, end = _offsets(text, span)
    return {"start": start, "end": end, "text": span.exact}


def _optional_span(span: Span | None, text: Text) -> Wire | None:
    return None if span is None else _span_to_wire(span, text)


def _document_to_wire(provenance: Provenance) -> Wire:
    text = provenance.text
    document = text.document
    return {
        "document": provenance.source,
        "document_id": document.id,
        "text_id": text.id,
        "media_type": document.media_type.value,
        "publisher": document.metadata.publisher,
        "published": document.metadata.published,
        "offsets": offsets_of(text),
    }


def _words_to_wire(claim: Claim, text: Text) -> Wire:
    cues = [_span_to_wire(span, text) for span in claim.cues]
    places = find_stretches(text, claim.quote)
    return {
        "quote": _span_to_wire(claim.quote, text),
        "places": [{"node": p.node, "start": p.start, "end": p.end} for p in places],
        "content": list(_offsets(text, claim.content)),
        "content_text": claim.content.exact,
        "cue": cues[0] if cues else None,
        "cues": cues,
        "hedges": [_span_to_wire(span, text) for span in claim.hedges],
    }


def _speaker_to_wire(speaker: Speaker, text: Text) -> Wire:
    return {
        "speaker": _optional_span(speaker.span, text),
        "speaker_name": None if speaker.basis is Basis.NARRATOR else speaker.name,
        "speaker_role": speaker.role.value,
        "speaker_basis": speaker.basis.value,
        "on_behalf_of": speaker.on_behalf_of,
        "chain": list(speaker.chain),
    }


def _mention_to_wire(mention: Mention, text: Text) -> Wire:
    return {"name": mention.name, "words": _optional_span(mention.span, text)}


def _time_to_wire(key: str, when: When, text: Text) -> Wire:
    return {
        key: when.edtf,
        f"{key}_words": _optional_span(when.words, text),
        f"{key}_minimum": when.minimum,
    }


def _corrections_to_wire(claim: Claim) -> Wire:
    """What was read in each field that a person corrected."""
    read = claim.original or claim
    return {field.value: list(tell_field(read, field)) for field in find_corrected(claim)}


def _relation_to_wire(relation: Relation) -> Wire:
    return {
        "to": relation.to,
        "type": relation.type.value,
        "scope": relation.scope.value,
        "ground": relation.ground.value,
        "reason": relation.reason,
    }
