"""The tables of a ledger, each with a comment on itself and on every column.

The migrations make the same tables; a test holds the two together. Rows are numbered in the order in which
they were stored, and refer to each other by these numbers; ids, which mean the same in every ledger, stand
beside them. Places in a text are code points, end exclusive; the words themselves stand in `texts.clean`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from alleged.ledger.immutability import FUNCTIONS, keep_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.sql.schema import SchemaItem
    from sqlalchemy.types import TypeEngine

HEAD = "0005"
"""The newest revision of the schema: the file name of the last migration begins with it."""

APPLICATION_ID = 0x416C4C67
"""Marks a SQLite file as a ledger (`PRAGMA application_id`): the letters "AlLg"."""

PROBABILITY: TypeEngine[float] = REAL().with_variant(Double(), "postgresql")
"""A number of 64 bits: SQLite calls it REAL, where PostgreSQL means 32 bits."""

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, comment: str, *items: SchemaItem, rowid: bool = True) -> Table:
    return Table(name, METADATA, *items, comment=comment, sqlite_strict=True, sqlite_with_rowid=rowid)


def _number(comment: str) -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False, comment=comment)


def _part(name: str, kind: type[Integer | Text], comment: str, target: str | None = None) -> Column[Any]:
    """One column of a primary key."""
    refers = [ForeignKey(target)] if target else []
    return Column(name, kind, *refers, primary_key=True, autoincrement=False, comment=comment)


def _key(name: str, target: str, comment: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=False, comment=comment)


def _text(name: str, comment: str) -> Column[str]:
    return Column(name, Text, nullable=False, comment=comment)


def _maybe(name: str, comment: str) -> Column[str | None]:
    return Column(name, Text, nullable=True, comment=comment)


def _count(name: str, comment: str) -> Column[int]:
    return Column(name, Integer, nullable=False, comment=comment)


def _event() -> Column[int | None]:
    """Tells rows without a number apart by when they came."""
    return Column(
        "event", Integer, comment="The event that stored it: events.number; none if it was there before."
    )


def _bytes(name: str, comment: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False, comment=comment)


documents = _table(
    "documents",
    "What was read: one row for different bytes. Everything a reader says of them stands in texts.",
    _number("Counts documents in the order of their first reading."),
    _text("id", "sha256 of the bytes, hexadecimal."),
    _count("size", "Number of bytes."),
    UniqueConstraint("id"),
)

archive = _table(
    "archive",
    "The bytes of each document, as they were read.",
    _part("document", Integer, "The document: documents.number.", "documents.number"),
    _bytes("data", "The bytes."),
)

texts = _table(
    "texts",
    "The clean text of a document as one version of one reader saw it, with the metadata known then.",
    _number("Counts texts in the order in which they were stored."),
    _text("id", "Hash of document, reader, its version and the metadata."),
    _key("document", "documents.number", "The document that was read."),
    _text("reader", "Name of the reader."),
    _text("reader_version", "Version of the reader."),
    _text("media_type", "Form of the bytes: text/plain, text/markdown, text/html, application/pdf."),
    _maybe("version_of", "Id of the document that this is a changed version of."),
    _maybe("title", "Title of the document."),
    _maybe("publisher", "Who put the document out."),
    _maybe("byline", "Its author line."),
    _maybe("published", "When it was published, EDTF."),
    _maybe("url", "Its address."),
    _maybe("language", "ISO 639-1 code of its language."),
    _maybe("genre", "news, indictment, sanctions-notice, advisory, vendor-blog or statement."),
    _text("clean", "The clean text, to which all places refer."),
    _text("runs", "Map to the original, JSON: [start, end, node, offset] of each run of equal characters."),
    _text("boilerplate", "Stretches that are no part of the report, JSON: [start, end, why] of each."),
    _text("sentences", "Sentences, JSON: [start, end, paragraph, part] of each."),
    _text("quotations", "Stretches between quotation marks, JSON: [start, end] of each."),
    UniqueConstraint("id"),
    Index(None, "document"),
)

extractions = _table(
    "extractions",
    "A text read once by one version of one extractor, also where it found no claim.",
    _number("Counts extractions in the order in which they were stored."),
    _key("document", "documents.number", "The document of the text."),
    _key("text", "texts.number", "The text that was read."),
    _text("extractor", "Name of the extractor."),
    _text("extractor_version", "Version of the extractor."),
    _text("at", "When, ISO 8601, UTC."),
    UniqueConstraint("text", "extractor", "extractor_version"),
    Index(None, "document", "number"),
)

names = _table(
    "names",
    "Every name that a speaker or a mention bears, for finding it.",
    _part("name", Text, "The name as the extractor gave it."),
    _text("words", "Its words without case, accents and signs, a space before and after each."),
    _event(),
    rowid=False,
)

name_words = _table(
    "name_words",
    "An index of names: each word of each name.",
    _part("word", Text, "A word of names.words."),
    _part("name", Text, "The name: names.name.", "names.name"),
    _event(),
    rowid=False,
)

claims = _table(
    "claims",
    "Who says, in which words and how surely, that who did what to whom.",
    _number("Counts claims in the order in which they were stored."),
    _text("id", "Hash of document, text, place and codes."),
    _key("extraction", "extractions.number", "The extraction that found it."),
    _count("quote_start", "Where the quote begins."),
    _count("quote_end", "Where the quote ends."),
    _count("content_start", "Where the content, what is claimed, begins."),
    _count("content_end", "Where the content ends."),
    Column(
        "speaker_name",
        Text,
        ForeignKey("names.name"),
        comment="Canonical name of who vouches for the content; none for the document's own voice.",
    ),
    _text("speaker_role", "What the speaker is: government, vendor, media ..."),
    _text(
        "speaker_basis",
        "Why the claim is given to the speaker: explicit, inherited, passive, narrator, anonymous.",
    ),
    _maybe("speaker_on_behalf_of", "For whom the speaker speaks."),
    _text("speaker_chain", "Who reported it on the way, nearest first, JSON list of names."),
    _text("stance", "asserts, alleges, assesses, confirms, denies or declines."),
    _text("kind", "operation, attribution, impact, motive, response or comment; follows from the act."),
    _text("act", "What was done: espionage, works-for, sanction ..."),
    _maybe("event_time", "When the event is said to have happened, EDTF."),
    _maybe("event_minimum", "Its shortest duration said, ISO 8601."),
    _maybe("said_time", "When it was said, EDTF."),
    _maybe("said_minimum", "Shortest duration said of that time, ISO 8601."),
    Column(
        "confidence",
        PROBABILITY,
        comment="Probability that the extraction is right, for the review queue only.",
    ),
    _maybe(
        "realis", "actual, other or generic: how the content is told; none if the extractor does not tell."
    ),
    UniqueConstraint("id"),
    Index(None, "extraction"),
    Index(None, "speaker_name"),
    CheckConstraint("0 <= quote_start AND quote_start < quote_end", name="quote"),
    CheckConstraint("0 <= content_start AND content_start < content_end", name="content"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
)

spans = _table(
    "spans",
    "Places of words in the text of a claim, besides quote, content and mentions.",
    _part("claim", Integer, "The claim: claims.number.", "claims.number"),
    _part("field", Text, "What the words are: cue, hedge, speaker, event-time or said-time."),
    _part("ordinal", Integer, "Counts the places of one field from 0."),
    _count("start", "Where the words begin."),
    _count("end", "Where the words end."),
    CheckConstraint('0 <= start AND start < "end"', name="place"),
    rowid=False,
)

mentions = _table(
    "mentions",
    "Who is said to have done it and to whom it was done.",
    _part("claim", Integer, "The claim: claims.number.", "claims.number"),
    _part("side", Text, "actor or target."),
    _part("ordinal", Integer, "Counts the mentions of one side from 0."),
    Column(
        "name", Text, ForeignKey("names.name"), nullable=False, comment="The name that the words stand for."
    ),
    Column("start", Integer, comment="Where the words begin; none where the name is implied."),
    Column("end", Integer, comment="Where the words end."),
    CheckConstraint('0 <= start AND start < "end"', name="place"),
    Index(None, "name"),
    CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="both"),
    rowid=False,
)

relations = _table(
    "relations",
    "Which claim responds to which, and how.",
    _number("Counts relations in the order in which they were stored."),
    _key("claim", "claims.number", "The claim that responds."),
    _key("to", "claims.number", "The claim that it responds to."),
    _text("type", "disputes, confirms, declines, restates or elaborates."),
    _text("scope", "specific: it answers particular claims; blanket: everything that was said."),
    _text("ground", "Why the two are linked: anaphor, same-proposition or reviewer."),
    _text("reason", "The same in a sentence for people."),
    Index(None, "claim"),
    Index(None, "to"),
)

inputs = _table(
    "inputs",
    "Every attempt to read something, whatever came of it.",
    _number("Counts attempts in their order."),
    _text("source", "Path, address or - as it was given; what is no Unicode in it is written as \\udcNN."),
    _text("status", "ok, degraded, refused, timeout, failed or unchanged."),
    _text("reason", "Why it ended so: a code from a closed list."),
    _text("stage", "Where it ended: open, read, extract or append."),
    _text("at", "When, ISO 8601, UTC."),
    _text("detail", "One line for people: what is wrong and what to do."),
    _maybe("document", "Id of the document, if its bytes could be had; it need not be stored."),
    _maybe("text", "Id of the text, if one could be read."),
    _count("claims", "How many claims were found."),
    _text("given", "Metadata given by the person who asked, JSON object without what was not given."),
)

decisions = _table(
    "decisions",
    "What people decided: who means whom, what answers what, what belongs together, what counts.",
    _number("Counts decisions in their order: of two on the same thing, the later one holds."),
    _text("id", "Hash of everything else in the row."),
    _text(
        "about", "name, alias, link, incident, claim, same, code, document, publisher, version or erasure."
    ),
    _text(
        "what",
        "What exactly, JSON list: name, authority:id and version of the list; or two names; or the ids of "
        "two claims and the type of the link; or the ids of two claims; or the id of a claim, to correct it "
        "with field and values; or the id of a claim, a codebook, its variable and values; or the ids of one "
        "or two documents; or the name of a publisher.",
    ),
    _text("verdict", "accept, reject, correct, or withdraw: an earlier decision no longer counts."),
    _text("who", "Who decided."),
    _text("at", "When, ISO 8601, UTC."),
    _text("why", "For what reason, in the words of who decided."),
    Column(
        "supersedes",
        Text,
        ForeignKey("decisions.id"),
        comment="The decision that a withdrawal withdraws: decisions.id.",
    ),
    UniqueConstraint("id"),
)

events = _table(
    "events",
    "What was done to the ledger: one row for each transaction that wrote, in a hash chain.",
    _number("Counts events in their order."),
    _text("at", "When, ISO 8601, UTC."),
    _text("kind", "created, migrated, appended, noted, decided, erased, shared or marked."),
    _bytes("payload", "SHA-256 over the digests of its seals, in their order."),
    _bytes(
        "chain", "SHA-256 over 0x02, the chain of the event before (of none: zeros) and the event's leaf."
    ),
)

seals = _table(
    "seals",
    "Salted hashes of the rows that an event stored.",
    _number("Counts seals in the order in which they were stored."),
    _key("event", "events.number", "The event that stored the rows."),
    _text("table_name", "The table of the rows."),
    _count("first", "The lowest number among them (of the claim, document or event, if they have none)."),
    _count("last", "The highest."),
    _count("count", "How many rows."),
    Column("replaces", Integer, ForeignKey("seals.number"), comment="The seal in whose place it holds."),
    _bytes("digest", "SHA-256 over the other columns, but for the salts."),
    _bytes("salts_hash", "SHA-256 of the salts as they were at first."),
    _bytes("hashes", "SHA-256 over salt and packed row, of each row."),
    _bytes("salts", "16 random bytes a row; zeros where the salt was destroyed."),
    Index(None, "event"),
)

members = _table(
    "members",
    "Who shares the ledger: of several rows on one person, the last one holds. None: it is somebody's own.",
    _number("Counts these rows in their order."),
    _text("who", "The person's name, as given with --as."),
    _maybe("role", "viewer, coder, editor or admin; none for somebody who is a member no longer."),
    _text("by", "Who says so."),
    _text("at", "When, ISO 8601, UTC."),
    Index(None, "who", "number"),
)

clearances = _table(
    "clearances",
    "For which markings a member is cleared.",
    _part("member", Integer, "The row of the member: members.number.", "members.number"),
    _part("label", Text, "The marking; * for every one."),
    rowid=False,
)

markings = _table(
    "markings",
    "For whose eyes a document is: of several rows on one document, the last one holds.",
    _number("Counts these rows in their order."),
    _key("document", "documents.number", "The document."),
    _text("label", "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED or another label."),
    _text("by", "Who says so."),
    _text("at", "When, ISO 8601, UTC."),
    _text("why", "Why, in the words of who says so."),
    Index(None, "document", "number"),
)

touched = _table(
    "touched",
    "Which documents a decision tells something of: who may not see them does not see the decision.",
    _part("decision", Integer, "The decision: decisions.number.", "decisions.number"),
    _part("document", Integer, "The document: documents.number.", "documents.number"),
    _count("needed", "1 if each such document has to be visible, 0 if one of them is enough."),
    rowid=False,
)

IMMUTABLE = (
    documents,
    archive,
    texts,
    extractions,
    names,
    name_words,
    claims,
    spans,
    mentions,
    relations,
    inputs,
    decisions,
    members,
    clearances,
    markings,
    touched,
    events,
    seals,
)
"""Tables whose rows are only ever added: triggers refuse to change or delete them."""

FULL_TEXT = "claim_words"
"""The full-text index over claims: its rowid is claims.number. In SQLite it is an FTS5 table."""

TOKENIZER = "unicode61 remove_diacritics 2"
"""How SQLite divides and folds the words of it."""

FULL_TEXT_COLUMNS = {
    "quote": "Words of the quote.",
    "content": "Words of the content, where it reaches out of the quote.",
    "speaker": "Canonical name of the speaker.",
    "title": "Title of the document.",
}


_WORD_TABLE = (
    f"CREATE TABLE {FULL_TEXT} (claim integer PRIMARY KEY REFERENCES claims (number), "
    "words text[] NOT NULL, lines text NOT NULL)"
)

WORD_LISTS = (_WORD_TABLE, f"CREATE INDEX ix_{FULL_TEXT}_words ON {FULL_TEXT} USING gin (words)")
"""The same in PostgreSQL: the words of each claim, divided as SQLite divides them (`word_lists`)."""

COMPARED_BY_BYTES = tuple(
    f'ALTER TABLE {table} ALTER COLUMN id TYPE text COLLATE "C"' for table in ("documents", "claims")
)
"""In PostgreSQL: ids are found by how they begin, and some languages sort "aa" behind "z"."""


def full_text(name: str) -> str:
    """What makes a full-text index of that name in SQLite."""
    columns = ", ".join(FULL_TEXT_COLUMNS)
    return f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='', tokenize='{TOKENIZER}')"


def _complete_statements(dialect: str) -> tuple[str, ...]:
    """What a ledger has besides the tables."""
    kept = tuple(line for table in IMMUTABLE for line in keep_rows(dialect, table.name))
    if dialect == "sqlite":
        return (*FUNCTIONS[dialect], *kept, full_text(FULL_TEXT))
    return (*FUNCTIONS[dialect], *kept, *WORD_LISTS, *keep_rows(dialect, FULL_TEXT), *COMPARED_BY_BYTES)


@event.listens_for(METADATA, "after_create")
def _complete(_target: MetaData, connection: Connection, **_options: object) -> None:
    for statement in _complete_statements(connection.dialect.name):
        connection.execute(text(statement))
