"""A short report and its claims, made by hand: what a good extractor would find in it."""

from __future__ import annotations

from alleged.ledger.interface import Entry
from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.document import Document, Input, Metadata, Place, Run, Sentence, Text
from alleged.model.ids import document_id
from alleged.model.link import Relation
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import (
    Act,
    Basis,
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

REPORT = (
    "Prosecutors charge seven over mail intrusions\n"
    "\n"
    "On Monday, US prosecutors accused seven hackers of breaking into the mail of Northwind lawmakers. "
    "The group, called GREY HERON, is purportedly linked to the Ministry of Tides. \U0001f989\n"
    "\n"
    "The embassy dismissed the allegations as baseless.\n"
)


def make_text(
    clean: str = REPORT, media_type: MediaType = MediaType.TEXT, metadata: Metadata | None = None
) -> Text:
    """A text whose clean text is its file, with one sentence per line or after ". "."""
    known = metadata or Metadata(title="Prosecutors charge seven", publisher="Harbour Times", language="en")
    return Text(
        document=Document(document_id(clean.encode()), media_type, known),
        reader="sample",
        reader_version="1",
        clean=clean,
        runs=(Run(0, len(clean), Place(0, 0)),),
        sentences=tuple(_sentences(clean)),
    )


def _sentences(clean: str) -> list[Sentence]:
    found: list[Sentence] = []
    start = 0
    for paragraph, line in enumerate(clean.splitlines(keepends=True)):
        position = start
        for piece in line.rstrip("\n").split(". "):
            end = min(position + len(piece) + 1, start + len(line.rstrip("\n")))
            if end > position:
                found.append(Sentence(position, end, paragraph, Part.BODY))
            position = end + 1
        start += len(line)
    return found


def words(text: Text, exact: str) -> Span:
    """The first place of these words in the text."""
    start = text.clean.index(exact)
    return span_at(text.clean, start, start + len(exact))


def accusation(text: Text) -> Claim:
    """US prosecutors accuse seven hackers."""
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=words(
            text, "US prosecutors accused seven hackers of breaking into the mail of Northwind lawmakers"
        ),
        content=words(text, "seven hackers of breaking into the mail of Northwind lawmakers"),
        speaker=Speaker(
            Role.LAW_ENFORCEMENT,
            Basis.EXPLICIT,
            "United States Department of Justice",
            words(text, "US prosecutors"),
        ),
        stance=Stance.ALLEGES,
        act=Act.INTRUSION,
        extractor="hand",
        extractor_version="1",
        cues=(words(text, "accused"),),
        actors=(Mention("GREY HERON", words(text, "seven hackers")),),
        targets=(Mention("Northwind lawmakers", words(text, "Northwind lawmakers")),),
        said_time=When(None, words(text, "On Monday")),
        realis=Realis.ACTUAL,
    )


def link(text: Text) -> Claim:
    """An unnamed passive, of which no realis is told: the group is purportedly linked."""
    quote = words(text, "The group, called GREY HERON, is purportedly linked to the Ministry of Tides")
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=quote,
        content=quote,
        speaker=Speaker(Role.MEDIA, Basis.PASSIVE),
        stance=Stance.ALLEGES,
        act=Act.LINKED_TO,
        extractor="hand",
        extractor_version="1",
        hedges=(words(text, "purportedly"),),
        actors=(Mention("GREY HERON", words(text, "GREY HERON")),),
        targets=(Mention("Ministry of Tides", words(text, "Ministry of Tides")),),
    )


def denial(text: Text) -> Claim:
    """The embassy dismisses it."""
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=words(text, "The embassy dismissed the allegations as baseless"),
        content=words(text, "the allegations as baseless"),
        speaker=Speaker(
            Role.ACCUSED, Basis.EXPLICIT, "Embassy of Tidewater", words(text, "The embassy"), "Tidewater"
        ),
        stance=Stance.DENIES,
        act=Act.INTRUSION,
        extractor="hand",
        extractor_version="1",
        cues=(words(text, "dismissed"),),
        actors=(Mention("GREY HERON"),),
        realis=Realis.OTHER,
    )


def claims(text: Text) -> tuple[Claim, ...]:
    """The three claims of the report, in reading order."""
    return accusation(text), link(text), denial(text)


def relations(text: Text) -> tuple[Relation, ...]:
    """The denial disputes both others."""
    first, second, answer = claims(text)
    why = "“the allegations” are those told before"
    return tuple(
        Relation(answer.id, other.id, RelationType.DISPUTES, Scope.BLANKET, Ground.ANAPHOR, why)
        for other in (first, second)
    )


def make_entry(text: Text, source: str = "report.txt") -> Entry:
    """The report as a ledger takes it."""
    reason = Reason.READ
    attempt = Input(
        source, reason.status, reason, "append", "2024-03-26T08:00:00+00:00", "", text.document.id, text.id, 3
    )
    return Entry(attempt, text.clean.encode(), text, "hand", "1", claims(text), relations(text))
