"""Records as rows and back: what goes into a ledger comes out equal."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.decision import About, Decision, Verdict
from alleged.model.document import (
    Boilerplate,
    Document,
    Extent,
    Input,
    Metadata,
    Place,
    Run,
    Sentence,
    Text,
)
from alleged.model.link import Relation
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import (
    Act,
    Basis,
    Genre,
    Ground,
    MediaType,
    Part,
    Realis,
    Reason,
    RelationType,
    Role,
    Scope,
    Stance,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import RowMapping

Row = dict[str, Any]
"""Column names and values of one row."""

GIVEN_FIELDS = tuple(field.name for field in fields(Metadata))
METADATA_FIELDS = tuple(name for name in GIVEN_FIELDS if name != "retrieved")
"""What is known of a text: when it was fetched belongs to the attempt."""


def text_row(text: Text) -> Row:
    """The row of a text, but for its number and that of its document."""
    return {
        "id": text.id,
        "reader": text.reader,
        "reader_version": text.reader_version,
        "media_type": text.document.media_type,
        "version_of": text.document.version_of,
        **{name: getattr(text.document.metadata, name) for name in METADATA_FIELDS},
        "clean": text.clean,
        "runs": _pack((run.start, run.end, run.place.node, run.place.offset) for run in text.runs),
        "boilerplate": _pack((part.start, part.end, part.why) for part in text.boilerplate),
        "sentences": _pack((s.start, s.end, s.paragraph, s.part) for s in text.sentences),
        "quotations": _pack((part.start, part.end) for part in text.quotations),
    }


def text_from_row(row: RowMapping, document: str) -> Text:
    """The text of a row; `document` is the id of its document."""
    return Text(
        document=document_from_row(row, document),
        reader=row["reader"],
        reader_version=row["reader_version"],
        clean=row["clean"],
        runs=tuple(Run(start, end, Place(node, at)) for start, end, node, at in _unpack(row["runs"])),
        boilerplate=tuple(Boilerplate(*values) for values in _unpack(row["boilerplate"])),
        sentences=tuple(
            Sentence(s, e, paragraph, Part(part)) for s, e, paragraph, part in _unpack(row["sentences"])
        ),
        quotations=tuple(Extent(*values) for values in _unpack(row["quotations"])),
    )


def document_from_row(row: RowMapping, document: str) -> Document:
    """The document of a row of its text; `document` is its id."""
    genre = row["genre"]
    metadata = Metadata(**{**{name: row[name] for name in METADATA_FIELDS}, "genre": genre and Genre(genre)})
    return Document(document, MediaType(row["media_type"]), metadata, row["version_of"])


def claim_row(claim: Claim, number: int, extraction: int) -> Row:
    """The row of a claim, without its spans and mentions."""
    return {
        "number": number,
        "id": claim.id,
        "extraction": extraction,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "content_start": claim.content.start,
        "content_end": claim.content.end,
        "speaker_name": claim.speaker.name,
        "speaker_role": claim.speaker.role,
        "speaker_basis": claim.speaker.basis,
        "speaker_on_behalf_of": claim.speaker.on_behalf_of,
        "speaker_chain": _pack(claim.speaker.chain),
        "stance": claim.stance,
        "kind": claim.kind,
        "act": claim.act,
        "event_time": claim.event_time.edtf,
        "event_minimum": claim.event_time.minimum,
        "said_time": claim.said_time.edtf,
        "said_minimum": claim.said_time.minimum,
        "confidence": claim.confidence,
        "realis": claim.realis,
    }


def span_rows(claim: Claim, number: int) -> list[Row]:
    """The rows of the spans that have no columns of their own."""
    return [
        {"claim": number, "field": field, "ordinal": ordinal, "start": span.start, "end": span.end}
        for field, spans in _spans_by_field(claim).items()
        for ordinal, span in enumerate(spans)
    ]


def _spans_by_field(claim: Claim) -> dict[str, tuple[Span, ...]]:
    return {
        "cue": claim.cues,
        "hedge": claim.hedges,
        "speaker": _present(claim.speaker.span),
        "event-time": _present(claim.event_time.words),
        "said-time": _present(claim.said_time.words),
    }


def _present(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def mention_rows(claim: Claim, number: int) -> list[Row]:
    """The rows of the actors and targets."""
    return [
        {"claim": number, "side": side, "ordinal": ordinal, "name": mention.name, **_place(mention.span)}
        for side, mentions in (("actor", claim.actors), ("target", claim.targets))
        for ordinal, mention in enumerate(mentions)
    ]


def _place(span: Span | None) -> Row:
    return {"start": span and span.start, "end": span and span.end}


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """All rows of one claim; `claim` also has the ids of document and text, and the extractor."""

    claim: RowMapping
    spans: Sequence[RowMapping]
    """In order of ordinal, like the mentions."""
    mentions: Sequence[RowMapping]


def claim_from_rows(rows: ClaimRows, clean: str) -> Claim:
    """The claim of these rows; its words are cut anew from the text `clean`."""
    row, spans = rows.claim, _spans(rows.spans, clean)
    return Claim(
        document=row["document_id"],
        text=row["text_id"],
        quote=span_at(clean, row["quote_start"], row["quote_end"]),
        content=span_at(clean, row["content_start"], row["content_end"]),
        speaker=_speaker(row, _single(spans, "speaker")),
        stance=Stance(row["stance"]),
        act=Act(row["act"]),
        extractor=row["extractor"],
        extractor_version=row["extractor_version"],
        cues=spans.get("cue", ()),
        hedges=spans.get("hedge", ()),
        actors=_mentions(rows.mentions, "actor", clean),
        targets=_mentions(rows.mentions, "target", clean),
        event_time=When(row["event_time"], _single(spans, "event-time"), row["event_minimum"]),
        said_time=When(row["said_time"], _single(spans, "said-time"), row["said_minimum"]),
        realis=row["realis"] and Realis(row["realis"]),
        confidence=row["confidence"],
    )


def _spans(rows: Sequence[RowMapping], clean: str) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, tuple[Span, ...]] = {}
    for row in rows:
        spans[row["field"]] = (*spans.get(row["field"], ()), span_at(clean, row["start"], row["end"]))
    return spans


def _single(spans: Mapping[str, tuple[Span, ...]], field: str) -> Span | None:
    return spans[field][0] if field in spans else None


def _speaker(row: RowMapping, span: Span | None) -> Speaker:
    return Speaker(
        role=Role(row["speaker_role"]),
        basis=Basis(row["speaker_basis"]),
        name=row["speaker_name"],
        span=span,
        on_behalf_of=row["speaker_on_behalf_of"],
        chain=tuple(_unpack(row["speaker_chain"])),
    )


def _mentions(rows: Sequence[RowMapping], side: str, clean: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(row["name"], None if row["start"] is None else span_at(clean, row["start"], row["end"]))
        for row in rows
        if row["side"] == side
    )


def relation_row(relation: Relation) -> Row:
    """The row of a relation, but for its number and those of its claims."""
    return {
        "type": relation.type,
        "scope": relation.scope,
        "ground": relation.ground,
        "reason": relation.reason,
    }


def relation_from_row(row: RowMapping) -> Relation:
    """The relation of a row that has the ids of both claims."""
    type_, scope, ground = RelationType(row["type"]), Scope(row["scope"]), Ground(row["ground"])
    return Relation(row["claim_id"], row["to_id"], type_, scope, ground, row["reason"])


def input_row(attempt: Input) -> Row:
    """The row of an input, but for its number."""
    given = {name: getattr(attempt.given, name) for name in GIVEN_FIELDS}
    return {
        "source": _storable(attempt.source),
        "status": attempt.status,
        "reason": attempt.reason,
        "stage": attempt.stage,
        "at": attempt.at,
        "detail": _storable(attempt.detail),
        "document": attempt.document,
        "text": attempt.text,
        "claims": attempt.claims,
        "given": json.dumps({name: value for name, value in given.items() if value is not None}),
    }


def _storable(words: str) -> str:
    """The same words, but bytes of a file name that are no Unicode are written out: no store takes them."""
    return words.encode("utf-8", "backslashreplace").decode()


def input_from_row(row: RowMapping) -> Input:
    """The input of a row."""
    given = json.loads(row["given"])
    genre = given.get("genre")
    return Input(
        source=row["source"],
        status=Status(row["status"]),
        reason=Reason(row["reason"]),
        stage=row["stage"],
        at=row["at"],
        detail=row["detail"],
        document=row["document"],
        text=row["text"],
        claims=row["claims"],
        given=Metadata(**{**given, "genre": genre and Genre(genre)}),
    )


def decision_row(decision: Decision) -> Row:
    """The row of a decision, but for its number."""
    return {
        "id": decision.id,
        "about": decision.about,
        "what": _pack(decision.what),
        "verdict": decision.verdict,
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
        "supersedes": decision.supersedes,
    }


def decision_from_row(row: RowMapping) -> Decision:
    """The decision of a row."""
    return Decision(
        id=row["id"],
        about=About(row["about"]),
        what=tuple(_unpack(row["what"])),
        verdict=Verdict(row["verdict"]),
        who=row["who"],
        at=row["at"],
        why=row["why"],
        supersedes=row["supersedes"],
    )


def _pack(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def _unpack(packed: str) -> list[Any]:
    values: list[Any] = json.loads(packed)
    return values
