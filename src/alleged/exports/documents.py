"""Inputs - attempts to read something - and their documents, for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from alleged.exports.columns import keys
from alleged.exports.origins import ORIGIN_COLUMNS, record_descent
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.dossiers.origins import Descent
    from alleged.exports.columns import Columns
    from alleged.model.document import Input
    from alleged.model.wire import Wire

INPUT_COLUMNS: Columns = keys("source", "status", "reason", "stage", "detail", "claims", "document", "at")
DOCUMENT_COLUMNS: Columns = {**INPUT_COLUMNS, **ORIGIN_COLUMNS, **keys("newer_version", "marking")}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the documents that inputs brought, by document id."""

    descents: Mapping[str, Descent]
    """What each goes back to."""
    newer: Mapping[str, str]
    """Which document is a newer version of it."""
    markings: Mapping[str, str]
    """How it is marked."""


def table_inputs(inputs: Iterable[Input]) -> Table:
    """The inputs, each as it ended."""
    return Table((asdict(attempt) for attempt in inputs), INPUT_COLUMNS)


def table_documents(inputs: Sequence[Input], known: Known) -> Table:
    """The inputs, each with what is known of its document."""
    return Table([_record(attempt, known) for attempt in inputs], DOCUMENT_COLUMNS)


def _record(attempt: Input, known: Known) -> Wire:
    document = attempt.document or ""
    return {
        **asdict(attempt),
        **record_descent(attempt.document, known.descents.get(document)),
        "newer_version": known.newer.get(document),
        "marking": known.markings.get(document),
    }
