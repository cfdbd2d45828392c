"""Generated documents with generated claims: any letters, any places, any codes."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from alleged.ledger.interface import Entry
from alleged.model.claim import Claim, Mention, Speaker, When
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
from alleged.model.ids import document_id
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
)

ODD = (
    "\0\x1b\r\n\t\u00a0\u00ad\u200b\u200d\u202e\u2029\ufeff\uffff"
    "\U0001f1fa\U0001f1f8\U0010ffff“”’'\"e\u0301华为ß"
)

LETTERS = st.characters(codec="utf-8") | st.sampled_from(ODD)

WORDS = st.text(LETTERS | st.sampled_from("abc ABC .,-"), max_size=12)

NAMES = st.sampled_from(["APT31", "Apt 31", "U.S.", "US", "China"]) | st.text(LETTERS, min_size=1, max_size=8)

CLEAN = st.text(LETTERS | st.sampled_from("abcdefgh    "), min_size=1, max_size=200)

METADATA = st.builds(
    Metadata,
    title=st.none() | WORDS,
    publisher=st.none() | WORDS,
    byline=st.none() | WORDS,
    published=st.none() | st.just("2024-03-25"),
    url=st.none() | WORDS,
    language=st.none() | st.just("en"),
    genre=st.none() | st.sampled_from(Genre),
)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Where things can stand in a text of this length."""

    length: int

    def any(self) -> st.SearchStrategy[tuple[int, int]]:
        """Any stretch of at least one character."""
        ends = st.integers(0, self.length - 1), st.integers(1, self.length)
        return st.tuples(*ends).map(lambda pair: (min(pair), max(pair[1], pair[0] + 1)))

    def parts(self) -> st.SearchStrategy[list[tuple[int, int]]]:
        """A few stretches."""
        return st.lists(self.any(), max_size=3)


@st.composite
def texts(draw: st.DrawFn) -> tuple[bytes, Text]:
    """The bytes of a document and its text; the map to the original is not looked at."""
    clean = draw(CLEAN)
    data = clean.encode() + draw(st.binary(max_size=8))
    media_type, version_of = draw(st.sampled_from(MediaType)), draw(st.none() | st.just("0" * 64))
    parts = Stretches(len(clean)).parts()
    text = Text(
        document=Document(document_id(data), media_type, draw(METADATA), version_of),
        reader=draw(st.sampled_from(["plain", "other"])),
        reader_version=draw(WORDS),
        clean=clean,
        runs=tuple(Run(start, end, Place(end, start)) for start, end in draw(parts)),
        boilerplate=tuple(Boilerplate(start, end, draw(WORDS)) for start, end in draw(parts)),
        sentences=tuple(
            Sentence(start, end, start, draw(st.sampled_from(Part))) for start, end in draw(parts)
        ),
        quotations=tuple(Extent(start, end) for start, end in draw(parts)),
    )
    return data, text


@st.composite
def claims(draw: st.DrawFn, text: Text, extractor: tuple[str, str]) -> Claim:
    """A claim that could be made of `text`."""
    stretches = Stretches(len(text.clean))
    span = stretches.any().map(lambda stretch: _span(text, stretch))
    spans = stretches.parts().map(lambda found: tuple(_span(text, stretch) for stretch in found))
    mentions = st.lists(st.builds(Mention, NAMES, st.none() | span), max_size=3).map(tuple)
    times = st.builds(When, st.none() | st.just("2021-03~"), st.none() | span, st.none() | st.just("P10Y"))
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=draw(span),
        content=draw(span),
        speaker=draw(_speakers(span)),
        stance=draw(st.sampled_from(Stance)),
        act=draw(st.sampled_from(Act)),
        extractor=extractor[0],
        extractor_version=extractor[1],
        cues=draw(spans),
        hedges=draw(spans),
        actors=draw(mentions),
        targets=draw(mentions),
        event_time=draw(times),
        said_time=draw(times),
        realis=draw(st.none() | st.sampled_from(Realis)),
        confidence=draw(st.none() | st.floats(0, 1)),
    )


def _span(text: Text, stretch: tuple[int, int]) -> Span:
    return span_at(text.clean, *stretch)


def _speakers(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Speaker]:
    return st.builds(
        Speaker,
        role=st.sampled_from(Role),
        basis=st.sampled_from(Basis),
        name=st.none() | NAMES,
        span=st.none() | span,
        on_behalf_of=st.none() | WORDS,
        chain=st.lists(WORDS, max_size=2).map(tuple),
    )


def relations(found: list[Claim]) -> st.SearchStrategy[list[Relation]]:
    """Relations between some of these claims."""
    ids = st.sampled_from([claim.id for claim in found])
    codes = st.sampled_from(RelationType), st.sampled_from(Scope), st.sampled_from(Ground)
    return st.lists(st.builds(Relation, ids, ids, *codes, WORDS), max_size=3)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry as a reader and an extractor could give it."""
    data, text = draw(texts())
    extractor = draw(st.sampled_from(["rules", "tagger"])), draw(st.sampled_from(["1", "2"]))
    found = draw(st.lists(claims(text, extractor), max_size=5, unique_by=lambda claim: claim.id))
    return Entry(
        input=_input(text, len(found), draw(WORDS)),
        data=data,
        text=text,
        extractor=extractor[0],
        extractor_version=extractor[1],
        claims=tuple(found),
        relations=tuple(draw(relations(found))) if found else (),
    )


def _input(text: Text, count: int, words: str) -> Input:
    return Input(
        source=words,
        status=Reason.READ.status,
        reason=Reason.READ,
        stage="append",
        at="2024-03-26T10:00:00+00:00",
        detail=words,
        document=text.document.id,
        text=text.id,
        claims=count,
        given=text.document.metadata,
    )
