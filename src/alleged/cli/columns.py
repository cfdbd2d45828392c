"""The columns of CSV output, each with where its value stands in the JSON record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.model.wire import Wire

Columns = dict[str, "Callable[[Wire], Any]"]


def _key(name: str) -> Callable[[Wire], Any]:
    return lambda record: record[name]


def _words(name: str) -> Callable[[Wire], str | None]:
    return lambda record: record[name] and record[name]["text"]


def keys(*names: str) -> Columns:
    """Columns that are called as their keys are."""
    return {name: _key(name) for name in names}


CLAIM_COLUMNS: Columns = {
    **keys("id", "document", "publisher", "published"),
    **keys("speaker_name", "speaker_role", "speaker_basis", "on_behalf_of", "chain", "stance"),
    "hedges": lambda record: [hedge["text"] for hedge in record["hedges"]],
    **keys("kind", "act", "realis", "actor", "target", "when"),
    "when_words": _words("when_words"),
    **keys("when_minimum", "said"),
    "said_words": _words("said_words"),
    "content": _key("content_text"),
    "quote": _words("quote"),
    "speaker_words": _words("speaker"),
    "cue": _words("cue"),
    "start": lambda record: record["quote"]["start"],
    "end": lambda record: record["quote"]["end"],
    **keys("offsets", "responds_to", "confidence"),
    "corrected": lambda record: list(record["corrected"]),
    "extractor": lambda record: f"{record['extractor']['name']} {record['extractor']['version']}",
}

INPUT_COLUMNS: Columns = keys("source", "status", "reason", "stage", "detail", "claims", "document", "at")

SUBJECT_COLUMNS: Columns = {
    **keys("subject", "part", "name"),
    "through": lambda record: [_tell_through(each) for each in record["through"]],
    **CLAIM_COLUMNS,
}


def _tell_through(source: Wire) -> str:
    """Who lists a name: "misp-threat-actor 336: ZIRCONIUM"."""
    by = "decided" if source["decision"] else source["version"]
    return f"{source['authority']} {by}: {source['listed']}"
