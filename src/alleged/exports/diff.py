"""Differences of two versions for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.diff import Change
from alleged.dossiers.wording import tell_saying
from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.dossiers.diff import ClaimChange, Diff, Edit
    from alleged.model.document import Document
    from alleged.model.wire import Wire

DIFF_COLUMNS = keys("part", "change", "older", "newer", "fields", "older_id", "newer_id")


def table_diff(diff: Diff) -> Table:
    """The changes: words first, then claims."""
    return Table([*map(_record_edit, diff.edits), *map(_record_claim, diff.claims)], DIFF_COLUMNS)


def table_versions(versions: Iterable[tuple[Document, Document]]) -> Table:
    """The documents that changed, older and newer, without what changed in them."""
    return Table([_record_version(older, newer) for older, newer in versions], DIFF_COLUMNS)


def _record_version(older: Document, newer: Document) -> Wire:
    return {
        "part": "documents",
        "change": Change.CHANGED.value,
        "older": older.metadata.title,
        "newer": newer.metadata.title,
        "fields": [],
        "older_id": older.id,
        "newer_id": newer.id,
    }


def _record_edit(edit: Edit) -> Wire:
    return {
        "part": "words",
        "change": edit.change.value,
        "older": edit.older or None,
        "newer": edit.newer or None,
        "pieces": [{"text": p.words, "change": p.change and p.change.value} for p in edit.pieces],
        "fields": [],
        "older_id": None,
        "newer_id": None,
    }


def _record_claim(change: ClaimChange) -> Wire:
    return {
        "part": "claims",
        "change": change.change.value,
        "older": change.older and tell_saying(change.older),
        "newer": change.newer and tell_saying(change.newer),
        "fields": list(change.fields),
        "older_id": change.older and change.older.id,
        "newer_id": change.newer and change.newer.id,
    }
